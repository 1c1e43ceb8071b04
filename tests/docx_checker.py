"""What no schema validator sees in the DOCX of a report: one list of faults for the bytes of a file.

Packages (every part typed, every target there), styles (Chinese fonts named as Chinese fonts),
tables (every row as wide as the grid, every merge continuing something), text (quotes in Chinese
type, no open field), charts, and what the file says of itself.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from itertools import pairwise

from lxml.etree import QName, XMLSyntaxError, fromstring
from lxml.etree import _Element as Element

from docx_chart_checker import chart_faults

__all__ = ["TYPE_AREA", "W", "elements", "faults", "part", "values"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Parts = Mapping[str, Element]

CHINESE_SIGNS = frozenset("“”‘’—…·①②③④⑤⑥⑦⑧⑨⑩×℃")
TYPE_AREA = 8844
"""156 mm in twips (GB/T 9704-2012, 5.2)."""

# The order that the schema asks for, of those elements that a report uses.
ORDER = {
    "pPr": "pStyle keepNext keepLines widowControl overflowPunct snapToGrid spacing ind jc outlineLvl rPr",
    "rPr": "rStyle rFonts b bCs color spacing sz szCs lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "tcW gridSpan vMerge vAlign",
    "trPr": "cantSplit trHeight tblHeader",
    "sectPr": "footerReference pgSz pgMar docGrid",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tcPr",
    "settings": "zoom defaultTabStop evenAndOddHeaders characterSpacingControl compat themeFontLang decimalSymbol "
    "listSeparator",
}


def faults(data: bytes) -> list[str]:
    """List everything that is wrong with a file; an empty list is a clean bill."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            damaged = archive.testzip()
            parts = parts_of(archive)
            times = {info.date_time for info in archive.infolist()}
    except zipfile.BadZipFile as error:
        return [f"not a zip: {error}"]
    except XMLSyntaxError as error:
        return [f"not well-formed: {error}"]
    found = [f"{damaged}: damaged"] if damaged else []
    if len(times) > 1:
        found.append("entries of different times")
    found += package_faults(names, parts)
    if not {"word/document.xml", "word/styles.xml"} <= parts.keys():
        return found
    for check in (style_faults, order_faults, document_faults, table_faults, text_faults, core_faults, settings_faults):
        found += check(parts)
    return [*found, *chart_faults(data)]


def part(data: bytes, name: str = "word/document.xml") -> str:
    """Give the text of one part of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def elements(data: bytes, tag: str) -> Iterator[Element]:
    """Walk the elements of a kind in the text."""
    return fromstring(part(data).encode()).iter(f"{W}{tag}")


def values(data: bytes, tag: str) -> list[str | None]:
    """Give the values of the elements of a kind in the text."""
    return [element.get(f"{W}val") for element in elements(data, tag)]


def parts_of(archive: zipfile.ZipFile) -> dict[str, Element]:
    """Parse every part that is XML."""
    return {n: fromstring(archive.read(n)) for n in archive.namelist() if n.endswith((".xml", ".rels"))}


def package_faults(names: list[str], parts: Parts) -> Iterator[str]:
    """Every part has a type of its own, every relationship a target, and nothing is left of a template."""
    if len(names) != len(set(names)):
        yield "a part is there twice"
    if not names or names[0] != "[Content_Types].xml":
        yield "the content types are not the first part"
        return
    types = list(parts["[Content_Types].xml"])
    defaults = {kind.get("Extension", "").lower() for kind in types}
    overrides = {kind.get("PartName") for kind in types}
    for name in names[1:]:
        # What is one of many of its kind may be known by its suffix; a part of XML has a type of its own.
        if f"/{name}" not in overrides and (name.rpartition(".")[2] not in defaults or name.endswith(".xml")):
            yield f"{name}: no content type of its own"
        if re.search("thumbnail|stylesWithEffects|customXml", name):
            yield f"{name}: left over from a template"
    yield from (f"{kind}: content type of no part" for kind in overrides if kind and kind[1:] not in names)
    for name in names:
        for target in targets(name, parts):
            if target not in names:
                yield f"{name}: target {target} is missing"


def targets(name: str, parts: Parts) -> Iterator[str]:
    """Give the names of the parts that a part of relationships refers to."""
    if name.endswith(".rels"):
        folder = posixpath.dirname(posixpath.dirname(name))
        for entry in parts[name]:
            if entry.get("TargetMode") != "External":
                yield posixpath.normpath(posixpath.join("/", folder, entry.get("Target", "")))[1:]


def value(parent: Element, path: str) -> str | None:
    """Give the ``w:val`` of a child, `None` if there is no such child."""
    found = parent.find("/".join(f"{W}{name}" for name in path.split("/")))
    return None if found is None else found.get(f"{W}val", "")


def word_parts(parts: Parts) -> Iterator[tuple[str, Element]]:
    """Give the parts that hold Word's own XML."""
    yield from ((n, root) for n, root in parts.items() if n.startswith("word/") and n.endswith(".xml"))


