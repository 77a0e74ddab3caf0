"""reports.view.rows.check_rows: what is shown of a claim against one reference."""

from claims.records import Check, Evidence, Status, Verdict
from reports.view.rows.check_rows import check_row

TEXT = "The mill burned in 1871. It was built again within a year. Visitors come on Sundays."


def evidence(quote: str) -> Evidence:
    start = TEXT.index(quote)
    end = start + len(quote)
    return Evidence(quote=quote, start=start, end=end, score=0.5, before=TEXT[:start], after=TEXT[end:])


def shown(*quotes: str) -> list[tuple[str, str, str]]:
    check = Check(
        citation="1",
        status=Status.CHECKED,
        verdict=Verdict.SUPPORTED,
        evidence=tuple(evidence(quote) for quote in quotes),
    )
    return [(row.before, row.quote, row.after) for row in check_row(check, {}, "").quotes]


def test_neighbouring_quotes_are_shown_as_one_in_the_order_of_the_page() -> None:
    assert shown("It was built again within a year.", "The mill burned in 1871.") == [
        ("", "The mill burned in 1871. It was built again within a year.", " Visitors come on Sundays.")
    ]


def test_quotes_apart_are_shown_apart_the_best_first() -> None:
    assert [quote for _, quote, _ in shown("Visitors come on Sundays.", "The mill burned in 1871.")] == [
        "Visitors come on Sundays.",
        "The mill burned in 1871.",
    ]
