"""Sentences joined to what states something: with the rest of a quotation, and short ones with their neighbours."""

from collections.abc import Sequence
from dataclasses import replace

from claims.language.pointing import Pointing
from claims.linking.leads import quotation_start
from claims.linking.marker_groups import CitedSentence
from claims.linking.pointers import names_people, only_leads, only_points, without_pointer
from claims.linking.quotations import goes_on
from claims.linking.statements import SECTIONS, is_cited_statement, says_something
from claims.records import BlockKind

_ROWS = (BlockKind.TABLE, BlockKind.INFOBOX)
_LONGEST_JOINED = 1_000  # characters of a sentence and the short ones that join it


def joined(text: str, found: Sequence[CitedSentence], kind: BlockKind, words: Pointing) -> list[CitedSentence]:
    """Join the sentences of a block, and take out what only points or leads elsewhere.

    A cited sentence that is too short to state anything joins the one before it, or else the one behind it.

    Args:
        text: the text.
        found: the sentences of the block, in order.
        kind: the kind of the block.
        words: how the document points to its sources.
    """
    found = _with_quotations(text, found)
    kept: list[CitedSentence] = []
    # `- Moored ships.[1] They pay less.`, but not `- Stop the engine. It must be cold.[1]`
    term = kind is BlockKind.ITEM and bool(found[0].groups) and not says_something(_words(text, found[0]))
    for sentence in found:
        if only_leads(text, sentence, words) or (kind not in _ROWS and names_people(text, sentence, words)):
            continue
        if only_points(text, sentence, words) and kind not in SECTIONS:
            if kept:  # `It is old. See [1].`
                kept[-1] = replace(kept[-1], groups=kept[-1].groups + sentence.groups)
            continue
        short = sentence.groups and not is_cited_statement(_words(text, sentence), kind)
        before = kept[-1] if kept else None
        joins = before is not None and sentence.end - before.start <= _LONGEST_JOINED
        if before is not None and joins and (short or term or _lacks_words(text, before, kind)):
            kept[-1] = replace(sentence, start=before.start, groups=before.groups + sentence.groups)
            term = False
        else:
            kept.append(sentence)
    return [without_pointer(text, each, words) for each in kept if not _lacks_words(text, each, kind)]


def _with_quotations(text: str, found: Sequence[CitedSentence]) -> list[CitedSentence]:
    """Join the sentences of a quotation behind which the last one goes on with those before it."""
    kept: list[CitedSentence] = []
    for sentence in found:
        if goes_on(_words(text, sentence)):
            first = quotation_start(text, [*(each.start for each in kept), sentence.start], len(kept))
            if first < len(kept) and sentence.end - kept[first].start <= _LONGEST_JOINED:
                groups = tuple(group for each in kept[first:] for group in each.groups)
                sentence = replace(sentence, start=kept[first].start, groups=groups + sentence.groups)
                del kept[first:]
        kept.append(sentence)
    return kept


def _lacks_words(text: str, sentence: CitedSentence, kind: BlockKind) -> bool:
    return bool(sentence.groups) and not is_cited_statement(_words(text, sentence), kind)


def _words(text: str, sentence: CitedSentence) -> str:
    return text[sentence.start : sentence.end]
