"""`report.json`: everything that a run found, for programs."""

from collections.abc import Iterable, Mapping

from claims.records import Report
from reports.report_json import report_pieces

FILE_NAME = "report.json"


class JsonFormat:
    """The report as `claims.records` describes it."""

    name = "json"

    def render(self, report: Report) -> Mapping[str, Iterable[str]]:
        """Render `report.json`, indented by two spaces."""
        return {FILE_NAME: report_pieces(report)}
