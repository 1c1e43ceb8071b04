"""The XML in a package: each part parsed safely, and what it refers to.

The parser expands no entities, opens no network and loads no definitions; a part that declares a
document type is refused, because the format forbids it.
"""

import posixpath
import re
from collections.abc import Mapping
from types import MappingProxyType

from lxml import etree
from lxml.etree import _Element as Element

from ..kept import kept
from ..words import Words
from ._docx_package import Package, refuse

__all__ = ["KEPT", "SMALL", "parse", "relationships"]

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
_TOO_DEEP = "Excessive depth"
_DEEP = Words("其中的 XML 嵌套超过256层", "its XML is nested deeper than 256 elements")


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
        faulty = Words(f"其中的 XML 有错误（{error.msg}）", f"its XML is faulty ({error.msg})")
        raise refuse(_DEEP if _TOO_DEEP in str(error.msg) else faulty) from error
    if root.getroottree().docinfo.doctype:
        raise refuse(Words("其中的 XML 声明了文档类型", "its XML declares a document type"))
    return root


SMALL, KEPT = 1 << 16, 32
"""So many bytes has a small part; of so many that are small is kept what they say."""


def _relationships(said: tuple[bytes, str]) -> Mapping[str, tuple[str, str]]:
    content, folder = said
    found = {}
    for entry in parse(content).iter(_RELATIONSHIP):
        target = entry.get("Target", "")
        if entry.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[entry.get("Id", "")] = (entry.get("Type", "").rpartition("/")[2], target)
    return MappingProxyType(found)


# Files of one program or template have the same relationships, byte by byte.
_relationships_of = kept(_relationships, largest=SMALL, most=KEPT, sized=lambda said: said[0])


def relationships(package: Package, source: str) -> Mapping[str, tuple[str, str]]:
    """Give what a part refers to: identity to kind and target, the target of a part being its name."""
    folder, name = posixpath.split(source)
    content = package.part(posixpath.join(folder, "_rels", f"{name}.rels"))
    return {} if content is None else _relationships_of((content, folder))
