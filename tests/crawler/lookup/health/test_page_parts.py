"""crawler.lookup.health.page_parts: which other addresses hold parts of a page, and which links only look like it."""

import pytest

from crawler.archives.interface import ArchivedResponse
from crawler.lookup.health.page_parts import frames, inline_frames, neighbours, one_of_several, rest, versions

OWN = "http://e.org/story/ferry"


def page(body: str, url: str = OWN) -> ArchivedResponse:
    return ArchivedResponse(url=url, timestamp="20200101000000", status=200, headers={}, body=body.encode())


@pytest.mark.parametrize(
    ("link", "version"),
    [
        ("<a href='?print=1'>Print</a>", f"{OWN}?print=1"),
        ("<a href=/print/story/ferry>P</a>", "http://e.org/print/story/ferry"),
        ("<a href='ferry/komplettansicht'>Auf einer Seite</a>", f"{OWN}/komplettansicht"),
        ("<a href='ferry.imprimir.html'>Imprimir</a>", f"{OWN}.imprimir.html"),
        ("<link rel='alternate' media='print' href='/p?id=7'>", "http://e.org/p?id=7"),
        ("<link rel=amphtml href='https://amp.e.org/story/ferry'>", "https://amp.e.org/story/ferry"),
        ("<a href='https://web.archive.org/web/2020id_/http://e.org/story/ferry?print=1'>P</a>", f"{OWN}?print=1"),
    ],
)
def test_a_version_is_the_page_itself_but_for_a_word(link: str, version: str) -> None:
    assert [part.url for part in versions(page(link))] == [version]


@pytest.mark.parametrize(
    "link",
    [
        "<a href='/print/story/bridge'>Print</a>", "<a href='http://f.org/print/story/ferry'>Print</a>",
        "<a href='/story/ferry-printers'>Printers</a>", "<a href='/story/all'>All</a>", "<a href='?sort=all'>All</a>",
        "<link rel=amphtml href='http://f.org/story/ferry'>", "<!-- <a href='?print=1'>Print</a> -->",
        "<script>'<a href=\"?print=1\">'</script>", "<link rel=alternate hreflang=de href='/de/story/ferry'>",
    ],
)  # fmt: skip
def test_other_links_are_no_versions(link: str) -> None:
    assert versions(page(link)) == ()


@pytest.mark.parametrize(
    ("links", "url", "parts"),
    [
        ("<link rel=next href=ferry/2>", OWN, ["/2"]),
        ("<a rel='nofollow next' href='?page=3'>3</a><a rel=prev href='?page=1'>1</a>", f"{OWN}?page=2",
         ["?page=1", "?page=3"]),
        ("<a rel=prev href='/story/ferry'>1</a>", f"{OWN}/2/", [""]),
        ("<a rel=next href='/story/bridge'>Bridge</a>", OWN, []),
    ],
)  # fmt: skip
def test_the_parts_before_and_after_have_the_same_address_but_for_the_number(
    links: str, url: str, parts: list[str]
) -> None:
    assert [part.url for part in neighbours(page(links, url), labelled=False)] == [OWN + end for end in parts]


@pytest.mark.parametrize(
    ("link", "urls"),
    [
        ("<a href='ferry?page=2'>2</a>", [f"{OWN}?page=2"]),
        ("<a class=p href='/story/ferry/2'><span>2</span></a>", [f"{OWN}/2"]),
        ("<a href='ferry?page=2'>Two harbours</a>", []),
        ("<a href='ferry?page=2#comments'>2</a>", []),
        ("<a href='ferry?page=1'>2</a>", []),
        ("<a href='/story/bridge?page=2'>2</a>", []),
    ],
)
def test_a_link_that_shows_only_the_number_of_the_next_part_leads_to_it(link: str, urls: list[str]) -> None:
    assert [part.url for part in neighbours(page(link), labelled=False)] == urls


def test_a_page_that_is_labelled_as_one_of_several_needs_no_rel() -> None:
    (part,) = neighbours(page("<a href='?page=2'>2</a>"), labelled=True)
    assert part.url == f"{OWN}?page=2"


@pytest.mark.parametrize(
    ("links", "urls"),
    [
        ("<a href=/full/17><b>Continue reading</b> →</a>", ["http://e.org/full/17"]),
        ("<a href=/17>Продолжить чтение</a>", []),
        ("<a href=/1>Read more</a><a href=/2>Read more</a>", []),
        ("<a href=/1>Read more</a><a href=/1#top>Read more</a>", ["http://e.org/1"]),
        ("<a href=/prizes>Read more about our many prizes</a>", []),
        ("<a href=http://f.org/1>Read more</a>", []),
        ("<a href='#more'>Continue reading</a>", []),
    ],
)
def test_the_rest_is_where_the_one_link_to_it_leads(links: str, urls: list[str]) -> None:
    assert [part.url for part in rest(page(links))] == urls


def test_frames_are_of_any_site_and_iframes_that_a_reader_sees_of_the_same_one() -> None:
    around = page("<frameset><frame src=a.html><frame src='http://f.org/b'><frame src='javascript:x()'></frameset>")
    assert [part.url for part in frames(around)] == ["http://e.org/story/a.html", "http://f.org/b"]
    inside = page("<iframe src='//www.e.org/a'></iframe><iframe src=http://ads.org/></iframe><iframe src=/b height=0>")
    assert [part.url for part in inline_frames(inside)] == ["http://www.e.org/a"]
    held = page("<object type='text/html' data=body.html></object><embed src=/film.swf><object data=/a.png></object>")
    assert [part.url for part in inline_frames(held)] == ["http://e.org/story/body.html"]


@pytest.mark.parametrize(
    ("label", "parts"),
    [
        ("1 of 3", 3), ("Seite 1 von 2", 2), ("Página 2 de 4", 4), ("1/2ページ", 2), ("第1页/3", 3), ("第1頁共3頁", 3),
        ("3 of 3", 3), ("3 of 2", None), ("1 of 1", None), ("12 people came", None), ("2019/12", None),
    ],
)  # fmt: skip
def test_a_label_counts_the_parts(label: str, parts: int | None) -> None:
    found = one_of_several(["The end.", label])
    assert (found and found[1]) == parts


@pytest.mark.parametrize("piece", ["<!--", "<script>", "<a href=x>", "<a ", "<a href='/1'>Read more ", "<frame src=a>"])
def test_a_hostile_page_takes_linear_time(piece: str) -> None:
    hostile = page(piece * (1_000_000 // len(piece)))
    assert len(versions(hostile) + neighbours(hostile, labelled=True) + rest(hostile) + frames(hostile)) <= 1
