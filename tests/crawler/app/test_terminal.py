"""What a run prints, and in which style."""

import io

import pytest

from crawler.app.terminal import style_for
from reports.formats.text import Style


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
