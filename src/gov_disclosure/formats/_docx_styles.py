"""The styles of a DOCX as an office issues it: GB/T 9704-2012 where it speaks, the practice of offices elsewhere.

Every look that the document uses is a style, so that whoever edits the file changes it in one
place. Chinese fonts are named by ``w:eastAsia``: the Latin name alone would leave Chinese text in
whatever font the machine prefers.
"""

from collections.abc import Iterator
from html import escape

from ._docx_look import Look

__all__ = [
    "BODY",
    "CAPTION",
    "CAPTION_NAME",
    "CHART",
    "GAP",
    "HEADERS",
    "LABELS",
    "LABEL_INDENT",
    "NUMBER",
    "PICTURE",
    "PICTURE_NAME",
    "RUN_IN",
    "SIGNATURE",
    "SIZES",
    "TABLE",
    "TEXTS",
    "TITLE",
    "chart_styles",
    "heading",
    "styles",
]

BODY, TITLE, RUN_IN, TABLE, GAP, FOOTER = "ReportBody", "Title", "RunInHeading", "ReportTable", "TableGap", "Footer"
PICTURE, PICTURE_NAME = "PictureReference", "图片位置"
NUMBER, SIGNATURE = "DocumentNumber", "Signature"
CHART, CAPTION, CAPTION_NAME = "Chart", "ChartCaption", "图表题注"
TEXTS, LABELS, HEADERS = "TableText", "TableLabel", "TableHeader"

LABEL_INDENT = 57
"""How far a label stands from the edge of its cell, besides the margin: 1 mm in twips."""
SIZES = (21, 18, 17, 16, 15, 14, 13, 12)
"""The type sizes of tables in half points, the usual one (五号, 10.5 pt) first."""


def _fonts(look: Look, role: str, *, alone: bool = False) -> str:
    """Name the fonts of a run: one for Chinese, one for everything else; or one for all."""
    east_asia = _attribute(look.font(role))
    latin = east_asia if alone else _attribute(look.font("latin"))
    return f'<w:rFonts w:ascii="{latin}" w:eastAsia="{east_asia}" w:hAnsi="{latin}" w:cs="{latin}"/>'


def _english(look: Look) -> str:
    """Headings in English are bold: the Latin font has no face of its own for them."""
    return "<w:b/>" if look.language == "en" else ""


def _attribute(name: str) -> str:
    return escape(name, quote=True)


def _indent(look: Look) -> str:
    return f'<w:ind w:firstLineChars="200" w:firstLine="{20 * look.body_size}"/>'


def _close(look: Look) -> str:
    # 28 characters a line of 156 mm: three tenths of a point less after every character.
    return '<w:spacing w:val="-6"/>' if look.official else ""


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _style(
    identity: str,
    name: str,
    paragraph: str,
    run: str = "",
    *,
    based: str = "Normal",
    next: str = "",
    listed: bool = True,
) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/><w:basedOn w:val="{based}"/>'
        + (f'<w:next w:val="{next}"/>' if next else "")
        + ("<w:qFormat/>" if listed else '<w:uiPriority w:val="99"/>')
        + f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def heading(level: int) -> str:
    """Name the style of a heading; level 0 is the title, and there are no more than nine others."""
    return TITLE if level <= 0 else f"Heading{min(level, 9)}"


def sized(style: str, size: int) -> str:
    """Name the style of text in a table of a type size."""
    return style if size == SIZES[0] else f"{style}{size}"


def _headings(look: Look) -> Iterator[str]:
    # GB/T 9704-2012, 7.3.3: the four levels are 黑体, 楷体, 仿宋, 仿宋; offices set the third bold.
    body = _fonts(look, "body")
    first = _fonts(look, "heading") + (_english(look) or _close(look))
    looks = {1: first, 2: _fonts(look, "subheading"), 3: f"{body}<w:b/>"}
    for level in range(1, 10):
        yield _style(
            heading(level),
            f"heading {level}",
            f'<w:keepNext/><w:keepLines/>{_indent(look)}<w:outlineLvl w:val="{level - 1}"/>',
            looks.get(level, body) + (_close(look) if level > 1 else ""),
            next=BODY,
        )


