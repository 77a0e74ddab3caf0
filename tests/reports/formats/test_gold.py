"""Every format of the lighthouse report, held against its gold file."""

import pytest

from reports.formats.registry import FORMATS
from tests.reports.gold import FOLDER, rendered


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_gives_what_its_gold_file_holds(name):
    for file, text in rendered(name).items():
        assert text == (FOLDER / file).read_bytes().decode("utf-8")


def test_the_formats_are_those_of_the_contract():
    assert list(FORMATS) == [
        "html",
        "json",
        "junit",
        "sarif",
        "markdown",
        "wikitext",
        "csv",
        "codequality",
        "annotations",
        "claimreview",
        "text",
    ]
