"""Lists whose items are lines of one paragraph."""

from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Link

LIST = (
    '<p>Stage of the main hall, see <a href="https://a.example/m">its rules</a> (all day)<br>'
    'Hall of the old mill, see <a href="https://a.example/h">its rules</a> (from nine to five)<br>'
    'Garden of the harbour, see <a href="https://a.example/g">its rules</a> (on Sundays)</p>'
)


def direct(text: str) -> list[str]:
    return [claim.text for claim in link(read(text, "a.html"), "a.html").claims if claim.link is Link.DIRECT]


def test_each_line_of_a_list_is_an_item() -> None:
    assert direct(LIST)[1] == "Hall of the old mill, see its rules (from nine to five)"


def test_prose_with_line_breaks_is_one_paragraph() -> None:
    text = '<p>The mill is old<br>and tall, as<br>the <a href="https://a.example/g">log of the town</a><br>says.</p>'
    assert direct(text) == ["The mill is old and tall, as the log of the town says."]
