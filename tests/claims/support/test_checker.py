"""claims.support.checker: verdicts, evidence and details of the shipped checker."""

import pytest

from claims.records import FactState, Verdict
from claims.support import default_checker
from claims.support.interface import Judgement, Statement
from tests.claims.support.build import source
from tests.work import LINEAR, growth

CHECKER = default_checker()
PAGE = source(
    "The bridge over the Tane was opened on 4 May 1931 by the mayor, Alma Reyes.",
    "It is 412 metres long and carries two lanes of traffic. A toll was charged until 1968.",
    "Other bridges in the county are older. Anglers come here for the trout.",
)


def judge(text: str, *others: str, title: str = "Tane Bridge") -> Judgement:
    pages = [CHECKER.index(PAGE), *(CHECKER.index(source(other)) for other in others)]
    return CHECKER.judge(Statement(text=text, title=title), pages)


@pytest.mark.parametrize(
    "claim",
    [
        "The bridge was opened on May 4, 1931 by Alma Reyes.",
        "The bridge is 412 metres long and carries two lanes of traffic.",
        "A toll was charged on the bridge until 1968.",
    ],
)
def test_what_the_page_says_is_supported(claim: str) -> None:
    assert judge(claim).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "wrong"),
    [
        ("The bridge was opened on May 9, 1931 by Alma Reyes.", "May 9, 1931"),
        ("The bridge was opened on May 4, 1931 by Otto Lindqvist.", "Otto Lindqvist"),
        ("The bridge is 512 metres long and carries two lanes of traffic.", "512 metres"),
        ("The bridge is 412 metres long and carries four lanes of traffic.", "four"),
        ("A toll was charged on the bridge until 1978.", "1978"),
    ],
)
def test_a_changed_detail_is_never_supported_and_is_named(claim: str, wrong: str) -> None:
    judged = judge(claim)
    assert judged.verdict is not Verdict.SUPPORTED
    assert wrong in [fact.text for fact in judged.facts if fact.state is not FactState.FOUND]


def test_what_the_page_does_not_speak_of_is_not_supported() -> None:
    assert judge("The cathedral's organ was rebuilt by Cavaillé-Coll in 1868.").verdict is Verdict.NOT_SUPPORTED


def test_all_found_and_well_covered_is_never_an_alarm() -> None:
    assert judge("Anglers come here for trout, lanes, traffic.").verdict is not Verdict.NOT_SUPPORTED


def test_a_contradicted_detail_shows_what_the_source_says() -> None:
    judged = judge("A toll was charged on the bridge until 1978.")
    (fact,) = (fact for fact in judged.facts if fact.text == "1978")
    assert (fact.state, fact.found) == (FactState.CONTRADICTED, "1968")
    assert judged.reason == "the claim says 1978, the source 1968"


@pytest.mark.parametrize(
    "claim",
    [
        "A toll was charged on the bridge until 1968.",
        "A toll was charged on the bridge until 1978.",  # contradicted
        "The bridge was opened in 1931 by Otto Lindqvist.",  # missing
        "The bridge is not 412 metres long.",  # an opposite
        "Anglers come here for trout, lanes, traffic.",  # too far
    ],
)
def test_support_alone_is_what_the_whole_judgement_says(claim: str) -> None:
    statement, pages = Statement(text=claim), [CHECKER.index(PAGE)]
    judged = CHECKER.judge(statement, pages)
    assert CHECKER.supports(statement, pages) == (judged if judged.verdict is Verdict.SUPPORTED else None)


@pytest.mark.parametrize(
    ("claim", "state"),
    [
        ("The bridge is more than 300 metres long and carries two lanes of traffic.", FactState.MISSING),
        ("The bridge is less than 400 metres long and carries two lanes of traffic.", FactState.CONTRADICTED),
        ("The bridge is more than 400 metres long and carries two lanes of traffic.", FactState.FOUND),
    ],
)
def test_a_bound_is_contradicted_from_one_side_only(claim: str, state: FactState) -> None:
    assert judge(claim).facts[0].state is state


