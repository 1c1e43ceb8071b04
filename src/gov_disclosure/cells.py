"""What one cell can say: a number, a mark that is no number, or nothing.

A blank is `None` and never 0. Counts and changes are `int`, money is `Decimal` with the digits
as given. Text that is no plain number is a `Mark`: it is kept, printed back and never computed.
"""

import re
from decimal import Decimal, InvalidOperation

from attrs import field, frozen

from .errors import InvalidCell
from .forms import Kind
from .words import Words, clean

__all__ = ["CellValue", "Mark", "Number", "accept_value", "exactly", "parse_value", "plain_value", "print_value"]


@frozen
class Mark:
    """Text in a figure cell that is no plain number: "/", "—", "251000元", "22（其中修订16件）"."""

    text: str = field(converter=clean)

    def __str__(self) -> str:
        return self.text


Number = int | Decimal
CellValue = Number | Mark | None

BLANK_SIGN = "_"
"""How a blank cell is printed where nothing at all would move the figures beside it."""

_BLANK = re.compile(r"_*")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，＋－−", "0123456789.,+--")
_PATTERNS = {
    Kind.COUNT: re.compile(r"\d+|\d{1,3}(,\d{3})+"),
    Kind.CHANGE: re.compile(r"[+-]?(\d+|\d{1,3}(,\d{3})+)"),
    Kind.MONEY: re.compile(r"(\d+|\d{1,3}(,\d{3})+)(\.\d+)?"),
}
# A count of more digits than this is no count of anything; it would only make arithmetic slow.
_LONGEST = 30

_EXPECTED = {
    Kind.COUNT: Words("应为不小于0的整数（件）", "a whole number of 0 or more (件)"),
    Kind.CHANGE: Words("应为整数，减少写负数", "a whole number, negative for a decrease"),
    Kind.MONEY: Words(
        "应为不小于0的数，写成 Decimal 或数字文本", "a number of 0 or more, as Decimal or a string of digits"
    ),
}
_OR_MARK = Words(
    "{expected}；空白写 None，其他文字写 Mark(...)。", "{expected}; None for a blank, Mark(...) for other text."
)


def parse_value(text: str, kind: Kind) -> CellValue:
    """Read the text of a figure cell.

    Full-width digits and thousands separators are read; anything that is no plain number of the
    kind is a `Mark`, and an empty cell (or underscores, an unfilled blank) is `None`.
    """
    if text.isdecimal() and text.isascii() and len(text) <= _LONGEST:
        # Plain digits are a number of every kind.
        return Decimal(text) if kind is Kind.MONEY else int(text)
    text = clean(text)
    if _BLANK.fullmatch(text):
        return None
    plain = text.translate(_FULL_WIDTH)
    if len(plain) > _LONGEST or not _PATTERNS[kind].fullmatch(plain):
        return Mark(text)
    plain = plain.replace(",", "")
    return Decimal(plain) if kind is Kind.MONEY else int(plain)


def print_value(value: CellValue) -> str:
    """Print a value as a cell shows it; a blank is the empty text."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f")
    return str(value)


def plain_value(value: CellValue) -> object:
    """Give a value as JSON has it: count `int`, money `str`, blank `None`, mark ``{"mark": text}``."""
    if isinstance(value, Mark):
        return {"mark": value.text}
    return print_value(value) if isinstance(value, Decimal) else value


def exactly(cells: tuple[CellValue, ...]) -> tuple[object, ...]:
    """Compare money by its digits: 5 and 5.0 are equal numbers but print differently."""
    return tuple([print_value(cell) if isinstance(cell, Decimal) else cell for cell in cells])


def accept_value(value: object, kind: Kind, where: Words) -> CellValue:
    """Take a value that a caller gives for a cell, or raise `InvalidCell`.

    A string of plain digits counts as the number; a float is refused, because its digits are not
    those that were meant.
    """
    if value is None or (type(value) is int and (value >= 0 or kind is Kind.CHANGE) and kind is not Kind.MONEY):
        return value
    if isinstance(value, Mark):
        # A mark that reads as a number would come back as one; there is one way to say each thing.
        return parse_value(value.text, kind)
    if isinstance(value, str):
        parsed = parse_value(value, kind)
        if not isinstance(parsed, Mark):
            return parsed
    elif isinstance(value, Decimal | int) and not isinstance(value, bool):
        parsed = _number(value, kind)
        if parsed is not None:
            return parsed
    expected = _OR_MARK.format(expected=_EXPECTED[kind])
    raise InvalidCell(where, repr(value) if not isinstance(value, str) else value, expected)


def _number(value: Decimal | int, kind: Kind) -> Number | None:
    """Give a number of the kind that equals the value exactly, or `None`."""
    try:
        if kind is Kind.MONEY:
            money = Decimal(value)
            return money if money.is_finite() and not money.is_signed() else None
        whole = int(value)
    except (InvalidOperation, OverflowError, ValueError):
        return None
    return whole if whole == value and (whole >= 0 or kind is Kind.CHANGE) else None
