"""Which lines of a source are one line of a list in words: one that breaks inside a label, or behind one, goes on."""

import re
from collections.abc import Collection, Sequence

from ...forms import Form
from .._lines.lines import Line, Shape, is_figure
from .words import Said, goes_on, said_in

__all__ = ["TEXT", "is_record", "logical"]

TEXT = (Shape.CELL, Shape.SPACES)
"""The shapes of lines of text."""
_STOPS = ":：、，。；;)）"
"""Behind these no figure of the last label follows in the next line."""
_ITEM = re.compile("[(（]?[0-9０-９]+ ?[、.．)）]")
"""The number of an item, which is no figure of the label above."""


def is_record(line: Line, said: Sequence[Said]) -> bool:
    """Tell whether a row of a table is one figure right behind its labels; any other is read as what it is."""
    alone = all(line.cells[-2:]) and not any(map(is_figure, line.cells[:-1]))
    return alone and [each.figure for each in said[-1:]] == [True] == [each.figure for each in said if each.figure]


def logical(
    lines: Sequence[Line], start: int, stops: Collection[int], form: Form
) -> tuple[list[Line], list[Said] | None]:
    """Give the labels and figures of a line, with the lines below if it is broken inside a label or behind one."""
    own: list[Line] = []
    said: list[Said] = []
    rest = ""
    for index in range(start, len(lines)):
        line = lines[index]
        if index in stops or line.empty or (own and line.shape not in TEXT):
            break
        own.append(line)
        text = rest + (line.text if line.shape in TEXT else " ".join(filter(None, line.cells)))
        found, end = said_in(text, form, said[-1].text if said else "")
        behind = found[-1].start if found and not found[-1].figure and end < len(text) else end
        rest = next((text[place:] for place in (end, behind) if place < len(text) and goes_on(text[place:], form)), "")
        said += [each for each in found if not rest or len(text) - len(rest) > each.start]
        if end < len(text) and not rest:
            return own, None
        if line.shape not in TEXT or not (rest or _is_open(said, text, lines[index + 1 : index + 2], form)):
            break
    return own, None if rest else said


def _is_open(said: Sequence[Said], text: str, below: Sequence[Line], form: Form) -> bool:
    """Tell whether a line that told something ends with a label whose figure begins the next: no number of a page."""
    told = any(each.figure for each in said) and not said[-1].figure and text[-1] not in _STOPS
    if not told or not below or _ITEM.match(below[0].text):
        return False
    return len(said_in(below[0].text, form)[0]) > 1
