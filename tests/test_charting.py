"""Charts of a report: which figures they show, what is said of blanks, and which reports cannot stand together."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from docx_cases import ORGAN, report
from gov_disclosure.cells import Mark
from gov_disclosure.charting import charted
from gov_disclosure.document import Chart, Grid
from gov_disclosure.errors import CannotWrite
from gov_disclosure.layout import lay_out
from gov_disclosure.rendering import Renderable
from gov_disclosure.report import Report
from gov_disclosure.tables import RequestMatrix
from gov_disclosure.words import Language

OUTCOMES = ("予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理")


def drawn(value: Renderable, charts: object = True, lang: Language = "zh") -> tuple[Chart, ...]:
    """Give the charts of a report, a part or a table."""
    return charted(lay_out(value, lang), value, charts).charts  # type: ignore[arg-type]  # tests give what is refused, too


def of_year(year: int, received: int | None, concluded: int | None = None, **attributes: str) -> Report:
    """Make a report with two figures, printed as they are given."""
    table = RequestMatrix.of(edition=2019 if year < 2021 else 2021)
    cells = {"requests.received.total": received, "requests.concluded.total": concluded}
    return Report(**{"organization": ORGAN, "requests": table, "year": year, **attributes}).with_cells(cells)  # type: ignore[arg-type]  # attributes of a report


@given(st.sampled_from([2019, 2021]), st.data())
def test_the_outcomes_add_up_to_what_was_concluded(edition: int, data: st.DataObject) -> None:
    """Whatever the results are, the six groups are all of them, in both editions."""
    rows = RequestMatrix.blank(edition).form.row_parts["concluded"]
    counts = {row: data.draw(st.integers(0, 999_999)) for row in rows}
    table = RequestMatrix.of(edition=edition, **{row: {"other": count} for row, count in counts.items()})  # type: ignore[arg-type]  # rows by name
    (chart,) = drawn(table)

    values = chart.series[0].values if chart.series else ()
    assert table["concluded", "total"] == sum(value or 0 for value in values)


def test_the_chart_shows_the_groups_of_the_form() -> None:
    """Results of a group are added up; the chart says of which year it is, and in words what it shows."""
    (chart,) = drawn(report(figure=12))

    assert OUTCOMES == chart.categories
    assert (12, 0, 3, 0, 0, 0) == chart.series[0].values
    assert "2023年政府信息公开申请办理结果（单位：件）" == chart.caption
    assert chart.description.endswith("予以公开12、部分公开0、不予公开3、无法提供0、不予处理0、其他处理0。")
    assert "" == chart.note


def test_the_chart_shows_what_is_printed() -> None:
    """Where a printed total is not the sum of its row, the chart agrees with the table that it stands under."""
    (chart,) = drawn(report(figure=12).with_cells({"requests.disclosed.total": 99}))

    assert 99 == chart.series[0].values[0]


@pytest.mark.parametrize("value", [None, Mark("/")])
def test_a_blank_is_a_gap_and_said(value: Mark | None) -> None:
    """A group of which one row has no number has no bar, and the note names it; no 0 is drawn for it."""
    (chart,) = drawn(report(figure=12).with_cells({"requests.refused_process.total": value}))

    assert (12, 0, None, 0, 0, 0) == chart.series[0].values
    assert "不予公开空白或不是数字，图中留空。" == chart.note
    assert "不予公开未知" in chart.description


def test_without_requests_there_is_no_chart() -> None:
    """Nothing but zeros is no chart; a note says why, in both languages."""
    table = RequestMatrix.of()

    assert [Chart(note="本年度没有办结的政府信息公开申请，不作办理结果图。")] == list(drawn(table))
    assert drawn(table, lang="en")[0].note.startswith("No information request was concluded")


@pytest.mark.parametrize("blank", [RequestMatrix.blank(), RequestMatrix.of().with_cells({"disclosed.total": None})])
def test_blanks_and_zeros_are_not_taken_for_no_requests(blank: RequestMatrix) -> None:
    """Where figures are missing nobody knows that there were no requests."""
    (chart,) = drawn(blank)

    assert () == chart.series
    assert "没有填写齐全" in chart.note


def test_years_stand_in_their_order_across_editions() -> None:
    """Reports may come in any order and be of both forms; a year without a report keeps its place."""
    _, chart = drawn(of_year(2023, 5, 4), [of_year(2021, 3, 0), of_year(2020, 7, 7)])

    assert ("2020年", "2021年", "2022年", "2023年") == chart.categories
    assert [(7, 3, None, 5), (7, 0, None, 4)] == [series.values for series in chart.series]
    assert ("新收", "办结") == tuple(series.name for series in chart.series)
    assert "没有2022年的报告，图中留空。" == chart.note
    assert chart.upright
    assert "2021年新收3、2021年办结0、2022年新收未知" in chart.description


def test_a_blank_of_a_year_is_a_gap_and_said() -> None:
    """The note names year and figure."""
    _, chart = drawn(of_year(2023, 5, None), of_year(2022, 3, 0))

    assert [(3, 5), (0, None)] == [series.values for series in chart.series]
    assert "2023年办结空白或不是数字，图中留空。" == chart.note


@pytest.mark.parametrize(("received", "said"), [(0, "没有新收和办结"), (None, "没有填写齐全")])
def test_years_without_requests_have_no_chart(received: int | None, said: str) -> None:
    """Nothing but zeros and blanks is no chart of years."""
    _, chart = drawn(of_year(2023, 0, 0), of_year(2022, received, 0))

    assert () == chart.series
    assert said in chart.note


def test_english_charts_are_english() -> None:
    """In English every word of a chart is English."""
    charts = drawn(of_year(2023, 5, 4), of_year(2021, 3, 0), "en")
    chart = charts[-1]

    assert ("2021", "2022", "2023") == chart.categories
    assert "2022: no report, so left out of the chart." == chart.note
    assert all(text.isascii() for text in (*chart.categories, chart.note, *(s.name for s in chart.series)))
    assert chart.caption.startswith("Information requests received and concluded, 2021–2023")


@pytest.mark.parametrize("charts", [[], (), True])
def test_without_earlier_reports_there_is_one_chart(charts: object) -> None:
    """Where there is nothing to compare with, the outcomes are drawn alone."""
    assert 1 == len(drawn(report(), charts))


def test_a_part_and_a_table_have_the_chart_of_outcomes() -> None:
    """What is written alone has its chart, too; of which year it is nobody knows."""
    whole = report()

    assert ["政府信息公开申请办理结果（单位：件）"] * 2 == [
        drawn(value)[0].caption for value in (whole.requests, whole.requests.matrix)
    ]


def test_charts_stand_under_the_request_table_alone() -> None:
    """No other table has a chart."""
    document = charted(lay_out(report()), report(), True)
    marked = [block.frame.rows for block in document.blocks if isinstance(block, Grid) and block.charts]

    assert [28] == marked


NOT_DRAWN: dict[str, tuple[Renderable, object, str]] = {
    "a number": (report(), 1, "写 True"),
    "nothing": (report(), None, "写 True"),
    "a text": (report(), "", "写 True"),
    "a table": (report(), [report().requests], "写 True"),
    "no table 3": (report().overview, True, "画的是表三"),
    "years of a part": (report().requests, [of_year(2020, 1)], "只有整份报告"),
    "no year": (report(), [evolve(of_year(2021, 1), year=None, title="报告")], "都要有年份"),
    "no year of its own": (evolve(of_year(2021, 1), year=None, title="报告"), [of_year(2021, 1)], "都要有年份"),
    "a year twice": (of_year(2023, 1), [of_year(2022, 1), of_year(2022, 2)], "给出的是2022年、2022年"),
    "its own year": (of_year(2023, 1), of_year(2023, 1), "早于2023年"),
    "a later year": (of_year(2023, 1), [of_year(2024, 1)], "早于2023年"),
    "too early": (of_year(2023, 1), [evolve(of_year(2021, 1), year=2011)], "最多12年，2011年太早"),
    "another organ": (of_year(2023, 1), [of_year(2022, 1, organization="青禾县林业局")], "属于“青禾县林业局”"),
}


@pytest.mark.parametrize(("value", "charts", "said"), NOT_DRAWN.values(), ids=NOT_DRAWN)
def test_what_cannot_be_drawn_is_refused(value: Renderable, charts: object, said: str) -> None:
    """The error says what is wrong in both languages."""
    with pytest.raises(CannotWrite, match=said) as caught:
        drawn(value, charts)

    assert "charts" == caught.value.target
    assert caught.value.say("en").isascii() or ORGAN in caught.value.say("en")


def test_an_organ_that_is_not_named_is_no_other_organ() -> None:
    """Who is not known may be the same; brackets and spaces make no other name."""
    earlier = [of_year(2021, 1, organization=""), of_year(2022, 1, organization=f" {ORGAN} ")]

    assert 2 == len(drawn(of_year(2023, 1), earlier))
