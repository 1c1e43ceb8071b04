"""HTML tables to grids: spans as the standard places them, clipped where they would overlap.

A table that holds tables, or paragraphs of prose, is only there for the layout of its page; what
it holds comes out in order instead.
"""

from bisect import bisect_left
from collections.abc import Mapping
from itertools import chain

from attrs import define, field

from ..columns import join_lines
from ..document import Cell, Frame, Grid, Heading, Picture, cell_at
from ..limits import Limits
from ..words import clean

__all__ = ["Flow", "HtmlCell", "HtmlTable", "spans_of", "text_of"]

Flow = list[str | Heading | Grid | Picture]
"""What stands in a page or in a cell, in order; a text is a paragraph."""

# A cell of several paragraphs with more characters than this is a page, not a cell.
_PROSE = 200
# https://html.spec.whatwg.org/multipage/tables.html#attributes-common-to-td-and-th-elements
_MOST_COLUMNS, _MOST_ROWS = 1000, 65534


@define
class HtmlCell:
    """What a cell holds and over how many rows and columns it says that it goes."""

    flow: Flow
    rowspan: int
    colspan: int


def text_of(flow: Flow) -> str:
    """Give the texts of a flow on one line, headings too."""
    if len(flow) == 1 and isinstance(flow[0], str):
        return str(flow[0])
    return clean(join_lines(_texts(flow)))


def _texts(flow: Flow) -> list[str]:
    found = (item.text if isinstance(item, Heading) else item for item in flow)
    return [text for text in found if isinstance(text, str)]


def spans_of(attributes: Mapping[str, str]) -> tuple[int, int]:
    """Give how many rows and columns a cell says that it covers; 0 rows are all that follow."""
    if "rowspan" not in attributes and "colspan" not in attributes:
        return 1, 1
    rows = _number(attributes.get("rowspan", "1"), _MOST_ROWS)
    return rows or _MOST_ROWS, _number(attributes.get("colspan", "1"), _MOST_COLUMNS) or 1


def _number(text: str, most: int) -> int:
    digits = text.strip()
    return min(int(digits), most) if digits.isdecimal() and len(digits) < 10 else 1


@define
class HtmlTable:
    """A table while it is read."""

    limits: Limits
    rows: list[list[HtmlCell]] = field(factory=list)
    caption: str = ""
    nested: bool = False
    """Whether a cell holds another table."""
    loose: Flow = field(factory=list)
    """What stands in the table but in no row: browsers show it above the table."""
    in_row: bool = False
    """Whether a row is open: a text in it but in no cell has lost the beginning of its cell."""

    def begin_row(self) -> None:
        """Begin a row."""
        self.rows.append([])
        self.in_row = True

    def add(self, cell: HtmlCell) -> None:
        """Add a cell to the last row."""
        if not self.rows:
            self.rows.append([])
        self.rows[-1].append(cell)

    @property
    def is_text(self) -> bool:
        """Whether it is nothing but a frame around a text."""
        cells = list(chain.from_iterable(self.rows))
        return len(cells) == 1 and not (self.nested or self.loose or self.caption or _is_prose(cells[0]))

    def flow(self) -> Flow:
        """Give the table as a grid and the pictures in it, or what is in it if it is no table of data."""
        cells = list(chain.from_iterable(self.rows))
        # A cell of one text, as nearly all are, is none of what follows.
        others = [cell for cell in cells if len(cell.flow) > 1 or not (cell.flow and isinstance(cell.flow[0], str))]
        placed = None if self.nested or any(map(_is_prose, others)) else self._grid()
        if placed is None:
            caption: Flow = [self.caption] if self.caption else []
            return self.loose + caption + [item for cell in cells for item in cell.flow]
        pictures: Flow = [item for cell in others for item in cell.flow if isinstance(item, Picture)]
        blank = pictures and not any(text_of(cell.flow) for cell in cells)
        return self.loose + ([] if blank else [placed]) + pictures

    def _grid(self) -> Grid | None:
        """Place the cells; a table without any is none. Raises `UnreadableSource` for more places than are allowed."""
        cells: list[Cell] = []
        free: list[int] = []
        for number, row in enumerate(self.rows):
            column = 0
            for cell in row:
                while column < len(free) and free[column] > number:
                    column += 1
                width = cell.colspan if cell.colspan == 1 else _room(free, number, column, cell.colspan)
                height = cell.rowspan if cell.rowspan == 1 else min(cell.rowspan, len(self.rows) - number)
                if width == 1 and column < len(free):
                    free[column] = number + height
                else:
                    if (column + width) * (number + 1) > self.limits.table_places:
                        raise self.limits.exceeded("table_places", "HTML")
                    free[column : column + width] = [number + height] * width
                cells.append(cell_at(number, column, text_of(cell.flow), height, width))
                column += width
        if not cells:
            return None
        starts = sorted({cell.column for cell in cells})
        placed = cells if len(starts) == len(free) else _without_spare(cells, starts)
        return Grid(Frame(max(free), len(starts), tuple(placed), caption=self.caption))


def _is_prose(cell: HtmlCell) -> bool:
    return len(cell.flow) > 1 and sum(map(len, _texts(cell.flow))) > _PROSE


def _room(free: list[int], row: int, column: int, wanted: int) -> int:
    """Clip a cell before a column that a cell from above covers."""
    end = next((c for c in range(column + 1, min(column + wanted, len(free))) if free[c] > row), column + wanted)
    return end - column


def _without_spare(cells: list[Cell], starts: list[int]) -> list[Cell]:
    """Leave out the columns in which no cell starts: they are only in what cells say of their width."""
    new = {start: number for number, start in enumerate(starts)}
    return [
        cell_at(cell.row, new[cell.column], cell.text, cell.rowspan, end - new[cell.column])
        for cell in cells
        for end in (bisect_left(starts, cell.column + cell.colspan),)
    ]
