"""Rendered MediaWiki pages: markers to notes, notes to works, and what of a page is text."""

from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Citation, Claim, Document, Link, UrlFrom

NOTE = '<li id="cite_note-{0}"><span class="mw-cite-backlink">^</span> <span class="reference-text">{1}</span></li>'
MARK = '<sup id="cite_ref-{0}" class="reference"><a href="#cite_note-{0}">[{1}]</a></sup>'
LINK = '<a rel="nofollow" class="external text" href="{0}">{1}</a>'


def document(body: str, *notes: tuple[str, str], name: str = "page.html") -> Document:
    entries = "".join(NOTE.format(*note) for note in notes)
    content = f'<div class="mw-parser-output">{body}<ol class="references">{entries}</ol></div>'
    page = f'<html lang="en"><body>{content}</body></html>'
    return link(read(page, name), name)


def direct(found: Document) -> list[Claim]:
    return [claim for claim in found.claims if claim.link is Link.DIRECT]


def first(found: Document) -> Citation:
    return found.citations[0]


def test_a_marker_leads_to_its_note_by_the_number_it_prints() -> None:
    note = ("treaty-1", LINK.format("http://a.example/t", '"The treaty"') + ". Kyodo. Retrieved 22 August 2007.")
    found = document("<p>It was signed in 1986." + MARK.format("treaty-1", 1) + "</p>", note)
    assert found.format == "mediawiki-html"
    assert [(claim.text, claim.citations) for claim in direct(found)] == [("It was signed in 1986.", ("1",))]
    assert (first(found).url, first(found).title, first(found).access_date) == (
        "http://a.example/t",
        "The treaty",
        "2007-08-22",
    )


def test_the_page_behind_a_marker_is_that_of_its_reference_and_no_text() -> None:
    shown = '<sup class="reference" style="white-space:nowrap;">:<span>{}</span></sup>'
    marker = MARK.format("a", 1)
    text = f"It was signed.{marker}{shown.format(35)} It grew.{marker}{shown.format('xii')} It fell."
    found = document(f"<p>{text}{MARK.format('b', 2)}</p>", ("a", "A."), ("b", "B, pp. 7–8."))
    assert found.text == "It was signed. It grew. It fell."
    assert [citation.page for citation in found.citations] == ["35, xii", "7–8"]


def test_groups_keep_their_own_numbers() -> None:
    body = "<p>It was signed." + MARK.format("a", "note 1") + MARK.format("b", 1) + "</p>"
    found = document(body, ("a", "See below."), ("b", "Kyodo."))
    assert direct(found)[0].citations == ("note 1", "1")


def test_a_note_within_a_note_is_cited_too() -> None:
    body = "<p>It was signed." + MARK.format("a", "a") + "</p>"
    found = document(body, ("a", "So says Kyodo." + MARK.format("b", 1)), ("b", "Kyodo."))
    assert direct(found)[0].citations == ("a", "1")


def test_a_short_footnote_has_the_url_of_its_work_and_its_own_page() -> None:
    work = (
        '<p><cite id="CITEREFLee2005" class="citation">Lee. '
        + LINK.format("http://a.example/w", "The work")
        + ". 2005.</cite></p>"
    )
    short = ("s", '<a href="#CITEREFLee2005">Lee 2005</a>, p. 12.')
    found = document("<p>It was signed." + MARK.format("s", 1) + "</p>" + work, short)
    assert (first(found).url, first(found).page, first(found).text) == ("http://a.example/w", "12", "Lee 2005, p. 12.")


def test_a_sub_reference_has_the_work_of_the_main_one() -> None:
    inner = '<ol class="mw-subreference-list">' + NOTE.format("m-2", "p. 5") + "</ol>"
    found = document(
        "<p>It was signed." + MARK.format("m-2", "1.1") + "</p>",
        ("m-1", LINK.format("http://a.example/m", "Main") + "." + inner),
    )
    sub = next(citation for citation in found.citations if citation.id == "1.1")
    assert (sub.url, sub.page) == ("http://a.example/m", "5")


