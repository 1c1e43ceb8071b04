"""Merged cells that were written once for each place they cover: under one column of the form stand several.

What unpacks merged cells repeats their text. Then the header names a column as often as it has places,
and each row repeats its figure as often. A row that does so says each figure once; one that does
not has lost a cell, or another row's, and its figures have no places.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby, pairwise

from ...words import fold
from .._lines.lines import Shape
from .._rows.align import Match
from .._rows.rows import Figure, Row
from .._rows.slots import Slot, column_names, names_of_columns

__all__ = ["part_spread"]

Widths = tuple[int, ...]
"""How many places each column has."""


def part_spread(matches: Sequence[Match]) -> frozenset[int]:
    """Let each figure of spread rows stand once, in the last of its places; give the slots of those that cannot."""
    unsure: set[int] = set()
    headers: dict[tuple[str, ...], Widths] = {}
    for match in matches:
        columns, places = names_of_columns(match.slot), _places(match.slot)
        if len(columns) != len(match.slot.cells):
            continue
        widths = headers[columns] = _widths(match.row, places, len(columns)) or headers.get(columns, ())
        if sum(widths) > len(columns) and match.row.printed and not _is_merged(match.row, widths):
            once = _once(match.row.figures, widths)
            if once:
                match.row.hold(once)
            # One figure in one column has its place however often it should stand there.
            if not once and (len(columns) > 1 or len(match.row.printed) > 1):
                unsure.add(match.slot.index)
    return frozenset(unsure)


@cache
def _places(slot: Slot) -> dict[str, int]:
    """Give the place of each column of a row of the form, by its wordings."""
    return {name: place for place, names in enumerate(column_names(slot)) for name in names}


def _widths(row: Row, known: Mapping[str, int], count: int) -> Widths:
    """Tell how often the header before a row names each column, if it names them all in their order."""
    places = [(line, known.get(fold(text), -1)) for line, text in row.parts] if len(row.parts) >= count else []
    while places and places[-1][1] < 0:
        places.pop()
    if row.shape is not Shape.CELL and places:
        places = [(line, place) for line, place in places if line == places[-1][0]]
    last = [(place, len(list(run))) for place, run in groupby(place for _, place in places)][-count:]
    return tuple(width for _, width in last) if [place for place, _ in last] == list(range(count)) else ()


def _is_merged(row: Row, widths: Widths) -> bool:
    """Tell whether the figures cover their places by merged cells, whatever the header does."""
    return len(row.figures) == len(widths) and sum(figure.span for figure in row.figures) == sum(widths)


def _once(figures: Sequence[Figure], widths: Widths) -> list[Figure]:
    """Give one figure for each column, or none if those of a column differ or are not as many as it has places."""
    ends = [sum(widths[: place + 1]) for place in range(len(widths))]
    spare = figures[ends[-1] :]
    if len(figures) < ends[-1] or any(figure.text for figure in spare):
        return []
    parts = [figures[start:end] for start, end in pairwise((0, *ends))]
    alike = all(len({figure.text for figure in part}) == 1 for part in parts)
    return [part[-1] for part in parts] if alike else []
