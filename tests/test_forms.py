"""The declared forms are the official ones: wording, merged cells, addresses and arithmetic.

The wordings are written out here once more, as the notices print them, so that a slip in the
declaration cannot pass.
"""

from itertools import product

import pytest

from gov_disclosure import FORMS, UnknownEdition, form_for, form_of
from gov_disclosure.document import Frame, Role
from gov_disclosure.forms import Form, Group, Kind, Leaf, Table, Total, entries, leaves
from gov_disclosure.names import Applicant, Line, Measure, Outcome, Procedure, Section, Subject
from gov_disclosure.printed import frame_of

EDITIONS = tuple(FORMS)
TABLES = [
    pytest.param(form.by_table[name], id=f"{form.edition}-{name}") for form in FORMS.values() for name in form.by_table
]

HEADINGS = """\
一、总体情况
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
六、其他需要报告的事项""".splitlines()

PROACTIVE = {
    2021: """\
第二十条第（一）项
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
规章 | | |
行政规范性文件 | | |
第二十条第（五）项
信息内容 | 本年处理决定数量
行政许可 |
第二十条第（六）项
信息内容 | 本年处理决定数量
行政处罚 |
行政强制 |
第二十条第（八）项
信息内容 | 本年收费金额（单位：万元）
行政事业性收费 |""",
    2019: """\
第二十条第（一）项
信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量
规章 | | |
规范性文件 | | |
第二十条第（五）项
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量
行政许可 | | |
其他对外管理服务事项 | | |
第二十条第（六）项
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量
行政处罚 | | |
行政强制 | | |
第二十条第（八）项
信息内容 | 上一年项目数量 | 本年增/减
行政事业性收费 | |
第二十条第（九）项
信息内容 | 采购项目数量 | 采购总金额
政府集中采购 | |""",
}

REQUESTS_HEAD = """\
（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况
自然人 | 法人或其他组织 | 总计
商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他""".splitlines()
ONE_TO_FIVE = """\
一、本年新收政府信息公开申请数量
二、上年结转政府信息公开申请数量
三、本年度办理结果 | （一）予以公开
（二）部分公开（区分处理的，只计这一情形，不计其他情形）
（三）不予公开 | 1.属于国家秘密
2.其他法律行政法规禁止公开
3.危及“三安全一稳定”
4.保护第三方合法权益
5.属于三类内部事务信息
6.属于四类过程性信息
7.属于行政执法案卷
8.属于行政查询事项
（四）无法提供 | 1.本机关不掌握相关政府信息
2.没有现成信息需要另行制作
3.补正后申请内容仍不明确
（五）不予处理 | 1.信访举报投诉类申请
2.重复申请
3.要求提供公开出版物
4.无正当理由大量反复申请
5.要求行政机关确认或重新出具已获取信息""".splitlines()
OTHERWISE = {
    2021: """\
（六）其他处理 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请
3.其他""".splitlines(),
    2019: ["（六）其他处理"],
}
LAST = ["（七）总计", "四、结转下年度继续办理"]

REVIEW = """\
行政复议 | 行政诉讼
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计""".splitlines()


def printed_labels(frame: Frame) -> list[str]:
    """The rows of a printed grid as ``label | label``, figures left out."""
    lines = [[cell.text for cell in line if cell.role is not Role.VALUE] for line in frame.lines]
    return [" | ".join(line) for line in lines if line]


def spans(frame: Frame) -> dict[str, tuple[int, int]]:
    """How many rows and columns each label of a grid covers; for labels printed once."""
    return {cell.text: (cell.rowspan, cell.colspan) for cell in frame.cells if cell.role is not Role.VALUE}


def requests(edition: int) -> Table:
    """The request table of an edition."""
    return FORMS[edition].by_table[Section.REQUESTS]


@pytest.mark.parametrize("form", FORMS.values(), ids=str(EDITIONS).strip("()").split(", "))
def test_the_headings_are_the_official_ones(form: Form) -> None:
    """The six parts carry the headings that the form prints, in its order."""
    assert HEADINGS == [part.heading for part in form.parts]


@pytest.mark.parametrize("edition", EDITIONS)
def test_table_two_prints_the_official_labels(edition: int) -> None:
    """Captions, columns and rows of part two are worded as in the notice."""
    expected = [line.rstrip(" |") for line in PROACTIVE[edition].splitlines()]
    assert expected == printed_labels(frame_of(FORMS[edition].by_table[Section.PROACTIVE]))


