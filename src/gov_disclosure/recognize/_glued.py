"""Figures that stand in one run of digits: cut where the sums of their row leave one reading only.

A figure of several digits has no 0 in front, so "0000000" is seven figures. If any run of a source
cannot be cut at all, a blank cell has vanished from it, and may have from the others: then all are
refused.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from ._align import Match
from ._bind import LONGEST_FIGURE
from ._lines import Shape
from ._rows import Figure, Row

__all__ = ["part_glued"]

_LONGEST = 40
"""A longer run has more readings than are worth looking at."""
_DIGITS = 6
"""More digits than this has no figure of a row that is cut."""
_READINGS = 2
"""Two readings are as good as none."""

Reading = tuple[str, ...]
Sums = dict[int, tuple[int, ...]]
"""The places of the totals of a row, each with those of its parts, which all stand before it."""


def part_glued(matches: Sequence[Match]) -> frozenset[int]:
    """Part the figures of the rows that have them in one run; give the slots of those that must be refused."""
    glued = [match for match in matches if is_glued(match) and len(match.slot.cells) > 1]
    readings = [readings_of(match) for match in glued]
    if not all(readings) or any(map(_is_short, matches)):
        return frozenset(match.slot.index for match in glued)
    for match, found in zip(glued, readings, strict=True):
        if len(found) == 1:
            _part(match.row, found[0])
    return frozenset(match.slot.index for match, found in zip(glued, readings, strict=True) if len(found) > 1)


def is_glued(match: Match) -> bool:
    """Tell whether the figures of a row stand in one run of digits."""
    printed, count = match.row.printed, len(match.slot.cells)
    return match.row.glued or (len(printed) == 1 and count > LONGEST_FIGURE and len(printed[0].text) >= count)


def _is_short(match: Match) -> bool:
    """Tell whether a row of text has lost figures."""
    return match.row.shape is not Shape.GRID and not is_glued(match) and len(match.row.printed) < len(match.slot.cells)


def readings_of(match: Match) -> list[Reading]:
    """Give the ways to cut the run of a row into its figures so that its sums hold, two at most."""
    text, count = match.row.printed[0].text, len(match.slot.cells)
    if len(match.row.printed) != 1 or count == 1:
        return [tuple(figure.text for figure in match.row.printed)] if len(match.row.printed) == count else []
    if not text.isascii() or not text.isdigit() or not count <= len(text) <= _LONGEST:
        return []
    return list(islice(_cuts(text, count, _sums(match)), _READINGS))


def _cuts(text: str, count: int, sums: Sums) -> Iterator[Reading]:
    """Cut a text into figures: a total is what its parts say, any other may have any length.

    Readings that come to the same place of the text with the same sum go on as one, so the work grows
    with the digits and not with the ways to cut them.
    """
    parts = frozenset(chain.from_iterable(sums.values()))
    states: dict[tuple[int, int], list[Reading]] = {(0, 0): [()]}
    for place in range(count):
        after: dict[tuple[int, int], list[Reading]] = {}
        for (start, so_far), readings in states.items():
            for end in _ends(text, start, count - place - 1, str(so_far) if place in sums else None):
                added = so_far + int(text[start:end]) if place in parts else 0
                # The total that follows has room for as many digits as its parts have together.
                if place in parts and len(str(added)) > len(text) - end - (count - place - 2):
                    break
                if place in parts and place + 1 in sums and not text.startswith(str(added), end):
                    continue
                known = after.setdefault((end, added), [])
                known += [(*reading, text[start:end]) for reading in readings[: _READINGS - len(known)]]
        states = after
    return chain.from_iterable(found for (end, _), found in states.items() if end == len(text))


def _ends(text: str, start: int, behind: int, total: str | None) -> Iterable[int]:
    """Tell where a figure may end that begins at a place, with so many figures behind it."""
    if total is not None:
        return (start + len(total),) if text.startswith(total, start) else ()
    longest = 1 if text.startswith("0", start) else _DIGITS
    least = max(1, len(text) - start - behind * (_DIGITS + 1))
    return range(start + least, min(start + longest, len(text) - behind) + 1)


def _sums(match: Match) -> Sums:
    """Give the sums that must hold inside a row."""
    at = {cell: place for place, cell in enumerate(match.slot.cells)}
    inside = [total for total in match.slot.table.sums if not total.column and total.target in at]
    return {at[total.target]: tuple(at[part] for part in total.parts) for total in inside}


def _part(row: Row, reading: Reading) -> None:
    row.figures = [Figure(text, column) for column, text in enumerate(reading)]
