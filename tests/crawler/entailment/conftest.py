"""Which tests need the extra `model`: without it they are left out, but in CI, where it is installed, they fail."""

import os

from crawler.entailment.extra import missing

collect_ignore = ["test_runner.py", "test_download.py"] if missing() and os.environ.get("CI") != "true" else []
