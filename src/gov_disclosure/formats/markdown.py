"""Markdown: what GitHub and pandoc both read, written so that every text stays what it is.

Tables are pipe tables, one for each outline of a statutory table, or faithful HTML tables. This
file knows no statute.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from ..document import Block, Document, Frame, Grid, Heading, Outline, Paragraph
from ..errors import CannotWrite
from ..limits import USUAL, Limits
from ..words import Language, Words, clean
from ._encoding import decode
from ._html_write import table
from ._inline import destination, entities, escape, escape_block
from ._markdown_read import read_lines

__all__ = ["read", "write"]

# What stands over the row labels of a table that has nothing there.
_ITEM = Words("项目", "Item")


def write(document: Document, *, tables: Literal["pipe", "html"] = "pipe") -> str:
    """Write Markdown with pipe tables, which have no merged cells, or with HTML tables.

    A foreign table with merged cells is always an HTML table. Raises `CannotWrite` for another
    kind of table.
    """
    if tables not in ("pipe", "html"):
        raise CannotWrite(str(tables), Words("tables 可用 pipe html", "tables is pipe or html"))
    blocks = (_block(block, tables == "html") for block in document.blocks)
    return "\n\n".join(filter(None, blocks)) + "\n"


def _block(block: Block, html: bool) -> str:
    if isinstance(block, Heading):
        return f"{'#' * min(block.level + 1, 6)} {escape_block(clean(block.text))}"
    if isinstance(block, Paragraph):
        return escape_block(clean(block.text))
    if isinstance(block, Grid):
        if not html and block.frame.outlines:
            pattern, slots = _pattern(block.frame)
            # Digits and letters are never markup, and nearly all figures are nothing else.
            shown = block.values if "".join(block.values).isalnum() else [*map(escape, block.values)]
            return pattern % tuple([shown[slot] for slot in slots])
        merged = any(cell.rowspan > 1 or cell.colspan > 1 for cell in block.frame.cells)
        return table(block, escaped=entities) if html or merged else _pipe(block)
    return f"![]({destination(block.reference)})"


def _pipe(grid: Grid) -> str:
    """Write a table without merged cells; its first row becomes the head."""
    rows = [f"| {' | '.join(map(_cell, row))} |" for row in grid.texts()]
    if rows:
        rows.insert(1, f"| {' | '.join(['---'] * grid.frame.columns)} |")
    return "\n".join(rows)


def _cell(text: str) -> str:
    return "<br>".join(map(escape, text.splitlines()))


@lru_cache(maxsize=32)
def _pattern(frame: Frame) -> tuple[str, tuple[int, ...]]:
    """Give the tables of all outlines with a ``%s`` for every figure, and the slots of these."""
    text = "\n\n".join("\n".join(_outline(outline, frame.language)) for outline in frame.outlines)
    return text, tuple(slot for outline in frame.outlines for row in outline.rows for slot in row.slots)


def _outline(outline: Outline, lang: Language) -> Iterator[str]:
    if outline.caption:
        yield f"**{_fixed(outline.caption)}**\n"
    yield f"| {' | '.join(map(_fixed, (outline.corner or _ITEM.say(lang), *outline.head)))} |"
    yield f"| --- |{' ---: |' * len(outline.head)}"
    for label, slots in _rows(outline):
        yield f"| {_fixed(label)} |{' %s |' * len(slots)}"


def _fixed(text: str) -> str:
    return escape(text).replace("%", "%%")


def _rows(outline: Outline) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Give every row of figures under a label that says what it is without the rows above it.

    That takes the group it stands in; a group at the top only parts the table, and every row
    would repeat it.
    """
    groups: dict[int, str] = {}
    for row in outline.rows:
        groups[row.depth] = row.label
        if row.slots:
            group = f"{groups[row.depth - 1]} / " if row.depth > 1 else ""
            yield group + row.label, row.slots


def read(data: bytes, limits: Limits = USUAL) -> Document:
    """Read headings, paragraphs, pictures, pipe tables and HTML tables.

    Raises `UnreadableSource` for bytes that are no text, and for what is beyond the limits.
    """
    text = decode(data, "markdown")
    limits.check_text(text, "markdown")
    return read_lines(text.splitlines(), limits)
