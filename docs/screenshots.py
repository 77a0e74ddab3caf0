"""Take the pictures of the documentation in Debian's Chromium: of the bundled example's report, and of a large one.

Run it again after a change to the report, from the root of the checkout: `python -m docs.screenshots`. The large report
is the tests' (`tests/reports/large.py`), on 500 claims of no meaning.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from reports.formats.html import HtmlFormat
from reports.output import write
from tests.reports.large import large

DOCS = Path(__file__).parent
CHROMIUM = "/usr/bin/chromium"
# Chromium as root in a container needs no sandbox; the rest keeps it from asking the network for anything.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
VIEWS = {"": (WIDE, "light"), "-dark": (WIDE, "dark"), "-phone": (PHONE, "light"), "-phone-dark": (PHONE, "dark")}


def main() -> None:
    """Write every picture beside this script."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        example, many = Path(folder, "example"), Path(folder, "large")
        command = [sys.executable, "-m", "crawler", "demo", "--quiet", "--out", str(example)]
        subprocess.run(command, check=True)  # noqa: S603
        write(HtmlFormat().render(large(500)), many)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        picture(browser, example / "report.html", "report", at="body")
        picture(browser, many / "report.html", "large", at="#document")
        browser.close()


def picture(browser: Browser, report: Path, name: str, at: str) -> None:
    """Take `report` in all views, scrolled to the element `at`."""
    for suffix, (size, scheme) in VIEWS.items():
        page = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")
        page.goto(report.as_uri())
        page.locator(at).evaluate("(element) => element.scrollIntoView()")
        page.screenshot(path=DOCS / f"{name}{suffix}.png")
        page.close()


if __name__ == "__main__":
    main()
