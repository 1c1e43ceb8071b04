"""Cells that are made once: labels and small figures of the form stand in the same places in every report."""

from functools import lru_cache

from ..document import Cell

__all__ = ["cell_at"]

_SHORT = 64
_usual_cell = lru_cache(maxsize=8192)(Cell)


def cell_at(row: int, column: int, text: str, rowspan: int, colspan: int) -> Cell:
    """Give the cell of a text at a place; one of a short text is the same as before."""
    return (_usual_cell if len(text) < _SHORT else Cell)(row, column, text, rowspan, colspan)
