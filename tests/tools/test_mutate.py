"""tools.mutate: which numbers and comparisons of a file it changes."""

from pathlib import Path

from tools.mutate import mutants

CODE = b'''\
"""A mill: m\xc3\xbchle."""

MOST = 4
"""Words."""

_NEAR, _FAR = (0.5, 40)
LEAST: float = 1 / 3
ODD = [n for n in NUMBERS if n > 2]
count = 7

def few(words):
    LIMIT = 9
    return len(words) < MOST and f"{LIMIT:5}"
'''


def changes(code: bytes, *, constants: bool) -> set[tuple[int, str, str]]:
    """Line, old text and new text of each mutant."""
    found = mutants(Path("few.py"), code, constants=constants)
    return {(mutant.line, mutant.old.decode(), mutant.new.decode()) for mutant in found}


def test_with_constants_only_numbers_assigned_to_capitals_by_the_module_change() -> None:
    assert changes(CODE, constants=True) == {
        (3, "4", "3"), (3, "4", "5"),
        (6, "0.5", "0.4"), (6, "0.5", "0.625"), (6, "40", "32"), (6, "40", "50"),
        (7, "1", "0"), (7, "1", "2"), (7, "3", "2"), (7, "3", "4"),
        (8, "2", "1"), (8, "2", "3"),
    }  # fmt: skip


def test_otherwise_every_number_outside_f_strings_and_every_comparison_changes_too() -> None:
    assert changes(CODE, constants=False) - changes(CODE, constants=True) == {
        (8, ">", ">="),
        (9, "7", "6"), (9, "7", "8"),
        (12, "9", "8"), (12, "9", "10"),
        (13, "<", "<="),
    }  # fmt: skip


def test_a_mutant_replaces_the_number_in_its_place() -> None:
    first, *_ = mutants(Path("few.py"), CODE, constants=True)

    assert first.applied(CODE) == CODE.replace(b"MOST = 4", b"MOST = " + first.new)
