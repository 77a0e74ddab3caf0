"""Takes the pictures of the documentation: verifies the bundled example and opens its report in Debian's Chromium.

Run it again after a change to the report: `python docs/screenshots.py`.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

DOCS = Path(__file__).parent
CHROMIUM = "/usr/bin/chromium"
# Chromium as root in a container needs no sandbox; the rest keeps it from asking the network for anything.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PICTURES = (
    ("report.png", {"width": 1280, "height": 900}, "light"),
    ("report-dark.png", {"width": 1280, "height": 900}, "dark"),
    ("report-phone.png", {"width": 390, "height": 844}, "light"),
)


def main() -> None:
    """Write every picture beside this script."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        subprocess.run([sys.executable, "-m", "crawler", "demo", "--quiet", "--out", folder], check=True)  # noqa: S603
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for name, size, scheme in PICTURES:
            page = browser.new_page(viewport=size, color_scheme=scheme)
            page.goto((Path(folder) / "report.html").as_uri())
            page.screenshot(path=DOCS / name)
        browser.close()


if __name__ == "__main__":
    main()
