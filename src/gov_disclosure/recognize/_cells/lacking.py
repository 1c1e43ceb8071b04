"""Tables whose header has other columns than the form: one is lacking, or one stands there that the form has not.

What a grid has above a figure, from the name of its group down to that of its column, tells which column of the
form that is, if the names stand there in the order of the form. What stands below other names is left out, and a
column of which the name stands nowhere has no cells.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from attrs import frozen

from ...forms import entries
from .._rows.align import Match
from .._rows.heads import Heads
from .._rows.slots import Slot, names_of
from .header import may_mean
from .sums import falls_short

__all__ = ["below_names"]

Texts = tuple[str | None, ...]
"""The texts of the cells of a row; `None` for a cell of which the column is lacking."""
_Names = tuple[tuple[tuple[str, ...], frozenset[str]], ...]
"""The folded wordings of each column of a row of the form, and of what stands over it, if anything must."""


@frozen
class _Header:
    """Which of the columns below a header are those of the form, from that of the first figure on."""

    columns: tuple[int | None, ...]
    count: int
    """How many figures a row has below it."""


def below_names(matches: Sequence[Match], heads: Heads, others: frozenset[int]) -> dict[int, Texts]:
    """Give the texts of the rows, by their slots, that lack a column; let others have the columns of the form only.

    `others` are the slots of rows that have as many figures as the form, but not of the same columns.
    """
    found: dict[int, Texts] = {}
    last: dict[_Names, _Header | None] = {}
    for match in matches:
        row, slot = match.row, match.slot
        odd = slot.index in others or len(row.figures) != len(slot.cells)
        if not odd or len(slot.cells) == 1 or not heads.lines[row.lines[0]].tiled:
            continue
        # What a page has cut off goes on below the same header.
        names, stacks = _names(slot), heads.above(row.lines[0]).stacks
        header = last[names] = _header(match, stacks) if _is_named(names, stacks) else last.get(names)
        at = {figure.column - row.figures[0].column: figure for figure in row.figures if figure.span == 1}
        if header is None or len(row.figures) != header.count or not at.keys() >= {*header.columns} - {None}:
            continue
        if None in header.columns:
            found[slot.index] = tuple(None if column is None else at[column].text for column in header.columns)
        else:
            row.hold([at[column] for column in header.columns if column is not None])
    # Totals that are less than their parts show that the header stands beside its figures.
    rows = ((match.slot, found.get(match.slot.index, ())) for match in matches)
    return {} if any(falls_short(slot, [text or "" for text in texts]) for slot, texts in rows if texts) else found


@cache
def _names(slot: Slot) -> _Names:
    places = [slot.table.places[cell] for cell in slot.cells]
    beside = len(places) > sum(1 for _ in entries(slot.block.columns))
    return tuple((names_of(place.column), frozenset(names_of(place.row) if beside else ())) for place in places)


def _is_named(names: _Names, stacks: Mapping[int, Sequence[str]]) -> bool:
    """Tell whether any column of the form has its name above a row."""
    return any(name in texts for texts in stacks.values() for own, _ in names for name in own)


def _header(match: Match, stacks: Mapping[int, Sequence[str]]) -> _Header | None:
    """Give the header of a row, if it names most of the columns of the form, in its order, and all that is printed."""
    first, row = match.row.figures[0].column, match.row
    found: list[int | None] = []
    for names, groups in _names(match.slot):
        under = [column for column, texts in stacks.items() if not groups or not groups.isdisjoint(texts)]
        own = [column for column in under if stacks[column][-1] in names]
        if len(own) > 1:
            return None
        found.append(own[0] - first if own else None)
    there = [column for column in found if column is not None]
    # With a name above the label, the header stands beside its figures.
    if 2 * len(there) <= len(found) or there != sorted(there) or there[0] < 0:
        return None
    others = [texts[-1] for column, texts in stacks.items() if column >= first and column - first not in there]
    lacking = (names for (names, _), column in zip(_names(match.slot), found, strict=True) if column is None)
    # What stands there in other words is not lacking.
    unsure = any(may_mean(other, names, ()) for names in lacking for other in others)
    named = stacks.keys() >= {figure.column for figure in row.printed}
    return _Header(tuple(found), len(row.figures)) if named and not unsure else None
