"""Whether a source can be compared with a claim at all: whether it says anything, and in what script and language."""

import re
import unicodedata
from collections import Counter

from claims.records import BlockKind
from claims.support.page import LONG, Page
from claims.support.sentences import ENDS

_SAMPLE = 4000
"""Letters of a source that are looked at; its script shows in far fewer."""

# Scripts that are written together in one language (Unicode Standard Annex 24 counts Japanese and Korean so).
_ALIKE = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "HANGUL": "CJK", "FULLWIDTH": "LATIN", "HALFWIDTH": "CJK"}

# Function words that tell languages of one script apart; a language needs three of them to be told.
_TELLING = {
    "en": "the of and to in is was that for with",
    "de": "der die das und ist von nicht mit den ein",
    "fr": "le la les et des est dans une pour que",
    "es": "el los las y del una que por con para",
    "it": "il di che della per una con del sono gli",
    "pt": "os do da em um uma para com não foi",
    "nl": "de het een van en is dat op te niet",
    "sv": "och att det som en på är av för med",
    "pl": "w i na z do się nie jest że od",
    "tr": "ve bir bu için ile olarak da de olan çok",
    "ru": "и в на не что с по как из это",
    "uk": "і в на не що з та до як є",
}
_WORDS = {language: frozenset(words.split()) for language, words in _TELLING.items()}

# What notices and menus speak of, in the languages of most pages; an article on cookies has sentences without.
_NOTICE = re.compile(
    r"\bcookie|javascript|\bprivacy\b|terms of (?:use|service)|all rights reserved|©|\bcopyright\b|\bconsent"
    r"|\b(?:sign|log) ?(?:in|up)\b|\bsubscri|\bnewsletter|\byour (?:browser|e-?mail|account)\b|\bour partners\b"
    r"|datenschutz|einwillig|confidentialité|consentement|privacidad|consentimiento|privacidade|riservatezza",
    re.IGNORECASE,
)
SENTENCE, UNENDED = 5, 12
"""Words that a sentence has at least, with a full stop and without one: menus, captions and bylines have fewer."""

ENOUGH = 25
"""Words of sentences that say something from which a page is more than its menus and notices, or a fifth of its words.
Of WiCE's 349 pages one has less, a menu; of the 91 pages of the article extraction benchmark, none."""


def says_something(page: Page) -> bool:
    """Whether a page has sentences, or tables, besides menus and notices on cookies, rights and logging in."""
    if any(passage.kind in (BlockKind.TABLE, BlockKind.INFOBOX) for passage in page.source.passages):
        return True
    said, text = 0, page.source.text
    for number, (start, end) in enumerate(page.sentences):
        count = page.word_count(number)
        sentence = count >= (SENTENCE if text[end - 1] in ENDS else UNENDED)
        if sentence and not _NOTICE.search(text, start, end):
            said += count
            if said >= ENOUGH:
                return True
    if said:
        return 5 * said >= len(page.forms)
    return len(page.sentences) < LONG and not _NOTICE.search(text)


def script(text: str) -> str | None:
    """The script that most letters of a text are in, by the first word of their Unicode names, or None."""
    counted: Counter[str] = Counter()
    for char, count in Counter(text[:_SAMPLE]).items():
        if char.isalpha():
            name = unicodedata.name(char, "").split(" ")[0]
            counted[_ALIKE.get(name, name)] += count
    return counted.most_common(1)[0][0] if counted else None


def language(text: str) -> str | None:
    """The language that a text's function words tell, or None where they tell none clearly."""
    words = text[: 2 * _SAMPLE].lower().split()
    had = Counter(words)
    counts = Counter({code: sum(had.get(word, 0) for word in known) for code, known in _WORDS.items()})
    (best, most), (_, second) = counts.most_common(2)
    return best if most >= max(3, 0.08 * len(words)) and most > 1.3 * second else None


def crosses(claim: str, page: Page) -> bool:
    """Whether claim and page are plainly in two languages, so that missing words say nothing."""
    theirs = page.source.text
    scripts = script(claim), script(theirs)
    if None not in scripts and scripts[0] != scripts[1]:
        return True
    languages = language(claim), language(theirs)
    return None not in languages and languages[0] != languages[1]
