"""Document to the text of a DOCX: headings, paragraphs, pictures and tables, one after the other."""

import re
from collections.abc import Iterator

from ..document import Block, Document, Grid, Heading, Paragraph, Picture
from ._docx_fit import width_of
from ._docx_parts import CLOSING, OPENING
from ._docx_styles import BODY, GAP, PICTURE, RUN_IN, heading
from ._docx_tables import run, table
from ._width import join_lines

__all__ = ["text_part"]

_TITLE_WIDTH = 20
"""How many characters of 22 points stand on a line of 156 mm."""
_BRACKET = re.compile("(?<=.)(?=（)")
# Beside a table: 12 points above what follows it, 6 points between it and what stands over it.
_ABOVE, _BELOW = ' w:before="240"', ' w:after="120"'
_GAP = f'<w:p><w:pPr><w:pStyle w:val="{GAP}"/></w:pPr></w:p>'.encode()


def text_part(document: Document) -> bytes:
    """Write the main part of the package."""
    return b"".join((OPENING.encode(), *_blocks(document), CLOSING.encode()))


def _blocks(document: Document) -> Iterator[bytes]:
    # A table of no cells cannot be written: Word takes a table without rows for a damaged file.
    blocks = [block for block in document.blocks if not (isinstance(block, Grid) and not block.frame.cells)]
    caption = document.property("title")
    above: Block | None = None
    for block, below in zip(blocks, (*blocks[1:], None), strict=False):
        if isinstance(block, Grid):
            if isinstance(above, Grid):
                yield _GAP
            yield table(block, caption or "表格")
        else:
            yield _paragraph(block, document, isinstance(above, Grid), isinstance(below, Grid)).encode()
        if isinstance(block, Heading):
            caption = block.text
        above = block
    if not blocks or isinstance(above, Grid):
        # A body ends with a paragraph; after a table Word would add one of its own.
        yield _GAP


def _paragraph(block: Heading | Paragraph | Picture, document: Document, after_grid: bool, before_grid: bool) -> str:
    if isinstance(block, Heading):
        style = heading(block.level)
        runs = run(*_title_lines(block.text, document)) if block.level <= 0 else run(block.text)
    elif isinstance(block, Picture):
        style, runs = PICTURE, run(f"［图片：{block.reference}］")
    else:
        style, runs = BODY, run(block.text[: block.lead], style=RUN_IN) + run(block.text[block.lead :])
    titled = isinstance(block, Heading) and block.level <= 0
    space = (_ABOVE if after_grid else "") + (_BELOW if before_grid and not titled else "")
    spacing = f"<w:spacing{space}/>" if space else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{spacing}</w:pPr>{runs}</w:p>'


def _title_lines(title: str, document: Document) -> tuple[str, ...]:
    """Break a title that is too long for a line after the name of the organ, and that before its bracket."""
    organ = document.property("organization")
    name = _BRACKET.split(organ, 1) if width_of(organ) > _TITLE_WIDTH else [organ]
    lines = (*name, title.removeprefix(organ))
    broken = all(lines) and join_lines(lines) == title and width_of(title) > _TITLE_WIDTH
    return lines if broken else (title,)
