"""What a table says about itself that its figures cannot be read against: refused, and said.

A header in another order or with a column twice, a row that stands there twice with other figures or at
which the source breaks off: each would put a number where it does not belong.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain, product

from attrs import evolve, frozen

from ...diagnostics import DIAGNOSTICS
from ...findings import Finding
from ...forms import Block, Group, Table, Total, entries, walk
from ...words import fold
from .._cells.sums import adds_up
from .._lines.lines import Line
from .._rows.align import Match, has_all
from .._rows.heads import Head, Heads
from .._rows.rows import Row
from .._rows.slots import Slot, names_of
from .copies import says_same

__all__ = ["cut_off", "reordered", "repeated"]


@frozen(eq=False)
class _Columns:
    """The columns of blocks as a header may name them, and the rows that have their figures below."""

    rows: frozenset[str]
    labels: Mapping[str, str]
    """The label of each column, and what it is folded."""
    names: tuple[tuple[str, ...], ...]
    """The folded wordings of each column."""
    groups: tuple[str, ...]
    """The folded labels over several columns."""
    total: str
    """The label of the total over the last column."""
    levels: tuple[Mapping[str, frozenset[str]], ...]
    """Of a block that is printed across, the labels of the rows side by side, each with its folded wordings."""


@cache
def _columns_of(table: Table) -> tuple[_Columns, ...]:
    """Give the columns of the blocks of a table, those that are the same once."""
    found: dict[tuple[object, ...], _Columns] = {}
    for block in table.blocks:
        columns = _columns_in(block)
        key = block.across, columns.names, columns.groups, columns.total
        rows = columns.rows | (found[key].rows if key in found else frozenset())
        found[key] = evolve(columns, rows=rows)
    return tuple(found.values())


def _columns_in(block: Block) -> _Columns:
    columns = tuple(entries(block.columns))
    levels = dict.fromkeys(beside for _, beside in walk(block.rows)) if block.across else {}
    return _Columns(
        frozenset(row.key for row in entries(block.rows)),
        {column.label: fold(column.label) for column in columns},
        tuple(map(names_of, columns)),
        tuple(fold(node.label) for node, _ in walk(block.columns) if isinstance(node, Group)),
        columns[-1].label if isinstance(columns[-1], Total) else "",
        tuple({node.label: frozenset(names_of(node)) for node in nodes} for nodes in levels),
    )


def reordered(table: Table, matches: Sequence[Match], heads: Heads) -> Iterator[tuple[Match, Finding]]:
    """Give the rows of blocks whose header names the columns in another order than the form, or one of them twice."""
    grids = {match.row.grid for match in matches if match.row.grid is not None}
    # Before most figures stands nothing but the label of their row, and of its group.
    parts = [match.row.parts for match in matches if match is matches[0] or len(match.row.parts) > 2]
    near = list(map(Head, parts)) + (heads.of(grids) if grids else [])
    for columns in _columns_of(table):
        own = [match for match in matches if match.slot.row is None or match.slot.row.key in columns.rows]
        found = (_other_order(near, heads, columns) or _other_groups(near, columns)) if own else []
        if found:
            labels = "、".join(found)
            for match in own:
                where = f"{table.section}.{match.slot.row.key}" if match.slot.row else table.section.value
                yield match, DIAGNOSTICS["columns_reordered"](where, label=match.slot.name, found=labels)


def _other_order(near: Sequence[Head], heads: Heads, columns: _Columns) -> list[str]:
    """Give the order of the columns that the header of a block tells, if it is not that of the form.

    `near` is what may be its header: what stands before the figures of any row of its table, and the lines of
    their grids without figures, because rows that were moved may stand between. Where none of it is a header,
    that was moved, too: it may be any line of the source.
    """
    if len(columns.labels) == 1:
        return []
    told = partial(_order, columns=columns)
    orders = list(filter(None, map(told, near))) or list(filter(None, map(told, heads.each())))
    others = (order for order in orders if order != [label for label in columns.labels if label in order])
    return next(others, []) or _doubled(near, columns)


def _other_groups(near: Sequence[Head], columns: _Columns) -> list[str]:
    """Give the groups of a table that is printed across as a header has them, if they are in another order."""
    for nodes, head in product(columns.levels, near):
        texts = list(chain.from_iterable(head.rows))
        at = {label: min(map(texts.index, found)) for label, names in nodes.items() if (found := names & {*texts})}
        order = sorted(at, key=at.__getitem__)
        if order != list(at):
            return order
    return []


def _order(head: Head, columns: _Columns) -> list[str]:
    """Give the columns as a header names them, if it names two or more beside the total."""
    header = head.text
    for group in columns.groups:
        header = header.replace(group, "")
    at = {label: place for label, folded in columns.labels.items() if (place := header.rfind(folded)) >= 0}
    if len(at) < 2:
        return []
    order = sorted((label for label in at if label != columns.total), key=at.__getitem__)
    if len(order) > 1 and columns.total in at:
        # The total stands over the last column; where the header has several rows it is read before others.
        order.insert(0 if _precedes(head, columns) else len(order), columns.total)
    return order if len(order) > 1 else []


def _precedes(head: Head, columns: _Columns) -> bool:
    """Tell whether the total stands before the first column in the same line of the header."""
    first = next(iter(columns.labels.values()))
    total = columns.labels[columns.total]
    at = {text: (number, place) for number, row in enumerate(head.rows) for place, text in enumerate(row)}
    return total in at and first in at and at[total][0] == at[first][0] and at[total] < at[first]


def _doubled(near: Sequence[Head], columns: _Columns) -> list[str]:
    """Give a column that a line of a header names twice running, as often: its figures were doubled, too.

    Where a line names all columns, merged cells may have been unpacked, and so may those of the figures.
    """
    twice = next((text for head in near for text in head.twice if any(text in names for names in columns.names)), "")
    lines = (set(row) for head in near for row in head.rows) if twice else ()
    whole = any(all(not line.isdisjoint(names) for names in columns.names) for line in lines)
    return [twice, twice] if twice and not whole else []


def repeated(
    names: Sequence[tuple[Row, tuple[Slot, ...]]], matches: Sequence[Match], lines: frozenset[int]
) -> Iterator[Match]:
    """Give the matched rows that stand there once more, with other figures.

    `names` has what each row is called. A whole row counts wherever it stands, unless
    only the matched one is below the heading of its table.
    """
    taken = {id(match.row) for match in matches}
    by_slot = {match.slot.index: match for match in matches}
    for row, slots in names:
        if id(row) in taken:
            continue
        inside = bool(row.printed) and bool(lines.intersection(row.lines))
        for slot in slots:
            match = by_slot.get(slot.index)
            if match and (inside or (has_all(row, slot) and _as_near(row, match))) and not says_same(match.row, row):
                yield match


def _as_near(row: Row, match: Match) -> bool:
    """Tell whether a row stands no further from where its table should be than the one that was matched."""
    section = match.slot.table.section
    return row.part == section or match.row.part != section


def cut_off(matches: Sequence[Match], lines: Sequence[Line]) -> Iterator[Match]:
    """Give the row with which a report in parts ends too early, unless it adds up: its last figure may be cut.

    A grid may end its source where its table ends: tables are given alone, too.
    """
    last = next((line.index for line in reversed(lines) if not line.empty), -1)
    for match in matches:
        row = match.row
        if row.lines[-1:] == [last] and row.part:
            sums = adds_up(match, row.texts)
            ends = row.grid is not None and match.slot.table.places[-1].index in match.slot.cells
            if sums is False or (sums is None and not ends):
                yield match
