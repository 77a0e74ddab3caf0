"""HTML that no MediaWiki made: footnotes in the ways people mark them up, or else links as citations."""

import pytest

from claims.linking.linker import link
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
        ('<sup><a href="#_ftn1">[1]</a></sup>', '<p><a href="//6CB5-42/#_ftnref1">[1]</a> {}</p>'),  # no names
        ('<a href="#one"><sup>1</sup></a>', '<p><a name="one"><sup>1</sup></a> {}</p>'),
        ("<sup>1</sup>", "<hr><p><sup>1</sup> {}</p>"),
        ("<sup>[1]</sup>", "<h2>Notes</h2><p><b><sup>1</sup></b> {}</p>"),
        # Pandoc, Quarto; Hugo; Sphinx; AsciiDoc; Google Docs
        (
            '<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>',
            '<section id="footnotes" role="doc-endnotes"><hr><ol><li id="fn1"><p>{}'
            '<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>',
        ),
        (
            '<sup id="fnref:1"><a href="#fn:1" class="footnote-ref">1</a></sup>',
            '<div class="footnotes"><ol><li id="fn:1"><p>{}&#160;<a href="#fnref:1">&#x21a9;&#xfe0e;</a></p></li></ol>'
            "</div>",
        ),
        (
            '<a class="footnote-reference brackets" href="#id2" id="id1"><span>[</span>1<span>]</span></a>',
            '<aside class="footnote brackets" id="id2"><span class="label"><span>[</span><a href="#id1">1</a>'
            "<span>]</span></span><p>{}</p></aside>",
        ),
        (
            '<sup class="footnote">[<a id="_footnoteref_1" href="#_footnotedef_1" title="View footnote.">1</a>]</sup>',
            '<div id="footnotes"><div class="footnote" id="_footnotedef_1">'
            '<a href="#_footnoteref_1">1</a>. {}</div></div>',
        ),
        (
            '<sup id="ftnt_ref1"><a href="#ftnt1">[1]</a></sup>',
            '<div><p id="ftnt1"><a href="#ftnt_ref1">[1]</a>&nbsp;{}</p></div>',
        ),
        # Substack, WordPress's plug-ins, LaTeXML
        (
            '<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a>',
            '<div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a>'
            '<div class="footnote-content"><p>{}</p></div></div>',
        ),
        (
            '<span id="easy-footnote-1" class="easy-footnote-margin-adjust"></span><span class="easy-footnote">'
            '<a href="#easy-footnote-bottom-1" title="Kyodo"><sup>1</sup></a></span>',
            '<ol class="easy-footnotes-wrapper"><li class="easy-footnote-single">'
            '<span id="easy-footnote-bottom-1"></span>{}<a href="#easy-footnote-1">↩</a></li></ol>',
        ),
        (
            '<cite class="ltx_cite">[<a href="#bib.bib1" class="ltx_ref">1</a>]</cite>',
            '<section class="ltx_bibliography"><h2>References</h2>'
            '<ul><li id="bib.bib1" class="ltx_bibitem">{}</li></ul></section>',
        ),
        # Only numbers: in bold, in a list of a section or beside the text, in wrappers
        ("<sup>1</sup>", "<hr><p><strong>1</strong> {}</p>"),
        ('<sup class="aside-link">1</sup>', "<aside><ol start=1><li>{}</li></ol></aside>"),
        (
            '<span class="ref"> <sup class="footnote-ref">1</sup> </span>',
            '<section class="footnotes"><ol><li>{}</li></ol></section>',
        ),
        ('<a href="#n1">1</a>', '<h2>Notes</h2><ul><li id="n1">{}</li></ul>'),
    ],
)
def test_footnotes_are_found_however_they_are_marked_up(marker: str, note: str) -> None:
    found = document(BODY.format(marker) + note.format('<a href="https://a.example/k">Kyodo</a>, 2002.'))
    assert direct(found) == [("It was signed in 1986.", ("1",))]
    assert [(citation.id, citation.url) for citation in found.citations] == [("1", "https://a.example/k")]
    assert "Kyodo" not in found.text


NOTE = '<a href="https://a.example/k">Kyodo</a>, 2002.'


