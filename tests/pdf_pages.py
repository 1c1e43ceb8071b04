"""PDF files written by hand: letters in places, lines, and pictures, one sheet a page."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import Factory, define, frozen

from gov_disclosure.document import Cell, Document, Grid, Heading, Paragraph
from gov_disclosure.layout import lay_out
from gov_disclosure.report import Report

__all__ = ["Printing", "Sheet", "advance", "pdf", "pdf_of", "printed"]

SIZE = 10.0
PADDING = 3.0
LETTERS = 28
"""How many characters a line of text holds."""


def advance(text: str) -> float:
    """The width of a text in the font of these files: Latin letters are half as wide as high."""
    return sum(SIZE / 2 if letter.isascii() else SIZE for letter in text)


@define
class Sheet:
    """One page, its places counted from the upper left corner."""

    height: float = 842.0
    width: float = 595.0
    drawn: list[str] = Factory(list)

    def write(self, left: float, top: float, text: str, turn: str = "1 0 0 1", size: float = SIZE) -> None:
        """Print a text; `turn` is the matrix that turns it."""
        base = self.height - top - size
        self.drawn.append(f"BT /F {size:g} Tf {turn} {left:.2f} {base:.2f} Tm <{text.encode('utf-16-be').hex()}> Tj ET")

    def rule(self, left: float, top: float, right: float, bottom: float) -> None:
        """Draw the four sides of a cell."""
        self.drawn.append(f"{left:.2f} {self.height - bottom:.2f} {right - left:.2f} {bottom - top:.2f} re S")

    def picture(self) -> None:
        """Cover the page with a picture."""
        self.drawn.append(f"q {self.width} 0 0 {self.height} 0 0 cm /I Do Q")


def pdf(sheets: Iterable[Sheet], *, title: str = "", locked: bool = False) -> bytes:
    """Write the bytes of a file."""
    sheets = list(sheets)
    kids = " ".join(f"{7 + 2 * index} 0 R" for index in range(len(sheets)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(sheets)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        (
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/Song/DW 1000/W[1 95 500]"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
            "/FontDescriptor<</Type/FontDescriptor/FontName/Song/Flags 4"
            "/Ascent 1000/Descent 0/FontBBox[0 0 1000 1000]>>>>"
        ),
        f"<</Title<feff{title.encode('utf-16-be').hex()}>>>",
        (
            "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>"
            "stream\n0\nendstream"
        ),
    ]
    for index, sheet in enumerate(sheets):
        content = "\n".join(sheet.drawn)
        objects += [
            (
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {sheet.width} {sheet.height}]/Contents {8 + 2 * index} 0 R"
                "/Resources<</Font<</F 3 0 R>>/XObject<</I 6 0 R>>>>>>"
            ),
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
        ]
    return _file(objects, "/Info 5 0 R" + _LOCK * locked)


_LOCK = f"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'11' * 32}>/U<{'22' * 32}>>>"


def _file(objects: list[str], more: str) -> bytes:
    written, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size}/Root 1 0 R{more}>>\n"
    return written + f"{end}startxref\n{len(written)}\n%%EOF\n".encode()


def pdf_of(report: Report) -> bytes:
    """Print a report on one long page, its tables ruled."""
    document: Document = lay_out(report)
    sheet, top = Sheet(height=6000.0), 40.0
    for block in document.blocks:
        if isinstance(block, Grid):
            top = _draw(sheet, block, top)
        elif isinstance(block, Heading | Paragraph):
            text = block.text if isinstance(block, Heading) else "　　" + block.text
            for start in range(0, len(text), LETTERS):
                sheet.write(60.0, top, text[start : start + LETTERS])
                top += 1.6 * SIZE
    return pdf([sheet])


def _draw(sheet: Sheet, grid: Grid, top: float) -> float:
    """Draw a table and give where it ends."""
    lefts = [40.0]
    for width in grid.frame.widths:
        lefts.append(lefts[-1] + width * 3)
    places = []
    tops = [top + index * 60.0 for index in range(grid.frame.rows + 1)]
    for cell in grid.frame.cells:
        box = lefts[cell.column], tops[cell.row], lefts[cell.column + cell.colspan], tops[cell.row + cell.rowspan]
        sheet.rule(*box)
        places.append((cell, box))
    for cell, (left, upper, right, _) in places:
        for number, line in enumerate(_wrapped(grid.text_of(cell), right - left - 2 * PADDING)):
            sheet.write(left + PADDING, upper + PADDING + number * 1.1 * SIZE, line)
    return tops[-1] + SIZE


def _wrapped(text: str, room: float) -> list[str]:
    lines = [""]
    for letter in text:
        if advance(lines[-1] + letter) > room:
            lines.append("")
        lines[-1] += letter
    return lines


# ---- tables without lines, over pages


@frozen
class Printing:
    """How a report is printed on pages that draw no lines."""

    figures: str = "center"
    """To which side figures are set in their columns."""
    labels: str = "left"
    rows: str = "middle"
    """Where in its row a cell stands: top, middle or bottom."""
    padding: float = 3.0
    width: float = 4.2
    """How many points a column of the form has for each of its shares."""
    page: float = 700.0
    """How many points of text a page holds."""
    cut: bool = False
    """Whether rows go on over the end of a page."""
    heads: bool = False
    """Whether the head of a table is printed again on the next page."""
    running: str = ""
    """What heads every page."""


@frozen
class _Text:
    """One line of text: where it begins, how far down the whole text it is, and what it says."""

    left: float
    down: float
    text: str


def printed(report: Report, printing: Printing) -> bytes:
    """Print a report on pages of some height, with its tables set by places only."""
    texts: list[_Text] = []
    down = 0.0
    for block in lay_out(report).blocks:
        if isinstance(block, Grid):
            down = _set(texts, block, down, printing)
        elif isinstance(block, Heading | Paragraph):
            text = block.text if isinstance(block, Heading) else "　　" + block.text
            for start in range(0, len(text), LETTERS):
                texts.append(_Text(40.0, down, text[start : start + LETTERS]))
                down += 1.6 * SIZE
    return pdf(_paged(texts, printing))


def _set(texts: list[_Text], grid: Grid, down: float, printing: Printing) -> float:
    """Set a table and give where it ends."""
    lefts = [40.0]
    for width in grid.frame.widths:
        lefts.append(lefts[-1] + width * printing.width)
    pitch = 1.2 * SIZE
    lines = {cell: _wrapped(grid.text_of(cell), _room(cell, lefts, printing)) for cell in grid.frame.cells}
    heights = [pitch + 2 * printing.padding] * grid.frame.rows
    for cell in sorted(lines, key=lambda cell: cell.rowspan):
        missing = len(lines[cell]) * pitch + 2 * printing.padding
        missing -= sum(heights[cell.row : cell.row + cell.rowspan])
        heights[cell.row + cell.rowspan - 1] += max(missing, 0.0)
    head = min(cell.row for cell in grid.frame.cells if cell.slot is not None)
    tops, again = _tops(heights, down + SIZE, head, printing)
    for cell, own in lines.items():
        height = sum(heights[cell.row : cell.row + cell.rowspan]) - 2 * printing.padding
        room = height - len(own) * pitch
        first = printing.padding + {"top": 0.0, "middle": room / 2, "bottom": room}[printing.rows]
        side = printing.labels if cell.slot is None else printing.figures
        for top in (tops[cell.row], *again.get(cell.row, ())):
            for number, line in enumerate(own):
                spare = _room(cell, lefts, printing) - advance(line)
                left = lefts[cell.column] + printing.padding + {"left": 0.0, "center": spare / 2, "right": spare}[side]
                texts.append(_Text(left, top + first + number * pitch, line))
    return tops[-1] + heights[-1] + SIZE


def _room(cell: Cell, lefts: Sequence[float], printing: Printing) -> float:
    return lefts[cell.column + cell.colspan] - lefts[cell.column] - 2 * printing.padding


def _tops(
    heights: Sequence[float], down: float, head: int, printing: Printing
) -> tuple[list[float], dict[int, list[float]]]:
    """Give where each row begins, and where the rows of the head begin again."""
    tops: list[float] = []
    again: dict[int, list[float]] = {}
    for row, height in enumerate(heights):
        if not printing.cut and down % printing.page + height > printing.page:
            down += printing.page - down % printing.page
            for number in range(head if printing.heads and row >= head else 0):
                again.setdefault(number, []).append(down)
                down += heights[number]
        tops.append(down)
        down += height
    return tops, again


def _paged(texts: Iterable[_Text], printing: Printing) -> Iterator[Sheet]:
    """Put lines on pages; a line that would stand on two goes to the second."""
    sheets: list[Sheet] = []
    late = 0.0
    for text in sorted(texts, key=lambda text: text.down):
        down = text.down + late
        if down % printing.page > printing.page - SIZE:
            late += printing.page - down % printing.page
            down = text.down + late
        while len(sheets) <= down // printing.page:
            sheets.append(Sheet(height=printing.page + 140.0, width=1000.0))
            if printing.running:
                sheets[-1].write(40.0, 20.0, printing.running)
                sheets[-1].write(500.0, 20.0, f"{len(sheets)}")
        if text.text:
            sheets[int(down // printing.page)].write(text.left, 70.0 + down % printing.page, text.text)
    return iter(sheets)
