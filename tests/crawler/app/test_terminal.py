"""What a run prints, and in which style."""

import io
from dataclasses import replace

import pytest

from claims.records import Check, Report
from crawler.app.terminal import style_for, unfinished_words
from reports.formats.text import Style
from tests.reports.examples import lighthouse
from tests.reports.lighthouse import CLAIMS


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "style"),
    [
        (Terminal(), {}, Style.COLOURED),
        (Terminal(), {"NO_COLOR": ""}, Style.COLOURED),
        (Terminal(), {"NO_COLOR": "1"}, Style.PLAIN),
        (Terminal(), {"TERM": "dumb"}, Style.PLAIN),
        (io.StringIO(), {}, Style.PLAIN),
        (io.StringIO(), {"GITHUB_ACTIONS": "true"}, Style.GITHUB),
        (io.StringIO(), {"GITHUB_ACTIONS": "false"}, Style.PLAIN),
    ],
)
def test_the_style_suits_the_stream_and_the_environment(
    stream: io.StringIO, environment: dict[str, str], style: Style
) -> None:
    assert style_for(stream, environment) is style


def unread(reason: str) -> Report:
    """The lighthouse's report, whose unfinished sources are so for `reason`."""
    made = lighthouse()
    (document,) = made.documents
    claims = tuple(replace(claim, checks=tuple(_because(check, reason) for check in claim.checks)) for claim in CLAIMS)
    return replace(made, documents=(replace(document, claims=claims),))


def _because(check: Check, reason: str) -> Check:
    return replace(check, reason=reason) if check.status.unfinished else check


def test_without_a_network_the_reason_is_given_once_with_what_was_tried() -> None:
    words = unfinished_words(unread("wayback gave no answer: web.archive.org has no address"), offline=False)
    assert words == (
        "Not finished: wayback and skerries.warc.gz could not be asked for 1 source (wayback gave no answer: "
        "web.archive.org has no address): there is no network, or a host name is wrong. Connect, or use local "
        "archives: --offline --archive FILE."
    )


def test_after_another_failure_the_run_may_be_repeated() -> None:
    words = unfinished_words(unread("wayback asked to wait 60 seconds"), offline=False)
    assert words.endswith("(wayback asked to wait 60 seconds). Run it again: it goes on from here.")
