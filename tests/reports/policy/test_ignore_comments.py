"""Comments in a document that exempt findings."""

import pytest

from claims.records import ExemptBy
from reports.policy.evaluation import Policy, evaluate
from reports.policy.fail_on import parse_fail_on
from reports.policy.ignore_comments import comment_rules
from tests.reports.examples import lighthouse
from tests.reports.lighthouse import CLAIMS
from tests.reports.lighthouse_text import CREW, LIT, OIL, TEXT


def texts(text):
    ids = {claim.id: claim.text for claim in CLAIMS}
    return [ids[rule.claim] for rule in comment_rules("skarvholm.txt", text, CLAIMS)]


def test_a_comment_behind_a_claim_covers_that_claim_alone():
    assert texts(TEXT.replace(OIL, OIL + "[1]<!-- citewatch: ignore seen on paper -->")) == [OIL]


def test_markup_between_the_claim_and_the_comment_does_not_matter():
    marked = TEXT.replace(LIT, f"''{LIT}''<ref name=a /> <ref>Other words here</ref> <!--citewatch: ignore-->")

    assert texts(marked) == [LIT]


def test_a_comment_on_its_own_line_covers_the_next_line_with_text():
    above = TEXT.replace("Skarvholm Lighthouse\n\n", "Skarvholm Lighthouse\n<!-- citewatch: ignore -->\n", 1)

    assert set(texts(above)) == {claim.text for claim in CLAIMS if claim.line == 3}


def test_the_reason_is_what_follows_the_order():
    (rule,) = comment_rules("a*.md", TEXT.replace(CREW, CREW + "<!-- citewatch: ignore  two\n words -->"), CLAIMS)

    assert (rule.reason, rule.by, rule.path) == ("two words", ExemptBy.COMMENT, "a[*].md")


@pytest.mark.parametrize("comment", ["<!-- ignore -->", "<!-- citewatch: ignored -->", "<!-- citewatch: ignore"])
def test_other_comments_cover_nothing(comment):
    assert texts(TEXT.replace(OIL, OIL + comment)) == []


def test_a_commented_finding_does_not_count():
    rules = comment_rules("skarvholm.txt", TEXT.replace(LIT, LIT + "<!-- citewatch: ignore -->"), CLAIMS)
    outcome = evaluate(lighthouse(), Policy(fail_on=parse_fail_on(["not_supported"]), ignore=rules), "2026-01-01")

    assert not outcome.failed
    assert outcome.exempt[0].by is ExemptBy.COMMENT


@pytest.mark.parametrize(("distance", "covered"), [(1400, [OIL]), (1600, [])])
def test_a_comment_reaches_back_1500_characters(distance, covered):
    between = "[1]" + " " * (distance - 3)

    assert texts(TEXT.replace(OIL, OIL + between + "<!-- citewatch: ignore -->")) == covered
