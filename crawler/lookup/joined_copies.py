"""Makes one copy of the copies of a page's parts, in their order, and says whether that is the whole page. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from claims.records import Citation, Part, Passage, Source
from crawler.lookup.health.cited_work import other_work
from crawler.lookup.health.page_health import few_words
from crawler.lookup.health.running_text import FLOOR, running_words
from crawler.lookup.health.wholeness import TEASER, barred, breaks_off, cut_off, label_of_part, partial
from crawler.lookup.page_copies import PageCopy
from crawler.outcome import Failure
from crawler.timestamps import distance, iso_date

_GAP = "\n\n"
# Parts that were captured further from each other may be of different texts.
_SAME_TEXT = timedelta(days=30)


def joined(page: PageCopy, copies: Sequence[PageCopy], citation: Citation, missing: Failure | None) -> PageCopy:
    """Return one copy of `copies`, in their order, which are `page` and its parts.

    It is whole if no part is `missing`, all were captured at about the same time, and the last one does not break off.
    """
    source, spans = join([copy.source for copy in copies])
    still = missing or _captured_apart(copies) or _still_partial(copies)
    return replace(
        page,
        source=source,
        responses=tuple(response for copy in copies for response in copy.responses),
        parts=tuple(
            Part(start=start, end=end, capture=copy.capture) for copy, (start, end) in zip(copies, spans, strict=True)
        ),
        instead=page.instead if still else None,
        partial=still,
        elsewhere=other_work(citation, source),
    )


def with_version(page: PageCopy, version: PageCopy, citation: Citation) -> PageCopy:
    """Return one copy of a page and of a version of it that is whole by itself."""
    return replace(
        joined(page, [page, version], citation, None), instead=None, partial=_captured_apart([page, version])
    )


def join(sources: Sequence[Source]) -> tuple[Source, tuple[tuple[int, int], ...]]:
    """Return one source, and for each of `sources` where the text that it adds starts and ends.

    What a later part repeats (menus, titles, sentences that a version for print holds as well) is left out. Texts that
    readers may not have seen follow all others.
    """
    seen: set[str] = set()
    texts: list[str] = []
    passages: list[Passage] = []
    spans: list[tuple[int, int]] = []
    at = 0
    for source, hidden in [(source, False) for source in sources] + [(source, True) for source in sources]:
        start = end = at
        for passage in source.passages:
            words = source.text[passage.start : passage.end]
            if passage.hidden is hidden and words not in seen:
                end = at + len(words)
                passages.append(passage._replace(start=at, end=end))
                texts.append(words)
                seen.add(words)
                at = end + len(_GAP)
        spans.append((start, end))
    titles = dict.fromkeys(title for source in sources for title in (source.title, *source.other_titles) if title)
    source = Source(
        url=sources[0].url,
        text=_GAP.join(texts),
        passages=tuple(passages),
        title=next((source.title for source in sources if source.title), None),
        other_titles=tuple(titles),
        published=next((source.published for source in sources if source.published), None),
        language=next((source.language for source in sources if source.language), None),
    )
    return source, tuple(spans[: len(sources)])


def _still_partial(copies: Sequence[PageCopy]) -> Failure | None:
    """Return why what all parts together lack proves nothing, or None."""
    words = sum(running_words(copy.source, TEASER) for copy in copies)
    for copy in copies:
        (response,) = copy.responses
        if problem := cut_off(response) or (barred(response) if words < TEASER else None):
            return problem
        label = label_of_part(copy.source)
        if label and label[1] > len(copies):
            return partial(f"{len(copies)} parts of the page could be read, and this is one of several: “{label[0]}”")
    if words < TEASER and (problem := breaks_off(copies[-1].source)):
        return problem
    return few_words(copies[-1].source) if words < FLOOR else None


def _captured_apart(copies: Sequence[PageCopy]) -> Failure | None:
    """Return that parts were captured too far from each other, or None."""
    times = sorted(copy.capture.timestamp for copy in copies)
    if distance(times[0], times[-1]) <= _SAME_TEXT:
        return None
    days = f"from {iso_date(times[0])} to {iso_date(times[-1])}"
    return partial(f"the parts of the page were captured at different times, {days}")
