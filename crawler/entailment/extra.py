"""Whether the extra `model` is installed, which downloading and running a model need."""

from importlib.util import find_spec

from claims.errors import ConfigurationError

PACKAGES = ("huggingface_hub", "torch", "transformers")


def missing() -> list[str]:
    """Return the packages of the extra that are not installed."""
    return [name for name in PACKAGES if find_spec(name) is None]


def needed() -> None:
    """Refuse to go on without the extra.

    Raises:
        ConfigurationError: a package of it is missing.
    """
    if lacking := missing():
        raise ConfigurationError(
            f"entailment models need {', '.join(lacking)}.", mend='Install citewatch as "citewatch[model]".'
        )
