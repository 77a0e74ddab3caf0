"""Sentence splitters side by side: errors on sentences in many languages and on judged pages, speed, hostile input.

    pip install nupunkt pysbd syntok
    python -m benchmarks.readers_sentences

The judged pages are the cases of Wikimedia's content translation in the shared data. The sentences in many languages
are those of tests/claims/language/test_segmentation.py. Our rules were made with them in view: they show where the
libraries stop, not how well our rules do on unseen text.
"""

import json
import sys
import time
from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser

from benchmarks.data import DOCUMENTS
from claims.language.segmentation import sentences
from tests.claims.language.test_segmentation import SENTENCES, UNSPACED

HOSTILE = {"!? 100 kB": "!?" * 50_000, '." 20 kB': '."' * 10_000, "A. 100 kB": "A. " * 33_333}
Splitter = Callable[[str, str], list[str]]


def ours(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, language=language)]


def splitters() -> dict[str, Splitter]:
    found: dict[str, Splitter] = {"ours": ours}
    try:
        import nupunkt

        found["nupunkt"] = lambda text, language: [part.strip() for part in nupunkt.sent_tokenize(text)]
    except ImportError:
        print("nupunkt is not installed", file=sys.stderr)
    try:
        from syntok import segmenter

        found["syntok"] = lambda text, language: [
            "".join(token.spacing + token.value for token in part).strip()
            for paragraph in segmenter.process(text)
            for part in paragraph
        ]
    except ImportError:
        print("syntok is not installed", file=sys.stderr)
    try:
        import pysbd

        def split(text: str, language: str) -> list[str]:
            known = language if language in pysbd.languages.LANGUAGE_CODES else "en"
            return [part.strip() for part in pysbd.Segmenter(language=known, clean=False).segment(text)]

        found["pysbd"] = split
    except ImportError:
        print("pysbd is not installed", file=sys.stderr)
    return found


def judged() -> list[tuple[str, str, list[str]]]:
    """Return language, text and sentences of each block of the judged pages."""
    folder = DOCUMENTS / "wikihtml/cx_segmentation"
    found = []
    cases = json.loads((folder / "segmentation__SegmentationTests.json").read_text())
    for language, group in cases.items():
        for case in group:
            path = folder / f"segmentation__{case['result']}"
            if not path.exists():
                continue
            tree = LexborHTMLParser(path.read_text())
            for node in tree.css("sup, .mw-ref, .reference, style, figure, figure-inline, video, audio"):
                node.decompose()
            for block in tree.css("p, h1, div.block, figcaption"):
                parts = [" ".join(node.text(deep=True).split()) for node in block.css(".cx-segment")]
                if any(parts):
                    found.append((language, " ".join(filter(None, parts)), list(filter(None, parts))))
    return found


def errors(split: Splitter, cases: list[tuple[str, str, list[str]]]) -> int:
    return sum(split(text, language) != expected for language, text, expected in cases)


def main() -> None:
    written = [(language, " ".join(parts), parts) for language, parts in SENTENCES]
    written += [(language, "".join(parts), parts) for language, parts in UNSPACED]
    pages = judged()
    text = (DOCUMENTS / "plaintext/chinapedia__Nostratic_languages.txt").read_text()
    print(
        f"| splitter | wrong of {len(written)} in many languages | wrong of {len(pages)} judged blocks | MB/s |", end=""
    )
    print("".join(f" {name} |" for name in HOSTILE))
    print("| --- | --- | --- | --- |" + " --- |" * len(HOSTILE))
    for name, split in splitters().items():
        started = time.process_time()
        split(text, "en")
        speed = len(text) / 1e6 / (time.process_time() - started)
        row = f"| {name} | {errors(split, written)} | {errors(split, pages)} | {speed:.2f} |"
        for hostile in HOSTILE.values():
            started = time.process_time()
            split(hostile, "en")
            row += f" {time.process_time() - started:.2f} s |"
        print(row, flush=True)


if __name__ == "__main__":
    main()
