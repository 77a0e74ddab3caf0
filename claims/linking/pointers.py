"""Words that only point to a source: `See [1].`, `…, cf. [2]`, `The code is here: [3].` They state nothing to check.

Links only lead elsewhere in `Read the rest here`, `More on this`, `Mehr dazu`: a short sentence without a number, whose
linked words end with the place that they lead to, or which offers more than the page has. The ways to reach somebody,
the end of a letter and the maker of a picture state nothing either.
"""

import re
from dataclasses import replace

from claims.language.pointing import Pointing
from claims.linking.marker_groups import CitedSentence

_WORD = re.compile(r"\w+")
_BETWEEN = re.compile(r"\W*\w{0,3}\W*")  # `[1] and [2]`
_RIGHTS = re.compile(r"\W*(?:©|\(c\)|copyright)\s", re.IGNORECASE)
_MENU = re.compile(r"(?:\s*[\[【［(（][^\[\]【】［］()（）]{1,20}[\]】］)）]){2,}\s*")
# An address of mail; the number of a telephone behind its word, which begins alike in most languages.
_REACHED = re.compile(
    r"[\w.+-]{1,64}@[\w-]+\.\w|"
    r"(?<!\w)(?:tel|tél|тел|phone|fon|fax|電話|电话|전화)\w{0,8}[.:：]{0,2}\s?[+(\d][\d\s()/.+-]{5}",
    re.IGNORECASE,
)
_MOST_WORDS = 8  # of a sentence that points to a source; a longer one says more
_MOST_WORDS_OF_LEAD = 14
_MOST_WORDS_OF_CONTACT = 30
_LOOK_BACK = 60  # characters


def only_points(text: str, sentence: CitedSentence, words: Pointing) -> bool:
    """Whether a cited sentence does nothing but point to its source, which may be that of the sentence before."""
    said = text[sentence.start : sentence.end]
    if not sentence.groups:
        return False
    return words.here.search(said) is not None or (words.opens.match(said) is not None and _count(said) <= _MOST_WORDS)


def only_leads(text: str, sentence: CitedSentence, words: Pointing) -> bool:
    """Whether a sentence does nothing but lead to what its links offer, which need not be a source of the page."""
    said = text[sentence.start : sentence.end]
    if not sentence.groups or not all(group.whole for group in sentence.groups):
        return False
    if _MENU.fullmatch(said):
        return True
    if any(map(str.isdigit, said)):
        return False
    count = _count(said)
    if words.more.match(said) and count <= _MOST_WORDS:
        return True
    led = any(words.place.search(text, sentence.start, group.position) for group in sentence.groups)
    return led and count <= _MOST_WORDS_OF_LEAD


def names_people(text: str, sentence: CitedSentence, words: Pointing) -> bool:
    """Whether a cited sentence only says how to reach somebody, or whose a letter, a picture or a page is."""
    said = text[sentence.start : sentence.end]
    if not sentence.groups:
        return False
    if words.contact.match(said):
        return True
    count = _count(said)
    if (_REACHED.search(said) or words.closing.match(said)) and count <= _MOST_WORDS_OF_CONTACT:
        return True
    owned = _RIGHTS.match(said) or words.picture.match(said) or words.pictured.search(said)
    return owned is not None and count <= _MOST_WORDS_OF_LEAD


def _count(words: str) -> int:
    return len(_WORD.findall(words))


def without_pointer(text: str, sentence: CitedSentence, words: Pointing) -> CitedSentence:
    """Cut the words off a sentence that point to its last sources, with the few behind them (`see [1] for details`)."""
    places = [min(group.position, sentence.end) for group in sentence.groups]
    if not places or not words.behind.fullmatch(text, places[-1], sentence.end):
        return sentence
    while len(places) > 1 and _BETWEEN.fullmatch(text, places[-2], places[-1]):
        places.pop()
    found = words.tail.search(text, max(places[-1] - _LOOK_BACK, sentence.start), places[-1])
    if not found:
        return sentence
    said = text[sentence.start : found.start()]
    if said.count("(") > said.count(")"):  # `(proposed by Ito in [1])`
        said = said[: said.rfind("(")]
    return replace(sentence, end=sentence.start + len(said.rstrip()))
