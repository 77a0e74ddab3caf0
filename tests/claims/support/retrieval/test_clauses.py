"""claims.support.retrieval.clauses: which part of a claim a source has, and which it has not."""

import pytest

from claims.records import Verdict
from claims.support import default_checker
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.clauses import Parts, clauses, parted
from claims.support.retrieval.matching import match
from tests.claims.support.build import line, source
from tests.work import LINEAR, LONGER, growth

PAGE = source("The bridge over the Tane was opened by Alma Reyes in 1931.", "Anglers come here for the trout.")
BOTH = "The bridge over the Tane was opened by Alma Reyes, which angered the ferrymen of the lower valley."


def parts(claim: str) -> str | None:
    found = parted(claim, match(Statement(text=claim), [make_page(PAGE)]))
    return found and found.reason


def test_the_part_of_which_there_is_nothing_is_told() -> None:
    assert parts(BOTH) == "The source says nothing of “which angered the ferrymen of the lower valley”."


def test_names_the_part_that_is_found_and_the_part_that_hardly_is() -> None:
    claim = "The bridge was opened by Alma Reyes, who hated all anglers near the ferrymen."
    assert parts(claim) == (
        "The source has most of “The bridge was opened by Alma Reyes”, "
        "but little of “who hated all anglers near the ferrymen”."
    )


@pytest.mark.parametrize(
    "claim",
    [
        "The bridge over the Tane was opened by Alma Reyes.",
        "The bridge over the Tane was opened by Alma Reyes, and anglers come here for the trout.",
        "",
    ],
)
def test_of_a_claim_of_one_part_or_with_all_parts_found_nothing_is_told(claim: str) -> None:
    assert parts(claim) is None


def test_a_few_words_between_commas_are_no_part_of_their_own() -> None:
    assert parts("The bridge over the Tane, in 1931, was opened by Alma Reyes.") is None


def test_a_claim_of_a_part_that_is_found_and_one_that_is_not_is_partly_supported() -> None:
    checker = default_checker()
    judged = checker.judge(Statement(text=BOTH), [checker.index(PAGE)])
    assert (judged.verdict, judged.reason_code) == (Verdict.PARTIALLY_SUPPORTED, "part_not_found")
    assert judged.reason == parts(BOTH)


@pytest.mark.parametrize("piece", ["one, two, ", "which angered the ferrymen, ", "opened by Alma Reyes; "])
def test_work_grows_with_the_commas_of_a_claim(piece: str) -> None:
    page = make_page(PAGE)
    seen = {count: match(Statement(text=piece * count), [page]) for count in (100, 100 * LONGER)}
    assert growth(lambda count: parted(piece * count, seen[count]), 100) < LINEAR


@pytest.mark.parametrize(("words", "count"), [(3, 2), (2, 1)])
def test_a_clause_has_three_words(words: int, count: int) -> None:
    assert len(clauses(f"{line(5)}, which {line(words)}.")) == count


@pytest.mark.parametrize(("had", "lacked", "apart"), [(0.8, 0.6, True), (0.79, 0.6, False), (0.8, 0.61, False)])
def test_a_page_has_four_fifths_of_one_part_and_three_of_another(had: float, lacked: float, apart: bool) -> None:
    assert Parts(most="one", least="other", had=had, lacked=lacked).apart is apart


@pytest.mark.parametrize(("lacked", "bare"), [(0.1, True), (0.11, False)])
def test_of_a_part_covered_up_to_a_tenth_nothing_is_found(lacked: float, bare: bool) -> None:
    assert Parts(most="one", least="other", had=0.9, lacked=lacked).bare is bare
