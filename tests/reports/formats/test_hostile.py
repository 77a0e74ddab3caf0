"""Sources that mean harm, or are merely enormous, change nothing in any format."""

from xml.etree.ElementTree import fromstring

import msgspec
import pytest

from reports.changes.diff import change_lines, diff
from reports.formats.registry import FORMATS
from tests.reports.examples import lighthouse, report, saying
from tests.reports.hostile import long_word, many_citations
from tests.work import lines_executed

HOSTILE = {
    "script": "</script><script>alert(1)</script>",
    "markup": "<b><i </table> <!-- ]]> &nope; <?php",
    "bidi": "\u202eabc\u2066\u2067\u2068def",
    "nulls": "a\0b\0",
    "ansi": "\x1b[31mred\x1b]0;title\x07",
    "formula": '=HYPERLINK("http://x.example")',
    "command": "\n::error file=a::b\n::set-output name=x::y\n##[error]x\n##vso[task.setvariable]x",
    "template": "{{ self.__init__ }}{% include 'x' %}",
    "surrogates": "\ud83d\udc00 half \ud83d",
    "noncharacters": "\ufffe\uffff\x85\u2028\u2029",
    "astral": "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 🗼",
    "nothing": "",
    "spaces": " \t\r\n\v\f\u00a0\u3000",
}
UNSAFE = ("\0", "\x1b", "\x07", "\u202e", "\u2066")


def text_of(name, made):
    return {file: "".join(pieces) for file, pieces in FORMATS[name].render(made).items()}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("name", [name for name in FORMATS if name != "json"])
def test_no_format_passes_on_what_drives_a_terminal_or_reorders_text(name, text):
    for rendered in text_of(name, report(saying(text, quote=text))).values():
        rendered.encode("utf-8")
        assert not [character for character in UNSAFE if character in rendered]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_the_xml_and_json_formats_stay_readable(text):
    made = report(saying(text, quote=text))

    fromstring(text_of("junit", made)["report.junit.xml"])
    for name, file in (("sarif", "report.sarif"), ("json", "report.json")):
        msgspec.json.decode(text_of(name, made)[file])


@pytest.mark.parametrize("name", ["markdown", "csv", "wikitext", "junit"])
def test_no_line_is_a_workflow_command(name):
    # The runner takes a line that starts with "::" after white space, and one that holds "##[" anywhere.
    for rendered in text_of(name, report(saying(HOSTILE["command"]))).values():
        assert not [line for line in rendered.splitlines() if line.lstrip().startswith("::")]


def test_no_line_that_is_told_on_a_terminal_is_a_workflow_command():
    lines = list(change_lines(diff(report(), report(saying(HOSTILE["command"])))))

    assert not [line for line in lines if line.lstrip().startswith("::") or "##[" in line or "##vso" in line]


@pytest.mark.parametrize("name", FORMATS)
def test_a_word_of_twice_the_length_makes_a_report_of_at_most_twice_the_size(name):
    once, twice = (sum(map(len, text_of(name, long_word(length)).values())) for length in (50_000, 100_000))

    assert twice < 2.1 * once


@pytest.mark.parametrize("name", FORMATS)
def test_work_grows_with_the_number_of_citations_alone(name):
    few, many = many_citations(250), many_citations(1000)
    text_of(name, few)  # compiles templates and patterns

    assert lines_executed(lambda: text_of(name, many)) < 5 * lines_executed(lambda: text_of(name, few))


@pytest.mark.parametrize("name", FORMATS)
def test_rendering_twice_gives_the_same(name):
    assert text_of(name, lighthouse()) == text_of(name, lighthouse())
