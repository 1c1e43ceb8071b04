"""The law of reading and writing: what we wrote reads back as the same report, from every format."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gov_disclosure.cells import CellValue, Mark
from gov_disclosure.document import Picture
from gov_disclosure.forms import FORMS, Kind
from gov_disclosure.names import Section
from gov_disclosure.reading import examine
from gov_disclosure.report import Report
from gov_disclosure.sections import (
    ForeignTable,
    Item,
    OtherMatters,
    Overview,
    ProactiveDisclosure,
    Problems,
    Requests,
    ReviewLitigation,
)
from gov_disclosure.tables import ProactiveTable, RequestMatrix, ReviewLitigationTable
from gov_disclosure.words import clean

CLAUSES = (
    *("全年主动公开信息31条", "其中政策文件6条", "收到的申请均按期答复", "没有收取信息处理费", "更新栏目 12 个"),
    *("公开率为99.5%", "印发《青禾县政务公开要点》", "“一网通办”平台上线", "开展A/B测试", "5 < 6 且 8 > 7"),
    *("网址是 http://www.qinghe.example/a_b?x=1&y=2", "联系 open_data@qinghe.example", "第1.2节", "编号#3"),
    *("*重点*领域", "甲|乙|丙", "参见[附件]", "`代码`与\\反斜线", "按（一）至（三）执行", "【重点】事项"),
    *("同比增长1.08％", "比上年增加-3件", "即a+b=c", "—— 摘自工作要点", "……等事项", "共计1,234人次", "<重要>提示"),
)
OPENINGS = ("", "", "", "（一）主动公开情况。", "1.", "一是", "- ", "2023年，", "> ", "# ", "（2）", "“", "《")
SHORT = ("无。", "（一）主动公开情况", "（二）改进措施", "此页无正文", "附件：1.目录", "特此报告。", "2024年1月20日")


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """Draw a paragraph such as offices write, with signs that mean something to some format."""
    clauses = draw(st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=9))
    whole = clean(draw(st.sampled_from(OPENINGS)) + "，".join(clauses) + "。")
    return draw(st.sampled_from(SHORT)) if draw(st.integers(0, 5)) == 0 else whole


@st.composite
def foreign_tables(draw: st.DrawFn) -> ForeignTable:
    """Draw a small table that is none of the form's, with a header."""
    width = draw(st.integers(2, 4))
    entry = st.sampled_from(("渠道", "网站", "12", "0", "", "公报 3 期", "a|b", "政务新媒体公开的信息数量（条）", "*"))
    rows = draw(st.lists(st.lists(entry, min_size=width, max_size=width), min_size=1, max_size=4))
    return ForeignTable([[f"指标{column}" for column in range(width)], *rows])


def items() -> st.SearchStrategy[list[Item]]:
    """Draw the text of a part."""
    picture = st.sampled_from(("image1.png", "图解/年报.jpg", "../a_(1).png")).map(Picture)
    return st.lists(st.one_of(paragraphs(), paragraphs(), paragraphs(), foreign_tables(), picture), max_size=4)


