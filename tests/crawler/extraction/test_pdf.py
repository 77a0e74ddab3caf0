"""crawler.extraction.pdf.text: the text of PDF files, and the limits set to those that are made to hurt."""

import re
from pathlib import Path

import pytest

from claims.records import Source, Status
from crawler.extraction.extract import extract
from crawler.extraction.pdf.text import read_pdf
from crawler.outcome import Failure
from tests.crawler.extraction.pdfs import bomb, endless, laughs, pdf, placed, protected


def read(body: bytes, content_type: str = "application/pdf") -> Source | Failure:
    return extract(body, content_type, "http://e.org/r")


REPORT = pdf(
    [
        ["The bridge at Ulvund was built of larch and iron, and the val-", "ley paid for it over eleven years.",
         "In 1986 the second bridge was opened by the mayor of the town", "in the presence of the whole valley."],
        ["A second page says more about the well-", "Known bridge of the valley."],
    ],
    title="A report", created="D:19870203040506",
)  # fmt: skip


@pytest.mark.parametrize("content_type", ["application/pdf", "text/html", ""])
def test_a_pdf_is_read_with_its_pages_and_broken_words_joined(content_type: str) -> None:
    source = read(REPORT, content_type)
    assert isinstance(source, Source)
    passages = [(source.text[p.start : p.end], p.page) for p in source.passages]
    assert passages == [
        ("A report", None),
        ("The bridge at Ulvund was built of larch and iron, and the valley paid for it over eleven years.", 1),
        ("In 1986 the second bridge was opened by the mayor of the town in the presence of the whole valley.", 1),
        ("A second page says more about the well-Known bridge of the valley.", 2),
    ]
    assert (source.title, source.published) == ("A report", "1987-02-03")


LEFT = (
    "The bridge at Ulvund was built of larch and", "iron, and the valley paid for it over eleven",
    "years. In 1986 the of\256cial opening was post-", "poned by the mayor in the presence of some",
    "of the valley, who had come on foot or by",
)  # fmt: skip
RIGHT = (
    "sledge. Der Hafen von Skarvik wurde 1934 von", "holl\344ndischen Ingenieuren ausgebaggert, und",
    "die Stadt zahlte daf\374r bis zum Krieg. Seither", "fehlt das Tagebuch des Hafenmeisters der Stadt,",
    "das er von der Arbeit jeden Tag gef\374hrt hatte.",
)  # fmt: skip


def test_columns_are_read_one_after_the_other_whichever_way_they_were_written() -> None:
    rows = [
        text
        for place, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True))
        for text in ((50, 700 - 14 * place, left), (320, 700 - 14 * place, right))
    ]
    title = (180, 740, "A title over both of the columns of the page")
    table = [(left, 560 - 14 * row, f"{row} {left}") for row in range(5) for left in (50, 250, 450)]
    source = read(placed([[title, *rows, *table]]))
    assert isinstance(source, Source)
    texts = [source.text[p.start : p.end] for p in source.passages]
    assert texts[0] == title[2]
    assert texts[1].startswith("The bridge at Ulvund was built of larch and iron, and the valley paid")
    assert "In 1986 the official opening was postponed by the mayor" in texts[1]
    assert (
        "foot or by sledge. Der Hafen von Skarvik wurde 1934 von holländischen Ingenieuren ausgebaggert" in source.text
    )
    assert "0 50 0 250 0 450 1 50" in source.text


def test_running_heads_and_page_numbers_do_not_divide_a_sentence() -> None:
    pages = [
        [
            (200, 770, "Annals of the Valley 12"), *((50, 700 - 14 * place, line) for place, line in enumerate(lines)),
            (300, 30, f"Page {number} of 3"),
        ]
        for number, lines in enumerate((LEFT, RIGHT, ("Another chapter begins here, on a page of its own.",)), 1)
    ]  # fmt: skip
    source = read(placed(pages))
    assert isinstance(source, Source)
    found = [(source.text[p.start : p.end], p.page, p.main) for p in source.passages]
    assert found[0] == ("Annals of the Valley 12", 1, False)
    assert "who had come on foot or by sledge. Der Hafen" in found[1][0]
    assert found[1][1:] == (1, True)
    assert found[2] == ("Another chapter begins here, on a page of its own.", 3, True)
    assert "Page" not in source.text


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (pdf([[], []]), "scan: its 2 pages"),
        (b"%PDF-1.4\nthis is none", "broken"),
        (REPORT[:300], "broken"),
        (endless(), "broken"),
        (protected(), "protected by a password"),
    ],
)
def test_a_pdf_without_text_says_why(body: bytes, says: str) -> None:
    failure = read(body)
    assert isinstance(failure, Failure)
    assert failure.status is Status.NO_TEXT
    assert says in failure.reason


@pytest.mark.parametrize(
    ("body", "limits", "says"),
    [
        (bomb(2_000_000), {"memory": 400_000_000}, "takes more than 400 million bytes of memory"),
        (laughs(8, 12), {"seconds": 1}, "takes more than 1+ seconds"),
        (pdf([["x"]] * 2_001), {}, "too many pages"),
    ],
    ids=["memory", "processor", "pages"],
)
def test_a_pdf_that_takes_too_much_is_given_up(body: bytes, limits: dict[str, int], says: str) -> None:
    failure = read_pdf(body, "", **limits)
    assert isinstance(failure, Failure)
    assert failure.status is Status.TOO_LARGE
    assert re.search(says, failure.reason)


def test_a_folder_of_the_users_is_not_taken_for_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("crawler", "json"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise SystemExit('not ours')")
    monkeypatch.chdir(tmp_path)
    assert isinstance(read(REPORT), Source)
