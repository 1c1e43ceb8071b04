"""The header of a table: in which columns it says that the figures stand."""

from collections.abc import Sequence

from ..forms import entries
from ..words import fold
from ._align import Match
from ._lines import Line, is_figure

__all__ = ["header_columns"]


def header_columns(lines: Sequence[Line], match: Match) -> tuple[int, ...] | None:
    """Give the grid columns that the header above a row names, if it names all of them, in order."""
    slot, row = match.slot, match.row
    block = next(block for block in slot.table.blocks if block.across or slot.row in set(entries(block.rows)))
    own = lines[row.lines[0]]
    rows = [line for line in lines[: own.index] if line.grid == own.grid and line.shape is own.shape]
    if own.grid is None:
        # Without a grid only a line of as many cells has its cells over those of the row.
        rows = [line for line in rows if len(line.cells) == len(own.cells)]
    cells = [
        (fold(cell), column)
        for line in rows
        if not any(map(is_figure, line.cells))
        for cell, column in zip(line.cells, line.columns, strict=True)
    ]
    names = [fold(entry.label) for entry in entries(block.columns)]
    if len(slot.cells) > len(names):
        columns = tuple(sorted({column for cell, column in cells if cell in names}))
        return columns if len(columns) == len(slot.cells) else _own_columns(lines, match)
    at = dict(cells)
    columns = tuple(at.get(name, -1) for name in names)
    if -1 not in columns and list(columns) == sorted(set(columns)):
        return columns
    return _own_columns(lines, match)


def _own_columns(lines: Sequence[Line], match: Match) -> tuple[int, ...] | None:
    """Give a row's own columns where merged cells show that the grid leaves none out."""
    spanned = any(span > 1 for line in lines if line.grid == match.row.grid for span in line.spans)
    exact = len(match.row.figures) == len(match.slot.cells)
    return tuple(figure.column for figure in match.row.figures) if spanned and exact else None
