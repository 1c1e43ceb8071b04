"""HTML: pages and fragments as they must be, and pages as others write them."""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docx_checker import part
from gov_disclosure.document import Block, Cell, Document, Grid, Heading, Paragraph, Picture, Role
from gov_disclosure.errors import UnreadableSource
from gov_disclosure.formats import html
from gov_disclosure.formats._html_target import PageTarget
from gov_disclosure.layout import lay_out
from gov_disclosure.report import Report
from gov_disclosure.sections import ForeignTable
from gov_disclosure.tables import ProactiveTable, RequestMatrix, ReviewLitigationTable
from strategies import reports

SAMPLE = Path(__file__).parents[2] / "shared" / "samples" / "004_shanghai_office_2019.html"


def written(*blocks: Block, fragment: bool = True) -> str:
    """Write a document of some blocks."""
    return html.write(Document(blocks), fragment=fragment)


def read(page: str) -> list[Block]:
    """Read a page."""
    return list(html.read(page.encode()).blocks)


def read_grid(page: str) -> Grid:
    """Read a page that is one table."""
    (grid,) = read(page)
    assert isinstance(grid, Grid)
    return grid


def shapes(grid: Grid) -> list[tuple[int, int, int, int]]:
    """Give the place and the spans of every cell."""
    return [(cell.row, cell.column, cell.rowspan, cell.colspan) for cell in grid.frame.cells]


