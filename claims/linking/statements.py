"""What is a statement: the words that a sentence, a clause and a cell need to be one."""

import re
from collections.abc import Collection
from itertools import islice

from claims.language.segmentation import CLOSERS, ENDS
from claims.language.tokens import UNSPACED
from claims.records import BlockKind

SECTIONS = {BlockKind.TABLE: "table", BlockKind.INFOBOX: "infobox", BlockKind.CAPTION: "caption"}
_WORD = re.compile(r"\w+")
FEWEST_WORDS = 4  # of a clause or an uncited sentence; anything shorter is a caption, a name or a label
_FEWEST_OF_CLAUSE = 5  # words of a part of a sentence that is a claim of its own
_FEWEST_CITED = 3  # words of a cited sentence, or characters in a script without spaces; 2 with a full stop
_FEWEST_CHARACTERS = 10  # of a clause or an uncited sentence in a script without spaces
_SPACELESS = re.compile(f"[{UNSPACED}]")


def says_something(clause: str, fewest: int = FEWEST_WORDS) -> bool:
    """Whether a sentence, or a part of one, has the words of a statement."""
    if not any(character.isalpha() for character in clause):
        return False
    words = sum(1 for _ in islice(_WORD.finditer(clause), fewest))
    return words >= fewest or len(_SPACELESS.findall(clause)) >= _FEWEST_CHARACTERS


def is_clause(part: str, joining: Collection[str], fewest: int = _FEWEST_OF_CLAUSE) -> bool:
    """Whether a part of a sentence has the words of a statement beside the conjunction that it begins with."""
    first = _WORD.search(part)
    return says_something(part[first.end() :] if first and first[0] in joining else part, fewest)


def is_cited_statement(sentence: str, kind: BlockKind) -> bool:
    """Whether a cited sentence states something, as a cell with its labels does, or `It leaks`."""
    if says_something(sentence):
        return True
    if not any(character.isalpha() for character in sentence):
        return False
    words = _WORD.findall(sentence)
    if kind in SECTIONS or len(_SPACELESS.findall(sentence)) >= _FEWEST_CITED:
        return True
    if len(words) >= _FEWEST_CITED:
        return True
    ends = sentence.rstrip(CLOSERS)[-1:] in ENDS
    return (
        len(words) == _FEWEST_CITED - 1 and ends and not all(word[0].isupper() or word[0].isdigit() for word in words)
    )


def is_statement(sentence: str, kind: BlockKind) -> bool:
    """Whether an uncited sentence states something: it ends like a sentence and is no name, label or caption."""
    if kind in SECTIONS:
        return False
    if len(_SPACELESS.findall(sentence)) >= _FEWEST_CHARACTERS:
        return sentence.rstrip(CLOSERS)[-1:] in ENDS or "\u0e00" <= sentence[0] <= "\u0eff"
    if sentence.rstrip(CLOSERS)[-1:] not in ENDS:
        return False
    words = _WORD.findall(sentence)
    return len(words) >= FEWEST_WORDS and any(not word[0].isupper() and not word[0].isdigit() for word in words)
