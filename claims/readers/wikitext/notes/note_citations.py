"""Notes of a wikitext page to citations, with the works that short footnotes refer to."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from claims.readers.wikitext.notes.node_text import NodeText
from claims.readers.wikitext.notes.note_templates import ARCHIVED, DEAD_LINK, HARVARD, anchor_of_short, page_of
from claims.readers.wikitext.plain_text import labels_of_links, plain_links
from claims.readers.wikitext.tree import Node, NodeKind, inside, name_of
from claims.records import Citation
from claims.references.citation import merge_citations
from claims.references.citation_templates import citation_from_template, is_citation
from claims.references.entry import read_reference
from claims.references.entry_dates import ends_with_year


@dataclass(slots=True)
class WikiNote:
    """A note.

    Attributes:
        group: its group; empty for the main one.
        node: the node that defines it, once it is found.
        start: offset of its text in the source.
        end: offset behind its text.
        short: whether it is a short footnote (`{{sfn}}`).
        main: the note whose work it cites, for a sub-reference.
        details: the place in that work.
        number: its number, once the page refers to it.
        flags: what the page says about it behind its markers.
        pages: the pages that its markers name.
    """

    group: str
    node: Node | None = None
    start: int = 0
    end: int = 0
    short: bool = False
    main: "WikiNote | None" = None
    details: str | None = None
    number: str | None = None
    flags: list[str] = field(default_factory=list)
    pages: dict[str, None] = field(default_factory=dict)


class NoteCitations:
    """Reads notes into citations.

    Args:
        source: the wikitext.
        node_text: reads its nodes.
        works: the works of the bibliography, by their anchors.
    """

    def __init__(self, source: str, node_text: NodeText, works: Mapping[str, Node]) -> None:
        self._source = source
        self._text = node_text
        self._works = works

    def citation(self, number: str, note: WikiNote) -> Citation:
        """Read a note into a citation whose id is `number`."""
        if note.main is not None:
            main = self.citation(number, note.main)
            return replace(main, text=f"{main.text} {note.details}", page=note.details)
        node = note.node
        if node is None:
            return Citation(id=number, text="")
        if note.short:
            return self._short(number, node)
        children = [node] if note.start == node.start else inside(node, note.start, note.end)
        text = self._text.text(node, note.start, note.end) if note.start != node.start else self._text.shown(node)
        raw = plain_links(self._source[note.start : note.end])
        citation = read_reference(number, text, raw)
        if citation.date and any(ends_with_year(label, citation.date) for label in self._labels(note)):
            citation = replace(citation, date=None)
        for child in reversed(children):
            parameters = self._text.parameters(child)
            if name_of(child) in ARCHIVED and parameters.get("date"):
                parameters = {"archive-date" if name == "date" else name: value for name, value in parameters.items()}
            if name_of(child) in HARVARD:
                citation = self._with_work(citation, parameters)
            elif is_citation(parameters):
                citation = merge_citations(citation, citation_from_template(number, text, parameters))
        if not any(map(str.isalnum, citation.text)):
            citation = replace(citation, text="; ".join(filter(None, map(self._spelled_out, children))))
        dead = any(name_of(child) in DEAD_LINK for child in children)
        return replace(
            citation, flags=tuple(dict.fromkeys((*citation.flags, *(["dead"] if dead else []), *note.flags)))
        )

    def _labels(self, note: WikiNote) -> list[str]:
        return labels_of_links(self._source[note.start : note.end])

    def _spelled_out(self, node: Node) -> str:
        """Write out a template that only its wiki can show: its name and its values."""
        if node.kind is not NodeKind.TEMPLATE:
            return ""
        name = (node.template.name if node.template is not None else "").strip().replace("_", " ")
        return ": ".join(filter(None, (name, ", ".join(filter(None, self._text.parameters(node).values())))))

    def _short(self, number: str, node: Node) -> Citation:
        parameters = self._text.parameters(node)
        page = page_of(parameters)
        words = " ".join(value for name, value in parameters.items() if name.isdigit())
        text = f"{words}, p. {page}" if page else words
        citation = Citation(id=number, text=text, page=page)
        return self._with_work(citation, parameters)

    def _with_work(self, short: Citation, parameters: dict[str, str]) -> Citation:
        work = self._works.get(anchor_of_short(parameters))
        if work is None:
            return short
        found = citation_from_template(short.id, self._text.shown(work), self._text.parameters(work))
        return replace(merge_citations(short, found), page=page_of(parameters) or short.page)
