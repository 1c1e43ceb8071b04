"""Texts that are laid out by spaces, as `pdftotext -layout` makes them of pages: their letters have places, too.

A letter stands as far from the edge as there are letters before it. What makes such texts counts a wide
letter as one or as two; which of them, the figures say: counted as they should be they stand below one
another. Columns are the same on one page only, because each page is laid out by itself.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

from attrs import frozen

from ...columns import character_width
from ...document import Document, Paragraph, Placed
from ...forms import Place
from .._tables import TablesFound
from .columns import alone
from .grid import Placing
from .placed import blocks_of, with_grids
from .traces import Folded, PlacedLine

__all__ = ["goes_beyond", "laid_out"]

# It begins with a space: most of a text has none, and is passed over at once.
_FIGURE_BEHIND_GAP = re.compile(r"[ \u3000\xa0](?<=[^\s|].)[ \u3000\xa0]+[+-]?\d")
_SOME = 3
"""So many lines with a figure behind a gap are a table."""
_MOST = 3_000
"""More lines than any report has: they are not looked through for labels again."""
_COLUMN = 6.0
"""How broad a column is, in points."""
_HEIGHT = 1.3 * _COLUMN
"""How high a line is: so high that one space parts words, and two part cells."""
_CLEAR = 3
"""In so many places fewer stand figures that are counted as they should be."""


def laid_out(document: Document) -> Document | None:
    """Give the document with the tables that its spaces lay out as grids; `None` if it has none."""
    if len(document.blocks) > _MOST:
        return None
    gaps = (block for block in document.blocks if isinstance(block, Paragraph) and block.placed is None)
    if sum(_FIGURE_BEHIND_GAP.search(block.text) is not None for block in gaps) < _SOME:
        return None
    texts = list(_texts_of(document))
    best, other = sorted((_Way(texts, lambda _: 1), _Way(texts, character_width)), key=lambda way: way.places)
    if not best.told or (other.places - best.places < _CLEAR and best.told != other.told):
        return None
    return with_grids(document, [placing for placing in best.blocks if placing.told >= placing.least])


@frozen
class _Text:
    """A text of a source that says something: its place, its sheet, and its letters as labels are compared."""

    index: int
    sheet: int
    text: str
    folded: Folded

    def line(self, width: Callable[[str], int]) -> PlacedLine:
        """Give it with the places that its letters have if each is so broad."""
        columns = pairwise(accumulate(map(width, self.text), initial=0))
        letters = tuple(
            (letter, start * _COLUMN, end * _COLUMN)
            for letter, (start, end) in zip(self.text, columns, strict=True)
            if not letter.isspace()
        )
        placed = Placed(self.sheet, self.index * _HEIGHT, _HEIGHT, float("inf"), letters)
        return PlacedLine(self.index, placed, self.folded, self.sheet)


def _texts_of(document: Document) -> Iterator[_Text]:
    sheet = 0
    for index, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            sheet += block.text == "\f"
            if letters := "".join(block.text.split()):
                yield _Text(index, sheet, block.text, Folded(letters))


@frozen(eq=False, slots=False)
class _Way:
    """One way to count how broad letters are, and what it tells."""

    texts: Sequence[_Text]
    width: Callable[[str], int]

    @cached_property
    def blocks(self) -> list[Placing]:
        """The blocks of the tables."""
        return blocks_of([text.line(self.width) for text in self.texts], exact=False)

    @cached_property
    def places(self) -> int:
        """In how many places figures stand, at the side to which they are set."""
        return sum(
            min(len({extent[side] for extent in [piece.extent for piece in alone(pieces)]}) for side in (0, 1))
            for placing in self.blocks
            for pieces in placing.block.by_sheet.values()
        )

    @cached_property
    def told(self) -> dict[int, tuple[str, ...]]:
        """The rows of which something is known, by their slots."""
        texts = {row.slot.index: texts for placing in self.blocks for row, texts in placing.texts.items()}
        return {slot: row for slot, row in texts.items() if row and any(row)}


def goes_beyond(found: TablesFound, other: TablesFound) -> bool:
    """Tell whether one reading has found more cells than another, and says nothing otherwise."""
    if found.form is not other.form or found.located <= other.located:
        return False
    refused = {place for finding in found.findings if finding.rule == "row_refused" for place in finding.where}
    return all(
        before is None or now == before or (now is None and not refused.isdisjoint(_held_by(place)))
        for table in found.form.tables
        for place, now, before in zip(table.places, found.cells[table.section], other.cells[table.section], strict=True)
    )


def _held_by(place: Place) -> tuple[str, str]:
    """Give the addresses of the row and the table of a cell."""
    return place.address.rpartition(".")[0], place.address.partition(".")[0]
