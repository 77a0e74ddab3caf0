"""How deep the judge is: the longest chain of imports between its files, and the length of its files."""

from functools import cache
from pathlib import Path

from grimp import build_graph

import claims.support

MOST_IMPORTS = 7
"""Imports one behind the other, from a file that nothing imports to one that imports nothing of the judge."""

MOST_LINES = 250


def shipped() -> list[Path]:
    """The files of the judge in the wheel."""
    return [path for path in Path(claims.support.__path__[0]).rglob("*.py") if path.parent.name != "training"]


def test_no_chain_of_imports_between_files_of_the_judge_is_longer_than_seven() -> None:
    graph = build_graph("claims", cache_dir=None)
    files = {
        ".".join(("claims", "support", *path.relative_to(claims.support.__path__[0]).with_suffix("").parts))
        for path in shipped()
        if path.name != "__init__.py"
    }

    @cache
    def longest(file: str) -> tuple[str, ...]:
        below = (longest(each) for each in graph.find_modules_directly_imported_by(file) & files)
        return (file, *max(below, key=len, default=()))

    chain = max(map(longest, files), key=len)
    assert len(chain) - 1 <= MOST_IMPORTS, " imports ".join(chain)


def test_no_file_of_the_judge_has_over_250_lines() -> None:
    long = [str(path) for path in shipped() if len(path.read_text("utf-8").splitlines()) > MOST_LINES]
    assert long == []
