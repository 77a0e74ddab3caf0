"""The judged sets, each row as one record: the files of `shared/data/support` and of its folder `judged`."""

import csv
import gzip
import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from claims.records import BlockKind, Passage, Source
from claims.support.interface import Statement

FOLDER = Path(__file__).parents[3] / "shared/data/support"
FAMILIES = Path(__file__).with_name("families.tsv")

OTHERS = 10
"""Paragraphs of other articles around a claim of WikiFactCheck, whose rows have no source of their own."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A claim and the text that people judged it against.

    Attributes:
        group: rows of one group share a claim or a page; a group is never on both sides of a split.
        text: the source, one paragraph a line; a line that begins with `#` is a heading.
        label: whether the text fully supports the claim.
        kind: the finer label: `entailment`, `neutral`, `contradiction`, `not_entailment` or `partial`.
        use: `fit` where the licence lets a shipped model be fitted on the row, else `choose`.
        title: title of the document that makes the claim, `section` its heading, `context` the text around the claim.
    """

    set: str
    id: str
    group: str
    claim: str
    text: str
    label: bool
    kind: str
    lang: str
    use: str
    title: str = ""
    section: str = ""
    context: str = ""

    @property
    def statement(self) -> Statement:
        """The claim as the judge takes it."""
        return Statement(text=self.claim, context=self.context, title=self.title, section=self.section)

    @property
    def source(self) -> Source:
        """The text as the judge takes it."""
        passages = tuple(
            Passage(
                start=line.start(),
                end=line.end(),
                kind=BlockKind.HEADING if line.group().startswith("#") else BlockKind.PARAGRAPH,
            )
            for line in re.finditer(r"\S[^\n]*", self.text)
        )
        return Source(url="", text=self.text, passages=passages)


@cache
def families() -> dict[str, str]:
    """The family of each set: `citation`, `near miss`, `summary`, `passage` or `sentence` (far from the task)."""
    with FAMILIES.open(encoding="utf-8", newline="") as lines:
        return {row["set"]: row["family"] for row in csv.DictReader(lines, delimiter="\t")}


