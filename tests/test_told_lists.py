"""Tables told as lists: a figure that names its row and its column is read, and nothing else is."""

import io
from collections.abc import Callable
from functools import partial

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from counted import calls_of
from gov_disclosure.cells import Mark, parse_value
from gov_disclosure.document import Block, Cell, Grid
from gov_disclosure.forms import Place
from gov_disclosure.layout import lay_out
from gov_disclosure.names import Section
from gov_disclosure.reading import Reading, examine
from gov_disclosure.recognize import recognize
from gov_disclosure.report import Report
from gov_disclosure.tables import ProactiveTable, RequestMatrix, ReviewLitigationTable
from published import TOLD, Keeps, Published, brackets_swapped, told, traditional
from sampled import Blanks, sampled_report

ROW = "一、本年新收政府信息公开申请数量"
NEXT = "二、上年结转政府信息公开申请数量"
MARKS = ("/", "—", "251000元", "22（其中修订16件）", "无", "-", "不适用")


def page(*lines: str) -> str:
    """A report whose request table is told by some lines."""
    return "\n".join(
        (
            "青禾县水务局2024年政府信息公开工作年度报告",
            "一、总体情况",
            "全年公开信息31条。",
            "三、收到和处理政府信息公开申请情况",
            *lines,
            "五、存在的主要问题及改进情况",
            "公开的主动性还不够。",
        )
    )


def read(*lines: str) -> dict[str, object]:
    """What the request table says that is told by some lines."""
    return cells_of(examine(io.StringIO(page(*lines))))


def cells_of(reading: Reading) -> dict[str, object]:
    """The cells of the request table that are not blank."""
    table = reading.report.requests.table
    cells = zip(table.form.places, table.cells, strict=True)
    return {place.address.removeprefix("requests."): cell for place, cell in cells if cell is not None}


FOUR = {
    "received.natural_person": 5,
    "received.commercial": 3,
    "received.other": 0,
    "received.total": 8,
}


@pytest.mark.parametrize(
    "lines",
    [
        (f"{ROW} 自然人：5；法人或其他组织：商业企业 3，其他 0；总计 8",),
        (f"{ROW}（自然人）：5", f"{ROW}（商业企业）：3", f"{ROW}（其他）：0", f"{ROW}（总计）：8"),
        (f"{ROW[2:]}（自然人）:5;", f"{ROW[2:]}（商业企业）:3;", f"{ROW[2:]}（其他）:0;", f"{ROW[2:]}（合计）:8;"),
        (ROW, "自然人：5件", "法人或其他组织 - 商业企业：3件", "其他：0件", "总计：8件"),
        (f"“{ROW}”行“自然人”列：5", f"“{ROW}”行“商业企业”列：3", f"{ROW} × 其他 = 0", f"{ROW} / 总计 8"),
        (f"自然人：{ROW} 5", f"商业企业：{ROW} 3", f"其他：{ROW} 0", f"总计：{ROW} 8"),
        (f"{ROW},自然人,5", f"{ROW},商业企业,3", f"{ROW},其他,0", f"{ROW},总计,8"),
        (f"{ROW}：总计 8，其中自然人 5，商业企业 3，其他 0。",),
        (f"{ROW} 自然人：5；法人或其他组织：商业", "企业 3，其他 0；总计", "8。四、结转下年度继续办理：；"),
    ],
)
def test_a_figure_that_names_row_and_column_is_read(lines: tuple[str, ...]) -> None:
    """In one line or in several, by the row or by the column, whatever stands between the labels."""
    assert FOUR == read(*lines)


@pytest.mark.parametrize(
    ("line", "cell"),
    [
        ("3.其他（其他）：2", "otherwise_other.other"),
        (f"{NEXT}（自然人）2", "carried_in.natural_person"),
        ("（六）其他处理 其他 自然人：2", "otherwise_other.natural_person"),
        ("（七）总计（总计）：2", "concluded.total"),
        (
            "三、本年度办理结果 - （三）不予公开 - 1.属于国家秘密 - 法人或其他组织 - 其他: 2",
            "refused_state_secret.other",
        ),
    ],
)
def test_labels_that_several_lines_have_are_told_apart(line: str, cell: str) -> None:
    """By their number or by the group that is named."""
    assert {**FOUR, cell: 2} == read(f"{ROW} 自然人 5，商业企业 3，其他 0，总计 8。", line)


