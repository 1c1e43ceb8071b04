"""Several places in an office's template: each text and each part once, the rest where the report goes."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docx_cases import ORGAN, cell, office_file, paragraph, report, run, table
from docx_checker import elements, part
from gov_disclosure.document import Block, Grid, Heading, Paragraph
from gov_disclosure.errors import CannotWrite
from gov_disclosure.formats import docx
from gov_disclosure.report import Report

TITLE = f"{ORGAN}2023年政府信息公开工作年度报告"
LOOK = '<w:rPr><w:b/><w:color w:val="C00000"/></w:rPr>'
NUMBER = "青水〔2024〕3号"
SIGNED: Any = {"document_number": NUMBER, "signature": (ORGAN, date(2024, 1, 20))}


def mark(name: str, text: str = "此处") -> str:
    """Mark a text by a bookmark."""
    number = sum(map(ord, name))
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:r>{LOOK}<w:t>{text}</w:t></w:r>'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def control(name: str, content: str, hint: str = "") -> str:
    """Make a content control."""
    return f'<w:sdt><w:sdtPr><w:tag w:val="{name}"/>{hint}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def filled(tmp_path: Path, body: str, value: Report | None = None, **options: Any) -> bytes:
    """Write a report into a template of a body."""
    path = tmp_path / "office.docx"
    links = '<Relationship Id="rId1" Target="styles.xml" Type="http://x/styles"/>'
    path.write_bytes(office_file(body, "", links))
    return (value or report()).to_docx(base=path, **options)


def texts(data: bytes) -> list[str]:
    """Give the texts of headings and paragraphs, a table as its first cell."""
    return [said(block) for block in docx.read(data).blocks]


def said(block: Block) -> str:
    """Give what a block says, in short."""
    if isinstance(block, Grid):
        return f"表：{block.texts()[0][0]}"
    return block.text if isinstance(block, Heading | Paragraph) else block.reference


@pytest.mark.parametrize(
    "place",
    [
        paragraph(run("关于") + mark("title") + run("的函")),
        paragraph(run("关于") + control("title", run("此处")) + run("的函")),
        control("title", paragraph(run("关于此处的函"))).replace(run("关于此处的函"), run("此处")),
        control("title", paragraph(run("此")) + paragraph(run("处"))),
    ],
    ids=["a bookmark", "a control in a paragraph", "a control around one", "a control around two"],
)
def test_a_title_takes_its_place_and_is_not_said_again(tmp_path: Path, place: str) -> None:
    """What stands beside it stays, what stood there goes, and the body begins without it."""
    found = texts(filled(tmp_path, place + paragraph(mark("report"))))

    assert [1, 0] == [sum(TITLE in text for text in found), sum("此" in text for text in found[:2])]
    assert TITLE in found[0]
    assert "".join(report().preamble[:1]) == found[1]  # type: ignore[arg-type]  # it is a paragraph


def test_short_texts_stand_in_cells(tmp_path: Path) -> None:
    """A table of an office names the year, the organ and the number; it keeps the look of what stood there."""
    body = table(cell("年度") + f"<w:tc>{paragraph(mark('year') + run('年'))}</w:tc>")
    body += table(f"<w:tc>{paragraph(control('document_number', run('点击'), '<w:showingPlcHdr/>'))}</w:tc>")
    data = filled(tmp_path, body + paragraph(mark("report")), **SIGNED)
    first, second, *_ = (block for block in docx.read(data).blocks if isinstance(block, Grid))

    assert ((("年度", "2023年"),), ((NUMBER,),)) == (first.texts(), second.texts())
    assert f'{LOOK}<w:t xml:space="preserve">2023</w:t>' in part(data)
    assert 1 == part(data).count(NUMBER)
    assert not list(elements(data, "showingPlcHdr"))


def test_controls_of_one_tag_are_all_filled(tmp_path: Path) -> None:
    """An office may name the organ wherever it likes."""
    twice = paragraph(control("organization", run("甲"))) + control("organization", "")
    found = texts(filled(tmp_path, twice + paragraph(mark("report"))))

    assert [ORGAN, ORGAN, TITLE] == found[:3]


def test_a_signature_stands_line_under_line(tmp_path: Path) -> None:
    """Organ and day take their place, and are not written at the end."""
    found = texts(
        filled(tmp_path, paragraph(mark("report")) + paragraph(mark("signature")), signature=SIGNED["signature"])
    )

    assert [ORGAN, "2024年1月20日"] == found[-2:]
    assert 1 == found.count("2024年1月20日")


def test_parts_take_their_places(tmp_path: Path) -> None:
    """The requests go where the template has them, with their heading; all else follows in its order."""
    body = paragraph(mark("requests")) + paragraph(run("附注")) + control("problems", "") + paragraph(mark("report"))
    found = [text for text in texts(filled(tmp_path, body)) if "、" in text[:2] or text == "附注"]

    numbers = ["三", "附", "五", "一", "二", "四", "六"]
    assert numbers == [text[0] for text in found]


def test_a_template_of_parts_needs_no_place_for_the_report(tmp_path: Path) -> None:
    """Where everything has its place nothing is left."""
    names = ("title", "overview", "proactive", "requests", "review_litigation", "problems", "other_matters")
    whole = report().evolve(preamble=())
    found = texts(filled(tmp_path, "".join(paragraph(mark(name)) for name in names), whole))

    assert TITLE == found[0]
    assert [text for text in texts(whole.to_docx()) if text != TITLE] == [text for text in found if text != TITLE]


def test_what_is_left_needs_a_place(tmp_path: Path) -> None:
    """Nothing is lost: a template without a place for the rest is refused."""
    with pytest.raises(CannotWrite, match="report"):
        filled(tmp_path, paragraph(mark("overview")))


@pytest.mark.parametrize(
    "place", [paragraph(control("overview", run("此处"))), table(cell("")).replace("<w:p>", f"<w:p>{mark('overview')}")]
)
def test_a_part_does_not_fit_in_a_line_or_a_cell(tmp_path: Path, place: str) -> None:
    """The error names the place instead of leaving it unfilled."""
    with pytest.raises(CannotWrite, match="overview"):
        filled(tmp_path, place + paragraph(mark("report")))


def test_a_number_stays_under_its_title(tmp_path: Path) -> None:
    """Where the title has a place of its own, the number needs one, too."""
    with pytest.raises(CannotWrite, match="document_number"):
        filled(tmp_path, paragraph(mark("title")) + paragraph(mark("report")), document_number=NUMBER)


def test_what_is_not_given_leaves_its_place_alone(tmp_path: Path) -> None:
    """A number that nobody gave is left to be filled in by hand."""
    found = texts(filled(tmp_path, paragraph(mark("document_number", "〔〕号")) + paragraph(mark("report"))))

    assert ["〔〕号", TITLE] == found[:2]


def test_the_place_of_the_report_may_have_the_name_of_a_part(tmp_path: Path) -> None:
    """What the office names as the place of the report is that."""
    found = texts(filled(tmp_path, paragraph(mark("overview")), place="overview"))

    assert texts(report().to_docx()) == found


START, END = '<w:bookmarkStart w:id="3" w:name="title"/>', '<w:bookmarkEnd w:id="3"/>'


def test_word_ends_the_mark_of_a_whole_paragraph_in_the_next(tmp_path: Path) -> None:
    """The next paragraph keeps its text."""
    body = paragraph(START + run("此处")) + paragraph(END + run("函头")) + paragraph(mark("report"))

    assert [TITLE, "函头"] == texts(filled(tmp_path, body))[:2]


def test_a_mark_without_an_end_takes_a_text_in(tmp_path: Path) -> None:
    """It marks a place and no text."""
    body = paragraph(START + run("：函头")) + paragraph(mark("report"))

    assert f"{TITLE}：函头" == texts(filled(tmp_path, body))[0]


@pytest.mark.parametrize(
    "body",
    [
        paragraph(START + run("甲")) + paragraph(run("乙") + END),
        paragraph(START + run("甲")) + table(cell("乙")) + paragraph(END),
        START + paragraph(run("甲")) + END,
        paragraph(END) + paragraph(START + run("甲")),
    ],
)
def test_a_text_is_marked_in_one_paragraph(tmp_path: Path, body: str) -> None:
    """A bookmark over several paragraphs or around one is no place for a line."""
    with pytest.raises(CannotWrite, match="title"):
        filled(tmp_path, body + paragraph(mark("report")))


def test_charts_and_tables_of_several_places_are_sound(tmp_path: Path) -> None:
    """Parts that are poured one after the other keep their charts and styles apart."""
    body = paragraph(mark("requests")) + paragraph(mark("report")) + paragraph(mark("problems"))
    data = filled(tmp_path, body, charts=[report().evolve(year=2022)])

    assert data == filled(tmp_path, body, charts=[report().evolve(year=2022)])
    assert 2 == part(data).count("<c:chart ")
    known = set(re.findall('w:styleId="([^"]+)"', part(data, "word/styles.xml")))
    assert {str(style.get(next(iter(style.keys())))) for style in elements(data, "pStyle")} <= known
