"""How each rule of the judge is switched off: the only file here that knows the insides of the judge.

A switch replaces what one function of the judge returns by what it returns where the rule finds nothing.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

from claims.records import FactState
from claims.support import checker
from claims.support.contradictions import fact_findings, rules
from claims.support.contradictions.clause_findings import ClauseFindings
from claims.support.contradictions.comparison import Comparison
from claims.support.contradictions.turn import Turn


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


@dataclass(frozen=True, slots=True)
class Registered:
    """A rule of the registry, switched off by its place in it."""

    rule: rules.Rule

    @contextmanager
    def patched(self, is_off: bool, fired: Callable[[], None] = lambda: None) -> Iterator[None]:
        """Watch the rule, and switch it off if asked; `fired` is called whenever the rule finds something."""

        def watched(beside: Comparison) -> list[Turn]:
            found = list(self.rule.find(beside))
            if found:
                fired()
            return [] if is_off else found

        original = rules.RULES
        rules.RULES = tuple(replace(rule, find=watched) if rule.name == self.rule.name else rule for rule in original)
        try:
            yield
        finally:
            rules.RULES = original


RULES: dict[str, Rule | Registered] = {
    **{rule.name: Registered(rule) for rule in rules.RULES},
    "rival name (names.rivals)": Rule(fact_findings, "rivals"),
    "rival number or date (rival_numbers)": Rule(fact_findings, "rival", lambda _: None),
    "number without company (fact_findings)": Rule(fact_findings, "_company", lambda _: True),
    "missing fact (fact_findings)": Rule(checker, "findings", _no_missing),
    "clause by clause (clause_findings)": Rule(checker, "clause_findings", lambda _: ClauseFindings()),
}
