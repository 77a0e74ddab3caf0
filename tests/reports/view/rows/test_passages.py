"""reports.view.rows.passages and reports.view.rows.quotes: which words of a source a report shows."""

from dataclasses import replace

import pytest

from claims.records import Evidence, Excerpt, Fact, FactKind, FactState
from reports.view.rows.passages import SCREENFUL, passages, whole_texts
from reports.view.rows.quotes import joined_quotes, worth_reading
from tests.reports.examples import lighthouse
from tests.reports.lighthouse import CLAIMS

TEXT = "Forged notes\n\n16 June 2001\n\n" + "Two diplomats were sent home. " * 200


def quoted(words: str, place: int = 0, **around: str) -> Evidence:
    start = TEXT.index(words, place)
    return Evidence(quote=words, start=start, end=start + len(words), score=0.5, **around)


def test_a_passage_has_a_screenful_on_either_side_and_marks_its_quote() -> None:
    quote = quoted("Two diplomats were sent home.", 2_000)
    (passage,) = passages([quote], [Excerpt(citation="1", start=0, text=TEXT, whole=True)])
    cut, before, mark, after, _ = passage
    assert cut.text == "… "
    assert (mark.text, bool(mark.anchor)) == (quote.quote, True)
    assert (len(before.text), len(after.text)) == (SCREENFUL, SCREENFUL)


def test_a_passage_that_reaches_both_ends_of_the_text_has_no_ellipsis() -> None:
    excerpt = Excerpt(citation="1", start=0, text=TEXT[:90], whole=True)
    (passage,) = passages([quoted("Two diplomats were sent home.")], [excerpt])
    assert "".join(part.text for part in passage) == TEXT[:90]


def test_quotes_far_apart_have_passages_of_their_own_and_near_ones_share_one() -> None:
    quotes = [quoted("Two diplomats", place) for place in (100, 300, 5_000)]
    assert len(passages(quotes, [Excerpt(citation="1", start=0, text=TEXT)])) == 2


def test_a_quote_that_the_excerpt_does_not_have_gives_no_passage() -> None:
    wrong = replace(quoted("Two diplomats"), start=1, end=14)
    assert passages([wrong], [Excerpt(citation="1", start=0, text=TEXT)]) == ()


def test_the_whole_text_has_every_quote_of_every_claim_marked() -> None:
    check = CLAIMS[1].checks[0]
    start = check.evidence[0].start
    text = "." * start + check.evidence[0].quote + " The end."
    excerpt = Excerpt(citation=check.citation, start=0, text=text, whole=True)
    found = whole_texts(replace(lighthouse().documents[0], excerpts=(excerpt,)))[check.citation]
    assert "".join(part.text for part in found.parts) == text
    assert f"text-{found.number}-{start}" in [part.anchor for part in found.parts]


def test_a_heading_or_a_date_alone_is_no_evidence() -> None:
    sentence = quoted("Two diplomats were sent home.")
    assert worth_reading([quoted("16 June 2001"), quoted("Forged notes"), sentence], ()) == [sentence]
    assert worth_reading([quoted("16 June 2001")], ()) == []


@pytest.mark.parametrize(("found", "shown"), [("Keepers: 3", 1), ("elsewhere", 0)])
def test_a_line_without_a_verb_is_shown_if_it_alone_has_what_the_source_says(found: str, shown: int) -> None:
    line = Evidence(quote="Crew of the lighthouse Keepers: 3", start=0, end=33, score=0.5)
    fact = Fact(kind=FactKind.NUMBER, text="4", start=0, end=1, state=FactState.CONTRADICTED, found=found)
    assert len(worth_reading([line], [fact])) == shown


def test_a_sentence_within_a_paragraph_is_shown_without_a_full_stop() -> None:
    sentence = quoted("16 June 2001", before="It happened on ", after=" in the city")
    assert worth_reading([sentence], ()) == [sentence]


def test_neighbouring_sentences_are_one_quote() -> None:
    first = quoted("Two diplomats were sent home.")
    second = quoted("Two diplomats were sent home.", first.end)
    (both,) = joined_quotes([second, first])
    assert (both.start, both.end) == (first.start, second.end)
