"""reStructuredText: footnotes, hyperlinks, and what is no text."""

import pytest

from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Document, Link


def document(text: str) -> Document:
    return link(read(text, "pep.rst"), "pep.rst")


def direct(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(claim.text, claim.citations) for claim in document(text).claims if claim.link is Link.DIRECT]


def test_footnotes_are_citations_with_the_url_of_their_text() -> None:
    found = document(
        "It was signed [1]_. It grew [#kim]_.\n\n.. [1] Kyodo\n   https://a.example/k\n\n.. [#kim] UB Post\n"
    )
    assert [claim.citations for claim in found.claims] == [("1",), ("kim",)]
    assert [citation.url for citation in found.citations] == ["https://a.example/k", None]


def test_hyperlinks_cite_for_their_sentence_where_there_are_no_footnotes() -> None:
    text = "As `Kyodo <https://a.example/k>`_ says, it was signed. It grew, says UB_.\n\n.. _UB: https://a.example/u\n"
    assert direct(text) == [("As Kyodo says, it was signed.", ("link 1",)), ("It grew, says UB.", ("link 2",))]


def test_headings_fields_comments_and_literal_blocks_are_no_claims() -> None:
    body = "It runs well [1]_::\n\n    x[0] = This is code, not a claim.\n\n.. a comment of some length.\n\n.. [1] K.\n"
    text = f"PEP: 1\nTitle: Scopes\n\nAbstract\n========\n\n{body}"
    found = document(text)
    assert (found.title, [claim.text for claim in found.claims]) == ("Scopes", ["It runs well:"])
    assert [citation.id for citation in found.citations] == ["1"]


def test_lines_are_those_of_the_file() -> None:
    assert [claim.line for claim in document("T\n=\n\nIt was\nsigned [1]_.\n\n.. [1] K.\n").claims] == [5]


NOTES = "\n\n.. [#] Town book. https://a.example/book\n.. [#f] Fire.\n\n   https://a.example/fire\n.. [CIT02] Cito.\n"


def test_notes_without_numbers_are_counted_off_and_citations_have_keys() -> None:
    text = "It was built in 1871 [#]_ and burnt down [#f]_. The town raised it [CIT02]_."
    assert direct(text + NOTES) == [
        ("It was built in 1871 and burnt down.", ("1", "f")),
        ("The town raised it.", ("CIT02",)),
    ]
    assert [each.url for each in document(text + NOTES).citations] == [
        "https://a.example/book",
        "https://a.example/fire",
        None,
    ]


def test_a_bare_address_is_a_source_unless_it_is_quoted_as_a_word() -> None:
    assert direct("The log of the mill is kept (see https://a.example/log).\n")[0][1] == ("link 1",)
    assert direct('The path of the log must read "https://a.example/log" by now.\n') == []


def test_symbols_are_notes() -> None:
    text = "It was built [*]_. It burnt down [*]_.\n\n.. [*] Book.\n.. [*] Report.\n"
    assert [citations for _, citations in direct(text)] == [("*",), ("†",)]


def test_links_may_be_wrapped_and_nameless_and_lead_to_other_names() -> None:
    text = (
        "The council met in `the\nold hall <https://a.example/h>`_ in 1903. The `town register`__ has their names.\n"
        "The plans_ of it are lost.\n\n__ https://a.example/r\n\n.. _plans: drawings_\n.. _drawings:\n"
        "   https://a.example/\n   d\n"
    )
    found = document(text)
    assert [each.url for each in found.citations] == [
        "https://a.example/h",
        "https://a.example/r",
        "https://a.example/d",
    ]
    assert direct(text)[0][0] == "The council met in the old hall in 1903."


def test_substitutions_and_roles_are_words() -> None:
    text = "The |town| mill follows :pep:`8` and :doc:`its plan <plan>` [1]_.\n\n.. |town| replace:: Ulm\n.. [1] K.\n"
    assert direct(text) == [("The Ulm mill follows PEP 8 and its plan.", ("1",))]


def test_the_text_of_notices_and_captions_is_read_and_code_is_not() -> None:
    text = (
        ".. note:: The wheel is of iron [1]_.\n\n.. warning::\n   :class: x\n\n   The dam leaked in 1961 [1]_.\n\n"
        ".. figure:: a.png\n\n   The mill in winter of 1899 [1]_.\n\n"
        ".. code-block:: c\n\n   int a;\n\n   it is no claim [1]_;\n\n"
        ".. [1] K.\n"
    )
    assert [claim for claim, _ in direct(text)] == [
        "The wheel is of iron.",
        "The dam leaked in 1961.",
        "The mill in winter of 1899.",
    ]


SIMPLE = "===== =========\nName  From\n===== =========\nAda   1871 [1]_\nPer   1902\n===== =========\n"
GRID = "+------+-----------+\n| Name | From      |\n+======+===========+\n| Ada  | 1871 [1]_ |\n+------+-----------+\n"
LIST = ".. list-table:: T\n   :header-rows: 1\n\n   * - Name\n     - From\n   * - Ada\n     - 1871 [1]_\n"
COMMAS = '.. csv-table:: T\n   :header: "Name", "From"\n\n   "Ada", "1871 [1]_"\n'


@pytest.mark.parametrize("table", [SIMPLE, GRID, LIST, COMMAS])
def test_a_cell_of_any_table_is_a_claim_with_its_labels(table: str) -> None:
    assert direct(f"T\n=\n\n{table}\n.. [1] K.\n") == [("Ada, From: 1871", ("1",))]


def test_the_headers_of_a_proposal_are_no_claim() -> None:
    headers = "PEP: 7\nTitle: Mills\nAuthor: Ada <a@a.example>,\n        Per\nPost-History:\nResolution: https://a.example/r\n"
    assert direct(f"{headers}\nAs `Kyodo <https://a.example/k>`_ says, it was signed.\n") == [
        ("As Kyodo says, it was signed.", ("link 1",))
    ]


def test_an_item_keeps_no_colon_of_the_address_that_it_begins_with() -> None:
    text = "Two clubs keep mills:\n\n* https://a.example/fr: French\n* https://a.example/ja — Japanese\n"
    assert [claim for claim, _ in direct(text)] == ["Two clubs keep mills: French", "Two clubs keep mills: Japanese"]
