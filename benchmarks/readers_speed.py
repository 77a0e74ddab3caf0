"""Reading speed beside the libraries that parse the same markup: mwparserfromhtml and mwparserfromhell.

    pip install mwparserfromhtml mwparserfromhell
    python -m benchmarks.readers_speed

They parse the page and find its references and (HTML) their text; ours also parses every reference and links every
claim. The large page is the largest Parsoid page of the shared data, its sections repeated to 2.5 MB.
"""

import re
import sys
import time
from collections.abc import Callable, Sequence

from benchmarks.data import DOCUMENTS
from claims.linking.linker import link
from claims.readers.decoding import decode
from claims.readers.registry import read

LARGE = 2_500_000  # characters


def ours(text: str) -> None:
    link(read(text, "page"), "page")


def hell(text: str) -> None:
    import mwparserfromhell

    code = mwparserfromhell.parse(text)
    for tag in code.filter_tags(matches=lambda node: node.tag == "ref"):
        str(tag.contents)
    code.filter_templates()


def from_html(text: str) -> None:
    from mwparserfromhtml import Article

    article = Article(text)
    wikistew = article.wikistew
    wikistew.get_citations()
    wikistew.get_references()
    list(article.get_plaintext())


def timed(run: Callable[[str], None], texts: Sequence[str]) -> float:
    started = time.process_time()
    for text in texts:
        run(text)
    return time.process_time() - started


def texts(pattern: str) -> list[str]:
    found = [decode(path.read_bytes(), path.name) for path in sorted(DOCUMENTS.glob(pattern))]
    # mwparserfromhtml refuses pages without a base address.
    return [text for text in found if "html" not in pattern or "<base" in text]


def large() -> str:
    """Return the page with its sections repeated, under new note ids, up to the size."""
    page = (DOCUMENTS / "wikihtml/mobileapps__Dog.parsoid.html").read_text()
    head, body, tail = page.partition("<body")[0], page[page.index("<body") : page.rindex("</body>")], "</body></html>"
    inner = body[body.index(">") + 1 :]
    parts, number = [], 0
    while sum(map(len, parts)) < LARGE - len(head):
        number += 1
        parts.append(re.sub(r"cite_(note|ref)-", rf"cite_\1-{number}x", inner))
    return head + "<body>" + "".join(parts)[: LARGE * 2] + tail


def main() -> None:
    print("| input | pages | MB | ours | the library |\n| --- | --- | --- | --- | --- |")
    for name, pattern, run in (
        ("wikitext, mwparserfromhell", "wikitext/*.txt", hell),
        ("Parsoid HTML, mwparserfromhtml", "wikihtml/*.parsoid.html", from_html),
    ):
        pages = texts(pattern)
        ours(pages[0])
        mine = timed(ours, pages)
        try:
            theirs = f"{timed(run, pages):.2f} s"
        except ImportError as error:
            theirs = "not installed"
            print(error, file=sys.stderr)
        print(f"| {name} | {len(pages)} | {sum(map(len, pages)) / 1e6:.1f} | {mine:.2f} s | {theirs} |")
    page = large()
    count = len(set(re.findall(r'id="(cite_note-[^"]+)"', page)))
    print(f"\nA Parsoid page of {len(page) / 1e6:.1f} MB with {count} references: {timed(ours, [page]):.2f} s")


if __name__ == "__main__":
    main()
