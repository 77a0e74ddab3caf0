"""Whether two words are one name in two spellings, or one is made from the other: by listed rules, never by likeness.

Likeness cannot tell Johnson from Johnston: each rule here is one by which the same name is in fact written otherwise.
"""

import re

from claims.language.tokens import listed

_ENDINGS = listed("n an ian ean ese ish i ic al ans ians")
"""What English puts behind a place's name to make its people and its adjective: Australian, Japanese, Israeli."""

_DROPPED = frozenset(("", "a", "e", "o", "y", "ia", "ey", "en"))
"""What may go for it from the end of the place's name: Canada, Europe, Mexico, Italy, Turkey, Sweden."""

_APART = frozenset(
    frozenset(pair.split())
    for pair in ("niger nigerian", "julia julian", "maria marian", "adria adrian", "colombia columbia")
)
"""Pairs that the rules would join and that are two names."""

# Names that changed, or that two romanizations begin otherwise.
_FORMER = (
    "kyiv kiev|beijing peking|mumbai bombay|kolkata calcutta|chennai madras|yangon rangoon|myanmar burma|lviv lvov|"
    "turkiye turkey|bengaluru bangalore|guangzhou canton|nanjing nanking|eswatini swaziland|muammar moammar|"
    "gaddafi qaddafi gadhafi kadhafi|osama usama|tchaikovsky chaikovsky|chekhov tchekhov|iasi jassy|"
    "zhou chou|chongqing chungking|mohammed muhammad mohamed mahomet|laden ladin"
)
OTHERWISE = {word: tuple(kind.split()) for kind in _FORMER.split("|") for word in kind.split()}
"""Word -> all the words that say the same name, itself among them."""

# What one sound is written as in different romanizations, and in British and American English. The order matters.
_SOUNDS = (
    ("re$", "er"), ("ph", "f"), ("x", "ks"), ("c(?=[eiy])", "s"), ("ck|c|q", "k"), ("w", "v"), ("[yj]", "i"),
    ("z", "s"), ("(?<=[kgtdbpsr])h", ""), ("[aeiou]+", "o"), (r"(.)\1+", r"\1"),
)  # fmt: skip
_FOLDS = tuple((re.compile(pattern), to) for pattern, to in _SOUNDS)


def same_name(word: str, other: str) -> bool:
    """Whether two words, in their normal forms, say one name.

    Vowels may differ within (Hussein, Hussain), never their number nor the last letter: Martin and Martina are two.
    """
    if frozenset((word, other)) in _APART:
        return False
    return derived(word, other) or (_close(word) == _close(other) and _folded(word) == _folded(other))


def derived(word: str, other: str) -> bool:
    """Whether one of two words is made from the other by an ending: Australia and Australian, German and Germany."""
    longer, shorter = (word, other) if len(word) >= len(other) else (other, word)
    alike = (place for place, letters in enumerate(zip(longer, shorter, strict=False)) if len(set(letters)) > 1)
    kept = next(alike, len(shorter))
    ending, dropped = longer[kept:], shorter[kept:]
    if ending == "y":
        return not dropped and kept >= 6
    # "N" alone makes an adjective only of what ends in a vowel.
    sounds = ending != "n" or longer[kept - 1] in "aeo"
    return kept >= (4 if dropped else 5) and dropped in _DROPPED and ending in _ENDINGS and sounds


def _folded(word: str) -> str:
    for pattern, to in _FOLDS:
        word = pattern.sub(to, word)
    return word


def _close(word: str) -> str:
    """The letter that a word ends in; y, iy and yy are one ending."""
    last = re.sub("re$", "er", word).replace("y", "i")[-1]
    return "s" if last == "z" else last
