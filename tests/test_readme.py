"""What the README shows is what happens."""

import re
import tomllib

from docs.samples import BEGIN, END, section
from tests.shared import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_samples_of_extract_are_what_extract_prints() -> None:
    shown = BEGIN + README.split(BEGIN)[1].split(END)[0] + END
    assert shown == section()


def test_every_dependency_is_justified_in_one_line() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[<>=]", dependency)[0] for dependency in project["dependencies"]}
    rows = README.split("| package | why |")[1].split("\n\n")[0].splitlines()[2:]
    justified = {name.strip() for row in rows for name in row.split("|")[1].split(",")}
    assert justified == needed


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert len(pictures) >= 3
    assert all((ROOT / picture).is_file() for picture in pictures)
