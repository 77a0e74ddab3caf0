"""Wikitext: references in all their forms, and what of a page is text."""

import pytest

from claims.errors import InputError
from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Document, Link

CITE = "{{cite web |url=http://a.example/t |title=The treaty |access-date=22 August 2007 |last=Lee |first=W}}"


def document(text: str) -> Document:
    return link(read(text, "page.wiki"), "page.wiki")


def direct(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(claim.text, claim.citations) for claim in document(text).claims if claim.link is Link.DIRECT]


def test_a_template_s_parameters_become_the_citation_s_fields() -> None:
    (citation,) = document(f"It was signed.<ref>{CITE}</ref>").citations
    assert (citation.id, citation.url, citation.title) == ("1", "http://a.example/t", "The treaty")
    assert (citation.access_date, citation.authors) == ("2007-08-22", ("Lee, W",))


@pytest.mark.parametrize(
    "template",
    [
        "{{Internetquelle |url=http://a.example/t |titel=Der Vertrag |abruf=2007-08-22}}",
        "{{Lien web |url=http://a.example/t |titre=Le traité |consulté le=22 août 2007}}",
        "{{Cita web |url=http://a.example/t |título=El tratado |fechaacceso=22 de agosto de 2007}}",
        "{{cita web |url=http://a.example/t |titolo=Il trattato |accesso=22 agosto 2007}}",
        "{{cytuj |url=http://a.example/t |tytuł=Traktat |data dostępu=2007-08-22}}",
        "{{Citeer web |url=http://a.example/t |titel=Het verdrag |bezochtdatum=22 augustus 2007}}",
        "{{webbref |url=http://a.example/t |titel=Avtalet |hämtdatum=22 augusti 2007}}",
        "{{Cite web |url=http://a.example/t |заглавие=Договор |дата обращения=22 августа 2007}}",
    ],
)
def test_templates_of_other_wikis_are_known_by_their_parameters(template: str) -> None:
    (citation,) = document(f"It was signed.<ref>{template}</ref>").citations
    assert (citation.url, citation.access_date, bool(citation.title)) == ("http://a.example/t", "2007-08-22", True)


def test_named_references_are_one_citation_wherever_they_are_defined() -> None:
    text = "A came.<ref name=x /> B came.<ref name='x'>Kyodo.</ref> C came.<ref name=\"x\"/>"
    assert [citations for _, citations in direct(text)] == [("1",), ("1",), ("1",)]
    assert document(text).citations[0].text == "Kyodo."


def test_list_defined_references_are_no_text() -> None:
    for ending in (
        '<references>\n<ref name="x">Kyodo.</ref>\n</references>',
        '{{reflist|refs=\n<ref name="x">Kyodo.</ref>\n}}',
    ):
        found = document(f'It was signed.<ref name="x"/>\n\n{ending}')
        assert (found.text, [citation.text for citation in found.citations]) == ("It was signed.", ["Kyodo."])


def test_groups_are_numbered_apart_as_the_wiki_prints_them() -> None:
    text = "It was signed.<ref>Kyodo.</ref>{{efn|In Moscow.}}<ref group=note>See below.</ref>"
    assert direct(text)[0][1] == ("1", "a", "note 1")


def test_a_reference_within_a_note_is_cited_too() -> None:
    assert direct("It was signed.{{efn|In Moscow.<ref>Kyodo.</ref>}}")[0][1] == ("a", "1")


def test_a_short_footnote_has_its_work_s_url_and_its_own_page() -> None:
    work = "{{cite book |last=Lee |year=2005 |title=The work |url=http://a.example/w}}"
    (citation,) = document(f"It was signed.{{{{sfn|Lee|2005|p=12}}}}\n\n== Sources ==\n* {work}").citations
    assert (citation.url, citation.page, citation.text) == ("http://a.example/w", "12", "Lee 2005, p. 12")


def test_rp_and_r_name_the_page_of_the_reference() -> None:
    text = "A came.<ref name=x>K.</ref>{{rp|12}} B came.{{r|x|p=34}} C came.<ref name=x/>{{rp|12}}"
    found = document(f"{text} D.<ref>L.</ref>{{{{rp|p=5}}}}")
    assert [(citation.id, citation.page) for citation in found.citations] == [("1", "12, 34"), ("2", "5")]
    assert found.text == "A came. B came. C came. D."


def test_r_asks_for_named_references() -> None:
    text = "It was signed.{{r|x|y}}{{rp|12}}\n<references><ref name=x>A.</ref><ref name=y>B.</ref></references>"
    assert direct(text) == [("It was signed.", ("1", "2"))]


def test_details_make_a_sub_reference() -> None:
    text = f'It was signed.<ref name="x" details="p. 5" />\n<references><ref name="x">{CITE}</ref></references>'
    citation = document(text).citations[0]
    assert (citation.url, citation.page) == ("http://a.example/t", "p. 5")


def test_comments_and_nowiki_hide_references() -> None:
    text = "It was signed.<ref>A.</ref> <!-- It lapsed.<ref>B.</ref> --> <nowiki><ref>C.</ref></nowiki>"
    assert [citation.text for citation in document(text).citations] == ["A."]


def test_infoboxes_tables_and_captions_are_kept_apart() -> None:
    text = (
        "{{Infobox country\n| area = 1,564,116 km²<ref>A.</ref>\n| capital = Ulan Bator\n}}\n"
        "{|\n! City !! People\n|-\n| style=x | Berlin || 3,520,031<ref>B.</ref>\n|}\n"
        "[[File:X.jpg|thumb|The signing in 1986<ref>C.</ref>]]It grew.\n"
    )
    claims = [(claim.text, claim.section) for claim in document(text).claims if claim.link is Link.DIRECT]
    assert claims == [
        ("area: 1,564,116 km²", "infobox"),
        ("Berlin, People: 3,520,031", "table"),
        ("The signing in 1986", "caption"),
    ]


