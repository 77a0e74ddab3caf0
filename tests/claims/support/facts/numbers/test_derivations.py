"""claims.support.facts.numbers.derivations: numbers and years of a claim that follow from those of its source."""

import pytest

from claims.language.tokens import STOPWORDS, tokenized
from claims.records import FactKind, FactState
from claims.support import default_checker
from claims.support.facts.details import details
from claims.support.facts.numbers.derivations import derived
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from tests.claims.support.build import source

CHECKER = default_checker()
LAST = "The harbour office opened a new room for the pilots."


def found(claim: str, *sentences: str, language: str = "en") -> bool:
    """Whether a source has all numbers and dates of a claim, or what they follow from."""
    page = CHECKER.index(source(" ".join((*sentences, LAST)), language=language))
    facts = CHECKER.judge(Statement(text=claim), [page]).facts
    return all(fact.state is FactState.FOUND for fact in facts if fact.kind in (FactKind.NUMBER, FactKind.DATE))


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("The price of the dredger rose by £230,000.", "The dredger cost £640,000, up from a first price of £410,000."),
        ("44 of the buoys were not repaired.", "Of the 312 buoys, 268 were repaired."),
        ("The ferry made 30 trips last year.", "The ferry made 27 trips, three fewer than last year."),
        ("The pilots guided 186 ships.", "The pilots guided 22 more ships than the 164 of last year."),
        ("In 2022 the pilots guided 164 ships.", "In 2023 the pilots guided 186 ships, 22 more than the year before."),
        ("The port spent 117 million euros on cranes.", "The port spent 286 million euros, 41 per cent on cranes."),
        ("Islanders pay 17 crowns on the ferry.", "The ferry costs 34 crowns; islanders pay half."),
        ("300 pilots used the room ten years ago.", "The room has 600 pilots, and their number doubled in ten years."),
        ("The yard employed 135 people in 2010.", "The yard employs 90 people, a third fewer than in 2010."),
        ("13.1 per cent of the ships were late.", "Of 290 ships, 38 were late."),
        ("The town owns 16 per cent of the port.", "A fund owns 54 per cent of the port, a bank 30 per cent."),
        ("The town paid 42 million.", "Of 71 million for the quay the state paid 20 million, a fund 9 million."),
        ("Twelve of the stops are new.", "The ferry has 14 stops, two of which are old."),
        ("The walk to the quay took 25 minutes.", "The walk to the quay began at 14:30 and ended at 14:55."),
        ("The lighthouse was lit in 1994.", "The mill closed in 1989. The lighthouse was lit five years later."),
        ("The lighthouse was lit in 1895.", "The lighthouse was built in 1894 and lit the following year."),
        ("The keeper served for nine years.", "The keeper came in 1956. He left the lighthouse in 1965."),
        ("The keeper came two decades ago.", "The keeper has been there for twenty years."),
        ("The yard made 410–425 million euros.", "The yard made between 410 million and 425 million euros."),
        ("The town got 22 of the 96 million euros.", "Of 96 million euros the town gets 22 million euros."),
        ("They sold 88 per cent of seats, up from 79.", "They sold 88 per cent of seats; last year 79 per cent."),
        ("The guild was five points ahead of the union.", "The guild had 34 per cent of votes, the union 29 per cent."),
    ],
)  # fmt: skip
def test_a_number_that_follows_from_two_of_a_sentence_is_found(claim: str, sentence: str) -> None:
    assert found(claim, sentence)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("The yard employs 60 people.", "The yard employs 90 people, a third fewer than in 2010."),
        ("54 of the buoys were not repaired.", "Of the 312 buoys, 268 were repaired."),
        ("The ferry made 24 trips last year.", "The ferry made 27 trips, three fewer than last year."),
        ("The yard ordered 22 cranes.", "The yard ordered 16 cranes, with an option on six more."),
        ("The port has 203 pilots.", "The port has 143 pilots and 60 clerks."),
        ("Nine of the stops are new.", "The ferry has 14 boats, and five have a kitchen."),
        ("The walk to the quay took twelve minutes.", "The walk to the quay has 14 stops, two with a view."),
        ("The lighthouse was lit in 1995.", "The mill closed in 1989. The lighthouse was lit five years later."),
        ("The town spent 31 million on cranes.", "The town spent 20 million euros, and the walk takes 11 minutes."),
    ],
)
def test_a_number_that_does_not_follow_is_missing(claim: str, sentence: str) -> None:
    assert not found(claim, sentence)


