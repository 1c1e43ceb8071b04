"""Letters of a page to lines: which stand side by side, and how wide the gaps between them are.

A page has no words and no lines, only letters in places. Letters that stand at one height are a
line; a gap between two of them is as many spaces as fit in. Where two figures lie upon one
another, as in a correction or a watermark, no number can be read: a replacement character says so.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from unicodedata import normalize

from attrs import frozen

from ..columns import width_of
from ..document import Placed
from ..words import lowered, raised

__all__ = ["UNREADABLE", "Box", "Letter", "Letters", "joined", "lines_of", "placed", "plain", "spaced", "touching"]

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points from the upper left corner."""

UNREADABLE = "\ufffd"
"""What stands where a number cannot be made out, so that the rest of it is taken for none."""
_WIDE_GAP = 0.8
"""How much of its height a gap between letters may have before it parts two columns."""
_WORD_GAP = 0.15
_SMALL, _SMALLER = 0.8, 0.95
_MOVED = 0.1
"""By how much of its height a digit stands above or below the line when it is moved off it."""
_COLUMNS = 3
"""So many columns has a wide letter where places count: more than it takes, so that nothing is pushed aside."""


@frozen
class Letter:
    """One letter as printed: its place and what it is."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def middle(self) -> tuple[float, float]:
        """The point that tells to which line and cell the letter belongs."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """The height of the letter, never 0."""
        return max(self.bottom - self.top, 1.0)

    def within(self, box: Box) -> bool:
        """Tell whether the middle of the letter lies in a box."""
        x, y = self.middle
        return box[0] <= x <= box[2] and box[1] <= y <= box[3]


Letters = Sequence[Letter]

# Fonts give many characters the numbers of the radicals that they look like; those that Unicode itself does not
# say to be the same are the simplified ones.
_RADICALS = str.maketrans(
    "⺁⺟⺠⺫⺬⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
    "厂母民目示虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
)
_RADICAL = re.compile("[\u2e80-\u2fd5]")


def plain(text: str) -> str:
    """Give the characters that are meant where a font has the radicals that look like them."""
    if not _RADICAL.search(text):
        return text
    return _RADICAL.sub(lambda found: normalize("NFKC", found[0]), text.translate(_RADICALS))


def lines_of(letters: Iterable[Letter]) -> list[Letters]:
    """Gather letters into lines, from top to bottom, each from left to right."""
    lines: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda letter: letter.middle[1]):
        if lines and letter.middle[1] - _height(lines[-1]) < letter.height / 2:
            lines[-1].append(letter)
        else:
            lines.append([letter])
    ordered = (sorted(line, key=lambda letter: letter.left) for line in lines)
    return [line for line in ordered if any(letter.text.strip() for letter in line)]


def _height(line: Letters) -> float:
    return sum(letter.middle[1] for letter in line) / len(line)


def spaced(line: Letters, margin: float, unit: float = 0.0) -> str:
    """Write a line as text: indented as it stands behind the margin, gaps as spaces.

    With a `unit`, the width of a wide letter, what stands behind a wide gap stands in the column of
    its place, three columns a letter, so that the figures of a page stay below one another.
    """
    shown = [letter for letter in line if letter.text.strip()]
    indent = round((shown[0].left - margin) / (unit or shown[0].height))
    gaps = [_gap(one, two) for one, two in pairwise(shown)]
    placed = bool(unit) and (any(len(gap) > 1 for gap in gaps) or all(letter.text.isdigit() for letter in shown))
    text = "\u3000" * indent + " " * (indent if placed else 0) + shown[0].text
    for gap, before, letter in zip(gaps, shown, shown[1:], strict=False):
        if placed and gap.isspace():
            gap = " " * max(len(gap), round(_COLUMNS * (letter.left - margin) / unit) - width_of(text))
        text += gap + _as_moved(before, letter)
    return text


def placed(line: Letters, page: int, edge: float) -> Placed:
    """Tell where the letters of a line stand; what cannot be told apart is unreadable there, too."""
    shown = [letter for letter in line if letter.text.strip()]
    middle, height = (median(values) for values in zip(*((each.middle[1], each.height) for each in shown), strict=True))
    letters: list[tuple[str, float, float]] = []
    for before, letter in zip([None, *shown], shown, strict=False):
        if before and _gap(before, letter) == UNREADABLE:
            letters.append((UNREADABLE, letter.left, letter.left))
        text = _as_moved(before, letter) if before else letter.text
        letters.append((text, letter.left, letter.right))
    return Placed(page, middle, height, edge, tuple(letters))


def _as_moved(before: Letter, letter: Letter) -> str:
    """Write a letter as it stands behind another: a small one above the line is the number of a note.

    Only digits beside one another are of one type, so that a little is enough to tell them apart.
    """
    beside = _digits(before, letter) and touching(before, letter)
    up = before.bottom - letter.bottom
    if letter.height < _SMALL * before.height and letter.middle[1] < before.middle[1]:
        return raised(letter.text)
    if beside and letter.height < _SMALLER * before.height and abs(up) > _MOVED * before.height:
        return raised(letter.text) if up > 0 else lowered(letter.text)
    return letter.text


def _gap(one: Letter, two: Letter) -> str:
    """Give the spaces between two letters, or what says that they cannot be told apart."""
    gap, height = two.left - one.right, min(one.height, two.height)
    if -gap > min(one.right - one.left, two.right - two.left) / 2 and _digits(one, two):
        return UNREADABLE
    if gap > _WIDE_GAP * height:
        return "  "
    return "" if touching(one, two) or not (one.text + two.text).isascii() else " "


def touching(one: Letter, two: Letter) -> bool:
    """Tell whether nothing parts two letters of a line, so that they are of one word."""
    return two.left - one.right <= _WORD_GAP * min(one.height, two.height)


def joined(lines: Sequence[Letters], room: float) -> str:
    """Write the lines of a cell as one text; `room` is the width that its lines may take.

    A number goes on in the next line only if its first line had no room for another digit.
    Otherwise two numbers stand below one another, and stay apart.
    """
    text = ""
    for before, line in pairwise([None, *lines]):
        assert line is not None  # noqa: S101  # pairwise gives the first line second
        text += _break(before, line, room) + spaced(line, line[0].left).strip()
    return text


def _break(before: Letters | None, line: Letters, room: float) -> str:
    if before is None:
        return ""
    last, first = before[-1], line[0]
    if not (last.text + first.text).isascii():
        return ""
    full = last.right - before[0].left + (first.right - first.left) > room
    return "" if full and _digits(last, first) else " "


def _digits(*letters: Letter) -> bool:
    return all(letter.text in "0123456789.,-" for letter in letters)
