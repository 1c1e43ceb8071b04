"""Reading the tables and pictures of DOCX files as offices' programs write them."""

import pytest

from docx_cases import blocks, cell, paragraph, run, table
from gov_disclosure.document import Block, Grid, Paragraph, Picture


def spans(grid: Block) -> list[tuple[int, int, int, int, str]]:
    """Give the cells of a grid as row, column, rows, columns, text."""
    assert isinstance(grid, Grid)
    return [(c.row, c.column, c.rowspan, c.colspan, grid.text_of(c)) for c in grid.frame.cells]


CONTINUE = '<w:vMerge w:val="continue"/>'
DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
TWO = '<w:gridSpan w:val="2"/>'
TABLES = {
    "plain": ([cell("甲") + cell("1")], [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "1")]),
    "across": (
        [cell("甲", TWO) + cell("乙"), cell("1") + cell("2") + cell("3")],
        [(0, 0, 1, 2, "甲"), (0, 2, 1, 1, "乙"), (1, 0, 1, 1, "1"), (1, 1, 1, 1, "2"), (1, 2, 1, 1, "3")],
    ),
    "down": (
        [cell("甲", DOWN) + cell("1"), cell("不见", ON) + cell("2"), cell("", CONTINUE) + cell("3")],
        [(0, 0, 3, 1, "甲"), (0, 1, 1, 1, "1"), (1, 1, 1, 1, "2"), (2, 1, 1, 1, "3")],
    ),
    "both": (
        [cell("甲", TWO + DOWN) + cell("1"), cell("", TWO + ON) + cell("2")],
        [(0, 0, 2, 2, "甲"), (0, 2, 1, 1, "1"), (1, 2, 1, 1, "2")],
    ),
    "two merges, one below the other": (
        [cell("甲", DOWN), cell("", ON), cell("乙", DOWN), cell("", ON)],
        [(0, 0, 2, 1, "甲"), (2, 0, 2, 1, "乙")],
    ),
    "a merge that continues nothing": ([cell("甲", ON), cell("乙", ON)], [(0, 0, 2, 1, "甲")]),
    "a merge of another width": (
        [cell("甲", TWO + DOWN), cell("乙", ON) + cell("丙")],
        [(0, 0, 1, 2, "甲"), (1, 0, 1, 1, "乙"), (1, 1, 1, 1, "丙")],
    ),
    "a row that begins later": (
        [cell("甲") + cell("乙"), '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell("丙")],
        [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 1, 1, 1, "丙")],
    ),
    "a span that is no number": ([cell("甲", '<w:gridSpan w:val="many"/>')], [(0, 0, 1, 1, "甲")]),
    "a span of nothing": ([cell("甲", '<w:gridSpan w:val="0"/>')], [(0, 0, 1, 1, "甲")]),
    "a span beyond all measure": ([cell("甲", '<w:gridSpan w:val="999999"/>')], [(0, 0, 1, 1, "甲")]),
    "a cell in a control": (
        [f"<w:sdt><w:sdtContent>{cell('甲')}</w:sdtContent></w:sdt>{cell('1')}"],
        [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "1")],
    ),
    "a deleted row": (["<w:trPr><w:del/></w:trPr>" + cell("旧"), cell("新")], [(0, 0, 1, 1, "新")]),
    "a hidden row": (["<w:trPr><w:hidden/></w:trPr>" + cell("密"), cell("公开")], [(0, 0, 1, 1, "公开")]),
    "a cell of two paragraphs": (
        [f"<w:tc>{paragraph(run('商业'))}{paragraph(run('企业'))}</w:tc>"], [(0, 0, 1, 1, "商业企业")],
    ),
    "a cell of two figures": ([f"<w:tc>{paragraph(run('1'))}{paragraph(run('2'))}</w:tc>"], [(0, 0, 1, 1, "1 2")]),
    "a cell with a break": ([f"<w:tc>{paragraph('<w:r><w:t>结果</w:t><w:br/><w:t>维持</w:t></w:r>')}</w:tc>"],
                            [(0, 0, 1, 1, "结果维持")]),
    "a cell with a tab": ([f"<w:tc>{paragraph('<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>')}</w:tc>"],
                          [(0, 0, 1, 1, "甲 乙")]),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), TABLES.values(), ids=TABLES)
