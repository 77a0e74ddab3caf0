"""Jupyter notebooks (`.ipynb`): the Markdown of their cells, at the lines of the file."""

import json

from claims.errors import InputError
from claims.readers.assembly.assembler import Assembly
from claims.readers.interface import Reading
from claims.readers.lines import Lines
from claims.readers.markdown.reader import parse_markdown


class NotebookReader:
    """Reads notebooks."""

    name = "notebook"

    def recognises(self, name: str, text: str) -> bool:
        """Whether the text is JSON with the cells of a notebook."""
        return text.lstrip().startswith("{") and '"nbformat"' in text and bool(_cells(text))

    def read(self, text: str, name: str) -> Reading:
        """Read `text`; see `Reader.read`.

        Raises:
            claims.errors.InputError: it has no cells of Markdown.
        """
        cells = _cells(text)
        if not cells:
            mend = "Give a notebook whose text is in cells of Markdown."
            raise InputError("This notebook has no cells of Markdown.", place=name, mend=mend)
        lines = Lines(text)
        for cell in cells:
            for line in cell.split("\n"):
                lines.add(line)
            lines.add("")
        blocks, notes, fields = parse_markdown(lines.markdown)
        return lines.placed(Assembly(blocks, notes).reading(self.name, title=fields.get("title")))


def _cells(text: str) -> list[str]:
    """List the Markdown of the cells; a cell's source is a string or its lines."""
    try:
        notebook = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        return []
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    found = []
    for cell in cells if isinstance(cells, list) else []:
        if isinstance(cell, dict) and cell.get("cell_type") == "markdown":
            source = cell.get("source")
            found.append("".join(map(str, source)) if isinstance(source, list) else str(source or ""))
    return found
