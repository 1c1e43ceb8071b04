"""Texts that an extractor made of pages: figures in another order, broken, spaced or cut off are not read wrong."""

from collections.abc import Callable, Iterator

import pytest

import gov_disclosure as gd
from gov_disclosure.cells import Mark
from gov_disclosure.document import Grid
from gov_disclosure.layout import lay_out
from published import Keeps, Published
from sampled import Blanks, sampled_report

ROOM = 3
"""So many digits a broken or cut number keeps in its line."""
WIDTH = 44


def parts(grid: Grid) -> Iterator[tuple[str, list[str]]]:
    """The rows of a table: what stands before the figures, and the figures."""
    for row in grid.lines():
        label = "".join(text for cell, text in row if cell.slot is None)
        yield label, [text for cell, text in row if cell.slot is not None]


def columns_first(grid: Grid) -> Iterator[str]:
    """Some rows at a time: their labels, and then their figures column by column."""
    rows = list(parts(grid))
    for start in range(0, len(rows), 3):
        some = rows[start : start + 3]
        yield from (label for label, _ in some if label)
        for column in range(max(len(figures) for _, figures in some)):
            yield from (figures[column] for _, figures in some if column < len(figures) and figures[column])


def labels_first(grid: Grid) -> Iterator[str]:
    """All labels, and the figures of all rows behind the last but one."""
    rows = list(parts(grid))
    for number, (label, _) in enumerate(rows):
        if number == len(rows) - 1:
            yield from (figure for _, figures in rows for figure in figures if figure)
        yield label


def in_columns(label: str, figures: list[str]) -> str:
    """A label and figures in columns of one width."""
    return f"{label:<{WIDTH}}" + "".join(f"{figure:>9}" for figure in figures)


def broken(grid: Grid) -> Iterator[str]:
    """A number that is too long for its column goes on in the next line."""
    for label, figures in parts(grid):
        yield in_columns(label, [figure[:ROOM] for figure in figures])
        if rest := [figure[ROOM:] for figure in figures if figure[ROOM:]]:
            yield in_columns("", rest)


def cut(grid: Grid) -> Iterator[str]:
    """What stands at the edge of the page is cut off."""
    for label, figures in parts(grid):
        yield in_columns(label, [*figures[:-1], *(figure[:ROOM] for figure in figures[-1:])])


def spaced(grid: Grid) -> Iterator[str]:
    """The digits of long numbers are apart."""
    for label, figures in parts(grid):
        yield in_columns(label, [f"{figure[:2]} {figure[2:]}" if len(figure) > ROOM else figure for figure in figures])


TEXTS: dict[str, Callable[[Grid], Iterator[str]]] = {
    "columns first": columns_first,
    "labels first": labels_first,
    "broken": broken,
    "cut": cut,
    "spaced": spaced,
}


def texts_of(seed: int, kind: str, blanks: Blanks) -> tuple[gd.Report, gd.Reading]:
    """A report of large figures, and the reading of its text."""
    report = sampled_report(seed, blanks)
    page = Published(kind, Keeps.NOTHING, TEXTS[kind]).page(lay_out(report))
    return report, gd.examine(page.encode(), format="text")


@pytest.mark.parametrize("blanks", Blanks)
@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("seed", range(4))
def test_no_request_is_read_wrong(kind: str, blanks: Blanks, seed: int) -> None:
    """A figure of a request is what was printed, or it is refused and the row is named."""
    report, reading = texts_of(seed * 7 + 2, kind, blanks)
    table, read = report.requests.table, reading.report.requests.table
    wrong = {
        place.address: cell
        for place, value, cell in zip(table.form.places, table.cells, read.cells, strict=True)
        if cell != value and cell is not None and not isinstance(cell, Mark)
    }
    assert {} == wrong


def test_rows_that_add_up_beside_broken_ones_are_read() -> None:
    """Where the rest of a number stands on a line of its own, whole rows are still known by their sums."""
    report, reading = texts_of(2, "broken", Blanks.NONE)
    zeros = [row for row, cells in rows_of(report.requests.table).items() if not any(cells)]
    read = rows_of(reading.report.requests.table)
    assert [] == [row for row in zeros if read[row] != (0,) * 7]


def rows_of(table: gd.RequestMatrix) -> dict[str, tuple[object, ...]]:
    """The values of each row."""
    return {key: tuple(table.cells[cell] for cell in cells) for key, cells in table.form.shape}
