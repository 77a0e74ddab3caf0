"""The overview of a corpus as rows, and as a page that trusts none of them."""

from collections import Counter

from claims.records import Verdict
from reports.formats.html import corpus_pieces
from reports.text.labels import Tone
from reports.view.corpus import CorpusPage, badness, corpus_page, result, tally_row

HOSTILE = "<script>alert(1)</script>"


def page(**changes: object) -> CorpusPage:
    known: dict[str, object] = {
        "title": "wiki", "about": (), "tally": Counter({Tone.YES: 3, Tone.NO: 1}), "unchecked": 0, "sites": (),
        "sections": (), "documents": (), "samples": (), "errors": (),
    }  # fmt: skip
    return corpus_page(**known | changes)  # type: ignore[arg-type]


def test_a_claim_that_waits_for_an_archive_is_no_finding() -> None:
    assert result(Verdict.NOT_SUPPORTED, unfinished=True) is Tone.WAIT
    assert result(Verdict.SUPPORTED, unfinished=True) is Tone.YES
    assert result(Verdict.NOT_SUPPORTED, unfinished=False) is Tone.NO


def test_contradicted_claims_are_worse_than_any_number_that_is_not_supported() -> None:
    rows = [{Tone.NO: 9}, {Tone.AGAINST: 1}, {Tone.YES: 99}]
    assert sorted(rows, key=badness) == [{Tone.AGAINST: 1}, {Tone.NO: 9}, {Tone.YES: 99}]


def test_the_page_opens_with_the_worst_result() -> None:
    assert page().overview.headline == "1 of 4 cited claims is not supported by the cited sources."


def test_nothing_from_outside_becomes_markup() -> None:
    row = tally_row(HOSTILE, {Tone.NO: 1}, HOSTILE)
    hostile = page(
        title=HOSTILE, about=(HOSTILE,), sites=(row,), sections=(row,), documents=(row,), errors=((HOSTILE, HOSTILE),)
    )
    assert HOSTILE not in "".join(corpus_pieces(hostile))
