"""Sources that cannot be compared with a claim: those that say nothing, or say it in another script or language."""

import re
from functools import cache

from claims.language.detection import has_function_words, language_by_words, lead_of_others, script
from claims.language.loader import code, common
from claims.records import BlockKind
from claims.support.index.page import LONG, Page
from claims.support.index.sentences import ENDS
from claims.support.interface import Statement

SENTENCE, UNENDED = 5, 12
"""Words that a sentence has at least, with a full stop and without one: menus, captions and bylines have fewer."""

ENOUGH = 25
"""Words of sentences that say something from which a page is more than its menus and notices, or a fifth of its words.
Of WiCE's 349 pages one has less, a menu; of the 91 pages of the article extraction benchmark, none."""


def says_something(page: Page) -> bool:
    """Whether a page has sentences, or tables, besides menus and notices on cookies, rights and logging in."""
    if any(passage.kind in (BlockKind.TABLE, BlockKind.INFOBOX) for passage in page.source.passages):
        return True
    said, text = 0, page.source.text
    for number, (start, end) in enumerate(page.sentences):
        count = page.word_count(number)
        sentence = count >= (SENTENCE if text[end - 1] in ENDS else UNENDED)
        if sentence and not _notice().search(text, start, end):
            said += count
            if said >= ENOUGH:
                return True
    if said:
        return 5 * said >= len(page.forms)
    return len(page.sentences) < LONG and not _notice().search(text)


@cache
def _notice() -> re.Pattern[str]:
    """Return the expression for what notices and menus mention."""
    return re.compile("|".join(common().boilerplate), re.IGNORECASE)


def crossing(statement: Statement, page: Page) -> int:
    """By how many function words a claim reads rather in another language than its page, 0 if it does not.

    Missing words then say nothing. In another script all of its words do.
    """
    claim, theirs = statement.text, page.source.text
    scripts = script(claim), script(theirs)
    if None not in scripts and scripts[0] != scripts[1]:
        return len(claim.split())
    told = statement.context if claim in statement.context else claim
    declared = code(page.source.language) if page.source.language else None
    spoken = declared if declared and not has_function_words(declared) else language_by_words(theirs) or declared
    return lead_of_others(told, spoken) if spoken else 0
