"""PDF files written by hand: letters in places, lines, and pictures, one sheet a page."""

from collections.abc import Iterable

from attrs import Factory, define

from gov_disclosure.document import Document, Grid, Heading, Paragraph
from gov_disclosure.layout import lay_out
from gov_disclosure.report import Report

__all__ = ["Sheet", "advance", "pdf", "pdf_of"]

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