def test_a_table_keeps_its_merges(rows: list[str], expected: list[tuple[int, int, int, int, str]]) -> None:
    """Cells come back with their places and spans; no malformed merge loses a text or makes cells overlap."""
    (grid,) = blocks(table(*rows))

    assert expected == spans(grid)


def test_rows_in_a_control_are_read() -> None:
    """A control may wrap whole rows."""
    rows = f"<w:sdt><w:sdtContent><w:tr>{cell('甲')}</w:tr></w:sdtContent></w:sdt>"

    assert [(0, 0, 1, 1, "甲")] == spans(blocks(f"<w:tbl>{rows}</w:tbl>")[0])


def control(content: str, *, unfilled: str = "") -> str:
    """Write a content control, whose content may be what asks for a text."""
    return f"<w:sdt><w:sdtPr>{unfilled}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


UNFILLED, FILLED = "<w:showingPlcHdr/>", '<w:showingPlcHdr w:val="0"/>'


@pytest.mark.parametrize(
    ("row", "texts"),
    {
        "in a paragraph": (f"<w:tc>{paragraph(control(run('12'), unfilled=UNFILLED))}</w:tc>{cell('3')}", ("", "3")),
        "beside text": (
            f"<w:tc>{paragraph(run('约') + control(run('12'), unfilled=UNFILLED))}</w:tc>{cell('3')}",
            ("约", "3"),
        ),
        "around paragraphs": (f"<w:tc>{control(paragraph(run('12')), unfilled=UNFILLED)}</w:tc>{cell('3')}", ("", "3")),
        "around a cell": (control(cell("12"), unfilled=UNFILLED) + cell("3"), ("", "3")),
        "around the one that is filled in": (
            f"<w:tc>{control(paragraph(control(run('12'))), unfilled=UNFILLED)}</w:tc>{cell('3')}",
            ("", "3"),
        ),
        "filled in": (
            f"<w:tc>{paragraph(control(run('12'), unfilled=FILLED))}</w:tc>{cell('3')}",
            ("12", "3"),
        ),
    }.values(),
)
def test_what_asks_for_a_text_is_none(row: str, texts: tuple[str, ...]) -> None:
    """The prompt of a control that is not filled in is no answer, and its cell is blank in its place."""
    (found,) = blocks(table(row))

    assert isinstance(found, Grid)
    assert (texts,) == found.texts()


def test_only_what_stands_in_a_control_asks() -> None:
    """What is said of no control asks for nothing, nor does what follows a long prompt."""
    prompts = control("".join(paragraph(run("请填写")) for _ in range(1001)), unfilled=UNFILLED)
    body = f"{UNFILLED}<w:p><w:pPr>{UNFILLED}</w:pPr>{run('甲')}</w:p>{prompts}{paragraph(run('乙'))}"

    assert (Paragraph("甲"), Paragraph("乙")) == blocks(body)


def test_a_table_that_arranges_tables_is_read_cell_by_cell() -> None:
    """Of a table whose cells hold tables, the paragraphs and inner tables come in their order."""
    inner = table(cell("甲") + cell("1"))
    outer = table(f"<w:tc>{paragraph(run('标题'))}{inner}{paragraph('')}</w:tc>{cell('页脚')}")

    title, grid, foot = blocks(outer)

    assert (Paragraph("标题"), Paragraph("页脚")) == (title, foot)
    assert [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "1")] == spans(grid)


def test_a_table_of_one_cell_in_a_cell_frames_its_text() -> None:
    """The table around it is read as if the text stood there itself."""
    framed = f"<w:tc>{table(cell('12'))}{paragraph('')}</w:tc>"
    assert [(0, 0, 1, 1, "规章"), (0, 1, 1, 1, "12")] == spans(blocks(table(cell("规章") + framed))[0])


def test_tables_nested_as_deep_as_the_parser_allows_are_read() -> None:
    """The deepest nesting that the parser lets through does not exhaust the stack."""
    nested = cell("甲")
    for _ in range(75):
        nested = f"<w:tc>{table(nested)}{paragraph('')}</w:tc>"

    assert [(0, 0, 1, 1, "甲")] == spans(blocks(table(nested))[0])


