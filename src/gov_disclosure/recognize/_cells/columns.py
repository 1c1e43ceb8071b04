"""Figures to columns by their places in lines of text, where blank cells leave only space.

If the figures of a table stand exactly below one another, in as many columns as the form has,
although the labels before them differ in length, the text is aligned, and each figure belongs to
the column that it stands in. Where that is not so, nothing is known.
"""

import re
from collections.abc import Sequence
from itertools import chain, pairwise

from attrs import frozen

from ...columns import width_of
from .._lines.lines import Line, Shape
from .._rows.align import Match

__all__ = ["by_columns"]

_WORD = re.compile(r"\S+")
_ENOUGH = 3
"""So many rows show where the columns are."""
_GAP = 2
"""So many spaces part the columns of a text."""
_RAGGED = 8
"""By so many columns labels must differ in length to tell that figures do not just follow them."""

Extent = tuple[int, int]


@frozen
class _Placed:
    """One row of figures: where each begins and ends, and where the label before them ends."""

    texts: tuple[str, ...]
    extents: tuple[Extent, ...]
    label: int


def by_columns(matches: Sequence[Match], lines: Sequence[Line]) -> dict[int, tuple[str, ...]]:
    """Give the texts of the rows of one table that have fewer figures than columns, by their slots."""
    found: dict[int, tuple[str, ...]] = {}
    spaced = [match for match in matches if match.row.shape is Shape.SPACES]
    for count in {len(match.slot.cells) for match in spaced if len(match.row.printed) < len(match.slot.cells)}:
        placed = [(match.slot.index, _placed(match, lines)) for match in spaced if len(match.slot.cells) == count]
        rows = [(slot, row) for slot, row in placed if row]
        columns = _columns_of([row for _, row in rows], count)
        for slot, row in rows:
            if columns and len(row.texts) < count and (texts := _bound(row, columns)):
                found[slot] = texts
    return found


def _placed(match: Match, lines: Sequence[Line]) -> _Placed | None:
    """Find the figures of a row in its line of text."""
    texts = tuple(match.row.texts)
    raw = lines[match.row.lines[0]].raw
    words = list(_WORD.finditer(raw))[-len(texts) :] if texts else []
    if not words or tuple(word[0] for word in words) != texts:
        return None
    starts = [width_of(raw[: word.start()]) for word in words]
    label = width_of(raw[: words[0].start()].rstrip())
    if starts[0] - label < _GAP:
        # What stands where the label happens to end stands in no column.
        return None
    extents = tuple((start, start + width_of(word[0])) for start, word in zip(starts, words, strict=True))
    return _Placed(texts, extents, label)


def _columns_of(rows: Sequence[_Placed], count: int) -> list[Extent]:
    """Give the columns in which the figures of some rows stand, or none if those are not what the form has."""
    labels = [row.label for row in rows]
    if len(rows) < _ENOUGH or max(labels) - min(labels) < _RAGGED:
        return []
    columns: list[list[Extent]] = []
    for extent in sorted(chain.from_iterable(row.extents for row in rows)):
        if columns and extent[0] < max(end for _, end in columns[-1]):
            columns[-1].append(extent)
        else:
            columns.append([extent])
    extents = [(min(column)[0], max(end for _, end in column)) for column in columns]
    if len(columns) != count or not all(map(_aligned, columns)) or not _are_filled_up(rows, count):
        return []
    return extents if all(one[1] < two[0] for one, two in pairwise(extents)) else []


def _aligned(column: Sequence[Extent]) -> bool:
    """Tell whether the figures of a column are flush left, flush right or centred."""
    starts, ends, middles = ({start for start, _ in column}, {end for _, end in column}, set(map(sum, column)))
    return min(len(starts), len(ends)) == 1 or max(middles) - min(middles) <= 1


def _are_filled_up(rows: Sequence[_Placed], count: int) -> bool:
    """Tell whether cells are filled up: else gaps in a full row are all alike, and in others multiples of them."""
    gaps = [[two[0] - one[1] for one, two in pairwise(row.extents)] for row in rows]
    full = [each for each, row in zip(gaps, rows, strict=True) if len(row.texts) == count]
    least = min(chain.from_iterable(gaps), default=0)
    uneven = least > 1 and any(gap % least for gap in chain.from_iterable(gaps))
    return uneven or any(len(set(each)) > 1 for each in full)


def _bound(row: _Placed, columns: Sequence[Extent]) -> tuple[str, ...] | None:
    """Put each figure into the one column that it stands in."""
    texts = [""] * len(columns)
    for text, (start, end) in zip(row.texts, row.extents, strict=True):
        own = [place for place, (left, right) in enumerate(columns) if start < right and end > left]
        if len(own) != 1 or texts[own[0]]:
            return None
        texts[own[0]] = text
    return tuple(texts)
