"""Templates that show numbers with their units, dates and times, as wikis of several languages call them."""

import pytest

from claims.linking.linker import link
from claims.readers.registry import read


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{{unité|61|km}}", "61 km"),
        ("{{Unité|1200|km|2}}", "1200 km²"),
        ("{{nombre|61|habitants}}", "61 habitants"),
        ("{{unidad|61|km}}", "61 km"),
        ("{{M|61|k|m}}", "61 km"),
        ("{{M|61|ul=km}}", "61 km"),
        ("{{val|61|0.2|u=km}}", "61 km"),
        ("{{convert|5|by|7|ft}}", "5 by 7 ft"),
        ("{{Höhe|61|DE-NN}}", "61 m"),
        ("{{date|3|mai|1911}}", "3 mai 1911"),
        ("{{date|1911|5|3}}", "1911-5-3"),
        ("{{heure|12|30}}", "12 h 30"),
        ("{{s|XIX}}", "XIXe siècle"),
        ("{{as of|2009|11}}", "As of November 2009"),
    ],
)
def test_a_number_is_shown_with_its_unit(template: str, words: str) -> None:
    text = f"La route est longue, {template} selon lui.<ref>https://a.example/</ref>"
    (claim,) = link(read(text, "a.wiki"), "a.wiki").claims
    assert claim.text == f"La route est longue, {words} selon lui."
