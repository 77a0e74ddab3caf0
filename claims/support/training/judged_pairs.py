"""The judged pairs that the model is fitted and measured on, each row in one shape. Not needed to judge."""

import csv
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.language.tokens import words
from claims.records import BlockKind, Passage, Source
from claims.support.interface import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A statement and the source that people judged it against.

    Attributes:
        supported: whether the source fully supports it.
        label: the label as the data set has it.
        domain: the data set.
        group: rows of one group share a claim or a page, and must not be on both sides of a split.
        part: for AttributionBench, the set that it took the row from.
        gold: for WiCE, sets of passages (by number, of equal ones the first), each of which is all the evidence there
            is for what is supported.
        lacking: for WiCE's tokens, the claim's words, in normal form, that people found unsupported.
    """

    statement: Statement
    source: Source
    supported: bool
    label: str
    domain: str
    group: str
    gold: tuple[frozenset[int], ...] = ()
    part: str = ""
    lacking: frozenset[str] = frozenset()


def source_of(paragraphs: list[str]) -> Source:
    """A source whose passages are these paragraphs; WiCE marks headings as Markdown does."""
    passages, start = [], 0
    for paragraph in paragraphs:
        kind = BlockKind.HEADING if paragraph.startswith("#") else BlockKind.PARAGRAPH
        passages.append(Passage(start=start, end=start + len(paragraph), kind=kind))
        start += len(paragraph) + 2
    return Source(url="", text="\n\n".join(paragraphs), passages=tuple(passages))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _gold(row: dict[str, Any]) -> tuple[frozenset[int], ...]:
    """WiCE's sets of evidence; of passages that the page repeats, the first is meant."""
    passages = row["evidence"]
    return tuple(frozenset(passages.index(passages[number]) for number in gold) for gold in row["supporting_sentences"])


def wice(folder: Path) -> Iterator[Example]:
    """Wikipedia sentences and the pages that they cite (WiCE, Kamoi et al., EMNLP 2023)."""
    for row in _rows(folder / "wice_claim_dev.jsonl"):
        meta = row["meta"]
        yield Example(
            statement=Statement(
                text=row["claim"],
                title=meta["claim_title"],
                section=meta["claim_section"],
                context=meta["claim_context"],
            ),
            source=source_of(row["evidence"]),
            supported=row["label"] == "supported",
            label=row["label"],
            domain="wice",
            group=meta["id"],
            gold=_gold(row),
        )


def wice_tokens(folder: Path) -> Iterator[Example]:
    """Parts of WiCE's train claims, each partly supported: as they are, and with the unsupported words cut out.

    A part that keeps fewer than four words makes no second example.
    """
    for row in _rows(folder / "wice_non_supported_tokens_train.jsonl"):
        meta = row["meta"]
        marked = list(zip(row["claim_tokens"], row["non_supported_spans"], strict=True))
        kept = [token for token, lacking in marked if not lacking]
        unsupported = frozenset(word.form for token, lacking in marked if lacking for word in words(token))
        texts = [(row["claim"], False)] + ([(" ".join(kept), True)] if len(kept) > 4 else [])
        for text, supported in texts:
            yield Example(
                statement=Statement(text=text, title=meta["claim_title"], context=meta["claim_context"]),
                source=source_of(row["evidence"]),
                supported=supported,
                label=row["label"],
                domain="wice_tokens",
                group=meta["id"].rsplit("-", 1)[0],
                gold=_gold(row),
                lacking=frozenset() if supported else unsupported,
            )


def attributionbench(folder: Path) -> Iterator[Example]:
    """Sentences that systems generated and the passages that they cite (AttributionBench, ACL Findings 2024)."""
    for row in _rows(folder / "attributionbench_dev.jsonl"):
        yield Example(
            statement=Statement(text=row["claim"], context=row["response"]),
            source=source_of([line for reference in row["references"] for line in reference.split("\n") if line]),
            supported=row["attribution_label"] == "attributable",
            label=row["attribution_label"],
            domain="attributionbench",
            part=row["src_dataset"],
            group=row["question"],
        )


def wikifactcheck(folder: Path, others: int = 10) -> Iterator[Example]:
    """Wikipedia sentences, and the same rewritten so as to be wrong (WikiFactCheck-English, LREC 2020).

    The page is the claim in its own paragraph, among `others` paragraphs of other claims.
    """
    rows = list(_rows(folder / "wikifactcheck_pairs.jsonl"))
    for number, row in enumerate(rows):
        chance = random.Random(number)  # noqa: S311 - which paragraphs are around is no secret
        stop = "" if row["claim"].rstrip().endswith(".") else "."
        paragraphs = [rows[chance.randrange(len(rows))]["context"] for _ in range(others)]
        paragraphs.insert(chance.randrange(others + 1), f"{row['context']} {row['claim']}{stop}")
        source = source_of(paragraphs)
        for text, supported in ((row["claim"], True), (row["refuted"], False)):
            yield Example(
                statement=Statement(text=text),
                source=source,
                supported=supported,
                label="claim" if supported else "rewritten",
                domain="wikifactcheck",
                group=row["id"],
            )


def factcg(folder: Path) -> Iterator[Example]:
    """Passages with a claim, and the same passages with one relation of it removed (FactCG, NAACL 2025)."""
    for number, row in enumerate(_rows(folder / "factcg_cg2c_doc.jsonl")):
        yield Example(
            statement=Statement(text=row["text_b"][0]),
            source=source_of([row["text_a"]]),
            supported=row["orig_label"] == 1,
            label=str(row["orig_label"]),
            domain="factcg",
            group=str(number // 2),
        )


def climate_fever(folder: Path) -> Iterator[Example]:
    """Claims about the climate against five sentences of Wikipedia (CLIMATE-FEVER)."""
    for row in _rows(folder / "climate_fever.jsonl"):
        if row["claim_label"] != "DISPUTED":
            yield Example(
                statement=Statement(text=row["claim"]),
                source=source_of([found["evidence"] for found in row["evidences"]]),
                supported=row["claim_label"] == "SUPPORTS",
                label=row["claim_label"],
                domain="climate_fever",
                group=row["claim_id"],
            )


def fever_symmetric(folder: Path) -> Iterator[Example]:
    """Claims and sentences that differ in little, whose label flips with it (FEVER Symmetric)."""
    for row in _rows(folder / "fever_symmetric_dev.jsonl"):
        yield Example(
            statement=Statement(text=row["claim"]),
            source=source_of([row["evidence"].replace("-LRB-", "(").replace("-RRB-", ")")]),
            supported=row["label"] == "SUPPORTS",
            label=row["label"],
            domain="fever_symmetric",
            group=row["id"],
        )


def healthver(folder: Path) -> Iterator[Example]:
    """Claims about health against abstracts (HealthVer)."""
    with (folder / "healthver_dev.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield Example(
                statement=Statement(text=row["claim"]),
                source=source_of([row["evidence"]]),
                supported=row["label"] == "Supports",
                label=row["label"],
                domain="healthver",
                group=row["claim"],
            )


DOMAINS = (wice, wice_tokens, attributionbench, wikifactcheck, factcg, climate_fever, fever_symmetric, healthver)
"""Every set there is, those that the model is fitted on first."""
