"""The figures of a statutory table as an indented list without a frame.

A row is its label, indented by two columns a level, and its figures in columns on the last line
of the label; two spaces or more stand before every figure. A blank figure is printed as a sign.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from attrs import frozen

from ..cells import BLANK_SIGN
from ..columns import align, width_of, wrap
from ..document import Frame, Grid, Outline
from ._short import explained, shorts

__all__ = ["list_of"]

_GAP = 2
_STEP = 2
# Labels keep this much room, whatever the figures take.
_LEAST_LABEL = 12
# A column head that does not say where it breaks is broken at this width.
_HEAD = 8
# Heads are abbreviated rather than leave labels less than this part of a line.
_LEAST_SHARE = 3


@frozen
class _Line:
    """One line: its text up to the figures, and the slots of the figures."""

    text: str
    slots: tuple[int, ...] = ()


def list_of(grid: Grid, width: int) -> list[str]:
    """Print every outline of a grid, an empty line between two of them."""
    shown = [value or BLANK_SIGN for value in grid.values]
    # Nearly all figures are as wide as they are long.
    measure, fill = (len, str.rjust) if "".join(shown).isascii() else (width_of, _right)
    lines: list[str] = []
    for number, columns in enumerate(_columns(grid.frame)):
        widths = tuple([max([measure(shown[slot]) for slot in column]) for column in columns])
        layout, widths = _layout(grid.frame, number, widths, width)
        rooms = [room + _GAP for room in widths]
        if lines:
            lines.append("")
        for line in layout:
            figures = [fill(shown[slot], room) for slot, room in zip(line.slots, rooms, strict=False)]
            lines.append(line.text + "".join(figures))
    return lines


def _right(text: str, width: int) -> str:
    return align(text, width, ">")


@lru_cache(maxsize=64)
def _columns(frame: Frame) -> tuple[tuple[tuple[int, ...], ...], ...]:
    """Give the slots of each column of each outline."""
    return tuple(
        tuple(zip(*(row.slots for row in outline.rows if row.slots), strict=True)) for outline in frame.outlines
    )


@lru_cache(maxsize=64)
def _layout(
    frame: Frame, number: int, figures: tuple[int, ...], width: int
) -> tuple[tuple[_Line, ...], tuple[int, ...]]:
    """Lay one outline out for figures of some widths; give its lines and the widths of its columns."""
    outline = frame.outlines[number]
    heads: list[tuple[str, ...]] = [(label,) for label in outline.head]
    widths = _widths(heads, figures)
    label = max(_STEP * row.depth + width_of(row.label) for row in outline.rows)
    notes: list[str] = []
    if label + _taken(widths) > width:
        heads = _folded(frame, outline.head)
        widths = _widths(heads, figures)
        if (width - _taken(widths)) * _LEAST_SHARE < width and not shorts(frame).keys().isdisjoint(outline.head):
            heads = _folded(frame, [shorts(frame).get(text, text) for text in outline.head])
            widths, notes = _widths(heads, figures), explained(frame, width)
        label = min(label, max(width - _taken(widths), _LEAST_LABEL))
    lines = (*_head(outline, heads, widths, label, width), *_rows(outline, label, width), *map(_Line, notes))
    return lines, widths


def _widths(heads: list[tuple[str, ...]], figures: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(max(figure, *map(width_of, head)) for head, figure in zip(heads, figures, strict=True))


def _taken(widths: tuple[int, ...]) -> int:
    return sum(widths) + _GAP * len(widths)


def _folded(frame: Frame, head: Iterable[str]) -> list[tuple[str, ...]]:
    """Break the column heads where their cells say, or anywhere."""
    hints = {cell.text: cell.lines for cell in frame.cells if len(cell.lines) > 1}
    return [hints.get(label) or tuple(wrap(label, _HEAD)) for label in head]


def _head(
    outline: Outline, heads: list[tuple[str, ...]], widths: tuple[int, ...], label: int, width: int
) -> Iterator[_Line]:
    """Print the caption, the corner note, and the column heads on as many lines as the tallest needs."""
    if outline.caption:
        yield _Line(outline.caption)
    corner = outline.corner
    if width_of(corner) > label:
        yield from map(_Line, wrap(corner, width))
        corner = ""
    height = max(map(len, heads))
    for above in range(height, 0, -1):
        texts = [head[-above] if above <= len(head) else "" for head in heads]
        stub = align(corner if above == 1 else "", label)
        line = stub + "".join(align(text, room + _GAP, ">") for text, room in zip(texts, widths, strict=True))
        yield _Line(line.rstrip())


def _rows(outline: Outline, label: int, width: int) -> Iterator[_Line]:
    for row in outline.rows:
        indent = _STEP * row.depth
        room = (label if row.slots else width) - indent
        *above, last = wrap(row.label, room - _STEP, room)
        pieces = [" " * (indent + _STEP * (number > 0)) + text for number, text in enumerate((*above, last))]
        yield from map(_Line, pieces[:-1])
        yield _Line(align(pieces[-1], label) if row.slots else pieces[-1], row.slots)
