"""`citewatch report`: write a report.json in other formats, without checking again."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from claims.records import Report
from crawler.app.report_files import load_report, named_formats, prints_text, report_folder, write_report
from crawler.app.terminal import files_line, print_findings
from crawler.settings import Settings
from reports.formats.interface import Format


def run(file: Path, settings: Settings) -> int:
    """Write the report in `file` as `settings.format` into `settings.out`, or to standard output if that is `-`.

    Returns:
        the exit status 0.

    Raises:
        claims.errors.UsageError: the file is not a report, or there is no such format.
        claims.errors.ReportError: the report cannot be written.
    """
    report, formats = load_report(file), named_formats(settings.format)
    return write_and_print(report, formats, settings)


def write_and_print(report: Report, formats: Sequence[Format], settings: Settings) -> int:
    """Write `report` in `formats`, and print its findings where `text` is among `settings.format`.

    Returns:
        the exit status 0.

    Raises:
        claims.errors.ConfigurationError: the folder of the report cannot be created.
        claims.errors.ReportError: the report cannot be written.
    """
    with report_folder(settings.out, formats):
        files = write_report(report, formats, settings.out)
    if prints_text(settings):
        print_findings(report, os.environ)
    if files and not settings.quiet:
        print(files_line(files), file=sys.stderr)
    return 0