@pytest.mark.parametrize("edition", EDITIONS)
def test_table_three_prints_the_official_labels(edition: int) -> None:
    """The note, the applicants and the rows of part three are worded as in the notice."""
    expected = [*REQUESTS_HEAD, *ONE_TO_FIVE, *OTHERWISE[edition], *LAST]
    assert expected == printed_labels(frame_of(requests(edition)))


@pytest.mark.parametrize("edition", EDITIONS)
def test_table_four_prints_the_official_labels(edition: int) -> None:
    """The procedures and outcomes of part four are worded as in the notice."""
    assert REVIEW == printed_labels(frame_of(FORMS[edition].by_table[Section.REVIEW_LITIGATION]))


@pytest.mark.parametrize(("edition", "cells"), [(2021, [10, 175, 15]), (2019, [22, 161, 15])])
def test_the_tables_have_the_official_number_of_cells(edition: int, cells: list[int]) -> None:
    """Each table has as many figures as the form prints."""
    assert cells == [len(table.places) for table in FORMS[edition].tables]


@pytest.mark.parametrize(
    ("edition", "sizes"), [(2021, [(14, 4), (28, 10), (4, 15)]), (2019, [(18, 5), (26, 10), (4, 15)])]
)
def test_the_printed_grids_have_the_official_size(edition: int, sizes: list[tuple[int, int]]) -> None:
    """Rows and columns of the printed grids, heads and captions counted."""
    frames = [frame_of(table) for table in FORMS[edition].tables]
    assert sizes == [(frame.rows, frame.columns) for frame in frames]


@pytest.mark.parametrize(("edition", "results", "otherwise"), [(2021, 22, (3, 1)), (2019, 20, (1, 2))])
def test_the_results_span_their_rows(edition: int, results: int, otherwise: tuple[int, int]) -> None:
    """The cells of 三、本年度办理结果 and its groups are merged as in the form."""
    found = spans(frame_of(requests(edition)))
    expected = {
        "三、本年度办理结果": (results, 1),
        "（三）不予公开": (8, 1),
        "（四）无法提供": (3, 1),
        "（五）不予处理": (5, 1),
        "（六）其他处理": otherwise,
        "（一）予以公开": (1, 2),
        "四、结转下年度继续办理": (1, 3),
        "申请人情况": (1, 7),
        "法人或其他组织": (1, 5),
        "自然人": (2, 1),
    }
    assert expected == {label: found[label] for label in expected}


def test_the_remedies_span_their_columns() -> None:
    """行政复议 covers five columns, 行政诉讼 ten."""
    found = spans(frame_of(form_of(2021).by_table[Section.REVIEW_LITIGATION]))
    expected = {"行政复议": (1, 5), "行政诉讼": (1, 10), "未经复议直接起诉": (1, 5), "复议后起诉": (1, 5)}
    assert expected == {label: found[label] for label in expected}


def test_one_column_blocks_stretch_over_three() -> None:
    """本年处理决定数量 covers the columns of the three figures above."""
    found = spans(frame_of(form_of(2021).by_table[Section.PROACTIVE]))
    expected = {"第二十条第（一）项": (1, 4), "本年制发件数": (1, 1), "本年处理决定数量": (1, 3)}
    assert expected == {label: found[label] for label in expected}


@pytest.mark.parametrize("table", TABLES)
def test_the_cells_tile_the_grid(table: Table) -> None:
    """Every place of the printed grid is covered by exactly one cell."""
    frame = frame_of(table)
    covered = [
        place
        for cell in frame.cells
        for place in product(range(cell.row, cell.row + cell.rowspan), range(cell.column, cell.column + cell.colspan))
    ]
    assert sorted(product(range(frame.rows), range(frame.columns))) == sorted(covered)


@pytest.mark.parametrize("table", TABLES)
def test_every_figure_has_one_printed_place(table: Table) -> None:
    """The slots of the grid are the cells of the table, in order, each under its own address."""
    slots = [(cell.slot, cell.address) for cell in frame_of(table).cells if cell.slot is not None]
    assert [(place.index, place.address) for place in table.places] == slots