def records(name: str, folder: Path = FOLDER) -> Iterator[Record]:
    """The records of one set, those left out that share a claim or a passage with a file of `folder` itself."""
    if name in _FILES:
        yield from _FILES[name](folder)
        return
    use = _uses(folder)[name]
    with gzip.open(folder / "judged" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if not row.get("in_hand"):
                fields = {key: row[key] for key in ("set", "id", "group", "claim", "text", "kind", "lang")}
                yield Record(**fields, label=row["label"] == 1, use=use)


@cache
def _uses(folder: Path) -> dict[str, str]:
    with (folder / "judged" / "MANIFEST.tsv").open(encoding="utf-8", newline="") as lines:
        return {row["set"]: row["use"] for row in csv.DictReader(lines, delimiter="\t")}


def _lines(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _record(name: str, number: object, group: object, claim: str, text: str, kind: str, **more: str) -> Record:
    """A record of a file of the folder itself; all of these are English and may be fitted on."""
    return Record(
        set=name,
        id=f"{name}-{number}",
        group=f"{name.removesuffix('_tokens')}:{group}",
        claim=claim,
        text=text,
        label=kind == "entailment",
        kind=kind,
        lang="en",
        use="fit",
        **more,
    )


def _wice(folder: Path) -> Iterator[Record]:
    kinds = {"supported": "entailment", "partially_supported": "partial", "not_supported": "not_entailment"}
    for row in _lines(folder / "wice_claim_dev.jsonl"):
        meta, text = row["meta"], "\n".join(row["evidence"])
        around = {"title": meta["claim_title"], "section": meta["claim_section"], "context": meta["claim_context"]}
        yield _record("wice", meta["id"], meta["id"], row["claim"], text, kinds[row["label"]], **around)


def _wice_tokens(folder: Path) -> Iterator[Record]:
    """A part as it is, and with the words cut out that its page does not support; fewer than five make no claim."""
    for row in (row for part in ("train", "dev") for row in _lines(folder / f"wice_non_supported_tokens_{part}.jsonl")):
        meta, text = row["meta"], "\n".join(row["evidence"])
        group, around = meta["id"].rsplit("-", 1)[0], {"title": meta["claim_title"], "context": meta["claim_context"]}
        yield _record("wice_tokens", meta["id"], group, row["claim"], text, "partial", **around)
        marked = zip(row["claim_tokens"], row["non_supported_spans"], strict=True)
        kept = [token for token, lacking in marked if not lacking]
        if len(kept) > 4:
            yield _record("wice_tokens", f"{meta['id']}-cut", group, " ".join(kept), text, "entailment", **around)


def _attributionbench(folder: Path) -> Iterator[Record]:
    for row in _lines(folder / "attributionbench_dev.jsonl"):
        kind = "entailment" if row["attribution_label"] == "attributable" else "not_entailment"
        text = "\n".join(row["references"])
        yield _record("attributionbench", row["id"], row["question"], row["claim"], text, kind, context=row["response"])


def _wikifactcheck(folder: Path) -> Iterator[Record]:
    """The page is the claim in its own paragraph among paragraphs of other claims."""
    rows = list(_lines(folder / "wikifactcheck_pairs.jsonl"))
    for number, row in enumerate(rows):
        chance = random.Random(number)
        stop = "" if row["claim"].rstrip().endswith(".") else "."
        page = [rows[chance.randrange(len(rows))]["context"] for _ in range(OTHERS)]
        page.insert(chance.randrange(OTHERS + 1), f"{row['context']} {row['claim']}{stop}")
        text = "\n".join(page)
        yield _record("wikifactcheck", row["id"], row["id"], row["claim"], text, "entailment")
        yield _record("wikifactcheck", f"{row['id']}-rewritten", row["id"], row["refuted"], text, "contradiction")


def _factcg(folder: Path) -> Iterator[Record]:
    for number, row in enumerate(_lines(folder / "factcg_cg2c_doc.jsonl")):
        kind = "entailment" if row["orig_label"] == 1 else "not_entailment"
        yield _record("factcg", number, number // 2, row["text_b"][0], row["text_a"], kind)


def _climate_fever(folder: Path) -> Iterator[Record]:
    kinds = {"SUPPORTS": "entailment", "REFUTES": "contradiction", "NOT_ENOUGH_INFO": "neutral"}
    for row in _lines(folder / "climate_fever.jsonl"):
        if row["claim_label"] in kinds:
            text = "\n".join(found["evidence"] for found in row["evidences"])
            yield _record(
                "climate_fever", row["claim_id"], row["claim_id"], row["claim"], text, kinds[row["claim_label"]]
            )


def _fever_symmetric(folder: Path) -> Iterator[Record]:
    """The four of a group share their id, but for the ending of those that were generated."""
    for row in _lines(folder / "fever_symmetric_dev.jsonl"):
        text = row["evidence"].replace("-LRB-", "(").replace("-RRB-", ")")
        kind = "entailment" if row["label"] == "SUPPORTS" else "contradiction"
        group = re.sub(r"000000\d$", "", row["id"])
        yield _record("fever_symmetric", row["id"], group, row["claim"], text, kind)


def _healthver(folder: Path) -> Iterator[Record]:
    kinds = {"Supports": "entailment", "Refutes": "contradiction", "Neutral": "neutral"}
    with (folder / "healthver_dev.csv").open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines)):
            yield _record(
                "healthver", number, row["topic_ip"], row["claim"], row["evidence"], kinds[row["label"].strip()]
            )


_FILES: dict[str, Callable[[Path], Iterator[Record]]] = {
    "wice": _wice,
    "wice_tokens": _wice_tokens,
    "attributionbench": _attributionbench,
    "wikifactcheck": _wikifactcheck,
    "factcg": _factcg,
    "climate_fever": _climate_fever,
    "fever_symmetric": _fever_symmetric,
    "healthver": _healthver,
}
