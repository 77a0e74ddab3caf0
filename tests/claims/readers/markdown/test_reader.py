"""Markdown: which of its marks are citations, and of what."""

import pytest

from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Document, Link


def document(text: str) -> Document:
    return link(read(text, "report.md"), "report.md")


def direct(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(claim.text, claim.citations) for claim in document(text).claims if claim.link is Link.DIRECT]


def test_quotations_deeper_than_the_fifth_are_read_as_the_fifth() -> None:
    found = document("> > > > > > > The wall was built in 1871 ([x](http://a.example)).\n")
    assert [(claim.text, claim.line) for claim in found.claims] == [("The wall was built in 1871.", 1)]


def test_a_footnote_is_a_citation_with_the_urls_of_its_links() -> None:
    found = document(
        "It was signed in 1986.[^a]\n\n[^a]: [The treaty](https://a.example/t). *Kyodo*, 12 August 2002.\n"
    )
    assert found.claims[0].citations == ("a",)
    assert (found.citations[0].url, found.citations[0].date) == ("https://a.example/t", "2002-08-12")


def test_footnotes_that_nothing_asks_for_and_markers_without_one_are_kept() -> None:
    found = document("It was signed.[^x]\n\n[^a]: https://a.example/\n")
    assert [(citation.id, citation.broken) for citation in found.citations] == [("a", False), ("x", True)]


def test_numbers_point_into_the_list_of_sources() -> None:
    text = (
        "It was signed [1][2]. It grew [2, 3].\n\n## Sources\n\n[1] Kyodo.\n\n[2] BBC. https://a.example/2\n\n[3] UB.\n"
    )
    assert direct(text) == [("It was signed.", ("1", "2")), ("It grew.", ("2", "3"))]


def test_the_paragraphs_of_an_entry_are_parted_by_a_space() -> None:
    text = "It grew [1].\n\n---\n\n[\\[1\\]](https://a.example/1#x) a.example\n\n<https://a.example/1>\n"
    assert [citation.text for citation in document(text).citations] == ["a.example https://a.example/1"]


def test_a_numbered_list_under_a_heading_is_a_list_of_sources() -> None:
    text = "It was signed [1].\n\n**References**\n\n1. [Kyodo](https://a.example/1)\n2. BBC, https://a.example/2\n"
    assert [citation.url for citation in document(text).citations] == ["https://a.example/1", "https://a.example/2"]


def test_superscripts_without_form_count_where_a_list_has_their_numbers() -> None:
    text = (
        "It was signed in Ulan Bator.1 It lapsed.2 It was renewed,3 as planned.\n\n#### **Works cited**\n\n"
        "1. A, [https://a.example/1](https://a.example/1)\n2. B, https://a.example/2\n3. C, https://a.example/3\n"
    )
    assert [citations for _, citations in direct(text)] == [("1",), ("2",), ("3",)]
    assert "Bator. It" in document(text).text


def test_a_link_in_a_sentence_cites_for_all_of_it_where_there_are_no_notes() -> None:
    text = "According to [Kyodo](https://a.example/k), the treaty was signed in 1986 ([UB](https://a.example/u))."
    found = document(text)
    assert [claim.text for claim in found.claims] == ["According to Kyodo, the treaty was signed in 1986."]
    assert [citation.url for citation in found.citations] == ["https://a.example/k", "https://a.example/u"]


def test_links_beside_footnotes_are_citations_too() -> None:
    found = document(
        "It was [signed](https://a.example/deed) in 1986.[^1] It [grew](https://b.example/).\n\n[^1]: Kyodo.\n"
    )
    assert [claim.citations for claim in found.claims] == [("link 1", "1"), ("link 2",)]


def test_a_link_to_a_wiki_beside_footnotes_explains_a_word() -> None:
    text = "It was [signed](https://en.wikipedia.org/wiki/Signature) in 1986.[^1]\n\n[^1]: Kyodo.\n"
    assert direct(text) == [("It was signed in 1986.", ("1",))]


def test_links_back_to_markers_are_no_sources_of_a_note() -> None:
    page = "https://wiki.example/Dam"
    notes = (
        f"[^1]: **[^]({page}#cite_ref-1)** Ito, [Dams](https://dams.example/). [↩](#fnref1)\n"
        f"[^2]: [a]({page}#cite_ref-2) [b]({page}#cite_ref-3) [Spillways](https://spill.example/)\n"
        f"[^3]: [Weirs](https://weirs.example/) [back to text]({page}#fnref:3)\n"
    )
    found = document(f"It holds.[^1] It spills.[^2] It leaks.[^3]\n\n{notes}")
    assert [citation.urls for citation in found.citations] == [
        ("https://dams.example/",),
        ("https://spill.example/",),
        ("https://weirs.example/",),
    ]
    assert found.citations[0].text == "Ito, Dams."


