"""Tables drawn in a frame of characters, merged cells and all, with a rule between any two rows.

A rule between rows that are not merged makes a drawing that can be read back. For the same reason
an ASCII frame has a ``+`` inside only where a cell begins, its top left corner: elsewhere rules
that meet go on as ``-`` or ``|``. Unicode has a character for every way in which they meet.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from attrs import field, frozen

from ..columns import align, join_lines, unbreakable, width_of, wrap
from ..document import Cell, Grid, Role

__all__ = ["STYLES", "Arms", "Style", "draw"]


# A column head of up to three Chinese characters is not broken.
_SHORT = 6


@frozen
class Arms:
    """Which of the four sides of a junction a line leaves on."""

    up: bool
    down: bool
    left: bool
    right: bool


@frozen
class Style:
    """The characters of a frame."""

    horizontal: str
    vertical: str
    junction: Callable[[Arms, bool], str]
    """From the arms of a junction, and whether it is on the right or bottom edge, to a character."""


def _ascii(arms: Arms, edge: bool) -> str:
    if edge:
        return "-" if not (arms.up or arms.down) else "+" if arms.left or arms.right else "|"
    if arms.right and arms.down:
        return "+"
    return "|" if arms.up and arms.down else "-"


_JUNCTIONS = {
    "│": "ud", "─": "lr", "┌": "dr", "┐": "dl", "└": "ur", "┘": "ul",
    "├": "udr", "┤": "udl", "┬": "dlr", "┴": "ulr", "┼": "udlr",
}  # fmt: skip
_UNICODE = {Arms("u" in sides, "d" in sides, "l" in sides, "r" in sides): sign for sign, sides in _JUNCTIONS.items()}


def _unicode(arms: Arms, edge: bool) -> str:  # noqa: ARG001 - an edge makes no difference here
    return _UNICODE[arms]


STYLES: Mapping[str, Style] = MappingProxyType({"ascii": Style("-", "|", _ascii), "unicode": Style("─", "│", _unicode)})


@frozen
class _Piece:
    """A cell with its text, and the lines that this is broken into once the widths are known."""

    cell: Cell
    text: str
    lines: list[str] = field(factory=list)

    def folded(self, room: int) -> "_Piece":
        """Break the text into lines of a width, where the cell says if that is enough."""
        lines = [self.text]
        if width_of(self.text) > room:
            hinted = max(map(width_of, self.cell.lines), default=room + 1) <= room
            lines = list(self.cell.lines) if hinted and self.hints else wrap(self.text, room)
        return _Piece(self.cell, self.text, lines)

    @property
    def hints(self) -> bool:
        """Whether the lines that the cell asks for give its text back when they are joined."""
        return len(self.cell.lines) > 1 and join_lines(self.cell.lines) == self.text

    @property
    def least(self) -> int:
        """The width that the cell needs in any case."""
        if self.hints:
            return max(map(width_of, self.cell.lines))
        whole = min(_SHORT, width_of(self.text)) if self.cell.role is Role.HEADER else 0
        return max(whole, unbreakable(self.text))


def draw(grid: Grid, width: int, style: Style) -> list[str]:
    """Draw a grid in a frame of a width, or of a greater one if its words and figures need that.

    Cells of the grid must not overlap; a place without a cell is drawn as an empty one.
    """
    if not grid.frame.cells:
        return []
    pieces, owners = _pieces(grid)
    widths = _widths(grid, pieces, width)
    pieces = [piece.folded(_span(widths, piece.cell.column, piece.cell.colspan)) for piece in pieces]
    heights = [1] * grid.frame.rows
    _stretch(heights, ((p.cell.row, p.cell.rowspan, len(p.lines)) for p in pieces))
    return list(_render(_Picture(pieces, owners, widths, heights, style)))


def _pieces(grid: Grid) -> tuple[list[_Piece], list[list[int]]]:
    """Give every cell, those that are missing too, and which of them covers each place."""
    pieces = [_Piece(cell, grid.text_of(cell)) for cell in grid.frame.cells]
    owners = [[-1] * grid.frame.columns for _ in range(grid.frame.rows)]
    for number, piece in enumerate(pieces):
        cell = piece.cell
        for line in owners[cell.row : cell.row + cell.rowspan]:
            line[cell.column : cell.column + cell.colspan] = [number] * cell.colspan
    for row, line in enumerate(owners):
        for column, owner in enumerate(line):
            if owner < 0:
                line[column] = len(pieces)
                pieces.append(_Piece(Cell(row, column), ""))
    return pieces, owners


def _span(sizes: list[int], start: int, count: int) -> int:
    """Give the room of some neighbouring rows or columns, the rules between them included."""
    return sum(sizes[start : start + count]) + count - 1


def _stretch(sizes: list[int], needs: "Iterator[tuple[int, int, int]]") -> None:
    """Widen rows or columns until every span of them, (first, count, size), has its room."""
    for start, count, size in sorted(needs, key=lambda need: need[1]):
        missing = size - _span(sizes, start, count)
        for step in range(max(0, missing)):
            sizes[start + count - 1 - step % count] += 1


def _widths(grid: Grid, pieces: list[_Piece], width: int) -> list[int]:
    """Choose the columns: at least what each needs; the rest by the frame's widths, or by the texts."""
    spans = [(piece.cell.column, piece.cell.colspan) for piece in pieces]
    least, wanted = [1] * grid.frame.columns, [1] * grid.frame.columns
    _stretch(least, ((*span, piece.least) for span, piece in zip(spans, pieces, strict=True)))
    _stretch(wanted, ((*span, width_of(piece.text)) for span, piece in zip(spans, pieces, strict=True)))
    room = width - grid.frame.columns - 1
    if grid.frame.widths:
        wanted = [round(share * room / sum(grid.frame.widths)) for share in grid.frame.widths]
        room = max(room, sum(least))
    else:
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

    pieces: list[_Piece]
    owners: list[list[int]]
    widths: list[int]
    heights: list[int]
    style: Style

    def differ(self, row: int, column: int, other_row: int, other_column: int) -> bool:
        """Tell whether a line parts two neighbouring places; outside of the grid there is nothing."""
        here, there = self.owner(row, column), self.owner(other_row, other_column)
        return here != there

    def owner(self, row: int, column: int) -> int:
        """Give the cell that covers a place, or -1 outside of the grid."""
        inside = 0 <= row < len(self.heights) and 0 <= column < len(self.widths)
        return self.owners[row][column] if inside else -1

    def junction(self, rule: int, edge: int) -> str:
        """Give the character where the rule over a row meets the line before a column."""
        arms = Arms(
            up=self.differ(rule - 1, edge - 1, rule - 1, edge),
            down=self.differ(rule, edge - 1, rule, edge),
            left=self.differ(rule - 1, edge - 1, rule, edge - 1),
            right=self.differ(rule - 1, edge, rule, edge),
        )
        return self.style.junction(arms, rule == len(self.heights) or edge == len(self.widths))

    def text(self, number: int, line: int) -> str:
        """Give one line of a cell, filled up: `line` counts from the rule over the cell's first row."""
        piece = self.pieces[number]
        cell = piece.cell
        room = _span(self.widths, cell.column, cell.colspan)
        first = (_span(self.heights, cell.row, cell.rowspan) - len(piece.lines)) // 2
        shown = piece.lines[line - first] if 0 <= line - first < len(piece.lines) else ""
        return align(shown, room, "<" if cell.role in (Role.LABEL, Role.TEXT) and cell.rowspan == 1 else "^")


