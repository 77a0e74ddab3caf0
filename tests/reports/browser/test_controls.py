"""The HTML report in Chromium: every control by mouse and keyboard, no request, no console message."""

import re

import pytest
from playwright.sync_api import expect

from tests.reports.browser.shown_reports import REPORTS, focused, leads_to, visible
from tests.reports.lighthouse import CLAIMS

ENTRIES = ".finding, .unchecked tbody tr"


@pytest.mark.parametrize("name", [*REPORTS, "large", "example"])
def test_nothing_is_wider_than_a_phone(shown, name):
    page = shown(name, width=360)

    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_large_report_has_few_elements_for_a_claim(shown):
    elements = shown("large").evaluate("document.querySelectorAll('*').length")

    assert elements < 50 * 500  # a browser lays out a page of some 25,000 elements at once


def test_the_policy_keeps_a_foreign_script_from_running(chromium, files):
    page = chromium.new_page()
    page.goto((files / "lighthouse" / "report.html").as_uri())
    ran = page.evaluate(
        "() => { window.ran = false; const script = document.createElement('script');"
        " script.textContent = 'window.ran = true'; document.body.append(script); return window.ran; }"
    )
    page.close()

    assert ran is False


def test_verdicts_are_filtered_by_mouse(shown):
    page = shown("every verdict")
    page.locator("input[value=unsure]").uncheck()

    assert len(visible(page, ".finding")) == 3
    assert page.locator("#shown").inner_text() == "3 of 4 findings, 8 of 9 claims"
    assert page.locator(".claim.off").count() == 1


def test_what_could_not_be_checked_is_filtered_as_well(shown):
    page = shown()
    assert len(visible(page, ".unchecked tbody tr")) == 3
    page.locator("input[value=blank]").uncheck()

    assert [row.inner_text()[:12] for row in visible(page, ".unchecked tbody tr")] == ["Rate-limited"]


def test_a_group_of_what_could_not_be_checked_opens_and_leads_to_its_claims(shown):
    page = shown()
    page.locator(".unchecked summary").first.click()
    page.locator(".unchecked li a").first.click()

    expect(page).to_have_url(re.compile("#claim-"))


def test_verdicts_are_filtered_by_keyboard(shown):
    page = shown("every verdict")
    page.locator("input[value=no]").focus()
    page.keyboard.press("Space")

    assert len(visible(page, ".finding")) == 3


@pytest.mark.parametrize(
    ("field", "value", "entries"), [("status", "soft_404", 1), ("section", "0", 3), ("source", "2", 2)]
)
def test_status_section_and_source_filter(shown, field, value, entries):
    page = shown()
    page.locator(f"#{field}").select_option(value)

    assert len(visible(page, ENTRIES)) == entries


def test_a_select_is_changed_by_keyboard(shown):
    page = shown()
    page.locator("#source").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")

    expect(page.locator("#source")).to_have_value("2")
    assert len(visible(page, ".finding")) == 2
    assert len(visible(page, ".sources > li")) == 2


def test_free_text_is_found_in_claims_references_and_evidence(shown):
    page = shown()
    for words, entries in (("FALK", 2), ("weather annals", 1), ("27 metres", 1), ("nowhere", 0)):
        page.locator("#words").fill(words)
        assert len(visible(page, ENTRIES)) == entries

    assert page.locator("#no-findings").is_visible()


def test_the_filters_are_cleared_by_mouse_and_by_key(shown):
    page = shown()
    for clear in (lambda: page.locator("#clear").click(), lambda: page.keyboard.press("x")):
        page.locator("#words").fill("nowhere")
        page.locator("#words").press("Escape")
        assert visible(page, ENTRIES) == []
        clear()
        assert len(visible(page, ENTRIES)) == 5


def test_slash_goes_to_the_search_and_keys_typed_there_are_text(shown):
    page = shown()
    page.keyboard.press("/")
    page.keyboard.type("jxk?")

    assert focused(page) == "words"
    assert page.locator("#words").input_value() == "jxk?"
    assert not page.locator("#keys").is_visible()


def test_findings_are_walked_by_keys(shown):
    page = shown()
    places = []
    for key in ("j", "n", "k", "p", "p"):
        page.keyboard.press(key)
        places.append(focused(page))
    anchors = [one.get_attribute("id") for one in page.locator(".finding").all()]

    assert places == [anchors[0], anchors[1], anchors[0], anchors[0], anchors[0]]


def test_findings_are_walked_by_mouse_past_what_is_filtered_out(shown):
    page = shown("every verdict")
    page.locator("input[value=no]").uncheck()
    page.locator("#next").click()
    page.locator("#next").click()
    anchors = [one.get_attribute("id") for one in page.locator(".finding").all()]

    assert focused(page) == anchors[2]
    page.locator("#previous").click()
    assert focused(page) == anchors[0]


def test_d_shows_the_finding_in_the_document(shown):
    page = shown()
    page.keyboard.press("j")
    page.keyboard.press("d")

    leads_to(page, f"#claim-{CLAIMS[1].id}")
    assert page.locator(f"#claim-{CLAIMS[1].id}").is_visible()


