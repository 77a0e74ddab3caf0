"""contradictions.rules: every rule fires on its own example and not on the one beside it."""

import pytest

from claims.support.contradictions.comparison import compare
from claims.support.contradictions.rules import RULES, Rule, Speaks, find_turns
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.matching import match
from tests.claims.support.build import source

PIERS = tuple(f"Its pier {number} is of stone." for number in range(8))
"""What makes a page long enough for silence to say something."""


def found(rule: Rule, example: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether this rule alone finds a contradiction in an example."""
    claim, sentence = example
    monkeypatch.setattr("claims.support.contradictions.rules.RULES", (rule,))
    page = make_page(source(sentence, *PIERS, language="de" if rule.speaks is Speaks.OTHERS else "en"))
    statement = Statement(text=claim)
    return bool(find_turns(compare(statement, match(statement, [page]))))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_fires_on_its_example(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(rule, rule.fires, monkeypatch)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_keeps_still_on_what_only_looks_like_it(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not found(rule, rule.keeps, monkeypatch)


def test_no_two_rules_have_one_name() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
