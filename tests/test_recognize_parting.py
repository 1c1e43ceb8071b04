"""Tables that are laid out otherwise than in rows of cells: what is cut, parted and turned, and what is left whole."""

import pytest

from gov_disclosure.document import Block, Document, Grid, Heading, Paragraph
from gov_disclosure.recognize._lines.parting import parted

ROW = "（一）予以公开"
LABELS = ("规章", "行政规范性文件", "行政许可", "行政处罚", "行政强制", "行政事业性收费", "信息内容")
ROWS = (("1", "2", "3"), ("4", "", "6"), ("7", "8", "9"))
HEADERS = ("本年制发件数", "本年废止件数", "现行有效件数", "本年处理决定数量", "第二十条第（一）项", "总计")
TOGETHER = (*HEADERS, *(text for label in LABELS for text in (label, "12", "0")))


def texts(*blocks: Block) -> list[str]:
    """Part a document and give the texts of its paragraphs."""
    return [block.text for block in parted(Document(blocks)).blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("bar", "｜│┃┆¦")
def test_bars_of_other_kinds_are_bars(bar: str) -> None:
    """How a line begins and ends is told from all lines of a source, and so nothing of it is left out here."""
    assert [f"|{ROW}|0|3||12|"] == texts(Paragraph(f"|{ROW}|0|3||12|".replace("|", bar)))


@pytest.mark.parametrize(
    "line",
    [
        f"{ROW},0,3,,12",
        f'"{ROW}","0","3","","12"',
        f"{ROW};0;3;;12",
        f"{ROW}，0，3，，12",
    ],
)
def test_fields_are_parted_by_bars(line: str) -> None:
    """Whatever parts them, a label and figures are the cells of a row, blank ones in their places."""
    assert [f"{ROW} | 0 | 3 |  | 12 |"] == texts(Paragraph(line))


@pytest.mark.parametrize("line", [f"{ROW}：0、3、12", f"{ROW}: 0, 3, 12", f"{ROW}：0 3 12"])
def test_figures_listed_behind_a_label_are_a_row(line: str) -> None:
    """A colon parts the label from its figures."""
    assert [f"{ROW} | 0 | 3 | 12 |"] == texts(Paragraph(line))


@pytest.mark.parametrize(
    "line",
    [
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "全年公开信息12条，其中规章3件，规范性文件4件。",
        "收到申请，答复12件",
        "注：数据截至12月31日",
        "附件:1、名单",
        "规章 | 1,200 | 3",
        "、" * 300,
    ],
)
def test_sentences_labels_and_bars_stay_whole(line: str) -> None:
    """Nothing but labels and figures is parted."""
    assert [line] == texts(Paragraph(line))


def test_a_line_of_headers_is_parted_too() -> None:
    """Fields that are all labels are the head of a table."""
    assert ["信息内容 | 本年制发件数 | 本年废止件数 |"] == texts(Paragraph("信息内容,本年制发件数,本年废止件数"))


def test_cells_in_one_line_are_cut() -> None:
    """A line in which a whole table stands has a line for each cell."""
    assert list(TOGETHER) == texts(Paragraph(" ".join(TOGETHER)))


def test_cells_that_bars_part_in_one_line_keep_blank_ones() -> None:
    """Where bars part the cells, a blank cell is a lone bar."""
    blank = (*TOGETHER, "", "7")
    assert [f"{text} |" if text else "|" for text in blank] == texts(Paragraph("|".join(blank)))


def test_a_table_of_one_row_is_cut_as_a_line_is() -> None:
    """Tabs make a table of what stands in one line."""
    assert [f"{text} |" for text in TOGETHER] == texts(Grid.of_rows([TOGETHER]))


def test_long_text_with_few_labels_stays_whole() -> None:
    """A paragraph with many spaces is no table."""
    text = " ".join(["全年公开信息若干条", "规章", "行政许可"] * 20)
    assert [text] == texts(Paragraph(text))


def test_a_table_on_its_side_is_turned_back() -> None:
    """Where the rows of the form stand side by side, rows and columns change places."""
    side = Grid.of_rows([("", "规章", "行政许可", "行政处罚"), ("本年处理决定数量", "1", "2", "3")])
    (block,) = parted(Document((side,))).blocks
    assert isinstance(block, Grid)
    assert (("", "本年处理决定数量"), ("规章", "1"), ("行政许可", "2"), ("行政处罚", "3")) == block.texts()


def test_what_is_no_table_of_the_form_stays_as_it_is() -> None:
    """Other tables and headings are left alone."""
    blocks = (
        Heading(1, "一、总体情况"),
        Grid.of_rows([("股室", "件数"), ("办公室", "3")]),
        Grid.of_rows([("规章", "3")]),
    )
    assert blocks == parted(Document(blocks)).blocks


@pytest.mark.parametrize("between", ["", "：", " "])
def test_names_of_columns_before_their_figures_are_left_out(between: str) -> None:
    """Pages print them for narrow screens; where all figures of a line have them, one alone is a blank cell."""
    names = ("本年制发件数", "本年废止件数", "现行有效件数")
    rows = [[f"{name}{between}{figure}" for name, figure in zip(names, row, strict=True)] for row in ROWS]
    grid = Grid.of_rows([["信息内容", *names], *(["规章", *row] for row in rows)])
    (read,) = parted(Document((grid,))).blocks
    assert isinstance(read, Grid)
    assert [["信息内容", *names], *(["规章", *row] for row in ROWS)] == list(map(list, read.texts()))


def test_a_name_before_the_figure_of_another_column_stays() -> None:
    """What stands below another name is not known by this one."""
    grid = Grid.of_rows(
        [["信息内容", "本年制发件数", "本年废止件数"], *[["规章", "本年废止件数1", "本年制发件数2"]] * 4]
    )
    assert [grid] == list(parted(Document((grid,))).blocks)
