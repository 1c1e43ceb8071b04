"""Tables of a DOCX: from rows of cells that may span to a grid.

Word says where a cell begins by what stands before it in the row, and joins cells downwards by
marks. A mark that continues nothing, as converters leave it, begins a cell of its own: no text that
Word shows is lost, and no two cells overlap.
"""

from collections.abc import Sequence
from typing import Any, Protocol

from ..document import Frame, Grid, cell_at

__all__ = ["Row", "RowCell", "grid"]


class RowCell(Protocol):
    """A cell as its row has it."""

    text: str
    span: int
    continues: bool
    """Whether it belongs to the cell above it."""


class Row(Protocol):
    """A row."""

    @property
    def cells(self) -> Sequence[RowCell]:
        """The cells from side to side."""
        ...

    gap: int
    """How many columns are left free before the first cell."""


def grid(rows: Sequence[Row]) -> Grid:
    """Make a grid of rows of cells."""
    # Of each cell: row, column, text, height, span.
    found: list[list[Any]] = []
    above: dict[int, list[Any]] = {}
    width = 0
    for number, row in enumerate(rows):
        here: dict[int, list[Any]] = {}
        column = row.gap
        for cell in row.cells:
            over = above.get(column) if cell.continues else None
            if over is not None and over[4] == cell.span:
                over[3] += 1
                here[column] = over
            else:
                here[column] = [number, column, cell.text, 1, cell.span]
                found.append(here[column])
            column += cell.span
        width = max(width, column) if row.cells else width
        above = here
    depth = max([row + height for row, _, _, height, _ in found], default=0)
    return Grid(Frame(depth, width, tuple([cell_at(*cell) for cell in found])))
