"""HTML pages to documents: one pass over what lxml finds, no network.

What is not shown is left out. A page that shows no table of any size but hides some is one of panes,
which are shown one at a time: all of it is read then.
"""

import re
from typing import cast

from lxml import etree

from ..document import Document, Grid
from ..limits import USUAL, Limits
from ._encoding import decode
from ._html_lean import lean
from ._html_roles import Roles, has_roles
from ._html_styles import Styles
from ._html_target import PageTarget

__all__ = ["read_page", "read_text"]

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DECLARED_WITHIN = 4096

_FEW = 20
"""A table of no more cells says something about the page: its number, its day."""


def read_page(data: bytes, limits: Limits = USUAL) -> Document:
    """Read the bytes of a page. Raises `UnreadableSource` for bytes that are no text and what is beyond the limits."""
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    return read_text(decode(data, "html", declared[1].decode() if declared else ""), limits)


def read_text(text: str, limits: Limits = USUAL) -> Document:
    """Read a page, or a piece of one, that is text already. Raises `UnreadableSource` for what is beyond the limits."""
    source = text.encode()
    if source.count(b"<") > limits.tags:
        raise limits.exceeded("tags", "HTML")
    said = source.lower()
    styles, roles = Styles.of(said), has_roles(said)
    document = _parsed(source if styles.any or roles else lean(source), styles, roles, limits)
    if styles.any and not _has_table(document):
        whole = _parsed(source, styles, roles, limits, panes=True)
        return whole if _has_table(whole) else document
    return document


def _parsed(source: bytes, styles: Styles, roles: bool, limits: Limits, *, panes: bool = False) -> Document:
    # lxml asks a target only for the methods that it has.
    page = PageTarget(styles, limits, panes)
    target = cast("etree.ParserTarget[Document]", Roles(page) if roles else page)
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=False, no_network=True)
    return etree.fromstring(source, parser)


def _has_table(document: Document) -> bool:
    return any(isinstance(block, Grid) and len(block.frame.cells) > _FEW for block in document.blocks)
