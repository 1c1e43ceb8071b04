"""Plain text: headings and paragraphs wrapped to a width, tables as indented lists or in frames.

Blocks are parted by an empty line. Paragraphs and the headings among them begin with two
ideographic spaces as in print, titles and headings of parts do not; lines that go on never do. So
a reader can put the lines of any of them together. This file knows no statute.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from ..columns import align, join_lines, width_of, wrap
from ..document import Block, Document, Grid, Heading, Paragraph, Picture
from ..errors import CannotWrite
from ..limits import USUAL, Limits
from ..words import Language, Words, clean
from ._boxes import STYLES, Style, draw
from ._encoding import decode
from ._lists import list_of
from ._short import explained, shortened, shorts
from ._unboxing import is_rule, may_go_on, unbox

__all__ = ["read", "write"]

_INDENT: Mapping[Language, str] = {"zh": "　　", "en": "    "}
_INDENT_WIDTH = 4
# Headings from this level on stand among the paragraphs and look like them.
_RUNNING = 2
_LONGEST_NAME = 39
"""A longer line above a title is not taken for the name of an organ by who reads the text again."""
_PICTURE = re.compile(r"［图片：(.*)］")
# A line that cannot be the rule of a frame, a line of fields, or a picture: most are. No part of it goes back for
# another way to match, because a line may be long.
_FRAME = r"\s+|=\-\u2500-\u257f"
_PLAIN = re.compile(rf"(?!［)(?=[^\t]*+\Z)[{_FRAME}]*+[^{_FRAME}]|[^\S\t]*+\|?[^\S\t]*+\Z")
_PAGE = "\f"
_QUOTE = re.compile("^(?:> ?)+")
_OPEN = re.compile(r'"((?:[^"]|"")*)')
_CLOSED = re.compile(r'((?:[^"\t]|"")*)"(?=\t|\Z)')
_MOST_LINES = 12
"""No cell of a table goes on over more lines."""
_PICTURES = Words("［图片：{reference}］", "[Picture: {reference}]")


def write(document: Document, *, width: int = 80, frame: Literal["list", "ascii", "unicode"] = "list") -> str:
    """Write plain text of `width` columns, a Chinese character taking two.

    Statutory tables are indented lists, or all tables are drawn with merged cells in a frame of
    ASCII or Unicode lines. A line is longer only where a word or the figures of a row are. Raises
    `CannotWrite` for another kind of frame.
    """
    if frame not in ("list", *STYLES):
        known = " ".join(("list", *STYLES))
        raise CannotWrite(str(frame), Words(f"frame 可用 {known}", f"frame is one of {known}"))
    blocks = ("\n".join(_block(block, width, frame, document)) for block in document.blocks)
    return "\n\n".join(filter(None, blocks)) + "\n"


def _block(block: Block, width: int, frame: str, document: Document) -> Iterable[str]:
    if isinstance(block, Heading) and block.level < _RUNNING:
        text = clean(block.text)
        return wrap(text, width) if block.level else _title(text, document.property("organization"), width)
    if isinstance(block, Heading | Paragraph):
        text = clean(block.text)
        first, *rest = wrap(text, width, width - _INDENT_WIDTH)
        return [_INDENT[block.language] + first, *rest] if text else []
    if isinstance(block, Grid):
        if block.frame.outlines and frame == "list":
            return list_of(block, width)
        return _drawn(block, width, STYLES.get(frame, STYLES["ascii"]))
    return [_PICTURES.say(document.language).format(reference=clean(block.reference))]


def _title(title: str, organ: str, width: int) -> list[str]:
    """Put a title in the middle; one that is too long for a line is broken after the name of the organ."""
    parts: tuple[str, ...] = (organ, title.removeprefix(organ))
    fits = width_of(organ) <= width < width_of(title) and len(organ) <= _LONGEST_NAME
    if not fits or not all(parts) or join_lines(parts) != title:
        parts = (title,)
    return [align(line, width, "^").rstrip() for part in parts for line in wrap(part, width)]


def _drawn(grid: Grid, width: int, style: Style) -> list[str]:
    """Draw a table, with abbreviations where its words are too wide."""
    lines = draw(grid, width, style)
    if lines and width_of(lines[0]) > width and shorts(grid.frame):
        return [*draw(Grid(shortened(grid.frame), grid.values), width, style), *explained(grid.frame, width)]
    return lines


def read(data: bytes, limits: Limits = USUAL) -> Document:
    """Read any plain text: nothing is guessed and nothing left out.

    Every line is a paragraph, an empty one too, with the space before it and in it. Lines of
    fields parted by tabs are one table, a drawn frame is one with its merged cells. Raises
    `UnreadableSource` for bytes that are no text, and for text beyond the limits. The marks
    before the lines of a quoted mail are left out, and those of fields that go on over several
    lines, as spreadsheets copy them.
    """
    text = decode(data, "text")
    limits.check_text(text, "text")
    lines = _unquoted(list(_lines(text)))
    return Document(tuple(_read(list(_joined(lines)) if "\t" in text and '"' in text else lines)))


def _lines(text: str) -> Iterator[str]:
    """Part a text into lines; a form feed that stands before a page is a line of its own."""
    *pages, last = text.split(_PAGE)
    for page in pages:
        yield from page.splitlines()
        if not page or page[-1] in "\r\n":
            yield _PAGE
    yield from last.splitlines()


def _unquoted(lines: list[str]) -> list[str]:
    """Take the marks of a quoted mail away, if most lines have them."""
    quoted = [line for line in lines if line.startswith(">")]
    return [_QUOTE.sub("", line) for line in lines] if len(quoted) * 2 > len(lines) else lines


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Put the lines of a field in quotation marks together: what two lines say is still two words."""
    place = 0
    while place < len(lines):
        rest, place = lines[place], place + 1
        fields: list[str] = []
        while '"' in rest and (end := _end_of_field(lines, place)):
            before, tab, last = rest.rpartition("\t")
            opened, closed = _OPEN.fullmatch(last), _CLOSED.match(lines[end])
            if opened is None or closed is None or not (fields or tab or "\t" in lines[end]):
                break
            words = " ".join((opened[1], *lines[place:end], closed[1])).replace('""', '"')
            fields.append(before + tab + words)
            rest, place = lines[end][closed.end() :], end + 1
        yield "".join((*fields, rest))


