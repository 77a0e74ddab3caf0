"""The vocabulary of every room: frozen records, from the claims of a document to the report on them.

Field names are those of `report.json`: a report is these records serialised, and reading a report gives the records
back. Within a schema version, fields may be added but not renamed or removed.

Offsets count characters (Unicode code points) from 0, the end exclusive, so `text[start:end]` is the thing itself.
Dates are ISO 8601 strings, as precise as known (`2007-08-22`, `2006-03`, `1986`); times are UTC. Unknown is None.

In order: `document`, `source`, `judgement`, `report`; each file imports only those before it.
"""

from claims.records.document import Block, BlockKind, Citation, Claim, Document, Link, UrlFrom
from claims.records.judgement import (
    ALARMS,
    Check,
    Evidence,
    Excerpt,
    Fact,
    FactKind,
    FactState,
    JudgedClaim,
    JudgedDocument,
    OtherCopy,
    Strictness,
    Verdict,
)
from claims.records.report import Change, ChangeKind, EntailmentModel, ExemptBy, Exemption, Report, Summary, Tool
from claims.records.source import Attempt, Capture, Part, Passage, Source, Status

__all__ = [
    "ALARMS",
    "Attempt",
    "Block",
    "BlockKind",
    "Capture",
    "Change",
    "ChangeKind",
    "Check",
    "Citation",
    "Claim",
    "Document",
    "EntailmentModel",
    "Evidence",
    "Excerpt",
    "ExemptBy",
    "Exemption",
    "Fact",
    "FactKind",
    "FactState",
    "JudgedClaim",
    "JudgedDocument",
    "Link",
    "OtherCopy",
    "Part",
    "Passage",
    "Report",
    "Source",
    "Status",
    "Strictness",
    "Summary",
    "Tool",
    "UrlFrom",
    "Verdict",
]
