"""Report to document: the order of the form, headings as printed, figures in their places."""

import pytest

from gov_disclosure import ForeignTable, Mark, Overview, Picture, ProactiveTable, Report, RequestMatrix, Requests
from gov_disclosure.document import Grid, Heading, OutlineRow, Paragraph
from gov_disclosure.layout import lay_out
from gov_disclosure.printed import frame_of, grid_of
from gov_disclosure.rendering import Renderable


@pytest.fixture
def report() -> Report:
    """A report with every kind of content."""
    return Report(
        organization="青禾县林业局",
        year=2023,
        preamble="根据条例编制。",
        overview=["（一）主动公开", "全年公开31条。", ForeignTable([["甲", "乙"]]), Picture("图1.png")],
        requests=Requests("情况如下。", matrix=RequestMatrix.of(received={"natural_person": 1})),
        leftovers="版权所有",
    )


def test_a_report_is_laid_out_in_the_order_of_the_form(report: Report) -> None:
    """Title, preamble, then each part: heading, text, table."""
    kinds = [type(block).__name__ for block in lay_out(report).blocks]
    expected = [
        *("Heading", "Paragraph"),
        *("Heading", "Heading", "Paragraph", "Grid", "Picture"),
        *("Heading", "Grid"),
        *("Heading", "Paragraph", "Grid"),
        *("Heading", "Grid"),
        "Heading",
        "Heading",
    ]
    assert expected == kinds


def test_the_title_is_level_zero_and_parts_are_level_one(report: Report) -> None:
    """Headings tell how deep they stand."""
    levels = [(block.level, block.text) for block in lay_out(report).blocks if isinstance(block, Heading)][:3]
    assert [(0, "青禾县林业局2023年政府信息公开工作年度报告"), (1, "一、总体情况"), (2, "（一）主动公开")] == levels


def test_an_absent_heading_is_not_printed() -> None:
    """A part without heading begins with its text."""
    assert (Paragraph("甲"),) == lay_out(Overview("甲", heading=None)).blocks


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("（一）主动公开", Heading(2, "（一）主动公开")),
        ("(二)依申请公开情况", Heading(2, "(二)依申请公开情况")),
        ("（一）主动公开情况。全年公开31条。", Paragraph("（一）主动公开情况。全年公开31条。", 10)),
        ("（一）主动公开情况。", Paragraph("（一）主动公开情况。")),
        ("全年公开31条。", Paragraph("全年公开31条。")),
        ("（注）主动公开", Paragraph("（注）主动公开")),
        ("（一）" + "长" * 29, Paragraph("（一）" + "长" * 29)),
    ],
)
def test_numbered_lines_are_subheadings(text: str, block: Heading | Paragraph) -> None:
    """A short numbered line is a sub-heading; one with a sentence behind it runs into the text."""
    assert block == lay_out(Overview(text)).blocks[1]


def test_the_leftovers_are_not_printed(report: Report) -> None:
    """What did not belong to the report is kept, but not issued."""
    assert "版权所有" not in str(lay_out(report))


def test_the_document_says_what_it_is(report: Report) -> None:
    """Title, organ, year and edition go with the document."""
    expected = {"title": report.title, "organization": "青禾县林业局", "year": "2023", "edition": "2021"}
    assert expected == dict(lay_out(report).properties)


def test_unknown_properties_are_left_out() -> None:
    """What is not known is not said."""
    assert ["title", "edition"] == [name for name, _ in lay_out(Report()).properties]


def test_figures_stand_in_their_slots() -> None:
    """Numbers, marks and blanks are printed each in its own way."""
    table = ProactiveTable.blank().with_cells({"rules.issued": 0, "rules.repealed": Mark("/"), "fees.amount": "1.50"})
    assert ("0", "/", "", "1.50") == (*grid_of(table).values[:3], grid_of(table).values[-1])


def test_a_table_alone_is_one_grid() -> None:
    """A table can be printed without its part."""
    table = RequestMatrix.of()
    assert (grid_of(table),) == lay_out(table).blocks


def test_one_frame_serves_all_reports() -> None:
    """The frame of a table is made once."""
    grids = [block for block in lay_out(Report()).blocks if isinstance(block, Grid)]
    assert [frame_of(table.form) for table in Report().tables] == [grid.frame for grid in grids]


def test_the_outline_indents_groups() -> None:
    """As a list, a group is a row without figures and what is under it is indented."""
    (outline,) = frame_of(RequestMatrix.blank().form).outlines
    rows = [row for row in outline.rows if row.label in {"三、本年度办理结果", "（三）不予公开", "1.属于国家秘密"}]
    expected = [
        OutlineRow(0, "三、本年度办理结果"),
        OutlineRow(1, "（三）不予公开"),
        OutlineRow(2, "1.属于国家秘密", tuple(range(28, 35))),
    ]
    assert expected == rows


def test_the_outline_has_every_figure() -> None:
    """As lists, the blocks of a table have all its cells in order."""
    table = ProactiveTable.blank().form
    slots = [slot for outline in frame_of(table).outlines for row in outline.rows for slot in row.slots]
    assert list(range(len(table.places))) == slots


def test_the_outline_keeps_captions_and_heads() -> None:
    """Each block of a table is a list under its caption."""
    heads = [(outline.caption, outline.head) for outline in frame_of(ProactiveTable.blank().form).outlines]
    assert ("第二十条第（八）项", ("本年收费金额（单位：万元）",)) == heads[-1]


def test_what_has_no_layout_is_refused() -> None:
    """Only reports, parts and tables can be laid out."""
    with pytest.raises(TypeError, match="Renderable has no layout"):
        lay_out(Renderable())
