"""The keywords that build a table are the rows and columns of the forms, no more and no fewer."""

from decimal import Decimal
from typing import get_type_hints

import pytest

from gov_disclosure import FORMS, Mark, NoSuchCell, ProactiveTable, RequestMatrix, ReviewLitigationTable, Section
from gov_disclosure.forms import Kind
from gov_disclosure.tables import Applicants, Outcomes, ProactiveRows, Procedures, RequestRows

KEYWORDS = [
    (Section.PROACTIVE, ProactiveRows, None),
    (Section.REQUESTS, RequestRows, Applicants),
    (Section.REVIEW_LITIGATION, Procedures, Outcomes),
]
IDS = [section for section, _, _ in KEYWORDS]


@pytest.mark.parametrize(("section", "rows"), [(section, rows) for section, rows, _ in KEYWORDS], ids=IDS)
def test_the_row_keywords_are_the_rows_of_the_editions(section: Section, rows: type) -> None:
    """Every row of an edition is a keyword, and every keyword is a row of an edition."""
    expected = {row for form in FORMS.values() for row, _ in form.by_table[section].shape}
    assert expected == set(get_type_hints(rows))


@pytest.mark.parametrize(("section", "columns"), [(s, c) for s, _, c in KEYWORDS if c is not None], ids=IDS[1:])
def test_the_column_keywords_are_the_columns_of_the_editions(section: Section, columns: type) -> None:
    """Every column of an edition is a keyword, and every keyword is a column."""
    expected = {place.column.key for form in FORMS.values() for place in form.by_table[section].places}
    assert expected == set(get_type_hints(columns))


def test_a_figure_may_stand_for_a_row_of_one_column() -> None:
    """The types let a figure stand for a row exactly if the row has one column in some edition."""
    rows = [shape for form in FORMS.values() for shape in form.by_table[Section.PROACTIVE].shape]
    typed = {row for row, hint in get_type_hints(ProactiveRows).items() if int in getattr(hint, "__args__", ())}
    assert {row for row, cells in rows if len(cells) == 1} == typed


def test_money_is_typed_where_money_stands() -> None:
    """The types take a decimal exactly in the rows that have an amount in some edition."""
    money = {
        str(place.row.key) for form in FORMS.values() for place in form.tables[0].places if place.kind is Kind.MONEY
    }
    typed = {row for row, hint in get_type_hints(ProactiveRows).items() if "Decimal" in str(hint)}
    assert money == typed


def test_the_proactive_table_is_built_from_its_rows() -> None:
    """The table of part two takes counts and an amount."""
    table = ProactiveTable.of(
        normative_documents={"issued": 3, "repealed": 1, "in_force": 12}, licenses=41, penalties=7, fees="12.5060"
    )
    cells = (table["normative_documents", "in_force"], table["licenses", "decisions"], table["fees", "amount"])
    assert (12, 41, Decimal("12.5060")) == cells


def test_the_trial_form_has_changes() -> None:
    """The table of 2019 takes decreases."""
    table = ProactiveTable.of(edition=2019, licenses={"items_last_year": 30, "change": -4, "decisions": 112})
    assert -4 == table["licenses", "change"]


def test_a_row_of_the_other_edition_is_refused() -> None:
    """政府集中采购 is not in the form of 2021."""
    with pytest.raises(NoSuchCell):
        ProactiveTable.of(procurement={"projects": 1})


def test_the_review_table_computes_its_totals() -> None:
    """Each procedure's total is the sum of its outcomes, 尚未审结 included."""
    table = ReviewLitigationTable.of(reconsideration={"upheld": 2, "pending": 1})
    assert (3, 0) == (table["reconsideration", "total"], table["litigation_direct", "total"])


def test_litigation_is_summed_over_both_kinds() -> None:
    """行政诉讼 has no total of its own in the form; it is summed on demand."""
    table = ReviewLitigationTable.of(
        litigation_direct={"upheld": 2}, litigation_after_reconsideration={"corrected": 1, "pending": 1}
    )
    assert 4 == table.sum("litigation", "total")


def test_a_mark_may_be_written() -> None:
    """A writer may put a mark, and the total that needs it is then left as 0 would be wrong."""
    table = RequestMatrix.of(received={"natural_person": Mark("/"), "total": Mark("/")})
    assert {"requests.received.natural_person": "/", "requests.received.total": "/"} == table.marks


@pytest.mark.parametrize("table", [ProactiveTable, RequestMatrix, ReviewLitigationTable])
def test_the_newest_edition_is_the_usual_one(table: type[ProactiveTable]) -> None:
    """Who names no edition gets the form in force."""
    assert (2021, 2021) == (table.of().edition, table.blank().edition)
