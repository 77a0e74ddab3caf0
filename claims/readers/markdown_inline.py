"""The inside of Markdown's blocks, by markdown-it-py's own rules: each tried only where its character stands.

markdown-it-py tries all of its rules at every character that may begin something, and tells only the line that a block
begins on. Here each token also tells, as `meta["at"]`, which character of its block it begins with.
"""

from collections.abc import Callable, Iterator
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

_BEGINNINGS = {
    "newline": "\n", "escape": "\\", "backticks": "`", "emphasis": "*_", "link": "[", "image": "!", "autolink": "<",
    "html_inline": "<", "entity": "&", "footnote_inline": "^", "footnote_ref": "[",
}  # fmt: skip
_LONGEST_PARAGRAPH = 4_000  # characters
_LONG_PARAGRAPH = 1_000
_FEWEST_PER_BRACKET = 20  # characters of a paragraph to each of its opening brackets

_Rule = Callable[[StateInline, bool], bool]


class PlacedInline(ParserInline):
    """The inline parser; its rules are those that are enabled in it when it first parses."""

    def __init__(self, parser: ParserInline) -> None:
        super().__init__()
        self.ruler, self.ruler2 = parser.ruler, parser.ruler2
        self._by_character: dict[str, list[_Rule]] = {}

    def tokenize(self, state: StateInline) -> None:
        """Take `state` apart up to its end, as the parser does."""
        rules = self._rules()
        source, end = state.src, state.posMax
        deepest = state.md.options["maxNesting"]
        while state.pos < end:
            position = state.pos
            found = self.terminator_re.search(source, position, end)
            stop = found.start() if found else end
            if stop > position:
                state.append_pending(source[position:stop])
                state.pos = stop
            elif state.level >= deepest or not any(rule(state, False) for rule in rules.get(source[position], ())):
                state.append_pending(source[position])
                state.pos = position + 1
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 - the parser's name
        """Go over one token, as the parser does."""
        position = state.pos
        if position in state.cache:
            state.pos = state.cache[position]
            return
        found = self.terminator_re.search(state.src, position, state.posMax)
        stop = found.start() if found else state.posMax
        if stop > position:
            state.pos = stop
        elif state.level >= state.md.options["maxNesting"]:
            state.pos = state.posMax
        else:
            state.level += 1
            if not any(rule(state, True) for rule in self._rules().get(state.src[position], ())):
                state.pos = position + 1
            state.level -= 1
        state.cache[position] = state.pos

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """The tokens of `src`, added to `tokens`."""
        tokens += self.parse_part(src, md, env, 0)
        return tokens

    def parse_part(self, src: str, md: MarkdownIt, env: EnvType, start: int) -> list[Token]:
        """The tokens of a part that begins at character `start` of its block."""
        state = _Placed(src, md, env, [])
        state.start = start
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens

    def _rules(self) -> dict[str, list[_Rule]]:
        if not self._by_character:
            active = zip(self.ruler.get_active_rules(), self.ruler.getRules(""), strict=True)
            for name, rule in active:
                for character in _BEGINNINGS.get(name, ""):
                    self._by_character.setdefault(character, []).append(
                        _placed(rule) if name.startswith("footnote") else rule
                    )
        return self._by_character


class _Placed(StateInline):
    """The parser's state, which notes where each token begins."""

    start = 0  # of the part in its block

    def pushPending(self) -> Token:  # noqa: N802 - the parser's name
        at = self.src.rfind(self.pending, 0, self.pos)  # links are pushed from behind their bracket
        token = super().pushPending()
        token.meta = {"at": self.start + at}
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta = {"at": self.start + self.pos}
        return token


def _placed(rule: _Rule) -> _Rule:
    """A rule that overwrites its token's `meta`, as those of footnotes do, made to keep the place."""

    def placed(state: StateInline, silent: bool) -> bool:
        at, count = state.pos, len(state.tokens)
        matched = rule(state, silent)
        if len(state.tokens) > count and isinstance(state, _Placed):
            state.tokens[-1].meta.setdefault("at", state.start + at)
        return matched

    return placed


def parse_blocks(state: StateCore) -> None:
    """The parser's own rule `inline`, but for paragraphs that nobody writes: very long ones are parsed in parts, and
    ones that are brackets for the most part are left as they are, since they cost it 18 s a megabyte (`![![![`).
    """
    inline = state.md.inline
    for token in state.tokens:
        if token.type != "inline" or not isinstance(inline, PlacedInline):
            continue
        token.children = []
        for start, part in _parts(token.content):
            if len(part) > _LONG_PARAGRAPH and part.count("[") * _FEWEST_PER_BRACKET > len(part):
                token.children.append(Token("text", "", 0, content=part, meta={"at": start}))
            else:
                token.children += inline.parse_part(part, state.md, state.env, start)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while len(text) - start > _LONGEST_PARAGRAPH:
        space = text.rfind(" ", start + 1, start + _LONGEST_PARAGRAPH)
        cut = space if space > 0 else start + _LONGEST_PARAGRAPH
        yield start, text[start:cut]
        start = cut
    yield start, text[start:]
