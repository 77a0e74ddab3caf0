"""Write `docs/citewatch.1`, the manual page, from the parser: `python -m docs.man_page > docs/citewatch.1`.

The wheel installs it where `man citewatch` finds it.
"""

import os
import re
from unittest.mock import patch

from argparse_manpage.manpage import Manpage

import claims
from crawler.app.options.parser import command_parser

DATA = {
    "prog": "citewatch",
    "project_name": "citewatch",
    "version": claims.__version__,
    "description": "check cited claims against the archived pages that they cite",
    "manual_title": "citewatch",
    "format": "pretty",
}


def page() -> str:
    """Return the manual page in roff; it has no date, so that equal parsers give equal pages."""
    with patch.dict(os.environ, COLUMNS="100"):
        written = str(Manpage(command_parser(), format=DATA["format"], _data=DATA))
    return re.sub(r'^(\.TH \S+ "?1"?) "[^"]*"', r'\1 ""', written, count=1, flags=re.MULTILINE)


if __name__ == "__main__":
    print(page(), end="")
