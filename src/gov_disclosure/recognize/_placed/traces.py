"""Labels on a page on which only places tell what belongs together: each found letter by letter.

A label that is too long for its cell goes on in the lines below, between other cells and beside their
figures. What it goes on with is known, because the form says it; so it is followed from line to line
as long as it lies below itself, over the end of a page, too.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from attrs import frozen

from ...document import Placed
from ...words import fold

__all__ = ["PlacedLine", "Trace", "letters_of", "traces_of"]

_TOUCHING = 0.15
"""How much of its height may part two letters of a word."""
_APART = 3.0
"""So many heights of a letter below one another stand the lines of one cell at most."""
_HEADS = 12
"""So many lines may head a page above the rest of a cell that began on the page before."""
_TOLERANCE = 0.3
"""So many points may two cells overlap that touch one another."""
_NUMBERS = frozenset("([0123456789")
"""What a label may begin with right behind another cell: it begins with its number."""
_BESIDE = frozenset("0123456789/-_\ufffd无⁰¹²³⁴⁵⁶⁷⁸⁹+\\?")
"""What a figure may begin with that stands right behind a label."""


@frozen(eq=False)
class PlacedLine:
    """One line of a page and its place among the lines of the source."""

    index: int
    placed: Placed
    sheet: int = 0
    """On which sheet it stands: what is below one another on another sheet need not be so on this."""

    @cached_property
    def folded(self) -> tuple[str, tuple[int, ...]]:
        """The letters as labels are compared, and which letter each of them is."""
        parts = [fold(text) for text, _, _ in self.placed.letters]
        return "".join(parts), tuple(place for place, part in enumerate(parts) for _ in part)

    def parted(self, letter: int) -> bool:
        """Tell whether a letter begins a word: nothing stands right before it."""
        letters = self.placed.letters
        if not 0 < letter < len(letters):
            return True
        return letters[letter][1] - letters[letter - 1][2] > _TOUCHING * self.placed.height


@frozen(eq=False)
class Trace:
    """A label as it stands on its page or pages: in which lines, which letters, and how broad."""

    lines: tuple[int, ...]
    letters: tuple[frozenset[int], ...]
    """For each of the lines, which of its letters are of the label."""
    left: float
    right: float

    @property
    def first(self) -> int:
        """The line in which it begins."""
        return self.lines[0]

    @property
    def last(self) -> int:
        """The line in which it ends."""
        return self.lines[-1]


def letters_of(traces: Iterable[Trace]) -> dict[int, set[int]]:
    """Give the letters of each line that are of some labels."""
    taken: dict[int, set[int]] = {}
    for trace in traces:
        for line, letters in zip(trace.lines, trace.letters, strict=True):
            taken.setdefault(line, set()).update(letters)
    return taken


def traces_of(label: str, lines: Sequence[PlacedLine], *, whole: bool = True) -> Iterator[Trace]:
    """Find a folded label wherever it stands: `whole` words, or beside other cells that touch it, too."""
    for number, line in enumerate(lines):
        text, owners = line.folded
        for place in _places(label[0], text):
            if not whole or label[0] in _NUMBERS or line.parted(owners[place]):
                found = _followed(label, lines, number, place, whole)
                if found:
                    yield _trace_of(found)


_Found = tuple[tuple[int, frozenset[int], float, float], ...]
"""For each line of a label which of its letters are of it, and where they begin and end."""


def _trace_of(found: _Found) -> Trace:
    numbers, letters, lefts, rights = zip(*found, strict=True)
    return Trace(numbers, letters, min(lefts), max(rights))


def _places(letter: str, text: str) -> Iterator[int]:
    place = text.find(letter)
    while place >= 0:
        yield place
        place = text.find(letter, place + 1)


def _followed(
    label: str, lines: Sequence[PlacedLine], number: int, place: int, whole: bool, above: _Found = ()
) -> _Found | None:
    """Follow a label from where it begins; nothing if it does not go on to its end, each piece below the others."""
    for length in _runs(label, lines[number], place, whole):
        owners = lines[number].folded[1][place : place + length]
        letters = lines[number].placed.letters
        found = (*above, (number, frozenset(owners), letters[owners[0]][1], letters[owners[-1]][2]))
        own = [piece for piece in above if lines[piece[0]].sheet == lines[number].sheet] or found[-1:]
        left, right = min(piece[2] for piece in own), max(piece[3] for piece in own)
        if found[-1][2] >= right - _TOLERANCE or found[-1][3] <= left + _TOLERANCE:
            continue
        if length == len(label):
            return found
        for below in _below(lines, number):
            for start in _goes_on(label[length], lines[number], lines[below]):
                if whole_label := _followed(label[length:], lines, below, start, whole, found):
                    return whole_label
    return None


def _goes_on(letter: str, above: PlacedLine, below: PlacedLine) -> Iterator[int]:
    """Give where a cell may go on in a line below: on another sheet with the first letter of a word only."""
    text, owners = below.folded
    same = above.sheet == below.sheet
    return (place for place in _places(letter, text) if same or below.parted(owners[place]))


def _runs(label: str, line: PlacedLine, place: int, whole: bool) -> Iterator[int]:
    """Give how many letters of a label may stand in a line from a place on: to a gap, which may part two cells, or all.

    A whole word must not go on behind them.
    """
    text, owners = line.folded
    for length, (letter, found) in enumerate(zip(label, text[place:], strict=False), 1):
        if letter != found:
            return
        end = place + length
        goes_on = end < len(text) and not line.parted(owners[end])
        longer = goes_on and length < len(label) and text[end] == label[length]
        if not goes_on or not (longer or (whole and text[end] not in _BESIDE)):
            yield length


def _below(lines: Sequence[PlacedLine], number: int) -> Iterator[int]:
    """Give the lines in which a cell may go on: close below, or at the head of the next page."""
    above, heads = lines[number].placed, 0
    for below in range(number + 1, len(lines)):
        placed = lines[below].placed
        near = placed.page == above.page and placed.middle - above.middle <= _APART * above.height
        heads += not near
        if heads > _HEADS or placed.page > above.page + 1:
            return
        if near or placed.page > above.page:
            yield below
