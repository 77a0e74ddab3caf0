"""Every control of a report on 500 claims, by mouse and by keyboard."""

import pytest
from playwright.sync_api import expect

from tests.reports.browser.shown_reports import focused, leads_to

FINDINGS, CLAIMS, REFERENCES = 112, 500, 50


@pytest.fixture
def page(shown):
    return shown("large")


@pytest.fixture(scope="module")
def kept(chromium, files):
    """The report, loaded once: laying out 500 claims takes longer than most of what is tested on them."""
    page = chromium.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page.goto((files / "large" / "report.html").as_uri())
    yield page
    page.close()


@pytest.fixture
def unfiltered(kept):
    """The report that the tests share, without a filter."""
    kept.locator("#clear").click()
    kept.evaluate("document.activeElement.blur()")
    return kept


def left(page):
    """How many findings and claims the filters leave, as the page itself has it, after checking what it says."""
    counts = [page.locator(f"{name}:not([hidden])").count() for name in (".findings > li", ".note")]
    said = page.locator("#shown").inner_text()
    assert not said or said == f"{counts[0]} of {FINDINGS} findings, {counts[1]} of {CLAIMS} claims"
    return tuple(counts)


def anchors(page):
    return page.evaluate("[...document.querySelectorAll('.findings > li:not([hidden]) .finding')].map((one) => one.id)")


@pytest.mark.parametrize(
    ("tone", "findings", "claims"),
    [("no", 56, 444), ("part", 56, 444), ("blank", 112, 333), ("wait", 112, 445), ("yes", 112, 334)],
)
def test_each_verdict_is_switched_off_by_mouse_and_on_by_keyboard(unfiltered, tone, findings, claims):
    box = unfiltered.locator(f"input[value={tone}]")
    box.click()
    assert left(unfiltered) == (findings, claims)
    box.focus()
    unfiltered.keyboard.press("Space")
    assert left(unfiltered) == (FINDINGS, CLAIMS)


@pytest.mark.parametrize("field", ["status", "section", "source"])
def test_each_list_is_chosen_from_by_mouse_and_by_keyboard(unfiltered, field):
    select = unfiltered.locator(f"#{field}")
    select.select_option(index=1)
    chosen = left(unfiltered)
    assert 0 < chosen[1] < CLAIMS
    unfiltered.locator("#clear").click()
    assert left(unfiltered) == (FINDINGS, CLAIMS)
    select.focus()
    unfiltered.keyboard.press("ArrowDown")
    assert left(unfiltered) == chosen


def test_words_are_searched_and_cleared_by_key(unfiltered):
    unfiltered.keyboard.press("/")
    unfiltered.keyboard.type("case 42 it")
    assert left(unfiltered)[1] == 1
    unfiltered.keyboard.press("Escape")
    unfiltered.keyboard.press("x")
    assert left(unfiltered) == (FINDINGS, CLAIMS)


def test_a_filter_leaves_the_sources_of_what_it_leaves(unfiltered):
    unfiltered.locator("#source").select_option("7")

    assert unfiltered.locator(".sources > li:not([hidden])").count() == 1
    assert left(unfiltered)[1] == CLAIMS // REFERENCES


def test_findings_are_walked_by_mouse_and_by_keys_to_the_last(page):
    order = anchors(page)
    page.locator("#next").click()
    assert focused(page) == order[0]
    page.keyboard.press("j")
    page.keyboard.press("n")
    assert focused(page) == order[2]
    page.locator("#previous").click()
    page.keyboard.press("k")
    page.keyboard.press("p")
    assert focused(page) == order[0]
    for _ in range(FINDINGS + 2):
        page.keyboard.press("j")
    assert focused(page) == order[-1]
    expect(page.locator(f"#{order[-1]}")).to_be_in_viewport()


def test_a_finding_leads_to_its_place_and_back_by_mouse_and_by_key(page):
    last = anchors(page)[-1].removeprefix("finding-")
    page.locator(f"#finding-{last} .where a").click()
    leads_to(page, f"#claim-{last}")
    page.locator(f"a#claim-{last}").press("Enter")
    expect(page.locator(f"#note-{last}")).to_have_attribute("open", "")
    page.locator(f"#note-{last} a", has_text="Full finding").click()
    leads_to(page, f"#finding-{last}")
    page.keyboard.press("d")
    leads_to(page, f"#claim-{last}")


def test_evidence_and_tries_open_by_mouse_and_by_keyboard(page):
    note = page.locator(".note").nth(250)
    note.locator("summary").click()
    expect(note).to_have_attribute("open", "")
    note.locator("summary").press("Enter")
    expect(note).not_to_have_attribute("open", "")
    tried = page.locator(".tried").last
    page.locator(".note", has=page.locator(".tried")).last.locator("> summary").click()
    tried.locator("summary").click()
    expect(tried).to_have_attribute("open", "")
    tried.locator("summary").press("Space")
    expect(tried).not_to_have_attribute("open", "")


def test_the_help_opens_by_mouse_and_key_and_closes_by_both(unfiltered):
    unfiltered.locator("#help").click()
    unfiltered.locator("#close").click()
    assert not unfiltered.locator("#keys").is_visible()
    unfiltered.keyboard.press("?")
    unfiltered.keyboard.press("Escape")
    expect(unfiltered.locator("#keys")).to_be_hidden()


def test_o_opens_the_copy_of_the_finding_that_one_stands_on(page):
    page.evaluate(
        "document.addEventListener('click', (event) => { if (event.target.host) { event.preventDefault();"
        " window.opened = event.target.href; } }, true)"
    )
    page.keyboard.press("j")
    page.keyboard.press("o")

    assert page.evaluate("window.opened").startswith("https://web.archive.org/web/20220305081530/")


def test_permalinks_of_findings_claims_and_sources_open_there(shown, page):
    last = anchors(page)[-1]
    for anchor in (last, last.replace("finding", "claim"), "source-50"):
        expect(shown("large", anchor=f"#{anchor}").locator(f"#{anchor}")).to_be_in_viewport()
