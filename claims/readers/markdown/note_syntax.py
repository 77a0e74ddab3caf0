"""Markup of note-taking applications that Markdown does not know, taken out before a text is parsed.

Wiki links, embedded files, highlights, comments and callouts are those of Obsidian (help.obsidian.md, “Obsidian
Flavored Markdown”), alerts and task boxes those of GitHub. The text stays as long as it was, filled up with characters
that readings omit, so that columns stay the same.
"""

import re
from collections.abc import Callable

_FILL = "\u2060"  # word joiner


def _label(link: re.Match[str]) -> str:
    """Read the words that a wiki link shows: its label, or the name of its page without the section."""
    return link[2] or link[1].partition("#")[0].partition("^")[0] or link[1]


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"!\[\[[^\[\]\n]{1,300}\]\]"), lambda match: ""),
    (re.compile(r"(?<![\[\\])\[\[(?!\d{1,4}\]\])([^\[\]|\n]{1,200})(?:\|([^\[\]\n]{1,200}))?\]\](?![(\[])"), _label),
    (re.compile(r"(?<![\w=])==(?=[^\s=])([^=\n]{1,400})(?<=\S)==(?![\w=])"), lambda match: match[1]),
    (re.compile(r"%%[^%\n]{1,400}%%"), lambda match: ""),
    (re.compile(r"(?m)(?<=^)([ \t]{0,12}(?:[-*+]|\d{1,3}[.)])[ \t])\[[ xX/>-]\](?=[ \t])"), lambda match: match[1]),
)
# `> [!quote] Olsen`; the title of a callout is no part of the sentence below it.
_CALLOUT = re.compile(r"(?m)^([ \t]{0,3}(?:>[ \t]?)+)\[!\w[\w-]{1,20}\][+-]?[^\n]*$")
_SIGNS = re.compile(r"\[\[|==|%%|\[!\w|\[[ xX/>-]\]")


def without_note_syntax(text: str) -> str:
    """Take the markup of note-taking applications out of `text`."""
    if _SIGNS.search(text):
        for form, rewrite in _FORMS:
            text = form.sub(lambda match, rewrite=rewrite: _filled(match[0], rewrite(match)), text)  # type: ignore[misc]
        text = _CALLOUT.sub(lambda match: match[1] + " " * (len(match[0]) - len(match[1])), text)
    return text


def _filled(before: str, after: str) -> str:
    return after + _FILL * (len(before) - len(after))
