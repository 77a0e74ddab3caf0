"""crawler.stages.excerpts: what a report keeps of the texts of its findings' sources."""

import pytest

from claims.records import Check, Evidence, JudgedClaim, Link, Status, Verdict
from crawler.stages.excerpts import AROUND, WHOLE, Excerpts, stretches

SENTENCE = "The keeper lit the lamp at dusk. "


def quote(start: int, length: int = 33) -> Evidence:
    return Evidence(quote="x" * length, start=start, end=start + length, score=0.5)


def claim(*evidence: Evidence, verdict: Verdict = Verdict.NOT_SUPPORTED, link: Link = Link.DIRECT) -> JudgedClaim:
    check = Check(citation="1", status=Status.CHECKED, verdict=verdict, evidence=evidence)
    return JudgedClaim(
        id="a", text="A.", sentence="A.", context="A.", start=0, end=2, line=1, section=None, link=link,
        citations=("1",), verdict=verdict, checks=(check,),
    )  # fmt: skip


def test_a_text_of_usual_length_is_kept_whole() -> None:
    excerpts = Excerpts(all_whole=False)
    excerpts.note(claim(quote(33)))
    excerpts.take("1", SENTENCE * 9)
    (cut,) = excerpts.cut
    assert (cut.citation, cut.start, cut.text, cut.whole) == ("1", 0, SENTENCE * 9, True)


def test_of_a_long_text_the_words_around_the_evidence_are_kept() -> None:
    text = SENTENCE * (2 * WHOLE // len(SENTENCE))
    excerpts = Excerpts(all_whole=False)
    excerpts.note(claim(quote(330), quote(33_000)))
    excerpts.take("1", text)
    assert [(cut.start, cut.whole) for cut in excerpts.cut] == [(0, False), (excerpts.cut[1].start, False)]
    for cut in excerpts.cut:
        assert text[cut.start : cut.start + len(cut.text)] == cut.text
        assert len(cut.text) < 3 * AROUND


def test_with_sources_a_long_text_is_kept_whole() -> None:
    excerpts = Excerpts(all_whole=True)
    excerpts.note(claim(quote(33)))
    excerpts.take("1", SENTENCE * 9_000)
    assert excerpts.cut[0].whole


@pytest.mark.parametrize(
    ("verdict", "link"), [(Verdict.SUPPORTED, Link.DIRECT), (Verdict.NOT_SUPPORTED, Link.TRAILING)]
)
def test_nothing_is_kept_for_what_is_no_finding(verdict: Verdict, link: Link) -> None:
    excerpts = Excerpts(all_whole=True)
    excerpts.note(claim(quote(33), verdict=verdict, link=link))
    excerpts.take("1", SENTENCE)
    assert excerpts.cut == []


def test_many_sources_have_a_limit_altogether() -> None:
    excerpts = Excerpts(all_whole=False)
    for _ in range(40):
        excerpts.note(claim(quote(5_000)))
        excerpts.take("1", SENTENCE * 450)
    assert 0 < sum(cut.whole for cut in excerpts.cut) < 40


def test_stretches_that_touch_become_one_and_end_between_words() -> None:
    text = SENTENCE * 600
    found = list(stretches([quote(6_006), quote(3_300), quote(15_000)], text))
    assert len(found) == 2
    assert all(text[start - 1] == " " and text[end] == " " for start, end in found)
