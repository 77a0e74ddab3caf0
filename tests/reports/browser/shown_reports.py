"""The reports that the browser's tests open, and what they ask of a page."""

import re
from dataclasses import replace

from playwright.sync_api import expect

from claims.records import Change, ChangeKind, ExemptBy, Exemption, Verdict
from tests.reports.browser import languages
from tests.reports.examples import every_verdict, lighthouse, report, saying
from tests.reports.lighthouse import CLAIMS, LIGHTHOUSE

EVERYTHING = replace(
    lighthouse(),
    changes=(
        Change(
            kind=ChangeKind.WORSE, source="skarvholm.txt", claim=CLAIMS[1].id, text=CLAIMS[1].text, line=3,
            before=Verdict.SUPPORTED, after=Verdict.NOT_SUPPORTED,
        ),
        Change(
            kind=ChangeKind.GONE, source="skarvholm.txt", claim="gone", text="It had a twin.", line=9,
            before=Verdict.NOT_SUPPORTED,
        ),
        Change(
            kind=ChangeKind.EDITED, source="skarvholm.txt", claim=CLAIMS[4].id, text=CLAIMS[4].text, line=7,
            before=Verdict.SUPPORTED, after=Verdict.PARTIALLY_SUPPORTED, was="Ingrid Falk kept it to 1930.",
        ),
    ),
    exempt=(Exemption(source="skarvholm.txt", claim=CLAIMS[4].id, by=ExemptBy.BASELINE, reason="known"),),
    notes=("Baseline entry 12 no longer matches a claim.",),
)  # fmt: skip
REPORTS = {
    "lighthouse": lighthouse(),
    "everything": EVERYTHING,
    "every verdict": every_verdict(),
    **languages.REPORTS,
    "in Markdown": report(replace(LIGHTHOUSE, format="markdown")),
    "many": report(LIGHTHOUSE, LIGHTHOUSE),
    "nothing": report(),
    "hostile": report(saying("<b>'\"&\u202e{{x}} https://x.example/")),
}


def visible(page, selector):
    return [one for one in page.locator(selector).all() if one.is_visible()]


def focused(page):
    return page.evaluate("document.activeElement.id")


def leads_to(page, end):
    """Wait until the address of `page` ends so: a browser follows a link, and tells of it, after the click is over."""
    expect(page).to_have_url(re.compile(re.escape(end) + "$"))