def test_each_finding_has_its_permalink(shown):
    page = shown()
    link = page.locator(".permalink").nth(1)
    link.click()

    assert page.locator(".permalink").count() == 2
    leads_to(page, link.get_attribute("href"))


def test_without_scripts_all_is_there_to_read_and_no_control_that_does_nothing(chromium, files):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((files / "lighthouse" / "report.html").as_uri())
    shown, controls = len(visible(page, ".finding")), visible(page, "#filters, button, .permalink")
    page.locator(f"#note-{CLAIMS[2].id} summary").click()
    read = page.locator(f"#note-{CLAIMS[2].id}").inner_text()
    context.close()

    assert (shown, controls) == (2, [])
    assert "Rape oil fed the flame" in read


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_verdict_is_said_to_who_cannot_see_its_colour(shown, theme):
    page = shown(theme=theme)

    assert "(not supported)" in page.locator(f"a#claim-{CLAIMS[1].id}").aria_snapshot()
    assert "(partly supported)" in page.locator(".citing a", has_text="line 7").first.aria_snapshot()


def test_an_archived_page_opens_beside_the_report(shown):
    page = shown()
    page.evaluate("document.addEventListener('click', (event) => event.preventDefault())")
    link, inside = page.locator("figcaption a").first, page.locator(".where a").first
    link.click()
    inside.click()

    assert link.get_attribute("target") == "_blank"
    assert inside.get_attribute("target") is None


def test_o_opens_the_archived_copy(shown):
    page = shown()
    page.evaluate(
        "document.addEventListener('click', (event) => { event.preventDefault();"
        " window.opened = event.target.href; }, true)"
    )
    page.keyboard.press("j")
    page.keyboard.press("o")

    assert page.evaluate("window.opened").startswith("https://web.archive.org/web/20220305081530/")


def test_the_help_opens_and_closes_by_mouse_and_by_key_and_turns_the_keys_off(shown):
    page = shown()
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    page.locator("#help").click()
    page.locator("#single").uncheck()
    page.locator("#close").click()
    page.keyboard.press("?")
    assert not page.locator("#keys").is_visible()


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_claim_in_the_document_opens_its_evidence(shown, by):
    page = shown()
    link = page.locator(f"a#claim-{CLAIMS[2].id}")
    if by == "mouse":
        link.click()
    else:
        link.focus()
        page.keyboard.press("Enter")

    page.locator(f"#note-{CLAIMS[2].id}").get_by_text("Rape oil fed the flame").wait_for(state="visible")


def test_evidence_is_opened_by_keyboard_alone(shown):
    page = shown()
    page.locator(f"#note-{CLAIMS[2].id} summary").focus()
    page.keyboard.press("Enter")

    expect(page.locator(f"#note-{CLAIMS[2].id}")).to_have_attribute("open", "")


def test_a_permalink_opens_at_its_finding_and_clears_a_filter_that_hides_it(shown):
    page = shown(anchor=f"#finding-{CLAIMS[4].id}")
    expect(page.locator(f"#finding-{CLAIMS[4].id}")).to_be_in_viewport()

    page.locator("#words").fill("nowhere")
    page.evaluate(f"location.hash = 'finding-{CLAIMS[1].id}'")
    page.locator(f"#finding-{CLAIMS[1].id}").wait_for(state="visible")


def test_a_permalink_to_nothing_or_to_nonsense_breaks_nothing(shown):
    for anchor in ("#finding-none", "#%", "#%E0%A4%A"):
        assert len(visible(shown(anchor=anchor), ".finding")) == 2


def test_evidence_stands_beside_its_paragraph_when_wide_and_below_it_on_a_phone(shown):
    def places(width):
        page = shown(width=width)
        return page.locator(".cited .text").first.bounding_box(), page.locator(".cited .notes").first.bounding_box()

    text, notes = places(1280)
    assert notes["x"] > text["x"] + text["width"]
    text, notes = places(360)
    assert notes["y"] >= text["y"] + text["height"]


def test_changes_exemptions_and_notes_are_on_the_page(shown):
    words = shown("everything").locator("main").inner_text()

    assert "Worse" in words
    assert "Removed" in words
    assert "Was: Ingrid Falk kept it to 1930." in words
    assert "Does not count: exempted by the baseline (known)." in words
    assert "Baseline entry 12 no longer matches a claim." in words


def test_on_paper_there_are_no_controls_and_all_findings(shown):
    page = shown()
    page.locator("#words").fill("")
    page.emulate_media(media="print")

    assert not page.locator("#filters").is_visible()
    assert not page.locator("nav").is_visible()
    assert len(visible(page, ".finding")) == 2


def test_the_index_leads_to_a_page_and_back(shown):
    page = shown("many")
    page.locator(".index a").first.click()
    leads_to(page, "report-1.html")
    page.locator(".brand a").click()
    leads_to(page, "report.html")
