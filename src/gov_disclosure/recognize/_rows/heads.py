"""What may be the header of a table: the lines that hold no figures, and what stands before the figures of a row.

Its columns, their order, and whether one of them stands there twice are looked for in the same words, so they
are gathered and folded once. What they say is not decided here.
"""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import chain, groupby, pairwise
from operator import attrgetter, itemgetter

from attrs import field, frozen

from ...words import fold
from .._lines.lines import Line, Shape, is_figure
from .labels import LONGEST_LABEL, without_note

__all__ = ["Above", "Head", "Heads"]

_INDEX = attrgetter("index")


@frozen(eq=False, slots=False)
class Head:
    """What may be the header of a table: its texts, each with its line."""

    parts: Sequence[tuple[int, str]]

    @cached_property
    def text(self) -> str:
        """What it says from the last sentence on, which may name the columns, too; folded."""
        texts = [text for _, text in self.parts]
        ends = (place for place in range(len(texts), 0, -1) if "。" in texts[place - 1])
        return fold("".join(texts[next(ends, 0) :]))

    @cached_property
    def rows(self) -> list[list[str]]:
        """The texts of each of its lines, folded."""
        return [[fold(text) for _, text in line] for _, line in groupby(self.parts, itemgetter(0))]

    @cached_property
    def twice(self) -> list[str]:
        """The texts that stand twice running in one of its lines."""
        return [one for row in self.rows for one, two in pairwise(row) if one == two]


@frozen(eq=False, slots=False)
class Above:
    """The lines of a table that hold cells and no figures, above one of its rows."""

    lines: Sequence[Line]

    @cached_property
    def cells(self) -> list[tuple[str, int]]:
        """Their cells, folded if short, each with its column."""
        return [
            (fold(cell) if len(cell) <= LONGEST_LABEL else cell, column)
            for line in self.lines
            for cell, column in zip(line.cells, line.columns, strict=True)
        ]

    @cached_property
    def at(self) -> dict[str, int]:
        """The column of each text, the last if it stands over several."""
        return dict(self.cells)

    @cached_property
    def bare(self) -> list[tuple[str, int]]:
        """Those that are not blank, without what an office adds behind a label."""
        return [(without_note(cell), column) for cell, column in self.cells if cell]

    @cached_property
    def stacks(self) -> dict[int, list[str]]:
        """What stands above one another in each grid column, from above, folded.

        Blank cells say nothing of a column, and neither does what stands over all of them, such as a caption.
        """
        found: dict[int, list[str]] = {}
        for line in self.lines:
            for cell, column, span in zip(line.cells, line.columns, line.spans, strict=True):
                if cell and (column or column + span < line.columns[-1] + line.spans[-1]):
                    for under in range(column, column + span):
                        found.setdefault(under, []).append(fold(cell) if len(cell) <= LONGEST_LABEL else cell)
        return found


@frozen(eq=False, slots=False)
class Heads:
    """The lines of a source, and which of them hold cells and no figures."""

    lines: Sequence[Line]
    _above: dict[tuple[int | None, Shape, int, int], Above] = field(factory=dict, init=False)
    """What stands above the rows of a table: the same above most of them."""

    @cached_property
    def _by_table(self) -> dict[tuple[int | None, Shape], list[Line]]:
        found: dict[tuple[int | None, Shape], list[Line]] = {}
        for line in self.lines:
            if line.cells and not any(map(is_figure, line.cells)):
                found.setdefault((line.grid, line.shape), []).append(line)
        return found

    @cached_property
    def _several(self) -> list[tuple[int | None, Head]]:
        """Each of them that has several cells, and of which grid it is."""
        lines = sorted(chain.from_iterable(self._by_table.values()), key=_INDEX)
        several = (line for line in lines if len(line.cells) > 1)
        return [(line.grid, Head([(line.index, cell) for cell in line.cells])) for line in several]

    def each(self) -> list[Head]:
        """Give each of them that has several cells."""
        return [head for _, head in self._several]

    def of(self, grids: Collection[int]) -> list[Head]:
        """Give those of some grids that have several cells."""
        return [head for grid, head in self._several if grid in grids]

    def above(self, index: int) -> Above:
        """Give those above a row of the same table."""
        own = self.lines[index]
        lines = self._by_table.get((own.grid, own.shape), [])
        # Without a grid only a line of as many cells has its cells over those of the row.
        width = len(own.cells) if own.grid is None else 0
        key = own.grid, own.shape, bisect_left(lines, index, key=_INDEX), width
        if key not in self._above:
            self._above[key] = Above([line for line in lines[: key[2]] if not width or len(line.cells) == width])
        return self._above[key]
