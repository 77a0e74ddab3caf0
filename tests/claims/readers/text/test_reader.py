"""Plain text: the shapes of markers, of lists, and what of a page that became text is a paragraph."""

import pytest

from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import BlockKind, Document, Link


def document(text: str) -> Document:
    return link(read(text, "article.txt", "text"), "article.txt")


def direct(found: Document) -> list[tuple[str, tuple[str, ...]]]:
    return [(claim.text, claim.citations) for claim in found.claims if claim.link is Link.DIRECT]


@pytest.mark.parametrize(
    "entries",
    [
        "  1. ^ a b Kyodo.\n  2. ^ BBC.",
        "^ a b Kyodo.\n^ BBC.",
        "↑ 1.0 1.1 Kyodo.\n↑ BBC.",
        "[1] Kyodo.\n[2] BBC.",
        "[1]: Kyodo.\n[2]: BBC.",
        "[1] Kyodo.\n\n[2] BBC.",
        "【1】Kyodo.\n【2】BBC.",
        "1. Kyodo.\n2. BBC.",
        "1) Kyodo.\n2) BBC.",
        "¹ Kyodo.\n² BBC.",
        "References\n\n1. Kyodo.\n2. BBC.",
        "Quellen:\n1. Kyodo.\n2. BBC.",
        "参考文献：\n[1] Kyodo.\n[2] BBC.",
        "== Références ==\n- Kyodo.\n- BBC.",
    ],
)
def test_lists_are_known_in_all_their_shapes(entries: str) -> None:
    found = document(f"It was signed.[1] It grew.[2]\n\n{entries}\n")
    assert [(citation.id, citation.text) for citation in found.citations] == [("1", "Kyodo."), ("2", "BBC.")]
    assert direct(found) == [("It was signed.", ("1",)), ("It grew.", ("2",))]


@pytest.mark.parametrize("marker", ["[1][2][3]", "[1-3]", "[1, 2, 3]", "[1,2–3]", "【1】【2】【3】", "[[1,2,3]]"])
def test_runs_and_ranges_ask_for_each_number(marker: str) -> None:
    found = document(f"It was signed{marker}.\n\n[1] A.\n[2] B.\n[3] C.\n")
    assert direct(found) == [("It was signed.", ("1", "2", "3"))]


def test_wrapped_entries_are_joined_and_wrapped_prose_is_no_list() -> None:
    text = (
        "The treaty that was signed in the autumn of that year was the first of its kind\n"
        "[2] and it came after many long years of talks between both of the two countries.\n\n"
        "  1. ^ Kyodo, a paper of\n     Japan.\n  2. ^ BBC.\n"
    )
    found = document(text)
    assert [citation.text for citation in found.citations] == ["Kyodo, a paper of Japan.", "BBC."]
    assert [citations for _, citations in direct(found)] == [("2",)]


def test_numbers_that_run_ahead_of_the_markers_are_counted_again_with_a_note() -> None:
    entries = " 1. ^ Kyodo.\n 2. .mw-parser-output{x:y}\n 3. ^ a b BBC.\n 4. ^ UB.\n"
    text = f"A came.[1] B came.[2] C came.[2] D came.[3]\n\n{entries}"
    found = document(text)
    assert [(citation.id, citation.text) for citation in found.citations] == [
        ("1", "Kyodo."),
        ("2", "BBC."),
        ("3", "UB."),
    ]
    assert "counted instead" in found.notes[0]


def test_each_section_s_markers_ask_for_its_own_list() -> None:
    text = "# A\n\nIt was signed.[1]\n\nSources\n[1] Kyodo.\n\n# B\n\nIt grew.[1]\n\nSources\n[1] BBC.\n"
    assert direct(document(text)) == [("It was signed.", ("1",)), ("It grew.", ("1 (2)",))]


def test_numbered_steps_are_no_list_of_references() -> None:
    text = "It has steps.[1]\n\n1. Do the first thing.\n2. Do the second.\n\nSources\n[1] Kyodo.\n"
    assert [citation.text for citation in document(text).citations] == ["Kyodo."]


def test_years_and_code_in_brackets_are_no_markers() -> None:
    assert [citation.id for citation in document("It was [1986] so.[1]\n\n[1] Kyodo.\n").citations] == ["1"]


def test_what_follows_the_list_is_left_out() -> None:
    text = "It was signed.[1]\n\n1. ^ Kyodo.\n\nThis page was last edited on 7 August 2019, at noon.\n"
    assert document(text).text == "It was signed."


def test_superscript_digits_are_markers_where_a_list_has_their_numbers() -> None:
    found = document("It was signed.¹ It has 10 km² of land.²˒³ It ended.\n\nNotes\n¹ A.\n² B.\n³ C.\n")
    assert direct(found) == [("It was signed.", ("1",)), ("It has 10 km² of land.", ("2", "3"))]


def test_superscripts_that_lost_their_form_are_too() -> None:
    found = document("It was signed in May.1 It grew, slowly,2 and ended.\n\nWorks cited\n\n1. A.\n2. B.\n")
    assert [citations for _, citations in direct(found)] == [("1",), ("2",)]


LIST = """
1. ^ "On towers". The Tower Post. https://towers.example/on
2. ^ "On bridges". The Bridge Post. https://bridges.example/on
"""


