"""Grid to table: what a frame prints is prepared once, a document only fills the figures in.

A printed frame serves thousands of reports, so its XML is kept as the pieces between the slots,
one set for each length of the longest figure, which is what the type size depends on.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from attrs import frozen

from ..document import Cell, Frame, Grid, Role
from ..words import Language, Words, by_language
from ._docx_fit import Fit, fit, is_broad, printed_lines, room_of, width_across, width_of
from ._docx_look import Look
from ._docx_parts import escape
from ._docx_styles import HEADERS, LABELS, TABLE, TEXTS, sized

__all__ = ["run", "runs", "table"]

_LONGEST_FIGURE = 16
_SIZE = Words("{rows}行{columns}列", "{rows} rows, {columns} columns")

# Signs that Chinese and Latin fonts both have: without the hint Word takes them from the Latin font.
_AMBIGUOUS = re.compile(
    "[\xa1\xa4\xa7\xa8\xaa\xad\xaf-\xb4\xb6-\xba\xbc-\xbf\xd7\xf7\u02b0-\u04ff\u2000-\u2bff\ue000-\uf8ff]"
)
_PLAIN = re.compile(r"[!-~]*")
_SLOT = "\x00"


def run(*lines: str, style: str = "", language: Language = "zh") -> str:
    """Write texts as one run, a line break between them; nothing at all for no text."""
    if not any(lines):
        return ""
    hint = '<w:rFonts w:hint="eastAsia"/>' if language == "zh" and any(map(_AMBIGUOUS.search, lines)) else ""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    properties = f"<w:rPr>{named}{hint}</w:rPr>" if named or hint else ""
    return f"<w:r>{properties}{'<w:br/>'.join(map(_text, lines))}</w:r>"


def runs(text: str, language: Language) -> str:
    """Write a text in a language, with a run of its own for everything Chinese in English."""
    if language == "zh":
        return run(text)
    return "".join(run(piece, language=own) for own, piece in by_language(text, language))


def _text(line: str) -> str:
    kept = "" if line == line.strip() else ' xml:space="preserve"'
    return f"<w:t{kept}>{escape(line)}</w:t>"


@lru_cache(maxsize=4096)
def _figure(text: str) -> bytes:
    return run(text).encode()


@frozen
class _Template:
    """A table without its caption and figures: the pieces between the slots, and which slot follows each."""

    pieces: tuple[bytes, ...]
    slots: tuple[int, ...]

    def fill(self, values: tuple[str, ...]) -> bytes:
        """Put the figures into the slots."""
        parts = [b""] * (2 * len(self.slots) + 1)
        parts[::2] = self.pieces
        parts[1::2] = [_figure(values[slot]) for slot in self.slots]
        return b"".join(parts)


def table(grid: Grid, caption: str, look: Look) -> bytes:
    """Write a grid as a table; the caption is for those who hear the document instead of seeing it."""
    frame = grid.frame
    size = _SIZE.say(look.language).format(rows=frame.rows, columns=frame.columns)
    opening = (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE}"/><w:tblW w:w="{look.width}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0000"/><w:tblCaption w:val="{escape(frame.caption or caption)}"/>'
        f'<w:tblDescription w:val="{size}"/></w:tblPr>'
    )
    return opening.encode() + _template_for(grid, look).fill(grid.values)


def _template_for(grid: Grid, look: Look) -> _Template:
    """Prepare a table, or find it prepared: figures of the same length need the same."""
    longest = max(map(len, grid.values), default=0)
    if grid.values and longest <= _LONGEST_FIGURE and all(map(_PLAIN.fullmatch, grid.values)):
        return _prepared(grid.frame, longest, look)
    return _prepare(grid.frame, grid.text_of, look)


@lru_cache(maxsize=64)
def _prepared(frame: Frame, longest: int, look: Look) -> _Template:
    return _prepare(frame, lambda cell: cell.text if cell.slot is None else "0" * longest, look)


def _prepare(frame: Frame, text_of: Callable[[Cell], str], look: Look) -> _Template:
    fitted = fit(frame, text_of, look)
    columns = "".join([f'<w:gridCol w:w="{width}"/>' for width in fitted.widths])
    rows = _Rows(frame, fitted.widths, fitted, text_of)
    pieces = f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>".split(_SLOT)
    # Slots stand in the order of the cells: a merged cell says its text where it begins.
    slots = tuple(cell.slot for cell in frame.cells if cell.slot is not None)
    return _Template(tuple(piece.encode() for piece in pieces), slots)


def _heads(frame: Frame) -> int:
    """Tell how many rows are repeated on every page: those of headers at the top."""
    count = 0
    while count < frame.rows and frame.lines[count] and all(c.role is Role.HEADER for c in frame.lines[count]):
        count += 1
    return count


def _places(frame: Frame) -> list[list[Cell]]:
    """Give the cells of each row from side to side, those that began above it and empty ones for gaps too."""
    rows: list[dict[int, Cell]] = [{} for _ in range(frame.rows)]
    for cell in frame.cells:
        for row in range(cell.row, cell.row + cell.rowspan):
            rows[row][cell.column] = cell
    places = []
    for number, line in enumerate(rows):
        covered = {c for cell in line.values() for c in range(cell.column, cell.column + cell.colspan)}
        line.update({column: Cell(number, column) for column in range(frame.columns) if column not in covered})
        places.append([line[column] for column in sorted(line)])
    return places


@frozen
class _Rows:
    """The rows of a table as XML, a mark where a slot is."""

    frame: Frame
    widths: tuple[int, ...]
    fit: Fit
    text_of: Callable[[Cell], str]

    def __iter__(self) -> Iterator[str]:
        heads = _heads(self.frame)
        for row, cells in enumerate(_places(self.frame)):
            keep = row < heads or (self.fit.whole and row < self.frame.rows - 1)
            yield f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{self.fit.heights[row]}" w:hRule="atLeast"/>'
            yield "<w:tblHeader/></w:trPr>" if row < heads else "</w:trPr>"
            for cell in cells:
                yield self._box(cell, row)
                yield f'<w:p><w:pPr><w:pStyle w:val="{self._style(cell)}"/>{"<w:keepNext/>" if keep else ""}</w:pPr>'
                yield self._content(cell) if row == cell.row else ""
                yield "</w:p></w:tc>"
            yield "</w:tr>"

    def _box(self, cell: Cell, row: int) -> str:
        """Open a cell: its width and what it is merged with."""
        width = width_across(cell, self.widths)
        across = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
        down = ('<w:vMerge w:val="restart"/>' if row == cell.row else "<w:vMerge/>") if cell.rowspan > 1 else ""
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{across}{down}<w:vAlign w:val="center"/></w:tcPr>'

    def _content(self, cell: Cell) -> str:
        if cell.slot is not None:
            return _SLOT
        return run(*printed_lines(cell, self.text_of(cell), room_of(cell, self.frame, self.widths, self.fit.size)))

    def _style(self, cell: Cell) -> str:
        """Headers and figures stand in the middle, broad labels and texts of several lines at the left."""
        size = self.fit.size
        if cell.role in {Role.HEADER, Role.CAPTION}:
            return sized(HEADERS, size)
        long = cell.role is Role.TEXT and width_of(self.text_of(cell)) > room_of(cell, self.frame, self.widths, size)
        return sized(LABELS if long or is_broad(cell, self.frame) else TEXTS, size)
