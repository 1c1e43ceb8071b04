"""Markdown: that every text stays what it is, and that tables and texts are read back."""

from functools import partial
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counted import steps_of
from gov_disclosure.document import Block, Cell, Document, Grid, Heading, Paragraph, Picture
from gov_disclosure.errors import CannotWrite, UnreadableSource
from gov_disclosure.formats import markdown
from gov_disclosure.layout import lay_out
from gov_disclosure.report import Report
from gov_disclosure.tables import ProactiveTable, RequestMatrix, ReviewLitigationTable
from strategies import reports, texts


def written(*blocks: Block) -> str:
    """Write a document of some blocks."""
    return markdown.write(Document(blocks))


def read(*lines: str) -> list[Block]:
    """Read some lines, leaving out empty paragraphs."""
    return [block for block in markdown.read("\n".join(lines).encode()).blocks if block != Paragraph("")]


def read_grid(*lines: str) -> tuple[tuple[str, ...], ...]:
    """Read one table."""
    (grid,) = read(*lines)
    assert isinstance(grid, Grid)
    return grid.texts()


# ---- writing


def test_headings_have_as_many_signs_as_their_level() -> None:
    """The title has one, and there are no more than six."""
    assert "# 报告\n\n## 一、总体情况\n\n### （一）\n\n###### 深\n" == written(
        Heading(0, "报告"), Heading(1, "一、总体情况"), Heading(2, "（一）"), Heading(9, "深")
    )


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("\\# 1", "# 1"),
        ("\\- 3", "- 3"),
        ("\\+10", "+10"),
        ("\\==", "=="),
        ("1\\. 规章", "1. 规章"),
        ("1.规章", "1.规章"),
        ("2\\) 文件", "2) 文件"),
        ("(3\\) 其他", "(3) 其他"),
        ("a\\. b", "a. b"),
        ("1\\.", "1."),
        ("\\% 3", "% 3"),
        ("\\> 3", "> 3"),
        ("a\\_b\\*c", "a_b*c"),
        ("\\<b\\>\\&", "<b>&"),
        ("\\[x\\](y)", "[x](y)"),
        ("\\|", "|"),
        ("\\`\\~\\$\\^\\@\\{\\}", "`~$^@{}"),
        ("http\\://a.cn www\\.b.cn", "http://a.cn www.b.cn"),
        ("12.5，3:4", "12.5，3:4"),
        ("a\\--b\\..c", "a--b..c"),
        ("\\\\", "\\"),
    ],
)
def test_nothing_in_a_paragraph_is_markup(line: str, text: str) -> None:
    """Only what would mean something gets a backslash, and lists and rules get none at all."""
    assert f"{line}\n" == written(Paragraph(text))


def test_the_proactive_table_is_a_table_for_each_clause() -> None:
    """The caption is bold, figures are right-aligned, blanks are empty."""
    table = ProactiveTable.of(rules={"issued": 3}, penalties=None)
    assert (
        "**第二十条第（一）项**\n"
        "\n"
        "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"
        "| --- | ---: | ---: | ---: |\n"
        "| 规章 | 3 | 0 | 0 |\n"
        "| 行政规范性文件 | 0 | 0 | 0 |\n"
        "\n"
        "**第二十条第（五）项**\n"
        "\n"
        "| 信息内容 | 本年处理决定数量 |\n"
        "| --- | ---: |\n"
        "| 行政许可 | 0 |\n"
        "\n"
        "**第二十条第（六）项**\n"
        "\n"
        "| 信息内容 | 本年处理决定数量 |\n"
        "| --- | ---: |\n"
        "| 行政处罚 |  |\n"
        "| 行政强制 | 0 |\n"
    ) == table.to_markdown().partition("\n\n**第二十条第（八）项**")[0] + "\n"


def test_rows_name_the_group_they_stand_in() -> None:
    """A group inside of a group is named, one at the top only parts the table."""
    lines = RequestMatrix.of(received={"commercial": 2}).to_markdown().splitlines()
    assert [
        "| 一、本年新收政府信息公开申请数量 | 0 | 2 | 0 | 0 | 0 | 0 | 2 |",
        "| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |",
        "| （一）予以公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |",
        "| （二）部分公开（区分处理的，只计这一情形，不计其他情形） | 0 | 0 | 0 | 0 | 0 | 0 | 0 |",
        "| （三）不予公开 / 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |",
    ] == lines[2:7]


