"""What the tests of a corpus share: a small corpus, and what `verify` and one undisturbed run make of it."""

import pytest

from claims.records import JudgedDocument
from crawler.corpus.engines.serial import SerialEngine
from crawler.corpus.job import Job
from tests.crawler.corpus.small_corpus import SmallCorpus, made, make, verified


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> SmallCorpus:
    return make(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def by_verify(small: SmallCorpus, tmp_path_factory: pytest.TempPathFactory) -> dict[str, JudgedDocument]:
    return verified(small, tmp_path_factory.mktemp("verified"))


@pytest.fixture(scope="session")
def undisturbed(small: SmallCorpus, tmp_path_factory: pytest.TempPathFactory) -> Job:
    job = small.job(tmp_path_factory.mktemp("undisturbed"))
    made(job, SerialEngine())
    return job
