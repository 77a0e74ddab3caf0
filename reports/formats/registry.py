"""The report formats by their names for `--format`."""

from collections.abc import Mapping

from reports.formats.annotations import AnnotationsFormat
from reports.formats.claim_review import ClaimReviewFormat
from reports.formats.code_quality import CodeQualityFormat
from reports.formats.csv import CsvFormat
from reports.formats.html import HtmlFormat
from reports.formats.interface import Format
from reports.formats.json import JsonFormat
from reports.formats.junit import JUnitFormat
from reports.formats.markdown import MarkdownFormat
from reports.formats.sarif import SarifFormat
from reports.formats.text import TextFormat
from reports.formats.wikitext import WikitextFormat

_ALL: tuple[Format, ...] = (
    HtmlFormat(),
    JsonFormat(),
    JUnitFormat(),
    SarifFormat(),
    MarkdownFormat(),
    WikitextFormat(),
    CsvFormat(),
    CodeQualityFormat(),
    AnnotationsFormat(),
    ClaimReviewFormat(),
    TextFormat(),
)

FORMATS: Mapping[str, Format] = {each.name: each for each in _ALL}
