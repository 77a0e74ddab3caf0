"""Words for a source in all languages, as labels, links and the heads of tables have them: `Source: …`, `Quelle: …`."""

from functools import cache

from claims.language.loader import languages
from claims.language.tokens import one_of


@cache
def source_words() -> str:
    """Return the expression for one of these words, in lower case."""
    return one_of({word for each in languages() for word in each.references.sources})
