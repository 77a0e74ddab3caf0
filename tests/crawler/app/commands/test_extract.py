"""`citewatch extract`: one claim a line, its citations spelled out."""

import json
import subprocess
from collections import Counter
from pathlib import Path

from tests.process import EXAMPLE, citewatch, command, environment
from tests.shared import shared


def test_the_seed_gives_its_eleven_claims_and_eight_citations(tmp_path: Path) -> None:
    seed = shared("seed/mongolia-north-korea-relations.txt")
    claims = [json.loads(line) for line in citewatch("extract", str(seed), home=tmp_path).stdout.splitlines()]
    direct = [claim for claim in claims if claim["link"] == "direct"]
    cited = Counter(citation["id"] for claim in direct for citation in claim["citations"])
    assert len(direct) == 11
    assert cited == {"1": 3, "2": 2, "3": 1, "4": 1, "5": 1, "6": 1, "7": 1, "8": 1}
    entries = {citation["id"]: citation for claim in direct for citation in claim["citations"]}
    assert entries["3"]["url"] == "https://doi.org/10.1525/as.2006.46.2.275"
    assert entries["3"]["date"] == "2006-03"
    assert (entries["1"]["access_date"], entries["1"]["archive_date"]) == ("2007-08-22", "2007-10-26")


def test_navigation_junk_around_the_seed_is_no_claim(tmp_path: Path) -> None:
    seed = shared("seed/mongolia-north-korea-relations.txt")
    claims = [json.loads(line) for line in citewatch("extract", str(seed), home=tmp_path).stdout.splitlines()]
    texts = [claim["text"] for claim in claims]
    assert not [text for text in texts if "Wikimedia" in text or "dictionaries" in text or "External" in text]
    assert not [text for text in texts if len(text.split()) < 4]


def test_standard_input_is_a_document(tmp_path: Path) -> None:
    text = b"A tower stands here.[^1]\n\n[^1]: [Towers](https://towers.example/here)\n"
    (claim,) = citewatch("extract", "-", home=tmp_path, stdin=text).stdout.splitlines()
    assert json.loads(claim)["citations"][0]["url"] == "https://towers.example/here"


def test_a_reader_that_stops_listening_is_no_error(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*command("extract", *[str(EXAMPLE / "article.txt")] * 500)],
        cwd=tmp_path,
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.readline()
        run.stdout.close()
        complaint = run.stderr.read()
    assert run.returncode == 0, complaint
    assert complaint == b""
