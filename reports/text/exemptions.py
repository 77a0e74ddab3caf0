"""The comment that exempts a finding, in the syntax of the document's format."""

_MARKUP = "<!-- citewatch: ignore {reason} -->"
_COMMENTS = {
    "markdown": _MARKUP,
    "html": _MARKUP,
    "mediawiki-html": _MARKUP,
    "wikitext": _MARKUP,
    "rst": ".. citewatch: ignore {reason}",
}
"""By the names of the readers in `claims.readers`."""


def ignore_comment(name: str) -> str:
    """Return the comment, with `{reason}` for the reason; empty if the format `name` has none, as plain text."""
    return _COMMENTS.get(name, "")
