"""How languages point to sources and lead elsewhere, as patterns: `see`, `here`, `read more`, `contact:`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from claims.language.loader import code, language, languages

_SPACELESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointing:
    """How a language points, as patterns.

    Attributes:
        opens: the beginning of a sentence that points to a source.
        here: the end of one that names the place of its source before a colon.
        tail: words at the end of a sentence, before the marker that they point to.
        behind: words behind such a marker.
        place: the end of linked words that are the place which they lead to.
        more: the beginning of a sentence that offers more than the page has.
        contact: the beginning of one that names ways to reach somebody.
        closing: the beginning of the end of a letter.
        picture: the beginning of one that names the maker of a picture.
        pictured: the end of linked words that are a picture's caption: `The mill, Ulm, photo`.
    """

    opens: re.Pattern[str]
    here: re.Pattern[str]
    tail: re.Pattern[str]
    behind: re.Pattern[str]
    place: re.Pattern[str]
    more: re.Pattern[str]
    contact: re.Pattern[str]
    closing: re.Pattern[str]
    picture: re.Pattern[str]
    pictured: re.Pattern[str]


def pointing(tag: str | None) -> Pointing:
    """Find how a document points: in its language and in English, or in any where its language is not known.

    Args:
        tag: its language as a BCP 47 tag, or None.
    """
    return _pointing(None if tag is None else code(tag))


@lru_cache(maxsize=128)
def _pointing(name: str | None) -> Pointing:
    known = [each.pointers for each in languages()] if name is None else [language(name).pointers]
    if name not in (None, "en"):
        known.append(language("en").pointers)

    def words(field: str) -> str:
        return _any_of(phrase for each in known for phrase in getattr(each, field))

    here, see, example = words("here"), words("see"), words("example")
    details = r"for\s+(?:more|further|details?|examples?)\b[^,.]{0,60},?\s+"
    return Pointing(
        opens=_compiled(rf"\W*(?:{details})?{see}(?!\w)"),
        here=_compiled(rf"(?<!\w){here}\s?[:：]\W*$"),
        tail=_compiled(
            rf"\s*[,;:(\[–—-]\s*(?:(?:{see}|{example})\.?[\s,:]*)+$|[\s,]+{words('before_source')}$|\s*[(\[]\s*$"
        ),
        behind=_compiled(rf"\W*(?:{words('behind_source')}\s[^,;.]{{1,40}})?\W*"),
        place=_compiled(rf"{here}(?:\s{words('behind_here')})?\W*$"),
        more=_compiled(rf"\W*(?:\w+\s){{0,2}}{words('more')}(?:\W*$|\s?[:：]|\s{words('more_about')})"),
        contact=_compiled(rf"\W*{words('contact')}\s?[:：]"),
        closing=_compiled(rf"\W*{words('closing')}(?!\s(?-i:[a-zà-ÿ]))"),
        pictured=_compiled(rf"[,(|:;–—/]\s*{words('picture')}\W*$"),
        picture=_compiled(rf"\W*{words('picture')}\s?(?:[:：/©]|{words('made_by')}\s)"),
    )


@cache
def introduction() -> str:
    """Return the expression for words of any language that introduce a source: `see`, `cf.`, `for example`."""
    phrases = (phrase for each in languages() for phrase in (*each.pointers.see, *each.pointers.example))
    return rf"(?:{_any_of(phrases)}\.?)"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _any_of(phrases: Iterable[str]) -> str:
    """Write a group that matches any of the phrases, the longest first; nothing without phrases."""
    found = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return f"(?:{'|'.join(map(_phrase, found))})" if found else _NEVER.pattern


def _phrase(phrase: str) -> str:
    """Write a pattern of whole words; in a script without spaces a word may have an ending."""
    if _SPACELESS.match(phrase):
        return rf"{re.escape(phrase)}\w{{0,6}}"
    words = (re.escape(word).replace(r"\*", r"\w+" if word == "*" else r"\w*") for word in phrase.split())
    return "(?<!\\w)" + "\\s+".join(words) + "(?!\\w)"
