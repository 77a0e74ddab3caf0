"""How each rule of the judge is switched off: the only file here that knows the insides of the judge.

A switch replaces what one function of the judge returns by what it returns where the rule finds nothing.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from claims.records import FactState
from claims.support import checker
from claims.support.contradictions import comparison
from claims.support.contradictions import fact_findings as findings


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
    "numbers exchanged (pairing)": Rule(comparison, "exchanged"),
    "number of another thing (attached)": Rule(comparison, "misplaced"),
    "roles swapped (roles)": Rule(comparison, "swapped"),
    "unfounded denial (denials)": Rule(comparison, "unfounded"),
    "refuted (denials)": Rule(comparison, "refuted"),
    "degrees": Rule(comparison, "degrees"),
    "other languages (foreign)": Rule(comparison, "foreign_turns"),
    "rival name (roles.rivals)": Rule(comparison, "rivals"),
    "rival number or date (findings)": Rule(findings, "_rival", lambda _: None),
    "number without company (findings)": Rule(findings, "_company", lambda _: True),
    "missing fact (findings)": Rule(checker, "findings", _no_missing),
}
