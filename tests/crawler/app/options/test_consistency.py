"""crawler.app.options.consistency: what is refused beside what."""

from pathlib import Path

import pytest

from claims.errors import UsageError
from crawler.app.options.configuration import load
from crawler.app.options.consistency import NETWORK, refuse_without_effect
from crawler.app.options.parser import command_parser


def check(folder: Path, *arguments: str, **environment: str) -> None:
    options = command_parser().parse_args(["verify", "article.md", *arguments])
    refuse_without_effect(options, load(vars(options), environment, folder).settings)


def test_limits_of_the_network_in_the_users_file_and_environment_serve_runs_offline_too(tmp_path: Path) -> None:
    (tmp_path / "citewatch.toml").write_text("rate = 2\nmax-requests = 10\n")
    check(tmp_path, "--offline", CITEWATCH_TIMEOUT="5", CITEWATCH_MAX_TIME="60")


@pytest.mark.parametrize("name", NETWORK)
def test_a_limit_of_the_network_beside_offline_on_the_command_line_has_no_effect(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="has no effect with --offline"):
        check(tmp_path, f"--{name.replace('_', '-')}", "5", CITEWATCH_OFFLINE="true")


def test_inputs_stand_before_and_behind_options() -> None:
    assert command_parser().parse_args(["verify", "a.md", "--offline", "b.md", "-"]).input == ["a.md", "b.md", "-"]
