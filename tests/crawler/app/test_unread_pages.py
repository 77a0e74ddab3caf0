"""`citewatch verify` over archived pages that are not the page, or not all of it: none of them raises an alarm."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.crawler.archive_files import Archived, write_warc
from tests.process import citewatch

CLAIM = "The harbour of Skarvik was dredged by Dutch engineers in 1934."
SENTENCES = (
    "The ferry between the two islands made its last crossing on a calm evening in October.",
    "Its captain had worked on the line for thirty years and knew every passenger by name.",
    "A new bridge takes over in the spring, and the council wants to sell the old jetty.",
    "Fishermen on the northern island would rather keep it, since their own quay is shallow.",
    "The shop beside the landing will close, its owner told reporters after the crossing.",
    "Twenty people came to watch, among them the daughter of the man who built the boat.",
)
TEASER = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
GERMAN = (
    "<p>Die Fähre zwischen den beiden Inseln fuhr an einem stillen Abend im Oktober zum letzten Mal.</p>"
    "<p>Der Kapitän hatte dreißig Jahre auf der Strecke gearbeitet und kannte jeden Fahrgast beim Namen.</p>"
    "<p>Im Frühjahr übernimmt eine neue Brücke, und die Gemeinde will den alten Anleger verkaufen.</p>"
    "<p>Die Fischer der nördlichen Insel möchten ihn behalten, denn ihr eigener Kai ist zu flach dafür.</p>"
    "<p>Der Laden neben dem Anleger wird schließen, sagte seine Besitzerin nach der Überfahrt den Reportern.</p>"
)


def html(body: str, *, title: str = "The last ferry", head: str = "") -> bytes:
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>".encode()


def linked_data(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


STUBS = {
    "redirecting": html("<p>Redirecting you to the new address...</p>", title="Redirecting..."),
    "session": html(
        "<h1>Session expired</h1><p>You have been idle for twenty minutes and your search was closed. "
        "Go back to the first page and start again.</p>"
    ),
    "object moved": html("<h2>Object moved to <a href='/here'>here</a>.</h2>", title="Object moved"),
    "ok": b"OK",
    "long title": html("<p>Loading.</p>", title="How the ferry between the two islands came to its end after 90 years"),
    "form": html("<form><label>Given name</label><label>Surname</label><label>Post code of your home</label></form>"),
    "German": html("<p>Ihre Sitzung ist abgelaufen. Bitte rufen Sie die Suche noch einmal von der Startseite auf.</p>"),
    "Russian": html("<p>Время ожидания истекло. Вернитесь на предыдущую страницу и повторите поиск ещё раз.</p>"),
    "Japanese": html(
        "<p>ただいま処理中です。しばらくお待ちください。画面が変わらない場合は前のページに戻ってください。</p>"
    ),
}
PARTS = {
    "declared": html(TEASER, head=linked_data('{"@type": "NewsArticle", "isAccessibleForFree": false}')),
    "declared as text": html(TEASER, head=linked_data('{"@type": "Article", "isAccessibleForFree": "False"}')),
    "declared of a part": html(
        TEASER,
        head=linked_data('{"hasPart": {"isAccessibleForFree": "http://schema.org/False", "cssSelector": ".rest"}}'),
    ),
    "tier": html(TEASER, head='<meta property="article:content_tier" content="locked">'),
    "barrier": html(TEASER + '<div class="article-paywall"><p>Members only</p></div>'),
    "next part": html(TEASER, head='<link rel="next" href="?page=2">'),
    "one of three": html(TEASER + "<p>1 of 3</p>"),
    "eins von drei": html(GERMAN + "<p>Seite 1 von 3</p>"),
    "frame": html(TEASER + '<iframe src="/body/17.html" width="100%" height="900"></iframe>'),
    "goes on": html(TEASER + "<p><a href='/all'>Continue reading</a></p>"),
    "weiterlesen": html(GERMAN + "<p><a href='/all'>Weiterlesen</a></p>"),
    "breaks off": html(TEASER + "<p>The engineer who had drawn the plans of the bridge came and said that …</p>"),
    "consent": html(
        "<h1>Before the story</h1>"
        + "<p>We use cookies to measure how pages are read. Our partners store it with your consent.</p>" * 20
    ),
}  # fmt: skip

SHOWN = html(TEASER * 2)
BEHIND = {
    "collapsed": f"<details><summary>History</summary><p>{CLAIM}</p></details>",
    "script data": f'<script type="application/json">{{"props": [{{"body": "<p>{CLAIM}</p>"}}]}}</script>',
    "shadow root": f"<div><template shadowrootmode=open><p>{CLAIM}</p></template></div>",
    "linked data": linked_data(f'{{"@graph": [{{"mainEntity": {{"text": "{CLAIM}"}}}}]}}'),
    "tab": f"<div role=tabpanel hidden><p>{CLAIM}</p></div>",
}


def verify(
    home: Path,
    pages: Iterable[Archived],
    claim: str = CLAIM,
    entry: str = "An entry.",
    *,
    claims: Sequence[str] = (),
    rest: Sequence[Archived] = (),
) -> list[dict[str, Any]]:
    """The claims of a document that makes the same claim by each page, or as many of `claims` by each.

    The archive also holds the pages of `rest`, which are not cited.
    """
    pages = list(pages)
    write_warc(home / "pages.warc.gz", [*pages, *rest])
    made = list(claims) or [claim] * len(pages)
    each = len(made) // len(pages)
    text = "\n\n".join(f"{claim}[{number // each + 1}]" for number, claim in enumerate(made))
    entries = "\n".join(
        f"{number}. ^ {entry} {page.url} Retrieved 2 March 2020." for number, page in enumerate(pages, 1)
    )
    (home / "a.txt").write_text(f"{text}\n\nReferences\n\n{entries}\n", "utf-8")
    finished = citewatch("verify", "a.txt", "--archive", "pages.warc.gz", "--offline", home=home)
    assert finished.returncode in (0, 1), finished.stderr.decode()
    (document,) = json.loads((home / "citewatch-report" / "report.json").read_bytes())["documents"]
    assert len(document["claims"]) == len(made)
    return list(document["claims"])


def archived(name: str, body: bytes) -> Archived:
    url = f"http://{name.replace(' ', '-').lower()}.example/story/ferry"
    return Archived(
        url=url, time="2020-03-01T12:00:00Z", body=body, headers={"Content-Type": "text/html; charset=utf-8"}
    )


@pytest.fixture(scope="module")
def claims(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    pages = STUBS | PARTS | {"whole": html(TEASER * 2)}
    found = verify(tmp_path_factory.mktemp("unread"), [archived(name, body) for name, body in pages.items()])
    return dict(zip(pages, found, strict=True))


@pytest.mark.parametrize("name", STUBS)
def test_a_stub_is_no_page_that_was_read(claims: dict[str, dict[str, Any]], name: str) -> None:
    (check,) = claims[name]["checks"]
    assert (claims[name]["verdict"], check["verdict"]) == ("source_unavailable", "source_unavailable")
    assert check["status"] != "checked"


@pytest.mark.parametrize("name", PARTS)
def test_what_a_part_of_a_page_lacks_is_no_finding(claims: dict[str, dict[str, Any]], name: str) -> None:
    (check,) = claims[name]["checks"]
    assert claims[name]["verdict"] == "source_unavailable"
    assert check["status"] in ("no_text", "paywall", "challenge")


def test_what_a_whole_short_article_lacks_is_a_finding(claims: dict[str, dict[str, Any]]) -> None:
    assert claims["whole"]["verdict"] == "not_supported"


def test_a_part_of_a_page_supports_what_it_says(tmp_path: Path) -> None:
    names = ("declared", "next part", "frame")
    claim = "The captain of the ferry had worked on the line for thirty years."
    found = verify(tmp_path, [archived(name, PARTS[name]) for name in names], claim)
    assert [each["verdict"] for each in found] == ["supported"] * len(names)


def test_the_next_capture_is_tried_after_a_stub(tmp_path: Path) -> None:
    stub = archived("twice", STUBS["session"])
    whole = Archived(url=stub.url, time="2019-01-01T12:00:00Z", body=html(TEASER * 2), headers=stub.headers)
    (check,) = verify(tmp_path, [stub, whole])[0]["checks"]
    assert check["capture"]["timestamp"] == "20190101120000"
    assert [attempt["status"] for attempt in check["tried"]] == ["no_text"]


def test_hidden_text_supports_and_is_quoted_as_hidden(tmp_path: Path) -> None:
    pages = [archived(name, SHOWN + hidden.encode()) for name, hidden in BEHIND.items()]
    for found in verify(tmp_path, pages):
        assert found["verdict"] == "supported"
        assert found["checks"][0]["evidence"][0]["hidden"]


def test_an_article_that_only_a_script_holds_supports_in_any_language(tmp_path: Path) -> None:
    claim = "Der Hafen von Skarvik wurde 1934 von niederländischen Ingenieuren ausgebaggert."
    page = html(f"<div id=app></div><script>window.__STATE__ = {json.dumps([claim])}</script>", title="Laden")
    (found,) = verify(tmp_path, [archived("shell", page)], claim)
    assert found["verdict"] == "supported"


def test_hidden_text_contradicts_nothing(tmp_path: Path) -> None:
    hidden = "<div hidden><p>The harbour of Skarvik was dredged by Dutch engineers in 1951.</p></div>"
    shown = f"<p>The harbour of Skarvik was dredged by Dutch engineers.</p>{TEASER * 2}"
    (found,) = verify(tmp_path, [archived("hidden", html(shown + hidden))])
    assert found["verdict"] in ("unclear", "partially_supported")


def test_a_page_that_is_another_work_raises_no_alarm_and_an_earlier_copy_is_tried(tmp_path: Path) -> None:
    entry = 'Brenner, Ada. "The harbour of Skarvik and the engineers who dredged it". The Islander.'
    later = archived("moved", SHOWN)
    (found,) = verify(tmp_path, [later], entry=entry)
    assert (found["verdict"], found["checks"][0]["status"]) == ("source_unavailable", "moved")
    own = html(f"<p>{CLAIM}</p>{TEASER * 2}", title="The harbour of Skarvik and the engineers who dredged it")
    earlier = Archived(url=later.url, time="2019-01-01T12:00:00Z", body=own, headers=later.headers)
    assert verify(tmp_path, [later, earlier], entry=entry)[0]["verdict"] == "supported"
