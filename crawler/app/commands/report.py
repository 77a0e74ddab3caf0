"""`citewatch report`: write a report.json in other formats, without checking again."""

import os
import sys
from pathlib import Path

from crawler.app.report_files import load_report, named_formats, prints_text, report_folder, write_report
from crawler.app.terminal import files_line, print_findings
from crawler.settings import Settings


def run(file: Path, settings: Settings) -> int:
    """Write the report in `file` as `settings.format` into `settings.out`, or to standard output if that is `-`.

    Returns:
        the exit status 0.

    Raises:
        claims.errors.UsageError: the file is not a report, or there is no such format.
        claims.errors.ReportError: the report cannot be written.
    """
    report, formats = load_report(file), named_formats(settings.format)
    with report_folder(settings.out, formats):
        files = write_report(report, formats, settings.out)
    if prints_text(settings):
        print_findings(report, os.environ)
    if files and not settings.quiet:
        print(files_line(files), file=sys.stderr)
    return 0
