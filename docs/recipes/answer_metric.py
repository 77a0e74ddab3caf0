"""A metric for Ragas, DeepEval and the like: how well the contexts of an answer support each of its claims.

In DeepEval, `BaseMetric.measure` calls `support(test_case.actual_output, test_case.retrieval_context)`; in Ragas, a
`@discrete_metric` or `@numeric_metric` calls it with `response` and `retrieved_contexts`.
"""

import json
import subprocess
from collections.abc import Sequence


def support(answer: str, contexts: Sequence[str], command: Sequence[str] = ("citewatch",)) -> float:
    """Return the lowest score, 0 to 1, of the claims in `answer` against all `contexts`; 1 if it claims nothing."""
    row = json.dumps({"answer": answer, "contexts": list(contexts)})
    claims = [json.loads(line)["text"] for line in _run([*command, "extract", "-"], row).splitlines()]
    text = "\n\n".join(contexts)
    lines = (json.dumps({"id": str(number), "claim": claim, "text": text}) for number, claim in enumerate(claims))
    judged = (
        [json.loads(line) for line in _run([*command, "check", "-"], "\n".join(lines)).splitlines()] if claims else []
    )
    return min((line["score"] or 0.0 for line in judged), default=1.0)


def _run(command: Sequence[str], text: str) -> str:
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout  # noqa: S603