def test_the_review_table_has_a_row_for_each_procedure() -> None:
    """Fifteen columns cannot be read, so it is turned."""
    assert (
        "| 项目 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n"
        "| --- | ---: | ---: | ---: | ---: | ---: |\n"
        "| 行政复议 | 1 | 0 | 0 | 0 | 1 |\n"
        "| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |\n"
        "| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |\n"
    ) == ReviewLitigationTable.of(reconsideration={"upheld": 1}).to_markdown()


def test_a_foreign_table_has_its_first_row_as_head() -> None:
    """Markdown has no table without a head; line breaks and bars in cells are kept."""
    assert "| 项目 | 数量 |\n| --- | --- |\n| a\\|b | c<br>d |\n" == written(
        Grid.of_rows([["项目", "数量"], ["a|b", "c\nd"]])
    )


def test_a_foreign_table_with_merged_cells_is_html() -> None:
    """Pipe tables have none."""
    assert written(Grid.of_cells([Cell(0, 0, "<甲>", 1, 2), Cell(1, 0), Cell(1, 1)])).startswith("<table")


def test_html_tables_hold_nothing_that_pandoc_takes_for_markdown() -> None:
    """Marks of Markdown are entities there."""
    text = markdown.write(Document((Grid.of_rows([["*a*", "1. b"]]),)), tables="html")
    assert (True, True) == ("&#42;a&#42;" in text, "1&#46; b" in text)


def test_html_tables_of_the_form_have_merged_cells() -> None:
    """The faithful table is one for all clauses."""
    assert 'rowspan="8"' in RequestMatrix.blank().to_markdown(tables="html")


@pytest.mark.parametrize(
    ("target", "reference"),
    [("a/b-1.png", "a/b-1.png"), ("<a b.png>", "a b.png"), ("<a\\>\\&\\\\.png>", "a>&\\.png"), ("<>", "")],
)
def test_pictures_say_where_they_are(target: str, reference: str) -> None:
    """A reference that is no plain path stands in angle brackets."""
    assert f"![]({target})\n" == written(Picture(reference))


def test_an_empty_table_leaves_no_trace() -> None:
    """There is nothing to write."""
    assert "a\n" == written(Grid.of_rows([]), Paragraph("a"))


def test_another_kind_of_table_is_refused() -> None:
    """The error says which kinds there are."""
    with pytest.raises(CannotWrite, match="pipe html"):
        markdown.write(Document(()), tables="grid")  # type: ignore[arg-type]  # what is tested


# ---- reading


def test_headings_are_read_with_their_levels() -> None:
    """Both kinds of heading; a sign without a space makes none."""
    assert [Heading(0, "报告"), Heading(1, "一、#1"), Heading(0, "题目"), Heading(1, "部分"), Paragraph("#3")] == read(
        "# 报告 #", "", "##  一、\\#1", "题目", "===", "部分", "---", "#3"
    )


def test_an_empty_heading_leaves_no_trace() -> None:
    """Nothing is said by it."""
    assert [Paragraph("a")] == read("##", "a")


def test_rules_and_fences_part_paragraphs() -> None:
    """They are only marks; below several lines a rule is a rule."""
    assert [Paragraph("甲乙"), Paragraph("丙"), Paragraph("丁")] == read("甲", "乙", "---", "丙", "```", "丁", "* * *")


def test_lines_of_a_paragraph_are_joined() -> None:
    """As in plain text: a space between ASCII only."""
    assert [Paragraph("公开信息 a b")] == read("公开", "信息 a", "b")


def test_empty_lines_are_empty_paragraphs() -> None:
    """Pages that lost their tables count them."""
    assert (Paragraph("a"), Paragraph(""), Paragraph(""), Paragraph("b")) == markdown.read(b"a\n\n\nb").blocks


@pytest.mark.parametrize("end", ["  ", "\\", "<br>"])
def test_hard_breaks_end_paragraphs(end: str) -> None:
    """Where a line is meant to end a text ends."""
    assert [Paragraph("甲"), Paragraph("乙")] == read("甲" + end, "乙")


def test_an_escaped_backslash_at_the_end_breaks_nothing() -> None:
    """Two backslashes are one character."""
    assert [Paragraph("甲\\乙")] == read("甲\\\\", "乙")


def test_items_of_lists_are_paragraphs() -> None:
    """A bullet is markup, a number may be the number of a row of the form."""
    assert [Paragraph("甲"), Paragraph("乙丙"), Paragraph("1. 丁"), Paragraph("2) 戊")] == read(
        "- 甲", "* 乙", "  丙", "1. 丁", "2) 戊"
    )


