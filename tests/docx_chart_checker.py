"""What no schema validator sees in the charts of a DOCX: one list of faults for the bytes of a file.

A chart has a caption with the next number under it, words for who cannot see it, and fits the page; what
it draws is what its workbook holds, cell by cell; its series can be told apart in grey; and every part
has its type and is referred to.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Generator, Iterator, Mapping
from itertools import pairwise

from lxml.etree import _Element as Element
from lxml.etree import fromstring

__all__ = ["C", "cells_of", "chart_faults", "charts", "workbooks"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TYPES = "application/vnd.openxmlformats-officedocument."
CHART, WORKBOOK = f"{_TYPES}drawingml.chart+xml", f"{_TYPES}spreadsheetml.sheet"
CAPTION = re.compile(r"(?:图|Figure )(\d+)(?:　|\. )\S")
EMU = 635

# The order that the schema asks for, of those elements that a chart uses.
ORDER = {
    "chartSpace": "date1904 lang roundedCorners chart spPr txPr externalData",
    "chart": "autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs",
    "plotArea": "layout barChart catAx valAx",
    "barChart": "barDir grouping varyColors ser gapWidth axId",
    "ser": "idx order tx spPr invertIfNegative dLbls cat val",
    "dLbls": "numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize",
    "catAx": "axId scaling delete axPos numFmt majorTickMark minorTickMark tickLblPos spPr crossAx crosses auto "
    "lblAlgn lblOffset noMultiLvlLbl",
    "valAx": "axId scaling delete axPos numFmt majorTickMark minorTickMark tickLblPos crossAx crosses crossBetween",
}


def charts(data: bytes) -> list[Element]:
    """Give the charts of a file in the order of the text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [fromstring(archive.read(name)) for name in drawn_in(archive) if name]


def workbooks(data: bytes) -> list[bytes]:
    """Give the workbooks of a file in the order of their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [archive.read(name) for name in sorted(archive.namelist()) if name.endswith(".xlsx")]


def drawn_in(archive: zipfile.ZipFile) -> list[str]:
    """Give the names of the charts that the text draws; empty where it refers to none."""
    found = links(archive, "word/document.xml")
    text = fromstring(archive.read("word/document.xml"))
    return [found.get(chart.get(_ID, ""), "") for chart in text.iter(f"{C}chart")]


def links(archive: zipfile.ZipFile, source: str) -> Mapping[str, str]:
    """Give what a part refers to by identities."""
    folder, name = posixpath.split(source)
    path = f"{folder}/_rels/{name}.rels"
    entries = fromstring(archive.read(path)) if path in archive.namelist() else ()
    return {e.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, e.get("Target", "")))[1:] for e in entries}


def chart_faults(data: bytes) -> Iterator[str]:
    """List everything that is wrong with the charts of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        kinds = {
            kind.get("PartName") or kind.get("Extension"): kind.get("ContentType")
            for kind in fromstring(archive.read("[Content_Types].xml"))
        }
        drawn = drawn_in(archive)
        yield from place_faults(archive)
        figures = []
        for name in filter(None, drawn):
            if name not in names:
                continue  # a target that is missing is a fault of the package
            chart, found = fromstring(archive.read(name)), links(archive, name)
            external = chart.find(f"{C}externalData")
            workbook = "" if external is None else found.get(external.get(_ID, ""), "")
            figures.append(workbook)
            cells = yield from workbook_faults(archive, workbook)
            yield from (f"{name}: {fault}" for fault in (*one_chart_faults(chart), *figure_faults(chart, cells)))
        for kind, expected, wanted in ((CHART, drawn, "charts/chart"), (WORKBOOK, figures, ".xlsx")):
            parts = [part for part in names if wanted in part and "_rels" not in part]
            for part in parts:
                if kinds.get(f"/{part}", kinds.get(part.rpartition(".")[2])) != kind:
                    yield f"{part}: not of its content type"
            if sorted(parts) != sorted(expected):
                yield f"the parts {parts} are not those that are referred to: {expected}"


def place_faults(archive: zipfile.ZipFile) -> Iterator[str]:
    """A chart is no wider than the type area, has words of its own, and stays with the caption that follows."""
    body = fromstring(archive.read("word/document.xml"))[0]
    styles = fromstring(archive.read("word/styles.xml"))
    kept = {style.get(f"{W}styleId") for style in styles if style.find(f"{W}pPr/{W}keepNext") is not None}
    size, margins = body.find(f"{W}sectPr/{W}pgSz"), body.find(f"{W}sectPr/{W}pgMar")
    room = 0
    if size is not None and margins is not None:
        room = int(size.get(f"{W}w", "0")) - sum(int(margins.get(f"{W}{side}", "0")) for side in ("left", "right"))
    drawings = list(body.iter(f"{_DRAWING}inline"))
    numbers = [properties.get("id") for drawing in drawings for properties in drawing.iter(f"{_DRAWING}docPr")]
    if len(set(numbers)) < len(numbers):
        yield "two drawings have one number"
    for number, drawing in enumerate(drawings, 1):
        extent = drawing.find(f"{_DRAWING}extent")
        if extent is None or not 0 < int(extent.get("cx", "0")) <= room * EMU:
            yield f"drawing {number}: broader than the type area"
    drawn = [drawing for drawing in drawings if next(drawing.iter(f"{PICTURE}pic"), None) is None]
    for number, drawing in enumerate(drawn, 1):
        properties = drawing.find(f"{_DRAWING}docPr")
        if properties is None or len(properties.get("descr", "")) < len("条形图。"):
            yield f"chart {number}: no words for who cannot see it"
        paragraph = next(drawing.iterancestors(f"{W}p"))
        below = paragraph.getnext()
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is None or style.get(f"{W}val") not in kept:
            yield f"chart {number}: may be parted from its caption"
        under = [] if below is None else [below]
        found = CAPTION.match("".join(str(text.text) for one in under for text in one.iter(f"{W}t")))
        counted = any("SEQ" in str(field.text) for one in under for field in one.iter(f"{W}instrText"))
        if found is None or int(found[1]) != number or not counted:
            yield f"chart {number}: no caption with its number under it"


