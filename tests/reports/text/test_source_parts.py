"""The captures that a page was read from, where its parts were read with it."""

from dataclasses import replace

from claims.records import Capture, Check, Evidence, Part, Status, Verdict
from reports.formats.markdown import MarkdownFormat
from reports.text.source_parts import quoted_capture, read_with, where_quoted
from tests.reports.examples import report
from tests.reports.lighthouse import CLAIMS, LIGHTHOUSE

PAGE = Capture(
    url="http://e.org/a",
    timestamp="20200301000000",
    archive="wayback",
    memento="https://web.archive.org/web/20200301000000/http://e.org/a",
)
NEXT = Capture(
    url="http://e.org/a/2",
    timestamp="20200302000000",
    archive="wayback",
    memento="https://web.archive.org/web/20200302000000/http://e.org/a/2",
    rule="its next part",
)
QUOTE = Evidence(quote="The lamp is red.", start=120, end=136, score=1.0, page=4)
CHECK = Check(
    citation=CLAIMS[1].citations[0], status=Status.CHECKED, verdict=Verdict.SUPPORTED, capture=PAGE, evidence=(QUOTE,),
    parts=(Part(start=0, end=100, capture=PAGE), Part(start=102, end=200, capture=NEXT)),
)  # fmt: skip


def test_a_quote_is_from_the_part_that_holds_it():
    assert quoted_capture(CHECK, QUOTE) is NEXT
    assert where_quoted(CHECK, QUOTE) == "its next part, page 4"
    first = replace(QUOTE, start=10, end=26)
    assert (quoted_capture(CHECK, first), where_quoted(CHECK, first)) == (PAGE, "page 4")


def test_what_a_page_does_not_show_is_from_the_page():
    hidden = replace(QUOTE, start=300, end=316, hidden=True)
    assert (quoted_capture(CHECK, hidden), where_quoted(CHECK, hidden)) == (PAGE, "not visible on the page")


def test_the_other_captures_are_named_with_their_days():
    assert read_with(CHECK) == "Read with its next part (http://e.org/a/2, 2 March 2020)."
    assert read_with(replace(CHECK, parts=())) == ""


def test_a_quote_links_to_the_part_that_it_is_from():
    claim = replace(CLAIMS[1], verdict=Verdict.CONTRADICTED, checks=(replace(CHECK, verdict=Verdict.CONTRADICTED),))
    text = "".join(MarkdownFormat().render(report(replace(LIGHTHOUSE, claims=(claim,))))["report.md"])
    assert "/20200302000000/http://e.org/a/2#:~:text=The%20lamp%20is%20red." in text
    assert "Read with its next part" in text
