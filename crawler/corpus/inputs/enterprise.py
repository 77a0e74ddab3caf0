"""The HTML dumps of Wikimedia Enterprise: gzipped tar archives of JSON Lines, an article with its HTML on each line.

The fields are those of the snapshot's data dictionary: https://enterprise.wikimedia.com/docs/data-dictionary/
"""

import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO
from urllib.parse import urlsplit

import msgspec

from crawler.corpus.inputs.raw_documents import RawDocument

_HTML = "mediawiki-html"  # the reader of Parsoid's HTML, which the dumps contain
_ARTICLES = 0  # the namespace of articles


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    identifier: int | None = None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Body:
    html: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Article:
    """The fields of an article that citewatch uses."""

    name: str
    url: str
    date_modified: str | None = None
    version: _Named = field(default_factory=_Named)
    namespace: _Named = field(default_factory=lambda: _Named(identifier=_ARTICLES))
    categories: tuple[_Named, ...] = ()
    article_body: _Body = field(default_factory=_Body)


def enterprise_documents(stream: IO[bytes], place: str) -> Iterator[RawDocument]:
    """Yield the articles of the dump in `stream`, which reports call `place`; a line that is none has an error.

    Raises:
        tarfile.TarError: the file is no tar archive, or ends before its end.
        OSError: it cannot be read.
    """
    with tarfile.open(fileobj=stream, mode="r|*") as archive:
        for member in archive:
            lines = archive.extractfile(member)
            if lines is not None:
                yield from _documents(lines, f"{place}/{member.name}")


def _documents(lines: Iterable[bytes], place: str) -> Iterator[RawDocument]:
    for number, line in enumerate(lines, 1):
        try:
            article = msgspec.json.decode(line, type=_Article)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            yield RawDocument(name=f"{place}:{number}", size=len(line), error=f"this line is no article: {error}")
            continue
        if article.namespace.identifier == _ARTICLES:
            yield _document(article, len(line))


def _document(article: _Article, size: int) -> RawDocument:
    site, revision = urlsplit(article.url), article.version.identifier
    return RawDocument(
        name=f"{site.scheme}://{site.netloc}/w/index.php?oldid={revision}" if revision else article.url,
        text=article.article_body.html,
        input_format=_HTML,
        title=article.name,
        revision=str(revision) if revision else None,
        day=article.date_modified[:10] if article.date_modified else None,
        categories=tuple(each.name.partition(":")[2] or each.name for each in article.categories),
        size=size,
    )
