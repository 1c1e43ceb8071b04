"""A report in an office's template: it takes its place, and all the rest stays."""

import io
from pathlib import Path
from typing import Any

import docx as python_docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from docx_cases import cell, office_file, paragraph, report, run, table
from docx_checker import elements, part, values
from gov_disclosure.document import Grid, Heading, Paragraph
from gov_disclosure.errors import CannotWrite, UnreadableSource
from gov_disclosure.formats import docx
from gov_disclosure.tables import RequestMatrix

TITLE = "青禾县农田与水利管理局2023年政府信息公开工作年度报告"
MARK = '<w:bookmarkStart w:id="7" w:name="report"/><w:r><w:t>在此</w:t></w:r><w:bookmarkEnd w:id="7"/>'
CONTROL = (
    '<w:sdt><w:sdtPr><w:tag w:val="report"/><w:showingPlcHdr/><w:text/></w:sdtPr>'
    "<w:sdtContent><w:p><w:r><w:t>在此</w:t></w:r></w:p></w:sdtContent></w:sdt>"
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>'
    '<w:rPr><w:color w:val="C00000"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="TableText"><w:name w:val="另一种"/></w:style>'
)


W_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def template(folder: Path, body: str, styles: str = STYLES, kinds: str = "styles") -> Path:
    """Make a template of a body."""
    links = f'<Relationship Id="rId1" Target="styles.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kinds}"/>'
    path = folder / "office.docx"
    path.write_bytes(office_file(body, styles, links))
    return path


def texts(data: bytes) -> list[str]:
    """Give the texts of headings and paragraphs."""
    return [block.text for block in docx.read(data).blocks if isinstance(block, Heading | Paragraph)]


@pytest.mark.parametrize("place", [paragraph(MARK), CONTROL])
def test_a_report_takes_its_place(tmp_path: Path, place: str) -> None:
    """What stands before and after the place stays, the hint in it goes, the tables are there."""
    base = template(tmp_path, paragraph(run("函头")) + place + paragraph(run("附注")))

    data = report().to_docx(base=base)
    found = texts(data)

    assert ["函头", TITLE] == found[:2]
    assert "附注" == found[-1]
    assert "在此" not in found
    assert 5 == len(list(elements(data, "tbl")))
    assert not any(list(elements(data, name)) for name in ("showingPlcHdr", "bookmarkEnd"))


def test_styles_of_the_template_stay(tmp_path: Path) -> None:
    """A style of the same name is the template's, another with the same identity is not taken for ours."""
    data = report().to_docx(base=template(tmp_path, paragraph(MARK)))
    styles = part(data, "word/styles.xml")

    assert "C00000" in styles
    assert 1 == styles.count('w:val="heading 1"')
    assert {"1", "TableTextReport"} <= set(values(data, "pStyle"))
    known = {style.get(qn("w:styleId")) for style in elements_of(styles)}
    assert set(values(data, "pStyle")) | set(values(data, "tblStyle")) <= known


def elements_of(styles: str) -> list[Any]:
    """Give the styles of a part."""
    from lxml.etree import fromstring

    return list(fromstring(styles.encode()).iter(qn("w:style")))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (paragraph('<w:bookmarkStart w:id="1" w:name="正文"/><w:bookmarkStart w:id="2" w:name="_GoBack"/>'), "正文"),
        (paragraph(run("无")), "（无）"),
        (CONTROL + paragraph(MARK), "实有2处"),
    ],
)
def test_a_place_that_is_not_there_once_is_refused(tmp_path: Path, body: str, said: str) -> None:
    """The error names the places that there are; those that Word makes for itself are none."""
    with pytest.raises(CannotWrite, match=said) as caught:
        report().to_docx(base=template(tmp_path, body))

    assert "_GoBack" not in str(caught.value)


def test_another_place_can_be_named(tmp_path: Path) -> None:
    """The place has the name that the office gave it."""
    base = template(tmp_path, paragraph(MARK.replace("report", "正文")))

    assert TITLE == texts(report().to_docx(base=base, place="正文"))[0]


def test_a_paragraph_that_ends_a_section_stays(tmp_path: Path) -> None:
    """The pages before the place keep their own margins."""
    base = template(tmp_path, paragraph(MARK, own="<w:sectPr><w:titlePg/></w:sectPr>"))

    assert 1 == len(list(elements(report().to_docx(base=base), "titlePg")))


START, END = '<w:bookmarkStart w:id="7" w:name="report"/>', '<w:bookmarkEnd w:id="7"/>'


