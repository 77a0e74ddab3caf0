"""`citewatch baseline`: print the findings of a report as a file of known findings."""

import sys
from pathlib import Path

from crawler.app.report_files import load_report
from reports.policy.baseline import baseline_of, write_baseline


def run(file: Path, reason: str, until: str | None) -> int:
    """Print the baseline of the report in `file`, each entry with its `reason` and the day `until` which it holds.

    Returns:
        the exit status 0.

    Raises:
        claims.errors.UsageError: the file is not a report.
    """
    sys.stdout.write(write_baseline(baseline_of(load_report(file), reason=reason, until=until)))
    return 0
