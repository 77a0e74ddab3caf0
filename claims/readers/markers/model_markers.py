"""Markers as language models and the exports of their chats write them, rewritten as `【…】` before a text is parsed.

The rewritten text is as long as the text before, filled up with characters that readings omit, so that columns stay
the same. Where no public description exists, the form is that of exported chats.
"""

import re
from collections.abc import Callable

from claims.readers.markers.broken_markers import with_joined_markers
from claims.readers.markers.rewriting import FILL, filled, marker_of
from claims.readers.markers.source_numbers import with_plain_numbers

_TURN = r"turn\d{1,3}[a-z]{2,12}\d{1,3}"


def _private(match: re.Match[str]) -> str:
    """Rewrite a span between U+E200 and U+E201: markers, or something else that the chat shows in its own way."""
    kind, *parts = match[1].split("\ue202")
    if kind.endswith("cite"):
        return f"【{','.join(filter(None, parts))}】"
    if kind == "entity" and (named := re.match(r'\["[^"]*","([^"]*)"', parts[0] if parts else "")):
        return named[1]
    return parts[0] if kind == "url" and parts else ""


def _cited_words(match: re.Match[str]) -> str:
    documents = dict.fromkeys(f"cite{number}" for number in re.findall(r"(?<![\d:-])\d{1,4}", match[1]))
    opening = match.start(2) - match.start()
    return f"{FILL * opening}{match[2]}【{','.join(documents)}】"


_KEY = re.compile(r"(?:^|(?<=[\s;-]))@([\w][\w:.#$%&+?<>~/-]{0,78}\w)")
_KEYS = re.compile(r"\[((?:[^\[\]\n@]{0,60}[\s;-])?@\w[^\[\]\n]{0,300})\](?![(:])")


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    # ChatGPT: private-use characters around and between the parts; the second form is what copying leaves of them.
    (re.compile(r"\ue200([^\ue200\ue201\n]{1,400})\ue201"), _private),
    (re.compile(rf"\b(?:file)?cite((?:{_TURN}){{1,20}})"), lambda match: marker_of(match[1])),
    (re.compile(r"[\ue200-\ue20f]"), lambda match: ""),
    (
        re.compile(r":contentReference\[oaicite:(\d{1,3})\](?:\{index=\d{1,3}\})?"),
        lambda match: f"【oaicite:{match[1]}】",
    ),
    # Gemini
    (re.compile(r"\[cite(?:_start|_end)\]\s?|\[span_\d{1,4}\]\((?:start|end)_span\)"), lambda match: ""),
    (re.compile(r"\[cite:\s?(\d[\d\s,;–-]{0,120})\]"), lambda match: marker_of(match[1])),
    # Pandoc writes a superscript between carets, which looks like the beginning of a note: `^[\\[1\\]](https://…)^`
    (re.compile(r"\^(\[(?:\\?\[)?[\w ]{1,8}(?:\\?\])?\]\([^\s()]{1,400}\))\^"), lambda match: match[1]),
    # Copilot and Bing: `[^1^]`, with a link as `[^1^][1]`, which Markdown reads
    (re.compile(r"\[\^(\d{1,3})\^\](?!\[(?!\^))"), lambda match: f"【{match[1]}】"),
    # Pandoc and Quarto: the keys of a bibliography, `[see @ito1962, p. 4; @mori1990]`
    (_KEYS, lambda match: f"【{','.join(f'@{key}' for key in _KEY.findall(match[1]))}】"),
    # Perplexity hides the markers of sources that the answer does not cite.
    (re.compile(r"<span style=\"display:\s?none;?\">(?:\s?\[\^?[\w-]{1,20}\]){1,80}\s?</span>"), lambda match: ""),
    # Grok
    (
        re.compile(r"<grok:render[^>\n]{0,400}>.{0,200}?citation_id\">\s?(\w{1,12})<.{0,80}?</grok:render>", re.DOTALL),
        lambda match: f"【{match[1]}】",
    ),
    (
        re.compile(r"\[((?:web|post|doc|src):\d{1,4}(?:[,;]\s?(?:web|post|doc|src):\d{1,4}){0,20})\]"),
        lambda match: f"【{','.join(re.split(r'[,;] ?', match[1]))}】",
    ),
    # Claude: `<cite index="0-1">…</cite>` around the words that it cites, a document and its sentences
    (
        re.compile(r"[(<](?:antml:)?cite index=\"([\d,:\s-]{1,80})\">([^<>]{1,3000})</(?:antml:)?cite>(?!\s?[\[【(])"),
        _cited_words,
    ),
    (re.compile(r"[(<](?:antml:)?cite index=\"[^\"\n]{0,80}\">|</(?:antml:)?cite>"), lambda match: ""),
)
_SIGNS = re.compile(r"[\ue200-\ue20f]|cite|@\w|\^\]|\)\^|<grok|\[(?:web|post|doc|src|span_)|display:\s?none")


def plain_markers(text: str) -> str:
    """Rewrite the markers of language models in `text`."""
    if _SIGNS.search(text):
        for form, rewrite in _FORMS:
            text = form.sub(lambda match, rewrite=rewrite: filled(match[0], rewrite(match)), text)  # type: ignore[misc]
    return with_joined_markers(with_plain_numbers(text))
