"""From the bytes of a DOCX to a document: find the parts, parse them safely, read the text.

The parser expands no entities, opens no network and loads no definitions; a part that declares a
document type is refused, because the format forbids it.
"""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from attrs import define
from lxml import etree

from ..document import Document
from ..errors import UnreadableSource
from ..limits import USUAL, Limits
from ..words import Words, clean
from ._docx_media import Media
from ._docx_package import Package, refuse
from ._docx_parts import APPLICATION, PUBLISHED
from ._docx_read import OFF, Element, Reader, Styles, W
from ._docx_signs import Moves, way
from ._docx_tree import MEANINGS

__all__ = ["parse", "read_package", "relationships"]

_STYLE, _NAME, _BASE, _OUTLINE, _VANISH = (
    f"{W}{name}" for name in ("style", "name", "basedOn", "outlineLvl", "vanish")
)
_STANDS = frozenset(f"{W}{name}" for name in ("vertAlign", "strike", "dstrike"))
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# Files that Word calls "Strict Open XML" say the same under other names.
_STRICT = re.compile(
    rb"http://purl\.oclc\.org/ooxml/(wordprocessingml/main|officeDocument/relationships|drawingml/main)"
)
_USUAL = {
    b"wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
}
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
    reader = Reader(_NO_STYLES if sheet is None else _styles_of(sheet), Media(package, targets))
    return Document(tuple(reader.blocks(body)), tuple(_properties(package)))


def _other(package: Package) -> UnreadableSource:
    for start, found in _OTHERS:
        if any(name.startswith(start) for name in package.names):
            return refuse(found)
    return refuse(Words("它是压缩包，但里面没有 Word 文档", "it is a zip archive without a Word document"))


def parse(content: bytes) -> Element:
    """Parse a part safely. Raises `UnreadableSource`."""
    if b"http://purl.oclc.org/ooxml/" in content:
        content = _STRICT.sub(lambda found: _USUAL[found[1]], content)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise refuse(Words(f"其中的 XML 有错误（{error.msg}）", f"its XML is faulty ({error.msg})")) from error
    if root.getroottree().docinfo.doctype:
        raise refuse(Words("其中的 XML 声明了文档类型", "its XML declares a document type"))
    return root


_SMALL, _KEPT = 1 << 16, 32
"""So many bytes has a small part; of so many that are small is kept what they say."""


def relationships(package: Package, source: str) -> Mapping[str, tuple[str, str]]:
    """Give what a part refers to: identity to kind and target, the target of a part being its name."""
    folder, name = posixpath.split(source)
    content = package.part(posixpath.join(folder, "_rels", f"{name}.rels"))
    if content is None:
        return {}
    return (_usual_relationships if len(content) <= _SMALL else _relationships)(content, folder)


def _relationships(content: bytes, folder: str) -> Mapping[str, tuple[str, str]]:
    found = {}
    for entry in parse(content).iter(_RELATIONSHIP):
        target = entry.get("Target", "")
        if entry.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[entry.get("Id", "")] = (entry.get("Type", "").rpartition("/")[2], target)
    return MappingProxyType(found)


_NO_STYLES = Styles(MappingProxyType({}), frozenset(), MappingProxyType({}), MappingProxyType({}))
_HEADING = re.compile(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_TITLES = {"title", "标题"}


@define
class _Style:
    """What one style says that matters to a reader."""

    name: str = ""
    base: str = ""
    outline: str = ""
    is_hidden: bool | None = None
    written: Callable[[str], str] | None = None
    """How its text is written; `None` where it does not say."""


def _read_styles(content: bytes) -> dict[str, _Style]:
    """Read the styles of a file by their identities, in one pass over what matters of them."""
    found: dict[str, _Style] = {}
    open_style, style = None, _Style()
    for element in parse(content).iter(_STYLE, _NAME, _BASE, _OUTLINE, _VANISH, *_STANDS):
        value = element.get(f"{W}val", "")
        parent = element.getparent()
        if element.tag == _STYLE:
            open_style, style = element, _Style()
            found[element.get(f"{W}styleId", "")] = style
        elif parent is open_style and element.tag == _NAME:
            style.name = value
        elif parent is open_style and element.tag == _BASE:
            style.base = value
        elif parent is None or parent.getparent() is not open_style:
            continue  # It is said of a part of a table only, or of no style.
        elif element.tag == _OUTLINE:
            style.outline = value
        elif element.tag == _VANISH:
            style.is_hidden = value not in OFF
        elif element.tag in _STANDS:
            style.written = way(element, Moves()) or style.written or str
    return found


def _styles(content: bytes) -> Styles:
    """Find the styles of headings with their levels, those of hidden, raised and struck text, and our own."""
    found = _read_styles(content)
    levels = {identity: level for identity in found if (level := _level(found, identity)) is not None}
    hidden = [one for one in found if _inherited(found, one, attrgetter("is_hidden"))]
    written = {one: way for one in found if (way := _inherited(found, one, attrgetter("written"))) not in {None, str}}
    meanings = {identity: MEANINGS[style.name] for identity, style in found.items() if style.name in MEANINGS}
    return Styles(MappingProxyType(levels), frozenset(hidden), MappingProxyType(written), MappingProxyType(meanings))


# Files of one program or template have the same styles and relationships, byte by byte.
_usual_relationships = lru_cache(maxsize=_KEPT)(_relationships)
_usual_styles = lru_cache(maxsize=_KEPT)(_styles)


def _styles_of(content: bytes) -> Styles:
    return (_usual_styles if len(content) <= _SMALL else _styles)(content)


def _bases(found: Mapping[str, _Style], identity: str) -> Iterator[_Style]:
    """Follow a style to those that it is based on, itself first; a circle of styles ends where it began."""
    seen: set[str] = set()
    while identity in found and identity not in seen:
        seen.add(identity)
        yield found[identity]
        identity = found[identity].base


def _inherited(found: Mapping[str, _Style], identity: str, said: Callable[[_Style], Any]) -> Any:
    """Give what a style says or, where it is silent, the first one that it is based on and that does."""
    return next((answer for answer in map(said, _bases(found, identity)) if answer is not None), None)


def _level(found: Mapping[str, _Style], identity: str) -> int | None:
    """Find the style that says how deep a heading it is."""
    for style in _bases(found, identity):
        if style.name.lower() in _TITLES:
            return 0
        heading = _HEADING.fullmatch(style.name)
        if heading:
            return int(heading[1])
        if style.outline:
            return int(style.outline) + 1 if style.outline in set("012345678") else None
    return None


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
