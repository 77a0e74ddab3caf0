"""Addresses that are safe to link, and links to quoted words."""

import pytest

from reports.text.links import text_fragment, unframed, web_address


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
