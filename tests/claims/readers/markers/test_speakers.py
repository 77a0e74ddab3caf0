"""Labels of who speaks in copies of chats: no words of claims, and turns apart."""

import pytest

from claims.linking.linker import link
from claims.readers.markers.speakers import speaker_labels
from claims.readers.registry import read
from claims.records import Link


def cited(text: str, name: str) -> list[str]:
    return [claim.lead + claim.text for claim in link(read(text, name), name).claims if claim.link is Link.DIRECT]


@pytest.mark.parametrize(
    ("asking", "answering"),
    [
        ("You said:", "ChatGPT said:"),
        ("**You:**", "**Claude 3.5 Sonnet** (12:04):"),
        ("### User", "### GPT-4o"),
        ("🧑 Human:", "🤖 Assistant:"),
        ("Vous avez dit :", "ChatGPT a dit :"),
        ("Du hast gesagt:", "Gemini hat gesagt:"),
        ("Você disse:", "O ChatGPT disse:"),
        ("你说：", "ChatGPT 说："),
        ("あなた:", "Gemini の回答:"),
        ("Prompt:", "Response:"),
        ("لقد قلت:", "قال ChatGPT:"),
    ],
)
@pytest.mark.parametrize("name", ["chat.md", "chat.txt"])
def test_a_label_of_either_side_is_no_word_of_a_claim(asking: str, answering: str, name: str) -> None:
    text = f"{asking}\nHow high?\n\n{answering}\nIt rose in 1962 [1].\n\n- Two locks [1]\n\nSources\n[1] https://a.example/\n"
    assert cited(text, name)[0] == "It rose in 1962."
    assert not any(label.strip(" *#:：🧑🤖") in claim for label in (asking, answering) for claim in cited(text, name))


def test_a_turn_begins_a_paragraph_of_its_own() -> None:
    text = "You: When did it rise\nGrok: It rose in 1962 [1].\n\n[1]: https://a.example/\n"
    for name in ("chat.md", "chat.txt"):
        assert cited(text, name) == ["It rose in 1962."]


def test_the_head_of_an_export_is_no_text() -> None:
    head = "**User:** a@mail.example\n**Created:** 2/3/2025\n**Link:** [c](https://chats.example/c)\n\n"
    found = link(read(f"# Locks\n\n{head}It rose in 1962 ([a](https://a.example/)).\n", "chat.md"), "chat.md")
    assert [citation.url for citation in found.citations] == ["https://a.example/"]
    assert "Height: 3 m" in link(read("Height: 3 m\nWidth: 4 m\n", "chat.md"), "chat.md").text


def test_labels_in_html_are_in_elements_of_their_own() -> None:
    text = (
        "<html><body><h5>You said:</h5><div>How high?</div><h6>ChatGPT said:</h6>"
        "<ul><li>Two locks <a href='https://a.example/'>A</a></li></ul></body></html>"
    )
    assert not any("said" in claim for claim in cited(text, "chat.html"))


@pytest.mark.parametrize(
    "lines",
    [
        ["Gemini: a history of two boats", "It was built in 1962."],
        ["ChatGPT:", "- made four errors"],
        ["User: admin", "Model: X200"],
        ["You: a film by Ada Lund", "Me: another one"],
        ["ChatGPT:", "- four errors", "Gemini:", "- two errors", "You: the reader"],
        ["You:", "a list", "ChatGPT:", "- four errors", "Gemini:", "- two errors"],
        ["ChatGPT:", "- four errors", "You: the reader"],
        ["Claude said that the wall leaks.", "You said it before."],
    ],
)
def test_words_of_a_text_are_no_labels(lines: list[str]) -> None:
    assert speaker_labels(lines) == {}
