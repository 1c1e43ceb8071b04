"""Tables that are laid out otherwise, brought to lines of cells before anything is read.

A text in which all cells have run together is cut where its cells are; fields that commas and the
like part are parted by bars; a table that was turned on its side is turned back, one of several years is
parted. Only what is made
of labels of the form and of figures is touched, so no sentence is.
"""

import csv
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import chain

from attrs import evolve

from ...document import Block, Cell, Document, Grid, Paragraph
from ...forms import FORMS, entries
from ...words import clean, fold, for_short
from .._doubts.years import parted_by_year, year_said
from .._rows.labels import LONGEST_LABEL, is_label, vocabulary
from .._rows.slots import blocks, names_of
from .halves import rejoined
from .lines import is_figure, is_tiled

__all__ = ["parted"]

_LONG = 100
"""Cells that have run together are no shorter."""
_MANY = 8
"""So many labels of the form in one line are a table; the smallest has one more."""
_FIELDS = re.compile("[,，;；]")
_BARS = re.compile("[｜│┃┆¦]")
_LISTED = re.compile(r"[、，,;；\s]+")
_LONGEST_LINE = 200
_RECORD = 3
"""A line that tells one figure has its row, its column and the figure."""
_FEW = 3
"""So many rows of the form side by side are a table turned on its side."""


def parted(document: Document, whole: Collection[int] = ()) -> Document:
    """Give the document with its tables as lines of cells, but for grids whose identities are in `whole`."""
    found: list[Block] = []
    for block in document.blocks if whole else rejoined(document.blocks):
        if isinstance(block, Paragraph) and len(block.text) <= _LONG and _is_plain(block.text):
            found.append(block)
        else:
            found.extend(_block(block, whole))
    return evolve(document, blocks=tuple(found))


@for_short
def _is_plain(text: str) -> bool:
    return _BARS.search(text) is None and _fields(text) is None


def _block(block: Block, whole: Collection[int]) -> Iterator[Block]:
    if isinstance(block, Grid):
        # Most captions name the table; what its figures are of stands there, too.
        if "单位" in block.frame.caption or year_said(block.frame.caption, 0) is not None:
            yield Paragraph(block.frame.caption)
        yield from (block,) if id(block) in whole else _grid(block)
    elif isinstance(block, Paragraph):
        text = block.text
        if len(text) > _LONG and (cells := _run_together(text.split("|") if "|" in text else text.split())):
            yield from _singly(cells, "|" in text)
        elif _BARS.search(text) and all(map(_is_field, (barred := _BARS.sub("|", text)).split("|"))):
            yield evolve(block, text=barred)
        elif (fields := _fields(text)) is not None:
            yield evolve(block, text=" | ".join(fields) + " |")
        else:
            yield block
    else:
        yield block


def _run_together(cells: Sequence[str]) -> Sequence[str]:
    """Give the cells that stand in one line if a table of the form is among them."""
    known = {fold(cell) for cell in cells if len(cell) < LONGEST_LABEL} if len(cells) > _MANY else set[str]()
    return cells if len(known & _vocabulary()) >= _MANY else ()


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(chain.from_iterable(map(vocabulary, FORMS.values())))


def _singly(cells: Sequence[str], closed: bool) -> Iterator[Block]:
    """Give each cell a line, closed by a bar where blank cells are known."""
    for cell in map(clean, cells):
        if closed:
            yield Paragraph(f"{cell} |" if cell else "|")
        elif cell:
            yield Paragraph(cell)


def _is_field(text: str) -> bool:
    """Tell whether a field is blank, a figure or a label."""
    field = text.strip()
    return not field or is_figure(field) or is_label(field)


@for_short
def _fields(text: str) -> list[str] | None:
    """Part a line into a label and figures, or into labels, at what else than bars may part fields."""
    if len(text) > _LONGEST_LINE or "|" in text or "。" in text or is_label(text):
        return None
    label, colon, rest = text.replace("：", ":").partition(":")
    # A figure behind a column's label is of a row that was named before.
    if colon and is_label(clean(label)) and fold(label) not in _column_labels():
        figures = [figure for figure in _LISTED.split(rest.strip()) if figure]
        if figures and all(map(is_figure, figures)):
            return [clean(label), *figures]
    for mark in sorted(set(_FIELDS.findall(text))):
        line = text.strip()
        # A field in quotation marks may hold the mark: 1,234.
        parts = next(csv.reader([line], delimiter=mark)) if '"' in line else line.split(mark)
        fields = [field.strip(' "\u3000') for field in parts]
        # A label of the form has such a comma itself.
        if all(map(_is_field, fields)) and any(map(is_figure, fields) if mark == "，" else fields):
            return fields
    return None


