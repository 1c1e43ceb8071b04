"""What published reports have otherwise than the form: characters, labels, headings; the figures stay right."""

import io
import re
from collections.abc import Callable

import pytest

from gov_disclosure.document import Grid
from gov_disclosure.errors import NotAReport
from gov_disclosure.layout import lay_out
from gov_disclosure.reading import Reading, examine
from gov_disclosure.report import Report
from published import LAYOUTS, Keeps, Published
from sampled import Blanks, sampled_report

LEGIBLE = [layout for layout in LAYOUTS if layout.keeps is not Keeps.NOTHING]
EDITIONS = (2019, 2021)
HEADINGS = (
    *("一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"),
    *("四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"),
)
TRADITIONAL = str.maketrans(
    "规范制发废现数开总对内许务项处罚强决费额单万请况组织业机构会计结转办别只这属于国稳护权类过执询无关没补后举报当认获缴",
    "規範製發廢現數開總對內許務項處罰強決費額單萬請況組織業機構會計結轉辦別隻這屬於國穩護權類過執詢無關沒補後舉報當認獲繳",
)
Oddity = Callable[[str], str]


def put(*pairs: tuple[str, str]) -> Oddity:
    """Make an oddity that puts one text for another."""

    def oddity(page: str) -> str:
        for one, other in pairs:
            page = page.replace(one, other)
        return page

    return oddity


def without(*numbers: int) -> Oddity:
    """Make an oddity that leaves headings out."""
    return lambda page: re.sub(f"(?m)^(?:{'|'.join(HEADINGS[number] for number in numbers)})\n+", "", page)


WORDINGS: dict[str, Oddity] = {
    "traditional": lambda page: page.translate(TRADITIONAL),
    "traditional in part": put(("规范", "規范"), ("强制", "強製"), ("复议", "復議")),
    "another vocabulary": put(("规范性文件", "規範性檔案")),
    "readings": put(("发件数", "發(fā)件數(shù)"), ("现行", "現(xiàn)行"), ("规章", "規(guī)章")),
    "radicals": put(("一、", "⼀、"), ("行政", "⾏政")),
    "zero width": put(("公开", "公\u200b开"), ("\n0", "\n\u200b0")),
    "lost spaces": put(("\n0\n", "\n? 0\n"), ("规章", "? 规章")),
    "cut headers": put(("本年新制作数量", "本年新"), ("本年新公开数量", "本年新"), ("本年增/减", "本年增/")),
    "annotated headers": put(("现行有效件数", "现行有效件数 (历史累计)"), ("本年制发件数", "本年(2023)制发件数")),
    "annotated labels": put(("规章", "规章 (全县机关均无此项)")),
    "instructions": put(("规章", "规章（填写部门规章和政府规章）"), ("行政许可", "行政许可（按件数填写）")),
    "misspelt": put(("行政事业性收费", "行政事业型收费")),
    "no captions": put(("第二十条第（一）项", ""), ("第二十条第（五）项", ""), ("第二十条第（六）项", "")),
    "short label": put(("行政规范性文件", "规范性文件")),
    "spaces": put(("\n0\n", "\n" + " " * 29 + "0\n")),
}
OUTLINES: dict[str, Oddity] = {
    "no 一": without(0),
    "no 二": without(1),
    "no 三": without(2),
    "no 四": without(3),
    "no 五": without(4),
    "no 六": without(5),
    "no 一五六": without(0, 4, 5),
    "none": without(*range(6)),
    "worded otherwise": put(
        (HEADINGS[1], "二、政府信息主动公开情况"),
        (HEADINGS[2], "三、收到和处理政府信息公开的申请情况"),
        (HEADINGS[3], "四、因政府信息公开工作被申请行政复议提起行政诉讼情况"),
        (HEADINGS[4], "五、存在的主要问题及整改措施"),
    ),
    "wrong ordinals": put((HEADINGS[2], "二" + HEADINGS[2][1:]), (HEADINGS[5], "五" + HEADINGS[5][1:])),
    "no ordinals": put(*((heading, heading[2:]) for heading in HEADINGS)),
    "contents": put((HEADINGS[0] + "\n", "目录\n\n" + "\n\n".join(HEADINGS) + "\n\n" + HEADINGS[0] + "\n")),
    "numbered sub-topics": put(
        (HEADINGS[0], HEADINGS[0] + "\n\n一、主动公开情况\n\n公开及时。\n\n二、依申请公开情况\n\n办理及时。")
    ),
    "six parts told": put(
        (HEADINGS[0], HEADINGS[0] + "\n\n本报告由总体情况、主动公开政府信息情况和其他事项等六部分组成。")
    ),
    "doubled": put(*((heading, f"{heading}\n\n{heading}") for heading in HEADINGS)),
    "prose before tables": put((HEADINGS[1], HEADINGS[1] + "\n\n主动公开的情况如下表所示。")),
}


