"""`citewatch config`: the settings in force, and where each comes from."""

import tomllib
from pathlib import Path

from tests.process import EXAMPLE, citewatch


def test_each_setting_is_a_line_of_toml_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "citewatch.toml").write_text('fail-on = ["unclear > 20 %"]\n')
    archive = str(EXAMPLE / "archive.warc.gz")
    printed = citewatch("config", "--archive", archive, home=tmp_path, extra={"CITEWATCH_JOBS": "3"}).stdout.decode()
    lines = {line.split(" = ")[0]: line.split("  # ")[-1] for line in printed.splitlines()}

    assert (lines["archive"], lines["jobs"], lines["fail-on"]) == (
        "the command line", "the environment", "citewatch.toml",
    )  # fmt: skip
    assert tomllib.loads(printed)["fail-on"] == ["unclear > 20 %"]


def test_what_it_prints_is_a_configuration_file(tmp_path: Path) -> None:
    printed = citewatch("config", "--archive", str(EXAMPLE / "archive.warc.gz"), "--offline", home=tmp_path).stdout
    (tmp_path / "citewatch.toml").write_bytes(printed)
    again = citewatch("config", home=tmp_path)

    assert again.returncode == 0, again.stderr
    assert b"offline = true" in again.stdout
