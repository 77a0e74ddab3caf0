"""wikitext.templates: infoboxes and quotations: labels with values, captions, and words that a template quotes."""

import pytest

from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Link

REF = "<ref>[https://a.example/ A]</ref>"


def direct(text: str) -> list[tuple[str, str | None]]:
    found = link(read(text, "a.wiki"), "a.wiki")
    return [(claim.text, claim.section) for claim in found.claims if claim.link is Link.DIRECT]


def box(*parameters: str) -> str:
    return "{{Infobox town\n" + "".join(f"| {parameter}\n" for parameter in parameters) + "}}\n"


def test_a_value_has_the_name_of_its_parameter() -> None:
    assert direct(box(f"elevation_m = 31{REF}")) == [("elevation m: 31", "infobox")]


def test_notes_without_words_are_of_the_values_beside_them() -> None:
    parameters = "population_total = 5,000", f"population_footnotes = {REF}", "area_km2 = 3"
    assert direct(box(*parameters)) == [("population total: 5,000", "infobox")]
    assert direct(box("Einwohner = 5.000", f"EINWOHNER-QUELLE = {REF}")) == [("Einwohner: 5.000", "infobox")]


def test_notes_without_words_or_values_are_no_claim() -> None:
    assert direct(box(f"population_footnotes = {REF}", "name = Westhaven")) == []


def test_the_caption_of_an_infobox_is_a_caption() -> None:
    assert direct(box(f"caption = The harbour of Westhaven{REF}")) == [("The harbour of Westhaven", "caption")]


def test_a_list_in_a_parameter_gives_each_item_its_label() -> None:
    assert direct(box(f"keepers = {{{{plainlist|\n* Ada Brenner{REF}\n* Per Olsen\n}}}}")) == [
        ("keepers: Ada Brenner", "infobox")
    ]


def test_a_template_with_a_measure_shows_it() -> None:
    assert direct(box(f"height = {{{{height|m=31}}}}{REF}")) == [("height: 31 m", "infobox")]


def test_a_note_on_the_author_is_of_the_quotation() -> None:
    quote = "The light is the best in the north."
    assert direct(f"It was praised.\n{{{{quote|{quote}|Olsen{REF}}}}}\n") == [(quote, None)]
    assert direct(f"{{{{Zitat|Text={quote}{REF}|Autor=Olsen}}}}\n") == [(quote, None)]


def test_the_caption_of_an_image_is_its_last_part_that_is_no_option() -> None:
    assert direct(f"[[File:X.jpg|thumb|The wall of 1871 in May{REF}|alt=A wall]]It fell.\n")[0] == (
        "The wall of 1871 in May",
        "caption",
    )


def test_tags_within_words_leave_no_space_and_raised_digits_are_superscripts() -> None:
    assert direct(f"Its ''l<nowiki/>ight'' is 10<sup>6</sup> lm, of H<sub>2</sub>O.{REF}")[0][0] == (
        "Its light is 10⁶ lm, of H2O."
    )


def test_an_apostrophe_before_italics_stays() -> None:
    assert direct(f"C'est l'''Union'' qui gagne le prix.{REF}")[0][0] == "C'est l'Union qui gagne le prix."


def test_a_self_closing_tag_may_have_a_space_before_its_bracket() -> None:
    text = f'It was built.<ref name="a" / > It is high.<ref name="a">[https://a.example/ A]</ref>{REF}'
    assert [claim for claim, _ in direct(text)] == ["It was built.", "It is high."]


def test_bars_and_ampersands_in_addresses_are_kept() -> None:
    text = "It is 31 m high.<ref>{{cite web|title=H|url=https://h.example/a{{!}}b?x=1&notes=on}}</ref>"
    (citation,) = link(read(text, "a.wiki"), "a.wiki").citations
    assert citation.urls == ("https://h.example/a|b?x=1&notes=on",)


def test_notes_on_the_whole_box_are_of_no_claim() -> None:
    assert direct(f"{box(f'footnotes = {REF}', f'source 1 = Herald{REF}')}\nThe town is old and small.\n") == []


def test_an_image_of_a_namespace_of_any_language_is_one() -> None:
    assert direct(f"[[Lêer:X.jpg|duimnael|Die muur van 1871 in Mei]]Dit is 'n ou muur.{REF}\n") == [
        ("Dit is 'n ou muur.", None)
    ]


@pytest.mark.parametrize(
    ("wikitext", "words"),
    [
        ("The lamp burns {{chem|C|2|H|2}} and {{CO2}} is left.", "The lamp burns C2H2 and CO2 is left."),
        ("The hall is {{convert|5|by|7|m|ft}} wide inside.", "The hall is 5 by 7 m wide inside."),
        ("It is {{convert|22|–|25|C|F}} warm in each May.", "It is 22 – 25 C warm in each May."),
        ("The governor fled to {{HMS|Heron|1749|6}} at dawn.", "The governor fled to HMS Heron at dawn."),
        ("Die Insel ist 3 km{{sup|2}} groß und leer.", "Die Insel ist 3 km2 groß und leer."),
    ],
)
def test_templates_within_a_sentence_show_their_words(wikitext: str, words: str) -> None:
    assert direct(wikitext + REF) == [(words, None)]


@pytest.mark.parametrize(
    ("label", "value"),
    [("blank_name_sec2", "blank_info_sec2"), ("label5", "data5"), ("area_blank1_title", "area_blank1")],
)
def test_a_parameter_may_give_the_label_of_another(label: str, value: str) -> None:
    assert direct(box(f"{label}=[[HDI]] (2018)", f"{value}=0.950<ref>One.</ref>"))[0][0] == "HDI (2018): 0.950"
