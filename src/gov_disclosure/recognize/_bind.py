"""Figures to cells: only where every figure has one place, otherwise the row is refused.

A row of as many figures as the form has columns is bound in order. Blanks are bound by their grid
columns, which the full rows of the same table show. Nothing is moved to make a sum come out.
"""

from collections import Counter
from collections.abc import Sequence

from ._align import Match
from ._rows import Figure, Row

__all__ = ["fit", "patterns_of"]

Pattern = tuple[int, ...]


def full(row: Row, count: int) -> tuple[Figure, ...] | None:
    """Give the figures of a row in which none is blank, whatever blank cells stand around them."""
    printed = tuple(figure for figure in row.figures if figure.text)
    return printed if len(printed) == count else None


def patterns_of(matches: Sequence[Match]) -> dict[tuple[int, int], Pattern]:
    """Give the grid columns of the figures by grid and number of columns, as full rows show them."""
    seen: dict[tuple[int, int], Counter[Pattern]] = {}
    for match in matches:
        count = len(match.slot.cells)
        figures = full(match.row, count)
        if match.row.grid is not None and figures:
            columns = tuple(figure.column or 0 for figure in figures)
            seen.setdefault((match.row.grid, count), Counter())[columns] += 1
    return {key: patterns.most_common(1)[0][0] for key, patterns in (_by_count(matches) | seen).items()}


def _by_count(matches: Sequence[Match]) -> dict[tuple[int, int], Counter[Pattern]]:
    """Give the columns where no row is full: those of rows with as many cells, if they all agree."""
    seen: dict[tuple[int, int], Counter[Pattern]] = {}
    for row, count in ((match.row, len(match.slot.cells)) for match in matches):
        if row.grid is not None and len(row.figures) == count and row.printed:
            seen.setdefault((row.grid, count), Counter())[tuple(figure.column or 0 for figure in row.figures)] += 1
    return {key: patterns if len(patterns) == 1 else Counter({(): 1}) for key, patterns in seen.items()}


def fit(row: Row, count: int, patterns: dict[tuple[int, int], Pattern]) -> tuple[str, ...] | None:
    """Give the text of each of `count` cells, or `None` if they cannot be told apart."""
    figures = full(row, count)
    if figures:
        return tuple(figure.text for figure in figures)
    if not any(figure.text for figure in row.figures):
        return ("",) * count
    pattern = patterns.get((row.grid, count)) if row.grid is not None else None
    if pattern is not None:
        return _by_columns(row, pattern)
    cells = _spread(row.figures)
    return tuple(cells) if len(cells) == count else None


def _by_columns(row: Row, pattern: Pattern) -> tuple[str, ...] | None:
    at = {figure.column: figure.text for figure in row.figures}
    printed = {figure.column for figure in row.figures if figure.text}
    return tuple(at.get(column, "") for column in pattern) if printed <= set(pattern) else None


def _spread(figures: Sequence[Figure]) -> list[str]:
    """Give the texts cell by cell; a merged blank cell is as many blanks as it covers."""
    return [text for figure in figures for text in ([""] * figure.span if not figure.text else [figure.text])]