class Tags(HTMLParser):
    """The elements of a page, each with its attributes, and whether they are closed as they were opened."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a tag that opens."""
        self.found.append((tag, dict(attrs)))
        if tag not in ("meta", "img", "wbr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Take a tag that closes."""
        assert self.open.pop() == tag

    def of(self, *tags: str) -> list[dict[str, str | None]]:
        """Give the attributes of all elements of some kinds."""
        return [attributes for tag, attributes in self.found if tag in tags]


# ---- writing


def test_a_page_is_whole() -> None:
    """It says its language, its encoding and its title, and holds one article."""
    page = Report.blank(organization="青禾县<局>", year=2023).to_html()
    tags = Tags(page)
    assert page.startswith('<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n')
    assert "<title>青禾县&lt;局&gt;2023年政府信息公开工作年度报告</title>" in page
    assert [{"class": "gd", "lang": "zh-CN"}] == tags.of("article")
    assert [] == tags.open


def test_a_page_says_what_it_is_about() -> None:
    """Properties are kept where readers find them again."""
    document = Document((), (("title", '"甲" & 乙'), ("year", "2023")))
    assert document == html.read(html.write(document).encode())


def test_a_page_without_a_title_is_named_for_its_heading() -> None:
    """A title of a page must not be empty."""
    titles = [
        html.write(Document(blocks)).partition("<title>")[2].partition("<")[0] for blocks in ((Heading(1, "甲"),), ())
    ]
    assert ["甲", "政府信息公开"] == titles


def test_headings_and_paragraphs_are_elements() -> None:
    """Levels go down to the sixth; a run-in heading is marked in its paragraph."""
    assert (
        '<article class="gd" lang="zh-CN">\n'
        "<h1>题</h1>\n<h3>（一）</h3>\n<h6>深</h6>\n"
        '<p><span class="gd-lead">（一）公开。</span>共&lt;3&gt;件&amp;“5”</p>\n'
        '<p><img src="a&quot;b.png" alt="" style="display:block;margin:0 auto;max-width:100%;max-height:90vh"></p>\n'
        "</article>\n"
    ) == written(
        Heading(0, "题"),
        Heading(2, "（一）"),
        Heading(7, "深"),
        Paragraph("（一）公开。共<3>件&“5”", 6),
        Picture('a"b.png'),
    )


def test_column_heads_are_a_head() -> None:
    """The three rows over the request table, and no other row."""
    page = RequestMatrix.blank().to_html()
    head = page.partition("<thead>")[2].partition("</thead>")[0]
    assert (3, 28) == (head.count("<tr"), page.count("<tr"))


def test_each_clause_has_a_body_of_its_own() -> None:
    """The table on proactive disclosure has no head over all of it."""
    page = ProactiveTable.blank().to_html()
    assert (0, 4) == (page.count("<thead>"), page.count("<tbody>"))


def test_heads_that_reach_into_the_figures_are_no_head() -> None:
    """A head is whole rows."""
    grid = Grid.of_cells([Cell(0, 0, "甲", 2, 1, Role.HEADER), Cell(0, 1, "乙", 1, 1, Role.HEADER), Cell(1, 1, "1")])
    assert "<thead>" not in written(grid)


def test_heads_say_what_they_are_heads_of() -> None:
    """Columns, groups of columns, rows and groups of rows."""
    scopes = [attributes["scope"] for attributes in Tags(RequestMatrix.blank().to_html()).of("th")]
    assert {"col": 7, "colgroup": 3, "row": 25, "rowgroup": 5} == {scope: scopes.count(scope) for scope in set(scopes)}


def test_heads_may_break_where_the_form_does() -> None:
    """A narrow cell breaks between words."""
    assert "社会<wbr>公益<wbr>组织" in RequestMatrix.blank().to_html()


def test_an_address_may_break_in_its_cell() -> None:
    """The address of a page leaves room for the columns beside it, and is read again as it was."""
    address = "https://www.example.com/xxgk/2024/annual_report_2024.html?id=2024&lang=zh"
    page = written(Grid.of_rows([["网址", address]]))
    assert "https://www.example.<wbr>com/<wbr>xxgk/<wbr>2024/<wbr>annual_<wbr>" in page
    assert address == read_grid(page).texts()[0][1]


@pytest.mark.parametrize("figure", ["1,234,567.89", "2024-01-01", "50.00%-60.00%"])
def test_a_figure_never_breaks(figure: str) -> None:
    """Signs inside of a number are no places to break at."""
    assert f">{figure}</td>" in written(Grid.of_rows([[figure]]))


def test_a_blank_is_an_empty_cell() -> None:
    """Nothing stands where nothing was printed."""
    assert '<td class="gd-value"></td>' in ReviewLitigationTable.blank().to_html()


def test_signs_of_percent_stay() -> None:
    """Fixed texts go through a pattern in which a percent sign means something."""
    grid = Report.blank().proactive.table.to_html()
    assert ("%", True) == (read_grid(written(Grid.of_rows([["%"]]))).texts()[0][0], "%s" not in grid)


def test_tables_scroll_by_themselves() -> None:
    """The region has the name of its heading, can be reached by keyboard, and wide tables keep their width."""
    tags = Tags(Report.blank().to_html())
    regions = tags.of("div")
    assert ["二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"] == [r["aria-label"] for r in regions[:2]]
    assert [{"class", "role", "aria-label", "tabindex"}] * 3 == [set(region) for region in regions]
    assert [None, "gd-wide", "gd-wide"] == [table.get("class") for table in tags.of("table")]


def test_only_tables_of_the_form_are_kept_whole_in_print() -> None:
    """A long table of the office's own goes on below the text, and breaks between its rows."""
    page = Report.blank().evolve(overview=[ForeignTable([["股室", "件数"]])]).to_html()
    assert ["gd-table", *["gd-table gd-whole"] * 3] == [region["class"] for region in Tags(page).of("div")]


def test_tables_have_captions_for_those_who_listen() -> None:
    """It is the heading, which the others see already."""
    assert '<caption class="gd-unseen">四、政府信息公开行政复议、行政诉讼情况</caption>' in Report.blank().to_html()


def test_a_caption_of_its_own_is_seen() -> None:
    """A foreign table may have one."""
    assert "<caption>表1</caption>" in written(Grid.of_rows([["a"]], caption="表1"), fragment=False)


def test_every_cell_of_a_fragment_says_how_it_looks() -> None:
    """Notebooks strip style sheets, and no colour is set for the sake of dark themes."""
    page = Report.blank().to_html(fragment=True)
    tags = Tags(page)
    assert all("border:1px solid #888" in (cell["style"] or "") for cell in tags.of("td", "th"))
    assert all("background:transparent" in (row["style"] or "") for row in tags.of("tr"))
    assert (False, False, False) == ("<style" in page, ";color:" in page, " id=" in page)


def test_the_same_report_is_the_same_page() -> None:
    """Output is deterministic."""
    assert Report.blank(year=2023).to_html() == Report.blank(year=2023).to_html()


# ---- reading


def test_blocks_are_read_in_order() -> None:
    """Headings of any level, paragraphs, items, and lines that are broken."""
    page = "<h1>题</h1>前<p>甲<b>乙</b></p><div>丙<br>丁<ul><li>戊<li>己</ul>庚</div><h4>辛</h4>"
    assert [Heading(0, "题"), *map(Paragraph, ("前", "甲乙", "丙", "丁", "戊", "己", "庚")), Heading(3, "辛")] == read(
        page
    )


def test_words_that_are_cut_into_pieces_are_whole() -> None:
    """Word puts every few characters into elements of their own."""
    assert [Paragraph("本年新制作数量")] == read(
        "<p><span>本年</span><font>新制</font><o:p></o:p><i>&#8203;</i>作<wbr>数量<o:p>&nbsp;</o:p></p>"
    )


def test_lines_of_the_source_are_joined() -> None:
    """A line of the source ends anywhere: between Chinese characters that is no space."""
    assert [Paragraph("公开信息 a b 3件")] == read("<p>公开\n  信息 a\nb&nbsp; 3\n件</p>")


def test_lines_of_preformatted_text_are_paragraphs() -> None:
    """There a line break is one."""
    assert [Paragraph("甲"), Paragraph("乙"), Paragraph("丙丁")] == read("<pre>甲\n乙</pre><p>丙\n丁</p>")


def test_lines_of_preformatted_text_may_be_in_pieces() -> None:
    """A line is one paragraph, however many elements it is made of."""
    assert [Paragraph("甲乙"), Paragraph("丙丁")] == read("<pre>甲<b>乙\n丙</b>丁</pre>")


def test_an_empty_list_in_a_list_is_nothing() -> None:
    """Its item is no link, and the item around it none either."""
    assert [] == read("<ul><li><ul><li></li></ul></li></ul>")


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>甲</script>",
        "<style>甲</style>",
        "<noscript><p>甲</p></noscript>",
        "<template><p>甲</p></template>",
        "<select><option>甲</select>",
        "<p hidden>甲</p>",
        '<div style="color:red; DISPLAY : none">甲<div>乙</div></div>',
        "<!-- 甲 -->",
        "<iframe>甲</iframe>",
    ],
)
def test_what_is_not_shown_is_not_read(hidden: str) -> None:
    """Programs, styles and what is hidden are no text."""
    assert [Paragraph("前"), Paragraph("后")] == read(f"<p>前</p>{hidden}<p style='outline:none'>后</p>")


