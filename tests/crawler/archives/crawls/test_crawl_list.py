"""crawler.archives.crawls.crawl_list: which crawls there are, and which are nearest to a date."""

import pytest

from crawler.archives.crawls.crawl_list import crawls_near, parse_crawls

LIST = b"""[
 {"id": "CC-MAIN-2024-33", "from": "2024-08-02T12:21:03", "to": "2024-08-16T06:52:30"},
 {"id": "CC-MAIN-2022-05", "name": "January 2022 Index"},
 {"id": "CC-MAIN-2012", "name": "2012"},
 {"id": "CC-MAIN-2009-2010", "name": "2009 - 2010"},
 {"id": "CC-NEWS"}, {}]"""


def test_times_are_those_of_the_list_or_follow_from_the_name() -> None:
    times = {crawl.name: (crawl.start[:8], crawl.end[:8]) for crawl in parse_crawls(LIST)}
    assert times == {
        "CC-MAIN-2024-33": ("20240802", "20240816"),
        "CC-MAIN-2022-05": ("20220124", "20220207"),
        "CC-MAIN-2012": ("20120101", "20121231"),
        "CC-MAIN-2009-2010": ("20090101", "20101231"),
    }


@pytest.mark.parametrize(
    ("near", "first"),
    [(None, "2024-33"), ("20111101000000", "2012"), ("20100601000000", "2009-2010"), ("20220301000000", "2022-05"),
     ("20240101000000", "2024-33"), ("20300101000000", "2024-33"), ("20010101000000", "2009-2010")],
)  # fmt: skip
def test_the_nearest_crawl_comes_first(near: str | None, first: str) -> None:
    assert crawls_near(parse_crawls(LIST), near)[0].name == f"CC-MAIN-{first}"


@pytest.mark.parametrize("document", [b"<html>", b"{}", b"[]", b'[{"id": "CC-MAIN-2024-77"}]', b'[{"id": ""}]'])
def test_what_is_no_list_of_crawls_is_refused(document: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_crawls(document)
