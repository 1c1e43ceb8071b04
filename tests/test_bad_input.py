"""Bad input: a clear `DisclosureError` or an honest partial reading; no other exception, no made-up figure."""

import io
import random
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gov_disclosure.cells import CellValue
from gov_disclosure.errors import CannotRead, DisclosureError
from gov_disclosure.forms import Kind, form_of
from gov_disclosure.layout import lay_out
from gov_disclosure.matrix import Matrix
from gov_disclosure.reading import examine
from gov_disclosure.report import Report
from gov_disclosure.tables import ProactiveTable, RequestMatrix, ReviewLitigationTable
from published import LAYOUTS, Keeps, Published
from sampled import sampled_report

FORMATS = ("text", "markdown", "html")
NOTHING = {
    "empty": b"",
    "blank": b" \n\t\n",
    "random bytes": random.Random(1).randbytes(20_000),  # noqa: S311  # bytes for tests, not secrets
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "novel": ("他走进屋子，看见桌上放着一封信。\n" * 2_000).encode(),
    "spans": b"<table>" + b"<tr><td colspan=1000000000 rowspan=1000000000>1<td>2</tr>" * 200 + b"</table>",
    "nesting": b"<div>" * 100_000 + b"x",
    "nested tables": b"<table><tr><td>" * 20_000,
    "cells": b"<table>" + b"<tr>" * 500 + b"<td>0</td>" * 20_000 + b"</table>",
    "digits": b"1" * 300_000,
    "lines of digits": b"1\n" * 20_000,
    "spaces": b"a" + b" " * 300_000 + b"b",
    "brackets": "（(".encode() * 60_000,
    "ordinals": "一、".encode() * 60_000,
    "bars": b"|" * 100_000,
    "lines of bars": b"| a | b |\n" * 10_000,
    "frames": b"+---+\n|a  |\n" * 3_000,
    "stars": b"*" * 100_000,
    "letter": "尊敬的用户：\n您好！\n此致\n敬礼\n".encode(),
}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", NOTHING)
def test_what_is_no_report_is_refused(name: str, format: str) -> None:
    """Every kind of nothing gives an error that says so in both languages."""
    with pytest.raises(CannotRead) as refused:
        examine(NOTHING[name], format=format)
    assert refused.value.say("zh") != refused.value.say("en")


@pytest.mark.parametrize("data", [b'{"a": [1, 2]}', b"[1, 2, 3]", b"{", b"[" * 100_000, b'"text"', b"null"])
def test_other_json_is_refused(data: bytes) -> None:
    """JSON of something else, broken or bottomless, gives an error."""
    with pytest.raises(DisclosureError):
        examine(data, format="json")


def test_a_picture_with_the_name_of_a_text_is_refused() -> None:
    """What the bytes are goes before what the name says."""
    source = io.BytesIO(NOTHING["picture"])
    source.name = "report.txt"
    with pytest.raises(CannotRead, match="PNG"):
        examine(source)


def numbered(edition: int) -> Report:
    """Make a report in which no figure occurs twice."""
    values = iter(range(1001, 2000))

    def cells(table: type[Matrix]) -> tuple[CellValue, ...]:
        places = form_of(edition).by_table[table.section].places
        return tuple(Decimal(next(values)) if place.kind is Kind.MONEY else next(values) for place in places)

    return Report(
        organization="青禾县水务局",
        year=form_of(edition).first_year,
        overview="工作平稳。",
        proactive=ProactiveTable(edition, cells(ProactiveTable)),
        requests=RequestMatrix(edition, cells(RequestMatrix)),
        review_litigation=ReviewLitigationTable(edition, cells(ReviewLitigationTable)),
        problems="人手不足。",
        other_matters="无。",
    )


def numbers(report: Report) -> dict[str, object]:
    """Give every number of a report by its address."""
    cells = {
        place.address: cell
        for table in report.tables
        for place, cell in zip(table.form.places, table.cells, strict=True)
    }
    return {address: cell for address, cell in cells.items() if isinstance(cell, int | Decimal)}


def written(report: Report, format: str) -> bytes:
    """Write a report in a format."""
    if format == "docx":
        return report.to_docx()
    if format == "json":
        return report.to_json().encode()
    if format == "html":
        return report.to_html().encode()
    return (report.to_text() if format == "text" else report.to_markdown()).encode()


NUMBERED = {edition: numbered(edition) for edition in (2019, 2021)}
TEXTS = [
    (numbers(report), layout.page(lay_out(report)).split("\n"))
    for report in NUMBERED.values()
    for layout in LAYOUTS
    if layout.keeps is not Keeps.NOTHING
]


def wrong_after(printed: dict[str, object], lines: list[str]) -> dict[str, object]:
    """Read lines and give the numbers that stand elsewhere than they did."""
    try:
        read = numbers(examine(io.StringIO("\n".join(lines)), format="text").report)
    except DisclosureError:
        return {}
    return {address: cell for address, cell in read.items() if printed.get(address) != cell}