def test_a_short_label_is_known_by_the_row_before_it() -> None:
    """The row called 其他 stands behind the second of three."""
    before = "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
    found = read(f"{before}（自然人）：1", f"{before}（总计）：1", "其他（自然人）：2")
    assert found["otherwise_other.natural_person"] == 2


@pytest.mark.parametrize(
    "line",
    [
        f"{NEXT}：7",
        f"{NEXT}（法人或其他组织）：7",
        f"{NEXT} 自然人 商业企业 7",
        "自然人：7",
        "其他（商业企业）：7",
        "（三）不予公开 总计（自然人）：7",
        "商业企业 3.其他 7",
        f"{NEXT}（自然人）：17.属于行政执法案卷",
        f"{NEXT}（自然人）：7{NEXT}",
        f"{NEXT}（自然人） - 7",
        "收到申请7件",
        f"全年{NEXT}（自然人）：7",
    ],
)
def test_a_figure_that_names_less_is_refused(line: str) -> None:
    """It is left where it stands, and where it has labels of the table a finding says so."""
    assert FOUR == read(f"{ROW} 自然人 5，商业企业 3，其他 0，总计 8。", line, "")


@pytest.mark.parametrize(
    "line", [f"{NEXT}：7", f"{NEXT}（法人或其他组织）：7", "自然人：7", f"全年{NEXT}（自然人）：7"]
)
def test_what_is_refused_is_said(line: str) -> None:
    """By a finding that has the line, or the row and what was found of it."""
    reading = examine(io.StringIO(page(f"{ROW} 自然人 5，商业企业 3，其他 0，总计 8。", line)))
    assert {"figure_unnamed", "row_refused"} & set(reading.findings.rules)


def test_cells_that_a_row_does_not_tell_are_named() -> None:
    """They stay blank, and a finding has their places."""
    reading = examine(io.StringIO(page(f"{ROW} 自然人 5，商业企业 3，法律服务机构 0，其他 0，总计 8。")))
    (finding,) = [finding for finding in reading.findings if finding.rule == "cells_untold"]
    assert ("requests.received.research", "requests.received.public_welfare") == finding.where


def test_a_cell_that_is_told_twice_with_other_figures_is_refused() -> None:
    """With its row, and by name."""
    reading = examine(
        io.StringIO(page(f"{ROW} 自然人 5，商业企业 3，总计 8。", f"{NEXT}（自然人）：1", f"{ROW}（总计）：9"))
    )
    assert {"carried_in.natural_person": 1} == cells_of(reading)
    assert "row_repeated" in reading.findings.rules


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ROW}5件，其中自然人3件、商业企业2件、总计5件。",
        f"{ROW}（自然人）：9。{ROW}（商业企业）：9。{ROW}（总计）：9。",
        "全年收到申请5件，其中自然人3件。",
    ],
)
@pytest.mark.parametrize("place", ["全年公开信息31条。", "公开的主动性还不够，个别栏目更新不及时。"])
def test_sentences_become_no_cells(sentence: str, place: str) -> None:
    """Neither beside a table of the form, where they change nothing, nor in another part of the report."""
    report = sampled_report(3, Blanks.NONE)
    text = report.evolve(overview="全年公开信息31条。").to_text()
    elsewhere = text.replace(place, place + "\n" + sentence)
    beside = text.replace("四、政府信息公开行政复议", f"{sentence}\n四、政府信息公开行政复议")
    for other in (elsewhere, beside):
        assert report.tables == examine(io.StringIO(other)).report.tables