def test_pages_say_what_they_are() -> None:
    """The names that the government's guide for web sites asks for, and the title of the window."""
    page = (
        "<head><title>窗口 </title><meta name=ArticleTitle content=' 报告 '><meta name='PubDate' content='2024-01-31'>"
        "<meta name='ContentSource' content='县局'><meta name='x' content='y'><meta charset='utf-8'></head>"
        "<body><svg><title>图</title></svg><title>又</title>"
    )
    assert (("title", "报告"), ("published", "2024-01-31"), ("source", "县局")) == html.read(page.encode()).properties


def test_the_title_of_the_window_is_better_than_none() -> None:
    """Most pages have only that."""
    assert "窗口" == html.read("<title>\n窗口\n</title><title>又</title><p>a".encode()).property("title")


@pytest.mark.parametrize(
    ("references", "page"),
    [
        (["a.png"], '<p><img src=" a.png "></p>'),
        ([], "<img><img src=''>"),
        ([], '<a href="x"><img src="a.png"></a>'),
        ([], '<nav><img src="a.png"></nav>'),
        ([], '<img src="data:image/png;base64,AA==">'),
        ([], '<img src="/images/icon_pdf.gif"><img src="x.ico">'),
        ([], '<img src="a.png" width="16px"><img src="b.png" height=20>'),
        (["a.png"], '<a href="x">x</a><img src="a.png" width="100%" height=600>'),
        (["icon.png"], '<article class="gd"><img src="icon.png" alt=""></article>'),
    ],
)
def test_only_pictures_of_the_text_are_read(references: list[str], page: str) -> None:
    """Icons, and pictures of links and navigation, are none; what this library wrote is always one."""
    assert references == [block.reference for block in read(page) if isinstance(block, Picture)]


