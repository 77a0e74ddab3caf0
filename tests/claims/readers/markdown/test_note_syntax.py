"""Markup of note-taking applications: wiki links, callouts, task boxes, highlights, comments, embedded files."""

import pytest

from claims.linking.linker import link
from claims.readers.markdown.note_syntax import without_note_syntax
from claims.readers.registry import read
from claims.records import Link

NOTE = "\n\n[^1]: https://a.example/\n"


def direct(text: str) -> list[str]:
    claims = link(read(text + NOTE, "a.md"), "a.md").claims
    return [claim.text for claim in claims if claim.link is Link.DIRECT]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("It is [[Heights#Wall|31 metres]] high.[^1]", "It is 31 metres high."),
        ("It is on the [[Coast road#Bends]] of town.[^1]", "It is on the Coast road of town."),
        ("![[wall.png]] ==Its keeper== was Ada %%check%% Brenner.[^1]", "Its keeper was Ada Brenner."),
        ("> [!quote] Olsen\n> The light is the best.[^1]", "The light is the best."),
        ("> [!NOTE]\n> The light is the best.[^1]", "The light is the best."),
        ("- [x] The lamp was lit in 1901.[^1]", "The lamp was lit in 1901."),
        ("It holds if a==b and c==d in the code.[^1]", "It holds if a==b and c==d in the code."),
    ],
)
def test_the_words_stay_and_the_markup_goes(text: str, claim: str) -> None:
    assert direct(text) == [claim]
    assert len(without_note_syntax(text)) == len(text)


def test_a_number_in_two_brackets_is_a_marker() -> None:
    assert direct("It is 31 metres high.[[1]](https://b.example/)") == ["It is 31 metres high."]