@pytest.mark.parametrize(
    "inline",
    [
        '<label class="footref" for="fn.1">1</label><input id="fn.1" type="checkbox">'
        f'<span class="sidenote"><sup>1</sup> {NOTE}</span>',
        '<label for="sn-1" class="margin-toggle sidenote-number"></label><input id="sn-1">'
        f'<span class="sidenote">{NOTE}</span>',
        f'<sup class="modern-footnotes-footnote"><a href="javascript:void(0)">1</a></sup>'
        f'<span class="modern-footnotes-footnote__note">{NOTE}</span>',
        f'<span class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup><span class="ltx_note_outer">'
        f'<span class="ltx_note_content"><sup class="ltx_note_mark">1</sup>{NOTE}</span></span></span>',
    ],
)
def test_a_note_right_behind_its_marker_is_no_running_text(inline: str) -> None:
    found = document(f"<p>It was signed in 1986.{inline} It grew in 1990.</p>")
    assert [claim.text for claim in found.claims] == ["It was signed in 1986.", "It grew in 1990."]
    assert [(citation.text, citation.url) for citation in found.citations] == [("Kyodo, 2002.", "https://a.example/k")]
    assert found.claims[0].citations == (found.citations[0].id,)
    assert found.claims[1].citations == ()


def test_a_note_both_in_the_text_and_in_a_list_is_one_note() -> None:
    marker = '<sup><a id="r1" href="#n1">1</a></sup><span class="sidenote">1. The news of Kyodo.</span>'
    found = document(f'<p>It was signed{marker} in 1986.</p><div class="footnotes"><p id="n1">{NOTE}</p></div>')
    assert direct(found) == [("It was signed in 1986.", ("1",))]
    assert [citation.text for citation in found.citations] == ["Kyodo, 2002."]


def test_works_are_cited_by_their_authors_where_the_link_says_so() -> None:
    link = '(<a href="#ref-lee" role="doc-biblioref">Lee 2005</a>)'
    text = f'<p>It was signed, <span class="citation">{link}</span> says.</p>'
    found = document(f'{text}<div id="refs" class="references"><div id="ref-lee" class="csl-entry">{NOTE}</div></div>')
    assert direct(found) == [("It was signed, (Lee 2005) says.", ("Lee 2005",))]
    assert found.citations[0].url == "https://a.example/k"


def test_a_note_in_the_middle_of_a_page_ends_with_its_element() -> None:
    note = f'<aside id="n1" class="footnote">{NOTE}</aside>'
    found = document(f'<p>It was signed.<a href="#n1">1</a></p>{note}<p>It was kept quiet for long.</p>')
    assert [claim.text for claim in found.claims] == ["It was signed.", "It was kept quiet for long."]


def test_steps_with_numbers_in_bold_are_no_notes() -> None:
    found = document(
        "<p>It is 5 m<sup>2</sup> wide.</p><p><b>1</b> Take it from here.</p><p><b>2</b> Put it over there.</p>"
    )
    assert found.citations == ()
    assert "Take it from here." in found.text


def test_a_year_that_is_a_link_is_no_number_of_a_source() -> None:
    found = document('<p>It was signed in <a href="https://a.example/1986">1986</a>, after some talks.</p>')
    assert [claim.text for claim in found.claims] == ["It was signed in 1986, after some talks."]


def test_a_link_within_the_page_to_anything_else_is_no_footnote() -> None:
    assert document('<p>By equation <a href="#eq1">1</a> it holds.</p><div id="eq1">a = b</div>').citations == ()


def test_exponents_are_numbers() -> None:
    assert "10 km² of land" in document("<p>They had 10 km<sup>2</sup> of land to give.</p>").text


def test_without_footnotes_links_are_citations_of_their_sentence() -> None:
    found = document('<p>Kyodo <a href="https://a.example/k">says</a> it was signed. It was kept quiet.</p>')
    assert direct(found) == [("Kyodo says it was signed.", ("link 1",))]


