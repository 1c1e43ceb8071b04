"""Figures that stand in one run of digits: cut where the sums of their row leave one reading only.

A figure of several digits has no 0 in front, so "0000000" is seven figures. If any run of a source
cannot be cut at all, a blank cell has vanished from it, and may have from the others: then all are
refused.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from .._lines.lines import Shape
from .._rows.align import Match
from .._rows.rows import Figure, Row
from .bind import LONGEST_FIGURE
from .sums import adds_up, sums_of

__all__ = ["is_glued", "part_glued"]

_LONGEST = 40
"""A longer run has more readings than are worth looking at."""
_DIGITS = 6
"""More digits than this has no figure of a row that is cut; a total may have one more."""
_READINGS = 2
"""Two readings are as good as none."""

Reading = tuple[str, ...]
Sums = Mapping[int, tuple[int, ...]]
"""The places of the totals of a row, each with those of its parts, which all stand before it."""


def part_glued(matches: Sequence[Match]) -> frozenset[int]:
    """Part the figures of the rows that have them in one run; give the slots of those that must be refused."""
    glued = [match for match in matches if is_glued(match) and not _is_plain(match)]
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


def _is_plain(match: Match) -> bool:
    """Tell whether a row has one figure and should have one, short and without a 0 in front."""
    one = len(match.slot.cells) == len(match.row.printed) == 1 and len(match.row.printed[0].text) <= LONGEST_FIGURE
    return one and not re.match(r"0\d", match.row.printed[0].text)


def _is_short(match: Match) -> bool:
    """Tell whether a row of text has lost figures."""
    return match.row.shape is not Shape.GRID and not is_glued(match) and len(match.row.printed) < len(match.slot.cells)


def readings_of(match: Match) -> list[Reading]:
    """Give the ways to cut the run of a row into its figures so that its sums hold, two at most."""
    text, count = match.row.printed[0].text, len(match.slot.cells)
    if len(match.row.printed) != 1:
        return [tuple(match.row.texts)] if len(match.row.printed) == count else []
    if count == 1 or not text.isascii() or not text.isdigit() or not count <= len(text) <= _LONGEST:
        return []
    if len(text) == count:
        # As many digits as there are figures: there is no other way to cut them.
        return [tuple(text)] if adds_up(match, text) is not False else []
    return list(islice(_cuts(text, count, sums_of(match)), _READINGS))


def _cuts(text: str, count: int, sums: Sums) -> Iterator[Reading]:
    """Cut a text into figures, of which some are totals of those before them, back to the total before."""
    if not sums:
        yield from (reading for _, _, reading in _runs(text, 0, len(text), count, 0, _DIGITS))
        return
    states: dict[int, list[Reading]] = {0: [()]}
    first = 0
    for place in sorted(sums):
        after: dict[int, list[Reading]] = {}
        for start, readings in states.items():
            for end, found in _block(text, start, place - first, count - place - 1):
                known = after.setdefault(end, [])
                known += [(*reading, *found) for reading in readings[: _READINGS - len(known)]]
        states, first = after, place + 1
    yield from states.get(len(text), ())


def _block(text: str, start: int, parts: int, behind: int) -> Iterator[tuple[int, Reading]]:
    """Cut some figures and their total off a text: where it ends, and what they are.

    However a run is cut, its figures together leave the same remainder by 9 as the whole run: most totals are none.
    """
    for middle in range(start + parts, min(start + parts * _DIGITS, len(text) - 1 - behind) + 1):
        run = int(text[start:middle])
        for length in _lengths(text, middle, len(text), behind, _DIGITS + 1):
            end = middle + length
            total = int(text[middle:end])
            if total % 9 == run % 9:
                for reading in _parts(text, start, middle, parts, total):
                    yield end, (*reading, text[middle:end])


def _parts(text: str, start: int, end: int, count: int, total: int) -> Iterator[Reading]:
    """Cut a stretch of a text into so many figures of a total.

    One half of them and the total say what the other half must be, so there is no need to try every half
    with every other.
    """
    half, most = count // 2, min(_DIGITS, len(str(total)))
    halves: dict[int, dict[int, list[Reading]]] = {}
    for middle, value, reading in _runs(text, start, end, half, count - half, most):
        halves.setdefault(middle, {}).setdefault(total - value, []).append(reading)
    for middle, values in halves.items():
        for _, value, rest in _runs(text, middle, end, count - half, 0, most):
            yield from ((*reading, *rest) for reading in values.get(value, ())[:_READINGS])


def _runs(text: str, start: int, end: int, count: int, behind: int, most: int) -> Iterable[tuple[int, int, Reading]]:
    """Cut so many figures off a stretch of a text that others may follow: where they end, their sum, and they."""
    found: list[tuple[int, int, Reading]] = [(start, 0, ())]
    for left in range(count - 1 + behind, behind - 1, -1):
        found = [
            (place + length, value + int(figure := text[place : place + length]), (*reading, figure))
            for place, value, reading in found
            for length in _lengths(text, place, end, left, most)
        ]
    return found


def _lengths(text: str, place: int, end: int, behind: int, most: int) -> Iterable[int]:
    """Give the lengths that a figure may have that begins at a place, with so many figures behind it."""
    room = end - place
    return range(max(1, room - behind * most), min(1 if text[place] == "0" else most, room - behind) + 1)


def _part(row: Row, reading: Reading) -> None:
    row.hold([Figure(text, column) for column, text in enumerate(reading)])
