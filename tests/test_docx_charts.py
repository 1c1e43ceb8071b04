"""Native charts of a Word document: sound files, figures that can be edited, and the report unchanged by them."""

import io
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from docx_cases import broken, report
from docx_chart_checker import A, C, chart_faults, charts, workbooks
from docx_checker import W, elements, faults, part
from gov_disclosure import read
from gov_disclosure.formats import docx
from gov_disclosure.report import Report
from gov_disclosure.tables import RequestMatrix
from strategies import reports

DOCUMENT, TYPES, CHART = "word/document.xml", "[Content_Types].xml", "word/charts/chart2.xml"
LINKS, BOOK = "word/charts/_rels/chart2.xml.rels", "word/embeddings/Microsoft_Excel_Sheet2.xlsx"
SHEET, INLINE = (
    "xl/worksheets/sheet1.xml",
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
)


def figured(**options: object) -> bytes:
    """Write a report with both charts, the second of the years 2020 to 2023 with two gaps."""
    return report().to_docx(**{"charts": report(2019), **options})  # type: ignore[arg-type]  # options by name


def names(data: bytes) -> list[str]:
    """Give the names of the parts of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def texts(data: bytes, style: str) -> list[str]:
    """Give the texts of the paragraphs of a style."""
    found = (p for p in elements(data, "p") if any(s.get(f"{W}val") == style for s in p.iter(f"{W}pStyle")))
    return ["".join(str(t.text) for t in p.iter(f"{W}t")) for p in found]


_KIND = 'ContentType="application/vnd.openxmlformats-officedocument.drawing'
_COUNT = '<c:formatCode>General</c:formatCode><c:ptCount val="4"/>'
BROKEN = [
    (TYPES, f'chart2.xml" {_KIND}ml', f'chart2.xml" {_KIND}', "not of its content type"),
    (TYPES, "Sheet2.xlsx", "Sheet9.xlsx", "Sheet2.xlsx: not of its content type"),
    ("word/_rels/document.xml.rels", "charts/chart2.xml", "charts/chart1.xml", "are not those that are referred to"),
    (DOCUMENT, 'r:id="rId8"', 'r:id="rId88"', "are not those that are referred to"),
    (LINKS, "Sheet2.xlsx", "Sheet1.xlsx", "its workbook holds"),
    (LINKS, "Sheet2.xlsx", "Sheet7.xlsx", "a chart without figures to edit"),
    (DOCUMENT, 'cx="5615940"', 'cx="5715940"', "broader than the type area"),
    (DOCUMENT, 'descr="条形图。', 'descr="" title="', "no words for who cannot see it"),
    (DOCUMENT, '<wp:docPr id="2"', '<wp:docPr id="1"', "two drawings have one number"),
    (DOCUMENT, '<w:pStyle w:val="Chart"/>', '<w:pStyle w:val="ReportBody"/>', "may be parted from its caption"),
    (DOCUMENT, "<w:t>2</w:t>", "<w:t>1</w:t>", "no caption with its number"),
    (DOCUMENT, " SEQ 图 ", " PAGE ", "no caption with its number"),
    (CHART, "Sheet1!$B$2:$B$5", "Sheet1!$B$3:$B$6", "its workbook holds"),
    (CHART, "Sheet1!$C$1<", "Sheet1!$B$1<", "its workbook holds"),
    (CHART, '<c:ptCount val="4"/>', '<c:ptCount val="5"/>', "not so many points as cells"),
    (CHART, "<c:v>15</c:v>", "<c:v>16</c:v>", "its workbook holds"),
    (CHART, _COUNT, f'{_COUNT}<c:pt idx="1"><c:v>0</c:v></c:pt>', "its workbook holds"),
    (CHART, '<c:dispBlanksAs val="gap"/>', '<c:dispBlanksAs val="zero"/>', "not left as a gap"),
    (CHART, '<c:crossBetween val="between"/>', "<c:legend/>", "unknown or out of order"),
    (CHART, '<c:axId val="222222222"/></c:barChart>', '<c:axId val="-2"/></c:barChart>', "not those that it names"),
    (CHART, '<c:showVal val="1"/>', '<c:showVal val="0"/>', "bars without their figures"),
    (CHART, 'val="BDD7EE"', 'val="365F91"', "look alike in grey"),
    (CHART, '<a:ea typeface="宋体"/>', "", "a Latin font without a Chinese one"),
]  # fmt: skip


@pytest.mark.parametrize(("part", "old", "new", "fault"), BROKEN, ids=[c[3] for c in BROKEN])
def test_checker_catches_a_broken_chart(part: str, old: str, new: str, fault: str) -> None:
    """The checker names the fault of a file that was broken in one place."""
    found = faults(broken(figured(), part, old, new))

    assert [each for each in found if fault in each], found


def reworked(data: bytes, part: str, old: str, new: str) -> bytes:
    """Give a copy of a file with one text of one part of its second workbook replaced."""
    book = broken(workbooks(data)[1], part, old, new)
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for info in source.infolist():
            target.writestr(info, book if info.filename == BOOK else source.read(info))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("part", "old", "new", "fault"),
    [
        (SHEET, '<c r="B2"><v>15</v></c>', '<c r="B2"><v>14</v></c>', "its workbook holds"),
        (SHEET, '<row r="3">', '<row r="3"><c r="B3"><v>0</v></c>', "its workbook holds"),
        (TYPES, "/xl/styles.xml", "/xl/style.xml", "xl/styles.xml has no content type"),
        ("xl/_rels/workbook.xml.rels", "sheet1.xml", "sheet2.xml", "target xl/worksheets/sheet2.xml is missing"),
    ],
)
def test_checker_catches_a_broken_workbook(part: str, old: str, new: str, fault: str) -> None:
    """The checker looks into the workbook of a chart, too."""
    found = faults(reworked(figured(), part, old, new))

    assert [each for each in found if fault in each], found


@pytest.mark.parametrize("edition", [2019, 2021])
@pytest.mark.parametrize("figure", [0, 12, 12345, 654321, 12345678])
def test_a_report_with_charts_has_no_fault(edition: int, figure: int) -> None:
    """Reports of both editions with figures of one to eight digits pass the checker, in both languages."""
    earlier = report(2019).evolve(year=2019)
    for options in ({}, {"lang": "en"}, {"style": "plain"}):
        assert [] == faults(report(edition, figure=figure).to_docx(charts=earlier, **options))  # type: ignore[arg-type]  # options by name


def test_a_report_with_charts_satisfies_the_published_schema(tmp_path: Path) -> None:
    """A port of Microsoft's own validator finds nothing in the file, nor in the workbook of a chart."""
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit is not installed")
    data = figured()
    for name, content in (("report.docx", data), ("figures.xlsx", workbooks(data)[1])):
        (tmp_path / name).write_bytes(content)
        assert [] == [str(error) for error in audit.OpenXmlValidator().validate(str(tmp_path / name)).errors]


