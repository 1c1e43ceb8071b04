"""Texts that spaces lay out: labels over several lines, columns that are the same on one page only."""

import io
import random
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gov_disclosure as gd
from gov_disclosure.cells import Mark
from gov_disclosure.forms import FORMS
from gov_disclosure.layout import lay_out
from laid_out import Layouter
from published import LAYOUTS
from sampled import Blanks, sampled_report

LAYOUTERS = st.builds(
    Layouter,
    st.integers(3, 16),
    st.integers(9, 14),
    st.sampled_from(("left", "center", "right")),
    st.booleans(),
    st.booleans(),
    st.integers(25, 90),
    st.integers(0, 5),
)


def wrong(report: gd.Report, reading: gd.Reading) -> list[str]:
    """The cells that were read as another number than was printed."""
    return [
        place.address
        for table, read in zip(report.tables, reading.report.tables, strict=True)
        for place, value, cell in zip(table.form.places, table.cells, read.cells, strict=True)
        if cell is not None and not isinstance(cell, Mark) and cell != value
    ]


def recall(report: gd.Report, reading: gd.Reading) -> float:
    """How many of the numbers that were printed were read."""
    numbers = [cell for table in report.tables for cell in table.cells if cell is not None]
    return sum(cell is not None for table in reading.report.tables for cell in table.cells) / len(numbers)


@pytest.mark.parametrize("edition", FORMS)
@pytest.mark.parametrize(("side", "middle", "wide"), list(product(("left", "right"), (False, True), (False, True))))
def test_full_tables_are_read_whole(side: str, middle: bool, wide: bool, edition: int) -> None:
    """Labels over several lines and columns that move from page to page leave no figure unread."""
    report = sampled_report(20 + edition, Blanks.NONE, edition)
    text = Layouter(side=side, middle=middle, wide=wide, room=11, moved=3).text(report)  # type: ignore[arg-type]  # parametrized
    reading = gd.examine(io.StringIO(text))
    assert ([], True) == (wrong(report, reading), recall(report, reading) >= 0.95)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), LAYOUTERS)
def test_nothing_is_read_wrong(seed: int, layouter: Layouter) -> None:
    """However narrow labels are and wherever pages end, what is read is what was printed."""
    report = sampled_report(seed)
    assert [] == wrong(report, gd.examine(io.StringIO(layouter.text(report))))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), LAYOUTERS, st.integers(1, 4))
def test_lost_lines_make_nothing_wrong(seed: int, layouter: Layouter, lost: int) -> None:
    """Where lines are missing, rows may be refused, but none takes the figures of another."""
    report = sampled_report(seed)
    lines = layouter.text(report).split("\n")
    for _ in range(lost):
        del lines[random.Random(seed).randrange(len(lines))]  # noqa: S311  # a place in a text
    assert [] == wrong(report, gd.examine(io.StringIO("\n".join(lines))))


NESTED = [
    (156, Layouter(7, 11, "right", middle=True, nested=11)),
    (150, Layouter(8, 10, "center", wide=True, nested=12)),
    (95, Layouter(3, 10, "left", middle=True, nested=9)),
    (217, Layouter(7, 12, "left", middle=True, nested=2)),
    (52, Layouter(6, 10, "center", middle=True, wide=True, nested=10)),
]


@pytest.mark.parametrize(("seed", "layouter"), NESTED)
def test_columns_of_rows_that_begin_elsewhere_are_their_own(seed: int, layouter: Layouter) -> None:
    """A full row says where the columns of those are that begin where it does, and of no others."""
    report = sampled_report(seed, Blanks.ZEROS)
    assert [] == wrong(report, gd.examine(io.StringIO(layouter.text(report))))


def test_labels_that_push_figures_aside_tell_no_columns() -> None:
    """Where figures follow their labels, those of rows that lack some do not stand below those of others."""
    report = sampled_report(701, Blanks.SCATTERED, 2021)
    layout = next(each for each in LAYOUTS if each.name == "pdf-wide-columns")
    assert [] == wrong(report, gd.examine(io.StringIO(layout.page(lay_out(report)))))


def test_a_column_that_is_blank_on_a_page_is_not_guessed() -> None:
    """Six places for seven columns do not say which of them is missing, whatever the header seems to say."""
    report = sampled_report(3, Blanks.TOTALS, 2021)
    reading = gd.examine(io.StringIO(Layouter().text(report)))
    assert [] == wrong(report, reading)
    assert "row_refused" in {finding.rule for finding in reading.findings}


def test_a_refused_row_is_shown_as_it_is_printed() -> None:
    """The figures of a row that cannot be told apart are counted, and shown without any sign of the reader's own."""
    report = sampled_report(3, Blanks.TOTALS, 2021)
    reading = gd.examine(io.StringIO(Layouter().text(report)))
    refused = next(f for f in reading.findings if f.where == ("requests.received",))
    assert refused.message.say("en").endswith("7 expected, 6 found (4、0、0、12、21、5).")
