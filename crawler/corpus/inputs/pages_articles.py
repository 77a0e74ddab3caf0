"""The dumps of pages-articles: MediaWiki's XML with the wikitext of each page.

The elements are those of https://www.mediawiki.org/xml/export-0.11.xsd, whatever the version of their namespace.
"""

import gzip
import re
from collections.abc import Iterator
from typing import IO
from urllib.parse import urlsplit
from xml.etree import ElementTree as Tree  # expat counts what entities expand to, and stops

from crawler.corpus.inputs.raw_documents import RawDocument

_ARTICLES = "0"  # the namespace of articles
_CATEGORIES = "14"  # the namespace of categories
_FORMAT = "wikitext"


def pages_articles_documents(stream: IO[bytes], place: str) -> Iterator[RawDocument]:
    """Yield the articles of the dump in `stream`, without redirects; reports call the file `place`.

    Raises:
        OSError: it cannot be read or decompressed.
        EOFError: a stream of bzip2 in it ends early.
        xml.etree.ElementTree.ParseError: it is no XML.
    """
    base, category = place, "Category"
    root: Tree.Element | None = None
    for event, element in Tree.iterparse(_plain(stream, place), events=("start", "end")):  # noqa: S314
        if root is None:
            root = element
        if event == "start":
            continue
        match _name(element):
            case "base":
                site = urlsplit(element.text or "")
                base = f"{site.scheme}://{site.netloc}"
            case "namespace" if element.get("key") == _CATEGORIES and element.text:
                category = element.text
            case "page":
                if (document := _document(element, base, category)) is not None:
                    yield document
                root.clear()


def _plain(stream: IO[bytes], place: str) -> IO[bytes]:
    return gzip.GzipFile(fileobj=stream) if place.endswith(".gz") else stream  # type: ignore[return-value]


def _document(page: Tree.Element, base: str, category: str) -> RawDocument | None:
    """Return the document of an article; None for another page."""
    said = {_name(element): element for element in page.iter() if _name(element) != "id"}
    if _text(said, "ns") != _ARTICLES or "redirect" in said or "revision" not in said:
        return None
    text = _text(said, "text")
    revision = next((element.text for element in said["revision"] if _name(element) == "id"), None)
    title = _text(said, "title")
    return RawDocument(
        name=f"{base}/w/index.php?oldid={revision}" if revision else title,
        text=text,
        input_format=_FORMAT,
        title=title,
        revision=revision,
        day=_text(said, "timestamp")[:10] or None,
        categories=tuple(_categories(text, category)),
        size=len(text),
    )


def _text(said: dict[str, Tree.Element], name: str) -> str:
    return (said[name].text or "") if name in said else ""


def _name(element: Tree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _categories(text: str, category: str) -> Iterator[str]:
    """Yield the categories that a page names; those that its templates add are not in the dump."""
    named = re.compile(rf"\[\[\s*(?:Category|{re.escape(category)})\s*:\s*([^\]|]+)", re.IGNORECASE)
    return (found[1].strip() for found in named.finditer(text))