@pytest.mark.parametrize("label", [r"[\[1\]]", "[[1]]", "[1]", "<sup>[1]</sup>"])
@pytest.mark.parametrize("target", ["https://wiki.example/Dam#cite_note-1", "#cite_note-ito-1", "#fn1", "#_ftn1"])
def test_a_link_to_a_note_of_the_document_is_a_marker(label: str, target: str) -> None:
    linked = f"^{label}({target})^" if label == "[1]" else f"{label}({target})"
    linked = f"<sup>[1]({target})</sup>" if "sup" in label else linked
    text = f"The dam holds.{linked}\n\n## References\n\n1. [^]({target.replace('note', 'ref')}) [Dams](https://d.example/)\n"
    found = document(text)
    assert direct(text) == [("The dam holds.", ("1",))]
    assert found.citations[0].url == "https://d.example/"


def test_a_document_is_no_source_of_itself() -> None:
    text = "---\nsource: https://blog.example/dam/\n---\nIt [holds](http://www.blog.example/dam) ([plan](https://p.example/)).\n"
    assert [citation.urls for citation in document(text).citations] == [("https://p.example/",)]


@pytest.mark.parametrize(
    "written",
    [
        "The dam holds (https://d.example/a_(b)).",
        "The dam holds (see https://d.example/a_(b)).",
        "The dam holds. https://d.example/a_(b)",
        "The dam holds. Source: https://d.example/a_(b).",
        "The dam holds: <https://d.example/a_(b)>.",
        "The dam holds - via https://d.example/a_(b)",
        "The dam holds.\nhttps://d.example/a_(b)",
    ],
)
@pytest.mark.parametrize("name", ["dam.md", "dam.txt"])
def test_a_bare_address_is_a_citation_of_its_sentence(written: str, name: str) -> None:
    found = link(read(written, name), name)
    assert [claim.text.rstrip(".") for claim in found.claims] == ["The dam holds"]
    assert [citation.url for citation in found.citations] == ["https://d.example/a_(b)"]


def test_addresses_in_code_and_of_the_reader_s_own_computer_cite_nothing() -> None:
    assert (
        document("It listens at `https://d.example/` and http://localhost:80/x and http://127.0.0.1/.").citations == ()
    )


def test_a_markdown_file_is_markdown_whatever_it_resembles() -> None:
    text = "Names such as `__` and `_a` are [reserved](https://names.example/)."
    assert document(text).format == "markdown"
    assert document(f"<p>\n\n{text}").format == "markdown"


def test_a_text_fragment_is_the_quote_and_no_part_of_the_url() -> None:
    text = r"It was signed in 1986[\[1\]](https://a.example/p#:~:text=signed%20in%201986,friendship). It grew."
    (citation,) = document(text).citations
    assert (citation.id, citation.url, citation.quote) == ("1", "https://a.example/p", "signed in 1986 … friendship")


def test_a_list_of_links_makes_no_claims() -> None:
    assert document("# Reading\n\n- [The treaty](https://a.example/t)\n- [Trade](https://a.example/u)\n").claims == ()


def test_table_rows_are_kept_apart() -> None:
    (claim,) = document(
        "| Country | Area |\n|---|---|\n| Mongolia | 1,564,116 km²[^1] |\n\n[^1]: https://a.example/\n"
    ).claims
    assert (claim.text, claim.section, claim.line) == ("Mongolia, Area: 1,564,116 km²", "table", 3)


def test_anchors_of_html_are_links() -> None:
    found = document(
        'The wall is <a href="https://a.example/?a=1&amp;b=2">31 metres</a> long.\n\n'
        "It was built in 1871 <a class=ref href='https://b.example/'>[source]</a>.\n"
    )
    assert [claim.text for claim in found.claims] == ["The wall is 31 metres long.", "It was built in 1871."]
    assert [each.url for each in found.citations] == ["https://a.example/?a=1&b=2", "https://b.example/"]


def test_bare_addresses_in_cells_are_sources() -> None:
    rows = "| Keeper | From | Source |\n|---|---|---|\n| Ada Brenner | 1871 | https://a.example/ |\n"
    found = document(rows)
    assert [(claim.text, *claim.citations) for claim in found.claims] == [("Keeper: Ada Brenner; From: 1871", "link 1")]
    assert found.citations[0].url == "https://a.example/"


