import subprocess
import sys

import pytest

from claims.language.loader import code, language, languages, parsed

CODES = [each.code for each in languages()]
ABOUT = "[about]\nname = 'Test'\n[about.sources]\n"


@pytest.mark.parametrize("name", CODES)
def test_every_section_of_a_file_names_its_source(name):
    record = language(name)
    empty = parsed("", name)
    filled = {field for field in record.__struct_fields__ if getattr(record, field) != getattr(empty, field)} - {
        "about"
    }

    assert record.about.name
    assert filled == set(record.about.sources)


def test_a_language_without_a_file_has_no_words():
    assert language("tlh").negation.words == frozenset()


def test_a_name_that_is_no_code_reads_no_file():
    assert language("_common") == parsed("", "_common")


def test_a_language_is_read_once():
    assert language("de") is language("de")


def test_unknown_languages_that_pages_declare_are_not_kept_without_end():
    for number in range(200):
        language(f"x{chr(97 + number // 26)}{chr(97 + number % 26)}")

    assert language.cache_info().currsize <= 128


def test_words_of_a_list_have_no_marks_of_the_file_they_are_from():
    words = [word for each in languages() for word in each.tokens.function_words]

    assert not [word for word in words if set(word) & set('"„“”«»,;\N{BYTE ORDER MARK}')]


def test_languages_with_precedence_come_first():
    assert CODES.index("en") < CODES.index("de")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("wrods = 'a'", "xx.toml: Object contains unknown field `wrods`"),
        ("[negation]\nwrods = 'a'", "unknown field `wrods` - at `$.negation`"),
        ("[negation]\nwords = 3", "expected a text, got int - at `$.negation.words`"),
        ("[numbers]\nglued = 1", "Expected `bool`, got `int` - at `$.numbers.glued`"),
        ("[months]\nwide = 'a b'", "2 months instead of 12 - at `$.months.wide`"),
        ("[antonyms]\npairs = 'up:down left'", "'left' is no pair `one:other` - at `$.antonyms.pairs`"),
        ("[antonyms]\npoles = 'up down'", "'up down' has not one '|' - at `$.antonyms.poles`"),
        (
            "[quantities]\ncardinals = 'one: two'",
            "could not convert string to float: 'one' - at `$.quantities.cardinals`",
        ),
        ("[about", "xx.toml: Expected ']'"),
    ],
)
def test_a_wrong_file_is_an_error_that_names_file_and_key(text, message):
    with pytest.raises(ValueError, match=r"claims/language/data/xx\.toml: ") as error:
        parsed(text, "xx")

    assert message in str(error.value)


@pytest.mark.parametrize(
    ("tag", "expected"), [("nn-NO", "nb"), ("iw", "he"), ("pt_BR", "pt"), ("DE", "de"), (None, "en"), ("tlh", "tlh")]
)
def test_tags_of_one_language_have_one_code(tag, expected):
    assert code(tag) == expected


def test_importing_the_engines_loads_english_only():
    program = (
        "import claims.language.segmentation, claims.language.dates.dates, claims.language.tokens\n"
        "import claims.language.headings\n"
        "from claims.language import loader\n"
        "print(loader.language.cache_info().misses, loader.languages.cache_info().misses)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["1", "0"]