def test_parsoid_s_template_parameters_come_first() -> None:
    data = '{"parts":[{"template":{"target":{"wt":"cite web"},"params":{"url":{"wt":"http://a.example/t"},"title":{"wt":"T"},'
    data += '"access-date":{"wt":"2007-08-22"},"archive-url":{"wt":"https://web.archive.org/web/20071026/http://a.example/t"},'
    data += '"url-status":{"wt":"usurped"},"last":{"wt":"Lee"},"first":{"wt":"Wonhee"}}}}]}'
    note = ("1", f"<cite typeof='mw:Transclusion' data-mw='{data}'>Lee. T.</cite>")
    citation = first(document("<p>It was signed." + MARK.format("1", 1) + "</p>", note))
    assert (citation.url, citation.authors, citation.flags) == ("http://a.example/t", ("Lee, Wonhee",), ("usurped",))
    assert (citation.access_date, citation.archive_date) == ("2007-08-22", "2007-10-26")
    assert citation.archive_url == "https://web.archive.org/web/20071026/http://a.example/t"


def test_parsoid_markers_and_absolute_links_are_understood() -> None:
    marker = '<sup typeof="mw:Extension/ref" class="mw-ref"><a href="./Page#cite_note-x"><span>[1]</span></a></sup>'
    assert direct(document(f"<p>It was signed.{marker}</p>", ("x", "Kyodo.")))[0].citations == ("1",)


def test_a_marker_without_a_note_is_broken() -> None:
    found = document("<p>It was signed." + MARK.format("gone", 4) + "</p>")
    assert [(citation.id, citation.broken) for citation in found.citations] == [("4", True)]


def test_an_identifier_s_link_ranks_behind_the_page_s_own() -> None:
    note = ("1", LINK.format("https://doi.org/10.1000/x", "10.1000/x") + " " + LINK.format("http://a.example/t", "T"))
    citation = first(document("<p>It was signed." + MARK.format("1", 1) + "</p>", note))
    assert citation.urls == ("http://a.example/t", "https://doi.org/10.1000/x")
    assert citation.url_from is UrlFrom.REFERENCE


def test_tables_infoboxes_and_captions_are_kept_apart() -> None:
    body = (
        '<table class="infobox"><tr><th>Area</th><td>1,564,116 km²' + MARK.format("1", 1) + "</td></tr></table>"
        "<table><tr><td>Berlin</td><td>3,520,031" + MARK.format("1", 1) + "</td></tr></table>"
        '<div class="thumbcaption">The signing in 1986' + MARK.format("1", 1) + "</div>"
    )
    claims = direct(document(body, ("1", "Kyodo.")))
    assert [(claim.text, claim.section) for claim in claims] == [
        ("Area: 1,564,116 km²", "infobox"),
        ("Berlin: 3,520,031", "table"),
        ("The signing in 1986", "caption"),
    ]


def test_furniture_bibliographies_and_page_numbers_are_no_text() -> None:
    body = (
        '<div class="hatnote">For other treaties see another page.</div><div id="toc">1 History is long here.</div>'
        "<p>It was signed."
        + MARK.format("1", 1)
        + '<sup class="reference"><span>: 12 </span></sup> It lapsed soon after that.</p>'
        "<h2>Further reading</h2><ul><li>Lee wrote a whole book about it.</li></ul>"
    )
    found = document(body, ("1", "Kyodo."))
    assert found.text == "It was signed. It lapsed soon after that.\n\nFurther reading"


def test_lines_are_those_of_the_nearest_element_with_an_id() -> None:
    found = document(
        "<p>\n\nIt was signed." + MARK.format("1", 1) + "\n It lapsed." + MARK.format("2", 2) + "</p>",
        ("1", "A."),
        ("2", "B."),
    )
    assert [claim.line for claim in direct(found)] == [3, 4]
