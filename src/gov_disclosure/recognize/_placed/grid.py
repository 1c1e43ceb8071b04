"""One block of a table on pages that draw no lines, as a grid: a label a row, a figure a column.

What stands beside a label is of its row, what lies below other figures or below a cell of the header of
its column. Figures that stand between two rows are the rest of a number that was broken over lines:
the rows near them are refused unless their sums prove them right.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

from attrs import frozen

from ...columns import join_lines
from ...document import Cell, Grid
from .._cells.sums import falls_short, is_told, proved, totals_of
from .._lines.lines import SEVERAL
from .columns import Columns, alone, free_before, in_order, is_collapsed, told_by_header, told_by_rows, words_of
from .figures import Extent, Piece, cut, header_of, pieces_of, sides_of
from .rows import PlacedRow, heads_of, is_other
from .traces import PlacedLine, Trace, letters_of

__all__ = ["Placing"]

_HEADER = 15
"""So many lines above the first row its header begins at most."""
_AROUND = 6
"""So many lines around the rows may hold what is of them."""
_NEAR = 1.7
"""So many heights of a letter away from a label stands what is of its row."""
_COLLAPSED = 2.0
"""So many heights at most part cells whose room was lost."""
_NEARER = 0.1
"""By so much less of a height is one label nearer than another."""
_DOUBTFUL = 2.5
"""So many heights away from a label, what stands beside none makes its row doubtful."""


@frozen(eq=False, slots=False)
class Placing:
    """One block of a table: its rows where they stand, and the lines among which they stand."""

    lines: Sequence[PlacedLine]
    rows: Sequence[PlacedRow]
    above: int
    """No line before this one is of the block."""
    side: frozenset[int] = frozenset()
    """To which side of their columns the figures of other blocks are set."""
    exact: bool = True
    """Whether places are those of a page, so that a header stands above its columns, or letters were counted."""

    @cached_property
    def count(self) -> int:
        """How many figures a row has."""
        return len(self.rows[0].slot.cells)

    @cached_property
    def header(self) -> list[Trace]:
        """The cells of the header, if all are found."""
        start = self.rows[0].trace.first
        return header_of(heads_of(self.rows[0].slot.block), self.lines, max(self.above, start - _HEADER), start) or []

    @cached_property
    def labels(self) -> dict[int, set[int]]:
        """The letters of each line that are of labels."""
        return letters_of(row.trace for row in self.rows)

    @cached_property
    def taken(self) -> dict[int, set[int]]:
        """The letters of each line that are of labels and header."""
        return letters_of((*self.header, *(row.trace for row in self.rows)))

    @cached_property
    def starts(self) -> dict[int, float]:
        """How far to the left cells of any text may begin on each sheet: no label reaches further."""
        starts: dict[int, float] = {}
        for number in self.labels:
            sheet = self.lines[number].sheet
            starts[sheet] = max(starts.get(sheet, 0.0), self._end_of_label(number))
        return starts

    def _end_of_label(self, number: int) -> float:
        letters = self.lines[number].placed.letters
        return max((letters[place][2] for place in self.labels.get(number, ())), default=0.0) - 1

    @cached_property
    def pieces(self) -> dict[int, tuple[list[Piece], list[Piece]]]:
        """What stands in each line beside labels and header: figures in their columns, and what else.

        Text stands in a column only beside a label, and right of all labels.
        """
        first = min(self.rows[0].trace.first - _AROUND, *(trace.first for trace in self.header), len(self.lines))
        found: dict[int, tuple[list[Piece], list[Piece]]] = {}
        for number in range(max(first, self.above), min(self.rows[-1].trace.last + _AROUND, len(self.lines))):
            line = self.lines[number]
            labelled = number in self.labels
            beyond = self.starts.get(line.sheet, 0.0)
            behind = self._end_of_label(number) if labelled else beyond if self.exact else self._begins(number)
            figures, others = found[number] = ([], [])
            for piece in pieces_of(number, line, self.taken.get(number, ())):
                inside = piece.extent[0] >= (behind if piece.is_figure else beyond) and (labelled or piece.is_figure)
                (figures if inside else others).append(piece)
        return found

    def _begins(self, number: int) -> float:
        """Tell where the label begins of the row to which a line may belong that holds nothing of it."""
        row = min(self.rows, key=lambda row: (not row.holds(number), row.away(number, self.lines)))
        sheet = self.lines[number].sheet
        lefts = (
            self.lines[line].placed.letters[place][1]
            for line, letters in zip(row.trace.lines, row.trace.letters, strict=True)
            for place in letters
            if self.lines[line].sheet == sheet
        )
        return min(lefts, default=0.0)

    @cached_property
    def owners(self) -> dict[int, PlacedRow]:
        """Whose row the figures of a line are: that of the label beside which they stand, or of one that is near."""
        found: dict[int, PlacedRow] = {}
        for line, (figures, others) in self.pieces.items():
            inside = [row for row in self.rows if row.holds(line)]
            near = min(self.rows, key=lambda row: row.away(line, self.lines))
            lone = figures and line not in self.taken and not any(is_other(piece.text) for piece in others)
            if len(inside) == 1:
                found[line] = inside[0]
            elif not inside and lone and self._is_near(near, line):
                found[line] = near
        return found

    def _is_near(self, row: PlacedRow, line: int) -> bool:
        """Tell whether a line is near a label, and nearer than to another."""
        away = row.away(line, self.lines)
        return away <= _NEAR and all(
            away < each.away(line, self.lines) - _NEARER for each in self.rows if each is not row
        )

    @cached_property
    def first(self) -> int:
        """The first line of the block."""
        return max(self.above, min((*self.owners, *(trace.first for trace in self.header), self.rows[0].trace.first)))

    @cached_property
    def last(self) -> int:
        """The last line of the block."""
        return max([*self.owners, self.first, self.rows[-1].trace.last])

    @cached_property
    def strays(self) -> dict[PlacedRow, list[Piece]]:
        """The figures near each row that stand beside no label, or beside several: they may be of it."""
        found: dict[PlacedRow, list[Piece]] = {row: [] for row in self.rows}
        for line, (figures, _) in self.pieces.items():
            if figures and sum(row.holds(line) for row in self.rows) != 1:
                for row in self.rows:
                    if row.away(line, self.lines) <= _DOUBTFUL:
                        found[row].extend(figures)
        return found

    @cached_property
    def own(self) -> dict[PlacedRow, list[Piece]]:
        """The figures of each row."""
        found: dict[PlacedRow, list[Piece]] = {row: [] for row in self.rows}
        for line, row in self.owners.items():
            found[row].extend(self.pieces[line][0])
        return found

    @cached_property
    def sides(self) -> frozenset[int]:
        """To which sides of their columns the figures may be set, as the block itself tells."""
        sheet = self.lines[self.header[0].first].sheet if self.header else 0
        return sides_of(alone(self.by_sheet.get(sheet, ())), self._heads(sheet))

    @cached_property
    def by_sheet(self) -> dict[int, list[Piece]]:
        """The figures that stand on each sheet."""
        sheets: dict[int, list[Piece]] = {self.lines[line].sheet: [] for line in self.owners}
        for piece in chain.from_iterable(self.own.values()):
            sheets[self.lines[piece.line].sheet].append(piece)
        return sheets

    @cached_property
    def columns(self) -> dict[int, Columns]:
        """For each sheet, where figures stand below one another, and which columns of the form those are."""
        return {sheet: self._columns(sheet) for sheet in self.by_sheet}

    def _columns(self, sheet: int) -> Columns:
        rows = ([piece for piece in own if self.lines[piece.line].sheet == sheet] for own in self.own.values())
        told = told_by_rows(rows, self.count)
        heads = self._heads(sheet)
        if not self.exact or (self.header and not heads) or (told and all(place is not None for _, place in told)):
            return told
        return told_by_header(self.by_sheet[sheet], heads, self.count, self.side)

    def _heads(self, sheet: int) -> list[Extent]:
        """Give where the cells of the header stand, if all are found on a sheet."""
        return [(trace.left, trace.right) for trace in self.header if self.lines[trace.first].sheet == sheet]

    def texts(self, row: PlacedRow) -> tuple[str, ...] | None:
        """Give the figures of a row, or nothing if they cannot be told apart."""
        found = [""] * self.count
        broken = bool(self.strays[row])
        # Between two sheets stand the numbers of pages.
        torn = len({self.lines[line].sheet for line in row.trace.lines}) > 1
        for piece in self.own[row]:
            for column, text in self._cells(piece):
                if column is None:
                    return None if broken else in_order(row.slot, self.own[row])
                broken |= bool(found[column])
                found[column] = join_lines((found[column], text))
            broken |= torn and piece.line not in self.labels
        if not found[-1] and self._is_cut(row):
            return None
        whole = [text.replace(" ", "") for text in found]
        # Where no piece was put to a number, it may be the first piece of one, and its total, too.
        told = (whole != found or is_told(row.slot, whole)) and not self._may_go_on(row)
        if not self.exact and (falls_short(row.slot, whole) or self._has_lost(row)):
            return None
        return tuple(found) if not broken or (told and proved(row.slot, whole)) else None

    def _has_lost(self, row: PlacedRow) -> bool:
        """Tell whether a row may have lost its figures or the room of blank cells, or begins as no full one."""
        own, room = self.own[row], _COLLAPSED * self.lines[row.trace.first].placed.height
        lacks = len(words_of(own)) < self.count
        apart = lacks and row.trace.right > self._proved.get(self._beginning(row), float("-inf"))
        return not own or apart or is_collapsed(row.slot, own, room)

    def _beginning(self, row: PlacedRow) -> tuple[int, ...]:
        """Give the sheet, and the columns in which the label of a row and the line of its figures begin."""
        line = self.lines[self.own[row][0].line if self.own[row] else row.trace.first]
        return line.sheet, round(row.trace.left), round(line.placed.letters[0][1])

    @cached_property
    def _proved(self) -> dict[tuple[int, ...], float]:
        """Where rows begin that have all their figures, which their sums prove, and how far their labels may reach."""
        found: dict[tuple[int, ...], list[list[Piece]]] = {}
        for row, own in self.own.items():
            if in_order(row.slot, own):
                found.setdefault(self._beginning(row), []).append(words_of(own))
        return {where: free_before(rows) for where, rows in found.items()}

    def _may_go_on(self, row: PlacedRow) -> bool:
        """Tell whether a total of a row may have more digits near it, so that it proves nothing."""
        near = [piece for piece in self.strays[row] if piece.line not in self.owners]
        if not self.exact:
            return bool(near)
        columns = {column for piece in near for column, _ in self._cells(piece)}
        return not columns.isdisjoint({None, *totals_of(row.slot)})

    def _cells(self, piece: Piece) -> list[tuple[int | None, str]]:
        """Give the figures of a piece, each with its column of the form, if that is known."""
        columns = self.columns.get(self.lines[piece.line].sheet, ())
        parts = cut(piece, [place for place, _ in columns])
        return [(columns[place][1], text) for place, text in parts] if parts else [(None, piece.text)]

    def _is_cut(self, row: PlacedRow) -> bool:
        """Tell whether the last column reaches beyond the edge of the page, where it may have been cut off."""
        line = self.lines[row.trace.first]
        return any(right > line.placed.edge for (_, right), _ in self.columns.get(line.sheet, ()))

    @cached_property
    def told(self) -> int:
        """How many rows are known of which something is printed."""
        return sum(any(self.texts(row) or ()) for row in self.rows)

    def grid(self) -> Grid:
        """Make the grid: a column for the labels, and one for each column of the form."""
        made = [row for line in range(self.first, self.last + 1) for row in self._made(line)]
        return Grid.of_cells(
            Cell(number, column, text, 1, span) for number, row in enumerate(made) for column, text, span in row
        )

    def _made(self, line: int) -> Iterator[list[tuple[int, str, int]]]:
        """Give the rows of the grid for a line: what else stands in it, the header, a row of the form."""
        figures, others = self.pieces[line]
        text = join_lines(piece.text for piece in others)
        if figures and line not in self.owners:
            yield [(0, text, 1), *self._merged(piece.text for piece in figures)]
        elif text:
            yield [(0, text, self.count + 1)]
        if self.header and line == max(trace.last for trace in self.header):
            yield [(0, "", 1), *((column, head, 1) for column, head in enumerate(map(self._says, self.header), 1))]
        for row in self.rows:
            if row.trace.first == line:
                yield [(0, self._says(row.trace), 1), *self._figures_of(row)]

    def _figures_of(self, row: PlacedRow) -> list[tuple[int, str, int]]:
        texts = self.texts(row)
        if texts is not None:
            return [(column, text, 1) for column, text in enumerate(texts, 1)]
        return self._merged(piece.text for piece in self.own[row])

    def _merged(self, texts: Iterable[str]) -> list[tuple[int, str, int]]:
        """Put what cannot be told apart in one cell over all columns."""
        return [(1, SEVERAL.join((*texts, "")) or SEVERAL, self.count)]

    def _says(self, trace: Trace) -> str:
        own = zip(trace.lines, trace.letters, strict=True)
        texts = ((self.lines[line].placed.letters[place][0] for place in sorted(letters)) for line, letters in own)
        return "".join(chain.from_iterable(texts))
