"""A page of a government's website: a report pasted from Word, with everything that a site puts around it."""

from html import escape

from gov_disclosure.document import Cell, Document, Grid, Heading, Picture
from gov_disclosure.layout import lay_out
from gov_disclosure.report import Report

__all__ = ["CHANNELS", "site_page"]

_ORGANS = ("政府办", "发改局", "教育局", "民政局", "财政局", "水务局", "农业局", "文旅局", "卫健局", "应急局")
_MATTERS = ("职能", "文件", "规划", "资金", "办事", "人事", "公告", "解读", "提案", "监督", "统计", "应急", "项目")
CHANNELS = tuple(organ + matter for organ in _ORGANS for matter in _MATTERS)
"""The channels of the site, each a link in its menus."""
_BORDER = "border-right:windowtext 1px solid;border-bottom:windowtext 1px solid;padding:0px 7px"
_PARAGRAPH = "text-indent:2em;line-height:2em;margin-bottom:5px"


def site_page(report: Report) -> str:
    """Publish a report on a page of about 155 KB: menus of links, scripts, a search table, styles at every cell."""
    menu = "".join(
        f'<li class="nav-item"><a href="/channel/{number}/index.html" target="_blank" title="{name}">'
        f'<i class="ico"></i>{name}</a></li>\n'
        for number, name in enumerate(CHANNELS)
    )
    settings = ",".join(f'k{number}:"v{number}"' for number in range(800))
    script = f"<script>var settings={{{settings}}};if(settings.k1<settings.k2){{document.title='<b>'}}</script>"
    head = f'<head><meta charset="utf-8"><title>{report.title}</title>{script}</head>'
    search = '<table class="search"><tr><td><input type="text" value="搜索"></td><td>搜索</td></tr></table>'
    body = f'<div class="article"><div id="zoom">{"".join(_blocks(lay_out(report)))}</div></div>'
    around = f'<div class="header"><ul>{menu}</ul></div>{search}{body}<div class="footer"><ul>{menu}</ul></div>'
    return f"<!DOCTYPE html><html>{head}<body>{around}{script}</body></html>"


def _blocks(document: Document) -> list[str]:
    return [_table(block) if isinstance(block, Grid) else _text(block) for block in document.blocks]


def _text(block: object) -> str:
    text = block.reference if isinstance(block, Picture) else getattr(block, "text", "")
    size = "font-family:宋体;font-size:24px" if isinstance(block, Heading) else "font-family:仿宋_GB2312;font-size:21px"
    return f'<p style="{_PARAGRAPH}"><span style="{size}">{escape(text)}</span></p>\r\n'


def _table(grid: Grid) -> str:
    rows = "\r\n".join(
        f"<tr class='firstRow' style='height:26px'>{''.join(_cell(*pair) for pair in line)}</tr>"
        for line in grid.lines()
    )
    columns = '<col width="68"/>' * grid.frame.columns
    return f'<table class="Table" width="729" border="1" cellspacing="0"><colgroup>{columns}</colgroup>{rows}</table>'


def _cell(cell: Cell, text: str) -> str:
    spans = "".join(
        f' {name}="{span}"' for name, span in (("colspan", cell.colspan), ("rowspan", cell.rowspan)) if span > 1
    )
    return (
        f'<td{spans} style="{_BORDER}" valign="center" width="{68 * cell.colspan}">'
        '<p style="text-align:center;text-indent:0px;line-height:normal">'
        f'<span style="font-family:宋体;font-size:12px">{escape(text) or "&nbsp;"}</span>'
        '<span style="font-family:Calibri"></span></p></td>\r\n'
    )
