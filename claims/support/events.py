"""Events that a claim reports and no sentence about it mentions: a dismissal, a death, a lawsuit.

Paraphrase seldom hides such an event: a page on which somebody was dismissed says fired, sacked, ousted or let go. Of
1,730 supported claims of the judged pairs that are called so, 9 report an event that their sources do not report in
these words; of 28 wrong ones that we wrote for 17 news pages and that were called supported, 8.
"""

from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from claims.language.loader import language
from claims.language.stemming import stemmer
from claims.language.tokens import Word, words
from claims.support.interface import Statement
from claims.support.match import Match
from claims.support.windows import best_window, forms_of


@dataclass(frozen=True, slots=True)
class _Events:
    """The events of the language's file.

    Attributes:
        claimed: word of a claim -> the numbers of the events that it may report.
        told: for each event the stems and the phrases by which sources report it.
    """

    claimed: dict[str, list[int]]
    told: list[tuple[frozenset[str], tuple[str, ...]]]


@cache
def _events() -> _Events:
    stem = stemmer("en")
    events = _Events({}, [])
    for number, (heads, others) in enumerate(language("en").events.kinds):
        for word in heads:
            events.claimed.setdefault(word, []).append(number)
        ways = heads | others
        phrases = tuple(f" {way.replace('_', ' ')} " for way in ways if "_" in way)
        events.told.append((frozenset(stem(way) for way in ways if "_" not in way), phrases))
    return events


def untold(statement: Statement, seen: Match) -> str | None:
    """Find the first event of a claim that no sentence about it mentions, as the claim writes it; English only."""
    line, known = list(words(statement.text)), _events()
    behind = zip_longest(line, line[1:])
    events = [word for word, after in behind if word.form in known.claimed and not _own(word, after)]
    if not events or not all(page.english for page in seen.pages):
        return None
    named = [(detail.start, detail.end) for detail in seen.details]
    forms = _near(seen)
    running, stems = f" {' '.join(forms)} ", frozenset(map(stemmer("en"), forms))
    for word in events:
        families = [known.told[number] for number in known.claimed[word.form]]
        told = any(stems & single or any(each in running for each in phrases) for single, phrases in families)
        if not told and not any(start <= word.start < end for start, end in named):
            return statement.text[word.start : word.end]
    return None


def _own(word: Word, behind: Word | None) -> bool:
    """Whether what is lost is no contest but something of one's own: their homes, his life."""
    return word.form == "lost" and behind is not None and behind.form in language("en").grammar.possessive


def _near(seen: Match) -> list[str]:
    """The words of the sentences that have most of the claim, apart or as neighbours, and of those next to them."""
    first, _ = best_window(seen, 3)
    near = sorted({*seen.cover, *range(first - 1, first + 4)})
    return [form for sentence in forms_of(seen, near) for form in sentence]
