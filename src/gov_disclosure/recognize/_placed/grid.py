"""One block of a table on pages that draw no lines, as a grid: a label a row, a figure a column.

What stands beside a label is of its row, what lies below other figures or below a cell of the header of
its column. Figures that stand between two rows are the rest of a number that was broken over lines:
the rows near them are refused unless their sums prove them right.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import frozen

from ...columns import join_lines
from ...document import Cell, Grid
from .._cells.sums import falls_short, is_told, proved, totals_of
from .._lines.lines import SEVERAL
from .block import PlacedBlock
from .columns import Columns, free_before, in_order, is_collapsed, told_by_header, told_by_rows, words_of
from .figures import Piece, cut
from .rows import PlacedRow
from .traces import Trace

__all__ = ["Placing"]

_COLLAPSED = 2.0
"""So many heights at most part cells whose room was lost."""


@frozen(eq=False, slots=False)
class Placing:
    """One block of a table, and in which columns of the form its figures stand."""

    block: PlacedBlock
    side: frozenset[int] = frozenset()
    """To which side of their columns the figures of other blocks are set."""

    @cached_property
    def columns(self) -> dict[int, Columns]:
        """For each sheet, where figures stand below one another, and which columns of the form those are."""
        return {sheet: self._columns(sheet) for sheet in self.block.by_sheet}

    def _columns(self, sheet: int) -> Columns:
        block = self.block
        rows = ([piece for piece in own if block.lines[piece.line].sheet == sheet] for own in block.own.values())
        told = told_by_rows(rows, block.count)
        heads = block.heads(sheet)
        if not block.exact or (block.header and not heads) or (told and all(place is not None for _, place in told)):
            return told
        return told_by_header(block.by_sheet[sheet], heads, block.count, self.side)

    @cached_property
    def texts(self) -> dict[PlacedRow, tuple[str, ...] | None]:
        """The figures of each row, or nothing if they cannot be told apart."""
        return {row: self._texts(row) for row in self.block.rows}

    def _texts(self, row: PlacedRow) -> tuple[str, ...] | None:
        block = self.block
        found = [""] * block.count
        broken = bool(block.strays[row])
        # Between two sheets stand the numbers of pages.
        torn = len({block.lines[line].sheet for line in row.trace.lines}) > 1
        for piece in block.own[row]:
            for column, text in self._cells(piece):
                if column is None:
                    return None if broken else in_order(row.slot, block.own[row])
                broken |= bool(found[column])
                found[column] = join_lines((found[column], text))
            broken |= torn and piece.line not in block.labels
        if not found[-1] and self._is_cut(row):
            return None
        whole = [text.replace(" ", "") for text in found]
        # Where no piece was put to a number, it may be the first piece of one, and its total, too.
        told = (whole != found or is_told(row.slot, whole)) and not self._may_go_on(row)
        if not block.exact and (falls_short(row.slot, whole) or self._has_lost(row)):
            return None
        return tuple(found) if not broken or (told and proved(row.slot, whole)) else None

    def _has_lost(self, row: PlacedRow) -> bool:
        """Tell whether a row may have lost its figures or the room of blank cells, or begins as no full one."""
        block = self.block
        own, room = block.own[row], _COLLAPSED * block.lines[row.trace.first].placed.height
        lacks = len(words_of(own)) < block.count
        apart = lacks and row.trace.right > self._proved.get(self._beginning(row), float("-inf"))
        return not own or apart or is_collapsed(row.slot, own, room)

    def _beginning(self, row: PlacedRow) -> tuple[int, ...]:
        """Give the sheet, and the columns in which the label of a row and the line of its figures begin."""
        block = self.block
        line = block.lines[block.own[row][0].line if block.own[row] else row.trace.first]
        return line.sheet, round(row.trace.left), round(line.placed.letters[0][1])

    @cached_property
    def _proved(self) -> dict[tuple[int, ...], float]:
        """Where rows begin that have all their figures, which their sums prove, and how far their labels may reach."""
        found: dict[tuple[int, ...], list[list[Piece]]] = {}
        for row, own in self.block.own.items():
            if in_order(row.slot, own):
                found.setdefault(self._beginning(row), []).append(words_of(own))
        return {where: free_before(rows) for where, rows in found.items()}

    def _may_go_on(self, row: PlacedRow) -> bool:
        """Tell whether a total of a row may have more digits near it, so that it proves nothing."""
        block = self.block
        near = [piece for piece in block.strays[row] if piece.line not in block.owners]
        if not block.exact:
            return bool(near)
        columns = {column for piece in near for column, _ in self._cells(piece)}
        return not columns.isdisjoint({None, *totals_of(row.slot)})

    def _cells(self, piece: Piece) -> list[tuple[int | None, str]]:
        """Give the figures of a piece, each with its column of the form, if that is known."""
        columns = self.columns.get(self.block.lines[piece.line].sheet, ())
        parts = cut(piece, [place for place, _ in columns])
        return [(columns[place][1], text) for place, text in parts] if parts else [(None, piece.text)]

    def _is_cut(self, row: PlacedRow) -> bool:
        """Tell whether the last column reaches beyond the edge of the page, where it may have been cut off."""
        line = self.block.lines[row.trace.first]
        return any(right > line.placed.edge for (_, right), _ in self.columns.get(line.sheet, ()))

    @cached_property
    def told(self) -> int:
        """How many rows are known of which something is printed."""
        return sum(any(self.texts[row] or ()) for row in self.block.rows)

    @property
    def least(self) -> int:
        """How many rows must be known: one of one cell that is refused could not be told from one that says so."""
        return 1 if self.block.count > 1 else len(self.block.rows)

    def grid(self) -> Grid:
        """Make the grid: a column for the labels, and one for each column of the form."""
        made = [row for line in range(self.block.first, self.block.last + 1) for row in self._made(line)]
        return Grid.of_cells(
            Cell(number, column, text, 1, span) for number, row in enumerate(made) for column, text, span in row
        )

    def _made(self, line: int) -> Iterator[list[tuple[int, str, int]]]:
        """Give the rows of the grid for a line: what else stands in it, the header, a row of the form."""
        figures, others = self.block.pieces[line]
        text = join_lines(piece.text for piece in others)
        if figures and line not in self.block.owners:
            yield [(0, text, 1), *self._merged(figures)]
        elif text:
            yield [(0, text, self.block.count + 1)]
        yield from self._beginning_in.get(line, ())

    @cached_property
    def _beginning_in(self) -> dict[int, list[list[tuple[int, str, int]]]]:
        """The header in the line in which it ends, and each row in that in which its label begins."""
        header, found = self.block.header, dict[int, list[list[tuple[int, str, int]]]]()
        if header:
            heads = ((column, self._says(head), 1) for column, head in enumerate(header, 1))
            found[max(trace.last for trace in header)] = [[(0, "", 1), *heads]]
        for row, texts in self.texts.items():
            figures = (
                self._merged(self.block.own[row]) if texts is None else [(n, t, 1) for n, t in enumerate(texts, 1)]
            )
            found.setdefault(row.trace.first, []).append([(0, self._says(row.trace), 1), *figures])
        return found

    def _merged(self, pieces: Iterable[Piece]) -> list[tuple[int, str, int]]:
        """Put what cannot be told apart in one cell over all columns."""
        return [(1, SEVERAL.join((*(piece.text for piece in pieces), "")) or SEVERAL, self.block.count)]

    def _says(self, trace: Trace) -> str:
        lines = zip((self.block.lines[line].placed.letters for line in trace.lines), trace.letters, strict=True)
        return "".join(letters[place][0] for letters, own in lines for place in sorted(own))
