"""What may be shown of text from outside: characters, addresses, dates, text fragments."""

import pytest

from reports.view.sanitising import (
    clean,
    day,
    language_tag,
    listed,
    one_line,
    sentence,
    shorten,
    shorten_front,
    text_fragment,
    unframed,
    web_address,
)


def test_line_ends_and_tabs_stay_and_other_controls_go():
    assert clean("a\tb\nc\x00d\x1b[1m") == "a\tb\nc\ufffdd\ufffd[1m"


def test_overrides_go_and_the_marks_that_right_to_left_prose_needs_stay():
    assert clean("a\u202eb\u2066c\u200fd") == "abc\u200fd"


def test_one_line_has_no_runs_of_white_space():
    assert one_line(" a\n\tb ") == "a b"


@pytest.mark.parametrize("url", ["http://a.example", "https://a.example/x?y=1&z=%20#f", "HTTPS://A.example/é"])
def test_web_addresses_are_linked(url):
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None, "", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//a.example", "http://",
        "a.example", "http://a.example/ b", "http://a.example/\n", "http://[::1", "http://a.example/\u202e",
    ],
)  # fmt: skip
def test_other_addresses_are_not(url):
    assert web_address(url) is None


def test_a_text_fragment_holds_the_quote_with_everything_that_parts_directives_escaped():
    assert text_fragment("https://a.example/x#y", "27 metres, on-shore & dry") == (
        "https://a.example/x#:~:text=27%20metres%2C%20on%2Dshore%20%26%20dry"
    )


def test_a_long_quote_is_named_by_its_first_and_last_words():
    words = " ".join(f"w{number}" for number in range(200))

    assert text_fragment("https://a.example/", words).endswith(
        "#:~:text=w0%20w1%20w2%20w3%20w4,w195%20w196%20w197%20w198%20w199"
    )


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("20071026000000", "26 October 2007"), ("2007-08-22", "22 August 2007"), ("2006-03", "March 2006"),
        ("1986", "1986"), ("20070800000000", "August 2007"), ("20071399", "2007"), ("spring", "spring"), (None, ""),
    ],
)  # fmt: skip
def test_dates_are_put_in_words_as_exactly_as_known(date, words):
    assert day(date) == words


def test_cut_text_shows_that_it_was_cut():
    assert shorten("abcdef", 4) == "abc…"
    assert shorten_front("abcdef", 4) == "…def"
    assert shorten("abcd", 4) == shorten_front("abcd", 4) == "abcd"


def test_lists_and_sentences_read_as_prose():
    assert [listed([]), listed(["a"]), listed(["a", "b", "c"])] == ["", "a", "a, b and c"]
    assert [sentence(""), sentence("it rained"), sentence("Why?")] == ["", "It rained.", "Why?"]


@pytest.mark.parametrize(("tag", "kept"), [("zh-Hant", "zh-Hant"), ("ar", "ar"), ("<b>", ""), ("a b", ""), (None, "")])
def test_only_what_has_the_form_of_a_language_tag_is_one(tag, kept):
    assert language_tag(tag) == kept


@pytest.mark.parametrize(
    ("memento", "plain"),
    [
        ("https://a.example/web/20150502000000/http://b.example/", "https://a.example/web/20150502000000id_/http://b.example/"),
        ("https://web.archive.org/web/20150502000000/https://b.example/", None),
        ("https://a.example/web/20150502000000id_/https://b.example/", None),
        ("https://perma.example/ABCD-1234", None),
    ],
)  # fmt: skip
def test_a_copy_is_linked_without_the_archives_frame(memento, plain):
    assert unframed(memento) == (plain or memento)
