"""What is left of brackets in which something vanished."""

import pytest

from claims.linking.linker import link
from claims.readers.assembly.gaps import GAP, holes
from claims.readers.registry import read


def kept(text: str) -> str:
    for start, end in reversed(holes(text)):
        text = text[:start] + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"Ulm ({GAP}, {GAP}) is old.", "Ulm is old."),
        (f"Ulm ({GAP}; a town on the Danube) is old.", "Ulm (a town on the Danube) is old."),
        (f"Ulm (German: Stadt Ulm, {GAP}) is old.", "Ulm (German: Stadt Ulm) is old."),
        (f"It cost $300 (equivalent to ${GAP} in {GAP}) then.", "It cost $300 then."),
        (f"Ada Brenner (a miller; {GAP} – 12 May 1970) was old.", "Ada Brenner (a miller) was old."),
        (f"Ada Brenner ({GAP} – May 12, 1970) was old.", "Ada Brenner was old."),
        (f"Ada Brenner (a miller; {GAP} – May 12, 1970) was old.", "Ada Brenner (a miller) was old."),
        (f"ウルム（Ulm、{GAP}、町）は古い。", "ウルム（Ulm、町）は古い。"),
        (f"The {GAP} mill is old.", "The  mill is old."),
        ("Ulm ( , ) is old.", "Ulm is old."),
    ],
)
def test_brackets_keep_what_is_whole(text: str, left: str) -> None:
    assert kept(text) == left


@pytest.mark.parametrize("text", ["An empty tuple () and exec() are Python.", "The mill (built in 1871) is old."])
def test_programs_and_whole_brackets_stay(text: str) -> None:
    assert kept(text) == text


def test_a_claim_behind_a_gap_keeps_its_marker_and_its_place() -> None:
    text = "'''Ulm''' ({{pronounced|as=ʊlm}}) is old.<ref>One.</ref> It has a mill.<ref>Two.</ref>"
    claims = link(read(text, "a.wiki", "wikitext"), "a.wiki").claims
    assert [(claim.text, claim.citations, claim.line) for claim in claims] == [
        ("Ulm is old.", ("1",), 1),
        ("It has a mill.", ("2",), 1),
    ]
