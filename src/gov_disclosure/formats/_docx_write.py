"""Document to the text of a DOCX: headings, paragraphs, pictures and tables, one after the other."""

import re
from collections.abc import Iterator, Sequence
from itertools import count

from ..columns import join_lines
from ..document import Block, Document, Grid, Heading, Paragraph, Picture
from ..words import Language, Words
from ._docx_fit import width_of
from ._docx_look import Look
from ._docx_parts import OPENING, closing
from ._docx_pictures import Drawings
from ._docx_styles import BODY, GAP, NUMBER, PICTURE, RUN_IN, SIGNATURE, heading
from ._docx_tables import run, runs, table

__all__ = ["text_part"]

_BRACKET = re.compile("(?<=.)(?=（)")
_YEAR = re.compile(r"\d{4}年度?")
# Word processors set figures and Chinese characters apart by a fifth of a character or a little more.
_APART = re.compile("(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])")
_DISTANCE = 0.2
_LINE_BREAK = "<w:r><w:br/></w:r>"
_TABLE = Words("表格", "Table")
_PICTURES = Words("［图片：{reference}］", "[Picture: {reference}]")
# Beside a table: 12 points above what follows it, 6 points between it and what stands over it.
_ABOVE, _BELOW = ' w:before="240"', ' w:after="120"'
_AROUND, _AS_HIGH = ' w:before="120"', ' w:line="240" w:lineRule="auto"'
_GAP = f'<w:p><w:pPr><w:pStyle w:val="{GAP}"/></w:pPr></w:p>'.encode()


def text_part(document: Document, look: Look, number: str = "", signature: Sequence[str] = ()) -> bytes:
    """Write the main part of the package, with the number of the document under its title, and a signature."""
    body = (*_blocks(document, look, number, bool(signature)), _signature(signature, look).encode())
    return b"".join((OPENING.encode(), *body, closing(look).encode()))


def _signature(lines: Sequence[str], look: Look) -> str:
    """Write the lines that end a document without a seal, the organ and the day.

    GB/T 9704-2012, 7.3.5.2: the organ two characters from the right edge under an empty line, the
    day below it, beginning two characters after it; the longer of both stands at the edge.
    """
    widths = [width_of(line) + _DISTANCE * len(_APART.findall(line)) + 2 * at for at, line in enumerate(lines)]
    longest = min(max(widths, default=0), look.width / (10 * look.body_size) - 4)
    pieces = []
    for place, (line, width) in enumerate(zip(lines, widths, strict=True)):
        right = 2 + max(longest - width, 0)
        space = "" if place else f'<w:spacing w:before="{look.line}"/>'
        kept = "" if place + 1 < len(lines) else '<w:keepNext w:val="0"/>'
        edge = f'<w:ind w:rightChars="{round(100 * right)}" w:right="{round(10 * look.body_size * right)}"/>'
        pieces.append(f'<w:p><w:pPr><w:pStyle w:val="{SIGNATURE}"/>{kept}{space}{edge}</w:pPr>{run(line)}</w:p>')
    return "".join(pieces)


def _blocks(document: Document, look: Look, number: str, signed: bool) -> Iterator[bytes]:
    # A table of no cells cannot be written: Word takes a table without rows for a damaged file.
    blocks = [block for block in document.blocks if not (isinstance(block, Grid) and not block.frame.cells)]
    caption = document.property("title")
    above: Block | None = None
    figure_numbers = count(1)
    drawings = Drawings(document, look)
    for block, below in zip(blocks, (*blocks[1:], None), strict=False):
        if isinstance(block, Grid):
            if isinstance(above, Grid):
                yield _GAP
            yield table(block, caption or _TABLE.say(document.language), look)
            if block.charts:
                from ._docx_charts import figures

                yield figures(block.charts, figure_numbers, look).encode()
                above = None
                continue
        elif isinstance(block, Heading) and block.level <= 0:
            yield _title(block, document, look, number, isinstance(above, Grid))
            number = ""
        else:
            # A signature alone on a page could belong to anything.
            kept = "<w:keepNext/>" if signed and below is None else ""
            drawn = drawings.draw(block) if isinstance(block, Picture) else ""
            beside = _beside(isinstance(above, Grid), isinstance(below, Grid), bool(drawn))
            yield _paragraph(block, kept + beside, document.language, drawn).encode()
        if isinstance(block, Heading):
            caption = block.text
        above = block
    if not blocks or isinstance(above, Grid):
        # A body ends with a paragraph; after a table Word would add one of its own.
        yield _GAP


def _title(block: Heading, document: Document, look: Look, number: str, after_grid: bool) -> bytes:
    """Write the title and, close to it, the number of the document."""
    lines = _title_lines(block, document, look.title_width)
    text = run(*lines) if block.language == "zh" else _LINE_BREAK.join(runs(line, block.language) for line in lines)
    spacing = _spacing((_ABOVE if after_grid else "") + (' w:after="0"' if number else ""))
    under = f'<w:p><w:pPr><w:pStyle w:val="{NUMBER}"/></w:pPr>{run(number)}</w:p>' if number else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{heading(0)}"/>{spacing}</w:pPr>{text}</w:p>{under}'.encode()


def _paragraph(block: Heading | Paragraph | Picture, spacing: str, lang: Language, drawn: str) -> str:
    if isinstance(block, Heading):
        style, text = heading(block.level), runs(block.text, block.language)
    elif isinstance(block, Picture):
        style, text = PICTURE, drawn or run(_PICTURES.say(lang).format(reference=block.reference))
    else:
        style = BODY
        text = run(block.text[: block.lead], style=RUN_IN) + runs(block.text[block.lead :], block.language)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{spacing}</w:pPr>{text}</w:p>'


def _beside(after_grid: bool, before_grid: bool, drawn: bool) -> str:
    if drawn:
        # A line of a set height would show no more of a picture than a strip.
        before = _ABOVE if after_grid else _AROUND
        return f'<w:snapToGrid w:val="0"/>{_spacing(f"{before}{_BELOW}{_AS_HIGH}")}'
    return _spacing((_ABOVE if after_grid else "") + (_BELOW if before_grid else ""))


def _spacing(space: str) -> str:
    return f"<w:spacing{space}/>" if space else ""


def _title_lines(block: Heading, document: Document, room: float) -> tuple[str, ...]:
    """Break a title that is too long for a line after the name of the organ, and that before its bracket.

    A year may stand before the name.
    """
    title, organ = block.text, document.property("organization")
    year = _YEAR.match(title)
    if organ and year and title.startswith(organ, year.end()):
        organ = year[0] + organ
    name = _BRACKET.split(organ, 1) if width_of(organ) > room else [organ]
    if block.language == "en":
        rest = title.removeprefix(f"{organ} ")
        return (*(name if rest != title else ()), *_halves(rest, room))
    lines = (*name, title.removeprefix(organ))
    broken = all(lines) and join_lines(lines) == title and width_of(title) > room
    return lines if broken else (title,)


def _halves(text: str, room: float) -> tuple[str, ...]:
    """Break English that is too long for a line at the space nearest to its middle."""
    spaces = [place for place, sign in enumerate(text) if sign == " "]
    if not spaces or width_of(text) <= room:
        return (text,)
    middle = min(spaces, key=lambda place: abs(2 * place - len(text)))
    return text[:middle], text[middle + 1 :]
