"""Ids of claims that survive edits."""

from tests.claims.linking.linked import document, only


def test_an_id_survives_edits_around_the_claim_and_renumbered_references() -> None:
    before = only("It was signed in 1986.[1]")
    after = document(
        "A wholly new beginning, and long. It was signed in 1986.[2]", "\n\n1. ^ New.\n2. ^ http://a.example/1\n"
    )
    assert before.id == after.claims[-1].id


def test_an_id_changes_with_the_words_and_with_the_source() -> None:
    ids = {
        only("It was signed in 1986.[1]").id,
        only("It was signed in 1987.[1]").id,
        only("It was signed in 1986.[2]").id,
    }
    assert len(ids) == 3


def test_the_same_claim_twice_has_two_ids_and_the_first_keeps_its_own() -> None:
    once = only("It was signed.[1]")
    twice = document("It was signed.[1]\n\nIt was signed.[1]").claims
    assert twice[0].id == once.id != twice[1].id
