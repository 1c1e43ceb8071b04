"""One block of a table on pages that draw no lines, as a grid: a label a row, a figure a column.

What stands beside a label is of its row, what lies below other figures or below a cell of the header of
its column. Figures that stand between two rows are the rest of a number that was broken over lines:
the rows near them are refused unless their sums prove them right.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from attrs import frozen

from ..columns import join_lines
from ..document import Cell, Grid
from ._labels import is_label
from ._lines import is_figure
from ._placed_figures import Extent, Piece, columns_below, columns_of, cut, header_of, pieces_of, sides_of
from ._placed_rows import PlacedRow, heads_of
from ._sums import is_told, proved
from ._traces import PlacedLine, Trace

__all__ = ["Placing"]

_HEADER = 15
"""So many lines above the first row its header begins at most."""
_AROUND = 6
"""So many lines around the rows may hold what is of them."""
_NEAR = 1.7
"""So many heights of a letter away from a label stands what is of its row."""
_DOUBTFUL = 2.5
"""So many heights away from a label, what stands beside none makes its row doubtful."""
_UNREADABLE = "\ufffd"


@frozen(eq=False, slots=False)
class Placing:
    """One block of a table: its rows where they stand, and the lines among which they stand."""

    lines: Sequence[PlacedLine]
    rows: Sequence[PlacedRow]
    above: int
    """No line before this one is of the block."""
    side: frozenset[int] = frozenset()
    """To which side of their columns the figures of other blocks are set."""

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
    def start(self) -> float:
        """How far to the left figures may begin: no label reaches further."""
        return max(row.trace.right for row in self.rows) - 1

    @cached_property
    def taken(self) -> dict[int, set[int]]:
        """The letters of each line that are of labels and header."""
        taken: dict[int, set[int]] = {}
        for trace in (*self.header, *(row.trace for row in self.rows)):
            for line, letters in zip(trace.lines, trace.letters, strict=True):
                taken.setdefault(line, set()).update(letters)
        return taken

    @cached_property
    def pieces(self) -> dict[int, tuple[list[Piece], list[Piece]]]:
        """What stands in each line beside labels and header: figures in their columns, and what else.

        Text stands in a column only beside a label.
        """
        first = min(self.rows[0].trace.first - _AROUND, *(trace.first for trace in self.header), len(self.lines))
        found: dict[int, tuple[list[Piece], list[Piece]]] = {}
        for line in range(max(first, self.above), min(self.rows[-1].trace.last + _AROUND, len(self.lines))):
            labelled = any(line in row.trace.lines for row in self.rows)
            figures, others = found.setdefault(line, ([], []))
            for piece in pieces_of(line, self.lines[line], self.taken.get(line, ())):
                inside = piece.extent[0] >= self.start and (labelled or piece.is_figure)
                (figures if inside else others).append(piece)
        return found

    @cached_property
    def owners(self) -> dict[int, PlacedRow]:
        """Whose row the figures of a line are: that of the label beside which they stand, or of one that is near."""
        found: dict[int, PlacedRow] = {}
        for line, (figures, others) in self.pieces.items():
            inside = [row for row in self.rows if row.holds(line)]
            near = min(self.rows, key=lambda row: row.away(line, self.lines))
            lone = figures and line not in self.taken and all(is_label(piece.text) for piece in others)
            if len(inside) == 1:
                found[line] = inside[0]
            elif not inside and lone and near.away(line, self.lines) <= _NEAR:
                found[line] = near
        return found

    @cached_property
    def first(self) -> int:
        """The first line of the block."""
        return min(*self.owners, *(trace.first for trace in self.header), len(self.lines))

    @cached_property
    def last(self) -> int:
        """The last line of the block."""
        return max(self.owners)

    @cached_property
    def doubtful(self) -> frozenset[int]:
        """The slots of the rows near which figures stand beside no label, or beside several."""
        stray = [
            line
            for line, (figures, _) in self.pieces.items()
            if figures and sum(row.holds(line) for row in self.rows) != 1
        ]
        return frozenset(
            row.slot.index for line in stray for row in self.rows if row.away(line, self.lines) <= _DOUBTFUL
        )

    @cached_property
    def single(self) -> list[Piece]:
        """The figures that stand alone."""
        figures = (piece for line in self.owners for piece in self.pieces[line][0])
        return [piece for piece in figures if piece.is_figure and len(piece.words) == 1]

    @cached_property
    def heads(self) -> list[Extent]:
        """Where the cells of the header stand, if all are found."""
        return [(trace.left, trace.right) for trace in self.header]

    @cached_property
    def sides(self) -> frozenset[int]:
        """To which sides of their columns the figures may be set, as the block itself tells."""
        return sides_of(self.single, self.heads)

    @cached_property
    def columns(self) -> tuple[Extent, ...] | None:
        """The columns of the block, if all are known."""
        found = columns_of(self.single)
        if not self.header:
            return found if len(found) == self.count else None
        sides = self.sides & self.side or self.sides
        words = (word for line in self.owners for piece in self.pieces[line][0] for word in piece.words)
        return columns_below(found, self.heads, sides) or columns_below(columns_of(words), self.heads, sides)

    def texts(self, row: PlacedRow) -> tuple[str, ...] | None:
        """Give the figures of a row, or nothing if they cannot be told apart."""
        if self.columns is None:
            return None
        found = [""] * self.count
        broken = row.slot.index in self.doubtful
        for line, owner in self.owners.items():
            for piece in self.pieces[line][0] if owner is row else ():
                parts = cut(piece, self.columns)
                if parts is None:
                    return None
                for column, text in parts:
                    broken |= bool(found[column])
                    found[column] = join_lines((found[column], text))
        if self.columns[-1][1] > self.lines[row.trace.first].placed.edge and not found[-1]:
            # What stands beyond the edge of the page may have been cut off.
            return None
        whole = [text.replace(" ", "") for text in found]
        # Where no piece was put to a number, it may be the first piece of one, and its total, too.
        told = whole != found or is_told(row.slot, whole)
        return tuple(found) if not broken or (told and proved(row.slot, whole)) else None

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
            heads = [self._says(trace) for trace in self.header]
            yield [(0, "", 1), *((column, head, 1) for column, head in enumerate(heads, 1))]
        for row in self.rows:
            if row.trace.first == line:
                yield [(0, self._says(row.trace), 1), *self._figures_of(row)]

    def _figures_of(self, row: PlacedRow) -> list[tuple[int, str, int]]:
        texts = self.texts(row)
        if texts is not None:
            return [(column, text, 1) for column, text in enumerate(texts, 1)]
        lines = [line for line, owner in self.owners.items() if owner is row]
        return self._merged(piece.text for line in lines for piece in self.pieces[line][0])

    def _merged(self, texts: Iterable[str]) -> list[tuple[int, str, int]]:
        """Put what cannot be told apart in one cell over all columns, as a figure that cannot be read."""
        text = _UNREADABLE.join((*texts, ""))
        return [(1, text if is_figure(text) else _UNREADABLE, self.count)]

    def _says(self, trace: Trace) -> str:
        parts = (
            "".join(text for place, (text, _, _) in enumerate(self.lines[line].placed.letters) if place in letters)
            for line, letters in zip(trace.lines, trace.letters, strict=True)
        )
        return "".join(parts)
