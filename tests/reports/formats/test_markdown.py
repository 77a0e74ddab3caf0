"""Markdown, read back by markdown-it."""

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from claims.records import Change, ChangeKind, ExemptBy, Exemption, Verdict
from reports.formats.markdown import LONGEST, MarkdownFormat, escape
from tests.reports.examples import every_verdict, lighthouse, report, saying
from tests.reports.lighthouse import CLAIMS, LIGHTHOUSE
from tests.reports.lighthouse_text import LIT, STORM


def rendered(made=None):
    return "".join(MarkdownFormat().render(made or lighthouse())["report.md"])


def html(text):
    return MarkdownIt("gfm-like", {"linkify": False}).render(text)


def test_it_starts_with_the_outcome_and_the_totals():
    text = rendered()

    assert text.startswith("## Citation check\n\n**1 finding.** 1 claim is not checked yet")
    assert "| ❌ Not supported | 1 |" in text
    assert "<table>" in html(text)


def test_findings_come_worst_first():
    text = rendered()

    assert text.index("### ❌ Not supported (7 %)") < text.index("### 🟡 Partly") < text.index("### Could not be")


def test_a_finding_has_its_reason_and_no_quote_that_is_a_lone_date():
    check = CLAIMS[1].checks[0]
    dated = replace(check, evidence=(replace(check.evidence[0], quote="5 March 2022", before="", after=""),))
    text = rendered(report(replace(LIGHTHOUSE, claims=(replace(CLAIMS[1], checks=(dated,)),))))

    assert "\nThe source says 27 metres, not 31; not found: 31.\n" in text
    assert "“5 March 2022”" not in text


def test_what_could_not_be_checked_is_a_table_of_reasons_and_sites():
    lost = next(claim for claim in CLAIMS if claim.text == STORM)
    many = replace(LIGHTHOUSE, claims=tuple(replace(lost, id=f"{number}") for number in range(600)))
    text = rendered(report(many))

    assert "| Not-found page | weather.example | 600 | The page is probably gone." in text
    assert len(text) < 2_000


def test_what_to_do_with_a_finding_is_said_once():
    assert rendered(every_verdict()).count("export the baseline for `--baseline`") == 1


def test_an_uncited_sentence_is_a_finding_where_it_counts():
    text = rendered(replace(lighthouse(), fail_on=("uncited",)))

    assert text.startswith("## Citation check\n\n**2 findings.**")
    assert "> Visitors are rowed out on Sundays in July." in text


def test_the_quote_links_to_the_copy_at_these_words():
    assert (
        '<a href="https://web.archive.org/web/20220305081530/https://courier.example/skarvholm-150#:~:text=On%20'
        in (html(rendered()))
    )


def test_what_does_not_fit_is_counted():
    many = replace(LIGHTHOUSE, claims=tuple(replace(CLAIMS[1], id=f"{number}") for number in range(500)))
    text = rendered(report(many))
    told = text.count("### ")

    assert len(text) <= LONGEST + 100
    assert text.endswith(f"\n… and {500 - told} more findings in the full report.\n")


def test_changes_notes_and_exemptions_are_told():
    change = Change(
        kind=ChangeKind.SOURCE_DIED, source="a.txt", claim="x", text="It *rained*", line=4, after=Verdict.NOT_SUPPORTED
    )
    exemption = Exemption(source="skarvholm.txt", claim=CLAIMS[1].id, by=ExemptBy.BASELINE)
    text = rendered(replace(lighthouse(), changes=(change,), exempt=(exemption,), notes=("An entry expired.",)))

    assert r"- Source unavailable: a.txt:4 It \*rained\*" in text
    assert "(was:" not in text
    assert "1 finding does not count" in text
    assert "- An entry expired." in text
    assert LIT not in text


def test_an_edited_claim_is_told_with_what_it_was():
    change = Change(
        kind=ChangeKind.EDITED, source="a.txt", claim="x", text="In 1922.", line=4, before=Verdict.SUPPORTED,
        after=Verdict.NOT_SUPPORTED, was="In *1921*.",
    )  # fmt: skip

    assert r"- Edited: a.txt:4 In 1922. (was: In \*1921\*.)" in rendered(replace(lighthouse(), changes=(change,)))


@pytest.mark.parametrize(
    "text",
    [
        "*bold* _it_ `code` ~~gone~~", "<b>x</b> <!-- y", "[a](javascript:b) ![c](d)", "# no heading", "- item",
        "1. one", "a | b", "> quote", "\\*", "--- ", "+ a", "***", "```", "&lt;b&gt; &amp;", "[x]: y", "=== ", "12) a",
        "$x$",
    ],
)  # fmt: skip
def test_markdown_shows_text_from_outside_as_it_is(text):
    shown = html(f"> {escape(text)}\n")
    expected = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    assert shown == f"<blockquote>\n<p>{expected}</p>\n</blockquote>\n"


@pytest.mark.parametrize("text", ["@someone", "#12", "GH-12", "https://a.example", "www.a.example", ":bug:"])
def test_nothing_from_outside_notifies_anyone_or_becomes_a_link(text):
    assert text not in escape(text).replace("\\", "")
    assert escape(text).replace("\\", "").replace("\u2060", "") == text


def test_a_hostile_source_adds_no_markup():
    tame, hostile = html(rendered(report(saying("tame")))), html(rendered(report(saying("</p><script>\n\n# x\n|"))))

    assert hostile.count("<h") == tame.count("<h")
    assert "<script" not in hostile
