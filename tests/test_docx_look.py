"""The look of a written DOCX: GB/T 9704-2012 and what offices do where it is silent."""

import re

import pytest
from lxml.etree import fromstring

from docx_cases import report, written
from docx_checker import TYPE_AREA, W, elements, faults, part, values
from gov_disclosure.cells import Mark
from gov_disclosure.document import Cell, Frame, Grid, Heading, Paragraph, Picture, Role
from gov_disclosure.formats import docx
from gov_disclosure.tables import RequestMatrix


@pytest.mark.parametrize(
    ("properties", "day"),
    [
        ({"year": "2023"}, "2023-12-31"),
        ({"year": "2023", "published": "2024-01-20"}, "2024-01-20"),
        ({"published": "2024-01-20T08:00:00+08:00"}, "2024-01-20"),
        ({"year": "不详", "published": "今日"}, "1980-01-01"),
        ({}, "1980-01-01"),
    ],
)
def test_the_time_of_a_file_is_that_of_its_report(properties: dict[str, str], day: str) -> None:
    """A file is of the day of publication, else of the last day of its year, else of no real day."""
    core = part(written(Paragraph("正文"), **properties), "docProps/core.xml")

    assert [f"{day}T00:00:00Z"] * 2 == re.findall(r"[\d-]{10}T[\d:]{8}Z", core)


TITLES = [
    ("青禾县农田与水利管理局", "2023年政府信息公开工作年度报告", 1),
    ("青禾县人民政府办公室（青禾县外事和大数据管理局）", "2023年政府信息公开工作年度报告", 2),
    ("青禾县", "2023年政府信息公开工作年度报告", 0),
    ("Qinghe", "2023年政府信息公开工作年度报告（征求意见稿之一）", 0),
    ("", "青禾县农田与水利管理局二〇二三年政府信息公开工作年度报告", 0),
    ("", "2023年青禾县农田与水利管理局政府信息公开工作年度报告", 0),
]


@pytest.mark.parametrize(("organ", "rest", "breaks"), TITLES)
def test_a_long_title_breaks_after_the_name_of_the_organ(organ: str, rest: str, breaks: int) -> None:
    """A title of more than a line breaks after the organ, unless reading it again would change it."""
    data = written(Heading(0, organ + rest), organization=organ)

    assert breaks == len(list(elements(data, "br")))
    assert (Heading(0, organ + rest),) == docx.read(data).blocks


@pytest.mark.parametrize("year", ["2019年", "2019年度"])
def test_a_year_may_stand_before_the_name_at_which_a_title_breaks(year: str) -> None:
    """Some organs begin their titles with the year."""
    data = written(
        Heading(0, f"{year}青禾县农田与水利管理局政府信息公开工作年度报告"), organization="青禾县农田与水利管理局"
    )

    assert f"<w:t>{year}青禾县农田与水利管理局</w:t><w:br/>" in part(data)


def test_a_long_title_that_names_another_organ_does_not_break() -> None:
    """Only the organ at the start of the title is a place to break."""
    data = written(Heading(0, "关于青禾县农田与水利管理局年度报告的公告全文"), organization="青禾县")

    assert [] == list(elements(data, "br"))


def test_a_heading_that_runs_into_its_paragraph_has_its_own_style() -> None:
    """The lead of a paragraph is set in 楷体 by a character style."""
    data = written(Paragraph("（一）主动公开情况。全年公开。", 10))

    assert ["RunInHeading"] == values(data, "rStyle")
    assert ["（一）主动公开情况。", "全年公开。"] == [element.text for element in elements(data, "t")]


def spacing(data: bytes) -> list[tuple[str | None, str | None]]:
    """Give the space above and below of each paragraph outside of tables."""
    body = fromstring(part(data).encode())[0]
    found = [paragraph.find(f"{W}pPr/{W}spacing") for paragraph in body.iter(f"{W}p") if paragraph.getparent() is body]
    return [(None, None) if s is None else (s.get(f"{W}before"), s.get(f"{W}after")) for s in found]


def test_what_stands_beside_a_table_keeps_its_distance() -> None:
    """Before a table there are 6 points, after it 12; elsewhere none."""
    grid = Grid.of_rows([["甲"]])

    data = written(Heading(1, "一"), Heading(1, "二"), grid, Heading(1, "三"), grid, Paragraph("四"))

    assert [(None, None), (None, "120"), ("240", "120"), ("240", None)] == spacing(data)


