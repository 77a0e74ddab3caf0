"""Findings as lines on a terminal."""

from dataclasses import replace

import pytest

from claims.records import Fact, FactKind, FactState, Verdict
from reports.formats.text import Style, text_lines
from tests.reports.examples import lighthouse, report, saying
from tests.reports.lighthouse import CLAIMS, LIGHTHOUSE


def lines(made, style=Style.PLAIN):
    return "".join(text_lines(made, style)).splitlines()


def judged(**more):
    """A report on one claim, the one about the height of the tower."""
    return report(replace(LIGHTHOUSE, claims=(replace(CLAIMS[1], **more),)))


def test_a_finding_has_its_place_verdict_claim_and_reason_and_a_count_follows():
    assert lines(judged(verdict=Verdict.CONTRADICTED, missing=())) == [
        "skarvholm.txt:3:124: contradicted: It was first lit on 14 October 1871 and is 31 metres tall."
        " (the source says 27 metres, not 31)",
        "1 finding in 1 cited claim.",
    ]


def test_the_reason_names_what_is_missing_where_nothing_contradicts():
    gone = Fact(kind=FactKind.NUMBER, text="31", start=49, end=51, state=FactState.MISSING)

    assert "(not found: 31)" in lines(judged(verdict=Verdict.NOT_SUPPORTED, facts=(gone,), missing=("31",)))[0]


@pytest.mark.parametrize("verdict", [Verdict.SUPPORTED, Verdict.PARTIALLY_SUPPORTED, Verdict.UNCLEAR])
def test_what_does_not_count_is_no_finding(verdict):
    assert lines(judged(verdict=verdict)) == ["No findings in 1 cited claim."]


def test_a_terminal_gets_colours_and_the_same_words():
    (coloured, _) = lines(judged(verdict=Verdict.CONTRADICTED, missing=()), Style.COLOURED)

    assert "\x1b[1;35mcontradicted\x1b[0m: It was first lit" in coloured


def test_github_gets_an_annotation_at_the_marker():
    (annotation, _) = lines(judged(verdict=Verdict.CONTRADICTED, missing=()), Style.GITHUB)

    assert annotation.startswith(
        "::error file=skarvholm.txt,line=3,col=124,title=Contradicted::skarvholm.txt:3:124: contradicted: It was"
    )


def test_an_annotation_of_a_page_on_the_web_names_no_file():
    document = replace(LIGHTHOUSE, source="https://wiki.example/Skarvholm", claims=CLAIMS[1:2])

    assert lines(report(document), Style.GITHUB)[0].startswith("::error title=Not supported::https://wiki.example/")


@pytest.mark.parametrize("style", Style)
def test_text_from_outside_adds_no_line_no_command_and_no_control_character(style):
    hostile = report(saying("::error file=x::a,b:c%0A\n::set-output name=x::y\r\x1b[31m##[group]"))
    found = lines(hostile, style)

    assert len(found) == 2
    assert sum(line.startswith("::") for line in found) == (style is Style.GITHUB)
    assert all("##[" not in line and "\x1b[31m" not in line for line in found)
    assert lines(lighthouse())
