"""crawler.archives.playback: the archive's own redirects, and what it says for itself."""

import pytest

from claims.records import Status
from crawler.archives.playback import Playback
from crawler.net.client import HttpResponse
from crawler.outcome import Failure

pytestmark = pytest.mark.anyio

HOME = "https://archive.example/web"
URL = "http://page.example/"
PLAYBACK = Playback("example", lambda address: address.startswith(HOME))


class Fetcher:
    """Answers each address with what it was given."""

    max_bytes = 1_000_000

    def __init__(self, answers: dict[str, tuple[int, dict[str, str]]]) -> None:
        self.answers = answers

    async def get(self, url: str, headers: dict[str, str] | None = None) -> HttpResponse | Failure:
        status, own = self.answers[url]
        return HttpResponse(url=url, status=status, headers=tuple(own.items()), body=b"")


async def asked(answers: dict[str, tuple[int, dict[str, str]]], wanted: str | None = None) -> HttpResponse | Failure:
    return await PLAYBACK.get(Fetcher(answers), f"{HOME}/2007/{URL}", URL, wanted=wanted)


def captured(day: str) -> tuple[int, dict[str, str]]:
    return 200, {"memento-datetime": f"{day} Aug 2007 00:00:00 GMT"}


async def test_redirects_within_the_archive_are_followed() -> None:
    onward = f"{HOME}/20070822000000/{URL}"
    answer = await asked({f"{HOME}/2007/{URL}": (302, {"location": onward}), onward: captured("Wed, 22")})
    assert isinstance(answer, HttpResponse)
    assert answer.url == onward


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ((302, {"location": "https://elsewhere.example/"}), Status.REFUSED),
        ((302, {"location": f"{HOME}/2007/{URL}"}), Status.REFUSED),
        ((302, {}), Status.UNREACHABLE),
        ((404, {}), Status.NEVER_ARCHIVED),
        ((410, {}), Status.NEVER_ARCHIVED),
        ((451, {}), Status.EXCLUDED),
        ((500, {}), Status.UNREACHABLE),
    ],
    ids=["out of the archive", "without end", "to nowhere", "not found", "gone", "held back", "broken"],
)
async def test_what_the_archive_says_for_itself_is_no_response(
    answer: tuple[int, dict[str, str]], status: Status
) -> None:
    failure = await asked({f"{HOME}/2007/{URL}": answer})
    assert isinstance(failure, Failure)
    assert failure.status is status


async def test_a_page_of_its_own_is_named_as_such() -> None:
    failure = await asked({f"{HOME}/2007/{URL}": (200, {})})
    assert failure == Failure(
        status=Status.UNREACHABLE, reason=f"example answered for {URL} with a page that is no capture"
    )


async def test_a_capture_of_another_day_is_not_the_one_wanted() -> None:
    shown = {f"{HOME}/2007/{URL}": captured("Wed, 22")}
    assert isinstance(await asked(shown, wanted="20070822235959"), HttpResponse)
    other = await asked(shown, wanted="20070823000000")
    assert isinstance(other, Failure)
    assert other.status is Status.ERROR_CAPTURE


async def test_a_redirect_to_another_day_is_not_followed() -> None:
    shown = {f"{HOME}/2007/{URL}": (302, {"location": f"{HOME}/20070922000000/{URL}"})}
    other = await asked(shown, wanted="20070822000000")
    assert isinstance(other, Failure)
    assert other.status is Status.ERROR_CAPTURE