def test_the_workbook_of_a_chart_opens() -> None:
    """Spreadsheets find the figures of the chart; what is not known is an empty cell."""
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    sheet = openpyxl.load_workbook(io.BytesIO(workbooks(figured())[1]))["Sheet1"]

    assert [
        (None, "新收", "办结"),
        ("2020年", 15, 15),
        ("2021年", None, None),
        ("2022年", None, None),
        ("2023年", 15, 15),
    ] == [tuple(value or None for value in row) for row in sheet.values]


def test_without_charts_nothing_is_added() -> None:
    """A document without charts has neither their parts nor their styles."""
    data = report().to_docx(charts=False)

    assert report().to_docx() == data
    assert not [name for name in names(data) if "chart" in name or "xlsx" in name]
    assert "图表题注" not in part(data, "word/styles.xml")


def test_charts_are_the_same_bytes_everywhere() -> None:
    """Two processes of other time zones, locales and hash seeds write the same charts and workbooks."""
    code = "import sys; from docx_cases import report; sys.stdout.buffer.write(report().to_docx(charts=report(2019)))"
    elsewhere = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONPATH": str(Path(__file__).parent), **surroundings},
            capture_output=True,
            check=True,
        ).stdout
        for surroundings in ({"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1"}, {"LC_ALL": "C", "PYTHONHASHSEED": "2"})
    ]

    assert [figured()] * 2 == elsewhere


