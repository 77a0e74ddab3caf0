"""What became of the claims between two reports: new, worse, died, changed, mended, gone."""

from collections.abc import Iterable, Iterator, Sequence

from claims.records import Change, ChangeKind, Check, JudgedClaim, JudgedDocument, Link, Report, Status, Verdict
from reports.baseline import worse
from reports.shown import one_line, shorten

ORDER = tuple(ChangeKind)
"""The order in which changes are told: what asks for someone first."""

LONGEST_TEXT = 160

REGRESSIONS = frozenset({ChangeKind.NEW, ChangeKind.WORSE, ChangeKind.SOURCE_DIED})


def diff(old: Report, new: Report) -> tuple[Change, ...]:
    """The changes from `old` to `new`, by kind in the order of `ChangeKind`, then in reading order.

    Claims are paired by their document's source and their id. A claim that `new` could not finish checking is passed
    over: an archive's outage is no change. Sentences without a marker of their own are passed over as well.
    """
    before = dict(_claims(old.documents))
    after = dict(_claims(new.documents))
    pairs = [
        change
        for (source, name), claim in after.items()
        if (change := _change(source, before.get((source, name)), claim))
    ]
    gone = [_gone(source, claim) for (source, name), claim in before.items() if (source, name) not in after]
    found = [*pairs, *(change for change in gone if change.before is not Verdict.SUPPORTED)]
    return tuple(sorted(found, key=lambda change: ORDER.index(change.kind)))


def regressed(changes: Iterable[Change], fail_on: Sequence[str]) -> bool:
    """Whether one of `changes` is for the worse and ends in a verdict that `fail_on` names: exit status 1."""
    return any(change.kind in REGRESSIONS and change.after in fail_on for change in changes)


def told(changes: Iterable[Change]) -> Iterator[str]:
    """A line of text for each change, for a terminal or a mail: kind, place, verdicts, claim."""
    for change in changes:
        verdicts = " -> ".join(verdict.value if verdict else "-" for verdict in (change.before, change.after))
        where = f"{one_line(change.source)}:{change.line}"
        kind = change.kind.value.replace("_", " ")
        yield f"{kind}  {where}  {verdicts}  {shorten(one_line(change.text), LONGEST_TEXT)}"


def _claims(documents: Iterable[JudgedDocument]) -> Iterator[tuple[tuple[str, str], JudgedClaim]]:
    for document in documents:
        for claim in document.claims:
            if claim.link is Link.DIRECT:
                yield (document.source, claim.id), claim


def _change(source: str, old: JudgedClaim | None, new: JudgedClaim) -> Change | None:
    if new.unfinished:
        return None
    kind = _kind(old, new)
    if kind is None:
        return None
    return Change(
        kind=kind,
        source=source,
        claim=new.id,
        text=new.text,
        line=new.line,
        before=None if old is None or old.unfinished else old.verdict,
        after=new.verdict,
    )


def _kind(old: JudgedClaim | None, new: JudgedClaim) -> ChangeKind | None:
    if old is None or old.unfinished:
        return None if new.verdict is Verdict.SUPPORTED else ChangeKind.NEW
    if _died(old, new):
        return ChangeKind.SOURCE_DIED
    if worse(old.verdict, new.verdict):
        return ChangeKind.WORSE
    if worse(new.verdict, old.verdict):
        return ChangeKind.MENDED
    return ChangeKind.SOURCE_CHANGED if _contents(old) != _contents(new) else None


def _gone(source: str, claim: JudgedClaim) -> Change:
    return Change(
        kind=ChangeKind.GONE, source=source, claim=claim.id, text=claim.text, line=claim.line, before=claim.verdict
    )


def _died(old: JudgedClaim, new: JudgedClaim) -> bool:
    """Whether a source that was read can be read no longer, so that the claim has nothing to stand on or less."""
    now = {check.citation: check.status for check in new.checks}
    lost = any(_read(check) and now.get(check.citation) not in (Status.CHECKED, None) for check in old.checks)
    return lost and new.verdict is not Verdict.SUPPORTED and new.verdict is not old.verdict


def _contents(claim: JudgedClaim) -> tuple[tuple[str, str, str], ...]:
    """What was read for a claim: by its digest, since one content may be captured many times."""
    return tuple((check.citation, check.status.value, _content(check)) for check in claim.checks)


def _content(check: Check) -> str:
    return (check.capture.digest or check.capture.timestamp) if check.capture else ""


def _read(check: Check) -> bool:
    return check.status is Status.CHECKED
