"""JSON written in pieces, formatted like `msgspec.json.format` with an indent of two.

Memory holds one item of a list at a time: an `Object` is written field by field, an `Array` item by item, a long text
in slices, and anything else whole.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

_SURROGATE = re.compile("[\ud800-\udfff]")
_INDENT = "  "
# Characters of a long text that are written at a time.
_SLICE = 8_192


@dataclass(frozen=True, slots=True)
class Object:
    """An object whose fields are created as they are written."""

    fields: Iterable[tuple[str, object]]


@dataclass(frozen=True, slots=True)
class Array:
    """A list whose items are created as they are written."""

    items: Iterable[object]


def pieces(value: object, margin: str = "") -> Iterator[str]:
    """Yield the JSON text of `value`, with `margin` before each line but the first.

    Half a surrogate pair is no character and has no UTF-8 form; one replacement for each keeps all offsets correct.
    """
    match value:
        case Object():
            yield from _enclosed("{}", (_field(name, item, margin) for name, item in value.fields), margin)
        case Array():
            yield from _enclosed("[]", (pieces(item, margin + _INDENT) for item in value.items), margin)
        case str() if len(value) > _SLICE:
            yield '"'
            yield from (_encoded(value[at : at + _SLICE])[1:-1] for at in range(0, len(value), _SLICE))
            yield '"'
        case _:
            yield _encoded(value).replace("\n", f"\n{margin}")


def _field(name: str, value: object, margin: str) -> Iterator[str]:
    yield f'"{name}": '
    yield from pieces(value, margin + _INDENT)


def _enclosed(brackets: str, items: Iterable[Iterator[str]], margin: str) -> Iterator[str]:
    before = f"{brackets[0]}\n{margin}{_INDENT}"
    empty = True
    for item in items:
        yield before
        yield from item
        before, empty = f",\n{margin}{_INDENT}", False
    yield brackets if empty else f"\n{margin}{brackets[1]}"


def _encoded(value: object) -> str:
    try:
        encoded = msgspec.json.encode(value)
    except UnicodeEncodeError:
        encoded = msgspec.json.encode(_without_surrogates(msgspec.to_builtins(value)))
    return msgspec.json.format(encoded, indent=len(_INDENT)).decode()


def _without_surrogates(value: object) -> object:
    match value:
        case str():
            return _SURROGATE.sub("\ufffd", value)
        case dict():
            return {key: _without_surrogates(item) for key, item in value.items()}
        case list() | tuple():
            return [_without_surrogates(item) for item in value]
        case _:
            return value
