"""Rules that exempt findings: by address, claim, document or line."""

from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from claims.records import Citation, ExemptBy, JudgedClaim


@dataclass(frozen=True, slots=True, kw_only=True)
class IgnoreRule:
    """Exempts the findings that match all of its given fields.

    Attributes:
        url: pattern (`*`, `?`, `[…]`) for the address of a citation of the claim.
        claim: a claim's id.
        path: pattern for the document's source.
        lines: lines of the input on which the claim's marker may be; empty for any.
        reason: why, for the report.
        until: ISO date of the last day on which the rule applies, or None.
        by: where the rule comes from: the configuration or a comment in the document.
    """

    url: str | None = None
    claim: str | None = None
    path: str | None = None
    lines: tuple[int, ...] = ()
    reason: str = ""
    until: str | None = None
    by: ExemptBy = ExemptBy.RULE

    def matches(self, source: str, claim: JudgedClaim, citations: Mapping[str, Citation]) -> bool:
        """Return whether the rule exempts `claim`.

        Args:
            source: `Document.source` of the claim's document.
            claim: the claim.
            citations: the document's citations by their ids.
        """
        if self.path is not None and not fnmatchcase(source, self.path):
            return False
        if self.claim is not None and self.claim != claim.id:
            return False
        if self.lines and claim.line not in self.lines:
            return False
        cited = [citations[name] for name in claim.citations if name in citations]
        return self.url is None or any(fnmatchcase(url, self.url) for citation in cited for url in _urls(citation))


def _urls(citation: Citation) -> tuple[str, ...]:
    return (citation.url, *citation.urls) if citation.url else citation.urls
