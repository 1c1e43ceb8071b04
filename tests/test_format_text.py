"""Plain text: how it reads, and that everything in it can be read back."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import gov_disclosure as gd
from gov_disclosure.cells import Mark
from gov_disclosure.columns import join_lines, width_of
from gov_disclosure.document import Block, Cell, Document, Grid, Heading, Paragraph, Picture, Role
from gov_disclosure.errors import CannotWrite, UnreadableSource
from gov_disclosure.formats import text
from gov_disclosure.formats._boxes import STYLES, draw
from gov_disclosure.formats._lists import list_of
from gov_disclosure.formats._unboxing import unbox
from gov_disclosure.layout import lay_out
from gov_disclosure.printed import grid_of
from gov_disclosure.report import Report
from gov_disclosure.tables import ProactiveTable, RequestMatrix, ReviewLitigationTable
from strategies import reports, texts

Frame = Literal["list", "ascii", "unicode"]


def written(*blocks: Block, width: int = 80, frame: Frame = "list") -> str:
    """Write a document of some blocks."""
    return text.write(Document(blocks), width=width, frame=frame)


def drawn(*lines: str) -> Grid:
    """Read one drawn table."""
    (grid,) = text.read("\n".join(lines).encode()).blocks
    assert isinstance(grid, Grid)
    return grid


def shapes(grid: Grid) -> list[tuple[int, int, int, int]]:
    """Give the place and the spans of every cell."""
    return [(cell.row, cell.column, cell.rowspan, cell.colspan) for cell in grid.frame.cells]


# ---- writing


def test_a_title_stands_in_the_middle() -> None:
    """The title is centred by columns."""
    assert "      年度报告\n" == written(Heading(0, "年度报告"), width=20)


@pytest.mark.parametrize(("length", "breaks"), [(25, False), (26, True), (39, True), (41, False)])
def test_a_long_title_breaks_after_the_name_of_the_organ(length: int, breaks: bool) -> None:
    """Both lines stand in the middle, and are one title when they are read again."""
    report = Report(organization=("青禾县自然资源和规划综合行政执法局" * 3)[-length:], year=2024)
    written = report.to_text()

    assert breaks == (written.splitlines()[1].strip() == "2024年政府信息公开工作年度报告")
    assert length > 40 or report == gd.read(written.encode(), format="text")


def test_headings_of_parts_begin_their_lines() -> None:
    """A heading of a part is not indented, even where it goes on."""
    assert "一、总体\n情况\n" == written(Heading(1, "一、总体情况"), width=8)


def test_headings_among_paragraphs_are_indented_like_them() -> None:
    """A sub-heading looks like a paragraph, as in print."""
    assert "　　（一）主动公开\n" == written(Heading(2, "（一）主动公开"))


def test_paragraphs_are_indented_and_wrapped() -> None:
    """The first line begins with two ideographic spaces, the others do not."""
    assert "　　依法公\n开信息。\n" == written(Paragraph("依法公开信息。"), width=10)


def test_blocks_are_parted_by_an_empty_line() -> None:
    """Every block stands by itself, and an empty paragraph leaves no trace."""
    assert "一、情况\n\n　　无。\n\n［图片：a.png］\n" == written(
        Heading(1, "一、情况"), Paragraph(""), Paragraph("无。"), Picture("a.png")
    )


def test_another_kind_of_frame_is_refused() -> None:
    """The error says which kinds there are."""
    with pytest.raises(CannotWrite, match="list ascii unicode"):
        text.write(Document(()), frame="round")  # type: ignore[arg-type]  # what is tested


def test_the_proactive_table_is_a_list_under_captions() -> None:
    """Each block has its caption, its heads over right-aligned figures, and a sign for a blank."""
    table = ProactiveTable.of(rules={"issued": 3, "in_force": 128}, penalties=None)
    assert (
        "第二十条第（一）项\n"
        "信息内容        本年制发件数  本年废止件数  现行有效件数\n"
        "规章                       3             0           128\n"
        "行政规范性文件             0             0             0\n"
        "\n"
        "第二十条第（五）项\n"
        "信息内容  本年处理决定数量\n"
        "行政许可                 0\n"
        "\n"
        "第二十条第（六）项\n"
        "信息内容  本年处理决定数量\n"
        "行政处罚                 _\n"
        "行政强制                 0\n"
    ) == table.to_text().partition("\n\n第二十条第（八）项")[0] + "\n"


def test_the_request_table_is_an_indented_list() -> None:
    """Groups are rows without figures; figures stand on the last line of a label."""
    lines = RequestMatrix.of(received={"natural_person": 12}).to_text().splitlines()
    assert [
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
        "                                                          社会  法律",
        "                                              商业  科研  公益  服务",
        "                                      自然人  企业  机构  组织  机构  其他  总计",
        "一、本年新收政府信息公开申请数量          12     0     0     0     0     0    12",
        "二、上年结转政府信息公开申请数量           0     0     0     0     0     0     0",
        "三、本年度办理结果",
        "  （一）予以公开                           0     0     0     0     0     0     0",
        "  （二）部分公开（区分处理的，只计这",
        "    一情形，不计其他情形）                 0     0     0     0     0     0     0",
        "  （三）不予公开",
        "    1.属于国家秘密                         0     0     0     0     0     0     0",
    ] == lines[:12]


@pytest.mark.parametrize("width", [60, 80, 100, 120])
@pytest.mark.parametrize("edition", [2019, 2021])
def test_lists_keep_to_the_width(edition: int, width: int) -> None:
    """With figures of a usual size no line is too long."""
    report = Report.blank(organization="青禾县", edition=edition)
    assert all(width_of(line) <= width for line in report.to_text(width=width).splitlines())


def test_the_request_table_takes_about_forty_lines() -> None:
    """The list is short enough for a screen and a half."""
    assert 37 <= len(RequestMatrix.blank().to_text().splitlines()) <= 45


def test_a_long_mark_widens_its_column() -> None:
    """Text in a figure cell is printed whole, whatever the width."""
    table = ReviewLitigationTable.of().with_cells({"reconsideration.upheld": Mark("22（其中修订 16 件）")})
    row = next(line for line in table.to_text(width=40).splitlines() if line.startswith("行政复议"))
    assert ["行政复议", "22（其中修订 16 件）", "0", "0", "0", "0"] == re.split(" {2,}", row)


def test_a_foreign_table_is_drawn_in_a_list_too() -> None:
    """Only tables of the form have an outline to be listed by."""
    assert ("+----+----+\n|项目|数量|\n+----+----+\n|培训|3   |\n+----+----+\n") == written(
        Grid.of_rows([["项目", "数量"], ["培训", "3"]])
    )


def test_merged_cells_are_drawn_merged() -> None:
    """An ASCII frame has a plus inside only where a cell begins."""
    grid = Grid.of_cells(
        [
            Cell(0, 0, "甲", 2, 1, Role.LABEL),
            Cell(0, 1, "乙", 1, 2),
            Cell(1, 1, "丙"),
            Cell(1, 2, "丁", 2),
            Cell(2, 0, "戊", 1, 2),
        ]
    )
    assert ("+--+-----+\n|  |乙   |\n|甲+--+--+\n|  |丙|  |\n+-----|丁|\n|戊   |  |\n+-----+--+\n") == written(
        grid, frame="ascii"
    )


def test_unicode_frames_have_a_sign_for_every_junction() -> None:
    """Rules that end at a merged cell do not run into it."""
    grid = Grid.of_cells([Cell(0, 0, "甲", 2), Cell(0, 1, "乙"), Cell(1, 1, "丙"), Cell(2, 0, "丁", 1, 2)])
    assert ("┌──┬──┐\n│  │乙│\n│甲├──┤\n│  │丙│\n├──┴──┤\n│丁   │\n└─────┘\n") == written(grid, frame="unicode")


def test_wide_tables_are_narrowed_to_the_width() -> None:
    """The column with most to spare gives way first."""
    grid = Grid.of_rows([["编号", "公开工作会议和培训会议"], ["1", "线上"]])
    assert "+----+----------+" == written(grid, width=17).splitlines()[0]


def test_places_without_a_cell_are_drawn_empty() -> None:
    """Rows of different lengths still make a whole frame."""
    assert "+-+-+\n|a|b|\n+-+-+\n|c| |\n+-+-+\n" == written(Grid.of_rows([["a", "b"], ["c"]]))


@settings(max_examples=30)
@given(reports(), st.integers(20, 120), st.sampled_from(sorted(STYLES)))
def test_a_form_filled_in_later_looks_as_if_it_was_drawn_with_its_figures(
    report: Report, width: int, style: str
) -> None:
    """Figures put into a drawing that was made for their lengths stand where they would stand in one of their own."""
    for table in report.tables:
        grid = grid_of(table)
        fixed = tuple(evolve(cell, text=grid.text_of(cell), slot=None) for cell in grid.frame.cells)

        assert draw(Grid(evolve(grid.frame, cells=fixed)), width, STYLES[style]) == draw(grid, width, STYLES[style])


@given(st.lists(st.sampled_from(["0", "7", "12345", "-3", "4068.208", ""]), min_size=24, max_size=24))
def test_figures_that_span_columns_stand_as_if_drawn_with_the_table(values: list[str]) -> None:
    """Where figures of several columns widen a table, the order of the figures decides which columns grow."""
    frame = Grid.of_cells(Cell(row, column, "", 1, 2) for row in range(12) for column in (row % 2, row % 2 + 2)).frame
    cells = [evolve(cell, slot=number, role=Role.VALUE) for number, cell in enumerate(frame.cells)]
    fixed = [evolve(cell, text=value, slot=None) for cell, value in zip(cells, values, strict=True)]

    filled = Grid(evolve(frame, cells=tuple(cells)), tuple(values))

    assert draw(Grid.of_cells(fixed), 40, STYLES["ascii"]) == draw(filled, 40, STYLES["ascii"])


def test_a_table_without_cells_is_not_drawn() -> None:
    """Nothing stands where there is nothing."""
    assert [] == draw(Grid.of_rows([]), 80, STYLES["ascii"])


@pytest.mark.parametrize("frame", ["ascii", "unicode"])
@pytest.mark.parametrize("edition", [2019, 2021])
def test_frames_of_the_form_fit_eighty_columns(edition: int, frame: Frame) -> None:
    """All three tables fit a terminal of the usual width."""
    report = Report.blank(organization="青禾县", edition=edition)
    lines = report.to_text(frame=frame).splitlines()
    assert 80 == max(map(width_of, lines))


# ---- reading


def test_every_line_is_a_paragraph_as_it_stands() -> None:
    """Space before and in a line stays, space behind it goes, empty lines count."""
    assert (Paragraph("  规章  3"), Paragraph(""), Paragraph("　　无。")) == text.read(
        "  规章  3 \r\n\n　　无。".encode()
    ).blocks


def test_form_feeds_end_lines() -> None:
    """Pages of a converted document are parted by form feeds."""
    assert (Paragraph("一"), Paragraph("二")) == text.read("一\f二".encode()).blocks


def test_lines_of_tabbed_fields_are_one_table() -> None:
    """Rows may differ in length, empty fields stay in their places."""
    (grid, after) = text.read("规章\t0 \t\n\t\t2\n行政强制 0".encode()).blocks
    assert isinstance(grid, Grid)
    assert ((("规章", "0", ""), ("", "", "2")), Paragraph("行政强制 0")) == (grid.texts(), after)


def test_tabs_that_indent_prose_part_nothing() -> None:
    """A paragraph that begins with a tab is no table."""
    assert (Paragraph("\t全年公开3条。"), Paragraph("\t无。")) == text.read("\t全年公开3条。\n\t无。".encode()).blocks


def test_a_line_that_names_a_picture_is_one() -> None:
    """It is what the writer makes of a picture."""
    assert (Picture("图 1.png"), Paragraph(""), Paragraph("见［图片：a］")) == text.read(
        "［图片：图 1.png］\n\n见［图片：a］".encode()
    ).blocks


def test_a_paragraph_that_goes_on_with_such_a_line_has_no_picture() -> None:
    """A picture stands by itself."""
    assert (Paragraph("见"), Paragraph("［图片：a］")) == text.read("见\n［图片：a］".encode()).blocks


def test_usual_frames_are_read() -> None:
    """Most programs draw a plus at every junction, and an equals sign below the head."""
    grid = drawn("+---+-----+", "| a | b   |", "+===+=====+", "| c | d   |", "|   | e f |", "+---+-----+")
    assert (("a", "b"), ("c", "d e f")) == grid.texts()


def test_spans_of_usual_frames_are_read() -> None:
    """A cell that no line crosses is merged."""
    grid = drawn("+---+---+", "| a | b |", "|   +---+", "|   | c |", "+---+---+", "| d     |", "+-------+")
    assert [(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1), (2, 0, 1, 2)] == shapes(grid)


def test_double_and_heavy_lines_are_lines() -> None:
    """Every box drawing character says by its name where its lines go."""
    assert (("甲", "乙"),) == drawn("╔══╦══╗", "║甲║乙║", "╚══╩══╝").texts()


def test_frames_for_wide_ambiguous_characters_are_read() -> None:
    """Some editors give box drawing characters and quotes two columns."""
    assert (("“甲”", "1"),) == drawn("┌─────┬──┐", "│“甲”    │1   │", "└─────┴──┘").texts()


def test_accents_of_their_own_take_no_room() -> None:
    """A combining character stands on the one before it."""
    assert (("e\u0301",),) == drawn("+-+", "|e\u0301|", "+-+").texts()


def test_an_indented_frame_is_read() -> None:
    """A drawing may stand in the middle of the page."""
    assert (("甲",),) == drawn("   +--+", "   |甲|", "   +--+").texts()


def test_numbers_below_numbers_are_rows() -> None:
    """Where no rule parts the rows, a number below a number begins a row, for a number is never broken."""
    grid = drawn("+----+---+", "|规章| 3 |", "|文件| 14|", "+----+---+", "|合计|   |", "|件数| 17|", "+----+---+")
    assert (("规章", "3"), ("文件", "14"), ("合计件数", "17")) == grid.texts()


def test_numbers_beside_a_merged_cell_are_not_parted() -> None:
    """Lines are rows only where all cells begin and end together."""
    grid = drawn("+--+--+", "|甲|1 |", "|  |2 |", "|  +--+", "|  |3 |", "+--+--+")
    assert (("甲", "1 2"), ("", "3")) == grid.texts()


@pytest.mark.parametrize(
    "lines",
    [
        ["+--+--+", "|甲|乙|", "+--+-+"],
        ["+--+--+", "|甲 乙|", "+-+---+", "|丙|", "+--+"],
        ["+--+", "|甲|", "|乙|"],
        ["+--+", "+--+", "+--+"],
        ["+--+--+", "|甲|乙|", "x--+--+", "|丙|丁|", "+--+--+"],
        ["+---+"],
        ["+--", "|甲"],
        ["+--+--+", "|甲|乙|", "+  +--+", "|丙 |丁|", "+--+--+"],
    ],
)
def test_a_broken_frame_stays_lines_of_text(lines: list[str]) -> None:
    """What does not come out even is kept as it is."""
    assert [Paragraph(line) for line in lines] == list(text.read("\n".join(lines).encode()).blocks)


def test_a_crossing_text_breaks_a_frame() -> None:
    """Cells that would overlap make no table."""
    assert unbox(["+-+-+", "|a|b|", "+-+ |", "|c  |", "+---+"]) is None


# ---- undecodable


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_usual_encodings_are_told_apart(encoding: str) -> None:
    """UTF-8 with and without its mark, UTF-16 with it, and GB 18030."""
    assert (Paragraph("规章，一件。"),) == text.read("规章，一件。".encode(encoding)).blocks


def test_utf_16_is_known_by_its_mark_whichever_byte_is_first() -> None:
    """The mark tells the order."""
    assert (Paragraph("规章"),) == text.read(b"\xfe\xff" + "规章".encode("utf-16-be")).blocks


def test_a_damaged_byte_does_not_change_the_encoding() -> None:
    """A file of UTF-8 with one bad byte is UTF-8, not garbled GB 18030."""
    start = "行政规范性文件共有十二件，全年公开政府信息三百条。"
    assert (Paragraph(start + "\ufffd完"),) == text.read(start.encode() + b"\xff" + "完".encode()).blocks


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "空"),
        (b" \n", "空"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"GIF89a", "GIF"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04", "DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Word"),
        (b"{\\rtf1", "RTF"),
        (b"abc\0def", "二进制"),
        (bytes(range(128, 256)), "编码"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, found: str) -> None:
    """The error says what the bytes look like."""
    with pytest.raises(UnreadableSource, match=found):
        text.read(data)


# ---- reading what was written


def groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Part blocks at empty lines."""
    for empty, group in groupby(blocks, lambda block: block == Paragraph("")):
        if not empty:
            yield list(group)


