"""The second pass before an alarm: who is judged again, by which copies, and what counts."""

from collections.abc import Mapping, Sequence

import pytest

from claims.records import Claim, JudgedClaim, Link, Verdict
from crawler.stages.second_pass import second_pass

CITED = {"calm": ("1",), "alarm": ("1", "2"), "alone": ("3",)}


def claim(name: str) -> Claim:
    return Claim(id=name, text=name, sentence=name, context=name, start=0, end=1, line=1, section=None,
                 link=Link.DIRECT, citations=CITED[name])  # fmt: skip


def judged(name: str, verdict: Verdict) -> JudgedClaim:
    known = {each: getattr(claim(name), each) for each in Claim.__dataclass_fields__}
    return JudgedClaim(**known, verdict=verdict)


@pytest.mark.anyio
async def test_only_alarms_with_another_copy_are_judged_again_and_the_milder_judgement_counts() -> None:
    verdicts = {"calm": Verdict.SUPPORTED, "alarm": Verdict.CONTRADICTED, "alone": Verdict.NOT_SUPPORTED}
    asked: list[str] = []
    again: list[tuple[list[str], dict[str, str]]] = []

    async def other(name: str) -> str | None:
        asked.append(name)
        return "the other copy" if name == "2" else None

    async def judge(claims: Sequence[Claim], others: Mapping[str, str]) -> list[JudgedClaim]:
        again.append(([each.id for each in claims], dict(others)))
        return [judged(each.id, Verdict.SUPPORTED) for each in claims]

    first = [judged(name, verdict) for name, verdict in verdicts.items()]
    final = await second_pass([claim(name) for name in verdicts], first, other, judge)
    assert asked == ["1", "2", "3"]
    assert again == [(["alarm"], {"2": "the other copy"})]
    assert [each.verdict for each in final] == [Verdict.SUPPORTED, Verdict.SUPPORTED, Verdict.NOT_SUPPORTED]