def test_charts_need_no_library() -> None:
    """Charts and workbooks are written without python-docx, lxml and openpyxl."""
    code = (
        "import sys; from docx_cases import report; report().to_docx(charts=report(2019));"
        "print({'docx', 'lxml', 'openpyxl'} & set(sys.modules))"
    )
    environment = {"PYTHONPATH": str(Path(__file__).parent)}

    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    assert b"set()\n" == done.stdout


def test_captions_are_numbered_in_the_language_of_the_document() -> None:
    """The number is a field that Word counts; the note follows the caption."""
    assert ["图1　2023年", "图2　2020—", "注：没有2021"] == [text[:8] for text in texts(figured(), "ChartCaption")]
    assert ["Figure 1. ", "Figure 2. ", "Note: 2021"] == [t[:10] for t in texts(figured(lang="en"), "ChartCaption")]


def test_a_note_without_a_chart_adds_no_part() -> None:
    """Where there is nothing to draw the note stands under the table, and the file is sound."""
    data = RequestMatrix.of().to_docx(charts=True)

    assert ["注：本年度没有办结的政府信息公开申请，不作办理结果图。"] == texts(data, "ChartCaption")
    assert not [name for name in names(data) if "chart" in name]
    assert [] == [fault for fault in faults(data) if "property" not in fault and "title" not in fault]


def test_figures_that_are_broader_than_their_bars_are_turned() -> None:
    """Six digits stand on their side over the bars of many years, and lie beside bars that lie."""
    years = [report(2019).evolve(year=year) for year in range(2016, 2021)]
    outcomes, long = charts(report(figure=123456).to_docx(charts=years))
    _, short = charts(report(figure=1).to_docx(charts=years))
    turned = [[body.get("rot") for body in chart.iter(f"{A}bodyPr")] for chart in (outcomes, long, short)]

    assert [{None}, {None, "-5400000"}, {None}] == [set(found) for found in turned]


@pytest.mark.parametrize("digits", [1, 7, 13, 30])
def test_figures_of_any_length_leave_room_for_bars(digits: int) -> None:
    """However long a figure is, and however narrow the page, there is a plot beside it."""
    figures = [report(figure=10**digits).evolve(year=year) for year in (2022, 2023)]
    for chart in charts(figures[1].to_docx(charts=figures[:1], margins=(50, 50, 50, 50))):
        assert min(float(share.get("val", "0")) for name in "wh" for share in chart.iter(f"{C}{name}")) > 0.25


@pytest.mark.parametrize("margins", [(37, 26, 35, 28), (13, 13, 13, 13), (50, 50, 50, 50)])
def test_charts_are_as_wide_as_the_text(margins: tuple[float, ...]) -> None:
    """Charts follow the margins; bars and names share their width."""
    data = figured(margins=margins)
    (page,) = elements(data, "pgMar")
    room = 11906 - int(page.get(f"{W}left", "0")) - int(page.get(f"{W}right", "0"))

    assert [str(room * 635)] * 2 == re.findall(r'<wp:extent cx="(\d+)"', part(data))
    for chart in charts(data):
        shares = [float(chart.find(f".//{C}manualLayout/{C}{name}").get("val")) for name in "xywh"]  # type: ignore[union-attr, arg-type]  # required
        assert all(0 <= share <= 1 for share in shares)
        assert max(shares[0] + shares[2], shares[1] + shares[3]) <= 1.0001


def test_fonts_are_those_of_the_tables() -> None:
    """Charts name the fonts that the document names; markup in a name is text."""
    data = figured(fonts={"table": "楷体", "latin": "A&B"})

    assert all(
        {("A&B", "楷体")}
        == {(f.find(f"{A}latin").get("typeface"), f.find(f"{A}ea").get("typeface")) for f in chart.iter(f"{A}defRPr")}  # type: ignore[union-attr]  # required
        for chart in charts(data)
    )


