"""Comments in a document that exempt a finding: `<!-- citewatch: ignore the museum confirmed it by letter -->`."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claims.records import Claim, ExemptBy
from reports.policy.fail_on import Ignore

_OPEN, _CLOSE = "<!--", "-->"
_ORDER = re.compile(r"\s*citewatch:\s*ignore\b(.*)", re.DOTALL)
_WORD = re.compile(r"\w+")
# So many of a claim's last words are looked for before the comment: enough to tell neighbours apart, few enough that
# markup within the claim rarely comes between them.
_LAST_WORDS = 3
# A claim that a comment follows ends within so many characters before it, references in between included; without a
# bound, many comments on one endless line would take quadratic time.
_FAR = 1500


@dataclass(frozen=True, slots=True)
class _Comment:
    """One of our comments: its line from 1, what stands before and behind it on that line, and its reason."""

    line: int
    before: str
    after: str
    reason: str


def comment_rules(source: str, text: str, claims: Sequence[Claim]) -> tuple[Ignore, ...]:
    """The exemptions that the comments of a document ask for.

    A comment on a line of its own covers the claims of the next line that has text; a comment in front of text covers
    the claims of its line; a comment behind text covers the claim that ends last before it on its line.

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
        Ignore(claim=claim.id, path=_literal(source), reason=comment.reason, by=ExemptBy.COMMENT)
        for comment in _comments(text)
        for claim in _covered(comment, lines, by_line)
    )


def _comments(text: str) -> Iterator[_Comment]:
    position, line, counted = 0, 1, 0
    while (start := text.find(_OPEN, position)) >= 0:
        end = text.find(_CLOSE, start)
        if end < 0:
            return
        position = end + len(_CLOSE)
        order = _ORDER.match(text[start + len(_OPEN) : end])
        if not order:
            continue
        line, counted = line + text.count("\n", counted, start), start
        first, last = text.rfind("\n", 0, start) + 1, text.find("\n", position)
        before = text[max(first, start - _FAR) : start]
        after = text[position : min(position + _FAR, last if last >= 0 else len(text))]
        yield _Comment(line, before, after, " ".join(order[1].split()))


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
    """`pattern` such that it fits itself alone."""
    return "".join(f"[{character}]" if character in "*?[" else character for character in pattern)
