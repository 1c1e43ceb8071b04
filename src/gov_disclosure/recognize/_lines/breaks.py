"""Empty lines between the cells of a text: how many of them are a blank cell."""

from collections import Counter
from collections.abc import Sequence

from .lines import Line, Shape, is_figure

__all__ = ["breaks_of", "is_break"]

# Python looks a member of an enumeration up at each mention, and a source has thousands of lines.
_CELL, _EMPTY = Shape.CELL, Shape.EMPTY


def is_break(line: Line) -> bool:
    """Tell whether a line is nothing but a line break."""
    return line.shape is _EMPTY and not (line.raw and line.raw.strip()) and not line.picture


def breaks_of(lines: Sequence[Line]) -> int:
    """Tell how many empty lines a blank cell is among single cells that one empty line parts.

    It is one, or two where the blank cell is a paragraph as the others are: then the lines between two
    figures are never even. Where figures stand right below one another, empty lines are no cells.
    """
    gaps: Counter[int] = Counter()
    gap, after = 0, False
    for line in lines:
        if line.shape is _EMPTY and is_break(line):
            gap += 1
            continue
        figure = line.shape is _CELL and is_figure(line.cells[0])
        if figure and (gap or after):
            gaps[gap] += 1
        gap, after = 0, figure
    if gaps[0] * 2 > gaps.total():
        return 0
    return 2 if len(gaps) > 1 and all(each % 2 for each in gaps) else 1
