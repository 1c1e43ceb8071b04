"""What to say to somebody who asks for something that there is not: what was probably meant."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from .forms import Table
from .names import Section
from .words import Words, fold, listing

__all__ = ["A_PAIR", "TITLES", "an_address", "did_you_mean", "group", "meant", "needs_column", "needs_columns"]

TITLES: Mapping[str, Words] = {
    Section.PROACTIVE: Words("主动公开情况表", "proactive disclosure"),
    Section.REQUESTS: Words("申请办理情况表", "requests"),
    Section.REVIEW_LITIGATION: Words("复议诉讼情况表", "review and litigation"),
}

A_PAIR = Words("一格写成 m[行, 列]，如 {example}。", "A cell is written m[row, column], such as {example}.")
_NO_CELL = Words("那里没有单元格；分组用 sum() 求和。", "No cell stands there; sum() adds up a group.")
_GROUP = Words(
    "“{label}”是分组，自己没有单元格；其下有：{parts}；分组用 sum() 求和。",
    "{label} is a group without cells of its own; in it are: {parts}; sum() adds up a group.",
)
_COLUMN = Words(
    "地址要写明列，如“{address}”；该行的列：{columns}。",
    "The address needs a column, such as {address}; the columns of the row are: {columns}.",
)

_ADDRESS = Words(
    "一格写成“表.行.列”，如“requests.received.total”；表有：{tables}。",
    "A cell is written table.row.column, such as requests.received.total; the tables are: {tables}.",
)
_MEANT = Words("是否指 {name}？", "Did you mean {name}?")


def did_you_mean(found: str, known: Iterable[str]) -> Words:
    """Ask whether a name that is known was meant, if one is close; nothing otherwise."""
    close = get_close_matches(found, sorted(known), 1)
    return _MEANT.format(name=close[0]) if close else Words("", "")


def meant(table: Table, found: str, axis: Mapping[str, object]) -> Words:
    """Tell which row or column of an axis was probably meant, or else which there are."""
    names = {name: key for key in axis for name in (str(key), fold(table.labels[key].label))}
    close = get_close_matches(found, names, 1, 0.4) or get_close_matches(fold(found), names, 1, 0.4)
    if not close:
        known = listing(axis)
        return Words(f"可用的有：{known.zh}", f"There are: {known.en}") if axis else _NO_CELL
    key = names[close[0]]
    label = table.labels[key].label
    if fold(found) == fold(label):
        return Words(f"“{label}”在程序中写作 {key}。", f"{label} is named {key!s}.")
    return Words(f"是否指“{label}”（{key}）？", f"Did you mean {key!s} ({label})?")


def group(table: Table, key: str, parts: Iterable[str]) -> Words:
    """Tell of a group that it is none of the rows or columns, and what is in it."""
    return _GROUP.format(label=table.labels[key].label, parts=listing(parts))


def an_address(tables: Iterable[str]) -> Words:
    """Tell how a cell of a report is named, and which tables there are."""
    return _ADDRESS.format(tables=listing(tables))


def needs_column(table: Table, row: str, columns: Iterable[str]) -> Words:
    """Tell of an address that it ends at its row."""
    known = list(columns)
    return _COLUMN.format(address=f"{table.section}.{row}.{known[-1]}", columns=listing(known))


def needs_columns(row: str, given: object, columns: Iterable[str]) -> tuple[Words, str, Words]:
    """Tell of one figure for a row of several columns: where, what was given and what is expected."""
    expected = Words(
        "该行有多列，请写成 {{列: 数}}，列为 {names}。",
        "the row has several columns; give {{column: number}} with {names}.",
    )
    return Words(f"“{row}”行", f"row {row!r}"), repr(given), expected.format(names=listing(columns))
