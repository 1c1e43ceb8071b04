"""Pages laid out by spaces, as `pdftotext -layout` makes them: narrow labels, columns that move by page."""

from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from gov_disclosure.columns import character_width
from gov_disclosure.document import Cell, Grid, Heading, Paragraph
from gov_disclosure.layout import lay_out
from gov_disclosure.report import Report

__all__ = ["Layouter"]

Part = tuple[int, int, str]
"""What stands in a line: its column of the grid, how far behind the edge of that, and the text."""


@frozen
class Layouter:
    """How pages are laid out."""

    label: int = 8
    """How many letters a line of a label has."""
    room: int = 9
    """How broad a column of figures is."""
    side: Literal["left", "center", "right"] = "left"
    middle: bool = False
    """Whether figures stand in the middle of their row, or at its top."""
    wide: bool = False
    """Whether a wide letter counts as two."""
    page: int = 60
    """How many lines a page has."""
    moved: int = 0
    """By how much further to the right columns of figures stand on each page than on the one before."""

    nested: int = 0
    """By how much further to the right they stand for each column that a row leaves free before its label."""

    def text(self, report: Report) -> str:
        """Lay out a whole report."""
        lines: list[str] = []
        for block in lay_out(report).blocks:
            if isinstance(block, Grid):
                laid = list(self._table(block))
                columns = block.frame.columns
                figures = {cell.column for cell in block.frame.cells if cell.slot is not None}
                lines += [self._line(parts, columns, figures, len(lines) + at) for at, parts in enumerate(laid)]
            elif isinstance(block, Heading | Paragraph):
                lines += ["", block.text]
        pages = (lines[start : start + self.page] for start in range(0, len(lines), self.page))
        return "\f".join("\n".join(page) + "\n" for page in pages)

    def _table(self, grid: Grid) -> Iterator[list[Part]]:
        """Give what stands in each line; cells over several rows run down beside those."""
        tall: list[Part] = []
        for row in range(grid.frame.rows):
            cells = [(cell, self._wrapped(cell, grid.text_of(cell))) for cell in grid.frame.cells if cell.row == row]
            tall += [(cell.column, 0, text) for cell, lines in cells if cell.rowspan > 1 for text in lines]
            own = [(cell, lines) for cell, lines in cells if cell.rowspan == 1]
            height = max((len(lines) for _, lines in own), default=1)
            for line in range(height):
                parts = [part for cell, lines in own for part in self._part(cell, lines, line, height)]
                beside = next((part for part in tall if part[0] not in {column for column, _, _ in parts}), None)
                if beside:
                    tall.remove(beside)
                yield sorted([*parts, *([beside] if beside else [])])

    def _wrapped(self, cell: Cell, text: str) -> list[str]:
        if cell.slot is not None:
            return [text]
        room = self.label * cell.colspan
        return [text[start : start + room] for start in range(0, len(text), room)]

    def _part(self, cell: Cell, lines: list[str], line: int, height: int) -> Iterator[Part]:
        first = (height - len(lines)) // 2 if self.middle or cell.slot is None else 0
        if first <= line < first + len(lines):
            text = lines[line - first]
            free = self.room - 2 - len(text) if cell.slot is not None else 0
            yield cell.column, {"left": 0, "center": free // 2, "right": free}[self.side], text

    def _line(self, parts: list[Part], columns: int, figures: set[int], number: int) -> str:
        starts, at = [], 0
        for column in range(columns):
            further = self.moved * (number // self.page) + self.nested * (parts[0][0] if parts else 0)
            at += further if column == min(figures) else 0
            starts.append(at)
            at += self.room if column in figures else (self.label + 2) * (1 + self.wide)
        text, end = "", 0
        for column, behind, piece in parts:
            start = max(starts[column] + behind, end + (end > 0))
            text += " " * (start - end) + piece
            end = start + sum(character_width(letter) if self.wide else 1 for letter in piece)
        return text
