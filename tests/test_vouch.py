"""Tables that say of themselves that their figures cannot be read as usual: refused, and said."""

import re
from collections.abc import Callable

import pytest

from gov_disclosure.cells import Mark
from gov_disclosure.names import Section
from gov_disclosure.reading import Reading, examine
from gov_disclosure.report import Report
from gov_disclosure.sections import Requests
from gov_disclosure.tables import ProactiveTable, RequestMatrix, ReviewLitigationTable

REPORT = Report(
    organization="青禾县水务局",
    year=2024,
    overview="全年主动公开信息31条。",
    proactive=ProactiveTable.of(rules={"issued": 2, "in_force": 9}, licenses=4, fees="2.5"),
    requests=RequestMatrix.of(
        received={"natural_person": 3, "commercial": 1}, carried_out={"natural_person": 3, "commercial": 1}
    ),
    review_litigation=ReviewLitigationTable.of(reconsideration={"upheld": 2}),
)

FIGURES = REPORT.evolve(
    requests=RequestMatrix.of(
        received={
            "natural_person": 11,
            "commercial": 12,
            "research": 13,
            "public_welfare": 14,
            "legal_service": 15,
            "other": 16,
        },
        disclosed={"natural_person": 21, "commercial": 22, "research": 23, "public_welfare": 24, "legal_service": 25},
    )
)


def swapped(text: str, one: str, other: str) -> str:
    """Exchange two wordings in a text."""
    return text.replace(one, "\0").replace(other, one).replace("\0", other)


def markdown(text: str) -> Reading:
    """Read a text as Markdown."""
    return examine(text.encode(), format="markdown")


@pytest.mark.parametrize(
    ("one", "other", "section"),
    [
        ("本年制发件数", "现行有效件数", Section.PROACTIVE),
        ("自然人", "商业企业", Section.REQUESTS),
        ("自然人", "总计", Section.REQUESTS),
        ("结果维持", "尚未审结", Section.REVIEW_LITIGATION),
    ],
)
def test_columns_in_another_order_are_refused(one: str, other: str, section: Section) -> None:
    """A header in another order leaves the rows below it blank, and says so; nothing lands in a wrong cell."""
    text = REPORT.to_markdown()
    # The total of the rows is a label of its own: only the header is exchanged.
    reading = markdown(swapped(text.replace("（七）总计", "（七）\1"), one, other).replace("\1", "总计"))
    read = next(table for table in reading.report.tables if table.section is section)
    printed = next(table for table in REPORT.tables if table.section is section)
    assert "columns_reordered" in reading.findings.rules
    assert all(value in (None, 0) or value == old for value, old in zip(read.cells, printed.cells, strict=True))


@pytest.mark.parametrize("above", ["规章", "行政强制", "二、上年结转", "（七）总计"])
def test_a_header_in_another_order_refuses_its_rows_wherever_it_was_moved(above: str) -> None:
    """Above a row of another table, or below its own first row: what it says holds for the rows that it left."""
    rows = re.sub("<wbr>|</?t(head|body)>", "", REPORT.to_html()).split("<tr>")
    place = next(place for place, row in enumerate(rows) if "商业企业" in row)
    header = rows.pop(place)
    rows.insert(next(place for place, row in enumerate(rows) if above in row), swapped(header, "商业企业", "科研机构"))
    reading = examine("<tr>".join(rows).encode(), format="html")
    read = reading.report.requests.table

    assert "columns_reordered" in reading.findings.rules
    assert set(read.cells) == {None}


def changed_rows(change: Callable[[list[str]], list[str]]) -> Reading:
    """Read the page of a report of many figures in which the cells of the applicants were changed in each row."""
    page = re.sub("<wbr>", "", FIGURES.to_html())
    start = page.index("自然人")
    end = page.index("</table>", start)
    row = re.compile("(?:<t[dh][^>]*(?:gd-value|scope=.col. class=.gd-header)[^>]*>[^<]*</t[dh]>){5,}")
    cells = re.compile("<t[dh].*?</t[dh]>")
    rows = row.sub(lambda found: "".join(change(cells.findall(found[0]))), page[start:end])
    return examine((page[:start] + rows + page[end:]).encode(), format="html")


