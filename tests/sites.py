"""Pages of websites: each a function that puts a report on a page as some site or editor does.

`keeps` says what can be read for sure: all cells, none of the table that the page lays out in a way
that leaves two readings, or whatever is read must be right.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from html import escape

from attrs import evolve, frozen

from gov_disclosure.document import Cell, Document, Grid, Heading, Paragraph
from gov_disclosure.layout import lay_out
from gov_disclosure.report import Report

__all__ = ["SITES", "Kept", "Site"]

Row = list[tuple[Cell, str]]
Table = list[Row]
Draw = Callable[[Table], str]
"""Makes HTML of a table: its rows of cells with their texts."""


class Kept(Enum):
    """What of a page can be read."""

    ALL = "all"
    REFUSED = "refused"
    """The table that the page prints otherwise has two readings: no row of it is read."""
    SOME = "some"


@frozen
class Site:
    """One kind of page."""

    name: str
    draw: Draw
    tables: tuple[int, ...] = (0, 1, 2)
    """Which tables are printed so; the others are plain."""
    kept: Kept = Kept.ALL
    page: Callable[[str], str] = str

    def html(self, report: Report) -> bytes:
        """Print a report as a page of this kind."""
        return self.page(TOP + "\n".join(self._blocks(lay_out(report))) + END).encode()

    def _blocks(self, document: Document) -> Iterator[str]:
        number = 0
        for block in document.blocks:
            if isinstance(block, Grid):
                rows = [list(row) for row in block.lines()]
                yield self.draw(rows) if number in self.tables else table(rows)
                number += 1
            elif isinstance(block, Heading | Paragraph):
                yield f"<p>　　{escape(block.text)}</p>"


TOP = (
    '<!DOCTYPE html><html><head><meta charset="utf-8"><title>年报_青禾县人民政府</title></head><body>'
    '<div><a href="/">首页</a> &gt; <a>年报</a></div><table><tr><td>索引号</td><td>113-00012</td></tr></table><div>'
)
END = "</div><div>【打印本页】【关闭窗口】</div><div>主办：青禾县人民政府 网站标识码：3213000001</div></body></html>"
APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
PROCEDURES = ("行政复议", "未经复议直接起诉", "复议后起诉")


# ---- pieces


def is_value(cell: Cell) -> bool:
    """Tell whether a cell holds a figure."""
    return cell.slot is not None


def figures(row: Row) -> Row:
    return [(cell, text) for cell, text in row if is_value(cell)]


def label(row: Row) -> str:
    return [text for cell, text in row if not is_value(cell)][-1]


def td(cell: Cell, text: str | None = None, inner: str = "") -> str:
    spans = (f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else "") + (
        f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    )
    return f"<td{spans}>{inner or escape(text or '') or '&nbsp;'}</td>"


def table(rows: Sequence[Sequence[tuple[Cell, str]]], cell: Callable[[Cell, str], str] = td) -> str:
    return "<table>" + "".join("<tr>" + "".join(cell(*one) for one in row) + "</tr>" for row in rows) + "</table>"


def one(text: str, colspan: int = 1) -> tuple[Cell, str]:
    """Make a cell of its own."""
    return Cell(0, 0, colspan=colspan), text


def noise(of: object) -> random.Random:
    """Give a noise that is the same for the same thing."""
    return random.Random(repr(of))  # noqa: S311  # noise for tests, not secrets


def plain(rows: Table) -> str:
    return table(rows)


def cells(of: Callable[[Cell, str], str]) -> Draw:
    """Make a page that prints each cell in its own way."""
    return lambda rows: table(rows, of)


def dense(rows: Table) -> list[list[tuple[Cell, str, bool]]]:
    """Give every place of a table: the cell that covers it, its text, and whether it begins there."""
    height = max(cell.row + cell.rowspan for row in rows for cell, _ in row)
    width = max(cell.column + cell.colspan for row in rows for cell, _ in row)
    places: list[list[tuple[Cell, str, bool]]] = [[(Cell(0, 0), "", False)] * width for _ in range(height)]
    for row in rows:
        for cell, text in row:
            for r in range(cell.row, cell.row + cell.rowspan):
                for c in range(cell.column, cell.column + cell.colspan):
                    places[r][c] = cell, text, (r, c) == (cell.row, cell.column)
    return places


def part(rows: Table, start: int, end: int) -> Table:
    """Cut the rows of a table out, merged cells with them."""
    found: Table = []
    for number, line in enumerate(dense(rows)[start:end], start):
        row: Row = []
        for column, (cell, text, _) in enumerate(line):
            if cell.column == column and max(cell.row, start) == number:
                row.append((evolve(cell, rowspan=min(cell.row + cell.rowspan, end) - number), text))
        found.append(row)
    return found


# ---- pages


def word(cell: Cell, text: str) -> str:
    cut = noise((cell.row, cell.column, text)).randint(0, len(text))
    inner = f"<p class=MsoNormal><span><font>{escape(text[:cut])}</font></span><span>{escape(text[cut:])}</span></p>"
    return td(cell, inner=inner if text else "<p><span><o:p>&nbsp;</o:p></span></p>")


def padded(cell: Cell, text: str) -> str:
    unseen = ("&#12288;", "&nbsp;", "&#8203;", "&#65279;", "&shy;", "&thinsp;")
    inner = "".join(
        escape(letter) + noise((cell.row, cell.column, text)).choice(("&#8203;", "&shy;", "")) for letter in text
    )
    return td(
        cell,
        inner=noise((cell.row, cell.column, text)).choice(unseen)
        + inner
        + noise((cell.row, cell.column, text)).choice(unseen),
    )


def full_width(cell: Cell, text: str) -> str:
    return td(cell, text.translate(str.maketrans("0123456789.", "０１２３４５６７８９．")) if is_value(cell) else text)


def field(cell: Cell, text: str) -> str:
    return td(cell, inner=f'<input type="text" value="{escape(text)}">') if is_value(cell) else td(cell, text)


def text_area(cell: Cell, text: str) -> str:
    return td(cell, inner=f"<textarea>{escape(text)}</textarea>") if is_value(cell) else td(cell, text)


def spaced(cell: Cell, text: str) -> str:
    return td(cell, text if is_value(cell) else " ".join(text))


def noted(cell: Cell, text: str) -> str:
    mark = noise((cell.row, cell.column, text)).choice(("", "*", "①", "[1]", "<sup>2</sup>", "（注）", "※"))
    return td(cell, inner=escape(text) + mark if text and not is_value(cell) else escape(text) or "&nbsp;")


def unclosed(rows: Table) -> str:
    return table(rows, lambda cell, text: td(cell, text).removesuffix("</td>")).replace("</tr>", "")


def table_unclosed(rows: Table) -> str:
    return table(rows).removesuffix("</table>")


def rowspan_zero(rows: Table) -> str:
    def cell(cell: Cell, text: str) -> str:
        return re.sub(r'rowspan="\d+"', 'rowspan="0"', td(cell, text)) if ends(cell) else td(cell, text)

    def ends(cell: Cell) -> bool:
        return cell.row + cell.rowspan == len(rows)

    return table(rows, cell)


def foot_first(rows: Table) -> str:
    return table([*rows[:3], rows[-1], *rows[3:-1]])


def header_again(rows: Table) -> str:
    cut = noise(rows).randint(8, 18)
    return table([*part(rows, 0, cut), *part(rows, 0, 3), *part(rows, cut, len(rows))])


def torn(rows: Table) -> str:
    cut = noise(rows).randint(8, 18)
    return table(part(rows, 0, cut)) + "<p>— 5 —</p>" + table(part(rows, cut, len(rows)))


def last_years(rows: Table) -> Table:
    return [[(cell, str(7 * cell.slot + 1) if cell.slot is not None else text) for cell, text in row] for row in rows]


def hidden(rows: Table) -> str:
    style = noise(rows).choice(('style="display: none"', "hidden", 'style="visibility:hidden"'))
    old = table(last_years(rows))
    return f"<div {style}>{old}</div>{table(rows)}<!-- {old} --><template>{old}</template>"


def shown_twice(rows: Table) -> str:
    return f"<div class=pc>{table(rows)}</div><div class=mobile>{table(rows)}</div>"


def last_year_beside(rows: Table) -> str:
    return table(rows) + "<p>附：上年数据</p>" + table(last_years(rows))


def spare_column_above_last_year(rows: Table) -> str:
    return table([[*row, one("")] for row in rows]) + "<p>附：上年数据</p>" + table(last_years(rows))


def last_year_before(page: str) -> str:
    """Leave some rows of this year out, and put the tables of another before the title."""
    tables = re.findall("<table><tr><td[^>]*colspan.*?</table>", page)
    this = re.sub("<tr>(?:(?!</tr>).)*(?:重复申请|第三方)(?:(?!</tr>).)*</tr>", "", page)
    return TOP + re.sub(">([0-9]+)<", r">1\1<", "".join(tables)) + this.removeprefix(TOP)


def flat(rows: Table) -> str:
    return table([[one("项目"), *map(one, APPLICANTS)], *([one(label(row)), *figures(row)] for row in rows[3:])])


def upside_down(rows: Table) -> str:
    lines = [[one(label(row)), *figures(row)] for row in rows[3:]]
    return table([[one("项目"), *map(one, APPLICANTS)], *reversed(lines)])


def turned(rows: Table) -> str:
    columns: dict[int, list[tuple[Cell, str]]] = {}
    for row in rows:
        for cell, text in row:
            columns.setdefault(cell.column, []).append((evolve(cell, rowspan=cell.colspan, colspan=cell.rowspan), text))
    return table([columns[column] for column in sorted(columns)])


def unmerged(rows: Table) -> str:
    return table([[one(text if begins else "") for _, text, begins in line] for line in dense(rows)])


def spread(rows: Table) -> str:
    return table([[one(text) for _, text, _ in line] for line in dense(rows)])


def spread_wide(rows: Table) -> str:
    return table([[one(text) for _, text, _ in line for _ in range(2)] for line in dense(rows)])


def header_unmerged(rows: Table) -> str:
    head = [[one(text if begins else "") for _, text, begins in line] for line in dense(rows)[:3]]
    return table([*head, *rows[3:]])


def numbered(rows: Table) -> str:
    counted = [row for row in rows if figures(row)]
    return table([[one(str(counted.index(row) + 1) if row in counted else ""), *row] for row in rows])


def with_subtotals(rows: Table) -> str:
    found = [list(row) for row in rows]
    found[2].append(one("小计"))
    for row in found[3:]:
        row.insert(-1, one(str(sum(int(text) for _, text in figures(row)[1:6] if text))))
    found[0] = [(evolve(cell, colspan=8) if cell.colspan == 7 else cell, text) for cell, text in found[0]]
    found[1] = [(evolve(cell, colspan=6) if cell.colspan == 5 else cell, text) for cell, text in found[1]]
    return table(found)


def with_group_rows(rows: Table) -> str:
    found: list[Sequence[tuple[Cell, str]]] = [[one("项目"), *map(one, APPLICANTS)]]
    for row in rows[3:]:
        found += [[one(text, 8)] for cell, text in row if not is_value(cell) and cell.rowspan > 1]
        found.append([one(label(row)), *figures(row)])
    return table(found)


def odd_widths(rows: Table) -> str:
    """Put tables of the first kind on one column more than they need: one cell of each row takes two."""

    def row_of(row: Row) -> Row:
        wide = noise(row).randint(1, len(row) - 1) if len(row) > 3 else len(row) - 1
        return [(evolve(cell, colspan=cell.colspan + (place == wide)), text) for place, (cell, text) in enumerate(row)]

    return table([row_of(row) for row in rows])


def remedies_by_row(rows: Table) -> str:
    values = rows[-1]
    lines = [[one(name), *values[5 * place : 5 * place + 5]] for place, name in enumerate(PROCEDURES)]
    return table([[one("类型"), *map(one, OUTCOMES)], *lines])


def remedies_in_three(rows: Table) -> str:
    values, found = rows[-1], ""
    for place, name in enumerate(PROCEDURES):
        above = [[one("行政诉讼", 5)]] if place else []
        found += table([*above, [one(name, 5)], [*map(one, OUTCOMES)], values[5 * place : 5 * place + 5]])
    return found


def remedies_in_two(rows: Table) -> str:
    values = rows[-1]
    first = table([[one("行政复议", 5)], [*map(one, OUTCOMES)], values[:5]])
    head = [[one("行政诉讼", 10)], [one(PROCEDURES[1], 5), one(PROCEDURES[2], 5)], [*map(one, OUTCOMES * 2)]]
    return first + table([*head, values[5:]])


def columns_changed(rows: Table) -> str:
    return table([[*row[:-3], row[-2], row[-3], row[-1]] if number_of(row) > 1 else row for row in rows])


def number_of(row: Row) -> int:
    """Tell how many figures or heads of their columns a row has."""
    return len(figures(row)) or (len(row) if row[0][1] == "商业企业" else 0)


def halved(rows: Table) -> str:
    def half(start: int, end: int) -> list[Row]:
        head = [one("项目"), *map(one, APPLICANTS[start:end])]
        return [head, *([one(label(row)), *figures(row)[start:end]] for row in rows[3:])]

    return table(half(0, 4)) + table(half(4, 7))


def years_side_by_side(rows: Table) -> str:
    def twice(row: Row) -> list[tuple[Cell, str]]:
        return [each for one_ in row for each in ([one_, one_] if is_value(one_[0]) else [one_])]

    return table([twice(row) for row in rows])


def cell_lost(rows: Table) -> str:
    lost = noise(rows).sample(range(3, len(rows)), 4)
    return table([[*row[:-4], *row[-3:]] if place in lost else row for place, row in enumerate(rows)])


def zero_for_all(rows: Table) -> str:
    def row_of(row: Row) -> list[tuple[Cell, str]]:
        if len(figures(row)) > 1 and all(text == "0" for _, text in figures(row)):
            return [*(each for each in row if not is_value(each[0])), one("0", 7)]
        return row

    return table([row_of(row) for row in rows])


def corrected(cell: Cell, text: str) -> str:
    return td(cell, inner=f"<del>7</del><ins>{escape(text)}</ins>") if is_value(cell) and text else td(cell, text)


def chosen(cell: Cell, text: str) -> str:
    options = f"<option>7</option><option selected>{escape(text)}</option>"
    return td(cell, inner=f"<select>{options}</select>") if is_value(cell) else td(cell, text)


def framed(cell: Cell, text: str) -> str:
    return td(cell, inner=f"<table><tr><td>{escape(text)}</td></tr></table>")


def by_roles(rows: Table) -> str:
    def cell(cell: Cell, text: str) -> str:
        spans = f'aria-rowspan="{cell.rowspan}" aria-colspan="{cell.colspan}"'
        return f'<div role="{"cell" if is_value(cell) else "columnheader"}" {spans}><span>{escape(text)}</span></div>'

    lines = (f'<div role="row">{"".join(cell(*one) for one in row)}</div>' for row in rows)
    return f'<div role="table"><div role="rowgroup">{"".join(lines)}</div></div>'


def by_styles(rows: Table) -> str:
    def cell(text: str) -> str:
        return f'<div style="width:9%; display:table-cell;">{escape(text)}</div>'

    lines = ((text if begins else "" for _, text, begins in line) for line in dense(rows))
    drawn = (f'<div style="display: table-row">{"".join(map(cell, line))}</div>' for line in lines)
    return f'<div style="display:table">{"".join(drawn)}</div>'


def table_by_row(rows: Table) -> str:
    head = list(map(one, APPLICANTS))
    return "".join(
        f"<details><summary>{label(row)}</summary>{table([head, figures(row)])}</details>" for row in rows[3:]
    )


def in_panes(page: str) -> str:
    """Show the parts of a page one at a time."""
    pane = '</div><h3>{}</h3><div class="pane" style="display:none">'
    return re.sub("<p>　　([一二三四五六]、.*?)</p>", lambda part: pane.format(part[1]), page)


def in_divs(rows: Table) -> str:
    return "".join(f"<div>{''.join(f'<div>{escape(text)}</div>' for _, text in row)}</div>" for row in rows)


def as_list(rows: Table) -> str:
    return "<dl>" + "".join(f"<dt>{escape(text)}</dt>" for row in rows for _, text in row) + "</dl>"


SITES = (
    Site("plain", plain),
    Site("word", cells(word)),
    Site("padded", cells(padded)),
    Site("full-width", cells(full_width)),
    Site("fields", cells(field)),
    Site("text-areas", cells(text_area)),
    Site("labels-spaced", cells(spaced)),
    Site("unclosed", unclosed),
    Site("table-unclosed", table_unclosed),
    Site("rowspan-zero", rowspan_zero),
    Site("foot-first", foot_first, (1,)),
    Site("header-again", header_again, (1,)),
    Site("torn", torn, (1,)),
    Site("hidden", hidden),
    Site("shown-twice", shown_twice),
    Site("flat", flat, (1,)),
    Site("upside-down", upside_down, (1,)),
    Site("turned", turned, (1,)),
    Site("unmerged", unmerged),
    Site("spread", spread),
    Site("spread-wide", spread_wide, (0, 1)),
    Site("header-unmerged", header_unmerged, (1,)),
    Site("numbered", numbered, (1,)),
    Site("with-subtotals", with_subtotals, (1,)),
    Site("with-group-rows", with_group_rows, (1,)),
    Site("odd-widths", odd_widths, (0,), Kept.SOME),
    Site("remedies-by-row", remedies_by_row, (2,)),
    Site("remedies-in-three", remedies_in_three, (2,)),
    Site("remedies-in-two", remedies_in_two, (2,)),
    Site("corrected", cells(corrected)),
    Site("chosen", cells(chosen)),
    Site("framed", cells(framed)),
    Site("by-roles", by_roles),
    Site("by-styles", by_styles),
    Site("table-by-row", table_by_row, (1,)),
    Site("in-panes", plain, page=in_panes),
    Site("other-total", plain, page=lambda page: page.replace("总计", "合计")),
    Site("no-headings", plain, page=lambda page: re.sub("<p>　　[一二三四五六]、.*?</p>", "", page)),
    Site("in-divs", in_divs, kept=Kept.SOME),
    Site("as-list", as_list, kept=Kept.SOME),
    Site("noted", cells(noted), kept=Kept.SOME),
    Site("cell-lost", cell_lost, (1,), Kept.SOME),
    Site("zero-for-all", zero_for_all, (1,), Kept.SOME),
    Site("last-year-beside", last_year_beside, (1,), Kept.SOME),
    Site("last-year-before", plain, (1,), Kept.SOME, last_year_before),
    Site("spare-column-above-last-year", spare_column_above_last_year, (1,), Kept.ALL),
    Site("columns-changed", columns_changed, (1,), Kept.REFUSED),
    Site("halved", halved, (1,), Kept.ALL),
    Site("years-side-by-side", years_side_by_side, (1,), Kept.REFUSED),
)
"""Every kind of page that the reader is tested with."""
