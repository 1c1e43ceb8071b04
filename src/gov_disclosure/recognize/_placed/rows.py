"""Where the rows of the form stand on pages that draw no lines, each by its label or by its header."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter

from attrs import frozen

from ...document import Placed
from ...forms import FORMS, Block, Form, entries
from ...words import fold
from .._rows.chain import heaviest_chain
from .._rows.labels import is_label
from .._rows.slots import Slot, names_of, row_labels, slots_of
from .figures import header_of, pieces_of
from .traces import PlacedLine, Trace, Tracer

__all__ = ["PlacedRow", "heads_of", "is_other", "labels_in", "placed_rows"]

_AROUND = 6
"""In so many lines around a cell of a header the others stand."""
_BELOW = 2.0
"""So many heights of a letter below one another stand the lines of one cell at most."""


@frozen(eq=False)
class PlacedRow:
    """One row of the form, and where its label stands."""

    slot: Slot
    trace: Trace


def heads_of(block: Block) -> list[tuple[str, ...]]:
    """Give the wordings of the cells of a header that stand right above the figures."""
    heads = [names_of(entry) for entry in entries(block.columns)]
    return heads * (len(tuple(entries(block.rows))) if block.across else 1)


Labels = Mapping[str, Sequence[tuple[Trace, bool]]]
"""Where each folded label stands, and whether figures stand beside it."""


def labels_in(tracer: Tracer) -> Labels:
    """Find the labels of the rows of all editions."""
    labels = chain.from_iterable(slot.labels for form in FORMS.values() for slot in _labelled(form))
    return {
        label: [(trace, _is_beside_figures(trace, tracer.lines)) for trace in tracer.traces_of(label)]
        for label in dict.fromkeys(labels)
    }


def _labelled(form: Form) -> Iterator[Slot]:
    return (slot for slot in slots_of(form) if slot.row is not None and not slot.headers)


def _is_beside_figures(trace: Trace, lines: Sequence[PlacedLine]) -> bool:
    return any(
        piece.extent[0] >= trace.right - 1 and piece.is_figure
        for line, own in zip(trace.lines, trace.letters, strict=True)
        for piece in pieces_of(line, lines[line], own)
    )


def placed_rows(tracer: Tracer, labels: Labels, form: Form) -> list[PlacedRow]:
    """Find the rows of an edition in their order."""
    slots = {slot.index: slot for slot in _labelled(form)}
    found: dict[tuple[int, int], tuple[Trace, bool]] = {}
    for slot in slots.values():
        for trace, beside in chain.from_iterable(map(labels.__getitem__, slot.labels)):
            found.setdefault((trace.first, slot.index), (trace, beside))
    # A label weighs by its length, and by whether figures stand beside it.
    pairs = [
        (line, slot, 1.0 + beside + len(slots[slot].labels[0]) / 50)
        for (line, slot), (_, beside) in sorted(found.items(), key=itemgetter(0))
    ]
    rows = [PlacedRow(slots[slot], found[line, slot][0]) for line, slot in heaviest_chain(pairs)]
    below = rows[-1].trace.last + 1 if rows else 0
    return [*rows, *(row for slot in slots_of(form) if slot.row is None and (row := _across(tracer, slot, below)))]


def _across(tracer: Tracer, slot: Slot, above: int) -> PlacedRow | None:
    """Find the one line of figures of a table whose rows are printed across: it stands below a whole header."""
    lines, heads = tracer.lines, heads_of(next(block for block in slot.table.blocks if block.across))
    found = ([*tracer.traces_of(names[0], above, whole=False)] for names in dict.fromkeys(heads))
    rare = next((traces for traces in found if len(traces) * len(set(heads)) == len(heads)), None)
    if rare is None:
        return None
    header = header_of(heads, tracer, max(rare[0].first - _AROUND, above), rare[-1].last + _AROUND)
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
