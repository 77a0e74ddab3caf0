"""The ids of claims, which survive edits elsewhere in the document, and the lines that claims begin on."""

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from claims.linking.claim_spans import ClaimSpan, claim_spans
from claims.readers.interface import Reading
from claims.records import Citation, Claim, Link

_WORD = re.compile(r"\w+")
_LENGTH = 16  # hexadecimal digits of an id


def identified_claims(reading: Reading, citations: Mapping[str, Citation]) -> Iterator[Claim]:
    """Give the claims of a reading their ids: a hash of their words and cited works, numbered only for repeats."""
    offsets = [offset for offset, _, _ in reading.lines]
    seen: Counter[str] = Counter()
    for span in claim_spans(reading):
        text = reading.text[span.start : span.end]
        key = _key(text, [citations[name] for name in span.citations] if span.link is Link.DIRECT else [])
        seen[key] += 1
        yield _claim(reading, offsets, span, key if seen[key] == 1 else f"{key}\n{seen[key]}")


def _claim(reading: Reading, offsets: Sequence[int], span: ClaimSpan, key: str) -> Claim:
    line, column = (span.line, span.column) if span.line else _place(reading, offsets, span.start)
    return Claim(
        id=hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:_LENGTH],
        text=reading.text[span.start : span.end],
        sentence=span.sentence,
        context=span.context,
        start=span.start,
        end=span.end,
        line=line,
        column=column,
        section=span.section,
        link=span.link,
        citations=span.citations,
        key=span.key,
        lead=span.lead,
    )


def _place(reading: Reading, offsets: Sequence[int], position: int) -> tuple[int, int | None]:
    """Find the line and column of the input that `position` of the text comes from."""
    offset, line, column = reading.lines[max(bisect_right(offsets, position) - 1, 0)]
    return line, None if column is None else column + position - offset


def _key(text: str, cited: Sequence[Citation]) -> str:
    """Build the key that the id of a claim is the hash of."""
    return "\n".join([_normal(text), *(citation.url or _normal(citation.text) or citation.id for citation in cited)])


def _normal(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