def marked(seed: int, mark: str) -> Report:
    """A sampled report with a mark in some of its cells."""
    report = sampled_report(seed, Blanks.NONE)
    tables = [
        table.with_cells(
            {
                (place.row.key, place.column.key): parse_value(mark, place.kind)
                for place in table.form.places[seed % 3 :: 4]
            }
        )
        for table in report.tables
    ]
    return report.evolve(proactive=tables[0], requests=tables[1], review_litigation=tables[2])


@pytest.mark.parametrize("layout", TOLD, ids=lambda layout: layout.name)
@pytest.mark.parametrize("mark", MARKS)
def test_marks_are_kept(layout: Published, mark: str) -> None:
    """A sign, a figure in another unit and a figure with a note stand in their cells as they are printed."""
    report = marked(MARKS.index(mark), mark)
    assert any(isinstance(cell, Mark) for cell in report.requests.table.cells)
    assert report.tables == examine(io.StringIO(layout.page(lay_out(report)))).report.tables


@pytest.mark.parametrize("layout", TOLD, ids=lambda layout: layout.name)
def test_a_list_that_tells_all_is_read_whole(layout: Published) -> None:
    """Every cell, no finding, and no line of it is left in the text."""
    report = sampled_report(11, Blanks.NONE)
    reading = examine(io.StringIO(layout.page(lay_out(report))))
    assert report == reading.report
    assert () == reading.findings.rules


@pytest.mark.parametrize("change", [traditional, brackets_swapped])
def test_other_letters_of_the_same_words_make_no_difference(change: Callable[[str], str]) -> None:
    """Traditional characters and the other width of punctuation read alike."""
    report = sampled_report(11, Blanks.NONE)
    text = change(TOLD[2].page(lay_out(report)))
    assert report.tables == examine(io.StringIO(text)).report.tables


PLACES = [place for table in sampled_report(11, Blanks.NONE, 2021).tables for place in table.form.places]


@given(st.lists(st.tuples(st.sampled_from(PLACES), st.integers(0, 10**6)), max_size=60))
def test_each_line_is_read_for_itself(cells: list[tuple[Place, int]]) -> None:
    """Whatever lines there are and in whatever order, each cell says what its lines say, or nothing."""
    said: dict[str, set[int]] = {}
    lines: dict[str, list[str]] = {}
    for place, value in cells:
        said.setdefault(place.address, set()).add(value)
        name = f"{place.row.label}（{place.column.label}）：{value}"
        lines.setdefault(place.address.partition(".")[0], []).append(name)
    headings = {
        "proactive": "二、主动公开政府信息情况",
        "requests": "三、收到和处理政府信息公开申请情况",
        "review_litigation": "四、政府信息公开行政复议、行政诉讼情况",
    }
    text = ["青禾县水务局2024年政府信息公开工作年度报告", "一、总体情况", "全年公开信息31条。"]
    for part, heading in headings.items():
        text += [heading, *lines.get(part, [])]
    reading = examine(
        io.StringIO("\n".join((*text, "五、存在的主要问题及改进情况", "没有。", "六、其他需要报告的事项", "无。")))
    )
    for table in reading.report.tables:
        for one, cell in zip(table.form.places, table.cells, strict=True):
            assert cell is None or {cell} == said.get(one.address)


def test_what_is_told_in_the_generator_is_the_table() -> None:
    """The walk of the generator gives each figure once, with the labels of the form."""
    report = Report(
        year=2024,
        proactive=ProactiveTable.of(rules={"issued": 2}),
        requests=RequestMatrix.of(received={"other": 1}),
        review_litigation=ReviewLitigationTable.of(litigation_direct={"pending": 4}),
    )
    grids = [block for block in lay_out(report).blocks if hasattr(block, "frame")]
    found = [each for grid in grids for each in told(grid) if each[2] not in {"", "0"}]  # type: ignore[arg-type]  # grids
    assert (["规章"], ["本年制发件数"], "2") == found[0]
    assert ([ROW], ["法人或其他组织", "其他"], "1") == found[1]
    assert (["行政诉讼", "未经复议直接起诉"], ["尚未审结"], "4") == found[-2]


