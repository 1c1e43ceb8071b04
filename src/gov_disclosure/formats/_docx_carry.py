"""Charts and pictures of a report in an office's template: their parts go along, under names that are free there."""

import posixpath
from collections.abc import Callable, Iterable
from itertools import count

from attrs import define, field
from lxml import etree

from ..images import KINDS
from ._docx_charts import workbook_link
from ._docx_package import Package
from ._docx_parts import CHART_KIND, DRAWING, OFFICE, WORKBOOK_KIND, chart_part, medium_part, workbook_part
from ._docx_signs import Element
from ._docx_xml import parse, relationships

__all__ = ["carried"]

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CHART, _IMAGE = f"{{{DRAWING}/chart}}chart", f"{{{DRAWING}/main}}blip"
_PROPERTIES = f"{{{DRAWING}/wordprocessingDrawing}}docPr"
_CHART_IDENTITY, _IMAGE_IDENTITY = f"{{{OFFICE}/relationships}}id", f"{{{OFFICE}/relationships}}embed"
_TYPES = "[Content_Types].xml"


def carried(own: Package, template: Package, main: str, body: Element, blocks: Iterable[Element]) -> dict[str, bytes]:
    """Give the parts to add or to put in place of others, and the drawings in `blocks` identities that are free.

    `main` is the name of the template's text, `body` the text itself.
    """
    places = [place for block in blocks for place in block.iter(_CHART, _IMAGE)]
    if not places:
        return {}
    folder, name = posixpath.split(main)
    links = posixpath.join(folder, "_rels", f"{name}.rels")
    kinds, related = (parse(template.part(part) or b"") for part in (_TYPES, links))
    luggage = _Luggage(own, {name.lower() for name in template.names}, kinds, related)
    for place in places:
        if place.tag == _CHART:
            luggage.take_chart(place)
        else:
            luggage.take_image(place)
    _numbered(body, blocks)
    changed = {_TYPES: kinds, links: related}
    return luggage.parts | {
        part: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        for part, root in changed.items()
    }


@define
class _Luggage:
    """What goes from our package into a template, and what the template says of it."""

    own: Package
    taken: set[str]
    """The names that the template's own parts have, in small letters."""
    kinds: Element
    related: Element
    parts: dict[str, bytes] = field(init=False, factory=dict)
    _targets: dict[str, str] = field(init=False, factory=dict)
    _images: dict[str, str] = field(init=False, factory=dict)
    """What the template calls the pictures by that are there already: they may be drawn twice."""

    def __attrs_post_init__(self) -> None:
        self._targets = {name: target for name, (_, target) in relationships(self.own, "word/document.xml").items()}

    def take_chart(self, place: Element) -> None:
        """Take a chart along with its figures."""
        source, number = self._targets[place.get(_CHART_IDENTITY, "")], self._free(chart_part, workbook_part)
        figures = next(target for _, target in relationships(self.own, source).values())
        self._add(chart_part(number), source, CHART_KIND)
        self._add(workbook_part(number), figures, WORKBOOK_KIND)
        self.parts |= dict([workbook_link(number)])
        place.set(_CHART_IDENTITY, self._linked("chart", chart_part(number)))

    def take_image(self, place: Element) -> None:
        """Take the file of a picture along."""
        source = self._targets[place.get(_IMAGE_IDENTITY, "")]
        if source not in self._images:
            kind = source.rpartition(".")[2]
            name = medium_part(self._free(lambda number: medium_part(number, kind)), kind)
            self._add(name, source, KINDS[kind])
            self._images[source] = self._linked("image", name)
        place.set(_IMAGE_IDENTITY, self._images[source])

    def _free(self, *names: Callable[[int], str]) -> int:
        """Give the first number with which no part has any of these names."""
        taken = self.taken.union(map(str.lower, self.parts))
        return next(n for n in count(1) if not {name(n).lower() for name in names} & taken)

    def _add(self, name: str, source: str, kind: str) -> None:
        self.parts[name] = self.own.part(source) or b""
        etree.SubElement(self.kinds, f"{{{_PACKAGE}/content-types}}Override", PartName=f"/{name}", ContentType=kind)

    def _linked(self, kind: str, target: str) -> str:
        """Add what the text of the template refers to; give its identity."""
        taken = {entry.get("Id") for entry in self.related}
        identity = next(name for name in (f"rIdReport{n}" for n in count(1)) if name not in taken)
        link = {"Id": identity, "Type": f"{OFFICE}/relationships/{kind}", "Target": f"/{target}"}
        etree.SubElement(self.related, f"{{{_PACKAGE}/relationships}}Relationship", link)
        return identity


def _numbered(body: Element, blocks: Iterable[Element]) -> None:
    """Give our drawings numbers that no drawing of the template has."""
    taken = {drawing.get("id") for drawing in body.iter(_PROPERTIES)}
    free = (str(number) for number in count(1) if str(number) not in taken)
    for block in blocks:
        for drawing in block.iter(_PROPERTIES):
            drawing.set("id", next(free))
