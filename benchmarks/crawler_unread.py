"""Alarms from pages that were not read, and claims found in text that is not shown, by class of page.

`python -m benchmarks.crawler_unread` runs `citewatch verify` over an archive of pages of our own wording, at least
three of a class and one of them in another language. Each page is cited for a claim that it does not make, which must
raise no alarm if the page was not read whole, and for another that must be supported if the page holds it in any form.
"""

import json
import tempfile
from collections import Counter
from pathlib import Path

from claims.records import ALARMS, Verdict
from tests.crawler.app import test_page_parts as parts
from tests.crawler.app.test_unread_pages import BEHIND, CLAIM, GERMAN, PARTS, SHOWN, STUBS, TEASER, archived, html
from tests.crawler.archive_files import write_warc
from tests.crawler.extraction.test_single_byte import CROATIAN, CZECH, GREEK, LITHUANIAN, TURKISH
from tests.process import citewatch

ABSENT = "The observatory of Tarnholm was struck by lightning in 1962 and rebuilt by the army."
GERMAN_CLAIM = "Der Hafen von Skarvik wurde 1934 von niederländischen Ingenieuren ausgebaggert."
GERMAN_ABSENT = "Die Sternwarte von Tarnholm wurde 1962 vom Blitz getroffen und von der Armee wieder aufgebaut."
SAID = f"<p>{CLAIM}</p>"
GERMAN_SAID = f"<p>{GERMAN_CLAIM}</p>"
# By class and name, each page and whether it holds the claim.
PAGES: dict[str, dict[str, tuple[bytes, bool]]] = {
    "stub": {name: (body, False) for name, body in STUBS.items()},
    "not whole": {name: (body, False) for name, body in PARTS.items()},
    "hidden text": {name: (SHOWN + hidden.encode(), True) for name, hidden in BEHIND.items()}
    | {"eingeklappt": (html(GERMAN * 2 + f"<details><summary>Mehr</summary>{GERMAN_SAID}</details>"), True)},
    "script data": {
        "state": (html(f"<div id=app></div><script>window.state = {json.dumps([CLAIM])}</script>"), True),
        "chunk": (html(f"<script>self.push([1, {json.dumps(json.dumps({'text': CLAIM}))}])</script>"), True),
        "Daten": (html(f'<script type="application/json">{json.dumps({"a": [GERMAN_CLAIM]})}</script>'), True),
    },
    "unclosed": {
        "button": (html(f"<h1>Skarvik</h1><button>Share{SAID}{TEASER * 2}"), True),
        "script": (html(f"<script src=a.js />{SAID}{TEASER * 2}"), True),
        "textarea": (html(f"<h1>Hafen</h1><textarea>{GERMAN_SAID}{GERMAN * 2}"), True),
    },
    "frames": {
        name: (f"<html>{opening}<body>{said}{text * 2}</body></html>".encode(), True)
        for name, opening, said, text in (
            ("frameset", "<frameset><frame src=a></frameset>", SAID, TEASER),
            ("columns", "<frameset cols='20%,*'><frame src=a><frame src=b></frameset>", SAID, TEASER),
            ("Rahmen", "<frameset><frame src=a></frameset>", GERMAN_SAID, GERMAN),
        )
    },
    "garbled": {
        name: (html((text * 2).encode().decode(name, "replace")), False)
        for name, text in {
            "cp1252": GERMAN,
            "latin-1": "<p>Паром ушёл без нас, и капитан знал каждого пассажира по имени.</p>" * 6,
            "cp1250": GERMAN.replace("e", "é"),
        }.items()
    }
    | {
        name: (html(f"<p>{words}</p>" * 6).decode().encode(written).decode(shown).encode(), False)
        for name, words, written, shown in (
            ("Czech", CZECH, "cp1250", "cp1252"), ("Turkish", TURKISH, "cp1254", "cp1252"),
            ("Lithuanian", LITHUANIAN, "cp1257", "cp1252"), ("Croatian", CROATIAN, "iso8859-2", "latin-1"),
        )
    },
    "declared wrong": {
        name: (f"<meta charset=iso-8859-1><title>A</title><p>{words}</p>".encode(written) * 6 + SAID.encode(), True)
        for name, words, written in (
            ("Czech", CZECH, "cp1250"), ("Turkish", TURKISH, "cp1254"), ("Greek", GREEK, "cp1253"),
        )
    },
    "wall": {
        "account": (html(TEASER + "<p><a href='/subscribe'>Go on</a></p>"), False),
        "sign in": (html(f"<main>{TEASER}<form><input type=password></form></main>"), False),
        "Dialog": (html(f"<div role=dialog>{GERMAN}</div>"), False),
        "load more": (html(f"<article>{TEASER}<button class=load-more>More</button></article>"), False),
        "bricht ab": (html(GERMAN + "<p>Die Tochter des Erbauers kam am Abend zur letzten Überfahrt und</p>"), False),
    },
    "whole": {"English": (html(TEASER * 2), False), "German": (html(GERMAN * 2), False)},
}  # fmt: skip


