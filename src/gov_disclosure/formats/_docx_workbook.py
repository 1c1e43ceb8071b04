"""A workbook of one sheet, the least that spreadsheets open: the figures behind a chart, for who edits it.

Texts stand in a list of their own, as Excel keeps them, figures are numbers, and what is not known is no
cell at all.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ._docx_package import PackedPart, archive, packed
from ._docx_parts import OFFICE, TYPES, XML, content_types, escape, relationships
from ._docx_theme import THEME

__all__ = ["SHEET", "Value", "address", "workbook"]

SHEET = "Sheet1"
Value = str | int | None

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_WORKBOOK = (
    f'<workbook {_MAIN} xmlns:r="{OFFICE}/relationships"><sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/>'
    "</sheets></workbook>"
)
# One font, two fills, one border, one look: fewer are a damaged file to Excel.
_STYLES = (
    f'<styleSheet {_MAIN}><fonts count="1"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_KINDS = {
    "xl/workbook.xml": f"{TYPES}officedocument.spreadsheetml.sheet.main+xml",
    "xl/worksheets/sheet1.xml": f"{TYPES}officedocument.spreadsheetml.worksheet+xml",
    "xl/styles.xml": f"{TYPES}officedocument.spreadsheetml.styles+xml",
    "xl/theme/theme1.xml": f"{TYPES}officedocument.theme+xml",
    "xl/sharedStrings.xml": f"{TYPES}officedocument.spreadsheetml.sharedStrings+xml",
}


def address(row: int, column: int) -> str:
    """Name a cell, both counted from 0: ``B3``; a chart has fewer columns than the alphabet letters."""
    return f"{chr(ord('A') + column)}{row + 1}"


def workbook(rows: Sequence[Sequence[Value]]) -> bytes:
    """Write the bytes of a workbook whose sheet has these rows; `None` leaves a cell out."""
    texts = [value for row in rows for value in row if isinstance(value, str)]
    places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
    sheet = (
        f'<worksheet {_MAIN}><cols><col min="1" max="1" width="20" customWidth="1"/></cols>'
        f"<sheetData>{''.join(_rows(rows, places))}</sheetData></worksheet>"
    )
    strings = "".join(f"<si><t>{escape(text)}</t></si>" for text in places)
    listed = f'<sst {_MAIN} count="{len(texts)}" uniqueCount="{len(places)}">{strings}</sst>'
    return archive((*_fixed(), _part("xl/worksheets/sheet1.xml", sheet), _part("xl/sharedStrings.xml", listed)))


def _part(name: str, content: str) -> PackedPart:
    return packed(name, (XML + content).encode())


@cache
def _fixed() -> tuple[PackedPart, ...]:
    """Give the parts that every workbook has."""
    kinds = f"{OFFICE}/relationships"
    parts = {
        "[Content_Types].xml": content_types(_KINDS),
        "_rels/.rels": relationships((f"{kinds}/officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": _WORKBOOK,
        "xl/_rels/workbook.xml.rels": relationships(
            (f"{kinds}/worksheet", "worksheets/sheet1.xml"),
            (f"{kinds}/styles", "styles.xml"),
            (f"{kinds}/theme", "theme/theme1.xml"),
            (f"{kinds}/sharedStrings", "sharedStrings.xml"),
        ),
        "xl/styles.xml": _STYLES,
        "xl/theme/theme1.xml": THEME,
    }
    return tuple(_part(*part) for part in parts.items())


def _rows(rows: Sequence[Sequence[Value]], places: Mapping[str, int]) -> Iterator[str]:
    for number, row in enumerate(rows):
        cells = "".join(_cell(address(number, column), value, places) for column, value in enumerate(row))
        yield f'<row r="{number + 1}">{cells}</row>'


def _cell(name: str, value: Value, places: Mapping[str, int]) -> str:
    if value is None:
        return ""
    if isinstance(value, int):
        return f'<c r="{name}"><v>{value}</v></c>'
    return f'<c r="{name}" t="s"><v>{places[value]}</v></c>'
