"""Whom a block quotation quotes."""

import pytest

from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Link
from tests.work import LINEAR, growth

BOARD = '<a href="https://board.example/">Harbour Board</a>'


def cited(body: str) -> list[tuple[str, list[str | None]]]:
    found = link(read(f"<html><body><p>The pier is old.</p>{body}</body></html>", "a.html"), "a.html")
    urls = {citation.id: citation.url for citation in found.citations}
    return [
        (claim.text, [urls[name] for name in claim.citations]) for claim in found.claims if claim.link is Link.DIRECT
    ]


@pytest.mark.parametrize(
    "quotation",
    [
        f"<blockquote><p>The harbour is closed.</p><footer>{BOARD}, 3 May 1994</footer></blockquote>",
        f"<blockquote><p>The harbour is closed.</p>\n<footer>— <cite>{BOARD}</cite></footer></blockquote>",
        f"<blockquote><p>The harbour is closed.</p><cite>{BOARD}</cite></blockquote>",
        f"<blockquote><p>The harbour is closed.</p><p><cite>{BOARD}</cite></p></blockquote>",
        f"<blockquote>The harbour is closed. <cite>{BOARD}</cite></blockquote>",
        f"<figure><blockquote><p>The harbour is closed.</p></blockquote><figcaption>{BOARD}</figcaption></figure>",
    ],
)
def test_a_quotation_has_the_link_of_its_footer_cite_or_caption(quotation: str) -> None:
    assert cited(quotation) == [("The harbour is closed.", ["https://board.example/"])]


@pytest.mark.parametrize(
    "body",
    [
        f"<footer>{BOARD}</footer>",
        f"<blockquote><footer>{BOARD}</footer><p>The harbour is closed.</p></blockquote>",
        "<blockquote><p>The harbour is closed.</p><footer>Harbour Board</footer></blockquote>",
        f"<figure><img src='a.png'><figcaption>{BOARD}</figcaption></figure>",
    ],
)
def test_other_footers_and_captions_name_no_source(body: str) -> None:
    assert cited(body) == []


def test_a_work_that_the_quotation_speaks_of_is_a_word_of_it() -> None:
    body = f"<blockquote><p>The harbour is in <cite>{BOARD}</cite></p></blockquote>"
    assert cited(body) == [("The harbour is in Harbour Board", ["https://board.example/"])]


@pytest.mark.parametrize("piece", [f"<cite>{BOARD}</cite>", "<cite></cite>", f"<footer>{BOARD}</footer>"])
def test_many_of_them_take_linear_work(piece: str) -> None:
    assert growth(lambda count: cited(f"<blockquote><p>It is closed.</p>{piece * count}</blockquote>"), 300) < LINEAR


def test_the_words_of_a_quotation_without_a_source_stay() -> None:
    assert (
        "The harbour is closed." in read("<html><blockquote>The harbour is closed.</blockquote></html>", "a.html").text
    )
