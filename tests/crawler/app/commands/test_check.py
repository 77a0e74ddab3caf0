"""`citewatch check`: JSON Lines in, JSON Lines out."""

import json
from pathlib import Path

from tests.process import citewatch

PAGE = "The lighthouse was built in 1871 by Ada Brenner. It is 31 metres high and still in use."


def question(name: str, claim: str) -> bytes:
    return json.dumps({"id": name, "claim": claim, "text": PAGE}).encode() + b"\n"


def test_every_line_is_answered_in_order(tmp_path: Path) -> None:
    lines = question("a", "The lighthouse was built in 1871.") + b"\n" + question("b", "Sugar is made from beets.")
    finished = citewatch("check", "-", home=tmp_path, stdin=lines)
    answers = [json.loads(line) for line in finished.stdout.splitlines()]
    assert finished.returncode == 0
    assert [answer["id"] for answer in answers] == ["a", "b"]
    assert set(answers[0]) == {"id", "verdict", "score", "reason", "reason_code", "facts", "missing", "evidence"}


def test_quotes_are_verbatim_in_the_text_of_the_question(tmp_path: Path) -> None:
    finished = citewatch("check", "-", home=tmp_path, stdin=question("a", "The lighthouse was built in 1871."))
    (evidence, *_) = json.loads(finished.stdout)["evidence"]
    assert PAGE[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_a_line_that_is_no_question_is_named_and_the_answers_before_it_are_kept(tmp_path: Path) -> None:
    (tmp_path / "lines.jsonl").write_bytes(question("a", "The lighthouse is high.") + b'{"id": "b"}\n')
    finished = citewatch("check", "lines.jsonl", home=tmp_path)
    assert finished.returncode == 2
    assert "lines.jsonl, line 2" in finished.stderr.decode()
    assert json.loads(finished.stdout)["id"] == "a"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    finished = citewatch("check", "missing.jsonl", home=tmp_path)
    assert finished.returncode == 2
    assert "missing.jsonl" in finished.stderr.decode()


def test_a_file_that_begins_with_a_byte_order_mark_and_numbers_its_lines_is_read(tmp_path: Path) -> None:
    line = json.dumps({"id": 7, "claim": "The lighthouse was built in 1871.", "text": PAGE}).encode()
    finished = citewatch("check", "-", home=tmp_path, stdin=b"\xef\xbb\xbf" + line)
    assert json.loads(finished.stdout)["id"] == 7


def test_several_texts_are_judged_together_and_quotes_name_theirs(tmp_path: Path) -> None:
    texts = ["The lighthouse of Westhaven was built in 1871.", "The lighthouse of Westhaven is 31 metres high."]
    claim = "The lighthouse of Westhaven was built in 1871 and is 31 metres high."
    line = json.dumps({"id": 1, "claim": claim, "texts": texts}).encode()
    answer = json.loads(citewatch("check", "-", home=tmp_path, stdin=line).stdout)

    assert answer["missing"] == []
    assert {quote["source"] for quote in answer["evidence"]} == {0, 1}
    for quote in answer["evidence"]:
        assert texts[quote["source"]][quote["start"] : quote["end"]] == quote["quote"]