def cells(kind: Kind) -> st.SearchStrategy[CellValue]:
    """Draw what a cell may say: numbers, blanks, and the marks that are met in published tables."""
    marks = st.sampled_from(("/", "—", "无", "251000元", "22（其中修订16件）", "减3", "N/A", "见附件", "12件")).map(
        Mark
    )
    numbers: dict[Kind, st.SearchStrategy[CellValue]] = {
        Kind.COUNT: st.integers(0, 20) | st.integers(0, 10**8),
        Kind.CHANGE: st.integers(-999, 999),
        Kind.MONEY: st.decimals(0, 10**6, places=4),
    }
    return st.one_of(numbers[kind], numbers[kind], numbers[kind], st.none(), marks)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Draw a report of either edition: figures, blanks and marks anywhere, any text in any part."""
    edition = draw(st.sampled_from(sorted(FORMS)))
    year = FORMS[edition].first_year + draw(st.integers(0, 1))
    organization = draw(st.sampled_from(("青禾县水务局", "青禾县人民政府办公室", "青禾县河东镇人民政府")))
    named = draw(st.sampled_from((f"{organization}{year}年", f"{year}年{organization}")))
    shift, blank = draw(st.integers(0, 9)), draw(st.booleans())
    drawn = {kind: draw(st.lists(cells(kind), min_size=3, max_size=8)) for kind in Kind}

    def filled(section: Section) -> tuple[CellValue, ...]:
        places = FORMS[edition].by_table[section].places
        if blank and section is Section.REVIEW_LITIGATION:
            return (None,) * len(places)
        return tuple(drawn[p.kind][(p.index * 7 + shift) % len(drawn[p.kind])] for p in places)

    return Report(
        organization=organization,
        year=year,
        title=f"{named}政府信息公开工作年度报告",
        preamble=draw(items()),
        overview=Overview(draw(items())),
        proactive=ProactiveDisclosure(draw(items()), table=ProactiveTable(edition, filled(Section.PROACTIVE))),
        requests=Requests(draw(items()), matrix=RequestMatrix(edition, filled(Section.REQUESTS))),
        review_litigation=ReviewLitigation(
            draw(items()), table=ReviewLitigationTable(edition, filled(Section.REVIEW_LITIGATION))
        ),
        problems=Problems(draw(items()), heading="五、政府信息公开工作存在的主要问题及改进情况"),
        other_matters=OtherMatters(draw(items())),
    )


WRITTEN: dict[str, tuple[str, Callable[[Report], str | bytes]]] = {
    "text": ("text", lambda report: report.to_text()),
    "text-56": ("text", lambda report: report.to_text(width=56)),
    "text-120": ("text", lambda report: report.to_text(width=120)),
    "text-ascii": ("text", lambda report: report.to_text(frame="ascii")),
    "text-unicode": ("text", lambda report: report.to_text(frame="unicode")),
    "markdown": ("markdown", lambda report: report.to_markdown()),
    "markdown-html": ("markdown", lambda report: report.to_markdown(tables="html")),
    "html": ("html", lambda report: report.to_html()),
    "html-fragment": ("html", lambda report: report.to_html(fragment=True)),
    "docx": ("docx", lambda report: report.to_docx()),
    "json": ("json", lambda report: report.to_json()),
}


@pytest.mark.parametrize("name", WRITTEN)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(report=reports())
def test_what_we_wrote_reads_back_as_the_same_report(name: str, report: Report) -> None:
    """Title, organ, year, edition, every paragraph, every cell: nothing is lost or moved."""
    format, write = WRITTEN[name]
    written = write(report)
    data = written.encode() if isinstance(written, str) else written
    assert report == examine(data, format=format).report


@pytest.mark.parametrize("name", WRITTEN)
def test_an_empty_form_reads_back_as_an_empty_form(name: str) -> None:
    """A report with every cell blank stays blank; nothing becomes 0."""
    format, write = WRITTEN[name]
    report = Report.blank(organization="青禾县水务局", year=2023)
    written = write(report)
    data = written.encode() if isinstance(written, str) else written
    assert report == examine(data, format=format).report


_LONG_NAME = "青禾县某某自治州高新技术产业开发区管理委员会（青禾县综合保税区管理委员会）自然资源和规划建设局农村工作处"


@pytest.mark.parametrize("width", [80, 100])
@pytest.mark.parametrize("length", [30, 38, 39, 40, 42, 46, 52])
def test_a_long_name_is_read_whole_from_a_title_of_several_lines(length: int, width: int) -> None:
    """The organ is who reports, and never a piece of its name."""
    report = Report.blank(organization=_LONG_NAME[:length], year=2024)
    assert report == examine(report.to_text(width=width).encode(), format="text").report


def test_the_name_of_a_website_above_a_title_is_no_part_of_it() -> None:
    """A line of another length right above the title is not taken for its beginning."""
    report = Report.blank(organization="青禾县水务局", year=2024)
    text = f"青禾县人民政府门户网站（政务公开平台）\n{report.to_text().lstrip()}"
    assert "青禾县水务局" == examine(text.encode(), format="text").report.organization
