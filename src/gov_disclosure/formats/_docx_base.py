"""A report in an office's own template: it takes the place that the template names, and changes nothing else.

A place is a bookmark in the text, the paragraphs and tables of which the report replaces, or a content
control with a tag, which it fills. A style that the template has under the same name stays the
template's; others are added, so headings and text look as the office wants them and tables as the form
prints them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, frozen
from lxml import etree

from ..errors import CannotWrite
from ..words import Words
from ._docx_carry import carried
from ._docx_look import Look
from ._docx_package import Package, PackedPart, packed
from ._docx_signs import Element, W
from ._docx_styles import GAP
from ._docx_xml import parse, relationships

__all__ = ["Base", "open_base"]

_LENGTH = re.compile(r"[-+]?(\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?")
_UNITS = {None: 25.4 / 1440, "mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72, "pc": 25.4 / 6, "pi": 25.4 / 6}
_INCH, _LEAST = 25.4, 60.0
"""In millimetres: the margin that Word takes where none is named, and the least room that the tables need."""
# What would keep a content control from holding a report: a hint, a binding to data, one line only.
_RESTRAINTS = (f"{W}showingPlcHdr", f"{W}dataBinding", f"{W}text")

_BESIDE = Words(
    "书签所在的段落里还有别的文字，请让书签独占一段",
    "there is other text in the paragraph of the bookmark; give it one of its own",
)
_SHOWN = (f"{W}drawing", f"{W}pict", f"{W}object")


_NARROW = Words(
    f"版心的宽和高都应不小于{_LEAST:g}毫米",
    f"its pages must leave room for a text at least {_LEAST:g} mm wide and high",
)


def _length(element: Element, name: str, usual: float) -> float:
    """Read a length in millimetres: twips, or a number with its unit; a negative margin is one that never grows."""
    value = element.get(f"{W}{name}")
    found = None if value is None else _LENGTH.fullmatch(value.strip())
    if value is not None and found is None:
        raise _no_base(Words(f"{name} 应为长度，实为“{value}”", f"{name} must be a length, found {value!r}"))
    return usual if found is None else float(found[1]) * _UNITS[found[2]]


def _no_base(found: Words) -> CannotWrite:
    return CannotWrite("base", found)


@frozen
class Base:
    """A template: its package, and the parts that change, parsed."""

    package: Package
    main: str
    styles: str
    document: Element
    body: Element
    sheet: Element

    def place(self, name: str) -> Element:
        """Give the mark or the content control of a name.

        Raises `CannotWrite` if it is not there exactly once, and names the places that are.
        """
        places = list(self._places())
        found = [element for known, element in places if known == name]
        if len(found) != 1:
            known = "、".join(dict.fromkeys(name for name, _ in places)) or "（无）"
            raise CannotWrite(
                name,
                Words(
                    f"模板正文中该位置应恰有一处，实有{len(found)}处（表格、页眉页脚中的和段落里的控件不算）；已有的位置：{known}",
                    f"the text of the template has this place {len(found)} times, not once "
                    f"(a place in a table or a header and a control in a paragraph are none); its places: {known}",
                ),
            )
        return found[0]

    def fitted(self, look: Look, place: Element, *, margins_given: bool = False) -> Look:
        """Give a look the page of the section of a place, and its margins, if no others are given.

        What it does not name stays as the look has it. Raises `CannotWrite` where the tables have no room.
        """
        section = self._section(_block(self.body, place))
        margins, size = section.find(f"{W}pgMar"), section.find(f"{W}pgSz")
        if size is not None:
            look = evolve(look, page=(_length(size, "w", look.page[0]), _length(size, "h", look.page[1])))
        if margins is not None and not margins_given:
            top, right, bottom, left = (_length(margins, side, _INCH) for side in ("top", "right", "bottom", "left"))
            look = evolve(look, margins=(top, right, bottom, left + _length(margins, "gutter", 0.0)))
        if min(look.width, look.height) * _UNITS[None] < _LEAST:
            raise _no_base(_NARROW)
        return look

    def _section(self, block: Element) -> Element:
        """Give what says how the pages of a block look: it stands at the end of them."""
        for below in (block, *block.itersiblings()):
            section = below if below.tag == f"{W}sectPr" else below.find(f"{W}pPr/{W}sectPr")
            if section is not None:
                return section
        return etree.Element(f"{W}sectPr")

    def poured(self, data: bytes, place: Element) -> tuple[PackedPart, ...]:
        """Give the parts of the template with the text of a DOCX of ours at a place."""
        own = Package.of(data)
        blocks = [block for block in _root(own, "word/document.xml")[0] if block.tag != f"{W}sectPr"]
        new = self._added_styles(_root(own, "word/styles.xml"))
        for element in (element for block in blocks for element in block.iter(*_STYLED)):
            element.set(f"{W}val", new[element.get(f"{W}val", "")])
        changed = carried(own, self.package, self.main, self.body, blocks)
        _put(self.body, place, blocks, new[GAP])
        return self.parts(changed)

    def parts(self, added: Mapping[str, bytes]) -> tuple[PackedPart, ...]:
        """Give the parts of the template as they are now, with others added or put in the place of its own."""
        now = {
            name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            for name, root in ((self.main, self.document), (self.styles, self.sheet))
        }
        changed = {**now, **added}
        names = dict.fromkeys((*self.package.names, *changed))
        return tuple(packed(name, changed.get(name) or self.package.part(name) or b"") for name in names)

    def _places(self) -> Iterator[tuple[str, Element]]:
        """Give the names of all places in the text, with the marks and content controls that they are."""
        for block in self.body:
            if block.tag in (f"{W}p", f"{W}bookmarkStart"):
                for mark in block.iter(f"{W}bookmarkStart"):
                    if not mark.get(f"{W}name", "_").startswith("_"):
                        yield mark.get(f"{W}name", ""), mark
            elif block.tag == f"{W}sdt":
                for tag in block.findall(f"{W}sdtPr/{W}tag"):
                    yield tag.get(f"{W}val", ""), block

    def _added_styles(self, own: Element) -> dict[str, str]:
        """Add the styles that the template lacks; give what each of ours is called there."""
        theirs = {_key(style): style.get(f"{W}styleId", "") for style in self.sheet.iter(f"{W}style")}
        taken = set(theirs.values())
        styles = list(own.iter(f"{W}style"))
        new = {}
        for style in styles:
            identity = style.get(f"{W}styleId", "")
            name = theirs.get(_key(style), identity)
            while _key(style) not in theirs and name in taken:
                name += "Report"
            new[identity] = name
        for style in styles:
            if _key(style) in theirs:
                continue
            style.attrib.pop(f"{W}default", None)
            style.set(f"{W}styleId", new[style.get(f"{W}styleId", "")])
            for link in style.iter(f"{W}basedOn", f"{W}next"):
                link.set(f"{W}val", new[link.get(f"{W}val", "")])
            self.sheet.append(style)
        return new


_STYLED = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")


def _key(style: Element) -> tuple[str, str]:
    """Styles are known by their kind and name; their identities differ with the language of Word."""
    name = style.find(f"{W}name")
    return style.get(f"{W}type", ""), "" if name is None else name.get(f"{W}val", "").lower()


def _root(package: Package, name: str) -> Element:
    content = package.part(name)
    if content is None:
        raise _no_base(Words(f"模板中没有 {name}", f"the template has no {name}"))
    return parse(content)


def _block(body: Element, element: Element) -> Element:
    """Give the block of the text in which an element stands, or that it is."""
    return next(block for block in (element, *element.iterancestors()) if block.getparent() is body)


def _covered(body: Element, mark: Element) -> list[Element]:
    """Give the blocks that a bookmark covers. Raises `CannotWrite` if there is more in them than it covers."""
    ends = {end for end in body.iter(f"{W}bookmarkEnd") if end.get(f"{W}id") == mark.get(f"{W}id")}
    first = _block(body, mark)
    blocks = []
    for block in (first, *first.itersiblings()):
        blocks.append(block)
        inside = list(block.iter())
        place = next((place for place, element in enumerate(inside) if element in ends), None)
        if place is None:
            continue
        if block is not first and not _says(inside[:place]):
            blocks.pop()  # Word ends the mark of a whole paragraph at the beginning of the next.
            inside = inside[:place]
        over = inside[place:]
        break
    else:
        blocks, over = [first], []
    whole = list(first.iter())
    if _says(whole[: whole.index(mark)]) or _says(over):
        raise _no_base(_BESIDE)
    return blocks


def _says(elements: Iterable[Element]) -> bool:
    return any((e.tag == f"{W}t" and (e.text or "").strip()) or e.tag in _SHOWN for e in elements)


def _put(body: Element, place: Element, blocks: list[Element], gap: str) -> None:
    """Fill a content control, or replace what a bookmark covers; a paragraph that ends a section stays, emptied."""
    if place.tag == f"{W}sdt":
        for properties in place.findall(f"{W}sdtPr"):
            properties[:] = [entry for entry in properties if entry.tag not in _RESTRAINTS]
        content = place.find(f"{W}sdtContent")
        content = etree.SubElement(place, f"{W}sdtContent") if content is None else content
        content[:] = blocks
        return
    covered = _covered(body, place)
    above = covered[0].getprevious()
    if above is not None and above.tag == blocks[0].tag == f"{W}tbl":
        space = etree.Element(f"{W}p")
        etree.SubElement(etree.SubElement(space, f"{W}pPr"), f"{W}pStyle").set(f"{W}val", gap)
        blocks = [space, *blocks]
    for block in blocks:
        covered[0].addprevious(block)
    marks = {mark.get(f"{W}id") for block in covered for mark in block.iter(f"{W}bookmarkStart")}
    for block in covered:
        if block.find(f"{W}pPr/{W}sectPr") is None:
            body.remove(block)
        else:
            block[:] = block.findall(f"{W}pPr")
    for holder in list(body.iter()):
        for end in holder.findall(f"{W}bookmarkEnd"):
            if end.get(f"{W}id") in marks:
                holder.remove(end)


def open_base(data: bytes) -> Base:
    """Open a template. Raises `UnreadableSource` for what is no DOCX and `CannotWrite` for what cannot be filled."""
    package = Package.of(data)
    main = next((t for kind, t in relationships(package, "").values() if kind == "officeDocument"), "word/document.xml")
    related = relationships(package, main).values()
    styles = next((target for kind, target in related if kind == "styles"), "word/styles.xml")
    if b"purl.oclc.org/ooxml" in (package.part(main) or b""):
        raise _no_base(
            Words("模板是 Strict Open XML，请另存为普通 .docx", "it is Strict Open XML; save it as usual .docx")
        )
    document = _root(package, main)
    body = document.find(f"{W}body")
    if body is None:
        raise _no_base(Words("它不是 Word 文档", "it is no Word document"))
    return Base(package, main, styles, document, body, _root(package, styles))
