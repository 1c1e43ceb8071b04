"""Which lines belong to a table: its rows, its header, and what stands between them.

What is in the way of a table and is not of it stays where it is: prose as text of the part, rows
that the form has not as leftovers.
"""

from collections.abc import Collection, Sequence

from attrs import frozen

from ...forms import Form
from ...words import fold
from .._lines.lines import Line, is_figure
from .._rows.align import Match
from .._rows.labels import LONGEST_LABEL, is_label, meant, vocabulary

__all__ = ["Region", "region_of"]

_LONG = 8
"""A piece of a label of so many characters is no accident."""


def is_header(line: Line, form: Form) -> bool:
    """Tell whether a line holds labels and nothing else, be they misspelt."""
    cells = [cell for cell in line.cells if cell]
    if any(map(is_figure, cells)):
        return False
    if len(cells) == 1 and len(words := cells[0].split(" ")) > 2 and not any(map(is_figure, words)):
        cells = words
    known = sum(1 for cell in cells if is_label(cell) or meant(cell, form))
    return (bool(cells) and known * 2 > len(cells)) or (len(cells) > 1 and known * 2 == len(cells))


@frozen
class Region:
    """The lines that a table took, and the rows in it that the form has not."""

    lines: frozenset[int]
    unknown: tuple[Line, ...]


def region_of(matches: Sequence[Match], lines: Sequence[Line], stops: Collection[int], form: Form) -> Region:
    """Give the region of a table from the rows that were matched."""
    rows = {index for match in matches for index in match.row.lines}
    labels = {index for match in matches for index, text in match.row.parts if is_label(text) or meant(text, form)}
    labels |= {match.row.parts[-1][0] for match in matches if match.row.parts}
    low, high = min(rows), max(rows)
    grids = {lines[index].grid for index in rows} - {None}
    while low > 0 and low - 1 not in stops and _above(lines[low - 1], grids, form):
        low -= 1
    # A header begins with something that the form says word for word; a piece of prose does not.
    while low < min(rows) and not says_label(lines[low], form) and lines[low].grid not in grids:
        low += 1
    while (
        high + 1 < len(lines) and high + 1 not in stops and (lines[high + 1].empty or is_header(lines[high + 1], form))
    ):
        high += 1
    taken, unknown = set(rows | {i for i in labels if i >= low}), []
    for line in lines[low : high + 1]:
        if line.index in taken or line.index in stops:
            continue
        if any(map(is_figure, line.cells)) and (len(line.cells) > 1 or line.grid in grids):
            unknown.append(line)
            taken.add(line.index)
        elif line.empty or is_header(line, form) or (line.grid in grids and is_brief(line)):
            taken.add(line.index)
    return Region(frozenset(taken), tuple(unknown))


def is_brief(line: Line) -> bool:
    """Tell whether a line is short enough for a label, and no sentence."""
    return len(line.text) < LONGEST_LABEL and not any(mark in line.text for mark in "。！？")


def _above(line: Line, grids: set[int | None], form: Form) -> bool:
    if line.grid in grids and is_brief(line):
        return True
    # What stands in a grid of its own is the header only if it says what the form says.
    other = line.grid is not None and line.grid not in grids
    return line.empty or (says_label(line, form, whole=True) if other else is_header(line, form))


def says_label(line: Line, form: Form, *, whole: bool = False) -> bool:
    """Tell whether a cell or word of a line is a label word for word, or, of a whole line, every cell."""
    if whole:
        return not line.empty and all(fold(cell) in vocabulary(form) for cell in line.cells if cell)
    cells = [cell for cell in line.cells if cell]
    words = [word for cell in cells for word in (cell, *cell.split(" "))]
    if any(fold(word) in vocabulary(form) for word in words):
        return True
    # So does a long piece of one, or several pieces side by side.
    return all(map(is_label, cells)) and (len(cells) > 1 or len(line.text) >= _LONG)
