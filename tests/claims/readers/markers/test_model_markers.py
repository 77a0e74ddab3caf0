"""Markers of language models and of the exports of their chats: what each becomes, and that no label is left."""

import pytest

from claims.linking.linker import link
from claims.readers.markers.model_markers import plain_markers
from claims.readers.registry import read
from claims.records import Document, Link
from claims.references.bibliographies.completion import with_sources
from claims.references.bibliographies.sources import parse_sources

SOURCES = "1. [Dams](https://dams.example/)\n2. [Weirs](https://weirs.example/)\n3. [Locks](https://locks.example/)\n"
PRIVATE = "\ue200cite\ue202turn0search1\ue202turn2view0\ue201"


def document(text: str, name: str = "answer.md") -> Document:
    return link(read(text, name), name)


def direct(found: Document) -> list[tuple[str, tuple[str, ...]]]:
    return [(claim.text, claim.citations) for claim in found.claims if claim.link is Link.DIRECT]


@pytest.mark.parametrize(
    ("marker", "ids"),
    [
        ("【1†L3-L9】", ("1",)),
        ("【1:2†plan.pdf】", ("1",)),
        ("【1†source】【2†L1】", ("1", "2")),
        (" [cite: 1, 2]", ("1", "2")),
        ("[cite:1-3]", ("1", "2", "3")),
        ("[^1^]", ("1",)),
        ('<grok:render card_id="a"><argument name="citation_id">2</argument></grok:render>', ("2",)),
        ("<sup>1</sup>", ("1",)),
        ("<sup>1, 2</sup>", ("1", "2")),
    ],
)
def test_a_marker_in_the_form_of_a_chat_leads_to_its_entry(marker: str, ids: tuple[str, ...]) -> None:
    text = f"The dam was raised in 1962{marker}. It leaked in 1987{marker}.\n\n**Sources:**\n\n{SOURCES}"
    found = document(text)
    cited = [tuple(name.partition(" ")[0] for name in names) for _, names in direct(found)]
    assert [text for text, _ in direct(found)] == ["The dam was raised in 1962.", "It leaked in 1987."]
    assert cited == [ids, ids]


def test_the_marker_of_a_link_is_that_of_its_target() -> None:
    (claim,) = document("It leaks[^1^][2].\n\n[2]: https://weirs.example/\n").claims
    assert claim.text == "It leaks."


@pytest.mark.parametrize(
    "marker",
    [PRIVATE, "citeturn0search1turn2view0", "[web:7] [post:4]", "【web:7】", ":contentReference[oaicite:0]{index=0}"],
)
def test_markers_without_an_entry_are_no_words_and_a_note_counts_them(marker: str) -> None:
    found = document(f"The dam was raised in 1962. {marker} It leaks.\n")
    assert direct(found)[0][0] == "The dam was raised in 1962."
    assert found.text == "The dam was raised in 1962. It leaks."
    assert "to no entry: the document has no list of references." in found.notes[0]


@pytest.mark.parametrize(
    "written",
    [
        "[cite_start]The dam was raised in 1962 [cite: 1].",
        "[span_0](start_span)The dam was raised in 1962[span_0](end_span) [1].",
        '<cite index="3-1">The dam was raised in 1962</cite> [1].',
        'The \ue200entity\ue202["dam","dam","a dam in Sweden"]\ue201 was raised in 1962 [1].',
    ],
)
def test_what_a_chat_wraps_around_words_is_left_out(written: str) -> None:
    assert direct(document(f"{written}\n\n# Sources\n\n{SOURCES}")) == [("The dam was raised in 1962.", ("1",))]


@pytest.mark.parametrize(
    "label", ["dams+1", "Dams +2", "oai_citation:0‡dams.example", "oai_citation_attribution:0‡Dams", "0†L1"]
)
def test_a_link_with_the_label_of_a_chat_is_a_marker(label: str) -> None:
    text = f"The dam was raised in 1962 [{label}](https://dams.example/)[weirs](https://weirs.example/)."
    assert document(text).text == "The dam was raised in 1962."


def test_a_site_s_name_is_a_word_where_the_document_has_no_such_labels() -> None:
    assert document("It is hosted by [Dams](https://dams.example/).").text == "It is hosted by Dams."


def test_superscripts_that_became_digits_are_markers_behind_stops_years_and_percent_signs() -> None:
    text = (
        "It was raised in 1962.1 Half was paid in stone.2, 3 It held 16.9%.1 The wall 4 holds, and it was lit.5\n\n"
        "#### Works cited\n\n" + "".join(f"{n}. S{n}, https://s{n}.example/\n" for n in range(1, 6))
    )
    assert [names for _, names in direct(document(text))] == [("1",), ("2", "3"), ("1",), ("4", "5")]
    assert "Figure 4 shows" in document(text.replace("The wall 4 holds", "Figure 4 shows")).text


