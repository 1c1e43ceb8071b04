"""A figure that a narrow cell has broken over its lines is read where a sum says so, and never passed over."""

import io
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


BROKEN = (
    "收费|576|\n|     |932|\n",
    "收费|576|\n|     |17.|\n|     |1  |\n",
    "收费|576|\n|     |7  |\n",
)


@pytest.mark.parametrize("broken", BROKEN)
def test_a_number_that_a_cell_of_bars_has_broken_is_not_read_in_part(broken: str) -> None:
    """Programs that print documents as text part numbers wherever a narrow cell ends."""
    above = "青禾县水务局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n|第二十条第（五）项|   |\n"
    above += "|信息内容 |本年处理决定数量|\n|行政许可 |5|\n|第二十条第（八）项|   |\n"
    head = "|信息内容        |本年收费金额（单位：万元）|\n"
    reading = gd.examine(io.StringIO(f"{above}{head}|行政事业性{broken}三、收到和处理政府信息公开申请情况\n"))
    assert None is reading.report.proactive.table.cells[-1]
    assert "row_refused" in {finding.rule for finding in reading.findings}
