"""The tags of a page's source."""

import pytest

from claims.readers.html.tokenizer import flattened, tags


@pytest.mark.parametrize(
    "hidden",
    [
        "<!-- <p> -->", "<script>'<p>'</script>", "<textarea><p></textarea>", '<b title="<p>">', "<b title='<p>'>",
        "<b title = '>'\n x=<p>", "< p>", "<b <p>", "<STYLE><p></Style >",
    ],
)  # fmt: skip
def test_tags_are_those_that_a_browser_sees(hidden: str) -> None:
    names = [tag.name for tag in tags(f"{hidden}<p id=a>")]
    assert names[-1:] == ["p"]
    assert names.count("p") == 1


def test_a_tag_that_is_never_closed_is_the_last() -> None:
    assert [tag.name for tag in tags('<i><b title="<p>')] == ["i", "b"]


def test_a_page_of_common_depth_stays_as_it_is() -> None:
    page = "<div><p>A<p>B<ul><li>C<li>D</ul></div><br>" * 1000
    assert flattened(page)[0] == page


def test_scripts_stay_scripts_however_deep() -> None:
    assert flattened("<div>" * 600 + "<script>a</script>")[0].endswith("  <script>a</script>")


def test_what_is_left_out_leaves_its_place() -> None:
    page = "<div>" * 600 + "<p>A" + "</div>" * 600 + "<div>B</div>"
    flat, kept, changed = flattened(page)
    assert changed
    assert len(flat) == len(page)
    assert flat.count("<div>") == 513
    assert kept == list(tags(flat))
