"""What became of claims between two reports."""

from dataclasses import replace

import pytest

from claims.records import ChangeKind, Status, Verdict
from reports.changes.diff import change_lines, diff, regressed
from tests.reports.examples import lighthouse, report
from tests.reports.lighthouse import CLAIMS, LIGHTHOUSE
from tests.reports.lighthouse_text import OIL

SUPPORTED = next(claim for claim in CLAIMS if claim.text == OIL)
UNAVAILABLE = next(claim for claim in CLAIMS if claim.verdict is Verdict.SOURCE_UNAVAILABLE)
NOT_SUPPORTED = next(claim for claim in CLAIMS if claim.verdict is Verdict.NOT_SUPPORTED)
THROTTLED = next(claim for claim in CLAIMS if claim.unfinished)


def of(*claims):
    return report(replace(LIGHTHOUSE, claims=claims))


def judged(claim, verdict, **check):
    """`claim` with another verdict, its first check changed as told."""
    changed = replace(claim.checks[0], verdict=verdict, **check)
    return replace(claim, verdict=verdict, checks=(changed, *claim.checks[1:]))


def kinds(old, new):
    return [change.kind for change in diff(old, new)]


def test_equal_reports_do_not_differ():
    assert diff(lighthouse(), lighthouse()) == ()


def test_a_finding_on_a_claim_that_was_not_there_is_new():
    (change,) = diff(of(SUPPORTED), of(SUPPORTED, NOT_SUPPORTED))

    assert (change.kind, change.before, change.after) == (ChangeKind.NEW, None, Verdict.NOT_SUPPORTED)
    assert (change.source, change.line, change.claim) == ("skarvholm.txt", NOT_SUPPORTED.line, NOT_SUPPORTED.id)


def test_a_new_claim_that_is_supported_is_no_change():
    assert diff(of(), of(SUPPORTED)) == ()


def test_a_claim_whose_verdict_sank_is_worse_and_one_that_rose_is_mended():
    partly = judged(SUPPORTED, Verdict.PARTIALLY_SUPPORTED)

    assert kinds(of(SUPPORTED), of(partly)) == [ChangeKind.WORSE]
    assert kinds(of(partly), of(SUPPORTED)) == [ChangeKind.MENDED]


def test_a_source_that_can_be_read_no_longer_died():
    dead = judged(SUPPORTED, Verdict.SOURCE_UNAVAILABLE, status=Status.SOFT_404, capture=None)

    (change,) = diff(of(SUPPORTED), of(dead))
    assert (change.kind, change.before, change.after) == (
        ChangeKind.SOURCE_DIED, Verdict.SUPPORTED, Verdict.SOURCE_UNAVAILABLE,
    )  # fmt: skip


def test_a_source_that_appears_and_does_not_support_is_worse():
    assert kinds(of(UNAVAILABLE), of(replace(UNAVAILABLE, verdict=Verdict.NOT_SUPPORTED))) == [ChangeKind.WORSE]


def test_another_content_with_the_same_verdict_is_a_changed_source():
    capture = SUPPORTED.checks[0].capture
    other = judged(SUPPORTED, Verdict.SUPPORTED, capture=replace(capture, digest="sha1:OTHER"))
    same = judged(SUPPORTED, Verdict.SUPPORTED, capture=replace(capture, timestamp="20250101000000"))

    assert kinds(of(SUPPORTED), of(other)) == [ChangeKind.SOURCE_CHANGED]
    assert kinds(of(SUPPORTED), of(same)) == []


def test_a_finding_whose_claim_was_taken_out_is_gone():
    (change,) = diff(of(NOT_SUPPORTED, SUPPORTED), of())

    assert (change.kind, change.before, change.after) == (ChangeKind.GONE, Verdict.NOT_SUPPORTED, None)


def reworded(claim, text, verdict, **fields):
    return replace(judged(claim, verdict), id="another", text=text, **fields)


EDITED = OIL.replace("1887", "1889")


@pytest.mark.parametrize(
    ("before", "after", "fails"),
    [
        (Verdict.SUPPORTED, Verdict.NOT_SUPPORTED, True),
        (Verdict.PARTIALLY_SUPPORTED, Verdict.NOT_SUPPORTED, True),
        (Verdict.NOT_SUPPORTED, Verdict.NOT_SUPPORTED, False),
        (Verdict.NOT_SUPPORTED, Verdict.SUPPORTED, False),
    ],
)
def test_an_edited_claim_is_one_change_that_fails_only_for_the_worse(before, after, fails):
    changes = diff(of(judged(SUPPORTED, before)), of(reworded(SUPPORTED, EDITED, after)))

    (change,) = changes
    assert (change.kind, change.before, change.after) == (ChangeKind.EDITED, before, after)
    assert (change.text, change.was, change.claim) == (EDITED, OIL, "another")
    assert regressed(changes, ("not_supported",)) is fails