def _end_of_field(lines: Sequence[str], start: int) -> int:
    """Tell which line has the end of a field that began in the one before, or 0 if none has."""
    for place in range(start, min(start + _MOST_LINES, len(lines))):
        if '"' in lines[place] or "\t" in lines[place]:
            return place
    return 0


def _read(lines: Sequence[str]) -> Iterator[Block]:
    place = 0
    known = {_PAGE: Paragraph(_PAGE)}
    while place < len(lines):
        line = lines[place]
        paragraph = known.get(line)
        if paragraph is None and (line.isalnum() or _PLAIN.match(line)):
            paragraph = known[line] = Paragraph(line.rstrip())
        if paragraph is not None:
            yield paragraph
            place += 1
            continue
        blocks, taken = _frame(lines, place) or _fields(lines, place) or ([_line(lines, place)], 1)
        yield from blocks
        place += taken


def _line(lines: Sequence[str], place: int) -> Paragraph | Picture:
    """Read one line; one that says only which picture there is begins a block, so no text goes before it."""
    picture = _PICTURE.fullmatch(lines[place].rstrip())
    if picture and (place == 0 or not lines[place - 1].strip()):
        return Picture(picture[1])
    return Paragraph(lines[place].rstrip())


def _run(lines: Sequence[str], place: int) -> int:
    """Tell where the lines that hold tabs end."""
    while place < len(lines) and "\t" in lines[place]:
        place += 1
    return place


def _fields(lines: Sequence[str], place: int) -> tuple[Sequence[Block], int] | None:
    """Read lines of fields; tabs that only indent a line part no fields."""
    run = lines[place : _run(lines, place)]
    if not any("\t" in line.lstrip() for line in run):
        return None
    return [Grid.of_rows([list(map(str.strip, line.split("\t"))) for line in run])], len(run)


def _frame(lines: Sequence[str], place: int) -> tuple[Sequence[Block], int] | None:
    """Read a drawn frame; its lines stay lines if it cannot be made out."""
    if not is_rule(lines[place]):
        return None
    end = place
    while end < len(lines) and may_go_on(lines[end]):
        end += 1
    while not is_rule(lines[end - 1]):
        end -= 1
    run = lines[place:end]
    grid = unbox(run)
    return ([Paragraph(line.rstrip()) for line in run] if grid is None else [grid]), len(run)
