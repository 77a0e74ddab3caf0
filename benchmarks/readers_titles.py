"""How similar two titles must be to name the same work, measured on the references of real wiki pages.

    python -m benchmarks.readers_titles [FOLDER of wikitext]

Each title of a page is changed as bibliographies change titles (without the last word, the subtitle, or a third of the
words) and looked up among the titles of its page: finding it is right, finding another is wrong. Then each is looked up
with itself removed, when any title found is wrong.
"""

from pathlib import Path

import claims.references.matching
from benchmarks import data
from claims.errors import CitewatchError
from claims.readers.decoding import decode
from claims.readers.wikitext.reader import WikitextReader
from claims.references.matching import Titles


def pages(folder: Path) -> list[dict[str, str]]:
    found = []
    for path in sorted(folder.glob("*.txt")):
        try:
            citations = WikitextReader().read(decode(path.read_bytes(), path.name), path.name).citations
        except CitewatchError:
            continue
        titles = {title: str(number) for number, title in enumerate(citation.title for citation in citations) if title}
        found.append({number: title for title, number in titles.items()})
    return found


def changed(title: str) -> list[str]:
    words = title.split()
    variants = [" ".join(words[:-1]), " ".join(words[: len(words) - len(words) // 3])]
    variants += [part for mark in (": ", " – ", " - ", " | ") for part in title.split(mark)[:1] if part != title]
    return [variant for variant in dict.fromkeys(variants) if len(variant.split()) > 2]


def main(folder: Path) -> None:
    sets = pages(folder)
    print(f"{len(sets)} pages, {sum(map(len, sets))} titles")
    print("| alike | changed titles found | taken for another | taken out, another found |")
    print("| --- | --- | --- | --- |")
    for threshold in (0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9):
        claims.references.matching._SIMILAR = threshold
        right = wrong = total = strays = looked = 0
        for titles in sets:
            index = Titles(titles)
            for key, title in titles.items():
                for variant in changed(title):
                    found = index.find(variant)
                    total += 1
                    right += found == key
                    wrong += found is not None and found != key
                rest = Titles({other: text for other, text in titles.items() if other != key})
                looked += 1
                strays += rest.find(title) is not None
        print(f"| {threshold} | {right / total:.1%} | {wrong / total:.2%} | {strays / looked:.2%} |")


if __name__ == "__main__":
    main(data.folder(data.DOCUMENTS / "wikitext"))
