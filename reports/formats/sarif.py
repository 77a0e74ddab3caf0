"""`report.sarif`: findings at their lines in SARIF 2.1.0, for code review and code scanning.

Format: OASIS SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html (section numbers below).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from claims.records import ALARMS, ChangeKind, Citation, ExemptBy, Exemption, JudgedClaim, Report, Status, Verdict
from reports.json_stream import Array, Object, pieces
from reports.policy.claim_outcomes import ClaimOutcome, Outcome, claim_outcomes
from reports.text.labels import LIVE, STATUSES, VERDICTS
from reports.text.links import web_address
from reports.text.remedies import EXEMPTING, REMEDIES
from reports.text.sanitising import one_line
from reports.view.explanation import citations_by_id, explanation, headline, statement

FILE_NAME = "report.sarif"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVELS = {Outcome.FINDING: "error", Outcome.NOTED: "warning", Outcome.UNREADABLE: "note", Outcome.EXEMPT: "note"}
_BRACKETS = re.compile(r"[\\\[\]]")


class SarifFormat:
    """A result for each cited claim that is not fully supported; unfinished claims are notifications instead."""

    name = "sarif"

    def render(self, report: Report) -> Mapping[str, Iterable[str]]:
        """Render `report.sarif`, with one run."""
        log = Object((("$schema", SCHEMA), ("version", "2.1.0"), ("runs", Array([_run(report)]))))
        return {FILE_NAME: chain(pieces(log), "\n")}


def _run(report: Report) -> Object:
    """Return the run. Its results and notifications are created as they are written, which takes two passes."""
    used = sorted({_rule_id(outcome.claim) for outcome in _outcomes(report) if _is_result(outcome)})
    unfinished = any(_unfinished(outcome) for outcome in _outcomes(report))
    driver = {
        "name": report.tool.name,
        "version": report.tool.version,
        "semanticVersion": report.tool.version,
        "rules": [_rule(name) for name in used],
    }
    invocation = (
        ("executionSuccessful", not unfinished),
        ("startTimeUtc", report.started),
        ("endTimeUtc", report.finished),
        ("toolExecutionNotifications", Array(_notifications(report))),
    )
    return Object(
        (
            ("tool", {"driver": driver}),
            (
                "automationDetails",
                {"id": f"{report.tool.name}/{report.started}"},
            ),  # the category, then the run (3.17.3)
            ("invocations", Array([Object(invocation)])),
            ("columnKind", "unicodeCodePoints"),  # as `Claim.column` counts
            ("results", Array(_results(report, used))),
        )
    )


def _outcomes(report: Report) -> Iterator[ClaimOutcome]:
    for document in report.documents:
        yield from claim_outcomes(report, document)


def _notifications(report: Report) -> Iterator[dict[str, Any]]:
    return (_notification(outcome) for outcome in _outcomes(report) if _unfinished(outcome))


def _results(report: Report, used: Sequence[str]) -> Iterator[dict[str, Any]]:
    states = _states(report)
    for document in report.documents:
        citations = citations_by_id(document)
        for outcome in claim_outcomes(report, document):
            if _is_result(outcome):
                result = _result(outcome, citations, states)
                yield result | {"ruleIndex": used.index(result["ruleId"])}


def _unfinished(outcome: ClaimOutcome) -> bool:
    return outcome.outcome is Outcome.UNFINISHED


def _is_result(outcome: ClaimOutcome) -> bool:
    if outcome.outcome in (Outcome.PASSED, Outcome.UNFINISHED):
        return False
    return bool(outcome.claim.citations) or outcome.outcome in (Outcome.FINDING, Outcome.EXEMPT)


def _rule(name: str) -> dict[str, Any]:
    label, meaning = VERDICTS[Verdict(name)] if name in list(Verdict) else STATUSES[Status(name)]
    return {
        "id": name,
        "name": "".join(word.capitalize() for word in name.split("_")),
        "shortDescription": {"text": label},
        "fullDescription": {"text": meaning},
        "help": {"text": f"{meaning} {REMEDIES[name].replace('`', '')}", "markdown": help_page(name)},
        "defaultConfiguration": {"level": "error" if name in ALARMS else "warning"},
    }


def help_page(name: str) -> str:
    """Return the page on the rule `name` in Markdown, which GitHub shows beside its findings."""
    label, meaning = VERDICTS[Verdict(name)] if name in list(Verdict) else STATUSES[Status(name)]
    return f"**{label}.** {meaning}\n\n**What to do.** {REMEDIES[name]}\n\n**If it is known.** {EXEMPTING}\n"


def _result(outcome: ClaimOutcome, citations: Mapping[str, Citation], states: Mapping[str, str]) -> dict[str, Any]:
    claim = outcome.claim
    result: dict[str, Any] = {
        "ruleId": _rule_id(claim),
        "level": _LEVELS[outcome.outcome],
        "message": {"text": _message(claim, citations)},
        "locations": [_location(outcome)],
        # GitHub and others follow a finding from run to run by these, even if its line moves (3.27.17).
        "partialFingerprints": {"citewatchClaim/v1": one_line(claim.id)},
        "properties": {"verdict": claim.verdict.value, "section": one_line(claim.section or "")},
    }
    if claim.key:
        result["properties"]["key"] = one_line(claim.key)
    if claim.score is not None:
        result["rank"] = round(100 * (1 - claim.score), 1)
    if states:
        result["baselineState"] = states.get(claim.id, "unchanged")
    if outcome.exemption:
        result["suppressions"] = [_suppression(outcome.exemption)]
    return result


def _rule_id(claim: JudgedClaim) -> str:
    """Return the verdict, or the source's status for a claim that could not be checked: its remedy depends on that."""
    if claim.verdict is not Verdict.SOURCE_UNAVAILABLE and claim.verdict is not Verdict.SUPPORTED:
        return claim.verdict.value
    unread = (check.status.value for check in claim.checks if check.status.value in REMEDIES)
    return next(unread, Status.NO_URL.value)


