"""Hostile references and captures end in a status of their own, and never end the run."""

import json
from pathlib import Path

from tests.crawler.archive_files import Archived, write_warc
from tests.process import citewatch

ADDRESSES = ("http://[::bad/p", "https://web.archive.org/web/2010/http://[x/p", "http://[foo]/p", "http://a:port/")


def test_addresses_that_are_none_and_redirects_to_nowhere_cost_only_their_own_claim(tmp_path: Path) -> None:
    pages = [
        Archived(url="http://good.example/", time="2010-01-01T00:00:00Z", body=b"<p>The tower is 31 metres high.</p>"),
        Archived(
            url="http://bad.example/",
            time="2010-01-01T00:00:00Z",
            status="302 Found",
            headers={"Location": "http://[bad"},
        ),
    ]
    warc = write_warc(tmp_path / "tab\there.warc.gz", pages)
    urls = ["http://good.example/", "http://bad.example/", *ADDRESSES]
    claims = "".join(f"The tower is 31 metres high.[^{number}]\n\n" for number in range(len(urls)))
    notes = "".join(f"[^{number}]: On towers. {url} Retrieved 2010-01-02.\n" for number, url in enumerate(urls))
    (tmp_path / "a.md").write_text(f"{claims}\n{notes}")
    finished = citewatch("verify", "a.md", "--archive", str(warc), "--offline", home=tmp_path)
    assert finished.returncode in (0, 1), finished.stderr.decode()
    report = json.loads((tmp_path / "citewatch-report" / "report.json").read_bytes())
    statuses = [claim["checks"][0]["status"] for claim in report["documents"][0]["claims"]]
    assert statuses[:2] == ["checked", "refused"]
    assert set(statuses[2:]) <= {"no_url", "refused", "never_archived"}
