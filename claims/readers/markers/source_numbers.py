"""Markers with the word for a source before its number, as prompts ask for them: `[citation:3]`, `(Source 1, 2)`."""

import re

from claims.readers.markers.rewriting import filled, marker_of

_SOURCE = (
    r"(?:citation|cit|sources?|src|ref(?:erence)?s?|quellen?|fuentes?|fontes?|fonti|bron|källa|źródło|источник|"
    r"来源|來源|引用|出典|出処|출처)"
)
_PASSAGE = r"(?:doc(?:ument)?s?|do[ck]umento?s?|web\s?page|search result|result|context|passage|chunk|网页|文档)"
_NUMBERS = r"[\s:_#.-]{0,2}\d{1,4}(?:\s?[,;&–-]\s?(?:[^\W\d_]{2,12}[\s:_#.-]{0,2})?\d{1,4}){0,20}"
_MARKERS = re.compile(  # words for a passage mean something else in round brackets: `as filed (Document 12)`
    rf"(?<!\])(?:(?:\({_SOURCE}{_NUMBERS}\)|[\[【]{{1,2}}(?:{_SOURCE}|{_PASSAGE}){_NUMBERS}[\]】]{{1,2}})\s?){{1,20}}"
    r"(?<!\s)(?![(:\[])",
    re.IGNORECASE,
)
_DEFINITION = re.compile(
    rf"^([ \t]{{0,3}})\[(?:{_SOURCE}|{_PASSAGE})[\s:_#.-]{{0,2}}(\d{{1,4}})\]:(?=\s)", re.IGNORECASE | re.MULTILINE
)
_REFERENCE_LINK = re.compile(rf"\]\[(?:{_SOURCE}|{_PASSAGE}){_NUMBERS}\]", re.IGNORECASE)  # Markdown's `[words][ref1]`
_SIGN = re.compile(rf"[\[(【](?:{_SOURCE}|{_PASSAGE})[\s:_#.-]{{0,2}}\d", re.IGNORECASE)


def with_plain_numbers(text: str) -> str:
    """Rewrite such markers, and the beginnings of the entries that they lead to."""
    if not _SIGN.search(text):
        return text
    text = _MARKERS.sub(lambda match: filled(match[0], marker_of(match[0])), text)
    if not _REFERENCE_LINK.search(text):
        text = _DEFINITION.sub(lambda match: filled(match[0], f"{match[1]}【{match[2]}】"), text)
    return text
