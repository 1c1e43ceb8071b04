"""What a table prints otherwise than the form: labels, split parts, rows without their group."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from ..diagnostics import DIAGNOSTICS
from ..findings import Finding
from ..forms import Block, Form, Group, Table, entries, walk
from ..words import clean, fold
from ._lines.lines import Line, is_figure
from ._parts.claims import Region
from ._rows.align import Match
from ._rows.labels import is_label, meant, vocabulary

__all__ = ["wording_of"]


def wording_of(
    table: Table, matches: Sequence[Match], region: Region, lines: Sequence[Line], form: Form
) -> Iterator[Finding]:
    """Name what the table prints otherwise than the form: labels, split parts, rows without their group."""
    rows = {index for match in matches for index in match.row.lines}
    for index in sorted(region.lines - rows):
        if not lines[index].empty:
            yield from _header_wording(table, lines[index], form)
    yield from _splits(table, matches)
    yield from _groups(table, matches)
    for line in region.unknown:
        yield DIAGNOSTICS["row_unknown"](table.section, found=line.text)


def _header_wording(table: Table, line: Line, form: Form) -> Iterator[Finding]:
    cells = [cell for cell in line.cells if cell and not is_figure(cell)]
    if all(fold(cell) in vocabulary(form) for cell in cells):
        return
    block = next((block for block in table.blocks if _heads(block, cells, form)), None)
    expected = [entry.label for entry in entries(block.columns)] if block else [meant(cell, form) for cell in cells]
    for cell, label in zip(cells[-len(expected) :], expected, strict=True):
        if not label or fold(cell) in vocabulary(form):
            continue
        if block and fold(label).startswith(fold(cell)):
            yield DIAGNOSTICS["label_shortened"](table.section, found=cell, expected=label)
        elif not is_label(cell) and fold(label) not in fold(cell):
            yield DIAGNOSTICS["label_wording"](table.section, found=cell, expected=label)


def _heads(block: Block, cells: Sequence[str], form: Form) -> bool:
    """Tell whether a line is the header of a block: its corner, and a cell for each of its columns."""
    columns = [entry.label for entry in entries(block.columns)]
    if block.corner is None or block.title or len(cells) != len(columns) + 1:
        return False
    if fold(cells[0]) != fold(block.corner.zh):
        return False
    return any(
        fold(cell) == fold(label) or meant(cell, form) == label for cell, label in zip(cells[1:], columns, strict=True)
    )


@cache
def _starts(table: Table) -> frozenset[str]:
    return frozenset(next(iter(entries(block.rows))).key for block in table.blocks)


def _splits(table: Table, matches: Sequence[Match]) -> Iterator[Finding]:
    """Name the places where a table begins anew in the middle of a block."""
    grids = [match.row.grid for match in matches]
    breaks = [
        match
        for match, grid, before in zip(matches[1:], grids[1:], grids, strict=False)
        if grid != before
        and None not in (grid, before)
        and match.slot.row is not None
        and match.slot.row.key not in _starts(table)
    ]
    for number, match in enumerate(breaks, 2):
        values = {"table": table.title, "count": len(breaks) + 1, "part": number, "label": clean(match.row.own)}
        yield DIAGNOSTICS["split_table"](table.section, **values)


def _groups(table: Table, matches: Sequence[Match]) -> Iterator[Finding]:
    """Name the rows whose label stands further left than those of the other rows in a group."""
    groups = _groups_in(table)
    placed = [m for m in matches if m.row.grid is not None and m.slot.row and m.slot.row.key in groups]
    usual = Counter(match.row.column for match in placed).most_common(1) if placed else []
    for match in placed:
        column, row = match.row.column, match.slot.row
        if row is not None and column < usual[0][0]:
            yield DIAGNOSTICS["lost_group"](f"{table.section}.{row.key}", label=row.label, group=groups[row.key])


@cache
def _groups_in(table: Table) -> dict[str, str]:
    """Give the label of the group of each row whose group is in another."""
    nodes = [node for block in table.blocks for node, _ in walk(block.rows)]
    parents = {child.key: node for node in nodes if isinstance(node, Group) for child in node.children}
    return {key: group.label for key, group in parents.items() if group.key in parents}
