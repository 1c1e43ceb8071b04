"""The rows of figures that an edition of the form has, and every wording by which one is known."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from attrs import frozen

from ...forms import FORMS, Block, Form, Group, Leaf, Node, Table, Total, entries, walk
from ...words import fold

__all__ = [
    "LARGEST_TABLE",
    "NUMBERED",
    "Slot",
    "blocks",
    "column_headers",
    "column_names",
    "headers",
    "labels_ending",
    "labels_of",
    "may_end_label",
    "names_of",
    "names_of_columns",
    "row_labels",
    "slots_of",
    "without_header",
]

LARGEST_TABLE = 2_000
"""The largest table of the form has fewer cells, also if several years stand beside each other."""
NUMBERED = re.compile(r"^(?:[(][一二三四五六七八九十][)]|[一二三四五六七八九十],|\d\.)")
"""The number before a folded label."""
_LEAST = 4
"""A label without its number is known by as many characters."""


@frozen(eq=False)
class Slot:
    """One row of figures that the form has: whose table, which row, how many figures."""

    index: int
    table: Table
    block: Block
    row: Leaf | Total | Group | None
    """`None` for the one line of figures of a table whose rows are printed across."""
    cells: tuple[int, ...]
    """Where its figures go among the cells of the table."""
    labels: tuple[str, ...] = ()
    """Its folded labels, the official one first."""
    headers: tuple[str, ...] = ()
    """The folded headers right below which its figures may stand without a label."""

    @property
    def name(self) -> str:
        """The label to call it by."""
        return self.table.blocks[-1].rows[0].label if self.row is None else self.row.label


@cache
def slots_of(form: Form) -> tuple[Slot, ...]:
    """Give the rows of figures of an edition in printed order."""
    found: list[Slot] = []
    for table in form.tables:
        for block in table.blocks:
            if block.across:
                found.extend(_across(table, block, len(found)))
                continue
            for row in entries(block.rows):
                found.append(Slot(len(found), table, block, row, dict(table.shape)[row.key], names_of(row)))
    return tuple(found)


def names_of(node: Node) -> tuple[str, ...]:
    """Give the folded wordings of a label, the official one first."""
    return (fold(node.label), *map(fold, node.also))


@cache
def column_names(slot: Slot) -> tuple[tuple[str, ...], ...]:
    """Give the folded wordings of the columns in which the figures of a row of the form stand, in their order."""
    return tuple(map(names_of, entries(slot.block.columns)))


@cache
def names_of_columns(slot: Slot) -> tuple[str, ...]:
    """Give the folded official names of the same columns."""
    return tuple(official for official, *_ in column_names(slot))


def blocks() -> Iterator[Block]:
    """Give the blocks of all tables of all editions."""
    return (block for form in FORMS.values() for table in form.tables for block in table.blocks)


def _across(table: Table, block: Block, first: int) -> Iterator[Slot]:
    """Give the one line of figures below all headers, and those of a table that was taken apart by its rows."""
    *columns, total = entries(block.columns)
    # The total may be lacking.
    lines = ["".join(names_of(column)[0] for column in columns) + name for name in (*names_of(total), "")]
    rows = dict(table.shape)
    whole = tuple(range(len(table.places)))
    yield Slot(first, table, block, None, whole, names_of(total), tuple(lines))
    for index, (node, beside) in enumerate(walk(block.rows), first + 1):
        leaves = list(entries((node,)))
        cells = tuple(cell for leaf in leaves for cell in rows[leaf.key])
        above = next((parent for parent, _ in walk(block.rows) if parent is not node and _holds(parent, beside)), None)
        own = names_of(node)
        inner = "".join(fold(leaf.label) for leaf in leaves) if isinstance(node, Group) else ""
        within = tuple(f"{fold(above.label)}({name})" for name in own) if above else ()
        headers = tuple(name + inner + line * len(leaves) for name in (*own, *within) for line in lines)
        yield Slot(index, table, block, node, cells, (*own, *within), headers)


def _holds(parent: Node, children: tuple[Node, ...]) -> bool:
    return isinstance(parent, Group) and parent.children == children


@cache
def labels_of(form: Form) -> dict[str, tuple[Slot, ...]]:
    """Give every folded label, with and without its number, and every header, and the rows that it may name."""
    found: dict[str, tuple[Slot, ...]] = {}
    for slot in slots_of(form):
        bare = tuple(NUMBERED.sub("", label) for label in slot.labels)
        names = (*slot.labels, *(name for name in bare if len(name) >= _LEAST), *slot.headers)
        for label in dict.fromkeys(names):
            found[label] = (*found.get(label, ()), slot)
    return found


@cache
def row_labels() -> dict[str, frozenset[int]]:
    """Give the folded row labels of all editions, and how many figures the rows of each have."""
    found: dict[str, frozenset[int]] = {}
    for label, slots in chain.from_iterable(labels_of(form).items() for form in FORMS.values()):
        counts = frozenset(len(slot.cells) for slot in slots if slot.row)
        if counts:
            found[label] = found.get(label, frozenset()) | counts
    return found


@cache
def _by_end() -> dict[str, tuple[str, ...]]:
    """Give the folded row labels by their last letters."""
    found: dict[str, tuple[str, ...]] = {}
    for label in row_labels():
        found[label[-1]] = (*found.get(label[-1], ()), label)
    return found


def labels_ending(text: str) -> list[str]:
    """Give the row labels with which a folded text ends."""
    return [label for label in _by_end().get(text[-1:], ()) if text.endswith(label)]


def may_end_label(letter: str) -> bool:
    """Tell whether a row label may end with a letter, or with what stands in brackets before one that closes them."""
    last = fold(letter)
    return not last or last == ")" or last in _by_end()


@cache
def headers() -> dict[int, tuple[str, ...]]:
    """Give the headers right below which figures stand without a label, by how many those are."""
    found: dict[int, tuple[str, ...]] = {}
    slots = chain.from_iterable(map(slots_of, FORMS.values()))
    for count, header in ((len(slot.cells), header) for slot in slots for header in slot.headers):
        found[count] = (*found.get(count, ()), header)
    return found


@cache
def column_headers() -> frozenset[tuple[str, ...]]:
    """Give the folded names of the columns of each block whose rows stand below one another."""
    return frozenset(
        (*(fold(column.label) for column in columns), name)
        for *columns, last in (entries(block.columns) for block in blocks() if not block.across)
        for name in names_of(last)
    )


def without_header(parts: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Leave out the names of all columns where they stand between the label of a row and its figures."""
    last = fold(parts[-1][1]) if parts else ""
    for names in column_headers():
        if names[-1] == last and len(parts) > len(names) and _folded(parts[-len(names) :]) == names:
            before = parts[: -len(names)]
            return before if fold(before[-1][1]) in row_labels() else parts
    return parts


def _folded(parts: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    return tuple(fold(text) for _, text in parts)
