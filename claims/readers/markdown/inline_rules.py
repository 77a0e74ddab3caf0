"""The inside of blocks, by the rules of markdown-it-py, each tried only at the characters that it begins with.

markdown-it-py tries all rules at every special character, and gives only the first line of a block. Here each token
also has, as `meta["at"]`, its offset in the block.
"""

import re
from collections.abc import Callable, Iterator
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from claims.readers.markdown.block_rules import cells

_BEGINNINGS = {
    "newline": "\n", "escape": "\\", "backticks": "`", "emphasis": "*_", "link": "[", "image": "!", "autolink": "<",
    "html_inline": "<", "entity": "&", "footnote_inline": "^", "footnote_ref": "[",
}  # fmt: skip
_LONGEST_PARAGRAPH = 4_000  # characters
_LONG_PARAGRAPH = 1_000
_FEWEST_PER_BRACKET = 20  # characters of a paragraph to each of its opening brackets
_FEWEST_PER_ASTERISK = 4  # the same to each asterisk or underscore

_Rule = Callable[[StateInline, bool], bool]


class PlacedInline(ParserInline):
    """The inline parser, with the rules that are enabled in another one."""

    def __init__(self, parser: ParserInline) -> None:
        super().__init__()
        self.ruler, self.ruler2 = parser.ruler, parser.ruler2
        self._rules: dict[str, list[_Rule]] = {}
        for name, rule in zip(self.ruler.get_active_rules(), self.ruler.getRules(""), strict=True):
            for character in _BEGINNINGS.get(name, ""):
                placed = _placed(rule) if name.startswith("footnote") else rule
                self._rules.setdefault(character, []).append(placed)
        # The parser looks for the end of a label between the matches of rules.
        self.terminator_re = re.compile("[" + re.escape("".join([*self._rules, "]"])) + "]")

    def tokenize(self, state: StateInline) -> None:
        """Parse `state` up to its end, as the parser does."""
        source, end = state.src, state.posMax
        deepest = state.md.options["maxNesting"]
        while state.pos < end:
            position = state.pos
            stop = self._plain_end(state)
            if stop > position:
                state.append_pending(source[position:stop])
                state.pos = stop
            elif state.level >= deepest or not self._matched(state, silent=False):
                state.append_pending(source[position])
                state.pos = position + 1
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 - the parser's name
        """Skip one token, as the parser does."""
        position = state.pos
        if position in state.cache:
            state.pos = state.cache[position]
            return
        stop = self._plain_end(state)
        if stop > position:
            state.pos = stop
        elif state.level >= state.md.options["maxNesting"]:
            state.pos = state.posMax
        else:
            state.level += 1
            if not self._matched(state, silent=True):
                state.pos = position + 1
            state.level -= 1
        state.cache[position] = state.pos

    def _plain_end(self, state: StateInline) -> int:
        """Find the end of the text before the next character with a rule."""
        found = self.terminator_re.search(state.src, state.pos, state.posMax)
        return found.start() if found else state.posMax

    def _matched(self, state: StateInline, *, silent: bool) -> bool:
        return any(rule(state, silent) for rule in self._rules.get(state.src[state.pos], ()))

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Parse `src` and add its tokens to `tokens`."""
        tokens += self.parse_part(src, md, env, 0)
        return tokens

    def parse_part(self, src: str, md: MarkdownIt, env: EnvType, start: int) -> list[Token]:
        """Parse a part of a block.

        Args:
            src: the part.
            md: the parser of the document.
            env: the environment of the document.
            start: the offset of the part in its block.
        """
        if not self.terminator_re.search(src):
            return [Token("text", "", 0, content=src, meta={"at": start})] if src else []
        state = _Placed(src, md, env, [])
        state.start = start
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _Placed(StateInline):
    """The state of the parser, which records the offset of each token."""

    start = 0  # of the part in its block

    def pushPending(self) -> Token:  # noqa: N802 - the parser's name
        at = self.src.rfind(self.pending, 0, self.pos)  # the parser is behind the bracket when it pushes a link
        token = super().pushPending()
        token.meta = {"at": self.start + at}
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta = {"at": self.start + self.pos}
        return token


def _placed(rule: _Rule) -> _Rule:
    """Make a rule that overwrites the `meta` of its token, as those of footnotes do, keep the offset."""

    def placed(state: StateInline, silent: bool) -> bool:
        at, count = state.pos, len(state.tokens)
        matched = rule(state, silent)
        if len(state.tokens) > count and isinstance(state, _Placed):
            state.tokens[-1].meta.setdefault("at", state.start + at)
        return matched

    return placed


def parse_blocks(state: StateCore) -> None:
    """Replace the rule `inline` of the parser, which gives each block its tokens.

    A row that contains more than words gets `meta["cells"]`: text, column and tokens of each cell.
    """
    for token in state.tokens:
        if token.type == "inline":
            token.children = _tokens(state, token.content)
        elif token.type == "row" and state.md.inline.terminator_re.search(token.content):
            token.meta["cells"] = [(*cell, _tokens(state, cell[0])) for cell in cells(token)]


def _tokens(state: StateCore, content: str) -> list[Token]:
    """Parse the content of a block.

    Paragraphs that nobody writes are parsed differently: very long ones in parts, and ones that are mostly brackets or
    asterisks not at all, since they cost the parser 18 s (`![![![`) or 400 MB (`*a_`) a megabyte.
    """
    inline = state.md.inline
    found: list[Token] = []
    for start, part in _parts(content):
        if len(part) > _LONG_PARAGRAPH and _is_mostly_marks(part):
            found.append(Token("text", "", 0, content=part, meta={"at": start}))
        elif isinstance(inline, PlacedInline):
            found += inline.parse_part(part, state.md, state.env, start)
    return found


def _is_mostly_marks(part: str) -> bool:
    if part.count("[") * _FEWEST_PER_BRACKET > len(part):
        return True
    return (part.count("*") + part.count("_")) * _FEWEST_PER_ASTERISK > len(part)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while len(text) - start > _LONGEST_PARAGRAPH:
        space = text.rfind(" ", start + 1, start + _LONGEST_PARAGRAPH)
        cut = space if space > 0 else start + _LONGEST_PARAGRAPH
        yield start, text[start:cut]
        start = cut
    yield start, text[start:]
