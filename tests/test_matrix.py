"""The table of one report: printed numbers, computed sums, blanks that stay blanks."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gov_disclosure import (
    FORMS,
    Applicant,
    BlankCell,
    InvalidCell,
    InvalidReport,
    Line,
    Mark,
    NoSuchCell,
    ProactiveTable,
    RequestMatrix,
    ReviewLitigationTable,
)
from gov_disclosure.matrix import Change

BUSY = RequestMatrix.of(
    received={"natural_person": 10, "commercial": 2},
    carried_in={"natural_person": 1},
    disclosed={"natural_person": 6, "commercial": 1},
    refused_state_secret={"natural_person": 1},
    refused_third_party={"natural_person": 2},
    unavailable_not_held={"commercial": 1},
    carried_out={"natural_person": 2},
)
EMPTY = RequestMatrix.blank()


# ---- the mapping of printed numbers


def test_a_cell_is_read_by_names() -> None:
    """Members and plain strings name the same cell."""
    assert (6, 6) == (BUSY[Line.DISCLOSED, Applicant.NATURAL_PERSON], BUSY["disclosed", "natural_person"])


def test_a_blank_raises_what_a_mapping_raises() -> None:
    """Asking for the number of a blank cell is an error that says what to do."""
    with pytest.raises(BlankCell, match=r"表三“二、上年结转政府信息公开申请数量”行×“总计”列没有数字（空白）"):
        EMPTY["carried_in", "total"]


def test_a_mark_is_no_number() -> None:
    """Asking for the number of a marked cell says what stands there."""
    marked = EMPTY.with_cells({("received", "total"): Mark("/")})
    with pytest.raises(BlankCell, match="填写的是“/”"):
        marked["received", "total"]


def test_blanks_are_absent() -> None:
    """A blank is not in the mapping: `get` gives None, `in` is false."""
    assert (None, False, 0, []) == (
        EMPTY.get(("received", "total")),
        ("received", "total") in EMPTY,
        len(EMPTY),
        list(EMPTY),
    )


def test_numbers_are_present() -> None:
    """A cell with a number, 0 included, is in the mapping."""
    table = EMPTY.with_cells({("received", "total"): 0})
    assert ([("received", "total")], 1, True) == (list(table), len(table), ("received", "total") in table)


@pytest.mark.parametrize("key", ["received", 5, None, ("received",), ("received", "nobody"), ("a", "b", "c")])
def test_what_is_no_cell_is_not_in_the_mapping(key: object) -> None:
    """Membership of something that is no cell is false, not an error."""
    assert key not in BUSY


def test_a_whole_table_is_a_mapping_of_all_cells() -> None:
    """A table without blanks has one number a cell."""
    assert (175, 175) == (len(BUSY), len(dict(BUSY)))


def test_a_misspelled_row_says_what_was_meant() -> None:
    """The error for an unknown row names the closest one."""
    with pytest.raises(NoSuchCell, match="是否指“（一）予以公开”（disclosed）？"):
        BUSY["disclosd", "total"]


@pytest.mark.parametrize("label", ["自然人", " 自然 人"])
def test_a_label_of_the_form_is_told_by_its_name(label: str) -> None:
    """Who writes the form's own label where a name is wanted is told the name, and not asked what was meant."""
    with pytest.raises(NoSuchCell, match="“自然人”在程序中写作 natural_person。"):
        BUSY["disclosed", label]


def test_a_misspelled_column_says_what_was_meant() -> None:
    """The error for an unknown column names the closest one."""
    with pytest.raises(NoSuchCell, match="是否指“科研机构”（research）？"):
        BUSY["disclosed", "reserch"]


def test_a_group_has_no_cells() -> None:
    """A group is a label; there is no printed number of it."""
    with pytest.raises(NoSuchCell, match=r"没有“refused × total”。那里没有单元格；分组用 sum\(\) 求和。"):
        BUSY["refused", "total"]


def test_a_column_of_another_row_does_not_fit() -> None:
    """A column that exists elsewhere in the table is no cell here."""
    with pytest.raises(NoSuchCell):
        ProactiveTable.blank()["rules", "decisions"]


