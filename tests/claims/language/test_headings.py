"""claims.language.headings: the headings of reference lists and of back matter, in any language."""

import pytest

from claims.language.headings import is_back_matter, is_reference_heading


@pytest.mark.parametrize(
    "heading",
    [
        "References",
        "Notes and references",
        "== Einzelnachweise ==",
        "5. Источники",
        "脚注",
        "Források",
        "Izvori",
        "మూలాలు",
        "**References:** (selected)",
        "Quellen（Auswahl）",
        "Sources used:",
    ],
)
def test_a_reference_list_is_recognised_by_its_heading(heading: str) -> None:
    assert is_reference_heading(heading)
    assert is_back_matter(heading)


@pytest.mark.parametrize("heading", ["Weblinks", "Voir aussi", "外部リンク"])
def test_links_elsewhere_are_back_matter_and_no_references(heading: str) -> None:
    assert is_back_matter(heading)
    assert not is_reference_heading(heading)


@pytest.mark.parametrize("heading", ["History", "", "References " + "to the bridge " * 5])
def test_other_headings_are_neither(heading: str) -> None:
    assert not is_back_matter(heading)
