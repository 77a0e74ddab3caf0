"""Which findings count: by verdict, by status and by share, less what rules, comments and the baseline exempt."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from claims.records import (
    Change,
    Citation,
    ExemptBy,
    Exemption,
    JudgedClaim,
    JudgedDocument,
    Link,
    Report,
    Status,
    Verdict,
)
from reports.changes.edits import closest
from reports.policy.baseline import Baseline, Known, holds, in_force
from reports.view.sanitising import one_line, shorten

LONGEST_TEXT = 160

_SHARE = re.compile(r"(\w+)\s*>\s*(\d+(?:\.\d+)?)\s*%", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A limit: at most `percent` of the cited claims may have this verdict."""

    verdict: Verdict
    percent: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FailOn:
    """What makes a run fail.

    Attributes:
        words: as the user wrote it.
        verdicts, statuses: a claim counts if it has one of these verdicts, or a check with one of these statuses.
        shares: limits; a verdict named only here does not count claim by claim.
    """

    words: tuple[str, ...]
    verdicts: frozenset[Verdict]
    statuses: frozenset[Status] = frozenset()
    shares: tuple[Share, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignore:
    """Findings to leave out: those that fit everything which is given here.

    Attributes:
        url: pattern (`*`, `?`, `[…]`) for the address of a citation that the claim rests on.
        claim: a claim's id.
        path: pattern for the document's source.
        lines: lines of the input that the claim's marker may stand on; empty for any.
        reason: why, for the report.
        until: ISO date of the last day that this holds.
        by: whether a rule of the configuration says so or a comment in the document.
    """

    url: str | None = None
    claim: str | None = None
    path: str | None = None
    lines: tuple[int, ...] = ()
    reason: str = ""
    until: str | None = None
    by: ExemptBy = ExemptBy.RULE


@dataclass(frozen=True, slots=True, kw_only=True)
class PathRule:
    """Another `fail_on` for the documents whose source fits the pattern `path`."""

    path: str
    fail_on: FailOn


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Everything that decides which findings count. Of several path rules, the first that fits a document holds."""

    fail_on: FailOn
    paths: tuple[PathRule, ...] = ()
    ignore: tuple[Ignore, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a policy and a baseline make of a report.

    Attributes:
        counting: source and claim of every finding that counts, in reading order.
        exempt: findings that would count, were they not exempted.
        exceeded: a sentence for each share that is exceeded.
        notes: a sentence for each entry or rule that expired or fits nothing any more.
    """

    counting: tuple[tuple[str, JudgedClaim], ...]
    exempt: tuple[Exemption, ...]
    exceeded: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def failed(self) -> bool:
        """Whether the exit status is 1."""
        return bool(self.counting or self.exceeded)


def parse_fail_on(words: Sequence[str]) -> FailOn:
    """What a list such as `not_supported`, `soft_404`, `partially_supported > 2 %` asks for; `never` for nothing.

    Raises:
        ValueError: a word is no verdict, no status and no share, or names a status that is never a finding.
    """
    verdicts, statuses, shares = set(), set(), []
    for word in words:
        share = _SHARE.fullmatch(word.strip())
        if share and share[1] in list(Verdict):
            shares.append(Share(verdict=Verdict(share[1]), percent=float(share[2])))
        elif word in list(Verdict):
            verdicts.add(Verdict(word))
        elif word in list(Status) and not Status(word).unfinished:
            statuses.add(Status(word))
        elif word != "never":
            raise ValueError(_no_condition(word))
    return FailOn(words=tuple(words), verdicts=frozenset(verdicts), statuses=frozenset(statuses), shares=tuple(shares))


def judge(report: Report, policy: Policy, today: str, baseline: Baseline | None = None) -> Outcome:
    """What counts in `report` on `today` (an ISO date). Claims that are not finished never count."""
    entries = baseline.entries if baseline else ()
    known = in_force(entries, today)
    rules = [rule for rule in policy.ignore if holds(rule.until, today)]
    counting: list[tuple[str, JudgedClaim]] = []
    shared: list[tuple[FailOn, JudgedClaim]] = []
    exempt: list[Exemption] = []
    for document in report.documents:
        fail_on = _fail_on(document, policy)
        citations = {citation.id: citation for citation in document.citations}
        for claim in _candidates(document, fail_on):
            exemption = _exemption(document.source, claim, citations, rules, known)
            if exemption:
                exempt.append(exemption)
                continue
            shared.append((fail_on, claim))
            if counts(claim, fail_on):
                counting.append((document.source, claim))
    return Outcome(
        counting=tuple(counting),
        exempt=tuple(exempt),
        exceeded=tuple(_exceeded(report, policy, shared)),
        notes=tuple(_notes(report, entries, policy.ignore, exempt, today)),
    )


def annotated(report: Report, policy: Policy, outcome: Outcome, changes: Sequence[Change] = ()) -> Report:
    """`report` with what it was judged by and what came of it, for every format to show."""
    return replace(
        report,
        documents=tuple(_marked(document, policy) for document in report.documents),
        fail_on=policy.fail_on.words,
        exempt=outcome.exempt,
        changes=tuple(changes),
        notes=(*report.notes, *outcome.exceeded, *outcome.notes),
    )


def counts(claim: JudgedClaim, fail_on: FailOn) -> bool:
    """Whether `claim` counts by its verdict or by what happened to one of its sources."""
    return claim.verdict in fail_on.verdicts or any(check.status in fail_on.statuses for check in claim.checks)


def _marked(document: JudgedDocument, policy: Policy) -> JudgedDocument:
    fail_on = _fail_on(document, policy)
    return document if fail_on == policy.fail_on else replace(document, fail_on=fail_on.words)


def _no_condition(word: str) -> str:
    if word in list(Status):
        return f"{word} is never a finding: it means that an archive did not answer, and the exit status is 3."
    return f"{word!r} is no verdict, no status and no share such as 'not_supported > 2 %'."


def _fail_on(document: JudgedDocument, policy: Policy) -> FailOn:
    return next((rule.fail_on for rule in policy.paths if fnmatchcase(document.source, rule.path)), policy.fail_on)


def _candidates(document: JudgedDocument, fail_on: FailOn) -> Iterator[JudgedClaim]:
    """The claims that count, claim by claim or in a share, unless something exempts them."""
    named = fail_on.verdicts | {share.verdict for share in fail_on.shares}
    for claim in document.claims:
        if claim.link is Link.TRAILING or claim.unfinished:
            continue
        if claim.verdict in named or counts(claim, fail_on):
            yield claim


def _exemption(
    source: str,
    claim: JudgedClaim,
    citations: dict[str, Citation],
    rules: Iterable[Ignore],
    known: dict[str, Known],
) -> Exemption | None:
    for rule in rules:
        if _fits(rule, source, claim, citations):
            return Exemption(source=source, claim=claim.id, by=rule.by, reason=rule.reason, until=rule.until)
    entry = known.get(claim.id)
    if entry and entry.covers(claim):
        by = ExemptBy.BASELINE
        return Exemption(source=source, claim=claim.id, by=by, reason=entry.reason, until=entry.until)
    return None


def _fits(rule: Ignore, source: str, claim: JudgedClaim, citations: dict[str, Citation]) -> bool:
    if rule.path is not None and not fnmatchcase(source, rule.path):
        return False
    if rule.claim is not None and rule.claim != claim.id:
        return False
    if rule.lines and claim.line not in rule.lines:
        return False
    return rule.url is None or any(
        fnmatchcase(url, rule.url) for name in claim.citations if name in citations for url in _urls(citations[name])
    )


def _urls(citation: Citation) -> tuple[str, ...]:
    return (citation.url, *citation.urls) if citation.url else citation.urls


def _exceeded(report: Report, policy: Policy, shared: Sequence[tuple[FailOn, JudgedClaim]]) -> Iterator[str]:
    """A share is of the cited claims of all documents that the same `fail_on` holds for."""
    for fail_on in dict.fromkeys((policy.fail_on, *(rule.fail_on for rule in policy.paths))):
        documents = [document for document in report.documents if _fail_on(document, policy) == fail_on]
        cited = sum(claim.link is Link.DIRECT for document in documents for claim in document.claims)
        for share in fail_on.shares:
            number = sum(claim.verdict is share.verdict for other, claim in shared if other == fail_on)
            if cited and 100 * number > share.percent * cited:
                yield (
                    f"{number} of {cited} cited claims ({100 * number / cited:.1f} %) are {share.verdict.value},"
                    f" and the limit is {share.percent:g} %."
                )


def _notes(
    report: Report, entries: Sequence[Known], rules: Sequence[Ignore], exempt: Sequence[Exemption], today: str
) -> Iterator[str]:
    covered = {exemption.claim for exemption in exempt if exemption.by is ExemptBy.BASELINE}
    now = {claim.id: claim for document in report.documents for claim in document.claims}
    known = {entry.id for entry in entries}
    for entry in entries:
        claim = now.get(entry.id)
        if not holds(entry.until, today):
            yield f"The baseline's entry {entry.id} expired on {entry.until}{_why(entry.reason)}."
        elif claim is None:
            yield f"The baseline's entry {entry.id} fits no claim any more: {_fate(entry, report, known)}."
        elif claim.verdict is Verdict.SUPPORTED is not entry.verdict and entry.id not in covered:
            yield f"The baseline's entry {entry.id} is no longer needed: the claim is supported now."
    for rule in rules:
        if not holds(rule.until, today):
            yield f"A rule to ignore {rule.url or rule.claim or rule.path} expired on {rule.until}{_why(rule.reason)}."


def _fate(entry: Known, report: Report, known: Container[str]) -> str:
    """What became of the claim of an entry: an edited one is another claim, which nobody has accepted."""
    amiss = (
        claim.text
        for document in report.documents
        if document.source == entry.source
        for claim in document.claims
        if claim.link is Link.DIRECT and claim.verdict is not Verdict.SUPPORTED and claim.id not in known
    )
    text = closest(entry.text, amiss)
    if text is None:
        return "it was edited or taken out"
    return f"it was edited to “{shorten(one_line(text), LONGEST_TEXT)}”, which is not accepted by it"


def _why(reason: str) -> str:
    return f" ({reason})" if reason else ""
