"""Text from outside made safe to show: control characters removed, long text cut, no commands to log readers."""

import re

ELLIPSIS = "…"
WORD_JOINER = "\u2060"
"""An invisible character that separates what a renderer would otherwise act on."""

# C0 and C1 controls except tab and newline, and half surrogate pairs: HTML and XML allow none of them, and some drive
# terminals.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Embeddings, overrides and isolates reorder the text around them ("Trojan Source", CVE-2021-42574). The plain marks
# (U+200E, U+200F, U+061C), which right-to-left prose needs, affect only their own place and stay.
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_COMMAND = re.compile(r"^::|##(?=\w*\[)")


def clean(text: str) -> str:
    """Remove characters from `text` that could change how the text around it is read."""
    if text.isprintable():  # nearly all text is, and none of the removed characters is printable
        return text
    return _REORDERING.sub("", _CONTROLS.sub("\ufffd", text))


def shorten(text: str, limit: int) -> str:
    """Cut `text` to `limit` characters, with an ellipsis at its end."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + ELLIPSIS


def shorten_front(text: str, limit: int) -> str:
    """Cut `text` to its last `limit` characters, with an ellipsis at its start."""
    return text if len(text) <= limit else ELLIPSIS + text[1 - limit :].lstrip()


def one_line(text: str) -> str:
    """Clean `text`, collapse its white space, and disarm commands to a CI system's log reader.

    GitHub's runner obeys lines that start with `::`; Azure's, and GitHub's older form, obey `##[` or `##vso[` anywhere
    in a line. An invisible word joiner separates the characters.
    """
    return _COMMAND.sub(_separate, " ".join(clean(text).split()))


def language_tag(tag: str | None) -> str:
    """Return `tag` if it has the form of a language tag (BCP 47: `en`, `zh-Hant`, `sr-Latn-RS`), else an empty text."""
    return tag if tag and _LANGUAGE.fullmatch(tag) else ""


def _separate(command: re.Match[str]) -> str:
    return WORD_JOINER.join(command[0])
