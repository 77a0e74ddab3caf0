"""crawler.extraction.html: the visible text of a page, in blocks."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from claims.records import BlockKind, Source
from crawler.extraction.html import read_html

URL = "http://example.org/page"


def read(page: str, *, hidden: bool = False) -> Source:
    return read_html(page.encode(), URL, hidden=hidden)


def unseen(page: str) -> list[str]:
    """The hidden passages of a page."""
    source = read(page, hidden=True)
    return [source.text[p.start : p.end] for p in source.passages if p.hidden]


def texts(source: Source, kind: BlockKind | None = None) -> list[str]:
    return [source.text[p.start : p.end] for p in source.passages if kind in (None, p.kind)]


def test_blocks_become_passages_with_exact_offsets() -> None:
    source = read(
        "<title>Bridges</title><h1>Bridges</h1><div>One <b>bold</b>\n word.<p>Two.</p>Three.<ul><li>Four<li>Five</ul>",
    )
    assert texts(source) == ["Bridges", "One bold word.", "Two.", "Three.", "Four", "Five"]
    assert source.text == "\n\n".join(texts(source))
    assert texts(source, BlockKind.HEADING) == ["Bridges"]
    assert texts(source, BlockKind.ITEM) == ["Four", "Five"]


def test_the_title_leads_where_the_page_does_not_show_it() -> None:
    source = read("<html lang=de-AT><title>Brücken – Tal</title><p>Text.</p>")
    assert texts(source) == ["Brücken – Tal", "Text."]
    assert texts(source, BlockKind.TITLE) == ["Brücken – Tal"]
    assert (source.title, source.language) == ("Brücken – Tal", "de-AT")


def test_rows_of_a_table_are_passages_and_columns_of_a_layout_are_paragraphs() -> None:
    long = "A long column of running text. " * 12
    source = read(f"<table><tr><th>Year<th>Cost<tr><td>1986<td>12</table><table><tr><td>Menu<td>{long}</table>")
    assert texts(source, BlockKind.TABLE) == ["Year | Cost", "1986 | 12"]
    assert long.strip() in texts(source, BlockKind.PARAGRAPH)


def test_two_line_breaks_make_a_paragraph_and_one_a_line() -> None:
    assert texts(read("<p>One<br>line.<br><br>Two.</p>")) == ["One\nline.", "Two."]


def test_what_no_reader_sees_is_left_out() -> None:
    source = read(
        "<nav>Menu</nav><script>var x='s'</script><style>p{}</style><p hidden>H</p><p style='display:none'>D</p>"
        "<p>Seen<!-- comment --></p><template>T</template><div id=wm-ipp-base>Wayback</div>",
    )
    assert texts(source) == ["Seen"]


def test_what_stands_around_the_article_is_kept_but_not_main() -> None:
    source = read("<header>Site</header><p>Article.</p><footer>Imprint</footer><p>More.</p>")
    assert [(source.text[p.start : p.end], p.main) for p in source.passages] == [
        ("Site", False), ("Article.", True), ("Imprint", False), ("More.", True),
    ]  # fmt: skip


def test_what_only_listeners_are_spared_is_seen() -> None:
    behind = read("<div aria-hidden=true><p>The whole page behind a dialog.</p></div><div role=dialog>Welcome!</div>")
    assert texts(behind) == ["The whole page behind a dialog.", "Welcome!"]


@pytest.mark.parametrize(
    "text", ["", "<", "<html>", "\0", "<p>\ufdd5\ufdd0</p>", "</" * 1000, "<frameset><frame src=x>"]
)
def test_odd_pages_are_no_errors(text: str) -> None:
    assert not set(read(text).text) & {"\ufdd5", "\ufdd0", "\0"}


def test_of_a_page_nested_beyond_all_measure_the_text_is_read_without_its_tags() -> None:
    assert read("<div>" * 30_000 + "One.<p>Two.").text == "One.\nTwo."


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("It opened in 1986<sup>2</sup> and closed.", "It opened in 1986 2 and closed."),
        ("Sie schloss 1911<sup><a href='#n3'>3</a></sup>.", "Sie schloss 1911 3."),
        ("The bridge<sup>4</sup> is long.", "The bridge 4 is long."),
        ("some 10<sup>6</sup> tons", "some 10⁶ tons"),
        ("a mass of 10<sup>-3</sup> kg", "a mass of 10⁻³ kg"),
        ("84 km<sup>2</sup> of forest", "84 km² of forest"),
        ("the 19<sup>th</sup> century", "the 19th century"),
        ("H<sub>2</sub>O", "H2O"),
    ],
)
def test_a_superscript_number_is_not_glued_to_a_number_or_word(markup: str, shown: str) -> None:
    assert read(f"<p>{markup}</p>").text == shown


SAID = "The harbour was dredged in 1934."
LONG = "The harbour of Skarvik was dredged by Dutch engineers in 1934."
HIDING = {
    "hidden": f"<div hidden><p>{SAID}</p></div>",
    "streamed": f"<div hidden id='S:0'><p>{SAID}</p></div>",
    "no display": f"<section style='display: none'><h2>{SAID}</h2></section>",
    "no visibility": f"<p>Seen<span style='Visibility: hidden'>{SAID}</span>.</p>",
    "in a line": f"<p>Seen<span style='DISPLAY : none'>{SAID}</span>.</p>",
    "in a link": f"<p>Seen<a href=x hidden><b>{SAID}</b></a>.</p>",
    "custom element": f"<x-card style='color:red;display:none!important'>{SAID}</x-card>",
    "collapsed": f"<details><summary>More</summary><p>{SAID}</p></details>",
    "shadow root": f"<div><template shadowrootmode=open><p>{SAID}</p></template></div>",
    "noscript": f"<div><noscript><p>{SAID}</p></noscript></div>",
    "textarea": f"<textarea>{SAID}</textarea>",
    "button": f"<button>{SAID}</button>",
    "dialog": f"<dialog><p>{SAID}</p></dialog>",
    "option": f"<select><option>{SAID}</option></select>",
    "within": f"<div hidden><dialog><noscript><p>{SAID}</p></noscript></dialog></div>",
    "image": f"<img src=a.png alt='{SAID}'>",
    "description": f"<meta name=description content='{SAID}'>",
    "open graph": f"<meta property=og:description content='{SAID}'>",
}
DATA = {
    "graph": f'<script type="application/ld+json">{{"@graph": [{{"mainEntity": [{{"text": "{LONG}"}}]}}]}}</script>',
    "next": f'<script id="__NEXT_DATA__" type="application/json">{{"props": {{"body": "<p>{LONG}</p>"}}}}</script>',
    "nuxt": f'<script>window.__NUXT__=(function(a){{return {{text:a}}}}("{LONG}"))</script>',
    "chunk": f'<script>self.__next_f.push([1,"5:[[\\"$\\",\\"p\\",null,{{\\"children\\":\\"{LONG}\\"}}]]"])</script>',
    "single quotes": f"<script>window.state = {{body: '{LONG}'}}</script>",
    "Japanese": '<script type="application/json">["港は一九三四年にオランダの技師が浚渫した。"]</script>',
    "escaped": f"<script>var a = {json.dumps('Гавань углубили голландские инженеры в 1934 году.')}</script>",
}


@pytest.mark.parametrize("name", HIDING)
def test_hidden_text_is_kept_apart(name: str) -> None:
    page = HIDING[name] if "Seen" in HIDING[name] else f"{HIDING[name]}<p>Seen.</p>"
    assert SAID in unseen(page)
    assert read(page).text == "Seen."
    assert read(page, hidden=True).visible == read(page)


def test_a_page_that_scripts_show_as_a_whole_is_seen() -> None:
    assert read(f"<html><body style='display:none'><p>{SAID}</p></body></html>").text == SAID


@pytest.mark.parametrize("name", DATA)
def test_the_prose_in_scripts_is_hidden_text(name: str) -> None:
    (found,) = unseen(f"<p>Seen.</p>{DATA[name]}")
    assert "1934" in found or "一九三四" in found


def test_code_in_scripts_is_no_text() -> None:
    code = """var s = "a b c", t = 'if (x) { return y; } else { z = [1, 2]; }'; f("px px px px px{}[]=")"""
    assert unseen(f"<p>Seen.</p><script>{code}</script>") == []


def test_what_the_page_shows_is_not_hidden_again() -> None:
    assert unseen(f"<meta name=description content='{SAID}'><p>First. {SAID} Last.</p>") == []


@pytest.mark.parametrize(
    "opened",
    [
        "<button>Share", "<textarea>", "<script src=a.js />", "<script type='text/javascript' />", "<title/>",
        "<iframe src=a />", "<div><button>Open<div>",
    ],
)  # fmt: skip
def test_an_unclosed_element_loses_no_text(opened: str) -> None:
    rest = "".join(f"<p>{n}. {LONG}</p>" for n in range(9))
    found = texts(read(f"<html><body><h1>Skarvik</h1>{opened}{rest}</body></html>"))
    assert f"8. {LONG}" in found


@pytest.mark.parametrize(
    "page",
    [
        "<html><p>Before.</p><frameset><frame src=a></frameset><body><p>Within.</p></body></html>",
        "<frameset cols=2><frame src=a></frameset><p>After.</p>",
    ],
)
def test_a_set_of_frames_loses_no_text(page: str) -> None:
    assert texts(read(page))


def test_what_browsers_without_frames_showed_is_hidden() -> None:
    assert SAID in unseen(f"<frameset><frame src=a><noframes><body><p>{SAID}</p></body></noframes></frameset>")


def test_a_textarea_that_is_closed_holds_no_part_of_the_page() -> None:
    page = "<form><textarea>&lt;div>&lt;p>Embed&lt;/p>&lt;/div></textarea></form><p>Seen.</p>"
    assert texts(read(page)) == ["Seen."]


def test_of_an_element_with_thousands_of_attributes_the_parser_sees_a_thousand(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[bytes] = []

    def parser(page: bytes, **options: object) -> LexborHTMLParser:
        given.append(page)
        return LexborHTMLParser(page, **options)

    monkeypatch.setattr("crawler.extraction.html.LexborHTMLParser", parser)
    attributes = " ".join(f"a{number}=1" for number in range(50_000))
    assert read(f"<div {attributes}><p>Words.</p></div>").text == "Words."
    assert given
    assert all(page.count(b"=1") <= 1_000 for page in given)


def test_of_tags_that_are_cut_off_and_long_nothing_else_is_lost() -> None:
    image = f"<img alt='x' src='data:image/png;base64,{'A' * 9_000}'>"
    assert read(f"<p>One.</p>{image * 3}<p>Two.</p><div a{' b' * 9_000}<p>Three.</p>").text.startswith("One.\n\nTwo.")
