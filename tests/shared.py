"""Where the real inputs lie that tests read and nobody commits: the folder `shared` beside the checkout."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


def shared(path: str) -> Path:
    """The shared file or folder at `path`; skips the test where it is absent, and fails it there in CI."""
    found = SHARED / path
    if not found.exists():
        missing = f"the shared data are not beside this checkout: no {path}"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing, allow_module_level=True)
    return found