def test_evidence_is_verbatim_with_its_words_around() -> None:
    for quote in judge("It is 412 metres long and charged a toll until 1968.").evidence[0]:
        assert PAGE.text[quote.start : quote.end] == quote.quote
        assert PAGE.text[: quote.start].endswith(quote.before)
        assert PAGE.text[quote.end :].startswith(quote.after)
        assert 0 <= quote.score <= 1


def test_facts_point_into_the_claim() -> None:
    claim = "Opened on May 4, 1931, it is 412 metres long."
    assert all(claim[fact.start : fact.end] == fact.text for fact in judge(claim).facts)


def test_two_sources_support_together_what_neither_does_alone() -> None:
    claim = "The bridge was opened on 4 May 1931 and closed for repairs in 2003."
    other = "The Tane bridge was closed for repairs in 2003."
    assert judge(claim).verdict is not Verdict.SUPPORTED
    together = judge(claim, other)
    assert together.verdict is Verdict.SUPPORTED
    assert [quotes[0].quote for quotes in together.evidence] == [PAGE.text[: PAGE.text.index("\n")], other]


def test_a_name_that_the_title_gives_is_not_missing() -> None:
    claim = "The Grand Tane Crossing was opened on 4 May 1931."
    assert judge(claim, title="Grand Tane Crossing").missing == ()
    assert judge(claim, title="").missing == ("Grand Tane Crossing",)


def test_a_source_without_text_says_nothing_against_a_claim() -> None:
    empty = CHECKER.index(source(""))
    judged = CHECKER.judge(Statement(text="The bridge was opened in 1931."), [empty])
    assert judged.verdict is Verdict.SOURCE_UNAVAILABLE
    assert judged.reason


@pytest.mark.parametrize("claim", ["", "...", "It was.", "\x00\ud800"])
def test_odd_claims_are_judged(claim: str) -> None:
    assert 0 <= judge(claim).score <= 1


def test_the_name_tells_the_model() -> None:
    assert CHECKER.name == f"coverage {CHECKER.model.version}"


@pytest.mark.parametrize("piece", ["1 ", "Aaa Bbb ", "May 5 ", "."])
def test_a_hostile_source_takes_linear_work(piece: str) -> None:
    statement = Statement(text="On May 5 Aaa Bbb had 1 or 12 of them.")
    assert growth(lambda count: CHECKER.judge(statement, [CHECKER.index(source(piece * count))]), 1_000) < LINEAR


def test_a_source_that_repeats_the_claim_supports_it_and_takes_linear_work() -> None:
    claim = "The old mill on the Tane was sold by Helen Johnston to Carter Brothers in 1956 for 412 dollars."

    def judged(count: int) -> Judgement:
        return CHECKER.judge(Statement(text=claim), [CHECKER.index(source(f"{claim} " * count))])

    assert judged(400).verdict is Verdict.SUPPORTED
    assert growth(judged, 50) < LINEAR


@pytest.mark.parametrize(
    ("language", "page", "claim"),
    [
        ("fr", "Le phare fut construit en 1871 sur un rocher.", "Le phare fut détruit pendant la guerre."),
        ("es", "El faro se construyó en 1871 sobre una roca.", "El faro fue destruido en la guerra."),
        ("de", "Das Museum ist am Montag geschlossen, die Treppe nicht.", "Das Museum ist am Sonntag geöffnet."),
    ],
)
def test_function_words_of_another_language_bear_out_nothing(language: str, page: str, claim: str) -> None:
    text = [page, *(f"{page.split()[0]} {word}." for word in ("un", "deux", "trois", "quatre", "cinq", "six"))]
    index = CHECKER.index(source(*text, language=language))
    assert CHECKER.judge(Statement(text=claim), [index]).verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "The bridge over the Tane was not opened on 4 May 1931 by the mayor, Alma Reyes.",
        "It is 412 metres long and carries three lanes of traffic.",
    ],
)
def test_a_claim_that_is_not_called_supported_is_told_below_even(claim: str) -> None:
    judgement = judge(claim)
    assert judgement.verdict is not Verdict.SUPPORTED
    assert judgement.score < 0.5
