"""Words that only point to a source: `See [1].`, `…, cf. [2]`, `The code is here: [3].` They state nothing to check.

Links only lead elsewhere in `Read the rest here`, `More on this`, `Mehr dazu`: a short sentence without a number, whose
linked words end with the place that they lead to, or which offers more than the page has.
"""

import re
from dataclasses import replace

from claims.linking.marker_groups import CitedSentence
from claims.readers.assembly.links.offers import MORE, PLACE

_POINTING = (
    r"see(?:\s+also)?|cf\.?|siehe(?:\s+auch)?|vgl\.?|voir(?:\s+aussi)?|véase|ver\s+también|vedi|veja|zie(?:\s+ook)?|"
    r"se\s+även|jf\.?|см\.?|zob\.?|por\.|参见|參見|参照"
)
_EXAMPLE = r"e\.\s?g\.|for\s+example|z\.\s?B\.|zum\s+Beispiel|p\.\s?ex\.|par\s+exemple|por\s+ejemplo|bijv\.|например"
_DETAILS = r"for\s+(?:more|further|details?|examples?)\b[^,.]{0,60},?\s+"
_OPENS = re.compile(rf"\W*(?:{_DETAILS})?(?:{_POINTING})(?!\w)", re.IGNORECASE)
_HERE = re.compile(r"(?<!\w)(?:here|hier|ici|aquí|aqui|qui|здесь|tutaj|här)\s?[:：]\W*$", re.IGNORECASE)
_TAIL = re.compile(
    rf"\s*[,;:(\[–—-]\s*(?:(?:{_POINTING}|{_EXAMPLE})[\s,:]*)+$|[\s,]+(?:as\s+\w+\s+)?(?:in|by)$|\s*[(\[]\s*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\W*(?:(?:for|as|für|als|pour|para|como|per|come|voor|för|для)\s[^,;.]{1,40})?\W*", re.IGNORECASE)
_BETWEEN = re.compile(r"\W*\w{0,3}\W*")  # `[1] and [2]`
_WORD = re.compile(r"\w+")
_MOST_WORDS = 8  # of a sentence that points to a source; a longer one says more
_MOST_WORDS_OF_LEAD = 14
_LOOK_BACK = 60  # characters


def only_points(text: str, sentence: CitedSentence) -> bool:
    """Whether a cited sentence does nothing but point to its source, which may be that of the sentence before."""
    words = text[sentence.start : sentence.end]
    if not sentence.groups:
        return False
    return _HERE.search(words) is not None or (_OPENS.match(words) is not None and _count(words) <= _MOST_WORDS)


def only_leads(text: str, sentence: CitedSentence) -> bool:
    """Whether a sentence does nothing but lead to what its links offer, which need not be a source of the page."""
    words = text[sentence.start : sentence.end]
    if not sentence.groups or not all(group.whole for group in sentence.groups) or any(map(str.isdigit, words)):
        return False
    if MORE.match(words) and _count(words) <= _MOST_WORDS:
        return True
    led = any(PLACE.search(text, sentence.start, group.position) for group in sentence.groups)
    return led and _count(words) <= _MOST_WORDS_OF_LEAD


def _count(words: str) -> int:
    return len(_WORD.findall(words))


def without_pointer(text: str, sentence: CitedSentence) -> CitedSentence:
    """Cut the words off a sentence that point to its last sources, with the few behind them (`see [1] for details`)."""
    places = [min(group.position, sentence.end) for group in sentence.groups]
    if not places or not _BEHIND.fullmatch(text, places[-1], sentence.end):
        return sentence
    while len(places) > 1 and _BETWEEN.fullmatch(text, places[-2], places[-1]):
        places.pop()
    found = _TAIL.search(text, max(places[-1] - _LOOK_BACK, sentence.start), places[-1])
    if not found:
        return sentence
    words = text[sentence.start : found.start()]
    if words.count("(") > words.count(")"):  # `(proposed by Ito in [1])`
        words = words[: words.rfind("(")]
    return replace(sentence, end=sentence.start + len(words.rstrip()))
