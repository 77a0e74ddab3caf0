"""Writes the gold files anew: to be read in the diff before they are committed."""

from reports.formats.registry import FORMATS
from tests.reports.gold import FOLDER, rendered

for name in FORMATS:
    for file, text in rendered(name).items():
        (FOLDER / file).write_text(text, encoding="utf-8", newline="")
