"""Reading DOCX files as offices' programs write them: what counts as text, and what is a heading."""

import pytest

from docx_cases import blocks, cell, office_file, paragraph, run, table
from gov_disclosure.document import Grid, Heading, Paragraph, Picture
from gov_disclosure.formats import docx

MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText><w:t>密</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
TEXTS = {
    "runs of one word": (run("主动") + run("公开"), ["主动公开"]),
    "a tab": (f"{run('标题')}<w:r><w:tab/></w:r>{run('12')}", ["标题\t12"]),
    "a tab that indents": (f"<w:r><w:tab/></w:r>{run('正文')}", ["正文"]),
    "a line break": (f"{run('一、总体情况')}<w:r><w:br/></w:r>{run('正文')}", ["一、总体情况", "正文"]),
    "a carriage return": (f"{run('甲')}<w:r><w:cr/></w:r>{run('乙')}", ["甲", "乙"]),
    "a hyphen that does not break": (f"{run('010')}<w:r><w:noBreakHyphen/></w:r>{run('12345')}", ["010-12345"]),
    "spaces": (run("  甲 \u3000 乙 "), ["甲 乙"]),
    "an insertion": (f"<w:ins>{run('新增')}</w:ins>{run('文字')}", ["新增文字"]),
    "a deletion": (f"<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>{run('新')}", ["新"]),
    "a text moved away": (f"<w:moveFrom>{run('移走')}</w:moveFrom><w:moveTo>{run('移来')}</w:moveTo>", ["移来"]),
    "hidden text": (f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>{run('公开')}", ["公开"]),
    "text not hidden": ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>公开</w:t></w:r>', ["公开"]),
    "a raised digit": (
        f'{run("12")}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>3</w:t></w:r>',
        ["12³"],
    ),
    "a digit moved up": (f'{run("7")}<w:r><w:rPr><w:position w:val="6"/></w:rPr><w:t>1</w:t></w:r>', ["7¹"]),
    "a digit moved down": (f'{run("7")}<w:r><w:rPr><w:position w:val="-6"/></w:rPr><w:t>1</w:t></w:r>', ["7¹"]),
    "a line moved": (2 * '<w:r><w:rPr><w:position w:val="2"/></w:rPr><w:t>7</w:t></w:r>', ["77"]),
    "a digit not moved": (f'{run("7")}<w:r><w:rPr><w:position w:val="0"/></w:rPr><w:t>1</w:t></w:r>', ["71"]),
    "a note with a mark of its own": (
        f'{run("7")}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>1</w:t></w:r>',
        ["7¹"],
    ),
    "a note that Word counts": (
        f'{run("7")}<w:r><w:endnoteReference w:customMarkFollows="0" w:id="2"/></w:r>{run("1")}',
        ["71"],
    ),
    "a minus by itself": (f'<w:r><w:sym w:font="Symbol" w:char="F02D"/></w:r>{run("3")}', ["−3"]),
    "a sign that is not known": (f'<w:r><w:sym w:font="Wingdings 3" w:char="F033"/></w:r>{run("3")}', ["\ufffd3"]),
    "a sign of an unknown code": ('<w:r><w:sym w:font="Symbol" w:char="减"/></w:r>', ["\ufffd"]),
    "a fraction": (
        (
            f'{run("7")}<m:oMath xmlns:m="{MATH}"><m:f><m:fPr/><m:num><m:r><m:t>1</m:t></m:r></m:num>'
            "<m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
        ),
        ["7 1/2"],
    ),
    "a formula that is no line": (
        (
            f'{run("7")}<m:oMath xmlns:m="{MATH}"><m:sSup><m:e><m:r><m:t>1</m:t></m:r></m:e>'
            "<m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>"
        ),
        ["7\ufffd"],
    ),
    "a digit struck out": (
        f"<w:r><w:rPr><w:strike/></w:rPr><w:t>7</w:t></w:r>{run('12')}",
        ["7\u033612"],
    ),
    "a digit not struck out": (
        f'<w:r><w:rPr><w:dstrike w:val="0"/></w:rPr><w:t>7</w:t></w:r>{run("12")}',
        ["712"],
    ),
    "a number in a formula": (
        (
            f'{run("共")}<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
            "<m:r><m:t>12</m:t></m:r></m:oMath>"
        ),
        ["共12"],
    ),
    "a lowered digit": (
        f'{run("H")}<w:r><w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>2</w:t></w:r>{run("O")}',
        ["H₂O"],
    ),
    "a field": (f"{run('第')}{FIELD}{run('页')}", ["第7页"]),
    "a field in a field": (f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{FIELD}{run("令")}', []),
    "an end without a field": (f'<w:r><w:fldChar w:fldCharType="end"/></w:r>{run("甲")}', ["甲"]),
    "a simple field": (f'<w:fldSimple w:instr="DATE">{run("2023年")}</w:fldSimple>', ["2023年"]),
    "a link": (f"<w:hyperlink>{run('县政府网站')}</w:hyperlink>", ["县政府网站"]),
    "a control": (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('单位名称')}</w:sdtContent></w:sdt>", ["单位名称"]),
    "characters with their reading above": (
        f"<w:r><w:ruby><w:rt>{run('hé')}</w:rt><w:rubyBase>{run('禾')}</w:rubyBase></w:ruby></w:r>",
        ["禾"],
    ),
    "a tag": (f"<w:smartTag>{run('青禾县')}</w:smartTag>", ["青禾县"]),
    "nothing": ("<w:r/>", []),
}


@pytest.mark.parametrize(("content", "texts"), TEXTS.values(), ids=TEXTS)
def test_text_is_what_the_finished_page_shows(content: str, texts: list[str]) -> None:
    """A paragraph says what a reader of the page sees, and nothing else."""
    assert [Paragraph(text) for text in texts] == list(blocks(paragraph(content)))


def test_an_unfinished_field_hides_nothing_in_the_next_paragraph() -> None:
    """A field that never ends ends with its paragraph."""
    open_field = paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>')

    assert (Paragraph("正文"),) == blocks(open_field + paragraph(run("正文")))


@pytest.mark.parametrize(
    ("says", "text"),
    {
        "raised": ('<w:vertAlign w:val="superscript"/>', "12³"),
        "lowered": ('<w:vertAlign w:val="subscript"/>', "12₃"),
        "struck out": ("<w:strike/>", "123\u0336"),
        "on the line": ('<w:vertAlign w:val="baseline"/>', "123"),
        "hidden": ("<w:vanish/>", "12"),
        "not hidden": ('<w:vanish w:val="0"/>', "123"),
    }.values(),
)
@pytest.mark.parametrize("style", ["S", "D"])
def test_digits_stand_as_their_style_says(says: str, text: str, style: str) -> None:
    """A character style sets digits apart as their own properties do, and so does a style that is based on it."""
    styles = f'<w:style w:styleId="S"><w:rPr>{says}</w:rPr></w:style>'
    styles += '<w:style w:styleId="D"><w:basedOn w:val="S"/></w:style>'
    content = f'{run("12")}<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:t>3</w:t></w:r>'

    assert (Paragraph(text),) == blocks(paragraph(content), styles=styles)


def test_a_style_says_more_than_the_one_that_it_is_based_on() -> None:
    """A style that puts its text back on the line is not raised, although its base is."""
    styles = '<w:style w:styleId="S"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    styles += '<w:style w:styleId="D"><w:basedOn w:val="S"/><w:rPr><w:vertAlign w:val="baseline"/></w:rPr></w:style>'
    content = f'{run("12")}<w:r><w:rPr><w:rStyle w:val="D"/></w:rPr><w:t>3</w:t></w:r>'

    assert (Paragraph("123"),) == blocks(paragraph(content), styles=styles)


def test_text_in_a_hidden_style_is_hidden() -> None:
    """A character style may hide text, too."""
    styles = '<w:style w:styleId="S"><w:name w:val="秘"/><w:rPr><w:vanish/></w:rPr></w:style>'
    content = f'<w:r><w:rPr><w:rStyle w:val="S"/></w:rPr><w:t>密</w:t></w:r>{run("公开")}'

    assert (Paragraph("公开"),) == blocks(paragraph(content), styles)


def test_text_in_a_style_that_lifts_the_hiding_is_read() -> None:
    """A style may say of its text that it is not hidden."""
    styles = '<w:style w:styleId="S"><w:name w:val="明"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
    content = '<w:r><w:rPr><w:rStyle w:val="S"/></w:rPr><w:t>公开</w:t></w:r>'

    assert (Paragraph("公开"),) == blocks(paragraph(content), styles)


@pytest.mark.parametrize(
    ("says", "text"),
    {
        "hidden": ("<w:vanish/>", ""),
        "not hidden": ('<w:vanish w:val="0"/>', "12"),
        "struck out": ("<w:dstrike/>", "1\u03362\u0336"),
        "raised": ('<w:vertAlign w:val="superscript"/>', "¹²"),
    }.values(),
)
@pytest.mark.parametrize("name", ["S", "D"])
def test_a_paragraph_is_written_as_its_style_says(says: str, text: str, name: str) -> None:
    """The style of a paragraph hides its text or sets its digits apart as that of a run does."""
    styles = style("S", "秘", f"<w:rPr>{says}</w:rPr>") + style("D", "密", '<w:basedOn w:val="S"/>')
    body = table(f"<w:tc>{paragraph(run('12'), name)}</w:tc>{cell('0')}")
    (found,) = blocks(body, styles)

    assert isinstance(found, Grid)
    assert ((text, "0"),) == found.texts()


@pytest.mark.parametrize("property", ["vanish", "strike"])
def test_what_a_run_says_goes_before_what_its_styles_say(property: str) -> None:
    """A text is shown that says so itself, or whose own style does, in a style that hides or strikes out."""
    says = f'<w:{property} w:val="0"/>'
    styles = style("S", "秘", f"<w:rPr><w:{property}/></w:rPr>") + style("N", "明", f"<w:rPr>{says}</w:rPr>")
    runs = [f"<w:r><w:rPr>{one}</w:rPr><w:t>{{}}</w:t></w:r>" for one in (says, '<w:rStyle w:val="N"/>')]
    runs.append(f'<w:r><w:rPr><w:rStyle w:val="S"/>{says}</w:rPr><w:t>{{}}</w:t></w:r>')

    assert (Paragraph("123"),) == blocks(paragraph("".join(runs).format(1, 2, 3), "S"), styles)


def test_only_what_is_said_of_all_text_of_a_style_counts() -> None:
    """What a table style says of its first row hides nothing elsewhere."""
    first_row = "<w:tblStylePr><w:rPr><w:vanish/></w:rPr></w:tblStylePr>"
    content = '<w:r><w:rPr><w:rStyle w:val="S"/></w:rPr><w:t>公开</w:t></w:r>'

    assert (Paragraph("公开"),) == blocks(paragraph(content), style("S", "表样", first_row))


def style(identity: str, name: str, more: str = "") -> str:
    """Write a paragraph style."""
    return f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>{more}</w:style>'


STYLES = (
    style("a3", "Title")
    + style("1", "heading 1")
    + style("2", "Heading 2")
    + style("bt", "标题 3")
    + style("own", "本局一级", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
    + style("child", "本局标题", '<w:basedOn w:val="2"/>')
    + style("body", "正文样式", '<w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>')
    + style("x", "甲", '<w:basedOn w:val="y"/>')
    + style("y", "乙", '<w:basedOn w:val="x"/>')
    + style("lost", "丙", '<w:basedOn w:val="nowhere"/>')
)
LEVELS = [
    ("a3", "", 0), ("1", "", 1), ("2", "", 2), ("bt", "", 3), ("own", "", 1), ("child", "", 2),
    ("body", "", None), ("x", "", None), ("lost", "", None), ("unknown", "", None), ("", "", None),
    ("", '<w:outlineLvl w:val="1"/>', 2), ("1", '<w:outlineLvl w:val="9"/>', None),
    ("a3", '<w:outlineLvl w:val="0"/>', 0), ("", '<w:outlineLvl w:val="一"/>', None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "own", "level"), LEVELS)
def test_a_heading_is_known_by_its_style_or_its_outline_level(name: str, own: str, level: int | None) -> None:
    """Styles count by name, outline level and what they are based on; a circle of styles is no heading."""
    expected = Paragraph("一、总体情况") if level is None else Heading(level, "一、总体情况")

    assert (expected,) == blocks(paragraph(run("一、总体情况"), name, own), STYLES)


def test_a_broken_title_comes_back_whole() -> None:
    """The lines of a heading are one text: nothing between Chinese, a space between Latin."""
    content = f"{run('青禾县水利局')}<w:r><w:br/></w:r>{run('2023年报告 of')}<w:r><w:br/></w:r>{run('Qinghe')}"

    assert (Heading(0, "青禾县水利局2023年报告 of Qinghe"),) == blocks(paragraph(content, "a3"), STYLES)


def test_an_empty_heading_is_nothing() -> None:
    """A paragraph in a heading's style without text is no heading."""
    assert () == blocks(paragraph("", "1"), STYLES)


OWN = style("P", "图片位置")


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("P", "［图片：image1.png］", Picture("image1.png")),
        ("P", "见上图", Paragraph("见上图")),
        ("", "［图片：image1.png］", Paragraph("［图片：image1.png］")),
    ],
)
def test_what_names_a_picture_is_a_picture(name: str, text: str, expected: Picture | Paragraph) -> None:
    """What the writer says of a picture is read as the picture; the same words in a paragraph are text."""
    assert (expected,) == blocks(paragraph(run(text), name), OWN)


def test_wrappers_of_blocks_are_looked_through() -> None:
    """Controls and insertions may wrap whole paragraphs; comments and instructions are nothing."""
    inner = f"<w:sdt><w:sdtContent><w:ins><!-- x -->{paragraph(run('正文'))}<?x y?></w:ins></w:sdtContent></w:sdt>"

    assert (Paragraph("正文"),) == blocks(f"{inner}<w:bookmarkStart/><w:del>{paragraph(run('旧'))}</w:del>")


def test_the_strict_dialect_is_read() -> None:
    """A file saved as Strict Open XML says the same."""
    body = f"<w:body>{paragraph(run('正文'))}</w:body>"
    strict = f'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">{body}</w:document>'

    assert (Paragraph("正文"),) == docx.read(office_file("", parts={"word/document.xml": strict})).blocks


def moved(main: str) -> dict[str, str]:
    """Give the parts of a file whose text is a part of another name."""
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="/text/a.xml"/></Relationships>'
    )
    return {"_rels/.rels": links, "text/a.xml": main}


