"""Downloads a published model from its hub, by the hub's own client: the files that it needs, nothing that could run.

The client resumes an interrupted download and is the only code that speaks the hub's interface; it needs the extra
`model`. Files are taken from one commit, compared with the digests that the hub lists for it, and moved into place
only when all are there. `HF_ENDPOINT` names another hub, such as a mirror within an organisation.
"""

import contextlib
import hashlib
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import ConfigurationError, UnfinishedError
from crawler.entailment.extra import needed
from crawler.entailment.installed import Installed, installed, sha256, write_record
from crawler.entailment.published import Published

if TYPE_CHECKING:
    from huggingface_hub.hf_api import RepoSibling

WEIGHTS = ".safetensors"
BESIDE = (
    "config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json",
    "spm.model", "spiece.model", "sentencepiece.bpe.model", "vocab.txt", "vocab.json", "merges.txt",
    "model.safetensors.index.json",
)  # fmt: skip
"""The files beside the weights that a model and its tokenizer are made of: no pickles and no code."""


def install(model: Published, revision: str | None, folder: Path) -> Installed:
    """Install a model into `folder`, in place of what was installed under its name.

    Args:
        model: the published model.
        revision: the commit, branch or tag to install, or None for that of the registry.
        folder: the folder of the installed models.

    Raises:
        ConfigurationError: the extra is missing, the hub has no such model or revision, or it has no safetensors.
        UnfinishedError: the hub cannot be reached, or what it sent is not what it listed; run the command again.
    """
    needed()
    part = folder / f".{model.name}.part"
    part.mkdir(parents=True, exist_ok=True)
    commit, listed = _listed(model, revision or model.revision)
    _fetch(model.repository, commit, [file.rfilename for file in listed], part)
    digests = {file.rfilename: _verified(part / file.rfilename, file) for file in listed}
    order = max((record.order for record in installed(folder)), default=0) + 1
    record = Installed(
        name=model.name,
        repository=model.repository,
        revision=commit,
        form=model.form,
        files=digests,
        order=order,
    )
    shutil.rmtree(part / ".cache", ignore_errors=True)
    write_record(part, record)
    shutil.rmtree(folder / model.name, ignore_errors=True)
    part.replace(folder / model.name)
    return record


def _listed(model: Published, revision: str) -> "tuple[str, list[RepoSibling]]":
    """Return the commit that a revision names, and the files of it to take."""
    from huggingface_hub import HfApi

    with _translated(model.repository, revision):
        info = HfApi(token=False).model_info(model.repository, revision=revision, files_metadata=True)
    files = [file for file in info.siblings or () if file.rfilename in BESIDE or _is_weights(file.rfilename)]
    if not any(_is_weights(file.rfilename) for file in files):
        message = f"{model.repository} has no weights in the safetensors format at revision {revision}."
        raise ConfigurationError(message, mend="Other formats may run code when they are read, and are not taken.")
    return info.sha or revision, files


def _is_weights(name: str) -> bool:
    return name.endswith(WEIGHTS) and "/" not in name


def _fetch(repository: str, commit: str, names: Sequence[str], part: Path) -> None:
    from huggingface_hub import snapshot_download

    with _translated(repository, commit):
        snapshot_download(repository, revision=commit, allow_patterns=list(names), local_dir=part, token=False)


def _verified(path: Path, listed: "RepoSibling") -> str:
    """Return the SHA-256 digest of a file that is what the hub listed: by SHA-256, or as git names its contents.

    Raises:
        UnfinishedError: it is not; it is removed, so that the next try fetches it anew.
    """
    digest = sha256(path)
    if listed.lfs is not None:
        right = digest == listed.lfs.sha256
    else:
        content = path.read_bytes()
        right = hashlib.sha1(b"blob %d\0%s" % (len(content), content), usedforsecurity=False).hexdigest() in (
            listed.blob_id, None,
        )  # fmt: skip
    if not right:
        path.unlink()
        raise UnfinishedError(f"{listed.rfilename} is not what the hub lists.", mend="Run the command again.")
    return digest


@contextlib.contextmanager
def _translated(repository: str, revision: str) -> Iterator[None]:
    """Translate the errors of the hub's client."""
    from huggingface_hub.errors import GatedRepoError, RepositoryNotFoundError, RevisionNotFoundError

    try:
        yield
    except GatedRepoError as error:
        raise ConfigurationError(f"{repository} is open only to those whom its owner admits.") from error
    except RevisionNotFoundError as error:
        raise ConfigurationError(f"{repository} has no revision {revision!r}.") from error
    except RepositoryNotFoundError as error:
        raise ConfigurationError(f"the hub has no {repository}.") from error
    except Exception as error:
        raise UnfinishedError(
            f"{repository} cannot be downloaded: {type(error).__name__}: {error}.",
            mend="Run the command again: it goes on where it stopped.",
        ) from error
