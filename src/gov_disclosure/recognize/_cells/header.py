"""The header of a table: in which columns it says that the figures stand."""

from collections.abc import Collection, Mapping, Sequence
from itertools import takewhile

from .._lines.lines import Line, is_figure
from .._rows.align import Match
from .._rows.heads import Heads
from .._rows.slots import column_names, names_of_columns
from .sums import held

__all__ = ["by_names", "header_columns", "may_mean", "with_others"]

_NEAR = 3
"""So many lines above a row its header may stand although the table has been parted."""
_OTHER_YEAR = ("上年", "去年", "上一年")
_SOME = 2
"""A line that has so many names of columns is of their header."""


def header_columns(heads: Heads, match: Match) -> tuple[int, ...] | None:
    """Give the grid columns that the header above a row names, if it names all of them, in order."""
    own, names = heads.lines[match.row.lines[0]], names_of_columns(match.slot)
    if own.grid is None and len(own.cells) < len(names):
        # Only a line of as many cells stands over it, and has no place for all names.
        return None
    above = heads.above(own.index)
    if len(match.slot.cells) > len(names):
        columns = tuple(sorted({column for cell, column in above.cells if cell in names}))
        return columns if len(columns) == len(match.slot.cells) else _own_columns(heads.lines, match)
    return _in_order(names, above.at) or _own_columns(heads.lines, match)


def by_names(matches: Sequence[Match], heads: Heads) -> dict[int, tuple[str, ...]]:
    """Give the texts of the rows, by their slots, below a header that names each column once, in whatever order.

    A header may be in another order than its figures, so the sums must show that these are in that of the header;
    a row of one figure that is the same everywhere needs nothing to show it.
    """
    found: dict[int, tuple[str, ...]] = {}
    shown: list[bool] = []
    same: set[int] = set()
    for match in matches:
        columns = _named_once(match, heads) if match.row.grid is not None and match.slot.row is not None else ()
        at = {figure.column: figure.text for figure in match.row.figures if figure.span == 1}
        if columns and at.keys() == set(columns):
            texts, printed = tuple(at[column] for column in columns), tuple(at.values())
            named, usual = (
                any(each[place].strip("0") for place in held(match.slot, each)) for each in (texts, printed)
            )
            shown += [named] if named is not usual else []
            found[match.slot.index] = texts
            if len(set(texts)) == 1:
                same.add(match.slot.index)
    if all(shown):
        return found if shown else {index: texts for index, texts in found.items() if index in same}
    return {}


def _named_once(match: Match, heads: Heads) -> tuple[int, ...]:
    """Give the columns over which the header above a row has the names of the form, if each stands over one."""
    own = match.row.lines[0]
    cells = heads.above(own).cells if heads.lines[own].tiled else []
    places = [{column for cell, column in cells if cell in names} for names in column_names(match.slot)]
    columns = tuple(next(iter(each), -1) for each in places)
    alone = all(len(each) == 1 for each in places) and len(set(columns)) == len(columns) > 1
    return columns if alone and min(columns) > match.row.column else ()


def with_others(matches: Sequence[Match], heads: Heads) -> frozenset[int]:
    """Give the slots of the rows below a header that has a column which the form has not, and lacks one of the form.

    They have as many figures as the form, but not the same ones. A name in other words is no other column: it stands
    in the place of the one that is lacking, and the row has a figure below each.
    """
    known: dict[tuple[int, tuple[str, ...]], list[tuple[str, int]]] = {}
    found: list[int] = []
    for match in matches:
        grid, names = match.row.grid, names_of_columns(match.slot)
        if grid is None or match.slot.row is None or len(names) == 1:
            continue
        if (grid, names) not in known:
            known[grid, names] = heads.above(match.row.lines[0]).bare
        if _has_others(match, names, known[grid, names]):
            found.append(match.slot.index)
    return frozenset(found)


def _has_others(match: Match, names: Sequence[str], cells: Sequence[tuple[str, int]]) -> bool:
    """Tell whether the cells over the figures of a row name another column, and not just one in other words."""
    first = match.row.figures[0].column
    over = [(cell, column) for cell, column in cells if column >= first]
    own, columns = {figure.column for figure in match.row.figures}, _in_order(names, dict(over))
    if columns and own.issuperset(columns):
        return False
    named = {column: cell for cell, column in over if cell in names}
    others = {column: cell for cell, column in over if cell not in names}
    if columns:
        # A row that is not below its columns is beside them, and one of its figures is of another.
        return not others.keys() <= named.keys()
    if len(named) < _SOME:
        return False
    head = sorted({**others, **named}.items())
    wordings = zip(head, column_names(match.slot), strict=False)
    alike = all(may_mean(cell, column, names) for (_, cell), column in wordings)
    same = alike and len(head) == len(names) and own.issuperset(column for column, _ in head)
    return len(head) > len(named) and not same


def may_mean(cell: str, wordings: Sequence[str], names: Collection[str]) -> bool:
    """Tell whether a cell in the place of a column may be its name in other words: they share a letter."""
    if cell in wordings:
        return True
    return cell not in names and not cell.startswith(_OTHER_YEAR) and not {*cell}.isdisjoint(wordings[0])


def _in_order(names: Sequence[str], at: Mapping[str, int]) -> tuple[int, ...] | None:
    """Give the columns of some names, if all are there and in their order."""
    columns = tuple(at.get(name, -1) for name in names)
    return columns if -1 not in columns and list(columns) == sorted(set(columns)) else None


def _own_columns(lines: Sequence[Line], match: Match) -> tuple[int, ...] | None:
    """Give a row's own columns where merged cells or the cells above them show that these are all."""
    row, count = match.row, len(match.slot.cells)
    columns = tuple(figure.column for figure in row.printed)
    if row.grid is not None and len(columns) == count and columns == _filled_above(lines, match):
        return columns
    if row.grid is None or len(row.figures) != count:
        return None
    spanned = any(span > 1 for line in lines if line.grid == row.grid for span in line.spans)
    return tuple(figure.column for figure in row.figures) if spanned else None


def _filled_above(lines: Sequence[Line], match: Match) -> tuple[int, ...]:
    """Give the columns, but for that of the labels, in which the header above a row has cells that are not blank.

    A row that has lost all its cells but the label may stand between, and part the table.
    """
    own = match.row.lines[0]
    above = takewhile(lambda line: line.index >= own - _NEAR or line.grid == match.row.grid, reversed(lines[:own]))
    heads = (line for line in above if line.grid is not None and not any(map(is_figure, line.cells)))
    head = next(heads, None)
    filled = zip(head.cells, head.columns, strict=True) if head else ()
    return tuple(column for cell, column in filled if cell and column > match.row.column)
