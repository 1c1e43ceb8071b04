"""Tables drawn in a frame of characters, merged cells and all, with a rule between any two rows.

A rule between rows that are not merged makes a drawing that can be read back. For the same reason
an ASCII frame has a ``+`` inside only where a cell begins, its top left corner: elsewhere rules
that meet go on as ``-`` or ``|``. Unicode has a character for every way in which they meet.

A printed frame serves thousands of reports and looks the same for all figures of the same lengths:
it is drawn once for them, and the figures are put into the drawing.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise, product
from operator import itemgetter
from types import MappingProxyType

from attrs import frozen

from ..columns import align, join_lines, unbreakable, width_of, wrap
from ..document import Cell, Frame, Grid, Role

__all__ = ["STYLES", "Style", "draw"]


# A column head of up to three Chinese characters is not broken.
_SHORT = 6
# Figures that no line breaks: their length is all that a drawing depends on.
_FIGURES = re.compile("[!-~]*")
_SLOT = "\x00"

Sides = tuple[bool, bool, bool, bool]
"""Whether a rule leaves a junction up, down, to the left, to the right."""


@frozen(eq=False)
class Style:
    """The characters of a frame."""

    horizontal: str
    vertical: str
    inside: Mapping[Sides, str]
    """Where rules meet."""
    edge: Mapping[Sides, str]
    """Where they meet on the right or bottom edge."""


def _ascii(sides: Sides) -> str:
    up, down, _, right = sides
    if right and down:
        return "+"
    return "|" if up and down else "-"


def _ascii_edge(sides: Sides) -> str:
    up, down, left, right = sides
    return "-" if not (up or down) else "+" if left or right else "|"


_JUNCTIONS = {
    "│": "ud", "─": "lr", "┌": "dr", "┐": "dl", "└": "ur", "┘": "ul",
    "├": "udr", "┤": "udl", "┬": "dlr", "┴": "ulr", "┼": "udlr",
}  # fmt: skip
_UNICODE = {("u" in sides, "d" in sides, "l" in sides, "r" in sides): sign for sign, sides in _JUNCTIONS.items()}


def _table(junction: Callable[[Sides], str]) -> Mapping[Sides, str]:
    every = product((False, True), (False, True), (False, True), (False, True))
    return {sides: junction(sides) for sides in every}


STYLES: Mapping[str, Style] = MappingProxyType(
    {"ascii": Style("-", "|", _table(_ascii), _table(_ascii_edge)), "unicode": Style("─", "│", _UNICODE, _UNICODE)}
)


@frozen
class _Drawing:
    """A table with a ``%s`` for every figure, and the figures: their slots, rooms and sides."""

    pattern: str
    figures: tuple[tuple[int, int, str], ...]

    def lines(self, values: tuple[str, ...]) -> list[str]:
        """Put the figures in."""
        figures = [_figure(values[slot], room, side) for slot, room, side in self.figures]
        return (self.pattern % tuple(figures)).split("\n")


_figure = lru_cache(maxsize=4096)(align)
_unbreakable = lru_cache(maxsize=1024)(unbreakable)


def draw(grid: Grid, width: int, style: Style) -> list[str]:
    """Draw a grid in a frame of a width, or of a greater one if its words and figures need that.

    Cells of the grid must not overlap; a place without a cell is drawn as an empty one.
    """
    frame, values = grid.frame, grid.values
    if not frame.cells:
        return []
    if values and _FIGURES.fullmatch("".join(values)):
        lengths = tuple([max([len(values[slot]) for slot in slots]) for slots in _columns(frame).values()])
        return _prepared(frame, lengths, width, style).lines(values)
    return _drawing(frame, [_Piece(cell, grid.text_of(cell)) for cell in frame.cells], width, style).lines(values)


@lru_cache(maxsize=32)
def _columns(frame: Frame) -> Mapping[tuple[int, ...], tuple[int, ...]]:
    """Give the slots that stand below one another, and those that span columns each by itself."""
    found: dict[tuple[int, ...], tuple[int, ...]] = {}
    for cell in frame.cells:
        if cell.slot is not None:
            key = _column(cell)
            found[key] = (*found.get(key, ()), cell.slot)
    return found


def _column(cell: Cell) -> tuple[int, ...]:
    return (cell.column,) if cell.colspan == 1 else (cell.column, cell.row)


@lru_cache(maxsize=128)
def _prepared(frame: Frame, lengths: tuple[int, ...], width: int, style: Style) -> _Drawing:
    """Draw a frame for figures of such lengths."""
    longest = dict(zip(_columns(frame), lengths, strict=True))
    pieces = [
        _Piece(cell, cell.text) if cell.slot is None else _Piece(cell, "0" * longest[_column(cell)], cell.slot)
        for cell in frame.cells
    ]
    return _drawing(frame, pieces, width, style)


@frozen
class _Piece:
    """A cell and its text, which is only as long as the figure will be if it has a slot."""

    cell: Cell
    text: str
    slot: int | None = None

    def lines(self, room: int) -> list[str]:
        """Break the text into lines of a width, where the cell says if that is enough."""
        if width_of(self.text) <= room:
            return [self.text]
        hinted = max(map(width_of, self.cell.lines), default=room + 1) <= room
        return list(self.cell.lines) if hinted and self.hints else wrap(self.text, room)

    @property
    def hints(self) -> bool:
        """Whether the lines that the cell asks for give its text back when they are joined."""
        return len(self.cell.lines) > 1 and join_lines(self.cell.lines) == self.text

    @property
    def least(self) -> int:
        """The width that the cell needs in any case."""
        if self.hints:
            return max(map(width_of, self.cell.lines))
        if self.slot is not None:
            return len(self.text)
        whole = min(_SHORT, width_of(self.text)) if self.cell.role is Role.HEADER else 0
        return max(whole, _unbreakable(self.text))

    @property
    def side(self) -> str:
        """Where the text stands in its cell."""
        return "<" if self.cell.role in (Role.LABEL, Role.TEXT) and self.cell.rowspan == 1 else "^"

    def drawn(self, lines: list[str], room: int, height: int) -> list[str]:
        """Give every line of the cell, filled up, with a mark where a figure will be."""
        above = (height - len(lines)) // 2
        filled = [align(line, room, self.side) for line in lines]
        texts = filled if self.slot is None else [f"{_SLOT}{self.slot}{_SLOT}"]
        return [" " * room] * above + texts + [" " * room] * (height - above - len(texts))


def _drawing(frame: Frame, pieces: list[_Piece], width: int, style: Style) -> _Drawing:
    """Draw a table; every place without a cell gets an empty one."""
    owners = _owners(frame, pieces)
    widths = _widths(frame, pieces, width)
    rooms = [_span(widths, piece.cell.column, piece.cell.colspan) for piece in pieces]
    texts = [piece.lines(room) for piece, room in zip(pieces, rooms, strict=True)]
    heights = [1] * frame.rows
    _stretch(heights, ((p.cell.row, p.cell.rowspan, len(lines)) for p, lines in zip(pieces, texts, strict=True)))
    drawn = [
        piece.drawn(lines, room, _span(heights, piece.cell.row, piece.cell.rowspan))
        for piece, lines, room in zip(pieces, texts, rooms, strict=True)
    ]
    tops = [0]
    for height in heights:
        tops.append(tops[-1] + height + 1)
    cells = [piece.cell for piece in pieces]
    whole = "\n".join(_Picture(cells, drawn, owners, widths, tops, style).lines()).replace("%", "%%")
    if all(piece.slot is None for piece in pieces):
        return _Drawing(whole, ())
    parts = whole.split(_SLOT)
    by_slot = {piece.slot: (room, piece.side) for piece, room in zip(pieces, rooms, strict=True)}
    return _Drawing("%s".join(parts[::2]), tuple((slot, *by_slot[slot]) for slot in map(int, parts[1::2])))


def _owners(frame: Frame, pieces: list[_Piece]) -> list[list[int]]:
    """Tell which cell covers each place, in a border of -1; places without one get an empty cell."""
    owners = [[-1] * (frame.columns + 2) for _ in range(frame.rows + 2)]
    for number, piece in enumerate(pieces):
        cell = piece.cell
        for line in owners[cell.row + 1 : cell.row + cell.rowspan + 1]:
            line[cell.column + 1 : cell.column + cell.colspan + 1] = [number] * cell.colspan
    for row, column in product(range(frame.rows), range(frame.columns)):
        if owners[row + 1][column + 1] < 0:
            owners[row + 1][column + 1] = len(pieces)
            pieces.append(_Piece(Cell(row, column), ""))
    return owners


def _span(sizes: list[int], start: int, count: int) -> int:
    """Give the room of some neighbouring rows or columns, the rules between them included."""
    return sum(sizes[start : start + count]) + count - 1


def _stretch(sizes: list[int], needs: "Iterator[tuple[int, int, int]]") -> None:
    """Widen rows or columns until every span of them, (first, count, size), has its room."""
    for start, count, size in sorted(needs, key=itemgetter(1)):
        missing = size - _span(sizes, start, count)
        for step in range(missing):
            sizes[start + count - 1 - step % count] += 1


def _widths(frame: Frame, pieces: list[_Piece], width: int) -> list[int]:
    """Choose the columns: at least what each needs; the rest by the frame's widths, or by the texts."""
    spans = [(piece.cell.column, piece.cell.colspan) for piece in pieces]
    least, wanted = [1] * frame.columns, [1] * frame.columns
    _stretch(least, ((*span, piece.least) for span, piece in zip(spans, pieces, strict=True)))
    room = width - frame.columns - 1
    if frame.widths:
        wanted = [round(share * room / sum(frame.widths)) for share in frame.widths]
        room = max(room, sum(least))
    else:
        _stretch(wanted, ((*span, width_of(piece.text)) for span, piece in zip(spans, pieces, strict=True)))
        room = max(min(room, sum(wanted)), sum(least))
    widths = [max(pair) for pair in zip(least, wanted, strict=True)]
    while (excess := sum(widths) - room) > 0:
        # The column with most to spare gives way, down to where the next one has as much.
        spare = [have - need for have, need in zip(widths, least, strict=True)]
        most = max(spare)
        next_most = max((s for s in spare if s < most), default=0)
        widths[spare.index(most)] -= min(excess, max(1, most - next_most))
    return widths


