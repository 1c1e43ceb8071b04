"""Lines to rows: a label, and the figures that follow it until the next label.

This holds for every layout, whether a row is one line of a grid, one line of text, or a line for
each of its cells. Which row of the form it is, is not decided here.
"""

from collections.abc import Iterable, Sequence

from attrs import Factory, define, frozen

from ..words import fold
from ._lines import Line, is_figure

__all__ = ["Figure", "Row", "rows_of"]

# Enough of what stood before the figures to hold the longest label and the group before it.
_TAIL = 8


@frozen
class Figure:
    """One cell after the label: its text (empty if blank), its grid column, and how many it covers."""

    text: str
    column: int | None = None
    span: int = 1


@define(eq=False)
class Row:
    """A label as far as it was printed before the figures, and the figures."""

    parts: list[tuple[int, str]]
    """The texts before the figures since the row before, each with its line."""
    figures: list[Figure] = Factory(list)
    lines: list[int] = Factory(list)
    """The lines that hold the figures."""
    grid: int | None = None
    column: int | None = None
    """The grid column of the last label."""

    @property
    def label(self) -> str:
        """What stood before the figures, folded."""
        return fold("".join(text for _, text in self.parts[-_TAIL:]))

    @property
    def printed(self) -> int:
        """How many of the figures are not blank."""
        return sum(1 for figure in self.figures if figure.text)

    @property
    def own(self) -> str:
        """The label as printed: the last text before the figures."""
        return self.parts[-1][1] if self.parts else ""


class _Reader:
    """Walks the lines and gathers rows; a heading ends whatever is open."""

    def __init__(self, labels: Iterable[str]) -> None:
        self.labels = frozenset(labels)
        self.rows: list[Row] = []
        self.parts: list[tuple[int, str]] = []
        self.open: Row | None = None

    def close(self) -> None:
        if self.open is not None:
            self.rows.append(self.open)
            self.open = None

    def end(self) -> None:
        self.close()
        self.parts = []

    def text(self, line: Line, text: str) -> None:
        self.close()
        self.parts.append((line.index, text))

    def figure(self, line: Line, figure: Figure) -> None:
        if self.open is None:
            self.open = Row(self.parts, grid=line.grid)
            self.parts = []
        self.open.figures.append(figure)
        if line.index not in self.open.lines:
            self.open.lines.append(line.index)

    def single(self, line: Line) -> None:
        """Take a line of one cell: a figure goes on with the open row, a text ends it."""
        for cell in filter(None, line.cells):
            if is_figure(cell):
                self.figure(line, Figure(cell))
            else:
                self.text(line, cell)

    def several(self, line: Line) -> None:
        """Take a line of several cells: its figures are a row of their own."""
        self.close()
        start = self.first_figure(line)
        for cell in filter(None, line.cells[:start]):
            self.text(line, cell)
        if start < len(line.cells):
            labels = [column for column, cell in zip(line.columns[:start], line.cells, strict=False) if cell]
            for cell, column, span in zip(line.cells[start:], line.columns[start:], line.spans[start:], strict=True):
                self.figure(line, Figure(cell, column, span))
            if self.open is not None and labels:
                self.open.column = labels[-1]
            self.close()

    def first_figure(self, line: Line) -> int:
        """Tell where the figures of a grid row begin; past its end if it has none."""
        cells = line.cells
        known = [i for i, cell in enumerate(cells) if cell and fold(cell) in self.labels]
        if known:
            rest = cells[known[-1] + 1 :]
            if any(map(is_figure, rest)) or (rest and len(known) == 1 and not any(rest)):
                return known[-1] + 1
        return next((i for i, cell in enumerate(cells) if is_figure(cell)), len(cells))


def rows_of(lines: Sequence[Line], ends: Iterable[int], labels: Iterable[str]) -> list[Row]:
    """Gather the rows of all tables; `ends` are the lines that are headings, `labels` the folded row labels."""
    reader = _Reader(labels)
    stops = frozenset(ends)
    for line in lines:
        if line.index in stops:
            reader.end()
        elif line.grid is not None or len(line.cells) > 1:
            reader.several(line)
        else:
            reader.single(line)
    reader.end()
    return reader.rows
