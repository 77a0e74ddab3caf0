"""A model of the user's own, in a folder: what it is, and which files it is made of."""

import hashlib
import json
from pathlib import Path
from typing import Any

from claims.errors import ConfigurationError
from crawler.entailment.download import BESIDE, WEIGHTS
from crawler.entailment.forms import Form
from crawler.entailment.installed import Installed, sha256

FORM_KEY = "citewatch_form"
"""Key of `config.json` that names the form, where the architecture does not."""


def own_model(folder: Path) -> Installed:
    """Describe the model in `folder`: its revision is the digest of its files.

    Raises:
        ConfigurationError: the folder holds no model in the safetensors format, or it is unclear how it reads.
    """
    names = sorted(path.name for path in folder.glob("*") if path.name in BESIDE or path.name.endswith(WEIGHTS))
    if "config.json" not in names or not any(name.endswith(WEIGHTS) for name in names):
        raise ConfigurationError("holds no config.json with weights in the safetensors format.", place=str(folder))
    files = {name: sha256(folder / name) for name in names}
    whole = hashlib.sha256("".join(f"{name} {digest}\n" for name, digest in files.items()).encode())
    return Installed(
        name=folder.resolve().name,
        repository=str(folder),
        revision=whole.hexdigest(),
        form=_form(folder / "config.json"),
        files=files,
    )


def _form(path: Path) -> Form:
    try:
        read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if FORM_KEY in read:
            return Form(read[FORM_KEY])
        labels = {str(label).lower() for label in (read.get("id2label") or {}).values()}
    except (ValueError, AttributeError) as error:
        raise ConfigurationError(f"cannot be read: {error}.", place=str(path)) from error
    if "entailment" in labels:
        return Form.NLI
    forms = ", ".join(f'"{form}"' for form in Form)
    raise ConfigurationError(
        "does not say how the model reads a premise and a claim: none of its classes is called entailment.",
        place=str(path),
        mend=f'Add "{FORM_KEY}" to it: one of {forms}.',
    )