def prose(group: list[Block]) -> str:
    """Join the lines of one text."""
    return join_lines(block.text for block in group if isinstance(block, Paragraph))


def expected(block: Block) -> object:
    """Tell what a block should come back as."""
    if isinstance(block, Grid):
        return (block.texts(), shapes(block))
    return block.text if isinstance(block, Heading | Paragraph) else block


def found(group: list[Block]) -> object:
    """Tell what some lines came back as."""
    (first, *rest) = group
    if isinstance(first, Grid | Picture):
        assert not rest
        return expected(first)
    return prose(group)


@settings(max_examples=40, deadline=None)
@given(reports(), st.sampled_from(("ascii", "unicode")), st.integers(40, 120))
def test_framed_documents_are_read_back(report: Report, frame: Frame, width: int) -> None:
    """Headings, paragraphs, pictures, and every table with its merged cells come back."""
    document = lay_out(report)
    read = text.read(text.write(document, frame=frame, width=width).encode())
    assert list(map(expected, document.blocks)) == list(map(found, groups(read.blocks)))


@settings(max_examples=40, deadline=None)
@given(reports(), st.integers(40, 120))
def test_listed_documents_are_read_back(report: Report, width: int) -> None:
    """All but the tables of the form come back as blocks, and the lines of those as lines."""
    document = lay_out(report)
    read = text.read(text.write(document, width=width).encode())
    blocks: list[object] = []
    for block in document.blocks:
        if isinstance(block, Grid) and block.frame.outlines:
            lines = [Paragraph(line) if line else Paragraph("") for line in list_of(block, width)]
            blocks += [prose(group) for group in groups(lines)]
        else:
            blocks.append(expected(block))
    assert blocks == list(map(found, groups(read.blocks)))


