"""A claim's result as lines of plain text, for the formats that have no layout of their own."""

from collections.abc import Iterator, Mapping, Sequence

from claims.records import Check, Citation, Fact, FactState, JudgedClaim, JudgedDocument, Status, Verdict
from reports.severity import pending
from reports.text.labels import STATUSES, UNFINISHED, VERDICTS, archive_name, copy_name
from reports.text.other_copies import other_copy
from reports.text.phrases import day, listed, percent, sentence
from reports.text.sanitising import one_line, shorten
from reports.text.source_parts import read_with, where_quoted
from reports.view.rows.check_rows import MOST_CHECKS
from reports.view.rows.quotes import best_quote

LONGEST_CLAIM = 300
LONGEST_TEXT = 400


def headline(claim: JudgedClaim) -> str:
    """Return one line with the verdict, the claim and the reason of the verdict."""
    reason = why(claim)
    return f"{statement(claim)} ({reason})" if reason else statement(claim)


def statement(claim: JudgedClaim) -> str:
    """Return one line with the verdict and the claim, for where the explanation follows."""
    return f"{label(claim)}: {shorten(one_line(claim.statement), LONGEST_CLAIM)}"


def label(claim: JudgedClaim) -> str:
    """Return the name of a claim's verdict, or that it is not checked yet."""
    return UNFINISHED[0] if pending(claim) else VERDICTS[claim.verdict][0]


def why(claim: JudgedClaim) -> str:
    """Return the reason of a claim's verdict in one line: what contradicts it, what is missing, what was unreadable."""
    unread = [check for check in claim.checks if check.status is not Status.CHECKED]
    if pending(claim) or (unread and claim.verdict is Verdict.SOURCE_UNAVAILABLE and not claim.reason):
        wanted = [check for check in unread if check.status.unfinished] or unread
        first = wanted[0]
        return shorten(one_line(first.reason or STATUSES[first.status][1]).rstrip("."), LONGEST_TEXT)
    told = [one_line(words) for words in contradictions(claim.facts)]
    if not told and claim.reason:
        told = [one_line(claim.reason).rstrip(".")]
    if claim.missing:
        told.append(f"not found: {_named(claim.missing)}")
    return shorten("; ".join(told), LONGEST_TEXT)


def contradictions(facts: Sequence[Fact]) -> Iterator[str]:
    """Yield what the source says instead of each detail that it contradicts: `the source says 27, not 31`."""
    for fact in facts:
        if fact.state is FactState.CONTRADICTED and fact.found:
            yield f"the source says {fact.found}, not {fact.text}"


def place(source: str, line: int, column: int | None) -> str:
    """Return the place of a claim's marker, as editors and compilers write it: `article.md:3:14`."""
    return f"{source}:{line}" if column is None else f"{source}:{line}:{column}"


def citations_by_id(document: JudgedDocument) -> dict[str, Citation]:
    """Return the citations of `document` by their ids."""
    return {citation.id: citation for citation in document.citations}


def explanation(claim: JudgedClaim, citations: Mapping[str, Citation]) -> Iterator[str]:
    """Yield lines for each check: the reference, the result, the copy, the best quote, the missing details."""
    for check in claim.checks[:MOST_CHECKS]:
        yield f"[{shorten(one_line(check.citation), 40)}] {_reference(citations.get(check.citation))}"
        yield from _check(check)
    if len(claim.checks) > MOST_CHECKS:
        yield f"… and {len(claim.checks) - MOST_CHECKS} more sources"


def _check(check: Check) -> Iterator[str]:
    if check.status is Status.CHECKED:
        score = f", {percent(check.score)}" if check.score is not None else ""
        yield f"{VERDICTS[check.verdict][0]}{score}"
    else:
        name, meaning = STATUSES[check.status]
        yield f"{name}: {sentence(shorten(one_line(check.reason or meaning), LONGEST_TEXT))}"
    if check.capture:
        address = f": {one_line(check.capture.memento)}" if check.capture.memento else ""
        archive = one_line(archive_name(check.capture.archive))
        name = copy_name(check.capture).capitalize()
        yield f"{name} from {one_line(day(check.capture.timestamp))} in {archive}{address}"
    yield from filter(None, (read_with(check), other_copy(check)))
    if quote := best_quote(check):
        where = where_quoted(check, quote)
        quoted = shorten(one_line(quote.quote), LONGEST_TEXT)
        yield f"Quote ({where}): “{quoted}”" if where else f"Quote: “{quoted}”"
    if check.missing:
        yield f"Not found: {_named(check.missing)}"
    if check.reason and check.status is Status.CHECKED:
        yield sentence(shorten(one_line(check.reason), LONGEST_TEXT))


def _reference(citation: Citation | None) -> str:
    if citation is None or citation.broken:
        return "The reference list has no entry for this marker."
    return shorten(one_line(citation.text), LONGEST_TEXT) or one_line(citation.url or "")


def _named(missing: tuple[str, ...]) -> str:
    return shorten(listed(one_line(text) for text in missing), LONGEST_TEXT)