def _message(claim: JudgedClaim, citations: Mapping[str, Citation]) -> str:
    unread = claim.verdict is Verdict.SOURCE_UNAVAILABLE
    text = _plain("\n".join((statement(claim) if unread else headline(claim), *explanation(claim, citations))))
    return text + "".join(f"\n{link}" for link in _links(claim))


def _links(claim: JudgedClaim) -> Iterator[str]:
    for check in claim.checks[:3]:
        memento = web_address(check.capture.memento) if check.capture else None
        if check.capture and memento:
            name = "live page" if check.capture.archive == LIVE else "archived copy"
            yield f"[Open the {name}]({quote(memento, safe=':/?&=%#@+,;~$!*')})"


def _plain(text: str) -> str:
    # Brackets make links in messages (3.11.6); text from outside must make none.
    return _BRACKETS.sub(r"\\\g<0>", text)


def _location(outcome: ClaimOutcome) -> dict[str, Any]:
    """Return the place from the claim's marker, where a fix starts, to the end of its line (3.30.5 to 3.30.8)."""
    claim = outcome.claim
    region: dict[str, Any] = {"startLine": max(1, claim.line)}
    if claim.column is not None:
        region["startColumn"] = claim.column
    region["snippet"] = {"text": one_line(claim.text)}
    return {
        "physicalLocation": {"artifactLocation": {"uri": _uri(outcome.document.source)}, "region": region},
    }


def _uri(source: str) -> str:
    source = one_line(source)
    if web_address(source):
        return quote(source, safe=":/?&=%#@+,;~$!*'()")
    return quote(PurePath(source).as_posix(), safe="/")


def _states(report: Report) -> dict[str, str]:
    """Return the baseline state (3.27.24) of the claims that changed since the earlier report."""
    kinds = {change.claim: change.kind for change in report.changes if change.after is not None}
    return {claim: "new" if kind is ChangeKind.NEW else "updated" for claim, kind in kinds.items()}


def _suppression(exemption: Exemption) -> dict[str, str]:
    kind = "inSource" if exemption.by is ExemptBy.COMMENT else "external"
    return {"kind": kind, "justification": one_line(exemption.reason) or f"exempted by {exemption.by.value}"}


def _notification(outcome: ClaimOutcome) -> dict[str, Any]:
    return {
        "level": "warning",
        "message": {"text": _plain(headline(outcome.claim))},
        "locations": [_location(outcome)],
        "descriptor": {"id": "unfinished"},
    }
