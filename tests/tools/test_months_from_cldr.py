"""tools.months_from_cldr: the months of the data files are those of the CLDR."""

import pytest

from claims.language.loader import languages
from tools.months_from_cldr import DATA, rewritten, rows

WITH_MONTHS = [language.code for language in languages() if language.months.wide]


@pytest.mark.parametrize("language", WITH_MONTHS)
def test_the_data_file_is_as_the_script_writes_it(language: str) -> None:
    text = (DATA / f"{language}.toml").read_text("utf-8")

    assert rewritten(text, language) == text


def test_a_name_of_several_words_or_with_digits_is_left_out() -> None:
    assert rows("vi") == {}
    assert rows("ca")["standalone"][0] == "gener"
