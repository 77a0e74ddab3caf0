"""claims.references.publication_dates: the page's own day, else that of its address, else that of its reference."""

import pytest

from claims.records import Citation
from claims.references.publication_dates import date_in_address, with_publication_date
from tests.claims.support.build import source


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example/2005/09/06/land-for-charity", "2005-09-06"),
        ("https://news.example/world/2005-09-06-land.html", "2005-09-06"),
        ("https://news.example/story_20050906.html", "2005-09-06"),
        ("https://news.example/world/2005/sep/06/land", "2005-09-06"),
        ("https://blog.example/2005/09/land-for-charity/", "2005-09"),
        ("https://news.example/2005/02/30/land", None),
        ("https://history.example/the-landing-1944-06-06", None),
        ("https://news.example/article/20051806", None),
        ("https://news.example/id/1990123456", None),
        ("https://news.example/land?date=2005-09-06", None),
        ("https://news.example/", None),
    ],
)
def test_the_path_of_an_address_gives_the_day_or_month(url: str, day: str | None) -> None:
    assert date_in_address(url) == day


@pytest.mark.parametrize(
    ("published", "url", "date", "day"),
    [
        ("2005-09-05", "https://news.example/2005/09/06/land", "2005-09-07", "2005-09-05"),
        (None, "https://news.example/2005/09/06/land", "2005-09-07", "2005-09-06"),
        (None, "https://news.example/land", "2005-09-07", "2005-09-07"),
        (None, "https://news.example/land", None, None),
    ],
)
def test_what_the_page_states_comes_first_and_the_reference_last(published, url, date, day) -> None:
    citation = Citation(id="1", text="Land for charity.", url=url, date=date)
    assert with_publication_date(source("Land.", published=published), citation).published == day
