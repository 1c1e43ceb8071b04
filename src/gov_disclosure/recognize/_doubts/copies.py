"""A table that stands there twice with other figures, such as that of last year: which one is meant.

It is the one below the heading of its part, and the rows of the other are left where they stand, so
that none of them fills a row that was lost. Where both stand there, or neither, nothing tells.
"""

from collections.abc import Sequence

from attrs import frozen

from ...forms import Form
from ...names import Section
from .._rows.align import Match, named
from .._rows.rows import Row

__all__ = ["Copies", "copies_of", "says_same"]

_SEVERAL = 3
"""So many rows that stand there once more with other figures are a table, and no mistake in one."""


@frozen
class Copies:
    """What tables that stand there twice leave."""

    others: frozenset[int] = frozenset()
    """The identities of the rows of the table that is not meant."""
    unclear: frozenset[Section] = frozenset()
    """The tables of which nothing tells which one is meant."""


def copies_of(rows: Sequence[Row], matches: Sequence[Match], form: Form) -> Copies:
    """Find the tables that stand there twice."""
    taken = {id(match.row) for match in matches}
    spare = [row for row in rows if row.printed and id(row) not in taken and named(row, form)]
    if len(spare) < _SEVERAL:
        return Copies()
    others: set[int] = set()
    unclear: set[Section] = set()
    known = [(row, slots[0]) for row in rows if row.printed and len(slots := named(row, form)) == 1]
    for section in {table.section for table in form.tables}:
        own = [(row, slot.index) for row, slot in known if slot.table.section == section]
        if _is_double(own):
            near = [(row, slot) for row, slot in own if row.part == section]
            others |= {id(row) for row, _ in own if row.part != section} if near else set()
            unclear |= {section} if not near or _is_double(near) else set()
    return Copies(frozenset(others), frozenset(unclear))


def _is_double(rows: Sequence[tuple[Row, int]]) -> bool:
    """Tell whether several rows of the form are there more than once, with other figures."""
    first: dict[int, Row] = {}
    for row, slot in rows:
        first.setdefault(slot, row)
    return len({slot for row, slot in rows if not says_same(row, first[slot])}) >= _SEVERAL


def says_same(one: Row, two: Row) -> bool:
    """Tell whether two rows have the same figures, and their blank cells between the same, as far as both show them."""
    first, second = ([figure.text for figure in row.figures] for row in (one, two))
    return first == second if len(first) == len(second) else list(filter(None, first)) == list(filter(None, second))
