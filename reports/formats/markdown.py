"""`report.md`: a summary for a CI job or a pull request comment, worst first, within their size limits.

What could not be checked is a table of the reasons at its end: a hundred references without an address are one row.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from claims.records import JudgedClaim, JudgedDocument, Report, Status
from reports.policy.claim_outcomes import ClaimOutcome, Outcome, claim_outcomes, worst_first
from reports.text.labels import CHANGES, STATUSES, VERDICTS, Tone, archive_name, copy_name
from reports.text.links import text_fragment, unframed, web_address
from reports.text.other_copies import other_copy
from reports.text.phrases import count, day, listed, percent, sentence
from reports.text.remedies import EXEMPTING
from reports.text.sanitising import WORD_JOINER, one_line, shorten
from reports.text.source_parts import quoted_capture, read_with, where_quoted
from reports.view.explanation import LONGEST_CLAIM, citations_by_id, place, why
from reports.view.overview import overview, uncited_words
from reports.view.rows.check_rows import MOST_CHECKS
from reports.view.rows.claim_rows import tone
from reports.view.rows.quotes import best_quote
from reports.view.summary import fetch_dates
from reports.view.unchecked import causes, remedy

FILE_NAME = "report.md"

UNREAD = (Outcome.UNREADABLE, Outcome.UNFINISHED)
MOST_ROWS = 20

# GitHub refuses comments over 65,536 characters (and job summaries over 1 MiB); GitLab's limit is higher.
LONGEST = 60_000

_SETTLING = f"""\
Correct each sentence or what it cites. Where a finding is wrong or known: {EXEMPTING[0].lower()}{EXEMPTING[1:]}"""

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
    """A table of totals, each finding with its reference, archived copy and quote, and what could not be checked."""

    name = "markdown"

    def render(self, report: Report) -> Mapping[str, Iterable[str]]:
        """Render `report.md`, at most `LONGEST` characters; a line counts the findings left out."""
        return {FILE_NAME: _pieces(report)}


def _pieces(report: Report) -> Iterator[str]:
    head, unread = "".join(_head(report)), "".join(_unread(report))
    yield head
    left = LONGEST - len(head) - len(unread)
    shown = sorted(
        (outcome for document in report.documents for outcome in claim_outcomes(report, document) if _wanted(outcome)),
        key=worst_first,
    )
    for number, outcome in enumerate(shown):
        text = "".join(f"{line}\n" for line in _finding(outcome))
        left -= len(text) + 1
        if left < 0:
            yield f"\n… and {count(len(shown) - number, 'more finding', 'more findings')} in the full report.\n"
            break
        yield "\n" + text
    yield unread


def _wanted(outcome: ClaimOutcome) -> bool:
    cited = bool(outcome.claim.citations)
    return outcome.outcome is Outcome.FINDING or (cited and outcome.outcome is Outcome.NOTED)


def _unread(report: Report) -> Iterator[str]:
    """Yield the table of what could not be checked, by reason and site, the most frequent first."""
    rows = Counter[tuple[Status, str]]()
    for document in report.documents:
        outcomes = claim_outcomes(report, document)
        rows += causes((each.claim for each in outcomes if each.outcome in UNREAD), document)
    if rows:
        yield "\n### Could not be checked\n\n| Why | Site | Claims | What would help |\n| --- | --- | ---: | --- |\n"
    for (status, host), number in rows.most_common(MOST_ROWS):
        site = escape(shorten(one_line(host), 80))
        yield f"| {STATUSES[status][0]} | {site} | {number:,} | {remedy(status)} |\n"
    if more := rows.total() - sum(number for _, number in rows.most_common(MOST_ROWS)):
        yield f"| Other | | {more:,} | The full report lists them. |\n"


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
    return f"{words}\n\n{_SETTLING}" if findings else words


def _finding(outcome: ClaimOutcome) -> Iterator[str]:
    claim, document = outcome.claim, outcome.document
    label = VERDICTS[claim.verdict][0]
    score = f" ({percent(claim.score)})" if claim.score is not None else ""
    yield f"### {_SIGNS[tone(claim)]} {label}{score}: {_place(document.source, claim.line, claim.column)}"
    yield ""
    yield f"> {escape(shorten(one_line(claim.statement), LONGEST_CLAIM))}"
    yield ""
    if reason := why(claim):
        yield f"{escape(sentence(reason))}"
        yield ""
    yield from _checks(claim, document)


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
        best = best_quote(check)
        quote = one_line(best.quote) if best else ""
        where = where_quoted(check, best) if best else ""
        shown = quoted_capture(check, best) if best else check.capture
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
