"""What is no table: the text of the parts, with wrapped lines joined and foreign tables in place."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from ...columns import join_lines, width_of
from ...document import Document, Grid
from ...sections import ForeignTable, Item
from .._lines.lines import Line

__all__ = ["Wrapping", "text_of", "wrapping_of"]

_NUMBERED = re.compile(r"[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、")
_FILLED = 4
"""How many columns before the edge a wrapped line may end: two characters that may not begin a line."""


@frozen
class Wrapping:
    """How a source breaks its lines."""

    edge: int = 0
    """The width that wrapped lines fill; 0 if none are wrapped."""
    indented: bool = False
    """Whether every paragraph begins with an indent, so that a line without one goes on."""


def wrapping_of(lines: Sequence[Line], taken: Container[int]) -> Wrapping:
    """Find out whether and how a plain text breaks its lines.

    Either paragraphs are indented and the lines below them are not, or lines that stop inside a
    sentence nearly all end at one edge.
    """
    prose = [line for line in lines if line.raw.strip() and line.index not in taken]
    below = [(one, two) for one, two in pairwise(prose) if two.index == one.index + 1]
    going = {two.index for _, two in below}
    firsts = [line for line in prose if line.index not in going]
    widths = [width_of(one.raw.rstrip()) for one, two in below if not is_indented(two) and not ends_sentence(one)]
    if not widths:
        return Wrapping()
    edge = max(widths)
    if below and all(map(is_indented, firsts)):
        return Wrapping(edge, True)
    filled = sum(1 for columns in widths if columns >= edge - _FILLED)
    return Wrapping(edge) if 30 <= edge <= 160 and len(widths) > 1 and filled * 10 >= len(widths) * 8 else Wrapping()


def is_indented(line: Line) -> bool:
    """Tell whether a line of text begins with an indent."""
    return line.raw.startswith(("\u3000", "  ", "\t", "\xa0\xa0"))


def ends_sentence(line: Line) -> bool:
    """Tell whether a line of text ends with a full stop or the like."""
    return line.raw.rstrip().endswith(("。", "！", "？", "：", "；", "”"))


def goes_on(before: Line | None, line: Line, wrapping: Wrapping) -> bool:
    """Tell whether a line of text belongs to the paragraph of the line right above it."""
    if before is None or line.index != before.index + 1 or not wrapping.edge or is_indented(line):
        return False
    reached = width_of(before.raw.rstrip())
    numbered = _NUMBERED.match(line.text) is not None
    if wrapping.indented:
        return not (numbered and reached < wrapping.edge - 3 * _FILLED)
    return reached >= wrapping.edge - _FILLED and not numbered


def text_of(lines: Sequence[Line], document: Document, taken: Container[int], wrapping: Wrapping) -> tuple[Item, ...]:
    """Give the text that some lines hold, without the lines that are taken."""
    return tuple(_items(lines, document, taken, wrapping))


def _items(lines: Sequence[Line], document: Document, taken: Container[int], wrapping: Wrapping) -> Iterator[Item]:
    paragraph, before = "", None
    grids: dict[int | None, list[Line]] = {}
    for line in lines:
        grids.setdefault(line.grid, []).append(line)
    for line in lines:
        if line.index in taken or line.empty:
            continue
        if paragraph and not goes_on(before, line, wrapping):
            yield paragraph
            paragraph = ""
        before = None
        if line.picture:
            yield line.picture
        elif line.grid is None:
            paragraph, before = join_lines((paragraph, line.text)), line
        elif rows := grids.pop(line.grid, None):
            yield from _foreign(line.grid, rows, document, taken)
    if paragraph:
        yield paragraph


def _foreign(number: int, rows: Sequence[Line], document: Document, taken: Container[int]) -> Iterator[Item]:
    """Give a table of its own as it is, and what is left of one that holds a table of the form line by line."""
    grid = document.blocks[number]
    if isinstance(grid, Grid) and len(rows) == grid.frame.rows and not any(row.index in taken for row in rows):
        yield ForeignTable(grid.texts())
    else:
        yield from (row.text for row in rows if row.index not in taken and not row.empty)
