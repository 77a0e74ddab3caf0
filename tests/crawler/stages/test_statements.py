"""A claim as the statement to judge."""

from claims.linking.linker import link
from claims.readers.registry import read
from claims.support import default_checker
from crawler.stages.statements import statement_of
from tests.claims.support.build import source


def test_the_key_of_a_cited_work_is_no_word_and_places_stay() -> None:
    (claim,) = link(read("As @ito:1962 found, the dam leaks.\n", "a.md"), "a.md").claims
    statement = statement_of("Dams", claim)
    assert statement.text == "As           found, the dam leaks."
    assert len(statement.text) == len(claim.text)


def test_an_address_of_mail_is_no_key() -> None:
    text = "Write to me@ito1962 of the dam.[^ito1962]\n\n[^ito1962]: https://dams.example/\n"
    (claim,) = link(read(text, "a.md"), "a.md").claims
    assert statement_of(None, claim).text == claim.text


def test_a_key_is_no_detail_that_the_source_lacks() -> None:
    page = source("The dam leaks in winter, when the frost opens its joints. It was built in 1950.")
    (claim,) = link(read("As @Ito_1962 says, the dam leaks in winter.\n", "a.md"), "a.md").claims
    checker = default_checker()
    assert checker.judge(statement_of(None, claim), [checker.index(page)]).missing == ()
