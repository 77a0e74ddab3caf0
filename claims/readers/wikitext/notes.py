"""The notes of a wikitext page: `<ref>` in all its forms, templates that make notes, and the works they point to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from claims.readers.wikitext.plain_text import plain, plain_links
from claims.readers.wikitext.short_footnotes import anchor_of_short, anchors
from claims.readers.wikitext.tree import Node, NodeKind, arguments_of, inside, name_of
from claims.records import Citation
from claims.references.citation import merge_citations
from claims.references.citation_templates import citation_from_template, is_citation
from claims.references.entry import read_reference

_SHORT = frozenset(("sfn", "sfnp", "sfnm", "snf", "sfn2", "sfna", "shortened footnote template"))
_HARVARD = frozenset(("harv", "harvnb", "harvtxt", "harvp", "harvcol", "harvcoltxt", "harvcolnb", "harvs", "harvsp"))
_NOTES = {"efn": "lower-alpha", "efn-la": "lower-alpha", "efn-ua": "upper-alpha", "efn-lr": "lower-roman"} | {
    "efn-ur": "upper-roman", "efn-lg": "lower-greek", "notetag": "note", "footnote": "note", "refn": "", "#tag:ref": "",
}  # fmt: skip
_DEAD = frozenset(("dead link", "dl", "deadlink", "lien brisé", "toter link", "мёртвая ссылка", "недоступна ссылка"))
_MAKE_NOTES = _SHORT | _HARVARD | _NOTES.keys() | {"r", "ref-r"}
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_PAGE_NAMES = ("p", "pp", "page", "pages", "loc", "at")


_MOST_NESTED = 12  # citations that one marker can lead to, through notes within notes


@dataclass(slots=True)
class _Note:
    """A note: its group, and where its text stands once it is found."""

    group: str
    node: Node | None = None
    start: int = 0
    end: int = 0
    short: bool = False
    main: "_Note | None" = None
    details: str | None = None
    number: str | None = None
    flags: list[str] = field(default_factory=list)
    pages: dict[str, None] = field(default_factory=dict)  # that its markers name


class Notes:
    """The notes of a page. They are numbered as the page asks for them, as MediaWiki does."""

    def __init__(self, source: str, page: Node) -> None:
        self._source = source
        self._notes: dict[tuple[str, str], _Note] = {}
        self._by_number: dict[str, _Note] = {}
        self._works: dict[str, Node] = {}
        self._counts: dict[str, int] = {}
        self._read: dict[tuple[int, int], dict[str, str]] = {}
        waiting = [(page, "")]
        while waiting:
            node, group = waiting.pop()
            if node.kind is NodeKind.REFERENCES or any(argument.name == "refs" for argument in arguments_of(node)):
                group = node.attributes.get("group") or self._parameters(node).get("group", "") or group
            self._enter(node, group)
            waiting += [(child, group) for child in reversed(node.children)]

    def asked(self, node: Node) -> tuple[str, ...]:
        """The ids of the citations that a marker asks for, with those of notes in its note; () for no marker."""
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
        """Note of citations what the page says about them behind their marker."""
        for number in ids:
            self._by_number[number].flags.append(flag)

    def point(self, ids: Sequence[str], parameters: Mapping[str, str], *, names_first: bool = False) -> None:
        """Note of the first of some citations the page that a template behind its marker gives (`{{rp|12}}`).

        Args:
            names_first: whether the template's unnamed parameters are names of notes, as those of `{{r}}`.
        """
        page = _page(parameters) or ("" if names_first else parameters.get("1", "").strip())
        if page:
            for number in ids[:1]:
                self._by_number[number].pages[page] = None

    def makes_note(self, node: Node) -> bool:
        """Whether a template makes a note or asks for one."""
        return node.kind is NodeKind.TEMPLATE and name_of(node) in _MAKE_NOTES

    def parameters(self, node: Node) -> dict[str, str]:
        """A template's parameters, markup taken out of their values."""
        return self._parameters(node)

    def is_citation(self, node: Node) -> bool:
        """Whether a template cites a work."""
        return node.kind is NodeKind.TEMPLATE and is_citation(self._parameters(node))

    def citations(self) -> tuple[Citation, ...]:
        """The citations of all notes: those asked for in order, then the others."""
        for note in self._notes.values():
            if note.node is not None:
                self._numbered(note)
        return tuple(
            replace(citation, page=", ".join(note.pages) or citation.page)
            for number, note in self._by_number.items()
            if (note.node or note.main) and (citation := self._citation(number, note))
        )

    def text(self, node: Node, start: int, end: int) -> str:
        """The words of `source[start:end]`, which stands in `node`: labels of links, citations spelled out."""
        parts = []
        for child in inside(node, start, end):
            if child.start >= start:
                parts.append(self._source[start : child.start])
                parts.append(self._shown(child))
                start = child.end
        return plain("".join((*parts, self._source[start:end])))

    def _shown(self, node: Node) -> str:
        if node.kind is NodeKind.LINK:
            return plain(self.text(node, *label_of(self._source, node)))
        if node.kind is not NodeKind.TEMPLATE:
            return ""
        parameters = self._parameters(node)
        if is_citation(parameters):
            return _spelled_out(citation_from_template("", "", parameters))
        positional = [value for name, value in parameters.items() if name.isdigit()]
        if name_of(node) in _HARVARD or name_of(node) in _SHORT:
            return " ".join(positional)
        return positional[-1] if positional and len(node.children) == 0 else ""

    # What asks for what

    def _keys(self, node: Node, group: str) -> Iterator[tuple[str, str]]:
        """The notes that a node asks for, by group and name."""
        if node.kind is NodeKind.REF:
            group = node.attributes.get("group", group)
            name = node.attributes.get("name") or f"@{node.start}"
            details = node.attributes.get("details", "")
            yield group, f"{name}\0{details}" if details else name
        elif node.kind is NodeKind.TEMPLATE and node.template is not None:
            yield from self._template_keys(node, group)

    def _template_keys(self, node: Node, group: str) -> Iterator[tuple[str, str]]:
        name = name_of(node)
        if name not in _MAKE_NOTES:
            return
        parameters = self._parameters(node)
        if name in _NOTES:
            yield parameters.get("group") or _NOTES[name] or group, parameters.get("name") or f"@{node.start}"
        elif name in _SHORT:
            yield "", "FOOTNOTE" + "|".join(parameters.values())
        elif name in _HARVARD:
            yield "", "WORK" + anchor_of_short(parameters)
        else:
            for number, value in parameters.items():
                if number.isdigit() and value:
                    yield parameters.get("group", parameters.get("g", "")), value

    def _enter(self, node: Node, group: str) -> None:
        """Enter the note or the work that a node defines, if it does."""
        if node.kind is NodeKind.REF and node.inner_end > node.inner_start:
            self._define(next(self._keys(node, group)), node, node.inner_start, node.inner_end)
        elif node.kind is NodeKind.TEMPLATE and node.template is not None:
            name = name_of(node)
            if name in _NOTES:
                texts = [a for a in arguments_of(node) if a.name in ("1", "text", "content")]
                for argument in texts[:1]:
                    self._define(next(self._keys(node, group)), node, argument.start, argument.end)
            elif name in _SHORT:
                key = next(self._keys(node, group))
                self._define(key, node, node.end, node.end)
                self._notes[key].short = True
            elif name not in _HARVARD and is_citation(parameters := self._parameters(node)):
                given = [self._parameters(child) for child in node.children if name_of(child) in ("harvid", "sfnref")]
                for anchor in anchors(parameters, given):
                    self._works.setdefault(anchor, node)

    def _define(self, key: tuple[str, str], node: Node, start: int, end: int) -> None:
        note = self._note(key)
        if note.node is None:
            note.node, note.start, note.end = node, start, end

    def _note(self, key: tuple[str, str]) -> _Note:
        group, name = key
        if key not in self._notes:
            note = self._notes[key] = _Note(group)
            main, _, note.details = name.partition("\0")
            if note.details:
                note.main = self._note((group, main))
            elif name.startswith("WORK") and (work := self._works.get(name.removeprefix("WORK"))):
                note.node, note.start, note.end = work, work.start, work.end
        return self._notes[key]

    def _numbered(self, note: _Note) -> str:
        if note.number is None:
            count = self._counts[note.group] = self._counts.get(note.group, 0) + 1
            note.number = _number(note.group, count)
            self._by_number[note.number] = note
        return note.number

    # Notes to citations

    def _citation(self, number: str, note: _Note) -> Citation:
        if note.main is not None:
            main = self._citation(number, note.main)
            return replace(main, text=f"{main.text} {note.details}", page=note.details)
        node = note.node
        if node is None:
            return Citation(id=number, text="")
        if note.short:
            return self._short(number, node)
        children = [node] if note.start == node.start else inside(node, note.start, note.end)
        text = self.text(node, note.start, note.end) if note.start != node.start else self._shown(node)
        raw = plain_links(self._source[note.start : note.end])
        citation = read_reference(number, text, raw)
        for child in reversed(children):
            parameters = self._parameters(child)
            if name_of(child) in _HARVARD:
                citation = self._with_work(citation, parameters)
            elif is_citation(parameters):
                citation = merge_citations(citation, citation_from_template(number, text, parameters))
        dead = any(name_of(child) in _DEAD for child in children)
        return replace(
            citation, flags=tuple(dict.fromkeys((*citation.flags, *(["dead"] if dead else []), *note.flags)))
        )

    def _short(self, number: str, node: Node) -> Citation:
        parameters = self._parameters(node)
        page = _page(parameters)
        words = " ".join(value for name, value in parameters.items() if name.isdigit())
        text = f"{words}, p. {page}" if page else words
        citation = Citation(id=number, text=text, page=page)
        return self._with_work(citation, parameters)

    def _with_work(self, short: Citation, parameters: dict[str, str]) -> Citation:
        work = self._works.get(anchor_of_short(parameters))
        if work is None:
            return short
        found = citation_from_template(short.id, self._shown(work), self._parameters(work))
        return replace(merge_citations(short, found), page=_page(parameters) or short.page)

    def _parameters(self, node: Node) -> dict[str, str]:
        """A template's parameters with the markup taken out of their values."""
        if node.kind is not NodeKind.TEMPLATE:
            return {}
        place = node.start, node.end
        if place not in self._read:
            self._read[place] = self._read_parameters(node)
        return self._read[place]

    def _read_parameters(self, node: Node) -> dict[str, str]:
        return {
            argument.name: self.text(node, argument.start, argument.end)
            if any(argument.start <= child.start < argument.end for child in node.children)
            else plain(self._source[argument.start : argument.end])
            for argument in arguments_of(node)
        }


def label_of(source: str, node: Node) -> tuple[int, int]:
    """Where the words stand that a link shows: behind its last `|`, or all of it."""
    first = min((child.start for child in node.children), default=node.inner_end)
    bar = source.find("|", node.inner_start, first)
    return (bar + 1 if bar >= 0 else node.inner_start), node.inner_end


def _number(group: str, count: int) -> str:
    """What MediaWiki prints for the `count`th note of a group."""
    if group in ("lower-alpha", "upper-alpha") and count <= len(_LATIN):
        letter = _LATIN[count - 1]
        return letter if group == "lower-alpha" else letter.upper()
    return f"{group} {count}".strip()


def _page(parameters: Mapping[str, str]) -> str | None:
    return next((parameters[name] for name in _PAGE_NAMES if parameters.get(name)), None)


def _spelled_out(citation: Citation) -> str:
    """The words of a reference that only a template gives."""
    people = "; ".join(citation.authors)
    title = f"“{citation.title}”" if citation.title else ""
    parts = [people, f"({citation.date})" if citation.date else "", title, citation.publisher or ""]
    return ". ".join(part for part in parts if part) or " ".join(citation.urls)
