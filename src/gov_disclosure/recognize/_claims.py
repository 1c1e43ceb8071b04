"""Which lines belong to a table: its rows, its header, and what stands between them.

What is in the way of a table and is not of it stays where it is: prose as text of the part, rows
that the form has not as leftovers.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from itertools import chain

from attrs import frozen

from ..diagnostics import DIAGNOSTICS
from ..findings import Finding
from ..forms import FORMS, Block, Form, Group, Table, entries, walk
from ..words import clean, fold
from ._align import Match
from ._lines import Line, is_figure

__all__ = ["Region", "region_of", "vocabulary", "wording_of"]

_LONGEST_LABEL = 48


@cache
def vocabulary(form: Form) -> dict[str, str]:
    """Give every text that the printed tables of an edition have: folded, and as it is printed."""
    texts: list[str] = []
    for block in chain.from_iterable(table.blocks for table in form.tables):
        texts += [block.caption, block.corner, block.title]
        texts += [name for node, _ in chain(walk(block.rows), walk(block.columns)) for name in (node.label, *node.also)]
    return {fold(text): text for text in texts if text}


@cache
def _all_labels() -> str:
    return "\n".join(text for form in FORMS.values() for text in vocabulary(form))


def is_label(text: str) -> bool:
    """Tell whether a cell is a label of the form, or a piece of one."""
    return len(text) <= _LONGEST_LABEL and fold(text) in _all_labels()


def is_header(line: Line, form: Form) -> bool:
    """Tell whether a line holds labels and nothing else, be they misspelt."""
    cells = [cell for cell in line.cells if cell]
    if any(map(is_figure, cells)):
        return False
    if len(cells) == 1 and len(words := cells[0].split(" ")) > 2:
        cells = words
    known = sum(1 for cell in cells if is_label(cell) or _meant(cell, form))
    return (bool(cells) and known * 2 > len(cells)) or (len(cells) > 1 and known * 2 == len(cells))


def _meant(cell: str, form: Form) -> str:
    """Give the label that a misspelt cell most likely stands for, or the empty text."""
    if not 2 < len(cell) <= _LONGEST_LABEL or any(mark in cell for mark in "。；"):
        return ""
    close = get_close_matches(fold(cell), vocabulary(form), 1, 0.65)
    return vocabulary(form)[close[0]] if close else ""


@frozen
class Region:
    """The lines that a table took, its first line, and the rows in it that the form has not."""

    lines: frozenset[int]
    first: int
    unknown: tuple[Line, ...]


def region_of(matches: Sequence[Match], lines: Sequence[Line], stops: frozenset[int], form: Form) -> Region:
    """Give the region of a table from the rows that were matched."""
    rows = {index for match in matches for index in match.row.lines}
    labels = {index for match in matches for index, text in match.row.parts if is_label(text) or _meant(text, form)}
    low, high = min(rows), max(rows)
    grids = {lines[index].grid for index in rows} - {None}
    while low > 0 and low - 1 not in stops and _above(lines[low - 1], grids, form):
        low -= 1
    while lines[low].empty:
        low += 1
    while (
        high + 1 < len(lines) and high + 1 not in stops and (lines[high + 1].empty or is_header(lines[high + 1], form))
    ):
        high += 1
    taken, unknown = set(rows | {i for i in labels if i >= low}), []
    for line in lines[low : high + 1]:
        if line.index in taken or line.index in stops:
            continue
        if any(map(is_figure, line.cells)) and (len(line.cells) > 1 or line.grid in grids):
            unknown.append(line)
            taken.add(line.index)
        elif line.empty or is_header(line, form) or (line.grid in grids and len(line.text) < _LONGEST_LABEL):
            taken.add(line.index)
    return Region(frozenset(taken), low, tuple(unknown))


def _above(line: Line, grids: set[int | None], form: Form) -> bool:
    return line.empty or is_header(line, form) or (line.grid in grids and len(line.text) < _LONGEST_LABEL)


def header_columns(lines: Sequence[Line], match: Match) -> tuple[int, ...] | None:
    """Give the grid columns that the header above a row names, if it names all of them, in order."""
    slot, row = match.slot, match.row
    block = next(block for block in slot.table.blocks if slot.row is None or slot.row in entries(block.rows))
    own = lines[row.lines[0]]
    rows = [line for line in lines[: own.index] if line.grid == own.grid and line.shape is own.shape]
    if own.grid is None:
        # Without a grid only a line of as many cells has its cells over those of the row.
        rows = [line for line in rows if len(line.cells) == len(own.cells)]
    cells = [
        (fold(cell), column)
        for line in rows
        if not any(map(is_figure, line.cells))
        for cell, column in zip(line.cells, line.columns, strict=True)
    ]
    names = [fold(entry.label) for entry in entries(block.columns)]
    if slot.row is None:
        columns = tuple(sorted({column for cell, column in cells if cell in names}))
        return columns if len(columns) == len(slot.cells) else _own_columns(lines, match)
    at = dict(cells)
    columns = tuple(at.get(name, -1) for name in names)
    if -1 not in columns and list(columns) == sorted(set(columns)):
        return columns
    return _own_columns(lines, match)


def _own_columns(lines: Sequence[Line], match: Match) -> tuple[int, ...] | None:
    """Give a row's own columns where merged cells show that the grid leaves none out."""
    spanned = any(span > 1 for line in lines if line.grid == match.row.grid for span in line.spans)
    exact = len(match.row.figures) == len(match.slot.cells)
    return tuple(figure.column for figure in match.row.figures) if spanned and exact else None


