"""Forms that pandoc 3.9 reads in part, rewritten in the source so that it reads all of them."""

import re
from collections.abc import Callable

KEY_OPENING = "@@"  # before the key of an entry of LaTeX's own bibliography
_BIBITEM = re.compile(r"\\bibitem\s{0,9}(?:\[[^\[\]]{0,200}\])?\s{0,9}\{([^{}\s]{1,100})\}")
_WIDEST = re.compile(r"(\\begin\{thebibliography\})\{[^{}]{0,40}\}")
_FOOTNOTE = re.compile(r"footnote:[\w-]{0,40}\[(?:[^\[\]]|\[[^\[\]]{0,500}\]){1,4000}\]")
_LABELLED = re.compile(r"((?:link:)?https?://[^\s\[\]]{1,2000})\[([^\[\]]{0,500})\]")


def _latex(text: str) -> str:
    """Keep the keys of LaTeX's own bibliography, which pandoc drops."""
    return _BIBITEM.sub(rf"\n\n\\texttt{{{KEY_OPENING}\1}} ", _WIDEST.sub(r"\1{}", text))


def _asciidoc(text: str) -> str:
    """Write labelled links in footnotes without brackets, at which pandoc ends the footnote."""
    return _FOOTNOTE.sub(lambda note: _LABELLED.sub(r"\2 \1", note[0]), text)


_FORMS: dict[str, Callable[[str], str]] = {"latex": _latex, "asciidoc": _asciidoc}


def rewritten(text: str, pandoc_format: str) -> str:
    """Rewrite a source before pandoc reads it as `pandoc_format`."""
    form = _FORMS.get(pandoc_format)
    return form(text) if form else text