def reading_of(layout: Published, report: Report, oddity: Oddity) -> Reading:
    """Print a report in a layout, with an oddity, and read it."""
    return examine(io.StringIO(oddity(layout.page(lay_out(report)))))


def figures(report: Report) -> list[object]:
    """Give every cell of a report."""
    return [cell for table in report.tables for cell in table.cells]


@pytest.mark.parametrize("oddity", WORDINGS)
@pytest.mark.parametrize("layout", LEGIBLE, ids=lambda layout: layout.name)
def test_odd_wordings_keep_every_figure(layout: Published, oddity: str) -> None:
    """However labels and headers are printed, all figures are read, and no label becomes text."""
    for edition in EDITIONS:
        report = sampled_report(edition, Blanks.NONE, edition)
        read = reading_of(layout, report, WORDINGS[oddity]).report
        assert (edition, figures(report)) == (read.edition, figures(read))
        assert [len(part.text) for part in report.sections] == [len(part.text) for part in read.sections]


@pytest.mark.parametrize("oddity", OUTLINES)
@pytest.mark.parametrize("layout", LEGIBLE, ids=lambda layout: layout.name)
def test_odd_outlines_keep_every_figure_and_every_paragraph(layout: Published, oddity: str) -> None:
    """However the headings stand, all figures are read and each paragraph is in a part or left over."""
    report = sampled_report(7, Blanks.NONE)
    read = reading_of(layout, report, OUTLINES[oddity]).report
    assert figures(report) == figures(read)
    kept = [item for part in (read.preamble, *(part.text for part in read.sections), read.leftovers) for item in part]
    assert [] == [text for part in report.sections for text in part.paragraphs if text not in kept]


@pytest.mark.parametrize("oddity", ["worded otherwise", "wrong ordinals", "no ordinals", "contents", "doubled"])
def test_odd_headings_open_the_parts_all_the_same(oddity: str) -> None:
    """Text stands in its part although the heading is odd."""
    report = sampled_report(7, Blanks.NONE)
    read = reading_of(LEGIBLE[0], report, OUTLINES[oddity]).report
    assert [part.text for part in report.sections] == [part.text for part in read.sections]


def test_the_columns_decide_the_edition_and_not_the_year() -> None:
    """A report for 2022 in the form of 2019 is read in that form."""
    report = sampled_report(4, Blanks.NONE, 2019).evolve(year=2022, title="青禾县水务局2022年政府信息公开工作年度报告")
    read = reading_of(LEGIBLE[0], report, put()).report
    assert (2019, 2022, figures(report)) == (read.edition, read.year, figures(read))


def test_a_row_that_the_form_has_not_is_left_over() -> None:
    """Its figures go nowhere else."""
    report = sampled_report(4, Blanks.NONE, 2021)
    html = report.to_html().replace("<tr><td", "<tr><td", 1)
    row = re.search(r"(?s)<tr>(?:(?!<tr>).)*行政规范性文件.*?</tr>", html)
    assert row is not None
    reading = examine(html.replace(row[0], row[0] + row[0].replace("行政规范性文件", "其他主动公开文件")).encode())
    assert figures(report) == figures(reading.report)
    assert "row_unknown" in reading.findings.rules
    assert any("其他主动公开文件" in str(item) for item in reading.leftovers)


OLD = """青禾县水务局{year}年政府信息公开工作年度报告

一、概述

本局认真开展工作。

二、主动公开政府信息的情况

公开信息31条。

三、依申请公开政府信息的情况

收到申请2件。

四、政府信息公开的收费及减免情况

没有收费。

五、因政府信息公开申请行政复议、提起行政诉讼的情况

没有。
"""


@pytest.mark.parametrize("year", [2014, 2017, 2019])
def test_a_report_of_the_old_outline_is_named(year: int) -> None:
    """The error says in both languages that the outline is older than the form."""
    with pytest.raises(NotAReport) as refused:
        examine(io.StringIO(OLD.format(year=year)))
    assert "2019年格式之前" in refused.value.say("zh")
    assert "before the form of 2019" in refused.value.say("en")


def test_the_year_of_an_old_report_is_named() -> None:
    """A reader sees which year the report is for."""
    with pytest.raises(NotAReport, match="2014年"):
        examine(io.StringIO(OLD.format(year=2014)))


