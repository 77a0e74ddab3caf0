"""What tests of several rooms share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.command import served

# No example has to be ready within a time: that would depend on the load of the machine.
settings.register_profile("no clock", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("no clock")


@pytest.fixture(scope="session")
def command() -> Iterator[Path]:
    """A `citewatch` to be copied into a folder on the PATH of scripts."""
    with served() as client:
        yield client
