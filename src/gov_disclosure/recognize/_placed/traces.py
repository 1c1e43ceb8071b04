"""Labels on a page on which only places tell what belongs together: each found letter by letter.

A label that is too long for its cell goes on in the lines below, between other cells and beside their
figures. What it goes on with is known, because the form says it; so it is followed from line to line
as long as it lies below itself, over the end of a page, too.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from attrs import field, frozen

from ...document import Placed
from ...words import fold

__all__ = ["Folded", "PlacedLine", "Trace", "Tracer", "letters_of"]

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


class Folded:
    """The letters of a line as labels are compared: what they say together, which letter each is, where each stands."""

    def __init__(self, letters: Iterable[str]) -> None:
        parts = [fold(text) for text in letters]
        self.text = "".join(parts)
        self.owners = [place for place, part in enumerate(parts) for _ in part]
        self.places: dict[str, list[int]] = {}
        for place, letter in enumerate(self.text):
            self.places.setdefault(letter, []).append(place)


@frozen(eq=False)
class PlacedLine:
    """One line of a page and its place among the lines of the source."""

    index: int
    placed: Placed
    folded: Folded
    sheet: int = 0
    """On which sheet it stands: what is below one another on another sheet need not be so on this."""

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


_Found = tuple[tuple[int, frozenset[int], float, float], ...]
"""For each line of a label which of its letters are of it, and where they begin and end."""


def _trace_of(found: _Found) -> Trace:
    numbers, letters, lefts, rights = zip(*found, strict=True)
    return Trace(numbers, letters, min(lefts), max(rights))


@frozen(eq=False, slots=False)
class Tracer:
    """The lines of a source, in which labels are looked for by where their letters stand."""

    lines: Sequence[PlacedLine]
    _below: dict[int, tuple[int, ...]] = field(factory=dict, init=False)
    """The lines in which a cell may go on, for each line from which one was followed."""

    @cached_property
    def _holding(self) -> dict[str, list[int]]:
        """The lines in which each letter stands."""
        found: dict[str, list[int]] = {}
        for number, line in enumerate(self.lines):
            for letter in line.folded.places:
                found.setdefault(letter, []).append(number)
        return found

    def traces_of(self, label: str, start: int = 0, end: int | None = None, *, whole: bool = True) -> Iterator[Trace]:
        """Find a folded label in some lines: `whole` words, or beside other cells that touch it, too."""
        end = len(self.lines) if end is None else end
        numbers = self._holding.get(label[0], [])
        for number in numbers[bisect_left(numbers, start) : bisect_left(numbers, end)]:
            line = self.lines[number]
            for place in line.folded.places[label[0]]:
                if not whole or label[0] in _NUMBERS or line.parted(line.folded.owners[place]):
                    found = self._followed(label, number, place, end, whole)
                    if found:
                        yield _trace_of(found)

    def _followed(
        self, label: str, number: int, place: int, end: int, whole: bool, above: _Found = ()
    ) -> _Found | None:
        """Follow a label from where it begins; nothing if it does not go on to its end, each piece below the others."""
        line = self.lines[number]
        for length in _runs(label, line, place, whole):
            if length == len(label):
                return self._with(above, number, line.folded.owners[place : place + length])
            lines = (below for below in self._lines_below(number) if below < end)
            starts = [(below, start) for below in lines for start in _goes_on(label[length], line, self.lines[below])]
            found = self._with(above, number, line.folded.owners[place : place + length]) if starts else None
            for below, start in starts:
                if found and (whole_label := self._followed(label[length:], below, start, end, whole, found)):
                    return whole_label
        return None

    def _with(self, above: _Found, number: int, owners: Sequence[int]) -> _Found | None:
        """Give the pieces of a label with one more, if that has room and lies below those on the same sheet."""
        line = self.lines[number]
        letters = line.placed.letters
        piece = number, frozenset(owners), letters[owners[0]][1], letters[owners[-1]][2]
        own = [each for each in above if self.lines[each[0]].sheet == line.sheet] or [piece]
        left, right = min(each[2] for each in own), max(each[3] for each in own)
        return (*above, piece) if piece[2] < right - _TOLERANCE and piece[3] > left + _TOLERANCE else None

    def _lines_below(self, number: int) -> tuple[int, ...]:
        """Give the lines in which a cell may go on: close below, or at the head of the next page."""
        if number not in self._below:
            self._below[number] = tuple(_near_below(self.lines, number))
        return self._below[number]


def _goes_on(letter: str, above: PlacedLine, below: PlacedLine) -> Sequence[int]:
    """Give where a cell may go on in a line below: on another sheet with the first letter of a word only."""
    places = below.folded.places.get(letter, [])
    if above.sheet == below.sheet:
        return places
    return [place for place in places if below.parted(below.folded.owners[place])]


def _runs(label: str, line: PlacedLine, place: int, whole: bool) -> list[int]:
    """Give how many letters of a label may stand in a line from a place on: to a gap, which may part two cells, or all.

    A whole word must not go on behind them.
    """
    text, owners = line.folded.text, line.folded.owners
    found: list[int] = []
    for length in range(1, min(len(label), len(text) - place) + 1):
        end = place + length
        if text[end - 1] != label[length - 1]:
            break
        behind = text[end : end + 1]
        may_end = behind != label[length : length + 1] and not (whole and behind not in _BESIDE)
        if not behind or may_end or line.parted(owners[end]):
            found.append(length)
    return found


def _near_below(lines: Sequence[PlacedLine], number: int) -> Iterator[int]:
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
