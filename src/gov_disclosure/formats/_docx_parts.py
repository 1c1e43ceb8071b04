"""The parts of a DOCX besides its text: what joins them, settings, fonts, page numbers, and what it says of itself.

All but the core properties are the same for every document and packed once.
"""

import re
from functools import lru_cache

from ..document import Document
from ._docx_look import Look
from ._docx_package import PackedPart, packed
from ._docx_styles import FOOTER, styles
from ._docx_theme import THEME

__all__ = ["APPLICATION", "OPENING", "PUBLISHED", "closing", "core_part", "escape", "static_parts"]

APPLICATION = "gov-disclosure"
PUBLISHED = "已发布"
"""The status of a document whose time is that of its publication."""

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-"
_NAMESPACES = (
    f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{_OFFICE}/relationships"'
)

OPENING = f"{_XML}<w:document {_NAMESPACES}><w:body>"


def closing(look: Look) -> str:
    """Give what ends the text: the page, and its numbers by turns at the right and at the left."""
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'
        f"{look.section()}</w:sectPr></w:body></w:document>"
    )


_PARTS = {
    "word/document.xml": f"{_TYPES}officedocument.wordprocessingml.document.main+xml",
    "word/styles.xml": f"{_TYPES}officedocument.wordprocessingml.styles+xml",
    "word/settings.xml": f"{_TYPES}officedocument.wordprocessingml.settings+xml",
    "word/fontTable.xml": f"{_TYPES}officedocument.wordprocessingml.fontTable+xml",
    "word/footer1.xml": f"{_TYPES}officedocument.wordprocessingml.footer+xml",
    "word/footer2.xml": f"{_TYPES}officedocument.wordprocessingml.footer+xml",
    "word/theme/theme1.xml": f"{_TYPES}officedocument.theme+xml",
    "docProps/core.xml": f"{_TYPES}package.core-properties+xml",
    "docProps/app.xml": f"{_TYPES}officedocument.extended-properties+xml",
}
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


def _content_types() -> str:
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in _PARTS.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(*pairs: tuple[str, str]) -> str:
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
def static_parts(look: Look) -> tuple[PackedPart, ...]:
    """Give the packed parts that every document of a look has."""
    kinds = f"{_OFFICE}/relationships"
    targets = ("styles", "settings", "fontTable", "footer1", "footer2", "theme/theme1")
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (f"{kinds}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{kinds}/extended-properties", "docProps/app.xml"),
        ),
        "docProps/app.xml": f'<Properties xmlns="{_OFFICE}/extended-properties">'
        f"<Application>{APPLICATION}</Application><AppVersion>1.0000</AppVersion></Properties>",
        "word/_rels/document.xml.rels": _relationships(
            *((f"{kinds}/{target.partition('/')[0].rstrip('12')}", f"{target}.xml") for target in targets)
        ),
        "word/styles.xml": f"<w:styles {_NAMESPACES}>{styles(look)}</w:styles>",
        "word/settings.xml": f"<w:settings {_NAMESPACES}>{_SETTINGS}</w:settings>",
        "word/fontTable.xml": _font_table(look),
        "word/theme/theme1.xml": THEME,
        "word/footer1.xml": _footer("right"),
        "word/footer2.xml": _footer("left"),
    }
    return tuple(packed(name, (_XML + content).encode()) for name, content in parts.items())


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
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        + "".join(f"<{name}>{escape(text)}</{name}>" for name, text in elements.items() if text)
        + f"<dcterms:created {time}/dcterms:created><dcterms:modified {time}/dcterms:modified></cp:coreProperties>"
    ).encode()
