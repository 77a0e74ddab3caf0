"""A document's page: what it says where there are no findings."""

from dataclasses import replace

import pytest

from claims.records import Link, Verdict
from reports.view.document_page import page
from tests.reports.examples import report
from tests.reports.lighthouse import CLAIMS, LIGHTHOUSE

SUPPORTED = next(claim for claim in CLAIMS if claim.verdict is Verdict.SUPPORTED and claim.link is Link.DIRECT)
UNREAD = next(claim for claim in CLAIMS if claim.verdict is Verdict.SOURCE_UNAVAILABLE)


@pytest.mark.parametrize(
    ("claims", "clear"),
    [((SUPPORTED,), True), ((SUPPORTED, UNREAD), True), ((UNREAD,), False), ((), False)],
    ids=["supported", "one not checked", "none checked", "none cited"],
)
def test_only_claims_that_were_checked_clear_a_document(claims, clear):
    document = replace(LIGHTHOUSE, claims=claims)

    shown = page(report(document), document)

    assert (shown.clear, shown.findings) == (clear, ())