def test_two_tables_do_not_touch() -> None:
    """Word makes one table of two that touch, so a small paragraph parts them."""
    grid = Grid.of_rows([["甲"]])
    data = written(grid, grid)

    assert [1, 1] == [len(list(table.iter(f"{W}tr"))) for table in elements(data, "tbl")]
    assert (grid, grid) == docx.read(data).blocks


def test_a_picture_is_said_in_words() -> None:
    """A picture is a reference, and the paper says so."""
    assert ["［图片：word/media/image1.png］"] == [
        element.text for element in elements(written(Picture("word/media/image1.png")), "t")
    ]


def test_a_table_is_captioned_by_the_heading_over_it() -> None:
    """Who hears the document instead of seeing it is told what a table is about."""
    data = written(Grid.of_rows([["甲"]]), Heading(1, "二、主动"), Grid.of_rows([["乙"]]), title="年度报告")

    assert ["年度报告", "二、主动"] == values(data, "tblCaption")


def sizes(data: bytes, table: int) -> set[str]:
    """Give what the styles of a table's paragraphs end with: the type size in half points, if it is not the usual."""
    found = list(elements(data, "tbl"))[table]
    return {re.sub(r"\D", "", str(style.get(f"{W}val"))) for style in found.iter(f"{W}pStyle")}


@pytest.mark.parametrize(
    ("figure", "proactive", "requests", "review"),
    [(12, "", "18", ""), (12345, "", "18", "18"), (123456, "", "18", "17"), (12345678, "", "17", "13")],
)
def test_long_figures_make_the_type_of_the_whole_table_smaller(
    figure: int, proactive: str, requests: str, review: str
) -> None:
    """A figure never breaks: the whole table is set smaller by steps, and only that table."""
    data = report(figure=figure).to_docx()

    assert [{proactive}, {requests}, {review}] == [sizes(data, table) for table in (2, 3, 4)]


def test_figures_of_a_broader_font_make_the_type_smaller_too() -> None:
    """A digit of Courier New is as wide as six tenths of its height, and five of them stand in one line."""
    data = report(figure=12345).to_docx(fonts={"latin": "Courier New"})
    (size,) = map(int, sizes(data, 4))

    assert size < 18
    assert 5 * 0.6 * size * 10 <= min(columns(data, 4)) - 2 * 28


def columns(data: bytes, table: int) -> list[int]:
    """Give the widths of a table's columns in twips."""
    return [int(column.get(f"{W}w", "0")) for column in list(elements(data, "tbl"))[table].iter(f"{W}gridCol")]


@pytest.mark.parametrize(
    ("figure", "margins", "least"),
    [
        (123456, (37, 26, 35, 28), 18),
        (12345678, (37, 26, 35, 28), 17),
        (123456789, (37, 26, 35, 28), 16),
        (12, (37, 50, 35, 50), 16),
        (123456, (37, 50, 35, 50), 14),
        (12345678, (37, 50, 35, 50), 13),
    ],
)
def test_labels_give_way_before_figures_break(figure: int, margins: tuple[int, ...], least: int) -> None:
    """The column of labels loses what figures need, and the table stays whole and legible."""
    data = report(figure=figure).to_docx(margins=margins)
    (size,) = {int(found) for found in sizes(data, 3)}
    room = min(columns(data, 3)[3:]) - 2 * 28

    assert least == size
    assert len(str(figure)) * size * 5 <= room
    assert TYPE_AREA - 10 * (sum(margins[1::2]) - 54) * 5.669 == pytest.approx(sum(columns(data, 3)), abs=2)
    assert heights(data, 3) <= 12756 - 920 - 600


def test_labels_stand_at_the_left_in_a_narrow_column_too() -> None:
    """A column that the form prints broad has its labels at the left wherever it gives way."""
    found = {str(style) for style in values(report().to_docx(margins=(37, 50, 35, 50)), "pStyle")}

    assert "TableLabel16" in found


def heights(data: bytes, table: int) -> int:
    """Add up the least heights of a table's rows in twips."""
    found = list(elements(data, "tbl"))[table]
    return sum(int(row.get(f"{W}val", "0")) for row in found.iter(f"{W}trHeight"))


