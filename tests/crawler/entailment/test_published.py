"""The registry of published models."""

import re

import pytest

from claims.errors import ConfigurationError
from crawler.entailment.open_model import SUGGESTED
from crawler.entailment.published import named, published


@pytest.mark.parametrize("model", published().values(), ids=lambda model: model.name)
def test_every_model_has_what_a_user_decides_by(model: object) -> None:
    for field in ("repository", "revision", "licence", "languages", "parameters", "figure", "remark"):
        assert getattr(model, field).strip(), field


def test_names_are_folders_and_repositories_have_an_owner() -> None:
    assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in published())
    assert all(re.fullmatch(r"[\w-]+/[\w.-]+", model.repository) for model in published().values())


def test_the_suggested_model_is_the_smallest() -> None:
    assert named(SUGGESTED) is min(published().values(), key=lambda model: model.megabytes)


def test_an_unknown_name_is_refused_with_those_there_are() -> None:
    with pytest.raises(ConfigurationError, match="deberta-v3-xsmall, deberta-v3-base"):
        named("gpt")
