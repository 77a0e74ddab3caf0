"""Labels of who speaks in a copy of a chat: `ChatGPT said:`, `You said:`, `**Grok:** …`, `Vous avez dit :`.

A label may also be a word of the text (`Gemini: a history`), so that most forms count only where both sides are
labelled.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from claims.language.loader import languages

# Programs by the names that they give themselves, and what follows such a name: version, size and mode.
_PROGRAM = re.compile(
    r"(?:(?:the|o|el|le|il)\s)?(?:Chat\s?GPT|GPT-?\d[\w.-]{0,8}|o[134](?:-\w{2,8})?|(?:Google\s)?(?:Gemini|Bard)|"
    r"Google AI|AI Mode|AI Overview|Claude(?:\.ai)?|(?:(?:Microsoft|Bing|GitHub)\s)?Copilot|Bing(?:\sChat|\sAI)?|"
    r"Perplexity|Grok|Notebook\s?LM|DeepSeek|Le Chat|Mistral|Meta AI|Llama|Qwen|Kimi|Doubao|Ernie Bot|YandexGPT|"
    r"GigaChat|文心一言|豆包|通义千问|元宝)"
    r"(?:[\s-]?(?:\d[\w.]{0,5}|Sonnet|Opus|Haiku|Fable|Pro|Flash|Ultra|Plus|Auto|Mini|Turbo|Large|R1|V3|AI|Thinking|"
    r"Deep\s?Research|DeepSearch|DeepThink)){0,4}",
    re.IGNORECASE,
)
# When it was said: `(12:04)`, `[3/4/2025, 10:12]`, `— 2025-03-04`.
_TIME = (
    r"(?P<time>[*_\s]{0,4}(?:[(\[][^()\[\]\n]{0,20}\d[^()\[\]\n]{0,20}[)\]]|[—–·|-]\s?\d[\d\s:./,-]{2,24}(?:[AP]M)?))?"
)
_LABEL = re.compile(
    rf"[^\w\n]{{0,12}}(?P<who>[^\W\d_][^:：\n(\[—|]{{0,40}}?){_TIME}[*_\s]{{0,6}}"
    r"(?:[:：][*_]{0,3}\s{0,20}|[^\w\n]{0,8}$)",
    re.IGNORECASE,
)
_LONGEST = 60  # characters of a label
_NAME = 5  # characters by which programs are compared, whatever their version
_ASKING, _ANSWERING = "asking", "answering"


class _Label(NamedTuple):
    """A label: its characters, whose it is, its program, whether it has a time, whether it can be nothing else."""

    length: int
    role: str
    program: str = ""
    timed: bool = False
    certain: bool = False


def speaker_labels(lines: Iterable[str]) -> dict[int, int]:
    """Find the labels among the lines of a document: by index of a line, the characters at its beginning.

    Args:
        lines: the lines, or their words; `*` and `_` around a label belong to it.
    """
    found: dict[int, _Label] = {}
    for index, line in enumerate(lines):
        if len(line) <= _LONGEST or ":" in line[:_LONGEST] or "：" in line[:_LONGEST]:
            label = _label(line)
            if label is not None:
                found[index] = label
    chat = _is_chat(list(found.values()))
    return {index: label.length for index, label in found.items() if label.certain or chat}


def _is_chat(labels: Sequence[_Label]) -> bool:
    """Whether labels are those of a chat: both sides have them, the person first or with times, and one program does.

    An article that compares programs has `ChatGPT:` and `Gemini:` above its lists.
    """
    programs = {label.program for label in labels if label.program}
    both = {label.role for label in labels} == {_ASKING, _ANSWERING}
    return both and len(programs) <= 1 and (labels[0].role == _ASKING or labels[0].timed)


def _label(line: str) -> _Label | None:
    """Read the label at the beginning of a line."""
    match = _LABEL.match(line)
    if match is None:
        return None
    roles, saying = _phrases()
    who = " ".join(match["who"].split()).casefold()
    timed = bool(match["time"])
    if role := roles.get(who):
        return _Label(match.end(), role, timed=timed)
    program = _PROGRAM.search(who)
    if program is None:
        return None
    said = f"{who[: program.start()]}{who[program.end() :]}".strip()  # Arabic has the verb first
    if said and said not in saying:
        return None
    name = "gpt" if "gpt" in program[0] else program[0][:_NAME]
    return _Label(match.end(), _ANSWERING, name, timed=timed, certain=bool(said) and match.end() == len(line))


@cache
def _phrases() -> tuple[dict[str, str], frozenset[str]]:
    """Collect the labels of all languages by role, and what follows the name of a program."""
    known = [each.chats for each in languages()]
    roles = {phrase: _ANSWERING for each in known for phrase in each.answering}
    roles |= {phrase: _ASKING for each in known for phrase in each.asking}
    return roles, frozenset(phrase for each in known for phrase in each.saying)
