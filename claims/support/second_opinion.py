"""The answer of a second judge, read: an opinion with the source's own words, or why it cannot be used."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.records import Source, Verdict

SHORTEST = 12
"""Characters that a quotation must have to prove anything."""

_VERDICTS = {
    each.value: each
    for each in (Verdict.SUPPORTED, Verdict.PARTIALLY_SUPPORTED, Verdict.CONTRADICTED, Verdict.NOT_SUPPORTED)
}
_YES_OR_NO = re.compile(r"\W*(yes|no)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What the second judge said, and the source's own words that it said it by.

    Attributes:
        source: which of the sources holds the quotation; None if there is no quotation.
        start, end: `sources[source].text[start:end]` is the quotation.
    """

    verdict: Verdict
    source: int | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Unusable:
    """An answer that changes nothing, and the reason, as a clause with a full stop."""

    reason: str


def read_quoting(answer: str, sources: Sequence[Source]) -> Opinion | Unusable:
    """Read the answer of a model that was asked for a verdict and a quotation.

    Only `not_supported` may lack a quotation: there is nothing to quote for what a source does not say.
    """
    start, end = answer.find("{"), answer.rfind("}")
    try:
        said = json.loads(answer[start : end + 1])
    except ValueError:
        return Unusable(reason="it is not the JSON that was asked for.")
    if not isinstance(said, dict) or said.get("verdict") not in _VERDICTS:
        return Unusable(reason="it names none of the verdicts.")
    verdict, quote = _VERDICTS[said["verdict"]], said.get("quote")
    if verdict is Verdict.NOT_SUPPORTED and not quote:
        return Opinion(verdict=verdict)
    if not isinstance(quote, str) or len(quote.strip()) < SHORTEST:
        return Unusable(reason="it quotes nothing of the source.")
    for number, source in enumerate(sources):
        span = _locate(quote, source.text)
        if span:
            return Opinion(verdict=verdict, source=number, start=span[0], end=span[1])
    return Unusable(reason="the words that it quotes are not in the source.")


def read_yes_or_no(answer: str) -> Opinion | Unusable:
    """Read the answer of a checker that says yes or no."""
    if said := _YES_OR_NO.match(answer):
        return Opinion(verdict=Verdict.SUPPORTED if said[1].lower() == "yes" else Verdict.NOT_SUPPORTED)
    return Unusable(reason="it says neither yes nor no.")


def _locate(quote: str, text: str) -> tuple[int, int] | None:
    """Find the words of a quotation in a text, whatever the blanks between them."""
    wanted = " ".join(quote.split())
    kept = [at for at, char in enumerate(text) if not (char.isspace() and text[at - 1 : at].isspace())]
    place = "".join(" " if text[at].isspace() else text[at] for at in kept).find(wanted)
    return (kept[place], kept[place + len(wanted) - 1] + 1) if place >= 0 else None
