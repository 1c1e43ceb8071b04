"""How an edition of the form is declared, and what follows from the declaration.

A block is row tree times column tree, a table is a stack of blocks, a form is six parts of which
three hold a table. Cells, their order, their addresses and the arithmetic all follow. This file
knows no statute.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import chain

from attrs import frozen

from ..names import Section
from ..words import Words
from ._tree import Kind, Leaf, Node, Total, entries, numbered, parts_of, walk

__all__ = ["Balance", "BalanceOf", "Block", "Form", "Part", "Place", "Sum", "Table"]


@frozen
class Block:
    """Row tree times column tree under one caption.

    `across` prints the rows as a level of the column headings, above their columns, in one line
    of figures; the cells and their addresses stay rows by columns.
    """

    rows: tuple[Node, ...]
    columns: tuple[Node, ...]
    caption: Words | None = None
    corner: Words | None = None
    """What is printed in the corner above the row labels."""
    title: Words | None = None
    """What is printed in one cell over all columns."""
    across: bool = False


@frozen
class Balance:
    """Rows whose sum equals the sum of other rows, in every column."""

    left: tuple[str, ...]
    right: tuple[str, ...]


@frozen
class Place:
    """One cell of a table: where it stands and what it may hold."""

    index: int
    row: Leaf | Total
    column: Leaf | Total
    address: str
    """``table.row.column``, the name of the cell everywhere."""

    @property
    def kind(self) -> Kind:
        """What the cell may hold; the column says so."""
        return self.column.kind


@frozen
class Sum:
    """One cell that equals the sum of others; `column` tells whether they stand in one column."""

    target: int
    parts: tuple[int, ...]
    column: bool


@frozen
class BalanceOf:
    """A `Balance` in one column: the cells whose sums must be equal."""

    left: tuple[int, ...]
    right: tuple[int, ...]


_TABLE_TITLES = {
    Section.PROACTIVE: Words("表二（主动公开政府信息情况）", "proactive disclosure"),
    Section.REQUESTS: Words("表三（收到和处理政府信息公开申请情况）", "requests"),
    Section.REVIEW_LITIGATION: Words("表四（行政复议、行政诉讼情况）", "review and litigation"),
}


@frozen(eq=False)
class Table:
    """One table of one edition. Everything but the three declared fields is derived."""

    section: Section
    blocks: tuple[Block, ...]
    balances: tuple[Balance, ...] = ()

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every cell in printed order."""
        pairs = [
            (row, column) for block in self.blocks for row in entries(block.rows) for column in entries(block.columns)
        ]
        return tuple(
            Place(i, row, column, f"{self.section}.{row.key}.{column.key}") for i, (row, column) in enumerate(pairs)
        )

    @cached_property
    def counted(self) -> tuple[bool, ...]:
        """Which cells of `places` count something, and hold no money."""
        return tuple(place.kind is not Kind.MONEY for place in self.places)

    @cached_property
    def index(self) -> Mapping[tuple[str, str], int]:
        """Where in `places` the cell of a row and a column stands."""
        return {(place.row.key, place.column.key): place.index for place in self.places}

    @cached_property
    def shape(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """The rows in printed order, each with the positions of its cells."""
        found: dict[str, list[int]] = {}
        for place in self.places:
            found.setdefault(place.row.key, []).append(place.index)
        return tuple((row, tuple(cells)) for row, cells in found.items())

    @cached_property
    def row_parts(self) -> Mapping[str, tuple[str, ...]]:
        """For every row, group or total: the rows counted by themselves that it stands for."""
        return self._parts(lambda block: block.rows)

    @cached_property
    def column_parts(self) -> Mapping[str, tuple[str, ...]]:
        """For every column, group or total: the columns counted by themselves that it stands for."""
        return self._parts(lambda block: block.columns)

    def _parts(self, axis: Callable[[Block], tuple[Node, ...]]) -> dict[str, tuple[str, ...]]:
        return dict(chain.from_iterable(parts_of(axis(block)).items() for block in self.blocks))

    @cached_property
    def sums(self) -> tuple[Sum, ...]:
        """The arithmetic of the table: every total, along the rows and along the columns."""
        return tuple(chain.from_iterable(map(self._sums_of, self.blocks)))

    def _sums_of(self, block: Block) -> Iterator[Sum]:
        at = self.index
        rows, columns = tuple(entries(block.rows)), tuple(entries(block.columns))
        row_parts, column_parts = parts_of(block.rows), parts_of(block.columns)
        for total in (row for row in rows if isinstance(row, Total)):
            for column in columns:
                yield Sum(at[total.key, column.key], tuple(at[part, column.key] for part in row_parts[total.key]), True)
        for total in (column for column in columns if isinstance(column, Total)):
            for row in rows:
                yield Sum(at[row.key, total.key], tuple(at[row.key, part] for part in column_parts[total.key]), False)

    @cached_property
    def equations(self) -> tuple[BalanceOf, ...]:
        """The declared balances, column by column."""
        return tuple(
            BalanceOf(
                tuple(self.index[row, column] for row in balance.left),
                tuple(self.index[row, column] for row in balance.right),
            )
            for balance in self.balances
            for column in dict.fromkeys(place.column.key for place in self.places)
        )

    @cached_property
    def labels(self) -> Mapping[str, Node]:
        """Every row, column and group of the table by its key; no key is both a row and a column."""
        return {node.key: node for block in self.blocks for node, _ in chain(walk(block.rows), walk(block.columns))}

    @property
    def title(self) -> Words:
        """What the table is called: the form numbers its tables by their parts."""
        return _TABLE_TITLES[self.section]

    def describe(self, place: Place) -> Words:
        """Name a cell in the words of the form: "（七）总计" 行 × "自然人" 列."""
        number = self.title.zh[1]
        row, column = place.row, place.column
        return Words(
            f"表{number}“{row.label}”行×“{column.label}”列",
            f"{row.english or row.key} × {column.english or column.key} ({place.address})",
        )


@frozen
class Part:
    """One of the six parts: the heading to print, and the other headings that mean the same part."""

    section: Section
    heading: str
    english: str
    also: tuple[str, ...] = ()
    table: Table | None = None

    @property
    def words(self) -> Words:
        """The heading in both languages."""
        return numbered(self.heading, self.english)


@frozen(eq=False)
class Form:
    """One edition of the statutory form."""

    edition: int
    title: str
    number: str
    """The number of the notice that issued the form (文号)."""
    first_year: int
    last_year: int | None
    parts: tuple[Part, ...]

    @cached_property
    def by_section(self) -> Mapping[str, Part]:
        """The parts by their names."""
        return {part.section: part for part in self.parts}

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The three tables in printed order."""
        return tuple(part.table for part in self.parts if part.table is not None)

    @cached_property
    def by_table(self) -> Mapping[str, Table]:
        """The three tables by the names of their parts."""
        return {table.section: table for table in self.tables}

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Every cell of the form by its address."""
        return {place.address: place for table in self.tables for place in table.places}
