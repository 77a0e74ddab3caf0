"""`report.json`: the contract's shape, its schema, and back to records."""

import json
import re
from dataclasses import replace

import jsonschema
import pytest

from reports.formats.json import JsonFormat
from reports.report_json import read_report, schema
from tests.reports.examples import lighthouse, report, saying
from tests.reports.lighthouse import LIGHTHOUSE
from tests.shared import ROOT

SHIPPED = (ROOT / "reports/report.schema.json").read_text(encoding="utf-8")


def rendered(made=None):
    """The text of `report.json`."""
    return "".join(JsonFormat().render(made or lighthouse())["report.json"])


def test_a_report_read_back_is_the_same_records():
    assert read_report(rendered()) == lighthouse()


def test_equal_reports_are_written_byte_for_byte_alike():
    assert rendered(lighthouse()) == rendered(lighthouse())


def test_it_is_indented_by_two_spaces_and_ends_in_a_newline():
    text = rendered()

    assert text.startswith('{\n  "schema_version": 2,\n  "tool": {\n    "name": "citewatch"')
    assert text.endswith("}\n")


def test_the_contracts_fields_are_there_by_name():
    document = json.loads(rendered())["documents"][0]
    claim = document["claims"][1]

    assert {"source", "title", "language", "as_of", "citations", "claims"} <= document.keys()
    assert {"id", "text", "context", "start", "end", "line", "section", "link"} <= claim.keys()
    assert {"citation", "status", "verdict", "score", "capture", "evidence", "missing"} <= claim["checks"][0].keys()
    assert claim["checks"][0]["capture"]["days_from_access"] == 4
    assert document["citations"][2]["url"] is None


def unindented(text):
    """The schema without the indentation of docstrings, which Python 3.13 removes and 3.11 keeps."""
    return re.sub(r"(\\n) +", r"\1", text)


def test_the_shipped_schema_is_the_one_that_the_records_give():
    assert unindented(schema()) == unindented(SHIPPED)


@pytest.mark.parametrize("made", [report(), lighthouse(), report(LIGHTHOUSE, LIGHTHOUSE), report(saying("\0\x1b[1m"))])
def test_reports_are_valid_by_the_shipped_schema(made):
    validator = jsonschema.Draft202012Validator(json.loads(SHIPPED))

    validator.validate(json.loads(rendered(made)))


def test_a_field_that_a_later_version_added_is_passed_over():
    data = json.loads(rendered())
    data["documents"][0]["claims"][0]["mood"] = "hopeful"

    assert read_report(json.dumps(data)) == lighthouse()


def test_half_a_surrogate_pair_becomes_one_replacement_character():
    text = rendered(report(saying("half \ud83d here")))

    assert json.loads(text)["documents"][0]["claims"][0]["text"] == "half \ufffd here"


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"", "truncated"),
        (b"\xff\xfe", ""),
        (b"[]", "array"),
        (b"{}", "schema_version"),
        (rendered().replace('"verdict": "supported"', '"verdict": "splendid"', 1).encode(), "$.documents[0].claims[0]"),
        (rendered(replace(lighthouse(), schema_version=1)).encode(), "$.schema_version is 1"),
    ],
)
def test_what_is_no_report_is_refused_with_the_place_and_the_mend(data, place):
    with pytest.raises(ValueError, match=r"report|version") as refusal:
        read_report(data)

    assert place in str(refusal.value)
