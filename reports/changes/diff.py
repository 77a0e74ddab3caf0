"""What became of the claims between two reports: new, worse, died, edited, changed, mended, gone."""

from collections.abc import Iterable, Iterator, Sequence

from claims.records import Change, ChangeKind, Check, JudgedClaim, Report, Status, Verdict
from reports.changes.edits import Placed, edited, placed
from reports.policy.baseline import worse
from reports.view.sanitising import one_line, shorten

ORDER = tuple(ChangeKind)
"""The order in which changes are told: what asks for someone first."""

LONGEST_TEXT = 160

REGRESSIONS = frozenset({ChangeKind.NEW, ChangeKind.WORSE, ChangeKind.SOURCE_DIED})


def diff(old: Report, new: Report) -> tuple[Change, ...]:
    """The changes from `old` to `new`, by kind in the order of `ChangeKind`, then in reading order.

    Claims are paired by their document's source and their id, and those that are left over by
    `reports.changes.edits`. A claim that `new` could not finish checking is passed over: an archive's outage is no
    change. Sentences without a marker of
    their own are passed over as well, and edits of a claim that was and is supported.
    """
    before, after = placed(old.documents), placed(new.documents)
    edits = edited(before, after)
    pairs = [(before.get(edits.get(key, key)), each) for key, each in after.items()]
    changes = [change for was, now in pairs if (change := _change(was, now))]
    left = before.keys() - after.keys() - set(edits.values())
    gone = [_gone(each) for key, each in before.items() if key in left and _amiss(each.claim)]
    return tuple(sorted([*changes, *gone], key=lambda change: ORDER.index(change.kind)))


def regressed(changes: Iterable[Change], fail_on: Sequence[str]) -> bool:
    """Whether one of `changes` is for the worse and ends in a verdict that `fail_on` names: exit status 1."""
    return any(_for_the_worse(change) and change.after in fail_on for change in changes)


def _for_the_worse(change: Change) -> bool:
    if change.kind is not ChangeKind.EDITED or change.after is None:
        return change.kind in REGRESSIONS
    return change.before is None or worse(change.before, change.after)


def told(changes: Iterable[Change]) -> Iterator[str]:
    """A line of text for each change, for a terminal or a mail: kind, place, verdicts, claim."""
    for change in changes:
        verdicts = " -> ".join(verdict.value if verdict else "-" for verdict in (change.before, change.after))
        where = f"{one_line(change.source)}:{change.line}"
        kind = change.kind.value.replace("_", " ")
        was = f"  (it was: {shorten(one_line(change.was), LONGEST_TEXT)})" if change.was else ""
        yield f"{kind}  {where}  {verdicts}  {shorten(one_line(change.text), LONGEST_TEXT)}{was}"


def _change(old: Placed | None, new: Placed) -> Change | None:
    claim, was = new.claim, old.claim if old else None
    if claim.unfinished:
        return None
    edit = old is not None and old.key != new.key
    kind = _edit(was, claim) if edit else _kind(was, claim)
    if kind is None:
        return None
    return Change(
        kind=kind,
        source=new.key[0],
        claim=claim.id,
        text=claim.text,
        line=claim.line,
        before=None if was is None or was.unfinished else was.verdict,
        after=claim.verdict,
        was=was.text if was and edit else None,
    )


def _edit(old: JudgedClaim | None, new: JudgedClaim) -> ChangeKind | None:
    return ChangeKind.EDITED if _amiss(new) or (old and _amiss(old)) else None


def _amiss(claim: JudgedClaim) -> bool:
    return claim.verdict is not Verdict.SUPPORTED


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


def _gone(old: Placed) -> Change:
    claim = old.claim
    return Change(
        kind=ChangeKind.GONE, source=old.key[0], claim=claim.id, text=claim.text, line=claim.line, before=claim.verdict
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
