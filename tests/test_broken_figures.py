"""A figure that a narrow cell has broken over its lines is read where a sum says so, and never passed over."""

from collections.abc import Callable

import pytest

import gov_disclosure as gd
from gov_disclosure.cells import CellValue, Mark
from sampled import Blanks, sampled_report

ROW = "disclosed"
FIRST, *OTHERS = ("natural_person", "commercial", "research", "public_welfare", "legal_service", "other")
WRITTEN: dict[str, Callable[[gd.Report], str | bytes]] = {
    "html": gd.Report.to_html,
    "docx": gd.Report.to_docx,
    "markdown": gd.Report.to_markdown,
    "text": lambda report: report.to_text(frame="unicode"),
}


def reading_of(format: str, printed: str, total: CellValue, others: CellValue = 3) -> gd.Reading:
    """The reading of a report in which the first figure of a row is printed in some way."""
    report = sampled_report(8, Blanks.NONE, 2021)
    cells: dict[tuple[str, str], CellValue] = {(ROW, FIRST): Mark(printed), (ROW, "total"): total}
    cells |= {(ROW, column): others for column in OTHERS}
    source = WRITTEN[format](report.evolve(requests=report.requests.table.with_cells(cells)))
    return gd.examine(source.encode() if isinstance(source, str) else source, format=format)


def first(reading: gd.Reading) -> CellValue:
    """What the figure was read as."""
    return reading.report.requests.table.cell(ROW, FIRST)


def rules(reading: gd.Reading) -> list[str]:
    """What is said of the row."""
    return [f.rule for f in reading.findings if any(where.startswith(f"requests.{ROW}") for where in f.where)]


@pytest.mark.parametrize("format", WRITTEN)
def test_a_broken_number_is_one_where_the_sum_of_its_row_says_so(format: str) -> None:
    """19625 and five times 3 are 19640."""
    reading = reading_of(format, "1 9625", 19640)
    assert (19625, ["figure_joined"]) == (first(reading), rules(reading))


@pytest.mark.parametrize("format", WRITTEN)
@pytest.mark.parametrize(("printed", "total"), [("1 9625", 19641), ("1 9625", Mark("/")), ("12\ufffd", 27)])
def test_a_broken_number_that_no_sum_proves_is_kept_and_said(format: str, printed: str, total: CellValue) -> None:
    """It may be two numbers, or a part of one."""
    reading = reading_of(format, printed, total)
    assert (Mark(printed), ["figure_broken"]) == (first(reading), rules(reading))


@pytest.mark.parametrize("format", WRITTEN)
def test_a_broken_number_beside_blank_cells_is_read_or_refused(format: str) -> None:
    """With its total it is a number; without one the row may be two that ran together."""
    assert 19625 == first(reading_of(format, "1 9625", 19625, None))
    refused = reading_of(format, "1 9625", 19626, None)
    assert (None, ["row_refused"]) == (first(refused), rules(refused))
