"""claims.support.training.fit: the models come out the same each time, and what ships is as good as is said."""

import json
from itertools import islice
from pathlib import Path

import pytest

from claims.support import default_checker
from claims.support.training import judged_pairs as training
from tests.shared import shared

pytest.importorskip("sklearn", reason="the extra `fit` is not installed")


def test_the_same_rows_give_the_same_models() -> None:
    from claims.support.training import fit

    folder = shared("data/support")
    examples = [each for domain in training.DOMAINS for each in islice(domain(folder), 100)]
    assert fit.fit(examples) == fit.fit(examples)


def test_what_ships_ranks_supported_claims_above_others() -> None:
    from sklearn.metrics import roc_auc_score

    claims = list(training.wice(shared("data/support")))
    checker = default_checker()
    scores = [checker.judge(claim.statement, [checker.index(claim.source)]).score for claim in claims]
    assert roc_auc_score([claim.supported for claim in claims], scores) >= 0.85


def test_evidence_that_the_page_repeats_counts_wherever_it_is_quoted(tmp_path: Path) -> None:
    from claims.support.training import fit_choice

    evidence = ["The mill burned.", "Cows graze.", "The mill burned.", "It was rebuilt in 1904."]
    row = {
        "claim": "The mill burned.",
        "label": "supported",
        "evidence": evidence,
        "supporting_sentences": [[2]],
        "meta": {"id": "1", "claim_title": "Mill", "claim_section": "", "claim_context": ""},
    }
    (tmp_path / "wice_claim_dev.jsonl").write_text(json.dumps(row))
    (marked,) = fit_choice.marked(list(training.wice(tmp_path)))
    weights = dict.fromkeys([*marked.choice.plain[0], *marked.choice.after([0])[0]], 0.0) | {"words": 1.0}
    assert marked.whole(weights)
    assert marked.example.gold == (frozenset({0}),)


def test_a_word_that_people_marked_unsupported_is_known_of_the_whole_claim_only(tmp_path: Path) -> None:
    row = {
        "claim": "The old mill burned in 1904 at night.",
        "claim_tokens": ["The", "old", "mill", "burned", "in", "1904", "at", "Night", "."],
        "non_supported_spans": [False, False, False, False, False, False, True, True, False],
        "label": "partially_supported",
        "evidence": ["The old mill burned in 1904."],
        "supporting_sentences": [[0]],
        "meta": {"id": "1-0", "claim_title": "Mill", "claim_context": ""},
    }
    (tmp_path / "wice_non_supported_tokens_train.jsonl").write_text(json.dumps(row))
    whole, kept = training.wice_tokens(tmp_path)
    assert whole.lacking == {"at", "night"}
    assert not kept.lacking
