"""URLs for references that print none, from the wiki article that the document is a copy of (`--find-urls`)."""

import re
from collections.abc import Sequence
from dataclasses import replace

import anyio

from claims.errors import UnfinishedError
from claims.readers.registry import read
from claims.records import Document
from claims.references.matching import with_found_urls
from crawler.documents.mediawiki_api import Wiki, WikiPage
from crawler.documents.remote_documents import WIKI_FORMAT
from crawler.documents.wiki_address import WikiAddress
from crawler.extraction.charset import to_text
from crawler.outcome import Failure
from crawler.settings import DEFAULT_WIKI, Settings
from crawler.storage.network import open_network
from crawler.timestamps import last_moment, moment

_LANGUAGE = re.compile(r"[a-z]{2,3}")


def with_wiki_urls(documents: Sequence[Document], settings: Settings) -> list[Document]:
    """Complete the references of each document from its article, in the revision of the document's day.

    A document whose references all have URLs, or that has no title, does not change. One whose article does not exist
    gets a note that says so.

    Raises:
        UnfinishedError: the wiki could not be reached or throttled.
        ConfigurationError: the store cannot be opened.
    """
    wanting = [document for document in documents if _lacks_urls(document) and document.title]
    pages = dict(zip(map(id, wanting), anyio.run(_articles, wanting, settings), strict=True)) if wanting else {}
    return [_completed(document, pages[id(document)]) if id(document) in pages else document for document in documents]


def _lacks_urls(document: Document) -> bool:
    return any(citation.url is None and not citation.broken for citation in document.citations)


async def _articles(documents: Sequence[Document], settings: Settings) -> list[WikiPage | Failure]:
    found: dict[int, WikiPage | Failure] = {}
    async with open_network(settings) as network:
        wikis: dict[str, Wiki] = {}

        async def find(place: int, document: Document) -> None:
            base = _base(document, settings)
            wiki = wikis.setdefault(base, Wiki(base, network))
            found[place] = await _article(wiki, document)

        async with anyio.create_task_group() as group:
            for place, document in enumerate(documents):
                group.start_soon(find, place, document)
    return [found[place] for place in range(len(documents))]


async def _article(wiki: Wiki, document: Document) -> WikiPage | Failure:
    title = document.title or ""
    if document.as_of is None:
        return await wiki.page(WikiAddress(base=wiki.base, title=title, revision=None))
    return await wiki.page_on(title, moment(last_moment(document.as_of)).date().isoformat())


def _base(document: Document, settings: Settings) -> str:
    """The wiki that the user names, else the Wikipedia of the document's language."""
    language = (document.language or "en").split("-")[0].lower()
    if settings.wiki == DEFAULT_WIKI and _LANGUAGE.fullmatch(language):
        return f"https://{language}.wikipedia.org"
    return settings.wiki.rstrip("/")


def _completed(document: Document, page: WikiPage | Failure) -> Document:
    if isinstance(page, WikiPage):
        article = read(to_text(page.html, "text/html; charset=utf-8"), page.permalink, WIKI_FORMAT)
        completed = with_found_urls(document, article.citations)
        return replace(completed, notes=(*completed.notes, f"URLs were taken from {page.permalink}."))
    if page.status.unfinished:
        message = f"its article cannot be fetched: {page.reason}."
        raise UnfinishedError(message, place=document.source, mend="Try again later, or leave out --find-urls.")
    note = f"No URLs were found for its references: {page.reason}."
    return replace(document, notes=(*document.notes, note))
