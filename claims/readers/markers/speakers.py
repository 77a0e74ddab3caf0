"""Labels of who speaks in a copy of a chat: `ChatGPT said:`, `You said:`, `**Grok:** …`, `Vous avez dit :`.

A label may also be a word of the text (`Gemini: a history`), so that most forms count only where both sides are
labelled.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from claims.language.loader import languages

# Programs by the names that they give themselves, and what follows such a name: version, size and mode.
_PROGRAM = (
    r"(?:Chat\s?GPT|GPT-?\d[\w.-]{0,8}|o[134](?:-\w{2,8})?|(?:Google\s)?(?:Gemini|Bard)|Google AI|AI Mode|AI Overview|"
    r"Claude(?:\.ai)?|(?:(?:Microsoft|Bing|GitHub)\s)?Copilot|Bing(?:\sChat|\sAI)?|Perplexity|Grok|Notebook\s?LM|"
    r"DeepSeek|Le Chat|Mistral|Meta AI|Llama|Qwen|Kimi|Doubao|Ernie Bot|YandexGPT|GigaChat|文心一言|豆包|通义千问|元宝)"
    r"(?:[\s-]?(?:\d[\w.]{0,5}|Sonnet|Opus|Haiku|Fable|Pro|Flash|Ultra|Plus|Auto|Mini|Turbo|Large|R1|V3|AI|Thinking|"
    r"Deep\s?Research|DeepSearch|DeepThink)){0,4}"
)
# When it was said: `(12:04)`, `[3/4/2025, 10:12]`, `— 2025-03-04`.
_TIME = r"(?:[*_\s]{0,4}(?:[(\[][^()\[\]\n]{0,20}\d[^()\[\]\n]{0,20}[)\]]|[—–·|-]\s?\d[\d\s:./,-]{2,24}(?:[AP]M)?))?"
_OPENING = r"[^\w\n]{0,12}"
_LONGEST = 80  # characters of a label
_ASKING, _ANSWERING = "asking", "answering"


def speaker_labels(lines: Iterable[str]) -> dict[int, int]:
    """Find the labels among the lines of a document: by index of a line, the characters at its beginning.

    Args:
        lines: the lines, or their words; `*` and `_` around a label belong to it.
    """
    found: dict[int, tuple[int, str, bool]] = {}
    for index, line in enumerate(lines):
        if len(line) <= _LONGEST or ":" in line[:_LONGEST] or "：" in line[:_LONGEST]:
            label = _label(line)
            if label is not None:
                found[index] = label
    roles = {role for _, role, _ in found.values()}
    both = roles == {_ASKING, _ANSWERING}
    return {index: length for index, (length, _, certain) in found.items() if certain or both}


def _label(line: str) -> tuple[int, str, bool] | None:
    """Read the label at the beginning of a line: its length, whose it is, and whether it can be nothing else."""
    alone, leading = _patterns()
    match = alone.match(line) or leading.match(line)
    if match is None:
        return None
    role = _ASKING if match["asking"] else _ANSWERING
    certain = match.re is alone and bool(match["program"] and match["saying"])
    return match.end(), role, certain


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Write the patterns of a label that is all of its line, and of one before words."""
    known = [each.chats for each in languages()]
    asking = _any(phrase for each in known for phrase in each.asking)
    answering = _any(phrase for each in known for phrase in each.answering)
    saying = _any(phrase for each in known for phrase in each.saying)
    program = rf"(?:(?:the|o|el|le|il)\s)?(?P<program>{_PROGRAM})(?:\s?(?P<saying>{saying}))?"
    who = rf"{_OPENING}(?:{program}|(?P<asking>{asking})|(?:{answering}))(?!\w){_TIME}"
    alone = re.compile(rf"{who}\s{{0,3}}[:：]?[^\w\n]{{0,8}}$", re.IGNORECASE)
    leading = re.compile(rf"{who}[*_\s]{{0,6}}[:：][*_]{{0,3}}\s{{0,20}}", re.IGNORECASE)
    return alone, leading


def _any(phrases: Iterable[str]) -> str:
    longest_first: Sequence[str] = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in longest_first)
