"""Check a commit message: `python -m tools.commit_subject FILE`, as git's commit-msg hook calls it."""

import sys
from pathlib import Path

LONGEST = 72
"""Characters of a subject line that `git log --oneline` and code hosts show whole."""


def main() -> None:
    """Exit with a message where the subject is too long, or runs on into the body."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines() or [""]
    if len(lines[0]) > LONGEST:
        sys.exit(f"The subject has {len(lines[0])} characters; {LONGEST} fit. Move the why into the body.")
    if len(lines) > 1 and lines[1].strip() and not lines[1].startswith("#"):
        sys.exit("Leave the line below the subject empty.")


if __name__ == "__main__":
    main()
