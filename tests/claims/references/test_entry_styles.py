"""Title, authors and date of entries in the usual citation styles."""

import pytest

from claims.references.entry import read_reference


@pytest.mark.parametrize(
    ("style", "entry", "title", "authors", "date"),
    [
        ("wikipedia", 'Lee, W. (6 May 2005). "Center offers haven". Radio.',
        "Center offers haven", ("Lee, W.",), "2005-05-06"),
        ("apa", "Lee, W. & Kim, J. (2019). The trade of two. Journal of Trade, 12(3), 4–5.", "The trade of two",
         ("Lee, W.", "Kim, J."), "2019"),
        ("mla", 'Lee, Wonhee. "The Trade of Two." Asian Survey, vol. 46, 2006, pp. 275–297.', "The Trade of Two",
         ("Lee, Wonhee.",), "2006"),
        ("vancouver", "Lee W, Kim J. The trade of two. Asian Surv. 2006;46(2):275-97.", "The trade of two",
         ("Lee W, Kim J.",), "2006"),
        ("german", "„Der Vertrag“. Die Zeit, 3. Mai 2004.", "Der Vertrag", (), "2004-05-03"),
        ("report", "https://a.example/t - The trade of two", "The trade of two", (), None),
    ],
    ids=lambda value: value if isinstance(value, str) and value.isalpha() else "",
)  # fmt: skip
def test_every_style_gives_title_authors_and_date(
    style: str, entry: str, title: str, authors: tuple[str, ...], date: str | None
) -> None:
    citation = read_reference("1", entry)
    assert (citation.title, citation.authors, citation.date) == (title, authors, date)
