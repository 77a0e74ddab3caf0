"""Text from outside: harmful characters, commands, length."""

import pytest

from reports.text.sanitising import clean, language_tag, one_line, shorten, shorten_front


def test_line_ends_and_tabs_stay_and_other_controls_go():
    assert clean("a\tb\nc\x00d\x1b[1m") == "a\tb\nc\ufffdd\ufffd[1m"


def test_overrides_go_and_the_marks_that_right_to_left_prose_needs_stay():
    assert clean("a\u202eb\u2066c\u200fd") == "abc\u200fd"


def test_one_line_has_no_runs_of_white_space():
    assert one_line(" a\n\tb ") == "a b"


def test_cut_text_shows_that_it_was_cut():
    assert shorten("abcdef", 4) == "abc…"
    assert shorten_front("abcdef", 4) == "…def"
    assert shorten("abcd", 4) == shorten_front("abcd", 4) == "abcd"


@pytest.mark.parametrize(("tag", "kept"), [("zh-Hant", "zh-Hant"), ("ar", "ar"), ("<b>", ""), ("a b", ""), (None, "")])
def test_only_what_has_the_form_of_a_language_tag_is_one(tag, kept):
    assert language_tag(tag) == kept
