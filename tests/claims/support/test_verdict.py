"""claims.support.verdict: one decision from plain signals, at the edges of every rule."""

from dataclasses import replace

import pytest

from claims.records import Fact, FactKind, FactState, Verdict
from claims.support.contradictions.turn import Turn
from claims.support.entailment.calibration import Calibration
from claims.support.entailment.interface import Entailed
from claims.support.retrieval.clauses import Parts
from claims.support.signals import Signals
from claims.support.verdict import Decision, Point, decide

POINT = Point(
    supported=0.43, opposite=0.35, turned=0.2, not_supported=0.0, not_supported_plain=-0.5, not_supported_short=-1.0
)
SIGNALS = Signals(
    score=0.3, facts=(), opposites=(), verbatim=0.9, parts=None, covered=0.5, akin=0.0, content_words=6,
    denies=False, clause_verbatim=0.0, english=True, spaced=True, short=False, foreign=0, mute=False,
)  # fmt: skip


def fact(state: FactState, kind: FactKind = FactKind.NUMBER) -> Fact:
    found = "1968" if state is FactState.CONTRADICTED else None
    return Fact(kind=kind, text="1978", start=0, end=4, state=state, found=found)


def decided(**signals) -> Decision:
    return decide(replace(SIGNALS, **signals), POINT)


@pytest.mark.parametrize(("score", "verdict"), [(0.43, Verdict.SUPPORTED), (0.42, Verdict.UNCLEAR)])
def test_a_claim_is_supported_from_the_point_on(score: float, verdict: Verdict) -> None:
    assert decided(score=score).verdict is verdict


@pytest.mark.parametrize(("covered", "verdict"), [(0.3, Verdict.SUPPORTED), (0.29, Verdict.UNCLEAR)])
def test_a_claim_of_which_there_is_nothing_to_quote_is_not_supported(covered: float, verdict: Verdict) -> None:
    assert decided(score=0.9, covered=covered).verdict is verdict


@pytest.mark.parametrize(("score", "verdict"), [(0.18, Verdict.NOT_SUPPORTED), (0.19, Verdict.UNCLEAR)])
def test_a_claim_is_not_supported_up_to_the_point(score: float, verdict: Verdict) -> None:
    # Half of its words are covered: log-odds of 0.18 are -1.52.
    assert decided(score=score, facts=(fact(FactState.MISSING),)).verdict is verdict


@pytest.mark.parametrize(("score", "verdict"), [(0.11, Verdict.NOT_SUPPORTED), (0.12, Verdict.UNCLEAR)])
def test_a_claim_without_a_missing_detail_must_be_further_from_the_source(score: float, verdict: Verdict) -> None:
    assert decided(score=score).verdict is verdict


@pytest.mark.parametrize(("covered", "verdict"), [(0.28, Verdict.NOT_SUPPORTED), (0.29, Verdict.UNCLEAR)])
def test_the_less_of_a_claim_is_covered_the_sooner_silence_counts(covered: float, verdict: Verdict) -> None:
    assert decided(score=0.3, covered=covered, facts=(fact(FactState.MISSING),)).verdict is verdict


@pytest.mark.parametrize(("score", "verdict"), [(0.07, Verdict.NOT_SUPPORTED), (0.08, Verdict.UNCLEAR)])
def test_a_short_source_must_be_further_from_the_claim_for_an_alarm(score: float, verdict: Verdict) -> None:
    assert decided(score=score, short=True).verdict is verdict


@pytest.mark.parametrize(("score", "odds"), [(0.0, -20.7), (1.0, 20.7)])
def test_a_certain_score_has_log_odds_all_the_same(score: float, odds: float) -> None:
    assert replace(SIGNALS, score=score, covered=0.0).presence == pytest.approx(odds, abs=0.1)


def test_a_claim_of_a_part_that_the_source_does_not_mention_is_not_supported_in_whole() -> None:
    parts = Parts(most="the bridge opened in 1931", least="the mayor wept", had=0.9, lacked=0.1)
    assert decided(score=0.9, parts=parts).verdict is Verdict.PARTIALLY_SUPPORTED


def test_a_contradicted_detail_contradicts_the_claim_whatever_its_score() -> None:
    found = decided(score=0.9, facts=(fact(FactState.CONTRADICTED),))
    assert found == Decision(Verdict.CONTRADICTED, "the claim says 1978, the source 1968", "contradicted_number")


