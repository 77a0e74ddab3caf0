"""Articles in Arabic, Hebrew and Japanese in Chromium: each text runs its own way, ours around it from the left."""

import pytest

from tests.reports.browser.languages import DOCUMENTS

RIGHT_TO_LEFT = ["arabic", "hebrew"]


def direction(page, selector):
    return page.evaluate("(name) => getComputedStyle(document.querySelector(name)).direction", selector)


@pytest.mark.parametrize("name", RIGHT_TO_LEFT)
def test_text_runs_from_the_right_and_the_page_around_it_from_the_left(shown, name):
    page = shown(name)

    for selector in (".reading p.text", ".finding h3", "blockquote", "h1 bdi", ".ref bdi"):
        assert direction(page, selector) == "rtl", selector
    for selector in ("main", ".notes", ".kicker", ".headline", ".fact small"):
        assert direction(page, selector) == "ltr", selector


@pytest.mark.parametrize("name", RIGHT_TO_LEFT)
def test_a_mark_stands_behind_its_number_which_is_on_the_left(shown, name):
    page = shown(name)
    fact, mark = page.locator(".fact").first, page.locator(".fact small").first
    middle = mark.bounding_box()["x"] + mark.bounding_box()["width"] / 2

    assert middle < fact.bounding_box()["x"] + fact.bounding_box()["width"] / 2


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_sentence_stands_behind_the_one_before_it_as_its_script_is_read(shown, name):
    start = "(link) => { const line = link.getClientRects()[0]; return [line.left, line.right, line.top]; }"
    links = shown(name).locator("a.claim").all()[:2]
    (left, right, top), (next_left, next_right, next_top) = (link.evaluate(start) for link in links)

    assert abs(next_top - top) < 5
    assert next_right < left if name in RIGHT_TO_LEFT else next_left > right


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_language_is_told_where_the_documents_words_are_and_only_there(shown, name):
    page, tag = shown(name), DOCUMENTS[name][0]

    for selector in ("h1", ".finding h3", ".reading"):
        assert page.locator(selector).first.get_attribute("lang") == tag
    assert page.locator(".notes").first.get_attribute("lang") == "en"
    assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_words_of_these_scripts_are_searched(shown, name):
    page = shown(name)
    words = DOCUMENTS[name][2][1][1][2]
    page.locator("#words").fill(words)

    assert page.locator(".note:not([hidden])").count() == 1