def test_the_main_part_is_found_by_its_relationship() -> None:
    """The text need not be called word/document.xml."""
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    main = f"<w:document {word}><w:body>{paragraph(run('正文'))}</w:body></w:document>"

    assert (Paragraph("正文"),) == docx.read(office_file("", parts=moved(main))).blocks


def test_a_file_without_styles_is_read() -> None:
    """Without the part of styles no paragraph is a heading."""
    data = office_file(paragraph(run("正文"), "1"), None)

    assert (Paragraph("正文"),) == docx.read(data).blocks


def test_foreign_properties_are_not_believed() -> None:
    """What another program's file says of itself is its template's and left out."""
    parts = {
        "docProps/app.xml": "<Properties><Application>Microsoft Office Word</Application></Properties>",
        "docProps/core.xml": "<core><title>关于印发某方案的通知</title></core>",
    }

    assert () == docx.read(office_file(paragraph(run("正文")), parts=parts)).properties


def test_a_style_hides_text_in_its_own_file_only() -> None:
    """What the styles of one file say is not taken for those of another."""
    content = paragraph('<w:r><w:rPr><w:rStyle w:val="S"/></w:rPr><w:t>密</w:t></w:r>')
    hidden = '<w:style w:styleId="S"><w:name w:val="秘"/><w:rPr><w:vanish/></w:rPr></w:style>'
    shown = '<w:style w:styleId="S"><w:name w:val="明"/></w:style>'

    assert ((), (Paragraph("密"),), ()) == (blocks(content, hidden), blocks(content, shown), blocks(content, hidden))


def test_lines_of_tabs_below_one_another_are_a_table() -> None:
    """Blank fields keep their places, at the beginning of a line, too."""
    lines = [["规章", "", "2"], ["", "强制", "3"]]
    body = "".join(
        paragraph("<w:r>" + "<w:tab/>".join(f"<w:t>{text}</w:t>" for text in line) + "</w:r>") for line in lines
    )
    (found,) = blocks(body)
    assert isinstance(found, Grid)
    assert tuple(map(tuple, lines)) == found.texts()


def test_one_line_of_tabs_is_text() -> None:
    """So are the lines of a letter."""
    assert (Paragraph("联系人\t电话"),) == blocks(paragraph("<w:r><w:t>联系人</w:t><w:tab/><w:t>电话</w:t></w:r>"))
