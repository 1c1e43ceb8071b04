"""A document as lines of cells: what every layout has in common.

A row of a table is a line of cells. A line of text is one cell, or several where bars or wide
gaps part them. What a line means is not decided here.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import lru_cache
from types import MappingProxyType

from attrs import define, frozen

from ...document import Document, Frame, Grid, Heading, Paragraph, Picture
from ...words import clean, for_short
from .._rows.labels import is_label, is_whole_label

__all__ = ["SEVERAL", "Line", "Shape", "is_figure", "is_tiled", "lines_of"]


class Shape(Enum):
    """How a line holds its cells."""

    GRID = "grid"
    TABLE = "table"
    """A whole table that stands exactly as the form prints it."""
    BARS = "bars"
    """Cells parted by bars, blank ones in their places unless the extractor dropped them."""
    SPACES = "spaces"
    """Cells parted by gaps; blank ones leave no trace."""
    CELL = "cell"
    BAR = "bar"
    """A lone bar: the end of a cell, or a blank one."""
    EMPTY = "empty"

    # Python would hash the name of a member each time that it is looked up.
    __hash__ = object.__hash__


# Not frozen: a source has thousands of lines, and freezing one costs more than reading it.
@define(eq=False)
class Line:
    """One line: its cells as they begin, and where it comes from; nothing changes it."""

    index: int
    """Its place among the lines of the document."""
    shape: Shape
    cells: tuple[str, ...] = ()
    columns: tuple[int, ...] = ()
    """The first grid column of each cell; in a line of text, its place in the line."""
    spans: tuple[int, ...] = ()
    """How many grid columns each cell covers."""
    grid: int | None = None
    """Which grid the line is a row of."""
    level: int | None = None
    """The level, if the source says that the line is a heading."""
    raw: str = ""
    """The line of text as it stood, indentation included."""
    text: str = ""
    """The whole line as one text."""
    picture: Picture | None = None
    """The picture, if the line is one."""
    empty: bool = False
    """Whether nothing is printed in the line."""
    tiled: bool = False
    """Whether it is a row of a grid that has no free places."""

    @property
    def closed(self) -> bool:
        """Whether a bar stands behind the cell, or before it where bars open cells."""
        text = self.raw.strip()
        return text[-1:] == "|" or text[:1] == "|"


SEVERAL = "\ufdd0"
"""No source has this sign: it stands behind each of the figures in a cell that cannot be told apart."""
_NUMBER = r"[+＋\-－−]?[\d０-９](?:[\d０-９,，.．]*[\d０-９])?"
_UNIT = r"(?:万?元|件|个|项|条|宗|起|份|次|例)"
_NOTE = r"(?:[（(][^（）()]*[）)]|[⁰¹²³⁴-⁹①-⑳*＊※#]+|\[[\d⁰¹²³⁴-⁹]{1,2}\]|注\d?)"
_TORN = r"[\d.,/无—–－-]*[\ufffd\u0336][\d.,/无—–－\ufffd\u0336-]*"
# A figure cell holds a number, perhaps with a unit or a note in brackets, or one of the signs
# that stand for "nothing to report"; an underscore is an unfilled blank.
_FIGURE = re.compile(
    rf"(?:[增减加] ?)?{_NUMBER} ?{_UNIT}? ?{_NOTE}?|{_TORN}|[/／\\]|[—–－−-]{{1,4}}|_+|\?|无|[Nn]/?[Aa]|不适用"
)
_PLAIN = re.compile(rf"(?:{_NUMBER}{_UNIT}?|[/／—–－−-]|_+|无)")
_PAGE_NUMBER = re.compile(r"[—–－-]+ ?\d{1,4} ?[—–－-]+")
_SIDES = re.compile(r"[^\s|](\s*)\|(\s*)[^\s|]")
_GAP = re.compile(r"[ \u3000\xa0]{2,}")
_RULE = "|-"
"""What parts the rows of a table in MediaWiki's markup."""
_DASHES = re.compile(":?-{3,}:?")
"""What stands in every cell of the line below the head of a Markdown table."""
_LONGEST_CELL = 24
_SOME = 2
"""So many rows are no chance."""


@for_short
def is_figure(text: str) -> bool:
    """Tell whether a cell by itself can only be a figure cell of a table."""
    return (len(text) < 40 and _FIGURE.fullmatch(text) is not None) or text[-1:] == SEVERAL


