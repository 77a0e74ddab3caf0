"""Recognises the format of a bibliography and reads it."""

import re

from claims.errors import InputError
from claims.references.bibliographies.csl_json import read_csl_json
from claims.references.bibliographies.csv_table import read_csv
from claims.references.bibliographies.source_entry import SourceEntry

_BIBTEX = re.compile(r"^\s{0,9}@\s{0,9}[A-Za-z]{3,30}\s{0,9}[{(]", re.MULTILINE)
_RIS = re.compile(r"^\s{0,9}TY\s{1,3}-", re.MULTILINE)


def parse_sources(text: str, name: str) -> tuple[SourceEntry, ...]:
    """Read the bibliography `text`, the content of the file `name`: CSL-JSON, BibTeX, RIS or CSV.

    Raises:
        claims.errors.InputError: it has none of these formats, or no entry in it has a URL or a DOI.
    """
    start = text.lstrip("\ufeff \n\t")
    if start[:1] in ("[", "{"):
        entries = read_csl_json(start, name)
    elif _BIBTEX.search(text):
        from claims.references.bibliographies.bibtex import read_bibtex  # its libraries are needed for it alone

        entries = read_bibtex(text)
    elif _RIS.search(text):
        from claims.references.bibliographies.ris import read_ris

        entries = read_ris(text)
    else:
        entries = read_csv(start, name)
    if not any(entry.url or entry.archive_url or entry.doi for entry in entries):
        mend = "Give each entry a field “url” or “doi”."
        raise InputError("No entry of this bibliography has a URL or a DOI.", place=name, mend=mend)
    return entries