def test_a_column_twice_in_the_header_is_refused() -> None:
    """Without their blank totals rows with a column twice have as many figures as the form."""
    reading = changed_rows(lambda row: [*row[:2], *row[1:5], *row[5:6]])
    assert "columns_reordered" in reading.findings.rules
    assert set(reading.report.requests.table.cells) == {None}


def test_a_column_that_the_form_has_not_in_place_of_one_that_it_has_is_left_out() -> None:
    """With subtotals, and without a column of the form, rows have as many figures as the form: names tell them."""

    def change(row: list[str]) -> list[str]:
        name = "小计" if "header" in row[0] else "9"
        subtotal = re.sub(">[^<]*</t", f">{name}</t", row[0])
        return [*row[:1], *row[2:5], subtotal] if len(row) == 5 else [*row[:2], *row[3:6], subtotal, row[6]]

    reading = changed_rows(change)
    untold = {f"requests.{row}.research": None for row, _ in FIGURES.requests.table.form.shape}
    assert FIGURES.with_cells(untold).requests.table == reading.report.requests.table
    assert untold.keys() == {where for f in reading.findings if f.rule == "cells_untold" for where in f.where}


@pytest.mark.parametrize("name", ["个体工商户", "上年自然人"])
def test_another_column_in_the_place_of_one_of_the_form_is_left_out(name: str) -> None:
    """Its name has nothing of that of the form, or says another year: that column is lacking."""
    reading = examine(FIGURES.to_html().replace(">自然人<", f">{name}<").encode(), format="html")
    untold = {f"requests.{row}.natural_person": None for row, _ in FIGURES.requests.table.form.shape}
    assert FIGURES.with_cells(untold).requests.table == reading.report.requests.table


@pytest.mark.parametrize("name", ["公民", "自然人（注）", "自然人*"])
def test_a_column_in_other_words_is_no_other_column(name: str) -> None:
    """It stands where the column of the form should, and the rows have a figure below it."""
    page = FIGURES.to_html().replace(">自然人<", f">{name}<").replace("科研<wbr>机构", "研究机构")
    assert FIGURES.requests.table == examine(page.encode(), format="html").report.requests.table


def test_the_columns_of_the_other_remedies_do_not_matter() -> None:
    """A header in order raises nothing."""
    assert "columns_reordered" not in markdown(REPORT.to_markdown()).findings.rules


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_sentence_above_a_table_is_no_header(form: str) -> None:
    """It may name the columns in any order."""
    sentence = "下表按总计、其他、法律服务机构、社会公益组织、科研机构、商业企业和自然人分别列示。"
    report = REPORT.evolve(requests=Requests([sentence], matrix=REPORT.requests.table))
    reading = examine(getattr(report, f"to_{form}")().encode(), format=form)

    assert "columns_reordered" not in reading.findings.rules
    assert report.tables == reading.report.tables


def test_another_unit_in_the_header_keeps_the_figure_as_text() -> None:
    """A fee in 元 is no number of 万元."""
    reading = markdown(REPORT.to_markdown().replace("单位：万元", "单位：元"))
    assert Mark("2.5元") == reading.report.proactive.table.cell("fees", "amount")
    assert ("proactive.fees.amount",) == next(f for f in reading.findings if f.rule == "unit_other").where


def test_a_row_that_says_two_things_is_left_blank() -> None:
    """Of two rows with one label and other figures, neither is believed."""
    text = REPORT.to_text()
    line = next(line for line in text.splitlines() if line.startswith("行政许可"))
    reading = examine(text.replace(line, f"{line}\n{line.replace('4', '7')}").encode())
    assert reading.report.proactive.table.cell("licenses", "decisions") is None
    assert "row_repeated" in reading.findings.rules


def test_a_title_broken_inside_a_word_is_put_together() -> None:
    """A long organ's title comes back whole from narrow text."""
    organization = "青禾市自然资源和规划局城市更新与土地综合整治管理服务中心"
    report = REPORT.evolve(organization=organization, title=f"{organization}2024年政府信息公开工作年度报告")
    for width in (40, 60, 80):
        assert report == examine(report.to_text(width=width).encode()).report


