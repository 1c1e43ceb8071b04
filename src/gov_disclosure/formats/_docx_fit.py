"""How large the type of a table may be and how high its rows are.

One rule for every table: the largest of the usual type sizes at which no word of a cell breaks
and, if the frame has printed widths, the whole table stands on one page under its heading. Where one
would break, the broadest column, such as that of the labels, gives way before the type does. Rows
then get a comfortable height, or, where a table nearly fills its page, all the room there is.
Everything is reckoned from the widths of characters, because no font is at hand: a Chinese
character is as wide as high, others half; English words are reckoned letter by letter.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from math import ceil
from operator import attrgetter

from attrs import frozen

from ..document import Cell, Frame, Role
from ..words import Language
from ._docx_look import LATIN, Look
from ._docx_styles import LABEL_INDENT, SIZES

__all__ = ["Fit", "fit", "is_broad", "printed_lines", "room_of", "width_across", "width_of", "widths_of"]

# All in twips, twentieths of a point: what a heading takes, and what is kept free so that another word
# processor's lines do not push a row over the edge.
_HEADING, _RESERVE = 920, 600
_PADDING, _SLACK, _INDENT = 28, 12, LABEL_INDENT
_BROAD = 50.0  # mm
_MM = 1440 / 25.4
_AIR, _MOST_AIR = 80, 200
_LINE = 13  # a line is 1.3 times the type size: half points to twips
_EM = 10  # half points to twips

_LEAST, _MOST = 2, 40
"""For so many characters of its texts a column gets room; where all do not fit, the broadest give way first."""

# How wide the letters of Times New Roman are that are not half as wide as high, a little rounded up.
_LETTERS = {
    letter: width
    for letters, width in (
        ("ijlt ,.:;/'", 0.28), ("fr()[]-I", 0.34), ("s", 0.39), ("aceJz", 0.45), ("FPS", 0.56), ("ELTZ", 0.62),
        ("BCR", 0.67), ("ADGHKNOQUVXYw", 0.73), ("m", 0.78), ("M", 0.89), ("W%", 0.95),
    )
    for letter in letters
}  # fmt: skip
_BROADER = 1.2
"""So much broader than Times New Roman is any other font, Arial by a sixth, Courier New by a fifth."""
_WIDE = re.compile("[\u2000-\U0010ffff]+")
_WORD = re.compile(r"[!-~]+")
_COMMA = re.compile("[，；、]")
_LONGEST_LABEL = 4
"""A printed line of a label of so many characters is a word (自然人, 不予公开) and must not break."""
_LONGEST_WORD = 24
"""What is longer is an address of a page, which breaks anywhere."""


@frozen
class Fit:
    """The type size of a table in half points, its rows' heights in twips, and whether it stays on one page."""

    size: int
    heights: tuple[int, ...]
    whole: bool
    widths: tuple[int, ...]
    """Those of the columns in twips."""


@lru_cache(maxsize=4096)
def width_of(text: str) -> float:
    """Reckon the width of a text in characters as wide as they are high."""
    wide = 0 if text.isascii() else len(text) - len(_WIDE.sub("", text))
    return (len(text) + wide) / 2


@frozen
class _Ruler:
    """How texts of a language are measured, in characters as wide as they are high."""

    language: Language
    stretch: float = 1.0
    """How much broader the Latin font is than Times New Roman."""

    def width(self, text: str) -> float:
        """Reckon the width of a text."""
        if not text.isascii():
            return width_of(text)
        return self.stretch * (width_of(text) if self.language == "zh" else sum(_LETTERS.get(c, 0.5) for c in text))

    def lines(self, text: str, room: float) -> int:
        """Tell how many lines of a width a text takes; ASCII is broken at its spaces, and inside of longer words."""
        if not text.isascii():
            return max(1, ceil(width_of(text) / room))
        count, left = 0, 0.0
        for word in text.split() or ("",):
            width = self.width(word)
            if not count or width > left:
                lines = max(1, ceil(width / room))
                count, left = count + lines, lines * room
            left -= width + self.width(" ")
        return count


def _ruler(frame: Frame, look: Look) -> _Ruler:
    return _Ruler(frame.language, 1.0 if look.font("latin") == LATIN else _BROADER)


def widths_of(frame: Frame, whole_width: int) -> tuple[int, ...]:
    """Give the width of each column in twips; together they fill the type area."""
    shares = frame.widths if len(frame.widths) == frame.columns else _shares(frame, whole_width)
    whole = sum(shares)
    edges = [round(edge / whole * whole_width) for edge in accumulate(shares, initial=0.0)]
    return tuple(b - a for a, b in pairwise(edges))


def _shares(frame: Frame, whole_width: int) -> list[float]:
    """Share the width of a plain table: equally, or by the texts if one needs more than its share."""
    needs = [0.0] * frame.columns
    for cell in frame.cells:
        if cell.colspan == 1:
            needs[cell.column] = max(needs[cell.column], width_of(cell.text))
    equal = (whole_width / frame.columns - 2 * _PADDING) / (SIZES[0] * _EM)
    if max(needs) <= equal:
        return [1.0] * frame.columns
    line = whole_width / (SIZES[0] * _EM)
    most = next((most for most in range(_MOST, _LEAST, -1) if sum(min(n, most) + 1 for n in needs) <= line), _LEAST)
    return [min(max(need, _LEAST), most) + 1.0 for need in needs]


def width_across(cell: Cell, widths: Sequence[int]) -> int:
    """Give the width of a cell in twips."""
    return sum(widths[cell.column : cell.column + cell.colspan])


