"""Where the measurements find their data: the folder `shared` beside the checkout, which nobody commits."""

import sys
from pathlib import Path

SHARED = Path(__file__).parents[2] / "shared/data"
DOCUMENTS = SHARED / "documents"
EXTRACTION = SHARED / "extraction"
SUPPORT = SHARED / "support"
UNREADABLE = SHARED / "unreadable"


def folder(default: Path) -> Path:
    """The folder that the command line names first, else the default; ends the program where it does not exist."""
    named = [each for each in sys.argv[1:] if not each.startswith("-")]
    found = Path(named[0]) if named else default
    if not found.is_dir():
        sys.exit(f"No folder {found}: put the shared data beside the checkout, or name a folder.")
    return found
