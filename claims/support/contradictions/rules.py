"""The rules that find what a sentence says otherwise than a claim, in the order in which they are asked.

On judged pairs that nobody wrote for it, a rule is to keep at least twice as many wrong claims from `supported` as
right ones; MODEL_CARD.md has the table, `python -m benchmarks.judging.ablation` makes it anew. Each rule has an example
on which it must fire and one, as near as can be, on which it must not.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from claims.support.contradictions.assertions.denials import averted, refuted
from claims.support.contradictions.assertions.disowned import disowned
from claims.support.contradictions.assertions.quantifiers import unmatched
from claims.support.contradictions.assertions.unfinished import unfinished
from claims.support.contradictions.comparison import Comparison
from claims.support.contradictions.names.places import names_of
from claims.support.contradictions.names.roles import swapped
from claims.support.contradictions.names.speakers import misattributed
from claims.support.contradictions.numbers.attached import misplaced
from claims.support.contradictions.numbers.directions import directed
from claims.support.contradictions.numbers.pairing import exchanged
from claims.support.contradictions.numbers.rival_numbers import displaced
from claims.support.contradictions.turn import Turn
from claims.support.contradictions.words.crossed import crossed
from claims.support.contradictions.words.foreign import foreign_turns
from claims.support.contradictions.words.recombined import recombined
from claims.support.contradictions.words.turns import turns


class Speaks(StrEnum):
    """The languages of pages for which a rule holds."""

    ENGLISH = "English"
    OTHERS = "other languages"
    ALL = "all languages"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule: what it finds, and when it is asked.

    Attributes:
        name: what it finds, in a word or two.
        find: the rule.
        fires: a claim and a sentence that contradicts it.
        keeps: a claim and a sentence that does not.
        speaks: the languages of pages for which it holds.
        alike: whether it needs a sentence that has half of the claim.
        last: whether it is asked only where no rule before it found anything.
    """

    name: str
    find: Callable[[Comparison], Iterable[Turn]]
    fires: tuple[str, str]
    keeps: tuple[str, str]
    speaks: Speaks = Speaks.ENGLISH
    alike: bool = False
    last: bool = False

    def applies(self, beside: Comparison, found: bool) -> bool:
        """Whether the rule is asked about a claim, for which the rules before it found something or not."""
        spoken = self.speaks is Speaks.ALL or beside.page.english is (self.speaks is Speaks.ENGLISH)
        return spoken and (beside.alike or not self.alike) and not (self.last and found)


