"""The charts of a report in an office's template: each takes its figures along, under names that are free there."""

import posixpath
from collections.abc import Iterable, Iterator
from itertools import count

from lxml import etree

from ._docx_charts import workbook_link
from ._docx_open import parse, relationships
from ._docx_package import Package
from ._docx_parts import CHART_KIND, OFFICE, WORKBOOK_KIND, chart_part, workbook_part
from ._docx_read import Element

__all__ = ["carried"]

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_PROPERTIES = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_IDENTITY = f"{{{OFFICE}/relationships}}id"
_TYPES = "[Content_Types].xml"


def carried(own: Package, template: Package, main: str, body: Element, blocks: Iterable[Element]) -> dict[str, bytes]:
    """Give the parts to add or to put in place of others, and the drawings in `blocks` identities that are free.

    `main` is the name of the template's text, `body` the text itself.
    """
    places = [chart for block in blocks for chart in block.iter(_CHART)]
    if not places:
        return {}
    folder, name = posixpath.split(main)
    links = posixpath.join(folder, "_rels", f"{name}.rels")
    kinds, related = (parse(template.part(part) or b"") for part in (_TYPES, links))
    targets = relationships(own, "word/document.xml")
    numbers = _free(template)
    parts: dict[str, bytes] = {}
    for place in places:
        source, number = targets[place.get(_IDENTITY, "")][1], next(numbers)
        figures = next(target for _, target in relationships(own, source).values())
        new = {chart_part(number): own.part(source) or b"", workbook_part(number): own.part(figures) or b""}
        for part, kind in zip(new, (CHART_KIND, WORKBOOK_KIND), strict=True):
            etree.SubElement(kinds, f"{{{_PACKAGE}/content-types}}Override", PartName=f"/{part}", ContentType=kind)
        parts |= new | dict([workbook_link(number)])
        place.set(_IDENTITY, _linked(related, f"/{chart_part(number)}"))
    _numbered(body, blocks)
    changed = {_TYPES: kinds, links: related}
    return parts | {
        part: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        for part, root in changed.items()
    }


def _free(template: Package) -> Iterator[int]:
    """Count up the numbers that neither a chart nor a workbook of the template has."""
    taken = {name.lower() for name in template.names}
    return (n for n in count(1) if not {chart_part(n).lower(), workbook_part(n).lower()} & taken)


def _linked(related: Element, target: str) -> str:
    """Add what the text of the template refers to; give its identity."""
    taken = {entry.get("Id") for entry in related}
    identity = next(name for name in (f"rIdReport{n}" for n in count(1)) if name not in taken)
    kind = f"{OFFICE}/relationships/chart"
    etree.SubElement(related, f"{{{_PACKAGE}/relationships}}Relationship", Id=identity, Type=kind, Target=target)
    return identity


def _numbered(body: Element, blocks: Iterable[Element]) -> None:
    """Give our drawings numbers that no drawing of the template has."""
    taken = {drawing.get("id") for drawing in body.iter(_PROPERTIES)}
    free = (str(number) for number in count(1) if str(number) not in taken)
    for block in blocks:
        for drawing in block.iter(_PROPERTIES):
            drawing.set("id", next(free))
