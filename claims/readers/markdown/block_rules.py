"""Rules for paragraphs and tables that replace the slowest rules of markdown-it-py.

For every line, markdown-it-py tries eight rules, twice, to see whether the paragraph ends; yet most lines begin with a
letter, as nothing else but the first row of a table can. And it makes nine tokens of a row of two cells; here a row is
one token.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, table
from markdown_it.token import Token

_SPLIT = re.compile(r"(?<!\\)\|")
_RULED = frozenset("|:-")  # begin the line below the head of a table


def use_block_rules(parser: MarkdownIt) -> None:
    """Replace the rules of `parser`."""
    parser.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    parser.block.ruler.at("paragraph", _paragraph)
    parser.disable("lheading")


def _paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Parse a paragraph, or a heading that is underlined (setext)."""
    end = state.lineMax
    around, state.parentType = state.parentType, "paragraph"
    line, level = start + 1, 0
    while line < end and not state.isEmpty(line):
        indent = state.sCount[line] - state.blkIndent
        level = _underline(state, line) if 0 <= indent <= 3 else 0
        # An indented line continues it, and so does a lazy continuation line of a quotation.
        if level or (indent <= 3 and state.sCount[line] >= 0 and _interrupts(state, line, end)):
            break
        line += 1
    content = state.getLines(start, line, state.blkIndent, False).strip()
    state.line = line + bool(level)
    kind, tag = ("heading", f"h{level}") if level else ("paragraph", "p")
    state.push(f"{kind}_open", tag, 1).map = [start, state.line]
    token = state.push("inline", "", 0)
    token.map, token.content, token.children = [start, line], content, []
    state.push(f"{kind}_close", tag, -1)
    state.parentType = around
    return True


def _underline(state: StateBlock, line: int) -> int:
    """Find the level of the heading that a line underlines, or 0."""
    text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip(" \t")
    if text[:1] not in ("=", "-") or text.strip(text[0]):
        return 0
    return 1 if text[0] == "=" else 2


def _interrupts(state: StateBlock, line: int, end: int) -> bool:
    """Whether anything but a paragraph begins on a line."""
    if _first(state, line).isalpha() and not _is_ruled(state, line + 1, end):
        return False
    return any(rule(state, line, end, True) for rule in state.md.block.ruler.getRules("paragraph"))


def _is_ruled(state: StateBlock, line: int, end: int) -> bool:
    return line < end and not state.isEmpty(line) and _first(state, line) in _RULED


def _first(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line]]


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Parse a table: each row becomes a token `row`, whose content is its line."""
    if start + 2 > end or not _is_ruled(state, start + 1, end) or not table(state, start, end, True):
        return False
    if silent:
        return True
    around, state.parentType = state.parentType, "table"
    ending = state.md.block.ruler.getRules("blockquote")
    _row(state, start, head=True)
    line = start + 2
    while line < end and not state.isEmpty(line) and 0 <= state.sCount[line] - state.blkIndent <= 3:
        first = _first(state, line)
        if first != "|" and not first.isalpha() and any(rule(state, line, end, True) for rule in ending):
            break
        _row(state, line, head=False)
        line += 1
    state.line = line
    state.parentType = around
    return True


def _row(state: StateBlock, line: int, *, head: bool) -> None:
    begin = state.bMarks[line] + state.tShift[line]
    token = state.push("row", "tr", 0)
    token.map = [line, line + 1]
    token.content = state.src[begin : state.eMarks[line]].rstrip()
    token.meta = {"column": begin - state.src.rfind("\n", 0, begin), "head": head}


def cells(row: Token) -> list[tuple[str, int]]:
    """List text and column of the cells of a row, even those beyond the columns of the head."""
    column = row.meta["column"]
    found = []
    for part in _SPLIT.split(row.content):
        text = part.strip()
        found.append((text, column + part.find(text)))
        column += len(part) + 1
    return found[not found[0][0] : len(found) - (not found[-1][0])]  # without empty cells outside the outer bars
