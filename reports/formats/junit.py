"""`report.junit.xml`: a test case for each claim, for the dashboards of CI systems.

The standard library writes it case by case, because junitparser, which reads it back in the tests, keeps a whole report
in memory. The attributes are those that junitparser, GitLab and pytest agree on.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring
from xml.sax.saxutils import quoteattr

from claims.records import Citation, JudgedDocument, Report
from reports.policy.claim_outcomes import ClaimOutcome, Outcome, claim_outcomes
from reports.text.sanitising import clean, one_line, shorten
from reports.view.explanation import citations_by_id, explanation, headline, place, statement

FILE_NAME = "report.junit.xml"

LONGEST_NAME = 200

_TAGS = {
    Outcome.FINDING: "failure",
    Outcome.UNFINISHED: "error",
    Outcome.UNREADABLE: "skipped",
    Outcome.EXEMPT: "skipped",
}


class JUnitFormat:
    """Findings are failures, unreadable and exempt claims are skipped with the reason, unfinished ones are errors."""

    name = "junit"

    def render(self, report: Report) -> Mapping[str, Iterable[str]]:
        """Render `report.junit.xml`, a test suite for each document; uncited sentences appear only if they count."""
        return {FILE_NAME: _pieces(report)}


def _pieces(report: Report) -> Iterator[str]:
    totals = sum((_totals(report, document) for document in report.documents), Counter[str]())
    yield f'<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="citewatch"{_counts(totals)}>\n'
    for document in report.documents:
        name = quoteattr(one_line(document.source))
        totals = _totals(report, document)
        yield f'<testsuite name={name}{_counts(totals)} timestamp="{clean(report.finished).removesuffix("Z")}">\n'
        citations = citations_by_id(document)
        for outcome in _listed(report, document):
            case = _case(outcome, citations)
            indent(case)
            yield tostring(case, encoding="unicode") + "\n"
        yield "</testsuite>\n"
    yield "</testsuites>\n"


def _listed(report: Report, document: JudgedDocument) -> Iterator[ClaimOutcome]:
    for outcome in claim_outcomes(report, document):
        if outcome.claim.citations or outcome.outcome is Outcome.FINDING:
            yield outcome


def _totals(report: Report, document: JudgedDocument) -> Counter[str]:
    results = [each.outcome for each in _listed(report, document)]
    return Counter(_TAGS.get(result, "passed") for result in results)


def _counts(totals: Counter[str]) -> str:
    return (
        f' tests="{totals.total()}" failures="{totals["failure"]}" errors="{totals["error"]}"'
        f' skipped="{totals["skipped"]}" time="0"'
    )


def _case(outcome: ClaimOutcome, citations: Mapping[str, Citation]) -> Element:
    claim, source = outcome.claim, one_line(outcome.document.source)
    name = shorten(one_line(claim.statement), LONGEST_NAME)
    case = Element("testcase", classname=source, name=name, time="0", file=source, line=str(claim.line))
    if claim.key:
        SubElement(SubElement(case, "properties"), "property", name="key", value=one_line(claim.key))
    text = "\n".join((place(source, claim.line, claim.column), statement(claim), *explanation(claim, citations)))
    if outcome.outcome is Outcome.NOTED:
        SubElement(case, "system-out").text = text
    elif outcome.outcome is not Outcome.PASSED:
        result = SubElement(case, _TAGS[outcome.outcome], message=_message(outcome), type=_type(outcome))
        result.text = text
    return case


def _message(outcome: ClaimOutcome) -> str:
    if outcome.exemption:
        reason = one_line(outcome.exemption.reason) or "no reason given"
        return f"exempted by {outcome.exemption.by.value}: {reason}"
    return headline(outcome.claim)


def _type(outcome: ClaimOutcome) -> str:
    """Return the verdict, or the statuses of the sources where there was nothing to judge."""
    if outcome.outcome in (Outcome.FINDING, Outcome.EXEMPT):
        return outcome.claim.verdict.value
    return ", ".join(dict.fromkeys(check.status.value for check in outcome.claim.checks))
