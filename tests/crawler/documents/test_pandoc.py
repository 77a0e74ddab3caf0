"""Documents that pandoc reads: notes, links, keys, lists, tables, lines, and what happens without pandoc."""

import subprocess
from pathlib import Path

import pytest
from pypandoc import get_pandoc_path

from claims.errors import InputError
from claims.records import Document, Link
from crawler.documents import pandoc
from crawler.documents.read_documents import read_documents
from crawler.settings import Settings

MARKDOWN = """---
title: Westhaven
---

The lighthouse was built in 1871.[^1] It is 31 metres high ([heights](https://heights.example/)).

- The lamp was lit in 1901.[^2]

| Keeper | From |
|--------|------|
| Ada    | 1871[^3] |

[^1]: <https://harbour.example/lights>
[^2]: Lamps. <https://lamps.example/>
[^3]: Keepers. <https://keepers.example/>
"""
LATEX = r"""\documentclass{article}
\begin{document}
The lighthouse was built in 1871.\footnote{\url{https://harbour.example/lights}}

It is 31 metres high \cite{olsen2018,lund2018}.
\begin{thebibliography}{9}
\bibitem{olsen2018} P. Olsen, \emph{Heights}, \url{https://heights.example/}.
\bibitem[Lund]{lund2018} K. Lund, \emph{Tallest}, \url{https://tallest.example/}.
\end{thebibliography}
\end{document}
"""
ASCIIDOC = """= Westhaven

The lighthouse was built in 1871.footnote:[https://harbour.example/lights[Lights], read in May]

It is open to visitors <<keepers>>.

[bibliography]
== References
* [[[keepers,1]]] Keepers. https://keepers.example/
"""
ORG = """#+TITLE: Westhaven

The lighthouse was built in 1871.[fn:1]

Its keeper was Ada Brenner[cite:@keepers].

* Footnotes
[fn:1] https://harbour.example/lights
"""
TYPST = """= Westhaven
The lighthouse was built in 1871.#footnote[#link("https://harbour.example/lights")]

Its keeper was Ada Brenner @keepers.
"""
KEYS = '@misc{keepers, title={Keepers}, howpublished={\\url{https://keepers.example/}}}\n@misc{x, url="https://x.example/"}'


def document(path: Path, sources: Path | None = None) -> Document:
    (read,) = read_documents([str(path)], Settings(sources=sources))
    return read.document


def cited(found: Document) -> list[tuple[str, tuple[str | None, ...]]]:
    urls = {citation.id: citation.url for citation in found.citations}
    return [
        (claim.text, tuple(urls[name] for name in claim.citations))
        for claim in found.claims
        if claim.link is Link.DIRECT
    ]


@pytest.mark.parametrize(("kind", "title"), [("docx", "Westhaven"), ("odt", None), ("epub", "Westhaven")])
def test_a_document_of_a_word_processor_keeps_notes_links_items_and_cells(
    kind: str, title: str | None, tmp_path: Path
) -> None:
    path = tmp_path / f"westhaven.{kind}"
    command = [get_pandoc_path(), "--from=markdown", "--standalone", f"--to={kind}", f"--output={path}"]
    subprocess.run(command, input=MARKDOWN.encode(), check=True)
    found = document(path)
    assert (found.format, found.title) == (kind, title)
    assert cited(found) == [
        ("The lighthouse was built in 1871.", ("https://harbour.example/lights",)),
        ("It is 31 metres high.", ("https://heights.example/",)),
        ("The lamp was lit in 1901.", ("https://lamps.example/",)),
        ("Ada, From: 1871", ("https://keepers.example/",)),
    ]


@pytest.mark.parametrize(
    ("name", "text", "last", "lines"),
    [
        ("a.tex", LATEX, ("It is 31 metres high.", ("https://heights.example/", "https://tallest.example/")), [3, 5]),
        ("a.adoc", ASCIIDOC, ("It is open to visitors.", ("https://keepers.example/",)), [3, 5]),
        ("a.org", ORG, ("Its keeper was Ada Brenner.", ("https://keepers.example/",)), [3, 5]),
        ("a.typ", TYPST, ("Its keeper was Ada Brenner.", ("https://keepers.example/",)), [2, 4]),
    ],
)
def test_a_source_keeps_notes_and_keys_and_its_lines(
    name: str, text: str, last: tuple[str, tuple[str, ...]], lines: list[int], tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text)
    (tmp_path / "refs.bib").write_text(KEYS)
    found = document(tmp_path / name, tmp_path / "refs.bib")
    assert cited(found) == [("The lighthouse was built in 1871.", ("https://harbour.example/lights",)), last]
    assert [claim.line for claim in found.claims] == lines


def test_the_abstract_is_read(tmp_path: Path) -> None:
    abstract = "\\begin{abstract}\nThe lamp was lit in 1901 \\cite{olsen2018}.\n\\end{abstract}\n"
    (tmp_path / "a.tex").write_text(LATEX.replace("\\begin{document}\n", f"\\begin{{document}}\n{abstract}"))
    assert cited(document(tmp_path / "a.tex"))[0] == ("The lamp was lit in 1901.", ("https://heights.example/",))


def test_what_pandoc_cannot_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04word/ but no archive")
    with pytest.raises(InputError, match="Pandoc cannot read this"):
        document(tmp_path / "a.docx")


def test_without_pandoc_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "_path", lambda: None)
    (tmp_path / "a.tex").write_text(LATEX)
    with pytest.raises(InputError, match=r"This is LaTeX. Install citewatch\[documents\]"):
        document(tmp_path / "a.tex")
