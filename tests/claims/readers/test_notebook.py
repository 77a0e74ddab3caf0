"""Notebooks: their Markdown, and the lines of the file that it comes from."""

import json

import pytest

from claims.errors import InputError
from claims.linking.linker import link
from claims.readers.registry import read


def notebook(*cells: tuple[str, object]) -> str:
    found = [{"cell_type": kind, "metadata": {}, "source": source} for kind, source in cells]
    return json.dumps({"cells": found, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, indent=1)


def test_cells_of_markdown_are_one_document() -> None:
    text = notebook(
        ("markdown", ["# Dam\n", "\n", "The dam holds.[^1]\n"]),
        ("code", "print('https://code.example/')"),
        ("markdown", "It leaks ([report](https://leaks.example/)).\n\n[^1]: https://dams.example/"),
    )
    found = link(read(text, "dam.ipynb"), "dam.ipynb")
    assert (found.format, found.title) == ("notebook", "Dam")
    assert [claim.text for claim in found.claims] == ["The dam holds.", "It leaks."]
    assert [citation.url for citation in found.citations] == ["https://dams.example/", "https://leaks.example/"]
    lines = text.split("\n")
    assert ["The dam holds" in lines[found.claims[0].line - 1], "It leaks" in lines[found.claims[1].line - 1]] == [
        True,
        True,
    ]


def test_a_notebook_without_markdown_is_refused() -> None:
    with pytest.raises(InputError, match="no cells of Markdown"):
        read(notebook(("code", "1 + 1")), "code.ipynb", "notebook")
