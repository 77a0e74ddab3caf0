"""Leads: the words before a clause or a list item that make a statement of it, and the lists below a line's colon.

`He moved to Ulm,[1] where he built clocks.[2]` makes two claims, and the second is no statement without the first; nor
is an item without the line above its list. A lead is shown beside its claim and helps to understand it, but the claim's
citations need not support it. A cited line that ends with a colon says nothing without the list below it, which it
therefore covers, as far as the items have no markers of their own.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from claims.language.segmentation import CLOSERS, ENDS, sentences
from claims.linking.quotations import left_open, unopened
from claims.readers.interface import Reading
from claims.records import Block, BlockKind

_WORD = re.compile(r"\w")
_WORDS = re.compile(r"\w+")
_COLONS = (":", "：", "፦")
_LONGEST_LEAD = 180  # characters; of a longer one the beginning, with the subject, and the end are kept
_KEPT_END = 60
_MOST_QUOTED = 6  # sentences of a quotation, before the last of which its beginning is sought
_SHORTEST_SENTENCE = 60  # characters of an item that surely needs no line above it, if a stop ends it
_LONGEST_LIST = 2_000  # characters of a line and the items below it
_ABOVE = 30  # items of a list, above which the line before it is not sought


def clause_lead(text: str, start: int, first: int) -> str:
    """Return the words of a sentence that begins at `start` before its clause at `first`."""
    before = text[start:first].strip()
    return shortened(before) if _WORD.search(before) else ""


def list_lead(reading: Reading, number: int) -> str:
    """Return the line above the list that block `number` is an item of: the last sentence there, if it announces it.

    It ends with a colon, or goes on in the items: `The port has`.
    """
    block = reading.blocks[number]
    for above in reversed(reading.blocks[max(number - _ABOVE, 0) : number]):
        words = reading.text[above.start : above.end].rstrip()
        if words.endswith(_COLONS) or (above.kind is BlockKind.PARAGRAPH and _goes_on(words)):
            if above.kind is BlockKind.ITEM and _ends_as_sentence(reading.text[block.start : block.end]):
                return ""  # of the list that this item is in, the line may be a member
            start, end = sentences(reading.text, above.start, above.end, language=reading.language)[-1]
            return shortened(reading.text[start:end])
        if above.kind is not BlockKind.ITEM:
            break
    return ""


def _goes_on(words: str) -> bool:
    """Whether a line has several words and no stop."""
    return words.rstrip(CLOSERS)[-1:] not in ENDS and len(_WORDS.findall(words[:_LONGEST_LEAD])) > 1


def quote_lead(text: str, starts: Sequence[int], number: int, end: int) -> str:
    """Return the words before sentence `number`, which ends at `end` with a quotation, from where that begins.

    Args:
        text: the text.
        starts: where the sentences of the block start.
        number: the index of the sentence.
        end: offset behind it.
    """
    first = quotation_start(text, starts, number) if unopened(text[starts[number] : end]) >= 0 else number
    return shortened(text[starts[first] : starts[number]].strip())


def quotation_start(text: str, starts: Sequence[int], number: int) -> int:
    """Find the sentence in which the quotation begins that goes on in sentence `number`; that sentence if none does."""
    for before in range(number - 1, max(number - _MOST_QUOTED, -1), -1):
        if left_open(text[starts[before] : starts[before + 1]]):
            return before
    return number


def needs_lead(words: str, lead: str) -> bool:
    """Whether an item that does not begin with the lead is no sentence: it is short, in lower case or has no stop."""
    short = len(words) < _SHORTEST_SENTENCE
    fragment = short or not _ends_as_sentence(words)
    return fragment and not words.startswith(lead.rstrip(f"{''.join(_COLONS)} "))


def _ends_as_sentence(words: str) -> bool:
    return not words[:1].islower() and words.rstrip(CLOSERS)[-1:] in ENDS


def listed_below(reading: Reading, number: int, positions: Sequence[int]) -> int:
    """Count the unmarked items below block `number` that its last sentence covers: it has a colon and a marker.

    Args:
        reading: the reading.
        number: the index of the block.
        positions: the positions of all markers, ascending.
    """
    above = reading.blocks[number]
    if not reading.text[above.start : above.end].rstrip().endswith(_COLONS):
        return 0
    start, _ = sentences(reading.text, above.start, above.end, language=reading.language)[-1]
    if not _marked(replace(above, start=start), positions):
        return 0
    count = 0
    for block in reading.blocks[number + 1 :]:
        if block.kind is not BlockKind.ITEM or _marked(block, positions):
            break
        if block.end - above.start > _LONGEST_LIST:
            break
        count += 1
    return count


def shortened(words: str) -> str:
    """Shorten a lead in its middle, at spaces, if it is long."""
    if len(words) <= _LONGEST_LEAD:
        return words
    head, tail = words[: _LONGEST_LEAD - _KEPT_END], words[-_KEPT_END:]
    return f"{head.rpartition(' ')[0] or head} … {tail.partition(' ')[2] or tail}"


def _marked(block: Block, positions: Sequence[int]) -> bool:
    place = bisect_left(positions, block.start)
    return place < len(positions) and positions[place] <= block.end
