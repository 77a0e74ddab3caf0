"""Flags beat the environment, the environment beats the file; a wrong value is refused by name."""

from pathlib import Path

import pytest

from claims.errors import ConfigurationError
from crawler.app.options import configuration
from crawler.settings import Settings


def load(flags: dict[str, object], environment: dict[str, str], folder: Path) -> Settings:
    return configuration.load(flags, environment, folder).settings


def test_a_flag_beats_the_environment_and_the_environment_beats_the_file(tmp_path: Path) -> None:
    (tmp_path / "citewatch.toml").write_text("jobs = 2\ntimeout = 5\nrate = 1")
    settings = load({"jobs": "4"}, {"CITEWATCH_JOBS": "3", "CITEWATCH_TIMEOUT": "7"}, tmp_path)
    assert (settings.jobs, settings.timeout, settings.rate) == (4, 7.0, 1.0)


def test_a_flag_that_was_not_given_leaves_the_file_alone(tmp_path: Path) -> None:
    (tmp_path / "citewatch.toml").write_text("offline = true")
    assert load({"offline": None}, {}, tmp_path).offline is True


def test_pyproject_has_a_table_for_it(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.citewatch]\nfail-on = ["not_supported", "uncited"]')
    assert load({}, {}, tmp_path).fail_on == ("not_supported", "uncited")


def test_a_date_of_the_file_may_stand_without_quotes(tmp_path: Path) -> None:
    (tmp_path / "citewatch.toml").write_text('as-of = 2010-01-31\n[[ignore]]\nurl = "x"\nuntil = 2030-06-30\n')
    settings = load({}, {}, tmp_path)
    assert (settings.as_of, settings.ignore[0].until) == ("2010-01-31", "2030-06-30")


def test_a_file_that_is_not_utf_8_is_refused_with_its_mend(tmp_path: Path) -> None:
    (tmp_path / "citewatch.toml").write_text("jobs = 2\n", encoding="utf-16")
    with pytest.raises(ConfigurationError) as caught:
        load({}, {}, tmp_path)
    assert str(caught.value) == "citewatch.toml: the file is not UTF-8. Save it as UTF-8."


def test_commas_separate_the_values_of_a_list(tmp_path: Path) -> None:
    settings = load({"format": "html, json"}, {"CITEWATCH_FAIL_ON": "uncited,not_supported"}, tmp_path)
    assert settings.format == ("html", "json")
    assert settings.fail_on == ("uncited", "not_supported")


def test_an_archive_named_in_a_flag_may_hold_a_comma(tmp_path: Path) -> None:
    assert load({"archive": ["a,b.warc", "c.warc"]}, {}, tmp_path).archive == ("a,b.warc", "c.warc")


@pytest.mark.parametrize(
    ("flags", "named"),
    [
        ({"jobs": "0"}, "jobs"),
        ({"jobs": "many"}, "jobs"),
        ({"as_of": "12 May 2010"}, "as-of"),
        ({"timeout": "-1"}, "timeout"),
    ],
)
def test_a_wrong_flag_is_refused_by_name_with_its_mend(tmp_path: Path, flags: dict[str, str], named: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load(flags, {}, tmp_path)
    assert named in caught.value.message
    assert caught.value.place == "the command line"
    assert caught.value.mend


@pytest.mark.parametrize("word", ["unsupported", "throttled", "not_supported > many"])
def test_a_fail_on_that_means_nothing_is_refused_with_what_it_may_be(tmp_path: Path, word: str) -> None:
    with pytest.raises(ConfigurationError, match=r"fail-on: .*It takes a list of supported"):
        load({"fail_on": word}, {}, tmp_path)


def test_an_unknown_key_in_the_file_is_refused_with_the_file_named(tmp_path: Path) -> None:
    (tmp_path / "citewatch.toml").write_text("fail_onn = 1")
    with pytest.raises(ConfigurationError, match=r"citewatch\.toml: no option is called 'fail-onn'"):
        load({}, {}, tmp_path)


def test_a_file_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    (tmp_path / "citewatch.toml").write_text("jobs 2")
    with pytest.raises(ConfigurationError, match=r"citewatch\.toml: cannot be read"):
        load({}, {}, tmp_path)


def test_a_wrong_value_in_the_environment_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="the environment: jobs"):
        load({}, {"CITEWATCH_JOBS": "x"}, tmp_path)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('[[ignore]]\nclam = "x"', "no option is called 'clam'"),
        ('[[ignore]]\nreason = "x"', "rule number 1 matches every claim"),
        ('[[paths]]\npath = "*"\nfail-onn = []', "no option is called 'fail-onn'"),
    ],
)
def test_a_rule_that_would_fit_everything_by_a_slip_is_refused(tmp_path: Path, text: str, named: str) -> None:
    (tmp_path / "citewatch.toml").write_text(text)
    with pytest.raises(ConfigurationError, match=named):
        load({}, {}, tmp_path)


