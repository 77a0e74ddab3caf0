"""`citewatch model`, and the other commands with a model and without one: offline, as users run them."""

import json
import shutil
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from crawler.entailment.forms import Form
from crawler.entailment.installed import Installed, sha256, write_record
from crawler.entailment.open_model import WITHOUT
from crawler.entailment.published import published
from tests.crawler.entailment import tiny_models
from tests.process import EXAMPLE, citewatch

NAME = "deberta-v3-xsmall"
REVISION = "0123456789abcdef0123456789abcdef01234567"
ARTICLE, ARCHIVE, SOURCES = (str(EXAMPLE / name) for name in ("article.txt", "archive.warc.gz", "sources.csv"))
VERIFY = ("verify", ARTICLE, "--archive", ARCHIVE, "--sources", SOURCES, "--format", "json")
SAID = "The council decided to close the library."
QUESTION = json.dumps({"id": 1, "claim": SAID, "text": f"{SAID} A lighthouse was built by the council."}).encode()

NO_NETWORK = """
import socket
def refuse(*arguments, **options):
    raise AssertionError(f"a connection was attempted: {arguments}")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Models that answer yes and no whatever they read."""
    folder = tmp_path_factory.mktemp("made")
    for name, label in (("yes", 0), ("no", 2)):
        tiny_models.deberta(folder / name, sure=label)
    return folder


def run(home: Path, *arguments: str, stdin: bytes = b"") -> CompletedProcess[bytes]:
    """Run citewatch where every connection is refused."""
    (home / "no-network").mkdir(exist_ok=True)
    (home / "no-network" / "sitecustomize.py").write_text(NO_NETWORK)
    extra = {"PYTHONPATH": pythonpath(home), "OMP_NUM_THREADS": "1"}  # tests run side by side, a core each
    finished = citewatch(*arguments, "--store", "store", home=home, stdin=stdin, extra=extra)
    assert b"a connection was attempted" not in finished.stderr
    return finished


def pythonpath(home: Path) -> str:
    return f"{home / 'no-network'}:{EXAMPLE.parents[1]}"


def put(home: Path, model: Path, name: str = NAME, order: int = 1) -> Path:
    """Install a model that was made here, as the download leaves it."""
    folder = home / "store" / "models" / name
    shutil.copytree(model, folder)
    files = {path.name: sha256(path) for path in folder.iterdir()}
    write_record(
        folder,
        Installed(name=name, repository="owner/tiny", revision=REVISION, form=Form.NLI, files=files, order=order),
    )
    return folder


def verdict(finished: CompletedProcess[bytes]) -> str:
    assert finished.returncode == 0, finished.stderr.decode()
    found: str = json.loads(finished.stdout)["verdict"]
    return found


