"""A second judge that speaks the OpenAI protocol, on loopback."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

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
