"""Items that are a label and a linked value, and state something in few words: `Built: [1908 to 1913](…)`.

The value begins with a number: a name behind a label is as often only a link (`Website: [Harbour Port](…)`). A value
that its address repeats is an identifier (`DOI: [10.1000/quay](…)`) or a version.
"""

import re
from collections.abc import Sequence
from urllib.parse import unquote

from claims.readers.assembly.pieces import Piece, PieceKind, words

_LABEL = re.compile(r"[^\W\d_][^:：]{0,60}[:：]")
_VALUE = re.compile(r"[$€£¥]?\d")


def is_labelled_value(pieces: Sequence[Piece]) -> bool:
    """Whether the pieces of an item are such a label and value."""
    shown = [piece for piece in pieces if words([piece]).strip(".")]
    if not shown:
        return False
    *label, last = shown
    value = words([last])
    if last.kind is not PieceKind.LINK or not _VALUE.match(value) or value in unquote(last.target):
        return False
    return all(piece.kind is PieceKind.TEXT for piece in label) and _LABEL.fullmatch(words(label)) is not None
