"""Write the README's samples: what `citewatch extract` prints for one document in each format.

`python -m docs.samples` renews them in the README; a test compares the two.
"""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from crawler.app.cli import main

ROOT = Path(__file__).parents[1]
BEGIN, END = "<!-- samples: written by docs/samples.py -->", "<!-- end of samples -->"
LINES = 3
FORMS = {
    "lighthouse.txt": "Plain text: numbered markers and a list of references",
    "lighthouse.md": "Markdown with footnotes",
    "links.md": "Markdown with links",
    "lighthouse.rst": "reStructuredText",
    "lighthouse.wiki": "Wikitext",
    "lighthouse-wikipedia.html": "Pages of MediaWiki, saved or from a dump",
    "lighthouse.html": "Other HTML, with footnotes or links",
    "claims.csv": "Tables of claims: CSV, TSV, JSON Lines",
}


def section() -> str:
    """Return the samples between their markers, as the README has them."""
    return "\n".join([BEGIN, "", *(_sample(name, form) for name, form in FORMS.items()), END])


def _sample(name: str, form: str) -> str:
    path = f"docs/samples/{name}"
    lines = "\n".join(
        f"    {json.dumps(line, ensure_ascii=False, separators=(',', ':'))}" for line in _extracted(ROOT / path)[:LINES]
    )
    return f"{form}:\n\n    $ citewatch extract {path} | jq -c '[.line, .text, .citations[].url]'\n{lines}\n"


def _extracted(path: Path) -> list[list[object]]:
    """Return line, text and URLs of each claim, as the README's `jq` shows them."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        main(["extract", str(path)])
    claims = [json.loads(line) for line in out.buffer.getvalue().splitlines()]  # type: ignore[attr-defined]
    return [[claim["line"], claim["text"], *(citation["url"] for citation in claim["citations"])] for claim in claims]


if __name__ == "__main__":
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    before, rest = readme.split(BEGIN)
    (ROOT / "README.md").write_text(before + section() + rest.split(END)[1], encoding="utf-8")