def test_quotations_are_paragraphs() -> None:
    """The mark of a quotation is no text."""
    assert [Paragraph("甲乙")] == read("> 甲", "> 乙")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a b c d", "**a** *b* __c__ _d_"),
        ("abc", "***a***~~b~~**c**"),
        ("a b c", "**a *b* c**"),
        ("a_b_c ____ 3 * 4", "a_b_c ____ 3 * 4"),
        ("*a* _b_", "\\*a\\* \\_b\\_"),
        ("a*b*", "`a*b*`"),
        ("& < > *", "&amp; &lt; &#62; &#42;"),
        ("&nope; a", "&nope; a"),
        ("链接 http://a.cn", "[链接](http://b.cn 'x') <http://a.cn>"),
        ("粗体", "<b>粗</b><!-- 无 -->体"),
        ("中文", "<i>中</i>\n<i>文</i>"),
    ],
)
def test_markup_in_a_paragraph_goes(text: str, line: str) -> None:
    """Emphasis, code, links and tags leave their texts."""
    assert [Paragraph(text)] == read(line)


@pytest.mark.parametrize("line", ["![图](a.png 'x')", "![](<a.png>)", '<img alt="" src="a.png" width=3>'])
def test_pictures_are_read(line: str) -> None:
    """A picture inside of a paragraph parts it."""
    assert [Paragraph("甲"), Picture("a.png"), Paragraph("乙")] == read(f"甲{line}乙")


def test_pipe_tables_are_read() -> None:
    """Cells are unescaped, breaks in them are joined, rows may differ in length."""
    assert (("项目", "数量"), ("a|b", "商业企业"), ("c", "")) == read_grid(
        "| **项目** | 数量 |", "| :-- | --: |", "| a\\|b | 商业<br>企业 |", "| c |"
    )


@pytest.mark.parametrize("rule", ["|---|---|", "|-|-|", ":-- | --:", "--- | ---"])
def test_tables_are_known_by_the_rule_below_the_head(rule: str) -> None:
    """With or without bars at its ends."""
    assert (("甲", "乙"), ("1", "2")) == read_grid("甲 | 乙", rule, "1 | 2")


def test_a_table_of_one_column_is_read() -> None:
    """It has bars at its ends, or it would be a heading."""
    assert (("甲",), ("1",)) == read_grid("| 甲 |", "| --- |", "| 1 |")


def test_a_table_ends_where_the_bars_end() -> None:
    """Prose below a table is none of its rows."""
    assert Paragraph("无。") == read("前言", "| 甲 |", "| --- |", "| 1 |", "无。")[-1]


@pytest.mark.parametrize("line", ["规章 | 3 | 0 |", "| | 2.其他 | - |", "- |", "|", "| - | - | - |", "|||"])
def test_bars_without_a_rule_stay_as_they_are(line: str) -> None:
    """They are layouts of published pages, and their bars count."""
    assert [Paragraph("规章 | 0 |"), Paragraph(line), Paragraph("b |")] == read("规章 | 0 |", line, "b |")


def test_html_tables_are_read() -> None:
    """With their merged cells, empty lines in them or not, and tables in them."""
    (grid, after) = read("<table>", "<tr><td colspan=2>甲</td></tr>", "", "<tr><td>1<td>2</tr></TABLE>", "乙")
    assert isinstance(grid, Grid)
    assert ((("甲", ""), ("1", "2")), Paragraph("乙")) == (grid.texts(), after)


@pytest.mark.parametrize(
    "around", ["<html><body>{}</body></html>", "<div align=center>{}</div>", "<center> {}</center>"]
)
def test_html_tables_within_elements_are_read(around: str) -> None:
    """So programs write them that make Markdown of documents."""
    (grid, after) = read(around.format("<table><tr><td colspan=2>甲<tr><td>1<td>2</table>"), "", "乙")
    assert isinstance(grid, Grid)
    assert ((("甲", ""), ("1", "2")), Paragraph("乙")) == (grid.texts(), after)


def test_an_html_table_that_never_ends_takes_one_block_of_lines() -> None:
    """The rest of the document is not swallowed."""
    (grid, heading) = read("<table><tr><td>甲", "", "# 乙")
    assert isinstance(grid, Grid)
    assert ((("甲",),), Heading(0, "乙")) == (grid.texts(), heading)


