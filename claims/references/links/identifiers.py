"""Identifiers of works, as references print them, and the URLs that resolve them.

The registries publish the forms: DOI (the DOI Handbook's `10.<registrant>/<suffix>`), PubMed's PMID and PMCID,
arXiv's numbers since 2007 and its older `archive/YYMMNNN`, Handle System handles, JSTOR's stable numbers.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote

_DOI = re.compile(
    # a DOI made of a SICI (ANSI/NISO Z39.56) contains angle brackets and ends in `3.0.CO;2-#`
    r"\b10\.\d{4,9}/\(SICI\)[^\s\"]{1,250}?\d\.\d\.[A-Z]{2};\d-[\w#]"
    r"|\b10\.\d{4,9}(?:\.\d{1,9})*/[^\s\"<>\[\]{}|\\^`，。；、]{1,300}"
)
_SICI = re.compile(r";\d-[\w#]$")
_LABELLED = (
    ("pmid", re.compile(r"\bPMID[:\s]{1,3}(\d{1,8})\b", re.IGNORECASE)),
    ("pmc", re.compile(r"\bPMC(?:ID)?[:\s]{0,3}(?:PMC)?(\d{2,8})\b")),
    ("arxiv", re.compile(r"\barXiv[:\s]{1,3}(\d{4}\.\d{4,5}(?:v\d{1,2})?|[a-z-]{2,12}(?:\.[A-Z]{2})?/\d{7})", re.I)),
    ("hdl", re.compile(r"\bhdl[:\s]{1,3}([\w.]{1,40}/[^\s\"<>\[\],;]{1,100})", re.IGNORECASE)),
    ("jstor", re.compile(r"\bJSTOR[:\s]{1,3}(\d{4,12}|10\.\d{4}/[^\s,;]{1,60})", re.IGNORECASE)),
)
_TRAILING = ".,;:!?'’”»…"
_RESOLVERS = {
    "doi": "https://doi.org/",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/",
    "pmc": "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC",
    "arxiv": "https://arxiv.org/abs/",
    "hdl": "https://hdl.handle.net/",
    "jstor": "https://www.jstor.org/stable/",
    "s2cid": "https://api.semanticscholar.org/CorpusID:",
    "ssrn": "https://papers.ssrn.com/sol3/papers.cfm?abstract_id=",
    "bibcode": "https://ui.adsabs.harvard.edu/abs/",
    "oclc": "https://www.worldcat.org/oclc/",
    "citeseerx": "https://citeseerx.ist.psu.edu/viewdoc/summary?doi=",
    "biorxiv": "https://doi.org/",
}
# The order in which to try them: those that lead to the full text first.
KINDS = ("doi", "pmc", "arxiv", "pmid", "biorxiv", "hdl", "jstor", "ssrn", "citeseerx", "bibcode", "s2cid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """The identifier of a work: its kind (one of `KINDS`), and its value without label or resolver."""

    kind: str
    value: str

    @property
    def url(self) -> str:
        """The URL that resolves the identifier."""
        prefix = _RESOLVERS[self.kind]
        value = self.value.removeprefix("PMC") if self.kind == "pmc" else self.value
        return prefix + quote(value, safe="/:;()._-+@!$*'~")


def find_identifiers(text: str) -> tuple[Identifier, ...]:
    """Find the identifiers in `text`, without repeats, in the order of `KINDS`."""
    found = [Identifier(kind="doi", value=clean_doi(match[0])) for match in _DOI.finditer(text)]
    for kind, pattern in _LABELLED:
        found += [Identifier(kind=kind, value=match[1].rstrip(_TRAILING)) for match in pattern.finditer(text)]
    return tuple(sorted(dict.fromkeys(found), key=lambda identifier: KINDS.index(identifier.kind)))


def identifier_spans(text: str) -> list[tuple[int, int]]:
    """Find the start and end of each identifier in `text`, with its label."""
    patterns = (_DOI, *(pattern for _, pattern in _LABELLED))
    return [match.span() for pattern in patterns for match in pattern.finditer(text)]


def clean_doi(text: str) -> str:
    """Strip a DOI of its label, its resolver, trailing punctuation and unopened brackets."""
    match = _DOI.search(text)
    doi = (match[0] if match else text[:300]).strip()
    while doi and not _SICI.search(doi) and (doi[-1] in _TRAILING or _ends_in_unopened_bracket(doi)):
        doi = doi[:-1]
    return doi


def _ends_in_unopened_bracket(text: str) -> bool:
    return text[-1] == ")" and text.count(")") > text.count("(")
