"""What a run will ask of the network, told before it begins."""

import pytest

from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Document
from crawler.app.forecast import corpus_forecast, forecast
from crawler.settings import Settings


def document(pages: int) -> Document:
    claims = "".join(f"The tower is high.[{number}]\n\n" for number in range(1, pages + 1))
    entries = "".join(f"{number}. ^ Towers. https://t{number}.example/\n" for number in range(1, pages + 1))
    return link(read(f"{claims}\nReferences\n\n{entries}", "a.txt", "text"), "a.txt")


def test_the_wayback_machine_is_asked_at_four_fifths_of_its_pace() -> None:
    assert forecast([document(500)], Settings()) == "about 1000 requests to wayback, about 3 minutes at its pace"


def test_a_page_that_two_documents_cite_is_asked_for_once() -> None:
    both = forecast([document(7), document(7)], Settings())
    assert both == "about 14 requests to wayback, about 1 minute at its pace"


def test_the_users_rate_decides_where_there_is_one() -> None:
    told = forecast([document(60)], Settings(rate=0.5))
    assert told == "about 120 requests to wayback, about 4 minutes at its pace"


def test_a_limit_on_requests_limits_the_estimate() -> None:
    told = forecast([document(60)], Settings(max_requests=10))
    assert told == "about 10 requests to wayback, about 1 minute at its pace"


def test_a_page_of_a_crawl_takes_several_parts_of_files() -> None:
    told = forecast([document(109)], Settings(archive=("cc",)))
    assert told == "about 872 requests to cc, about 8 minutes at its pace"


@pytest.mark.parametrize(
    "settings", [Settings(offline=True), Settings(archive=("pages.warc.gz",))], ids=["offline", "local"]
)
def test_where_nothing_is_asked_nothing_is_told(settings: Settings) -> None:
    assert forecast([document(5)], settings) is None


def test_a_corpus_at_the_wayback_machine_takes_days_and_its_index_months() -> None:
    told = corpus_forecast(5_000_000, Settings())
    assert told is not None
    assert told.startswith("up to 10,000,000 requests to wayback, about 14 days at its pace for all workers together")
    assert "about 145 days if its index has to be asked for every page (24 a minute)" in told
    assert "--archive cc" in told


def test_a_corpus_in_local_archives_waits_for_nobody() -> None:
    assert corpus_forecast(5_000_000, Settings(archive=("crawl.warc.gz",))) is None
