"""What words before a number make of it in other languages than English: over, at most, about."""

import re
from functools import cache

from claims.support.numbers import Bound

# A line for each language: its code, words of ">" more than, "<" less than or at most, "~" about; for citewatch.
_WORDS = """
de > mehr als, über, mindestens, gut < weniger als, höchstens, bis zu ~ rund, etwa, ungefähr, fast, knapp, zirka, an die
nl > meer dan, ruim, minstens < minder dan, hoogstens, tot ~ ongeveer, circa, zo'n, bijna, rond
sv > mer än, fler än, över, drygt, minst < mindre än, färre än, högst, upp till ~ omkring, ungefär, cirka, nästan, runt
da > mere end, flere end, over, mindst < mindre end, færre end, højst, op til ~ omkring, cirka, næsten, knap
nb > mer enn, flere enn, over, minst < mindre enn, færre enn, opptil ~ omkring, cirka, rundt, nesten
fr > plus de, plus d', au moins < moins de, moins d', au plus, jusqu'à ~ environ, près de, quelque, presque
es > más de, al menos < menos de, hasta, como máximo ~ unos, unas, cerca de, alrededor de, casi, aproximadamente
pt > mais de, pelo menos < menos de, até ~ cerca de, aproximadamente, quase, por volta de, uns, umas
it > più di, oltre, almeno < meno di, fino a, al massimo ~ circa, quasi, intorno a, all'incirca
ro > peste, mai mult de, cel puțin < mai puțin de, până la ~ circa, aproape, aproximativ, în jur de
pl > ponad, więcej niż, co najmniej, przeszło < mniej niż, do, najwyżej ~ około, ok., prawie, blisko, niemal
cs > přes, více než, nejméně < méně než, až, nejvýše ~ asi, kolem, okolo, téměř, zhruba, přibližně
ru > более, свыше, больше, не менее < менее, меньше, до, не более ~ около, почти, примерно, порядка, приблизительно
uk > понад, більше, більш ніж, не менше < менше, менш ніж, до ~ близько, майже, приблизно, біля
el > πάνω από, περισσότερα από, περισσότεροι από < λιγότερα από, έως, μέχρι ~ περίπου, σχεδόν, γύρω
tr > en az < en fazla ~ yaklaşık, neredeyse, aşağı yukarı
fi > yli, vähintään < alle, enintään ~ noin, lähes, melkein
hu > több mint, legalább < kevesebb mint, legfeljebb ~ mintegy, körülbelül, csaknem, majdnem
ar > أكثر من, ما يزيد على < أقل من ~ نحو, حوالي, قرابة, زهاء
he > יותר מ, מעל, לפחות < פחות מ, עד ~ כמעט, בערך
fa > بیش از, دست‌کم < کمتر از ~ حدود, نزدیک به, تقریبا
hi > कम से कम ~ लगभग, करीब, क़रीब, तक़रीबन
bn > অন্তত ~ প্রায়, আনুমানিক
id > lebih dari, setidaknya < kurang dari, hingga ~ sekitar, hampir, kira-kira
vi > hơn, trên, ít nhất < dưới, chưa tới ~ khoảng, gần
zh > 超过, 超過, 逾 < 不足, 不到 ~ 约, 約, 大约, 大約, 近, 将近
ja < 最大 ~ 約, およそ, ほぼ
ko > 최소 < 최대 ~ 약, 대략
"""
_KINDS = {">": Bound.ABOVE, "<": Bound.BELOW, "~": Bound.ABOUT}
_UNSPACED = ("zh", "ja", "ko")
_LONGEST = 24
"""Characters before a number that are looked at."""


def bound_before(text: str, start: int, language: str) -> Bound | None:
    """What the words before `text[start:]`, a number, make of it in a language (ISO 639-1)."""
    known = _known().get(language)
    match = known.search(text, max(0, start - _LONGEST), start) if known else None
    return Bound(match.lastgroup) if match and match.lastgroup else None


@cache
def _known() -> dict[str, re.Pattern[str]]:
    return {line.split(" ")[0]: _compiled(*line.split(" ", 1)) for line in _WORDS.strip().splitlines()}


def _compiled(language: str, words: str) -> re.Pattern[str]:
    parts = re.split(r"(?:^| )([<>~]) ", words)[1:]
    groups = "|".join(
        f"(?P<{_KINDS[sign].value}>{'|'.join(re.escape(word) for word in each.split(', '))})"
        for sign, each in zip(parts[::2], parts[1::2], strict=True)
    )
    if language in _UNSPACED:
        return re.compile(rf"(?:{groups})\s?\Z")
    return re.compile(rf"(?<!\w)(?:{groups})(?:(?<=')|[\W]{{1,2}})\Z", re.IGNORECASE)
