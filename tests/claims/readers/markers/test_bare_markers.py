"""Superscripts that became plain digits: where such a digit is a marker, and where it belongs to a number or a unit."""

import pytest

from claims.readers.markers.bare_markers import BareMarkers, find_bare_markers

KNOWN = ("1", "2", "3", "4")
HABIT = "It rose in stone.1 It leaks.2"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Power grew by 3.5%.4, 1", ("4", "1")),
        ("Power grew until 2019.4, 1 Then it fell.", ("4", "1")),
        ("Die Leistung wuchs bis 2019.4, 1 Ähnlich war es im Süden.", ("4", "1")),
        ("The index rose to 40.5.4, 1 Then it fell.", ("4", "1")),
    ],
)
def test_two_numbers_behind_a_stop_are_markers_whatever_is_before_it(text: str, numbers: tuple[str, ...]) -> None:
    assert [found for _, _, found in find_bare_markers(text, KNOWN)] == [numbers]


@pytest.mark.parametrize("text", ["Python 3.5.4 is old.", "They are 1.2, 3.4 and 4.1 high.", "It took 2.4, 1.3 hours."])
def test_digits_of_numbers_are_no_markers(text: str) -> None:
    assert list(find_bare_markers(text, KNOWN)) == []


@pytest.mark.parametrize(
    "text",
    [
        "40 GWh2",
        "40 GWh2 in 2018",
        "16%3",
        "12 km²3",
        "1.2 Mt2",
        "3.4 Prozent4",
        "a rising trend2",
        "40 €3",
        "7 MW1, 2",
    ],
)
def test_a_digit_glued_to_a_measure_or_to_the_last_word_is_a_marker(text: str) -> None:
    assert len(BareMarkers(HABIT, KNOWN).find(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "12 km2",
        "9 m3",
        "4 cm2",
        "5 CO2",
        "7 Mt CO2",
        "2 H2O",
        "3 NO2",
        "2 GeV2",
        "PM2",
        "Windows 3 and NT4",
        "the MP3",
        "B2",
    ],
)
def test_an_exponent_a_formula_or_a_name_is_no_marker(text: str) -> None:
    assert BareMarkers(HABIT, KNOWN).find(text) == []


def test_numbers_glued_to_words_are_markers_where_they_count_the_entries() -> None:
    assert BareMarkers("It ran until 19711. At its peak2, 3 it had ten engines. One is kept2.", ("1", "2", "3")).used


@pytest.mark.parametrize(
    "text", ["It speaks ipv4 and http2.", "It has web3 and python3.", "It fell in the year1.", "Nothing is glued."]
)
def test_numbers_of_names_are_none(text: str) -> None:
    assert not BareMarkers(text, KNOWN).used


@pytest.mark.parametrize("text", ["It rose in stone.1", "It was closed in 1962.1 It leaks.", "It is closed today.1, 2"])
def test_one_marker_is_enough_for_one_or_two_entries(text: str) -> None:
    assert BareMarkers(text, ("1", "2")).used
    assert not BareMarkers(text, KNOWN).used
    assert not BareMarkers(text, ("1", "2"), alone=False).used


@pytest.mark.parametrize("text", ["See Fig.1 and Fig.2 there.", "Version 2.1 is out.", "It is no.1 of the list."])
def test_numbers_of_figures_and_versions_are_none(text: str) -> None:
    assert not BareMarkers(text, ("1", "2")).used


def test_a_table_whose_cells_alone_have_markers() -> None:
    assert BareMarkers("Nord | 40 GWh1\nSyd | 12 GWh2", ("1", "2")).used
