"""The printed grids of the form: they follow from the declared trees, merged cells and all."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache
from itertools import pairwise

from attrs import evolve

from .cells import print_value
from .document import Cell, Frame, Grid, Outline, OutlineRow, Role
from .forms import Block, Group, Node, Table, entries
from .matrix import Matrix
from .names import Section

__all__ = ["frame_of", "grid_of"]

# The printed widths in millimetres: the first columns, and the width of the whole type area
# (GB/T 9704-2012: 156 mm). The columns that are not named share the rest. The request table gives
# 自然人 the width of three characters, and every other figure room for five digits.
_WIDTHS = {
    Section.PROACTIVE: (39.0,),
    Section.REQUESTS: (11.0, 15.0, 63.4, 10.8, 9.3, 9.3, 9.3, 9.3, 9.3, 9.3),
    Section.REVIEW_LITIGATION: (),
}
_WHOLE = 156.0


def depth(nodes: tuple[Node, ...]) -> int:
    """Tell how many levels a tree has."""
    return max(1 + depth(node.children) if isinstance(node, Group) else 1 for node in nodes)


def heads(nodes: tuple[Node, ...], row: int, column: int, levels: int, role: Role = Role.HEADER) -> Iterator[Cell]:
    """Lay a tree out downwards over columns: groups span their entries, leaves reach the last level."""
    for node in nodes:
        width = len(tuple(entries((node,))))
        if isinstance(node, Group):
            yield Cell(row, column, node.label, 1, width, role, node.lines)
            yield from heads(node.children, row + 1, column, levels - 1, role)
        else:
            yield Cell(row, column, node.label, levels, 1, role, node.lines)
        column += width


def stubs(nodes: tuple[Node, ...], row: int, levels: int) -> Iterator[Cell]:
    """Lay a tree out rightwards over rows: the same figure turned on its side."""
    for cell in heads(nodes, 0, 0, levels, Role.LABEL):
        yield evolve(cell, row=row + cell.column, column=cell.row, rowspan=cell.colspan, colspan=cell.rowspan)


def across(block: Block) -> tuple[Node, ...]:
    """Hang the columns under every row, so that rows and columns are one tree of headings."""

    def hang(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        return tuple(
            Group(node.key, node.printed, hang(node.children) if isinstance(node, Group) else block.columns)
            for node in nodes
        )

    return hang(block.rows)


def count(block: Block) -> int:
    """Tell how many columns of figures a block prints."""
    columns = len(tuple(entries(block.columns)))
    return columns * len(tuple(entries(block.rows))) if block.across else columns


def head_of(block: Block, stub: int) -> tuple[Cell, ...]:
    """Lay out what stands over the figures of a block, its first row being 0."""
    tree = across(block) if block.across else block.columns
    first = 1 if block.title else 0
    levels = depth(tree)
    cells = list(heads(tree, first, stub, levels))
    if block.title:
        cells.append(Cell(0, stub, block.title, 1, count(block), Role.HEADER))
    if block.corner:
        cells.append(Cell(0, 0, block.corner, first + levels, stub, Role.HEADER))
    return tuple(cells)


def values_of(block: Block, row: int, stub: int) -> Iterator[Cell]:
    """Lay out the figures of a block from a row on; their slots and addresses are given later."""
    width = len(tuple(entries(block.columns)))
    for i in range(width * len(tuple(entries(block.rows)))):
        r, c = (0, i) if block.across else divmod(i, width)
        yield Cell(row + r, stub + c, role=Role.VALUE)


def block_cells(block: Block, stub: int) -> Iterator[Cell]:
    """Lay out one block without its caption, its first row being 0, one grid column a column."""
    head = head_of(block, stub)
    height = max(cell.row + cell.rowspan for cell in head)
    yield from head
    if not block.across:
        yield from stubs(block.rows, height, stub)
    yield from values_of(block, height, stub)


def stretched(cell: Cell, count: int, stub: int, edges: list[Fraction]) -> Cell:
    """Move a cell from its block's own columns to the columns that all blocks share."""

    def at(column: int) -> int:
        return column if column <= stub else stub + edges.index(Fraction(column - stub, count))

    start = at(cell.column)
    return evolve(cell, column=start, colspan=at(cell.column + cell.colspan) - start)


def table_cells(table: Table, stub: int, edges: list[Fraction]) -> Iterator[Cell]:
    """Stack the blocks of a table under their captions."""
    row = 0
    for block in table.blocks:
        if block.caption:
            yield Cell(row, 0, block.caption, 1, stub + len(edges) - 1, Role.CAPTION)
            row += 1
        cells = [stretched(cell, count(block), stub, edges) for cell in block_cells(block, stub)]
        yield from (evolve(cell, row=row + cell.row) for cell in cells)
        row += max(cell.row + cell.rowspan for cell in cells)


@cache
def frame_of(table: Table) -> Frame:
    """Give the printed grid of a table, with a slot for every cell in the table's own order."""
    stub = max(0 if block.across else depth(block.rows) for block in table.blocks)
    # Blocks of three and of two columns share a grid that has a line wherever either has one.
    edges = sorted({Fraction(i, count(block)) for block in table.blocks for i in range(count(block) + 1)})
    places = iter(table.places)
    cells = []
    for cell in table_cells(table, stub, edges):
        if cell.role is Role.VALUE:
            place = next(places)
            cell = evolve(cell, slot=place.index, address=place.address)
        cells.append(cell)
    cells.sort(key=lambda cell: (cell.row, cell.column))
    named = _WIDTHS[table.section]
    shares = [b - a for a, b in pairwise(edges)][len(named) - stub :]
    rest = _WHOLE - sum(named)
    widths = (*named, *(float(share / sum(shares)) * rest for share in shares))
    rows = max(cell.row + cell.rowspan for cell in cells)
    return Frame(rows, stub + len(edges) - 1, tuple(cells), widths, outlines=tuple(outlines(table)))


def outlines(table: Table) -> Iterator[Outline]:
    """Give each block of a table as an indented list: rows by columns, however it is printed."""
    for block in table.blocks:
        keys = [entry.key for entry in entries(block.columns)]
        head = tuple(entry.label for entry in entries(block.columns))
        yield Outline(block.caption, block.corner, head, tuple(outline_rows(table, block.rows, keys, 0)))


def outline_rows(table: Table, nodes: tuple[Node, ...], columns: Iterable[str], level: int) -> Iterator[OutlineRow]:
    """Indent the rows of a tree by their level; a group is a row without figures."""
    for node in nodes:
        if isinstance(node, Group):
            yield OutlineRow(level, node.label)
            yield from outline_rows(table, node.children, columns, level + 1)
        else:
            yield OutlineRow(level, node.label, tuple(table.index[node.key, column] for column in columns))


def grid_of(matrix: Matrix) -> Grid:
    """Fill the printed grid of a table with what its cells say."""
    return Grid(frame_of(matrix.form), tuple(map(print_value, matrix.cells)))
