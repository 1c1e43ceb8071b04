"""Figures to cells: only where every figure has one place, otherwise the row is refused.

A row of as many figures as the form has columns is bound in their order. Blanks are bound by the
columns of their cells, which the full rows or the header of the same table show; where a layout
has no columns, blanks count only if every row of the table has as many cells as it should.
Nothing is moved to make a sum come out.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from attrs import frozen

from ...forms import Table, entries
from .._lines.lines import Shape
from .._rows.align import Match
from .._rows.rows import Row
from .sums import adds_up

__all__ = ["LONGEST_FIGURE", "bind", "whole_shapes"]

Texts = tuple[str, ...]
Columns = tuple[int, ...]
Header = Callable[[Match], Columns | None]
"""Gives the grid columns that the header above a row names, if it names them all."""

_STREAMS = frozenset({Shape.CELL, Shape.BARS})
_FLOWS = _STREAMS | {Shape.SPACES}
_ENOUGH = 3
"""So many rows tell something about their layout."""
LONGEST_FIGURE = 12
"""More digits than any figure has: a run of as many as there are columns is no number."""


@frozen
class _Layout:
    """How rows that are laid out alike hold their figures: in which columns, of how many cells."""

    columns: Columns
    lengths: frozenset[int] | None
    """How many cells a row may have; `None` where trailing cells may be missing."""


def whole_shapes(matches: Sequence[Match]) -> frozenset[Shape]:
    """Give the shapes in which all rows of all tables have all their figures: what is blank between is no cell."""
    groups = {shape: [match for match in matches if match.row.shape is shape] for shape in Shape}
    return frozenset(shape for shape, group in groups.items() if len(group) >= _ENOUGH and all(map(_full, group)))


def bind(
    matches: Sequence[Match], header: Header, whole: frozenset[Shape] = frozenset()
) -> Iterator[tuple[Match, Texts | None]]:
    """Give the texts of the cells of each row of one table, or `None` for a row that is refused.

    `whole` has the shapes whose rows have all their figures, so that what is blank between them is no cell.
    """
    kinds: dict[tuple[object, ...], list[Match]] = {}
    for match in matches:
        kinds.setdefault(_kind(match), []).append(match)
    last = matches[-1]
    layouts = {kind: _layout(group, header, last) for kind, group in kinds.items()}
    for kind, group in kinds.items():
        layouts[kind] = layouts[kind] or _likewise(group[0], [(kinds[k][0], v) for k, v in layouts.items() if v])
    bound = {
        match.slot.index: _fit(match, layouts[_kind(match)], match.row.shape in whole, match is last)
        for match in matches
    }
    # Where one row of a stream is short, its blanks have vanished, and so they may have elsewhere.
    short = {match.row.shape for match in matches if bound[match.slot.index] is None and match is not last} & _FLOWS
    lost = set(range(min(bound), max(bound))) - bound.keys()
    for match in matches:
        texts = bound[match.slot.index]
        if match.row.shape not in short:
            yield match, texts
            continue
        # A row that lost blank cells has as many figures as it should if it took others: a number of a page,
        # or those of the next row, whose label was lost.
        taken = match.row.shape is Shape.CELL or match.slot.index + 1 in lost
        doubtful = taken and adds_up(match, texts or ()) is False
        yield match, None if doubtful or not _full(match) else texts


def _kind(match: Match) -> tuple[object, ...]:
    """Tell how a row is laid out: only grid rows that end together have their columns below one another.

    Where a grid has no free places, its blocks may part the same width otherwise.
    """
    row = match.row
    end = row.figures[-1].column + row.figures[-1].span if row.shape is Shape.GRID else 0
    cells = tuple(figure.column for figure in row.figures) if row.tiled else ()
    return row.shape, row.grid, len(match.slot.cells), row.column, end, cells


def _full(match: Match) -> bool:
    return len(match.row.printed) == len(match.slot.cells) or match.row.glued


def _layout(group: Sequence[Match], header: Header, last: Match) -> _Layout | None:
    """Give the layout of rows that are laid out alike, or `None` if it is not known."""
    first = group[0].row
    stream = first.shape in _STREAMS
    if first.shape is Shape.SPACES:
        return None
    # Words that were counted as figures stand in no column that is known.
    full = [match.row for match in group if _full(match) and not match.row.glued and match.row.figures[0].column >= 0]
    if full:
        columns = {tuple(figure.column for figure in row.printed) for row in full}
        lengths = frozenset(len(row.figures) for row in full) if stream else None
        shown = _unbroken(full[0]) or (len(full) > 1 and _evenly_apart(full[0]))
        known = len(columns) == 1 and (shown or header(group[0]) in columns)
        # A cell that another row has beside these columns makes them one of two readings, and so does a blank
        # one in a column that the header names.
        known = known and (first.shape is not Shape.GRID or _printed(group) <= set(*columns))
        known = known and not _blank_below(group, header, *columns)
        return _Layout(columns.pop(), lengths) if known else None
    named = header(group[0]) if first.shape is not Shape.CELL else None
    if named and (stream or all(_is_below(match.row, named) for match in group)):
        return _Layout(named, frozenset({len(first.figures)}) if stream else None)
    lengths = frozenset(len(match.row.figures) for match in group if match is not last or len(group) == 1)
    if len(lengths) > 1:
        return None
    windows = _windows(group)
    cells, printed = [figure.column for figure in first.figures], _printed(group)
    # Empty lines are counted, not seen: of more than there should be, none is known to be behind the row.
    several = len(group) > 1 and not any(match.row.counted for match in group)
    exact = several or len(cells) == len(group[0].slot.cells)
    # Merged cells leave blank ones between the figures, which are not beside them.
    exact = exact and not (stream and len(cells) > len(group[0].slot.cells) and _has_merged(group[0].slot.table))
    sure = exact and (stream or (printed and {cells[0], cells[-1]} <= printed))
    return _Layout(windows[0], lengths) if len(windows) == 1 and sure else None


@cache
def _has_merged(table: Table) -> bool:
    """Tell whether a table has figures in merged cells: its blocks have not the same number of columns."""
    return len({sum(1 for _ in entries(block.columns)) for block in table.blocks}) > 1


def _blank_below(group: Sequence[Match], header: Header, taken: Columns) -> bool:
    """Tell whether rows have a blank cell below a column that the header names, beside those that were taken."""
    blank = {figure.column for match in group for figure in match.row.figures if not figure.text}.difference(taken)
    return bool(blank) and not blank.isdisjoint(header(group[0]) or ())


def _is_below(row: Row, columns: Columns) -> bool:
    """Tell whether the cells of a row lie below the columns of a header, as far as the row goes."""
    lying = _lying(row)
    below = all(column in lying for column in columns if column <= max(lying))
    return below and {figure.column for figure in row.printed} <= set(columns)


def _lies_below(row: Row, columns: Columns) -> bool:
    """Tell whether a row has a cell below each of some columns."""
    return _lying(row).issuperset(columns)


def _lying(row: Row) -> set[int]:
    """Give the columns that the cells of a row cover."""
    return {place for figure in row.figures for place in range(figure.column, figure.column + figure.span)}


def _unbroken(row: Row) -> bool:
    """Tell whether no blank cell stands between the figures of a row."""
    printed = [place for place, figure in enumerate(row.figures) if figure.text]
    return not printed or printed[-1] - printed[0] < len(printed)


def _evenly_apart(row: Row) -> bool:
    """Tell whether as many cells part any two figures of a row, several times: so many part them, and none is blank."""
    columns = [figure.column for figure in row.printed]
    gaps = [two - one for one, two in pairwise(columns)]
    return len(gaps) > 1 and len(set(gaps)) == 1


def _printed(group: Sequence[Match]) -> set[int]:
    return {figure.column for match in group for figure in match.row.printed}


def _windows(group: Sequence[Match]) -> list[Columns]:
    """Give the runs of columns in which all figures may lie; the cells beside them are blank in every row."""
    count = len(group[0].slot.cells)
    cells = tuple(figure.column for figure in group[0].row.figures)
    windows = [cells[start : start + count] for start in range(len(cells) - count + 1)]
    printed = _printed(group)
    return [window for window in windows if printed <= set(window)]


def _likewise(match: Match, known: Sequence[tuple[Match, _Layout]]) -> _Layout | None:
    """Lay rows out as other rows of the table are, where that says which of several ways is meant."""
    row, count = match.row, len(match.slot.cells)
    for other, layout in known:
        if other.row.shape is not row.shape or other.row.grid != row.grid or len(layout.columns) != count:
            continue
        lengths = None if layout.lengths is None else frozenset({len(row.figures)})
        if row.shape is Shape.CELL:
            # A row without a surplus shows that no blank cell stands between label and figures.
            if layout.lengths == frozenset({count}) and len(row.figures) >= count:
                return _Layout(tuple(figure.column for figure in row.figures[:count]), lengths)
        elif row.grid is not None and not row.tiled:
            # Lines of different length may end in one column without standing below one another.
            continue
        elif row.figures[-1].column == other.row.figures[-1].column and _is_below(row, layout.columns):
            return _Layout(layout.columns, lengths)
    return None


def _fit(match: Match, layout: _Layout | None, whole: bool, last: bool) -> Texts | None:
    row, count = match.row, len(match.slot.cells)
    printed = row.printed
    columns = tuple(figure.column for figure in printed)
    plain = _unbroken(row) and (row.shape is not Shape.GRID or len(row.figures) == count)
    if len(printed) == count and (whole or plain or (layout and layout.columns == columns)):
        return tuple(row.texts)
    if not printed and sum(figure.span for figure in row.figures) >= count:
        return ("",) * count
    if layout is None or not set(columns) <= set(layout.columns):
        return None
    wide = [figure for figure in printed if figure.span > 1]
    if any(figure.column < column < figure.column + figure.span for figure in wide for column in layout.columns):
        # One figure for several columns does not say what each of them has.
        return None
    if row.shape is Shape.GRID and not _lies_below(row, layout.columns):
        # A row that has no cell where the others have one may have lost it anywhere.
        return None
    length, lengths = len(row.figures), layout.lengths
    # Behind the last row of a table there may be nothing to fill it up.
    if lengths is not None and length not in lengths and not (last and count <= length <= max(lengths)):
        return None
    at = {figure.column: figure.text for figure in row.figures}
    return tuple(at.get(column, "") for column in layout.columns)
