"""Where the rows of the form stand on pages that draw no lines, each by its label or by its header."""

from collections.abc import Sequence

from attrs import frozen

from ...document import Placed
from ...forms import Block, Form, entries
from ...words import fold
from .._rows.chain import heaviest_chain
from .._rows.labels import is_label
from .._rows.slots import Slot, names_of, row_labels, slots_of
from .figures import header_of, pieces_of
from .traces import PlacedLine, Trace, traces_of

__all__ = ["PlacedRow", "heads_of", "is_other", "placed_rows"]

_AROUND = 6
"""In so many lines around a cell of a header the others stand."""
_BELOW = 2.0
"""So many heights of a letter below one another stand the lines of one cell at most."""


@frozen(eq=False)
class PlacedRow:
    """One row of the form, and where its label stands."""

    slot: Slot
    trace: Trace

    def holds(self, line: int) -> bool:
        """Tell whether a line is one of those from the first to the last of the label."""
        return self.trace.first <= line <= self.trace.last

    def away(self, line: int, lines: Sequence[PlacedLine]) -> float:
        """Tell how far a line is from the label, in heights of a letter."""
        own = lines[line].placed
        same = [lines[each].placed for each in self.trace.lines if lines[each].placed.page == own.page]
        return min((abs(each.middle - own.middle) / own.height for each in same), default=float("inf"))


def heads_of(block: Block) -> list[tuple[str, ...]]:
    """Give the wordings of the cells of a header that stand right above the figures."""
    heads = [names_of(entry) for entry in entries(block.columns)]
    return heads * (len(tuple(entries(block.rows))) if block.across else 1)


def placed_rows(lines: Sequence[PlacedLine], form: Form) -> list[PlacedRow]:
    """Find the rows of an edition in their order."""
    slots = {slot.index: slot for slot in slots_of(form) if slot.row is not None and not slot.headers}
    found: dict[tuple[int, int], Trace] = {}
    for slot in slots.values():
        for label in slot.labels:
            for trace in traces_of(label, lines):
                found.setdefault((trace.first, slot.index), trace)
    pairs = [(line, slot, _weight(trace, slots[slot], lines)) for (line, slot), trace in sorted(found.items())]
    rows = [PlacedRow(slots[slot], found[line, slot]) for line, slot in heaviest_chain(pairs)]
    below = rows[-1].trace.last + 1 if rows else 0
    return [*rows, *(row for slot in slots_of(form) if slot.row is None and (row := _across(lines, slot, below)))]


def _weight(trace: Trace, slot: Slot, lines: Sequence[PlacedLine]) -> float:
    """Weigh a label: by its length, and by whether figures stand beside it."""
    beside = any(
        piece.is_figure and piece.extent[0] >= trace.right - 1
        for line, own in zip(trace.lines, trace.letters, strict=True)
        for piece in pieces_of(line, lines[line], own)
    )
    return 1.0 + beside + len(slot.labels[0]) / 50


def _across(lines: Sequence[PlacedLine], slot: Slot, above: int) -> PlacedRow | None:
    """Find the one line of figures of a table whose rows are printed across: it stands below a whole header."""
    heads = heads_of(next(block for block in slot.table.blocks if block.across))
    found = ([*traces_of(names[0], lines[above:], whole=False)] for names in dict.fromkeys(heads))
    rare = next((traces for traces in found if len(traces) * len(set(heads)) == len(heads)), None)
    if rare is None:
        return None
    start, end = rare[0].first - _AROUND + above, rare[-1].last + _AROUND + above
    header = header_of(heads, lines, max(start, above), end)
    line = max((trace.last for trace in header or ()), default=len(lines)) + 1
    own: list[int] = []
    while line < len(lines) and all(piece.is_figure for piece in pieces_of(line, lines[line], ())):
        if own and not _goes_on(lines[own[-1]].placed, lines[line].placed):
            break
        own.append(line)
        line += 1
    return PlacedRow(slot, Trace(tuple(own), (frozenset(),) * len(own), 0.0, 0.0)) if own else None


def _goes_on(above: Placed, below: Placed) -> bool:
    return 0 < below.middle - above.middle < _BELOW * below.height


def is_other(text: str) -> bool:
    """Tell whether a text beside figures is no piece of their label: other text, or the whole label of another row."""
    return not is_label(text) or fold(text) in row_labels()
