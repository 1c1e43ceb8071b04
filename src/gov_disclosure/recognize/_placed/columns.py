"""Which column of the form it is in which figures stand below one another on one sheet.

A row that has a figure in each of its columns and adds up says which each of them is; where there is no
such row the header says it. Figures of one column need not all stand below one another: what lays a page
out as text moves a part of a table to the side. So several places may be one column, and a place that rows
do not agree upon is none.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

from .._cells.sums import sums_hold
from .._rows.slots import Slot
from .figures import Extent, Piece, columns_below, columns_of, overlap, sides_of

__all__ = ["Columns", "alone", "free_before", "in_order", "is_collapsed", "told_by_header", "told_by_rows", "words_of"]

Columns: TypeAlias = tuple[tuple[Extent, int | None], ...]
"""Where figures stand below one another, and which column of the form that is, if it is known."""


def alone(pieces: Iterable[Piece]) -> list[Piece]:
    """Give the figures that stand alone."""
    return [piece for piece in pieces if piece.is_figure and len(piece.words) == 1]


def words_of(pieces: Iterable[Piece]) -> list[Piece]:
    """Give the figures of some pieces one by one."""
    return [word for piece in pieces for word in (piece.words if piece.is_figure else (piece,))]


def in_order(slot: Slot, pieces: Iterable[Piece]) -> tuple[str, ...] | None:
    """Give the figures of a row that has them all, which its sums prove."""
    texts = tuple(word.text for word in words_of(pieces))
    return texts if len(texts) == len(slot.cells) and sums_hold(slot, texts) else None


def free_before(rows: Sequence[Sequence[Piece]]) -> float:
    """Tell how far labels may reach beside full rows: up to their figures, nowhere if labels push these aside."""
    columns = [[figure.extent for figure in column] for column in zip(*rows, strict=True)]
    below = all(max(left for left, _ in column) < min(right for _, right in column) for column in columns)
    return min(left for left, _ in columns[0]) if below else float("-inf")


def is_collapsed(slot: Slot, pieces: Iterable[Piece], room: float) -> bool:
    """Tell whether figures of a row that lacks some are as close as `room` and all alike: blank cells had more."""
    words = words_of(pieces)
    gaps = {two.extent[0] - one.extent[1] for one, two in pairwise(words)}
    return len(words) < len(slot.cells) and len(gaps) == 1 and max(gaps) <= room


def told_by_rows(rows: Iterable[Sequence[Piece]], count: int) -> Columns:
    """Give the columns as rows tell them: the figures of a row are of different columns, in their order.

    Where so many stand before a place, each beside the next in some row, and so many behind it that all
    columns are taken, it can be one column only.
    """
    rows = list(rows)
    places = columns_of(alone(piece for pieces in rows for piece in pieces))
    if not _are_filled_up([words_of(pieces) for pieces in rows]):
        return ()
    beside = {pair for pieces in rows for pair in pairwise(_at(places, words_of(pieces)))}
    before, behind = [0] * len(places), [0] * len(places)
    for one, two in sorted(beside):
        before[two] = max(before[two], before[one] + 1)
    for one, two in sorted(beside, reverse=True):
        behind[one] = max(behind[one], behind[two] + 1)
    ends = [count - 1 - number for number in behind]
    if any(first > last for first, last in zip(before, ends, strict=True)):
        return ()
    known = zip(places, before, ends, strict=True)
    return tuple((place, first if first == last else None) for place, first, last in known)


def _are_filled_up(rows: Iterable[Sequence[Piece]]) -> bool:
    """Tell whether cells take room where they are blank: else gaps are all alike, or some times as broad."""
    gaps = [two.extent[0] - one.extent[1] for words in rows for one, two in pairwise(words)]
    gaps = [gap for gap in gaps if gap > 0]
    return not gaps or any(gap % min(gaps) for gap in gaps)


def _at(places: Sequence[Extent], words: Sequence[Piece]) -> list[int]:
    """Give the places of the figures of a row, none if one stands in none or in several, or two in one."""
    found = [[at for at, place in enumerate(places) if overlap(word.extent, place)] for word in words]
    row = [own[0] for own in found if len(own) == 1]
    return row if len(row) == len(found) and all(one < two for one, two in pairwise(row)) else []


def told_by_header(pieces: Sequence[Piece], header: Sequence[Extent], count: int, sides: frozenset[int]) -> Columns:
    """Give the columns as the header tells them, or as there are as many of them as the form has."""
    found = columns_of(alone(pieces))
    if not header:
        return _numbered(found) if len(found) == count else ()
    own = sides_of(alone(pieces), header)
    own = own & sides or own
    return _numbered(
        columns_below(found, header, own) or columns_below(columns_of(words_of(pieces)), header, own) or ()
    )


def _numbered(columns: Iterable[Extent]) -> Columns:
    return tuple((column, place) for place, column in enumerate(columns))