def test_a_picture_parts_a_paragraph() -> None:
    """It stands where it stood."""
    assert [Paragraph("甲"), Picture("a.png"), Paragraph("乙")] == read('<p>甲<img src="a.png">乙</p>')


def test_tables_are_read_with_their_merged_cells() -> None:
    """A blank cell stays in its place."""
    grid = read_grid(
        "<table><tr><td rowspan=2>甲<td colspan='2'>乙</td></tr><tr><td>1<td>&nbsp;</tr><tr><td>丙<td><td>3</table>"
    )
    assert [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1), (2, 0, 1, 1), (2, 1, 1, 1), (2, 2, 1, 1)] == shapes(
        grid
    )
    assert (("甲", "乙", ""), ("", "1", ""), ("丙", "", "3")) == grid.texts()


def test_lines_in_a_cell_are_joined() -> None:
    """Breaks, paragraphs and headings in a cell are one text."""
    assert (("商业企业", "a b", "题"),) == read_grid(
        "<table><tr><td>商业<br/>企业<td><p>a</p><p>b</p><td><h3>题</h3></table>"
    ).texts()


@pytest.mark.parametrize(
    ("spans", "row"),
    [
        ([(0, 0, 1, 1)], "<td colspan=5>甲"),
        ([(0, 0, 1, 1)], "<td colspan=0 rowspan=0>甲"),
        ([(0, 0, 1, 1)], "<td colspan='x' rowspan='-3'>甲"),
        ([(0, 0, 1, 1)], "<td colspan=99999999999 rowspan=70000>甲"),
        ([(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)], "<td rowspan=0>甲<td>乙<tr><td>丙"),
        ([(0, 0, 1, 1), (0, 1, 2, 1), (1, 0, 1, 1)], "<td>甲<td rowspan=9>乙<tr><td colspan=2>丙"),
        ([(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)], "<td colspan=7>甲<tr><td colspan=2>乙<td colspan=3>丙"),
        ([(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1)], "<td>甲<td>乙<tr><td>丙"),
    ],
)
def test_spans_that_do_not_come_out_even_are_tolerated(spans: list[tuple[int, int, int, int]], row: str) -> None:
    """They are clipped before other cells and at the end of the table; columns that nothing begins in go."""
    assert spans == shapes(read_grid(f"<table><tr>{row}</table>"))


def test_a_caption_belongs_to_its_table() -> None:
    """It is no paragraph."""
    assert "表1" == read_grid("<table><caption>表<b>1</b></caption><tr><td>a</table>").frame.caption


def test_a_table_in_a_table_makes_a_layout() -> None:
    """What such a table holds comes out in order, its caption first."""
    page = "<table><caption>题</caption><tr><td>甲<td><table><tr><td>1<td>2</table></td><tr><td>乙</table>"
    first, second, grid, last = read(page)
    assert isinstance(grid, Grid)
    assert ([Paragraph("题"), Paragraph("甲"), Paragraph("乙")], (("1", "2"),)) == ([first, second, last], grid.texts())


def test_prose_in_a_table_makes_a_layout() -> None:
    """A cell with pages of paragraphs is a page."""
    long = "公开" * 100
    assert [Paragraph("甲"), Paragraph(long), Paragraph("乙")] == read(f"<table><tr><td>甲<td><p>{long}<p>乙</table>")