def style_faults(parts: Parts) -> Iterator[str]:
    """Every style named is there, and every font is named for Chinese text too."""
    styles = list(parts["word/styles.xml"].iter(f"{W}style"))
    names = [style.get(f"{W}styleId") for style in styles]
    yield from (f"style {name} is there twice" for name in sorted({str(n) for n in names if names.count(n) > 1}))
    for part, root in word_parts(parts):
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
            for element in root.iter(f"{W}{tag}"):
                if element.get(f"{W}val") not in names:
                    yield f"{part}: {tag} {element.get(f'{W}val')} is not defined"
        for fonts in root.iter(f"{W}rFonts"):
            if any(str(key).endswith("Theme") for key in fonts.attrib):
                yield f"{part}: a font of the theme beats the named font"
            if fonts.get(f"{W}ascii") and not fonts.get(f"{W}eastAsia"):
                yield f"{part}: a Latin font without a Chinese one"
    language = parts["word/styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if language is None or language.get(f"{W}eastAsia") != "zh-CN":
        yield "the language of Chinese text is not zh-CN"
    normal = next((style for style in styles if style.get(f"{W}styleId") == "Normal"), None)
    if normal is None or value(normal, "pPr/overflowPunct") != "1":
        yield "overflowPunct is not written out: LibreOffice loses punctuation at line ends"


def order_faults(parts: Parts) -> Iterator[str]:
    """Properties stand in the order of the schema."""
    for part, root in word_parts(parts):
        for parent, order in ORDER.items():
            places = {f"{W}{name}": place for place, name in enumerate(order.split())}
            for element in root.iter(f"{W}{parent}"):
                found = [places.get(str(child.tag), -1) for child in element]
                if -1 in found or found != sorted(found):
                    yield f"{part}: the children of {parent} are unknown or out of order"


def document_faults(parts: Parts) -> Iterator[str]:
    """The page is that of GB/T 9704-2012; a title and headings are real; no table touches another."""
    body = parts["word/document.xml"].find(f"{W}body")
    if body is None or len(body) < 2 or body[-1].tag != f"{W}sectPr":
        yield "the body does not end with its section"
        return
    size, margins = body[-1].find(f"{W}pgSz"), body[-1].find(f"{W}pgMar")
    if size is None or (size.get(f"{W}w"), size.get(f"{W}h")) != ("11906", "16838"):
        yield "the paper is not A4"
    if margins is None or 11906 - sum(int(margins.get(f"{W}{side}", "0")) for side in ("left", "right")) != TYPE_AREA:
        yield "the type area is not 156 mm wide"
    kinds = {element.get(f"{W}type") for element in body[-1].iter(f"{W}footerReference")}
    if kinds != {"default", "even"}:
        yield "odd and even pages do not both have a footer"
    tags = [element.tag for element in body]
    if (f"{W}tbl", f"{W}tbl") in pairwise(tags):
        yield "two tables touch: Word makes one of them"
    if tags[-2] != f"{W}p":
        yield "the body does not end with a paragraph"
    styles = [value(p, "pPr/pStyle") for p in body.iter(f"{W}p")]
    if None in styles:
        yield "a paragraph without a style"
    if not {"Title", "Heading1"} <= set(styles):
        yield "no real title or heading"


def table_faults(parts: Parts) -> Iterator[str]:
    """Check every table of the text."""
    for number, table in enumerate(parts["word/document.xml"].iter(f"{W}tbl"), 1):
        yield from (f"table {number}: {fault}" for fault in one_table_faults(table))


def one_table_faults(table: Element) -> Iterator[str]:
    """A table is as wide as the type area, has a caption, and repeats its head; its rows do not break."""
    grid = [int(column.get(f"{W}w", "0")) for column in table.findall(f"{W}tblGrid/{W}gridCol")]
    rows = table.findall(f"{W}tr")
    width = table.find(f"{W}tblPr/{W}tblW")
    if not rows:
        yield "no rows"
    if sum(grid) != TYPE_AREA or min(grid, default=0) <= 0:
        yield "the grid is not as wide as the type area"
    if width is None or width.get(f"{W}w") != str(sum(grid)):
        yield "the width is not the sum of the grid"
    layout = table.find(f"{W}tblPr/{W}tblLayout")
    if layout is None or layout.get(f"{W}type") != "fixed":
        yield "the layout is not fixed"
    if not value(table, "tblPr/tblCaption") or not value(table, "tblPr/tblDescription"):
        yield "no caption for who hears the document"
    heads = [value(row, "trPr/tblHeader") is not None for row in rows]
    if heads != sorted(heads, reverse=True) or (len(heads) > 1 and all(heads)):
        yield "a repeated row that is not at the top"
    if any(value(row, "trPr/cantSplit") is None for row in rows):
        yield "a row may break across pages"
    above: dict[int, int] = {}
    for number, row in enumerate(rows, 1):
        found, above = row_faults(row, grid, above)
        yield from (f"row {number}: {fault}" for fault in found)


def row_faults(row: Element, grid: list[int], above: Mapping[int, int]) -> tuple[list[str], dict[int, int]]:
    """A row is as wide as the grid; its merges continue merges. Give the merges that go on below it too."""
    found: list[str] = []
    merges: dict[int, int] = {}
    column = 0
    for cell in row.findall(f"{W}tc"):
        span = int(value(cell, "tcPr/gridSpan") or 1)
        kind = value(cell, "tcPr/vMerge")
        if kind == "" and above.get(column) != span:
            found.append(f"column {column}: a merge that continues nothing")
        if kind is not None:
            merges[column] = span
        width = cell.find(f"{W}tcPr/{W}tcW")
        if width is None or width.get(f"{W}w") != str(sum(grid[column : column + span])):
            found.append(f"column {column}: a width that is not the grid's")
        if len(cell) == 0 or cell[-1].tag != f"{W}p":
            found.append(f"column {column}: a cell that does not end with a paragraph")
        if kind == "" and "".join(map(str, cell.itertext())).strip():
            found.append(f"column {column}: text hidden in a merged cell")
        column += span
    if column != len(grid):
        found.append(f"{column} columns of {len(grid)}")
    return found, merges


def text_faults(parts: Parts) -> Iterator[str]:
    """Fields are closed, quotes and dashes are Chinese type, edge spaces are kept."""
    for part, root in word_parts(parts):
        kinds = [field.get(f"{W}fldCharType") for field in root.iter(f"{W}fldChar")]
        if kinds.count("begin") != kinds.count("end"):
            yield f"{part}: a field is not ended"
        for run in root.iter(f"{W}r"):
            text = "".join(element.text or "" for element in run.iter(f"{W}t"))
            fonts = run.find(f"{W}rPr/{W}rFonts")
            if CHINESE_SIGNS & set(text) and (fonts is None or fonts.get(f"{W}hint") != "eastAsia"):
                yield f"{part}: quotes or dashes in Latin type: {text[:12]}"
        for element in root.iter(f"{W}t"):
            text = element.text or ""
            if text != text.strip() and element.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
                yield f"{part}: a space at an edge is lost: {text[:12]}"


def core_faults(parts: Parts) -> Iterator[str]:
    """The file says what it is, and nothing of the tool that made it."""
    core = parts.get("docProps/core.xml")
    texts = {} if core is None else {QName(element).localname: element.text or "" for element in core}
    yield from (f"core property {name} is empty" for name in ("title", "subject", "language") if not texts.get(name))
    if "python-docx" in " ".join(texts.values()):
        yield "the core properties name a library"
    for name in ("created", "modified"):
        if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", texts.get(name, "")):
            yield f"core property {name} is no time"


def settings_faults(parts: Parts) -> Iterator[str]:
    """Odd and even pages differ, and Word 2013's layout is asked for."""
    settings = parts.get("word/settings.xml")
    if settings is None or value(settings, "evenAndOddHeaders") is None:
        yield "odd and even pages do not differ"
    modes = [] if settings is None else [mode.get(f"{W}val") for mode in settings.iter(f"{W}compatSetting")]
    if "15" not in modes:
        yield "no compatibility mode"
