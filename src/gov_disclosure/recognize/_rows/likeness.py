"""How much the end of what stands before figures looks like a label of the form.

A label is compared letter by letter only with a text that has enough of its letters, which few have.
"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import chain

from attrs import frozen

from ...forms import FORMS, Table, entries
from ...words import fold
from .labels import without_note
from .rows import Row
from .slots import NUMBERED, Slot, column_headers, names_of, slots_of

__all__ = ["likenesses"]

_LIKE = 0.6
_ENOUGH = _LIKE / (2 - _LIKE)
"""So much of a label stands in a text that is like it: the rest of neither is then too long."""
_SHORT = 3
"""So few characters are of a label only if they stand in it."""
_CUT = 6
"""So many characters that a label begins or ends with are the label, broken off."""


@frozen
class _Label:
    """A folded label, and what of it is compared."""

    text: str
    number: str
    """The number before it; rows of different numbers are different rows, however alike they are."""
    bare: str
    """The label without its number."""
    letters: int
    """Which letters it has without its number, as bits."""
    spare: float
    """How many of these a text may lack that is like it."""

    @classmethod
    def of(cls, text: str) -> "_Label":
        bare = NUMBERED.sub("", text)
        return cls(text, text.removesuffix(bare), bare, _bits_of(bare), (1 - _ENOUGH) * len(text))


@cache
def _labels_of(slot: Slot) -> tuple[_Label, ...]:
    return tuple(map(_Label.of, slot.labels))


@cache
def _bits() -> dict[str, int]:
    """Give each letter of a label a bit."""
    letters = {letter for form in FORMS.values() for slot in slots_of(form) for letter in chain(*slot.labels)}
    return {letter: 1 << place for place, letter in enumerate(sorted(letters))}


def _bits_of(letters: Iterable[str]) -> int:
    bits, found = _bits(), 0
    for letter in letters:
        found |= bits.get(letter, 0)
    return found


@cache
def _every_label() -> str:
    return "\n".join(label for form in FORMS.values() for slot in slots_of(form) for label in slot.labels)


def likenesses(row: Row, slots: Sequence[Slot]) -> Iterator[tuple[Slot, float]]:
    """Give the rows of the form whose labels are like the end of what stood before the figures, and how much: to 1."""
    own, text = map(without_note, (fold(row.own), row.label))
    piece = own in _every_label()
    # What is short and no piece of a label begins another row, before whose figures the label of this one stands.
    if not own or (len(own) <= _SHORT and not piece) or _is_header(row):
        return
    printed, lacking = _Label.of(own), ~_bits_of({*own, *text})
    for slot in slots:
        if slot.row is not None:
            sure = _is_piece_of(printed, slot) if piece else None
            likeness = _likeness(printed, text, lacking, slot) if sure is None else float(sure)
            if likeness >= _LIKE:
                yield slot, likeness


def _labels_for(own: _Label, slot: Slot) -> Sequence[_Label]:
    """Give the labels of a row but those with another number."""
    labels = _labels_of(slot)
    return [label for label in labels if label.number in (own.number, "")] if own.number else labels


def _is_piece_of(own: _Label, slot: Slot) -> bool | None:
    """Tell whether a piece of a label is one of a row, if it is so long or so short that this tells."""
    if len(own.text) >= _CUT:
        ends = ((label.bare.startswith(own.bare), label.text.endswith(own.text)) for label in _labels_for(own, slot))
        return True if any(map(any, ends)) else None
    return False if len(own.text) <= _SHORT and not any(own.text in label for label in slot.labels) else None


def _likeness(own: _Label, text: str, lacking: int, slot: Slot) -> float:
    """Tell how much the text before the figures is like the labels of a row; some letters are `lacking` in it."""
    labels = [label for label in _labels_for(own, slot) if (label.letters & lacking).bit_count() <= label.spare]
    if not labels:
        return 0.0
    alone = 0.0 if _is_shared(own.text, slot.table) else max(_ratio(own.bare, label.bare) for label in labels)
    return max(alone, *(_ratio(text[-len(label.text) - 4 :], label.text) for label in labels))


def _is_header(row: Row) -> bool:
    """Tell whether the last texts before the figures are the names of two columns, and so of no row."""
    last = {fold(text) for _, text in row.parts[-2:]}
    return len(last) > 1 and any(last.issubset(names) for names in column_headers())


@lru_cache(maxsize=4096)
def _is_shared(piece: str, table: Table) -> bool:
    """Tell whether a piece is of the labels of several rows, and so names none of them."""
    rows = [names_of(row) for block in table.blocks for row in entries(block.rows)]
    return piece not in chain.from_iterable(rows) and sum(any(piece in name for name in names) for names in rows) > 1


@lru_cache(maxsize=8192)
def _ratio(text: str, label: str) -> float:
    matcher = SequenceMatcher(None, text, label, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _LIKE and matcher.quick_ratio() >= _LIKE else 0.0
