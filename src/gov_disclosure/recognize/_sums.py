"""The sums inside a row: what they say about figures that are already in their order."""

from collections.abc import Sequence

from ..cells import parse_value
from ..forms import Kind
from ._align import Match

__all__ = ["adds_up", "sums_of"]


def sums_of(match: Match) -> dict[int, tuple[int, ...]]:
    """Give the places of the totals of a row, each with those of its parts, which all stand before it."""
    at = {cell: place for place, cell in enumerate(match.slot.cells)}
    inside = [total for total in match.slot.table.sums if not total.column and total.target in at]
    return {at[total.target]: tuple(at[part] for part in total.parts) for total in inside}


def adds_up(match: Match, texts: Sequence[str]) -> bool | None:
    """Tell whether the totals of a row are the sums of its parts; `None` where it has none or not all are numbers."""
    sums, values = sums_of(match), [parse_value(text, Kind.COUNT) for text in texts]
    counts = [value for value in values if isinstance(value, int)]
    if not sums or len(counts) < len(match.slot.cells):
        return None
    return all(counts[total] == sum(counts[part] for part in parts) for total, parts in sums.items())