def test_a_title_in_traditional_characters_names_organ_and_year() -> None:
    """The organ stays as it is printed."""
    title = "青禾縣水務局2022年政府信息公開工作年度報告"
    read = reading_of(LEGIBLE[0], sampled_report(7, Blanks.NONE, 2021).evolve(title=title), put()).report
    assert (title, "青禾縣水務局", 2022) == (read.title, read.organization, read.year)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_edition_is_known_where_no_cell_is(edition: int) -> None:
    """Lines that say label, column and figure in a sentence have no cells, but the labels of one edition."""
    report = Report.blank(organization="青禾县水务局", year=2021 if edition == 2019 else 2020, edition=edition)
    tables = (f"{place.row.label} - {place.column.label}: 0" for table in report.tables for place in table.form.places)
    page = "\n".join((report.title, *HEADINGS[:2], *tables, *HEADINGS[2:]))
    assert edition == examine(io.StringIO(page)).report.edition


PIECES = {
    "that several labels begin with": (
        (
            "行政",
            "许可",
            "第二十条第（六）项",
            "信息内容",
            "本年处理决定数量",
            "行政",
            "    0",
            "处罚",
            "行政",
            "    14182",
            "强制",
        ),
        ("proactive.licenses.decisions", "proactive.penalties.decisions"),
    ),
    "of the next label behind a whole one": (
        (
            "4.无正当理由大量反复申请 0 0 0 0 0 0 0",
            "5.要求行政机关确认或重新出具已获取信",
            "（六",
            "0 10 20 24 0 0 54",
            "）其他处理",
        ),
        ("requests.unprocessed_reissue.commercial", "requests.unprocessed_reissue.total"),
    ),
}
"""Lines of a page whose labels are broken around their figures, and what none of them is a figure of."""


@pytest.mark.parametrize("name", PIECES)
def test_a_piece_names_no_row(name: str) -> None:
    """A figure between two pieces of labels is of neither row for sure."""
    lines, addresses = PIECES[name]
    page = "\n".join(("青禾县水务局2023年政府信息公开工作年度报告", *HEADINGS[:3], *lines, *HEADINGS[3:]))
    read = {
        place.address: value
        for table in examine(io.StringIO(page)).report.tables
        for place, value in zip(table.form.places, table.cells, strict=True)
    }
    assert [None, None] == [read[address] for address in addresses]


def test_a_figure_that_touches_its_label_is_no_blank_cell() -> None:
    """The first figure of a line whose narrow gap was lost is read with the others, and is not left out unseen."""
    rows = (
        "行政许可                 21      0       4",
        "其他对外管理服务事项0      无      0",
        "行政处罚                 3       0       9",
    )
    page = "\n".join(("青禾县水务局2020年政府信息公开工作年度报告", *HEADINGS[:2], *rows, *HEADINGS[2:]))
    table = examine(io.StringIO(page)).report.proactive.table
    assert [0, "无", 0] == [getattr(cell, "text", cell) for cell in table.row("other_services").values()]


def test_a_line_that_is_whole_by_chance_is_refused() -> None:
    """Among single cells of which some were lost, fifteen figures that do not add up may be those of others, too."""
    header = (
        "行政复议",
        "行政诉讼",
        "未经复议直接起诉",
        "复议后起诉",
        *("结果维持", "结果纠正", "其他结果", "尚未审结", "总计") * 3,
    )
    rows = ("规章", "0", "3", "行政规范性文件", "1", "2", "3")
    figures = ("0", "13", "49", "11", "26", "0", "92", "84", "1", "0", "170", "0", "979", "5", "7")
    title = "青禾县水务局2023年政府信息公开工作年度报告"
    page = "\n".join((title, *HEADINGS[:2], *rows, *HEADINGS[2:4], *header, *figures, *HEADINGS[4:]))
    reading = examine(io.StringIO(page))
    assert not any(reading.report.review_litigation.table.cells)
    assert "review_litigation" in {where for finding in reading.findings for where in finding.where}


def test_a_row_that_a_page_cuts_is_refused() -> None:
    """Its label goes on below, and so may its numbers do."""
    report = sampled_report(1, Blanks.NONE)
    layout = next(layout for layout in LAYOUTS if layout.name == "pdf-wide-columns")
    page = layout.page(lay_out(report))
    label = "一、本年新收政府信息公开申请数量"
    cut = page.replace(label, label[:10]).split("\n")
    row = next(place for place, line in enumerate(cut) if line.strip().startswith(label[:10]))
    reading = examine(io.StringIO("\n".join([*cut[: row + 1], f"{label[10:]}   1   9   68", *cut[row + 1 :]])))
    assert {None} == {reading.report.requests.matrix.cell("received", key) for key in ("natural_person", "total")}
    assert any("requests.received" in finding.where for finding in reading.findings)


