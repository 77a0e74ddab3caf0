"""`gl-code-quality-report.json`: findings at their lines, as GitLab shows them in merge requests.

Format: the subset of the Code Climate format that GitLab reads, https://docs.gitlab.com/ci/testing/code_quality/.
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import chain
from typing import Any

from claims.records import Report, Verdict
from reports.json_stream import Array, pieces
from reports.policy.claim_outcomes import Outcome, claim_outcomes
from reports.text.sanitising import one_line
from reports.view.explanation import headline

FILE_NAME = "gl-code-quality-report.json"

_SEVERITIES = {
    Verdict.CONTRADICTED: "critical",
    Verdict.NOT_SUPPORTED: "major",
    Verdict.PARTIALLY_SUPPORTED: "minor",
}
"""Every other verdict that counts is `info`."""


class CodeQualityFormat:
    """An entry for each finding that counts, and for each claim that is not, or not fully, supported."""

    name = "codequality"

    def render(self, report: Report) -> Mapping[str, Iterable[str]]:
        """Render `gl-code-quality-report.json`, one array."""
        return {FILE_NAME: chain(pieces(Array(_entries(report))), "\n")}


def _entries(report: Report) -> Iterator[dict[str, Any]]:
    for document in report.documents:
        source = one_line(document.source)
        for outcome in claim_outcomes(report, document):
            claim = outcome.claim
            noted = outcome.outcome is Outcome.NOTED and claim.citations
            if noted or outcome.outcome is Outcome.FINDING:
                followed = f"{source}\0{claim.id}\0{claim.verdict.value}"
                yield {
                    "description": headline(claim),
                    "check_name": f"citewatch/{claim.verdict.value}",
                    "fingerprint": sha256(followed.encode(errors="replace")).hexdigest(),
                    "severity": _SEVERITIES.get(claim.verdict, "info"),
                    "location": {"path": source, "lines": {"begin": max(1, claim.line)}},
                }