RULES: tuple[Rule, ...] = (
    Rule(
        name="antonym or negation in the same place",
        find=lambda it: turns(it.claim, it.sentence, it.alignment),
        fires=("Prices in the city rose by a tenth.", "Prices in the city fell by a tenth."),
        keeps=("The talks did not reach an end.", "The talks failed to reach an end."),
        alike=True,
    ),
    Rule(
        name="things exchanged",
        find=exchanged,
        fires=("The dam is 540 metres high and 96 metres long.", "The dam is 96 metres high and 540 metres long."),
        keeps=("The dam is 540 metres long and 96 metres high.", "The dam is 96 metres high and 540 metres long."),
        speaks=Speaks.ALL,
        alike=True,
    ),
    Rule(
        name="number of another thing",
        find=lambda it: misplaced(it.text, it.claim, it.seen),
        fires=("The dam at Tane is 540 metres high.", "The dam at Tane is 96 metres high and 540 metres long."),
        keeps=("The dam at Tane is 96 metres high.", "The dam at Tane is 96 metres high and 540 metres long."),
        speaks=Speaks.ALL,
        alike=True,
    ),
    Rule(
        name="number of another sentence",
        find=displaced,
        fires=(
            "The dam at Tane cost 9 million crowns.",
            "The dam at Tane cost 4 million crowns. Its road came to 9 million crowns.",
        ),
        keeps=(
            "The dam at Tane cost 9 million crowns.",
            "The dam at Tane should have cost 4 million crowns. The dam cost Tane 9 million crowns.",
        ),
        speaks=Speaks.ALL,
    ),
    Rule(
        name="number in the other direction",
        find=lambda it: directed(it.claim, it.seen),
        fires=(
            "The line carried 9 per cent more goats.",
            "It carried 17 per cent more hens and 9 per cent fewer goats.",
        ),
        keeps=(
            "The line carried 9 per cent fewer goats.",
            "It carried 17 per cent more hens and 9 per cent fewer goats.",
        ),
        alike=True,
    ),
    Rule(
        name="words of another speaker",
        find=lambda it: misattributed(it.claim, it.names, it.seen),
        fires=(
            "“The old bridge will have to go,” warned Ida Lunde.",
            "Ida Lunde came late. “The old bridge will have to go,” warned the clerk Per Tane.",
        ),
        keeps=(
            "“The old bridge will have to go,” warned Per Tane.",
            "Ida Lunde came late. “The old bridge will have to go,” warned the clerk Per Tane.",
        ),
        speaks=Speaks.ALL,
    ),
    Rule(
        name="roles swapped",
        find=lambda it: swapped(it.claim, it.sentence, it.names, names_of(it.sentence, it.page), it.page),
        fires=("Havbruk will buy Nordlys for two billion.", "Nordlys will buy Havbruk for two billion."),
        keeps=("Havbruk will be bought by Nordlys for two billion.", "Nordlys will buy Havbruk for two billion."),
        speaks=Speaks.ALL,
        alike=True,
    ),
    Rule(
        name="words exchanged",
        find=lambda it: crossed(it.claim, it.sentence, it.alignment, it.page.stem),
        fires=("The dog has a sharp temper and strong will.", "The dog has a strong temper and sharp will."),
        keeps=("The dog has a strong will and sharp temper.", "The dog has a sharp temper and strong will."),
        alike=True,
        last=True,
    ),
    Rule(
        name="clauses recombined",
        find=lambda it: recombined(it.text, it.claim, it.page.source.text, it.sentence, it.page.stem),
        fires=(
            "His father cut patterns, while his mother drove a railway crane.",
            "His mother cut patterns; his father drove a railway crane.",
        ),
        keeps=(
            "His father drove a railway crane, while his mother cut patterns.",
            "His mother cut patterns; his father drove a railway crane.",
        ),
        last=True,
    ),
    Rule(
        name="what the sources deny",
        find=lambda it: refuted(it.claim, it.seen),
        fires=("The mayor repaired the bridge.", "Of the bridge the mayor said that it was not repaired."),
        keeps=("The mayor repaired the bridge.", "The bridge was repaired, not replaced, by the mayor."),
        last=True,
    ),
    Rule(
        name="what was refused or rejected",
        find=lambda it: averted(it.claim, it.seen),
        fires=("The council closes the library.", "The motion of the council to close the library was rejected."),
        keeps=("The council closes the library.", "The motion of the council to close the library was carried."),
    ),
    Rule(
        name="what somebody denies",
        find=lambda it: disowned(it.text, it.claim, it.seen),
        fires=("The council will close the library.", "Roe denied reports that the council would close the library."),
        keeps=("The council will close the library.", "Roe confirmed that the council would close the library."),
    ),
    Rule(
        name="a plan told as done",
        find=lambda it: unfinished(it.text, it.claim, it.seen),
        fires=("The council has closed the library on Linden Street.", "The library on Linden Street is due to close."),
        keeps=(
            "The council has closed the library on Linden Street.",
            "The council closed the library on Linden Street.",
        ),
    ),
    Rule(
        name="superlatives and quantifiers",
        find=lambda it: unmatched(it.claim, it.seen),
        fires=("The ferry carries only goats.", "The ferry carries goats and sheep."),
        keeps=("The ferry carries only goats.", "The ferry carries nothing but goats."),
    ),
    Rule(
        name="words of other languages",
        find=foreign_turns,
        fires=("Die Brücke wurde im Frühling nicht gebaut.", "Die Brücke wurde im Frühling gebaut."),
        keeps=("Die Brücke wurde im Frühling gebaut.", "Im Frühling wurde die Brücke gebaut."),
        speaks=Speaks.OTHERS,
    ),
)


def find_turns(beside: Comparison) -> tuple[Turn, ...]:
    """Ask the rules what the sentence most like a claim says otherwise than the claim.

    What it says of a part may be denied of the rest: "268 of 312 are ported" and "44 are not ported" agree.
    """
    if beside.seen.derives(beside.number):
        return ()
    found: list[Turn] = []
    for rule in RULES:
        if rule.applies(beside, bool(found)):
            found += rule.find(beside)
    return tuple(found)
