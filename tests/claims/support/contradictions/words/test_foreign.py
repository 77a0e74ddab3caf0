"""contradictions.foreign: denials and opposites in other languages than English."""

import pytest

from claims.records import Verdict
from claims.support import default_checker
from claims.support.contradictions.comparison import compare
from claims.support.contradictions.words.foreign import foreign_turns
from claims.support.index.indexing import make_page
from claims.support.interface import Judgement, Statement
from claims.support.retrieval.matching import match
from tests.claims.support.build import source

CHECKER = default_checker()


def judged(language: str, told: str, claim: str) -> Judgement:
    return CHECKER.judge(Statement(text=claim), [CHECKER.index(source(told, language=language))])


@pytest.mark.parametrize(
    ("language", "told", "claim"),
    [
        ("de", "Die Mühle wurde 1931 nicht verkauft.", "Die Mühle wurde 1931 verkauft."),
        ("fr", "Le moulin n'a pas été vendu en 1931.", "Le moulin a été vendu en 1931."),
        ("es", "El molino fue vendido en 1931.", "El molino no fue vendido en 1931."),
        ("cs", "Mlynář podle soudu mohl mlýn prodat.", "Mlynář podle soudu nemohl mlýn prodat."),
        ("tr", "Köydeki eski değirmen 1931'de satıldı.", "Köydeki eski değirmen 1931'de satılmadı."),
        ("ru", "Мельница в деревне не сгорела.", "Мельница в деревне сгорела."),
        ("zh", "村里的磨坊在战争中没有被烧毁。", "村里的磨坊在战争中被烧毁。"),
        ("nl", "De oude molen in het dorp is een museum.", "De oude molen in het dorp is geen museum."),
        ("es", "Tres personas resultaron heridas.", "Nadie resultó herido."),
    ],
)
def test_a_denial_that_only_one_has_turns_a_claim(language: str, told: str, claim: str) -> None:
    assert judged(language, told, claim).verdict is not Verdict.SUPPORTED
    assert judged(language, told, told).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("language", "told", "claim"),
    [
        ("de", "Die Mühle wurde nach dem Krieg verkauft.", "Die Mühle wurde vor dem Krieg verkauft."),
        ("it", "Il mulino si trova sotto il ponte vecchio.", "Il mulino si trova sopra il ponte vecchio."),
        ("nl", "De molenaar won de race in Gouda.", "De molenaar verloor de race in Gouda."),
        ("ru", "Цена муки в этом году увеличилась.", "Цена муки в этом году уменьшилась."),
        ("pl", "Niektórzy członkowie głosowali za.", "Wszyscy członkowie głosowali za."),
        ("sv", "Alla medlemmar röstade nej.", "Alla medlemmar röstade ja."),
        ("zh", "王明卖了村里的磨坊。", "王明买了村里的磨坊。"),
        ("ja", "議会は提案を可決した。", "議会は提案を否決した。"),
    ],
)
def test_an_opposite_turns_a_claim(language: str, told: str, claim: str) -> None:
    found = judged(language, told, claim)
    assert found.verdict is not Verdict.SUPPORTED
    assert "where the source says" in (found.reason or "")


@pytest.mark.parametrize(
    ("language", "told", "claim"),
    [
        ("de", "Der Rat von Lunde tagte am Donnerstag.", "Der Rat von Lunde tagte am Dienstag."),
        ("fr", "La sœur du meunier vendait des tartes.", "La mère du meunier vendait des tartes."),
        ("ja", "会議は木曜日に村の学校で開かれた。", "会議は火曜日に村の学校で開かれた。"),
    ],
)
def test_another_kind_of_the_same_in_its_place_turns_a_claim(language: str, told: str, claim: str) -> None:
    assert judged(language, told, claim).verdict is not Verdict.SUPPORTED
    assert judged(language, told, told).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("told", "claim", "said"),
    [
        ("Die Quote im Kreis stieg um 4 Prozent.", "Die Quote im Kreis stieg auf 4 Prozent.", False),
        ("Die Quote im Kreis stieg um 4 Prozent.", "Die Quote im Kreis stieg um 4 Prozent.", True),
        ("Die Quote im Kreis stieg um 2 auf 4 Prozent.", "Die Quote im Kreis stieg auf 4 Prozent.", True),
    ],
)
def test_what_rises_to_a_number_does_not_rise_by_it(told: str, claim: str, said: bool) -> None:
    assert (judged("de", told, claim).verdict is Verdict.SUPPORTED) is said


def test_words_that_the_claim_leaves_out_deny_nothing() -> None:
    told = "Die Mühle, die der Müller nie betrat und die im Krieg leer stand, wurde 1931 verkauft."
    assert judged("de", told, "Die Mühle wurde 1931 verkauft.").verdict is Verdict.SUPPORTED


def turned(claim: str, told: str) -> list[str]:
    """What the rule finds in a German claim, in the claim's words."""
    statement, page = Statement(text=claim), make_page(source(told, language="de"))
    beside = compare(statement, match(statement, [page]))
    return [turn.claim for turn in foreign_turns(beside)]


MILL = "Die alte Mühle am Fluss im Tal von Lunde wurde"


@pytest.mark.parametrize(
    ("gap", "found"),
    [
        ("im Jahr 1931 von Karl nicht", ["im jahr 1931 von karl nicht"]),
        ("im Jahr 1931 von Karl Berg nicht", []),
    ],
)
def test_a_gap_between_shared_words_is_compared_up_to_six_words(gap: str, found: list[str]) -> None:
    assert turned(f"{MILL} {gap} verkauft.", f"{MILL} verkauft.") == found


@pytest.mark.parametrize(
    ("end", "found"), [("nicht mehr oft besucht", ["nicht mehr oft besucht"]), ("nicht mehr so oft besucht", [])]
)
def test_behind_the_last_shared_word_up_to_four_words_are_compared(end: str, found: list[str]) -> None:
    assert turned(f"{MILL} {end}.", f"{MILL}.") == found


@pytest.mark.parametrize(("gap", "found"), [("von Karl nicht", ["von karl nicht"]), ("von Karl Berg nicht", [])])
def test_a_sentence_repeats_a_claim_from_three_fifths_of_its_words_on(gap: str, found: list[str]) -> None:
    assert turned(f"Die Mühle am Fluss {gap} verkauft.", "Die Mühle am Fluss verkauft.") == found


@pytest.mark.parametrize(
    ("word", "opposite", "found"),
    [("bevor", "Nachdem", []), ("nachdem", "Bevor", []), ("gewonnen", "Verloren", ["gewonnen"])],
)
def test_only_opposites_of_over_five_letters_each_count_in_another_place(
    word: str, opposite: str, found: list[str]
) -> None:
    assert turned(f"{MILL} {word} verkauft.", f"{opposite} Woche: {MILL} verkauft.") == found
