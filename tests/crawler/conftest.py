"""What the tests of the crawler share."""

import pytest

from tests.crawler.clock import VirtualClock


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> VirtualClock:
    """The clock by which the code under test waits; limits of single requests go by the real one."""
    virtual = VirtualClock()
    for name in ("current_time", "sleep", "sleep_until"):
        monkeypatch.setattr(f"anyio.{name}", getattr(virtual, name))
    return virtual