def _table_texts(look: Look) -> Iterator[str]:
    centre, left = '<w:jc w:val="center"/>', f'<w:ind w:left="{LABEL_INDENT}"/><w:jc w:val="left"/>'
    for identity, name, place in (
        (TEXTS, "表格文字", centre),
        (LABELS, "表格标签", left),
        (HEADERS, "表格表头", centre),
    ):
        for size in SIZES:
            usual = size == SIZES[0]
            # Lines of 1.3 times the type size; twips are twentieths of a point, sizes halves.
            space = f'<w:spacing w:before="0" w:after="0" w:line="{size * 13}" w:lineRule="exact"/>'
            looks = f'<w:snapToGrid w:val="0"/>{space}{place}' if usual else space
            yield _style(
                sized(identity, size),
                name if usual else f"{name} {size / 2:g}",
                looks,
                (_fonts(look, "table") if usual else "") + _size(size),
                based="Normal" if usual else identity,
                listed=usual,
            )


def _table() -> str:
    sides = (("top", 8), ("left", 8), ("bottom", 8), ("right", 8), ("insideH", 4), ("insideV", 4))
    borders = "".join(f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="auto"/>' for side, size in sides)
    margins = "".join(f'<w:{side} w:w="28" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE}"><w:name w:val="报告表格"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:jc w:val="center"/>'
        f"<w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        '<w:tcPr><w:vAlign w:val="center"/></w:tcPr></w:style>'
    )


def _defaults(look: Look) -> str:
    # overflowPunct is written out although it is the default: LibreOffice drops stops at line ends without it.
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(look, 'body')}{_size(look.body_size)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>'
        '<w:widowControl w:val="0"/><w:overflowPunct w:val="1"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{look.line}" w:lineRule="exact"/>'
        '<w:jc w:val="both"/></w:pPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )


def _issuing(look: Look) -> Iterator[str]:
    """What stands around a report that is issued: the number under its title, the organ and the day at its end."""
    yield _style(NUMBER, "发文字号", f'<w:spacing w:after="{look.line}"/><w:jc w:val="center"/>', next=BODY)
    yield _style(SIGNATURE, "落款", '<w:keepNext/><w:keepLines/><w:jc w:val="right"/>')


def styles(look: Look) -> str:
    """Give the content of the styles part."""
    line = look.title_size * 175 // 11  # 35 points for 二号
    title = (
        f'<w:keepNext/><w:keepLines/><w:spacing w:after="560" w:line="{line}" w:lineRule="exact"/>'
        '<w:jc w:val="center"/>'
    )
    gap = '<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="exact"/>'
    run_in = (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{RUN_IN}"><w:name w:val="段首小标题"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{_fonts(look, "subheading")}</w:rPr></w:style>'
    )
    return "".join(
        (
            _defaults(look),
            _style(BODY, "报告正文", _indent(look), _close(look)),
            _style(PICTURE, PICTURE_NAME, '<w:jc w:val="center"/>', _close(look), next=BODY, listed=False),
            _style(
                TITLE,
                "Title",
                title,
                _fonts(look, "title", alone=look.language == "zh") + _english(look) + _size(look.title_size),
                next=BODY,
            ),
            *_headings(look),
            run_in,
            *_table_texts(look),
            *_issuing(look),
            _style(GAP, "表格间距", gap, _size(12), listed=False),
            _style(
                FOOTER,
                "footer",
                '<w:snapToGrid w:val="0"/>',
                _fonts(look, "table", alone=True) + _size(28),
                listed=False,
            ),
            _table(),
        )
    )


def chart_styles(look: Look) -> str:
    """Give the styles of charts, and of what stands under them, in small type."""
    size = 24 if look.official else 21
    space = f'w:line="{size * 15}" w:lineRule="exact"'
    return _style(
        CHART,
        "图表",
        '<w:keepNext/><w:snapToGrid w:val="0"/><w:spacing w:before="160" w:after="0" w:line="240" w:lineRule="auto"/>'
        '<w:jc w:val="center"/>',
        next=CAPTION,
        listed=False,
    ) + _style(
        CAPTION,
        CAPTION_NAME,
        f'<w:keepLines/><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="160" {space}/><w:jc w:val="center"/>',
        _fonts(look, "table") + _size(size),
        next=BODY,
        listed=False,
    )
