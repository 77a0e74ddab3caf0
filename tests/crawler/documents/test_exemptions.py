"""The comment that a report gives to copy exempts its claim in every format that has comments."""

import pytest

from claims.linking.linker import link
from claims.readers.registry import FORMATS, read
from reports.policy.ignore_comments import comment_rules
from reports.text.exemptions import ignore_comment

ENTRY = "Lamps. https://lamps.example/"
CLAIM = "The lamp was lit in 1871."
DOCUMENTS = {
    "markdown": f"# A lighthouse\n\n{CLAIM}[^1] COMMENT\n\n[^1]: {ENTRY}\n",
    "html": f"<h1>A</h1>\n<p>{CLAIM}<sup><a href='#f1'>1</a></sup> COMMENT</p>\n<ol><li id='f1'>{ENTRY}</li></ol>\n",
    "wikitext": f"== A lighthouse ==\n{CLAIM}<ref>{ENTRY}</ref> COMMENT\n\n{{{{Reflist}}}}\n",
    "rst": f"A lighthouse\n============\n\nCOMMENT\n\n{CLAIM} [1]_\n\n.. [1] {ENTRY}\n",
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_comment_exempts_its_claim_and_changes_nothing_else(name: str) -> None:
    comment = ignore_comment(name).replace("{reason}", "the keeper confirmed it")
    text = DOCUMENTS[name].replace("COMMENT", comment)
    document = link(read(text, f"a.{name}", name), f"a.{name}")
    (claim,) = (claim for claim in document.claims if claim.citations)
    (rule,) = comment_rules(document.source, text, document.claims)
    assert claim.text == CLAIM
    assert (rule.claim, rule.reason) == (claim.id, "the keeper confirmed it")
    assert "citewatch" not in document.text


@pytest.mark.parametrize("name", ["text", "table"])
def test_a_format_whose_readers_would_see_the_comment_has_none(name: str) -> None:
    assert name in FORMATS
    assert ignore_comment(name) == ""