def test_a_name_like_nothing_lists_what_there_is() -> None:
    """Where nothing is close, all names are given."""
    with pytest.raises(NoSuchCell, match="可用的有：reconsideration"):
        ReviewLitigationTable.blank()["zzzz", "total"]


@pytest.mark.parametrize("edition", FORMS)
def test_the_number_of_cells_must_fit(edition: int) -> None:
    """A table with too few or too many cells cannot be made."""
    with pytest.raises(InvalidReport, match="requests"):
        RequestMatrix(edition, (None,) * 15)


# ---- labels


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("（一）予以公开", "自然人"),
        ("予以公开", "自然人"),
        ("(一)予以公开", " 自然人 "),
        ("disclosed", "自然人"),
        ("（一） 予以公开", "natural_person"),
    ],
)
def test_a_cell_is_read_by_its_chinese_labels(row: str, column: str) -> None:
    """The labels of the form name a cell, with or without their numbers."""
    assert 6 == BUSY.at(row, column)


@pytest.mark.parametrize("row", ["其他", "3.其他"])
def test_a_label_is_looked_up_on_its_own_axis(row: str) -> None:
    """其他 is a row and a column; each is found where it is asked for."""
    table = RequestMatrix.of(otherwise_other={"other": 4})
    assert 4 == table.at(row, "其他")


def test_a_wrong_label_says_what_was_meant() -> None:
    """The error for a label of old wording names the official one."""
    with pytest.raises(NoSuchCell, match="是否指“科研机构”（research）？"):
        BUSY.at("予以公开", "科研单位")


def test_a_label_of_a_blank_cell_raises_blank() -> None:
    """A blank stays a blank, however the cell is named."""
    with pytest.raises(BlankCell):
        EMPTY.at("予以公开", "总计")


# ---- rows, columns, sums


def test_a_row_gives_every_cell() -> None:
    """A row view has blanks and marks, too."""
    row = EMPTY.with_cells({("received", "research"): Mark("/"), ("received", "total"): 3}).row("received")
    assert (7, None, Mark("/"), 3) == (len(row), row["commercial"], row["research"], row["total"])


def test_a_column_gives_every_cell() -> None:
    """A column view has a cell for every row of the edition."""
    column = BUSY.column("natural_person")
    assert (25, 10) == (len(column), column["received"])


@pytest.mark.parametrize("name", ["refused", "recieved"])
def test_an_unknown_row_has_no_view(name: str) -> None:
    """Views of what has no cells are an error."""
    with pytest.raises(NoSuchCell):
        BUSY.row(name)


def test_an_unknown_column_has_no_view() -> None:
    """A column view of a misspelled column is an error."""
    with pytest.raises(NoSuchCell):
        BUSY.column("organisation")


def test_views_cannot_be_changed() -> None:
    """A view of a frozen table is read-only."""
    with pytest.raises(TypeError):
        BUSY.row("received")["total"] = 3  # type: ignore[index]  # the point of the test


@pytest.mark.parametrize(
    ("row", "column", "total"),
    [
        ("refused", "total", 3),
        ("refused", "natural_person", 3),
        ("concluded", "total", 11),
        ("concluded", "organization", 2),
        ("results", None, 11),
        ("received", "total", 12),
        ("received", "commercial", 2),
        (None, "commercial", 4),
    ],
)
def test_sums_are_over_leaves(row: str | None, column: str | None, total: int) -> None:
    """A group, a total or a whole axis stands for the leaves under it; totals are never counted."""
    assert total == BUSY.sum(row, column)


def test_a_sum_does_not_believe_the_printed_total() -> None:
    """Two words, never one: the printed total says 99, the leaves say 12."""
    wrong = BUSY.with_cells({("received", "total"): 99})
    assert (99, 12) == (wrong["received", "total"], wrong.sum("received", "total"))


def test_a_sum_over_a_blank_raises() -> None:
    """A blank is not 0 in a sum."""
    with pytest.raises(BlankCell):
        EMPTY.sum("refused", "total")


def test_a_caller_may_say_what_a_blank_counts() -> None:
    """Only on demand a blank counts as a number."""
    assert 4 == EMPTY.with_cells({("disclosed", "research"): 4}).sum("results", blank=0)


