"""What stands where in the text of a DOCX: paragraphs, tables and what holds them, before they are blocks.

A table whose cells hold tables only arranges them and is read cell by cell. Only tables and text
boxes in one another recurse, and the parser refuses a file nested deeper than 256 elements.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from attrs import Factory, define, field

from ..columns import join_lines
from ..document import Block, Grid, Heading, Paragraph, Picture
from ..words import clean
from ._docx_grid import grid
from ._docx_styles import CAPTION_NAME, PICTURE_NAME

__all__ = ["MEANINGS", "Holder", "Meaning", "Row", "Table", "Text"]

_NO_LEVEL = 9
"""The outline level of what is no heading."""
_PICTURE = re.compile("［图片：(.*)］")
_UNDER_CHART = re.compile(r"图\d+ |Figure \d+\. |注：|Note: ")

Meaning = Callable[[str], Block | None]


def _named_picture(line: str) -> Block:
    """Take a line that says that a picture stands here for the picture."""
    named = _PICTURE.fullmatch(line)
    return Picture(named[1]) if named else Paragraph(line)


def _under_chart(line: str) -> Block | None:
    """Take the caption and the note of a chart for nothing: they say what the tables say."""
    return None if _UNDER_CHART.match(line) else Paragraph(line)


MEANINGS: Mapping[str, Meaning] = MappingProxyType({PICTURE_NAME: _named_picture, CAPTION_NAME: _under_chart})
"""What a line of a paragraph is that has a style of our own, by the name of the style."""


@define(eq=False)
class Holder:
    """What paragraphs and tables stand in: the body, a text box, or a cell with its place in the row."""

    blocks: "list[Text | Table]" = field(init=False, factory=list)
    is_plain: bool = field(init=False, default=True)
    """Whether nothing stands in it but paragraphs of text."""
    text: str = field(init=False, default="")
    """What it says as a cell, once its table is read."""
    span: int = field(init=False, default=1)
    continues: bool = field(init=False, default=False)
    """Whether it belongs to the cell above it."""

    def paragraph(self) -> "Text":
        """Begin a paragraph."""
        text = Text(self)
        self.blocks.append(text)
        return text

    def read(self) -> Iterator[Block]:
        """Read what stands in it, in order; lines of tabs below one another are a table."""
        blocks = (read for block in self.blocks for read in block.read())
        for in_fields, group in groupby(blocks, _in_fields):
            lines = list(group)
            if in_fields and len(lines) > 1:
                yield Grid.of_rows(
                    [list(map(clean, line.text.split("\t"))) for line in lines if isinstance(line, Paragraph)]
                )
            else:
                yield from lines

    def plain_text(self) -> str:
        """Put the texts of its paragraphs together, if nothing else stands in it."""
        whole = "\n".join(["".join(block.pieces) for block in self.blocks if isinstance(block, Text)])
        return join_lines(map(clean, whole.split("\n"))) if "\n" in whole else clean(whole)


@define(eq=False)
class Text:
    """A paragraph: its text in pieces, and what else stands in it."""

    holder: Holder
    pieces: list[str] = field(init=False, factory=list)
    level: int | None = field(init=False, default=None)
    """How deep a heading it is by its style, 0 being the title."""
    outline: int | None = field(init=False, default=None)
    """How deep a heading it says that it is, from 0 on."""
    meaning: Meaning = field(init=False, default=Paragraph)
    """What a line of it is."""
    fields: tuple[bool, ...] = field(init=False, default=())
    """Of each field that is open: whether its instruction is over."""
    others: tuple[Picture | Holder, ...] = field(init=False, default=())
    """Its pictures and text boxes."""

    @property
    def names_pictures(self) -> bool:
        """Whether what stands in it is known by its name, because we have put it there."""
        return self.meaning is _named_picture

    def put(self, piece: str) -> None:
        """Add a piece of text; what stands in the instruction of a field is none."""
        if not self.fields or all(self.fields):
            self.pieces.append(piece)

    def add(self, other: "Picture | Holder") -> None:
        """Add a picture or a text box."""
        self.others += (other,)
        self.holder.is_plain = False

    def lines(self) -> list[str]:
        """Give the text between the line breaks; a tab is kept where it parts two texts."""
        return [line for line in map(_cleaned, "".join(self.pieces).split("\n")) if line]

    def read(self) -> Iterator[Block]:
        """Read its text, then its pictures, then its text boxes."""
        lines, level = self.lines(), self._level()
        if level is not None and lines:
            yield Heading(level, clean(join_lines(lines)))
        else:
            yield from filter(None, map(self.meaning, lines))
        yield from (other for other in self.others if isinstance(other, Picture))
        for other in self.others:
            if isinstance(other, Holder):
                yield from other.read()

    def _level(self) -> int | None:
        """Tell how deep a heading it is, by its style or by itself; the title stays the title."""
        if self.outline is None or self.level == 0:
            return self.level
        return self.outline + 1 if self.outline < _NO_LEVEL else None


def _cleaned(line: str) -> str:
    """Clean a line; tabs that part texts are kept, and with them those at its ends."""
    fields = list(map(clean, line.split("\t")))
    return "\t".join(fields) if sum(map(bool, fields)) > 1 else "".join(fields)


@define(eq=False)
class Row:
    """A row of a table."""

    cells: list[Holder] = Factory(list)
    gap: int = 0
    """How many columns are left free before the first cell."""
    is_gone: bool = False
    """Whether it was deleted or is hidden."""


@define(eq=False)
class Table:
    """A table."""

    rows: list[Row] = Factory(list)

    def read(self) -> Iterator[Block]:
        """Read a grid and the pictures in it, or what its cells hold if there are tables."""
        rows = [row for row in self.rows if not row.is_gone]
        cells = [cell for row in rows for cell in row.cells]
        inside = {cell: list(map(_unframed, cell.read())) for cell in cells if not cell.is_plain}
        if any(isinstance(block, Grid) for blocks in inside.values() for block in blocks):
            for cell in cells:
                yield from inside[cell] if cell in inside else cell.read()
            return
        for cell in cells:
            cell.text = _text_of(inside[cell]) if cell in inside else cell.plain_text()
        found = grid(rows)
        if found.frame.cells:
            yield found
        for blocks in inside.values():
            yield from (block for block in blocks if isinstance(block, Picture))


def _in_fields(block: Block) -> bool:
    return isinstance(block, Paragraph) and "\t" in block.text.strip()


def _unframed(block: Block) -> Block:
    """Take a table of one cell for the text that it frames."""
    one = isinstance(block, Grid) and len(block.frame.cells) == 1
    return Paragraph(block.text_of(block.frame.cells[0])) if isinstance(block, Grid) and one else block


def _text_of(blocks: list[Block]) -> str:
    return join_lines(clean(block.text) for block in blocks if isinstance(block, Heading | Paragraph))
