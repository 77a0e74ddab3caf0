"""`report.junit.xml`: a test case a claim, for the dashboards of CI systems.

Written case by case with the standard library, since junitparser, which reads it back in the tests, holds a whole
report in memory. Attributes are those that junitparser, GitLab and pytest agree on.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring
from xml.sax.saxutils import quoteattr

from claims.records import Citation, JudgedDocument, Report
from reports.policy.outcomes import ClaimOutcome, Standing, citations_of, outcomes
from reports.view.explanation import explanation, headline, place
from reports.view.sanitising import clean, one_line, shorten

FILE_NAME = "report.junit.xml"

LONGEST_NAME = 200

_TAGS = {
    Standing.FINDING: "failure",
    Standing.UNFINISHED: "error",
    Standing.UNREADABLE: "skipped",
    Standing.EXEMPT: "skipped",
}


class JUnitFormat:
    """Findings are failures, unreadable and exempt ones skipped with the reason, unfinished ones errors."""

    name = "junit"

    def render(self, report: Report) -> Mapping[str, Iterable[str]]:
        """`report.junit.xml`, a test suite a document. Sentences without a citation are in it only where they count."""
        return {FILE_NAME: _pieces(report)}


def _pieces(report: Report) -> Iterator[str]:
    totals = sum((_totals(report, document) for document in report.documents), Counter[str]())
    yield f'<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="citewatch"{_counts(totals)}>\n'
    for document in report.documents:
        name = quoteattr(one_line(document.source))
        totals = _totals(report, document)
        yield f'<testsuite name={name}{_counts(totals)} timestamp="{clean(report.finished).removesuffix("Z")}">\n'
        citations = citations_of(document)
        for outcome in _told(report, document):
            case = _case(outcome, citations)
            indent(case)
            yield tostring(case, encoding="unicode") + "\n"
        yield "</testsuite>\n"
    yield "</testsuites>\n"


def _told(report: Report, document: JudgedDocument) -> Iterator[ClaimOutcome]:
    for outcome in outcomes(report, document):
        if outcome.claim.citations or outcome.standing is Standing.FINDING:
            yield outcome


def _totals(report: Report, document: JudgedDocument) -> Counter[str]:
    standings = [outcome.standing for outcome in _told(report, document)]
    return Counter(_TAGS.get(standing, "passed") for standing in standings)


def _counts(totals: Counter[str]) -> str:
    return (
        f' tests="{totals.total()}" failures="{totals["failure"]}" errors="{totals["error"]}"'
        f' skipped="{totals["skipped"]}" time="0"'
    )


def _case(outcome: ClaimOutcome, citations: Mapping[str, Citation]) -> Element:
    claim, source = outcome.claim, one_line(outcome.document.source)
    name = shorten(one_line(claim.text), LONGEST_NAME)
    case = Element("testcase", classname=source, name=name, time="0", file=source, line=str(claim.line))
    told = "\n".join((place(source, claim.line, claim.column), headline(claim), *explanation(claim, citations)))
    if outcome.standing is Standing.NOTED:
        SubElement(case, "system-out").text = told
    elif outcome.standing is not Standing.PASSED:
        result = SubElement(case, _TAGS[outcome.standing], message=_message(outcome), type=_type(outcome))
        result.text = told
    return case


def _message(outcome: ClaimOutcome) -> str:
    if outcome.exemption:
        reason = one_line(outcome.exemption.reason) or "no reason given"
        return f"exempt by {outcome.exemption.by.value}: {reason}"
    return headline(outcome.claim)


def _type(outcome: ClaimOutcome) -> str:
    """The verdict, or where there was nothing to judge what happened to the sources."""
    if outcome.standing in (Standing.FINDING, Standing.EXEMPT):
        return outcome.claim.verdict.value
    return ", ".join(dict.fromkeys(check.status.value for check in outcome.claim.checks))
