"""The work of reading grows with the length of a source and not with its square: calls are counted, not seconds."""

import re
import time
from contextlib import suppress

import pytest

from counted import calls_of, steps_of
from docx_cases import office_file, paragraph
from gov_disclosure.claims import LONGEST, claims_in
from gov_disclosure.errors import DisclosureError
from gov_disclosure.layout import lay_out
from gov_disclosure.reading import examine
from gov_disclosure.recognize._rows.chain import heaviest_chain
from gov_disclosure.sections import Overview
from published import LAYOUTS
from sampled import Blanks, sampled_report

FACTOR = 4
SLACK = 1.6
"""How much more than in proportion the work may grow: caches fill, lists double."""
PIECES = {
    "figures": "1\n",
    "headings": "一、总体情况\n二、主动公开政府信息情况\n",
    "rows": "规章 0 0 0\n",
    "misspelt rows": "规彰 0 0 0\n",
    "labels": "规章\n0\n0\n0\n",
    "headers": "结果维持 结果纠正 其他结果 尚未审结 总计\n",
    "titles": "2020年政府信息公开工作年度报告\n",
    "prose": "　　我们做了许多事情，今后还要继续做下去，\n",
    "bars": "| a | b |\n",
    "lone bars": "|\n",
    "frames": "+---+\n|a  |\n\n",
    "fields": "甲\t乙\n\n",
    "lists": "规章：本年制发件数1，本年废止件数2\n",
    "lists by rows": "规章\n本年制发件数：1\n现行有效件数：5\n",
    "open lists": "收到申请，自然人\n",
    "laid out": "规章          1          2\n",
    "labels over lines": "1.属于国家\n秘密           1     2       3\n",
    "letters over lines": "属\n于\n国\n家     1     2       3\n",
    "pages": "规章    1     2\n\f",
}


def calls_of_reading(data: bytes, format: str) -> int:
    """Read, and count the calls; what is no report is refused."""

    def read() -> None:
        with suppress(DisclosureError):
            examine(data, format=format)

    return calls_of(read)


@pytest.mark.parametrize("format", ["text", "html"])
@pytest.mark.parametrize("name", PIECES)
def test_more_of_the_same_takes_so_much_more(name: str, format: str) -> None:
    """Four times the source takes about four times the calls."""
    piece = PIECES[name] if format == "text" else "".join(f"<p>{line}</p>" for line in PIECES[name].split("\n"))
    few, many = (calls_of_reading((piece * count).encode(), format) for count in (150, 150 * FACTOR))
    assert many < few * FACTOR * SLACK


LINES = {
    "brackets": "规章" + "（" * 100_000 + "\t1",
    "gap before a rule": " " * 100_000 + "|\t",
    "comments": "<!--" * 25_000,
    "comments behind a closed one": "<!-- -->" + "<!--" * 25_000,
    "pictures": "<img " + "src= " * 20_000,
    "gap in a picture": "![a](" + " " * 100_000 + "x",
    "backslashes": "\\" * 100_000,
}
"""Single lines at which a pattern could try every way to match; calls do not count that."""


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
@pytest.mark.parametrize("name", LINES)
def test_no_line_takes_the_square_of_its_length(name: str, format: str) -> None:
    """A hundred thousand characters take a part of a second; their square would take a minute."""
    started = time.process_time()
    calls_of_reading(f"一、总体情况\n{LINES[name]}\n".encode(), format)
    assert time.process_time() - started < 5


def test_a_long_report_takes_so_much_more() -> None:
    """A report with four times the text takes no more than four times the calls."""
    report = sampled_report(3, Blanks.NONE)
    few, many = (
        calls_of_reading(report.evolve(overview=Overview(["全年公开信息31条。"] * count)).to_text().encode(), "text")
        for count in (200, 200 * FACTOR)
    )
    assert many < few * FACTOR * SLACK


def test_many_tables_take_so_much_more() -> None:
    """Small tables beside the report are each looked at once."""
    table = "<table><tr><td>渠道</td><td>数量</td></tr><tr><td>网站</td><td>甲</td></tr></table><p>说明。</p>"
    few, many = (calls_of_reading((table * count).encode(), "html") for count in (100, 100 * FACTOR))
    assert many < few * FACTOR * SLACK


def test_lists_of_links_take_so_much_more() -> None:
    """The links of a page are each taken once."""
    few, many = (
        calls_of_reading(b"<li><a href='/a/'>\xe7\x94\xb2</a></li>" * count, "html") for count in (150, 150 * FACTOR)
    )
    assert many < few * FACTOR * SLACK


def test_moved_texts_of_a_paragraph_take_so_much_more() -> None:
    """A paragraph is looked at once, however many of its texts stand off the line."""
    moved = '<w:r><w:rPr><w:position w:val="2"/></w:rPr><w:t>7</w:t></w:r>'
    few, many = (calls_of_reading(office_file(paragraph(moved * count)), "docx") for count in (150, 150 * FACTOR))
    assert many < few * FACTOR * SLACK


@pytest.mark.parametrize("digits", ["1357" * 5, "123456" * 5, "119133135111111123732", "1" * 40])
def test_long_runs_of_digits_are_cut_with_little_work(digits: str) -> None:
    """Figures that stand in one run are not cut in every way that there is: some rows of any length are soon done."""
    glued = next(layout for layout in LAYOUTS if layout.name == "glued-rows")
    page = glued.page(lay_out(sampled_report(3, Blanks.NONE, 2021)))
    longer = re.sub(r"\d{7,}", digits, page)
    assert calls_of_reading(longer.encode(), "text") < 20 * calls_of_reading(page.encode(), "text")


def test_a_chain_goes_down_both_lists() -> None:
    """The heaviest chain never goes back and takes one pair of a place."""
    pairs = [(0, 2, 1.0), (0, 0, 1.0), (1, 1, 1.0), (2, 0, 5.0), (2, 2, 1.0), (3, 3, 1.0)]
    assert [(2, 0), (3, 3)] == heaviest_chain(pairs)
    assert [(0, 0), (1, 1), (2, 2), (3, 3)] == heaviest_chain([pair for pair in pairs if pair[2] < 5])


def test_no_pairs_make_no_chain() -> None:
    """Nothing comes of nothing."""
    assert [] == heaviest_chain([])


CLAUSES = [
    "收到政府信息公开申请10件，",
    "制发规范性文件3件，废止2件，",
    "未收到申请，",
    "收到申请（含结转3件",
    "《",
    "“1件",
    "1",
]


def steps_of_claims(text: str) -> int:
    """Look for claims, and count the lines that are run."""
    return steps_of(lambda: claims_in(text))


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_sentence_without_end_takes_so_much_more(clause: str) -> None:
    """Clauses that were joined into one sentence of any length are not read against each other."""
    few, many = (steps_of_claims(clause * (count * LONGEST // len(clause))) for count in (2, 2 * FACTOR))
    assert many < few * FACTOR * SLACK


@pytest.mark.parametrize("clause", CLAUSES[:3])
def test_the_longest_sentence_takes_a_few_times_what_its_clauses_take(clause: str) -> None:
    """What is read at all does not cost much more in one sentence than in many."""
    count = LONGEST // len(clause)
    assert steps_of_claims(clause * count) < 6 * steps_of_claims(clause.replace("，", "。") * count)


def test_more_sentences_take_so_much_more() -> None:
    """Sentences of one paragraph are read one after the other."""
    few, many = (steps_of_claims("收到政府信息公开申请10件，答复9件。" * count) for count in (100, 100 * FACTOR))
    assert many < few * FACTOR * SLACK