@settings(max_examples=150, deadline=None)
@given(page=st.sampled_from(TEXTS), at=st.floats(0, 1, exclude_max=True), twice=st.booleans())
def test_a_lost_or_repeated_line_moves_no_figure(
    page: tuple[dict[str, object], list[str]], at: float, twice: bool
) -> None:
    """Whatever line of a page is missing or printed twice, each number that is read stands where it stood."""
    printed, lines = page
    place = int(at * len(lines))
    mutated = [*lines[:place], *([lines[place]] * 2 if twice else []), *lines[place + 1 :]]
    assert {} == wrong_after(printed, mutated)


@settings(max_examples=60, deadline=None)
@given(page=st.sampled_from(TEXTS), at=st.floats(0, 1, exclude_max=True))
def test_a_page_that_breaks_off_makes_up_no_figure(page: tuple[dict[str, object], list[str]], at: float) -> None:
    """Cut at any line, what is read is what was printed there."""
    printed, lines = page
    assert {} == wrong_after(printed, lines[: int(at * len(lines))])


@settings(max_examples=60, deadline=None)
@given(at=st.floats(0, 1, exclude_max=True), format=st.sampled_from(FORMATS))
def test_a_file_cut_at_any_byte_is_read_or_refused(at: float, format: str) -> None:
    """A torn file gives a report or a `DisclosureError`."""
    report = NUMBERED[2021]
    data = written(report, format)
    try:
        read = examine(data[: int(at * len(data))], format=format).report
    except DisclosureError:
        return
    assert set(numbers(read).values()) <= {*numbers(report).values(), *range(1001)}


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 3),
    format=st.sampled_from((*FORMATS, "docx", "json")),
    edits=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=3), st.integers(0, 40)), max_size=6),
)
def test_damaged_bytes_are_read_or_refused(seed: int, format: str, edits: list[tuple[float, bytes, int]]) -> None:
    """Bytes put in, taken out and written over give a report or a `DisclosureError`."""
    report = sampled_report(seed)
    data = written(report, format)
    for at, new, taken in edits:
        place = int(at * len(data))
        data = data[:place] + new + data[place + taken :]
    try:
        read = examine(data, format=format).report
    except DisclosureError:
        return
    assert read.edition in NUMBERED


@settings(max_examples=80, deadline=None)
@given(
    text=st.text(alphabet="一二、（(规章0 1|\n\t本年新收<td>+-─│*#。?\u3000", max_size=400),
    format=st.sampled_from(FORMATS),
)
def test_any_text_is_read_or_refused(text: str, format: str) -> None:
    """Signs that mean something to a reader, in any order, raise nothing else."""
    try:
        read = examine(text.encode(), format=format).report
    except DisclosureError:
        return
    assert all(str(number) in text for number in numbers(read).values())


@pytest.mark.parametrize("layout", [one for one in LAYOUTS if "led" in one.name or one.name.startswith("bar-line")])
def test_a_bar_before_each_row_is_no_blank_cell(layout: Published) -> None:
    """Where bars lead the rows, a line of figures that lost one is refused and not moved by the bar."""
    lines = layout.page(lay_out(NUMBERED[2021])).split("\n")
    lines.remove(next(line for line in lines if line.startswith("1192")))
    assert {} == wrong_after(numbers(NUMBERED[2021]), lines)


def test_a_header_printed_twice_is_no_row_of_figures() -> None:
    """Labels never become marks in cells."""
    layout = next(layout for layout in LAYOUTS if layout.name == "pipe-trail-cont")
    lines = layout.page(lay_out(NUMBERED[2021])).split("\n")
    place = next(number for number, line in enumerate(lines) if line.startswith("|  |  |") and "结果维持" in line)
    reading = examine(io.StringIO("\n".join([*lines[:place], lines[place], *lines[place:]])))
    assert "结果维持" not in str(reading.report.review_litigation.table.cells)


def test_a_row_with_a_cell_missing_is_refused() -> None:
    """Nothing is moved to the left where a page has lost a cell."""
    html = NUMBERED[2021].to_html()
    reading = examine(html.replace('<td class="gd-value">1029</td>', "").encode(), format="html")
    read = numbers(reading.report)
    assert {} == {address: cell for address, cell in read.items() if numbers(NUMBERED[2021])[address] != cell}
    assert "row_refused" in reading.findings.rules


def test_two_rows_in_one_are_refused() -> None:
    """A row whose cells all hold two figures is named and left blank."""
    lines = NUMBERED[2021].to_text(frame="ascii").split("\n")
    place = next(number for number, line in enumerate(lines) if "予以公开" in line)
    reading = examine(io.StringIO("\n".join([*lines[:place], lines[place], *lines[place:]])))
    assert "requests.disclosed.natural_person" not in numbers(reading.report)
    assert "row_refused" in reading.findings.rules
