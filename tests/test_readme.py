"""What the README shows is what happens."""

import re
import tomllib

from docs.samples import BEGIN, END, section
from tests.shared import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_samples_of_extract_are_what_extract_prints() -> None:
    shown = BEGIN + README.split(BEGIN)[1].split(END)[0] + END
    assert shown == section()


def test_every_dependency_is_listed_and_has_its_reason_on_the_page_of_decisions() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[<>=]", dependency)[0] for dependency in project["dependencies"]}
    reasons = (ROOT / "docs/decisions/dependencies.md").read_text(encoding="utf-8")
    assert _names(README, "| for | packages |", column=2) == needed
    assert _names(reasons, "| package | why | where |", column=1) == needed


def _names(page: str, head: str, column: int) -> set[str]:
    """The comma-separated names in a column of the table with this head."""
    rows = page.split(head)[1].split("\n\n")[0].splitlines()[2:]
    return {name.strip() for row in rows for name in row.split("|")[column].split(",")}


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert len(pictures) >= 3
    assert all((ROOT / picture).is_file() for picture in pictures)
