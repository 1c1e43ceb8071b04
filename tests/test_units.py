"""The unit of the figures: no other is taken for the form's, and 件 behind all counts is no part of them."""

import io
import re

import pytest

from gov_disclosure.cells import Mark
from gov_disclosure.layout import lay_out
from gov_disclosure.reading import Reading, examine
from gov_disclosure.report import Report
from gov_disclosure.tables import ProactiveTable, RequestMatrix
from published import LAYOUTS
from sampled import Blanks, sampled_report

REPORT = Report(
    organization="青禾县水务局",
    year=2024,
    proactive=ProactiveTable.of(licenses={"decisions": 40}, fees={"amount": "2.5"}),
    requests=RequestMatrix.of(received={"natural_person": 11}, disclosed={"natural_person": 11}),
)
PLACES = ("above", "in brackets", "beside the organ", "as caption", "below")


def said(unit: str, where: str) -> str:
    """Print the report with a unit at its first table."""
    text = {"in brackets": f"（单位：{unit}）", "beside the organ": f"填报单位：青禾县水务局 计量单位：{unit}"}
    line = f"<p>{text.get(where, f'单位：{unit}')}</p>"
    page = REPORT.to_html()
    if where == "below":
        return page.replace("</table>", f"</table>{line}", 1)
    if where == "as caption":
        return re.sub(
            r"(?s)<table[^>]*>\s*(<caption.*?</caption>)?", f"<table><caption>单位：{unit}</caption>", page, count=1
        )
    return page.replace("<table", f"{line}<table", 1)


def read(page: str) -> Reading:
    """Read a page."""
    return examine(page.encode(), format="html")


@pytest.mark.parametrize("where", PLACES)
def test_a_count_in_hundreds_is_kept_with_its_unit(where: str) -> None:
    """40百件 are not 40."""
    assert Mark("40百件") == read(said("百件", where)).report.proactive.table.cell("licenses", "decisions")


@pytest.mark.parametrize("where", PLACES)
def test_money_in_thousands_is_kept_with_its_unit(where: str) -> None:
    """What is said around the table and not in its header makes the number no number of 万元, either."""
    assert Mark("2.5千元") == read(said("件、千元", where)).report.proactive.table.cell("fees", "amount")


def test_another_unit_is_said_by_name() -> None:
    """The finding has the cells that are no numbers, and none that is 0."""
    found = next(f for f in read(said("千件", "above")).findings if f.rule == "unit_other")
    assert ("proactive.licenses.decisions",) == found.where


@pytest.mark.parametrize("unit", ["件", "万元", "件、万元", "件/万元", "人次", "青禾县水务局"])
def test_the_usual_units_change_nothing(unit: str) -> None:
    """Whoever counts 件 and 万元 counts as the form does."""
    assert REPORT.tables == read(said(unit, "above")).report.tables


def test_a_unit_of_another_part_is_not_of_this_table() -> None:
    """What stands behind the next heading says nothing of the table before."""
    page = REPORT.to_text()
    heading = re.search("(?m)^三、.*$", page)
    assert heading
    reading = examine(io.StringIO(page[: heading.end()] + "\n单位：百件\n" + page[heading.end() :]))
    assert REPORT.proactive == reading.report.proactive


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("space", ["", " "])
def test_pieces_behind_all_counts_are_no_part_of_them(seed: int, space: str) -> None:
    """A page that prints 件 in every cell has the same numbers."""
    report = sampled_report(seed, Blanks.NONE, 2021)
    page = re.sub(r"(<td[^>]*>)(\d+)(</td>)", rf"\1\2{space}件\3", report.to_html())
    assert report.requests.table == read(page).report.requests.table


@pytest.mark.parametrize("seed", range(6))
def test_pieces_behind_counts_that_spaces_part_are_no_part_of_them(seed: int) -> None:
    """A text of lines has the same numbers as one in which nothing stands behind them."""
    report = sampled_report(seed, Blanks.NONE, 2021)
    layout = next(layout for layout in LAYOUTS if layout.name == "pdf-single-spaces")
    page = re.sub(r"(?<!\S)(\d+)(?!\S)", r"\1件", layout.page(lay_out(report)))
    read = examine(io.StringIO(page)).report
    assert report.requests.table == read.requests.table
    assert report.review_litigation.table == read.review_litigation.table


def test_pieces_in_a_few_cells_stay_marks() -> None:
    """An office that wrote 件 into one cell has written a text there."""
    report = REPORT.evolve(requests=REPORT.requests.table.with_cells({("received", "total"): Mark("11件")}))
    assert report.tables == read(report.to_html()).report.tables