@pytest.mark.parametrize(
    "nothing",
    [
        "NaN",
        "nan",
        "NaT",
        "<NA>",
        "None",
        "null",
        "NULL",
        "(null)",
        "undefined",
        "\\N",
        "&nbsp;",
        "&nbsp;&nbsp;",
        "&emsp;",
    ],
)
def test_what_tools_print_for_an_empty_cell_is_blank(nothing: str) -> None:
    """It is no mark of the office: the rows are read as if nothing stood there."""
    report = sampled_report(7, Blanks.SCATTERED, 2021)
    grids = [block.texts() for block in lay_out(report).blocks if isinstance(block, Grid)]

    def page(blank: str) -> io.StringIO:
        rows = (f"| {' | '.join(cell or blank for cell in row)} |" for grid in grids for row in grid)
        return io.StringIO("\n".join((report.title, *rows, "特此报告。")))

    assert examine(page(" ")).report.tables == examine(page(nothing)).report.tables
    assert any(examine(page(nothing)).report.requests.table.cells)


@pytest.mark.parametrize("between", ["", " ", "<br>", "（"])
def test_labels_in_two_languages_are_those_of_the_form(between: str) -> None:
    """What a label is in English, behind it or below it in the same cell, makes no difference."""
    report = sampled_report(2, Blanks.NONE, 2021)
    end = "）" if between == "（" else ""
    pairs = {
        "规章": "Rules",
        "自然人": "Natural persons",
        "总计": "Total",
        "（一）予以公开": "Disclosed",
        "结果维持": "Upheld",
    }
    page = re.sub("<wbr>", "", report.to_html())
    for label, english in pairs.items():
        page = page.replace(f">{label}<", f">{label}{between}{english}{end}<")
    assert report.tables == examine(page.encode(), format="html").report.tables


def broken_labels(report: Report, number: str) -> str:
    """Table three by lines whose labels go on below the figures, as where narrow cells were read line by line."""
    lines = [f"2023年政府信息公开工作年度报告\n{HEADINGS[2]}"]
    table = report.requests.matrix
    figures = list(table.values())
    for key, row in report.form.by_table[table.section].shape:
        label = re.sub(r"^(\d)\.", number, report.form.by_table[table.section].labels[key].label)
        lines.append(" ".join([label[:13], *(str(figures[index]) for index in row)]) + f"\n{label[13:]}".rstrip())
    return "\n".join(lines)


@pytest.mark.parametrize("number", [r"\1.", r"\1、", ""], ids=["dot", "comma", "none"])
@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("seed", range(6))
def test_the_rest_of_a_label_below_its_figures_is_of_no_other_row(seed: int, edition: int, number: str) -> None:
    """Whatever parts the numbers of rows from their words: what follows the rest of a label is the next row."""
    report = sampled_report(seed, Blanks.NONE, edition)
    truth = report.requests.matrix
    found = examine(io.StringIO(broken_labels(report, number)), format="text").report.requests.matrix
    assert {cell: truth[cell] for cell in found} == dict(found)
    assert len(found) > len(truth) * 0.8


@pytest.mark.parametrize("seed", range(3))
def test_a_comma_behind_the_number_of_a_row_is_a_dot(seed: int) -> None:
    """Many offices write 1、 where the form has 1."""
    report = sampled_report(seed, Blanks.NONE)
    page = re.sub(r"(?<=[>（])(\d)\.(?=[^\d])", r"\1、", report.to_html())
    assert "1、" in page
    assert report.tables == examine(page.encode(), format="html").report.tables


def test_a_number_behind_a_label_is_that_of_the_next_row() -> None:
    """Where the rest of the next label stands below the figures, these are not of the label above."""
    page = broken_labels(sampled_report(1, Blanks.NONE, 2021), "")
    lines = [
        "5.要求行政机关确认或重新",
        "出具已获取信息",
        "（六） 33 0 12 0 0 0 45",
        "其他处理",
        "（七）总计 40 0 12 0 0 0 52",
    ]
    found = examine(io.StringIO("\n".join([*page.split("\n")[:2], *lines])), format="text").report.requests.matrix
    assert [40, 0, 12, 0, 0, 0, 52] == list(found.values())
