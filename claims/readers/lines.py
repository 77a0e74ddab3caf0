"""Markdown that is written as JSON strings in a file, and the lines of that file that its lines come from."""

import json
from collections.abc import Iterator
from dataclasses import replace

from claims.readers.interface import Reading

_OPENING = 60  # characters by which a line is found


class Lines:
    """Collects Markdown, line by line.

    Args:
        source: the text of the file.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._position = 0
        self._line = 1
        self._written: list[str] = []
        self._lines: list[int] = []

    @property
    def markdown(self) -> str:
        """The Markdown so far."""
        return "\n".join(self._written)

    def add(self, text: str) -> None:
        """Add lines, and find each in the source behind the line before it."""
        for line in text.split("\n"):
            opening = line.strip().partition("【")[0][:_OPENING]
            found = self._found(opening) if opening else -1
            if found >= 0:
                self._line += self._source.count("\n", self._position, found)
                self._position = found
            self._written.append(line)
            self._lines.append(self._line)

    def placed(self, reading: Reading) -> Reading:
        """Give a reading of the Markdown the lines of the source."""
        return replace(
            reading,
            markers=tuple(replace(marker, line=self._of(marker.line), column=None) for marker in reading.markers),
            lines=tuple(self._spans(reading)),
        )

    def _found(self, opening: str) -> int:
        for written in (json.dumps(opening)[1:-1], json.dumps(opening, ensure_ascii=False)[1:-1]):
            if (found := self._source.find(written, self._position)) >= 0:
                return found
        return -1

    def _of(self, number: int) -> int:
        return self._lines[min(max(number - 1, 0), len(self._lines) - 1)]

    def _spans(self, reading: Reading) -> Iterator[tuple[int, int, int | None]]:
        last = 0
        for offset, number, _ in reading.lines:
            if self._of(number) != last:
                last = self._of(number)
                yield offset, last, None
