"""A document as lines of cells: what every layout has in common.

A row of a table is a line of cells; a line of text is one cell, or several where bars or wide
gaps part them. What a line means is not decided here.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from ..document import Document, Grid, Heading, Paragraph, Picture
from ..words import clean

__all__ = ["Line", "is_figure", "lines_of"]


@frozen(eq=False)
class Line:
    """One line: its cells as they begin, and where it comes from."""

    index: int
    """Its place among the lines of the document."""
    cells: tuple[str, ...]
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
    picture: str = ""
    """The reference, if the line is a picture."""

    @property
    def text(self) -> str:
        """The whole line as one text."""
        return clean(self.raw) if self.grid is None else clean(" ".join(self.cells))

    @property
    def empty(self) -> bool:
        """Whether nothing is printed in the line."""
        return not self.picture and not any(self.cells)


_NUMBER = r"[+＋\-－]?[\d０-９](?:[\d０-９,，.．]*[\d０-９])?"
_UNIT = r"(?:万?元|件|个|项|条|宗|起|份|次|例)"
_NOTE = r"(?:[（(][^（）()]*[）)])"
# A figure cell holds a number, perhaps with a unit or a note in brackets, or one of the signs
# that stand for "nothing to report"; an underscore is an unfilled blank.
_FIGURE = re.compile(rf"[增减加]?{_NUMBER} ?{_UNIT}? ?{_NOTE}?|[/／\\]|[—–－-]{{1,4}}|_+|无|[Nn]/?[Aa]|不适用")
_PLAIN = re.compile(rf"(?:{_NUMBER}|[/／—–－-]|_+)")
_GAP = re.compile(r"[ \u3000\xa0]{2,}")


def is_figure(text: str) -> bool:
    """Tell whether a cell by itself can only be a figure cell of a table."""
    return len(text) < 40 and _FIGURE.fullmatch(text) is not None


def _split(raw: str) -> tuple[str, ...]:
    """Part a line of text into cells: at bars, at wide gaps, and between the figures at its end."""
    text = raw.strip()
    if "|" in text:
        inner = text.strip("| \t")
        return tuple(clean(cell) for cell in inner.split("|")) if inner else ()
    parts = [clean(part) for part in _GAP.split(text)]
    cells: list[str] = []
    for part in parts:
        cells.extend(_figures_apart(part))
    if len(cells) > 1 and not any(is_figure(cell) for cell in cells):
        # Wide gaps alone do not make a row: prose is full of them after a bad copy.
        return tuple(parts) if all(len(part) <= 24 for part in parts) else (clean(text),)
    return tuple(cells)


def _figures_apart(part: str) -> list[str]:
    """Part "规章 2 0 11" into a label and its figures; leave prose whole."""
    words = part.split(" ")
    end = len(words)
    while end and _PLAIN.fullmatch(words[end - 1]):
        end -= 1
    if len(words) - end < 2 and not (end == 0 or len(part) < 24):
        return [part]
    label = " ".join(words[:end])
    return ([label] if label else []) + words[end:]


def lines_of(document: Document) -> tuple[Line, ...]:
    """Give the lines of a document in reading order."""
    return tuple(_lines(document))


def _lines(document: Document) -> Iterator[Line]:
    index = 0
    for number, block in enumerate(document.blocks):
        if isinstance(block, Grid):
            for line in block.lines():
                cells = tuple(clean(text) for _, text in line)
                columns = tuple(cell.column for cell, _ in line)
                spans = tuple(cell.colspan for cell, _ in line)
                yield Line(index, cells, columns, spans, grid=number)
                index += 1
            continue
        if isinstance(block, Picture):
            yield Line(index, (), picture=block.reference)
        elif isinstance(block, Heading):
            yield Line(index, (clean(block.text),), (0,), (1,), level=block.level, raw=block.text)
        elif isinstance(block, Paragraph):
            cells = _split(block.text) if block.text.strip() else ()
            yield Line(index, cells, tuple(range(len(cells))), (1,) * len(cells), raw=block.text)
        index += 1