_NOTHING = re.compile(
    r"NaN|nan|NaT|<NA>|None|[Nn]ull|NULL|\((?:null|NULL)\)|undefined|\\N|(?:&(?:nbsp|ensp|emsp|#160|#xa0);? ?)+"
)
"""What tools print for an empty cell."""


_TRANSLATED = re.compile(r"([^A-Za-z]*[^\x00-\x7f]) ?[(]?[A-Za-z][\x20-\x7e]*")
"""A label, and what it is in English."""


@for_short
def cell_of(text: str) -> str:
    """Give the text of a cell, without what tools put where nothing is, or leave of a non-breaking space."""
    text = clean(text)
    if _NOTHING.fullmatch(text):
        return ""
    bare = text.strip("? ") if "?" in text else text
    if text[-1:].isascii() and (found := _TRANSLATED.fullmatch(text)) and is_whole_label(found[1]):
        return found[1]
    return bare if bare and (is_figure(bare) or is_label(bare)) else text


def lines_of(document: Document, whole: Mapping[int, tuple[str, ...]] = MappingProxyType({})) -> tuple[Line, ...]:
    """Give the lines of a document in reading order.

    `whole` has the grids, by their identities, that are one line each, and the cells of that.
    """
    lines: list[Line] = []
    known: dict[str, _Parts] = {}
    bars = _Bars.of([block.text for block in document.blocks if isinstance(block, Paragraph) and "|" in block.text])
    for number, block in enumerate(document.blocks):
        # Most blocks of a long source are paragraphs.
        if isinstance(block, Paragraph):
            # Most lines of a table say what others have said.
            if block.text not in known:
                known[block.text] = _parts(block.text, bars)
            text, shape, cells, columns, spans, empty = known[block.text]
            lines.append(Line(len(lines), shape, cells, columns, spans, None, None, block.text, text, None, empty))
        elif id(block) in whole:
            lines.append(Line(len(lines), Shape.TABLE, whole[id(block)], grid=number))
        elif isinstance(block, Grid):
            lines.extend(_rows(number, block, len(lines)))
        elif isinstance(block, Picture):
            lines.append(Line(len(lines), Shape.EMPTY, picture=block))
        elif isinstance(block, Heading):
            text = clean(block.text)
            lines.append(
                Line(len(lines), Shape.CELL, (text,), (0,), (1,), None, block.level, block.text, text, None, not text)
            )
    return tuple(lines)


_Parts = tuple[str, Shape, tuple[str, ...], tuple[int, ...], tuple[int, ...], bool]


def _parts(raw: str, bars: "_Bars") -> _Parts:
    """Give what a line of text says, its shape, its cells with columns and spans, and whether it is empty."""
    text = clean(raw)
    shape, cells = _cells(raw, text, bars)
    return text, shape, cells, tuple(range(len(cells))), (1,) * len(cells), not any(cells)


def is_tiled(grid: Grid) -> bool:
    """Tell whether the columns of a grid are what they seem: its cells leave no place free, or only before a row.

    A page cannot leave those free; where they are, the cells of the row were placed by what is drawn.
    """
    frame = grid.frame
    free = frame.rows * frame.columns - sum(cell.rowspan * cell.colspan for cell in frame.cells)
    return not free or free == sum(_first_columns(frame))


def _first_columns(frame: Frame) -> list[int]:
    """Give the first column of each row that a cell covers."""
    first = [0 if not line else frame.columns for line in frame.lines]
    for cell in frame.cells:
        for row in range(cell.row, cell.row + cell.rowspan):
            first[row] = min(first[row], cell.column)
    return first


def _rows(number: int, grid: Grid, first: int) -> Iterator[Line]:
    tiled = is_tiled(grid)
    for index, row in enumerate(grid.lines(), first):
        cells = tuple(cell_of(text) for _, text in row)
        columns, spans = tuple(cell.column for cell, _ in row), tuple(cell.colspan for cell, _ in row)
        text = clean(" ".join(cells))
        yield Line(index, Shape.GRID, cells, columns, spans, number, text=text, empty=not text, tiled=tiled)


