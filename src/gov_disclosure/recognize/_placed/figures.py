"""Figures on a page on which only places tell what belongs together: which of them stand below one another.

What stands in a cell stays inside its column, however it is set, so figures of one column lie below one
another and those of two never do.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from attrs import frozen

from ...words import clean
from .._lines.lines import is_figure
from .traces import PlacedLine, Trace, Tracer

__all__ = ["Extent", "Piece", "columns_below", "columns_of", "cut", "header_of", "overlap", "pieces_of", "sides_of"]

_WIDE_GAP = 0.8
"""How much of its height a gap may have before it parts two cells."""
_WORD_GAP = 0.15
_FLUSH = 1.0
"""So many points may edges differ that are flush."""
_TOLERANCE = 0.3
"""So many points may two columns overlap that touch one another."""

Extent = tuple[float, float]
"""Left and right, in points."""


@frozen(eq=False, slots=False)
class Piece:
    """What stands together in a line: the letters of one cell, or of several that are close."""

    line: int
    letters: tuple[tuple[str, float, float], ...]
    height: float

    @property
    def extent(self) -> Extent:
        """Its left and its right edge."""
        return self.letters[0][1], self.letters[-1][2]

    @cached_property
    def words(self) -> tuple["Piece", ...]:
        """Its words, parted where there is a gap of any kind."""
        parts = _apart(self.letters, _WORD_GAP * self.height)
        return tuple(Piece(self.line, part, self.height) for part in parts) if len(parts) > 1 else (self,)

    @cached_property
    def text(self) -> str:
        """What it says, its words parted by spaces."""
        return clean(" ".join("".join(text for text, _, _ in word.letters) for word in self.words))

    @cached_property
    def is_figure(self) -> bool:
        """Tell whether it holds figures and nothing else."""
        return is_figure(self.text) or (len(self.words) > 1 and all(word.is_figure for word in self.words))


def _apart(letters: Iterable[tuple[str, float, float]], gap: float) -> list[tuple[tuple[str, float, float], ...]]:
    parts: list[list[tuple[str, float, float]]] = []
    for letter in letters:
        if parts and letter[1] - parts[-1][-1][2] <= gap:
            parts[-1].append(letter)
        else:
            parts.append([letter])
    return list(map(tuple, parts))


def pieces_of(number: int, line: PlacedLine, taken: Collection[int]) -> Iterator[Piece]:
    """Give what stands in a line beside the letters that are taken."""
    height = line.placed.height
    run: list[tuple[str, float, float]] = []
    for place, letter in enumerate((*line.placed.letters, None)):
        if letter is None or place in taken:
            yield from (Piece(number, part, height) for part in _apart(run, _WIDE_GAP * height))
            run = []
        else:
            run.append(letter)


def columns_of(pieces: Iterable[Piece]) -> tuple[Extent, ...]:
    """Give the columns in which figures stand: those that lie below one another are one.

    What lies below several are figures that touch one another, and tells no column.
    """
    columns: list[Extent] = []
    for left, right in sorted((piece.extent for piece in pieces), key=lambda extent: extent[1] - extent[0]):
        own = [column for column in columns if overlap(column, (left, right))]
        if len(own) < 2:
            columns = [column for column in columns if column not in own]
            columns.append(
                (min(left, *(each[0] for each in own)), max(right, *(each[1] for each in own)))
                if own
                else (left, right)
            )
    columns.sort()
    return tuple(columns)


def overlap(one: Extent, two: Extent) -> bool:
    """Tell whether one stands below the other."""
    return one[0] < two[1] - _TOLERANCE and one[1] > two[0] + _TOLERANCE


def sides_of(pieces: Sequence[Piece], header: Sequence[Extent]) -> frozenset[int]:
    """Tell to which side of their columns figures may be set: to the left (0) or to the right (1), below a header.

    Then their edges are flush on that side, and each column has a cell of the header beside it, or below which it is.
    """
    columns = columns_of(pieces)
    flush = {0, 1}
    for column in columns:
        extents = [piece.extent for piece in pieces if overlap(piece.extent, column)]
        flush -= {side for side in flush if max(e[side] for e in extents) - min(e[side] for e in extents) > _FLUSH}
    return frozenset(side for side in flush or (0, 1) if _places(columns, header, side) is not None)


def columns_below(
    columns: Sequence[Extent], header: Sequence[Extent], sides: Collection[int]
) -> tuple[Extent, ...] | None:
    """Give a column for each cell of a header, from the columns of figures; `None` if they do not say which is whose.

    Figures that are set to one of some `sides` of their columns may stand below no cell of the header, but
    then all stand beside it on that side.
    """
    ways = {way for side in sides if (way := _places(columns, header, side)) is not None}
    if len(ways) != 1:
        return None
    found = list(header)
    for place, column in zip(ways.pop(), columns, strict=True):
        found[place] = min(found[place][0], column[0]), max(found[place][1], column[1])
    return tuple(found) if all(one[1] < two[0] + _TOLERANCE for one, two in pairwise(found)) else None


def _places(columns: Sequence[Extent], header: Sequence[Extent], side: int) -> tuple[int, ...] | None:
    """Give the cell of the header for each column; what is below none is to the left (0) or right (1) of its own."""
    found: list[int] = []
    for column in columns:
        own = [place for place, each in enumerate(header) if overlap(column, each)]
        place = own[0] if own else sum(each[0] < column[0] for each in header) - side
        if len(own) > 1 or not (found[-1] if found else -1) < place < len(header):
            return None
        found.append(place)
    return tuple(found)


def cut(piece: Piece, columns: Sequence[Extent]) -> list[tuple[int, str]] | None:
    """Give the figures of a piece, each with its column; `None` if it does not say what stands in which."""
    own = [place for place, column in enumerate(columns) if overlap(piece.extent, column)]
    if len(own) == 1:
        return [(own[0], piece.text)]
    found: list[tuple[int, str]] = []
    for word in piece.words:
        places = [place for place in own if overlap(word.extent, columns[place])]
        if len(places) != 1 or (found and found[-1][0] >= places[0]):
            return None
        found.append((places[0], word.text))
    return found or None


def header_of(labels: Sequence[Sequence[str]], tracer: Tracer, start: int, end: int) -> list[Trace] | None:
    """Find the cells of a header in some lines, from left to right, each by one of its wordings."""
    return _header_of(labels, tracer, start, end, whole=True) or _header_of(labels, tracer, start, end, whole=False)


def _header_of(
    labels: Sequence[Sequence[str]], tracer: Tracer, start: int, end: int, *, whole: bool
) -> list[Trace] | None:
    known: dict[tuple[str, ...], list[Trace]] = {}
    found: list[Trace] = []
    for names in map(tuple, labels):
        if names not in known:
            traces = [trace for name in names for trace in tracer.traces_of(name, start, end, whole=whole)]
            known[names] = sorted(traces, key=lambda trace: trace.left)
        beside = found[-1].right - _TOLERANCE if found else float("-inf")
        trace = next((trace for trace in known[names] if trace.left >= beside), None)
        if trace is None:
            return None
        found.append(trace)
    return found
