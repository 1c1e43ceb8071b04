"""Each thing that the reader can say about a source: when it says so, and that it does not otherwise."""

import io
import re
from collections.abc import Callable

import pytest

from gov_disclosure.diagnostics import DIAGNOSTICS
from gov_disclosure.layout import lay_out
from gov_disclosure.reading import examine
from published import LAYOUTS
from sampled import Blanks, sampled_report

REPORT = sampled_report(3, Blanks.NONE, 2021)
ROWS = next(layout for layout in LAYOUTS if layout.name == "pipe-trail").page(lay_out(REPORT))
HEADING = "五、存在的主要问题及改进情况"


def without_line(word: str) -> Callable[[str], str]:
    """Leave out the first line that has a word."""
    return lambda page: re.sub(f"(?m)^.*{word}.*\n", "", page, count=1)


def put(one: str, other: str) -> Callable[[str], str]:
    """Put one text for another, once."""
    return lambda page: page.replace(one, other, 1)


def unlabelled(page: str) -> str:
    """Take the label from a row between two others."""
    return re.sub(r"2\.重复申请 \| ", "", page)


FAULTS: dict[str, Callable[[str], str]] = {
    "repeated_heading": put(HEADING, f"{HEADING}\n{HEADING}"),
    "label_wording": put("行政强制", "行政强治"),
    "label_shortened": put("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开"),
    "label_missing": unlabelled,
    "row_refused": lambda page: re.sub(r"(1\.属于国家秘密 \| \d+ \| )\d+ \| ", r"\1", page),
    "row_missing": without_line("行政强制"),
    "row_cut": lambda page: re.sub(r"(?s)1\.属于国家秘密 \|.*", "1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 12 | 1", page),
    "row_unknown": lambda page: re.sub(r"(?m)^(行政规范性文件 \|.*)$", r"\1\n其他公开文件 | 1 | 2 | 3 |", page),
    "table_missing": lambda page: re.sub(r"(?s)(四、政府信息公开行政复议、行政诉讼情况\n).*?(\n五、)", r"\1\2", page),
    "title_missing": put(REPORT.title, "公告"),
    "heading_order": lambda page: page.replace(f"{HEADING}\n", "", 1).replace(
        "二、主动公开政府信息情况", f"{HEADING}\n公开不够。\n二、主动公开政府信息情况", 1
    ),
}


def rules_of(page: str) -> tuple[str, ...]:
    """Read a page and give the names of what is said about it."""
    return examine(io.StringIO(page)).findings.rules


def test_nothing_is_said_about_a_faultless_page() -> None:
    """The page that the faults are put into has none."""
    assert () == rules_of(ROWS)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named(name: str) -> None:
    """Each fault by itself is found and has its name."""
    assert name in rules_of(FAULTS[name](ROWS))


def test_missing_rows_that_follow_one_another_are_named_together() -> None:
    """A report that breaks off says from which row on there is nothing, once for each table."""
    reading = examine(io.StringIO(re.sub(r"(?s)（三）不予公开 \|.*", "", ROWS)))
    missing = [finding for finding in reading.findings if finding.rule == "row_missing"]
    assert [21] == [len(finding.where) for finding in missing]
    assert "自“1.属于国家秘密”起缺21行" in missing[0].message.zh


def test_wrapped_lines_are_named() -> None:
    """A text that was broken at a width says that it was joined."""
    long = REPORT.evolve(overview="全年通过门户网站主动公开信息31条，其中政策文件6条，均按期公开。" * 6)
    text = long.to_text(width=60).replace("　　", "")
    assert "wrapped_lines" in rules_of(text)


def test_a_split_table_and_a_lost_group_are_named() -> None:
    """A table that begins anew in the middle is one that was split; a row that moved left lost its group."""
    html = REPORT.to_html()
    row = re.search(r"(?s)<tr>(?:(?!<tr>).)*1\.信访举报投诉类申请", html)
    assert row is not None
    split = html[: row.start()] + "</tbody></table><p></p><table><tbody>" + html[row.start() :]
    assert "split_table" in examine(split.encode(), format="html").findings.rules


@pytest.mark.parametrize("name", DIAGNOSTICS)
def test_every_diagnostic_speaks_both_languages(name: str) -> None:
    """Message and advice are there in Chinese and in English, with the same fields."""
    one = DIAGNOSTICS[name]
    fields = [sorted(re.findall(r"{(\w+)", text)) for text in (one.message.zh, one.message.en)]
    assert fields[0] == fields[1]
    assert all((one.advice.zh, one.advice.en))
    assert name == one.name


def test_a_finding_says_what_was_filled_in() -> None:
    """The words of a case stand in both sentences."""
    found = DIAGNOSTICS["repeated_heading"]("problems", heading=HEADING, count=2)
    assert (("problems",), "repeated_heading") == (tuple(found.where), found.rule)
    assert HEADING in found.message.zh
    assert HEADING in found.message.en


def test_a_row_at_another_place_is_named() -> None:
    """A row of a table that stands elsewhere than in the form is read by its label, and that is said."""
    html = REPORT.to_html()
    row = re.search(r"(?s)<tr>(?:(?!<tr>).)*四、结转下年度继续办理.*?</tr>", html)
    first = re.search(r"(?s)<tr>(?:(?!<tr>).)*一、本年新收政府信息公开申请数量", html)
    assert row is not None
    assert first is not None
    moved = html[: first.start()] + row[0] + html[first.start() : row.start()] + html[row.end() :]
    reading = examine(moved.encode(), format="html")
    assert REPORT.tables == reading.report.tables
    assert ("requests.carried_out",) in {tuple(f.where) for f in reading.findings if f.rule == "row_order"}
