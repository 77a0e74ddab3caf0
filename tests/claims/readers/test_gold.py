"""Expected results that other projects publish for sentences and references of MediaWiki pages."""

import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from claims.language.segmentation import sentences
from claims.linking.linker import link
from claims.readers.mediawiki_html.reader import MediaWikiReader
from claims.records import Link
from tests.shared import shared

PAGES = shared("data/documents/wikihtml")
SEGMENTS = PAGES / "cx_segmentation"
# Differences by design: the title of a page is always read first, and captions are read.
BY_DESIGN = {"test-4.html", "test-7.html"}
UNSEEN = ".reference, .mw-ref, sup, style, figure, figure-inline, video, audio"


def segmentation_cases() -> list[tuple[str, Path, Path]]:
    cases = json.loads((SEGMENTS / "segmentation__SegmentationTests.json").read_text())
    pairs = [
        (language, SEGMENTS / f"segmentation__{case['source']}", SEGMENTS / f"segmentation__{case['result']}")
        for language, group in cases.items()
        for case in group
        if case["source"] not in BY_DESIGN
    ]
    return [case for case in pairs if case[1].exists() and case[2].exists()]


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("language", "source", "expected"), segmentation_cases(), ids=lambda value: getattr(value, "name", value)
)
def test_content_translation_s_sentences_are_ours(language: str, source: Path, expected: Path) -> None:
    tree = LexborHTMLParser(expected.read_text())
    for node in tree.css(UNSEEN):
        node.decompose()
    wanted = [text for node in tree.css(".cx-segment") if (text := bare(node.text(deep=True)))]
    reading = MediaWikiReader().read(source.read_text(), source.name)
    places = {marker.position for marker in reading.markers}
    found = [
        bare(reading.text[start:end])
        for block in reading.blocks
        for start, end in sentences(reading.text, block.start, block.end, language=language, markers=places)
    ]
    assert found == wanted


def test_wiki_education_s_sentences_and_references_are_ours() -> None:
    for case in json.loads((PAGES / "gt/wikiedu_segments.json").read_text()):
        reading = MediaWikiReader().read(case["html"], "case.html")
        claims = link(reading, "case.html").claims
        found = [(claim.sentence, len(claim.citations)) for claim in claims if claim.link is Link.DIRECT]
        # A sentence without a reference is a claim of ours only from four words on.
        wanted = [
            (expected["sentence"], len(expected["ref_ids"])) for expected in case["expected"] if expected["ref_ids"]
        ]
        assert found == wanted


def test_the_cite_extension_s_renderings_are_read() -> None:
    for case in json.loads((PAGES / "gt/responsiveReferencesTests.json").read_text()):
        for key in ("html/php", "html/parsoid"):
            if key in case:
                document = link(MediaWikiReader().read(case[key].replace("&#95;", "_"), "case.html"), "case.html")
                assert len(document.citations) == case["wikitext"].count("<ref>"), (case["name"], key)
                assert not any(citation.broken for citation in document.citations)
