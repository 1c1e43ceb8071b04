"""PDF is read: ruled tables cell by cell, lines with their gaps, and nothing that is not surely printed."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import gov_disclosure as gd
from gov_disclosure.document import Document, Grid, Paragraph
from gov_disclosure.formats import FORMATS, READERS, WRITERS, bytes_for, pdf
from gov_disclosure.forms import FORMS, entries
from pdf_pages import Sheet, pdf_of
from pdf_pages import pdf as written
from sampled import Blanks, sampled_report

OFFICE = shutil.which("soffice")


def texts(data: bytes) -> list[str]:
    """The lines of a file, tables left out."""
    return [block.text for block in pdf.read(data).blocks if isinstance(block, Paragraph)]


def grids(data: bytes) -> list[tuple[tuple[str, ...], ...]]:
    """The texts of the tables of a file."""
    return [block.texts() for block in pdf.read(data).blocks if isinstance(block, Grid)]


def table(*rows: tuple[str, ...], width: float = 80.0) -> Sheet:
    """A sheet with one ruled table, every text behind a small padding."""
    sheet = Sheet()
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            left, top = 50 + column * width, 100 + number * 30.0
            sheet.rule(left, top, left + width, top + 30)
            for index, line in enumerate(text.split("\n")):
                sheet.write(left + 3, top + 3 + 11 * index, line)
    return sheet


def refusal(data: bytes) -> gd.UnreadableSource:
    """The refusal to read some bytes."""
    with pytest.raises(gd.UnreadableSource) as caught:
        gd.read(data, format="pdf")
    return caught.value


@pytest.mark.parametrize("blanks", Blanks)
@pytest.mark.parametrize("edition", gd.FORMS)
def test_every_figure_comes_back(edition: int, blanks: Blanks) -> None:
    """Figures and blanks of ruled tables are those that were printed."""
    report = sampled_report(7, blanks, edition)
    read = gd.read(pdf_of(report))
    assert (report.proactive.table, report.requests.table, report.review_litigation.table) == (
        read.proactive.table,
        read.requests.table,
        read.review_litigation.table,
    )


def test_wrapped_paragraphs_are_put_together() -> None:
    """The lines of a paragraph are one text again, and the report is named."""
    report = sampled_report(3)
    read = gd.read(pdf_of(report))
    assert (report.title, report.overview.text, report.problems.text) == (
        read.title,
        read.overview.text,
        read.problems.text,
    )


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice, which prints the documents, is not installed")
def test_a_printed_document_is_read(tmp_path: Path) -> None:
    """What an office prints from our documents, tables over two pages included, says the same again."""
    reports = {f"r{edition}": sampled_report(edition, Blanks.SCATTERED, edition) for edition in gd.FORMS}
    for name, report in reports.items():
        (tmp_path / f"{name}.docx").write_bytes(bytes_for(report, ".docx"))
    subprocess.run(
        [
            str(OFFICE),
            f"-env:UserInstallation=file://{tmp_path}/profile",
            *("--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)),
            *(str(tmp_path / f"{name}.docx") for name in reports),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    read = {name: gd.read(tmp_path / f"{name}.pdf") for name in reports}
    assert reports == {name: evolve(report, organization="青禾县水务局") for name, report in read.items()}


def test_a_merged_cell_is_merged() -> None:
    """A box over two columns is one cell over both."""
    sheet = table(("", ""), ("3", "4"))
    sheet.drawn = sheet.drawn[4:]
    sheet.rule(50, 100, 210, 130)
    sheet.write(60, 103, "件数")
    (grid,) = (block for block in pdf.read(written([sheet])).blocks if isinstance(block, Grid))
    assert [("件数", 2), ("3", 1), ("4", 1)] == [(cell.text, cell.colspan) for cell in grid.frame.cells]


def test_text_stands_in_order_around_a_table() -> None:
    """Lines above and below a table stay there."""
    sheet = table(("规章", "2"))
    sheet.write(50, 40, "上文。")
    sheet.write(50, 300, "下文。")
    kinds = [block.text if isinstance(block, Paragraph) else "表" for block in pdf.read(written([sheet])).blocks]
    assert ["上文。", "表", "下文。"] == kinds


def test_gaps_part_columns_without_rules() -> None:
    """Where nothing is drawn, a line keeps its gaps."""
    sheet = Sheet()
    sheet.write(50, 40, "规章")
    sheet.write(150, 40, "12")
    sheet.write(200, 40, "7")
    assert [["规章", "12", "7"]] == [line.split() for line in texts(written([sheet]))]


def test_figures_in_columns_without_rules_are_read() -> None:
    """Rows of figures that only gaps part are bound to the columns of the form."""
    sheet = Sheet()
    lines = (("青禾县水务局2023年政府信息公开工作年度报告",), ("二、主动公开政府信息情况",), ("第二十条第（一）项",))
    rows = (("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"), ("规章", "2", "0", "11"))
    last = (("行政规范性文件", "109", "489", "597"), ("三、收到和处理政府信息公开申请情况",))
    for number, line in enumerate((*lines, *rows, *last)):
        for column, text in enumerate(line):
            sheet.write(50 + 110 * column, 50 + 16 * number, text)
    read = gd.read(written([sheet])).proactive.table
    assert [2, 0, 11, 109, 489, 597] == list(read.cells[:6])


def test_words_of_latin_script_stay_apart() -> None:
    """A small gap between Latin letters is a space, one between Chinese characters is none."""
    sheet = Sheet()
    for left, word in ((50, "open"), (73, "data"), (100, "公"), (113, "开")):
        sheet.write(left, 40, word)
    assert ["open data公开"] == [
        " ".join(line.split()).replace("data 公", "data公") for line in texts(written([sheet]))
    ]


def test_blank_cells_in_columns_without_rules_are_read_as_blanks() -> None:
    """A figure belongs to the column that it stands in, whatever is missing before it."""
    rows = {row.key: row.label for row in entries(FORMS[2021].tables[1].blocks[0].rows)}
    figures = [[str((7 * row + 5 * column) % 130) for column in range(7)] for row in range(len(rows))]
    figures[3][2] = figures[3][5] = figures[9][0] = figures[9][6] = figures[11][3] = ""
    sheet = Sheet(width=900.0)
    sheet.write(50, 40, "三、收到和处理政府信息公开申请情况")
    for number, (label, row) in enumerate(zip(rows.values(), figures, strict=True)):
        sheet.write(50, 60 + 16 * number, label)
        for column, text in enumerate(row):
            sheet.write(500 + 33 * column, 60 + 16 * number, text)
    sheet.write(50, 500, "四、政府信息公开行政复议、行政诉讼情况")
    read = gd.read(written([sheet])).requests.table
    assert [int(text) if text else None for row in figures for text in row] == list(read.cells)


def test_a_raised_digit_joins_no_number() -> None:
    """The number of a note above the line is no digit of the figure before it."""
    sheet = Sheet()
    sheet.write(50, 40, "12")
    sheet.write(60, 39, "3", size=6)
    assert ["12³"] == [line.strip() for line in texts(written([sheet]))]


@pytest.mark.parametrize(("top", "said"), [(38.0, "12³"), (44.0, "12₃"), (41.0, "123")])
def test_a_digit_of_nearly_the_same_size_is_moved_by_its_place(top: float, said: str) -> None:
    """Browsers print notes little smaller than figures; what stands upon the line is of the number."""
    sheet = Sheet()
    sheet.write(50, 40, "12", size=12)
    sheet.write(62, top, "3", size=11 if said == "123" else 10)
    assert [said] == [line.strip() for line in texts(written([sheet]))]


@pytest.mark.parametrize(("height", "said"), [(46.0, "7\u033612"), (52.0, "712"), (39.0, "712")])
def test_digits_that_a_line_goes_through_join_no_number(height: float, said: str) -> None:
    """They are struck out; a line below or above them does nothing."""
    sheet = Sheet()
    sheet.write(50, 40, "712", size=12)
    sheet.rule(50, height, 56, height + 0.5)
    assert [said] == [line.strip() for line in texts(written([sheet]))]


def test_a_line_that_heads_every_page_is_kept_once() -> None:
    """What stands at the edge of three pages or more is no text of the report, and is kept beside it."""
    sheets = [Sheet() for _ in range(3)]
    for number, sheet in enumerate(sheets, 1):
        sheet.write(50, 30, f"青禾县水务局年报第{number}页")
        sheet.write(50, 400, f"正文{number}。")
    document = pdf.read(written(sheets))
    assert (["正文1。", "正文2。", "正文3。"], ("青禾县水务局年报第1页",)) == (
        [block.text.strip() for block in document.blocks if isinstance(block, Paragraph)],
        document.navigation,
    )
    assert 4 == len(texts(written(sheets[:2])))


def test_a_number_goes_on_where_its_line_is_full() -> None:
    """A figure too long for its cell is one figure."""
    assert [(("规章", "1808595"),)] == grids(written([table(("规章", "1808\n595"), width=26)]))


def test_two_numbers_below_one_another_stay_apart() -> None:
    """Where the line had room for another digit, the number below is another one."""
    assert [(("规章规章", "12 34"),)] == grids(written([table(("规章规章", "12\n34"))]))


def test_a_label_over_two_lines_is_one_text() -> None:
    """Chinese text is put together without a space."""
    assert [(("行政规范性文件", "3"),)] == grids(written([table(("行政规范\n性文件", "3"))]))


def test_a_number_that_runs_over_a_rule_is_no_number() -> None:
    """What a line cuts is in no cell, so neither part is taken for the figure."""
    (rows,) = grids(written([table(("规章", "12345678901234567890", "5"))]))
    assert (True, True) == (rows[0][1].endswith("\ufffd"), rows[0][2].endswith("\ufffd"))


def test_figures_upon_one_another_are_no_number() -> None:
    """A stamp over a figure hides it; no number is made of both."""
    sheet = table(("规章", "12"))
    sheet.write(135, 103, "7")
    assert "\ufffd" in grids(written([sheet]))[0][0][1]


def test_bold_that_is_printed_twice_is_read_once() -> None:
    """The same letter at nearly the same place is one letter."""
    sheet = table(("规章", "12"))
    sheet.write(133.4, 103, "12")
    assert [(("规章", "12"),)] == grids(written([sheet]))


def test_a_watermark_adds_no_digit() -> None:
    """What is written aslant over a table is kept apart from it."""
    sheet = table(("规章", "12"))
    sheet.write(150, 105, "2023", "0.7 0.7 -0.7 0.7")
    assert ([(("规章", "12"),)], ["2023"]) == (grids(written([sheet])), texts(written([sheet])))


def test_a_number_that_runs_over_the_edge_of_the_page_is_whole() -> None:
    """The page cuts what is seen of it, not what it is."""
    sheet = Sheet()
    sheet.write(50, 40, "合计")
    sheet.write(570, 40, "1281206")
    assert [["合计", "1281206"]] == [line.split() for line in texts(written([sheet]))]


def numbered(*numbers: str, top: float = 800.0) -> list[Sheet]:
    """Sheets with a line of text and a line that may be their number."""
    sheets = []
    for number in numbers:
        sheet = Sheet()
        sheet.write(50, 400, "正文。")
        sheet.write(280, top, number)
        sheets.append(sheet)
    return sheets


@pytest.mark.parametrize("numbers", [("— 1 —", "— 2 —"), ("3", "4"), ("第1页 共2页", "第2页 共2页"), ("1/2", "2/2")])
@pytest.mark.parametrize("top", [20.0, 800.0])
def test_numbers_of_pages_are_left_out(numbers: tuple[str, ...], top: float) -> None:
    """Lines at the edge that count the pages are no text."""
    assert ["正文。", "正文。"] == [line.strip() for line in texts(written(numbered(*numbers, top=top)))]


@pytest.mark.parametrize(
    ("numbers", "top"),
    [(("7",), 800.0), (("7", "31"), 800.0), (("3", "4"), 500.0), (("注：3", "注：4"), 800.0)],
    ids=["one page", "no count", "inside the page", "more words"],
)
def test_other_lines_of_digits_stay(numbers: tuple[str, ...], top: float) -> None:
    """What does not surely count the pages is text."""
    read = [line.strip() for line in texts(written(numbered(*numbers, top=top)))]
    assert [line for number in numbers for line in ("正文。", number)] == read


def test_an_empty_page_is_passed_over() -> None:
    """A page without text adds nothing."""
    assert ["正文。", "7"] == [line.strip() for line in texts(written([Sheet(), *numbered("7")]))]


def test_an_indent_is_kept() -> None:
    """A line that begins behind the margin of the text does so in the document."""
    sheet = Sheet()
    sheet.write(50, 40, "一、总体情况")
    sheet.write(70, 60, "全年平稳。")
    assert ["一、总体情况", "　　全年平稳。"] == texts(written([sheet]))


def test_a_frame_around_text_is_no_table() -> None:
    """One box alone holds text."""
    assert (["正文。"], []) == (texts(written([table(("正文。",))])), grids(written([table(("正文。",))])))


def test_the_title_of_the_file_is_kept() -> None:
    """What the file calls itself is a property of the document."""
    found: list[Document] = [pdf.read(written(numbered("7"), title=title)) for title in ("年度报告", "")]
    assert [(("title", "年度报告"),), ()] == [document.properties for document in found]


def test_pages_without_text_are_refused() -> None:
    """A scan has no text, and the refusal says so."""
    sheet = Sheet()
    sheet.picture()
    assert "它没有文字，只有图片" in refusal(written([sheet])).say()


def test_text_under_a_picture_of_the_page_is_refused() -> None:
    """What a machine has recognized may be misread."""
    sheet = table(*[("规章规章", "1")] * 25)
    sheet.picture()
    assert "机器识别" in refusal(written([sheet])).say()


def test_a_cover_with_a_picture_is_read() -> None:
    """A few words on a picture are printed words."""
    sheet = numbered("7")[0]
    sheet.picture()
    assert ["正文。", "7"] == [line.strip() for line in texts(written([sheet]))]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n", b"%PDF-1.4 broken", written([Sheet()])[:300]])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    """Whatever the parser stumbles over is a file that cannot be read."""
    assert isinstance(refusal(data), gd.CannotRead)


def test_a_locked_file_is_refused() -> None:
    """A file with a password is named as such."""
    assert "密码" in refusal(written(numbered("7"), locked=True)).say()


def test_without_its_library_the_way_to_get_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDF is an extra; who has not installed it is told how."""
    missing: Any = None
    monkeypatch.setitem(sys.modules, "pdfplumber", missing)
    assert "pip install gov-disclosure[pdf]" in refusal(written(numbered("7"))).say()


def test_the_format_is_told_from_bytes_and_suffix(tmp_path: Path) -> None:
    """A PDF is known by its first bytes, whatever it is called."""
    report = sampled_report(1)
    path = tmp_path / "report.txt"
    path.write_bytes(pdf_of(report))
    assert report.year == gd.read(path).year


def test_pdf_is_not_written() -> None:
    """There is a reader and no writer, and the refusal names what can be written."""
    with pytest.raises(gd.CannotWrite, match=r"\.docx \.json$|\.docx") as caught:
        bytes_for(gd.Report.blank(year=2023), ".pdf")
    assert (True, False, False, False) == (
        "pdf" in READERS,
        "pdf" in WRITERS,
        FORMATS["pdf"].written,
        ".pdf " in caught.value.say("en").partition(":")[2],
    )
