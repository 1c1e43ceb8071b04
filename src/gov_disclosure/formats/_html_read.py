"""HTML pages to documents: one pass over what lxml finds, no network.

What is not shown is left out. A page that shows no table of any size but hides some is one of panes,
which are shown one at a time: all of it is read then.
"""

import re
from typing import cast

from lxml import etree

from ..document import Document, Grid
from ..limits import USUAL, Limits
from ._encoding import utf8_of
from ._html_lean import parted, without_letters
from ._html_roles import Roles, has_roles
from ._html_styled import StyledTarget
from ._html_styles import Styles
from ._html_target import PageTarget

__all__ = ["read_page", "read_text"]

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DECLARED_WITHIN = 4096

_CELL = re.compile(rb"<(?:(t[dh]\b)|/t(?:[dhr]|able)\b)", re.IGNORECASE)
"""Where cells begin, and where they end."""
_LOST = "\ufffd".encode()

_FEW = 20
"""A table of no more cells says something about the page: its number, its day."""


def read_page(data: bytes, limits: Limits = USUAL) -> Document:
    """Read the bytes of a page. Raises `UnreadableSource` for bytes that are no text and what is beyond the limits."""
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    source = utf8_of(data, "html", declared[1].decode() if declared else "")
    return _read(source + _lost_behind(source), limits)


def read_text(text: str, limits: Limits = USUAL) -> Document:
    """Read a page, or a piece of one, that is text already. Raises `UnreadableSource` for what is beyond the limits."""
    return _read(text.encode(), limits)


def _read(source: bytes, limits: Limits) -> Document:
    if len(source) > limits.tags and source.count(b"<") > limits.tags:
        raise limits.exceeded("tags", "HTML")
    plain, looks = parted(source)
    said = (plain + looks).lower()
    styles, roles = Styles.of(said), has_roles(said)
    if not (styles.any or roles):
        return _parsed(without_letters(plain), PageTarget(limits))

    def read(panes: bool) -> Document:
        page = StyledTarget(limits, styles=styles, panes=panes)
        return _parsed(source, Roles(page) if roles else page)

    document = read(panes=False)
    if styles.any and not _has_table(document):
        whole = read(panes=True)
        return whole if _has_table(whole) else document
    return document


def _lost_behind(source: bytes) -> bytes:
    """Give what stands for the rest of a cell in whose text a page breaks off: that may be half of a number."""
    if source.rstrip().endswith(b">"):
        return b""
    last = max(_CELL.finditer(source), key=re.Match.start, default=None)
    return _LOST if last and last[1] and source.rfind(b">") > source.rfind(b"<") else b""


def _parsed(source: bytes, target: PageTarget | Roles) -> Document:
    # lxml asks a target only for the methods that it has.
    asked = cast("etree.ParserTarget[Document]", target)
    # A parser with bounds of its own ends a page at 10 MB without a word; here no tree grows, and tags are counted.
    return etree.fromstring(source, etree.HTMLParser(target=asked, encoding="utf-8", huge_tree=True, no_network=True))


def _has_table(document: Document) -> bool:
    return any(isinstance(block, Grid) and len(block.frame.cells) > _FEW for block in document.blocks)
