"""contradictions.alignment: how much of a claim and of a sentence is aligned."""

from claims.language.tokens import words
from claims.support.contradictions.alignment import align


def test_a_claim_and_a_sentence_are_aligned_up_to_their_150th_word() -> None:
    line = list(words(" ".join(f"pier{number}" for number in range(151))))

    found = align(line, line, str)

    assert found.same == frozenset(range(150))
    assert not found.added | found.replaced
