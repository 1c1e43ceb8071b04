"""A table that was parted by its columns, put together again: of natural persons, of organizations, of all.

Where tables that follow one another have the same labels in the same places, and their headers together name
each column of the form once, each figure has its row and its column. Nothing else is put together.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from attrs import frozen

from ...document import Block, Cell, Grid, Paragraph
from ...forms import entries
from ...words import fold
from .._rows.labels import LONGEST_LABEL
from .._rows.slots import LARGEST_TABLE, blocks, names_of
from .lines import is_figure, is_tiled

__all__ = ["rejoined"]

_LEAST = 3
"""A part of a table has so many lines."""


@frozen(eq=False)
class _Part:
    """Some columns of a table: the grid, where its figures begin, the names of its columns, and its labels."""

    grid: Grid
    top: int
    left: int
    names: tuple[str, ...]
    labels: tuple[tuple[object, ...], ...]


@cache
def _columns() -> tuple[dict[str, int], ...]:
    """Give the columns of each block of several: their folded wordings, each with its place."""
    down = [tuple(entries(block.columns)) for block in blocks() if not block.across]
    return tuple(
        {name: place for place, column in enumerate(columns) for name in names_of(column)}
        for columns in dict.fromkeys(down)
        if len(columns) > 1
    )


@cache
def _names() -> frozenset[str]:
    return frozenset(chain.from_iterable(_columns()))


def rejoined(source: Sequence[Block]) -> Sequence[Block]:
    """Give the blocks of a document with the parts of each table as one."""
    if sum(isinstance(block, Grid) for block in source) < 2:
        return source
    found: list[Block] = []
    at = 0
    while at < len(source):
        parts, end = _parts_from(source, at)
        if parts and _is_whole(parts):
            found.append(_joined(parts))
            found.extend(block for block in source[at:end] if not isinstance(block, Grid))
            at = end
        else:
            found.append(source[at])
            at += 1
    return found


def _parts_from(source: Sequence[Block], start: int) -> tuple[list[_Part], int]:
    """Give the parts of one table that follow one another from a place on, and where they end."""
    parts: list[_Part] = []
    end = start
    for place in range(start, len(source)):
        block = source[place]
        if isinstance(block, Grid):
            part = _part_of(block)
            if part is None or (parts and (part.left, part.labels) != (parts[0].left, parts[0].labels)):
                break
            parts.append(part)
            end = place + 1
            if _is_whole(parts):
                break
        elif not parts or not isinstance(block, Paragraph) or len(block.text) > LONGEST_LABEL or "年" in block.text:
            break
    return (parts, end) if len(parts) > 1 else ([], end)


def _is_whole(parts: Sequence[_Part]) -> bool:
    """Tell whether some parts together name each column of a block once."""
    names = list(chain.from_iterable(part.names for part in parts))
    for columns in _columns():
        if {*names} <= columns.keys():
            places = sorted(columns[name] for name in names)
            if len(parts) > 1 and places == sorted(set(columns.values())):
                return True
    return False


def _part_of(grid: Grid) -> _Part | None:
    """Give a grid as a part of a table, if its last columns have names of the form above them, and figures below."""
    frame = grid.frame
    if frame.rows < _LEAST or len(frame.cells) > LARGEST_TABLE or not is_tiled(grid):
        return None
    texts = ((cell, grid.text_of(cell)) for cell in frame.cells if cell.colspan == 1)
    heads = [cell for cell, text in texts if not text.isascii() and _name(grid, cell) in _names()]
    columns = {cell.column: _name(grid, cell) for cell in heads}
    left, top = min(columns, default=0), max((cell.row + cell.rowspan for cell in heads), default=0)
    if not left or len(columns) < len(heads) or sorted(columns) != list(range(left, frame.columns)):
        return None
    above = (grid.text_of(cell) for cell in frame.cells if cell.row < top)
    if any(is_figure(text) or "年" in text for text in above):
        return None
    below = [cell for cell in frame.cells if cell.row >= top]
    if any(cell.column + cell.colspan > left and (cell.column < left or cell.colspan > 1) for cell in below):
        return None
    labels = tuple(
        (cell.row - top, cell.column, cell.rowspan, cell.colspan, fold(grid.text_of(cell)))
        for cell in below
        if cell.column < left
    )
    return _Part(grid, top, left, tuple(columns[column] for column in sorted(columns)), labels)


def _name(grid: Grid, cell: Cell) -> str:
    return fold(grid.text_of(cell)[:LONGEST_LABEL])


def _joined(parts: Sequence[_Part]) -> Grid:
    """Put the columns of some parts side by side, below one line of their names."""
    return Grid.of_cells(chain.from_iterable(_cells(parts)))


def _cells(parts: Sequence[_Part]) -> Iterator[Iterator[Cell]]:
    first, at = parts[0], parts[0].left
    yield iter([Cell(0, 0, "", colspan=first.left)])
    for part in parts:
        yield (Cell(0, at + place, name) for place, name in enumerate(part.names))
        yield _below(part, at - part.left, labels=part is first)
        at += len(part.names)


def _below(part: _Part, by: int, *, labels: bool) -> Iterator[Cell]:
    for cell in part.grid.frame.cells:
        if cell.row >= part.top and (labels or cell.column >= part.left):
            column = cell.column + (by if cell.column >= part.left else 0)
            yield Cell(cell.row - part.top + 1, column, part.grid.text_of(cell), cell.rowspan, cell.colspan)
