"""Formats that are written piece by piece: a larger report takes no more memory."""

import tracemalloc

import pytest

from reports.formats.registry import FORMATS
from tests.reports.large import large


@pytest.fixture(scope="module")
def reports():
    """A report, and one four times its size."""
    return large(100), large(400)


@pytest.mark.parametrize("name", ["json", "sarif", "junit", "csv"])
def test_four_times_the_claims_take_no_more_memory(reports, name):
    small, big = (peak(FORMATS[name], report) for report in reports)

    assert big < small + 100_000


def peak(form, report):
    """Bytes at the peak of rendering, every piece dropped as it is made."""
    for _ in range(2):  # what is made once for all (compiled patterns and the like) is not counted
        tracemalloc.start()
        for pieces in form.render(report).values():
            for _ in pieces:
                pass
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    return most
