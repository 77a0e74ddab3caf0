"""Documents from the network, end to end, from servers on loopback."""

import json
from pathlib import Path

import pytest

from tests.crawler.servers import Asked, Reply, closed_port, reply, serving
from tests.crawler.wiki_server import wiki
from tests.process import citewatch

ARTICLE = """<!DOCTYPE html><html lang="en"><head><title>Towers</title></head><body class="mw-parser-output">
<p>The tower is 31 metres high.<sup class="mw-ref reference" id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup></p>
<ol class="mw-references references"><li id="cite_note-1"><span class="mw-reference-text">
<a class="external" href="https://towers.example/high">On towers</a>. Retrieved 2 May 2010.</span></li></ol>
</body></html>"""
PAGES = {"Towers": [(41, "2012-03-04T05:06:07Z", ARTICLE)]}
ALLOWED = ("--allow-private", "--store", "store", "--contact", "me@e.example")


def test_a_wiki_page_is_read_and_the_report_names_its_revision(tmp_path: Path) -> None:
    with wiki(PAGES) as server:
        finished = citewatch("extract", "wiki:Towers", "--wiki", server.base, *ALLOWED, home=tmp_path)
    assert finished.returncode == 0, finished.stderr.decode()
    (claim,) = [json.loads(line) for line in finished.stdout.splitlines()]
    assert claim["text"] == "The tower is 31 metres high."
    assert claim["citations"][0]["url"] == "https://towers.example/high"
    assert claim["document"] == f"{server.base}/w/index.php?oldid=41"


def test_verifying_a_wiki_page_names_the_revision_and_its_day(tmp_path: Path) -> None:
    archive = str(Path(__file__).parents[3] / "crawler" / "example" / "archive.warc.gz")
    with wiki(PAGES) as server:
        arguments = ("verify", f"{server.base}/wiki/Towers", "--wiki", server.base, "--archive", archive)
        finished = citewatch(*arguments, *ALLOWED, home=tmp_path)
    assert finished.returncode == 0, finished.stderr.decode()
    (document,) = json.loads((tmp_path / "citewatch-report" / "report.json").read_bytes())["documents"]
    assert (document["title"], document["revision"], document["as_of"]) == ("Towers", "41", "2012-03-04")


def test_a_web_page_is_read_live_behind_a_redirect(tmp_path: Path) -> None:
    def site(asked: Asked) -> Reply:
        if asked.path == "/old":
            return reply("301 Moved Permanently", headers={"Location": "/new.md"})
        text = "A tower stands here.[^1]\n\n[^1]: [Towers](https://towers.example/here)\n"
        return reply(body=text.encode(), headers={"Content-Type": "text/markdown"})

    with serving(site) as server:
        finished = citewatch("extract", f"{server.base}/old", *ALLOWED, home=tmp_path)
    assert finished.returncode == 0, finished.stderr.decode()
    assert json.loads(finished.stdout)["citations"][0]["url"] == "https://towers.example/here"


@pytest.mark.parametrize(
    ("answer", "status"),
    [(reply("404 Not Found"), 2), (reply("429 Too Many Requests", headers={"Retry-After": "100000"}), 3)],
)
def test_a_page_that_is_not_there_is_wrong_usage_and_one_that_is_throttled_is_not_finished(
    tmp_path: Path, answer: bytes, status: int
) -> None:
    with serving(lambda asked: answer) as server:
        finished = citewatch("extract", f"{server.base}/page", *ALLOWED, home=tmp_path)
    assert finished.returncode == status
    assert f"{server.base}/page" in finished.stderr.decode()


def test_a_private_address_is_refused_and_nothing_is_sent(tmp_path: Path) -> None:
    with serving(lambda asked: reply()) as server:
        finished = citewatch("extract", f"{server.base}/page", "--store", "store", home=tmp_path)
        assert server.asked == []
    assert finished.returncode == 2
    assert b"--allow-private" in finished.stderr


def test_offline_a_page_that_was_never_read_is_not_finished_and_nothing_is_sent(tmp_path: Path) -> None:
    with serving(lambda asked: reply()) as server:
        finished = citewatch("extract", f"{server.base}/page", "--offline", *ALLOWED, home=tmp_path)
        assert server.asked == []
    assert finished.returncode == 3


def test_a_host_that_refuses_connections_is_not_finished(tmp_path: Path) -> None:
    finished = citewatch("extract", f"http://127.0.0.1:{closed_port()}/page", *ALLOWED, home=tmp_path)
    assert finished.returncode == 3
