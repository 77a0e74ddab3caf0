"""A second judge that speaks the OpenAI protocol, on loopback."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from claims.support.llm_judge import NEAR_CUT
from tests.crawler.servers import Asked, Reply, closed_port, reply, serving
from tests.process import EXAMPLE, citewatch

ARTICLE, ARCHIVE, SOURCES = (str(EXAMPLE / name) for name in ("article.txt", "archive.warc.gz", "sources.csv"))
VERIFY = ("verify", ARTICLE, "--archive", ARCHIVE, "--sources", SOURCES, "--quiet", "--format", "json")
AIR_LINK = "once a week with a small jet"


def saying(content: object) -> Callable[[Asked], Reply]:
    body = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
    return lambda asked: reply(body=body, headers={"Content-Type": "application/json"})


def verified(home: Path, url: str, *more: str, extra: dict[str, str] | None = None) -> tuple[int, dict[str, Any]]:
    arguments = (*VERIFY, "--judge", url, "--judge-model", "tiny", "--store", "store", *more)
    finished = citewatch(*arguments, home=home, extra=extra)
    return finished.returncode, json.loads((home / "citewatch-report" / "report.json").read_bytes())


def refinery(report: dict[str, Any]) -> dict[str, Any]:
    (claim,) = [claim for claim in report["documents"][0]["claims"] if "Sungri" in claim["text"]]
    return claim


def test_an_opinion_with_a_verbatim_quote_can_lift_an_alarm(tmp_path: Path) -> None:
    said = json.dumps({"verdict": "partially_supported", "quote": AIR_LINK})
    with serving(saying(said)) as server:
        status, report = verified(tmp_path, f"{server.base}/v1")
    claim = refinery(report)
    assert status == 1  # for the claim that its source contradicts
    assert claim["verdict"] == "partially_supported"
    assert claim["checks"][0]["evidence"][0]["quote"] == AIR_LINK
    assert "tiny" in report["tool"]["checker"]


def test_an_opinion_whose_quote_is_not_in_the_source_changes_nothing(tmp_path: Path) -> None:
    said = json.dumps({"verdict": "supported", "quote": "a fifth of the refinery was sold to a Mongolian firm"})
    with serving(saying(said)) as server:
        status, report = verified(tmp_path, f"{server.base}/v1")
    assert (status, refinery(report)["verdict"]) == (1, "not_supported")


def test_a_judge_that_fails_changes_nothing(tmp_path: Path) -> None:
    def broken(asked: Asked) -> Reply:
        return reply("500 Internal Server Error", b"<html>oops</html>")

    with serving(broken) as server:
        status, report = verified(tmp_path, f"{server.base}/v1")
    assert (status, refinery(report)["verdict"]) == (1, "not_supported")
    status, report = verified(tmp_path, f"http://127.0.0.1:{closed_port()}/v1")
    assert (status, refinery(report)["verdict"]) == (1, "not_supported")


def test_only_the_undecided_and_the_alarms_are_asked_about_each_once(tmp_path: Path) -> None:
    said = json.dumps({"verdict": "not_supported", "quote": ""})
    with serving(saying(said)) as server:
        _, report = verified(tmp_path, f"{server.base}/v1")
        bodies = [request.body for request in server.asked]
        verified(tmp_path, f"{server.base}/v1")
        assert len(server.asked) == len(bodies)
    questions = [json.loads(body)["messages"][1]["content"] for body in bodies]
    assert len(set(questions)) == len(questions) > 0
    alone = [claim for claim in report["documents"][0]["claims"] if len(claim["checks"]) == 1]
    settled = [claim["text"] for claim in alone if claim["verdict"] == "supported"]
    assert settled
    assert not [text for text in settled if any(f"Claim: {text}" in question for question in questions)]
    assert any("Sungri refinery" in question for question in questions)


def test_the_budget_in_calls_is_kept(tmp_path: Path) -> None:
    with serving(saying("no json at all")) as server:
        verified(tmp_path, f"{server.base}/v1", "--judge-calls", "1")
        assert len(server.asked) == 1


def test_the_key_comes_from_the_environment(tmp_path: Path) -> None:
    with serving(saying("{}")) as server:
        verified(tmp_path, f"{server.base}/v1", extra={"CITEWATCH_JUDGE_KEY": "s3cret"})
        keys = {request.headers["authorization"] for request in server.asked}
    assert keys == {"Bearer s3cret"}
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"s3cret" not in kept


def test_offline_the_judge_is_not_asked(tmp_path: Path) -> None:
    with serving(saying("{}")) as server:
        verified(tmp_path, f"{server.base}/v1", "--offline")
        assert server.asked == []


def supported(report: dict[str, Any]) -> list[dict[str, Any]]:
    claims: list[dict[str, Any]] = report["documents"][0]["claims"]
    return [claim for claim in claims if claim["verdict"] == "supported"]


def test_supported_claims_near_the_cut_are_asked_about_on_request_and_lowered(tmp_path: Path) -> None:
    said = json.dumps({"verdict": "not_supported", "quote": ""})
    with serving(saying(said)) as server:
        _, before = verified(tmp_path, f"{server.base}/v1")
        asked = len(server.asked)
        _, report = verified(tmp_path, f"{server.base}/v1", "--judge-scope", "near-cut")
        assert len(server.asked) > asked
    lowered = [claim for claim in supported(before) if claim["id"] not in {each["id"] for each in supported(report)}]
    assert lowered
    assert all(claim["score"] < NEAR_CUT for claim in lowered)
    now = {claim["id"]: claim for claim in report["documents"][0]["claims"]}
    assert {now[claim["id"]]["verdict"] for claim in lowered} == {"unclear"}
    assert all("tiny calls it not supported" in now[claim["id"]]["reason"] for claim in lowered)


def test_a_checker_that_says_yes_or_no_is_asked_in_its_own_way(tmp_path: Path) -> None:
    with serving(saying("Yes")) as server:
        _, report = verified(tmp_path, f"{server.base}/v1", "--judge-kind", "minicheck")
        prompts = [json.loads(request.body)["messages"] for request in server.asked]
    assert all([message["role"] for message in prompt] == ["user"] for prompt in prompts)
    assert all(prompt[0]["content"].startswith("Document: ") for prompt in prompts)
    assert refinery(report)["verdict"] == "not_supported"  # a yes does not outweigh a detail that is missing
    assert "tiny calls it supported" in refinery(report)["reason"]


def test_an_answer_that_cannot_be_used_is_said_on_the_terminal_and_in_the_report(tmp_path: Path) -> None:
    arguments = [word for word in VERIFY if word != "--quiet"]
    with serving(saying("I would rather not say.")) as server:
        finished = citewatch(*arguments, "--judge", f"{server.base}/v1", "--judge-model", "tiny", home=tmp_path)
    assert b"cannot be used: it is not the JSON that was asked for" in finished.stderr
    report = json.loads((tmp_path / "citewatch-report" / "report.json").read_bytes())
    assert "tiny gave no usable answer" in refinery(report)["checks"][0]["reason"]


def test_wrong_words_for_kind_and_scope_are_refused(tmp_path: Path) -> None:
    for option in ("--judge-kind", "--judge-scope"):
        finished = citewatch(*VERIFY, option, "everything", home=tmp_path)
        assert finished.returncode == 2
        assert b"It takes" in finished.stderr
