"""Tags of HTML around paragraphs of Markdown, which would hide the words behind them."""

import pytest

from claims.linking.linker import link
from claims.readers.markdown.block_tags import without_block_tags
from claims.readers.registry import read

CITED = "The wall is 31 metres long ([log](https://a.example/))."


@pytest.mark.parametrize(
    "form",
    [
        "<p>{}</p>",
        '<p align="center">{}',
        "<div>\n{}\n</div>",
        "<details>\n<summary>Why?</summary>\n{}\n</details>",
        '<Note type="warning">\n{}\n</Note>',
        "<ul>\n  <li>{}</li>\n</ul>",
    ],
)
def test_words_in_such_tags_are_read_at_their_place(form: str) -> None:
    text = form.format(CITED)
    claim = link(read(text, "a.md"), "a.md").claims[-1]
    assert claim.text == "The wall is 31 metres long."
    lines = text.split("\n")
    assert lines[claim.line - 1][(claim.column or 0) - 1 :].startswith("[log]")


@pytest.mark.parametrize(
    "text",
    [
        "```html\n<p>Code.</p>\n```",
        "<table>\n<tr>\n<td>\n<p>Cell</p>\n</td>\n</tr>\n</table>",
        "<pre>\n<p>\n</pre>",
        "The `<p>` element holds words.",
        "It is a < b and c > d.",
    ],
)
def test_code_tables_and_words_stay(text: str) -> None:
    assert without_block_tags(text) == text


def test_no_line_and_no_length_changes() -> None:
    text = "<div class=a><p>One.</p></div>\n<p>\nTwo.\n</p>\n"
    changed = without_block_tags(text)
    assert list(map(len, changed.split("\n"))) == list(map(len, text.split("\n")))