def test_long_cells_are_cells() -> None:
    """One long text in a cell is still a cell."""
    assert "公开" * 200 == read_grid(f"<table><tr><td>甲<td>{'公开' * 200}</table>").texts()[0][1]


def test_pictures_of_tables_come_out() -> None:
    """A table of nothing but pictures is a layout; pictures beside texts stand below the table."""
    assert [Picture("a.png")] == read('<table><tr><td><img src="a.png"></table>')
    grid, picture = read('<table><tr><td><img src="a.png">甲</table>')
    assert (True, Picture("a.png")) == (isinstance(grid, Grid), picture)


def test_text_between_rows_stands_before_the_table() -> None:
    """So browsers show it."""
    *texts, grid = read("<table>甲<tr><td>1</tr><p>乙</p><tr><td>2</table>")
    assert ([Paragraph("甲"), Paragraph("乙")], True) == (texts, isinstance(grid, Grid))


def test_text_between_the_cells_of_a_row_is_a_cell() -> None:
    """The beginning of the cell was lost: without it those behind would move on by one."""
    cells = read_grid("<table><tr><th>甲</th>1</td> <!-- 2 --> <td>3</td></tr></table>").texts()
    assert (("甲", "1", "3"),) == tuple(map(tuple, cells))


@pytest.mark.parametrize("between", ["</td>", "</td></td>"])
def test_texts_between_the_cells_of_a_row_are_no_number_together(between: str) -> None:
    """What stands between them may be the end of a cell whose beginning was lost."""
    assert "1 2" == read_grid(f"<table><tr><td>甲</td>1{between}2</td></tr></table>").texts()[0][1]


def test_a_table_without_cells_is_none() -> None:
    """Nothing is in it."""
    assert [Paragraph("a")] == read("<table></table><p>a<table><tr></table>")


def test_cells_outside_of_tables_are_paragraphs() -> None:
    """Pieces of a table still have their texts."""
    assert ["甲", "乙", "丙"] == [
        block.text for block in read("<tr><td>甲<th>乙</tr><caption>丙</caption>") if isinstance(block, Paragraph)
    ]


def test_cells_without_a_row_make_one() -> None:
    """The row may be left out."""
    assert "甲" in read_grid("<table><td>甲</td></table>").texts()[0]


def test_blocks_in_a_heading_stand_below_it() -> None:
    """A heading is a text; tables and pictures in it are not."""
    assert [Heading(0, "甲乙"), Picture("a.png")] == read('<h1><div>甲</div><img src="a.png">乙</h1><h2> </h2>')


@pytest.mark.parametrize("tag", ["div", "table", "span", "h1", "table><tr><td", "p", "font", "ul><li"])
def test_deep_pages_are_read(tag: str) -> None:
    """Nothing recurses, so nothing is too deep."""
    assert "终" in str(read(f"<{tag}>" * 10_000 + "终"))


@pytest.mark.parametrize("page", ["终", "<", "<td", "</table></td>终", "<table><tr><td>终", "<title>终", "<!DOCTYPE"])
def test_broken_pages_are_read(page: str) -> None:
    """What can be read is read, and nothing fails."""
    assert isinstance(html.read(page.encode()), Document)


def test_elements_that_do_not_match_do_no_harm() -> None:
    """The parser closes what is open, in order; the reader does not rest on it."""
    target = PageTarget()
    target.end("td")
    target.start("table", {})
    target.start("td", {})
    target.data("终")
    (grid,) = target.close().blocks
    assert isinstance(grid, Grid)
    assert (("终",),) == grid.texts()


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        *((encoding, "nonsense") for encoding in ("utf-8", "gbk", "gb18030", "utf-8-sig", "utf-16")),
        *((encoding, "gb2312") for encoding in ("utf-8", "gbk", "gb18030", "utf-8-sig", "utf-16")),
        *((encoding, "utf-8") for encoding in ("utf-8", "gbk", "gb18030", "utf-8-sig", "utf-16")),
        *((encoding, "big5") for encoding in ("utf-8", "utf-8-sig", "utf-16")),
    ],
)
def test_wrong_declarations_are_seen_through(encoding: str, declared: str) -> None:
    """What is UTF-8 is read so, whatever the page says; the rest as it says, if that comes out."""
    page = f'<meta charset="{declared}"><p>规章一件，规范性文件二十件。</p>'
    assert (Paragraph("规章一件，规范性文件二十件。"),) == html.read(page.encode(encoding)).blocks


