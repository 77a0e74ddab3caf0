r"""A claim as the statement to judge: without the keys of the works that it cites.

A key stands where print has the name of an author: `@ito1962 found that it leaks`, `\textcite{ito1962}` in LaTeX. No
page has it, so that as words it would be a detail which the source lacks.
"""

import re

from claims.records import Claim
from claims.support.interface import Statement


def statement_of(title: str | None, claim: Claim) -> Statement:
    """Make the statement of a claim of a document with this title; places in its text are those in the claim's."""
    return Statement(
        text=_without_keys(claim.text, claim),
        context=_without_keys(claim.context, claim),
        title=title or "",
        section=claim.section or "",
    )


def _without_keys(text: str, claim: Claim) -> str:
    """Blank the keys of a claim's citations."""
    if "@" not in text or not claim.citations:
        return text
    keys = "|".join(map(re.escape, sorted(claim.citations, key=len, reverse=True)))
    return re.sub(rf"(?<!\w)@(?:{keys})(?!\w)", lambda key: " " * len(key[0]), text)
