"""Tables with a column that the form has not, or without one that it has: the names in the header tell the others."""

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import gov_disclosure as gd
from gov_disclosure.document import Cell, Grid
from gov_disclosure.forms import Place
from gov_disclosure.layout import lay_out
from gov_disclosure.recognize._lines.lines import is_tiled
from gov_disclosure.words import clean
from sampled import Blanks, sampled_report
from sites import TOP, Row, figures, part, table

REPORTS = st.builds(sampled_report, st.integers(0, 300), st.sampled_from(Blanks), st.sampled_from([2019, 2021]))
LACKING = (
    ("requests", "natural_person"),
    ("requests", "commercial"),
    ("requests", "legal_service"),
    ("requests", "total"),
    ("review_litigation", "total"),
)


def rows_of(report: gd.Report, section: str) -> list[Row]:
    """Give the rows of one of the tables of a report."""
    grids = [block for block in lay_out(report).blocks if isinstance(block, Grid)]
    number = list(report.form.by_table).index(section)
    return [list(row) for row in grids[number].lines()]


def page_of(report: gd.Report, section: str, *parts: list[Row]) -> gd.Reading:
    """Read a page that has one of the tables of a report in other rows."""
    heading, tables = report.form.by_section[section].heading, "".join(map(table, parts))
    return gd.examine(f"{TOP}<h1>{report.title}</h1><h2>{heading}</h2>{tables}".encode(), format="html")


def cells_beside(report: gd.Report, place: Place) -> list[object]:
    """Give the cells of the row of a place."""
    table = next(table for table in report.tables if table.section == place.address.partition(".")[0])
    return [table.cell(other.row.key, other.column.key) for other in table.form.places if other.row == place.row]


def without(rows: list[Row], name: str) -> list[Row]:
    """Leave the columns of a name out."""
    gone = {cell.column for row in rows for cell, text in row if clean(text) == name and cell.slot is None}

    def narrowed(cell: Cell) -> int:
        return sum(column not in gone for column in range(cell.column, cell.column + cell.colspan))

    cut = [[(cell, narrowed(cell), text) for cell, text in row] for row in rows]
    return [[(evolve(cell, colspan=left), text) for cell, left, text in row if left] for row in cut]


def with_column(rows: list[Row], name: str, figure: str) -> list[Row]:
    """Put one more column behind the others, with its name over all of the header."""
    heads = next(number for number, row in enumerate(rows) if figures(row))
    end = max(cell.column + cell.colspan for row in rows for cell, _ in row)
    over = [[*rows[0], (Cell(0, end, rowspan=heads), name)], *rows[1:heads]]
    return [*over, *([*row, (Cell(number, end), figure)] for number, row in enumerate(rows[heads:], heads))]


@given(REPORTS, st.sampled_from(LACKING))
def test_the_cells_of_a_column_that_is_lacking_are_blank_and_said(report: gd.Report, column: tuple[str, str]) -> None:
    """Each of the other figures is that of the name above it."""
    section, key = column
    printed = report.form.by_table[section]
    gone = [place for place in printed.places if place.column.key == key]
    reading = page_of(report, section, without(rows_of(report, section), gone[0].column.label))

    blank = report.with_cells({place.address: None for place in gone})
    assert [t.cells for t in blank.tables if t.section == section] == [
        t.cells for t in reading.report.tables if t.section == section
    ]
    said = {where for finding in reading.findings if finding.rule == "cells_untold" for where in finding.where}
    assert {place.address for place in gone if any(cell is not None for cell in cells_beside(blank, place))} <= said


@given(
    REPORTS, st.sampled_from(["requests", "review_litigation"]), st.sampled_from(["合计数", "占比", "上年总计", "备注"])
)
def test_a_column_that_the_form_has_not_is_left_out(report: gd.Report, section: str, name: str) -> None:
    """Of a line with all figures of a table, too."""
    reading = page_of(report, section, with_column(rows_of(report, section), name, "97"))

    assert [t.cells for t in report.tables if t.section == section] == [
        t.cells for t in reading.report.tables if t.section == section
    ]


@given(REPORTS, st.integers(8, 18))
def test_what_a_page_has_cut_off_goes_on_below_the_same_header(report: gd.Report, cut: int) -> None:
    """Its rows have as many figures, and no header of their own."""
    rows = with_column(rows_of(report, "requests"), "备注", "97")
    reading = page_of(report, "requests", part(rows, 0, cut), part(rows, cut, len(rows)))

    assert report.requests.table == reading.report.requests.table


def test_places_free_before_a_row_move_none_of_its_cells() -> None:
    """Those behind it may: a cell is lost then."""
    cells = [Cell(0, 0), Cell(0, 1, colspan=2), Cell(1, 1), Cell(1, 2)]
    assert [True, False] == [is_tiled(Grid.of_cells(each)) for each in (cells, [*cells[:2], Cell(1, 0), Cell(1, 1)])]


def test_a_header_beside_its_figures_does_not_tell_them() -> None:
    """Moved by one, it would have totals over figures that are less than their parts: nothing is read."""
    matrix = gd.RequestMatrix.of(received={"natural_person": 1, "commercial": 3})
    report = gd.Report(organization="青禾县水务局", year=2024, requests=matrix)
    rows = without(rows_of(report, "requests"), "其他")
    moved = [[*row[:-6], *row[-5:], row[-6]] if figures(row) else row for row in rows]

    assert {None} == set(page_of(report, "requests", moved).report.requests.table.cells)
