"""How many cells a row has beside the others of its table: one more or one less, and something was lost or doubled.

Rows of a table end at one edge. A row that ends before it, or behind it with other cells than the form's, says of
none of its figures where it belongs. In a table in which there is such a row, others may have taken what it
lost: those that do not add up are refused, too. So is a row that has the labels of two, and one whose
label ran into the bar above it, where bars stand alone: the bar below looks like a blank cell then.
"""

from collections import Counter
from collections.abc import Sequence

from ...forms import Form
from ...words import fold
from .._cells.sums import sum_of
from .._lines.lines import Line, Shape
from .._rows.align import Match
from .._rows.slots import column_names, labels_of

__all__ = ["irregular_of"]

_TIMES = 10
"""So many times as many bars stand alone as before cells where they end cells and begin none."""


_BAR = Shape.BAR
_HELD = frozenset({Shape.GRID, Shape.BARS})
"""The shapes of lines in which blank cells have places."""


def irregular_of(matches: Sequence[Match], lines: Sequence[Line], form: Form) -> frozenset[int]:
    """Give the slots of the rows that must be refused because cells were lost, doubled or moved in their table."""
    edges, odd = _edges_of(lines), _cut_before(matches, lines)
    groups: dict[tuple[object, ...], list[Match]] = {}
    for match in matches:
        if match.row.shape is not Shape.CELL:
            groups.setdefault(_group_of(match), []).append(match)
    odd += _run_into(matches, lines)
    for group in groups.values():
        places = [_place_of(match, lines) for match in group]
        grid = group[0].row.grid
        usual = Counter(end for _, end in places).most_common(1)[0][0] if grid is None else edges[grid]
        over = [match for match in group if len(match.row.printed) > len(match.slot.cells)]
        every = len(over) * 2 > len(group)
        wide = {end - start for start, end in places if end == usual}
        held = {place for one, place in zip(group, places, strict=True) if _has_both_ends(one)}
        for one, (start, end) in zip(group, places, strict=True):
            told = (wide == {end - start} and (start, end) in held) or _is_below_own(one, lines)
            if every or _is_odd(one, end, usual, told=told) or _is_of_two(one, form):
                odd.append(one)
    tables = {match.slot.table.section for match in odd}
    doubtful = (match for match in matches if match.slot.table.section in tables and sum_of(match) is False)
    return frozenset(match.slot.index for match in (*doubtful, *odd))


def _run_into(matches: Sequence[Match], lines: Sequence[Line]) -> list[Match]:
    """Give the rows of single cells in whose lines a cell and the bar of a blank one, or of the cell above, are one."""
    cells = [match for match in matches if match.row.shape is Shape.CELL and match.row.parts]
    bars = sum(line.shape is _BAR for line in lines) if cells else 0
    led = {line.index for line in lines if line.raw.lstrip().startswith("|") and not line.empty} if bars else set[int]()
    if bars <= _TIMES * len(led):
        led = set()
    labels = [(match, lines[match.row.parts[-1][0]]) for match in cells]
    doubled = [match for match, line in labels if match.slot.row and "".join(line.raw.split()).endswith("||")]
    return doubled + [match for match, line in labels if not led.isdisjoint((line.index, *match.row.lines))]


def _edges_of(lines: Sequence[Line]) -> dict[int | None, int]:
    """Give the column at which most rows of each grid end."""
    ends: dict[int | None, Counter[int]] = {}
    for line in lines:
        if line.cells and line.grid is not None:
            ends.setdefault(line.grid, Counter())[_end_of(line)] += 1
    return {grid: found.most_common(1)[0][0] for grid, found in ends.items()}


def _group_of(match: Match) -> tuple[object, ...]:
    """Tell with which rows a row can be compared."""
    row = match.row
    return match.slot.table.section, row.shape, row.grid, len(match.slot.cells), row.column if row.grid is None else 0


def _end_of(line: Line) -> int:
    return line.columns[-1] + line.spans[-1]