@pytest.mark.parametrize("text", ["tool = 5", "[tool]\ncitewatch = 5"])
def test_a_pyproject_whose_table_is_none_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text)
    with pytest.raises(ConfigurationError, match="is not a table"):
        load({}, {}, tmp_path)


def test_a_file_that_begins_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "citewatch.toml").write_bytes(b"\xef\xbb\xbfjobs = 2")
    assert load({}, {}, tmp_path).jobs == 2


@pytest.mark.parametrize("day", ["2010-13-45", "2010-02-30", "2010-00"])
def test_a_day_that_is_not_in_the_calendar_is_refused(tmp_path: Path, day: str) -> None:
    with pytest.raises(ConfigurationError, match=f"there is no day {day}"):
        load({"as_of": day}, {}, tmp_path)


def test_a_contact_that_no_header_can_carry_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="contact"):
        load({}, {"CITEWATCH_CONTACT": "é中"}, tmp_path)


def test_a_file_is_found_upwards_as_far_as_the_root_of_the_repository(tmp_path: Path) -> None:
    (tmp_path / "citewatch.toml").write_text("jobs = 9")
    below = tmp_path / "repository" / "docs" / "deep"
    below.mkdir(parents=True)
    (tmp_path / "repository" / ".git").mkdir()
    assert load({}, {}, below).jobs == Settings().jobs
    (tmp_path / "repository" / "citewatch.toml").write_text('jobs = 2\nsources = "refs.csv"\narchive = ["a.warc"]')
    (tmp_path / "repository" / "a.warc").touch()
    found = load({}, {}, below)
    assert (found.jobs, str(found.sources), found.archive) == (2, "../../refs.csv", ("../../a.warc",))


def test_outside_a_repository_only_the_working_directory_counts(tmp_path: Path) -> None:
    (tmp_path / "citewatch.toml").write_text("jobs = 9")
    (tmp_path / "below").mkdir()
    assert load({}, {}, tmp_path / "below").jobs == Settings().jobs


def test_a_pyproject_without_a_table_does_not_end_the_search(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "citewatch.toml").write_text("jobs = 9")
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "pyproject.toml").write_text("[project]")
    assert load({}, {}, tmp_path / "package").jobs == 9


def test_none_takes_away_what_the_file_gives(tmp_path: Path) -> None:
    (tmp_path / "citewatch.toml").write_text('baseline = "known.json"')
    assert load({}, {"CITEWATCH_BASELINE": "none"}, tmp_path).baseline is None


def test_a_flag_turns_off_what_contradicts_it_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "citewatch.toml").write_text("live = true\nsave = true")
    settings = load({"offline": True}, {}, tmp_path)
    assert (settings.offline, settings.live, settings.save) == (True, False, False)


def test_the_key_of_the_judge_is_no_unknown_variable(tmp_path: Path) -> None:
    assert load({}, {"CITEWATCH_JUDGE_KEY": "secret"}, tmp_path) == Settings()


def test_each_setting_has_its_place(tmp_path: Path) -> None:
    (tmp_path / "citewatch.toml").write_text("jobs = 2\nrate = 1")
    places = configuration.load({"rate": "2"}, {"CITEWATCH_TIMEOUT": "7"}, tmp_path).places
    named = (places["jobs"], places["rate"], places["timeout"], places["wiki"])
    assert named == ("citewatch.toml", "the command line", "the environment", "default")
