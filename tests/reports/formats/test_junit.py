"""JUnit, read back by junitparser."""

from dataclasses import replace

from junitparser import Error, Failure, JUnitXml, Skipped

from claims.records import ExemptBy, Exemption
from reports.formats.junit import JUnitFormat
from tests.reports.examples import lighthouse, report
from tests.reports.lighthouse import CLAIMS, LIGHTHOUSE
from tests.reports.lighthouse_text import FALK, LIT, LOGBOOKS, OIL, STORM


def parsed(made=None):
    text = "".join(JUnitFormat().render(made or lighthouse())["report.junit.xml"])
    return JUnitXml.fromstring(text.encode("utf-8"))


def case(text, made=None):
    return next(case for suite in parsed(made) for case in suite if case.name == text)


def test_each_cited_claim_is_a_case_and_each_document_a_suite():
    suites = list(parsed(report(LIGHTHOUSE, replace(LIGHTHOUSE, source="b.txt"))))

    assert [suite.name for suite in suites] == ["skarvholm.txt", "b.txt"]
    assert [len(list(suite)) for suite in suites] == [9, 9]


def test_the_counts_are_those_of_the_cases():
    suites = parsed()
    kinds = [type(result) for suite in suites for case in suite for result in case.result]

    assert (suites.tests, suites.failures, suites.errors, suites.skipped) == (9, 1, 1, 3)
    assert (kinds.count(Failure), kinds.count(Error), kinds.count(Skipped)) == (1, 1, 3)


def test_a_finding_fails_with_everything_that_settles_it():
    (failure,) = case(LIT).result

    assert isinstance(failure, Failure)
    assert failure.type == "not_supported"
    assert "27 metres above the rock" in failure.text
    assert "https://web.archive.org/web/20220305081530/" in failure.text


def test_what_could_not_be_read_is_skipped_with_what_happened_to_the_source():
    (skipped,) = case(STORM).result

    assert isinstance(skipped, Skipped)
    assert skipped.type == "soft_404"


def test_what_no_archive_answered_for_is_an_error():
    (error,) = case("The light was automated in 1964.").result

    assert isinstance(error, Error)
    assert error.type == "throttled"


def test_what_is_supported_passes_and_what_was_not_asked_to_fail_passes_with_a_word():
    assert case(OIL).result == []
    assert case(FALK).result == []
    assert "Not found: 1931" in case(FALK).system_out


def test_the_reports_own_conditions_decide_what_fails():
    made = replace(lighthouse(), fail_on=("partially_supported", "no_url"))

    assert isinstance(case(FALK, made).result[0], Failure)
    assert isinstance(case(LOGBOOKS, made).result[0], Failure)
    assert case(LIT, made).result == []


def test_an_uncited_sentence_is_a_case_only_where_it_counts():
    made = replace(lighthouse(), fail_on=("uncited",))

    assert isinstance(case("Visitors are rowed out on Sundays in July.", made).result[0], Failure)
    assert "Visitors are rowed out on Sundays in July." not in [one.name for suite in parsed() for one in suite]


def test_what_is_exempt_is_skipped_with_the_reason():
    exemption = Exemption(source="skarvholm.txt", claim=CLAIMS[1].id, by=ExemptBy.RULE, reason="under discussion")
    (skipped,) = case(LIT, replace(lighthouse(), exempt=(exemption,))).result

    assert isinstance(skipped, Skipped)
    assert skipped.message == "exempted by rule: under discussion"
