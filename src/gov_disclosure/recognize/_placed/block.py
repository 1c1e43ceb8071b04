"""One block of a table on pages that draw no lines: which figures stand beside which of its labels.

What stands beside a label is of its row. Figures that stand between two rows are the rest of a number that
was broken over lines, or of a row whose label is near; so each line is asked once which labels are near it.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import chain

from attrs import frozen

from .columns import alone
from .figures import Extent, Piece, header_of, pieces_of, sides_of
from .rows import PlacedRow, heads_of, is_other
from .traces import PlacedLine, Trace, Tracer, letters_of

__all__ = ["PlacedBlock"]

_HEADER = 15
"""So many lines above the first row its header begins at most."""
_AROUND = 6
"""So many lines around the rows may hold what is of them."""
_NEAR = 1.7
"""So many heights of a letter away from a label stands what is of its row."""
_NEARER = 0.1
"""By so much less of a height is one label nearer than another."""
_DOUBTFUL = 2.5
"""So many heights away from a label, what stands beside none makes its row doubtful."""


@frozen(eq=False, slots=False)
class PlacedBlock:
    """One block of a table: its rows where they stand, and the lines among which they stand."""

    tracer: Tracer
    rows: Sequence[PlacedRow]
    above: int
    """No line before this one is of the block."""
    exact: bool = True
    """Whether places are those of a page, so that a header stands above its columns, or letters were counted."""

    @property
    def lines(self) -> Sequence[PlacedLine]:
        """The lines of the source."""
        return self.tracer.lines

    @cached_property
    def count(self) -> int:
        """How many figures a row has."""
        return len(self.rows[0].slot.cells)

    @cached_property
    def header(self) -> list[Trace]:
        """The cells of the header, if all are found."""
        start = self.rows[0].trace.first
        heads = heads_of(self.rows[0].slot.block)
        return header_of(heads, self.tracer, max(self.above, start - _HEADER), start) or []

    @cached_property
    def labels(self) -> dict[int, set[int]]:
        """The letters of each line that are of labels."""
        return letters_of(row.trace for row in self.rows)

    @cached_property
    def taken(self) -> dict[int, set[int]]:
        """The letters of each line that are of labels and header."""
        return letters_of((*self.header, *(row.trace for row in self.rows)))

    @cached_property
    def _inside(self) -> dict[int, list[PlacedRow]]:
        """The rows whose labels have begun and not ended, for each line."""
        found: dict[int, list[PlacedRow]] = {}
        for row in self.rows:
            for line in range(row.trace.first, row.trace.last + 1):
                found.setdefault(line, []).append(row)
        return found

    @cached_property
    def _near(self) -> dict[int, dict[PlacedRow, float]]:
        """The rows whose labels are near each line, and how far, in heights of a letter."""
        pages: dict[int, list[tuple[float, int]]] = {}
        for line in self._around:
            placed = self.lines[line].placed
            pages.setdefault(placed.page, []).append((placed.middle, line))
        pages = {page: sorted(found) for page, found in pages.items()}
        most = _DOUBTFUL * max((self.lines[line].placed.height for line in self._around), default=0.0)
        found: dict[int, dict[PlacedRow, float]] = {}
        for row in self.rows:
            for placed in (self.lines[line].placed for line in row.trace.lines):
                others = pages.get(placed.page, [])
                start = bisect_left(others, (placed.middle - most, -1))
                for middle, line in others[start:]:
                    if middle > placed.middle + most:
                        break
                    away = abs(placed.middle - middle) / self.lines[line].placed.height
                    if away <= _DOUBTFUL:
                        near = found.setdefault(line, {})
                        near[row] = min(away, near.get(row, away))
        return found

    @cached_property
    def _around(self) -> range:
        """The lines in which figures of the block may stand."""
        first = min(self.rows[0].trace.first - _AROUND, *(trace.first for trace in self.header), len(self.lines))
        return range(max(first, self.above), min(self.rows[-1].trace.last + _AROUND, len(self.lines)))

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
        found: dict[int, tuple[list[Piece], list[Piece]]] = {}
        for number in self._around:
            line = self.lines[number]
            labelled = number in self.labels
            beyond = self.starts.get(line.sheet, 0.0)
            pieces = list(pieces_of(number, line, self.taken.get(number, ())))
            if labelled:
                behind = self._end_of_label(number)
            else:
                behind = beyond if self.exact or not any(p.is_figure for p in pieces) else self._begins(number)
            figures, others = found[number] = ([], [])
            for piece in pieces:
                inside = piece.extent[0] >= (behind if piece.is_figure else beyond) and (labelled or piece.is_figure)
                (figures if inside else others).append(piece)
        return found

    def _begins(self, number: int) -> float:
        """Tell where the label begins of the row to which a line may belong that holds nothing of it."""
        near = self._near.get(number, {})
        row = min(
            self._inside.get(number) or near or self.rows, key=lambda row: near.get(row) or self._away(row, number)
        )
        sheet = self.lines[number].sheet
        lefts = (
            self.lines[line].placed.letters[place][1]
            for line, letters in zip(row.trace.lines, row.trace.letters, strict=True)
            for place in letters
            if self.lines[line].sheet == sheet
        )
        return min(lefts, default=0.0)

    def _away(self, row: PlacedRow, line: int) -> float:
        """Tell how far a line is from a label, in heights of a letter."""
        own = self.lines[line].placed
        same = [self.lines[each].placed for each in row.trace.lines if self.lines[each].placed.page == own.page]
        return min((abs(each.middle - own.middle) / own.height for each in same), default=float("inf"))

    @cached_property
    def owners(self) -> dict[int, PlacedRow]:
        """Whose row the figures of a line are: that of the label beside which they stand, or of one that is near."""
        found: dict[int, PlacedRow] = {}
        for line, (figures, others) in self.pieces.items():
            inside = self._inside.get(line, [])
            lone = figures and line not in self.taken and not any(is_other(piece.text) for piece in others)
            if len(inside) == 1:
                found[line] = inside[0]
            elif not inside and lone and (nearest := self._nearest(line)):
                found[line] = nearest
        return found

    def _nearest(self, line: int) -> PlacedRow | None:
        """Give the row to whose label a line is near, and nearer than to another."""
        near = sorted(self._near.get(line, {}).items(), key=lambda row: row[1])
        nearer = len(near) == 1 or (len(near) > 1 and near[0][1] < near[1][1] - _NEARER)
        return near[0][0] if nearer and near[0][1] <= _NEAR else None

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
            if figures and len(self._inside.get(line, ())) != 1:
                for row in self._near.get(line, ()):
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
    def by_sheet(self) -> dict[int, list[Piece]]:
        """The figures that stand on each sheet."""
        sheets: dict[int, list[Piece]] = {self.lines[line].sheet: [] for line in self.owners}
        for piece in chain.from_iterable(self.own.values()):
            sheets[self.lines[piece.line].sheet].append(piece)
        return sheets

    @cached_property
    def sides(self) -> frozenset[int]:
        """To which sides of their columns the figures may be set, as the block itself tells."""
        sheet = self.lines[self.header[0].first].sheet if self.header else 0
        return sides_of(alone(self.by_sheet.get(sheet, ())), self.heads(sheet))

    def heads(self, sheet: int) -> list[Extent]:
        """Give where the cells of the header stand, if all are found on a sheet."""
        return [(trace.left, trace.right) for trace in self.header if self.lines[trace.first].sheet == sheet]
