"""Claims as spans of the text: which words each marker covers, and which sentences no marker covers.

A claim is the sentence before its marker; if a sentence has markers in several places, each marker covers the clause
from the previous marker to itself, as far as the parts are clauses; the words before it are its lead. A sentence that
is too short to state anything joins the one before it, so that no marker is lost.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from claims.language.detection import language_by_words, language_of
from claims.language.loader import code, language
from claims.language.pointing import Pointing, pointing
from claims.language.record.writing import Sentences as SentenceWords
from claims.linking.joining import joined
from claims.linking.leads import clause_lead, list_lead, listed_below, needs_lead, quote_lead
from claims.linking.marker_groups import CitedSentence, MarkerGroup, cited_sentences
from claims.linking.statements import FEWEST_WORDS, SECTIONS, is_clause, is_statement
from claims.readers.interface import Marker, Reading
from claims.records import Block, BlockKind, Link

_CONTEXT = 2  # sentences before the claim's own
_WITHOUT_CLAIMS = frozenset((BlockKind.TITLE, BlockKind.HEADING))
_WORD = re.compile(r"\w+")
_LEADING = " \n,;:.!?)]}|–—•·*、，。；：）」』"
_CLAUSE_ENDS = frozenset(",;:.!?…–—、，；：。")  # no bracket: `The dog (a tame wolf)[1] is a mammal.[2]`
_PAIRS = (("(", ")"), ("（", "）"), ("[", "]"), ("“", "”"), ("«", "»"), ("「", "」"))


class ClaimSpan(NamedTuple):
    """A claim at `text[start:end]`.

    Attributes:
        start: offset of its first character.
        end: offset behind its last character.
        sentence: the sentence that contains it.
        context: the sentence, with up to two sentences before it.
        line: line of its marker, from 1; 0 without a marker.
        column: column of its marker, from 1, or None.
        section: the heading above it, or None.
        link: how it is connected with its citations.
        citations: ids of its citations.
        key: the id that the input itself gives the claim, or None.
        lead: the words before it that make a statement of it, or an empty text.
    """

    start: int
    end: int
    sentence: str
    context: str
    line: int
    column: int | None
    section: str | None
    link: Link
    citations: tuple[str, ...]
    key: str | None = None
    lead: str = ""


class _Words(NamedTuple):
    """What is known of the words of the document's language: of its sentences, and how it points to sources."""

    sentences: SentenceWords
    pointing: Pointing


class _Around(NamedTuple):
    """What is around the words of a block: the heading, the line above its list, the end of the list below it."""

    section: str | None
    lead: str
    end: int


def claim_spans(reading: Reading) -> Iterator[ClaimSpan]:
    """Find the claims of a reading, in order."""
    positions = [marker.position for marker in reading.markers]
    words = _Words(
        language(code(reading.language or language_by_words(reading.text))).sentences,
        pointing(reading.language or language_of(reading.text)),
    )
    section: str | None = None
    listed = 0  # items that belong to the claim above them
    for number, block in enumerate(reading.blocks):
        if listed:
            listed -= 1
        elif block.kind in _WITHOUT_CLAIMS:
            section = reading.text[block.start : block.end] if block.kind is BlockKind.HEADING else section
        else:
            markers = reading.markers[bisect_left(positions, block.start) : bisect_right(positions, block.end)]
            listed = listed_below(reading, number, positions) if markers else 0
            lead = list_lead(reading, number) if markers and block.kind is BlockKind.ITEM else ""
            around = _Around(SECTIONS.get(block.kind, section), lead, reading.blocks[number + listed].end)
            yield from _claims_of_block(reading, block, markers, around, words)


def _claims_of_block(
    reading: Reading, block: Block, markers: Sequence[Marker], around: _Around, words: _Words
) -> Iterator[ClaimSpan]:
    if any(marker.since is not None for marker in markers):
        yield from _stated_claims(reading, block, markers, around.section)
    elif markers or block.kind not in SECTIONS:
        yield from _claims_of_sentences(reading, block, markers, around, words)


def _stated_claims(
    reading: Reading, block: Block, markers: Sequence[Marker], section: str | None
) -> Iterator[ClaimSpan]:
    """Find the claims that the input itself marks as claims, as a table does."""
    context = reading.text[block.start : block.end]
    for marker in markers:
        if marker.since is not None:
            text = reading.text[marker.since : marker.position]
            place, cited = (marker.line, marker.column), (marker.citation,)
            yield ClaimSpan(
                marker.since, marker.position, text, context, *place, section, Link.DIRECT, cited, marker.key
            )


def _claims_of_sentences(
    reading: Reading, block: Block, markers: Sequence[Marker], around: _Around, words: _Words
) -> Iterator[ClaimSpan]:
    """Find the claims in the sentences of a block, those of uncited sentences included."""
    text = reading.text
    found = list(cited_sentences(reading, block, markers))
    if around.end > block.end:
        found[-1] = replace(found[-1], end=around.end, with_list=True)
    found = joined(text, found, block.kind, words.pointing)
    following = _following_citations(found)
    starts = [sentence.start for sentence in found]
    for number, sentence in enumerate(found):
        start, end = sentence.start, sentence.end
        whole, context = text[start:end], text[found[max(number - _CONTEXT, 0)].start : end]
        if sentence.groups:
            labelled = around.section is not None and whole.startswith(f"{around.section}: ")
            above = around.lead if number == 0 and not labelled and needs_lead(whole, around.lead) else ""
            before = above or quote_lead(text, starts, number, end)
            for first, last, group in _clauses(text, sentence, words.sentences):
                yield ClaimSpan(
                    start=first,
                    end=last,
                    sentence=whole,
                    context=f"{above} {context}".lstrip(),
                    line=group.line,
                    column=group.column,
                    section=around.section,
                    link=Link.DIRECT,
                    citations=group.citations,
                    lead=clause_lead(text, start, first) or before,
                )
        elif is_statement(whole, block.kind):
            link = Link.TRAILING if following[number] else Link.NONE
            yield ClaimSpan(start, end, whole, context, 0, None, around.section, link, following[number])


