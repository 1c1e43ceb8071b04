"""A report in an office's own template: it takes the place that the template names, and changes nothing else.

A place is a bookmark in a paragraph, which the report replaces, or a content control with a tag, which
it fills. A style that the template has under the same name stays the template's; others are added,
so headings and text look as the office wants them and tables as the form prints them.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen
from lxml import etree

from ..errors import CannotWrite
from ..words import Words
from ._docx_carry import carried
from ._docx_open import parse, relationships
from ._docx_package import Package, PackedPart, packed
from ._docx_read import Element, W
from ._docx_styles import GAP

__all__ = ["Base", "open_base"]

_MM = 1440 / 25.4
_A4_WIDTH = 11906
_LEAST, _MOST = 12.5, 50.0
# What would keep a content control from holding a report: a hint, a binding to data, one line only.
_RESTRAINTS = (f"{W}showingPlcHdr", f"{W}dataBinding", f"{W}text")


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

    def margins(self) -> tuple[float, ...] | None:
        """Give the margins of the last section in mm, as A4 would have them; `None` where it names none."""
        section = self.body.find(f"{W}sectPr/{W}pgMar")
        size = self.body.find(f"{W}sectPr/{W}pgSz")
        if section is None:
            return None
        wide = _A4_WIDTH - int(_A4_WIDTH if size is None else size.get(f"{W}w", _A4_WIDTH))
        twips = [int(section.get(f"{W}{side}", "1440")) for side in ("top", "right", "bottom", "left")]
        twips[1] += wide
        return tuple(min(max(twip / _MM, _LEAST), _MOST) for twip in twips)

    def poured(self, data: bytes, place: str) -> tuple[PackedPart, ...]:
        """Give the parts of the template with the text of a DOCX of ours at a place.

        Raises `CannotWrite` if the place is not there exactly once, and names those that are.
        """
        places = list(self._places())
        found = [element for name, element in places if name == place]
        if len(found) != 1:
            known = "、".join(dict.fromkeys(name for name, _ in places)) or "（无）"
            raise CannotWrite(
                place,
                Words(
                    f"模板中该位置应恰有一处，实有{len(found)}处；已有的位置：{known}",
                    f"the template has this place {len(found)} times, not once; its places: {known}",
                ),
            )
        own = Package(data)
        blocks = [block for block in _root(own, "word/document.xml")[0] if block.tag != f"{W}sectPr"]
        new = self._added_styles(_root(own, "word/styles.xml"))
        for element in (element for block in blocks for element in block.iter(*_STYLED)):
            element.set(f"{W}val", new[element.get(f"{W}val", "")])
        changed = carried(own, self.package, self.main, self.body, blocks)
        _put(self.body, found[0], blocks, new[GAP])
        changed[self.main] = etree.tostring(self.document, xml_declaration=True, encoding="UTF-8", standalone=True)
        changed[self.styles] = etree.tostring(self.sheet, xml_declaration=True, encoding="UTF-8", standalone=True)
        there = [info.filename for info in self.package.archive.infolist() if not info.is_dir()]
        names = dict.fromkeys((*there, *changed))
        return tuple(packed(name, changed.get(name) or self.package.part(name) or b"") for name in names)

    def _places(self) -> Iterator[tuple[str, Element]]:
        """Give the names of all places in the text, and the paragraphs and content controls that they are."""
        for block in self.body:
            if block.tag == f"{W}p":
                for mark in block.iter(f"{W}bookmarkStart"):
                    if not mark.get(f"{W}name", "_").startswith("_"):
                        yield mark.get(f"{W}name", ""), block
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


def _put(body: Element, place: Element, blocks: list[Element], gap: str) -> None:
    """Fill a content control, or replace a paragraph; one that ends a section stays, emptied."""
    if place.tag == f"{W}sdt":
        for properties in place.findall(f"{W}sdtPr"):
            properties[:] = [entry for entry in properties if entry.tag not in _RESTRAINTS]
        content = place.find(f"{W}sdtContent")
        content = etree.SubElement(place, f"{W}sdtContent") if content is None else content
        content[:] = blocks
        return
    above = place.getprevious()
    if above is not None and above.tag == blocks[0].tag == f"{W}tbl":
        space = etree.Element(f"{W}p")
        etree.SubElement(etree.SubElement(space, f"{W}pPr"), f"{W}pStyle").set(f"{W}val", gap)
        blocks = [space, *blocks]
    for block in blocks:
        place.addprevious(block)
    marks = {mark.get(f"{W}id") for mark in place.iter(f"{W}bookmarkStart")}
    if place.find(f"{W}pPr/{W}sectPr") is None:
        body.remove(place)
    else:
        place[:] = place.findall(f"{W}pPr")
    for holder in list(body.iter()):
        for end in holder.findall(f"{W}bookmarkEnd"):
            if end.get(f"{W}id") in marks:
                holder.remove(end)


def open_base(path: "str | os.PathLike[str]") -> Base:
    """Open a template. Raises `UnreadableSource` for what is no DOCX and `CannotWrite` for what cannot be filled."""
    package = Package(Path(path).read_bytes())
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