def report(home: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((home / "citewatch-report" / "report.json").read_bytes())
    return read


def test_the_list_shows_what_can_be_installed_and_what_is(tmp_path: Path, made: Path) -> None:
    put(tmp_path, made / "yes")
    shown = run(tmp_path, "model", "list").stdout.decode()
    for model in published().values():
        assert model.repository in shown
        assert model.figure in shown
    assert shown.count("published, not measured here") == len(published())
    assert f"{NAME}: installed, revision {REVISION}; used unless" in shown
    assert shown.count("not installed") == len(published()) - 1


def test_verify_finds_damage_and_no_run_uses_a_damaged_model(tmp_path: Path, made: Path) -> None:
    folder = put(tmp_path, made / "yes")
    assert run(tmp_path, "model", "verify").returncode == 0
    with (folder / "model.safetensors").open("r+b") as weights:
        weights.seek(2_000)
        weights.write(b"\xff\xff")
    found = run(tmp_path, "model", "verify", NAME)
    assert (found.returncode, b"damaged: model.safetensors" in found.stdout) == (1, True)
    refused = run(tmp_path, "check", "-", stdin=QUESTION)
    assert refused.returncode == 2
    assert f"citewatch model install {NAME}" in refused.stderr.decode()


def test_a_removed_model_is_not_used(tmp_path: Path, made: Path) -> None:
    put(tmp_path, made / "no")
    assert run(tmp_path, "model", "remove", NAME).returncode == 0
    without = run(tmp_path, "check", "-", stdin=QUESTION)
    assert verdict(without) == "supported"
    assert without.stderr.decode().strip() == WITHOUT
    assert run(tmp_path, "model", "remove", NAME).returncode == 2


def test_check_asks_the_model_that_was_installed_last(tmp_path: Path, made: Path) -> None:
    put(tmp_path, made / "yes", "deberta-v3-base", order=1)
    put(tmp_path, made / "no", NAME, order=2)
    doubted = run(tmp_path, "check", "-", stdin=QUESTION)
    assert verdict(doubted) == "unclear"
    assert doubted.stderr == b""
    assert verdict(run(tmp_path, "check", "-", "--entailment-model", "deberta-v3-base", stdin=QUESTION)) == "supported"
    assert verdict(run(tmp_path, "check", "-", "--entailment-model", "none", stdin=QUESTION)) == "supported"


def test_a_folder_of_the_users_own_is_a_model(tmp_path: Path, made: Path) -> None:
    finished = run(tmp_path, "check", "-", "--entailment-model", str(made / "no"), stdin=QUESTION)
    assert verdict(finished) == "unclear"


def test_a_connection_is_refused_here(tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        run(tmp_path, "extract", "https://example.org/")


def test_a_model_that_is_not_there_is_refused(tmp_path: Path) -> None:
    finished = run(tmp_path, "check", "-", "--entailment-model", "factcg", stdin=QUESTION)
    assert finished.returncode == 2
    assert "'factcg' is not installed" in finished.stderr.decode()


def test_the_report_names_the_model_and_what_it_doubts(tmp_path: Path, made: Path) -> None:
    put(tmp_path, made / "no")
    finished = run(tmp_path, *VERIFY)
    assert finished.returncode == 1, finished.stderr.decode()
    read = report(tmp_path)
    assert read["tool"]["entailment"] == {"name": NAME, "revision": REVISION, "calibrated": False}
    assert REVISION in read["tool"]["checker"]
    assert WITHOUT not in read["notes"]
    assert read["summary"]["supported"] == 0
    assert "not_entailed" in {claim["reason_code"] for claim in read["documents"][0]["claims"]}


def test_a_run_without_a_model_says_so_once_on_the_terminal_and_in_the_report(tmp_path: Path) -> None:
    finished = run(tmp_path, *VERIFY)
    assert finished.stderr.decode().count(WITHOUT) == 1
    read = report(tmp_path)
    assert read["notes"].count(WITHOUT) == 1
    assert read["tool"]["entailment"] is None


def judged(count: int) -> bytes:
    """Pairs in which what the library did is all that differs, half of them supported."""
    done = ("closed", "opened")
    rows = [
        {
            "claim": f"The council of ward {number} {done[number % 2]} the library.",
            "text": f"The council of ward {number} closed the library. It rained.",
            "supported": number % 2 == 0,
        }
        for number in range(count)
    ]
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def test_a_calibration_is_kept_only_where_the_model_brings_something(tmp_path: Path, made: Path) -> None:
    folder = put(tmp_path, made / "yes")
    finished = run(tmp_path, "model", "calibrate", "-", stdin=judged(40))
    assert finished.returncode == 1, finished.stderr.decode()
    assert b"brings nothing" in finished.stderr
    assert not (folder / "calibration.json").exists()


@pytest.mark.parametrize(
    ("lines", "message"), [(judged(10), b"at least 20"), (b'{"claim": 1}\n', b"line 1: not a judged pair")]
)
def test_too_few_or_wrong_pairs_are_refused(tmp_path: Path, made: Path, lines: bytes, message: bytes) -> None:
    put(tmp_path, made / "yes")
    finished = run(tmp_path, "model", "calibrate", "-", stdin=lines)
    assert finished.returncode == 2
    assert message in finished.stderr


def test_without_a_model_there_is_nothing_to_calibrate(tmp_path: Path) -> None:
    finished = run(tmp_path, "model", "calibrate", "-", stdin=judged(40))
    assert finished.returncode == 2
    assert b"citewatch model list" in finished.stderr
