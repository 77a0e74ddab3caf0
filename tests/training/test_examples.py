"""Judged rows as examples."""

import pytest

from benchmarks.judging.sets import Record
from training.examples import Example, Label, examples

PAGE = "The council met. Ada Brenner led it in 1871. It rejected the motion of Ilya Moss to close the library."


def record(claim: str, kind: str = "entailment", text: str = PAGE) -> Record:
    return Record(
        set="tiny",
        id=claim,
        group="g",
        claim=claim,
        text=text,
        label=kind == "entailment",
        kind=kind,
        lang="en",
        use="fit",
    )


def judged(*records: Record) -> list[Example]:
    return [example for example in examples(records) if not example.made]


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("entailment", Label.ENTAILED),
        ("neutral", Label.NEUTRAL),
        ("contradiction", Label.CONTRADICTED),
        ("not_entailment", Label.NOT_ENTAILED),
        ("partial", Label.NOT_ENTAILED),
    ],
)
def test_a_row_has_the_class_that_its_kind_says(kind: str, label: Label) -> None:
    (example,) = judged(record("The council closed the library.", kind))
    assert example.label is label
    assert "It rejected the motion of Ilya Moss to close the library." in example.premises


def test_a_right_claim_also_gives_a_near_miss() -> None:
    made = [
        example
        for example in examples([record("In 1871 the council of Ada Brenner kept the library.")])
        if example.made
    ]
    assert [example.label for example in made] == [Label.NOT_ENTAILED]
    assert made[0].claim != "In 1871 the council of Ada Brenner kept the library."


def test_few_claims_that_stand_in_their_page_word_for_word_are_kept() -> None:
    rows = [record("Ada Brenner led it in 1871.", text=f"{PAGE} Page {number}.") for number in range(200)]
    assert 5 <= len(judged(*rows)) <= 40


def test_a_page_without_a_word_of_the_claim_gives_no_example() -> None:
    assert judged(record("Kangaroos jump.", "neutral")) == []
