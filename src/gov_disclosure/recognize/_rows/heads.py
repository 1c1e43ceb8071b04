"""What may be the header of a table: the lines that hold no figures, and what stands before the figures of a row.

Its columns, their order, and whether one of them stands there twice are looked for in the same words, so they
are gathered and folded once. What they say is not decided here.
"""

from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import chain, groupby, pairwise
from operator import attrgetter, itemgetter

from attrs import frozen

from ...words import fold
from .._lines.lines import Line, Shape, is_figure
from .labels import LONGEST_LABEL

__all__ = ["Head", "Heads"]


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
class Heads:
    """The lines of a source, and which of them hold cells and no figures."""

    lines: Sequence[Line]

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
        lines = sorted(chain.from_iterable(self._by_table.values()), key=attrgetter("index"))
        several = (line for line in lines if len(line.cells) > 1)
        return [(line.grid, Head([(line.index, cell) for cell in line.cells])) for line in several]

    def each(self) -> list[Head]:
        """Give each of them that has several cells."""
        return [head for _, head in self._several]

    def of(self, grids: Collection[int]) -> list[Head]:
        """Give those of some grids that have several cells."""
        return [head for grid, head in self._several if grid in grids]

    def above(self, index: int) -> list[tuple[str, int]]:
        """Give the cells of those above a row of the same table, folded if short, each with its column."""
        return [
            (fold(cell) if len(cell) <= LONGEST_LABEL else cell, column)
            for line in self._lines_above(index)
            for cell, column in zip(line.cells, line.columns, strict=True)
        ]

    def stacks(self, index: int) -> dict[int, list[str]]:
        """Give what stands above a row in each grid column, from above, folded.

        Blank cells say nothing of a column, and neither does what stands over all of them, such as a caption.
        """
        found: dict[int, list[str]] = {}
        for line in self._lines_above(index):
            for cell, column, span in zip(line.cells, line.columns, line.spans, strict=True):
                if cell and (column or column + span < line.columns[-1] + line.spans[-1]):
                    for under in range(column, column + span):
                        found.setdefault(under, []).append(fold(cell) if len(cell) <= LONGEST_LABEL else cell)
        return found

    def _lines_above(self, index: int) -> list[Line]:
        own = self.lines[index]
        lines = [line for line in self._by_table.get((own.grid, own.shape), ()) if line.index < index]
        if own.grid is None:
            # Without a grid only a line of as many cells has its cells over those of the row.
            lines = [line for line in lines if len(line.cells) == len(own.cells)]
        return lines