def test_bytes_that_are_no_text_are_refused() -> None:
    """As in every format of text."""
    with pytest.raises(UnreadableSource, match="PDF"):
        markdown.read(b"%PDF-1.7")


# ---- reading what was written


def comparable(block: Block) -> object:
    """Tell what must come back of a block that is no table of the form."""
    if isinstance(block, Grid):
        return block.texts()
    return block.text if isinstance(block, Paragraph) else block


def figures(grid: Grid) -> list[list[str]]:
    """Give the figures of a table of the form in order, row by row."""
    return [
        [grid.values[slot] for slot in row.slots]
        for outline in grid.frame.outlines
        for row in outline.rows
        if row.slots
    ]


@settings(max_examples=40, deadline=None)
@given(reports())
def test_pipe_documents_are_read_back(report: Report) -> None:
    """Every block comes back, a table of the form as one table a clause with all figures in order."""
    document = lay_out(report)
    blocks = read(markdown.write(document))
    places = count()
    for block in document.blocks:
        if not (isinstance(block, Grid) and block.frame.outlines):
            assert comparable(block) == comparable(blocks[next(places)])
            continue
        rows: list[list[str]] = []
        for outline in block.frame.outlines:
            if outline.caption:
                assert Paragraph(outline.caption) == blocks[next(places)]
            grid = blocks[next(places)]
            assert isinstance(grid, Grid)
            rows += [list(row[1:]) for row in grid.texts()[1:]]
        assert figures(block) == rows
    assert len(blocks) == next(places)


@settings(max_examples=40, deadline=None)
@given(reports())
def test_html_table_documents_are_read_back(report: Report) -> None:
    """Every block comes back, and every table with every text in its place."""
    document = lay_out(report)
    blocks = read(markdown.write(document, tables="html"))
    assert list(map(comparable, document.blocks)) == list(map(comparable, blocks))


@settings(max_examples=200)
@given(texts(12), st.integers(0, 4))
def test_a_text_is_the_same_to_another_reader(text: str, level: int) -> None:
    """A reader that others wrote finds the text and nothing else, in paragraphs, headings and cells."""
    parser = pytest.importorskip("markdown_it").MarkdownIt("gfm-like", {"linkify": False})
    source = written(Paragraph(text), Heading(level, text), Grid.of_rows([[text], [text]]))
    found = []
    for token in parser.parse(source):
        if token.type == "inline":
            assert {"text", "text_special", "html_inline"} >= {child.type for child in token.children}
            found.append("".join(child.content for child in token.children))
    assert [text] * 4 == found


def test_links_in_an_html_table_are_kept() -> None:
    """A table for the layout loses nothing that it holds, many links below one another either."""
    links = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in "甲乙丙丁戊己")
    found = read(f"<table><tr><td><p>目录</p><ul>{links}</ul><table><tr><td>内</td></tr></table></td></tr></table>")
    assert set("甲乙丙丁戊己") <= {block.text for block in found if isinstance(block, Paragraph)}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("~~7~~12", "7\u033612"), ("<s>7</s>12", "7\u033612"), ("<del>7</del>12", "12"), ("12<sup>3</sup>", "12³")],
)
def test_what_is_struck_out_or_raised_joins_no_number(cell: str, expected: str) -> None:
    """A stroke and a raised digit are kept; what was deleted is not there."""
    assert (("甲", "乙"), ("丙", expected)) == read_grid("| 甲 | 乙 |", "| --- | --- |", f"| 丙 | {cell} |")


def test_a_table_without_bars_at_its_sides_keeps_its_blank_cells() -> None:
    """A bar at the side parts a blank cell where the rule of the table has none there."""
    table = read_grid("甲 | 乙 | 丙", "--- | --- | ---", " | 1 | 2", "丁 | 3 | ", "| 戊 | 4 | 5 |")
    assert (("甲", "乙", "丙"), ("", "1", "2"), ("丁", "3", ""), ("戊", "4", "5")) == table


def test_a_line_with_one_wide_gap_keeps_it() -> None:
    """It is a row of a table, and its figure stands in a column."""
    assert [Paragraph("结转下年度继续办理            2")] == read("结转下年度继续办理            2")


@pytest.mark.parametrize("line", ["<table>\n\n", "<table><tr><td>1</td></tr></table>\n\n"])
def test_many_tables_of_html_take_so_much_more(line: str) -> None:
    """Those without an end, too: none looks through all lines behind it."""
    few, many = (steps_of(partial(markdown.read, (line * lines).encode())) for lines in (100, 400))
    assert many < few * 6
