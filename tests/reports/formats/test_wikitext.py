"""Wikitext, parsed back by wikitextparser."""

import html
import re
from dataclasses import replace

import pytest
import wikitextparser

from claims.records import Attempt, Capture, Status
from reports.formats.wikitext import WikitextFormat, nowiki
from tests.reports.examples import lighthouse, report, saying
from tests.reports.lighthouse import LIGHTHOUSE


def rendered(made=None):
    return "".join(WikitextFormat().render(made or lighthouse())["report.wiki"])


def edits(text):
    """The wikitext of the edits that are offered, as someone would copy it from the page."""
    return [html.unescape(edit) for edit in re.findall(r"<code><nowiki>(.*?)</nowiki></code>", text)]


def test_a_document_is_a_section():
    parsed = wikitextparser.parse(rendered(report(LIGHTHOUSE, LIGHTHOUSE)))

    titles = [section.title for section in parsed.sections if section.title]
    assert [title.strip() for title in titles] == ["Citation check: <nowiki>Skarvholm Lighthouse</nowiki>"] * 2


def test_the_page_itself_holds_no_template_and_links_to_copies_only():
    parsed = wikitextparser.parse(rendered())

    assert parsed.templates == parsed.wikilinks == []
    assert {link.url for link in parsed.external_links if link.in_brackets} == {
        "https://web.archive.org/web/20220305081530/https://courier.example/skarvholm-150"
    }


def test_a_claim_that_the_source_does_not_support_gets_its_template_ready():
    template = wikitextparser.parse(edits(rendered())[0]).templates[0]

    assert template.name == "failed verification"
    assert template.get_arg("date").value == "January 2026"
    assert template.get_arg("reason").value == "the source says 27 metres, not 31"


def attempting(archive, status):
    """The lighthouse, each of its sources tried in vain in `archive`."""
    attempt = Attempt(url="http://a.example/", timestamp=None, archive=archive, status=status, reason="because")
    claims = tuple(
        replace(claim, checks=tuple(replace(check, status=status, tried=(attempt,)) for check in claim.checks))
        for claim in LIGHTHOUSE.claims
    )
    return edits(rendered(report(replace(LIGHTHOUSE, claims=claims))))


def test_a_reference_whose_live_page_is_gone_gets_dead_link():
    assert "{{dead link|date=January 2026}}" in attempting("live", Status.ERROR_CAPTURE)


@pytest.mark.parametrize(
    ("archive", "status"),
    [
        ("wayback", Status.ERROR_CAPTURE), ("wayback", Status.SOFT_404), ("live", Status.BLOCKED),
        ("live", Status.PAYWALL), ("wayback", Status.NEVER_ARCHIVED), ("live", Status.UNREACHABLE),
    ],
)  # fmt: skip
def test_archived_errors_and_other_statuses_do_not_say_that_a_link_is_dead(archive, status):
    assert not [edit for edit in attempting(archive, status) if "dead link" in edit]


@pytest.mark.parametrize(
    ("archive", "memento"),
    [
        ("live", "https://courier.example/skarvholm-150"), ("mine.warc", None),
        ("http://localhost:8080/coll", "http://localhost:8080/coll/2022/https://courier.example/"),
        ("http://10.0.0.7/coll", "http://10.0.0.7/coll/2022/https://courier.example/"),
    ],
)  # fmt: skip
def test_what_is_no_public_archive_gives_no_archive_link(archive, memento):
    capture = Capture(url="https://courier.example/", timestamp="20220305081530", archive=archive, memento=memento)
    claims = tuple(
        replace(claim, checks=tuple(replace(check, capture=capture) for check in claim.checks))
        for claim in LIGHTHOUSE.claims
    )
    made = rendered(report(replace(LIGHTHOUSE, claims=claims)))
    assert not [edit for edit in edits(made) if "archive-url" in edit]
    assert ("live page from" in made) == (archive == "live")


def test_a_reference_that_names_no_copy_gets_the_one_that_was_read():
    (edit,) = [edit for edit in edits(rendered()) if "archive-url" in edit]
    cite = wikitextparser.parse(f"{{{{cite web |url=x {edit}}}}}").templates[0]

    assert cite.get_arg("archive-url").value.strip() == (
        "https://web.archive.org/web/20220305081530/https://courier.example/skarvholm-150"
    )
    assert cite.get_arg("archive-date").value.strip() == "2022-03-05"


@pytest.mark.parametrize(
    "text",
    [
        "{{delete|now}}", "[[Category:Vandals]]", "</nowiki>{{x}}", "~~~~", "<ref>a</ref>", "{|\n|a\n|}", "== h ==",
        "* a", "|x=y}}", "https://a.example/]{{x}}", "<!-- a", "'''b'''", "&lt;/nowiki&gt;{{x}}",
    ],
)  # fmt: skip
def test_text_from_outside_adds_nothing_to_the_page_or_to_an_edit(text):
    made = rendered(report(saying(text)))
    parsed = wikitextparser.parse(made)

    assert parsed.templates == parsed.wikilinks == parsed.tables == []
    assert len([section for section in parsed.sections if section.title]) == 1
    for edit in edits(made):
        templates = wikitextparser.parse(edit).templates
        assert [template.name for template in templates if "cite" not in edit] in ([], ["failed verification"])


def test_text_in_nowiki_reads_as_it_was():
    assert html.unescape(nowiki("a </nowiki> & b\nc")) == "<nowiki>a </nowiki> & b c</nowiki>"
