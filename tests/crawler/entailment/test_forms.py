"""How each kind of model reads a premise and a claim."""

import pytest

from crawler.entailment.forms import Form, written


@pytest.mark.parametrize(
    ("form", "text", "second"),
    [
        (Form.NLI, "It rained.", "It was wet."),
        (Form.MINICHECK, "It rained.</s>It was wet.", None),
        (Form.MINICHECK_T5, "predict: It rained.</s>It was wet.", None),
        (
            Form.FACTCG,
            'It rained.\n\nChoose your answer: based on the paragraph above can we conclude that "It was wet."?\n\n'
            "OPTIONS:\n- Yes\n- No\nI think the answer is ",
            None,
        ),
    ],
)
def test_the_form_is_that_of_the_authors(form: Form, text: str, second: str | None) -> None:
    assert written(form, "It rained.", "It was wet.", "</s>") == (text, second)


def test_braces_in_a_text_are_no_placeholders() -> None:
    assert '"a {claim} b"' in written(Form.FACTCG, "{premise}", "a {claim} b", "")[0]