def _grid(grid: Grid) -> Iterator[Block]:
    if grid.frame.rows == 1 and (cells := _run_together([text for _, text in next(grid.lines())])):
        yield from _singly(cells, True)
    elif years := parted_by_year(grid):
        yield from (_without_names(_told_apart(each)) for each in years)
    elif _is_turned(grid):
        yield Grid.of_cells(
            Cell(cell.column, cell.row, grid.text_of(cell), cell.colspan, cell.rowspan) for cell in grid.frame.cells
        )
    else:
        yield _without_names(_told_apart(grid))


def _told_apart(grid: Grid) -> Grid:
    """Let each line of rows, columns and figures name its row, where that is one cell for all of its columns."""
    frame = grid.frame
    if frame.columns != _RECORD or not is_tiled(grid):
        return grid
    merged = [cell for cell in frame.cells if cell.column == 0 and cell.colspan == 1 and cell.rowspan > 1]
    columns = {cell.row for cell in frame.cells if cell.column == 1 and fold(grid.text_of(cell)) in _column_labels()}
    alone = [Cell(row, 0, grid.text_of(cell)) for cell in merged for row in range(cell.row, cell.row + cell.rowspan)]
    lines = {cell.row for cell in alone}
    if not lines or not lines <= columns:
        return grid
    others = (cell for cell in frame.cells if cell.column or cell.row not in lines)
    whole = [Cell(c.row, c.column, grid.text_of(c), c.rowspan, c.colspan) for c in others]
    return Grid.of_cells((*whole, *alone))


def _without_names(grid: Grid) -> Grid:
    """Leave out the name of its column before each figure, as pages print it for narrow screens."""
    cells = [(cell, grid.text_of(cell)) for cell in grid.frame.cells]
    if sum(text[-1:].isdecimal() and not text[:1].isascii() for _, text in cells) < _FEW:
        return grid
    names: dict[int, str] = {}
    for cell, text in cells:
        if cell.colspan == 1 and fold(text[:LONGEST_LABEL]) in _column_labels():
            names.setdefault(cell.column, text)
    rests = {(c.row, c.column): _behind(names.get(c.column, ""), text) for c, text in cells}
    lines = {row for (row, _), rest in rests.items() if rest}
    if len(lines) < _FEW:
        return grid
    said = ((c, rests[c.row, c.column] if c.row in lines else None, text) for c, text in cells)
    return Grid.of_cells(
        Cell(c.row, c.column, text if rest is None else rest, c.rowspan, c.colspan) for c, rest, text in said
    )


def _behind(name: str, text: str) -> str | None:
    """Give the figure behind a name, empty if there is none, or `None` if there is anything else."""
    rest = text[len(name) :].strip(" :：") if name and text.startswith(name) else None
    return rest if not rest or is_figure(rest) else None


def _is_turned(grid: Grid) -> bool:
    """Tell whether the rows of the form stand side by side more than below one another."""
    beside: Counter[int] = Counter()
    below: Counter[int] = Counter()
    for cell in grid.frame.cells:
        text = grid.text_of(cell)
        if text and not text.isascii() and fold(text[:LONGEST_LABEL]) in _row_labels():
            beside[cell.row] += 1
            below[cell.column] += 1
    most = max(beside.values(), default=0)
    return most >= _FEW and most > max(below.values()) and is_tiled(grid)


@cache
def _column_labels() -> frozenset[str]:
    return frozenset(name for block in blocks() for column in entries(block.columns) for name in names_of(column))


@cache
def _row_labels() -> frozenset[str]:
    down = (block for block in blocks() if not block.across)
    return frozenset(name for block in down for row in entries(block.rows) for name in names_of(row))