def test_a_list_in_round_brackets_is_the_list_of_superscripts() -> None:
    entries = "(1) Dams. https://dams.example/.\n(2) Weirs. https://weirs.example/\n"
    for name in ("answer.md", "answer.txt"):
        found = document(f"The dam was raised in 1962¹. It leaks in the winter¹ ².\n\n{entries}", name)
        assert direct(found) == [("The dam was raised in 1962.", ("1",)), ("It leaks in the winter.", ("1", "2"))]
        assert [citation.url for citation in found.citations] == ["https://dams.example/", "https://weirs.example/"]


def test_a_numbered_list_of_addresses_at_the_end_is_that_of_the_markers_whatever_its_heading() -> None:
    text = "Der Damm wurde 1962 erhöht.1 Er leckt im Winter.2\n\n#### **Referenzen**\n\n"
    entries = "1. Damm, [https://dams.example/](https://dams.example/)\n2. Wehr, https://weirs.example/\n"
    assert [names for _, names in direct(document(text + entries))] == [("1",), ("2",)]
    assert len(document("Some tools are of use.\n\n## Tools\n\n" + entries).citations) == 2
    assert all(citation.id.startswith("link") for citation in document(f"Of use.\n\n## Tools\n\n{entries}").citations)


def test_steps_in_round_brackets_are_no_list_of_sources() -> None:
    text = "The dam holds [1]. To open it:\n\n(1) turn the wheel twice.\n(2) wait for the bell.\n\n[1] https://dams.example/\n"
    assert "turn the wheel" in document(text, "answer.txt").text


def test_exponents_are_no_markers() -> None:
    text = "It holds 10<sup>2</sup> m<sup>3</sup> in 1962<sup>1</sup> and 1963<sup>2</sup>.\n\n## Sources\n\n" + SOURCES
    assert "10² m³" in document(text).text
    assert [names for _, names in direct(document(text))] == [("1", "2")]


def test_columns_behind_a_rewritten_marker_are_those_of_the_file() -> None:
    line = f"It holds.{PRIVATE} It leaks [1]."
    found = document(f"{line}\n\n# Sources\n\n1. https://dams.example/\n")
    assert found.claims[1].column == line.index("[1]") + 1
    assert len(plain_markers(line)) == len(line)


def test_an_author_and_a_year_lead_to_the_entry_that_has_both() -> None:
    entries = (
        "Ito, K. (1962). Dams of the north. https://dams.example/\n\n"
        "Mori, A., & Berg, L. (1990). Weirs. https://weirs.example/\n\n"
        "Lund, K. (1999a). Locks. https://locks.example/a\n\nLund, K. (1999b). Locks again. https://locks.example/b\n"
    )
    text = (
        "The dam was raised by two metres (Ito, 1962). It leaks in winter (see Mori & Berg, 1990, p. 4; Ito, 1962). "
        "Ito (1962) calls it safe. It was closed twice (Lund, 1999)."
    )
    found = document(f"{text}\n\n## References\n\n{entries}")
    urls = {citation.id: citation.url for citation in found.citations}
    cited = [(words, [urls[name] for name in names]) for words, names in direct(found)]
    assert cited == [
        ("The dam was raised by two metres.", ["https://dams.example/"]),
        ("It leaks in winter.", ["https://weirs.example/", "https://dams.example/"]),
        ("Ito calls it safe.", ["https://dams.example/"]),
    ]
    assert "It was closed twice (Lund, 1999)." in found.text


def test_keys_of_a_bibliography_are_markers_that_sources_complete() -> None:
    found = document("The dam was raised [@ito1962]. It leaks [see @mori:90, p. 4; @ito1962]. Mail [me@dam.example].\n")
    assert direct(found) == [("The dam was raised.", ("ito1962",)), ("It leaks.", ("mori:90", "ito1962"))]
    entries = parse_sources("@misc{ito1962, title={Dams}, url={https://dams.example/}}", "refs.bib")
    completed = {citation.id: (citation.url, citation.broken) for citation in with_sources(found, entries).citations}
    assert completed == {"ito1962": ("https://dams.example/", False), "mori:90": (None, True)}


def test_a_note_that_is_an_author_and_a_year_itself_is_not_the_work() -> None:
    text = (
        "The dam is old (Ito and Mori 1962). It leaks in winter.[1]\n\n## References\n\n[1] Ito and Mori 1962:314f.\n"
    )
    assert direct(document(text)) == [("It leaks in winter.", ("1",))]
