"""How findings name cells: in the words of the form, whole rows and columns together."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import groupby

from ..forms import Leaf, Table, Total
from ..names import Section
from ..words import Words

__all__ = ["addresses", "count_cells", "name_cells", "name_column", "name_row", "name_table"]

Entry = Leaf | Total

_TABLES = {
    Section.PROACTIVE: Words("表二", "Table 2"),
    Section.REQUESTS: Words("表三", "Table 3"),
    Section.REVIEW_LITIGATION: Words("表四", "Table 4"),
}
# What a label explains of itself in brackets: （区分处理的，只计这一情形，不计其他情形）.
_EXPLAINED = re.compile(r"(?<=.)(?:（[^（）]{10,}）| \([^()]{20,}\))$")
_LISTED = 3
"""As many groups of cells are named; a finding has the addresses of all."""
_INNER = str.maketrans("“”", "‘’")


def addresses(table: Table, cells: Iterable[int]) -> tuple[str, ...]:
    """Give the addresses of some cells, in the order given."""
    return tuple(table.places[cell].address for cell in cells)


def name_table(table: Table) -> Words:
    """Name a table as people do: by its part, 表三."""
    return _TABLES[table.section]


def _quoted(entry: Entry) -> Words:
    label = _EXPLAINED.sub("", entry.label).translate(_INNER)
    return Words(f"“{label}”", f"“{_EXPLAINED.sub('', entry.english or entry.key)}”")


def _joined(words: Sequence[Words]) -> Words:
    return Words("".join(word.zh for word in words), ", ".join(word.en for word in words))


def name_row(table: Table, row: Entry) -> Words:
    """Name one row of a table: 表三“（七）总计”行."""
    return Words("{table}{row}行", "{table}, row {row}").format(table=name_table(table), row=_quoted(row))


def name_column(table: Table, column: Entry) -> Words:
    """Name one column of a table: 表三“自然人”列."""
    return Words("{table}{column}列", "{table}, column {column}").format(
        table=name_table(table), column=_quoted(column)
    )


def _runs(entries: Sequence[Entry], order: Sequence[str]) -> Words:
    """Name rows or columns one by one, or by the first and the last of three and more in a row."""
    offset: Callable[[tuple[int, Entry]], int] = lambda pair: order.index(pair[1].key) - pair[0]  # noqa: E731  # a key
    names = []
    for _, run in groupby(enumerate(entries), offset):
        group = [_quoted(entry) for _, entry in run]
        if len(group) > 2:
            names.append(Words("{first}至{last}", "{first} to {last}").format(first=group[0], last=group[-1]))
        else:
            names.extend(group)
    return _joined(names)


def name_cells(table: Table, cells: Collection[int]) -> Words:
    """Name some cells of a table without saying anything twice, completely unless they stand here and there.

    Rows in which the same columns are meant are named together: ``表三“自然人”列``,
    ``表三“（一）予以公开”行``, ``表三“（一）予以公开”“（七）总计”行的“其他”列``.
    """
    name = name_table(table)
    if len(cells) == len(table.places):
        return Words("{table}所有单元格", "all cells of {table}").format(table=name)
    groups = _groups(table, cells)
    parts = [_group(table, columns, rows) for columns, rows in list(groups.items())[:_LISTED]]
    listed = Words("、".join(part.zh for part in parts), "; ".join(part.en for part in parts))
    if len(groups) > _LISTED:
        listed = Words("{listed}等处", "{listed} and elsewhere").format(listed=listed)
    return Words("{table}{cells}", "{table}, {cells}").format(table=name, cells=listed)


def count_cells(table: Table, cells: Collection[int]) -> Words:
    """Name some cells of a table, or count them if they stand here and there."""
    if len(cells) == len(table.places) or len(_groups(table, cells)) <= _LISTED:
        return name_cells(table, cells)
    return Words("{table}有{count}格", "{count} cells of {table}").format(table=name_table(table), count=len(cells))


def _groups(table: Table, cells: Collection[int]) -> dict[tuple[str, ...], list[int]]:
    """Group cells by the columns that are meant in a row, with the first cell of each such row."""
    chosen = set(cells)
    groups: dict[tuple[str, ...], list[int]] = {}
    for _, row in table.shape:
        columns = [table.places[cell].column.key for cell in row if cell in chosen]
        if columns:
            groups.setdefault(() if len(columns) == len(row) else tuple(columns), []).append(row[0])
    return groups


def _group(table: Table, columns: tuple[str, ...], rows: list[int]) -> Words:
    """Name the cells of some columns in some rows; no columns stand for all of them."""
    order = [row for row, _ in table.shape]
    named_rows = _runs([table.places[cell].row for cell in rows], order)
    if not columns:
        return Words("{rows}行", "row {rows}").format(rows=named_rows)
    entries = [place.column for place in table.places if place.row is table.places[rows[0]].row]
    named = _runs([entry for entry in entries if entry.key in columns], [entry.key for entry in entries])
    if len(rows) == len(order):
        return Words("{columns}列", "column {columns}").format(columns=named)
    return Words("{rows}行的{columns}列", "row {rows}: column {columns}").format(rows=named_rows, columns=named)
