"""Rooms: the introduction of each names all that is in it, so that a newcomer finds the file for a fault."""

import ast
import re
from pathlib import Path

import pytest

from tests.shared import ROOT

ONE_FILE_EACH = ("crawler/app/commands", "reports/formats")
"""Rooms of which every file is a command or a format, as their introductions say."""

ROOMS = [
    path.parent.relative_to(ROOT)
    for package in ("claims", "crawler", "reports")
    for path in sorted((ROOT / package).rglob("__init__.py"))
    if path.parent.relative_to(ROOT).as_posix() not in ONE_FILE_EACH
]


@pytest.mark.parametrize("room", ROOMS, ids=Path.as_posix)
def test_the_introduction_of_a_room_names_all_that_is_in_it(room: Path) -> None:
    introduction = ast.get_docstring(ast.parse((ROOT / room / "__init__.py").read_text("utf-8"))) or ""
    files = {path.stem for path in (ROOT / room).glob("*.py")} - {"__init__", "__main__"}
    rooms = {path.parent.name for path in (ROOT / room).glob("*/__init__.py")}
    assert sorted((files | rooms) - set(re.findall(r"`(\w+)(?:\.py|/)?`", introduction))) == []