@pytest.mark.parametrize("table", TABLES)
def test_a_figure_stands_under_its_column_label(table: Table) -> None:
    """Above every printed figure stands the label of its column, in the nearest head."""
    frame = frame_of(table)
    grid = {
        (cell.row + r, cell.column + c): cell
        for cell in frame.cells
        for r, c in product(range(cell.rowspan), range(cell.colspan))
    }
    for cell in frame.cells:
        if cell.slot is not None:
            above = next(
                grid[row, cell.column]
                for row in range(cell.row - 1, -1, -1)
                if grid[row, cell.column].role is Role.HEADER
            )
            assert table.places[cell.slot].column.label == above.text


@pytest.mark.parametrize("form", FORMS.values(), ids=str(EDITIONS).strip("()").split(", "))
def test_addresses_are_unique(form: Form) -> None:
    """An address names one cell."""
    assert sum(len(table.places) for table in form.tables) == len(form.places)


@pytest.mark.parametrize("table", TABLES)
def test_addresses_are_table_row_column(table: Table) -> None:
    """An address is built from the three names of the vocabulary."""
    expected = [f"{table.section}.{place.row.key}.{place.column.key}" for place in table.places]
    assert expected == [place.address for place in table.places]


@pytest.mark.parametrize("table", TABLES)
def test_widths_fill_the_type_area(table: Table) -> None:
    """The columns of a printed table are 156 mm together, the type area of an A4 official document."""
    frame = frame_of(table)
    assert (frame.columns, 156.0) == (len(frame.widths), round(sum(frame.widths), 6))


@pytest.mark.parametrize(("edition", "rows"), [(2021, 25), (2019, 23)])
def test_the_arithmetic_of_the_request_table(edition: int, rows: int) -> None:
    """Every column has the total of its results, every row the total of its applicants, seven balances hold."""
    table = requests(edition)
    columns = [total for total in table.sums if total.column]
    assert (7, rows, 7) == (len(columns), len(table.sums) - len(columns), len(table.equations))


@pytest.mark.parametrize(("edition", "results"), [(2021, 21), (2019, 19)])
def test_the_total_of_results_is_over_the_single_results(edition: int, results: int) -> None:
    """（七）总计 adds up the rows under 三、 and neither 一、 nor 二、 nor 四、."""
    parts = requests(edition).row_parts[Line.CONCLUDED]
    outside = {Line.RECEIVED, Line.CARRIED_IN, Line.CARRIED_OUT}
    assert (results, set()) == (len(parts), outside & set(parts))


def test_the_total_of_applicants_is_over_all_six() -> None:
    """总计 adds up the natural persons and the five kinds of organization."""
    expected = ("natural_person", "commercial", "research", "public_welfare", "legal_service", "other")
    assert expected == requests(2021).column_parts[Applicant.TOTAL]


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_arithmetic_of_the_remedies(edition: int) -> None:
    """Each of the three procedures has one total, over its four outcomes."""
    table = FORMS[edition].by_table[Section.REVIEW_LITIGATION]
    assert ([4, 4, 4], ()) == ([len(total.parts) for total in table.sums], table.equations)


@pytest.mark.parametrize("edition", EDITIONS)
def test_table_two_has_no_arithmetic(edition: int) -> None:
    """No figure of part two is the sum of others."""
    table = FORMS[edition].by_table[Section.PROACTIVE]
    assert ((), ()) == (table.sums, table.equations)


def test_a_balance_says_what_the_form_prints() -> None:
    """第一项加第二项之和，等于第三项加第四项之和, in each column."""
    table = requests(2021)
    column = [table.places[i].address for i in (*table.equations[6].left, *table.equations[6].right)]
    expected = [f"requests.{row}.total" for row in ("received", "carried_in", "concluded", "carried_out")]
    assert expected == column


def test_a_group_stands_for_the_leaves_under_it() -> None:
    """（四）无法提供 has no cells and stands for its three rows."""
    expected = ("unavailable_not_held", "unavailable_needs_creation", "unavailable_unclear")
    assert expected == requests(2021).row_parts[Line.UNAVAILABLE]


def test_a_row_stands_for_itself() -> None:
    """A row that is counted by itself is its own only part."""
    assert ("received",) == requests(2021).row_parts[Line.RECEIVED]


