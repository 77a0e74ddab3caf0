"""Write `docs/findings.md`, a section for each kind of finding: `python -m docs.findings > docs/findings.md`."""

from claims.records import Verdict
from reports.formats.sarif import help_page
from reports.severity import BEST_TO_WORST
from reports.text.remedies import REMEDIES

HEAD = """# Findings

What each kind of finding means, and what to do about it; SARIF's rules carry the same pages. The names are those that
`--fail-on` takes.
"""


def page() -> str:
    """Return the page in Markdown: verdicts, the worst first, then statuses of sources."""
    verdicts = [verdict.value for verdict in reversed(BEST_TO_WORST) if verdict.value in REMEDIES]
    statuses = [name for name in REMEDIES if name not in list(Verdict)]
    return HEAD + "".join(f"\n## `{name}`\n\n{help_page(name)}" for name in (*verdicts, *statuses))


if __name__ == "__main__":
    print(page(), end="")
