"""The printed grids of the form: they follow from the declared trees, merged cells and all."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from itertools import pairwise

from attrs import evolve

from .cells import print_value
from .document import Cell, Frame, Grid, Outline, OutlineRow, Role
from .forms import Block, Group, Node, Table, entries
from .matrix import Matrix
from .names import Section
from .words import Language

__all__ = ["frame_of", "grid_of"]

# The printed widths in millimetres: the first columns, and the width of the whole type area
# (GB/T 9704-2012: 156 mm). The columns that are not named share the rest. The request table gives
# 自然人 the width of three characters, and every other figure room for five digits. In English every
# column has room for the longest of its words at 8 points.
_WIDTHS: Mapping[Language, Mapping[Section, tuple[float, ...]]] = {
    "zh": {
        Section.PROACTIVE: (39.0,),
        Section.REQUESTS: (11.0, 15.0, 63.4, 10.8, 9.3, 9.3, 9.3, 9.3, 9.3, 9.3),
        Section.REVIEW_LITIGATION: (),
    },
    "en": {
        Section.PROACTIVE: (39.0,),
        Section.REQUESTS: (9.7, 15.0, 42.3, 10.0, 15.4, 13.8, 16.6, 13.8, 9.7, 9.7),
        Section.REVIEW_LITIGATION: 3 * (9.7, 12.5, 11.0, 10.5, 8.3),
    },
}
_WHOLE = 156.0


def depth(nodes: tuple[Node, ...]) -> int:
    """Tell how many levels a tree has."""
    return max(1 + depth(node.children) if isinstance(node, Group) else 1 for node in nodes)


def heads(nodes: tuple[Node, ...], row: int, column: int, levels: int, lang: Language) -> Iterator[Cell]:
    """Lay a tree out downwards over columns: groups span their entries, leaves reach the last level."""
    for node in nodes:
        width = len(tuple(entries((node,))))
        cell = Cell(row, column, node.words.say(lang), levels, width, Role.HEADER)
        # The Chinese words say where they break; English ones break at every space.
        cell = evolve(cell, lines=node.lines) if lang == "zh" else evolve(cell, short=node.short)
        if isinstance(node, Group):
            yield evolve(cell, rowspan=1)
            yield from heads(node.children, row + 1, column, levels - 1, lang)
        else:
            yield cell
        column += width


def stubs(nodes: tuple[Node, ...], row: int, levels: int, lang: Language) -> Iterator[Cell]:
    """Lay a tree out rightwards over rows: the same figure turned on its side."""
    for cell in heads(nodes, 0, 0, levels, lang):
        at, column, height, width = row + cell.column, cell.row, cell.colspan, cell.rowspan
        yield evolve(cell, row=at, column=column, rowspan=height, colspan=width, role=Role.LABEL)


def across(block: Block) -> tuple[Node, ...]:
    """Hang the columns under every row, so that rows and columns are one tree of headings."""

    def hang(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        return tuple(
            Group(
                node.key,
                node.printed,
                hang(node.children) if isinstance(node, Group) else block.columns,
                english=node.english,
            )
            for node in nodes
        )

    return hang(block.rows)


def count(block: Block) -> int:
    """Tell how many columns of figures a block prints."""
    columns = len(tuple(entries(block.columns)))
    return columns * len(tuple(entries(block.rows))) if block.across else columns


def head_of(block: Block, stub: int, lang: Language) -> tuple[Cell, ...]:
    """Lay out what stands over the figures of a block, its first row being 0."""
    tree = across(block) if block.across else block.columns
    first = 1 if block.title else 0
    levels = depth(tree)
    cells = list(heads(tree, first, stub, levels, lang))
    if block.title:
        cells.append(Cell(0, stub, block.title.say(lang), 1, count(block), Role.HEADER))
    if block.corner:
        cells.append(Cell(0, 0, block.corner.say(lang), first + levels, stub, Role.HEADER))
    return tuple(cells)


def values_of(block: Block, row: int, stub: int) -> Iterator[Cell]:
    """Lay out the figures of a block from a row on; their slots and addresses are given later."""
    width = len(tuple(entries(block.columns)))
    for i in range(width * len(tuple(entries(block.rows)))):
        r, c = (0, i) if block.across else divmod(i, width)
        yield Cell(row + r, stub + c, role=Role.VALUE)


def block_cells(block: Block, stub: int, lang: Language) -> Iterator[Cell]:
    """Lay out one block without its caption, its first row being 0, one grid column a column."""
    head = head_of(block, stub, lang)
    height = max(cell.row + cell.rowspan for cell in head)
    yield from head
    if not block.across:
        yield from stubs(block.rows, height, stub, lang)
    yield from values_of(block, height, stub)


def stretched(cell: Cell, count: int, stub: int, edges: list[Fraction]) -> Cell:
    """Move a cell from its block's own columns to the columns that all blocks share."""

    def at(column: int) -> int:
        return column if column <= stub else stub + edges.index(Fraction(column - stub, count))

    start = at(cell.column)
    return evolve(cell, column=start, colspan=at(cell.column + cell.colspan) - start)


