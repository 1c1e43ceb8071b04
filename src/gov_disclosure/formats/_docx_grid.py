"""Tables of a DOCX: from rows of cells that may span to a grid.

Word says where a cell begins by what stands before it in the row, and joins cells downwards by
marks. A mark that continues nothing, as converters leave it, begins a cell of its own: no text that
Word shows is lost, and no two cells overlap.
"""

from collections.abc import Iterator, Sequence

from attrs import define, frozen

from ..document import Cell, Grid

__all__ = ["RowCell", "TooLarge", "grid"]

LARGEST_GRID = 2_000_000
"""How many places a grid may have."""


class TooLarge(ValueError):
    """A table has more places than any document needs."""


@frozen
class RowCell:
    """A cell as its row has it."""

    text: str
    span: int = 1
    continues: bool = False
    """Whether it belongs to the cell above it."""
    gap: int = 0
    """How many columns are left free before it."""


@define
class _Open:
    row: int
    column: int
    text: str
    span: int
    height: int = 1


def grid(rows: Sequence[Sequence[RowCell]]) -> Grid:
    """Make a grid of rows of cells. Raises `TooLarge`."""
    found: list[_Open] = []
    above: dict[int, _Open] = {}
    width = 0
    for number, row in enumerate(rows):
        here: dict[int, _Open] = {}
        for column, cell in _placed(row):
            over = above.get(column)
            if cell.continues and over is not None and over.span == cell.span:
                over.height += 1
                here[column] = over
            else:
                here[column] = _Open(number, column, cell.text, cell.span)
                found.append(here[column])
            width = max(width, column + cell.span)
        above = here
    if width * len(rows) > LARGEST_GRID:
        raise TooLarge
    return Grid.of_cells(Cell(cell.row, cell.column, cell.text, cell.height, cell.span) for cell in found)


def _placed(row: Sequence[RowCell]) -> Iterator[tuple[int, RowCell]]:
    column = 0
    for cell in row:
        column += cell.gap
        yield column, cell
        column += cell.span