@frozen
class _Picture:
    """Everything that is known when the drawing begins."""

    cells: list[Cell]
    drawn: list[list[str]]
    """The lines of every cell, the first being right below the rule over it."""
    owners: list[list[int]]
    widths: list[int]
    tops: list[int]
    """The line of the rule over each row, and that of the last rule."""
    style: Style

    def lines(self) -> Iterator[str]:
        """Draw it line by line."""
        for row, (top, bottom) in enumerate(pairwise(self.tops)):
            yield self.rule(row)
            for place in range(top + 1, bottom):
                yield self.line(row, place)
        yield self.rule(len(self.tops) - 1)

    def line(self, row: int, place: int) -> str:
        """Draw a line of the cells of a row."""
        numbers = dict.fromkeys(self.owners[row + 1][1:-1])
        vertical = self.style.vertical
        return vertical + vertical.join(self.text(number, place) for number in numbers) + vertical

    def text(self, number: int, place: int) -> str:
        """Give what a cell shows in a line of the drawing."""
        return self.drawn[number][place - self.tops[self.cells[number].row] - 1]

    def rule(self, rule: int) -> str:
        """Draw the rule over a row; a cell that is merged across it goes on with its text."""
        parts, column, columns = [], 0, len(self.widths)
        above, below = self.owners[rule][1:], self.owners[rule + 1][1:]
        while column < columns:
            parts.append(self.junction(rule, column))
            if above[column] != below[column]:
                parts.append(self.style.horizontal * self.widths[column])
                column += 1
            else:
                parts.append(self.text(below[column], self.tops[rule]))
                column += self.cells[below[column]].colspan
        return "".join(parts) + self.junction(rule, columns)

    def junction(self, rule: int, edge: int) -> str:
        """Give the character where the rule over a row meets the line before a column."""
        (left_up, right_up), (left_down, right_down) = (row[edge : edge + 2] for row in self.owners[rule : rule + 2])
        sides = (left_up != right_up, left_down != right_down, left_up != left_down, right_up != right_down)
        at_edge = rule == len(self.tops) - 1 or edge == len(self.widths)
        return (self.style.edge if at_edge else self.style.inside)[sides]
