"""`citewatch report`: a report.json in other formats, without checking again."""

import sys
from pathlib import Path

from crawler.app.report_files import load_report, make_folder, named_formats, write_report
from crawler.settings import Settings


def run(file: Path, wanted: Settings) -> int:
    """Render the report in `file` as `wanted.format` into `wanted.out`, or to standard output where that is `-`.

    Raises:
        claims.errors.UsageError: the file is no report, or there is no such format.
        claims.errors.ReportError: the report cannot be written.
    """
    report, formats = load_report(file), named_formats(wanted.format)
    make_folder(wanted.out)
    files = write_report(report, formats, wanted.out)
    if files and not wanted.quiet:
        print(f"Report: {', '.join(files)}", file=sys.stderr)
    return 0