@settings(max_examples=40, deadline=None)
@given(reports(), st.integers(30, 120))
def test_listed_figures_stand_at_the_ends_of_lines(report: Report, width: int) -> None:
    """Two spaces or more part the figures of a row, a blank is a sign."""
    for table in report.tables:
        grid = grid_of(table)
        lines = iter(list_of(grid, width))
        for outline in grid.frame.outlines:
            for row in outline.rows:
                figures = [grid.values[slot] or "_" for slot in row.slots]
                assert not figures or any(figures == re.split(" {2,}", line)[-len(figures) :] for line in lines)


@given(st.lists(texts(8), min_size=1, max_size=3), texts(20))
def test_no_continuation_is_taken_for_something_else(names: list[str], body: str) -> None:
    """A paragraph that is full of pictures and frames stays a paragraph."""
    document = Document(tuple(Paragraph(f"{body}［图片：{name}］+---+") for name in names))
    read = text.read(text.write(document, width=24).encode())
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == [
        prose(group) for group in groups(read.blocks)
    ]


def test_a_field_in_quotation_marks_goes_on_over_lines() -> None:
    """A spreadsheet copies a cell of several lines so; a mark in the cell is doubled."""
    (grid,) = text.read('甲\t"商业\n企业"\t"科研\n机""构"\t丁\n"规\n\n章"\t1\t2\t3\n'.encode()).blocks
    assert isinstance(grid, Grid)
    assert (("甲", "商业 企业", '科研 机"构', "丁"), ("规  章", "1", "2", "3")) == grid.texts()


@pytest.mark.parametrize("source", ['甲\t"乙\n丙\n', '甲\t"乙\n丙"丁\n', '"甲\n乙"\n丙\t丁\n', '甲\t乙"丙\n丁"\n'])
def test_a_quotation_mark_that_holds_no_field_joins_no_lines(source: str) -> None:
    """One that nothing closes, or that closes within a word, or that stands in prose, is a letter as others."""
    found = text.read(source.encode()).blocks
    lines = [
        "\t".join(one.texts()[0]) if isinstance(one, Grid) else one.text
        for one in found
        if not isinstance(one, Picture)
    ]
    assert source.splitlines() == lines


def test_the_marks_of_a_quoted_mail_are_no_text() -> None:
    """Most lines have them; what stands behind them keeps its columns."""
    found = text.read("甲写道：\n> 规章    2\n> >  强制  3\n>\n".encode()).blocks
    assert tuple(map(Paragraph, ("甲写道：", "规章    2", " 强制  3", ""))) == found


def test_a_single_mark_of_a_quotation_is_text() -> None:
    """Where few lines have one, it is the author's."""
    assert (Paragraph("> 甲"), Paragraph("乙"), Paragraph("丙")) == text.read("> 甲\n乙\n丙\n".encode()).blocks
