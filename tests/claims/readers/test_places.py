"""Line and column of a claim: the input at that place begins with its marker, or with the claim that has none."""

import pytest

from claims.linking.linker import link
from claims.readers.registry import read

TEXT = (
    "Towers\n\n  All of it is  high,[1] and\tit is very long [2, 3], “so it was”.[2] Then it all fell down.\n\n"
    "- One\u200b item fell.[3]\n\nNotes\n[1] A.\n[2] B.\n[3] C.\n"
)
MARKDOWN = (
    "# T\n\n> It `is` *high*.[^a] It is\n> very very long,\\[1\\] &amp; **much too wide for us [2]** "
    "([BBC](https://b.example/)).\n\n- So he said to us <https://c.example/>, and all of us agree[^b] "
    "^[A note.] more. It has all fallen down since.\n\n"
    "It fell ([X](https://x.example/)). It fell down, then.\n\n| A | B |\n|---|---|\n| so | so[^a] |\n\n[^a]: A.\n\n"
    "## Sources\n\n1. A https://a.example/1\n2. B https://a.example/2\n"
)
REST = (
    "T\n=\n\n  It *is* high::and so [1]_ and\n  **it is so very wide [#k]_**. It has *all* fallen down.\n\n"
    "- One item fell [1]_.\n\n"
    ".. [1] K.\n.. [#k] L.\n"
)
WIKITEXT = (
    "T<!--\n-->ower is high.<ref>A.</ref>\n\n* It is {{lang|de|lang}},{{sfn|A|1986}} so.\n"
    "{|\n| a || b<ref name=x/>\n|}\n"
    "'''It''' <!-- now --> is  ''wide'' now.<ref name=x/> It was long, in {{lang|de|Berlin}}. It fell down then.\n"
)
HTML = (
    '<!DOCTYPE html><html><!-- <sup id="r1"> -->\n<body data-x="<sup id=\'r1\'>"><p>It is high.'
    '<sup id="r1"><a href="#n1">1</a></sup> It is\nlong.<a\n href="#n2">2</a></p>\n'
    '<ol><li id="n1">A. <a href="#r1">↩</a></li>'
    '<li class="footnote" id="n2">B.</li></ol></body></html>'
)
WIKI = (
    '<html><body><div class="mw-parser-output"><p data-mw=\'{"html":"<a href=\\"#cite_note-1\\">"}\'>It is high.'
    '<sup class="reference" id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup> It\nis <b>so\n</b>long.'
    '<sup class="reference"><a href="#cite_note-1">[1]</a></sup></p><ol class="references">'
    '<li id="cite_note-1"><span class="reference-text">A.</span></li></ol></div></body></html>'
)
LINKS = '<html><body>\n<p>As <a href="https://a.example/k">Kyodo</a> says,\nit is <a href="https://a.example/u">1</a>.</p></body></html>'
CSV = 'url,claim\nhttps://a.example/1,"It is ""high"".\nAnd so long"\nhttps://a.example/2, It fell\n'
JSON = '{"url": "https://a.example/1", "claim": "It is \\"hoch\\", s\\u00fc\\u00df"}\n'


@pytest.mark.parametrize(
    ("name", "text", "begins"),
    [
        ("a.txt", TEXT, ["[1]", "[2, 3]", "Then", "[3]"]),
        ("a.md", MARKDOWN, ["[^a] It", r"\[1\] &", "[2]**", "<https", "[^b]", "It has", "[X]", "It fell", "[^a] |"]),
        ("a.rst", REST, ["[1]_", "[#k]_", "It has", "[1]_."]),
        ("a.wiki", WIKITEXT, ["<ref>A", "{{sfn", "<ref name=x/>", "<ref name=x/> It", "It was", "It fell"]),
        ("a.html", HTML, ['<a href="#n1">1', "<a"]),
        ("wiki.html", WIKI, ['<sup class="reference" id', '<sup class="reference"><a']),
        ("links.html", LINKS, ['<a href="https://a.example/k"']),
        ("a.csv", CSV, ['It is ""h', "It fell"]),
        ("a.jsonl", JSON, ['It is \\"hoch']),
    ],
)
def test_the_input_at_a_claim_s_place_begins_with_its_marker(name: str, text: str, begins: list[str]) -> None:
    document = link(read(text, name), name)
    lines = text.split("\n")
    for claim, begin in zip(document.claims, begins, strict=True):
        assert claim.column
        assert lines[claim.line - 1][claim.column - 1 :].startswith(begin)


def test_a_repaired_page_gets_no_place_rather_than_a_wrong_one() -> None:
    # The parser makes two links of a link that is never closed.
    broken = '<p>A came.<a href="#n1">1</p><p>B came.<a href="#n2">2</a></p>'
    notes = '<p class="footnote" id="n1">A.</p><p class="footnote" id="n2">B.</p>'
    document = link(read(f"<!DOCTYPE html><body>{broken}{notes}", "a.html"), "a.html")
    assert all(claim.column is None or claim.citations == ("2",) for claim in document.claims)


def test_text_that_was_escaped_as_a_whole_has_lines_and_no_columns() -> None:
    document = link(read("It is.\n\nIt was.&lt;ref&gt;A.&lt;/ref&gt;", "a.wiki"), "a.wiki")
    assert [(claim.line, claim.column) for claim in document.claims] == [(3, None)]
