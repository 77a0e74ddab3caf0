"""What tests of several rooms share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import served


@pytest.fixture(scope="session")
def command() -> Iterator[Path]:
    """A `citewatch` to be copied into a folder on the PATH of scripts."""
    with served() as client:
        yield client