@pytest.mark.parametrize("options", [{}, {"lang": "en"}, {"style": "plain"}])
@pytest.mark.parametrize("figure", [0, 12])
def test_a_report_with_charts_reads_back(options: dict[str, object], figure: int) -> None:
    """Charts, captions and notes are no part of the report; nor is a note that stands alone."""
    matrix = RequestMatrix.of(received={"commercial": figure}, unavailable_unclear={"commercial": figure})
    written = report().evolve(requests=matrix)
    plain, drawn = (written.to_docx(charts=charts, **options) for charts in (False, written.evolve(year=2021)))  # type: ignore[arg-type]  # options by name

    assert docx.read(plain) == docx.read(drawn)
    assert drawn != plain


@given(reports())
@settings(max_examples=25)
def test_any_report_reads_back_from_under_its_charts(written: Report) -> None:
    """Whatever stands in the cells and in the text, charts add nothing to what is read, and the file is sound."""
    drawn = written.to_docx(charts=True)

    assert docx.read(written.to_docx()) == docx.read(drawn)
    assert [] == list(chart_faults(drawn))


def test_what_is_written_into_a_caption_is_kept() -> None:
    """A text in the style of captions that is none was written by someone else."""
    data = broken(figured(), DOCUMENT, "<w:t>注：没有", "<w:t>另见附件：没有")

    assert any("另见附件" in text for text in read(data).requests.paragraphs)


def test_a_draft_has_charts_too() -> None:
    """Findings and charts stand in one document."""
    written = report()
    data = written.to_docx(findings=written.validate(), charts=True)

    assert 1 == len(charts(data))
    assert [] == faults(data)


def test_python_docx_has_the_charts() -> None:
    """The document that is given for editing has the drawings, and saves them with their figures."""
    document = report().to_document(charts=report(2019))
    document.save(saved := io.BytesIO())

    assert 2 == len(document.inline_shapes) == len(workbooks(saved.getvalue()))
    assert [] == list(chart_faults(saved.getvalue()))


def with_place(data: bytes) -> bytes:
    """Make a template of a document: its last paragraph is a bookmark."""
    start, end = '<w:bookmarkStart w:id="7" w:name="report"/>', '<w:bookmarkEnd w:id="7"/>'
    text = part(data)
    head, tail = text.rsplit("<w:r>", 1)
    return broken(data, DOCUMENT, text, f"{head}{start}<w:r>{tail.replace('</w:p>', f'{end}</w:p>', 1)}")


def test_charts_go_into_a_template_that_has_charts(tmp_path: Path) -> None:
    """Parts, identities and numbers of the template stay its own; every chart keeps its figures."""
    base = tmp_path / "office.docx"
    base.write_bytes(with_place(figured()))
    data = report(figure=7).to_docx(charts=report(2019), base=base)
    drawings = re.findall(r'<wp:docPr id="(\d+)"', part(data))

    assert [] == [fault for fault in faults(data) if "no caption with its number" not in fault]
    assert 4 == len(charts(data)) == len(workbooks(data)) == len(set(drawings))
    assert [12, 7] == [int(charts(data)[i].findtext(f".//{C}numCache/{C}pt/{C}v", "")) for i in (0, 2)]
    assert data == report(figure=7).to_docx(charts=report(2019), base=base)


def test_the_template_of_another_program_takes_charts(tmp_path: Path) -> None:
    """A template that has no charts gets their content types and their parts."""
    base = tmp_path / "office.docx"
    base.write_bytes(with_place(report().to_docx()))
    data = report().to_docx(charts=True, base=base)

    assert [] == faults(data)
    assert 1 == len(charts(data))


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")), reason="LibreOffice or pdftotext is not installed"
)
def test_libreoffice_draws_the_charts(tmp_path: Path) -> None:
    """The request table keeps its page, names and figures of the charts stand on the next one with their captions."""
    written = report(figure=654321)
    written.to_pdf(tmp_path / "report.pdf", charts=report(2019))
    command = ["pdftotext", "-raw", str(tmp_path / "report.pdf"), "-"]
    pages = subprocess.run(command, capture_output=True, check=True).stdout.decode().split("\f")

    (drawn,) = (page for page in pages if "图1" in re.sub(r"\s", "", page))
    assert {"予以公开", "不予处理", "新收", "办结"} <= set(drawn.split())
    assert {"654321", "654324", "15"} <= set(drawn.split())
    assert "图2" in re.sub(r"\s", "", drawn)
    assert "四、结转下年度继续办理" not in drawn
