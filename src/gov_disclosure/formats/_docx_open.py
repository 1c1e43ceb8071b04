"""From the bytes of a DOCX to a document: find the parts, and read the text."""

from ..document import Document
from ..errors import UnreadableSource
from ..limits import USUAL, Limits
from ..words import Words, clean
from ._docx_chunks import Chunks
from ._docx_media import Media
from ._docx_package import Package, refuse
from ._docx_parts import APPLICATION, PUBLISHED
from ._docx_read import Reader
from ._docx_sheet import NO_STYLES, sheet_of
from ._docx_signs import W
from ._docx_xml import parse, relationships

__all__ = ["read_package"]

_OTHERS = (
    ("xl/", Words("它是 Excel 工作簿", "it is an Excel workbook")),
    ("ppt/", Words("它是 PowerPoint 演示文稿", "it is a PowerPoint presentation")),
    ("mimetype", Words("它是 OpenDocument 或电子书文件", "it is an OpenDocument file or an e-book")),
)


def read_package(data: bytes, limits: Limits = USUAL) -> Document:
    """Read a document from the bytes of a DOCX file. Raises `UnreadableSource`."""
    package = Package.of(data, limits)
    top = relationships(package, "")
    main = next((target for kind, target in top.values() if kind == "officeDocument"), "word/document.xml")
    content = package.part(main)
    body = None if content is None else parse(content).find(f"{W}body")
    if body is None:
        raise _other(package)
    related = relationships(package, main)
    styles = next((target for kind, target in related.values() if kind == "styles"), "word/styles.xml")
    targets = {name: target for name, (_, target) in related.items()}
    sheet = package.part(styles)
    reader = Reader(NO_STYLES if sheet is None else sheet_of(sheet), Media(package, targets), Chunks(package, targets))
    return Document(tuple(reader.blocks(body)), tuple(_properties(package)))


def _other(package: Package) -> UnreadableSource:
    for start, found in _OTHERS:
        if any(name.startswith(start) for name in package.names):
            return refuse(found)
    return refuse(Words("它是压缩包，但里面没有 Word 文档", "it is a zip archive without a Word document"))


def _properties(package: Package) -> list[tuple[str, str]]:
    """Take what the file says of itself, if we wrote it: others leave there what their template said."""
    app, core = package.part("docProps/app.xml"), package.part("docProps/core.xml")
    if app is None or core is None or _texts(app).get("Application") != APPLICATION:
        return []
    texts = _texts(core)
    published = texts.get("created", "")[:10] if texts.get("contentStatus") == PUBLISHED else ""
    pairs = (("title", texts.get("title", "")), ("organization", texts.get("creator", "")), ("published", published))
    return [(name, text) for name, text in pairs if text]


def _texts(content: bytes) -> dict[str, str]:
    """Give the texts of the elements below the first by their names without a namespace."""
    return {str(element.tag).rpartition("}")[2]: clean(element.text or "") for element in parse(content)}
