"""A finding is settled in the report: its source's words, the choice, what is exported, what there is to copy."""

import json
import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from claims.records import Excerpt
from reports.formats.html import HtmlFormat
from reports.output import write
from reports.policy.baseline import read_baseline
from tests.reports.browser.shown_reports import visible
from tests.reports.examples import lighthouse
from tests.reports.lighthouse import CLAIMS


def first(page):
    return page.locator(".finding").first


def test_the_text_of_the_copy_opens_at_the_evidence_and_leads_to_the_whole(shown):
    page = shown("example")
    page.keyboard.press("j")
    page.keyboard.press("t")
    around = first(page).locator(".passage").first
    assert "16 June 2001" in around.inner_text()
    assert "Mongolia has expelled two North Korean diplomats" in around.locator("mark").first.inner_text()

    first(page).locator(".to-whole").click()
    expect(page.locator(":target")).to_have_text(re.compile("^Mongolia has expelled two"))
    expect(page.locator(":target")).to_be_visible()


def test_a_choice_is_made_by_key_undone_by_mouse_and_counted(shown):
    page = shown()
    page.keyboard.press("j")
    page.keyboard.press("a")
    assert page.locator("#settled").inner_text() == "1 of 2 settled"
    page.keyboard.press("r")
    expect(first(page).get_by_role("button", name="Reject")).to_have_attribute("aria-pressed", "true")
    first(page).get_by_role("button", name="Reject").click()
    assert page.locator("#settled").inner_text() == "0 of 2 settled"
    assert page.locator("#export").is_disabled()


def test_choices_and_reasons_outlive_the_page(shown):
    page = shown()
    first(page).get_by_role("button", name="Reject").click()
    first(page).get_by_label("Reason").fill("the keeper's letter says so")
    first(page).get_by_label("Reason").press("Enter")
    page.reload()

    assert page.locator("#settled").inner_text() == "1 of 2 settled"
    assert first(page).get_by_label("Reason").input_value() == "the keeper's letter says so"


def test_what_is_rejected_is_exported_as_a_baseline(shown):
    page = shown()
    first(page).get_by_role("button", name="Reject").click()
    first(page).get_by_label("Reason").fill("known")
    with page.expect_download() as download:
        page.locator("#export").click()
    (entry,) = read_baseline(download.value.path().read_bytes()).entries

    assert download.value.suggested_filename == "citewatch-baseline.json"
    assert (entry.id, entry.verdict, entry.reason) == (CLAIMS[1].id, CLAIMS[1].verdict, "known")
    assert entry.text == CLAIMS[1].text


def test_what_the_baseline_exempts_is_rejected_from_the_start(shown):
    page = shown("everything")

    assert page.locator("#export").inner_text() == "Export baseline (1)"


def test_only_what_is_not_settled_is_shown_on_request(shown):
    page = shown()
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.locator("#open").check()
    assert len(visible(page, ".finding")) == 1
    page.locator("#clear").click()
    assert len(visible(page, ".finding")) == 2


def test_commands_comment_and_entry_are_there_to_copy(shown):
    page = shown("in Markdown")
    first(page).get_by_label("Reason").fill("checked -- by letter")
    first(page).locator(".settle summary").click()
    expect(first(page).locator(".settle code")).to_have_count(4)
    command, _, comment, entry = first(page).locator(".settle code").all_inner_texts()

    assert command == ("citewatch fetch https://courier.example/skarvholm-150 --at 2022-03-05 --archive wayback --text")
    assert comment == "<!-- citewatch: ignore checked – by letter -->"
    assert json.loads(entry)["id"] == CLAIMS[1].id


def test_where_nothing_can_be_kept_the_choice_holds_while_the_page_is_open(shown):
    page = shown()
    page.evaluate("void (Storage.prototype.setItem = () => { throw new Error('full'); })")
    first(page).get_by_role("button", name="Accept").click()

    assert page.locator("#settled").inner_text() == "1 of 2 settled"


@pytest.mark.parametrize("width", [1600, 1280])
def test_claim_and_evidence_are_side_by_side_when_wide(shown, width):
    page = shown("example", width=width)
    said, evidence = (first(page).locator(name).bounding_box() for name in (".said", ".shown"))

    assert evidence["x"] >= said["x"] + said["width"]


def test_the_first_finding_is_on_the_first_screen_of_a_phone(shown):
    page = shown("example", width=360)

    assert first(page).locator("h3").bounding_box()["y"] < 740
    assert not page.locator("#words").is_visible()
    page.locator("#filters summary").click()
    expect(page.locator("#words")).to_be_visible()


def test_fifteen_claims_are_printed_on_six_pages(shown, tmp_path):
    page = shown("example")
    margins = dict.fromkeys(("top", "bottom", "left", "right"), "15mm")
    page.pdf(path=tmp_path / "report.pdf", format="A4", margin=margins)

    assert (tmp_path / "report.pdf").read_bytes().count(b"/Type /Page\n") <= 6


def test_a_long_text_has_a_file_of_its_own_that_opens_at_the_quote(chromium, tmp_path):
    report = lighthouse()
    check = CLAIMS[1].checks[0]
    quote = check.evidence[0]
    text = "x" * quote.start + quote.quote + " and so on" * 3_000
    excerpt = Excerpt(citation=check.citation, start=0, text=text, whole=True)
    document = replace(report.documents[0], excerpts=(excerpt,))
    write(HtmlFormat().render(replace(report, documents=(document,))), tmp_path)
    page = chromium.new_page()
    page.goto((tmp_path / "report.html").as_uri())
    page.locator(".more summary").first.click()
    page.locator(".to-whole").first.click()

    expect(page).to_have_url(re.compile("/report-source-[^/]+$"))
    expect(page.locator(":target")).to_have_text(quote.quote)
    page.locator(".back a").click()
    expect(page).to_have_url(re.compile("/report.html#source-"))
    page.close()
