"""A cell without a number keeps a rule from being assessed: the one sentence that says so."""

from collections.abc import Callable, Collection

from ..forms import Table
from ..words import Words
from ._places import addresses, name_cells
from ._rule import Unassessable

__all__ = ["no_number"]

_SAID = Words("{cells}{where}空白或不是数字，{so}。", "{cells}: blank or no number{where}, so {so}.")
_UNTOLD = Words("无法判断", "that cannot be told")
_HERE = Words("", "")


def no_number(
    table: Table,
    cells: Collection[int],
    so: Words = _UNTOLD,
    where: Words = _HERE,
    name: Callable[[Table, Collection[int]], Words] = name_cells,
) -> Unassessable:
    """Doubt a rule for cells that are blank or a mark: `so` says what cannot be done, `where` in whose report it is."""
    return Unassessable(addresses(table, cells), _SAID.format(cells=name(table, cells), where=where, so=so))
