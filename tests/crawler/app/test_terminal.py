"""What a run prints, and in which style."""

import io
from dataclasses import replace

import pytest

from claims.records import Check, Report
from crawler.app.terminal import MOST_NOTES, document_notes, files_line, style_for, unfinished_words, unread_words
from reports.formats.text import Style
from tests.reports.examples import lighthouse
from tests.reports.lighthouse import CLAIMS


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "style"),
    [
        (Terminal(), {}, Style.COLOURED),
        (Terminal(), {"NO_COLOR": ""}, Style.COLOURED),
        (Terminal(), {"NO_COLOR": "1"}, Style.PLAIN),
        (Terminal(), {"TERM": "dumb"}, Style.PLAIN),
        (io.StringIO(), {}, Style.PLAIN),
        (io.StringIO(), {"GITHUB_ACTIONS": "true"}, Style.GITHUB),
        (io.StringIO(), {"GITHUB_ACTIONS": "false"}, Style.PLAIN),
    ],
)
def test_the_style_suits_the_stream_and_the_environment(
    stream: io.StringIO, environment: dict[str, str], style: Style
) -> None:
    assert style_for(stream, environment) is style


def unread(reason: str) -> Report:
    """The lighthouse's report, whose unfinished sources are so for `reason`."""
    made = lighthouse()
    (document,) = made.documents
    claims = tuple(replace(claim, checks=tuple(_because(check, reason) for check in claim.checks)) for claim in CLAIMS)
    return replace(made, documents=(replace(document, claims=claims),))


def _because(check: Check, reason: str) -> Check:
    return replace(check, reason=reason) if check.status.unfinished else check


def test_without_a_network_the_reason_is_given_once_with_what_was_tried() -> None:
    words = unfinished_words(unread("wayback gave no answer: web.archive.org has no address"), offline=False)
    assert words == (
        "Not finished: wayback and skerries.warc.gz could not be asked for 1 source (wayback gave no answer: "
        "web.archive.org has no address): there is no network, or a host name is wrong. Connect, or use local "
        "archives: --offline --archive FILE."
    )


def test_after_another_failure_the_run_may_be_repeated() -> None:
    words = unfinished_words(unread("wayback asked to wait 60 seconds"), offline=False)
    assert words.endswith("(wayback asked to wait 60 seconds). Run it again: it goes on from here.")


def test_why_claims_could_not_be_checked_is_said_with_what_would_help() -> None:
    address, page = unread_words(lighthouse())
    assert address.startswith("2 could not be checked: no address. Add a web address or an identifier")
    assert page.startswith("1 could not be checked: not-found page. The page is probably gone.")


def test_the_claims_with_rarer_reasons_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.app.terminal.MOST_REASONS", 1)
    assert unread_words(lighthouse())[1:] == ["1 could not be checked, for reasons that the report gives."]


def test_notes_on_documents_are_printed_with_their_document() -> None:
    made = lighthouse()
    (document,) = made.documents
    noted = replace(document, source="a.md", notes=("2 markers lead to no entry.", "Skipped b.rtf: This is RTF."))
    assert document_notes(replace(made, documents=(noted,))) == [
        "a.md: 2 markers lead to no entry.",
        "Skipped b.rtf: This is RTF.",
    ]


def test_of_many_notes_the_first_are_printed() -> None:
    made = lighthouse()
    noted = tuple(replace(made.documents[0], source=f"{number}.md", notes=("A.",)) for number in range(MOST_NOTES + 2))
    lines = document_notes(replace(made, documents=noted))
    assert lines[MOST_NOTES - 1 :] == [f"{MOST_NOTES - 1}.md: A.", "The report has 2 more notes."]


def test_the_pages_that_the_report_leads_to_are_not_listed() -> None:
    assert files_line(["out/report.html", "out/report-1.html", "out/report.json"]) == (
        "Report: out/report.html, out/report.json"
    )
