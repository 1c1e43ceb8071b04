"""How wide a text is in columns, where a line of it may break, and how broken lines are joined again.

Breaking and joining are one rule seen from both sides: two lines are joined with a space if ASCII
meets ASCII and with nothing otherwise, so a line is only broken where this gives the text back.
"""

import unicodedata
from collections.abc import Iterable
from enum import IntEnum
from functools import cache

__all__ = ["align", "character_width", "join_lines", "unbreakable", "width_of", "wrap"]

# 行首禁则、行尾禁则: what may not begin a line, what may not end one (GB/T 15834-2011, 5.1).
_NOT_FIRST = frozenset("。，、；：？！）」』】〉》〕｝］”’…—～·‰％℃" + ",.;:?!)]}%")
_NOT_LAST = frozenset("（「『【〈《〔｛［“‘￥＄" + "([{$")


class _Break(IntEnum):
    NEVER = 0
    POOR = 1
    GOOD = 2


@cache
def character_width(character: str) -> int:
    """Give the columns that one character takes: 2 for East Asian wide ones, 0 for combining ones."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def width_of(text: str) -> int:
    """Give the columns that a text takes; ambiguous characters such as curly quotes take one."""
    return len(text) if text.isascii() else sum(map(character_width, text))


def align(text: str, width: int, side: str = "<") -> str:
    """Fill a text up to a width: ``<`` to the left, ``>`` to the right, ``^`` in the middle."""
    room = max(0, width - width_of(text))
    before = {"<": 0, ">": room, "^": room // 2}[side]
    return " " * before + text + " " * (room - before)


def join_lines(lines: Iterable[str]) -> str:
    """Put the lines of one text together: a space between ASCII and ASCII, nothing elsewhere."""
    whole = ""
    for line in map(str.strip, lines):
        spaced = whole and line and whole[-1].isascii() and line[0].isascii()
        whole += f" {line}" if spaced else line
    return whole


def wrap(text: str, width: int, first: int | None = None) -> list[str]:
    """Break a cleaned text into lines of a width, the first of another if it is given.

    Chinese breaks between any two characters but for the punctuation that may not begin or end a
    line; Latin words and numbers are not split, and a line is longer where nothing else is left.
    ``join_lines(wrap(text, width)) == text``.
    """
    lines = []
    start, room = 0, width if first is None else first
    while (end := _line_end(text, start, room)) < len(text):
        lines.append(text[start:end])
        start, room = end + (text[end] == " "), width
    return [*lines, text[start:]]


def unbreakable(text: str) -> int:
    """Give the width of the longest piece of a text that no line can break."""
    return max(map(width_of, wrap(text, 1)))


def _line_end(text: str, start: int, room: int) -> int:
    """Find the last good break that fits; if there is none the last poor one, then the first beyond."""
    last = {_Break.GOOD: 0, _Break.POOR: 0}
    columns = 0
    for end in range(start + 1, len(text) + 1):
        columns += character_width(text[end - 1])
        fitting = last[_Break.GOOD] or last[_Break.POOR]
        if columns > room and fitting:
            return fitting
        kind = _break_at(text, end) if end < len(text) else _Break.NEVER
        if kind:
            if columns > room:
                return end
            last[kind] = end
    return len(text)


def _break_at(text: str, place: int) -> _Break:
    """Tell how well a line ends before a character; the space at a break is left out."""
    before, after = text[place - 1], text[place]
    if after == " ":
        after = text[place + 1]
        # "18 000" may be one number.
        lawful = before.isascii() and after.isascii() and not (before.isdigit() and after.isdigit())
    else:
        wide = character_width(before) == 2 or character_width(after) == 2
        lawful = wide and before != " " and character_width(after) > 0
    if not lawful:
        return _Break.NEVER
    return _Break.POOR if before in _NOT_LAST or after in _NOT_FIRST else _Break.GOOD