def test_a_second_report_is_not_mixed_into_the_first() -> None:
    """Of two reports in one source the first is read; the other is kept as it stands."""
    older = REPORT.evolve(year=2023, title="青禾县水务局2023年政府信息公开工作年度报告", overview="去年的情况。")
    reading = examine(f"{REPORT.to_text()}\n\n{older.to_text()}".encode())
    assert REPORT == reading.report.evolve(leftovers=())
    assert "second_report" in reading.findings.rules
    assert "去年的情况。" in reading.leftovers


@pytest.mark.parametrize(("one", "other"), [("行政复议", "行政诉讼"), ("未经复议直接起诉", "复议后起诉")])
def test_groups_in_another_order_are_refused(one: str, other: str) -> None:
    """Their figures stand below them, and the names of their columns are the same."""
    page = swapped(REPORT.to_html(), f">{one}<", f">{other}<")
    reading = examine(page.encode(), format="html")

    assert page != REPORT.to_html()
    assert (0, ("columns_reordered",)) == (len(reading.report.review_litigation.table), reading.findings.rules)


@pytest.mark.parametrize("lost", [False, True])
def test_a_line_that_ends_before_its_header_is_refused(lost: bool) -> None:
    """Where the page has one column more than the form, a line of as many figures as the form has lost one."""
    names = "".join(f"<td>{name}</td>" for name in ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计") * 3)
    figures = "".join(f"<td>{figure}</td>" for figure in (1, *range(11, 25 if lost else 26)))
    above = "<td rowspan=3>序号</td><td colspan=5 rowspan=2>行政复议</td><td colspan=10>行政诉讼</td>"
    groups = "<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td>"
    rows = "".join(f"<tr>{row}</tr>" for row in (above, groups, names, figures))
    page = (
        f"<h1>{REPORT.title}</h1><h2>四、政府信息公开行政复议、行政诉讼情况</h2><table>{rows}</table><p>特此报告。</p>"
    )
    table = examine(page.encode(), format="html").report.review_litigation.table

    assert ((None,) * 15 if lost else tuple(range(11, 26))) == table.cells


TOTAL_FIRST = ("总计", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")


def by_rows(names: tuple[str, ...], first: int) -> Reading:
    """Read a page with one line for each row of applications; the last `first` of the figures go before the others."""
    table = FIGURES.requests.table
    lines = [["项目", *names]]
    for key, places in table.form.shape:
        figures = [str(table.cells[place]) for place in places]
        label = table.form.labels[key].label
        lines.append([label, *figures[len(figures) - first :], *figures[: len(figures) - first]])
    rows = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in line)}</tr>" for line in lines)
    heading = "三、收到和处理政府信息公开申请情况"
    return examine(f"<h1>{FIGURES.title}</h1><h2>{heading}</h2><table>{rows}</table>".encode(), format="html")


def test_columns_in_another_order_are_read_by_name_where_the_sums_are_in_it_too() -> None:
    """With the totals first, in the header and in the rows, each figure is that of the name above it."""
    reading = by_rows(TOTAL_FIRST, 1)
    assert FIGURES.requests.table == reading.report.requests.table
    assert "columns_by_name" in reading.findings.rules


def test_a_header_in_another_order_than_its_figures_is_refused() -> None:
    """The sums say that the totals stand last."""
    reading = by_rows(TOTAL_FIRST, 0)
    assert {value for value in reading.report.requests.table.cells if value} == set()
    assert "columns_reordered" in reading.findings.rules


def test_a_header_with_a_column_twice_is_not_read_by_name() -> None:
    """Which of the two is meant, nothing says."""
    reading = by_rows((*TOTAL_FIRST[:6], "商业企业"), 1)
    assert {None} == set(reading.report.requests.table.cells)


def test_rows_beside_their_header_that_has_another_column_are_refused() -> None:
    """With the header moved by one, a subtotal stands where the total seems to be, and the blank total beside it."""
    names = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "小计", "总计")
    lines = [["项目", "", *names]]
    for key in ("一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "四、结转下年度继续办理"):
        lines.append([key, "1", "2", "3", "4", "5", "6", "20", ""])
    rows = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in line)}</tr>" for line in lines)
    heading = "三、收到和处理政府信息公开申请情况"
    page = f"<h1>{FIGURES.title}</h1><h2>{heading}</h2><table>{rows}</table>"
    table = examine(page.encode(), format="html").report.requests.table

    assert ("received", "total") not in table