def test_cells_beyond_the_head_of_a_table_keep_their_markers() -> None:
    rows = "| a | b |\n|---|---|\n| Area | large | very[^1] |\n| Wide \\| long[^1] |\n# Then\n"
    claims = document(f"It has a table.\n\n{rows}\nIt ended.[^1]\n\n[^1]: A.\n").claims
    assert [(claim.text, claim.section) for claim in claims[1:]] == [
        ("Area: very", "table"),
        ("a: Wide | long", "table"),
        ("It ended.", None),
    ]


def test_paragraphs_end_where_markdown_ends_them() -> None:
    blocks = [
        "It is",
        "long[^1].\n> It is quoted.\n- It is one.\n\nHead\n  line\n---\nIt\n    goes on.\n***",
        "a | b\n--|--\nc | d[^1]\n",
    ]
    found = document("# T\n\n" + "\n".join(blocks) + "\n[^1]: A.\n")
    texts = [(block.kind.value, found.text[block.start : block.end]) for block in found.blocks]
    assert texts == [
        ("title", "T"), ("paragraph", "It is long."), ("paragraph", "It is quoted."), ("item", "It is one."),
        ("heading", "Head line"), ("paragraph", "It goes on."), ("table", "c, b: d"),
    ]  # fmt: skip


def test_a_note_within_the_text_is_a_citation() -> None:
    found = document("It was signed.^[Kyodo, [12 August 2002](https://a.example/k).] It grew.\n")
    assert direct("It was signed.^[Kyodo.] It grew.\n") == [("It was signed.", ("inline 1",))]
    assert [(citation.url, citation.date) for citation in found.citations] == [("https://a.example/k", "2002-08-12")]


def test_code_is_not_read() -> None:
    assert (
        document("It was signed.[^1]\n\n```\nThis is a program, not a claim.\n```\n\n[^1]: A.\n").text
        == "It was signed."
    )


def test_front_matter_gives_title_language_and_date() -> None:
    found = document("---\ntitle: The treaty\nlang: en\ndate: 2009-05-01\n---\n\nIt was signed.[^1]\n\n[^1]: A.\n")
    assert (found.title, found.language, found.as_of) == ("The treaty", "en", "2009-05-01")


def test_lines_are_those_of_the_marker() -> None:
    text = "# T\n\nIt was signed\nin 1986.[^1] It\nlapsed.[^1]\n\n[^1]: A.\n"
    assert [claim.line for claim in document(text).claims] == [4, 5]


def test_a_list_right_below_its_heading_or_without_one_is_no_text() -> None:
    for heading in ("参考文献：\n", ""):
        entries = "[1] https://a.example/1 - One\n[2] https://a.example/2 - Two\n"
        text = f"# T\n\nIt was signed [1]. It grew [2].\n\n{heading}{entries}"
        found = document(text)
        assert [citation.url for citation in found.citations] == ["https://a.example/1", "https://a.example/2"]
        assert found.text == "T\n\nIt was signed. It grew."


def test_a_line_that_names_the_source_of_a_quotation_is_no_claim() -> None:
    text = "> The light was the best in the north.\n\nSource: the old Courier, p. 1, as Brenner quotes it.[^1]\n\n[^1]: https://a.example/c\n"
    claims = link(read(text, "a.md"), "a.md").claims
    assert [claim.text for claim in claims if claim.citations] == ["The light was the best in the north."]


def test_a_link_without_words_is_a_marker_as_grok_writes_it_unless_it_has_a_picture() -> None:
    text = (
        "It was built in 1871.[](https://a.example/1)[](https://a.example/2) It fell [![](p.png)](https://a.example/3)."
    )
    found = link(read(text, "a.md"), "a.md")
    assert [(claim.text, len(claim.citations)) for claim in found.claims if claim.citations] == [
        ("It was built in 1871.", 2)
    ]


def test_a_list_of_links_to_learn_more_is_the_list_of_sources_of_copilot() -> None:
    text = "It was built in 1871.\\[1\\] It burnt down.\\[2\\]\n\nLearn more:\n\n1. [Book](https://a.example/1)\n2. [Log](https://a.example/2)\n"
    found = link(read(text, "a.md"), "a.md")
    assert [each.url for each in found.citations] == ["https://a.example/1", "https://a.example/2"]