@pytest.mark.parametrize(("row", "column"), [("refuse", "total"), ("refused", "totals")])
def test_a_sum_over_an_unknown_name_raises(row: str, column: str) -> None:
    """A misspelled name never sums to 0."""
    with pytest.raises(NoSuchCell):
        BUSY.sum(row, column)


def test_a_sum_over_no_cell_raises() -> None:
    """A row and a column that never meet have no sum."""
    with pytest.raises(NoSuchCell):
        ProactiveTable.of().sum("rules", "decisions")


def test_money_sums_exactly() -> None:
    """Amounts are decimals; no digit is lost."""
    assert Decimal("0.30") == ProactiveTable.of(fees="0.30").sum("fees", "amount")


# ---- building


def test_what_a_writer_does_not_name_is_zero() -> None:
    """Who builds the table has counted; everything not named is 0."""
    assert 0 == BUSY["refused_process", "legal_service"]


def test_totals_are_computed() -> None:
    """Totals of rows and of columns follow from what was named."""
    totals = (BUSY["received", "total"], BUSY["concluded", "natural_person"], BUSY["concluded", "total"])
    assert (12, 9, 11) == totals


def test_a_right_total_may_be_given() -> None:
    """A writer who knows the total may write it down."""
    assert 5 == RequestMatrix.of(received={"natural_person": 5, "total": 5})["received", "total"]


def test_a_wrong_total_is_refused() -> None:
    """A total that is not the sum of its parts is refused, with both numbers."""
    with pytest.raises(InvalidCell, match="不能填“6”：各项之和为5，总计由程序计算。"):
        RequestMatrix.of(received={"natural_person": 5, "total": 6})


def test_a_row_of_one_column_takes_its_figure() -> None:
    """行政许可 has one column, so its figure may stand for it."""
    assert (3, Decimal("1.20")) == (
        ProactiveTable.of(licenses=3)["licenses", "decisions"],
        ProactiveTable.of(fees="1.20")["fees", "amount"],
    )


def test_a_row_of_several_columns_needs_their_names() -> None:
    """A single figure for a row of seven columns says nothing."""
    with pytest.raises(InvalidCell, match="natural_person"):
        RequestMatrix.of(received=5)  # type: ignore[arg-type]  # what a caller may try


def test_a_writer_may_leave_a_cell_blank() -> None:
    """None means blank, and so is the total that needs it."""
    table = RequestMatrix.of(received={"natural_person": None, "total": None})
    assert ("requests.received.natural_person", True) == (table.blanks[0], "requests.received.total" in table.blanks)


def test_an_unknown_row_cannot_be_built() -> None:
    """A row of the other edition is refused."""
    with pytest.raises(NoSuchCell):
        RequestMatrix.of(edition=2021, otherwise={"natural_person": 1})


def test_the_other_edition_is_built_the_same_way() -> None:
    """Each edition has its own rows."""
    table = RequestMatrix.of(edition=2019, otherwise={"natural_person": 1})
    assert (2019, 1) == (table.edition, table["concluded", "total"])


def test_a_negative_count_cannot_be_built() -> None:
    """件 are never negative."""
    with pytest.raises(InvalidCell, match="应为不小于0的整数"):
        RequestMatrix.of(received={"natural_person": -1})


# ---- changing


@pytest.mark.parametrize(
    "cells",
    [
        {("received", "research"): 3},
        {(Line.RECEIVED, Applicant.RESEARCH): 3},
        {"requests.received.research": 3},
        {"received.research": "3"},
    ],
)
def test_cells_are_set_by_names_or_address(cells: dict[str, object]) -> None:
    """A changed table is a new value; the old one stays."""
    assert (3, 0) == (BUSY.with_cells(cells)["received", "research"], BUSY["received", "research"])


def test_a_wrong_address_is_no_cell() -> None:
    """An address of another table is refused."""
    with pytest.raises(NoSuchCell):
        BUSY.with_cells({"proactive.fees.amount": 3})


