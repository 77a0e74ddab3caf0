"""`python -m crawler` is `citewatch`."""

import sys

from crawler.app.cli import main

if __name__ == "__main__":
    sys.exit(main())
