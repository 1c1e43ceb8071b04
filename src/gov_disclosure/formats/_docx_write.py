"""Document to the text of a DOCX: headings, paragraphs, pictures and tables, one after the other."""

import re
from collections.abc import Iterator, Sequence

from ..columns import join_lines
from ..document import Block, Document, Grid, Heading, Paragraph, Picture
from ._docx_fit import width_of
from ._docx_look import Look
from ._docx_parts import OPENING, closing
from ._docx_styles import BODY, GAP, NUMBER, PICTURE, RUN_IN, SIGNATURE, heading
from ._docx_tables import run, table

__all__ = ["text_part"]

_BRACKET = re.compile("(?<=.)(?=（)")
# Beside a table: 12 points above what follows it, 6 points between it and what stands over it.
_ABOVE, _BELOW = ' w:before="240"', ' w:after="120"'
_GAP = f'<w:p><w:pPr><w:pStyle w:val="{GAP}"/></w:pPr></w:p>'.encode()


def text_part(document: Document, look: Look, number: str = "", signature: Sequence[str] = ()) -> bytes:
    """Write the main part of the package, with the number of the document under its title, and a signature."""
    body = (*_blocks(document, look, number), _signature(signature, look).encode())
    return b"".join((OPENING.encode(), *body, closing(look).encode()))


def _signature(lines: Sequence[str], look: Look) -> str:
    """Write the lines that end a document without a seal, the organ and the day.

    GB/T 9704-2012, 7.3.5.2: the organ two characters from the right edge under an empty line, the
    day below it, beginning two characters after it; the longer of both stands at the edge.
    """
    widths = [width_of(line) + 2 * place for place, line in enumerate(lines)]
    longest = min(max(widths, default=0), look.width / (10 * look.body_size) - 4)
    pieces = []
    for place, (line, width) in enumerate(zip(lines, widths, strict=True)):
        right = 2 + max(longest - width, 0)
        space = "" if place else f'<w:spacing w:before="{look.line}"/>'
        kept = "" if place + 1 < len(lines) else '<w:keepNext w:val="0"/>'
        edge = f'<w:ind w:rightChars="{round(100 * right)}" w:right="{round(10 * look.body_size * right)}"/>'
        pieces.append(f'<w:p><w:pPr><w:pStyle w:val="{SIGNATURE}"/>{kept}{space}{edge}</w:pPr>{run(line)}</w:p>')
    return "".join(pieces)


def _blocks(document: Document, look: Look, number: str) -> Iterator[bytes]:
    # A table of no cells cannot be written: Word takes a table without rows for a damaged file.
    blocks = [block for block in document.blocks if not (isinstance(block, Grid) and not block.frame.cells)]
    caption = document.property("title")
    above: Block | None = None
    for block, below in zip(blocks, (*blocks[1:], None), strict=False):
        if isinstance(block, Grid):
            if isinstance(above, Grid):
                yield _GAP
            yield table(block, caption or "表格", look)
        elif isinstance(block, Heading) and block.level <= 0:
            yield _title(block, document, look, number, isinstance(above, Grid))
            number = ""
        else:
            yield _paragraph(block, isinstance(above, Grid), isinstance(below, Grid)).encode()
        if isinstance(block, Heading):
            caption = block.text
        above = block
    if not blocks or isinstance(above, Grid):
        # A body ends with a paragraph; after a table Word would add one of its own.
        yield _GAP


def _title(block: Heading, document: Document, look: Look, number: str, after_grid: bool) -> bytes:
    """Write the title and, close to it, the number of the document."""
    runs = run(*_title_lines(block.text, document, look.title_width))
    spacing = _spacing((_ABOVE if after_grid else "") + (' w:after="0"' if number else ""))
    under = f'<w:p><w:pPr><w:pStyle w:val="{NUMBER}"/></w:pPr>{run(number)}</w:p>' if number else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{heading(0)}"/>{spacing}</w:pPr>{runs}</w:p>{under}'.encode()


def _paragraph(block: Heading | Paragraph | Picture, after_grid: bool, before_grid: bool) -> str:
    if isinstance(block, Heading):
        style, runs = heading(block.level), run(block.text)
    elif isinstance(block, Picture):
        style, runs = PICTURE, run(f"［图片：{block.reference}］")
    else:
        style, runs = BODY, run(block.text[: block.lead], style=RUN_IN) + run(block.text[block.lead :])
    spacing = _spacing((_ABOVE if after_grid else "") + (_BELOW if before_grid else ""))
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{spacing}</w:pPr>{runs}</w:p>'


def _spacing(space: str) -> str:
    return f"<w:spacing{space}/>" if space else ""


def _title_lines(title: str, document: Document, room: float) -> tuple[str, ...]:
    """Break a title that is too long for a line after the name of the organ, and that before its bracket."""
    organ = document.property("organization")
    name = _BRACKET.split(organ, 1) if width_of(organ) > room else [organ]
    lines = (*name, title.removeprefix(organ))
    broken = all(lines) and join_lines(lines) == title and width_of(title) > room
    return lines if broken else (title,)
