"""Items that are a label and a linked value: `Built: [1908 to 1913](…)`."""

import pytest

from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Link


def cited(text: str, name: str = "a.md") -> list[str]:
    return [claim.text for claim in link(read(text, name), name).claims if claim.link is Link.DIRECT]


@pytest.mark.parametrize(
    ("item", "claim"),
    [
        ("Built: [1908 to 1913](https://log.example/)", "Built: 1908 to 1913"),
        ("**Built:** [1908 to 1913](https://log.example/).", "Built: 1908 to 1913."),
        ("Cost: [€3 million](https://log.example/3)", "Cost: €3 million"),
    ],
)
def test_a_linked_value_is_a_claim_with_its_label(item: str, claim: str) -> None:
    assert cited(f"- {item}\n") == [claim]


def test_in_html_too() -> None:
    item = '<li><b>Built</b>: <a href="https://log.example/">1908 to 1913</a></li>'
    assert cited(f"<html><body><ul>{item}</ul></body></html>", "a.html") == ["Built: 1908 to 1913"]


@pytest.mark.parametrize(
    "item",
    [
        "Website: [Harbour Port of Ulm](https://log.example/)",
        "DOI: [10.1000/quay.4](https://doi.org/10.1000/quay.4)",
        "[1908 to 1913](https://log.example/)",
    ],
)
def test_names_and_identifiers_are_only_links(item: str) -> None:
    assert cited(f"- {item}\n") == []


def test_a_paragraph_is_no_item() -> None:
    assert cited("Built: [1908 to 1913](https://log.example/)\n") == []