@pytest.mark.parametrize(
    ("language", "claim", "sentence"),
    [
        ("de", "Die Brücke kostet 170.000 Euro mehr.", "Die Kosten der Brücke steigen von 310.000 auf 480.000 Euro."),
        (
            "fr",
            "Le musée a gagné 8 400 visiteurs.",
            "Le musée a eu 38 200 visiteurs, contre 29 800 l'année précédente.",
        ),
        ("es", "27 corredoras no terminaron.", "De las 118 corredoras que salieron terminaron 91."),
        (
            "it",
            "Il comune paga il 35 % del tetto.",
            "Lo Stato paga il 40 %, la provincia il 25 % e il comune il resto.",
        ),
    ],
)
def test_it_follows_in_other_languages(language: str, claim: str, sentence: str) -> None:
    assert found(claim, sentence, language=language)


@pytest.mark.parametrize(("more", "is_found"), [("", True), (", one with 9", False)])
def test_a_sentence_of_over_eight_amounts_is_a_list(more: str, is_found: bool) -> None:
    listed = f"The port has 2 docks, 3 cranes, 4 boats, 5 tugs, 6 quays, 7 gates, 312 buoys and 268 lamps{more}."
    assert found("The port has 44 more buoys than lamps.", listed) is is_found


def test_what_is_said_of_a_part_may_be_denied_of_the_rest() -> None:
    page = CHECKER.index(source("Of the 312 buoys in the harbour, 268 have been repaired. " + LAST))
    judgement = CHECKER.judge(Statement(text="Of the buoys in the harbour, 44 have not been repaired."), [page])
    assert judgement.reason_code != "opposite"
    assert [fact.found for fact in judgement.facts] == ["312 buoys in the harbour, 268"]


def follows(claim: str, *sentences: str, numbered: int = 0) -> bool:
    """Whether the first number or date of a claim follows from one sentence of a source."""
    page = make_page(source(" ".join(sentences)))
    detail, *_ = (each for each in details(Statement(text=claim)) if each.kind is not FactKind.NAME)
    forms = [word.form for word in tokenized(claim) if word.start >= detail.end and word.form not in STOPWORDS]
    return any(derived(detail, forms, page, [numbered]))


@pytest.mark.parametrize(("rest", "is_found"), [("Twelve", False), ("Thirteen", True)])
def test_a_count_up_to_twelve_is_of_what_the_claim_counts(rest: str, is_found: bool) -> None:
    assert follows(f"{rest} are green.", f"It has {14 if rest == 'Twelve' else 15} stops, two with a view.") is is_found


@pytest.mark.parametrize(
    ("behind", "is_found"), [("wet cold old green loud stops", True), ("wet cold old green loud low stops", False)]
)
def test_the_noun_is_among_the_six_words_behind_the_claims_number(behind: str, is_found: bool) -> None:
    assert follows(f"Twelve {behind} shut.", "It has 14 stops, two with a view.") is is_found


@pytest.mark.parametrize(
    ("behind", "is_found"),
    [("very old stops", True), ("very very old stops", True), ("very very very old stops", False)],
)
def test_the_noun_is_among_the_four_words_behind_the_pages_number(behind: str, is_found: bool) -> None:
    assert follows("Twelve stops shut.", f"It has 14 {behind} and two huts.") is is_found


@pytest.mark.parametrize(("whole", "is_found"), [(10, True), (9, False)])
def test_a_share_is_one_of_ten_or_more(whole: int, is_found: bool) -> None:
    assert follows(f"{300 // whole} per cent came.", f"Of {whole} pilots, 3 came.") is is_found


@pytest.mark.parametrize(("between", "is_found"), [(1, True), (2, False)])
def test_a_distance_counts_from_a_year_up_to_two_sentences_back(between: int, is_found: bool) -> None:
    gap = ["The keeper sang."] * between
    assert (
        follows("It was lit in 1994.", "It closed in 1989.", *gap, "It was lit five years later.", numbered=1 + between)
        is is_found
    )


@pytest.mark.parametrize(("more", "is_found"), [("", True), (", 1991", False)])
def test_over_six_dates_of_a_sentence_are_a_list(more: str, is_found: bool) -> None:
    assert (
        follows("It was lit in 1910.", f"Five years after 1905, 1917, 1930, 1944, 1962, 1975{more} it was lit.")
        is is_found
    )
