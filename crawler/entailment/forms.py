"""How each kind of model reads a premise and a claim, as its authors' code writes them.

`nli`: two segments, as natural language inference models take them. `minicheck` and `minicheck-t5`: one text with the
end-of-sequence token between (Tang et al., MiniCheck, 2024, `minicheck/inference.py`). `factcg`: the instruction of
Lei et al. (FactCG, 2025, `factcg/utils.py`).
"""

from enum import StrEnum

FACTCG = (
    "{premise}\n\nChoose your answer: based on the paragraph above can we conclude that \"{claim}\"?\n\n"
    "OPTIONS:\n- Yes\n- No\nI think the answer is "
)  # fmt: skip

T5_ANSWERS = (3, 209)
"""The first tokens of the answers "0" and "1" of MiniCheck-Flan-T5, not supported and supported."""


class Form(StrEnum):
    """The form in which a model reads a premise and a claim."""

    NLI = "nli"
    MINICHECK = "minicheck"
    MINICHECK_T5 = "minicheck-t5"
    FACTCG = "factcg"

    @property
    def generates(self) -> bool:
        """Whether the model answers with a generated token, not with a class."""
        return self is Form.MINICHECK_T5

    @property
    def tokens(self) -> int:
        """The most tokens that the model reads."""
        return 512 if self is Form.NLI else 2048


def written(form: Form, premise: str, claim: str, separator: str) -> tuple[str, str | None]:
    """Write a premise and a claim for a model.

    Args:
        form: the form that the model reads.
        premise: the passage.
        claim: the claim.
        separator: the end-of-sequence token of the model.

    Returns:
        the text, and the second segment where the model takes two.
    """
    if form is Form.NLI:
        return premise, claim
    if form is Form.FACTCG:
        return FACTCG.format(premise=premise, claim=claim), None
    joined = f"{premise}{separator}{claim}"
    return (f"predict: {joined}" if form is Form.MINICHECK_T5 else joined), None
