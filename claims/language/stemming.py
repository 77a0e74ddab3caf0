"""What words change in at their ends, or have written before them, in languages for which Snowball has no stemmer.

Light stems only: one ending goes, the longest, and what is left must be long enough to be the word still.
"""

from collections.abc import Callable

# Case, number and gender of nouns and adjectives; in the order of the grammars, accents as the language writes them.
_ENDINGS = {
    "pl": "ami iami ach iach om iom ów iów owi iowi owie em iem ie ii ia ią ię io iu y i a ą e ę o u ego iego emu iemu "
    "ej iej ych ich ym im ymi imi",
    "cs": "ovi ové ech ách ích ami emi imi ům em ou ám ím ata ete eti e ě i í o u ů y a á é ý ého ému ým ými ých ího "
    "ímu ími ec ce cem ci cům",
    "uk": "ові еві єві ого його ому йому ами ями ах ях ими іми их іх ій ої ою ею єю ів їв ом ем єм ам ям а я у ю о е є "
    "и і ї ь",
    "bg": "ът ят ия ия та то те ата ото ите ите а я о е и",
    "hr": "ovima evima ama ima om em og eg omu emu oj im ih ovi evi a e i o u",
    "bn": "টির টিকে টি টা গুলি গুলো গুলির দের রা ের র কে তে ে",
    "fa": "هایی های ها ترین",
    "ko": "에서는 에서 에게 으로 이라고 라고 이라는 이다 이며 이고 부터 까지 은 는 이 가 을 를 의 에 로 와 과 도 만 인",
}
_SAME = {"sk": "cs", "be": "uk", "bs": "hr", "sl": "hr"}

_PREFIXES = {"he": "והבלמשכ"}
"""One-letter words (and, the, in, to, from, that, as) that Hebrew writes with the word behind them."""

IN_FRONT = tuple(_PREFIXES)
"""Languages in which the beginning of a word is taken away."""

_STACKED = ("ko",)
"""Languages that put one ending behind another; two of their characters are a word."""

_MOST = 3
"""Endings that stand behind one another at most."""


def light_stemmer(language: str, normal: Callable[[str], str]) -> Callable[[str], str]:
    """The light stemmer of a language (ISO 639-1) for words in the form that `normal` gives; it may change nothing."""
    prefixes = _PREFIXES.get(language)
    if prefixes:
        return lambda word: _without_front(word, prefixes)
    endings = _ENDINGS.get(_SAME.get(language, language), "")
    longest_first = tuple(sorted({normal(ending) for ending in endings.split()}, key=len, reverse=True))
    if language in _STACKED:
        return lambda word: _without_all(word, longest_first)
    return lambda word: _without_end(word, longest_first, 3)


def _without_end(word: str, endings: tuple[str, ...], least: int) -> str:
    for ending in endings:
        # A long ending from a short word is mostly none.
        if word.endswith(ending) and len(word) - len(ending) >= least + (len(ending) > 2):
            return word[: -len(ending)]
    return word


def _without_all(word: str, endings: tuple[str, ...]) -> str:
    for _ in range(_MOST):
        word = _without_end(word, endings, 2)
    return word


def _without_front(word: str, prefixes: str) -> str:
    for _ in range(2):
        if len(word) > 3 and word[0] in prefixes:
            word = word[1:]
    return word
