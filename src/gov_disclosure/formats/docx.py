"""DOCX: a document as an office issues it, and what any office's file says.

Both directions work on the XML of the package itself; nothing here knows the statute. Writing
needs no library but the standard one and costs little more than packing the finished parts, so
the same document gives the same bytes on every machine and in every locale.
"""

from ..document import Document
from ._docx_package import archive, packed
from ._docx_parts import core_part, static_parts
from ._docx_write import text_part

__all__ = ["write"]


def write(document: Document) -> bytes:
    """Write a document as the bytes of a DOCX file in the look of GB/T 9704-2012.

    A title that names an organ (the property ``organization``) and is longer than a line is broken
    after that name. The file's own time is the day of the property ``published``, else the last
    day of the property ``year``: it never depends on when it is written.
    """
    own = (packed("docProps/core.xml", core_part(document)), packed("word/document.xml", text_part(document)))
    return archive((*static_parts(), *own))