def test_a_float_is_refused() -> None:
    """Floats never become counts or money."""
    with pytest.raises(InvalidCell, match=r"Decimal 或数字文本"):
        ProactiveTable.blank().with_cells({"fees.amount": 1.5})


def test_filling_computes_totals_and_says_so() -> None:
    """`filled` corrects the totals and lists what that changed."""
    wrong = BUSY.with_cells({("received", "total"): 99, ("concluded", "total"): None})
    expected = (Change("requests.received.total", 99, 12), Change("requests.concluded.total", None, 11))
    filled = wrong.filled()
    assert (BUSY, expected) == (filled.table, filled.changes)


def test_filling_leaves_what_cannot_be_computed() -> None:
    """A total with a blank part stays as it was printed."""
    table = EMPTY.with_cells({("received", "natural_person"): 3, ("received", "total"): 9})
    assert ((), 9) == (table.filled().changes, table.filled().table["received", "total"])


def test_filling_twice_changes_nothing() -> None:
    """A filled table is full."""
    assert () == BUSY.filled().changes


# ---- blanks, marks, equality


def test_marks_keep_their_texts() -> None:
    """Marks are listed with their texts, by address."""
    table = EMPTY.with_cells({("received", "research"): Mark("22（其中修订16件）")})
    assert {"requests.received.research": "22（其中修订16件）"} == table.marks


def test_blanks_are_listed() -> None:
    """The blank cells are named, so that nobody takes them for zeros."""
    assert ("review_litigation.reconsideration.upheld", 15) == (
        ReviewLitigationTable.blank().blanks[0],
        len(ReviewLitigationTable.blank().blanks),
    )


def test_any_cell_can_be_looked_at() -> None:
    """`cell` gives a number, a mark or None, without raising."""
    table = EMPTY.with_cells({("received", "research"): Mark("/"), ("received", "total"): 1})
    assert (Mark("/"), 1, None) == tuple(table.cell("received", column) for column in ("research", "total", "other"))


def test_equal_tables_are_equal_and_hash_alike() -> None:
    """Tables are values."""
    other = BUSY.with_cells({("received", "total"): 12})
    assert (BUSY, hash(BUSY)) == (other, hash(other))


def test_money_that_prints_differently_differs() -> None:
    """5 and 5.0 are the same amount, but not the same report."""
    assert ProactiveTable.of(fees="5") != ProactiveTable.of(fees="5.0")


def test_a_blank_is_not_zero() -> None:
    """A table of blanks and a table of zeros differ."""
    assert RequestMatrix.of() != EMPTY


def test_editions_differ() -> None:
    """The tables of two editions are never equal, though both are blank."""
    assert ReviewLitigationTable.blank(2019) != ReviewLitigationTable.blank(2021)


def test_the_repr_is_short() -> None:
    """A table shows what it holds in a line."""
    assert "<RequestMatrix edition 2021: 175 numbers, 0 blank, 0 marks>" == repr(BUSY)


def test_a_table_as_data() -> None:
    """As data every cell is there, keyed by row and column."""
    table = ProactiveTable.of(fees="1.50").with_cells({"licenses.decisions": Mark("/"), "rules.issued": None})
    expected = {
        "rules": {"issued": None, "repealed": 0, "in_force": 0},
        "normative_documents": {"issued": 0, "repealed": 0, "in_force": 0},
        "licenses": {"decisions": {"mark": "/"}},
        "penalties": {"decisions": 0},
        "compulsory_measures": {"decisions": 0},
        "fees": {"amount": "1.50"},
    }
    assert expected == table.to_dict()


# ---- laws

COUNTS = st.dictionaries(
    st.tuples(
        st.sampled_from([row for row, parts in EMPTY.form.row_parts.items() if parts == (row,)]),
        st.sampled_from([column for column, parts in EMPTY.form.column_parts.items() if parts == (column,)]),
    ),
    st.integers(0, 10**9),
    max_size=12,
)


@settings(max_examples=50, deadline=None)
@given(COUNTS)
def test_computed_totals_satisfy_all_sums(counts: dict[tuple[str, str], int]) -> None:
    """In a table that was built, every printed total equals the computed one."""
    table = RequestMatrix.of().with_cells(counts).filled().table
    assert dict(table) == {cell: table.sum(*cell) for cell in table.form.index}