def one_chart_faults(chart: Element) -> Iterator[str]:
    """The chart says everything in its order, names its axes, labels every bar and leaves gaps."""
    for parent, order in ORDER.items():
        places = {f"{C}{name}": place for place, name in enumerate(order.split())}
        for element in chart.iter(f"{C}{parent}"):
            found = [places.get(str(child.tag), -1) for child in element]
            if -1 in found or found != sorted(found):
                yield f"the children of {parent} are unknown or out of order"
    named, axes = (
        sorted(
            axis.get("val", "")
            for kind in kinds
            for one in chart.iter(f"{C}{kind}")
            for axis in one.findall(f"{C}axId")
        )
        for kinds in (("barChart",), ("catAx", "valAx"))
    )
    if named != axes:
        yield "its axes are not those that it names"
    if [e.get("val") for e in chart.iter(f"{C}dispBlanksAs")] != ["gap"]:
        yield "a blank is not left as a gap"
    series = list(chart.iter(f"{C}ser"))
    if any([e.get("val") for e in one.iter(f"{C}showVal")] != ["1"] for one in series):
        yield "bars without their figures"
    for fonts in chart.iter(f"{A}defRPr"):
        if fonts.find(f"{A}latin") is not None and fonts.find(f"{A}ea") is None:
            yield "a Latin font without a Chinese one"
    lightness = sorted(light(one.find(f"{C}spPr/{A}solidFill/{A}srgbClr")) for one in series)
    if any((b + 0.05) / (a + 0.05) < 3 for a, b in pairwise(lightness)):
        yield "series that look alike in grey"


def light(colour: Element | None) -> float:
    """Give the relative luminance of a colour (WCAG 2)."""
    digits = "000000" if colour is None else colour.get("val", "000000")
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def figure_faults(chart: Element, cells: Mapping[str, str]) -> Iterator[str]:
    """Every text and figure that the chart repeats is that of the cell; a cell without one has none here."""
    for reference in (*chart.iter(f"{C}strRef"), *chart.iter(f"{C}numRef")):
        formula = reference.findtext(f"{C}f", "")
        places = addresses(formula)
        cache = reference[1]
        if [e.get("val") for e in cache.iter(f"{C}ptCount")] != [str(len(places))]:
            yield f"{formula}: not so many points as cells"
        drawn = {int(point.get("idx", "-1")): point.findtext(f"{C}v") for point in cache.iter(f"{C}pt")}
        held = {i: cells[place] for i, place in enumerate(places) if place in cells}
        if drawn != held:
            yield f"{formula}: the chart draws {drawn}, its workbook holds {held}"


def addresses(formula: str) -> list[str]:
    """Give the addresses of the cells of one column that a formula names."""
    found = re.fullmatch(r"Sheet1!\$([A-Z])\$(\d+)(?::\$\1\$(\d+))?", formula)
    return [] if found is None else [f"{found[1]}{row}" for row in range(int(found[2]), int(found[3] or found[2]) + 1)]


def workbook_faults(archive: zipfile.ZipFile, name: str) -> Generator[str, None, dict[str, str]]:
    """A chart has a workbook, whose parts have types and targets. Gives its cells in the end."""
    if name not in archive.namelist():
        yield "a chart without figures to edit"
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(archive.read(name))) as book:
            names = book.namelist()
            overrides = {kind.get("PartName") for kind in fromstring(book.read(names[0]))}
            for part in names[1:]:
                if not part.endswith(".rels") and f"/{part}" not in overrides:
                    yield f"{name}: {part} has no content type"
            for source in ("", "xl/workbook.xml"):
                path = "_rels/.rels" if not source else "xl/_rels/workbook.xml.rels"
                for entry in fromstring(book.read(path)):
                    target = posixpath.normpath(posixpath.join(posixpath.dirname(source), entry.get("Target", "")))
                    if target not in names:
                        yield f"{name}: target {target} is missing"
            if len({info.date_time for info in book.infolist()}) > 1:
                yield f"{name}: entries of different times"
            return cells_of(book)
    except (zipfile.BadZipFile, KeyError, IndexError) as error:
        yield f"{name}: damaged ({error})"
        return {}


def cells_of(book: zipfile.ZipFile) -> dict[str, str]:
    """Give the texts and figures of the sheet of a workbook by their addresses."""
    texts = ["".join(map(str, item.itertext())) for item in fromstring(book.read("xl/sharedStrings.xml"))]
    cells = {c.get("r", ""): c for c in fromstring(book.read("xl/worksheets/sheet1.xml")).iter(f"{S}c")}
    values = {name: cell.findtext(f"{S}v", "") for name, cell in cells.items()}
    return {name: texts[int(value)] if cells[name].get("t") == "s" else value for name, value in values.items()}
