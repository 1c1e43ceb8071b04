"""DOCX out and in: what is written comes back, and others can open it."""

import io

import docx as python_docx
import pytest
from hypothesis import given, settings

from docx_cases import ORGAN, broken, report, written
from docx_checker import faults
from gov_disclosure.document import Block, Document, Grid, Heading, Paragraph
from gov_disclosure.formats import docx
from gov_disclosure.layout import lay_out
from gov_disclosure.reading import examine
from gov_disclosure.report import Report
from gov_disclosure.tables import RequestMatrix
from strategies import reports

# ---- what comes back


def same(expected: Document, actual: Document) -> bool:
    """Tell whether a document came back: leads are a look, and frames keep their geometry."""

    def bare(block: Block) -> object:
        if isinstance(block, Paragraph):
            return block.text
        if isinstance(block, Grid):
            cells = [(c.row, c.column, c.rowspan, c.colspan, block.text_of(c)) for c in block.frame.cells]
            return block.frame.rows, block.frame.columns, cells
        return block

    return list(map(bare, expected.blocks)) == list(map(bare, actual.blocks))


@pytest.mark.parametrize("edition", [2019, 2021])
def test_a_report_comes_back(edition: int) -> None:
    """Headings, paragraphs, pictures, foreign tables and the three tables come back as they were laid out."""
    document = lay_out(report(edition))

    assert same(document, docx.read(docx.write(document)))


@given(reports())
@settings(max_examples=40, deadline=None)
def test_any_report_comes_back_and_has_no_fault(any_report: Report) -> None:
    """Whatever a report says, its DOCX says again, and the checker finds nothing."""
    document = lay_out(any_report)
    data = docx.write(document)

    assert same(document, docx.read(data))
    assert [] == faults(data)


def test_the_prompt_of_a_figure_is_blank_and_said() -> None:
    """What a form asks for in the place of a figure is not read, and the figure is missed."""
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>0</w:t></w:r></w:sdtContent></w:sdt>"
    asked = broken(report(figure=77).to_docx(), "word/document.xml", "<w:r><w:t>77</w:t></w:r>", prompt)
    reading = examine(asked)

    assert None is reading.report.proactive.table.get(("rules", "in_force"))
    assert "proactive.rules.in_force" in {address for finding in reading.validate() for address in finding.where}


def test_a_table_that_is_written_alone_comes_back() -> None:
    """A table can be a document of its own."""
    table = RequestMatrix.of(received={"natural_person": 2})

    (grid,) = docx.read(table.to_docx()).blocks

    assert isinstance(grid, Grid)
    assert "2" == grid.texts()[3][3]


def test_properties_come_back() -> None:
    """Title, organ and day of publication come back from a file of ours."""
    properties = {"title": "青禾县水利局年度报告", "organization": "青禾县水利局", "published": "2024-01-20"}

    assert tuple(properties.items()) == docx.read(written(Paragraph("正文"), **properties)).properties


@pytest.mark.parametrize("level", range(10))
def test_headings_of_every_level_come_back(level: int) -> None:
    """Word has a title and nine levels of headings."""
    assert (Heading(level, "一、总体情况"),) == docx.read(written(Heading(level, "一、总体情况"))).blocks


def test_deeper_headings_come_back_at_the_deepest_level() -> None:
    """There is no heading under the ninth level."""
    assert (Heading(9, "末级"),) == docx.read(written(Heading(12, "末级"))).blocks


def test_a_table_with_gaps_comes_back_with_empty_cells() -> None:
    """Rows that differ in length are filled up; every text stays in its place."""
    (grid,) = docx.read(written(Grid.of_rows([["甲", "乙", "丙"], ["1"], ["2", "3"]]))).blocks

    assert isinstance(grid, Grid)
    assert (("甲", "乙", "丙"), ("1", "", ""), ("2", "3", "")) == grid.texts()


@pytest.mark.parametrize("blocks", [(), (Grid.of_rows([]),)])
def test_a_document_of_nothing_is_a_file_of_nothing(blocks: tuple[Block, ...]) -> None:
    """A file without any block can be opened and says nothing."""
    data = written(*blocks)

    assert () == docx.read(data).blocks
    assert 1 == len(python_docx.Document(io.BytesIO(data)).paragraphs)


def test_characters_that_xml_forbids_are_left_out() -> None:
    """A document that was not cleaned still makes a file that can be opened."""
    assert (Paragraph("甲乙<&>"),) == docx.read(written(Paragraph("甲\x00\x0b乙\ud800<&>\ufffe"))).blocks


# ---- what others make of it


def test_python_docx_reopens_and_edits_a_report() -> None:
    """A file of ours can be opened, changed and saved with python-docx, and read again."""
    opened = python_docx.Document(io.BytesIO(report().to_docx()))
    opened.add_heading("附件", level=1)
    opened.tables[3].cell(3, 3).paragraphs[0].add_run("77")
    opened.core_properties.comments = "已核"
    stream = io.BytesIO()
    opened.save(stream)

    blocks = docx.read(stream.getvalue()).blocks

    assert Heading(1, "附件") == blocks[-1]
    grids = [block for block in blocks if isinstance(block, Grid)]
    assert "1277" == grids[3].texts()[3][3]


def test_python_docx_sees_styles_and_properties() -> None:
    """The file says what it is to whoever asks."""
    opened = python_docx.Document(io.BytesIO(report().to_docx()))
    properties = opened.core_properties

    assert "Title" == getattr(opened.paragraphs[0].style, "name", "")
    assert (f"{ORGAN}2023年政府信息公开工作年度报告", ORGAN) == (properties.title, properties.author)
    assert ("2023年政府信息公开工作年度报告", "政府信息公开工作年度报告") == (properties.subject, properties.category)
    assert (f"{ORGAN}，2023", "zh-CN", 1) == (properties.keywords, properties.language, properties.revision)
    assert properties.created == properties.modified
