"""The work of reading and linking grows with the length of the document alone, whatever the document contains.

Work is counted in lines of Python executed, which no other process and no slow machine changes. What C code costs is
measured by `benchmarks/readers_hostile.py`.
"""

from collections.abc import Callable

import pytest

from claims.errors import InputError
from claims.linking.linker import link
from claims.readers.registry import FORMATS, read
from tests.claims.hostile import HOSTILE, MANY, SHAPES, repeated
from tests.work import LINEAR, growth

SHORT = 2_000  # characters
PAIRS = [*((name, piece) for name in FORMATS for piece in HOSTILE), *MANY]


@pytest.mark.parametrize(("input_format", "piece"), PAIRS)
def test_work_grows_with_the_length_alone(input_format: str, piece: str) -> None:
    assert growth(lambda size: read_and_link(repeated(piece, size), input_format), SHORT) < LINEAR


@pytest.mark.parametrize(("input_format", "name", "make"), SHAPES, ids=[f"{kind}, {name}" for kind, name, _ in SHAPES])
def test_work_grows_with_the_length_of_a_deep_or_wide_document(
    input_format: str, name: str, make: Callable[[int], str]
) -> None:
    assert growth(lambda size: read_and_link(make(size), input_format), SHORT // 4) < LINEAR


@pytest.mark.parametrize(
    ("input_format", "text", "what"),
    [
        ("text", "A b.\n\n" * 11, "paragraphs, items and cells"),
        ("markdown", "* a\n" * 11, "paragraphs, items and cells"),
        ("html", "<p>a" * 11, "paragraphs, items and cells"),
        ("wikitext", "* a\n" * 11, "paragraphs, items and cells"),
        ("table", "claim,url\n" + "A b.,http://a.example\n" * 11, "paragraphs, items and cells"),
        ("text", "A b [1]." * 11 + "\n\nReferences\n\n[1] C.\n", "markers"),
        ("text", "".join(f".. [{number}] a\n\n" for number in range(11)), "references"),
        ("markdown", "|a|b|\n|-|-|\n|c|d|\n\n" * 4, "paragraphs, items and cells"),
        ("html", "<table><tr>" + "<td>a" * 11, "paragraphs, items and cells"),
        ("markdown", "[^a]: b\n" * 11, "references"),
        ("wikitext", "".join(f"A.<ref>b{number}</ref>" for number in range(11)), "references"),
        ("text", "a\n" * 11, "lines"),
        ("rst", "a\n" * 11, "lines"),
        ("wikitext", "a\n" * 11, "lines"),
        ("markdown", "a\n" * 11, "lines"),
    ],
)
def test_a_document_of_too_many_parts_is_refused_with_the_limit(
    monkeypatch: pytest.MonkeyPatch, input_format: str, text: str, what: str
) -> None:
    limits = ("MOST_LINES",) if what == "lines" else ("MOST_PARTS", "MOST_ENTRIES")
    for limit in limits:
        monkeypatch.setattr(f"claims.readers.limits.{limit}", 10)
    with pytest.raises(InputError, match=rf"^any: This document has more than 10 ({what}|markers), which is the limit"):
        read(text, "any", input_format)


def read_and_link(text: str, input_format: str) -> None:
    try:
        link(read(text, "any", input_format), "any")
    except InputError:
        pass
