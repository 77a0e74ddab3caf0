"""The changes between two reports: claims that are new, worse, edited, fixed or gone, and sources that changed."""

from collections.abc import Iterable, Iterator, Sequence

from claims.records import Change, ChangeKind, Check, JudgedClaim, Report, Status, Verdict
from reports.changes.pairing import PlacedClaim, pair_edited, placed_claims
from reports.severity import worse
from reports.text.sanitising import one_line, shorten

ORDER = tuple(ChangeKind)
"""The order in which changes are listed: the most urgent kind first."""

LONGEST_TEXT = 160

REGRESSIONS = frozenset({ChangeKind.NEW, ChangeKind.WORSE, ChangeKind.SOURCE_DIED})


def diff(old: Report, new: Report) -> tuple[Change, ...]:
    """Return the changes from `old` to `new`, by kind in the order of `ChangeKind`, then in reading order.

    Claims are paired by their document's source and their id, the rest by `pair_edited`. Three things are no change: a
    claim that `new` could not finish checking (an archive's outage), a sentence without a marker of its own, and an
    edit of a claim that was and is supported.
    """
    before, after = placed_claims(old.documents), placed_claims(new.documents)
    edits = pair_edited(before, after)
    pairs = [(before.get(edits.get(key, key)), each) for key, each in after.items()]
    changes = [change for earlier, later in pairs if (change := _change(earlier, later))]
    left = before.keys() - after.keys() - set(edits.values())
    gone = [_gone(each) for key, each in before.items() if key in left and not _supported(each.claim)]
    return tuple(sorted([*changes, *gone], key=lambda change: ORDER.index(change.kind)))


def regressed(changes: Iterable[Change], fail_on: Sequence[str]) -> bool:
    """Return whether one of `changes` is for the worse and ends in a verdict that `fail_on` names (exit status 1)."""
    return any(_for_the_worse(change) and change.after in fail_on for change in changes)


def change_lines(changes: Iterable[Change]) -> Iterator[str]:
    """Yield a line of text for each change, for a terminal or a mail: kind, place, verdicts, claim."""
    for change in changes:
        verdicts = " -> ".join(verdict.value if verdict else "-" for verdict in (change.before, change.after))
        where = f"{one_line(change.source)}:{change.line}"
        kind = change.kind.value.replace("_", " ")
        was = f"  (was: {shorten(one_line(change.was), LONGEST_TEXT)})" if change.was else ""
        yield f"{kind}  {where}  {verdicts}  {shorten(one_line(change.text), LONGEST_TEXT)}{was}"


def _for_the_worse(change: Change) -> bool:
    if change.kind is not ChangeKind.EDITED or change.after is None:
        return change.kind in REGRESSIONS
    return change.before is None or worse(change.before, change.after)


def _change(earlier: PlacedClaim | None, later: PlacedClaim) -> Change | None:
    claim, was = later.claim, earlier.claim if earlier else None
    if claim.unfinished:
        return None
    edited = earlier is not None and earlier.key != later.key
    kind = _edit(was, claim) if edited else _kind(was, claim)
    if kind is None:
        return None
    return Change(
        kind=kind,
        source=later.key[0],
        claim=claim.id,
        text=claim.text,
        line=claim.line,
        before=None if was is None or was.unfinished else was.verdict,
        after=claim.verdict,
        was=was.text if was and edited else None,
    )


def _edit(old: JudgedClaim | None, new: JudgedClaim) -> ChangeKind | None:
    return None if _supported(new) and (old is None or _supported(old)) else ChangeKind.EDITED


def _supported(claim: JudgedClaim) -> bool:
    return claim.verdict is Verdict.SUPPORTED


def _kind(old: JudgedClaim | None, new: JudgedClaim) -> ChangeKind | None:
    if old is None or old.unfinished:
        return None if _supported(new) else ChangeKind.NEW
    if _source_died(old, new):
        return ChangeKind.SOURCE_DIED
    if worse(old.verdict, new.verdict):
        return ChangeKind.WORSE
    if worse(new.verdict, old.verdict):
        return ChangeKind.MENDED
    return ChangeKind.SOURCE_CHANGED if _contents(old) != _contents(new) else None


def _gone(old: PlacedClaim) -> Change:
    claim = old.claim
    return Change(
        kind=ChangeKind.GONE, source=old.key[0], claim=claim.id, text=claim.text, line=claim.line, before=claim.verdict
    )


def _source_died(old: JudgedClaim, new: JudgedClaim) -> bool:
    """Return whether a source that was read before is unreadable now, and the claim lost its verdict with it."""
    now = {check.citation: check.status for check in new.checks}
    lost = any(_read(check) and now.get(check.citation) not in (Status.CHECKED, None) for check in old.checks)
    return lost and not _supported(new) and new.verdict is not old.verdict


def _contents(claim: JudgedClaim) -> tuple[tuple[str, str, str], ...]:
    """Identify what was read for a claim: by digest, since the same content may be captured many times."""
    return tuple((check.citation, check.status.value, _content(check)) for check in claim.checks)


def _content(check: Check) -> str:
    return (check.capture.digest or check.capture.timestamp) if check.capture else ""


def _read(check: Check) -> bool:
    return check.status is Status.CHECKED
