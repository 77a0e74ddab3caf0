"""A metric for Ragas, DeepEval and the like: how well the contexts of an answer support each of its claims.

`docs/answers.md` shows both, and the releases with which they ran.
"""

import json
import subprocess
from collections.abc import Sequence


def support(
    answer: str, contexts: Sequence[str], question: str = "", *, command: Sequence[str] = ("citewatch",)
) -> float:
    """Return the lowest score of the claims in an answer against all contexts.

    Args:
        answer: the answer, as text or Markdown.
        contexts: the passages that were retrieved for it.
        question: what was asked; it says what an answer of a few words (`1962`) is about.
        command: the command that runs citewatch.

    Returns:
        0 to 1; 1 for an empty answer, and 0 without contexts.

    Raises:
        subprocess.CalledProcessError: citewatch failed; its message is in `stderr`.
    """
    text = "\n\n".join(contexts)
    if not answer.strip() or not text.strip():
        return 0.0 if answer.strip() else 1.0
    row = json.dumps({"question": question, "answer": answer, "contexts": list(contexts)})
    claims = [json.loads(line)["text"] for line in _run([*command, "extract", "-"], row).splitlines()]
    pairs = [
        json.dumps({"id": str(number), "claim": claim, "text": text})
        for number, claim in enumerate(claims or [f"{question} {answer}".strip()])
    ]
    judged = [json.loads(line) for line in _run([*command, "check", "-"], "\n".join(pairs)).splitlines()]
    return min(line["score"] for line in judged)


def _run(command: Sequence[str], text: str) -> str:
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout  # noqa: S603
