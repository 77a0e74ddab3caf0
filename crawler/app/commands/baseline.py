"""`citewatch baseline`: the findings of a report as a small file of what is known."""

import sys
from pathlib import Path

from crawler.app.report_files import load_report
from reports.policy.baseline import baseline_of, write_baseline


def run(file: Path, reason: str, until: str | None) -> int:
    """Print the baseline of the report in `file`, each entry with `reason` and the day `until` that it holds.

    Raises:
        claims.errors.UsageError: the file is no report.
    """
    sys.stdout.write(write_baseline(baseline_of(load_report(file), reason=reason, until=until)))
    return 0