def table_cells(table: Table, stub: int, edges: list[Fraction], lang: Language) -> Iterator[Cell]:
    """Stack the blocks of a table under their captions."""
    row = 0
    for block in table.blocks:
        if block.caption:
            yield Cell(row, 0, block.caption.say(lang), 1, stub + len(edges) - 1, Role.CAPTION)
            row += 1
        cells = [stretched(cell, count(block), stub, edges) for cell in block_cells(block, stub, lang)]
        yield from (evolve(cell, row=row + cell.row) for cell in cells)
        row += max(cell.row + cell.rowspan for cell in cells)


def frame_of(table: Table, lang: Language = "zh") -> Frame:
    """Give the printed grid of a table, with a slot for every cell in the table's own order."""
    return _frame_of(table, lang)


@cache
def _frame_of(table: Table, lang: Language) -> Frame:
    stub = max(0 if block.across else depth(block.rows) for block in table.blocks)
    # Blocks of three and of two columns share a grid that has a line wherever either has one.
    edges = sorted({Fraction(i, count(block)) for block in table.blocks for i in range(count(block) + 1)})
    places = iter(table.places)
    cells = []
    for cell in table_cells(table, stub, edges, lang):
        if cell.role is Role.VALUE:
            place = next(places)
            cell = evolve(cell, slot=place.index, address=place.address)
        cells.append(cell)
    cells.sort(key=lambda cell: (cell.row, cell.column))
    named = _WIDTHS[lang][table.section]
    shares = [b - a for a, b in pairwise(edges)][len(named) - stub :]
    rest = _WHOLE - sum(named)
    widths = (*named, *(float(share / sum(shares)) * rest for share in shares))
    rows = max(cell.row + cell.rowspan for cell in cells)
    columns = stub + len(edges) - 1
    return Frame(rows, columns, tuple(cells), widths, outlines=tuple(outlines(table, lang)), language=lang)


def outlines(table: Table, lang: Language) -> Iterator[Outline]:
    """Give each block of a table as an indented list: rows by columns, however it is printed."""
    for block in table.blocks:
        caption, corner = ("" if words is None else words.say(lang) for words in (block.caption, block.corner))
        head = tuple(entry.words.say(lang) for entry in entries(block.columns))
        yield Outline(caption, corner, head, tuple(outline_rows(table, block, block.rows, 0, lang)))


def outline_rows(
    table: Table, block: Block, nodes: tuple[Node, ...], level: int, lang: Language
) -> Iterator[OutlineRow]:
    """Indent the rows of a tree by their level; a group is a row without figures."""
    for node in nodes:
        label = node.words.say(lang)
        if isinstance(node, Group):
            yield OutlineRow(level, label)
            yield from outline_rows(table, block, node.children, level + 1, lang)
        else:
            slots = (table.index[node.key, column.key] for column in entries(block.columns))
            yield OutlineRow(level, label, tuple(slots))


def grid_of(matrix: Matrix, lang: Language = "zh") -> Grid:
    """Fill the printed grid of a table with what its cells say; the labels are in the language asked for."""
    return Grid(frame_of(matrix.form, lang), tuple(map(print_value, matrix.cells)))
