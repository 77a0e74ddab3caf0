"""claims.support.scoring.model: the shipped model and its operating points."""

from claims.records import Strictness
from claims.support.scoring.model import shipped


def test_stricter_asks_for_more_before_it_calls_a_claim_supported() -> None:
    points = shipped().points
    asked = [points[level].supported for level in (Strictness.LENIENT, Strictness.NORMAL, Strictness.STRICT)]
    assert asked == sorted(asked)
    assert len(set(asked)) == 3


def test_stricter_raises_more_alarms() -> None:
    points = shipped().points
    raised = [points[level].not_supported for level in (Strictness.LENIENT, Strictness.NORMAL, Strictness.STRICT)]
    assert raised == sorted(raised)
    assert len(set(raised)) == 3


def test_a_claim_that_counts_as_contradicted_does_not_count_as_supported() -> None:
    for point in shipped().points.values():
        assert point.opposite < point.supported
