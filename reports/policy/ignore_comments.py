"""Comments in a document that exempt a finding: `<!-- citewatch: ignore the museum confirmed it by letter -->`.

In reStructuredText the comment is `.. citewatch: ignore …`, on a line of its own.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from claims.records import Claim, ExemptBy
from reports.policy.ignore_rules import IgnoreRule

_OPEN, _CLOSE = "<!--", "-->"
_DIRECTIVE = re.compile(r"\s*citewatch:\s*ignore\b(.*)", re.DOTALL)
_REST = re.compile(r"^[ \t]*\.\.[ \t]+citewatch:[ \t]*ignore\b(.*)$", re.MULTILINE)
_WORD = re.compile(r"\w+")
# How many of a claim's last words must precede the comment: enough to tell neighbours apart, and few enough that markup
# within the claim rarely separates them.
_LAST_WORDS = 3
# Characters before a comment, references included, within which its claim ends; without this limit, many comments on
# one endless line would take quadratic time.
_REACH = 1500


@dataclass(frozen=True, slots=True)
class _Comment:
    """A comment for citewatch: its line from 1, the text before and after it on that line, and its reason."""

    line: int
    before: str
    after: str
    reason: str


def comment_rules(source: str, text: str, claims: Sequence[Claim]) -> tuple[IgnoreRule, ...]:
    """Return the rules that the comments of a document ask for.

    A comment on a line of its own covers the claims of the next line that has text; a comment before text covers the
    claims of its line; a comment after text covers the last claim that ends before it on its line.

    Args:
        source: `Document.source`.
        text: the document as the user has it, markup and comments included.
        claims: the document's claims.
    """
    lines = text.split("\n")
    by_line: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_line[claim.line].append(claim)
    return tuple(
        IgnoreRule(claim=claim.id, path=_literal(source), reason=comment.reason, by=ExemptBy.COMMENT)
        for comment in chain(_comments(text), _rest_comments(text))
        for claim in _covered(comment, lines, by_line)
    )


def _comments(text: str) -> Iterator[_Comment]:
    position, line, counted = 0, 1, 0
    while (start := text.find(_OPEN, position)) >= 0:
        end = text.find(_CLOSE, start)
        if end < 0:
            return
        position = end + len(_CLOSE)
        directive = _DIRECTIVE.match(text[start + len(_OPEN) : end])
        if not directive:
            continue
        line, counted = line + text.count("\n", counted, start), start
        first, last = text.rfind("\n", 0, start) + 1, text.find("\n", position)
        before = text[max(first, start - _REACH) : start]
        after = text[position : min(position + _REACH, last if last >= 0 else len(text))]
        yield _Comment(line, before, after, " ".join(directive[1].split()))


def _rest_comments(text: str) -> Iterator[_Comment]:
    line, counted = 1, 0
    for found in _REST.finditer(text):
        line, counted = line + text.count("\n", counted, found.start()), found.start()
        yield _Comment(line, "", "", " ".join(found[1].split()))


def _covered(comment: _Comment, lines: Sequence[str], by_line: Mapping[int, Sequence[Claim]]) -> Iterable[Claim]:
    if not comment.before.strip():
        line = comment.line if comment.after.strip() else _next_with_text(lines, comment.line)
        return by_line.get(line, ())
    words = _words(comment.before)
    places = [(words.rfind(_ending(claim.text)), claim) for claim in by_line.get(comment.line, ())]
    place, last = max(places, key=lambda pair: pair[0], default=(-1, None))
    return [last] if last and place >= 0 else []


def _next_with_text(lines: Sequence[str], number: int) -> int:
    return next((line for line in range(number + 1, len(lines) + 1) if lines[line - 1].strip()), 0)


def _ending(claim: str) -> str:
    return _words(" ".join(claim.split()[-_LAST_WORDS:]))


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _literal(pattern: str) -> str:
    """Escape `pattern` so that it matches only itself."""
    return "".join(f"[{character}]" if character in "*?[" else character for character in pattern)