def test_declared_big5_is_read() -> None:
    """Pages in traditional characters may be so."""
    page = '<meta http-equiv="Content-Type" content="text/html; charset=Big5"><p>規範性文件三件</p>'
    assert (Paragraph("規範性文件三件"),) == html.read(page.encode("big5")).blocks


def test_declared_encodings_that_fail_are_passed_over() -> None:
    """A declaration that the bytes contradict counts for nothing."""
    page = '<meta charset="gbk"><p>行政规范性文件共有十二件，全年公开政府信息三百条。'
    assert (Paragraph("行政规范性文件共有十二件，全年公开政府信息三百条。\ufffd终"),) == html.read(
        page.encode() + b"\xff" + "终".encode()
    ).blocks


def test_bytes_that_are_no_text_are_refused() -> None:
    """As in every format of text."""
    with pytest.raises(UnreadableSource, match="PNG"):
        html.read(b"\x89PNG\r\n\x1a\n")


# ---- reading what was written


def comparable(block: Block) -> object:
    """Tell what must come back of a block."""
    if isinstance(block, Grid):
        return (block.texts(), shapes(block))
    return block.text if isinstance(block, Paragraph) else block


@settings(max_examples=40, deadline=None)
@given(reports(), st.booleans())
def test_documents_are_read_back(report: Report, fragment: bool) -> None:
    """Every block comes back, every table with its merged cells."""
    document = lay_out(report)
    read_back = html.read(html.write(document, fragment=fragment).encode())
    assert list(map(comparable, document.blocks)) == list(map(comparable, read_back.blocks))
    assert fragment or document.properties == read_back.properties


@settings(max_examples=40, deadline=None)
@given(reports(), st.booleans())
def test_pages_are_well_formed(report: Report, fragment: bool) -> None:
    """Every element is closed where it was opened, whatever the texts are."""
    assert [] == Tags(report.to_html(fragment=fragment)).open


@given(st.text(max_size=200))
def test_any_page_is_read(page: str) -> None:
    """No text makes the reader fail."""
    data = f"<p>a{page}".encode("utf-8", "replace")
    if b"\0" not in data:
        assert isinstance(html.read(data), Document)


@pytest.mark.skipif(not SAMPLE.exists(), reason="the published sample is not part of the project")
def test_a_published_page_is_read() -> None:
    """All figures of the tables stand where they were printed."""
    proactive, requests, review = (b for b in html.read(SAMPLE.read_bytes()).blocks if isinstance(b, Grid))
    known = json.loads(SAMPLE.with_suffix("").with_suffix(".tables.json").read_text())
    figures = [["" if value is None else str(value) for value in row.values()] for row in known["requests"].values()]
    assert figures == [list(row[3:]) for row in requests.texts()[3:]]
    assert [
        "" if value is None else str(value) for row in known["review_litigation"].values() for value in row.values()
    ] == list(review.texts()[-1])
    assert [[str(value) for value in row.values()] for row in known["proactive"].values()] == [
        [text for text in row[1:] if text] for row in proactive.texts() if row[1][:1].isdigit()
    ]


@pytest.mark.parametrize(
    "struck", ["<s>7</s>", "<strike>7</strike>", "<span style='text-decoration: line-through'>7</span>"]
)
def test_a_digit_that_is_struck_out_joins_no_number(struck: str) -> None:
    """It is kept with its stroke, as who reads the page sees it."""
    assert [Paragraph("7\u033612件")] == read(f"<p>{struck}12件")


