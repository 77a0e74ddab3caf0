"""The words before a clause or an item that make a statement of it."""

import pytest

from claims.linking.leads import shortened
from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Link
from tests.claims.linking.linked import document

NOTE = "\n\n# References\n\n1. First. http://a.example/1\n"


def statements(text: str) -> list[str]:
    return [claim.statement for claim in document(text).claims if claim.link is Link.DIRECT]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "She moved to Ulm in 1901,[1] where she built clocks for the town.[2]",
            ["She moved to Ulm in 1901,", "[She moved to Ulm in 1901,] where she built clocks for the town."],
        ),
        (
            "Der Hafen hat einen Turm von 1871[1] und zwei Kräne aus der Nachkriegszeit.[2]",
            [
                "Der Hafen hat einen Turm von 1871",
                "[Der Hafen hat einen Turm von 1871] und zwei Kräne aus der Nachkriegszeit.",
            ],
        ),
    ],
)
def test_a_clause_is_led_by_its_sentence(text: str, found: list[str]) -> None:
    assert statements(text) == found


def test_a_lead_is_no_part_of_what_is_judged() -> None:
    claim = document("She moved to Ulm in 1901,[1] where she built clocks for the town.[2]").claims[1]
    assert (claim.text, claim.citations) == ("where she built clocks for the town.", ("2",))


def test_an_item_is_led_by_the_line_above_its_list() -> None:
    items = "- advise the mayor and his deputies on new boats and nets;[1]\n- set the fees of the port.[2]"
    claims = document(f"It is old. The council may:\n\n{items}").claims
    assert [(claim.lead, claim.context) for claim in claims if claim.citations] == [
        ("The council may:", "The council may: advise the mayor and his deputies on new boats and nets;"),
        ("The council may:", "The council may: set the fees of the port."),
    ]


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("The council of the harbour may", "The council of the harbour may"),
        ("Der Rat des Hafens darf", "Der Rat des Hafens darf"),
        ("The council of the harbour is old.", ""),
    ],
)
def test_a_line_without_a_stop_goes_on_in_the_items_below_it(line: str, lead: str) -> None:
    text = f"It is old.\n\n{line}\n\n- advise the mayor and his deputies on new boats and nets[1]"
    assert [claim.lead for claim in link(read(text + NOTE, "a.md"), "a.md").claims if claim.citations] == [lead]


@pytest.mark.parametrize(
    "text",
    [
        "The council has rights:\n\n- It advises the mayor and all of his deputies on the new boats.[1]",  # a sentence
        "The council is old.\n\n- advises the mayor on new boats[1]",  # no colon
        "The council has rights:\n\nIt is old.\n\n- advises the mayor on new boats[1]",  # another list
    ],
)
def test_a_sentence_and_an_item_of_another_list_need_no_lead(text: str) -> None:
    assert [claim.lead for claim in document(text).claims if claim.citations] == [""]


def test_a_long_lead_keeps_its_beginning_and_its_end() -> None:
    lead = shortened(f"The guests of honour were {'Ada Brenner, ' * 20}Max Ott and Eva Rehn,")
    assert lead.startswith("The guests of honour were Ada Brenner, ")
    assert lead.endswith("Brenner, Max Ott and Eva Rehn,")
    assert len(lead) <= 183


@pytest.mark.parametrize(
    ("before", "claim"),
    [
        ('Ito said: "The mill is the best of all.', 'I have never seen a better one than this."'),
        ("Ito said: “The mill is old. It leaks.", "I have never seen a better one than this.”"),
    ],
)
def test_the_end_of_a_quotation_is_led_by_its_beginning(before: str, claim: str) -> None:
    assert statements(f"It is May. {before} {claim}[1]") == [f"[{before}] {claim}"]


def test_a_whole_quotation_and_a_sign_for_inches_need_no_lead() -> None:
    assert statements('It is a 19" disk. She called it "fine" then.[1]') == ['She called it "fine" then.']


def test_a_sentence_below_an_item_with_a_colon_is_of_the_outer_list() -> None:
    text = "1. The first log of the mill was lost:\n2. The next log was kept.[1]"
    assert statements(text) == ["The next log was kept."]
