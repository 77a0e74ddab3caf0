"""`report.wiki`: a section for a talk page, with suggested edits to the article ready to copy.

Templates and parameters are those of the English Wikipedia: Failed verification, Dead link, and `archive-url` and
`archive-date` of Citation Style 1. The editor who copies them decides; citewatch edits nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from claims.records import ALARMS, Check, Citation, JudgedClaim, JudgedDocument, Report, Status
from reports.policy.claim_outcomes import NEED_ATTENTION, Outcome, claim_outcomes, worst_first
from reports.text.labels import LIVE, STATUSES, UNFINISHED, VERDICTS, archive_name, copy_name
from reports.text.links import public_copy, web_address
from reports.text.phrases import MONTHS, count, day, percent
from reports.text.sanitising import clean, one_line, shorten
from reports.text.source_parts import where_quoted
from reports.view.explanation import LONGEST_CLAIM, citations_by_id, contradictions
from reports.view.rows.check_rows import MOST_CHECKS
from reports.view.rows.quotes import best_quote

FILE_NAME = "report.wiki"

# Characters that could end a template's parameter or start markup in text that editors copy into one.
_MARKUP = re.compile(r"[{}\[\]|<>=~'\"_&#*:;!]")


class WikitextFormat:
    """A section for each document: the total, findings worst first, then archive links that references lack."""

    name = "wikitext"

    def render(self, report: Report) -> Mapping[str, Iterable[str]]:
        """Render `report.wiki`."""
        return {FILE_NAME: _lines(report)}


def nowiki(text: str) -> str:
    """Put `text` on one line and escape it, so that MediaWiki shows it as it is."""
    plain = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<nowiki>{plain}</nowiki>" if plain else ""


def _lines(report: Report) -> Iterator[str]:
    for document in report.documents:
        yield f"== Citation check: {nowiki(shorten(document.title or document.source, LONGEST_CLAIM))} ==\n"
        yield from _findings(report, document)
        yield from _archive_links(document)


def _findings(report: Report, document: JudgedDocument) -> Iterator[str]:
    outcomes = claim_outcomes(report, document)
    listed = [each for each in outcomes if each.outcome in NEED_ATTENTION and each.claim.citations]
    archives = ", ".join(nowiki(archive_name(name)) for name in report.archives) or "no archive"
    yield (
        f"Checked on {nowiki(day(report.finished))} against {archives} with {nowiki(report.tool.name)}"
        f" {nowiki(report.tool.version)}: {count(len(listed), 'claim needs', 'claims need')} attention.\n\n"
    )
    citations = citations_by_id(document)
    for outcome in sorted(listed, key=worst_first):
        unfinished = outcome.outcome is Outcome.UNFINISHED
        yield from _finding(outcome.claim, citations, _month(report.finished), unfinished)


def _finding(claim: JudgedClaim, citations: Mapping[str, Citation], month: str, unfinished: bool) -> Iterator[str]:
    label = UNFINISHED[0] if unfinished else VERDICTS[claim.verdict][0]
    score = f" ({percent(claim.score)})" if claim.score is not None else ""
    section = f", section {nowiki(claim.section)}" if claim.section else ""
    yield f"* '''{label}'''{score}, line {claim.line}{section}: “{nowiki(shorten(claim.statement, LONGEST_CLAIM))}”\n"
    for check in claim.checks[:MOST_CHECKS]:
        citation = citations.get(check.citation)
        yield f"** {nowiki(f'[{check.citation}]')} {_reference(citation)}\n"
        yield f"*** {_result(check)}\n"
        if edit := _tag(claim, check, citation, month):
            yield f"*** Suggested edit: <code>{nowiki(edit)}</code>\n"


def _reference(citation: Citation | None) -> str:
    if citation is None or citation.broken:
        return "no entry in the reference list"
    return nowiki(shorten(citation.text, LONGEST_CLAIM))


def _result(check: Check) -> str:
    if check.status is not Status.CHECKED or check.capture is None:
        label, meaning = STATUSES[check.status]
        return f"{label}: {nowiki(shorten(check.reason or meaning, LONGEST_CLAIM))}"
    copy = f"{copy_name(check.capture)} from {nowiki(day(check.capture.timestamp))}"
    if address := web_address(check.capture.memento):
        copy = f"[{_address(address)} {copy}]"
    quoted = ""
    if best := best_quote(check):
        where = where_quoted(check, best)
        quoted = f" says{f' ({where})' if where else ''}: “{nowiki(shorten(best.quote, LONGEST_CLAIM))}”"
    missing = f"; not found: {nowiki(', '.join(check.missing))}" if check.missing else ""
    return f"{copy}{quoted}{missing}"


def _tag(claim: JudgedClaim, check: Check, citation: Citation | None, month: str) -> str:
    """Return the template to add after the reference, if the result calls for one."""
    if citation is None or citation.broken:
        return ""
    if _is_dead(check):
        return f"{{{{dead link|date={month}}}}}"
    if check.status is Status.CHECKED and claim.verdict in ALARMS:
        said = _harmless("; ".join(contradictions(check.facts)))
        missing = _harmless(", ".join(check.missing))
        reason = f"|reason={said}" if said else f"|reason=not in the source: {missing}" if missing else ""
        return f"{{{{failed verification|date={month}{reason}}}}}"
    return ""


def _is_dead(check: Check) -> bool:
    """Return whether the live page itself was asked for and is gone; an archived error page says nothing of today."""
    return any(attempt.archive == LIVE and attempt.status is Status.ERROR_CAPTURE for attempt in check.tried)


def _archive_links(document: JudgedDocument) -> Iterator[str]:
    """Yield the `archive-url` that a reference lacks, for every copy that was read in a public archive."""
    edits = dict(_archive_edits(document))
    if edits:
        yield "\n; Archive links missing from references (add <code>url-status=live</code> if the page still works)\n"
        yield from (f"* {nowiki(f'[{name}]')} <code>{nowiki(edit)}</code>\n" for name, edit in edits.items())
    yield "\n"


def _archive_edits(document: JudgedDocument) -> Iterator[tuple[str, str]]:
    citations = citations_by_id(document)
    for check in (check for claim in document.claims for check in claim.checks):
        citation, capture = citations.get(check.citation), check.capture
        if not citation or citation.archive_url or not capture or check.status is not Status.CHECKED:
            continue
        if address := public_copy(capture):
            date = f"{capture.timestamp[:4]}-{capture.timestamp[4:6]}-{capture.timestamp[6:8]}"
            yield citation.id, f"|archive-url={_address(address)} |archive-date={_harmless(date)}"


def _address(url: str) -> str:
    """Escape everything in `url` that would end an external link or a template's parameter."""
    return quote(url, safe=":/?&=%#@+,;~$!*()-._")


def _harmless(text: str) -> str:
    return shorten(_MARKUP.sub(" ", one_line(text)), 120)


def _month(finished: str) -> str:
    year, _, rest = clean(finished).partition("-")
    number = int(rest[:2]) if rest[:2].isdigit() else 0
    return f"{MONTHS[number - 1]} {year}" if 1 <= number <= 12 else year
