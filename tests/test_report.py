"""The report: its parts, its ways in and out."""

from typing import Any

import attrs
import pytest

from gov_disclosure import (
    CannotWrite,
    InvalidCell,
    InvalidReport,
    NoSuchCell,
    Overview,
    ProactiveDisclosure,
    ProactiveTable,
    Problems,
    Report,
    RequestMatrix,
    Requests,
    ReviewLitigation,
    ReviewLitigationTable,
    Section,
    UnknownEdition,
    form_of,
)


@pytest.fixture
def report() -> Report:
    """A small report for 2023."""
    return Report(
        organization="青禾县林业局",
        year=2023,
        overview="全年平稳。",
        requests=RequestMatrix.of(received={"natural_person": 2}, disclosed={"natural_person": 2}),
    )


def test_the_usual_title_names_organ_and_year(report: Report) -> None:
    """Who gives no title gets the usual one."""
    assert "青禾县林业局2023年政府信息公开工作年度报告" == report.title


def test_the_usual_title_leaves_out_what_is_unknown() -> None:
    """Without organ and year the title is that of the form."""
    assert "政府信息公开工作年度报告" == Report().title


@pytest.mark.parametrize(("year", "edition"), [(2019, 2019), (2020, 2019), (2021, 2021), (2025, 2021), (None, 2021)])
def test_the_edition_is_that_of_the_year(year: int | None, edition: int) -> None:
    """The year tells the form, and all three tables are of it."""
    report = Report(year=year)
    assert [edition] * 4 == [report.edition, *(table.edition for table in report.tables)]


def test_an_edition_may_be_named() -> None:
    """An organ that used the old form for a new year has it so."""
    report = Report(year=2022, edition=2019)
    assert (2019, 161) == (report.edition, len(report.requests.matrix.cells))


def test_a_year_before_the_form_needs_an_edition() -> None:
    """No form is guessed for a year that has none."""
    with pytest.raises(UnknownEdition):
        Report(year=2016)


def test_an_unknown_edition_is_refused() -> None:
    """There is no report without a form."""
    with pytest.raises(UnknownEdition):
        Report(edition=2014)


def test_tables_of_another_edition_are_refused() -> None:
    """The three tables of a report follow one form."""
    with pytest.raises(InvalidReport, match="requests 处应为2021年格式的表（edition=2021），实际为 2019。"):
        Report(year=2023, requests=RequestMatrix.blank(2019))


def test_parts_may_be_given_by_their_contents() -> None:
    """A text stands for its part, and so does a table."""
    proactive, review = ProactiveTable.of(licenses=3), ReviewLitigationTable.of()
    report = Report(overview="甲", proactive=proactive, review_litigation=review, problems="乙", other_matters="无。")
    expected = (Overview("甲"), ProactiveDisclosure(table=proactive), ReviewLitigation(table=review), Problems("乙"))
    assert expected == (report.overview, report.proactive, report.review_litigation, report.problems)


def test_parts_may_be_given_whole() -> None:
    """A part with a heading or a text of its own is taken as it is."""
    part = Requests("说明如下。", matrix=RequestMatrix.of(), heading="三、申请情况")
    assert part is Report(requests=part).requests


def test_the_sections_stand_in_order(report: Report) -> None:
    """A report has its six parts in the order of the form."""
    assert list(Section) == [section.section for section in report.sections]


def test_the_empty_form_is_blank() -> None:
    """The empty form has no number and no text, only its headings."""
    blank = Report.blank(organization="青禾县林业局", year=2023)
    assert (0, ()) == (sum(map(len, blank.tables)), sum((section.text for section in blank.sections), ()))


def test_the_empty_form_of_a_named_edition() -> None:
    """The empty form may be had by edition alone."""
    assert form_of(2019) is Report.blank(edition=2019).form


def test_a_report_is_changed_by_making_another(report: Report) -> None:
    """`evolve` gives a new report; the old one stays."""
    changed = report.evolve(problems="公开不够及时。")
    assert (("公开不够及时。",), ()) == (changed.problems.text, report.problems.text)


def test_the_usual_title_follows_organ_and_year(report: Report) -> None:
    """Who makes this year's report from last year's has this year's title."""
    changed = report.evolve(year=2024, organization="青禾县水利局")

    assert "青禾县水利局2024年政府信息公开工作年度报告" == changed.title


@pytest.mark.parametrize("changes", [{"year": 2024}, {"year": 2024, "title": "年报"}])
def test_another_title_stays(changes: dict[str, Any]) -> None:
    """A title that the office chose itself is changed by nobody else."""
    assert "年报" == Report(organization="青禾县林业局", year=2023, title="年报").evolve(**changes).title


def test_a_new_table_leaves_the_text_of_its_part(report: Report) -> None:
    """Who mends a table loses neither the heading nor the text that the office wrote beside it."""
    part = Requests("三件均已办结。", heading="三、申请情况", matrix=report.requests.matrix)
    table = RequestMatrix.of(received={"other": 3}, disclosed={"other": 3})
    changed = report.evolve(requests=part).evolve(requests=table)

    assert Requests(part.text, heading=part.heading, matrix=table) == changed.requests


def test_a_report_shows_itself_in_a_line(report: Report) -> None:
    """In a console a report is told in a line, whatever it holds."""
    assert "<Report '青禾县林业局' 2023, edition 2021: 175 numbers, 25 blank>" == repr(report)
    assert "<Report '', edition 2021: 0 numbers, 200 blank>" == repr(Report())