def _following_citations(found: Sequence[CitedSentence]) -> list[tuple[str, ...]]:
    """Find, for each sentence, the citations of the next marker behind it in its block."""
    citations: tuple[str, ...] = ()
    following = []
    for sentence in reversed(found):
        following.append(citations)
        citations = sentence.groups[0].citations if sentence.groups else citations
    return following[::-1]


def _clauses(text: str, sentence: CitedSentence, words: SentenceWords) -> Iterator[tuple[int, int, MarkerGroup]]:
    """Cut a sentence into claims at its markers: start, end and markers of each.

    A marker ends a claim only where a clause may end and where both parts say something; else the parts are one claim.
    """
    start = _past_punctuation(text, sentence.start, sentence.end)
    groups = list(sentence.groups)
    if len(groups) == 1 or any(group.whole for group in groups):
        yield start, _without_stop(text, start, sentence.end), _merged(groups)
        return
    waiting: list[MarkerGroup] = []  # markers whose clause has not ended
    found: list[tuple[int, int, MarkerGroup]] = []
    members = _members(text, groups, words.joining)
    for group in groups:
        waiting.append(group)
        position = max(group.position, start)
        parts = text[start:position], text[position : sentence.end]
        if sentence.with_list and group is groups[-1]:
            break
        ends = group.position not in members and _is_boundary(text, start, position, sentence.end, words.joining)
        opening = (not found and _introduces(*parts, words)) or _lacks_predicate(*parts, words)
        if ends and not opening and all(is_clause(part, words.joining) for part in parts):
            found.append((start, _trimmed_end(text, start, position), _merged(waiting)))
            start, waiting = _past_punctuation(text, position, sentence.end), []
    if waiting:
        found.append((start, _without_stop(text, start, sentence.end), _merged(waiting)))
    yield from found


def _members(text: str, groups: Sequence[MarkerGroup], joining: Collection[str]) -> set[int]:
    """Find where the members of a list end, and no clause: `Linux,[1] BSD[2] and Solaris[3] do so`."""
    found: set[int] = set()
    for before, group in pairwise(groups):
        if not is_clause(text[before.position : group.position], joining, FEWEST_WORDS):
            found |= {before.position, group.position}
    return found


def _introduces(part: str, behind: str, words: SentenceWords) -> bool:
    """Whether the first part of a sentence only introduces what follows: `As recorded in 1871,`."""
    first, following = _WORD.search(part), _WORD.search(behind)
    if first is None or following is None or first[0].lower() not in words.introducing:
        return False
    whole = f"{part.rstrip()}{behind.lstrip()[:1]}"
    return "," in whole[-2:] and "," not in whole[:-2] and following[0] not in words.joining


def _lacks_predicate(part: str, behind: str, words: SentenceWords) -> bool:
    """Whether a part is a subject with what is said of it between commas, and its verb comes behind the marker.

    `The port, which is old,[1] was sold in 1871.`
    """
    subject, comma, _ = part.partition(",")
    following = _WORD.match(behind.lstrip(" ,"))
    if not comma or (not part.rstrip().endswith(",") and not behind.lstrip().startswith(",")):
        return False
    if following is None or "," not in part.rstrip(" ,")[len(subject) :]:
        return False
    verb = _finite(words)
    return verb(following[0]) and not any(map(verb, _WORD.findall(subject)))


def _finite(words: SentenceWords) -> Callable[[str], bool]:
    """Make the test whether a word may begin a predicate."""
    known = frozenset(words.predicates)
    endings = tuple(word[1:] for word in words.predicates if word.startswith("*"))
    return lambda word: word in known or (word.islower() and word.endswith(endings))


def _is_boundary(text: str, start: int, position: int, end: int, joining: Collection[str]) -> bool:
    """Whether a clause that begins at `start` may end at `position`: at a mark or before a conjunction."""
    before, behind = text[start:position].rstrip(), text[position:end].lstrip()
    if any(before.count(opener) > before.count(closer) for opener, closer in _PAIRS):
        return False
    word = _WORD.match(behind)
    if before.endswith((")", "）")) and word and word[0][:1].isupper():
        return True  # a sentence without a stop
    return before[-1:] in _CLAUSE_ENDS or behind[:1] in _CLAUSE_ENDS or bool(word and word[0] in joining)


def _past_punctuation(text: str, start: int, end: int) -> int:
    """Find the first character that a claim may begin with."""
    while start < end and (text[start] in _LEADING or text.startswith(("- ", "' "), start)):
        start += 1
    return start


def _without_stop(text: str, start: int, end: int) -> int:
    """Find the end of a claim without a stop behind the colon or comma that introduced its marker (`here: [9].`)."""
    return end - 1 if text[max(end - 2, start) : end] in (":.", ",.", "(.") else end


def _trimmed_end(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _merged(groups: Sequence[MarkerGroup]) -> MarkerGroup:
    """Return the first of the markers with the citations of all."""
    return replace(groups[0], citations=tuple(dict.fromkeys(name for each in groups for name in each.citations)))