def _render(picture: _Picture) -> Iterator[str]:
    tops = [0]
    for height in picture.heights:
        tops.append(tops[-1] + height + 1)
    for row, height in enumerate(picture.heights):
        yield _rule(picture, row, tops)
        for line in range(height):
            yield _line(picture, row, tops[row] + line, tops)
    yield _rule(picture, len(picture.heights), tops)


def _line(picture: _Picture, row: int, place: int, tops: list[int]) -> str:
    parts, column = [], 0
    while column < len(picture.widths):
        number = picture.owner(row, column)
        cell = picture.pieces[number].cell
        parts.append(picture.style.vertical + picture.text(number, place - tops[cell.row]))
        column += cell.colspan
    return "".join(parts) + picture.style.vertical


def _rule(picture: _Picture, rule: int, tops: list[int]) -> str:
    """Draw the rule over a row; a cell that is merged across it goes on with its text."""
    parts, column = [], 0
    while column < len(picture.widths):
        parts.append(picture.junction(rule, column))
        if picture.differ(rule - 1, column, rule, column):
            parts.append(picture.style.horizontal * picture.widths[column])
            column += 1
        else:
            number = picture.owner(rule, column)
            cell = picture.pieces[number].cell
            parts.append(picture.text(number, tops[rule] - tops[cell.row] - 1))
            column += cell.colspan
    return "".join(parts) + picture.junction(rule, len(picture.widths))
