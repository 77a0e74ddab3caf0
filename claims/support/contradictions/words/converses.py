"""Lines that say one thing from either side: Tane is larger than Lunde and before it, Lunde smaller and behind Tane."""

from claims.language.loader import language
from claims.language.stemming import stemmer
from claims.language.tokens import STOPWORDS, Word
from claims.support.antonyms import exclude, opposite

THAN = "than"

_REACH = 6
"""Words before "than" among which is the comparative: more likely to fall ill than."""

_SIDE = 12
"""Words on either side of an opposite among which are the things that it is about."""


def converse(claim: list[Word], sentence: list[Word]) -> bool:
    """Whether two lines compare the same things by opposite words, in the other order."""
    ours, theirs = (_sides([word.form for word in line]) for line in (claim, sentence))
    if ours is None or theirs is None:
        return False
    opposed = opposite(ours[0], theirs[0]) or exclude(ours[0], theirs[0])
    return opposed and bool(ours[1] & theirs[2]) and bool(ours[2] & theirs[1])


def facing(claim: list[Word], word: Word, sentence: list[Word], other: Word) -> bool:
    """Whether two opposites of place or order have their things on the other side: behind her, ahead of him."""
    if not any(word.form in pair and other.form in pair for pair in language("en").antonyms.relations):
        return False
    ours, theirs = _around(claim, word), _around(sentence, other)
    crossed = (ours[0] & theirs[1]) | (ours[1] & theirs[0])
    return len(crossed) > len(ours[0] & theirs[0])


def _around(line: list[Word], word: Word) -> tuple[set[str], set[str]]:
    """The stems of what only the one and only the other side of a word has."""
    stem = stemmer("en")
    place = line.index(word)
    near = line[max(0, place - _SIDE) : place + 1 + _SIDE]
    told = (each for each in near if each.form not in STOPWORDS and not each.form[:1].isdigit())
    said = [(each.start < word.start, stem(each.form)) for each in told]
    before, behind = ({form for first, form in said if first is side} for side in (True, False))
    return before - behind, behind - before - {stem(word.form)}


def _sides(forms: list[str]) -> tuple[str, set[str], set[str]] | None:
    """Return the comparative of a line, and the words that only its one side and only its other side has."""
    if THAN not in forms:
        return None
    than = forms.index(THAN)
    endings = language("en").degrees.endings
    places = [at for at in range(max(0, than - _REACH), than) if forms[at].endswith(endings)]
    if not places:
        return None
    before, behind = set(forms[: places[-1]]) - STOPWORDS, set(forms[than + 1 :]) - STOPWORDS
    return forms[places[-1]], before - behind, behind - before
