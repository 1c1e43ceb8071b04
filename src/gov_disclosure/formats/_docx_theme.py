"""The theme of a DOCX: the format asks for one, although no style here takes a font or colour from it."""

__all__ = ["THEME"]

_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
# Black on white, and the greys between them for whoever adds a chart.
_COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "404040", "lt2": "F2F2F2", "accent1": "1F4E79", "accent2": "7F7F7F",
    "accent3": "A61C1C", "accent4": "BF9000", "accent5": "548235", "accent6": "3B3838", "hlink": "0563C1",
    "folHlink": "954F72",
}  # fmt: skip


def _fonts(kind: str, east_asian: str) -> str:
    return (
        f'<a:{kind}Font><a:latin typeface="Times New Roman"/><a:ea typeface="{east_asian}"/>'
        f'<a:cs typeface=""/></a:{kind}Font>'
    )


def _theme() -> str:
    colours = "".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in _COLOURS.items())
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    styles = (
        ("fillStyleLst", fill),
        ("lnStyleLst", f'<a:ln w="9525">{fill}<a:prstDash val="solid"/></a:ln>'),
        ("effectStyleLst", "<a:effectStyle><a:effectLst/></a:effectStyle>"),
        ("bgFillStyleLst", fill),
    )
    # The format asks for three of each: subtle, moderate, intense.
    formats = "".join(f"<a:{name}>{style * 3}</a:{name}>" for name, style in styles)
    return (
        f'<a:theme xmlns:a="{_MAIN}" name="公文"><a:themeElements><a:clrScheme name="公文">{colours}</a:clrScheme>'
        f'<a:fontScheme name="公文">{_fonts("major", "黑体")}{_fonts("minor", "仿宋_GB2312")}</a:fontScheme>'
        f'<a:fmtScheme name="公文">{formats}</a:fmtScheme></a:themeElements></a:theme>'
    )


THEME = _theme()
"""The content of the theme part."""