def test_links_and_quotes_become_words_and_shown_templates_theirs() -> None:
    text = "'''It''' was [[Treaty|signed]] in {{lang|de|Berlin}}, {{convert|5|km|mi}} off [http://a.example so].<ref/>"
    assert direct(text)[0][0] == "It was signed in Berlin, 5 km off so."


def test_a_dead_or_usurped_link_and_failed_verification_are_carried() -> None:
    usurped = CITE.replace("|last", "|url-status=usurped |last")
    text = f"A came.<ref>{usurped}</ref> B came.<ref>{CITE} {{{{dead link}}}}</ref>{{{{failed verification}}}}"
    assert [citation.flags for citation in document(text).citations] == [("usurped",), ("dead", "failed_verification")]


def test_an_archive_template_gives_the_capture() -> None:
    archive = "{{webarchive |url=https://web.archive.org/web/20071026/http://a.example/t |date=26 October 2007}}"
    (citation,) = document(f"It was signed.<ref>[http://a.example/t The treaty] {archive}</ref>").citations
    assert (citation.url, citation.archive_date) == ("http://a.example/t", "2007-10-26")
    assert citation.archive_url == "https://web.archive.org/web/20071026/http://a.example/t"


def test_an_escaped_dump_is_unescaped_with_a_note() -> None:
    found = document("It was signed.&lt;ref&gt;Kyodo.&lt;/ref&gt;")
    assert found.citations[0].text == "Kyodo."
    assert "escaped" in found.notes[0]


def test_lists_of_works_and_links_elsewhere_are_no_claims() -> None:
    lists = f"== Works ==\n* {CITE}\n\n== External links ==\n* This is a long line about a page.\n"
    text = f"It was signed.<ref>A.</ref>\n\n{lists}"
    assert len(document(text).claims) == 1


def test_lines_are_those_of_the_source() -> None:
    text = "Intro is here.<ref>A.</ref>\n\n== H ==\nIt was <!-- a\nb --> signed.<ref>B.</ref>\nIt\ngrew.<ref>C.</ref>"
    assert [claim.line for claim in document(text).claims] == [1, 5, 7]


def test_templates_nested_too_deeply_are_refused() -> None:
    with pytest.raises(InputError, match=r"a\.wiki: Its templates are nested too deeply"):
        read("It holds. " + "{{a|" * 250 + "x" + "}}" * 250, "a.wiki")


def test_an_item_of_a_list_in_a_cell_is_a_value_of_its_own() -> None:
    text = (
        "== Sister towns ==\n{|\n|\n* [[Oslo]]\n* [[Turku]]<ref>A.</ref>\n* [[Gdynia]]\n* [[Riga]]<ref>B.</ref>\n|}\n"
    )
    assert direct(text) == [("Sister towns: Turku", ("1",)), ("Sister towns: Riga", ("2",))]


def test_a_box_within_a_box_has_labels_of_its_own() -> None:
    text = (
        "{{Infobox park\n| website = [https://a.example/ Lamp Park]\n"
        "{{Infobox register\n| embed = yes\n| added = April 13, 1973<ref>A.</ref>\n| refnum = 73001702\n}}\n}}\n"
    )
    assert direct(text) == [("added: April 13, 1973", ("1",))]


def test_the_date_of_an_archived_copy_is_no_date_of_publication() -> None:
    copy = "{{webarchive|url=https://web.archive.org/web/20060218033842/http://a.example/x|date=2006-02-18}}"
    (citation,) = read(f"It is old.<ref>[http://a.example/x The log] {copy} - Base</ref>", "a.wiki").citations
    assert (citation.date, citation.archive_date, citation.text) == (None, "2006-02-18", "The log - Base")


def test_a_template_that_only_links_a_copy_dates_the_copy_whatever_its_name() -> None:
    copy = "{{قالب أرشيف|url=https://web.archive.org/web/20180409180517/http://a.example/x|date=2018-04-09}}"
    (citation,) = read(f"It is old.<ref>[http://a.example/x The log] {copy}</ref>", "a.wiki").citations
    assert (citation.url, citation.date, citation.archive_date) == ("http://a.example/x", None, "2018-04-09")


def test_the_words_that_nowiki_guards_are_text() -> None:
    text = "Ulm (say: [[German language|<nowiki>[ʊlm]</nowiki>]]) is a town.<ref>K</ref>"
    assert direct(text) == [("Ulm (say: [ʊlm]) is a town.", ("1",))]


def test_the_items_of_a_list_in_a_note_are_parted_and_their_labels_are_no_dates() -> None:
    text = "It won.<ref>Prizes by year:\n*2006: {{cite web|url=http://a.example/6|title=Old}}\n*2007: {{cite web|url=http://a.example/7|title=New}}</ref>"
    (citation,) = document(text).citations
    assert (citation.text, citation.date) == ("Prizes by year: 2006: “Old”; 2007: “New”", None)


def test_a_note_of_a_template_that_only_its_wiki_shows_has_its_name_and_values() -> None:
    (citation,) = document("Newts are not rare.<ref>{{IUCN|Year=2007|ID=61469|Assessor=A. Brenner}}</ref>").citations
    assert (citation.text, citation.date) == ("IUCN: 2007, 61469, A. Brenner", None)


def test_a_year_that_ends_the_words_of_a_link_is_no_date_of_publication() -> None:
    text = "Ulm is old.<ref>[http://a.example/1 Global Power City Index 2011], page 12.</ref>"
    assert [citation.date for citation in document(text).citations] == [None]
