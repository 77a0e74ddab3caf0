"""`report.html`: the report for people, each file complete in itself: no network, no file beside it."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import jinja2

from claims.records import JudgedDocument, Report
from reports.view.pages import index_page, page
from reports.view.sanitising import clean

FILE_NAME = "report.html"

# Template nodes give many small pieces; joined by the hundred, writing them costs nothing.
PIECES_AT_ONCE = 200


class HtmlFormat:
    """One page for a document; for several, an index and a page for each."""

    name = "html"

    def render(self, report: Report) -> Mapping[str, Iterable[str]]:
        """`report.html`, and `report-1.html` and so on where the report is on more than one document."""
        if len(report.documents) == 1:
            return {FILE_NAME: _document(report, report.documents[0])}
        names = [f"report-{number}.html" for number in range(1, len(report.documents) + 1)]
        pages = {
            name: _document(report, document, index=FILE_NAME)
            for name, document in zip(names, report.documents, strict=True)
        }
        return {FILE_NAME: _stream("index.html", page=index_page(report, names)), **pages}


def _document(report: Report, document: JudgedDocument, index: str | None = None) -> Iterator[str]:
    # A generator, so that of many documents only the one being written is held as rows.
    yield from _stream("document.html", page=page(report, document, index=index))


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
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(policy=_policy(environment))
    return environment


def _shown(value: object) -> object:
    # Every expression of every template passes here: nothing from outside is printed uncleaned.
    return clean(value) if type(value) is str else value


def _policy(environment: jinja2.Environment) -> str:
    """A Content-Security-Policy under which only our own style and script work, and nothing is ever requested."""
    style, script = (_digest(environment.get_template(name).render()) for name in ("report.css", "report.js"))
    return (
        f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}';"
        " base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return b64encode(hashlib.sha256(text.encode()).digest()).decode()
