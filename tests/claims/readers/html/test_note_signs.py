"""What elements of a web page say about themselves: who wrote the page, the entry of a blog."""

import pytest

from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Link

MILL = '<p>The mill burned in 1871, says <a href="http://log.example/">the log</a>.</p>'
ADA = '<a href="http://a.example/ada">Ada Brenner</a>'


def cited(body: str) -> list[str]:
    found = link(read(f"<html><body>{body}</body></html>", "a.html"), "a.html")
    return [claim.text for claim in found.claims if claim.link is Link.DIRECT]


@pytest.mark.parametrize(
    "element",
    [
        f"<address>Written by {ADA}, the Harbour Press</address>",
        f'<p itemprop="author" itemscope>By {ADA}, the Harbour Press</p>',
        f'<p>By <span itemprop="author">{ADA}</span>, the Harbour Press</p>',
        f'<p class="byline">By {ADA}, the Harbour Press</p>',
        f'<p class="author vcard">By {ADA}, the Harbour Press</p>',
        f'<div class="press-author-bio"><p>{ADA} is a reporter at the Harbour Press.</p></div>',
        f'<div class="article__author"><p>{ADA} is a reporter at the Harbour Press.</p></div>',
        f'<div class="about-the-author"><p>{ADA} is a reporter at the Harbour Press.</p></div>',
        '<p class="newsletters">Subscribe to <a href="http://a.example/n">our letter of the morning</a>.</p>',
    ],
)
def test_who_wrote_the_page_is_no_claim_where_its_elements_say_so(element: str) -> None:
    assert cited(f"{MILL}{element}") == ["The mill burned in 1871, says the log."]


def test_the_author_of_a_cited_work_is_read() -> None:
    (_, claim) = cited(f'{MILL}<p>It stood in <cite><b itemprop="author">{ADA}</b>, The mill</cite> in 1870.</p>')
    assert claim == "It stood in Ada Brenner, The mill in 1870."


@pytest.mark.parametrize("kind", ["post hentry tag-mill tags", "h-entry post author-info"])
def test_the_entry_of_a_blog_is_read_whatever_its_tags_and_author(kind: str) -> None:
    assert cited(f'<div class="{kind}">{MILL}</div>') == ["The mill burned in 1871, says the log."]