def test_bare_addresses_are_citations_as_links_are() -> None:
    cell = "<td>https://b.example/</td>"
    found = document(
        "<p>It was signed in 1986. Source: https://a.example/</p>"
        f"<table><tr><th>Keeper</th><th>From</th><th>Source</th></tr><tr><td>Ada</td><td>1871</td>{cell}</tr></table>"
    )
    assert direct(found) == [("It was signed in 1986.", ("link 1",)), ("Keeper: Ada; From: 1871", ("link 2",))]


def test_the_credit_of_a_picture_is_no_claim() -> None:
    caption = '<figcaption>The wall in May. Photo: <a href="https://a.example/ada">Ada Brenner</a></figcaption>'
    assert direct(document(f"<p>It was signed in 1986.</p><figure><img src=w.jpg>{caption}</figure>")) == []


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


def test_elements_nested_too_deep_are_read_with_a_note() -> None:
    deep = "<div>" * 600 + 'It was signed in 1986.<a href="#n">1</a>' + "</div>" * 600
    found = document(f'{deep}<p>It was kept quiet then.</p><p class="footnote" id="n">Kyodo.</p>')
    assert direct(found) == [("It was signed in 1986.", ("1",))]
    assert [claim.text for claim in found.claims][1:] == ["It was kept quiet then."]
    assert "512" in found.notes[0]


def test_a_page_is_no_source_of_itself() -> None:
    head = '<head><link rel="canonical" href="https://blog.example/dam"></head>'
    body = '<p>It <a href="https://blog.example/dam#more">holds</a> (<a href="https://p.example/">plan</a>).</p>'
    found = link(read(f"<html>{head}<body>{body}</body></html>", "dam.html"), "dam.html")
    assert [citation.urls for citation in found.citations] == [("https://p.example/",)]


@pytest.mark.parametrize(
    "link",
    [
        '<a rel="author" href="https://a.example/ada">Ada Brenner</a>',
        '<a rel="category tag" href="https://a.example/coast">Coast</a>',
        '<a rel="bookmark" href="https://a.example/2014/lamp">27 January</a>',
        '<a href="https://web.archive.org/web/2007/mailto:ada@a.example">Ada Brenner</a>',
    ],
)
def test_a_link_to_what_surrounds_the_page_or_to_a_mailbox_cites_nothing(link: str) -> None:
    found = document(
        f'<p>Written and lit in the harbour by {link}</p><p>It <a href="https://b.example/">shines</a> for ships.</p>'
    )
    assert [citation.url for citation in found.citations] == ["https://b.example/"]


def test_a_popup_that_the_page_hides_is_not_read() -> None:
    popup = '<div style="color:red; display: none">Long Street 24, 63322 Ulm (<a href="https://a.example/r">route</a>)</div>'
    assert "Long Street" not in read(f"<p>The mill is old and tall.</p>{popup}", "a.html").text


def test_a_section_that_a_page_folds_up_is_read() -> None:
    section = '<section style="display: none"><p>The mill burnt down in 1871.</p></section>'
    assert "burnt down" in read(f"<p>The mill is old and tall.</p>{section}", "a.html").text


@pytest.mark.parametrize("marker", ["{}", " [cite: {}]", "【{}†L3】", " [Source {}]"])
def test_the_items_of_a_numbered_list_of_sources_are_those_of_its_markers(marker: str) -> None:
    items = "<li>Walls <a href='https://a.example/'>A</a></li><li><p>Leaks, https://b.example/</p></li>"
    text = f"<p>The wall rose in stone.{marker.format(1)}</p><p>It leaks in winter.{marker.format(2)}</p>"
    found = document(f"{text}<h2>Works cited</h2><ol>{items}</ol>")
    urls = {citation.id: citation.url for citation in found.citations}
    assert [(words, urls[name]) for words, (name,) in direct(found)] == [
        ("The wall rose in stone.", "https://a.example/"),
        ("It leaks in winter.", "https://b.example/"),
    ]


def test_a_numbered_list_begins_where_it_says_so() -> None:
    items = "<li>https://a.example/</li><li value='7'>https://b.example/</li>"
    found = document(f"<p>It rose [3]. It leaks [7].</p><h2>Sources</h2><ol start='3'>{items}</ol>")
    assert [citation.id for citation in found.citations] == ["3", "7"]
