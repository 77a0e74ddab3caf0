"""crawler.extraction.html: the visible text of a page, in blocks."""

import pytest

from claims.records import BlockKind, Source
from crawler.extraction.html import read_html

URL = "http://example.org/page"


def read(page: str) -> Source:
    return read_html(page.encode(), URL)


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
