"""Ruled tables: the boxes between their lines are cells, a box over several columns a merged one.

A number that runs over a line is in no cell: what is left of it in one is not taken for a number.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ..document import Cell, Grid
from ._pdf_text import UNREADABLE, Box, Letter, joined, lines_of, touching

__all__ = ["grid_of"]

_SAME = 3.0
"""How far apart in points two lines may be drawn that are meant as one."""


def grid_of(boxes: Iterable[Box], letters: Sequence[Letter]) -> Grid:
    """Make a grid of the boxes of one table and the letters of its page."""
    boxes = list(boxes)
    cut = _cut(boxes, letters)
    held = [(box, lines_of(letter for letter in letters if letter.within(box))) for box in boxes]
    columns = _edges(x for box, _ in held for x in (box[0], box[2]))
    rows = _edges(y for box, _ in held for y in (box[1], box[3]))
    padding = min(
        (min(line[0].left - box[0], box[2] - line[-1].right) for box, lines in held for line in lines), default=0.0
    )
    cells = []
    for box, lines in held:
        left, right = _at(columns, box[0]), _at(columns, box[2])
        top, bottom = _at(rows, box[1]), _at(rows, box[3])
        text = joined(lines, box[2] - box[0] - 2 * max(padding, 0.0))
        text += UNREADABLE if box in cut else ""
        cells.append(Cell(top, left, text, bottom - top, right - left))
    return Grid.of_cells(cells)


def _cut(boxes: Sequence[Box], letters: Sequence[Letter]) -> set[Box]:
    """Give the boxes that hold a part of a number only."""
    cut: set[Box] = set()
    for line in lines_of(letters):
        for one, two in pairwise(line):
            if one.text.isdigit() and two.text.isdigit() and touching(one, two):
                held = [{box for box in boxes if letter.within(box)} for letter in (one, two)]
                cut |= held[0] ^ held[1]
    return cut


def _edges(places: Iterable[float]) -> list[float]:
    """Give the places of the lines, those that are meant as one only once."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _SAME:
            edges.append(place)
    return edges


def _at(edges: Sequence[float], place: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - place))
