"""Lines to rows: a label, and the figures that follow it until the next label.

This holds for every layout, whether a row is one line of a grid, one line of text, or a line for
each of its cells. Which row of the form it is, is not decided here.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import chain, takewhile

from attrs import Factory, define, field

from ...names import Section
from ...words import fold
from .._lines.breaks import breaks_of, is_break
from .._lines.lines import Line, Shape, is_figure
from .labels import is_label
from .slots import headers, labels_ending, may_end_label, row_labels, without_header

__all__ = ["MOST_FIGURES", "Figure", "Row", "label_of", "rows_of"]

# Enough of what stood before the figures to hold the longest label and the group before it.
_TAIL = 24
_LONGEST = 300
"""In characters: the longest header of the form has 53."""
MOST_FIGURES = 15
"""No row of the form has more: behind a label that was broken off, no more cells are looked at."""


# Not frozen: a source has hundreds of figures, and freezing one costs more than reading it.
@define(eq=False)
class Figure:
    """One cell after the label: its text (empty if blank), its column, and how many columns it covers."""

    text: str
    column: int
    span: int = 1


@define(eq=False)
class Row:
    """A label as far as it was printed before the figures, and the figures."""

    parts: list[tuple[int, str]]
    """The texts before the figures since the row before, each with its line."""
    shape: Shape
    grid: int | None = None
    column: int = 0
    """Where the last label stands: its column, or how many cells came before the figures."""
    figures: list[Figure] = Factory(list)
    lines: list[int] = Factory(list)
    """The lines that hold the figures."""
    part: Section | None = None
    """Below the heading of which part it stands."""
    counted: bool = False
    """Whether blank cells were counted by empty lines."""
    closings: set[bool] = Factory(set)
    """Whether figures in lines of their own have a bar at their side, and whether some have none."""
    glued: bool = False
    """Whether the figures stand right behind the label, with nothing between them."""
    tiled: bool = False
    """Whether it is a row of a grid that has no free places."""
    label: str = ""
    """What stood before the figures, folded."""

    printed: list[Figure] = field(init=False)
    """The figures that are not blank."""

    def __attrs_post_init__(self) -> None:
        self.label = label_of(self.parts)
        self.hold(self.figures)

    def add(self, figure: Figure) -> None:
        """Take one more figure."""
        self.figures.append(figure)
        if figure.text:
            self.printed.append(figure)

    def hold(self, figures: list[Figure]) -> None:
        """Have these figures and no others."""
        self.figures = figures
        self.printed = [figure for figure in figures if figure.text]

    @property
    def texts(self) -> list[str]:
        """What the figures say that are not blank."""
        return [figure.text for figure in self.printed]

    @property
    def own(self) -> str:
        """The label as printed: the last text before the figures."""
        return self.parts[-1][1] if self.parts else ""


def label_of(parts: Sequence[tuple[int, str]]) -> str:
    """Give what some parts of a label say together, folded; prose that stands before it is left out."""
    return fold("".join([text for _, text in parts[-_TAIL:]])[-_LONGEST:])


class _Reader:
    """Walks the lines and gathers rows; a heading ends whatever is open."""

    def __init__(
        self, labels: Mapping[str, frozenset[int]], headers: Mapping[int, tuple[str, ...]], breaks: int
    ) -> None:
        self.breaks = breaks
        """How many empty lines a blank cell is."""
        self.labels = labels
        self.lengths = frozenset(chain.from_iterable(labels.values()))
        self.headers = headers
        self.rows: list[Row] = []
        self.parts: list[tuple[int, str]] = []
        self.open: Row | None = None
        self.unclosed = False
        """Whether the next lone bar ends a cell; if not, it is a blank one."""
        self.gap = 0
        """How many empty lines there were since the last cell."""
        self.part: Section | None = None

    def end(self, part: Section | None) -> None:
        """Forget what is open: nothing reaches over a heading."""
        self.part = part
        self.gap = 0
        self.open = None
        self.parts = []

    def begin(self, shape: Shape, grid: int | None, column: int) -> Row:
        parts = without_header(self.parts) if shape is Shape.GRID else self.parts
        row = Row(parts, shape, grid, column, part=self.part)
        self.rows.append(row)
        self.parts = []
        return row

    def text(self, line: Line, text: str) -> None:
        self.open = None
        self.parts.append((line.index, text))

    def figure(self, line: Line | None, text: str) -> None:
        """Add a figure to the open row, or begin one."""
        row = self.open = self.open or self.begin(Shape.CELL, None, len(self.parts))
        if line is not None and text:
            row.closings.add(not self.unclosed)
        row.add(Figure(text, len(row.figures)))
        row.lines.append(line.index if line is not None else (row.lines or [row.parts[-1][0]])[-1])

    def blanks(self) -> None:
        """Take the empty lines before a cell: one parts it from the last, more are blank cells."""
        for _ in range((self.gap - 1) // self.breaks if self.breaks else 0):
            if self.open or self.parts:
                self.figure(None, "")
                self.rows[-1].counted = True
        self.gap = 0

    def single(self, line: Line) -> None:
        """Take a line of one cell: a figure goes on with the open row, a text ends it."""
        if self.gap > 1:
            self.blanks()
        self.unclosed = "|" not in line.raw or not line.closed
        text = line.cells[0]
        if is_figure(text):
            self.figure(line, text)
        elif glued := self.glued(text):
            self.text(line, glued[0])
            self.figure(line, glued[1])
            self.rows[-1].glued = True
        else:
            self.text(line, text)

    def glued(self, text: str) -> tuple[str, str] | None:
        """Part a known label from the digits that stand right behind it."""
        match = _GLUED.search(text) if len(text) < 100 and _ends_in_digit(text) else None
        if match is None or not may_end_label(text[match.start() - 1]):
            return None
        label = text[: match.start()]
        return (label, match[0]) if labels_ending(fold(label)) else None

    def bar(self, line: Line) -> None:
        """Take a lone bar: it ends a cell that no bar has ended yet, otherwise it is a blank cell."""
        if self.unclosed:
            self.unclosed = False
        elif self.open or self.parts:
            self.figure(line, "")

    def several(self, line: Line) -> None:
        """Take a line of several cells: its figures are a row of their own."""
        self.open = None
        self.unclosed = line.shape is Shape.SPACES
        start = self.first_figure(line)
        if line.empty and self.parts:
            start = 0
        glued = self.glued_before(line, start)
        for cell in filter(None, line.cells[: start - bool(glued)]):
            self.text(line, cell)
        if glued:
            self.text(line, glued[0])
        if start < len(line.cells):
            labels = [column for column, cell in zip(line.columns[:start], line.cells, strict=False) if cell]
            row = self.begin(line.shape, line.grid, labels[-1] if labels else -1)
            figures = list(map(Figure, line.cells[start:], line.columns[start:], line.spans[start:]))
            if glued:
                figures.insert(0, Figure(glued[1], line.columns[start - 1]))
            row.hold(figures)
            row.lines, row.tiled = [line.index], line.tiled
            if line.empty:
                # It may be the figures of the header above, or nothing: the header stays for the next.
                self.parts = list(row.parts)

    def glued_before(self, line: Line, start: int) -> tuple[str, str] | None:
        """Part a label from the first of its figures where a narrow gap was lost and one figure or more is missing."""
        if line.shape is not Shape.SPACES or not 0 < start < len(line.cells):
            return None
        glued = self.glued(line.cells[start - 1])
        if glued is None:
            return None
        count = len(line.cells) - start
        return None if any(count in self.labels[name] for name in labels_ending(fold(glued[0]))) else glued

    def first_figure(self, line: Line) -> int:
        """Tell where the figures of a row begin; past its end if it has none."""
        cells = line.cells
        if len(cells) in self.headers and label_of(self.parts).endswith(self.headers[len(cells)]):
            return 0
        # No label is without Chinese, and no figure has any.
        names = {place: fold(cell).rpartition("/")[2] for place, cell in enumerate(cells) if not cell.isascii()}
        known = [place for place, name in names.items() if name in self.labels]
        if known:
            rest = cells[known[-1] + 1 :]
            # A row may hold nothing but marks; then it is known by having as many as it should.
            exact = len(rest) in self.labels[names[known[-1]]] and not any(map(_reads_as_label, rest))
            whole = exact or (len(known) == 1 and not any(rest))
            if any(map(is_figure, rest)) or (rest and whole):
                # Behind the label of a group stands one that is broken off.
                broken = len(list(takewhile(_reads_as_label, rest))) if not exact else 0
                return known[-1] + 1 + (broken if any(map(is_figure, rest[broken:])) else 0)
        start = next((i for i, cell in enumerate(cells) if is_figure(cell)), len(cells))
        if start == len(cells):
            return self.behind_broken_label(cells)
        # Blank cells behind a label are the first of its figures.
        return next((place for place in range(start, 0, -1) if cells[place - 1]), 0)

    def behind_broken_label(self, cells: Sequence[str]) -> int:
        """Tell where a label ends that the lines before began, if as many marks follow as its row has figures."""
        marks = len(list(takewhile(lambda cell: not _reads_as_label(cell), reversed(cells[-MOST_FIGURES:]))))
        before = label_of(self.parts) if marks else ""
        for start in range(max(1, len(cells) - marks), len(cells)):
            count = len(cells) - start
            label = before + fold("".join(cells[max(0, start - _TAIL) : start])) if count in self.lengths else ""
            # Of a label that has ended in the lines before nothing stands here.
            if cells[start - 1] and any(count in self.labels[name] for name in labels_ending(label)):
                return start
        return len(cells)


def _reads_as_label(text: str) -> bool:
    """Tell whether a cell behind a label is another label, and no mark: short pieces may be either."""
    return len(text) > 2 and is_label(text)


def _ends_in_digit(text: str) -> bool:
    return text[-1].isdecimal() or text[-1] == "."


_GLUED = re.compile(r"(?<=[^\d.,，．０-９])[\d０-９][\d.０-９]*\Z")


# Python looks a member of an enumeration up at each mention, and a source has thousands of lines.
_BAR, _CELL, _EMPTY, _TABLE = Shape.BAR, Shape.CELL, Shape.EMPTY, Shape.TABLE


def rows_of(lines: Sequence[Line], stops: Mapping[int, Section | None]) -> list[Row]:
    """Gather the rows of all tables; `stops` are the lines that are headings or of the title, with their parts."""
    reader = _Reader(row_labels(), headers(), breaks_of(lines))
    for line in lines:
        if line.index in stops:
            reader.end(stops[line.index])
        elif line.shape is _CELL:
            reader.single(line)
        elif line.shape is _BAR:
            reader.bar(line)
        elif line.shape is _EMPTY:
            reader.gap += is_break(line)
            continue
        elif line.shape is _TABLE:
            reader.end(reader.part)
        else:
            reader.several(line)
        reader.gap = 0
    return reader.rows
