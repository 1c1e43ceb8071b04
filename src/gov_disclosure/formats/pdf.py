"""PDF, which is only read: the text of its pages, with ruled tables as tables.

The library is pdfplumber: kept up, pure Python on pdfminer.six, and the one that gives lines and
rectangles beside letters, so that a merged cell is seen as it is drawn. (pypdfium2 is faster but
leaves tables to us.) It comes with ``pip install gov-disclosure[pdf]``.

What is drawn between lines is a table; all else are lines of text that keep their gaps, as from
``pdftotext -layout``. Nothing is recognized from pictures: pages without text are refused, and so
is text that a machine has put under the picture of a page, because its figures may be misread.
"""

import io
from bisect import bisect
from collections.abc import Collection, Iterator, Sequence
from statistics import median
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from ..document import Block, Document, Grid, Paragraph
from ..errors import UnreadableSource
from ..limits import USUAL, Limits
from ..words import Words, clean, struck
from ._pdf_margins import Standing, margins_of, said_of
from ._pdf_quiet import quietly
from ._pdf_tables import grid_of
from ._pdf_text import Box, Letter, Letters, lines_of, placed, plain, spaced

if TYPE_CHECKING:
    from pdfplumber.page import Page

__all__ = ["read"]

_SOURCE = "PDF"
_TILTED = 0.01
_COVERED = 0.9
_THIN = 3.0
"""As wide in points may a rectangle be that is filled to draw a line."""
_CAPTION = 100
"""More letters than this over a picture of the whole page are no caption but its text, recognized by a machine."""

_HOLD = Words("请传入有文字的 PDF、DOCX 或网页。", "Give a PDF that has text, a DOCX or the web page.")


Piece = Grid | Letters
"""A table, or the letters of a line."""


@frozen
class _Page:
    """What stands on one page, in order."""

    width: float
    height: float
    pieces: tuple[tuple[float, float, Piece], ...]
    """Each piece with its upper and its lower edge."""
    aslant: str = ""
    """What is written aslant, such as a watermark: it belongs to no line."""


def read(data: bytes, limits: Limits = USUAL) -> Document:
    """Read the text of a PDF, its ruled tables as grids, without the numbers of its pages.

    Raises `UnreadableSource` if the bytes are damaged, locked by a password, without text, or too
    large, and if the library that reads PDF is not installed.
    """
    try:
        import pdfplumber
        from pdfminer.pdfdocument import PDFPasswordIncorrect
    except ImportError:
        raise _refuse(
            Words("没有安装读取 PDF 的 pdfplumber", "pdfplumber, which reads PDF, is not installed"),
            Words("请运行 pip install gov-disclosure[pdf]", "Run pip install gov-disclosure[pdf]"),
        ) from None
    try:
        with quietly(), pdfplumber.open(io.BytesIO(data)) as file:
            pages = tuple(_pages(file.pages, limits))
            about = tuple(_properties(file.metadata))
    except UnreadableSource:
        raise
    except Exception as error:  # noqa: BLE001  # the parser raises whatever a damaged file makes it raise
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in (error, error.__cause__, *error.args)):
            raise _refuse(Words("文件有密码", "it is locked by a password"), _HOLD) from None
        raise _refuse(Words("文件已损坏", "it is damaged"), _HOLD) from None
    if not any(page.pieces for page in pages):
        raise _refuse(Words("它没有文字，只有图片", "it has no text, only pictures"), _HOLD)
    numbers, running = margins_of([list(_standing(index, page)) for index, page in enumerate(pages)])
    margins = {(each.page, each.place) for each in numbers | running}
    return Document(tuple(_blocks(pages, margins)), about, navigation=tuple(said_of(running)))


def _refuse(found: Words, advice: Words) -> UnreadableSource:
    return UnreadableSource(_SOURCE, found, advice)


def _pages(pages: "Sequence[Page]", limits: Limits) -> Iterator[_Page]:
    """Read page after page, none of them kept in memory."""
    if len(pages) > limits.pages:
        raise limits.exceeded("pages", _SOURCE)
    seen = 0
    for page in pages:
        seen += len(page.chars)
        if seen > limits.letters:
            raise limits.exceeded("letters", _SOURCE)
        if len(page.chars) > _CAPTION and any(_covers(image, page) for image in page.images):
            found = Words(
                "页面是图片，文字是机器识别的", "its pages are pictures, their text was recognized by a machine"
            )
            raise _refuse(found, _HOLD)
        yield _page(page)
        page.close()


