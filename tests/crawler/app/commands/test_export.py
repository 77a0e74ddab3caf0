"""`citewatch store export`: a bundle of evidence that citewatch and other tools read."""

import hashlib
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from tests.crawler.archive_files import article
from tests.crawler.servers import Asked, Reply, reply, serving
from tests.process import citewatch

CITED = ("http://page.example/one", "http://page.example/zwei")
DOCUMENT = f"""The bridge at Ulvund was opened in 1911.[^1] The bridge at Ulvund was opened in 1911 in May.[^2]

[^1]: The opening. <{CITED[0]}>
[^2]: Die Eröffnung. <{CITED[1]}>
"""


def archived(asked: Asked) -> Reply:
    page = asked.path.rpartition("/")[2]
    date = {"Memento-Datetime": "Fri, 01 Jan 2010 00:00:00 GMT", "Content-Type": "text/html"}
    if "timemap" in asked.path:
        memento = f'<http://{asked.headers["host"]}/20100101000000/http://page.example/{page}>; rel="memento"; '
        memento += 'datetime="Fri, 01 Jan 2010 00:00:00 GMT"'
        return reply(body=memento.encode(), headers={"Content-Type": "application/link-format"})
    return reply(body=article("The bridge at Ulvund was opened in 1911."), headers=date)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a report, and with the bundle of its evidence."""
    folder = tmp_path_factory.mktemp("export")
    (folder / "a.md").write_text(DOCUMENT, "utf-8")
    with serving(archived) as server:
        arguments = ("--archive", server.base, "--allow-private", "--store", "s", "--out", "out", "--format", "json")
        assert citewatch("verify", "a.md", *arguments, home=folder).returncode == 0
    exported = citewatch("store", "export", "out/report.json", "--store", "s", "--wacz", "e.wacz", home=folder)
    assert exported.returncode == 0, exported.stderr
    assert b"e.wacz: 2 of the report's 2 pages." in exported.stderr
    return folder


def test_the_bundle_is_laid_out_as_wacz_with_the_digest_of_each_file(home: Path) -> None:
    with zipfile.ZipFile(home / "e.wacz") as packed:
        contents = {name: packed.read(name) for name in packed.namelist()}
        assert {info.compress_type for info in packed.infolist()} == {zipfile.ZIP_STORED}
    package = json.loads(contents["datapackage.json"])
    assert (package["profile"], package["wacz_version"]) == ("data-package", "1.1.1")
    resources = {resource["path"]: resource for resource in package["resources"]}
    assert resources.keys() == {
        "archive/data.warc.gz", "indexes/index.cdx", "pages/pages.jsonl", "report/citewatch.json",
    }  # fmt: skip
    for name, resource in resources.items():
        assert resource["hash"] == "sha256:" + hashlib.sha256(contents[name]).hexdigest()
        assert resource["bytes"] == len(contents[name])
    digest = json.loads(contents["datapackage-digest.json"])
    assert digest["hash"] == "sha256:" + hashlib.sha256(contents["datapackage.json"]).hexdigest()
    pages = [json.loads(line) for line in contents["pages/pages.jsonl"].splitlines()]
    assert pages[0]["format"] == "json-pages-1.0"
    assert {(page["url"], page["ts"]) for page in pages[1:]} == {(url, "2010-01-01T00:00:00Z") for url in CITED}


def test_each_line_of_the_index_leads_to_its_record(home: Path) -> None:
    with zipfile.ZipFile(home / "e.wacz") as packed:
        lines = packed.read("indexes/index.cdx").decode().splitlines()
        (home / "data.warc.gz").write_bytes(packed.read("archive/data.warc.gz"))
    assert lines == sorted(lines)
    assert {entry["url"] for line in lines if (entry := json.loads(line.split(" ", 2)[2]))} > set(CITED)
    for line in lines:
        entry = json.loads(line.split(" ", 2)[2])
        with (home / "data.warc.gz").open("rb") as file:
            file.seek(int(entry["offset"]))
            record = next(iter(ArchiveIterator(file)))
        assert record.rec_headers.get_header("WARC-Target-URI") == entry["url"]


def test_the_bundle_alone_gives_the_same_report(home: Path) -> None:
    again = citewatch("verify", "a.md", "--archive", "e.wacz", "--offline", "--out", "again", home=home)
    assert again.returncode == 0
    first, second = (json.loads((home / name / "report.json").read_bytes()) for name in ("out", "again"))

    def judged(report: dict[str, object]) -> list[object]:
        (document,) = report["documents"]  # type: ignore[misc]
        return [(claim["text"], claim["verdict"], claim["checks"][0]["evidence"]) for claim in document["claims"]]

    assert judged(second) == judged(first)


def test_a_report_of_other_pages_has_no_evidence_in_the_store(home: Path) -> None:
    report = json.loads((home / "out/report.json").read_bytes())
    for claim in report["documents"][0]["claims"]:
        claim["checks"][0]["capture"]["timestamp"] = "20110101000000"
    (home / "other.json").write_text(json.dumps(report))
    refused = citewatch("store", "export", "other.json", "--store", "s", "--wacz", "o.wacz", home=home)
    assert refused.returncode == 2
    assert b"the store holds no page of this report" in refused.stderr
    assert not (home / "o.wacz").exists()
