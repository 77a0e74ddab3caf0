"""`citewatch diff`: print what changed between two reports."""

from pathlib import Path

from crawler.app.report_files import load_report
from reports.changes.diff import change_lines, diff, regressed
from reports.text.sanitising import clean


def run(old: Path, new: Path) -> int:
    """Print a line for each change from the report `old` to the report `new`.

    Returns:
        1 if a change is for the worse and ends in a verdict that the new report's `fail_on` names, else 0.

    Raises:
        claims.errors.UsageError: a file is not a report.
    """
    before, after = load_report(old), load_report(new)
    changes = diff(before, after)
    for line in change_lines(changes):
        print(clean(line))
    return 1 if regressed(changes, after.fail_on) else 0
