"""Real archived pages: ten claims about IANA against a crawl of iana.org of January 2014.

The claims are ours, written from the pages' facts; five are true, five have a number, name or date changed.
"""

import json
from pathlib import Path

import pytest

from tests.process import citewatch
from tests.shared import shared

NUMBERS, ABOUT, HOME = "https://www.iana.org/numbers", "http://iana.org/about", "http://www.iana.org/"
TRUE = (
    ("The first deployment of IPv4 was on 1 January 1983.", NUMBERS),
    ("An IPv6 address is a number of 128 bits.", NUMBERS),
    ("The report on the recognition of LACNIC as a Regional Internet Registry is dated 7 November 2002.", NUMBERS),
    ("RIPE NCC is the registry for Europe, the Middle East and Central Asia.", NUMBERS),
    ("IANA's activities date back to the 1970s.", ABOUT),
)
CHANGED = (
    ("Deployment of IPv6 began in 1994.", NUMBERS),
    ("IPv4 addresses are 64-bit numbers.", NUMBERS),
    ("AFRINIC is the registry for Latin America and some Caribbean islands.", NUMBERS),
    ("IANA is a department of the International Telecommunication Union.", ABOUT),
    ("In March 2011 ICANN invited customers of the IANA services to its second annual satisfaction survey.", HOME),
)


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> list[dict]:
    home = tmp_path_factory.mktemp("iana")
    claims = TRUE + CHANGED
    body = "\n\n".join(f"{claim}[^{number}]" for number, (claim, _) in enumerate(claims, start=1))
    notes = "\n".join(
        f"[^{number}]: [IANA]({url}). Retrieved 27 January 2014." for number, (_, url) in enumerate(claims, start=1)
    )
    (home / "iana.md").write_text(f"# IANA\n\n{body}\n\n{notes}\n", encoding="utf-8")
    archive = shared("data/archives/pywb__iana.warc.gz")
    finished = citewatch("verify", "iana.md", "--archive", str(archive), "--offline", home=home)
    assert finished.returncode in (0, 1), finished.stderr.decode()
    report = json.loads((home / "citewatch-report" / "report.json").read_bytes())
    return report["documents"][0]["claims"]


def test_every_claim_is_checked_against_the_archived_page(judged: list[dict]) -> None:
    assert [claim["text"] for claim in judged] == [claim for claim, _ in TRUE + CHANGED]
    assert [claim["checks"][0]["status"] for claim in judged] == ["checked"] * 10


def test_at_least_eight_of_the_ten_verdicts_are_right(judged: list[dict]) -> None:
    right = [claim["verdict"] == "supported" for claim in judged[: len(TRUE)]]
    right += [claim["verdict"] != "supported" for claim in judged[len(TRUE) :]]
    assert sum(right) >= 8, [(claim["text"], claim["verdict"], claim["score"]) for claim in judged]


def test_every_quote_is_verbatim_in_the_archived_page(judged: list[dict], tmp_path: Path) -> None:
    archive = shared("data/archives/pywb__iana.warc.gz")
    texts = {
        url: citewatch("fetch", url, "--text", "--archive", str(archive), "--offline", home=tmp_path).stdout.decode()
        for url in (NUMBERS, ABOUT, HOME)
    }
    quotes = [
        (evidence, texts[url])
        for claim, (_, url) in zip(judged, TRUE + CHANGED, strict=True)
        for evidence in claim["checks"][0]["evidence"]
    ]
    assert len(quotes) >= 5
    assert all(text[evidence["start"] : evidence["end"]] == evidence["quote"] for evidence, text in quotes)
