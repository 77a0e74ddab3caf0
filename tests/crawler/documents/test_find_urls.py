"""URLs for references that print none, from a wiki on loopback that has the article."""

import json
from pathlib import Path
from typing import Any

from tests.crawler.servers import closed_port
from tests.crawler.wiki_server import wiki
from tests.process import citewatch

DOCUMENT = """Towers

The tower is 31 metres high.[1] It was built by Ada Brenner.[2] Nobody lives in it.[3]

References

1. ^ "The height of old towers". Tower Post. 3 May 2004. Retrieved 2007-08-22.
2. ^ Brenner, Ada (1871). "How I built a light on the northern rocks". doi:10.5555/tower.1
3. ^ "A book that nobody has put on the web". Altai Press.
"""


def article(address: str) -> str:
    entries = (
        f'"<a class="external" href="{address}">The height of old towers</a>". Tower Post. 3 May 2004.',
        '"<a class="external" href="https://towers.example/brenner">How I built a light on the northern rocks</a>".'
        ' <a class="external" href="https://doi.org/10.5555/tower.1">doi:10.5555/tower.1</a>',
    )
    notes = "".join(
        f'<li id="cite_note-{number}"><span class="mw-reference-text">{entry}</span></li>'
        for number, entry in enumerate(entries, start=1)
    )
    marks = "".join(
        f'<sup class="mw-ref reference" id="cite_ref-{number}"><a href="#cite_note-{number}">[{number}]</a></sup>'
        for number in (1, 2)
    )
    body = f'<p>The tower is high.{marks}</p><ol class="mw-references references">{notes}</ol>'
    return f'<html lang="en"><head><title>Towers</title></head><body class="mw-parser-output">{body}</body></html>'


PAGES = {
    "Towers": [
        (1, "2008-01-01T00:00:00Z", article("https://towers.example/old")),
        (2, "2020-01-01T00:00:00Z", article("https://towers.example/new")),
    ]
}


def extracted(home: Path, base: str, *more: str) -> tuple[int, dict[str, dict[str, Any]], str]:
    (home / "towers.txt").write_text(DOCUMENT)
    arguments = ("extract", "towers.txt", "--find-urls", "wikipedia", "--wiki", base, "--allow-private")
    finished = citewatch(*arguments, "--store", "store", *more, home=home)
    claims = [json.loads(line) for line in finished.stdout.splitlines()]
    citations = {citation["id"]: citation for claim in claims for citation in claim["citations"]}
    return finished.returncode, citations, finished.stderr.decode()


def test_missing_urls_come_from_the_article_and_say_so(tmp_path: Path) -> None:
    with wiki(PAGES) as server:
        status, citations, _ = extracted(tmp_path, server.base)
    assert status == 0
    assert citations["1"]["url"] == "https://towers.example/new"
    assert citations["1"]["url_from"] == "wikipedia"
    assert citations["1"]["access_date"] == "2007-08-22"
    assert citations["3"]["url"] is None


def test_the_revision_nearest_to_the_documents_day_is_read(tmp_path: Path) -> None:
    with wiki(PAGES) as server:
        _, citations, notes = extracted(tmp_path, server.base, "--as-of", "2010")
    assert citations["1"]["url"] == "https://towers.example/old"
    assert "oldid=1" in notes


def test_an_article_that_is_not_there_is_a_note_and_no_error(tmp_path: Path) -> None:
    with wiki({}) as server:
        status, citations, notes = extracted(tmp_path, server.base)
    assert status == 0
    assert citations["1"]["url"] is None
    assert "No URLs were found" in notes


def test_a_wiki_that_cannot_be_reached_makes_the_run_unfinished(tmp_path: Path) -> None:
    status, _, message = extracted(tmp_path, f"http://127.0.0.1:{closed_port()}")
    assert status == 3
    assert "towers.txt" in message


def test_what_was_found_can_be_found_again_offline(tmp_path: Path) -> None:
    with wiki(PAGES) as server:
        first = extracted(tmp_path, server.base)
        count = len(server.asked)
        again = extracted(tmp_path, server.base, "--offline")
        assert len(server.asked) == count
    assert first == again
