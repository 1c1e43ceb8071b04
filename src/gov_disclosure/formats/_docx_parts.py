"""The parts of a DOCX besides its text: what joins them, settings, fonts, page numbers, and what it says of itself.

All but the core properties are the same for every document and packed once.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from ..document import Document
from ._docx_look import Look
from ._docx_package import PackedPart, packed
from ._docx_styles import FOOTER, chart_styles, styles
from ._docx_theme import THEME

__all__ = [
    "APPLICATION", "CHART_KIND", "DRAWING", "OFFICE", "OPENING", "PUBLISHED", "TYPES", "WORKBOOK_KIND", "XML",
    "chart_identity", "chart_part", "closing", "content_types", "core_part", "escape", "medium_identity", "medium_part",
    "relationships", "static_parts", "workbook_part",
]  # fmt: skip

APPLICATION = "gov-disclosure"
PUBLISHED = "已发布"
"""The status of a document whose time is that of its publication."""

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-"
_NAMESPACES = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{OFFICE}/relationships"'

OPENING = f"{XML}<w:document {_NAMESPACES}><w:body>"


def closing(look: Look) -> str:
    """Give what ends the text: the page, and its numbers by turns at the right and at the left."""
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'
        f"{look.section()}</w:sectPr></w:body></w:document>"
    )


_PARTS = {
    "word/document.xml": f"{TYPES}officedocument.wordprocessingml.document.main+xml",
    "word/styles.xml": f"{TYPES}officedocument.wordprocessingml.styles+xml",
    "word/settings.xml": f"{TYPES}officedocument.wordprocessingml.settings+xml",
    "word/fontTable.xml": f"{TYPES}officedocument.wordprocessingml.fontTable+xml",
    "word/footer1.xml": f"{TYPES}officedocument.wordprocessingml.footer+xml",
    "word/footer2.xml": f"{TYPES}officedocument.wordprocessingml.footer+xml",
    "word/theme/theme1.xml": f"{TYPES}officedocument.theme+xml",
    "docProps/core.xml": f"{TYPES}package.core-properties+xml",
    "docProps/app.xml": f"{TYPES}officedocument.extended-properties+xml",
}
CHART_KIND = f"{TYPES}officedocument.drawingml.chart+xml"
WORKBOOK_KIND = f"{TYPES}officedocument.spreadsheetml.sheet"
# What the text refers to; the charts and then the pictures follow, so that these keep their identities.
_TARGETS = ("styles", "settings", "fontTable", "footer1", "footer2", "theme/theme1")
_SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="640"/><w:evenAndOddHeaders/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/>'
    "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>"
    "<w:adjustLineHeightInTable/><w:useFELayout/>"
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
)
# Stock Windows has neither the fonts of GB2312 nor 小标宋; these are its nearest.
_FONTS = (
    ("仿宋_GB2312", "仿宋", "modern", "02010609030101010101"),
    ("楷体_GB2312", "楷体", "modern", "02010609030101010101"),
    ("方正小标宋简体", "华文中宋", "auto", "02010601030101010101"),
    ("黑体", "SimHei", "modern", "02010609060101010101"),
    ("宋体", "SimSun", "auto", "02010600030101010101"),
)


def escape(text: str) -> str:
    """Write a text so that it can stand in XML, between tags or in an attribute."""
    text = _ILLEGAL.sub("", text)
    for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        if sign in text:
            text = text.replace(sign, name)
    return text


_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def chart_part(number: int) -> str:
    """Name the part of a chart; the first is 1."""
    return f"word/charts/chart{number}.xml"


def workbook_part(number: int) -> str:
    """Name the part with the figures of a chart."""
    return f"word/embeddings/Microsoft_Excel_Sheet{number}.xlsx"


def chart_identity(number: int) -> str:
    """Give what the text calls a chart by."""
    return f"rId{len(_TARGETS) + number}"


def medium_part(number: int, kind: str) -> str:
    """Name the part of the file of a picture, its kind being its suffix; the first is 1."""
    return f"word/media/image{number}.{kind}"


def medium_identity(number: int, charts: int) -> str:
    """Give what the text calls the file of a picture by, after so many charts."""
    return chart_identity(charts + number)


def _kinds(charts: Iterable[int]) -> dict[str, str]:
    """Give the content type of every part."""
    kinds = dict(_PARTS)
    for number in charts:
        kinds |= {chart_part(number): CHART_KIND, workbook_part(number): WORKBOOK_KIND}
    return kinds


def content_types(kinds: Mapping[str, str], suffixes: Mapping[str, str] = MappingProxyType({})) -> str:
    """Write the content types of a package, part by part, but for those that are known by their suffixes."""
    defaults = "".join(f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in suffixes.items())
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{defaults}{overrides}</Types>'
    )


def relationships(*pairs: tuple[str, str]) -> str:
    """Write what a part refers to, kinds and targets; the first is rId1."""
    entries = "".join(
        f'<Relationship Id="rId{i}" Type="{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(pairs, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _footer(side: str) -> str:
    """Write "— 1 —" one character away from a side of the page."""

    def run(content: str, properties: str = "") -> str:
        return f"<w:r>{properties}{content}</w:r>"

    def dash(text: str) -> str:
        return run(f'<w:t xml:space="preserve">{text}</w:t>', '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>')

    field = "".join(
        (
            run('<w:fldChar w:fldCharType="begin"/>'),
            run('<w:instrText xml:space="preserve"> PAGE </w:instrText>'),
            run('<w:fldChar w:fldCharType="separate"/>'),
            run("<w:t>1</w:t>"),
            run('<w:fldChar w:fldCharType="end"/>'),
        )
    )
    return (
        f'<w:ftr {_NAMESPACES}><w:p><w:pPr><w:pStyle w:val="{FOOTER}"/><w:ind w:{side}Chars="100" w:{side}="280"/>'
        f'<w:jc w:val="{side}"/></w:pPr>{dash("— ")}{field}{dash(" —")}</w:p></w:ftr>'
    )


def _font_table(look: Look) -> str:
    known = {*(name for name, *_ in _FONTS), "Times New Roman"}
    own = "".join(f'<w:font w:name="{escape(name)}"/>' for name in dict.fromkeys(look.fonts) if name not in known)
    chinese = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:panose1 w:val="{panose}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{family}"/></w:font>'
        for name, other, family, panose in _FONTS
    )
    latin = (
        '<w:font w:name="Times New Roman"><w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/>'
        '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
    )
    return f"<w:fonts {_NAMESPACES}>{chinese}{latin}{own}</w:fonts>"


@lru_cache(maxsize=16)
def static_parts(
    look: Look, charts: int | None = None, media: tuple[tuple[str, str], ...] = ()
) -> tuple[PackedPart, ...]:
    """Give the packed parts that every document of a look, of so many charts and of such pictures has.

    Without charts is `None`; 0 is a document that only says why a chart is not there. The files of
    pictures are told by their names and media types.
    """
    own = "" if charts is None else chart_styles(look)
    numbers = range(1, (charts or 0) + 1)
    kinds = f"{OFFICE}/relationships"
    parts = {
        "[Content_Types].xml": content_types(_kinds(numbers), {name.rpartition(".")[2]: kind for name, kind in media}),
        "_rels/.rels": relationships(
            (f"{kinds}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{kinds}/extended-properties", "docProps/app.xml"),
        ),
        "docProps/app.xml": f'<Properties xmlns="{OFFICE}/extended-properties">'
        f"<Application>{APPLICATION}</Application><AppVersion>1.0000</AppVersion></Properties>",
        "word/_rels/document.xml.rels": relationships(
            *((f"{kinds}/{target.partition('/')[0].rstrip('12')}", f"{target}.xml") for target in _TARGETS),
            *((f"{kinds}/chart", chart_part(number).removeprefix("word/")) for number in numbers),
            *((f"{kinds}/image", name.removeprefix("word/")) for name, _ in media),
        ),
        "word/styles.xml": f"<w:styles {_NAMESPACES}>{styles(look)}{own}</w:styles>",
        "word/settings.xml": f"<w:settings {_NAMESPACES}>{_SETTINGS}</w:settings>",
        "word/fontTable.xml": _font_table(look),
        "word/theme/theme1.xml": THEME,
        "word/footer1.xml": _footer("right"),
        "word/footer2.xml": _footer("left"),
    }
    return tuple(packed(name, (XML + content).encode()) for name, content in parts.items())


_DATE = re.compile(r"(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:[T ].*)?")
_YEAR = re.compile(r"[1-9]\d{3}")


def _time(document: Document) -> str:
    """Give a day to the document that does not depend on when it is written."""
    published, year = _DATE.fullmatch(document.property("published")), document.property("year")
    if published:
        return published[1]
    return f"{year}-12-31" if _YEAR.fullmatch(year) else "1980-01-01"


def core_part(document: Document) -> bytes:
    """Write what the document says of itself: title, organ, subject, key words, a day of its own."""
    title, organ, year = map(document.property, ("title", "organization", "year"))
    english = document.language == "en"
    subject = title.removeprefix(f"{organ} " if english else organ)
    time = f'xsi:type="dcterms:W3CDTF">{_time(document)}T00:00:00Z<'
    elements = {
        "dc:title": title,
        "dc:subject": subject,
        "dc:creator": organ,
        "cp:keywords": (", " if english else "，").join(filter(None, (organ, year))),
        "dc:language": "en-US" if english else "zh-CN",
        "cp:lastModifiedBy": organ,
        "cp:revision": "1",
        "cp:category": subject.removeprefix(f"{year} " if english else f"{year}年"),
        "cp:contentStatus": PUBLISHED if _DATE.fullmatch(document.property("published")) else "",
    }
    return (
        f'{XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        + "".join(f"<{name}>{escape(text)}</{name}>" for name, text in elements.items() if text)
        + f"<dcterms:created {time}/dcterms:created><dcterms:modified {time}/dcterms:modified></cp:coreProperties>"
    ).encode()