def test_a_report_cannot_be_changed(report: Report) -> None:
    """Everything is frozen."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        report.year = 2024  # type: ignore[misc]  # the point of the test


def test_cells_are_set_by_address(report: Report) -> None:
    """One address serves all three tables."""
    changed = report.with_cells(
        {"proactive.fees.amount": "1.5", "requests.received.total": 3, "review_litigation.reconsideration.total": None}
    )
    expected = (1, "1.5", 3)
    assert expected == (
        len(changed.proactive.table),
        str(changed.proactive.table["fees", "amount"]),
        changed.requests.matrix["received", "total"],
    )


@pytest.mark.parametrize("address", ["overview.text", "received.total", "requests.total", "requests.received.child"])
def test_an_address_of_no_cell_is_refused(report: Report, address: str) -> None:
    """What is no cell of the form cannot be set."""
    with pytest.raises(NoSuchCell):
        report.with_cells({address: 1})


def test_a_value_that_cannot_stand_is_refused(report: Report) -> None:
    """The kind of the cell is held."""
    with pytest.raises(InvalidCell):
        report.with_cells({"requests.received.total": "很多"})


def test_equal_reports_are_equal_and_hash_alike(report: Report) -> None:
    """Reports are values."""
    assert (report, hash(report)) == (report.evolve(), hash(report.evolve()))


def test_a_report_comes_back_from_its_data(report: Report) -> None:
    """What is exchanged as data is the same report."""
    assert report == Report.from_dict(report.to_dict())


def test_a_report_is_written_as_json_text(report: Report) -> None:
    """The text is JSON with the Chinese as it is, indented or on one line."""
    assert (True, 1) == ("青禾县林业局" in report.to_json(), len(report.to_json(indent=None).splitlines()))


def test_a_report_comes_back_from_its_json_text(report: Report) -> None:
    """What is written as JSON text is loaded from it, or from its bytes."""
    assert (report, report) == (Report.from_json(report.to_json()), Report.from_json(report.to_json().encode()))


@pytest.mark.parametrize("suffix", ["", ".xyz", ".pdf"])
def test_an_unknown_suffix_cannot_be_written(report: Report, suffix: str) -> None:
    """A format that does not exist is refused with those that do."""
    with pytest.raises(CannotWrite, match=r"\.docx .*\.json"):
        report.write(f"report{suffix}")


WRONG = [
    ({"year": "2024"}, "year", "a year as an int, or None", "'2024'"),
    ({"year": 2024.0}, "year", "a year as an int, or None", "2024.0"),
    ({"year": True}, "year", "a year as an int, or None", "True"),
    ({"edition": 2021.0}, "edition", "the year of a form as an int", "2021.0"),
    ({"organization": None}, "organization", "a text", "None"),
    ({"title": 5}, "title", "a text", "5"),
    ({"preamble": ["全年平稳。", 5]}, "preamble", "a text, or texts, ForeignTable and Picture in order", "5"),
    ({"preamble": None}, "preamble", "a text, or texts, ForeignTable and Picture in order", "None"),
    ({"leftovers": b"ab"}, "leftovers", "a text, or texts, ForeignTable and Picture in order", "b'ab'"),
    ({"leftovers": {"a": 1}}, "leftovers", "a text, or texts, ForeignTable and Picture in order", "{'a': 1}"),
    ({"overview": 5}, "overview", "Overview or a text, or texts, ForeignTable and Picture in order", "5"),
    (
        {"problems": Overview()},
        "problems",
        "Problems or a text, or texts, ForeignTable and Picture in order",
        "Overview(",
    ),
    ({"requests": {}}, "requests", "Requests or RequestMatrix", "{}"),
    ({"requests": ProactiveTable.blank()}, "requests", "Requests or RequestMatrix", "<ProactiveTable edition 2021"),
    ({"proactive": "无"}, "proactive", "ProactiveDisclosure or ProactiveTable", "'无'"),
    ({"review_litigation": None}, "review_litigation", "ReviewLitigation or ReviewLitigationTable", "None"),
]


@pytest.mark.parametrize(("given", "path", "expected", "found"), WRONG, ids=[repr(given)[:40] for given, *_ in WRONG])
def test_an_attribute_of_another_kind_is_refused(given: Any, path: str, expected: str, found: str) -> None:
    """The error names the attribute, what it takes and what it was given."""
    with pytest.raises(InvalidReport) as caught:
        Report(**given)
    error = caught.value
    assert (path, expected, True) == (error.path, error.expected.say("en"), str(error.found).startswith(found))


def test_what_is_found_is_shown_by_its_beginning() -> None:
    """A wrong value may be long."""
    with pytest.raises(InvalidReport) as caught:
        Report(organization=["青禾县林业局"] * 50)  # type: ignore[arg-type]  # what is tried
    assert 61 == len(str(caught.value.found))


@pytest.mark.parametrize("address", [("received", "total"), 5, "recieved.total"])
def test_a_cell_of_a_report_is_named_by_its_address(report: Report, address: Any) -> None:
    """A report has three tables, so that a pair is not enough."""
    with pytest.raises(NoSuchCell, match=r"一格写成“表.行.列”，如“requests.received.total”；表有：proactive、requests"):
        report.with_cells({address: 1})
