"""The samples of `docs/formats.md`: what each document says and cites is what the page says."""

import re

import pytest

from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Link
from tests.shared import ROOT

PAGE = (ROOT / "docs" / "formats.md").read_text("utf-8")
SAMPLES = re.findall(r"```sample (\S+)\n(.*?)```\n\n((?:- [^\n]+\n?)+)", PAGE, re.DOTALL)


def test_the_page_has_samples() -> None:
    assert len(SAMPLES) == PAGE.count("```sample ")


@pytest.mark.parametrize(("name", "text", "claims"), SAMPLES)
def test_a_sample_is_read_as_the_page_says(name: str, text: str, claims: str) -> None:
    found = link(read(text, name), name)
    urls = {citation.id: citation.url or "" for citation in found.citations}
    cited = [claim for claim in found.claims if claim.link is Link.DIRECT]
    lines = [f"- {claim.text} → {' '.join(urls[name] for name in claim.citations)}\n" for claim in cited]
    assert "".join(lines) == claims.rstrip("\n") + "\n"