@pytest.mark.parametrize("edition", [2019, 2021])
@pytest.mark.parametrize("figure", [0, 12345, 123456])
def test_the_request_table_fills_its_page(edition: int, figure: int) -> None:
    """With its heading (46 points) the table takes the page of 225 mm but for 30 points."""
    page, heading, reserve = 12756, 920, 600
    rows = 26 if edition == 2019 else 28

    assert 0 <= page - heading - reserve - heights(report(edition, figure=figure).to_docx(), 3) < rows


def test_a_mark_makes_its_row_higher_and_the_table_stays_whole() -> None:
    """A long remark in a narrow cell wraps; the type shrinks until the table stands on a page."""
    remark = Mark("二十二件（其中修订十六件，另有六件转办）" * 2)
    data = report().with_cells({"requests.received.natural_person": remark}).to_docx()

    assert {"16"} == sizes(data, 3)
    assert heights(data, 3) <= 12756 - 920 - 600


def test_a_table_that_no_size_fits_takes_the_smallest() -> None:
    """A figure wider than its cell at every size is set in the smallest, and the file is still sound."""
    huge = report(figure=10**15).to_docx()

    assert {"12"} == sizes(huge, 4)
    assert [] == faults(huge)


def test_a_printed_table_longer_than_a_page_keeps_its_type() -> None:
    """What cannot stand on one page breaks between rows, its head with the row below."""
    cells = [Cell(0, 0, "表头", role=Role.HEADER), *(Cell(row, 0, "数") for row in range(1, 120))]
    data = written(Grid(Frame(120, 1, tuple(cells), widths=(156.0,))))

    assert {""} == sizes(data, 0)
    assert [None] == values(data, "keepNext")


def test_a_foreign_table_spans_the_page_in_equal_columns() -> None:
    """A plain table is as wide as the text, its columns alike, its first row repeated on each page."""
    data = written(Grid.of_rows([["股室", "件数", "备注"], ["办公室", "3", "无"]], headed=True))

    assert [str(TYPE_AREA // 3)] * 3 == [column.get(f"{W}w") for column in elements(data, "gridCol")]
    assert 1 == len(list(elements(data, "tblHeader")))


def test_a_foreign_table_gives_long_texts_more_width() -> None:
    """Where a text needs more than its share of the width, columns are as broad as their texts."""
    over = Cell(0, 0, "各股室办理政府信息公开申请事项一览表", colspan=2)
    long = Cell(1, 1, "对收到的申请逐件登记、逐件会商、逐件答复，没有超期")
    data = written(Grid.of_cells([over, Cell(1, 0, "1"), long]))

    first, second = (int(column.get(f"{W}w", "0")) for column in elements(data, "gridCol"))
    assert TYPE_AREA == first + second
    assert first < second / 4


def test_long_texts_of_a_foreign_table_stand_at_the_left() -> None:
    """A text of several lines is read from the left, a short one stands in the middle."""
    data = written(Grid.of_rows([["甲"], ["对收到的申请逐件登记、逐件会商、逐件答复，" * 4]]))

    assert ["TableText", "TableLabel", "TableGap"] == values(data, "pStyle")


def test_an_address_in_a_foreign_table_leaves_its_type_as_it_is() -> None:
    """What is longer than any word breaks where its cell ends, and its lines make the row higher."""
    address = "https://www.example.com/xxgk/" + "2024" * 12
    data = written(Grid.of_rows([["甲", "乙", "丙", "丁"], ["1", address, "3", "各股室办理情况" * 20]]))

    assert {""} == sizes(data, 0)


def test_narrow_headers_break_where_the_form_breaks_them() -> None:
    """商业|企业 stands on two lines, 自然人 on one, and the note on the balance breaks after its comma."""
    text = part(report().to_docx())

    assert "<w:t>商业</w:t><w:br/><w:t>企业</w:t>" in text
    assert "<w:t>自然人</w:t>" in text
    assert "第一项加第二项之和，</w:t><w:br/><w:t>等于第三项加第四项之和）</w:t>" in text


def test_a_blank_cell_holds_nothing() -> None:
    """A blank is no 0 and no space: its paragraph has no run."""
    data = RequestMatrix.blank().to_docx()
    last = list(elements(data, "tc"))[-1]

    assert [] == list(last.iter(f"{W}r"))


def test_equal_documents_give_equal_bytes() -> None:
    """The same report gives the same bytes again, whatever was written in between."""
    first = report().to_docx()
    report(2019, figure=99999).to_docx()

    assert first == report().to_docx()
