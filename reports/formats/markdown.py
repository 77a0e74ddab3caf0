"""`report.md`: a summary for a CI job or a pull request comment, worst first, within their size limits."""

import re
from collections.abc import Iterable, Iterator, Mapping

from claims.records import JudgedClaim, JudgedDocument, Report
from reports.policy.claim_outcomes import NEED_ATTENTION, ClaimOutcome, Outcome, claim_outcomes, worst_first
from reports.text.labels import CHANGES, STATUSES, UNFINISHED, VERDICTS, Tone, archive_name, copy_name
from reports.text.links import text_fragment, unframed, web_address
from reports.text.other_copies import other_copy
from reports.text.phrases import count, day, listed, percent
from reports.text.sanitising import WORD_JOINER, one_line, shorten
from reports.text.source_parts import quoted_capture, read_with, where_quoted
from reports.view.check_rows import MOST_CHECKS
from reports.view.claim_rows import tone
from reports.view.explanation import LONGEST_CLAIM, citations_by_id, place
from reports.view.overview import overview, uncited_words
from reports.view.summary import fetch_dates

FILE_NAME = "report.md"

# GitHub refuses comments over 65,536 characters (and job summaries over 1 MiB); GitLab's limit is higher.
LONGEST = 60_000

_SIGNS = {
    Tone.AGAINST: "⛔", Tone.NO: "❌", Tone.PART: "🟡", Tone.UNSURE: "❔",
    Tone.YES: "✅", Tone.BLANK: "⚪", Tone.BARE: "➖", Tone.WAIT: "⏳",
}  # fmt: skip
# A backslash may escape any ASCII punctuation character (CommonMark 0.31, 2.4): the first class starts markup anywhere,
# the second only at the start of a line.
_SPECIAL = re.compile(r"[\\`*_{}\[\]()#!|<>~&$]|^[-+=:]")
# GitHub finds mentions, issue numbers, emoji names and bare addresses after rendering, where a backslash no longer
# helps: an invisible word joiner breaks them up.
_LINKING = re.compile(r"@(?=\w)|#(?=\d)|:(?=\w+:)|(?<=\w):(?=//)|\bwww(?=\.)|\bGH(?=-\d)", re.IGNORECASE)
_LISTED = re.compile(r"^(\d{1,9})([.)])", re.ASCII)


class MarkdownFormat:
    """A table of totals, then each finding with its reference, archived copy and quote."""

    name = "markdown"

    def render(self, report: Report) -> Mapping[str, Iterable[str]]:
        """Render `report.md`, at most `LONGEST` characters; its last line counts the findings left out."""
        return {FILE_NAME: _pieces(report)}


def _pieces(report: Report) -> Iterator[str]:
    head = "".join(_head(report))
    yield head
    left = LONGEST - len(head)
    shown = sorted(
        (outcome for document in report.documents for outcome in claim_outcomes(report, document) if _wanted(outcome)),
        key=worst_first,
    )
    for number, outcome in enumerate(shown):
        text = "".join(f"{line}\n" for line in _finding(outcome))
        left -= len(text) + 1
        if left < 0:
            yield f"\n… and {count(len(shown) - number, 'more finding', 'more findings')} in the full report.\n"
            return
        yield "\n" + text


def _wanted(outcome: ClaimOutcome) -> bool:
    cited = bool(outcome.claim.citations)
    return outcome.outcome is Outcome.FINDING or (cited and outcome.outcome in NEED_ATTENTION)


