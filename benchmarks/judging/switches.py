"""How each rule and each group of features of the judge is switched off: the only file here that knows its insides.

A switch replaces what one function of the judge returns by what it returns where the rule finds nothing.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

from claims.records import FactState
from claims.support import checker, comparison, default_checker, findings
from claims.support.checker import CoverageChecker
from claims.support.model import Linear


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as one function, and what becomes of its result where the rule is off."""

    module: ModuleType
    function: str
    off: Callable[[Any], Any] = lambda _: []

    @contextmanager
    def patched(self, is_off: bool, fired: Callable[[], None] = lambda: None) -> Iterator[None]:
        """Watch the rule, and switch it off if asked; `fired` is called whenever the rule finds something."""
        original = getattr(self.module, self.function)

        def watched(*arguments: Any, **named: Any) -> Any:
            result = original(*arguments, **named)
            result = list(result) if isinstance(result, Iterator) else result
            neutral = self.off(result)
            if neutral != result:
                fired()
            return neutral if is_off else result

        setattr(self.module, self.function, watched)
        try:
            yield
        finally:
            setattr(self.module, self.function, original)


def _no_missing(facts: Any) -> Any:
    return tuple(fact for fact in facts if fact.state is not FactState.MISSING)


RULES = {
    "words turned (turns)": Rule(comparison, "turns"),
    "hedged": Rule(comparison, "hedged"),
    "antonyms aligned (alignment.opposed)": Rule(comparison, "align", lambda laid: replace(laid, opposed=())),
    "numbers exchanged (pairing)": Rule(comparison, "exchanged"),
    "number of another thing (attached)": Rule(comparison, "misplaced"),
    "roles swapped (roles)": Rule(comparison, "swapped"),
    "order crossed (order.crossed)": Rule(comparison, "crossed"),
    "guard: mirrored order (order.mirrored)": Rule(comparison, "mirrored", lambda _: False),
    "name mistaken (_mistaken)": Rule(comparison, "_mistaken"),
    "turned elsewhere (_elsewhere)": Rule(comparison, "_elsewhere"),
    "another's deed (doers)": Rule(comparison, "others_deed"),
    "unfounded denial (denials)": Rule(comparison, "unfounded"),
    "refuted (denials)": Rule(comparison, "refuted"),
    "degrees": Rule(comparison, "degrees"),
    "other languages (foreign)": Rule(comparison, "foreign_turns"),
    "rival name (roles.rivals)": Rule(comparison, "rivals"),
    "rival number or date (findings)": Rule(findings, "_rival", lambda _: None),
    "number without company (findings)": Rule(findings, "_company", lambda _: True),
    "missing fact (findings)": Rule(checker, "findings", _no_missing),
    "event untold (events)": Rule(checker, "untold", lambda _: None),
    "bare part (clauses)": Rule(checker, "parted", lambda parts: None if parts and parts.bare else parts),
}

_GROUPS = {
    "coverage": ("words_", "plain_", "absent"),
    "bm25": ("bm25_",),
    "weakest word": ("weakest",),
    "numbers": ("numbers",),
    "names": ("names",),
    "lacking facts": ("lacking",),
    "word pairs": ("pairs_",),
    "wording": ("same", "moved", "replaced", "added", "heaviest", "telling", "left_out", "longest_run"),
    "rule flags": ("opposed", "negated", "turned"),
    "title": ("title",),
    "lengths": ("claim_words", "sentences"),
    "near": ("near",),
}
"""Groups of features by the beginning of their names."""


def variants() -> dict[str, CoverageChecker]:
    """The judge without its near-miss model, and without each group of features, each of these at its mean."""
    whole = default_checker()
    model = whole.model
    points = {name: replace(point, near_miss=2.0) for name, point in model.points.items()}
    found = {"near-miss model": replace(whole, model=replace(model, points=points))}
    for name, prefixes in _GROUPS.items():
        muted = replace(model, support=_without(model.support, prefixes), near_miss=_without(model.near_miss, prefixes))
        found[f"features: {name}"] = replace(whole, model=muted)
    return found


def _without(linear: Linear, prefixes: tuple[str, ...]) -> Linear:
    columns = zip(linear.names, linear.weights, strict=True)
    return replace(linear, weights=tuple(0.0 if name.startswith(prefixes) else weight for name, weight in columns))