@pytest.mark.parametrize(
    "body",
    [
        paragraph(START + run("此处填写")) + paragraph(run("报告") + END),
        paragraph(START + run("此处填写")) + table(cell("报告")) + END,
        START + paragraph(run("此处填写")) + paragraph(run("报告")) + END,
    ],
)
def test_all_that_a_bookmark_covers_is_replaced(tmp_path: Path, body: str) -> None:
    """What stood in the template for the report is in no document that is issued."""
    data = report().to_docx(base=template(tmp_path, paragraph(run("函头")) + body + paragraph(run("函尾"))))

    assert ("函头", TITLE, "函尾") == (*texts(data)[:2], texts(data)[-1])
    assert not {"此处填写", "报告"} & set(texts(data))
    assert [] == list(elements(data, "bookmarkEnd"))


def test_a_bookmark_of_a_whole_paragraph_leaves_the_next(tmp_path: Path) -> None:
    """Word ends it where the next paragraph begins; that stays, and ends no bookmark."""
    after = paragraph(END + '<w:bookmarkEnd w:id="8"/>' + run("附注"))
    data = report().to_docx(base=template(tmp_path, paragraph(START + run("此处填写")) + after))

    assert "附注" == texts(data)[-1]
    assert ["8"] == [mark.get(qn("w:id")) for mark in elements(data, "bookmarkEnd")]


@pytest.mark.parametrize("body", [run("附件：") + MARK, MARK + run("（公章）"), f"<w:r><w:drawing/></w:r>{MARK}"])
def test_a_paragraph_with_more_than_the_bookmark_is_no_place(tmp_path: Path, body: str) -> None:
    """Nothing of the template is lost without a word."""
    with pytest.raises(CannotWrite, match="还有别的文字"):
        report().to_docx(base=template(tmp_path, paragraph(body)))


def test_a_bookmark_without_an_end_covers_its_paragraph(tmp_path: Path) -> None:
    """What stands below it stays."""
    data = report().to_docx(base=template(tmp_path, paragraph(START) + paragraph(run("函尾"))))

    assert "函尾" == texts(data)[-1]


def test_margins_are_those_of_the_section_of_the_place(tmp_path: Path) -> None:
    """A cover before it and an annex behind it may have pages of their own; what is bound in is no room."""
    own = '<w:sectPr><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:gutter="600"/></w:sectPr>'
    annex = '<w:sectPr><w:pgMar w:top="1440" w:right="800" w:bottom="1440" w:left="800"/></w:sectPr>'
    body = paragraph(MARK) + paragraph("", own=own) + paragraph(run("附件")) + annex

    assert str(11906 - 2 * 1440 - 600) == values_w(report().to_docx(base=template(tmp_path, body)))


def test_margins_are_those_of_the_template(tmp_path: Path) -> None:
    """Tables follow the page of the template, and the margins that are asked for before it."""
    page = '<w:sectPr><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/></w:sectPr>'
    path = tmp_path / "office.docx"
    text = f'<w:document xmlns:w="{W_NAMESPACE}"><w:body>{paragraph(MARK)}{page}</w:body></w:document>'
    path.write_bytes(office_file("", STYLES, parts={"word/document.xml": text}))

    assert "9026" == values_w(report().to_docx(base=path))
    assert "9638" == values_w(report().to_docx(base=path, margins=(20, 20, 20, 20)))


LANDSCAPE = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1588" w:right="2098" w:bottom="1474" w:left="1985"/></w:sectPr>'
)


def test_a_landscape_page_is_used_in_its_whole_width(tmp_path: Path) -> None:
    """Tables are as wide as the text, and the request table is as low as the page."""
    data = report().to_docx(base=template(tmp_path, paragraph(MARK) + LANDSCAPE))
    rows = [int(row.get(qn("w:val"), "0")) for row in list(elements(data, "tbl"))[3].iter(qn("w:trHeight"))]

    assert str(16838 - 2098 - 1985) == values_w(data)
    assert sum(rows) <= 11906 - 1588 - 1474 - 920 - 600


@pytest.mark.parametrize(
    ("margin", "width"),
    [("2.54cm", 9026), ("25.4mm", 9026), ("1in", 9026), ("72pt", 9026), ("6pc", 9026), ("6pi", 9026), ("-1440", 9026),
     ("1440.0", 9026), ("5", 11896), ("60mm", 5103)],
)  # fmt: skip
def test_margins_may_have_units(tmp_path: Path, margin: str, width: int) -> None:
    """Some programs write margins with their units, as the standard allows, and margins may be of any breadth."""
    own = f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:right="{margin}" w:left="{margin}"/></w:sectPr>'

    assert str(width) == values_w(report().to_docx(base=template(tmp_path, paragraph(MARK) + own)))


