"""Drafts with findings: what is flagged carries a number, and the number is explained behind the report."""

import io

import docx
import pytest
from attrs import evolve
from docx.document import Document

from gov_disclosure.findings import Findings
from gov_disclosure.policy import Policy
from gov_disclosure.report import Report
from gov_disclosure.tables import RequestMatrix

REPORT = Report(
    organization="青禾县水务局",
    year=2024,
    requests=RequestMatrix.of(received={"natural_person": 3}, carried_out={"natural_person": 3}).with_cells(
        {("received", "total"): 8}
    ),
)


def drafts() -> dict[str, str]:
    """Write the draft in every format, as text."""
    findings = REPORT.validate()
    tables = docx.Document(io.BytesIO(REPORT.to_docx(findings=findings)))
    word = [paragraph.text for paragraph in tables.paragraphs]
    cells = [cell.text for table in tables.tables for row in table.rows for cell in row.cells]
    return {
        "text": REPORT.to_text(findings=findings),
        "markdown": REPORT.to_markdown(findings=findings).replace("\\", ""),
        "html": REPORT.to_html(findings=findings),
        "docx": "\n".join([*word, *cells]),
    }


@pytest.mark.parametrize("name", ["text", "markdown", "html", "docx"])
def test_a_flagged_cell_carries_the_number_of_its_finding(name: str) -> None:
    """The wrong total has the numbers of all findings that name it, in every format."""
    findings = REPORT.validate()
    numbers = [n for n, finding in enumerate(findings, 1) if "requests.received.total" in finding.where]
    assert numbers
    assert f"8{''.join(f' [{number}]' for number in numbers)}" in drafts()[name]


@pytest.mark.parametrize("name", ["text", "markdown", "html", "docx"])
def test_every_finding_is_explained_behind_the_report(name: str) -> None:
    """Each number comes with level, rule and sentence."""
    text = drafts()[name].replace("\n", "")
    for number, finding in enumerate(REPORT.validate(), 1):
        assert f"[{number}] " in text
        assert finding.rule in text


@pytest.mark.parametrize("name", ["text", "markdown", "html", "docx"])
def test_a_finding_about_a_part_marks_its_heading(name: str) -> None:
    """What is said of a text stands at the heading above it, the title included."""
    first = REPORT.validate()[0]
    findings = Findings((evolve(first, where=("problems",)), evolve(first, where=("title", "overview"))))
    draft = {
        "text": REPORT.to_text(findings=findings),
        "markdown": REPORT.to_markdown(findings=findings).replace("\\", ""),
        "html": REPORT.to_html(findings=findings),
        "docx": "\n".join(
            paragraph.text for paragraph in docx.Document(io.BytesIO(REPORT.to_docx(findings=findings))).paragraphs
        ),
    }[name]
    for said in ("五、存在的主要问题及改进情况 [1]", "一、总体情况 [2]", "工作年度报告 [2]"):
        assert said in draft.replace("\n", "")


def test_the_note_names_the_cell_that_the_sums_point_at() -> None:
    """Whoever mends the draft looks there first."""
    report = REPORT.with_cells({"requests.received.total": 3, "requests.received.research": 1})
    assert "请先核对这一格" in report.to_markdown(findings=report.validate())


def test_a_finding_about_a_row_marks_its_cells() -> None:
    """Where a row is meant, each of its cells carries the number."""
    first = REPORT.validate()[0]
    findings = Findings((evolve(first, where=("requests.disclosed",)),))
    assert 7 == REPORT.requests.matrix.to_text(findings=findings).count("0 [1]")


def style_of(word: Document) -> str:
    """Name the style of a figure of the first table."""
    style = word.tables[0].cell(3, 5).paragraphs[0].style
    return "" if style is None else str(style.name)


def test_numbers_of_findings_leave_the_type_of_a_word_table_as_it_is() -> None:
    """A narrow cell breaks before them: a draft is as easy to read as the report."""
    matrix = REPORT.requests.matrix.with_cells({("received", "research"): 412})
    finding = evolve(REPORT.validate()[0], where=("requests.received.research",), suspect=None, arithmetic="")
    draft = docx.Document(io.BytesIO(matrix.to_docx(findings=Findings((finding,) * 3))))
    report = docx.Document(io.BytesIO(matrix.to_docx()))

    assert "412 [1] [2] [3]" == draft.tables[0].cell(3, 5).text
    assert style_of(report) == style_of(draft)


def test_a_draft_without_findings_says_so() -> None:
    """An empty list is said, not left out."""
    assert "检查通过，没有发现问题。" in REPORT.to_text(findings=Findings(passed=("request_balance",)))


def test_a_draft_does_not_say_that_all_is_well_where_something_could_not_be_assessed() -> None:
    """Its list opens with the counts, as every report of findings does."""
    doubts = Findings(not_assessable=REPORT.validate().items)
    draft = REPORT.to_text(findings=doubts)

    assert "没有发现问题，但有的规则无法判断。" in draft
    assert f"无法判断 {len(doubts.not_assessable)} 处" in draft


def test_a_draft_names_the_policy() -> None:
    """What was switched off or waived is known to whoever mends it."""
    findings = REPORT.validate(policy=Policy(name="青禾县口径", rules={"wording": "off"}))

    assert "审核口径：青禾县口径（规则1条）" in REPORT.to_markdown(findings=findings)


def test_without_findings_nothing_is_marked() -> None:
    """The report itself stays as it is."""
    assert "检查发现" not in REPORT.to_text()
