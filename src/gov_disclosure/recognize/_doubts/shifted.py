"""Figures in a text that stand beside other labels than their own, or are only pieces: what extractors make of pages.

A stream of cells that goes down the columns of a page and not along its rows gives some labels the
figures of several rows and others none: then no row of it is sure. A number that a page broke over two
lines leaves its rest on a line of its own, and the edge of a page leaves the first digits of totals:
then only rows that add up are sure.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from ...cells import parse_value
from ...forms import Kind
from .._cells.sums import is_told, sum_of, sums_of
from .._lines.lines import Line, Shape
from .._rows.align import Match
from .._rows.labels import is_label
from .._rows.rows import Row

__all__ = ["shifted_of"]

_FLOWS = frozenset({Shape.CELL, Shape.SPACES})
_MOVED = 14
"""So many figures beside other labels, those of two rows, are no mistake of one row."""
_SHORT = 2
_EVEN = 3
"""So many spaces may part figures that others part by one: more are columns."""
_WORD = re.compile(r"\S+")
_LONE = 3
"""So many lines of one figure are no numbers of pages."""
_SEVERAL = 2
_LONG = 4
"""A sum of so many digits does not begin with those of a total by accident."""
_MOST = 3
"""Figures of a row with fewer digits have no such sum."""


def shifted_of(matches: Sequence[Match], rows: Sequence[Row], lines: Sequence[Line]) -> frozenset[int]:
    """Give the slots of the rows of a text that must be refused because figures were moved, broken or cut off."""
    flows = [match for match in matches if match.row.shape in _FLOWS and not match.row.glued]
    taken = {id(match.row) for match in matches}
    spare = [row for row in rows if row.shape in _FLOWS and row.printed and id(row) not in taken]
    spare = [row for row in spare if not row.parts or is_label(row.own)]
    if _are_moved(flows, spare):
        return frozenset(match.slot.index for match in flows)
    unsure = {match.slot.index for match in flows if _is_uneven(match, lines) and not sum_of(match)}
    for table in {match.slot.table for match in flows}:
        own = [match for match in flows if match.slot.table is table]
        if _has_pieces(own, spare) or _are_cut(own):
            unsure |= {
                match.slot.index for match in own if not (sum_of(match) and is_told(match.slot, match.row.texts))
            }
    return frozenset(unsure)


def _are_moved(flows: Sequence[Match], spare: Sequence[Row]) -> bool:
    """Tell whether labels have the figures of several rows, or pieces of labels have some, while others lack theirs.

    In a stream of cells two rows of such figures are enough; in lines they are more than the whole rows have.
    """
    over = [len(match.row.printed) - len(match.slot.cells) for match in flows]
    moved = sum(count for count in (*over, *(len(row.printed) for row in spare)) if count > 1)
    if moved < _MOVED or sum(count < 0 for count in over) < _SHORT:
        return False
    whole = [match for match, count in zip(flows, over, strict=True) if not count]
    stream = sum(match.row.shape is Shape.CELL for match in flows) * 2 > len(flows)
    return stream or moved > sum(len(match.slot.cells) for match in whole)


def _is_uneven(match: Match, lines: Sequence[Line]) -> bool:
    """Tell whether one space and wide gaps part the figures of a line: then one space may stand inside a number."""
    if match.row.shape is not Shape.SPACES or not match.row.printed:
        return False
    words = list(_WORD.finditer(lines[match.row.lines[0]].raw))[-len(match.row.printed) :]
    gaps = {two.start() - one.end() for one, two in pairwise(words)}
    return 1 in gaps and max(gaps) > _EVEN


def _has_pieces(own: Sequence[Match], spare: Sequence[Row]) -> bool:
    """Tell whether lines with fewer figures than a row stand among the rows of a table, beside no label of a row."""
    first, last = own[0].row.lines[0], own[-1].row.lines[-1]
    most = max(len(match.slot.cells) for match in own)
    pieces = [row for row in spare if first <= row.lines[0] <= last + 1 and len(row.printed) < most]
    return any(row.parts or len(row.printed) > 1 for row in pieces) or len(pieces) >= _LONE


def _are_cut(own: Sequence[Match]) -> bool:
    """Tell whether the totals of several rows are only the first digits of what they should be."""
    return sum(map(_has_cut_total, own)) >= _SEVERAL


def _has_cut_total(match: Match) -> bool:
    if all(len(figure.text) < _MOST for figure in match.row.printed):
        return False
    values = [parse_value(figure.text, Kind.COUNT) for figure in match.row.printed]
    counts = [value for value in values if isinstance(value, int)]
    if len(counts) < len(match.slot.cells) or len(counts) < len(values):
        return False
    sums = ((str(counts[total]), str(sum(counts[part] for part in parts))) for total, parts in sums_of(match).items())
    return any(printed != whole and whole.startswith(printed) and len(whole) >= _LONG for printed, whole in sums)