def test_what_was_deleted_is_not_read() -> None:
    """An insertion beside it is."""
    assert [Paragraph("12件")] == read("<p><del>7</del><ins>12</ins>件")


def test_a_choice_in_a_table_is_what_was_chosen() -> None:
    """Other choices are not shown, and none is if none was chosen."""
    page = "<table><tr><td><select><option>7<option selected>12</select><td><select><option>7</select></table>"
    assert (("12", ""),) == read_grid(page).texts()


def test_what_is_hidden_in_a_table_of_a_pane_stays_hidden() -> None:
    """Panes are shown one at a time; hidden cells never are."""
    rows = "".join(f"<tr><td>行{row}</td><td>{row}</td><td style='display:none'>7</td></tr>" for row in range(12))
    (grid,) = read(f"<div style='display:none'><table>{rows}</table></div>")
    assert isinstance(grid, Grid)
    assert [("行0", "0"), ("行11", "11")] == [grid.texts()[0], grid.texts()[-1]]


def test_a_raised_digit_joins_no_number() -> None:
    """The number of a note above the line is no digit of the figure before it."""
    assert [Paragraph("12³件")] == read("<p>12<sup>3</sup>件")


def test_what_is_filled_in_is_the_text_of_its_cell() -> None:
    """Fields of a table show figures; fields elsewhere are for searching, and buttons show none."""
    cells = '<td>甲<td><input value="7"><td><textarea>8</textarea><td><input type=button value=9>'
    page = f'<input value="搜"><table><tr>{cells}'
    grid = next(block for block in read(page) if isinstance(block, Grid))
    assert (("甲", "7", "8", ""),) == grid.texts()
    assert not any(isinstance(block, Paragraph) for block in read(page))


def test_a_table_that_is_not_closed_ends_where_the_next_begins() -> None:
    """What stands between them is behind the first and before the second."""
    first, between, second = read("<table><tr><td>甲</td></tr><p>中</p><table><tr><td>乙</td></tr></table>")
    assert Paragraph("中") == between
    assert [(("甲",),), (("乙",),)] == [grid.texts() for grid in (first, second) if isinstance(grid, Grid)]


def test_a_table_of_an_office_has_its_head() -> None:
    """The first row says what stands in each column, to who hears the page too; a blank corner says nothing."""
    page = html.write(Document((Grid.of_rows([["", "件数"], ["办公室", "3"]], headed=True),)))

    assert (
        '<thead>\n<tr><td class="gd-header"></td><th scope="col" class="gd-header">件数</th></tr>\n</thead>\n'
        '<tbody>\n<tr><td class="gd-text">办公室</td><td class="gd-text">3</td></tr>\n</tbody>\n'
    ) in page


def test_both_writers_have_one_notion_of_a_head() -> None:
    """A first row with figures is a head nowhere."""
    for rows, heads in (([["股室", "件数"], ["甲", "3"]], 1), ([["甲", "3"], ["乙", "4"]], 0)):
        foreign = Report(overview=[ForeignTable(rows)]).overview
        assert heads == foreign.to_html().count("<thead>")
        assert heads == part(foreign.to_docx()).count("<w:tblHeader/>")


@pytest.mark.parametrize("end", ["", "<span>", "<p>\n"])
def test_a_text_in_which_a_page_breaks_off_within_a_cell_is_no_whole_one(end: str) -> None:
    """It may be half of a number; what is closed, or behind the table, is whole."""
    rows = "<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>"
    (broken,) = html.read(f"{rows}{end}23".encode()).blocks
    (closed, text) = html.read(f"{rows}{end}23</td></tr></table>45".encode()).blocks
    (within,) = html.read(f"{rows}{end}23</t".encode()).blocks
    assert isinstance(broken, Grid)
    assert isinstance(closed, Grid)
    assert isinstance(within, Grid)
    assert ["23\ufffd", "23", "23"] == [grid.texts()[1][1] for grid in (broken, closed, within)]
    assert "45" == getattr(text, "text", "")
