"""The notes of a wikitext page: `<ref>` in all its forms, templates that make notes, and the works they refer to.

Notes are numbered in the order in which the page refers to them, as MediaWiki numbers them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from claims.readers.limits import limit_entries
from claims.readers.wikitext.notes.node_text import NodeText
from claims.readers.wikitext.notes.note_citations import NoteCitations, WikiNote
from claims.readers.wikitext.notes.note_templates import (
    HARVARD,
    MAKE_NOTES,
    NOTES,
    SHORT,
    anchor_of_short,
    anchors,
    page_of,
)
from claims.readers.wikitext.tree import Node, NodeKind, arguments_of, inside, name_of
from claims.records import Citation
from claims.references.citation_templates import is_citation

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_MOST_NESTED = 12  # citations of one marker, through notes within notes


class Notes:
    """The notes of a page, and the citations of each marker."""

    def __init__(self, source: str, page: Node, node_text: NodeText) -> None:
        self._text = node_text
        self._notes: dict[tuple[str, str], WikiNote] = {}  # by group and name
        self._by_number: dict[str, WikiNote] = {}
        self._works: dict[str, Node] = {}
        self._counts: dict[str, int] = {}
        self._citations = NoteCitations(source, node_text, self._works)
        waiting = [(page, "")]
        while waiting:
            node, group = waiting.pop()
            if node.kind is NodeKind.REFERENCES or any(argument.name == "refs" for argument in arguments_of(node)):
                group = node.attributes.get("group") or self._text.parameters(node).get("group", "") or group
            self._define(node, group)
            waiting += [(child, group) for child in reversed(node.children)]
        limit_entries(len(self._notes))

    def cited(self, node: Node) -> tuple[str, ...]:
        """Find the ids of the citations of a marker, those of notes in its note included; empty for other nodes."""
        keys = list(self._keys(node, ""))
        found: dict[str, None] = {}
        while keys and len(found) < _MOST_NESTED:
            key = keys.pop(0)
            number = self._numbered(self._note(key))
            note = self._by_number[number]
            if number not in found and note.node is not None:
                children = inside(note.node, note.start, note.end)
                keys += [inner for child in children for inner in self._keys(child, "")]
            found[number] = None
        return tuple(found)

    def flag(self, ids: Sequence[str], flag: str) -> None:
        """Flag citations with what the page says about them behind their marker."""
        for number in ids:
            self._by_number[number].flags.append(flag)

    def add_page(self, ids: Sequence[str], parameters: Mapping[str, str], *, names_first: bool = False) -> None:
        """Record the page that a template behind a marker names (`{{rp|12}}`).

        Args:
            ids: the citations of the marker; the page is that of the first.
            parameters: the parameters of the template.
            names_first: whether its unnamed parameters are names of notes, as those of `{{r}}`.
        """
        page = page_of(parameters) or ("" if names_first else parameters.get("1", "").strip())
        if page:
            for number in ids[:1]:
                self._by_number[number].pages[page] = None

    def makes_note(self, node: Node) -> bool:
        """Whether a template makes a note or refers to one."""
        return node.kind is NodeKind.TEMPLATE and name_of(node) in MAKE_NOTES

    def in_any(self, nodes: Sequence[Node]) -> bool:
        """Whether one of `nodes`, or a node in them, is a note or refers to one."""
        waiting = list(nodes)
        while waiting:
            node = waiting.pop()
            if node.kind is NodeKind.REF or self.makes_note(node):
                return True
            waiting += node.children
        return False

    def is_citation(self, node: Node) -> bool:
        """Whether a template cites a work."""
        return node.kind is NodeKind.TEMPLATE and is_citation(self._text.parameters(node))

    def citations(self) -> tuple[Citation, ...]:
        """Collect the citations of all notes: those with markers in order, then the others."""
        for note in self._notes.values():
            if note.node is not None:
                self._numbered(note)
        return tuple(
            replace(citation, page=", ".join(note.pages) or citation.page)
            for number, note in self._by_number.items()
            if (note.node or note.main) and (citation := self._citations.citation(number, note))
        )

    def _keys(self, node: Node, group: str) -> Iterator[tuple[str, str]]:
        """Find the notes that a node refers to, by group and name."""
        if node.kind is NodeKind.REF:
            group = node.attributes.get("group", group)
            name = node.attributes.get("name") or f"@{node.start}"
            details = node.attributes.get("details", "")
            yield group, f"{name}\0{details}" if details else name
        elif node.kind is NodeKind.TEMPLATE and node.template is not None:
            yield from self._template_keys(node, group)

    def _template_keys(self, node: Node, group: str) -> Iterator[tuple[str, str]]:
        name = name_of(node)
        if name not in MAKE_NOTES:
            return
        parameters = self._text.parameters(node)
        if name in NOTES:
            yield parameters.get("group") or NOTES[name] or group, parameters.get("name") or f"@{node.start}"
        elif name in SHORT:
            yield "", "FOOTNOTE" + "|".join(parameters.values())
        elif name in HARVARD:
            yield "", "WORK" + anchor_of_short(parameters)
        else:
            for number, value in parameters.items():
                if number.isdigit() and value:
                    yield parameters.get("group", parameters.get("g", "")), value

    def _define(self, node: Node, group: str) -> None:
        """Register the note or the work that a node defines, if it defines one."""
        if node.kind is NodeKind.REF and node.inner_end > node.inner_start:
            self._define_note(next(self._keys(node, group)), node, node.inner_start, node.inner_end)
        elif node.kind is NodeKind.TEMPLATE and node.template is not None:
            self._define_by_template(node, group)

    def _define_by_template(self, node: Node, group: str) -> None:
        name = name_of(node)
        if name in NOTES:
            texts = [argument for argument in arguments_of(node) if argument.name in ("1", "text", "content")]
            for argument in texts[:1]:
                self._define_note(next(self._keys(node, group)), node, argument.start, argument.end)
        elif name in SHORT:
            key = next(self._keys(node, group))
            self._define_note(key, node, node.end, node.end)
            self._notes[key].short = True
        elif name not in HARVARD and is_citation(parameters := self._text.parameters(node)):
            given = [self._text.parameters(child) for child in node.children if name_of(child) in ("harvid", "sfnref")]
            for anchor in anchors(parameters, given):
                self._works.setdefault(anchor, node)

    def _define_note(self, key: tuple[str, str], node: Node, start: int, end: int) -> None:
        note = self._note(key)
        if note.node is None:
            note.node, note.start, note.end = node, start, end

    def _note(self, key: tuple[str, str]) -> WikiNote:
        group, name = key
        if key not in self._notes:
            note = self._notes[key] = WikiNote(group)
            main, _, note.details = name.partition("\0")
            if note.details:
                note.main = self._note((group, main))
            elif name.startswith("WORK") and (work := self._works.get(name.removeprefix("WORK"))):
                note.node, note.start, note.end = work, work.start, work.end
        return self._notes[key]

    def _numbered(self, note: WikiNote) -> str:
        """Number a note, unless it has a number."""
        if note.number is None:
            count = self._counts[note.group] = self._counts.get(note.group, 0) + 1
            note.number = _number(note.group, count)
            self._by_number[note.number] = note
        return note.number


def _number(group: str, count: int) -> str:
    """Format the number of a note as MediaWiki does."""
    if group in ("lower-alpha", "upper-alpha") and count <= len(_LATIN):
        letter = _LATIN[count - 1]
        return letter if group == "lower-alpha" else letter.upper()
    return f"{group} {count}".strip()
