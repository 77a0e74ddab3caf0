"""Pieces that documents are made of, and those that cost readers most when a document only repeats them."""

import json
from collections.abc import Callable

# Pieces of documents, so that chance finds their combinations sooner than single letters would.
PIECE_LIST = r"""
    [1] [2] [^1] [^1]:~ ~ .~ 1.~^~a~b~ References¶ ¶ ¶¶ #~ -~ |~a~|~b~|¶|---|---|¶ ** * _ ` > ![ ](
    [x](http://a.example)
    Mongolia The~treaty~was~signed~in~1986 1986 。 中国 “ ” http://a.example/b ( ) , é 🙂 م । <sup> </sup> <p> </p> &
    <ref> </ref> <ref~name=a> <ref~name=a/> {{cite~web|url=http://a.example}} {{sfn|A|1986}} {{ }} [[ ]] == {| |} <!--
    <a~href="#cite_note-1"> </a> <ol~class="references"><li~id="cite_note-1"> </li> &amp; <table><tr><td> .. .~[1]~http://
    """
PIECES = [piece.replace("~", " ").replace("¶", "\n") for piece in PIECE_LIST.split()] + ["\t", "\ufeff", "\u200b"]
HOSTILE = [
    *PIECES,
    "a",
    "[",
    "[1",
    '."',
    "!?",
    "http://web.archive.org/web/",
    "1 ",
    "<",
    "|",
    "www.",
    "10.1000/",
    "<div>",
    "<ul><li>",
]
# Blocks, notes and entries, which cost 10 to 80 µs each however short they are, by format.
MANY = [
    ("text", "\n\na"), ("text", ".. [1] a\n\n"), ("text", "References\n\n[1] A.\n\nB [1]\n\n"), ("text", "* a\n"),
    ("text", "== References ==\n* a\n"), ("rst", ".. [1] a\n\n"), ("rst", "- a\n"), ("markdown", "\n\na"),
    ("markdown", "[^a]: b\n"), ("markdown", "* a\n"), ("markdown", "# a\n"), ("markdown", "> a\n\n"),
    ("html", "<p><sup>1</sup> a"), ("html", "<p id=a>a"), ("html", "<a href=#a>1</a>"), ("wikitext", "{{efn|a}}"),
    ("wikitext", "<ref>a</ref>"), ("wikitext", "== a ==\n"), ("wikitext", "* a\n"),
    ("text", "a.[1] "), ("text", "(a b c d,[1] "), ("text", "Sources\n1. a https://a.example\n\nb [1]\n\n"),
    ("markdown", "|a|b|\n|-|-|\n|c|d[^1]|\n\n"), ("markdown", "**Sources**\n1. https://a.example\n\na [1]\n\n"),
    ("html", "<table><tr><td colspan=1000 rowspan=1000>a"), ("html", "<tr><th>a"), ("html", "<table><tr><td>a<br>b"),
    ("wikitext", "{|\n!a<ref>b</ref>\n|-\n"), ("wikitext", "|-\n|rowspan=999|a<ref>b</ref>\n|}\n{|\n"),
    ("wikitext", "{{Infobox\n|a_note=<ref>b</ref>\n|a=1\n}}\n"), ("wikitext", "a<br>b<ref>c</ref>\n|"),
]  # fmt: skip

# Documents that no piece makes by being repeated: deep or wide ones, and those of formats that are JSON or rows. Each
# has its format, its name, and what makes it of about so many characters.
SHAPES: list[tuple[str, str, Callable[[int], str]]] = [
    ("wikitext", "templates in templates", lambda size: "a{{b|" * (size // 5)),
    ("wikitext", "a template of many parameters", lambda size: f"A.{{{{cite web{'|a=b' * (size // 4)}}}}}"),
    ("wikitext", "tables in tables", lambda size: "{|\n|a\n" * (size // 6)),
    ("wikitext", "one note named by all", lambda size: "<ref name=a>b</ref>" + "c<ref name=a/> " * (size // 15)),
    ("html", "elements in elements", lambda size: "<div><b>a" * (size // 9)),
    ("html", "lists in lists", lambda size: "<ul><li>a" * (size // 9)),
    ("html", "one attribute", lambda size: f"<p title='{'a ' * (size // 2)}'>a"),
    ("html", "one anchor for all", lambda size: "<p id=n>b</p>" + "<a href=#n>1</a> " * (size // 17)),
    ("markdown", "quotes in quotes", lambda size: ">" * (size // 2) + "a\n" * (size // 4)),
    ("markdown", "lazy quotes in quotes", lambda size: ">" * 20 + "a\n" + "b c\n" * (size // 4)),
    ("markdown", "lists in lists", lambda size: "".join("  " * depth + "* a\n" for depth in range(int(size**0.5)))),
    ("markdown", "one note for all", lambda size: "[^a]: b\n\n" + "c[^a] " * (size // 6)),
    ("markdown", "small tables", lambda size: "|a|b|\n|-|-|\n|c|d|\n\n" * (size // 20)),
    ("markdown", "emphasis that nothing closes", lambda size: "*a_ " * (size // 4)),
    ("markdown", "short lines", lambda size: "a\n" * (size // 2)),
    ("text", "short lines", lambda size: "a\n" * (size // 2)),
    (
        "text",
        "one label for all entries",
        lambda size: "A b [1].\n\nReferences\n\n" + "[1] C. D. 2019.\n" * (size // 16),
    ),
    (
        "html",
        "a table of many columns",
        lambda size: f"<table><tr>{'<th>a' * (size // 10)}<tr>{'<td>b' * (size // 10)}",
    ),
    ("text", "one line", lambda size: "word " * (size // 5)),
    ("text", "one word", lambda size: "w" * size),
    ("text", "one list for all", lambda size: "a [1] " * (size // 6) + "\n\nReferences\n1. b\n"),
    ("table", "rows", lambda size: "claim,url\n" + "a b,http://a.example\n" * (size // 21)),
    ("table", "columns", lambda size: "claim,url" + ",x" * (size // 4) + "\na,b" + ",y" * (size // 4)),
    ("table", "one cell", lambda size: f'claim,url\n"{"a " * (size // 2)}",http://a.example\n'),
    ("answers", "annotations", lambda size: _response(size // 90)),
    ("answers", "messages", lambda size: json.dumps([{"role": "user", "content": "A b [1]."}] * (size // 40))),
    ("answers", "arrays in arrays", lambda size: "[" * (size // 2) + "]" * (size // 2)),
    ("notebook", "cells", lambda size: _notebook(["A [b](http://a.example) c.\n"] * (size // 100), apart=True)),
    ("notebook", "one cell", lambda size: _notebook(["A [b](http://a.example) c.\n"] * (size // 30), apart=False)),
]


def _response(count: int) -> str:
    """An answer of OpenAI's interface with so many annotations."""
    note = {"type": "url_citation", "start_index": 0, "end_index": 9, "url": "http://a.example", "title": "A"}
    content = {"type": "output_text", "text": "A b c d e f." * count, "annotations": [note] * count}
    return json.dumps({"output": [{"type": "message", "role": "assistant", "content": [content]}]})


def _notebook(lines: list[str], *, apart: bool) -> str:
    cells = [[line] for line in lines] if apart else [lines]
    return json.dumps({"nbformat": 4, "cells": [{"cell_type": "markdown", "source": source} for source in cells]})


def repeated(piece: str, size: int) -> str:
    """A document of `size` characters: a cited sentence, then nothing but `piece`."""
    return "The treaty was signed.[1]\n" + piece * (size // len(piece))