@pytest.mark.parametrize("kind", [FactKind.NUMBER, FactKind.DATE, FactKind.NAME])
def test_a_missing_detail_keeps_a_claim_from_supported_whatever_its_score(kind: FactKind) -> None:
    assert decided(score=0.9, facts=(fact(FactState.MISSING, kind),)).verdict is Verdict.UNCLEAR


def test_an_opposite_keeps_a_claim_from_supported_whatever_its_score() -> None:
    assert decided(score=0.9, opposites=(Turn("", "not"),)).verdict is Verdict.UNCLEAR


@pytest.mark.parametrize(
    ("score", "verbatim", "verdict"),
    [
        (0.35, 0.65, Verdict.CONTRADICTED),
        (0.36, 0.65, Verdict.UNCLEAR),
        (0.35, 0.64, Verdict.UNCLEAR),
    ],
)
def test_an_opposite_contradicts_a_claim_that_the_sentence_repeats(score, verbatim, verdict) -> None:
    found = decided(score=score, verbatim=verbatim, opposites=(Turn("rose", "fell"),))
    assert (found.verdict, found.code) == (verdict, "opposite")
    assert "“rose”" in found.reason
    assert "“fell”" in found.reason


@pytest.mark.parametrize("opposite", [Turn("not", ""), Turn("Nordlys … Havbruk", "Havbruk … Nordlys")])
@pytest.mark.parametrize(
    ("score", "verbatim", "verdict"),
    [(0.2, 0.65, Verdict.CONTRADICTED), (0.21, 0.65, Verdict.UNCLEAR), (0.2, 0.64, Verdict.UNCLEAR)],
)
def test_a_denial_or_an_exchange_contradicts_where_the_score_is_low_too(opposite, score, verbatim, verdict) -> None:
    assert decided(score=score, verbatim=verbatim, covered=0.7, opposites=(opposite,)).verdict is verdict


def test_a_quantifier_that_the_sentence_lacks_may_be_true() -> None:
    assert decided(score=0.1, covered=0.7, opposites=(Turn("always based", ""),)).verdict is Verdict.UNCLEAR


@pytest.mark.parametrize(
    ("score", "verbatim", "verdict"),
    [(0.2, 0.75, Verdict.CONTRADICTED), (0.21, 0.75, Verdict.UNCLEAR), (0.2, 0.74, Verdict.UNCLEAR)],
)
def test_in_other_languages_the_sentence_must_repeat_more_of_the_claim(score, verbatim, verdict) -> None:
    found = decided(score=score, verbatim=verbatim, covered=0.7, opposites=(Turn("", "nicht"),), english=False)
    assert found.verdict is verdict


def test_a_source_in_another_language_is_never_an_alarm() -> None:
    assert decided(score=0.05, foreign=1).verdict is Verdict.UNCLEAR
    assert decided(score=0.05, foreign=1, facts=(fact(FactState.CONTRADICTED),)).verdict is Verdict.UNCLEAR


@pytest.mark.parametrize(("words", "verdict"), [(1, Verdict.SUPPORTED), (2, Verdict.UNCLEAR)])
def test_names_and_numbers_alone_support_no_claim_that_is_plainly_in_another_language(words, verdict) -> None:
    assert decided(score=0.9, foreign=words).verdict is verdict


def test_a_calibrated_entailment_model_may_read_both_languages() -> None:
    by_model = Entailed(probability=0.9, calibration=Calibration(bias=0.0, entailment=1.0, score=0.0))
    assert decided(foreign=5, entailed=by_model).verdict is Verdict.SUPPORTED
    assert decided(score=0.9, foreign=5, entailed=Entailed(probability=0.9)).verdict is Verdict.UNCLEAR


@pytest.mark.parametrize(("score", "verdict"), [(0.11, Verdict.NOT_SUPPORTED), (0.12, Verdict.UNCLEAR)])
def test_a_detail_that_pages_of_a_script_without_spaces_lack_counts_for_nothing(score, verdict) -> None:
    assert decided(score=score, spaced=False, facts=(fact(FactState.MISSING),)).verdict is verdict


def test_a_page_of_menus_says_nothing() -> None:
    assert decided(score=0.05, mute=True).verdict is Verdict.SOURCE_UNAVAILABLE
    assert decided(score=0.9, mute=True).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(("words", "verdict"), [(4, Verdict.NOT_SUPPORTED), (3, Verdict.UNCLEAR)])
