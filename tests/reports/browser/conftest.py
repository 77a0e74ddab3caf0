"""A real Chromium for the tests that need one (the system's, without anything that calls home), and reports in it."""

import os
import shutil

import pytest
from playwright.sync_api import expect, sync_playwright

from reports.formats.html import HtmlFormat
from reports.output import write
from tests.process import citewatch
from tests.reports.browser.shown_reports import REPORTS
from tests.reports.large import large

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MILLISECONDS = 120_000
"""How long a test waits for what must come; beside other tests a browser takes seconds to start."""
expect.set_options(timeout=MILLISECONDS)


@pytest.fixture(scope="module")  # Playwright keeps an event loop running, which other tests must not meet
def chromium():
    """A running browser; the test is skipped where no Chromium is installed, and fails there in CI."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no Chromium is installed")
        pytest.skip("no Chromium is installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS, timeout=MILLISECONDS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def files(tmp_path_factory):
    """Where each report lies."""
    folder = tmp_path_factory.mktemp("reports")
    for name, made in {**REPORTS, "large": large(500)}.items():
        write(HtmlFormat().render(made), folder / name)
    assert citewatch("demo", "--quiet", "--out", str(folder / "example"), home=folder).returncode in (0, 1)
    return folder


@pytest.fixture
def shown(chromium, files):
    """Opens a report; at the end, whatever it asked of a network or told the console fails the test."""
    contexts, told = [], []

    def show(name="lighthouse", *, width=1280, theme="light", anchor=""):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=theme, reduced_motion="reduce"
        )
        context.set_default_timeout(MILLISECONDS)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: None if request.url.startswith("file:") else told.append(request.url))
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.goto((files / name / "report.html").as_uri() + anchor)
        return page

    yield show
    for context in contexts:
        context.close()
    assert told == []