def _place_of(match: Match, lines: Sequence[Line]) -> tuple[int, int]:
    """Give the columns at which the figures of a row begin and its line ends."""
    return match.row.figures[0].column if match.row.figures else 0, _end_of(lines[match.row.lines[0]])


def _has_both_ends(match: Match) -> bool:
    """Tell whether a row has all of its figures, or its first and its last with as many cells as there should be."""
    figures, count = match.row.figures, len(match.slot.cells)
    ends = len(figures) == count and all(figure.text for figure in (figures[0], figures[-1]))
    return ends or len(match.row.printed) == count


def _cut_before(matches: Sequence[Match], lines: Sequence[Line]) -> list[Match]:
    """Give the rows with blank cells in tables whose lines lost the blank ones that they began with.

    There one label stands right before its figures, and another in the same column has blank cells between. The
    figures of a row that has all of them are left to stand alone; a row that ends where the table does lost nothing.
    """
    near: dict[tuple[object, ...], int] = {}
    far: dict[tuple[object, ...], int] = {}
    held = [match for match in matches if match.row.shape in _HELD and match.row.figures]
    for match in held:
        key, figures = (match.slot.table.section, match.row.grid, match.row.column), match.row.figures
        over = len(figures) - len(match.slot.cells)
        if over <= 0 and figures[0].text:
            near[key] = min(figures[0].column, near.get(key, figures[0].column))
        elif over > 0 and not figures[0].text:
            far[key] = max(figures[over].column, far.get(key, 0))
    cut = {key[0] for key, column in near.items() if column < far.get(key, 0)}
    own = [match for match in held if match.slot.table.section in cut]
    edge = max((_end_of(lines[match.row.lines[0]]) for match in own), default=0)
    return [one for one in own if not _is_alone(one) and _end_of(lines[one.row.lines[0]]) < edge]


def _is_alone(match: Match) -> bool:
    """Tell whether a row has all of its figures and nothing behind them, and leave out what is blank before."""
    last = match.row.figures[-len(match.slot.cells) :]
    whole = len(match.row.printed) == len(match.slot.cells) and all(figure.text for figure in last)
    match.row.hold(last if whole else match.row.figures)
    return whole


def _is_below_own(match: Match, lines: Sequence[Line]) -> bool:
    """Tell whether the line right above a row names the columns of the form, and no others, over its figures."""
    row, own = match.row, lines[match.row.lines[0]]
    head = next((lines[line] for line, _ in reversed(row.parts) if line < own.index), None)
    if head is None or head.grid != own.grid or head.columns != own.columns:
        return False
    columns = column_names(match.slot)
    over = head.cells[-len(columns) :]
    return len(over) == len(columns) and all(fold(cell) in names for cell, names in zip(over, columns, strict=True))


def _is_odd(match: Match, end: int, usual: int, *, told: bool) -> bool:
    """Tell whether a row in which blank cells have places ends elsewhere than usual, and is not whole all the same.

    Where a grid has more columns than the form, a row that ends before them has lost a cell of some column, but
    for one whose end is `told`: it was moved as a whole, because merged cells beside it are too short or leave
    no trace, and a row shows that its figures begin and end there, or its header ends there, too.
    """
    row, count = match.row, len(match.slot.cells)
    if end == usual or row.shape is Shape.SPACES:
        return False
    # As many cells as the form has may be those of other columns where one of them is blank.
    if row.grid is None:
        return len(row.printed) != count
    return not told and (end < usual or len(row.figures) != count)


def _is_of_two(match: Match, form: Form) -> bool:
    """Tell whether the labels of two rows stand in the line of one."""
    row = match.row
    if match.slot.row is None or row.grid is None:
        return False
    own = [labels_of(form).get(fold(text), ()) for line, text in row.parts if line == row.lines[0]]
    return len({slots for slots in own if slots and all(slot.row for slot in slots)}) > 1
