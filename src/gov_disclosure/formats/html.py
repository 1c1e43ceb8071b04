"""HTML: pages and fragments, read and written with their merged cells.

Writing needs nothing but the standard library; lxml is imported when something is read.
"""

from ..document import Document
from ..limits import USUAL, Limits
from ._html_write import write

__all__ = ["read", "write"]


def read(data: bytes, limits: Limits = USUAL) -> Document:
    """Read the headings, paragraphs, tables and pictures of a page in order.

    Raises `UnreadableSource` for bytes that are no text and what is beyond the limits.
    """
    from ._html_read import read_page

    return read_page(data, limits)
