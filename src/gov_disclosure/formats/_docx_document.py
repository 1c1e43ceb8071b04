"""The bytes of a DOCX as python-docx has them, for whoever goes on editing by code of their own."""

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["reopened"]


def reopened(data: bytes) -> "Document":
    """Open a DOCX with python-docx."""
    import docx

    return docx.Document(io.BytesIO(data))
