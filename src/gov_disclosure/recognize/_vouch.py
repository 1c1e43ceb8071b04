"""What a table says about itself that its figures cannot be read against: refused, and said.

A header in another order or with a column twice, a unit that is not the form's, a row that stands there
twice with other figures or at which the source breaks off: each would put a number where it does not belong.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import chain, groupby, pairwise, product
from operator import itemgetter

from attrs import frozen

from ..diagnostics import DIAGNOSTICS
from ..findings import Finding
from ..forms import Block, Group, Table, Total, entries, walk
from ..words import fold, for_short
from ._align import Match, has_all
from ._copies import says_same
from ._lines import Line, is_figure
from ._rows import Row
from ._slots import Slot, names_of
from ._sums import adds_up

__all__ = ["cut_off", "other_unit", "reordered", "repeated"]

_UNIT = re.compile(r"单位:?([十百千万亿]*元)\)")


@frozen(eq=False, slots=False)
class _Head:
    """What may be the header of a table: its texts, each with its line."""

    parts: Sequence[tuple[int, str]]

    @cached_property
    def text(self) -> str:
        """What it says from the last sentence on, which may name the columns, too; folded."""
        texts = [text for _, text in self.parts]
        ends = (place for place in range(len(texts), 0, -1) if "。" in texts[place - 1])
        return fold("".join(texts[next(ends, 0) :]))


def reordered(table: Table, matches: Sequence[Match], lines: Sequence[Line]) -> Iterator[tuple[Match, Finding]]:
    """Give the rows of blocks whose header names the columns in another order than the form, or one of them twice."""
    grids = {match.row.grid for match in matches} - {None}
    # Before most figures stands nothing but the label of their row, and of its group.
    parts = [match.row.parts for match in matches if match is matches[0] or len(match.row.parts) > 2]
    near = list(map(_Head, parts)) + _heads(line for line in lines if line.grid in grids)
    for block in table.blocks:
        rows = {row.key for row in entries(block.rows)}
        own = [match for match in matches if match.slot.row is None or match.slot.row.key in rows]
        found = (_other_order(near, lines, block) or _other_groups(near, block)) if own else []
        if found:
            labels = "、".join(found)
            for match in own:
                where = f"{table.section}.{match.slot.row.key}" if match.slot.row else table.section.value
                yield match, DIAGNOSTICS["columns_reordered"](where, label=match.slot.name, found=labels)


def _heads(lines: Iterable[Line]) -> list[_Head]:
    """Give the lines of several cells that hold no figures."""
    heads = (line for line in lines if len(line.cells) > 1 and not any(map(is_figure, line.cells)))
    return [_Head([(line.index, cell) for cell in line.cells]) for line in heads]


def _other_order(near: Sequence[_Head], lines: Sequence[Line], block: Block) -> list[str]:
    """Give the order of the columns that the header of a block tells, if it is not that of the form.

    `near` is what may be its header: what stands before the figures of any row of its table, and the lines of
    their grids without figures, because rows that were moved may stand between. Where none of it is a header,
    that was moved, too: it may be any line of the source.
    """
    entered = list(entries(block.columns))
    official = [entry.label for entry in entered]
    if len(official) == 1:
        return []
    groups = [fold(node.label) for node, _ in walk(block.columns) if isinstance(node, Group)]
    total = official[-1] if isinstance(entered[-1], Total) else ""
    told = partial(_order, groups=groups, columns={label: fold(label) for label in official}, total=total)
    orders = list(filter(None, map(told, near))) or list(filter(None, map(told, _heads(lines))))
    others = (order for order in orders if order != [label for label in official if label in order])
    return next(others, []) or _doubled(near, block)


def _other_groups(near: Sequence[_Head], block: Block) -> list[str]:
    """Give the groups of a table that is printed across as a header has them, if they are in another order."""
    levels = dict.fromkeys(beside for _, beside in walk(block.rows)) if block.across else {}
    for nodes, head in product(levels, near):
        texts = [fold(text) for _, text in head.parts]
        at = {node.label: min(map(texts.index, found)) for node in nodes if (found := {*names_of(node)} & {*texts})}
        order = sorted(at, key=at.__getitem__)
        if order != list(at):
            return order
    return []


def _order(head: _Head, groups: Sequence[str], columns: Mapping[str, str], total: str) -> list[str]:
    """Give the columns as a header names them, if it names two or more beside the total.

    `groups` are the folded labels over several columns, `columns` the folded label of each.
    """
    header = head.text
    for group in groups:
        header = header.replace(group, "")
    printed = {label: header.rfind(folded) for label, folded in columns.items()}
    order = sorted((label for label in columns if printed[label] >= 0 and label != total), key=printed.__getitem__)
    if len(order) > 1 and printed.get(total, -1) >= 0:
        # The total stands over the last column; where the header has several rows it is read before others.
        order.insert(0 if _precedes(head, total, next(iter(columns))) else len(order), total)
    return order if len(order) > 1 else []


def _doubled(heads: Sequence[_Head], block: Block) -> list[str]:
    """Give a column that a line of a header names twice running, as often: its figures were doubled, too.

    Where a line names all columns, merged cells may have been unpacked, and so may those of the figures.
    """
    columns = [names_of(entry) for entry in entries(block.columns)]
    lines = [[fold(text) for _, text in line] for head in heads for _, line in groupby(head.parts, itemgetter(0))]
    if any(all(not set(line).isdisjoint(names) for names in columns) for line in lines):
        return []
    names = set(chain.from_iterable(columns))
    twice = ([one, two] for line in lines for one, two in pairwise(line) if one == two and one in names)
    return next(twice, [])


def _precedes(head: _Head, one: str, other: str) -> bool:
    """Tell whether one label stands before another in the same line of the header."""
    at = {fold(text): (line, place) for place, (line, text) in enumerate(head.parts)}
    first, second = at.get(fold(one)), at.get(fold(other))
    return first is not None and second is not None and first[0] == second[0] and first[1] < second[1]


@for_short
def _unit_of(label: str) -> str:
    unit = _UNIT.search(fold(label))
    return unit[1] if unit else ""


def other_unit(match: Match, label: str) -> str:
    """Give the unit that the header above a row names, if it is not that of the form's label of the column."""
    wanted = _unit_of(label)
    if not wanted:
        return ""
    found = _UNIT.findall(fold("".join(text for _, text in match.row.parts)))
    return found[-1] if found and found[-1] != wanted else ""


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


def _texts(row: Row) -> list[str]:
    return [figure.text for figure in row.printed]


def cut_off(matches: Sequence[Match], lines: Sequence[Line]) -> Iterator[Match]:
    """Give the row with which a report in parts ends too early, unless it adds up: its last figure may be cut."""
    last = next((line.index for line in reversed(lines) if not line.empty), -1)
    for match in matches:
        row = match.row
        if row.lines[-1:] == [last] and row.part:
            sums = adds_up(match, _texts(row))
            if sums is False or (sums is None and row.grid is None):
                yield match
