"""What a cell can say: numbers, marks and blanks are told apart and never turned into one another."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure import InvalidCell, Mark
from gov_disclosure.cells import CellValue, accept_value, parse_value, print_value
from gov_disclosure.forms import Kind
from gov_disclosure.words import Words

WHERE = Words("某格", "some cell")
VALUES: dict[Kind, st.SearchStrategy[CellValue]] = {
    Kind.COUNT: st.integers(0, 10**18),
    Kind.CHANGE: st.integers(-(10**18), 10**18),
    Kind.MONEY: st.decimals(0, 10**12, places=6),
}


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("5", Kind.COUNT, 5),
        (" 0 ", Kind.COUNT, 0),
        ("007", Kind.COUNT, 7),
        ("１２", Kind.COUNT, 12),
        ("11,398,889", Kind.COUNT, 11398889),
        ("1，234", Kind.COUNT, 1234),
        ("+10", Kind.CHANGE, 10),
        ("-3", Kind.CHANGE, -3),
        ("－3", Kind.CHANGE, -3),
        ("−3", Kind.CHANGE, -3),
        ("59237.2449", Kind.MONEY, Decimal("59237.2449")),
        ("1,000.50", Kind.MONEY, Decimal("1000.50")),
        ("0", Kind.MONEY, Decimal(0)),
    ],
)
def test_plain_numbers_are_read(text: str, kind: Kind, value: CellValue) -> None:
    """Digits, full-width digits, signs and thousands separators make a number of the kind."""
    assert (value, type(value)) == (parse_value(text, kind), type(parse_value(text, kind)))


@pytest.mark.parametrize("text", ["", " ", "\u3000", "_", "____", "\u200b"])
@pytest.mark.parametrize("kind", Kind)
def test_an_empty_cell_is_blank(text: str, kind: Kind) -> None:
    """Nothing, spaces and the underscores of an unfilled form are no number."""
    assert parse_value(text, kind) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("/", Kind.COUNT),
        ("—", Kind.COUNT),
        ("-1", Kind.COUNT),
        ("+1", Kind.COUNT),
        ("12.0", Kind.COUNT),
        ("1 2", Kind.COUNT),
        ("1,2", Kind.COUNT),
        ("12,34", Kind.COUNT),
        ("22（其中修订16件）", Kind.COUNT),
        ("二", Kind.COUNT),
        ("²", Kind.COUNT),
        ("9" * 31, Kind.COUNT),
        ("1.5", Kind.CHANGE),
        ("251000元", Kind.MONEY),
        ("-1", Kind.MONEY),
        ("1.", Kind.MONEY),
        (".5", Kind.MONEY),
        ("NaN", Kind.MONEY),
        ("1e5", Kind.MONEY),
    ],
)
def test_other_text_is_a_mark(text: str, kind: Kind) -> None:
    """What is no plain number of the kind is kept as it stands."""
    assert Mark(text) == parse_value(text, kind)


@pytest.mark.parametrize("text", ["٣", "१", "߁"])
def test_digits_of_other_scripts_are_never_lost(text: str) -> None:
    """Digits of other scripts mean what they mean to `int`, or stay a mark."""
    assert parse_value(text, Kind.COUNT) in (int(text), Mark(text))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5, "5"),
        (-3, "-3"),
        (None, ""),
        (Mark("/"), "/"),
        (Decimal("4068.2080"), "4068.2080"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0E-7"), "0.0000000"),
    ],
)
def test_values_print_plainly(value: CellValue, text: str) -> None:
    """A cell is printed with the digits as given, without exponents; a blank prints nothing."""
    assert text == print_value(value)


@pytest.mark.parametrize("kind", Kind)
@given(data=st.data())
def test_what_is_printed_reads_back(kind: Kind, data: st.DataObject) -> None:
    """Printing and reading a number of any kind give it back."""
    value = data.draw(VALUES[kind])
    assert value == parse_value(print_value(value), kind)


@given(text=st.text(max_size=20), kind=st.sampled_from(Kind))
def test_any_text_reads_and_reads_back(text: str, kind: Kind) -> None:
    """Every text is a number, a mark or a blank, and its print reads as the same again."""
    value = parse_value(text, kind)
    assert value == parse_value(print_value(value), kind)


@pytest.mark.parametrize(
    ("given", "kind", "value"),
    [
        (5, Kind.COUNT, 5),
        ("5", Kind.COUNT, 5),
        ("1,234", Kind.COUNT, 1234),
        ("", Kind.COUNT, None),
        (None, Kind.COUNT, None),
        (Decimal("5.0"), Kind.COUNT, 5),
        (-3, Kind.CHANGE, -3),
        (Mark("/"), Kind.COUNT, Mark("/")),
        (Mark("5"), Kind.COUNT, 5),
        (Mark(""), Kind.COUNT, None),
        (5, Kind.MONEY, Decimal(5)),
        ("5.50", Kind.MONEY, Decimal("5.50")),
        (Decimal("5.50"), Kind.MONEY, Decimal("5.50")),
    ],
)
def test_values_that_stand_for_the_kind_are_taken(given: object, kind: Kind, value: CellValue) -> None:
    """Numbers, strings of digits, marks and blanks are taken, each as the one way to say it."""
    taken = accept_value(given, kind, WHERE)
    assert (value, type(value)) == (taken, type(taken))


def test_money_keeps_its_digits() -> None:
    """The digits of an amount are those that were given."""
    assert "5.50" == str(accept_value("5.50", Kind.MONEY, WHERE))


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (5.0, Kind.COUNT),
        (0.1, Kind.MONEY),
        (True, Kind.COUNT),
        (False, Kind.MONEY),
        (-1, Kind.COUNT),
        ("-1", Kind.COUNT),
        ("5件", Kind.COUNT),
        (Decimal("1.5"), Kind.COUNT),
        (Decimal("NaN"), Kind.COUNT),
        (Decimal("Infinity"), Kind.CHANGE),
        (Decimal(-1), Kind.MONEY),
        (Decimal("-0"), Kind.MONEY),
        (Decimal("sNaN"), Kind.MONEY),
        (Decimal("Infinity"), Kind.MONEY),
        ([], Kind.COUNT),
        (b"5", Kind.COUNT),
    ],
)
def test_other_values_are_refused(given: object, kind: Kind) -> None:
    """Floats, booleans, negative counts and loose text are refused with what was expected."""
    with pytest.raises(InvalidCell) as caught:
        accept_value(given, kind, WHERE)
    assert ("某格", True) == (caught.value.where.zh, "Mark(...)" in caught.value.expected.zh)


def test_a_mark_stands_on_one_line() -> None:
    """The text of a mark is put on one line, as a cell has it."""
    assert "其中 2件" == str(Mark(" 其中\n2件 "))