def test_an_edit_of_a_claim_that_was_and_is_supported_is_no_change():
    assert diff(of(SUPPORTED), of(reworded(SUPPORTED, EDITED, Verdict.SUPPORTED))) == ()


def test_an_edited_claim_that_an_outage_kept_from_being_checked_is_neither_edited_nor_gone():
    out = replace(judged(SUPPORTED, Verdict.SOURCE_UNAVAILABLE, status=Status.UNREACHABLE), id="another", text=EDITED)

    assert diff(of(judged(SUPPORTED, Verdict.NOT_SUPPORTED)), of(out)) == ()


def test_the_same_words_with_another_citation_are_an_edit():
    cited = reworded(SUPPORTED, OIL, Verdict.NOT_SUPPORTED, citations=("2",))

    assert kinds(of(SUPPORTED), of(cited)) == [ChangeKind.EDITED]


def test_a_claim_rewritten_between_the_same_neighbours_is_an_edit():
    between = [
        of(CLAIMS[5], claim, CLAIMS[9])
        for claim in (SUPPORTED, reworded(SUPPORTED, "Paraffin it was.", Verdict.NOT_SUPPORTED))
    ]

    assert kinds(*between) == [ChangeKind.EDITED]


def test_other_words_elsewhere_or_on_another_page_are_a_new_claim():
    other = reworded(SUPPORTED, "The whole of the crew was paid in herring.", Verdict.NOT_SUPPORTED)
    elsewhere = reworded(SUPPORTED, EDITED, Verdict.NOT_SUPPORTED, citations=("2",))

    assert kinds(of(CLAIMS[5], SUPPORTED), of(other, CLAIMS[5])) == [ChangeKind.NEW]
    assert kinds(of(SUPPORTED), of(elsewhere)) == [ChangeKind.NEW]


def test_of_several_edits_on_one_page_each_is_paired_with_what_is_most_like_it():
    texts = ("The tower has 31 steps of stone.", "The tower has 9 rooms for keepers.")
    old = [reworded(SUPPORTED, text, Verdict.SUPPORTED) for text in texts]
    new = [reworded(SUPPORTED, text.replace("The", "Its"), Verdict.NOT_SUPPORTED) for text in reversed(texts)]
    named = [
        [replace(claim, id=f"{name}{at}") for at, claim in enumerate(side)] for name, side in (("o", old), ("n", new))
    ]

    assert {(change.was, change.text) for change in diff(of(*named[0]), of(*named[1]))} == {
        (text, text.replace("The", "Its")) for text in texts
    }


def test_an_outage_is_no_change():
    out = judged(SUPPORTED, Verdict.SOURCE_UNAVAILABLE, status=Status.UNREACHABLE, capture=None)

    assert diff(of(SUPPORTED), of(out)) == ()
    assert diff(of(out), of(SUPPORTED)) == ()


def test_a_finding_after_an_outage_is_new():
    found = judged(THROTTLED, Verdict.NOT_SUPPORTED, status=Status.CHECKED)

    (change,) = diff(of(THROTTLED), of(found))
    assert (change.kind, change.before) == (ChangeKind.NEW, None)


def test_changes_that_ask_for_someone_come_first():
    old = of(NOT_SUPPORTED, judged(SUPPORTED, Verdict.PARTIALLY_SUPPORTED), UNAVAILABLE)
    new = of(SUPPORTED, replace(UNAVAILABLE, verdict=Verdict.NOT_SUPPORTED))

    assert kinds(old, new) == [ChangeKind.WORSE, ChangeKind.MENDED, ChangeKind.GONE]


@pytest.mark.parametrize(
    ("fail_on", "fails"), [(("not_supported",), True), (("partially_supported",), False), ((), False)]
)
def test_only_regressions_to_a_verdict_that_was_asked_for_fail(fail_on, fails):
    assert regressed(diff(of(), of(NOT_SUPPORTED)), fail_on) is fails
    assert not regressed(diff(of(NOT_SUPPORTED), of()), fail_on)


def test_a_change_is_told_in_one_line_whatever_the_claim_holds():
    hostile = replace(NOT_SUPPORTED, text="one\n::error::two\x1b[31m" + "x" * 500)
    (line,) = change_lines(diff(of(), of(hostile)))

    assert line.startswith("new  skarvholm.txt:3  - -> not_supported  one ::error::two\ufffd[31mxxx")
    assert "\n" not in line
    assert line.endswith("x…")
