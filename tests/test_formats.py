"""The samples of `docs/formats.md`: what each document says and cites is what the page says."""

import re
import subprocess
from pathlib import Path

import pytest
from pypandoc import get_pandoc_path

from claims.records import Link
from crawler.documents.read_documents import read_documents
from crawler.settings import Settings
from tests.crawler.extraction.pdfs import pdf
from tests.shared import ROOT

PAGE = (ROOT / "docs" / "formats.md").read_text("utf-8")
FOUND = re.findall(r"```sample ([^\n]+)\n(.*?)```\n\n((?:- [^\n]+\n?)+)", PAGE, re.DOTALL)
SAMPLES = [(name, text, claims) for names, text, claims in FOUND for name in names.split()]
CONVERTED = (".docx", ".odt", ".epub")  # from the Markdown that the page shows


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    (bibliography,) = re.findall(r"```sources refs.bib\n(.*?)```", PAGE, re.DOTALL)
    path = tmp_path_factory.mktemp("sources") / "refs.bib"
    path.write_text(bibliography, "utf-8")
    return path


def written(path: Path, text: str) -> Path:
    if path.suffix in CONVERTED:
        command = [get_pandoc_path(), "--from=markdown", f"--output={path}"]
        subprocess.run(command, input=text.encode(), check=True, capture_output=True)
    else:
        path.write_bytes(pdf([text.split("\n")]) if path.suffix == ".pdf" else text.encode())
    return path


def test_the_page_has_samples() -> None:
    assert len(FOUND) == PAGE.count("```sample ")


@pytest.mark.parametrize(("name", "text", "claims"), SAMPLES)
def test_a_sample_is_read_as_the_page_says(name: str, text: str, claims: str, sources: Path, tmp_path: Path) -> None:
    (read,) = read_documents([str(written(tmp_path / name, text))], Settings(sources=sources))
    found = read.document
    urls = {citation.id: citation.url or "" for citation in found.citations}
    cited = [claim for claim in found.claims if claim.link is Link.DIRECT]
    lines = [f"- {claim.text} → {' '.join(urls[name] for name in claim.citations)}\n" for claim in cited]
    assert "".join(lines) == claims.rstrip("\n") + "\n"
