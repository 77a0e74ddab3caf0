"""`report.html`: the report for people. Each file is self-contained: it needs no network and no other file."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import jinja2

from claims.records import Report
from reports.text.sanitising import clean
from reports.view.corpus import CorpusPage
from reports.view.document_page import page
from reports.view.index_page import index_page
from reports.view.rows.passages import whole_texts
from reports.view.rows.source_rows import text_file

FILE_NAME = "report.html"

# Templates yield many small pieces; joining 200 at a time makes writing them cheap.
PIECES_AT_ONCE = 200


class HtmlFormat:
    """One page for a single document; an index and a page for each of several."""

    name = "html"

    def render(self, report: Report) -> Mapping[str, Iterable[str]]:
        """Render `report.html`, and `report-1.html` and so on if the report has more than one document."""
        if len(report.documents) == 1:
            return _files(report, 0, FILE_NAME)
        names = [f"report-{number}.html" for number in range(1, len(report.documents) + 1)]
        files: dict[str, Iterable[str]] = {FILE_NAME: _stream("index.html", page=index_page(report, names))}
        for number, name in enumerate(names):
            files |= _files(report, number, name, index=FILE_NAME)
        return files


def corpus_pieces(page: CorpusPage) -> Iterable[str]:
    """Return the overview of a corpus, in pieces."""
    return _stream("corpus.html", page=page)


def _files(report: Report, number: int, name: str, index: str | None = None) -> dict[str, Iterable[str]]:
    """Return the page of a document, by its number, and a page for each of its sources whose whole text is long."""
    files: dict[str, Iterable[str]] = {name: _document(report, number, name, index)}
    for key, text in whole_texts(report.documents[number]).items():
        if beside := text_file(text, name.removesuffix(".html")):
            files[beside] = _source(report, number, key, name)
    return files


# Generators, so that only the document being written is in memory.


def _document(report: Report, number: int, name: str, index: str | None) -> Iterator[str]:
    yield from _stream("document.html", page=page(report, report.documents[number], name=name, index=index))


def _source(report: Report, number: int, key: str, back: str) -> Iterator[str]:
    document = report.documents[number]
    text = whole_texts(document)[key]
    reference = document.citations[text.number - 1]
    yield from _stream("source.html", text=text, back=back, reference=reference)


def _stream(template: str, **values: object) -> Iterable[str]:
    stream = _environment().get_template(template).stream(values)
    stream.enable_buffering(PIECES_AT_ONCE)
    return stream


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("reports", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_sanitised,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(policy=_policy(environment))
    return environment


def _sanitised(value: object) -> object:
    # Every expression of every template passes through here, so that no text from outside is printed uncleaned.
    return clean(value) if type(value) is str else value


def _policy(environment: jinja2.Environment) -> str:
    """Return a Content-Security-Policy that allows only our own style and script, and no requests."""
    style, script = (_digest(environment.get_template(name).render()) for name in ("report.css", "report.js"))
    return (
        f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}';"
        " base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return b64encode(hashlib.sha256(text.encode()).digest()).decode()
