"""Flat rows: one a cell, the same columns for every report."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gov_disclosure import Mark, ProactiveTable, Report, RequestMatrix
from gov_disclosure.cells import CellValue
from sampled import sampled_report

COLUMNS = [
    "organization", "year", "edition", "address", "table", "row", "column", "row_label", "column_label",
    "is_total", "value", "mark",
]  # fmt: skip
REPORT = Report(
    organization="青禾县林业局",
    year=2023,
    proactive=ProactiveTable.of(fees="12.50").with_cells({"licenses.decisions": Mark("/"), "rules.issued": None}),
    requests=RequestMatrix.of(received={"natural_person": 2, "commercial": 1}),
)


def by_address(report: Report) -> dict[str, dict[str, object]]:
    """The rows of a report by the addresses of their cells."""
    return {row["address"]: row for row in report.records()}


def test_a_row_says_whose_figure_it_is_and_where_it_stands() -> None:
    """A row stands by itself: organ, year, form, place, the words of the form and the figure."""
    expected = {
        "organization": "青禾县林业局",
        "year": 2023,
        "edition": 2021,
        "address": "requests.received.commercial",
        "table": "requests",
        "row": "received",
        "column": "commercial",
        "row_label": "一、本年新收政府信息公开申请数量",
        "column_label": "商业企业",
        "is_total": False,
        "value": 1,
        "mark": "",
    }

    assert expected == by_address(REPORT)["requests.received.commercial"]


@pytest.mark.parametrize(
    ("address", "value", "mark"),
    [
        ("proactive.fees.amount", Decimal("12.50"), ""),
        ("proactive.rules.issued", None, ""),
        ("proactive.licenses.decisions", None, "/"),
    ],
)
def test_money_blanks_and_marks_are_told_apart(address: str, value: CellValue, mark: str) -> None:
    """Money keeps its digits, a blank has neither value nor mark, and a mark has no value."""
    row = by_address(REPORT)[address]

    assert (value, mark) == (row["value"], row["mark"])


def test_labels_are_in_the_language_asked_for() -> None:
    """Who works in English has the labels of the form in English."""
    labels = [(row["row_label"], row["column_label"]) for row in REPORT.records("en")]

    assert ("I. Requests received this year", "Commercial enterprises") in labels


@settings(max_examples=20)
@given(st.integers(0, 10_000), st.sampled_from([2019, 2021]))
def test_every_cell_has_one_row_with_the_same_columns(seed: int, edition: int) -> None:
    """Whatever a report holds, its rows are its cells in printed order."""
    report = sampled_report(seed, edition=edition)
    rows = report.records()

    assert [COLUMNS] * len(rows) == [list(row) for row in rows]
    assert list(report.form.places) == [row["address"] for row in rows]
    assert [cell for table in report.tables for cell in table.cells] == [
        Mark(row["mark"]) if row["mark"] else row["value"] for row in rows
    ]


@settings(max_examples=20)
@given(st.integers(0, 10_000))
def test_what_is_no_total_adds_up_to_the_computed_sum(seed: int) -> None:
    """Who leaves the totals out counts every request once."""
    report = sampled_report(seed, edition=2021)
    rows = [row for row in report.records() if row["row"] == "received" and not row["is_total"]]

    assert report.requests.matrix.sum("received", blank=0) == sum(row["value"] or 0 for row in rows)
