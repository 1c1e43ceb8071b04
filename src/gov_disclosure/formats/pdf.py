"""PDF, which is only read: the text of its pages, with ruled tables as tables.

The library is pdfplumber: kept up, pure Python on pdfminer.six, and the one that gives lines and
rectangles beside letters, so that a merged cell is seen as it is drawn. (pypdfium2 is faster but
leaves tables to us.) It comes with ``pip install gov-disclosure[pdf]``.

What is drawn between lines is a table; all else are lines of text that keep their gaps, as from
``pdftotext -layout``. Nothing is recognized from pictures: pages without text are refused, and so
is text that a machine has put under the picture of a page, because its figures may be misread.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median
from typing import TYPE_CHECKING, Any

from attrs import frozen

from ..document import Block, Document, Grid, Paragraph
from ..errors import UnreadableSource
from ..words import Words, clean
from ._pdf_tables import grid_of
from ._pdf_text import Box, Letter, Letters, lines_of, spaced

if TYPE_CHECKING:
    from pdfplumber.page import Page

__all__ = ["read"]

PAGES = 500
"""How many pages a file may have."""
LETTERS = 2_000_000
"""How many letters a file may have."""

_BAND = 0.12
"""The share of a page at its top and at its foot in which the number of the page may stand."""
_NUMBERED = re.compile(r"[-—–－·\s]*(?:第\s*)?(\d{1,4})(?:\s*页)?(?:\s*[/／,，共]+\s*\d{1,4}\s*页?)?[-—–－·\s]*")
_DIGITS = re.compile(r"\d+")
_PAGES = 3
"""On so many pages the same line at the edge is no text of the report."""
_TILTED = 0.01
_COVERED = 0.9
_CAPTION = 100
"""More letters than this over a picture of the whole page are no caption but its text, recognized by a machine."""

_HOLD = Words("请传入有文字的 PDF、DOCX 或网页。", "Give a PDF that has text, a DOCX or the web page.")


Piece = Grid | Letters
"""A table, or the letters of a line."""


@frozen
class _Page:
    """What stands on one page, in order, and which of its lines may be its number."""

    pieces: tuple[Piece, ...]
    number: tuple[int, int] | None
    """The place among the pieces and the number that stands there."""
    edges: tuple[tuple[int, str], ...] = ()
    """The places of the lines at the top and at the foot of the page, and what they say."""
    aslant: str = ""
    """What is written aslant, such as a watermark: it belongs to no line."""


def read(data: bytes) -> Document:
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
        with pdfplumber.open(io.BytesIO(data)) as file:
            pages = tuple(_pages(file.pages))
            about = tuple(_properties(file.metadata))
    except UnreadableSource:
        raise
    except Exception as error:  # noqa: BLE001  # the parser raises whatever a damaged file makes it raise
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in (error, error.__cause__, *error.args)):
            raise _refuse(Words("文件有密码", "it is locked by a password"), _HOLD) from None
        raise _refuse(Words("文件已损坏", "it is damaged"), _HOLD) from None
    if not any(page.pieces for page in pages):
        raise _refuse(Words("它没有文字，只有图片", "it has no text, only pictures"), _HOLD)
    return Document(tuple(_blocks(pages)), about)


def _refuse(found: Words, advice: Words) -> UnreadableSource:
    return UnreadableSource("PDF", found, advice)


def _pages(pages: "Sequence[Page]") -> Iterator[_Page]:
    """Read page after page, none of them kept in memory."""
    if len(pages) > PAGES:
        raise _refuse(Words(f"超过{PAGES}页", f"more than {PAGES} pages"), _HOLD)
    seen = 0
    for page in pages:
        seen += len(page.chars)
        if seen > LETTERS:
            raise _refuse(Words(f"超过{LETTERS}个字", f"more than {LETTERS} letters"), _HOLD)
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
    placed: list[tuple[float, Piece]] = []
    for table in page.find_tables():
        boxes: list[Box] = list(table.cells)
        placed.append((table.bbox[1], grid_of(boxes, straight)))
        straight = [letter for letter in straight if not any(letter.within(box) for box in boxes)]
    placed.extend((line[0].middle[1], line) for line in lines_of(straight))
    placed.sort(key=lambda piece: piece[0])
    height = float(page.height)
    aslant = "".join(letter.text for letter in tilted).strip()
    return _Page(tuple(piece for _, piece in placed), _number(placed, height), tuple(_edges(placed, height)), aslant)


def _letters(page: "Page") -> tuple[list[Letter], list[Letter]]:
    """Give the letters of a page that stand straight and those that are turned; each only once.

    Bold type is often made by printing a letter twice. Letters beyond the edge of the page stay,
    because they may be the rest of a number that begins on it.
    """
    straight: list[Letter] = []
    tilted: list[Letter] = []
    for char in page.dedupe_chars(tolerance=1, extra_attrs=()).chars:
        letter = Letter(char["x0"], char["top"], char["x1"], char["bottom"], char["text"])
        a, b = char["matrix"][:2]
        (tilted if a <= 0 or abs(b) > _TILTED * a else straight).append(letter)
    return straight, tilted


def _number(placed: Sequence[tuple[float, Piece]], height: float) -> tuple[int, int] | None:
    """Find the line at the foot or at the top of a page that looks like its number."""
    for place in dict.fromkeys((len(placed) - 1, 0)) if placed else ():
        top, piece = placed[place]
        found = None if isinstance(piece, Grid) else _NUMBERED.fullmatch(_plain(piece))
        if found and not _BAND * height < top < (1 - _BAND) * height:
            return place, int(found[1])
    return None


def _edges(placed: Sequence[tuple[float, Piece]], height: float) -> Iterator[tuple[int, str]]:
    """Find the lines at the top and at the foot of a page that are no row of columns."""
    for place, (top, piece) in enumerate(placed):
        if not isinstance(piece, Grid) and not _BAND * height < top < (1 - _BAND) * height:
            text = spaced(piece, piece[0].left)
            if "  " not in text.strip() and not _NUMBERED.fullmatch(text.strip()):
                yield place, text.strip()


def _plain(line: Letters) -> str:
    return "".join(letter.text for letter in line).strip()


def _blocks(pages: Sequence[_Page]) -> Iterator[Block]:
    """Give tables and lines, these behind the margin of all pages, without what only numbers or heads the pages."""
    running = _running(pages)
    dropped = _dropped(pages) | running.keys()
    lines = [piece for page in pages for piece in page.pieces if not isinstance(piece, Grid)]
    margin = min((line[0].left for line in lines), default=0.0)
    unit = median([letter.height for line in lines for letter in line] or [1.0])
    yield from map(Paragraph, dict.fromkeys(running.values()))
    for index, page in enumerate(pages):
        for place, piece in enumerate(page.pieces):
            if (index, place) not in dropped:
                yield piece if isinstance(piece, Grid) else Paragraph(spaced(piece, margin, unit))
        if page.aslant:
            yield Paragraph(page.aslant)


def _running(pages: Sequence[_Page]) -> dict[tuple[int, int], str]:
    """Give the lines at the edges that stand on most pages, three at least; each is kept once, before all pages."""
    edges = [((index, place), text) for index, page in enumerate(pages) for place, text in page.edges]
    on = Counter(said for said, _ in {(_DIGITS.sub("", text), index) for (index, _), text in edges})
    most = {said for said, count in on.items() if count >= max(_PAGES, len(pages) / 2)}
    first: dict[str, str] = {}
    return {at: first.setdefault(said, text) for at, text in edges if (said := _DIGITS.sub("", text)) in most}


def _dropped(pages: Sequence[_Page]) -> set[tuple[int, int]]:
    """Tell which lines are numbers of pages: those that count the pages, two of them at least."""
    numbers = [(index, *page.number) for index, page in enumerate(pages) if page.number]
    counted = len(numbers) > 1 and len({number - index for index, _, number in numbers}) == 1
    return {(index, place) for index, place, number in numbers if counted}


def _properties(metadata: dict[str, Any]) -> Iterator[tuple[str, str]]:
    title = metadata.get("Title")
    if isinstance(title, str) and clean(title):
        yield "title", clean(title)
