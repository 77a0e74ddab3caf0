"""benchmarks.judging: parts that stay as they are, figures that mean what they are called, rules that switch off."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

np = pytest.importorskip("numpy", reason="the extra `fit` is not installed")
pytest.importorskip("sklearn", reason="the extra `fit` is not installed")

from benchmarks.judging.ablation import baseline, effect  # noqa: E402
from benchmarks.judging.figures import FIGURES, Columns, best_cut, difference, mean, measure, resampled  # noqa: E402
from benchmarks.judging.parts import Part, capped, drawn, part_of  # noqa: E402
from benchmarks.judging.sets import Record, families, records  # noqa: E402
from benchmarks.judging.switches import RULES  # noqa: E402
from benchmarks.judging.systems import Outcome, judge  # noqa: E402
from tests.shared import shared  # noqa: E402


def record(number: int, label: bool, group: str = "", claim: str = "", text: str = "") -> Record:
    return Record(
        set="made",
        id=f"made-{number}",
        group=group or str(number),
        claim=claim,
        text=text,
        label=label,
        kind="entailment" if label else "neutral",
        lang="en",
        use="fit",
    )


def columns(*rows: tuple[bool, float, str]) -> Columns:
    """Columns of (label, score, verdict)."""
    return Columns.of(
        [record(number, label) for number, (label, _, _) in enumerate(rows)],
        [Outcome(score, verdict, 2.0) for _, score, verdict in rows],
    )


def figures(*rows: tuple[bool, float, str]) -> dict[str, float]:
    return dict(zip(FIGURES, measure(columns(*rows))[0], strict=False))


def test_a_group_keeps_its_part_for_ever() -> None:
    assert part_of("wice:dev02986") is Part.FITTING
    assert part_of("infotabs:T1769") is Part.CHOOSING
    assert part_of("fever_symmetric:54253") is Part.FINAL


def test_half_of_the_groups_fit_and_a_quarter_each_chooses_and_judges() -> None:
    parts = [part_of(f"group {number}") for number in range(4000)]
    shares = [parts.count(part) / len(parts) for part in Part]
    assert shares == pytest.approx([0.5, 0.25, 0.25], abs=0.03)


def test_a_part_is_capped_in_halves_whatever_the_order_of_its_rows() -> None:
    rows = [record(number, number % 4 == 0) for number in range(100)]
    kept = capped(rows, 20)
    assert [row.label for row in kept] == [True] * 10 + [False] * 10
    assert capped(reversed(rows), 20) == kept


def test_fewer_rows_than_asked_for_are_all_kept() -> None:
    assert len(capped([record(number, number > 1) for number in range(6)], 20)) == 6


def test_every_set_has_a_family_and_no_group_is_in_two_parts() -> None:
    folder = shared("data/support")
    names = {path.name.removesuffix(".jsonl.gz") for path in (folder / "judged").glob("*.gz")}
    assert names - families().keys() == {"healthver_test"}
    groups = [
        {row.group for rows in drawn(part, 40, ["wice", "wice_tokens", "fm2_dev"]).values() for row in rows}
        for part in Part
    ]
    assert all(groups)
    assert not groups[0] & groups[1] | groups[0] & groups[2] | groups[1] & groups[2]


def test_sets_and_families_can_be_left_out() -> None:
    shared("data/support")
    names = drawn(Part.CHOOSING, 40, ["wice", "fm2_dev", "true_q2"], ["near miss"])
    assert list(names) == ["wice", "true_q2"]


def test_rows_that_share_a_text_with_another_file_are_left_out() -> None:
    rows = list(records("fever_symmetric_test", shared("data/support")))
    assert len(rows) == 618 - 67


def test_ties_count_half_in_the_auroc() -> None:
    assert figures((True, 0.9, "unclear"), (True, 0.5, "unclear"), (False, 0.5, "unclear"))["auroc"] == 0.75


def test_shares_are_of_the_right_and_of_the_wrong_claims() -> None:
    found = figures(
        (True, 0.9, "supported"),
        (True, 0.4, "contradicted"),
        (False, 0.8, "supported"),
        (False, 0.1, "not_supported"),
        (False, 0.1, "unclear"),
        (False, 0.1, "partially_supported"),
    )
    assert found["true_supported"] == 0.5
    assert found["false_supported"] == 0.25
    assert found["balanced"] == 0.625
    assert found["true_alarmed"] == 0.25
    assert found["false_alarmed"] == 0.5
    assert found["ms"] == 2.0


def test_scores_that_are_right_as_often_as_they_say_have_no_calibration_error() -> None:
    assert figures((True, 1.0, "supported"), (False, 0.0, "unclear"))["calibration_error"] == 0
    assert figures((True, 0.25, "unclear"), (False, 0.75, "unclear"))["calibration_error"] == pytest.approx(0.75)


def test_calibration_is_at_even_odds_whatever_the_share_of_right_rows() -> None:
    rows = [(True, 0.5, "unclear")] * 9 + [(False, 0.5, "unclear")]
    assert figures(*rows)["calibration_error"] == pytest.approx(0)


def test_calibration_of_a_mean_is_pooled_over_its_sets() -> None:
    sets = {
        "apt": columns(*[(True, 0.95, "unclear"), (False, 0.45, "unclear")] * 20),
        "not": columns(*[(True, 0.45, "unclear"), (False, 0.95, "unclear")] * 20),
    }
    number = FIGURES.index("calibration_error")
    assert [measure(each)[0][number] for each in sets.values()] == pytest.approx([0.25, 0.75])
    assert mean(sets).value[number] == pytest.approx(0.25)


def test_a_sample_draws_whole_groups() -> None:
    weights = resampled(np.array(["a", "a", "b", "c"]), seed=1)
    assert (weights[:, 0] == weights[:, 1]).all()
    assert (weights[:, [0, 2, 3]].sum(1) == 3).all()
    assert (weights == resampled(np.array(["a", "a", "b", "c"]), seed=1)).all()


def test_the_interval_of_a_difference_is_paired() -> None:
    before = columns(*((number % 2 == 0, number / 50, "unclear") for number in range(50)))
    same = difference({"made": before}, {"made": before})
    assert not np.concatenate([same.value, same.low, same.high]).any()


def test_the_best_cut_parts_right_from_wrong() -> None:
    assert best_cut({"made": columns((True, 0.62, "unclear"), (False, 0.6, "unclear"))}) == pytest.approx(0.61)


PAGE = "The council rejected the motion. Ferries to the northern islands sail daily. The harbour opened in 1986."
CLAIMS = [
    record(1, True, claim="The harbour opened in 1986.", text=PAGE),
    record(2, False, claim="The harbour opened in 1990.", text=PAGE),
    record(3, False, claim="Ferries to the southern islands sail daily.", text=PAGE),
]


def test_a_rule_that_is_switched_off_comes_back() -> None:
    before = [judge(each).verdict for each in CLAIMS]
    judged, fired = baseline(CLAIMS)
    assert [outcome.verdict for _, outcome in judged] == before
    assert 2 in {place for places in fired.values() for place in places}
    with ExitStack() as off:
        for rule in RULES.values():
            off.enter_context(rule.patched(True))
        assert [judge(each).verdict for each in CLAIMS] != before
    assert [judge(each).verdict for each in CLAIMS] == before


@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_its_switch_in_the_judge(name: str) -> None:
    with RULES[name].patched(True):
        assert all(judge(each).verdict for each in CLAIMS)


def _judged() -> Iterator[tuple[Record, Outcome]]:
    for number, (label, verdict) in enumerate(
        [(True, "unclear"), (False, "unclear"), (False, "not_supported"), (True, "supported"), (False, "unclear")]
    ):
        yield record(number, label), Outcome(0.5, verdict, 1.0)


def test_an_effect_is_what_only_the_rule_brings_about() -> None:
    without = {
        0: Outcome(0.9, "supported", 1.0),
        1: Outcome(0.9, "supported", 1.0),
        2: Outcome(0.5, "unclear", 1.0),
        3: Outcome(0.5, "unclear", 1.0),
    }
    found = effect(list(_judged()), without)
    ids = {name: [each.id for each in getattr(found, name)] for name in ("caught", "lost", "gained", "alarmed")}
    assert ids == {"caught": ["made-1"], "lost": ["made-0"], "gained": ["made-3"], "alarmed": ["made-2"]}
    assert found.fired == (2, 2)
    assert not found.passed
    assert not found.harmed
    assert found.auroc < 0
