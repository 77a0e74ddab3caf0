"""Write the table of published models in `docs/entailment-models.md` from the registry: `python -m docs.models`."""

from pathlib import Path

from crawler.entailment.published import published

PAGE = Path(__file__).with_name("entailment-models.md")
HEAD = """\
| name | from | licence | languages | weights | published, not measured by us |
| --- | --- | --- | --- | --- | --- |
"""


def table() -> str:
    """Return the rows of the table, one a model."""
    return "".join(
        f"| `{model.name}` | {model.repository} | {model.licence} | {model.languages} | {model.megabytes} MB | "
        f"{model.figure} |\n"
        for model in published().values()
    )


if __name__ == "__main__":
    before, rest = PAGE.read_text(encoding="utf-8").split(HEAD)
    after = rest.splitlines(keepends=True)
    while after[0].startswith("|"):
        del after[0]
    PAGE.write_text(before + HEAD + table() + "".join(after), encoding="utf-8")