@settings(max_examples=50, deadline=None)
@given(COUNTS)
def test_a_table_is_rebuilt_from_its_numbers(counts: dict[tuple[str, str], int]) -> None:
    """A table is its numbers: set on the blank table they give the same again."""
    table = RequestMatrix.blank().with_cells(counts)
    assert table == RequestMatrix.blank().with_cells(dict(table))


@settings(max_examples=50, deadline=None)
@given(COUNTS)
def test_a_group_sums_as_its_rows_do(counts: dict[tuple[str, str], int]) -> None:
    """The sum of 三、 is that of its single results, whichever way it is added up."""
    table = RequestMatrix.of().with_cells(counts)
    parts = table.form.row_parts["results"]
    assert table.sum("results") == sum(table.sum(part) for part in parts)


@pytest.mark.parametrize("value", [1.5, -1, True, "x", float("nan")])
def test_the_constructor_takes_what_a_cell_may_hold(value: object) -> None:
    """What no cell may hold is refused however a table is made."""
    with pytest.raises(InvalidCell):
        RequestMatrix(2021, (value,) * 175)  # type: ignore[arg-type]  # the point of the test


FOREIGN_KEYS = "disclosed", "requests.disclosed.total", ("disclosed",), ("disclosed", "total", "x"), 5, None


@pytest.mark.parametrize("key", FOREIGN_KEYS)
def test_a_key_that_is_no_pair_is_told_how_a_cell_is_written(key: Any) -> None:
    """A cell has a row and a column; whatever else is asked for is no cell."""
    table = RequestMatrix.of()
    with pytest.raises(NoSuchCell, match=r'一格写成 m\[行, 列\]，如 m\["received", "natural_person"\]'):
        table[key]


@pytest.mark.parametrize("key", FOREIGN_KEYS)
def test_a_key_that_is_no_pair_is_absent(key: Any) -> None:
    """As in any mapping, `in` and `get` say only that it is not there."""
    table = RequestMatrix.of()
    assert (False, None) == (key in table, table.get(key))


@pytest.mark.parametrize("key", [5, ("received",), ("received", "total", "x")])
def test_a_cell_is_set_by_a_pair_or_an_address(key: Any) -> None:
    """Any other key names no cell."""
    with pytest.raises(NoSuchCell, match="一格写成"):
        RequestMatrix.blank().with_cells({key: 1})


@pytest.mark.parametrize("address", ["received", "requests.received", "received."])
def test_an_address_needs_a_column(address: str) -> None:
    """A row alone is many cells."""
    with pytest.raises(NoSuchCell, match=r"地址要写明列，如“requests.received.total”；该行的列：natural_person、"):
        RequestMatrix.blank().with_cells({address: 9})


def test_labels_are_texts() -> None:
    """A number is no label of the form."""
    with pytest.raises(NoSuchCell, match="没有“1”。可用的有：received"):
        RequestMatrix.blank().at(1, 2)  # type: ignore[arg-type]  # what is tried


@pytest.mark.parametrize("key", [5, ["received"]])
def test_a_row_is_named_by_a_text(key: Any) -> None:
    """Anything else is no row."""
    with pytest.raises(NoSuchCell):
        RequestMatrix.blank().row(key)


@pytest.mark.parametrize("rows", [{"refused": {"other": 1}}, {"refused": 1}])
def test_a_group_cannot_be_filled_in(rows: Any) -> None:
    """Its rows are named, and nobody is asked whether the group was meant."""
    expected = "“（三）不予公开”是分组，自己没有单元格；其下有：refused_state_secret、.*、refused_enquiry；"
    with pytest.raises(NoSuchCell, match=expected):
        RequestMatrix.of(**rows)


def test_a_group_of_columns_is_no_column() -> None:
    """法人或其他组织 heads five columns and is none itself."""
    with pytest.raises(NoSuchCell) as caught:
        RequestMatrix.blank().column("organization")
    assert "in it are: commercial, research, public_welfare, legal_service, other;" in caught.value.say("en")
