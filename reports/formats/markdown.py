"""`report.md`: a summary for a CI job's page or a pull request's comment, worst first, cut where these cut."""

import re
from collections.abc import Iterable, Iterator, Mapping

from claims.records import JudgedClaim, JudgedDocument, Report
from reports.policy.outcomes import ClaimOutcome, Standing, citations_of, outcomes
from reports.view.check_rows import MOST_CHECKS
from reports.view.explanation import LONGEST_CLAIM, place
from reports.view.fetch_dates import fetched_words
from reports.view.glance import glance, uncited_words
from reports.view.labels import STATUSES, UNFINISHED, VERDICTS, Tone, archive_words, count
from reports.view.rows import tone
from reports.view.sanitising import (
    WORD_JOINER,
    day,
    listed,
    one_line,
    percent,
    shorten,
    text_fragment,
    unframed,
    web_address,
)
from reports.view.summary import urgency

FILE_NAME = "report.md"

# GitHub refuses comments over 65,536 characters (and job summaries over 1 MiB); GitLab's limit is higher.
LONGEST = 60_000

_SIGNS = {Tone.YES: "✅", Tone.PART: "🟡", Tone.NO: "❌", Tone.BLANK: "⚪", Tone.BARE: "➖", Tone.WAIT: "⏳"}
_TOLD = (Standing.FINDING, Standing.NOTED, Standing.UNREADABLE, Standing.UNFINISHED)
# Every ASCII punctuation character may stand behind a backslash (CommonMark 0.31, 2.4): these start something anywhere,
# those that do so only at the start of a line are looked at there.
_SPECIAL = re.compile(r"[\\`*_{}\[\]()#!|<>~&$]|^[-+=:]")
# Mentions, issue numbers, emoji names and bare addresses are found after rendering, where a backslash no longer helps:
# a word joiner, which nobody sees, keeps them apart.
_LINKING = re.compile(r"@(?=\w)|#(?=\d)|:(?=\w+:)|(?<=\w):(?=//)|\bwww(?=\.)|\bGH(?=-\d)", re.IGNORECASE)
_LISTED = re.compile(r"^(\d{1,9})([.)])", re.ASCII)


class MarkdownFormat:
    """A table of totals, then each finding with its reference, copy and quote."""

    name = "markdown"

    def render(self, report: Report) -> Mapping[str, Iterable[str]]:
        """`report.md`, at most `LONGEST` characters; what is cut is counted."""
        return {FILE_NAME: _pieces(report)}


def _pieces(report: Report) -> Iterator[str]:
    head = "".join(_head(report))
    yield head
    left = LONGEST - len(head)
    told = sorted(
        (outcome for document in report.documents for outcome in outcomes(report, document) if _wanted(outcome)),
        key=_urgency,
    )
    for number, outcome in enumerate(told):
        text = "".join(f"{line}\n" for line in _finding(outcome))
        left -= len(text) + 1
        if left < 0:
            yield f"\n… and {count(len(told) - number, 'more finding', 'more findings')} in the full report.\n"
            return
        yield "\n" + text


def _wanted(outcome: ClaimOutcome) -> bool:
    cited = bool(outcome.claim.citations)
    return outcome.standing is Standing.FINDING or (cited and outcome.standing in _TOLD)


def _urgency(outcome: ClaimOutcome) -> tuple[int, tuple[bool, int, float, int]]:
    return _TOLD.index(outcome.standing), urgency(outcome.claim)


def _head(report: Report) -> Iterator[str]:
    total = report.summary
    yield "## Citation check\n\n"
    yield f"{_outcome(report)}\n\n"
    yield "| | Claims |\n| --- | ---: |\n"
    for share in glance(report.documents).shares:
        yield f"| {_SIGNS[share.tone]} {share.label} | {share.count:,} |\n"
    yield f"| **Cited claims** | **{total.claims:,}** |\n"
    yield f"\n{uncited_words(total)}. "
    yield f"Checked on {escape(day(report.finished))} against {escape(listed(map(archive_words, report.archives)))}.\n"
    if report.exempt:
        yield f"\n{count(len(report.exempt), 'finding does', 'findings do')} not count: the full report lists them.\n"
    for change in report.changes[:20]:
        yield f"\n- {change.kind.value.replace('_', ' ')}: {_place(change.source, change.line, None)}"
        yield f" {escape(shorten(one_line(change.text), 120))}"
        if change.was:
            yield f" (it was: {escape(shorten(one_line(change.was), 120))})"
    yield "\n" if report.changes else ""
    fetched = fetched_words(report, report.documents)
    notes = (*report.notes[:20], *([fetched] if fetched else ()))
    for note in notes:
        yield f"\n- {escape(shorten(one_line(note), 300))}"
    yield "\n" if notes else ""


def _outcome(report: Report) -> str:
    standings = [outcome.standing for document in report.documents for outcome in outcomes(report, document)]
    findings, unfinished = standings.count(Standing.FINDING), standings.count(Standing.UNFINISHED)
    verdict = f"**{count(findings, 'finding', 'findings')}.**" if findings else "**Nothing that counts was found.**"
    if unfinished:
        claims = count(unfinished, "claim", "claims")
        verdict += f" Not finished: {claims} could not be asked for; run it again."
    return verdict


def _finding(outcome: ClaimOutcome) -> Iterator[str]:
    claim, document = outcome.claim, outcome.document
    label = UNFINISHED[0] if outcome.standing is Standing.UNFINISHED else VERDICTS[claim.verdict][0]
    score = f" ({percent(claim.score)})" if claim.score is not None else ""
    yield f"### {_SIGNS[tone(claim)]} {label}{score}: {_place(document.source, claim.line, claim.column)}"
    yield ""
    yield f"> {escape(shorten(one_line(claim.text), LONGEST_CLAIM))}"
    yield ""
    yield from _checks(claim, document)
    if claim.missing:
        yield f"- Not there: {escape(shorten(listed(map(one_line, claim.missing)), 300))}"


def _checks(claim: JudgedClaim, document: JudgedDocument) -> Iterator[str]:
    citations = citations_of(document)
    for check in claim.checks[:MOST_CHECKS]:
        citation = citations.get(check.citation)
        text = one_line(citation.text) if citation else ""
        reference = escape(shorten(text, LONGEST_CLAIM)) or "no entry for this marker"
        yield f"- \\[{escape(shorten(one_line(check.citation), 40))}\\] {reference}"
        if check.capture is None:
            label, meaning = STATUSES[check.status]
            yield f"  - {label}: {escape(shorten(one_line(check.reason or meaning), LONGEST_CLAIM))}"
            continue
        quote = one_line(check.evidence[0].quote) if check.evidence else ""
        memento = web_address(check.capture.memento)
        copy = f"copy of {escape(day(check.capture.timestamp))}"
        if memento:
            copy = f"[{copy}](<{_target(text_fragment(unframed(memento) or memento, quote))}>)"
        said = f": “{escape(shorten(quote, LONGEST_CLAIM))}”" if quote else ""
        yield f"  - {copy}, {escape(archive_words(check.capture.archive))}{said}"


def _place(source: str, line: int, column: int | None) -> str:
    return place(escape(shorten(one_line(source), 120)), line, column)


def _target(url: str) -> str:
    return url.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")


def escape(text: str) -> str:
    """`text` on one line such that Markdown, GitHub's included, shows it and makes nothing of it."""
    apart = _LINKING.sub(lambda found: found[0] + WORD_JOINER, one_line(text))
    return _LISTED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", apart))