@pytest.mark.parametrize(("margin", "said"), [("wide", "wide"), ("80mm", "60毫米")])
def test_a_page_without_room_is_refused(tmp_path: Path, margin: str, said: str) -> None:
    """A margin that is no length, and margins that leave no room for a table, are named."""
    own = f'<w:sectPr><w:pgMar w:right="{margin}" w:left="{margin}"/></w:sectPr>'

    with pytest.raises(CannotWrite, match=said):
        report().to_docx(base=template(tmp_path, paragraph(MARK) + own))


def test_the_request_table_stands_on_one_page_of_letter_paper(tmp_path: Path) -> None:
    """Its rows are as high as the page of the template leaves room for, a heading and a reserve apart."""
    letter = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:bottom="1440"/></w:sectPr>'
    data = report().to_docx(base=template(tmp_path, paragraph(MARK) + letter))
    rows = [int(row.get(qn("w:val"), "0")) for row in list(elements(data, "tbl"))[3].iter(qn("w:trHeight"))]

    assert sum(rows) <= 15840 - 2 * 1440 - 920 - 600


def test_a_template_without_a_page_has_that_of_official_documents(tmp_path: Path) -> None:
    """Where nothing says how wide the text is, tables are as wide as GB/T 9704-2012 has them."""
    path = tmp_path / "office.docx"
    text = f'<w:document xmlns:w="{W_NAMESPACE}"><w:body>{paragraph(MARK)}</w:body></w:document>'
    path.write_bytes(office_file("", STYLES, parts={"word/document.xml": text}))

    assert "8844" == values_w(report().to_docx(base=path))


def test_tables_do_not_touch(tmp_path: Path) -> None:
    """A table that is poured in under another one keeps its distance."""
    base = template(tmp_path, table(cell("甲")) + paragraph(MARK))

    grids = [block for block in docx.read(RequestMatrix.blank().to_docx(base=base)).blocks if isinstance(block, Grid)]

    assert 2 == len(grids)


def test_a_control_without_content_gets_some(tmp_path: Path) -> None:
    """A control that is empty is filled as any other."""
    base = template(tmp_path, '<w:sdt><w:sdtPr><w:tag w:val="report"/></w:sdtPr></w:sdt>')

    assert TITLE == texts(report().to_docx(base=base))[0]


def test_a_template_without_styles_is_refused(tmp_path: Path) -> None:
    """Without a part for styles nothing can be added."""
    path = tmp_path / "bare.docx"
    path.write_bytes(office_file(paragraph(MARK), None))

    with pytest.raises(CannotWrite, match=r"没有 word/styles\.xml"):
        report().to_docx(base=path)


def test_a_strict_template_is_refused(tmp_path: Path) -> None:
    """Strict Open XML has other names for everything."""
    strict = paragraph(MARK).replace("<w:p>", '<w:p xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main">', 1)

    with pytest.raises(CannotWrite, match="Strict"):
        report().to_docx(base=template(tmp_path, strict))


def test_a_file_without_text_is_refused(tmp_path: Path) -> None:
    """A package whose text has no body is no template."""
    path = tmp_path / "office.docx"
    path.write_bytes(office_file("", parts={"word/document.xml": '<w:document xmlns:w="urn:other"/>'}))

    with pytest.raises(CannotWrite, match="不是 Word 文档"):
        report().to_docx(base=path)


def test_what_is_no_template_is_unreadable(tmp_path: Path) -> None:
    """A text file is no template."""
    path = tmp_path / "office.docx"
    path.write_text("报告")

    with pytest.raises(UnreadableSource):
        report().to_docx(base=path)


def test_a_template_of_python_docx_is_filled(tmp_path: Path) -> None:
    """A real file with Letter paper keeps its parts; tables are as wide as its text; the bytes are the same again."""
    opened = python_docx.Document()
    opened.add_paragraph("函头")
    mark = OxmlElement("w:bookmarkStart")
    mark.set(qn("w:id"), "0")
    mark.set(qn("w:name"), "report")
    opened.add_paragraph()._p.append(mark)  # type: ignore[arg-type]  # the stubs know runs only
    opened.save(str(tmp_path / "office.docx"))

    data = report().to_docx(base=tmp_path / "office.docx")
    filled = python_docx.Document(io.BytesIO(data))
    section = filled.sections[0]
    room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)

    assert data == report().to_docx(base=tmp_path / "office.docx")
    assert ("函头", 5) == (filled.paragraphs[0].text, len(filled.tables))
    assert abs(int(values_w(data)) * 635 - room) < 20_000


def values_w(data: bytes) -> str:
    """Give the width of the first table in twips."""
    return next(str(width.get(qn("w:w"))) for width in elements(data, "tblW"))
