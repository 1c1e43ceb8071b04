"""What stands where in the text of a DOCX: paragraphs, tables and what holds them, before they are blocks.

A table whose cells hold tables only arranges them and is read cell by cell. Only tables and text
boxes in one another recurse, and the parser refuses a file nested deeper than 256 elements.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby

from attrs import define, field

from ..columns import join_lines
from ..document import Block, Grid, Heading, Paragraph, Picture
from ..words import clean
from ._docx_chunks import Chunk
from ._docx_grid import grid
from ._docx_sheet import Sheet, Style
from ._docx_signs import Element, Way, hidden

__all__ = ["Holder", "Row", "Run", "Table", "Text"]


@define(eq=False)
class Holder:
    """What paragraphs and tables stand in: the body, a text box, or a cell with its place in the row."""

    blocks: "list[Text | Table | Chunk]" = field(init=False, factory=list)
    text: str = field(init=False, default="")
    """What it says as a cell, once its table is read."""
    span: int = field(init=False, default=1)
    continues: bool = field(init=False, default=False)
    """Whether it belongs to the cell above it."""

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

    def plain_text(self) -> str | None:
        """Put the texts of its paragraphs together; `None` if anything else stands in it."""
        texts = []
        for block in self.blocks:
            if not isinstance(block, Text) or block.others:
                return None
            texts.append("".join(block.pieces))
        whole = "\n".join(texts)
        return join_lines(map(clean, whole.split("\n"))) if "\n" in whole else clean(whole)


@define(eq=False)
class Text:
    """A paragraph: its text in pieces, and what else stands in it."""

    paragraph: Element
    sheet: Sheet
    pieces: list[str] = field(init=False, factory=list)
    fields: tuple[bool, ...] = field(init=False, default=())
    """Of each field that is open: whether its instruction is over."""
    others: tuple[Picture | Holder, ...] = field(init=False, default=())
    """Its pictures and text boxes."""

    @property
    def style(self) -> Style:
        """What is said of it as a whole; few are ever asked for it, as in cells it tells nothing."""
        return self.sheet.style_of(self.paragraph)

    def written(self, ways: Mapping[str, Way]) -> "Text | Run":
        """Give what takes text of it that is written in some ways, if in any."""
        return Run(self, ways) if ways else self

    def put(self, piece: str) -> None:
        """Add a piece of text; what stands in the instruction of a field is none."""
        if not self.fields or all(self.fields):
            self.pieces.append(piece)

    def lines(self) -> list[str]:
        """Give the text between the line breaks; a tab is kept where it parts two texts."""
        return [line for line in map(_cleaned, "".join(self.pieces).split("\n")) if line]

    def read(self) -> Iterator[Block]:
        """Read its text, then its pictures, then its text boxes."""
        lines, style = self.lines(), self.style
        if style.level is not None and lines:
            yield Heading(style.level, clean(join_lines(lines)))
        else:
            yield from filter(None, map(style.meaning, lines))
        yield from (other for other in self.others if isinstance(other, Picture))
        for other in self.others:
            if isinstance(other, Holder):
                yield from other.read()


def _cleaned(line: str) -> str:
    """Clean a line; tabs that part texts are kept, and with them those at its ends."""
    fields = list(map(clean, line.split("\t")))
    return "\t".join(fields) if sum(map(bool, fields)) > 1 else "".join(fields)


@define(eq=False)
class Run:
    """A part of a paragraph whose text is written in ways of its own."""

    text: Text
    ways: Mapping[str, Way]
    """How its text is written, by what says so."""

    @property
    def is_hidden(self) -> bool:
        """Whether nothing is seen of it."""
        return hidden in self.ways.values()

    def written(self, ways: Mapping[str, Way]) -> "Run":
        """Give what takes its text where something more is said of it, or the same again."""
        return Run(self.text, {**self.ways, **ways})

    def put(self, piece: str) -> None:
        """Add a piece of text, as it is written."""
        for way in self.ways.values():
            piece = way(piece)
        self.text.put(piece)


@define(eq=False)
class Row:
    """A row of a table."""

    cells: list[Holder] = field(init=False, factory=list)
    gap: int = field(init=False, default=0)
    """How many columns are left free before the first cell."""
    is_gone: bool = field(init=False, default=False)
    """Whether it was deleted or is hidden."""


@define(eq=False)
class Table:
    """A table."""

    rows: list[Row] = field(init=False, factory=list)

    def read(self) -> Iterator[Block]:
        """Read a grid and the pictures in it, or what its cells hold if there are tables."""
        rows = [row for row in self.rows if not row.is_gone]
        cells = [cell for row in rows for cell in row.cells]
        inside: dict[Holder, list[Block]] = {}
        for cell in cells:
            text = cell.plain_text()
            if text is None:
                inside[cell] = list(map(_unframed, cell.read()))
                text = _text_of(inside[cell])
            cell.text = text
        if any(isinstance(block, Grid) for blocks in inside.values() for block in blocks):
            for cell in cells:
                yield from inside[cell] if cell in inside else cell.read()
            return
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
