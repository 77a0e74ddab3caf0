"""The words of sources that a report keeps, so that a finding can be settled without opening the archived page."""

from collections.abc import Iterable, Iterator

from claims.records import Evidence, Excerpt, JudgedClaim, Link, Status
from reports.severity import needs_attention

WHOLE = 20_000
"""Characters up to which a source's text is kept whole: some ten printed pages, longer than most news articles."""

WHOLE_ALTOGETHER = 400_000
"""Characters of whole texts that one document's report keeps; beyond them, only stretches around the evidence."""

AROUND = 1_500
"""Characters that are kept on either side of evidence: a screenful on a desktop, two on a phone."""


class Excerpts:
    """Collects the evidence of findings and cuts excerpts from the sources before they are dropped."""

    def __init__(self, *, all_whole: bool) -> None:
        """Begin with no evidence; with `all_whole`, keep whole texts whatever their length."""
        self.cut: list[Excerpt] = []
        self._evidence: dict[str, list[Evidence]] = {}
        self._room = WHOLE_ALTOGETHER
        self._all_whole = all_whole

    def note(self, claim: JudgedClaim) -> None:
        """Note what is quoted for `claim`, if it is a finding."""
        if claim.link is Link.DIRECT and needs_attention(claim):
            for check in claim.checks:
                if check.status is Status.CHECKED:
                    shown = [quote for quote in check.evidence if not quote.hidden]
                    self._evidence.setdefault(check.citation, []).extend(shown)

    def take(self, citation: str, text: str) -> None:
        """Cut the excerpts of a source, the copy of `citation`, from its `text`; none if no finding cites it."""
        evidence = self._evidence.pop(citation, None)
        if evidence is None:
            return
        if self._all_whole or len(text) <= min(WHOLE, self._room):
            self._room -= len(text)
            self.cut.append(Excerpt(citation=citation, start=0, text=text, whole=True))
            return
        for start, end in stretches(evidence, text):
            self.cut.append(Excerpt(citation=citation, start=start, text=text[start:end]))


def stretches(evidence: Iterable[Evidence], text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each stretch of `text` around `evidence`, in order; none touch each other."""
    begin = end = -1
    for quote in sorted(evidence, key=lambda quote: quote.start):
        start, stop = _after_space(text, quote.start - AROUND), _before_space(text, quote.end + AROUND)
        if begin < 0:
            begin, end = start, stop
        elif start <= end:
            end = max(end, stop)
        else:
            yield begin, end
            begin, end = start, stop
    if begin >= 0:
        yield begin, end


def _after_space(text: str, position: int) -> int:
    """Return the next start of a word at or after `position`, within reach; 0 before the start of the text."""
    if position <= 0:
        return 0
    space = text.find(" ", position, position + 40)
    return position if space < 0 else space + 1


def _before_space(text: str, position: int) -> int:
    """Return the last end of a word before `position`, within reach; the text's length behind its end."""
    if position >= len(text):
        return len(text)
    space = text.rfind(" ", position - 40, position)
    return position if space < 0 else space
