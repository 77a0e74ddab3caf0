"""Identifiers of works."""

import pytest

from claims.references.links.identifiers import find_identifiers


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("doi:10.1525/as.2006.46.2.275.", "https://doi.org/10.1525/as.2006.46.2.275"),
        ("https://doi.org/10.1000/(x)y", "https://doi.org/10.1000/(x)y"),
        (
            "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
            "https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2",
        ),
        ("PMC 3257301", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3257301"),
        ("arXiv:hep-th/9901001", "https://arxiv.org/abs/hep-th/9901001"),
        ("hdl:10125/12345", "https://hdl.handle.net/10125/12345"),
        ("JSTOR 2645230", "https://www.jstor.org/stable/2645230"),
    ],
)
def test_identifiers_resolve(text: str, url: str) -> None:
    assert [identifier.url for identifier in find_identifiers(text)] == [url]