@pytest.mark.parametrize(
    ("edition", "kind", "addresses"),
    [
        (2021, Kind.MONEY, {"proactive.fees.amount"}),
        (2019, Kind.MONEY, {"proactive.procurement.total_value"}),
        (2021, Kind.CHANGE, set()),
        (
            2019,
            Kind.CHANGE,
            {
                f"proactive.{row}.change"
                for row in ("licenses", "other_services", "penalties", "compulsory_measures", "fees")
            },
        ),
    ],
)
def test_what_is_no_count(edition: int, kind: Kind, addresses: set[str]) -> None:
    """Money and changes stand where the form says so; every other cell is a count."""
    assert addresses == {address for address, place in form_of(edition).places.items() if place.kind is kind}


@pytest.mark.parametrize("table", TABLES)
def test_every_label_has_an_english_name(table: Table) -> None:
    """The form can be read in English: every row and column has a name there."""
    assert [] == [key for key, node in table.labels.items() if isinstance(node, Leaf | Total) and not node.english]


def test_the_vocabulary_is_used_up() -> None:
    """Every name of the vocabulary stands in an edition, and nothing else does."""
    used = {key for form in FORMS.values() for table in form.tables for key in table.labels}
    names = (Applicant, Line, Measure, Outcome, Procedure, Subject)
    assert {member for kind in names for member in kind} == used


@pytest.mark.parametrize(("year", "edition"), [(2019, 2019), (2020, 2019), (2021, 2021), (2023, 2021), (2040, 2021)])
def test_a_year_has_its_edition(year: int, edition: int) -> None:
    """Reports for 2019 and 2020 use the trial form, later ones the form of 2021."""
    assert edition == form_for(year).edition


@pytest.mark.parametrize("year", [2018, 1999, 0])
def test_earlier_years_have_no_form(year: int) -> None:
    """Before 2019 reports had another form, which is not here."""
    with pytest.raises(UnknownEdition):
        form_for(year)


@pytest.mark.parametrize("edition", [2020, "2021", None, []])
def test_an_edition_is_named_by_its_year(edition: object) -> None:
    """Only the years of the notices name editions."""
    with pytest.raises(UnknownEdition):
        form_of(edition)  # type: ignore[arg-type]  # what callers may try


def test_forms_cannot_be_changed() -> None:
    """The editions are a read-only mapping."""
    with pytest.raises(TypeError):
        FORMS[2030] = form_of(2021)  # type: ignore[index]  # the point of the test


def test_the_notices_are_named() -> None:
    """Each edition names the notice that issued it."""
    expected = {2019: "国办公开办函〔2019〕60号", 2021: "国办公开办函〔2021〕30号"}
    assert expected == {edition: form.number for edition, form in FORMS.items()}


def test_a_part_is_found_by_its_name() -> None:
    """Parts are looked up by section, with or without table."""
    form = form_of(2021)
    assert (form.parts[4], None) == (form.by_section[Section.PROBLEMS], form.by_section[Section.PROBLEMS].table)


def test_a_label_breaks_where_its_printed_form_says() -> None:
    """A narrow cell has its line breaks, the label itself has none."""
    leaf = Leaf(Applicant.COMMERCIAL, "商业|企业")
    assert ("商业企业", ("商业", "企业")) == (leaf.label, leaf.lines)


def test_entries_skip_groups_and_leaves_skip_totals() -> None:
    """What has cells is an entry; what is counted by itself is a leaf."""
    one, two, total = Leaf(Line.RECEIVED, "甲"), Leaf(Line.CARRIED_IN, "乙"), Total(Line.CONCLUDED, "计")
    tree = (Group(Line.RESULTS, "组", (one, two)), total)
    assert ((one, two, total), (one, two)) == (tuple(entries(tree)), leaves(tree))


def test_a_cell_is_described_in_both_languages() -> None:
    """A cell is named by the words of the form, and by its address in English."""
    place = form_of(2021).places["requests.carried_in.natural_person"]
    expected = (
        "表三“二、上年结转政府信息公开申请数量”行×“自然人”列",
        "requests carried over from last year × natural persons (requests.carried_in.natural_person)",
    )
    described = requests(2021).describe(place)
    assert expected == (described.zh, described.en)


def test_outcomes_are_the_same_for_every_procedure() -> None:
    """Each procedure has the five outcomes as its columns."""
    table = form_of(2021).by_table[Section.REVIEW_LITIGATION]
    assert set(product((p for p in Procedure if p is not Procedure.LITIGATION), Outcome)) == set(table.index)
