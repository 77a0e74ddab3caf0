"""The templates of wikis that make notes or refer to them, and the names of their parameters."""

from collections.abc import Mapping

SHORT = frozenset(("sfn", "sfnp", "sfnm", "snf", "sfn2", "sfna", "shortened footnote template"))
HARVARD = frozenset(("harv", "harvnb", "harvtxt", "harvp", "harvcol", "harvcoltxt", "harvcolnb", "harvs", "harvsp"))
NOTES = {"efn": "lower-alpha", "efn-la": "lower-alpha", "efn-ua": "upper-alpha", "efn-lr": "lower-roman"} | {
    "efn-ur": "upper-roman", "efn-lg": "lower-greek", "notetag": "note", "footnote": "note", "refn": "", "#tag:ref": "",
}  # fmt: skip
DEAD_LINK = frozenset(
    ("dead link", "dl", "deadlink", "lien brisé", "toter link", "мёртвая ссылка", "недоступна ссылка")
)
MAKE_NOTES = SHORT | HARVARD | NOTES.keys() | {"r", "ref-r"}
_PAGE_NAMES = ("p", "pp", "page", "pages", "loc", "at")
NAMED_NOTES = frozenset(("r", "ref-r"))
PAGE_OF_NOTE = frozenset(("rp", "reference page", "page ref"))
FAILED_VERIFICATION = frozenset(("failed verification", "verification failed", "not in source", "failed", "fv"))


def page_of(parameters: Mapping[str, str]) -> str | None:
    """Find the page that the parameters of a template name, or None."""
    return next((parameters[name] for name in _PAGE_NAMES if parameters.get(name)), None)
