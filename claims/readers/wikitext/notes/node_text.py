"""The words of nodes: labels of links, citations of templates in full, parameters without markup."""

from claims.readers.wikitext.notes.note_templates import ARCHIVED, HARVARD, SHORT
from claims.readers.wikitext.plain_text import plain
from claims.readers.wikitext.templates import shown_text
from claims.readers.wikitext.tree import Node, NodeKind, arguments_of, inside, name_of
from claims.records import Citation
from claims.references.citation_templates import citation_from_template, is_citation


class NodeText:
    """Reads the words of the nodes of a page."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._read: dict[tuple[int, int], dict[str, str]] = {}

    def text(self, node: Node, start: int, end: int) -> str:
        """Read the words of `source[start:end]`, a part of `node`."""
        parts = []
        for child in inside(node, start, end):
            if child.start >= start:
                parts.append(self._source[start : child.start])
                parts.append(self.shown(child))
                start = child.end
        return plain("".join((*parts, self._source[start:end])))

    def shown(self, node: Node) -> str:
        """Read the words that `node` shows."""
        if node.kind is NodeKind.LINK:
            return plain(self.text(node, *label_of(self._source, node)))
        if node.kind is not NodeKind.TEMPLATE:
            return ""
        parameters = self.parameters(node)
        if name_of(node) in ARCHIVED:
            return ""
        if is_citation(parameters):
            return _spelled_out(citation_from_template("", "", parameters))
        if (shown := shown_text(name_of(node), parameters)) is not None:
            return shown
        positional = [value for name, value in parameters.items() if name.isdigit()]
        if name_of(node) in HARVARD or name_of(node) in SHORT:
            return " ".join(positional)
        return positional[-1] if positional and len(node.children) == 0 else ""

    def parameters(self, node: Node) -> dict[str, str]:
        """Read the parameters of a template, without markup in their values."""
        if node.kind is not NodeKind.TEMPLATE:
            return {}
        place = node.start, node.end
        if place not in self._read:
            self._read[place] = self._read_parameters(node)
        return self._read[place]

    def _read_parameters(self, node: Node) -> dict[str, str]:
        return {
            argument.name: self.text(node, argument.start, argument.end)
            if inside(node, argument.start, argument.end)
            else plain(self._source[argument.start : argument.end])
            for argument in arguments_of(node)
        }


def label_of(source: str, node: Node) -> tuple[int, int]:
    """Find start and end of the words that a link shows: those behind its `|`, or all."""
    first = min((child.start for child in node.children), default=node.inner_end)
    bar = source.find("|", node.inner_start, first)
    return (bar + 1 if bar >= 0 else node.inner_start), node.inner_end


def _spelled_out(citation: Citation) -> str:
    """Write out a reference that only a template contains."""
    people = "; ".join(citation.authors)
    title = f"“{citation.title}”" if citation.title else ""
    parts = [people, f"({citation.date})" if citation.date else "", title, citation.publisher or ""]
    return ". ".join(part for part in parts if part) or " ".join(citation.urls)
