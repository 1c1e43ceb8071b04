"""Tables whose header has other columns than the form: one is lacking, or one stands there that the form has not.

What a grid has above a figure, from the name of its group down to that of its column, tells which column of the
form that is, if the names stand there in the order of the form. What stands below other names is left out, and a
column of which the name stands nowhere has no cells.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import cache

from ...forms import entries
from .._rows.align import Match
from .._rows.heads import Heads
from .._rows.rows import Row
from .._rows.slots import Slot, names_of
from .header import may_mean
from .sums import falls_short

__all__ = ["below_names"]

Texts = tuple[str | None, ...]
"""The texts of the cells of a row; `None` for a cell of which the column is lacking."""
Columns = tuple[int | None, ...]


def below_names(matches: Sequence[Match], heads: Heads, others: frozenset[int]) -> dict[int, Texts]:
    """Give the texts of the rows, by their slots, that lack a column; let others have the columns of the form only.

    `others` are the slots of rows that have as many figures as the form, but not of the same columns.
    """
    found: dict[int, Texts] = {}
    columns: dict[tuple[object, ...], tuple[Columns, Collection[int]]] = {}
    for match in matches:
        row, slot = match.row, match.slot
        odd = slot.index in others or len(row.figures) != len(slot.cells)
        if not odd or len(slot.cells) == 1 or not heads.lines[row.lines[0]].tiled:
            continue
        key = row.grid, _names(slot), row.column
        if key not in columns:
            stacks = heads.above(row.lines[0]).stacks
            columns[key] = _columns(slot, stacks, row.column), stacks.keys()
        at = {figure.column: figure for figure in row.figures if figure.span == 1}
        own, named = columns[key]
        if own and at.keys() >= {column for column in own if column is not None} and _printed(row).issubset(named):
            if None in own:
                found[slot.index] = tuple(None if column is None else at[column].text for column in own)
            else:
                row.hold([at[column] for column in own if column is not None])
    # Totals that are less than their parts show that, too.
    rows = ((match.slot, found.get(match.slot.index, ())) for match in matches)
    return {} if any(falls_short(slot, [text or "" for text in texts]) for slot, texts in rows if texts) else found


@cache
def _names(slot: Slot) -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
    """Give the folded wordings of each column of a row of the form, and of what stands over it, if anything must."""
    places = [slot.table.places[cell] for cell in slot.cells]
    beside = len(places) > sum(1 for _ in entries(slot.block.columns))
    return tuple((names_of(place.column), frozenset(names_of(place.row) if beside else ())) for place in places)


def _printed(row: Row) -> set[int]:
    return {figure.column for figure in row.printed}


def _columns(slot: Slot, stacks: Mapping[int, Sequence[str]], label: int) -> Columns:
    """Give the grid column of each column of the form, or none where they are not most of them, in its order.

    `label` is where the label stands: with a name above it, the header stands beside its figures.
    """
    found: list[int | None] = []
    for names, groups in _names(slot):
        under = [column for column, texts in stacks.items() if not groups or not groups.isdisjoint(texts)]
        own = [column for column in under if stacks[column][-1] in names]
        if len(own) > 1:
            return ()
        found.append(own[0] if own else None)
    there = [column for column in found if column is not None]
    if 2 * len(there) <= len(found) or there != sorted(there) or there[0] <= label:
        return ()
    others = [texts[-1] for column, texts in stacks.items() if column > label and column not in there]
    lacking = (names for (names, _), column in zip(_names(slot), found, strict=True) if column is None)
    # What stands there in other words is not lacking.
    return () if any(may_mean(other, names, ()) for names in lacking for other in others) else tuple(found)
