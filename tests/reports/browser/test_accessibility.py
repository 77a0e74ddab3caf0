"""The HTML report held against WCAG 2.2 AA by axe-core: no violation in either theme, wide and at 360 px."""

from pathlib import Path

import axe_playwright_python
import pytest

from tests.reports.browser.shown_reports import REPORTS

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
# Passes are not wanted, nor the selectors of every element: half the time of 500 claims went into those.
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "selectors": False,
}


def violations(page, *, color_contrast=True):
    """What axe-core finds on `page`, as pairs of the rule and the first element that breaks it."""
    page.evaluate(AXE)
    rules = {"color-contrast": {"enabled": color_contrast}}
    found = page.evaluate("(options) => axe.run(document, options)", {**OPTIONS, "rules": rules})
    return [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]]


# Of the reports only those with elements of their own: the lighthouse's are all in `everything`.
SHOWN = ["everything", "every verdict", "arabic", "japanese", "many", "nothing", "hostile", "example"]
assert SHOWN[:-1] == [name for name in REPORTS if name in SHOWN]


# Both themes and both widths, each once: themes differ in colours alone and widths in sizes, and axe takes seconds.
@pytest.mark.parametrize(("theme", "width"), [("light", 1280), ("dark", 360)])
@pytest.mark.parametrize("name", SHOWN)
def test_axe_finds_no_violation(shown, name, theme, width):
    page = shown(name, theme=theme, width=width)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")

    assert violations(page) == []


# Of 39 seconds on 500 claims the contrast of each element took 26: the same classes are in the reports above, in both
# themes. Only the sizes of controls, which are smallest on a narrow page, could break a rule here and not there.
def test_axe_finds_no_violation_in_500_claims(shown):
    assert violations(shown("large", width=360), color_contrast=False) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_violation_in_the_help_and_under_a_filter(shown, theme):
    page = shown(theme=theme)
    page.locator("#words").fill("Falk")
    page.locator("#help").click()

    assert violations(page) == []