def test_what_follows_a_long_table_in_its_cell_is_read() -> None:
    """However much a cell holds, what comes after it still stands in the cell and in the table around it."""
    inner = table(*[cell(str(number)) for number in range(1500)])
    outer = table(f"<w:tc>{inner}{paragraph(run('附注'))}</w:tc>{cell('页脚')}")

    grid, *texts = blocks(outer + paragraph(run("正文")))

    assert 1500 == len(spans(grid))
    assert [Paragraph("附注"), Paragraph("页脚"), Paragraph("正文")] == texts


def test_a_table_without_cells_is_nothing() -> None:
    """A table of no cells says nothing."""
    assert () == blocks("<w:tbl><w:tr/></w:tbl><w:tbl/>")


IMAGES = (
    '<Relationship Id="rId7" Type="http://x/image" Target="media/image1.png"/>'
    '<Relationship Id="rId8" Type="http://x/image" Target="/word/media/image2.png"/>'
    '<Relationship Id="rId9" Type="http://x/image" Target="https://qinghe.example/a.png" TargetMode="External"/>'
)
BLIP = '<w:drawing><a:graphic><a:blip r:embed="rId7"/></a:graphic></w:drawing>'
PICTURES = {
    "a drawing": (BLIP, ["word/media/image1.png"]),
    "an absolute name": ('<w:drawing><a:blip r:embed="rId8"/></w:drawing>', ["word/media/image2.png"]),
    "a link": ('<w:drawing><a:blip r:link="rId9"/></w:drawing>', ["https://qinghe.example/a.png"]),
    "an old picture": ('<w:pict><v:shape><v:imagedata r:id="rId7"/></v:shape></w:pict>', ["word/media/image1.png"]),
    "in hidden text": (f"<w:rPr><w:vanish/></w:rPr>{BLIP}", []),
    "in raised text": (f'<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{BLIP}', ["word/media/image1.png"]),
    "nothing known": ('<w:drawing><a:blip r:embed="rId1"/></w:drawing>', []),
    "two versions of one": (
        f"<mc:AlternateContent><mc:Choice>{BLIP}</mc:Choice><mc:Fallback>{BLIP}</mc:Fallback></mc:AlternateContent>",
        ["word/media/image1.png"],
    ),
    "only the older version": (
        f"<mc:AlternateContent><mc:Fallback>{BLIP}</mc:Fallback></mc:AlternateContent>",
        ["word/media/image1.png"],
    ),
    "no version": ("<mc:AlternateContent/>", []),
}


@pytest.mark.parametrize(("content", "references"), PICTURES.values(), ids=PICTURES)
def test_a_picture_is_kept_by_its_reference(content: str, references: list[str]) -> None:
    """Pictures stand after the text of their paragraph, each once."""
    expected = (Paragraph("见图"), *map(Picture, references))

    assert expected == blocks(paragraph(f"{run('见图')}<w:r>{content}</w:r>"), relationships=IMAGES)


def test_a_picture_in_a_cell_follows_its_table() -> None:
    """The text of a cell is its text; its picture is not lost."""
    stamped = paragraph(f"<w:r>{BLIP}</w:r>{run('印章')}")
    found = blocks(table(f"<w:tc>{stamped}</w:tc>"), "", IMAGES)

    assert [(0, 0, 1, 1, "印章")] == spans(found[0])
    assert Picture("word/media/image1.png") == found[1]


def test_a_text_box_follows_its_paragraph_once() -> None:
    """What stands in a text box is read after its paragraph, from one of its two versions."""
    box = f"<w:txbxContent>{paragraph(run('文本框'))}{table(cell('甲'))}</w:txbxContent>"
    drawing = (
        f"<w:drawing><mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice><mc:Fallback>{box}"
        "</mc:Fallback></mc:AlternateContent></w:drawing>"
    )

    first, second, grid = blocks(paragraph(f"{run('正文')}<w:r>{drawing}</w:r>"))

    assert (Paragraph("正文"), Paragraph("文本框")) == (first, second)
    assert [(0, 0, 1, 1, "甲")] == spans(grid)