def _head(report: Report) -> Iterator[str]:
    total = report.summary
    yield "## Citation check\n\n"
    yield f"{_result(report)}\n\n"
    yield "| | Claims |\n| --- | ---: |\n"
    for share in overview(report.documents).shares:
        yield f"| {_SIGNS[share.tone]} {share.label} | {share.count:,} |\n"
    yield f"| **Cited claims** | **{total.claims:,}** |\n"
    yield f"\n{uncited_words(total)}. "
    yield f"Checked on {escape(day(report.finished))} against {escape(listed(map(archive_name, report.archives)))}.\n"
    if report.exempt:
        yield f"\n{count(len(report.exempt), 'finding does', 'findings do')} not count; the full report lists them.\n"
    for change in report.changes[:20]:
        yield f"\n- {CHANGES[change.kind]}: {_place(change.source, change.line, None)}"
        yield f" {escape(shorten(one_line(change.text), 120))}"
        if change.was:
            yield f" (was: {escape(shorten(one_line(change.was), 120))})"
    yield "\n" if report.changes else ""
    fetched = fetch_dates(report, report.documents)
    notes = (*report.notes[:20], *([fetched] if fetched else ()))
    for note in notes:
        yield f"\n- {escape(shorten(one_line(note), 300))}"
    yield "\n" if notes else ""


def _result(report: Report) -> str:
    results = [each.outcome for document in report.documents for each in claim_outcomes(report, document)]
    findings, unfinished = results.count(Outcome.FINDING), results.count(Outcome.UNFINISHED)
    words = f"**{count(findings, 'finding', 'findings')}.**" if findings else "**No findings that count.**"
    if unfinished:
        claims = count(unfinished, "claim is", "claims are")
        words += f" {claims} not checked yet, because an archive did not answer: run the check again to continue."
    return words


def _finding(outcome: ClaimOutcome) -> Iterator[str]:
    claim, document = outcome.claim, outcome.document
    label = UNFINISHED[0] if outcome.outcome is Outcome.UNFINISHED else VERDICTS[claim.verdict][0]
    score = f" ({percent(claim.score)})" if claim.score is not None else ""
    yield f"### {_SIGNS[tone(claim)]} {label}{score}: {_place(document.source, claim.line, claim.column)}"
    yield ""
    yield f"> {escape(shorten(one_line(claim.statement), LONGEST_CLAIM))}"
    yield ""
    yield from _checks(claim, document)
    if claim.missing:
        yield f"- Not found: {escape(shorten(listed(map(one_line, claim.missing)), 300))}"


def _checks(claim: JudgedClaim, document: JudgedDocument) -> Iterator[str]:
    citations = citations_by_id(document)
    for check in claim.checks[:MOST_CHECKS]:
        citation = citations.get(check.citation)
        text = one_line(citation.text) if citation else ""
        reference = escape(shorten(text, LONGEST_CLAIM)) or "no entry in the reference list"
        yield f"- \\[{escape(shorten(one_line(check.citation), 40))}\\] {reference}"
        if check.capture is None:
            label, meaning = STATUSES[check.status]
            yield f"  - {label}: {escape(shorten(one_line(check.reason or meaning), LONGEST_CLAIM))}"
            continue
        quote = one_line(check.evidence[0].quote) if check.evidence else ""
        where = where_quoted(check, check.evidence[0]) if check.evidence else ""
        shown = quoted_capture(check, check.evidence[0]) if check.evidence else check.capture
        memento = web_address(shown.memento if shown else None)
        copy = f"{copy_name(check.capture)} from {escape(day(check.capture.timestamp))}"
        if memento:
            copy = f"[{copy}](<{_target(text_fragment(unframed(memento) or memento, quote))}>)"
        quoted = f": “{escape(shorten(quote, LONGEST_CLAIM))}”{f' ({where})' if where else ''}" if quote else ""
        yield f"  - {copy}, {escape(archive_name(check.capture.archive))}{quoted}"
        for more in filter(None, (read_with(check), other_copy(check))):
            yield f"  - {escape(more)}"


def _place(source: str, line: int, column: int | None) -> str:
    return place(escape(shorten(one_line(source), 120)), line, column)


def _target(url: str) -> str:
    return url.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")


def escape(text: str) -> str:
    """Put `text` on one line and escape it, so that Markdown (GitHub's included) shows it as it is."""
    apart = _LINKING.sub(lambda found: found[0] + WORD_JOINER, one_line(text))
    return _LISTED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", apart))
