"""Reports in the layouts of published pages: never a wrong number, and all that the layout keeps."""

import io
import re

import pytest

from gov_disclosure.layout import lay_out
from gov_disclosure.matrix import Matrix
from gov_disclosure.names import Applicant
from gov_disclosure.reading import Reading, examine
from gov_disclosure.report import Report
from gov_disclosure.tables import ProactiveTable, RequestMatrix, ReviewLitigationTable
from published import LAYOUTS, MADE, TOLD, Keeps, Published, brackets_swapped
from sampled import Blanks, sampled_report

SEEDS = range(24)
APPLICANTS = tuple(Applicant)[:1] + tuple(Applicant)[2:]
"""The columns of the request table."""


def reading_of(layout: Published, report: Report) -> Reading:
    """Print a report in a layout and read it back."""
    return examine(io.StringIO(layout.page(lay_out(report))))


def printed_rows(matrix: Matrix) -> list[tuple[int, ...]]:
    """Give the cells of each printed line of figures; the table of remedies has one."""
    if matrix.form.blocks[0].across:
        return [tuple(range(len(matrix.cells)))]
    return [cells for _, cells in matrix.form.shape]


@pytest.mark.parametrize("layout", [*LAYOUTS, *MADE], ids=lambda layout: layout.name)
def test_no_figure_is_wrong(layout: Published) -> None:
    """Whatever was read equals what was printed, in every layout."""
    for seed in SEEDS:
        report = sampled_report(seed)
        reading = reading_of(layout, report)
        assert report.edition == reading.report.edition
        for expected, actual in zip(report.tables, reading.report.tables, strict=True):
            read = {
                place.address: value
                for place, value in zip(actual.form.places, actual.cells, strict=True)
                if value is not None
            }
            printed = {place.address: value for place, value in zip(expected.form.places, expected.cells, strict=True)}
            assert {address: printed[address] for address in read} == read, f"seed {seed}"


@pytest.mark.parametrize(
    "layout", [one for one in (*LAYOUTS, *MADE) if one.keeps is not Keeps.NOTHING], ids=lambda layout: layout.name
)
def test_what_the_layout_keeps_is_read(layout: Published) -> None:
    """Rows without a blank are read in every layout that keeps rows."""
    for seed in SEEDS:
        report = sampled_report(seed)
        reading = reading_of(layout, report)
        for expected, actual in zip(report.tables, reading.report.tables, strict=True):
            for cells in printed_rows(expected):
                if all(expected.cells[cell] is not None for cell in cells):
                    assert [expected.cells[cell] for cell in cells] == [actual.cells[cell] for cell in cells], (
                        f"seed {seed}"
                    )


KEEPING = [layout for layout in (*LAYOUTS, *TOLD) if layout.keeps is Keeps.BLANKS]


@pytest.mark.parametrize("layout", KEEPING, ids=lambda layout: layout.name)
def test_blanks_in_their_places_are_read_as_blanks(layout: Published) -> None:
    """Where blank cells keep their places, the rows with blanks are read too, or a finding names each that is not."""
    missed = total = 0
    for seed in SEEDS:
        report = sampled_report(seed)
        reading = reading_of(layout, report)
        refused = {where for finding in reading.findings if finding.rule == "row_refused" for where in finding.where}
        for expected, actual in zip(report.tables, reading.report.tables, strict=True):
            for place, printed, read in zip(expected.form.places, expected.cells, actual.cells, strict=True):
                total += 1
                if printed is not None and read is None:
                    missed += 1
                    row = place.address.rpartition(".")[0]
                    assert {row, str(expected.section)} & refused, f"seed {seed}: {place.address}"
    assert missed <= total * 0.05


