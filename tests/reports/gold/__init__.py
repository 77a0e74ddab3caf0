"""What each format makes of the lighthouse, kept as it should be; `python -m tests.reports.gold` writes it anew."""

import re
from pathlib import Path

from reports.formats.registry import FORMATS
from tests.reports.examples import lighthouse

FOLDER = Path(__file__).parent

# The style, the script and their digests change with every touch of the design, and say nothing of what is reported.
_ASSETS = re.compile(r"(?<=<style>).*?(?=</style>)|(?<=<script>).*?(?=</script>)|sha256-[\w+/=]+", re.DOTALL)


def rendered(name):
    """The files of a format for the lighthouse, scrubbed of what the design alone decides."""
    files = FORMATS[name].render(lighthouse())
    return {name: _ASSETS.sub("…", "".join(pieces)) for name, pieces in files.items()}