def test_silence_about_a_claim_of_a_few_words_is_no_alarm(words: int, verdict: Verdict) -> None:
    assert decided(score=0.1, content_words=words).verdict is verdict


def test_silence_about_a_denial_is_no_alarm() -> None:
    assert decided(score=0.1, denies=True).verdict is Verdict.UNCLEAR


@pytest.mark.parametrize(("covered", "verdict"), [(0.8, Verdict.UNCLEAR), (0.79, Verdict.NOT_SUPPORTED)])
def test_a_well_covered_claim_whose_details_are_found_is_no_alarm(covered: float, verdict: Verdict) -> None:
    assert decided(score=0.05, covered=covered).verdict is verdict


def test_a_part_that_is_found_and_one_that_is_not_are_both_named() -> None:
    parts = Parts(most="the bridge opened in 1931", least="the mayor wept", had=0.9, lacked=0.2)
    found = decided(parts=parts)
    assert (found.verdict, found.code) == (Verdict.PARTIALLY_SUPPORTED, "part_not_found")
    assert parts.most in found.reason
    assert parts.least in found.reason


@pytest.mark.parametrize(("covered", "verdict"), [(0.8, Verdict.PARTIALLY_SUPPORTED), (0.79, Verdict.UNCLEAR)])
def test_a_missing_detail_of_a_well_covered_claim_is_the_part_that_is_not_found(covered, verdict) -> None:
    found = decided(covered=covered, facts=(fact(FactState.MISSING),))
    assert (found.verdict, found.code) == (verdict, "detail_not_found")
    assert "1978" in found.reason


def test_what_cannot_be_decided_is_left_to_a_person_with_the_reason() -> None:
    found = decided()
    assert (found.verdict, found.code) == (Verdict.UNCLEAR, "wording_too_far")


@pytest.mark.parametrize(("covered", "verdict"), [(0.2, Verdict.NOT_SUPPORTED), (0.21, Verdict.UNCLEAR)])
def test_a_denial_is_an_alarm_only_where_two_details_and_nearly_all_words_are_lacking(covered, verdict) -> None:
    missing = fact(FactState.MISSING)
    assert decided(score=0.05, covered=covered, denies=True, facts=(missing, missing)).verdict is verdict
    assert decided(score=0.05, covered=covered, denies=True, facts=(missing,)).verdict is Verdict.UNCLEAR


def test_an_opposite_of_which_nothing_is_sure_hides_no_silence() -> None:
    opposites = (Turn("only two", ""),)
    assert decided(score=0.05, covered=0.1, opposites=opposites).verdict is Verdict.NOT_SUPPORTED
    assert decided(score=0.3, covered=0.5, opposites=opposites).code == "opposite"


def test_a_quotation_that_the_source_lacks_is_an_alarm() -> None:
    found = decided(score=0.9, facts=(fact(FactState.MISSING, FactKind.QUOTATION),))
    assert (found.verdict, found.code) == (Verdict.NOT_SUPPORTED, "quote_not_found")


def test_a_quotation_that_a_snippet_lacks_may_be_in_the_rest_of_its_page() -> None:
    found = decided(score=0.9, short=True, facts=(fact(FactState.MISSING, FactKind.QUOTATION),))
    assert (found.verdict, found.code) == (Verdict.UNCLEAR, "quote_not_found")


@pytest.mark.parametrize(("signal", "verdict"), [("mute", Verdict.SOURCE_UNAVAILABLE), ("foreign", Verdict.UNCLEAR)])
def test_a_missing_quotation_is_no_alarm_where_its_words_could_not_be_read(signal: str, verdict: Verdict) -> None:
    assert decided(**{signal: True}, facts=(fact(FactState.MISSING, FactKind.QUOTATION),)).verdict is verdict


@pytest.mark.parametrize(("clause_verbatim", "verdict"), [(0.7, Verdict.CONTRADICTED), (0.69, Verdict.UNCLEAR)])
def test_an_opposite_contradicts_a_clause_that_its_own_sentence_repeats(clause_verbatim, verdict) -> None:
    opposites = (Turn("rose", "fell"),)
    assert decided(clause_verbatim=clause_verbatim, verbatim=0.5, opposites=opposites).verdict is verdict