@pytest.mark.parametrize(
    "layout", [one for one in LAYOUTS if one.keeps is not Keeps.NOTHING], ids=lambda layout: layout.name
)
def test_the_text_is_kept_and_no_table_leaks_into_it(layout: Published) -> None:
    """Every paragraph of the six parts stands in its part, and nothing else does."""
    for seed in SEEDS:
        report = sampled_report(seed)
        reading = reading_of(layout, report)
        table_free = [section for section in report.sections if section.section != "review_litigation"]
        assert [s.text for s in table_free] == [
            s.text for s in reading.report.sections if s.section != "review_litigation"
        ]
        assert [s.heading for s in report.sections] == [s.heading for s in reading.report.sections]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_the_width_of_brackets_makes_no_difference(layout: Published) -> None:
    """Full-width and half-width punctuation read alike."""
    report = sampled_report(3)
    page = layout.page(lay_out(report))
    plain, swapped = examine(io.StringIO(page)).report, examine(io.StringIO(brackets_swapped(page))).report
    assert plain.tables == swapped.tables


COUNTED = [layout for layout in (*LAYOUTS, *MADE) if layout not in TOLD and layout.name != "aligned"]
"""Layouts in which a number of a label is no figure of a list, and the width of a letter moves none."""


@pytest.mark.parametrize("layout", COUNTED, ids=lambda layout: layout.name)
def test_what_parts_a_number_from_its_label_makes_no_difference(layout: Published) -> None:
    """Labels that are counted 1、2、3、 are those that are counted 1. 2. 3., whole or broken over lines."""
    for seed in range(4):
        page = layout.page(lay_out(sampled_report(seed, edition=2021)))
        swapped = re.sub(r"(?<!\d)(\d)\.(?=[\u4e00-\u9fff])", r"\1、", page)
        assert page != swapped
        plain, other = (examine(io.StringIO(text)).report for text in (page, swapped))
        assert plain.tables == other.tables, f"seed {seed}"


def test_blanks_that_are_only_space_are_read_by_their_columns() -> None:
    """Where cells are filled up, nine of ten rows of the request table with a blank in them are read."""
    layout = next(layout for layout in MADE if layout.name == "aligned")
    rows = missed = 0
    for seed in SEEDS:
        report = sampled_report(seed, Blanks.SCATTERED)
        read = reading_of(layout, report).report
        for cells in printed_rows(report.requests.table):
            expected, actual = (
                [table.cells[cell] for cell in cells] for table in (report.requests.table, read.requests.table)
            )
            rows += None in expected
            missed += expected != actual
    assert rows > 100
    assert missed * 10 < rows


def test_rows_that_differ_in_length_keep_their_blanks() -> None:
    """Each row of Word's tabs has as many fields behind its label as the form has columns, whatever stands before."""
    layout = next(layout for layout in LAYOUTS if layout.name == "tabs-of-word")
    for seed in SEEDS:
        report = sampled_report(seed, Blanks.SCATTERED, 2021)
        assert report.requests.table == reading_of(layout, report).report.requests.table, f"seed {seed}"


def test_figures_without_gaps_are_cut_where_the_sums_leave_one_reading() -> None:
    """A run of digits is cut where only one way holds the sum of its row; a run with two ways is refused."""
    layout = next(layout for layout in LAYOUTS if layout.name == "glued-rows")
    report = sampled_report(7, Blanks.NONE, 2021)
    rows = {
        "disclosed": (0, 0, 12, 0, 30, 0, 42),
        "refused_process": (1, 1, 0, 0, 0, 0, 2),
        "concluded": (1, 11, 0, 0, 0, 0, 12),
    }
    cells = {
        (row, column): value for row, values in rows.items() for column, value in zip(APPLICANTS, values, strict=True)
    }
    tables = (ProactiveTable.of(), RequestMatrix.of().with_cells(cells), ReviewLitigationTable.of())
    report = report.evolve(**dict(zip(("proactive", "requests", "review_litigation"), tables, strict=True)))
    read = reading_of(layout, report).report.requests.table
    assert rows["disclosed"] == tuple(read["disclosed", column] for column in APPLICANTS)
    assert rows["refused_process"] == tuple(read["refused_process", column] for column in APPLICANTS)
    assert not any(("concluded", column) in read for column in APPLICANTS)


def test_a_page_that_dropped_repeated_lines_is_refused() -> None:
    """Where nothing occurs twice, every row is refused by name and no figure is given."""
    layout = next(layout for layout in LAYOUTS if layout.name == "deduplicated-lines")
    reading = reading_of(layout, sampled_report(5))
    assert (0, 0, 0) == tuple(len(table) for table in reading.report.tables)
    assert "row_refused" in reading.findings.rules
