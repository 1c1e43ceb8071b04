"""What one table of one report says: printed cells, and what is computed from them.

The cells are one flat tuple in printed order over the edition's index. ``matrix[row, column]`` is
what was printed or set; ``matrix.sum(row, column)`` is what we computed. A blank is absence.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Generic, Self, TypeVar

from attrs import evolve, field, frozen

from . import _hints
from .cells import CellValue, Mark, Number, accept_value, exactly, plain_value, print_value
from .errors import BlankCell, InvalidCell, InvalidReport, NoSuchCell
from .forms import FORMS, Kind, Place, Table, form_of
from .names import Section
from .rendering import Renderable
from .words import Words, fold

if TYPE_CHECKING:
    from .findings import Findings

__all__ = ["Change", "Filled", "Matrix"]

NEWEST = max(FORMS)


@frozen
class Change:
    """One cell that `Matrix.filled` set: its address, what stood there and what stands there now."""

    address: str
    before: CellValue
    after: CellValue


M = TypeVar("M", bound="Matrix")
K = TypeVar("K", bound=tuple[str, str] | str)


@frozen
class Filled(Generic[M]):
    """A table with its totals computed, and the cells that this changed."""

    table: M
    changes: tuple[Change, ...]


@frozen(repr=False)
class Matrix(Mapping[tuple[str, str], Number], Renderable):
    """The cells of one statutory table; `ProactiveTable`, `RequestMatrix` and `ReviewLitigationTable` are its kinds.

    A mapping from (row, column) to the printed number: `int` for counts, `Decimal` for money. A
    cell that is blank or holds a mark is absent: ``matrix[cell]`` raises `BlankCell`,
    ``matrix.get(cell)`` is `None` and ``cell in matrix`` is false. `NoSuchCell` is raised for a row
    or column that the edition does not have.
    """

    section: ClassVar[Section]
    edition: int
    cells: tuple[CellValue, ...] = field(eq=exactly, hash=True)
    """Every cell in printed order: a number, `None` for a blank, or a `Mark`."""

    def __attrs_post_init__(self) -> None:
        expected = len(self.form.places)
        if len(self.cells) != expected:
            raise InvalidReport(self.section, Words(f"{expected}个单元格", f"{expected} cells"), str(len(self.cells)))
        # The same checks as for `with_cells`; counts and blanks, which are nearly all, pass at once.
        accepted = [
            value if value is None or (type(value) is int and value >= 0 and counts) else self._accept(place, value)
            for place, value, counts in zip(self.form.places, self.cells, self.form.counted, strict=True)
        ]
        object.__setattr__(self, "cells", tuple(accepted))

    def _accept(self, place: Place, value: object) -> CellValue:
        return accept_value(value, place.kind, self.form.describe(place))

    @classmethod
    def blank(cls, edition: int = NEWEST) -> Self:
        """Give the table as the empty form has it: every cell blank."""
        return cls(edition, (None,) * len(form_of(edition).by_table[cls.section].places))

    @property
    def form(self) -> Table:
        """The declaration of this table in its edition."""
        return form_of(self.edition).by_table[self.section]

    # ---- the mapping of printed numbers

    def __getitem__(self, key: tuple[str, str]) -> Number:
        index = self._locate(*self._pair(key))
        value = self.cells[index]
        if value is None or isinstance(value, Mark):
            found = Words("空白", "blank") if value is None else Words(f"填写的是“{value}”", f"it says {value.text!r}")
            raise BlankCell(self.form.describe(self.form.places[index]), found)
        return value

    def __contains__(self, key: object) -> bool:
        index = self.form.index.get(key) if isinstance(key, tuple) else None
        return index is not None and isinstance(self.cells[index], int | Decimal)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        for place, value in zip(self.form.places, self.cells, strict=True):
            if isinstance(value, int | Decimal):
                yield place.row.key, place.column.key

    def __len__(self) -> int:
        return sum(isinstance(value, int | Decimal) for value in self.cells)

    @property
    def marks(self) -> Mapping[str, str]:
        """The texts that stand where a number should, by the address of their cell."""
        return MappingProxyType(
            {place.address: value.text for place, value in self._pairs() if isinstance(value, Mark)}
        )

    @property
    def blanks(self) -> tuple[str, ...]:
        """The addresses of the blank cells."""
        return tuple(place.address for place, value in self._pairs() if value is None)

    def _pairs(self) -> Iterator[tuple[Place, CellValue]]:
        return zip(self.form.places, self.cells, strict=True)

    # ---- other ways to look at the same cells

    def cell(self, row: str, column: str) -> CellValue:
        """Give whatever a cell says: a number, a `Mark`, or `None` for a blank."""
        return self.cells[self._locate(row, column)]

    def at(self, row: str, column: str) -> Number:
        """Give a printed number by the form's own Chinese labels, with or without their numbers.

        Raises `NoSuchCell` with the label that was probably meant, or `BlankCell`.
        """
        return self[self._named(row, self.form.row_parts), self._named(column, self.form.column_parts)]

    def row(self, row: str) -> Mapping[str, CellValue]:
        """Give one row: column to what its cell says."""
        return self._line(row, 0)

    def column(self, column: str) -> Mapping[str, CellValue]:
        """Give one column: row to what its cell says."""
        return self._line(column, 1)

    def _line(self, key: str, axis: int) -> Mapping[str, CellValue]:
        line = {pair[1 - axis]: self.cells[i] for pair, i in self.form.index.items() if pair[axis] == key}
        if not line:
            parts = self.form.column_parts if axis else self.form.row_parts
            meant = _hints.group(self.form, key, parts[key]) if isinstance(key, str) and key in parts else None
            raise self._unknown(key, parts, meant)
        return MappingProxyType(line)

    def sum(self, row: str | None = None, column: str | None = None, *, blank: Number | None = None) -> Number:
        """Add up the leaves under a row or group and a column or group; totals are never counted.

        `None` stands for the whole axis. A total or group stands for the leaves that it covers, so
        ``sum("concluded", "total")`` is computed from the single results and applicants, whatever
        the printed totals say. Raises `BlankCell` at the first cell without a number, unless
        `blank` says what to count there; raises `NoSuchCell` for a key the edition does not know.
        """
        rows = self._parts(row, self.form.row_parts)
        columns = self._parts(column, self.form.column_parts)
        cells = [(r, c) for r in rows for c in columns if (r, c) in self.form.index]
        if not cells:
            raise self._unknown(f"{row} × {column}", {})
        values = [self[cell] if blank is None else self.get(cell, blank) for cell in cells]
        return sum(values[1:], start=values[0])

    def _parts(self, key: str | None, axis: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        if key is None:
            return tuple(part for part, parts in axis.items() if parts == (part,))
        try:
            return axis[key]
        except KeyError:
            raise self._unknown(key, axis) from None

    # ---- making new tables

    def with_cells(self, cells: Mapping[K, object]) -> Self:
        """Give a table with some cells set anew.

        Keys are (row, column) or an address such as ``"requests.received.total"`` (the name of the
        table may be left out); values as `accept_value` takes them. Raises `NoSuchCell` and
        `InvalidCell`.
        """
        new = list(self.cells)
        for key, value in cells.items():
            index = self._locate(*self._address(key))
            place = self.form.places[index]
            new[index] = self._accept(place, value)
        return evolve(self, cells=tuple(new))

    def filled(self) -> "Filled[Self]":
        """Compute every total whose parts are all numbers, and say which printed cells that changed."""
        new = list(self.cells)
        for total in self.form.sums:
            parts = [new[part] for part in total.parts]
            if all(type(part) is int for part in parts):
                new[total.target] = sum(parts)  # type: ignore[arg-type]  # checked in the line above
        changes = tuple(
            Change(place.address, before, after)
            for (place, before), after in zip(self._pairs(), new, strict=True)
            if before != after
        )
        return Filled(evolve(self, cells=tuple(new)), changes)

    @classmethod
    def _of(cls, edition: int, rows: Mapping[str, object]) -> Self:
        """Build a table from what its writer counted: 0 wherever nothing is named, totals computed."""
        places = form_of(edition).by_table[cls.section].places
        table = cls(edition, tuple(Decimal(0) if place.kind is Kind.MONEY else 0 for place in places))
        named: dict[tuple[str, str], object] = {}
        for row, given in rows.items():
            columns = tuple(table.row(row))
            if not isinstance(given, Mapping):
                if len(columns) != 1:
                    raise InvalidCell(*_hints.needs_columns(row, given, columns))
                given = {columns[0]: given}
            named |= {(row, column): value for column, value in given.items()}
        filled = table.with_cells(named).filled().table
        for key, value in named.items():
            filled._agrees(key, value)
        return filled

    def _agrees(self, key: tuple[str, str], value: object) -> None:
        place = self.form.places[self._locate(*key)]
        if self._accept(place, value) != self.cells[place.index]:
            expected = Words("各项之和为{sum}，总计由程序计算。", "its parts add up to {sum}; totals are computed.")
            computed = expected.format(sum=print_value(self.cells[place.index]))
            raise InvalidCell(self.form.describe(place), str(value), computed)

    # ---- finding cells

    def _locate(self, row: str, column: str) -> int:
        try:
            return self.form.index[row, column]
        except (KeyError, TypeError):
            for key, axis in ((row, self.form.row_parts), (column, self.form.column_parts)):
                if not isinstance(key, str) or key not in axis:
                    raise self._unknown(key, axis) from None
            raise self._unknown(f"{row} × {column}", {}) from None

    def _pair(self, key: object) -> tuple[str, str]:
        if isinstance(key, tuple) and len(key) == 2:
            return key
        place = self.form.places[0]
        raise self._unknown(key, {}, _hints.A_PAIR.format(example=f'm["{place.row.key}", "{place.column.key}"]'))

    def _address(self, key: object) -> tuple[str, str]:
        if not isinstance(key, str):
            return self._pair(key)
        row, _, column = key.removeprefix(f"{self.section}.").partition(".")
        if not column:
            raise self._unknown(key, {}, _hints.needs_column(self.form, row, self.row(row)))
        return row, column

    def _named(self, label: str, axis: Mapping[str, tuple[str, ...]]) -> str:
        if not isinstance(label, str):
            raise self._unknown(label, axis)
        wanted = fold(label)
        names = {fold(name): key for key in axis for name in (key, self.form.labels[key].label)}
        bare = {name.lstrip("()一二三四五六七八九十0123456789.,"): key for name, key in names.items()}
        key = names.get(wanted) or bare.get(wanted)
        if key is None:
            raise self._unknown(label, axis)
        return key

    def _unknown(self, found: object, axis: Mapping[str, object], meant: Words | None = None) -> NoSuchCell:
        hint = meant or _hints.meant(self.form, str(found), axis)
        return NoSuchCell(self.edition, _hints.TITLES[self.section], str(found), hint)

    # ---- the check, and the table as data

    def validate(self) -> "Findings":
        """Check this table by itself; all findings at once."""
        from .rules import check

        return check(self)

    def to_dict(self) -> dict[str, dict[str, object]]:
        """Give the table as JSON has it: count `int`, money `str`, blank `None`, mark ``{"mark": text}``."""
        return {
            str(row): {self.form.places[i].column.key.value: plain_value(self.cells[i]) for i in cells}
            for row, cells in self.form.shape
        }

    def __repr__(self) -> str:
        numbers, blanks, marks = len(self), len(self.blanks), len(self.marks)
        return f"<{type(self).__name__} edition {self.edition}: {numbers} numbers, {blanks} blank, {marks} marks>"
