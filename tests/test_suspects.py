"""The cell that failing sums point at: exactly the one that was spoilt, or none where it cannot be told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gov_disclosure as gd
from gov_disclosure.rules import RULES, check
from gov_disclosure.rules._suspects import SUMS
from rule_examples import clean_report
from sampled import Blanks, sampled_report


def balanced(seed: int, edition: int = 2021) -> gd.Report:
    """Give a report in which every sum is right: what came in was concluded, what was left over stayed so."""
    report = sampled_report(seed, Blanks.NONE, edition)
    matrix = report.requests.matrix
    cells = {("received", column): value for column, value in matrix.row("concluded").items()}
    cells |= {("carried_in", column): value for column, value in matrix.row("carried_out").items()}
    return report.evolve(requests=matrix.with_cells(cells))


def spoilt(report: gd.Report, address: str, by: int) -> tuple[gd.Report, int]:
    """Give the report with one cell changed by some amount, and what the cell said."""
    section, row, column = address.split(".")
    table = next(table for table in report.tables if table.section == section)
    value = table[row, column]
    assert isinstance(value, int)
    return report.with_cells({address: value + by}), value


def named(findings: gd.Findings) -> set[tuple[str, int] | None]:
    """Give what the findings about sums name."""
    suspects = {finding.suspect for finding in findings if finding.rule in SUMS}
    return {None if suspect is None else (suspect.address, suspect.proposed) for suspect in suspects}


@given(st.integers(0, 200), st.sampled_from([2019, 2021]), st.integers(1, 9999), st.data())
def test_a_spoilt_cell_of_the_requests_is_named_with_its_figure(
    seed: int, edition: int, by: int, data: st.DataObject
) -> None:
    """Every cell of table 3 has a part in two sums or more, which no other cell has."""
    report = balanced(seed, edition)
    address = data.draw(st.sampled_from([a for a in report.form.places if a.startswith("requests.")]))
    report, value = spoilt(report, address, by)

    assert {(address, value)} == named(report.validate())


@given(st.integers(0, 200), st.integers(1, 99), st.data())
def test_where_any_cell_could_be_meant_none_is_named(seed: int, by: int, data: st.DataObject) -> None:
    """A cell of table 4 has a part in one sum only: five cells could be wrong."""
    report = balanced(seed)
    address = data.draw(st.sampled_from([a for a in report.form.places if a.startswith("review_litigation.")]))

    assert {None} == named(spoilt(report, address, by)[0].validate())


@given(st.integers(0, 200), st.data())
def test_two_spoilt_cells_are_named_each_in_its_own_sums(seed: int, data: st.DataObject) -> None:
    """If they have no sum in common, and are not off by the same amount."""
    report = balanced(seed)
    one = data.draw(st.sampled_from(["requests.disclosed.natural_person", "requests.received.research"]))
    report, first = spoilt(report, one, 3)
    report, second = spoilt(report, "requests.refused_process.commercial", 8)

    expected = {(one, first), ("requests.refused_process.commercial", second)}
    assert expected == named(report.validate())


def test_two_cells_that_could_be_exchanged_are_not_named() -> None:
    """Off by the same amount, they are one corner of a square or the other."""
    rows = {"received": 20, "disclosed": 10, "partly_disclosed": 10}
    table = gd.RequestMatrix.of(**{row: {"research": n, "other": n} for row, n in rows.items()})  # type: ignore[arg-type]  # rows of the form
    table = table.with_cells({"disclosed.research": 12, "partly_disclosed.other": 12})
    report = clean_report().evolve(requests=table)

    assert {None} == named(report.validate())


def test_what_would_have_to_be_negative_is_no_suspect() -> None:
    """The other two corners of the square hold nothing that could be taken away."""
    report = clean_report().with_cells({"requests.disclosed.research": 2, "requests.partly_disclosed.other": 2})

    assert {("requests.disclosed.research", 0), ("requests.partly_disclosed.other", 0)} == named(report.validate())


def test_sums_that_cannot_be_assessed_say_nothing() -> None:
    """Of the two sums of a cell one has a blank; the other alone points nowhere."""
    report = clean_report().with_cells({"requests.disclosed.research": 2, "requests.disclosed.total": None})

    assert {None} == named(report.validate())


def test_the_suspect_is_told_in_words_and_as_data() -> None:
    """What it says, what it should say, and how many differences that would settle."""
    report = clean_report().with_cells({"requests.disclosed.research": 2})

    findings = report.validate()

    said = "若表三“（一）予以公开”行的“科研机构”列应为0（填报2），这里的2处不符就都消除，请先核对这一格。"
    assert 2 == findings.to_text(width=200).count(f"    疑点：{said}\n")
    english = (
        "If Table 3, row “disclosed”: column “research institutions” should say 0 (it says 2), all 2 differences go"
    )
    assert english in findings.to_text("en", width=300)
    assert ("requests.disclosed.research", "0") == tuple(
        findings.to_dict()["findings"][0][key] for key in ("suspect", "proposed")
    )


@pytest.mark.parametrize("look", ["report", "section", "table"])
def test_a_part_and_a_table_name_it_too(look: str) -> None:
    """Whatever is checked."""
    report = clean_report().with_cells({"requests.received.other": 2})
    looks = {"report": report.validate, "section": report.requests.validate, "table": report.requests.matrix.validate}

    assert {("requests.received.other", 0)} == named(looks[look]())


def test_only_findings_about_sums_name_a_cell() -> None:
    """And only those of rules that were run."""
    report = clean_report().with_cells({"requests.received.other": 2})

    found = check(report, [RULES["applicant_total"], RULES["title_worded"]])

    assert [("applicant_total", "requests.received.other")] == [
        (finding.rule, finding.suspect.address) for finding in found if finding.suspect
    ]
