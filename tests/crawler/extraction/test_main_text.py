"""crawler.extraction.main_text: the article told from what stands around it."""

import gzip
import json

from benchmarks.crawler_extraction import main_of, score, source_of
from claims.records import Source
from crawler.extraction.html import read_html
from crawler.extraction.main_text import beside_blocks, main_blocks
from tests.shared import shared


def read(page: str) -> Source:
    return read_html(page.encode(), "")


def test_the_smallest_element_with_most_of_the_running_text_is_the_main_text() -> None:
    lengths = [20, 300, 300, 300, 40, 90]
    links = [20, 0, 10, 0, 0, 0]
    assert main_blocks(lengths, links, [(1, 5), (1, 4), (0, 6)], []) == [False, True, True, True, False, False]


def test_parts_named_as_surroundings_are_not_main_unless_they_hold_the_text() -> None:
    lengths, links = [500, 500, 200], [0, 0, 0]
    assert main_blocks(lengths, links, [], [(2, 3)]) == [True, True, False]
    assert main_blocks(lengths, links, [], [(0, 3)]) == [True, True, True]


def test_lists_of_links_are_not_main() -> None:
    assert main_blocks([400, 100], [0, 90], [], []) == [True, False]


def test_a_page_without_running_text_is_main_but_for_its_surroundings() -> None:
    assert main_blocks([10, 10], [0, 0], [], [(1, 2)]) == [True, False]


def test_an_article_is_told_from_its_page() -> None:
    text = "The valley paid for the bridge over eleven years, and then for the road to it. " * 3
    source = read(
        f"<body><div class=top><a href=/>Home</a></div><div><h1>Bridge</h1><p>{text}</p><p>{text}</p></div>"
        f"<div class=comments><p>{text}</p></div><ul><li><a href=/1>Another story</a></ul></body>",
    )
    main = [source.text[p.start : p.end][:10] for p in source.passages if p.main]
    assert main == ["Bridge", "The valley", "The valley"]


def test_short_words_below_the_article_and_links_above_it_are_beside_it() -> None:
    lengths, links = [20, 20, 600, 40, 90, 40], [20, 0, 0, 40, 0, 0]
    assert beside_blocks(lengths, links, [(1, 3), (0, 6)], [], []) == [True, False, False, True, False, True]


def test_a_list_of_links_within_the_article_is_not_beside_it() -> None:
    assert beside_blocks([300, 40, 300], [0, 40, 0], [(0, 3)], [], []) == [False, False, False]


def test_parts_named_as_those_of_others_are_beside_the_article_unless_they_hold_the_text() -> None:
    lengths, links = [500, 200], [0, 0]
    assert beside_blocks(lengths, links, [(0, 2)], [], [(1, 2)]) == [False, True]
    assert beside_blocks(lengths, links, [(0, 2)], [], [(0, 2)]) == [False, False]


def test_posts_are_beside_nothing_where_there_is_no_other_text() -> None:
    lengths, links = [20, 300, 300, 300], [0, 0, 0, 0]
    posts = [(1, 2), (2, 3), (3, 4)]
    assert beside_blocks(lengths, links, [(0, 4)], posts, posts) == [False] * 4


def test_comments_teasers_menus_and_notices_are_beside_the_article() -> None:
    text = "The valley paid for the bridge over eleven years, and then for the road to it. " * 3
    source = read(
        "<body><div id=cookie-box><p>We store data.</p></div><ul><li><a href=/f>Ferries end in May</a></ul>"
        f"<article><header><p>The bridge is paid for at last.</p></header><p>{text}</p>"
        f"<div class=related-box>Read on: Fish costs more</div><p>{text}</p><aside>Length: 40 m</aside></article>"
        "<section class=comments><p>It leaks, I saw it.</p></section><h4><a href=/m>The mayor leaves</a></h4></body>"
    )
    assert [source.text[p.start : p.end] for p in source.passages if p.beside] == [
        "We store data.", "Ferries end in May", "Read on: Fish costs more", "It leaks, I saw it.",
        "The mayor leaves",
    ]  # fmt: skip
    assert len(source.article.text) == len(source.text)
    assert "leaks" not in source.article.text


def test_a_table_in_a_side_bar_is_not_beside_the_article() -> None:
    text = "The valley paid for the bridge over eleven years, and then for the road to it. " * 3
    table = "<table><tr><th>Length</th><td>40 m</td></tr></table><p>Our readers like it.</p>"
    source = read(f"<body><div class=sidebar>{table}</div><article><p>{text}</p></article></body>")
    assert [source.text[p.start : p.end] for p in source.passages if p.beside] == ["Our readers like it."]


def test_json_ld_gives_the_day_of_publication() -> None:
    data = json.dumps({"@graph": [{"articleBody": "Hidden words.", "datePublished": "2019-05-06T07:08"}]})
    assert read(f"<script type='application/ld+json'>{data}</script><p>Subscribe.</p>").published == "2019-05-06"


def test_the_day_of_publication_is_read_as_exactly_as_it_is_given() -> None:
    for content, day in [("2019-05-06T07:08:09Z", "2019-05-06"), ("2019/05", "2019-05"), ("20190506", "2019-05-06"),
                         ("May 6", None), ("1019-05-06", None), ("2019-13-01", None)]:  # fmt: skip
        assert read(f"<meta property='article:published_time' content='{content}'><p>x").published == day


def test_real_articles_are_read_whole_and_told_from_their_pages() -> None:
    folder = shared("data/extraction")
    gold = json.loads((folder / "ground-truth.json").read_text())
    pages = {path.name.split(".")[0]: path for path in (folder / "html").glob("*.gz")}
    bodies = [gzip.decompress(path.read_bytes()) for path in pages.values()]
    wanted = [gold[name]["articleBody"] for name in pages]
    assert score(wanted, [source_of(body).text for body in bodies])[1] >= 0.99
    assert score(wanted, [main_of(body) for body in bodies])[2] >= 0.95
