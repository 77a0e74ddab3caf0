"""The published models that citewatch can install, from `published.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claims.errors import ConfigurationError
from crawler.entailment.forms import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A published model.

    Attributes:
        repository: its owner and name at the hub.
        revision: the commit, branch or pull request to install unless the user pins another.
        form: how it reads a premise and a claim.
        megabytes: size of its weights.
        figure: what was published of how well it does; not measured by citewatch.
    """

    name: str
    repository: str
    revision: str
    form: Form
    licence: str
    languages: str
    parameters: str
    megabytes: int
    figure: str
    remark: str = ""


@cache
def published() -> Mapping[str, Published]:
    """Return every published model by its name here."""
    table = tomllib.loads(files("crawler.entailment").joinpath("published.toml").read_text("utf-8"))
    return {name: Published(**{**row, "name": name, "form": Form(row["form"])}) for name, row in table.items()}


def named(name: str) -> Published:
    """Return the published model of this name.

    Raises:
        ConfigurationError: there is none.
    """
    try:
        return published()[name]
    except KeyError:
        known = ", ".join(published())
        raise ConfigurationError(
            f"no model is called {name!r}.", mend=f"Those that can be installed: {known}."
        ) from None
