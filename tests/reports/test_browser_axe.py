"""The HTML report held against WCAG 2.2 AA by axe-core: no violation in either theme, wide and at 360 px."""

from pathlib import Path

import axe_playwright_python
import pytest

from tests.reports.shown_reports import REPORTS

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
# Passes are not wanted, nor the selectors of every element: half the time of 500 claims went into those.
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "selectors": False,
}


def violations(page):
    """What axe-core finds on `page`, as pairs of the rule and the first element that breaks it."""
    page.evaluate(AXE)
    found = page.evaluate("(options) => axe.run(document, options)", OPTIONS)
    return [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]]


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", [*REPORTS, "middling", "example"])
def test_axe_finds_no_violation(shown, name, theme, width):
    page = shown(name, theme=theme, width=width)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")

    assert violations(page) == []


# 500 claims take half a minute, so they are looked at once; what theme and width change, 60 claims show as well.
def test_axe_finds_no_violation_in_500_claims(shown):
    assert violations(shown("large")) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_violation_in_the_help_and_under_a_filter(shown, theme):
    page = shown(theme=theme)
    page.locator("#words").fill("Falk")
    page.locator("#help").click()

    assert violations(page) == []
