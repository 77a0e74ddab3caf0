"""A checkout to run recipes in, with a change, and an archive that is down."""

import shutil

import pytest

from tests.crawler.servers import out_of_service
from tests.recipes.running import ARCHIVE, ARTICLE, SOURCES, git, tool


@pytest.fixture
def place(tmp_path, command):
    """A checkout with a document, and a PATH on which `citewatch` is this checkout's, `mail` keeps what it is sent."""
    tools = tmp_path / "tools"
    tools.mkdir()
    shutil.copy(command, tools / "citewatch")
    tool(tools / "mail", f'echo "$*" >> "{tmp_path}/mail.txt"; cat >> "{tmp_path}/mail.txt"')
    checkout = tmp_path / "checkout"
    (checkout / "docs").mkdir(parents=True)
    (checkout / "docs" / "article.txt").write_bytes(ARTICLE.read_bytes())
    (checkout / "citewatch.toml").write_text(f'archive = ["{ARCHIVE}"]\noffline = true\nsources = "{SOURCES}"\n')
    return tmp_path


@pytest.fixture(scope="module")
def down():
    """The address of an archive that is down."""
    with out_of_service() as base:
        yield base


@pytest.fixture
def changed(place):
    """The checkout as a repository, with a commit that changes one document of two and adds one; gives the base."""
    (place / "checkout" / "other.md").write_text("Words.\n")
    git(place, "init", "-q")
    git(place, "add", "docs", "other.md")
    git(place, "commit", "-qm", "base")
    base = git(place, "rev-parse", "HEAD")
    (place / "checkout" / "größe.md").write_text("More words.\n")
    (place / "checkout" / "other.md").write_text("Other words.\n")
    git(place, "add", "größe.md", "other.md")
    git(place, "commit", "-qm", "change")
    return base
