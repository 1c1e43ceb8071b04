"""Documents as HTML: a page with its own style sheet, or a fragment that carries its look inline.

Notebooks strip style sheets, classes do nothing there, and rows are striped; so every cell of a
fragment says how it looks, and no colour is set, so that it fits light and dark themes.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from html import escape

from attrs import frozen

from ..document import Cell, Document, Frame, Grid, Heading, Paragraph, Picture, Role
from ..images import image_of, to_uri
from ..words import Language, Words, by_language

__all__ = ["table", "write"]

_STYLE = """\
body{margin:0 auto;max-width:60rem;padding:1rem;line-height:1.8;\
font-family:"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
.gd h1{font-size:1.6rem;line-height:1.4;text-align:center;text-wrap:balance}
.gd h2{font-size:1.25rem;line-height:1.4;margin:1.6em 0 .6em}
.gd h3{font-size:1.1rem;line-height:1.4;margin:1.2em 0 .5em}
.gd p{margin:.5em 0;text-indent:2em;overflow-wrap:anywhere}
.gd img{max-width:100%}
.gd-lead{font-weight:bold}
.gd-table{margin:1em 0;padding-right:1px;overflow-x:auto}
.gd table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.4}
.gd .gd-wide{min-width:45rem}
.gd caption{margin-bottom:.4em}
.gd .gd-unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);\
white-space:nowrap}
.gd th,.gd td{border:1px solid #888;padding:.3em .4em;font-weight:normal;text-align:center}
.gd .gd-header,.gd .gd-caption{background:rgba(128,128,128,.15);word-break:keep-all;font-weight:bold}
.gd .gd-label,.gd .gd-text{text-align:left}
.gd .gd-text{min-width:3em}
.gd .gd-group{text-align:center;word-break:keep-all}
.gd .gd-value{font-variant-numeric:tabular-nums}
@media (max-width:40rem){body{padding:.6rem}.gd h1{font-size:1.35rem}}
@media print{@page{size:A4;margin:25mm 20mm}body{max-width:none;padding:0;font-size:12pt}
.gd h2,.gd h3{break-after:avoid}.gd tr,.gd-whole{break-inside:avoid}.gd-table{overflow:visible}
.gd .gd-wide{min-width:0;font-size:8pt}}
"""

# English words are longer than Chinese ones, and break at spaces only.
_ENGLISH_STYLE = """\
body{max-width:66rem;font-family:"Segoe UI","Helvetica Neue",Arial,\
"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
.gd p:lang(en){text-indent:0}
.gd .gd-wide:lang(en){min-width:57rem}
@media print{body{max-width:none}.gd .gd-wide:lang(en){min-width:0;font-size:7pt}
.gd .gd-wide:lang(en) :is(th,td){padding:.3em .2em}}
"""
_STYLES: Mapping[Language, str] = {"zh": _STYLE, "en": _STYLE + _ENGLISH_STYLE}
_LANG: Mapping[Language, str] = {"zh": "zh-CN", "en": "en"}
_UNTITLED = Words("政府信息公开", "Government information disclosure")
_TABLE = Words("表格", "Table")
_AGAIN = Words("{name}（{number}）", "{name} ({number})")

_CELL = "border:1px solid #888;padding:.2em .4em;"
_HEAD = "background:rgba(128,128,128,.15);word-break:keep-all;text-align:center"
_INLINE = {
    "caption": f"{_CELL}{_HEAD}",
    "header": f"{_CELL}{_HEAD}",
    "group": f"{_CELL}font-weight:normal;word-break:keep-all;text-align:center",
    "label": f"{_CELL}font-weight:normal;text-align:left",
    "value": f"{_CELL}text-align:center",
    "text": f"{_CELL}text-align:left",
}
# A block, because the first line of a paragraph is indented and a broad picture would reach over the edge.
_PICTURE = "display:block;margin:0 auto;max-width:100%;max-height:90vh"
# Where the address of a page may break, which would leave no room for the columns beside it.
_BREAKS = re.compile(r"(?<=[!-~]{12}[/._?&=-])(?=[!-~]{12})")
# More columns than this do not fit a telephone: the table keeps its width and is scrolled.
_NARROW = 6


def write(document: Document, *, fragment: bool = False) -> str:
    """Write a page of valid HTML5, or a fragment for a notebook or for another page."""
    body = "\n".join(_blocks(document, fragment))
    lang = _LANG[document.language]
    article = f'<article class="gd" lang="{lang}">\n{body}\n</article>\n'
    if fragment:
        return article
    first = next((block.text for block in document.blocks if isinstance(block, Heading)), "")
    title = document.property("title") or first or _UNTITLED.say(document.language)
    metas = "".join(f'<meta name="gd-{escape(name)}" content="{escape(text)}">\n' for name, text in document.properties)
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title, quote=False)}</title>\n{metas}<style>\n{_STYLES[document.language]}</style>\n</head>\n"
        f"<body>\n<main>\n{article}</main>\n</body>\n</html>\n"
    )


def _blocks(document: Document, fragment: bool) -> Iterator[str]:
    lang = document.language
    heading = Heading(1, "", lang)
    names: Counter[str] = Counter()
    for block in document.blocks:
        if isinstance(block, Grid):
            name = block.frame.caption or heading.text or _TABLE.say(lang)
            names[name] += 1
            # Regions of one name cannot be told apart by those who walk from one to the next.
            if names[name] > 1:
                name = _AGAIN.say(lang).format(name=name, number=names[name])
            yield _region(block, heading, name, fragment, lang)
            continue
        if isinstance(block, Heading):
            heading = block
        yield _block(block, lang)


def _lang(own: Language, around: Language) -> str:
    """Name the language of an element where it is not that of what is around it."""
    return "" if own == around else f' lang="{_LANG[own]}"'


def _block(block: Heading | Paragraph | Picture, around: Language) -> str:
    if isinstance(block, Heading):
        level = min(block.level + 1, 6)
        return f"<h{level}{_lang(block.language, around)}>{_spoken(block.text, block.language)}</h{level}>"
    if isinstance(block, Paragraph):
        lead = f'<span class="gd-lead">{_text(block.text[: block.lead])}</span>' if block.lead else ""
        text = _spoken(block.text[block.lead :], block.language)
        return f"<p{_lang(block.language, around)}>{lead}{text}</p>"
    return f'<p><img src="{_source(block)}" alt="{escape(block.description)}" style="{_PICTURE}"></p>'


def _source(picture: Picture) -> str:
    """Give the address of a picture, or the picture itself, and then by what name it is known."""
    image = image_of(picture.data)
    reference = escape(picture.reference)
    return f'{to_uri(picture.data, image.kind)}" data-reference="{reference}' if image else reference


def _text(text: str) -> str:
    return escape(text, quote=False)


def _spoken(text: str, language: Language, escaped: Callable[[str], str] = _text) -> str:
    """Write a text in a language; what is Chinese in English says so."""
    if language == "zh" or text.isascii():
        return escaped(text)
    return "".join(
        escaped(piece) if own == language else f'<span lang="{_LANG[own]}">{escaped(piece)}</span>'
        for own, piece in by_language(text, language)
    )


def _region(grid: Grid, heading: Heading, name: str, fragment: bool, around: Language) -> str:
    """Put a table in a region of a name that is scrolled by itself, by keyboard too."""
    own = grid.frame.language
    named = own if grid.frame.caption else heading.language
    whole = " gd-whole" if grid.frame.outlines else ""
    look = 'style="overflow-x:auto"' if fragment else f'class="gd-table{whole}"'
    # The heading stands over a statutory table already: its caption is for those who listen.
    unseen = heading.text if grid.frame.outlines and not fragment else ""
    inside = table(grid, inline=fragment, unseen=unseen)
    if own != named:
        inside = inside.replace("<table", f"<table{_lang(own, named)}", 1)
    return (
        f'<div {look}{_lang(named, around)} role="region" aria-label="{escape(name)}" tabindex="0">\n{inside}\n</div>'
    )


def table(grid: Grid, *, inline: bool = True, unseen: str = "", escaped: Callable[[str], str] = _text) -> str:
    """Write a table with its merged cells, and with its look in every cell or by classes.

    `unseen` is a caption for readers who cannot see the page; `escaped` makes HTML of a text.
    """
    prepare = _kept if grid.frame.outlines else _prepared
    pattern = prepare(grid.frame, inline, escaped)
    caption = grid.frame.caption
    if caption or unseen:
        hidden = "" if caption else ' class="gd-unseen"'
        unseen = f"<caption{hidden}>{_spoken(caption or unseen, grid.frame.language, escaped)}</caption>\n"
    if grid.frame.language == "zh":
        return pattern.head + unseen + pattern.body % tuple(escaped(grid.values[slot]) for slot in pattern.slots)
    values = tuple(_spoken(grid.values[slot], grid.frame.language, escaped) for slot in pattern.slots)
    return pattern.head + unseen + pattern.body % values


@frozen
class _Pattern:
    """A table but for its caption and its values: the body has a ``%s`` for every slot."""

    head: str
    body: str
    slots: tuple[int, ...]


def _prepared(frame: Frame, inline: bool, escaped: Callable[[str], str]) -> _Pattern:
    wide = ' class="gd-wide"' if frame.columns > _NARROW else ""
    head = '<table style="border-collapse:collapse">\n' if inline else f"<table{wide}>\n"
    rows = [_row(line, inline, escaped) for line in frame.lines]
    parts = [frame.lines[start:end] for start, end in _parts(frame)]
    tags = ["thead" if all(c.role is Role.HEADER for line in part for c in line) else "tbody" for part in parts]
    body = "".join(
        f"<{tag}>\n{''.join(rows[start:end])}</{tag}>\n" for tag, (start, end) in zip(tags, _parts(frame), strict=True)
    )
    slots = tuple(cell.slot for cell in frame.cells if cell.slot is not None)
    return _Pattern(head, body + "</table>", slots)


_kept = lru_cache(maxsize=32)(_prepared)


def _parts(frame: Frame) -> list[tuple[int, int]]:
    """Part the rows: the column heads at the top, then what stands under each caption across the table."""
    height = next((r for r, line in enumerate(frame.lines) if any(c.role is not Role.HEADER for c in line)), 0)
    if any(cell.row + cell.rowspan > height for line in frame.lines[:height] for cell in line):
        height = 0
    captions = [r for r, line in enumerate(frame.lines) if any(c.role is Role.CAPTION for c in line)]
    starts = sorted({0, height, *captions})
    return list(zip(starts, [*starts[1:], frame.rows], strict=True))


def _row(line: tuple[Cell, ...], inline: bool, escaped: Callable[[str], str]) -> str:
    style = ' style="background:transparent"' if inline else ""
    return f"<tr{style}>{''.join(_cell(cell, inline, escaped) for cell in line)}</tr>\n"


def _cell(cell: Cell, inline: bool, escaped: Callable[[str], str]) -> str:
    tag, scope = _SCOPES[cell.role] if cell.text or cell.slot is not None else _SCOPES[Role.TEXT]
    if cell.role is Role.HEADER and cell.colspan > 1:
        scope = "colgroup"
    kind = cell.role.value
    if cell.role is Role.LABEL and cell.rowspan > 1:
        scope, kind = "rowgroup", "group"
    look = f'style="{_INLINE[kind]}"' if inline else f'class="gd-{kind}"'
    spans = f' rowspan="{cell.rowspan}"' * (cell.rowspan > 1) + f' colspan="{cell.colspan}"' * (cell.colspan > 1)
    scoped = f' scope="{scope}"' if scope else ""
    return f"<{tag}{scoped}{spans} {look}>{_inside(cell, escaped)}</{tag}>"


_SCOPES = {
    Role.CAPTION: ("th", "rowgroup"),
    Role.HEADER: ("th", "col"),
    Role.LABEL: ("th", "row"),
    Role.VALUE: ("td", ""),
    Role.TEXT: ("td", ""),
}


def _inside(cell: Cell, escaped: Callable[[str], str]) -> str:
    if cell.slot is not None:
        return "%s"
    hinted = "".join(cell.lines) == cell.text
    text = "<wbr>".join(map(escaped, cell.lines if hinted else _BREAKS.split(cell.text)))
    return text.replace("%", "%%")