def is_broad(cell: Cell, frame: Frame) -> bool:
    """Tell whether a cell is a label that stands at the left: centred lines of a column printed broad are ragged.

    So are those of any column in English; a label beside several rows is short and stands in the middle.
    """
    if cell.role is not Role.LABEL:
        return False
    printed = sum(frame.widths[cell.column : cell.column + cell.colspan])
    return printed >= _BROAD or (cell.rowspan == 1 and cell.text.isascii())


def room_of(cell: Cell, frame: Frame, widths: Sequence[int], size: int) -> float:
    """Tell how many characters stand side by side in a cell."""
    indent = _INDENT if is_broad(cell, frame) else 0
    return (width_across(cell, widths) - 2 * _PADDING - indent) / (size * _EM)


def printed_lines(cell: Cell, text: str, room: float) -> tuple[str, ...]:
    """Give the lines of a cell that breaks at set places; one line breaks where it will, or not at all.

    A header without breaks of its own breaks after the comma nearest to its middle.
    """
    if width_of(text) <= room:
        return (text,)
    if len(cell.lines) > 1:
        return cell.lines
    commas = [comma.end() for comma in _COMMA.finditer(text)] if cell.role is Role.HEADER else []
    halves = [(text[:comma], text[comma:]) for comma in sorted(commas, key=lambda end: abs(2 * end - len(text)))]
    return next((lines for lines in halves if max(map(width_of, lines)) <= room), (text,))


def _words(cell: Cell, lines: tuple[str, ...]) -> Iterator[str]:
    for line in lines:
        if cell.role in {Role.HEADER, Role.LABEL} and len(line) <= _LONGEST_LABEL:
            yield line
        else:
            yield from (word for word in _WORD.findall(line) if len(word) <= _LONGEST_WORD)


def _height(lines: tuple[str, ...], room: float, size: int, ruler: _Ruler) -> int:
    return sum(ruler.lines(line, max(room, 1.0)) for line in lines) * size * _LINE + 2 * _PADDING


def _attempt(
    frame: Frame, text_of: Callable[[Cell], str], widths: tuple[int, ...], size: int, look: Look
) -> tuple[tuple[int, ...], Fit]:
    """Set a table in a type size, and tell how broad its columns must be for their words: as they are where all fit."""
    ruler, needs = _ruler(frame, look), list(widths)
    heights = [_height(("",), 1.0, size, ruler)] * frame.rows
    for cell in sorted(frame.cells, key=lambda cell: cell.rowspan):
        room = room_of(cell, frame, widths, size)
        tight = room - _SLACK / (size * _EM)
        lines = printed_lines(cell, text_of(cell), room)
        over = max((ruler.width(word) for word in _words(cell, lines)), default=0.0) - tight
        if over > 0:
            last = cell.column + cell.colspan - 1
            needs[last] = max(needs[last], widths[last] + int(over * size * _EM) + 1)
        rows = slice(cell.row, cell.row + cell.rowspan)
        heights[rows.stop - 1] += max(0, _height(lines, room, size, ruler) - sum(heights[rows]))
    spare = look.height - _HEADING - _RESERVE - sum(heights)
    air = _AIR if spare < 0 else _air(spare, frame)
    return tuple(needs), Fit(size, tuple([height + air for height in heights]), spare >= 0, widths)


def _air(spare: int, frame: Frame) -> int:
    """Share the spare height of a page among the rows; a printed table that leaves little takes all of it."""
    share = spare // frame.rows
    return share if frame.widths and share <= _MOST_AIR else min(share, _AIR)


def fit(frame: Frame, text_of: Callable[[Cell], str], look: Look) -> Fit:
    """Choose the type size, the columns and the row heights of a table that says what `text_of` gives."""
    second: list[Fit] = []
    for size in _sizes(frame, look):
        fits, fitted = _settled(frame, text_of, size, look)
        if fits and (fitted.whole or not frame.widths):
            return fitted
        if fits or size == SIZES[-1]:
            second.append(fitted)
    return second[0]


def _sizes(frame: Frame, look: Look) -> tuple[int, ...]:
    """Give the type sizes from that on in which the words of the form stand in columns as broad as it prints them."""
    if not frame.widths:
        return SIZES
    printed = tuple(map(max, widths_of(frame, round(sum(frame.widths) * _MM)), widths_of(frame, look.width)))
    larger = (size for size in SIZES if _attempt(frame, attrgetter("text"), printed, size, look)[0] == printed)
    return SIZES[SIZES.index(next(larger, SIZES[-1])) :]


def _settled(frame: Frame, text_of: Callable[[Cell], str], size: int, look: Look) -> tuple[bool, Fit]:
    """Set a table in a type size and tell whether all words fit; the broadest columns give others what they need."""
    widths = widths_of(frame, look.width)
    needs, fitted = _attempt(frame, text_of, widths, size, look)
    if needs == widths:
        return True, fitted
    given = _given_way(widths, needs, 2 * _PADDING + size * _EM)
    needs, settled = _attempt(frame, text_of, given, size, look)
    return (True, settled) if needs == given and sum(given) == sum(widths) else (False, fitted)


def _given_way(widths: tuple[int, ...], needs: tuple[int, ...], least: int) -> tuple[int, ...]:
    """Take what some columns need from the broadest of the others, down to the next broad ones, then from these too."""
    given, over = list(needs), sum(needs) - sum(widths)
    others = [column for column, width in enumerate(widths) if width == needs[column]]
    levels = sorted({least, *(widths[column] for column in others if widths[column] > least)}, reverse=True)
    for high, low in pairwise(levels):
        broad = [column for column in others if given[column] == high]
        taken = min(over, (high - low) * len(broad))
        for place, column in enumerate(broad):
            given[column] = high - (taken + place) // len(broad)
        over -= taken
    return tuple(given)
