"""The link at a quote, followed in Chromium to a copy that a real pywb replays: the browser jumps to the words."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from reports.formats.html import HtmlFormat
from reports.output import write
from tests.crawler.archive_files import Archived, write_warc
from tests.crawler.pywb import pywb
from tests.reports.examples import report
from tests.reports.lighthouse import LIGHTHOUSE
from tests.reports.lighthouse_text import COURIER

URL = "https://lights.example/list"
FILLER = "<p>The list of lights goes on and on, tower by tower, reef by reef.</p>" * 200
SHORT = "Skarvholm – lit 1871; stone tower, 27 m & “white”."
LONG = " ".join(f"Keeper number {number} served well, as did those before." for number in range(1, 13))
PAGE = (
    f"<html><meta charset=utf-8><title>Lights</title><body>{FILLER}<p id=short>{SHORT}</p>{FILLER}<p id=long>{LONG}</p>"
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pywb")
    page = Archived(url=URL, time="2015-05-02T00:00:00Z", body=PAGE.encode())
    with pywb(folder, write_warc(folder / "lights.warc.gz", [page])) as base:
        yield base


@pytest.mark.parametrize(
    ("place", "quote"), [("short", SHORT), ("short", "lit 1871; stone tower, 27 m"), ("long", LONG)]
)
def test_the_browser_jumps_to_the_quote(chromium, archive, tmp_path, place, quote):
    claim = LIGHTHOUSE.claims[1]
    memento = f"{archive}/20150502000000/{URL}"
    evidence = replace(claim.checks[0].evidence[0], quote=quote)
    check = replace(claim.checks[0], capture=replace(COURIER, memento=memento), evidence=(evidence,))
    made = report(replace(LIGHTHOUSE, claims=(replace(claim, checks=(check,)),)))
    (file,) = write(HtmlFormat().render(made), tmp_path)
    page = chromium.new_page(viewport={"width": 800, "height": 600})
    page.goto(file.as_uri())
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Open the archived copy at this quote").click()
    copy = opened.value
    expect(copy.locator(f"#{place}")).to_be_in_viewport()
    copy.close()
    page.close()


def test_the_copy_in_its_frame_is_linked_as_well(archive):
    memento = f"{archive}/20150502000000/{URL}"
    claim = LIGHTHOUSE.claims[1]
    check = replace(claim.checks[0], capture=replace(COURIER, memento=memento))
    made = report(replace(LIGHTHOUSE, claims=(replace(claim, checks=(check,)),)))

    assert f'href="{memento}"' in "".join(HtmlFormat().render(made)["report.html"])
