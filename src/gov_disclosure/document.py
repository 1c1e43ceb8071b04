"""A document of headings, paragraphs, pictures and grids of merged cells; it knows no statute.

It stands between the form and the file formats: the layout makes one from a report and every
format writes it; every format reads one and the recogniser makes a report of it.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import cached_property
from operator import attrgetter
from pathlib import Path

from attrs import Attribute, evolve, field, frozen

from .errors import InvalidReport
from .images import KINDS, image_of
from .kept import kept
from .words import Language, Words, clean

__all__ = [
    "Block",
    "Cell",
    "Chart",
    "Document",
    "Frame",
    "Grid",
    "Heading",
    "Outline",
    "OutlineRow",
    "Paragraph",
    "Picture",
    "Placed",
    "Role",
    "Series",
    "cell_at",
]


class Role(Enum):
    """What a cell of a grid is there for; formats choose its look by this."""

    CAPTION = "caption"
    HEADER = "header"
    LABEL = "label"
    VALUE = "value"
    TEXT = "text"


@frozen
class Cell:
    """One cell of a grid: its first row and column, its spans, and what it says."""

    row: int
    column: int
    text: str = ""
    rowspan: int = 1
    colspan: int = 1
    role: Role = Role.TEXT
    lines: tuple[str, ...] = ()
    """The text as a narrow cell breaks it; empty where any break will do."""
    short: str = ""
    """What stands for the text where there is no room for its words; empty where nothing does."""
    slot: int | None = None
    """Which of the grid's values stands here; `None` where the text is fixed."""
    address: str = ""
    """The name of the cell for people who point at it; empty where it has none."""


def _cell(said: tuple[int, int, str, int, int]) -> Cell:
    return Cell(*said)


_SHORT, _KEPT = 64, 8192
_cell_of = kept(_cell, largest=_SHORT, most=_KEPT, sized=lambda said: said[2])


def cell_at(row: int, column: int, text: str, rowspan: int = 1, colspan: int = 1) -> Cell:
    """Give a cell of text; short ones are made once, as labels and figures have the same places in all reports."""
    return _cell_of((row, column, text, rowspan, colspan))


@frozen
class OutlineRow:
    """One row of an outline: how deep it is indented, its label, and the slots of its figures."""

    depth: int
    label: str
    slots: tuple[int, ...] = ()


@frozen
class Outline:
    """The same figures as a plain indented list, for formats without merged cells."""

    caption: str
    corner: str
    head: tuple[str, ...]
    rows: tuple[OutlineRow, ...]


