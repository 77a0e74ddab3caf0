"""The places of paragraphs that pandoc's tree does not give: lines of a source, or numbers of paragraphs."""

import re

_WORD = re.compile(r"\w+")
_WORDS = 4  # by which a paragraph is found
_REACH = 200_000  # characters in which its beginning is sought


class Places:
    """Finds the line of each paragraph, in order.

    Args:
        source: the text of the document; None for one that has no lines, whose paragraphs are counted instead.
    """

    def __init__(self, source: str | None) -> None:
        self._source = source
        self._position = 0
        self._line = 0 if source is None else 1

    def next(self, words: str) -> int:
        """Find the line, from 1, on which a paragraph with these words begins, or its number."""
        if self._source is None:
            self._line += 1
            return self._line
        first = [re.escape(word) for word in _WORD.findall(words)[:_WORDS]]
        if first:
            pattern = re.compile(r"\b" + r"\W{1,40}".join(first))
            if found := pattern.search(self._source, self._position, self._position + _REACH):
                self._line += self._source.count("\n", self._position, found.start())
                self._position = found.start()
        return self._line