def _covers(image: dict[str, Any], page: "Page") -> bool:
    """Tell whether a picture fills the page."""
    area = (image["x1"] - image["x0"]) * (image["bottom"] - image["top"])
    return bool(area >= _COVERED * float(page.width) * float(page.height))


def _page(page: "Page") -> _Page:
    """Read one page: tables where lines are drawn, lines of text above, between and below."""
    straight, tilted = _letters(page)
    pieces: list[tuple[float, float, Piece]] = []
    for table in page.filter(_is_no_ground).find_tables():
        boxes: list[Box] = list(table.cells)
        pieces.append((table.bbox[1], table.bbox[3], grid_of(boxes, straight)))
        straight = [letter for letter in straight if not any(letter.within(box) for box in boxes)]
    for line in lines_of(straight):
        pieces.append((min(letter.top for letter in line), max(letter.bottom for letter in line), line))
    # A line stands where its first letter does, a table where it begins.
    pieces.sort(key=lambda piece: piece[0] if isinstance(piece[2], Grid) else piece[2][0].middle[1])
    aslant = "".join(letter.text for letter in tilted).strip()
    return _Page(float(page.width), float(page.height), tuple(pieces), aslant)


def _letters(page: "Page") -> tuple[list[Letter], list[Letter]]:
    """Give the letters of a page that stand straight and those that are turned; each only once.

    Bold type is often made by printing a letter twice. Letters beyond the edge of the page stay,
    because they may be the rest of a number that begins on it.
    """
    straight: list[Letter] = []
    tilted: list[Letter] = []
    strokes = _strokes(page)
    for char in page.dedupe_chars(tolerance=1, extra_attrs=()).chars:
        text = plain(char["text"])
        letter = Letter(char["x0"], char["top"], char["x1"], char["bottom"], text)
        if text.isdigit() and _is_struck(letter, strokes):
            letter = evolve(letter, text=struck(text))
        a, b = char["matrix"][:2]
        (tilted if a <= 0 or abs(b) > _TILTED * a else straight).append(letter)
    return straight, tilted


def _strokes(page: "Page") -> list[tuple[float, float, float]]:
    """Give the thin lines that are drawn from side to side, from top to bottom: height, left and right end."""
    thin = (each for each in (*page.lines, *page.rects) if each["bottom"] - each["top"] <= _THIN)
    return sorted(((each["top"] + each["bottom"]) / 2, each["x0"], each["x1"]) for each in thin)


def _is_struck(letter: Letter, strokes: Sequence[tuple[float, float, float]]) -> bool:
    """Tell whether a line goes through the middle of a letter, neither above nor below it."""
    x, _ = letter.middle
    edge = letter.height / 4
    first = bisect(strokes, (letter.top + edge,))
    last = bisect(strokes, (letter.bottom - edge,))
    return any(left <= x <= right for _, left, right in strokes[first:last])


def _is_no_ground(drawn: dict[str, Any]) -> bool:
    """Tell whether something drawn is no ground, such as the colour of every other row: its edges part no cells."""
    if drawn.get("object_type") != "rect" or drawn.get("stroke"):
        return True
    return bool(min(drawn["x1"] - drawn["x0"], drawn["bottom"] - drawn["top"]) <= _THIN)


def _blocks(pages: Sequence[_Page], margins: Collection[tuple[int, int]]) -> Iterator[Block]:
    """Give tables and lines, these behind the margin of all pages, without what stands in the margins of pages."""
    lines = [piece for page in pages for _, _, piece in page.pieces if not isinstance(piece, Grid)]
    margin = min((line[0].left for line in lines), default=0.0)
    unit = median([letter.height for line in lines for letter in line] or [1.0])
    for index, page in enumerate(pages):
        for place, (_, _, piece) in enumerate(page.pieces):
            if (index, place) not in margins:
                yield (
                    piece
                    if isinstance(piece, Grid)
                    else Paragraph(spaced(piece, margin, unit), placed=placed(piece, index, page.width))
                )
        if page.aslant:
            yield Paragraph(page.aslant)


def _standing(index: int, page: _Page) -> Iterator[Standing]:
    """Tell what stands where on a page."""
    for place, (top, bottom, piece) in enumerate(page.pieces):
        text = "" if isinstance(piece, Grid) else spaced(piece, piece[0].left).strip()
        yield Standing(index, place, top, bottom, page.height, text)


def _properties(metadata: dict[str, Any]) -> Iterator[tuple[str, str]]:
    title = metadata.get("Title")
    if isinstance(title, str) and clean(title):
        yield "title", clean(title)
