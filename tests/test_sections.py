"""The six parts: heading, text in order, table."""

import pytest

from gov_disclosure import (
    FORMS,
    ForeignTable,
    OtherMatters,
    Overview,
    Picture,
    ProactiveDisclosure,
    ProactiveTable,
    Problems,
    Report,
    RequestMatrix,
    Requests,
    ReviewLitigation,
    ReviewLitigationTable,
    Section,
)
from gov_disclosure.sections import ReportSection

PARTS: list[type[ReportSection]] = [
    Overview,
    ProactiveDisclosure,
    Requests,
    ReviewLitigation,
    Problems,
    OtherMatters,
]


def test_the_classes_are_the_parts_of_the_form() -> None:
    """One class a part, in the order of the form."""
    assert list(Section) == [part.section for part in PARTS]


@pytest.mark.parametrize("part", PARTS)
def test_the_usual_heading_is_the_official_one(part: type[ReportSection]) -> None:
    """Who names no heading gets that of the form."""
    assert FORMS[2021].by_section[part.section].heading == part().heading


def test_a_heading_is_kept_as_printed() -> None:
    """A heading of other wording stays, on one line."""
    assert "一、 总体情况（概述）" == Overview(heading="一、\n总体情况（概述） ").heading


@pytest.mark.parametrize("heading", [None, "", " \u3000"])
def test_a_heading_may_be_absent(heading: str | None) -> None:
    """A part without heading says so."""
    assert Overview(heading=heading).heading is None


def test_a_text_is_split_into_paragraphs() -> None:
    """A line break ends a paragraph; empty lines say nothing."""
    assert ("全年平稳。", "没有申请。") == Overview("全年平稳。\n\n  没有申请。\n").text


def test_items_keep_their_order() -> None:
    """Paragraphs, foreign tables and pictures stand in the order given."""
    table, picture = ForeignTable([["甲"]]), Picture("图.png")
    assert ("前", table, "中", "后", picture) == Overview(["前", table, "中\n后", picture]).text


def test_paragraphs_are_the_text_alone() -> None:
    """Tables and pictures are no paragraphs."""
    assert ("前", "后") == Overview(["前", ForeignTable([["甲"]]), "后", Picture("图.png")]).paragraphs


def test_a_foreign_table_is_a_rectangle() -> None:
    """Short rows are filled up, and every cell is put on one line."""
    assert (("甲 乙", "丙"), ("丁", "")) == ForeignTable([["甲\n乙", "丙"], ["丁"]]).rows


def test_a_foreign_table_may_be_empty() -> None:
    """A table without rows is a value, too."""
    assert () == ForeignTable([]).rows


def test_parts_with_tables_start_blank() -> None:
    """A part whose table nobody gave has the blank one."""
    expected = (ProactiveTable.blank(), RequestMatrix.blank(), ReviewLitigationTable.blank())
    assert expected == (ProactiveDisclosure().table, Requests().matrix, ReviewLitigation().table)


def test_the_matrix_is_the_table_of_its_part() -> None:
    """The request matrix has the name that the other tables have, too."""
    part = Requests(matrix=RequestMatrix.of(received={"natural_person": 1}))
    assert part.matrix is part.table


def test_equal_parts_are_equal_and_hash_alike() -> None:
    """Parts are values."""
    assert (Overview("甲"), hash(Overview("甲"))) == (Overview(["甲"]), hash(Overview(["甲"])))


def test_parts_of_one_text_differ_by_kind() -> None:
    """Part one is never part five, whatever they say."""
    parts: list[ReportSection] = [Overview("甲", heading="x"), Problems("甲", heading="x")]
    assert parts[0] != parts[1]


@pytest.mark.parametrize("part", PARTS)
def test_a_part_can_be_checked_by_itself(part: type[ReportSection]) -> None:
    """Every part gives its findings."""
    assert isinstance(part().validate().items, tuple)


def test_a_part_gives_itself_as_data() -> None:
    """A part has the shape that it has in the report's data."""
    report = Report.blank(year=2024)
    assert report.to_dict()["requests"] == report.requests.to_dict()
    assert {"heading": "一、总体情况", "text": ["甲"]} == Overview("甲").to_dict()
