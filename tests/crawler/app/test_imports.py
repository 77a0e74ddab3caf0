"""Start-up: which modules each command imports. Modules are counted, since times depend on the machine."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from crawler.app.dispatch import COMMANDS
from crawler.app.options.groups import REPORT_FORMATS
from crawler.app.options.parser import command_parser
from reports.formats.registry import FORMATS
from tests.process import EXAMPLE, SECONDS, environment

OURS = ("claims", "crawler", "reports")
FOR_OPTIONS = {
    "claims",
    "claims.errors",
    "claims.records",
    "claims.records.document",
    "claims.records.judgement",
    "claims.records.report",
    "claims.records.source",
    "crawler",
    "crawler.app",
    "crawler.app.cli",
    "crawler.app.options",
    "crawler.app.options.arguments",
    "crawler.app.options.dates",
    "crawler.app.options.groups",
    "crawler.app.options.parser",
    "crawler.settings",
}
"""All that the parser needs of citewatch."""

NETWORK = ("httpx", "httpcore", "anyio", "asyncio", "tenacity", "crawler.net", "crawler.archives")
PAGES = ("crawler.extraction", "crawler.lookup", "crawler.storage", "pypdfium2", "warcio", "sqlite3")
RENDERING = ("jinja2", "rich", "reports.formats", "reports.view")
READING = ("claims.readers", "claims.references", "claims.linking", "markdown_it", "selectolax", "wikitextparser")
JUDGING = ("claims.support",)


def imported(home: Path, *arguments: str, stdin: bytes = b"") -> set[str]:
    """The modules that `citewatch` with these arguments imports, without those that every interpreter starts with."""
    return _modules(home, "-m", "crawler", *arguments, stdin=stdin) - _modules(home, "-c", "pass")


def _modules(home: Path, *arguments: str, stdin: bytes = b"") -> set[str]:
    finished = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments],
        cwd=home,
        env=environment(home),
        input=stdin,
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    lines = finished.stderr.decode().splitlines()
    assert finished.returncode in (0, 2), lines
    return {line.rpartition("|")[2].strip() for line in lines if line.startswith("import time:")}


def among(modules: set[str], packages: tuple[str, ...]) -> list[str]:
    """Those of `modules` that are one of `packages` or within one."""
    return sorted(module for module in modules if any(f"{module}.".startswith(f"{name}.") for name in packages))


@pytest.mark.parametrize(
    "arguments",
    [("--version",), ("--help",), ("verify", "--help"), (), ("nonsense",), ("verify",), ("fetch", "u", "--at", "x")],
    ids=" ".join,
)
def test_help_version_and_wrong_usage_import_the_options_alone(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    modules = imported(tmp_path, *arguments)
    assert set(among(modules, OURS)) <= FOR_OPTIONS
    assert among(modules, NETWORK) == []


def test_the_help_imports_no_more_than_half_of_what_the_http_client_does(tmp_path: Path) -> None:
    client = _modules(tmp_path, "-c", "import httpx") - _modules(tmp_path, "-c", "pass")
    assert len(imported(tmp_path, "--help")) <= len(client) / 2


def test_extract_imports_what_it_needs_to_read(tmp_path: Path) -> None:
    modules = imported(tmp_path, "extract", str(EXAMPLE / "article.txt"))
    assert "claims.readers.registry" in modules
    assert among(modules, NETWORK + PAGES + RENDERING + JUDGING) == []


def test_check_imports_what_it_needs_to_judge(tmp_path: Path) -> None:
    question = {"id": 1, "claim": "The lighthouse was built in 1871.", "text": "The lighthouse was built in 1871."}
    modules = imported(tmp_path, "check", "-", stdin=json.dumps(question).encode())
    assert "claims.support.checker" in modules
    assert among(modules, NETWORK + PAGES + RENDERING + READING) == []


@pytest.mark.parametrize("name", ["diff", "baseline"])
def test_commands_on_reports_import_neither_network_nor_readers_nor_judge(tmp_path: Path, name: str) -> None:
    modules = imported(tmp_path, name, *["missing.json"] * (2 if name == "diff" else 1))
    assert f"crawler.app.commands.{name}" in modules
    assert among(modules, NETWORK + PAGES + READING + JUDGING) == []


def test_every_command_of_the_parser_can_be_dispatched() -> None:
    (commands,) = [action.choices for action in command_parser()._actions if action.dest == "command"]
    assert commands is not None
    assert list(commands) == list(COMMANDS)


def test_the_help_names_every_report_format() -> None:
    assert list(FORMATS) == list(REPORT_FORMATS)