def test_a_short_line_alone_behind_prose_is_a_heading_and_names_the_section() -> None:
    found = document(f"Towers\n\nIt all began here.[1]\n\nLater years\n\nThe tower fell in 1901.[1]\n{LIST}")
    headings = [found.text[block.start : block.end] for block in found.blocks if block.kind is BlockKind.HEADING]
    assert [heading.strip() for heading in headings] == ["Later years"]
    assert (found.title, [claim.section for claim in found.claims]) == ("Towers", [None, "Later years"])


def test_a_line_alone_behind_prose_is_never_the_title() -> None:
    text = f"The tower is high, and it was built long ago.[1]\n\nLater years\n\nThe tower fell in 1901.[1]\n{LIST}"
    found = document(text)
    assert found.title is None
    assert found.claims[1].section == "Later years"


def test_short_lines_above_the_first_sentence_head_nothing() -> None:
    (claim,) = document(f"Towers\n\nMap of the towers\n\nNorth\n\nThe tower fell in 1901.[1]\n{LIST}").claims
    assert claim.section is None


def test_a_thousand_blank_lines_part_paragraphs_like_one() -> None:
    near, far = (document(f"It is high.[1]\n{blank}It is long.[2]\n{LIST}") for blank in ("\n", "\n" * 1000))
    assert [claim.text for claim in near.claims] == [claim.text for claim in far.claims]
    assert far.claims[1].line == 1002


@pytest.mark.parametrize("entries", ["[0] Kyodo.\n[1] BBC.", "0. Introduction\n1. BBC."])
def test_lists_may_begin_at_nought(entries: str) -> None:
    assert document(f"It was signed.[0] It grew.[1]\n\nReferences\n\n{entries}\n").citations


def test_numbers_that_entries_print_count_and_bullets_have_none() -> None:
    bullets = "References\n\n- Ito, K. Dams. Quay Press, 1980.\n- Mori, A. Weirs. 1991.\n\n"
    found = document(
        f"The dam holds.[1] The weir leaks.[2]\n\n{bullets}[1] https://d.example/\n\n[2] https://w.example/\n"
    )
    cited = {citation.id: citation.url for citation in found.citations}
    assert [cited[name] for _, names in direct(found) for name in names] == ["https://d.example/", "https://w.example/"]


def test_an_address_wrapped_over_lines_is_whole() -> None:
    entries = (
        "[1] Ito, https://d.example/dams/2019/\n    plan-of-the-\n    wall.html, 2019\n"
        "[2] Mori, doi: 10.5555/weirs.\n    2018.77\n"
    )
    found = document(f"The dam holds [1]. The weir leaks [2].\n\nReferences\n\n{entries}")
    assert [citation.url for citation in found.citations] == [
        "https://d.example/dams/2019/plan-of-the-wall.html",
        "https://doi.org/10.5555/weirs.2018.77",
    ]


def test_a_date_wrapped_over_lines_is_whole() -> None:
    entry = "[1] Ito, “The dam”, https://d.example/, 2019. Retrieved 2021-03-\n    14.\n"
    found = document(f"The dam holds [1].\n\nReferences\n\n{entry}")
    assert [(citation.date, citation.access_date) for citation in found.citations] == [("2019", "2021-03-14")]


def test_an_address_in_a_sentence_that_is_in_the_list_too_is_one_citation() -> None:
    found = document(
        "The dam holds [1]. The weir leaks (https://d.example/).\n\nReferences\n\n[1] https://d.example/\n"
    )
    assert [names for _, names in direct(found)] == [("1",), ("1",)]


def test_the_link_behind_a_heading_is_no_part_of_it() -> None:
    claims = link(read("# Mill\n\n## Keepers[edit]\n\nAda kept it.[1]\n\n1. ^ X\n", "a.txt", "text"), "a.txt").claims
    assert [claim.section for claim in claims] == ["Keepers"]


def test_a_raised_digit_within_a_garbled_letter_is_no_marker() -> None:
    text = "Ð\u00a0Ð¹ is a letter of the log.\n\nIt is old and tall.¹\n\n1. ^ X\n"  # UTF-8 as Latin-1
    claims = link(read(text, "a.txt", "text"), "a.txt").claims
    assert [claim.text for claim in claims if claim.citations] == ["It is old and tall."]


def test_emphasis_is_no_part_of_the_words() -> None:
    text = "1. **Keepers of the mill**: two, says the _Courier_ of the town.[1]\n\nReferences\n\n1. The log.\n"
    claims = link(read(text, "a.txt", "text"), "a.txt").claims
    assert [(claim.text, claim.column) for claim in claims if claim.citations] == [
        ("Keepers of the mill: two, says the Courier of the town.", 65)
    ]


def test_the_marks_of_quoted_messages_are_no_words_and_set_them_apart() -> None:
    text = (
        "The wall is old, says https://a.example/ today.\n"
        "> It was built between 1908 and\n> 1913 (https://b.example/).\n>> It leaks a lot: https://c.example/\n"
        "\n> 50 % of it is new (https://d.example/).\n"
    )
    found = link(read(text, "a.txt"), "a.txt")
    assert [(claim.text, claim.line) for claim in found.claims] == [
        ("The wall is old, says today.", 1),
        ("It was built between 1908 and 1913.", 3),
        ("It leaks a lot", 4),
        ("> 50 % of it is new.", 6),
    ]
