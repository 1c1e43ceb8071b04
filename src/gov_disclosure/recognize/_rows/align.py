"""Rows to rows of the form: by their labels, in the order of the form.

Exact labels give the frame of the alignment; between two of them, labels that are misspelt or cut
are matched by likeness, and a row without a label by its place, if only one reading is possible.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from attrs import evolve, frozen

from ...forms import Form, Table
from ...words import fold
from .chain import heaviest_chain
from .labels import meant, without_note
from .likeness import likenesses
from .rows import MOST_FIGURES, Figure, Row, label_of
from .slots import Slot, column_names, labels_of, slots_of

__all__ = ["Match", "align", "below_header", "has_all", "in_form", "named"]

_LONGEST_HEADER = 24
"""More cells than the header of any table has."""


@frozen
class Match:
    """A row of the source and the row of the form that it is."""

    row: Row
    slot: Slot
    by: Literal["label", "likeness", "place", "order"]


@cache
def _lengths(form: Form) -> tuple[int, ...]:
    return tuple(sorted({len(label) for label in labels_of(form)}, reverse=True))


def named(row: Row, form: Form) -> tuple[Slot, ...]:
    """Give the rows of the form whose label ends what stood before the figures."""
    if whole := _below_header(row, form):
        return whole
    bare = without_note(row.label)
    return _ending(row.label, row, form) or (_ending(bare, row, form) if bare is not row.label else ())


def _ending(text: str, row: Row, form: Form) -> tuple[Slot, ...]:
    """Give the rows of the form that the longest label names with which a text ends, if it names this row."""
    for length, slots in _endings(text, form):
        if whole := tuple(slot for slot in slots if _whole(slot, row, length)):
            return whole
    return ()


def _endings(text: str, form: Form) -> tuple[tuple[int, tuple[Slot, ...]], ...]:
    """Give the labels that a text ends with, the longest first: their lengths, and the rows that they name."""
    return _endings_of(text[-_lengths(form)[0] :], form)


@lru_cache(maxsize=4096)
def _endings_of(text: str, form: Form) -> tuple[tuple[int, tuple[Slot, ...]], ...]:
    labels = labels_of(form)
    ends = ((length, text[-length:]) for length in _lengths(form) if length <= len(text))
    return tuple((length, labels[end]) for length, end in ends if end in labels)


def in_form(row: Row, form: Form) -> Row:
    """Give a row as an edition has it: words that stand where its first figures should are counted as figures.

    The row itself stays as it is, because another edition may have another label before them.
    """
    beside = 0 if named(row, form) else sum(1 for part in row.parts if row.lines and part[0] == row.lines[0])
    for moved in range(1, min(beside, MOST_FIGURES) + 1):
        before, words = row.parts[:-moved], row.parts[-moved:]
        if meant(words[0][1], form):
            # A row without figures stands above one whose label is misspelt.
            return row
        slots = next((slots for _, slots in _endings(label_of(before), form)), ())
        if slots and all(slot.row and len(slot.cells) == moved + len(row.figures) for slot in slots):
            figures = [Figure(text, column) for column, (_, text) in enumerate(words, -moved)]
            return evolve(row, parts=before, figures=[*figures, *row.figures])
    return row


def _below_header(row: Row, form: Form) -> tuple[Slot, ...]:
    """Know the one line of all figures of a table by how many there are, even if its header is broken over lines."""
    if len(row.figures) < MOST_FIGURES:
        return ()
    lines = (slot for slot in slots_of(form) if slot.row is None and has_all(row, slot))
    return tuple(slot for slot in lines if set(row.label).issuperset(slot.headers[0]))


def below_header(rows: Sequence[Row], table: Table, form: Form) -> tuple[Slot, Row] | None:
    """Give the line of figures below the header of a table that has one, if it has more or fewer than the form."""
    slot = next(slot for slot in slots_of(form) if slot.table is table)
    if slot.row is not None:
        return None
    names = [frozenset(each) for each in column_names(slot)]
    for row in rows:
        said = {fold(text) for _, text in row.parts[-_LONGEST_HEADER:]}
        if len(row.printed) > 1 and 2 * sum(not said.isdisjoint(each) for each in names) > len(names):
            return slot, row
    return None


def _whole(slot: Slot, row: Row, length: int) -> bool:
    """Tell whether a label of some length names a row; a header must have its figures below, all of them."""
    if slot.row is None:
        return length in map(len, slot.headers) or has_all(row, slot)
    return not slot.headers or has_all(row, slot) or (length <= max(map(len, slot.labels)) and bool(row.printed))


def align(rows: Sequence[Row], form: Form) -> list[Match]:
    """Match the rows of a source with those of an edition, each at most once, in order."""
    frame = _chain([(i, slot, _weight(row, slot)) for i, row in enumerate(rows) for slot in named(row, form)])
    slots = slots_of(form)
    matches: list[Match] = []
    edges = [(-1, -1), *frame, (len(rows), len(slots))]
    for (r, s), (next_r, next_s) in pairwise(edges):
        if r >= 0:
            matches.append(Match(rows[r], slots[s], "label"))
        matches.extend(_between(rows[r + 1 : next_r], slots[s + 1 : next_s], bounded=r >= 0 and next_r < len(rows)))
    return [*matches, *_out_of_order(rows, matches, form)]


def _weight(row: Row, slot: Slot) -> float:
    """Weigh a pair: by its figures, and by whether the row stands below the heading of its table."""
    figures = 2.0 if has_all(row, slot) else 1.0 if row.printed else 0.5
    return figures * (2.0 if row.part == slot.table.section else 1.0)


def has_all(row: Row, slot: Slot) -> bool:
    """Tell whether a row has as many figures as the form, with or without its blank cells."""
    count = len(slot.cells)
    return count == len(row.figures) or (count < len(row.figures) and count == len(row.printed))


def _out_of_order(rows: Sequence[Row], matches: Sequence[Match], form: Form) -> list[Match]:
    """Match rows that stand elsewhere in their table than in the form: only one row has such a label and figures."""
    matched, filled = {id(match.row) for match in matches}, {match.slot.index for match in matches}
    found: dict[int, list[Match]] = {}
    for row in rows:
        if row.grid is None or id(row) in matched:
            continue
        for slot in named(row, form):
            if slot.index not in filled and has_all(row, slot):
                found.setdefault(slot.index, []).append(Match(row, slot, "order"))
    alone = [group[0] for group in found.values() if len(group) == 1]
    grids = Counter((match.slot.table, match.row.grid) for match in (*matches, *alone))
    return [match for match in alone if grids[match.slot.table, match.row.grid] > 1]


def _chain(pairs: list[tuple[int, Slot, float]]) -> list[tuple[int, int]]:
    """Choose the heaviest chain of pairs that goes down both lists."""
    return heaviest_chain([(r, slot.index, weight) for r, slot, weight in pairs])


def _between(rows: Sequence[Row], slots: Sequence[Slot], *, bounded: bool) -> list[Match]:
    """Match what is left between two sure rows."""
    if not rows or not slots:
        return []
    cut = {place for i, two in enumerate(pairwise(rows)) if _are_one(*two, slots) for place in (i, i + 1)}
    chosen = _chain([(i, *like) for i, row in enumerate(rows) if i not in cut for like in likenesses(row, slots)])
    by_index = {slot.index: slot for slot in slots}
    found = [Match(rows[i], by_index[s], "likeness") for i, s in chosen]
    bare = [row for row in rows if not row.parts]
    if bounded and not found and len(bare) == len(rows) == len(slots):
        found = [Match(row, slot, "place") for row, slot in zip(rows, slots, strict=True) if _fits(row, slot)]
    return found


def _are_one(row: Row, below: Row, slots: Sequence[Slot]) -> bool:
    """Tell whether a row ends the label of the one above: the page has cut that row, and maybe its numbers."""
    own, rest = fold(row.own), below.label
    return bool(own and rest and below.printed) and any(own + rest in slot.labels for slot in slots)


def _fits(row: Row, slot: Slot) -> bool:
    return slot.row is not None and len(row.figures) == len(slot.cells)
