"""`report.html`: complete in itself, everything escaped, every claim there."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from claims.records import BlockKind
from reports.formats.html import HtmlFormat
from tests.reports.examples import lighthouse, report, saying
from tests.reports.large import large
from tests.reports.lighthouse import CLAIMS, LIGHTHOUSE
from tests.reports.lighthouse_text import LIT, TEXT

OUTSIDE_ATTRIBUTES = ("src", "srcset", "data", "poster", "action", "formaction", "background", "ping")


class Seen(HTMLParser):
    """Collects the tags with their attributes, and the text outside style and script."""

    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.text = []
        self.raw = False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.raw = tag in ("style", "script")

    def handle_endtag(self, tag):
        self.raw = False

    def handle_data(self, data):
        if not self.raw:
            self.text.append(data)

    def words(self):
        return " ".join("".join(self.text).split())

    def values(self, name):
        return [attributes[name] for _, attributes in self.tags if attributes.get(name)]


def rendered(made=None, name="report.html"):
    return "".join(HtmlFormat().render(made or lighthouse())[name])


def test_one_document_gives_one_file():
    assert list(HtmlFormat().render(lighthouse())) == ["report.html"]


def test_several_documents_give_an_index_that_leads_to_a_file_each():
    files = HtmlFormat().render(report(LIGHTHOUSE, replace(LIGHTHOUSE, title="Another")))

    assert list(files) == ["report.html", "report-1.html", "report-2.html"]
    index = Seen("".join(files["report.html"]))
    assert {"report-1.html", "report-2.html"} <= set(index.values("href"))
    assert "Another" in index.words()
    assert "report.html" in Seen("".join(files["report-2.html"])).values("href")


def test_no_document_gives_an_index_that_says_so():
    assert "0 documents" in Seen(rendered(report())).words()


def test_it_opens_with_the_outcome_in_one_sentence():
    words = Seen(rendered()).words()

    assert "1 of 9 cited claims is not supported by the cited sources." in words
    assert words.index("1 of 9 cited claims") < words.index("Worst first") < words.index("The document as")


def test_findings_come_worst_first_before_the_document():
    anchors = re.findall(r'id="finding-(\w+)"', rendered())
    texts = {claim.id: claim.text for claim in CLAIMS}

    assert texts[anchors[0]] == LIT
    assert len(anchors) == 2


def test_a_finding_says_everything_that_settles_it():
    words = Seen(rendered()).words()

    assert "“Skarvholm fyr 150 år”. Sundvik Courier." in words
    assert "Copy from 5 March 2022 in the Wayback Machine, 4 days after the author read the page." in words
    assert "Why this copy: nearest to the day the author read the page (2022-03-01)." in words
    assert "The tower took three summers to build. On 14 October 1871 the lamp was lit" in words
    assert "31differs: 27 metres" in words
    assert "Not found: 14 October, 31" in words
    assert "3 June 2009, the Wayback Machine: not-found page (titled “Page not found”)" in words


def test_the_archived_page_is_linked_at_the_quoted_words():
    start = "https://web.archive.org/web/20220305081530/https://courier.example/skarvholm-150#:~:text=On%2014%20October"

    assert any(href.startswith(start) for href in Seen(rendered()).values("href"))


def test_the_whole_text_of_the_document_is_there_in_reading_order():
    reading = rendered().split('class="reading"')[1].split('id="sources"')[0]
    reading = re.sub(r"<sup>.*?</sup>|<div class=\"notes\".*?</div>\n", "", reading, flags=re.DOTALL)

    assert " ".join(TEXT.split()) in " ".join(Seen(f"<div {reading}").words().split())


@pytest.mark.parametrize("blocks", [(), LIGHTHOUSE.blocks[:2], LIGHTHOUSE.blocks[3:], LIGHTHOUSE.blocks * 2])
def test_text_that_no_block_covers_is_shown_all_the_same(blocks):
    words = Seen(rendered(report(replace(LIGHTHOUSE, blocks=blocks)))).words()

    for paragraph in ("Skarvholm Lighthouse is a stone tower", "Four keepers served", "Visitors are rowed out"):
        assert words.count(paragraph) == 1


def test_claims_that_overlap_repeat_no_text():
    wider = replace(CLAIMS[1], id="wider", start=CLAIMS[1].start - 10)
    document = replace(LIGHTHOUSE, claims=(wider, *CLAIMS))
    words = Seen(rendered(report(document)).split('class="reading"')[1].split('id="sources"')[0]).words()

    assert words.count("14 October 1871 and is") == 1
    assert 'id="claim-wider"' in rendered(report(document))


def test_anchors_are_unique_though_a_claim_occurs_twice():
    document = replace(LIGHTHOUSE, claims=CLAIMS + CLAIMS)
    ids = Seen(rendered(report(document))).values("id")

    assert len(ids) == len(set(ids))


def test_every_link_within_the_page_leads_somewhere():
    seen = Seen(rendered())
    inner = {href[1:] for href in seen.values("href") if href.startswith("#")}

    assert inner <= set(seen.values("id"))


def test_nothing_is_taken_from_elsewhere():
    seen = Seen(rendered())

    assert not [value for name in OUTSIDE_ATTRIBUTES for value in seen.values(name)]
    assert {tag for tag, _ in seen.tags}.isdisjoint({"link", "iframe", "object", "embed", "img", "base", "form"})
    assert "@import" not in rendered()
    assert "url(" not in rendered()


def test_the_policy_allows_our_own_style_and_script_only():
    policy = next(value for value in Seen(rendered()).values("content") if "default-src" in value)

    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style></title></textarea><b>",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    'http://x.example/"onclick=alert(1)',
    "]]>-->",
    "&lt;script&gt;",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_outside_adds_no_markup(text):
    tame, hostile = Seen(rendered(report(saying("https://tame.example/")))), Seen(rendered(report(saying(text))))

    assert {tag for tag, _ in hostile.tags} <= {tag for tag, _ in tame.tags}
    assert {name for _, attributes in hostile.tags for name in attributes} <= {
        name for _, attributes in Seen(rendered()).tags for name in attributes
    }
    assert text in "".join(hostile.text)


@pytest.mark.parametrize("text", [*HOSTILE, "JaVaScRiPt:alert(1)", " javascript:x", "java\nscript:x", "//x.example"])
def test_only_web_addresses_become_links(text):
    hrefs = Seen(rendered(report(saying(text)))).values("href")

    assert all(href.startswith(("#", "http://", "https://")) for href in hrefs)


@pytest.mark.parametrize("character", ["\0", "\x1b", "\x85", "\u202e", "\u2066", "\ud800"])
def test_characters_that_drive_terminals_or_reorder_text_are_not_shown(character):
    text = rendered(report(saying(f"a{character}b", quote=f"c{character}d")))

    assert character not in text
    text.encode("utf-8")


def test_a_word_of_100_kilobytes_is_cut_outside_the_document_itself():
    assert len(rendered(report(saying("x" * 100_000)))) < 2_500_000


def test_500_claims_take_much_less_than_a_megabyte():
    assert len(rendered(large(500)).encode("utf-8")) < 800_000


def test_headings_of_the_document_stand_below_those_of_the_page():
    tags = [tag for tag, _ in Seen(rendered()).tags if re.fullmatch(r"h\d", tag)]

    assert tags[0] == "h1"
    assert all(int(after[1]) - int(before[1]) <= 1 for before, after in pairwise(tags))


def test_every_kind_of_block_is_rendered():
    blocks = tuple(replace(block, kind=kind) for block, kind in zip(LIGHTHOUSE.blocks * 2, BlockKind, strict=False))

    assert "Visitors are rowed out" in rendered(report(replace(LIGHTHOUSE, blocks=blocks)))


def test_commands_in_notes_are_shown_as_code_and_a_lone_backtick_as_it_is():
    made = replace(lighthouse(), notes=("`citewatch model install x` adds one.", "<b> and ` stay."))
    page = "".join(HtmlFormat().render(made)["report.html"])

    assert "<li><code>citewatch model install x</code> adds one.</li>" in page
    assert "<li>&lt;b&gt; and ` stay.</li>" in page
