"""Tables that were drawn with characters, read back with their merged cells.

The cells tile the drawing, each with its left and top rule. So the first place in reading order
that no cell has claimed is the corner of the next; its top rule runs right to where a line goes
down, its left rule runs down to where a rule goes right along the whole width. A drawing in which
this does not come out even is not read at all.
"""

import math
import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise

from attrs import evolve, frozen

from ..columns import character_width, join_lines
from ..document import Cell, Grid

__all__ = ["is_rule", "may_go_on", "unbox"]

_WORDS = {"UP": "u", "DOWN": "d", "LEFT": "l", "RIGHT": "r", "VERTICAL": "ud", "HORIZONTAL": "lr"}
_ASCII = {"+": "udlr", "-": "lr", "=": "lr", "|": "ud"}
# Two numbers below each other are two rows that no rule parts, unless they have no room beside each other:
# then they may be one number that was broken, and stay together as the text that they are.
_NUMBER = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?")
_SMALLEST = 3
# There is a line of text between two rules.
_LOWEST = 2


@cache
def _arms(sign: str) -> str:
    """Give the sides (u, d, l, r) on which lines leave a character; none leave a letter."""
    if sign in _ASCII:
        return _ASCII[sign]
    name = unicodedata.name(sign, "") if len(sign) == 1 and "\u2500" <= sign <= "\u257f" else ""
    return "".join(_WORDS.get(word, "") for word in name.removeprefix("BOX DRAWINGS").split())


def is_rule(line: str) -> bool:
    """Tell whether a line may be the top or the bottom of a frame: a rule from corner to corner."""
    line = line.strip()
    if len(line) < _SMALLEST or not may_go_on(line):
        return False
    return all("l" in _arms(sign) or "r" in _arms(sign) for sign in line)


def may_go_on(line: str) -> bool:
    """Tell whether a line may stand in a frame: there is a vertical line at either end of it."""
    line = line.strip()
    return bool(line) and all("u" in _arms(sign) or "d" in _arms(sign) for sign in (line[0], line[-1]))


@frozen
class _Box:
    """A cell by the lines and columns of the drawing: its rules are at top, left, bottom and right."""

    top: int
    left: int
    bottom: int
    right: int
    lines: tuple[str, ...] = ()


def unbox(lines: Sequence[str]) -> Grid | None:
    """Read a drawing from its top rule to its bottom rule, or give `None` if its lines do not meet."""
    widths = (1, 2) if any(map(_is_ambiguous, {*"".join(lines)})) else (1,)
    for ambiguous in widths:
        canvas = [_columns(line, ambiguous) for line in lines]
        width = max(map(len, canvas))
        boxes = _tiles([line + [" "] * (width - len(line)) for line in canvas])
        if boxes:
            return _grid(list(_rows(boxes)))
    return None


def _is_ambiguous(sign: str) -> bool:
    """Tell whether a character is as wide as two letters in some fonts: the lines of frames are."""
    return unicodedata.east_asian_width(sign) == "A"


def _columns(line: str, ambiguous: int) -> list[str]:
    """Put a line on columns: a wide character takes two, a combining one goes to the one before it."""
    columns: list[str] = []
    for sign in line.strip():
        width = character_width(sign)
        if width == 1 and ambiguous == 2 and _is_ambiguous(sign):
            width = 2
        if width:
            columns += [sign, "─" if "r" in _arms(sign) else ""][:width]
        elif columns:
            columns[-1] += sign
    # The second column of a wide corner is outside of the frame.
    return columns[:-1] if columns and not columns[-1] else columns


def _tiles(canvas: list[list[str]]) -> list[_Box]:
    """Find the cells, or nothing if they do not tile the drawing."""
    height, width = len(canvas) - 1, len(canvas[0]) - 1
    claimed = [bytearray(width) for _ in range(height)]
    boxes = []
    for top in range(height):
        while (left := claimed[top].find(0)) >= 0:
            box = _box(canvas, top, left)
            if box is None:
                return []
            for line in claimed[top : box.bottom]:
                line[left : box.right] = b"\1" * (box.right - left)
            boxes.append(box)
    return boxes


def _box(canvas: list[list[str]], top: int, left: int) -> _Box | None:
    right = next((x for x in range(left + 1, len(canvas[0])) if _meets(canvas, top, x)), 0)
    if not _is_ruled(canvas[top], left, right) or not _meets(canvas, top, left):
        return None
    bottom = next((y for y in range(top + 1, len(canvas)) if _is_ruled(canvas[y], left, right)), 0)
    sides = [_arms(canvas[y][x]) for y in range(top + 1, bottom) for x in (left, right)]
    if (
        bottom < top + _LOWEST
        or not _arms(canvas[bottom][right])
        or any("u" not in side or "d" not in side for side in sides)
    ):
        return None
    texts = ("".join(canvas[y][left + 1 : right]) for y in range(top + 1, bottom))
    return _Box(top, left, bottom, right, tuple(texts))


def _meets(canvas: list[list[str]], y: int, x: int) -> bool:
    """Tell whether a line goes down from a place."""
    return "d" in _arms(canvas[y][x]) and "u" in _arms(canvas[y + 1][x])


def _is_ruled(line: list[str], left: int, right: int) -> bool:
    """Tell whether a rule goes right from one place up to another."""
    between = line[left + 1 : right]
    return bool(between) and "r" in _arms(line[left]) and all({"l", "r"} <= set(_arms(sign)) for sign in between)


def _rows(boxes: list[_Box]) -> Iterator[_Box]:
    """Part rows between which no rule is drawn: their lines are rows if there are numbers below numbers."""
    alone = _alone({(box.top, box.bottom) for box in boxes})
    padding = min((len(line) - len(line.strip()) for box in boxes for line in box.lines if line.strip()), default=0)
    unruled = {(box.top, box.bottom) for box in boxes if _has_rows(box, padding)} & alone
    for box in boxes:
        if (box.top, box.bottom) not in unruled:
            yield box
            continue
        edges = [box.top, *range(box.top + 2, box.bottom), box.bottom]
        for (top, bottom), text in zip(pairwise(edges), box.lines, strict=True):
            yield evolve(box, top=top, bottom=bottom, lines=(text,))


def _alone(bands: Collection[tuple[int, int]]) -> set[tuple[int, int]]:
    """Give the bands of lines that no other overlaps: none before ends below their top, none begins above their end."""
    ordered = sorted(bands)
    ends = accumulate((bottom for _, bottom in ordered), max, initial=0)
    tops = [top for top, _ in ordered[1:]] + [math.inf]
    return {band for band, end, top in zip(ordered, ends, tops, strict=False) if end <= band[0] and band[1] <= top}


def _has_rows(box: _Box, padding: int) -> bool:
    room = box.right - box.left - 1 - padding
    pairs = pairwise(line.strip() for line in box.lines)
    return any(_NUMBER.fullmatch(a) and _NUMBER.fullmatch(b) and len(a + b) <= room for a, b in pairs)


def _grid(boxes: list[_Box]) -> Grid:
    rows = {place: number for number, place in enumerate(sorted({p for box in boxes for p in (box.top, box.bottom)}))}
    columns = {
        place: number for number, place in enumerate(sorted({p for box in boxes for p in (box.left, box.right)}))
    }
    return Grid.of_cells(
        Cell(
            rows[box.top],
            columns[box.left],
            join_lines(box.lines),
            rows[box.bottom] - rows[box.top],
            columns[box.right] - columns[box.left],
        )
        for box in boxes
    )