# ---- what is wrong with the region


def wording_of(
    table: Table, matches: Sequence[Match], region: Region, lines: Sequence[Line], form: Form
) -> Iterator[Finding]:
    """Name what the table prints otherwise than the form: labels, split parts, rows without their group."""
    rows = {index for match in matches for index in match.row.lines}
    for index in sorted(region.lines - rows):
        yield from _header_wording(table, lines[index], form)
    yield from _splits(table, matches)
    yield from _groups(table, matches)
    for line in region.unknown:
        yield DIAGNOSTICS["row_unknown"](table.section, found=line.text)


def _header_wording(table: Table, line: Line, form: Form) -> Iterator[Finding]:
    cells = [cell for cell in line.cells if cell]
    block = next((block for block in table.blocks if _heads(block, cells, form)), None)
    expected = [entry.label for entry in entries(block.columns)] if block else [_meant(cell, form) for cell in cells]
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
    if not block.corner or block.title or len(cells) != len(columns) + 1 or fold(cells[0]) != fold(block.corner):
        return False
    return any(
        fold(cell) == fold(label) or _meant(cell, form) == label for cell, label in zip(cells[1:], columns, strict=True)
    )


def _splits(table: Table, matches: Sequence[Match]) -> Iterator[Finding]:
    """Name the places where a table begins anew in the middle of a block."""
    starts = {next(iter(entries(block.rows))).key for block in table.blocks}
    grids = [match.row.grid for match in matches]
    breaks = [
        match
        for match, grid, before in zip(matches[1:], grids[1:], grids, strict=False)
        if grid != before
        and None not in (grid, before)
        and match.slot.row is not None
        and match.slot.row.key not in starts
    ]
    for number, match in enumerate(breaks, 2):
        values = {"table": table.title, "count": len(breaks) + 1, "part": number, "label": clean(match.row.own)}
        yield DIAGNOSTICS["split_table"](table.section, **values)


def _groups(table: Table, matches: Sequence[Match]) -> Iterator[Finding]:
    """Name the rows whose label stands further left than those of the other rows in a group."""
    parents = {
        child.key: node
        for block in table.blocks
        for node, _ in walk(block.rows)
        if isinstance(node, Group)
        for child in node.children
    }
    inner = {key for key, group in parents.items() if group.key in parents}
    placed = [m for m in matches if m.slot.row and m.slot.row.key in inner and m.row.grid is not None]
    usual = Counter(match.row.column for match in placed).most_common(1)
    for match in placed:
        column, row = match.row.column, match.slot.row
        if row is not None and column < usual[0][0]:
            yield DIAGNOSTICS["lost_group"](f"{table.section}.{row.key}", label=row.label, group=parents[row.key].label)