@frozen(eq=False)
class Frame:
    """Everything of a grid but its values; one frame serves every report of an edition.

    Formats may keep what they prepare from a frame, because it never changes.
    """

    rows: int
    columns: int
    cells: tuple[Cell, ...]
    """In reading order: by row, then by column."""
    widths: tuple[float, ...] = ()
    """The width of each column in millimetres; empty where nothing is known."""
    caption: str = ""
    outlines: tuple[Outline, ...] = ()
    language: Language = "zh"

    @cached_property
    def lines(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells that begin in each row."""
        rows: list[list[Cell]] = [[] for _ in range(self.rows)]
        for cell in self.cells:
            rows[cell.row].append(cell)
        return tuple(map(tuple, rows))


@frozen
class Series:
    """Figures of one kind in a chart, one for each category; `None` where none is known, which is no 0."""

    name: str
    values: tuple[int | None, ...]


@frozen
class Chart:
    """Figures drawn as bars; one without series is not drawn, and its note says why."""

    caption: str = ""
    categories: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    upright: bool = False
    """Whether the bars stand side by side, as years do, and do not lie under one another."""
    description: str = ""
    """All that the chart shows, for those who cannot see it."""
    note: str = ""
    """What is said under it, such as which figures are missing."""


_PLACE = attrgetter("row", "column")
# A year stands over the figures of that year and is none itself.
_FIGURE = re.compile(r"(?!(?:19|20)\d\d$)[-+－−＋]?\d[\d,，.．]*[%％]?")


@frozen
class Grid:
    """A table with merged cells: a frame and the texts of its slots."""

    frame: Frame = field(eq=lambda frame: (frame.rows, frame.columns, frame.cells))
    values: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    """What is drawn under the table by the formats that can; it says nothing that tables do not."""

    @classmethod
    def of_cells(cls, cells: Iterable[Cell], caption: str = "") -> "Grid":
        """Make a grid whose texts are all fixed; cells may come in any order."""
        ordered = tuple(sorted(cells, key=_PLACE))
        rows = max((cell.row + cell.rowspan for cell in ordered), default=0)
        columns = max((cell.column + cell.colspan for cell in ordered), default=0)
        return cls(Frame(rows, columns, ordered, caption=caption))

    @classmethod
    def of_rows(cls, rows: Sequence[Sequence[str]], caption: str = "", *, headed: bool = False) -> "Grid":
        """Make a grid without merged cells; rows may differ in length.

        Where it is `headed`, its first row is the head of the others, unless figures stand there.
        """
        head = headed and len(rows) > 1 and not any(map(_FIGURE.fullmatch, rows[0]))
        cells = [cell_at(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
        if head:
            cells[: len(rows[0])] = [evolve(cell, role=Role.HEADER) for cell in cells[: len(rows[0])]]
        depth = cells[-1].row + 1 if cells else 0
        return cls(Frame(depth, max(map(len, rows), default=0), tuple(cells), caption=caption))

    def text_of(self, cell: Cell) -> str:
        """Give what a cell of the frame says in this grid."""
        return cell.text if cell.slot is None else self.values[cell.slot]

    def lines(self) -> Iterator[list[tuple[Cell, str]]]:
        """Walk the rows: the cells that begin in each, with their texts."""
        for line in self.frame.lines:
            yield [(cell, self.text_of(cell)) for cell in line]

    def texts(self) -> tuple[tuple[str, ...], ...]:
        """Give a rectangle of texts: a merged cell's text at its first place, the rest of it empty."""
        table = [[""] * self.frame.columns for _ in range(self.frame.rows)]
        for cell in self.frame.cells:
            table[cell.row][cell.column] = self.text_of(cell)
        return tuple(map(tuple, table))


@frozen
class Heading:
    """A heading: level 0 is the title of the document, 1 a part, 2 and more what is under it."""

    level: int
    text: str
    language: Language = "zh"
    address: str = field(default="", eq=False, kw_only=True)
    """What stands under it, by the name that findings give it; empty where nothing is known of it."""


@frozen
class Placed:
    """Where the letters of a line stand on its page, for who must tell columns that nothing is drawn between."""

    page: int
    middle: float
    """How far the middle of the line is from the top of the page, in points."""
    height: float
    """The height of its letters, in points."""
    edge: float
    """How far to the right the page goes; what stands further is cut."""
    letters: tuple[tuple[str, float, float], ...]
    """The letters from left to right, each with its left and its right edge in points; spaces are none."""


@frozen
class Paragraph:
    """A paragraph; its first `lead` characters are a heading that runs into the text."""

    text: str
    lead: int = 0
    language: Language = "zh"
    placed: Placed | None = field(default=None, eq=False, repr=False, kw_only=True)
    """Where its letters stand, if it is one line and its source says so."""


_PICTURE = Words(f"图片文件的内容（{'、'.join(KINDS)}）", f"the bytes of a picture ({', '.join(KINDS)})")


def _shown(_: object, attribute: "Attribute[bytes]", data: object) -> None:
    if not isinstance(data, bytes) or (data and image_of(data) is None):
        found = f"{data[:16]!r}" if isinstance(data, bytes) else f"{data!r}"
        raise InvalidReport(f"Picture.{attribute.name}", _PICTURE, found)


def _size(data: bytes) -> str:
    return f"<{len(data)} bytes>"


@frozen
class Picture:
    """A picture: its reference, such as the name of its file, and the file itself where it is at hand.

    Raises `InvalidReport` for bytes that are no PNG, JPEG, GIF or BMP.
    """

    reference: str = field(converter=clean)
    data: bytes = field(default=b"", validator=_shown, repr=_size, kw_only=True)
    """The bytes of the file; empty where only the reference is known."""
    description: str = field(default="", converter=clean, kw_only=True)
    """What it shows, for those who cannot see it."""

    @classmethod
    def from_file(cls, path: "str | os.PathLike[str]", description: str = "") -> "Picture":
        """Take the picture in a file, under its name. Raises `InvalidReport` for what is no picture, and `OSError`."""
        return cls(Path(path).name, data=Path(path).read_bytes(), description=description)


Block = Heading | Paragraph | Grid | Picture


@frozen
class Document:
    """Blocks in order, and what the file says about itself."""

    blocks: tuple[Block, ...]
    properties: tuple[tuple[str, str], ...] = ()
    """Pairs such as title, organization, year, published: hints for readers, metadata for writers."""
    language: Language = "zh"
    """The language of what the document itself has to say; a block in another language says so."""
    navigation: tuple[str, ...] = ()
    """What a page lists of links to other pages: no part of the document."""

    @property
    def charts(self) -> tuple[Chart, ...]:
        """The charts in their order, those that are not drawn too."""
        return tuple(chart for block in self.blocks if isinstance(block, Grid) for chart in block.charts)

    def property(self, name: str) -> str:
        """Give one property, or the empty text."""
        return dict(self.properties).get(name, "")
