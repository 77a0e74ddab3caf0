"""crawler.lookup.health.dialogs: a question with buttons in place of a page."""

import pytest

from crawler.archives.interface import ArchivedResponse
from crawler.lookup.health.dialogs import is_dialog

ASKED = b"<p>May we count your visit?</p><button>Yes</button><button>No</button>"


def dialog(body: bytes) -> bool:
    return is_dialog(ArchivedResponse(url="", timestamp="20200101000000", status=200, headers={}, body=body))


def test_two_buttons_and_hardly_a_link_are_a_dialog() -> None:
    assert dialog(ASKED)
    assert not dialog(b"<p>The tower was built in 1871.</p><button>Share</button>")
    assert not dialog(ASKED + b"<a href=/more>More</a>" * 7)


@pytest.mark.parametrize("name", ["script", "style", "template"])
def test_what_no_reader_sees_does_not_count(name: str) -> None:
    unseen = f"<{name}><a href=/more></{name}>".encode() * 7
    assert dialog(unseen + ASKED)
    assert not dialog(f"<{name}>".encode() + ASKED + f"</{name}>".encode())


def test_a_megabyte_of_scripts_that_never_end_is_read_at_once() -> None:
    assert not dialog(b"<script " * 125_000)  # each sought its end in all that follows: 32 kB took a second
