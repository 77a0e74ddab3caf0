"""Installing a model with the hub's own client, from a hub on loopback."""

import json
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from crawler.entailment.published import named
from tests.crawler.entailment.hub import COMMIT, content, hub
from tests.crawler.servers import Asked, Reply, closed_port, serving
from tests.process import citewatch

NAME = "deberta-v3-xsmall"
REPOSITORY = named(NAME).repository
LARGE = 25_000_000
"""Bytes of weights that the hub's client fetches in several pieces of 10 MiB."""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with what hubs have beside a model: a pickle, code, a card, other formats in folders."""
    folder = tmp_path / "repository"
    folder.mkdir()
    for name in ("config.json", "tokenizer.json", "pytorch_model.bin", "handler.py", "README.md", ".gitattributes"):
        (folder / name).write_text(f'{{"file": "{name}"}}')
    (folder / "model.safetensors").write_bytes(bytes(range(250)))
    return folder


def install(home: Path, base: str, *more: str) -> CompletedProcess[bytes]:
    extra = {"HF_ENDPOINT": base, "HF_TOKEN": "hf_secret"}
    return citewatch("model", "install", NAME, "--store", "store", *more, home=home, extra=extra)


def files(home: Path) -> list[str]:
    return sorted(path.name for path in (home / "store" / "models" / NAME).iterdir())


def test_weights_and_tokenizer_are_installed_and_nothing_that_could_run(tmp_path: Path, repository: Path) -> None:
    with serving(hub({REPOSITORY: repository})) as server:
        finished = install(tmp_path, server.base)
        assert not [asked for asked in server.asked if "authorization" in asked.headers]
    assert finished.returncode == 0, finished.stderr.decode()
    assert files(tmp_path) == ["config.json", "installed.json", "model.safetensors", "tokenizer.json"]
    record = json.loads((tmp_path / "store" / "models" / NAME / "installed.json").read_bytes())
    assert (record["repository"], record["revision"]) == (REPOSITORY, COMMIT)
    assert set(record["files"]) == {"config.json", "model.safetensors", "tokenizer.json"}
    assert list((tmp_path / "store" / "models").iterdir()) == [tmp_path / "store" / "models" / NAME]


def test_a_pinned_revision_is_the_one_that_is_asked_for(tmp_path: Path, repository: Path) -> None:
    with serving(hub({REPOSITORY: repository})) as server:
        assert install(tmp_path, server.base, "--revision", COMMIT).returncode == 0
        assert any(f"/revision/{COMMIT}" in asked.path for asked in server.asked)
        unknown = install(tmp_path, server.base, "--revision", "v9")
    assert unknown.returncode == 2
    assert "has no revision 'v9'" in unknown.stderr.decode()
    assert "model.safetensors" in files(tmp_path)  # the one that was there


def test_an_interrupted_download_goes_on_where_it_stopped(tmp_path: Path, repository: Path) -> None:
    weights, ranges = repository / "model.safetensors", []
    weights.write_bytes(bytes(range(250)) * (LARGE // 250))

    def torn(asked: Asked) -> Reply | None:
        if asked.method == "HEAD" or not asked.path.endswith(weights.name):
            return None
        ranges.append(asked.headers.get("range"))
        body = content(asked, weights)
        return (lambda connection: connection.sendall(body[: LARGE // 2])) if len(ranges) == 1 else body

    with serving(hub({REPOSITORY: repository}, torn)) as server:
        first = install(tmp_path, server.base)
        if first.returncode:
            assert first.returncode == 3, first.stderr.decode()
            assert install(tmp_path, server.base).returncode == 0
    assert ranges[0] is None
    assert 0 < int(str(ranges[-1]).removeprefix("bytes=").partition("-")[0]) < LARGE
    assert (tmp_path / "store" / "models" / NAME / weights.name).read_bytes() == weights.read_bytes()


@pytest.mark.parametrize("name", ["model.safetensors", "config.json"])
def test_a_file_that_is_not_what_the_hub_lists_is_not_installed(tmp_path: Path, repository: Path, name: str) -> None:
    forged = tmp_path / name
    forged.write_bytes((repository / name).read_bytes()[::-1])

    def forging(asked: Asked) -> Reply | None:
        if asked.method == "GET" and asked.path.endswith(f"/{name}"):
            return content(asked, forged)
        return None

    with serving(hub({REPOSITORY: repository}, forging)) as server:
        finished = install(tmp_path, server.base)
    assert finished.returncode == 3
    assert f"{name} is not what the hub lists" in finished.stderr.decode()
    assert not (tmp_path / "store" / "models" / NAME).exists()
    with serving(hub({REPOSITORY: repository})) as server:
        assert install(tmp_path, server.base).returncode == 0
    assert files(tmp_path)


def test_a_repository_without_safetensors_is_refused(tmp_path: Path, repository: Path) -> None:
    (repository / "model.safetensors").unlink()
    with serving(hub({REPOSITORY: repository})) as server:
        finished = install(tmp_path, server.base)
        assert not [asked for asked in server.asked if "/resolve/" in asked.path]
    assert finished.returncode == 2
    assert "no weights in the safetensors format" in finished.stderr.decode()


def test_a_hub_that_lacks_the_model_or_cannot_be_reached_is_named(tmp_path: Path) -> None:
    with serving(hub({})) as server:
        gone = install(tmp_path, server.base)
    assert gone.returncode == 2
    assert f"the hub has no {REPOSITORY}" in gone.stderr.decode()
    away = install(tmp_path, f"http://127.0.0.1:{closed_port()}")
    assert away.returncode == 3
    assert "Run the command again" in away.stderr.decode()


def test_an_unknown_model_is_refused_without_a_request(tmp_path: Path) -> None:
    finished = citewatch("model", "install", "gpt", "--store", "store", home=tmp_path)
    assert finished.returncode == 2
    assert NAME in finished.stderr.decode()
