"""A policy applied to a report: which findings count, which are exempt, and which other conditions are met."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from claims.records import Change, Citation, ExemptBy, Exemption, JudgedClaim, JudgedDocument, Link, Report, Verdict
from reports.policy.baseline import Baseline, BaselineEntry, active_entries, expired
from reports.policy.fail_on import FailOn, counts
from reports.policy.ignore_rules import IgnoreRule
from reports.policy.stale_entries import stale_notes
from reports.text.phrases import count
from reports.text.sanitising import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class PathRule:
    """Another `fail_on` for the documents whose source matches the pattern `path`."""

    path: str
    fail_on: FailOn


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Everything that decides which findings count. The first of several path rules that matches a document applies."""

    fail_on: FailOn
    paths: tuple[PathRule, ...] = ()
    ignore: tuple[IgnoreRule, ...] = ()

    def conditions(self, document: JudgedDocument) -> FailOn:
        """Return the conditions that apply to `document`."""
        return next((rule.fail_on for rule in self.paths if fnmatchcase(document.source, rule.path)), self.fail_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The result of a policy and a baseline for a report.

    Attributes:
        counting: the source and the text of every finding that counts, in reading order.
        exempt: findings that would count if nothing exempted them.
        met: a sentence for each exceeded share, empty document and unfinished document that counts.
        notes: a sentence for each entry or rule that expired or no longer matches anything.
    """

    counting: tuple[tuple[str, str], ...]
    exempt: tuple[Exemption, ...]
    met: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def failed(self) -> bool:
        """Whether the exit status is 1."""
        return bool(self.counting or self.met)


def evaluate(report: Report, policy: Policy, today: str, baseline: Baseline | None = None) -> Evaluation:
    """Find what counts in `report` on `today` (an ISO date). Claims that are not finished never count."""
    entries = baseline.entries if baseline else ()
    known = active_entries(entries, today)
    rules = [rule for rule in policy.ignore if not expired(rule.until, today)]
    counting: list[tuple[str, str]] = []
    remaining = Counter[tuple[FailOn, Verdict]]()
    exempt: list[Exemption] = []
    for document in report.documents:
        fail_on = policy.conditions(document)
        citations = {citation.id: citation for citation in document.citations}
        for claim in _candidates(document, fail_on):
            exemption = _exemption(document.source, claim, citations, rules, known)
            if exemption:
                exempt.append(exemption)
                continue
            remaining[fail_on, claim.verdict] += 1
            if counts(claim, fail_on):
                counting.append((document.source, claim.text))
    return Evaluation(
        counting=tuple(counting),
        exempt=tuple(exempt),
        met=(*_exceeded(report, policy, remaining), *_documents(report, policy)),
        notes=tuple(stale_notes(report, entries, policy.ignore, exempt, today)),
    )


def annotate(report: Report, policy: Policy, evaluation: Evaluation, changes: Sequence[Change] = ()) -> Report:
    """Add the policy, its evaluation and the changes to `report`, for every format to show.

    Documents with conditions of their own have them already, see `with_conditions`.
    """
    return replace(
        report,
        fail_on=policy.fail_on.words,
        exempt=evaluation.exempt,
        changes=tuple(changes),
        notes=(*report.notes, *evaluation.met, *evaluation.notes),
    )


def with_conditions(document: JudgedDocument, policy: Policy) -> JudgedDocument:
    """Add the conditions that apply to a document, if they are not those of the run."""
    fail_on = policy.conditions(document)
    return document if fail_on == policy.fail_on else replace(document, fail_on=fail_on.words)


def _candidates(document: JudgedDocument, fail_on: FailOn) -> Iterator[JudgedClaim]:
    """Yield the claims that count, by themselves or in a share, unless something exempts them."""
    named = fail_on.verdicts | {share.verdict for share in fail_on.shares}
    for claim in document.claims:
        if claim.link is Link.TRAILING or claim.unfinished:
            continue
        if claim.verdict in named or counts(claim, fail_on):
            yield claim


def _exemption(
    source: str,
    claim: JudgedClaim,
    citations: Mapping[str, Citation],
    rules: Iterable[IgnoreRule],
    known: Mapping[str, BaselineEntry],
) -> Exemption | None:
    for rule in rules:
        if rule.matches(source, claim, citations):
            return Exemption(source=source, claim=claim.id, by=rule.by, reason=rule.reason, until=rule.until)
    entry = known.get(claim.id)
    if entry and entry.covers(claim):
        by = ExemptBy.BASELINE
        return Exemption(source=source, claim=claim.id, by=by, reason=entry.reason, until=entry.until)
    return None


def _exceeded(report: Report, policy: Policy, remaining: Mapping[tuple[FailOn, Verdict], int]) -> Iterator[str]:
    """Yield a sentence for each exceeded share of the cited claims of all documents with the same conditions."""
    for fail_on in dict.fromkeys((policy.fail_on, *(rule.fail_on for rule in policy.paths))):
        cited = sum(
            claim.link is Link.DIRECT
            for document in report.documents
            if fail_on.shares and policy.conditions(document) == fail_on
            for claim in document.claims
        )
        for share in fail_on.shares:
            number = remaining.get((fail_on, share.verdict), 0)
            if cited and 100 * number > share.percent * cited:
                yield (
                    f"{number} of {cited} cited claims ({100 * number / cited:.1f} %) are {share.verdict.value};"
                    f" the limit is {share.percent:g} %."
                )


def _documents(report: Report, policy: Policy) -> Iterator[str]:
    """Yield a sentence for each document that counts because it is empty or unfinished."""
    for document in report.documents:
        fail_on, source = policy.conditions(document), one_line(document.source)
        if fail_on.empty and not any(claim.link is Link.DIRECT for claim in document.claims):
            yield f"{source} has no cited claim, and fail-on names empty."
        unfinished = sum(claim.unfinished for claim in document.claims)
        if fail_on.unfinished and unfinished:
            waiting = count(unfinished, "claim waits", "claims wait")
            yield f"{source} is not finished: {waiting} for an archive, and fail-on names unfinished."
