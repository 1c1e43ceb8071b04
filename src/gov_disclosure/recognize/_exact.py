"""Tables that stand exactly as the form prints them: their figures are known by their places.

Most sources are made from the form itself and have every label and every merged cell of it. Where all
tables of one edition stand there like that, and no row of the form stands anywhere else, there is
nothing to choose between: the figure of a cell is what stands in its place. Of anything else nothing
is said here, and rows are looked for as everywhere.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain
from operator import attrgetter, itemgetter

from attrs import frozen

from ..cells import parse_value
from ..document import Document, Grid
from ..forms import FORMS, Form, Table
from ..names import Section
from ..printed import frame_of
from ..words import fold
from ._doubts.doubts import says_label
from ._lines.lines import Line, Shape, cell_of
from ._parts.claims import is_header
from ._rows.align import named
from ._rows.rows import rows_of
from ._tables import TablesFound

__all__ = ["Exact", "exact_of"]

_GEOMETRY = attrgetter("row", "column", "rowspan", "colspan")


@frozen(eq=False)
class _Print:
    """How the form prints a table: where each cell stands, and what the cells say that hold no figure."""

    table: Table
    geometry: tuple[object, ...]
    labels: tuple[int, ...]
    words: tuple[str, ...]
    """What the labels say, folded."""
    figures: tuple[int, ...]
    """Which cell holds the figure of each place of the table."""


@cache
def _prints() -> Mapping[int, tuple[_Print, ...]]:
    """Give the printed tables of all editions, by how many cells they have."""
    found: dict[int, tuple[_Print, ...]] = {}
    for table in chain.from_iterable(form.tables for form in FORMS.values()):
        cells = frame_of(table).cells
        labels = tuple(number for number, cell in enumerate(cells) if cell.slot is None)
        by_slot = {cell.slot: number for number, cell in enumerate(cells)}
        figures = tuple(by_slot[place.index] for place in table.places)
        words = tuple(fold(cells[number].text) for number in labels)
        one = _Print(table, tuple(map(_GEOMETRY, cells)), labels, words, figures)
        found[len(cells)] = (*found.get(len(cells), ()), one)
    return found


def _figures(grid: Grid) -> Mapping[Table, tuple[str, ...]]:
    """Give the figures of a grid in the order of the tables that print the same words in the same places."""
    cells = grid.frame.cells
    candidates = _prints().get(len(cells))
    if candidates is None:
        return {}
    geometry = tuple(map(_GEOMETRY, cells))
    alike = [each for each in candidates if each.geometry == geometry]
    texts = tuple(map(cell_of, map(grid.text_of, cells))) if alike else ()
    return {
        each.table: itemgetter(*each.figures)(texts)
        for each in alike
        if tuple(map(fold, itemgetter(*each.labels)(texts))) == each.words
    }


@frozen(eq=False)
class Exact:
    """The tables of one edition as a document has them, by the identities of their grids."""

    form: Form
    figures: Mapping[int, tuple[str, ...]]
    """The texts of the figures of each table, in the order of its cells."""

    def read(self, lines: Sequence[Line], stops: Mapping[int, Section | None]) -> TablesFound | None:
        """Read the tables, or give `None` if anything else in the source may be of them.

        `lines` has each of the tables as one line; `stops` are the lines that are headings or of the title.
        """
        places = [line.index for line in lines if line.shape is Shape.TABLE]
        if len(places) < len(self.figures) or self._is_doubtful(lines, stops, places):
            return None
        cells = {
            table.section: [parse_value(text, place.kind) for text, place in zip(texts, table.places, strict=True)]
            for table, texts in zip(self.form.tables, self.figures.values(), strict=True)
        }
        return TablesFound(self.form, cells, len(self.form.places), set(places))

    def _is_doubtful(self, lines: Sequence[Line], stops: Mapping[int, Section | None], places: Sequence[int]) -> bool:
        """Tell whether a row of the form stands elsewhere, a header beside a table, or a label for a figure."""
        figures = set(chain.from_iterable(self.figures.values()))
        if any(" " in text or "\ufffd" in text or says_label(text) for text in figures):
            return True
        beside = (_next(lines, place, step) for place in places for step in (-1, 1))
        if any(line is None or (line.index not in stops and is_header(line, self.form)) for line in beside):
            return True
        return any(named(row, form) for row in rows_of(lines, stops) for form in FORMS.values())


def _next(lines: Sequence[Line], place: int, step: int) -> Line | None:
    """Give the next line before or behind a place in which anything is printed, or `None` if there is none."""
    around = range(place + step, len(lines) if step > 0 else -1, step)
    return next((lines[index] for index in around if not lines[index].empty), None)


def exact_of(document: Document) -> Exact | None:
    """Find all tables of one edition in a document, each exactly as it is printed, in their order and once."""
    grids = [(block, _figures(block)) for block in document.blocks if isinstance(block, Grid)]
    for form in FORMS.values():
        own = [(id(grid), table, found[table]) for grid, found in grids for table in form.tables if table in found]
        if [table for _, table, _ in own] == list(form.tables):
            return Exact(form, {key: texts for key, _, texts in own})
    return None
