"""Findings as lines of text, as compilers and linters print theirs: `file:line:column: verdict: claim (reason)`."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from claims.records import Report
from reports.policy.claim_outcomes import ClaimOutcome, Outcome, claim_outcomes
from reports.text.labels import Tone
from reports.text.links import web_address
from reports.text.phrases import count
from reports.text.sanitising import one_line
from reports.view.explanation import headline, label, place
from reports.view.rows.claim_rows import tone

FILE_NAME = "report.txt"

# Select Graphic Rendition, ECMA-48 section 8.3.117.
_BOLD, _RESET = "\x1b[1m", "\x1b[0m"
_COLOURS = {Tone.AGAINST: "\x1b[1;35m", Tone.NO: "\x1b[1;31m", Tone.PART: "\x1b[1;33m", Tone.UNSURE: "\x1b[1;36m"}


class Style(StrEnum):
    """How lines look: plain, coloured for a terminal, or as annotations that GitHub Actions shows beside the file."""

    PLAIN = "plain"
    COLOURED = "coloured"
    GITHUB = "github"


class TextFormat:
    """A line for each finding in reading order, then one with their number."""

    name = "text"

    def render(self, report: Report) -> Mapping[str, Iterable[str]]:
        """Render the plain lines; the terminal's come from `text_lines`."""
        return {FILE_NAME: text_lines(report, Style.PLAIN)}


def text_lines(report: Report, style: Style) -> Iterator[str]:
    """Yield the lines in `style`, each with its line end."""
    findings = [
        outcome
        for document in report.documents
        for outcome in claim_outcomes(report, document)
        if outcome.outcome is Outcome.FINDING
    ]
    write = {Style.PLAIN: _plain, Style.COLOURED: _coloured, Style.GITHUB: _annotation}[style]
    for finding in findings:
        yield f"{write(finding)}\n"
    found = count(len(findings), "finding", "findings") if findings else "No findings"
    yield f"{found} in {count(report.summary.claims, 'cited claim', 'cited claims')}.\n"


def _plain(finding: ClaimOutcome) -> str:
    return f"{_place(finding)}: {_verdict(finding)}: {_claim(finding)}"


def _coloured(finding: ClaimOutcome) -> str:
    verdict = f"{_COLOURS.get(tone(finding.claim), _BOLD)}{_verdict(finding)}{_RESET}"
    return f"{_BOLD}{_place(finding)}:{_RESET} {verdict}: {_claim(finding)}"


def _annotation(finding: ClaimOutcome) -> str:
    """Return a workflow command (docs.github.com: "Setting an error message"); its text is also a line of the log."""
    claim, source = finding.claim, one_line(finding.document.source)
    properties = {} if web_address(source) else {"file": source, "line": str(claim.line)}
    if properties and claim.column is not None:
        properties["col"] = str(claim.column)
    properties["title"] = label(claim)
    listed = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
    return f"::error {listed}::{_escape(_plain(finding))}"


def _place(finding: ClaimOutcome) -> str:
    return place(one_line(finding.document.source), finding.claim.line, finding.claim.column)


def _verdict(finding: ClaimOutcome) -> str:
    return label(finding.claim).lower()


def _claim(finding: ClaimOutcome) -> str:
    return headline(finding.claim).removeprefix(f"{label(finding.claim)}: ")


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
