"""crawler.lookup.health.page_health: how much text makes a page, and how far signs are looked for."""

import pytest

from claims.records import BlockKind, Passage, Source, Status
from crawler.archives.interface import ArchivedResponse
from crawler.lookup.health.page_health import page_problem
from crawler.outcome import Failure

URL = "http://example.org/a/b"
PAYWALL = "Subscribe now to continue"
SHORT = Status.NO_TEXT
"""The status of a copy without a notice: those of these tests have too few words to be read as a page."""


def problem(
    text: str, *, title: str | None = None, passages: tuple[Passage, ...] = (), body: bytes = b""
) -> Failure | None:
    source = Source(url=URL, text=text, passages=passages, title=title)
    response = ArchivedResponse(url=URL, timestamp="20200101000000", status=200, headers={}, body=body)
    return page_problem(response, source, URL)


def status(
    text: str, *, title: str | None = None, passages: tuple[Passage, ...] = (), body: bytes = b""
) -> Status | None:
    found = problem(text, title=title, passages=passages, body=body)
    return found.status if found else None


def passages(*lengths: int, kind: BlockKind = BlockKind.PARAGRAPH) -> tuple[Passage, ...]:
    """Passages of these lengths, one directly after the other."""
    starts = [sum(lengths[:place]) for place in range(len(lengths))]
    return tuple(
        Passage(start=start, end=start + length, kind=kind) for start, length in zip(starts, lengths, strict=True)
    )


def padded(sign: str, length: int) -> str:
    """Text of so many characters that ends with the sign."""
    return ("x " * length)[: length - len(sign) - 1] + " " + sign


def leading(sign: str, length: int) -> str:
    """Text of so many characters that begins with the sign."""
    return (f"{sign} " + "x " * length)[:length]


@pytest.mark.parametrize(("running", "found"), [(1_199, Status.PAYWALL), (1_200, None)])
def test_running_text_from_1200_characters_on_is_an_article_whatever_else_it_says(
    running: int, found: Status | None
) -> None:
    assert status(leading(PAYWALL, running), passages=passages(running)) is found


@pytest.mark.parametrize(("item", "found"), [(60, Status.PAYWALL), (61, None)])
def test_items_of_up_to_60_characters_are_no_running_text(item: int, found: Status | None) -> None:
    assert status(leading(PAYWALL, 20 * item), passages=passages(*[item] * 20)) is found


def test_text_beside_the_article_is_no_running_text() -> None:
    beside = (Passage(start=0, end=1_300, kind=BlockKind.PARAGRAPH, main=False),)
    assert status(padded(PAYWALL, 1_300), passages=beside) is Status.PAYWALL


@pytest.mark.parametrize(("length", "found"), [(899, Status.CHALLENGE), (900, SHORT)])
@pytest.mark.parametrize(("sign", "body"), [("words", b"cf_chl_"), ("We use cookies", b"")])
def test_scripts_against_bots_and_consent_make_no_page_of_fewer_than_900_characters(
    sign: str, body: bytes, length: int, found: Status | None
) -> None:
    assert status(padded(sign, length), body=body) is found


@pytest.mark.parametrize(("end", "found"), [(200_000, Status.CHALLENGE), (200_001, SHORT)])
def test_scripts_against_bots_are_looked_for_in_the_first_200_kilobytes(end: int, found: Status | None) -> None:
    assert status("words", body=b"cf_chl_".rjust(end)) is found


@pytest.mark.parametrize(("end", "found"), [(5_000, Status.PAYWALL), (5_001, SHORT)])
def test_signs_are_looked_for_in_the_first_5000_characters(end: int, found: Status | None) -> None:
    assert status(padded("subscribe to read", end)) is found


@pytest.mark.parametrize(
    ("sign", "found"), [("not found", Status.SOFT_404), ("internal server error", Status.ERROR_CAPTURE)]
)
def test_errors_are_looked_for_in_the_first_400_characters(sign: str, found: Status) -> None:
    assert status(padded(sign, 400)) is found
    assert status(padded(sign, 401)) is SHORT


@pytest.mark.parametrize(("end", "found"), [(150, Status.SOFT_404), (151, SHORT)])
def test_signs_are_looked_for_in_the_first_150_characters_of_a_title(end: int, found: Status | None) -> None:
    assert status("words", title=padded("not found", end)) is found


@pytest.mark.parametrize(("place", "found"), [(1, Status.SOFT_404), (2, SHORT)])
def test_the_first_two_headings_count_as_titles(place: int, found: Status | None) -> None:
    lines = ["About the bridge " * 20, "About the valley " * 20]
    lines.insert(place, "Not found")
    headings = passages(*map(len, lines), kind=BlockKind.HEADING)
    assert status("".join(lines), passages=headings) is found


@pytest.mark.parametrize(("length", "found"), [(249, Status.CHALLENGE), (250, SHORT)])
def test_a_shell_for_scripts_has_fewer_than_250_characters(length: int, found: Status | None) -> None:
    assert status("x" * length, body=b"<script>".ljust(41 * length)) is found


@pytest.mark.parametrize(("size", "found"), [(4_001, Status.CHALLENGE), (4_000, SHORT)])
def test_a_shell_for_scripts_is_more_than_40_times_as_large_as_its_text(size: int, found: Status | None) -> None:
    assert status("x" * 100, body=b"<SCRIPT>".ljust(size)) is found


def test_a_large_short_page_without_scripts_is_no_shell_for_them() -> None:
    assert status("x" * 100, body=b" " * 10_000) is SHORT


@pytest.mark.parametrize(("before", "found"), [(11, Status.SOFT_404), (12, SHORT)])
def test_an_article_is_not_found_where_its_title_says_so_within_12_characters(
    before: int, found: Status | None
) -> None:
    title = f"{'x' * before}|Page not found"
    assert status("x" * 1_200, title=title, passages=passages(1_200)) is found


@pytest.mark.parametrize(("part", "found"), [("Not found abcde", Status.SOFT_404), ("Not found abcdef", SHORT)])
def test_an_article_is_not_found_where_that_is_three_fifths_of_a_part_of_its_title(
    part: str, found: Status | None
) -> None:
    assert status("x" * 1_200, title=f"{part} - The Times", passages=passages(1_200)) is found


@pytest.mark.parametrize(("length", "end"), [(80, "”"), (81, "…”")])
def test_the_reason_quotes_the_first_80_characters(length: int, end: str) -> None:
    found = problem("Not found ".ljust(length, "x"))
    assert found
    assert found.reason.endswith("“" + "Not found ".ljust(80, "x") + end)