@pytest.mark.parametrize("line", ["5，自然人", f"{ROW} 自然人：1，商业企", "自然人：1", ROW])
def test_lists_without_end_take_time_in_proportion(line: str) -> None:
    """Lines that go on in the next one, four times as many of them, take some four times the calls."""
    texts = [page(*([line] * count), "某人") for count in (500, 2_000)]
    few, many = (calls_of(partial(examine, io.StringIO(text))) for text in texts)
    assert many < 6 * few


def test_all_lists_keep_blanks() -> None:
    """What has no figure is left out or stands empty, and moves nothing."""
    assert {Keeps.BLANKS} == {layout.keeps for layout in TOLD}


def test_a_number_that_a_line_cuts_is_none() -> None:
    """Its first digits are left out where more of them begin the next line."""
    told_cells = read(f"{ROW}：自然人 5件，商业企业 4件，科研机构 0件，总计 30", f"6件。{NEXT}：自然人 1件。")
    assert "received.total" not in told_cells
    assert 1 == told_cells["carried_in.natural_person"]


def test_a_label_with_a_number_cuts_nothing() -> None:
    """The number of a label at the beginning of the next line is none of the figure before."""
    row = "1.属于国家秘密"
    told_cells = read(ROW, "自然人：5", "商业企业：4", "总计：9", row, "自然人：1", "商业企业：0", "总计：1")
    assert 9 == told_cells["received.total"]


def test_the_total_behind_a_column_without_a_figure_is_no_row() -> None:
    """Its figure is of no column that stands before it."""
    told_cells = read(f"{ROW}：自然人 5、商业企业 0、总计 5。", "（七）总计：自然人 5、其他—、总计5。")
    assert "concluded.other" not in told_cells


@pytest.mark.parametrize("this_year", ["", "/", "3"])
def test_a_figure_beside_another_column_is_no_record(this_year: str) -> None:
    """Fields of two years do not say which figure is meant, whether one is blank or not."""
    rows = (f"{ROW} | {column} | {this_year} | 7" for column in ("自然人", "商业企业", "科研机构", "其他"))
    assert {} == read("事项 | 申请人 | 2024年 | 2023年", *rows)


RULES = "规章：本年制发件数5，本年废止件数1，现行有效件数3"
NORMATIVE = "行政规范性文件：本年制发件数7，本年废止件数2，现行有效件数9"
NORMATIVE_READ = {
    "normative_documents.issued": 7,
    "normative_documents.repealed": 2,
    "normative_documents.in_force": 9,
}
RULES_READ = {"rules.issued": 5, "rules.repealed": 1, "rules.in_force": 3}


def proactive(*lines: str) -> tuple[dict[str, object], tuple[str, ...]]:
    """What the table of 2024 of proactive disclosure says that is told by some lines, and the findings."""
    text = page().replace("三、收到和处理政府信息公开申请情况", "\n".join(("二、主动公开政府信息情况", *lines)))
    reading = examine(io.StringIO(text))
    table = reading.report.proactive.table
    cells = zip(table.form.places, table.cells, strict=True)
    found: dict[str, object] = {
        place.address.removeprefix("proactive."): cell for place, cell in cells if cell is not None
    }
    return found, reading.findings.rules


@pytest.mark.parametrize(
    "lines",
    [
        ("规章：5 本年制发件数，1 本年废止件数，3 现行有效件数，行政规范性文件：7 本年制发件数",),
        ("规章 5 本年制发件数 1 本年废止件数 3 现行有效件数 行政规范性文件 7 本年制发件数",),
        ("规章：（5）本年制发件数，（1）本年废止件数，（3）现行有效件数，（4）",),
        ("5 规章本年制发件数，1 规章本年废止件数，3 规章现行有效件数，7 行政规范性文件本年制发件数",),
        ("规章", "5 本年制发件数，1 本年废止件数，3 现行有效件数", "行政规范性文件", "7 本年制发件数，2 本年废止件数"),
    ],
)
def test_figures_before_their_columns_are_refused(lines: tuple[str, ...]) -> None:
    """None of them goes to the column before it."""
    assert {} == proactive(*lines)[0]


