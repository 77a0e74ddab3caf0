"""The guides: every command in them is run, in order, as by a user who has only the page, without a network."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.crawler.archive_files import Archived, write_warc
from tests.shared import ROOT

PAGES = [
    ROOT / "README.md",
    *(ROOT / "docs" / name for name in ("installing.md", "local-archive.md")),
    *sorted((ROOT / "docs/guides").glob("*.md")),
]
BLOCK = re.compile(r"^( *)```sh\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
ENDS = re.compile(r"# ends with (\d)")

LIGHTS = "The lighthouse of Westhaven was built in 1871. It is 27 metres high and stands on a rock in the bay."
KEEPERS = "Ada Brenner kept the lamp of Westhaven from 1871. She was the first keeper of the lighthouse of Westhaven."
CITED = (
    ("https://harbour.example/lights", "Lights of the northern coast", LIGHTS),
    ("https://doi.org/10.5555/keeper.1934", "Keeper's Daughter", KEEPERS),
)
CLAIMS = """\
id,claim,url,date
a-1,The lighthouse of Westhaven was built in 1871.,https://harbour.example/lights,2010-05-02
a-2,It is 31 metres high and stands on a rock.,https://harbour.example/lights,2010-05-02
"""
ANSWER = """\
The lighthouse of Westhaven was built in 1871 [1]. It is 31 metres high and stands on a rock [1].

[1] https://harbour.example/lights
"""
PAIRS = '{"id": 1, "claim": "The lighthouse was built in 1871.", "texts": ["It was built in 1871.", "It is red."]}\n'


@pytest.fixture
def user(tmp_path: Path, command: Path) -> Path:
    """A folder with the files that the pages speak of, and tools on the PATH that need no network."""
    samples = ROOT / "docs/samples"
    (tmp_path / "docs").mkdir()
    for name in ("article.md", "docs/guide.md"):
        (tmp_path / name).write_bytes((samples / "lighthouse.md").read_bytes())
    (tmp_path / "draft.wiki").write_bytes((samples / "lighthouse.wiki").read_bytes())
    (tmp_path / "claims.csv").write_text(CLAIMS)
    (tmp_path / "answer.md").write_text(ANSWER)
    (tmp_path / "pairs.jsonl").write_text(PAIRS)
    write_warc(tmp_path / "pages.warc.gz", [_page(*cited) for cited in CITED])
    tools = tmp_path / "tools"
    tools.mkdir()
    shutil.copy(command, tools / "citewatch")
    _tool(tools / "pipx", f'test "$1" = install && test "$2" != . || test -f "{ROOT}/pyproject.toml"')
    _tool(tools / "python3", 'mkdir -p "$HOME/.local/citewatch/bin"; ln -sf /bin/true "$HOME/.local/citewatch/bin/pip"')
    _tool(tools / "wget", "test -s urls.txt && cp pages.warc.gz captures.warc.gz")
    return tmp_path


def _page(url: str, title: str, words: str) -> Archived:
    filler = "The coast is long, its winters are dark, and every harbour has kept a light of its own. " * 16
    body = f"<html><title>{title}</title><body><h1>{title}</h1><p>{words}</p><p>{filler}</p></body></html>"
    return Archived(url=url, time="2010-05-02T00:00:00Z", body=body.encode())


def _tool(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_of_a_page_runs_and_ends_as_the_page_says(page: Path, user: Path) -> None:
    lines = [
        line.strip() for _, block in BLOCK.findall(page.read_text(encoding="utf-8")) for line in block.splitlines()
    ]
    environment = {
        "PATH": f"{user / 'tools'}:{os.environ['PATH']}",
        "HOME": str(user),
        "CHECKOUT": str(ROOT),
        # Instead of the network: the archive of the cited pages, and a file for the article on a wiki.
        "CITEWATCH_ARCHIVE": "pages.warc.gz",
        "CITEWATCH_OFFLINE": "true",
    }
    assert len(lines) >= 3
    for line in lines:
        if line.startswith("#") or not line:
            continue
        command = line.replace("https://en.wikipedia.org/wiki/Ulaanbaatar", "draft.wiki")
        expected = int(found[1]) if (found := ENDS.search(line)) else 0
        done = subprocess.run(
            ["bash", "-c", command], cwd=user, env=environment, capture_output=True, text=True, timeout=120, check=False
        )
        assert done.returncode == expected, f"{line}\n{done.stdout}\n{done.stderr}"


@pytest.mark.usefixtures("user")
def test_the_first_finding_of_the_readme_is_what_the_copy_contradicts(user: Path) -> None:
    words = [str(user / "tools/citewatch"), "verify", "article.md", "--offline", "--archive", "pages.warc.gz"]
    environment = {"PATH": os.environ["PATH"], "HOME": str(user)}
    done = subprocess.run(words, cwd=user, env=environment, capture_output=True, text=True, timeout=120, check=False)

    assert done.stdout.startswith("article.md:3:")
    assert "31 metres" in done.stdout
    assert "27" in done.stdout
