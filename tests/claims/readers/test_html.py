"""HTML that no MediaWiki made: footnotes in the ways people mark them up, or else links as citations."""

import pytest

from claims.linking import link
from claims.readers.registry import read
from claims.records import Document, Link

BODY = "<p>It was signed in 1986.{}</p><p>Nobody knew of it at the time.</p>"


def document(body: str) -> Document:
    return link(
        read(f'<!DOCTYPE html><html lang="en"><body><h1>Treaty</h1>{body}</body></html>', "page.html"), "page.html"
    )


def direct(found: Document) -> list[tuple[str, tuple[str, ...]]]:
    return [(claim.text, claim.citations) for claim in found.claims if claim.link is Link.DIRECT]


@pytest.mark.parametrize(
    ("marker", "note"),
    [
        ('<sup id="r1"><a href="#fn1">1</a></sup>', '<ol><li id="fn1">{} <a href="#r1">↩</a></li></ol>'),
        ('<a epub:type="noteref" href="#n1">1</a>', '<aside epub:type="footnote" id="n1">{}</aside>'),
        ('<a role="doc-noteref" href="#n1">[1]</a>', '<section role="doc-endnotes"><p id="n1">{}</p></section>'),
        ('<a name="_ftnref1" href="#_ftn1">[1]</a>', '<p><a name="_ftn1" href="#_ftnref1">[1]</a> {}</p>'),
        ('<a href="#one"><sup>1</sup></a>', '<p><a name="one"><sup>1</sup></a> {}</p>'),
        ("<sup>1</sup>", "<hr><p><sup>1</sup> {}</p>"),
        ("<sup>[1]</sup>", "<h2>Notes</h2><p><b><sup>1</sup></b> {}</p>"),
    ],
)
def test_footnotes_are_found_however_they_are_marked_up(marker: str, note: str) -> None:
    found = document(BODY.format(marker) + note.format('<a href="https://a.example/k">Kyodo</a>, 2002.'))
    assert direct(found) == [("It was signed in 1986.", ("1",))]
    assert [(citation.id, citation.url) for citation in found.citations] == [("1", "https://a.example/k")]
    assert "Kyodo" not in found.text


def test_a_link_within_the_page_to_anything_else_is_no_footnote() -> None:
    assert document('<p>By equation <a href="#eq1">1</a> it holds.</p><div id="eq1">a = b</div>').citations == ()


def test_exponents_are_numbers() -> None:
    assert "10 km2 of land" in document("<p>They had 10 km<sup>2</sup> of land to give.</p>").text


def test_links_cite_for_the_sentence_they_stand_in_where_there_are_no_footnotes() -> None:
    found = document('<p>Kyodo <a href="https://a.example/k">says</a> it was signed. It was kept quiet.</p>')
    assert direct(found) == [("Kyodo says it was signed.", ("link 1",))]


def test_navigation_related_links_and_page_links_are_left_out() -> None:
    found = document(
        '<nav><a href="https://a.example/">Home</a> is where it all began.</nav>'
        '<div class="related"><p>More on <a href="https://a.example/m">the treaty</a> can be found here.</p></div>'
        '<p>It was <a href="/local">signed</a> in the year 1986.</p>'
    )
    assert (found.citations, [claim.text for claim in found.claims]) == ((), ["It was signed in the year 1986."])


def test_title_language_and_date_are_read() -> None:
    found = document('<p>It was signed in 1986.</p><time datetime="2009-05-01T10:00">May</time>')
    assert (found.title, found.language, found.as_of) == ("Treaty", "en", "2009-05-01")


def test_what_stands_too_deep_is_read_all_the_same_and_the_notes_say_so() -> None:
    deep = "<div>" * 600 + 'It was signed in 1986.<a href="#n">1</a>' + "</div>" * 600
    found = document(f'{deep}<p>It was kept quiet then.</p><p class="footnote" id="n">Kyodo.</p>')
    assert direct(found) == [("It was signed in 1986.", ("1",))]
    assert [claim.text for claim in found.claims][1:] == ["It was kept quiet then."]
    assert "512" in found.notes[0]
