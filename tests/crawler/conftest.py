"""What the tests of the crawler share."""

import pytest


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"