READ = ("hidden text", "unclosed", "whole", "parts", "declared wrong")
"""Classes of pages that show a whole article, of which the claim that they do not make is an alarm."""


def main() -> None:
    """Verify all pages in one run and print the table."""
    rows = [(kind, name, body, holds) for kind, pages in PAGES.items() for name, (body, holds) in pages.items()]
    with tempfile.TemporaryDirectory() as folder:
        verdicts = _verdicts(Path(folder), [(f"{kind} {name}", body) for kind, name, body, _ in rows])
    rows += [("parts", name, page.body, True) for name, page in parts.PAGES.items()]
    verdicts += _verdicts_of_parts()
    counts: dict[str, Counter[str]] = {kind: Counter() for kind, *_ in rows}
    for (kind, name, _, holds), (absent, present) in zip(rows, verdicts, strict=True):
        row = counts[kind]
        row["pages"] += 1
        row["alarms"] += absent in ALARMS
        row["held"] += holds
        row["found"] += holds and present == Verdict.SUPPORTED
        if (absent in ALARMS and kind not in READ) or (holds and present != Verdict.SUPPORTED):
            print(f"wrong: {kind}, {name}: {absent}, {present}")
    print(f"{'class':14} {'read':5} {'pages':>5} {'alarms':>6}  found")
    for kind, row in counts.items():
        found = f"{row['found']} of {row['held']}" if row["held"] else "–"
        print(f"{kind:14} {'yes' if kind in READ else 'no':5} {row['pages']:5} {row['alarms']:6}  {found}")


def _verdicts(home: Path, pages: list[tuple[str, bytes]]) -> list[tuple[str, str]]:
    """Return for each page the verdicts of the claim that it does not make, and of the one that it may hold."""
    captures = [archived(name, body) for name, body in pages]
    write_warc(home / "pages.warc.gz", captures)
    claims = []
    for number, (_, body) in enumerate(pages, 1):
        german = GERMAN[3:40].encode() in body or GERMAN_CLAIM.encode() in body or GERMAN_CLAIM[:9].encode() in body
        claims += [f"{claim}[{number}]" for claim in ((GERMAN_ABSENT, GERMAN_CLAIM) if german else (ABSENT, CLAIM))]
    entries = [f"{n}. ^ An entry. {page.url} Retrieved 2 March 2020." for n, page in enumerate(captures, 1)]
    text = "\n\n".join(claims) + "\n\nReferences\n\n" + "\n".join(entries) + "\n"
    (home / "a.txt").write_text(text, "utf-8")
    citewatch("verify", "a.txt", "--archive", "pages.warc.gz", "--offline", home=home)
    (document,) = json.loads((home / "citewatch-report" / "report.json").read_bytes())["documents"]
    given = [claim["verdict"] for claim in document["claims"]]
    return list(zip(given[::2], given[1::2], strict=True))


def _verdicts_of_parts() -> list[tuple[str, str]]:
    """Return the same for pages of which only another part, in the same archive, holds the claim."""
    archived = {name: parts.captures(number, page) for number, (name, page) in enumerate(parts.PAGES.items())}
    with tempfile.TemporaryDirectory() as folder:
        found = parts.judged(Path(folder), archived)
    return [(absent["verdict"], held["verdict"]) for held, absent in found.values()]


if __name__ == "__main__":
    main()
