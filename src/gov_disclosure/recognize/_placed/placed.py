"""Tables on pages that draw no lines: rows by the form's labels, columns by where the figures stand.

Only places tell which piece of a label and which figure belong together. The labels of the form are
found letter by letter; each has a row of its own, and figures belong to the row beside which they
stand and to the column in which they lie below one another, on all pages of the table.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from attrs import evolve

from ...document import Block, Document, Grid, Paragraph
from ...forms import FORMS
from .block import PlacedBlock
from .grid import Placing
from .rows import labels_in, placed_rows
from .traces import Folded, PlacedLine, Tracer

__all__ = ["blocks_of", "placed", "with_grids"]


def placed(document: Document) -> Document:
    """Give the document with the tables of its placed lines as grids."""
    lines = [
        PlacedLine(index, block.placed, Folded(text for text, _, _ in block.placed.letters))
        for index, block in enumerate(document.blocks)
        if isinstance(block, Paragraph) and block.placed
    ]
    return with_grids(document, blocks_of(lines)) if lines else document


def with_grids(document: Document, blocks: Sequence[Placing]) -> Document:
    """Give the document with some blocks of its tables as grids."""
    grids: dict[int, tuple[int, Grid]] = {}
    for placing in blocks:
        own = placing.block
        start, end = own.lines[own.first].index, own.lines[own.last].index
        # Between lines of one table nothing is drawn.
        if all(isinstance(each, Paragraph) for each in document.blocks[start : end + 1]):
            grids[start] = end, placing.grid()
    return evolve(document, blocks=tuple(_replaced(document.blocks, grids))) if grids else document


def blocks_of(lines: Sequence[PlacedLine], *, exact: bool = True) -> list[Placing]:
    """Find the blocks of the tables of the edition that has most of its rows there."""
    tracer = Tracer(lines)
    labels = labels_in(tracer)
    rows = max((placed_rows(tracer, labels, form) for form in FORMS.values()), key=len)
    blocks: list[PlacedBlock] = []
    for _, group in groupby(rows, key=lambda row: row.slot.block):
        blocks.append(PlacedBlock(tracer, list(group), blocks[-1].last + 1 if blocks else 0, exact))
    # Tables of one source are set alike; where one could be set to either side, the others tell.
    sides = {side for block in blocks if len(block.sides) == 1 for side in block.sides}
    return [Placing(block, frozenset(sides if len(sides) == 1 else ())) for block in blocks]


def _replaced(blocks: Sequence[Block], grids: Mapping[int, tuple[int, Grid]]) -> Iterator[Block]:
    last = -1
    for index, block in enumerate(blocks):
        if index in grids:
            last, grid = grids[index]
            yield grid
        elif index > last:
            yield block