def _cells(raw: str, text: str, bars: "_Bars") -> tuple[Shape, tuple[str, ...]]:
    """Part a line of text into cells: at bars, at wide gaps, and between the figures at its end."""
    if not text:
        return Shape.EMPTY, ()
    if "|" in text:
        between = _between_bars if len(raw) > _LONGEST_CELL else _between_bars_again
        return between(raw.strip(), bars)
    if " " not in text:
        return Shape.CELL, (cell_of(text),)
    parts = [cell_of(part) for part in _GAP.split(raw.strip())]
    cells = [cell for part in parts for cell in _figures_apart(part)]
    if len(cells) > 1 and not any(map(is_figure, cells)):
        # Wide gaps alone do not make a row: prose is full of them after a bad copy.
        cells = parts if all(len(part) <= _LONGEST_CELL for part in parts) else [clean(text)]
    return (Shape.SPACES if len(cells) > 1 else Shape.CELL), tuple(cells)


@frozen
class _Bars:
    """How a source uses bars."""

    filled: bool
    """Whether rows are filled up with bars that hold no cells."""
    led: bool
    """Whether a bar stands before the first cell."""
    closed: bool
    """Whether a bar at the end of a line has a cell before it only, and none behind it."""
    tight: bool
    """Whether bars have no space beside them, so that nothing between two of them is a blank cell."""

    @classmethod
    def of(cls, texts: list[str]) -> "_Bars":
        rows = [text.strip() for text in texts if text.strip("| \t")]
        # Single cells that only end in bars say nothing of how a line of several begins.
        several = [text for text in rows if "|" in text.strip("| \t")] or rows
        led, closed = [text.startswith("|") for text in several], [text.endswith("|") for text in rows]
        spaced = sum(" |" in text or "| " in text for text in several)
        tight = several is not rows and spaced * 8 <= len(several)
        often = sum(closed) * (2 if tight else 4) > len(rows)
        parting = _part_cells(rows, closed)
        return cls(
            any("||" in text for text in texts),
            sum(led) * 2 > len(several) and not _part_cells(several, led),
            (often and not parting) if tight else (often or not parting),
            tight,
        )


def _part_cells(rows: list[str], bars: list[bool]) -> bool:
    """Tell whether bars at one side part cells, blank ones at the edge: rows without have as many bars as rows with."""
    counted = ([text.count("|") for text, bar in zip(rows, bars, strict=True) if bar is side] for side in (True, False))
    alike = Counter(next(counted)) & Counter(next(counted))
    return sum(rows for bars, rows in alike.items() if bars > 1) >= _SOME


def _between_bars(text: str, bars: "_Bars") -> tuple[Shape, tuple[str, ...]]:
    """Part a line at its bars.

    Bars that only fill a row up touch one another, or stand closer than a blank cell, which has the
    space of both its sides.
    """
    pieces = (text.removeprefix("|") if bars.led else text).split("|")
    if text.endswith("|"):
        if bars.closed:
            pieces.pop()
        else:
            pieces[-1] = " "
    if not bars.led and pieces and not pieces[0]:
        pieces[0] = " "
    if bars.tight:
        pieces = [piece or " " for piece in pieces]
    elif bars.filled:
        sides = _SIDES.search(text)
        least = max(1, len(sides[1]) + len(sides[2])) if sides else 2
        while pieces and not pieces[-1].strip() and len(pieces[-1]) < least:
            pieces.pop()
    cells = tuple(cell_of(piece) for piece in pieces if piece)
    if not any(cells) or text == _RULE or all(map(_DASHES.fullmatch, cells)):
        return (Shape.BAR if text == "|" else Shape.EMPTY), ()
    return (Shape.BARS if len(cells) > 1 else Shape.CELL), cells


# A cell by itself, such as "0 |", stands in a report a hundred times.
_between_bars_again = lru_cache(maxsize=1024)(_between_bars)


def _figures_apart(part: str) -> list[str]:
    """Part "规章 2 0 11" into a label and its figures; leave prose whole."""
    words = part.split(" ")
    if is_figure(part) or _PAGE_NUMBER.fullmatch(part):
        return [part]
    end = len(words)
    while end and _PLAIN.fullmatch(words[end - 1]):
        end -= 1
    if words[end:] == ["无"] or (len(words) - end < 2 and not (end == 0 or len(part) < _LONGEST_CELL)):
        return [part]
    label = " ".join(words[:end])
    return ([label] if label else []) + words[end:]
