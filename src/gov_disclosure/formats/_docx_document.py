"""The parts of a DOCX as python-docx has them, for whoever goes on editing by code of their own.

How the parts of a package hang together is read once and kept, because it is the same for thousands
of documents. Every part is parsed anew: no two documents share anything that can be changed.
"""

import io
from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from attrs import frozen

from ._docx_package import PackedPart, archive, packed

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.packuri import PackURI

__all__ = ["opened"]


@frozen
class _Shape:
    """What the content types and the relationships of a package say."""

    parts: "tuple[tuple[PackURI, str, str], ...]"
    """Name, content type, and the kind of relationship by which it was found."""
    links: tuple[tuple[str, str, str, str, bool], ...]
    """Source, kind, target, identity, and whether the target is outside of the package."""


@lru_cache(maxsize=16)
def _shape(parts: tuple[tuple[str, bytes], ...]) -> _Shape:
    # python-docx leaves this part of it without annotations.
    reader: Any = import_module("docx.opc.pkgreader").PackageReader
    package = reader.from_file(io.BytesIO(archive(packed(*part) for part in parts)))
    links = (
        (
            source,
            link.reltype,
            link.target_ref if link.is_external else link.target_partname,
            link.rId,
            link.is_external,
        )
        for source, link in package.iter_srels()
    )
    return _Shape(tuple(part[:3] for part in package.iter_sparts()), tuple(links))


def opened(parts: Iterable[PackedPart]) -> "Document":
    """Give a package to python-docx, as if it had opened the file."""
    from docx.opc.part import PartFactory
    from docx.package import Package

    data = {f"/{part.name}": part.data for part in parts}
    shape = _shape(tuple((name[1:], blob if _is_structure(name) else b"") for name, blob in data.items()))
    package: Any = Package()
    make: Any = PartFactory
    found: dict[str, Any] = {name: make(name, kind, link, data[name], package) for name, kind, link in shape.parts}
    for source, kind, target, identity, is_external in shape.links:
        holder = found.get(source, package)
        holder.load_rel(kind, target if is_external else found[target], identity, is_external)
    for part in found.values():
        part.after_unmarshal()
    package.after_unmarshal()
    return cast("Document", package.main_document_part.document)


def _is_structure(name: str) -> bool:
    return name.endswith(".rels") or name == "/[Content_Types].xml"
