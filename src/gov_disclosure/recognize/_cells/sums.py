"""The sums inside a row: what they say about figures that are already in their order."""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from ...cells import parse_value
from ...forms import Kind
from .._rows.align import Match
from .._rows.slots import Slot

__all__ = ["adds_up", "falls_short", "held", "is_told", "proved", "sum_of", "sums_hold", "sums_of", "totals_of"]


def sums_of(match: Match) -> Mapping[int, tuple[int, ...]]:
    """Give the places of the totals of a row, each with those of its parts, which all stand before it."""
    return _sums_in(match.slot)


@cache
def _sums_in(slot: Slot) -> Mapping[int, tuple[int, ...]]:
    at = {cell: place for place, cell in enumerate(slot.cells)}
    inside = [total for total in slot.table.sums if not total.column and total.target in at]
    return MappingProxyType({at[total.target]: tuple(at[part] for part in total.parts) for total in inside})


def falls_short(slot: Slot, texts: Sequence[str]) -> bool:
    """Tell whether a total is less than its parts, or other than all of them: it was cut, or it is of another row."""
    values = [parse_value(text, Kind.COUNT) for text in texts]
    counts = [value if isinstance(value, int) else 0 for value in values]
    for total, parts in _sums_in(slot).items():
        least = sum(counts[part] for part in parts)
        every = all(texts[part] for part in parts)
        if isinstance(values[total], int) and (counts[total] < least or (every and counts[total] != least)):
            return True
    return False


def totals_of(slot: Slot) -> frozenset[int]:
    """Give the places of the totals of a row."""
    return frozenset(_sums_in(slot))


def adds_up(match: Match, texts: Sequence[str]) -> bool | None:
    """Tell whether the totals of a row are the sums of its parts; `None` where it has none or not all are numbers."""
    return sums_hold(match.slot, texts)


def sums_hold(slot: Slot, texts: Sequence[str]) -> bool | None:
    """Tell the same of texts for the cells of a row."""
    sums, values = _sums_in(slot), [parse_value(text, Kind.COUNT) for text in texts]
    counts = [value for value in values if isinstance(value, int)]
    if not sums or len(counts) < len(slot.cells):
        return None
    return all(counts[total] == sum(counts[part] for part in parts) for total, parts in sums.items())


def sum_of(match: Match) -> bool | None:
    """Tell whether a row adds up that has all figures and nothing else; `None` for any other."""
    row = match.row
    return adds_up(match, row.texts) if len(row.printed) == len(match.slot.cells) else None


def held(slot: Slot, texts: Sequence[str]) -> frozenset[int]:
    """Give the places whose sums hold: a total is a number, and what is none among its parts adds nothing."""
    values = [parse_value(text, Kind.COUNT) for text in texts]
    counts = [value if isinstance(value, int) else 0 for value in values]
    return frozenset(
        place
        for total, parts in _sums_in(slot).items()
        if isinstance(values[total], int) and counts[total] == sum(counts[part] for part in parts)
        for place in (total, *parts)
    )


def proved(slot: Slot, texts: Sequence[str]) -> bool:
    """Tell whether every number of a row is one of a sum that holds."""
    known = held(slot, texts)
    return all(place in known for place, text in enumerate(texts) if isinstance(parse_value(text, Kind.COUNT), int))


def is_told(slot: Slot, texts: Sequence[str]) -> bool:
    """Tell whether the sums of a row say anything: a total of one part alone is that part, cut or whole."""
    numbers = [bool(text.strip("0 ")) for text in texts]
    return all(sum(numbers[part] for part in parts) != 1 for parts in _sums_in(slot).values())
