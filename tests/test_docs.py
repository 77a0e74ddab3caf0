"""What the documentation names exists."""

import re
from pathlib import Path

import pytest

from docs import findings
from docs.models import HEAD, table
from tests.shared import ROOT

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
STEP = re.compile(r"^\|[^|]+\| `([\w/]+\.py)` \| (.+) \|$", re.MULTILINE)


def test_every_step_of_a_claim_names_a_file_and_its_functions() -> None:
    steps = STEP.findall((ROOT / "docs/architecture.md").read_text(encoding="utf-8"))
    assert len(steps) > 15
    for file, functions in steps:
        code = (ROOT / file).read_text(encoding="utf-8")
        for function in re.findall(r"`(\w+)`", functions):
            assert re.search(rf"^\s*(?:async )?def {function}\(", code, re.MULTILINE), f"{file} has no {function}"


def test_every_room_that_the_architecture_lists_exists() -> None:
    listed = (ROOT / "docs/architecture.md").read_text(encoding="utf-8").split("## Rooms")[1]
    rooms = re.findall(r"`((?:claims|crawler|reports)/[\w/.]*)`", listed)
    assert len(rooms) > 15
    assert [room for room in rooms if not (ROOT / room).exists()] == []


def test_the_table_of_models_is_that_of_the_registry() -> None:
    page = (ROOT / "docs/entailment-models.md").read_text(encoding="utf-8")
    assert f"{HEAD}{table()}\n" in page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_within_the_documentation_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_page_of_findings_says_what_the_rules_say() -> None:
    assert (ROOT / "docs/findings.md").read_text(encoding="utf-8") == findings.page()