@pytest.mark.parametrize("form", ["{}、", "{}）", "（{}）", "{} "])
def test_the_number_of_an_item_is_no_figure(form: str) -> None:
    """Where the figures were lost the numbers of the lines stay what they are."""
    labels = ("规章本年制发件数", "规章本年废止件数", "规章现行有效件数", "行政规范性文件本年制发件数")
    assert {} == proactive(*(form.format(number) + label for number, label in enumerate(labels, 1)))[0]


def test_the_number_of_the_next_item_is_not_the_figure_of_a_label() -> None:
    """A label at the end of a line has none, if the next line begins with a number of its own."""
    found, _ = proactive(f"{RULES}，行政规范性文件本年制发件数", "2、行政规范性文件本年废止件数：4")
    assert {**RULES_READ, "normative_documents.repealed": 4} == found


def test_the_number_of_a_note_is_no_figure() -> None:
    """A number in brackets by itself is read nowhere."""
    assert {} == proactive("规章本年制发件数（1）、规章本年废止件数（2）、规章现行有效件数（3）")[0]


@pytest.mark.parametrize("sign", ["<", ">", "×", "*", "＜", "< ", "× "])
def test_a_figure_behind_a_sign_is_not_its_number(sign: str) -> None:
    """A bound or a factor is no figure; the line is left."""
    assert NORMATIVE_READ == proactive(RULES.replace("数5", f"数{sign}5"), NORMATIVE)[0]


@pytest.mark.parametrize("sign", ["=", "→", "："])
def test_a_figure_behind_a_sign_that_joins_is_read(sign: str) -> None:
    """It stands for the label before it."""
    assert RULES_READ == proactive(RULES.replace("数5", f"数{sign}5"))[0]


@pytest.mark.parametrize(("other", "this"), [("上年数：", "本年数："), ("2023年：", "2024年："), ("上年", "2024年")])
def test_a_list_below_another_year_is_left(other: str, this: str) -> None:
    """Those below the year of the title are read whole, and a finding says so, in whatever order they stand."""
    assert (NORMATIVE_READ, True) == _with_other_year(other, RULES, this, NORMATIVE)
    assert (NORMATIVE_READ, True) == _with_other_year(this, NORMATIVE, other, RULES)


def _with_other_year(*lines: str) -> tuple[dict[str, object], bool]:
    found, rules = proactive(*lines)
    return found, "other_year" in rules


def test_a_caption_of_another_year_alone_leaves_all() -> None:
    """Nothing is told below it, and the rows are said to be missing."""
    found, rules = proactive("2023年", RULES, NORMATIVE)
    assert {} == found
    assert "table_missing" in rules


@pytest.mark.parametrize("seed", range(4))
def test_rows_named_once_for_all_of_their_columns_are_told(seed: int) -> None:
    """A merged cell names the row of each line beside it."""
    report = sampled_report(seed, Blanks.NONE)
    blocks: list[Block] = []
    grids = 0
    for block in lay_out(report).blocks:
        if not isinstance(block, Grid):
            blocks.append(block)
            continue
        table, cells = report.tables[grids].form, report.tables[grids].cells
        grids += 1
        rows: list[Cell] = []
        for key, places in table.shape:
            at = max((cell.row + cell.rowspan for cell in rows), default=0)
            rows.append(Cell(at, 0, table.labels[key].label, rowspan=len(places)))
            rows += [Cell(at + n, 1, table.places[place].column.label) for n, place in enumerate(places)]
            rows += [Cell(at + n, 2, str(cells[place])) for n, place in enumerate(places)]
        blocks.append(Grid.of_cells(rows) if table.section is not Section.REVIEW_LITIGATION else block)
    assert report.tables == recognize(evolve(lay_out(report), blocks=tuple(blocks))).report.tables
