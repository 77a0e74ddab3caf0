"""Reference lists of other shapes than numbers, and the keys of bibliographies, in Markdown and plain text."""

import pytest

from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Document, Link

AUTHORS = (
    "The tower was built in 1871 (Brenner, 2019). It is 31 metres high (Olsen & Lund, 2018, p. 4).\n\nReferences\n\n"
)
ENTRIES = (
    "Brenner, A. (2019). Lights of the coast. https://harbour.example/lights",
    "Olsen, P., & Lund, K. (2018). Heights of towers and walls. Coast Journal, 4(2), 11–19.\n"
    "    https://heights.example/2018",
)
SECTIONS = (
    "# Report\n\n## Wall\n\nThe wall was built in 1871 [1].\n\n**Sources:**\n1. https://a.example/wall\n\n"
    "## Lamp\n\nThe lamp was lit in 1901 [1].\n\n**Sources:**\n1. https://b.example/lamp\n"
)


def document(text: str, name: str) -> Document:
    return link(read(text, name), name)


def cited(found: Document) -> list[tuple[str, str | None]]:
    urls = {citation.id: citation.url for citation in found.citations}
    return [(claim.text, urls[claim.citations[0]]) for claim in found.claims if claim.link is Link.DIRECT]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_plain_text_has_a_list_without_numbers(between: str) -> None:
    assert cited(document(AUTHORS + between.join(ENTRIES) + "\n", "a.txt")) == [
        ("The tower was built in 1871.", "https://harbour.example/lights"),
        ("It is 31 metres high.", "https://heights.example/2018"),
    ]


def test_prose_under_such_a_heading_is_no_list() -> None:
    text = "It fell.\n\nReferences\n\nThe keepers kept no books.\n\nNobody knows why that is so.\n"
    assert document(text, "a.txt").citations == ()


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_each_section_has_its_own_list(name: str) -> None:
    assert cited(document(SECTIONS, name)) == [
        ("The wall was built in 1871.", "https://a.example/wall"),
        ("The lamp was lit in 1901.", "https://b.example/lamp"),
    ]


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_a_key_in_the_sentence_cites_and_stays(name: str) -> None:
    found = document("It was built in 1871 [@brenner]. As @brenner and @lund2018 say, it is the tallest.\n", name)
    assert [(claim.text, claim.citations) for claim in found.claims] == [
        ("It was built in 1871.", ("brenner",)),
        ("As @brenner and @lund2018 say, it is the tallest.", ("brenner", "lund2018")),
    ]


def test_names_addresses_and_cross_references_are_no_keys() -> None:
    found = document("Write to @support or ada@harbour.example about @fig-wall of the wall.\n", "a.md")
    assert [claim.link for claim in found.claims] == [Link.NONE]


def test_words_that_only_introduce_markers_go_with_them() -> None:
    links = "[one](https://a.example/) and [two](https://b.example/)"
    found = document(f"It can be built in other ways as well (see, for example, {links}).\n", "a.md")
    assert [claim.text for claim in found.claims] == ["It can be built in other ways as well."]


def test_a_list_of_cross_references_states_nothing() -> None:
    found = document(
        "See also: [SN 27](https://a.example/); [SN 46](https://b.example/); [Sn 5](https://c.example/)\n", "a.md"
    )
    assert found.claims == ()


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The keepers were:\n\n- Ada Brenner[^1]\n- Per[^1]\n",
            ["The keepers were: Ada Brenner", "The keepers were: Per"],
        ),
        ("# Keepers\n\n- Ada Brenner[^1]\n", ["Keepers: Ada Brenner"]),
        (
            "**Keepers**[^1]:\n\n- Ada Brenner kept it for forty years\n",
            ["Keepers: Ada Brenner kept it for forty years"],
        ),
    ],
)
def test_words_too_few_for_a_claim_take_the_words_above_them(text: str, claims: list[str]) -> None:
    found = document(f"{text}\n[^1]: https://a.example/\n", "a.md")
    assert [claim.text for claim in found.claims if claim.link is Link.DIRECT] == claims


def test_raised_digits_before_a_letter_are_no_marker() -> None:
    found = document(
        "It holds ²³⁵U now.² It leaks.³\n\nNotes\n\n² Ito. https://a.example/\n³ Kim. https://b.example/\n", "a.txt"
    )
    assert [claim.text for claim in found.claims] == ["It holds ²³⁵U now.", "It leaks."]


def test_numbered_addresses_below_a_report_are_its_sources_and_no_markers_of_its_end() -> None:
    (first, second) = ("https://a.example/wall%20one.pdf", "https://b.example/lamp")
    found = document(
        f"The wall is high. [\\[1\\]]({first})\n\nThe lamp is bright. [\\[2\\]]({second})\n\n---\n\n"
        f"[\\[1\\]]({first}) {first}\n\n<{first}>\n\n[\\[2\\]]({second}) {second}\n\n<{second}>\n",
        "a.md",
    )
    assert [(claim.text, len(claim.citations)) for claim in found.claims] == [
        ("The wall is high.", 1),
        ("The lamp is bright.", 1),
    ]


def test_a_legend_explains_the_markers_and_claims_nothing() -> None:
    found = document(
        "The wall is high [1]. The lamp is bright [2][3].\n\n"
        "**Citations**:  \n[1][3] Harbour office; [2] Kyodo news; [4] Coast Watch.\n",
        "a.md",
    )
    assert [claim.text for claim in found.claims] == ["The wall is high.", "The lamp is bright."]
    assert {each.id: each.text for each in found.citations}["3"] == "Harbour office"


def test_the_last_sentence_of_a_long_paragraph_introduces_a_list() -> None:
    found = document(
        f"{'The council compared the lamps of all towers of the coast, old and new. ' * 4}"
        "A few names were proposed for the new one:\n\n- Morning Lamp[^1]\n- Ada[^1]\n\n[^1]: https://a.example/\n",
        "a.md",
    )
    assert [claim.text for claim in found.claims if claim.link is Link.DIRECT] == [
        "A few names were proposed for the new one: Morning Lamp",
        "A few names were proposed for the new one: Ada",
    ]
