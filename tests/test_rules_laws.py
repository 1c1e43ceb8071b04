"""Laws of the rules, held on generated reports: no false alarm, no missed sum, no pass on a blank, no crash."""

from datetime import date
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gov_disclosure.cells import CellValue, Mark
from gov_disclosure.document import Picture
from gov_disclosure.findings import Findings, Severity
from gov_disclosure.forms import FORMS, Kind, form_of
from gov_disclosure.matrix import Matrix
from gov_disclosure.report import Report
from gov_disclosure.rules import RULES, validate_rollup, validate_series
from gov_disclosure.sections import ForeignTable
from gov_disclosure.tables import ProactiveTable, RequestMatrix, ReviewLitigationTable
from rule_examples import clean_report, due

YEARS = {2019: 2020, 2021: 2023}
MARK_RULES = {"cells_are_numbers", "counts_not_negative", "counts_are_whole", "amount_is_plain"}
# What a report of 2019 can be asked, and what only one in the form of 2021.
SUM_RULES = {"request_balance", "concluded_total", "applicant_total", "review_litigation_total"}
FEW = settings(max_examples=40, deadline=None)

editions = st.sampled_from(sorted(FORMS))
counts = st.integers(0, 10**7)


@st.composite
def requests(draw: st.DrawFn, edition: int) -> RequestMatrix:
    """Draw a request table as a careful office fills it in: single figures at will, all sums right."""
    table = RequestMatrix.of(edition=edition)
    results = [row for row in table.form.row_parts["concluded"] if row in dict(table.form.shape)]
    cells: dict[tuple[str, str], object] = {}
    for applicant in table.form.column_parts["total"]:
        figures = draw(st.dictionaries(st.sampled_from(results), counts, max_size=4))
        carried_out = draw(counts)
        carried_in = draw(st.integers(0, sum(figures.values()) + carried_out))
        received = sum(figures.values()) + carried_out - carried_in
        column = {**figures, "received": received, "carried_in": carried_in, "carried_out": carried_out}
        cells |= {(row, applicant): figure for row, figure in column.items()}
    return table.with_cells(cells).filled().table


@st.composite
def valid_reports(draw: st.DrawFn) -> Report:
    """Draw a report with nothing wrong in it, in either edition."""
    edition = draw(editions)
    report = clean_report(YEARS[edition])
    proactive, _, review = report.tables
    # No rules, as an organ of a county; as many documents in force as were issued; fees in 万元; and no lawsuit
    # without reconsideration.
    figures: dict[tuple[str, str], object] = {key: draw(counts) for key in proactive if key[0] != "rules"}
    figures |= {key: min(draw(counts), 10**5) for key in proactive if key[1] in ("amount", "issued")}
    figures |= {key: 0 for key in proactive if key[0] == "rules"}
    figures |= {key: 10**5 + draw(counts) for key in proactive if key[1] == "in_force" and key[0] != "rules"}
    remedies = {key: draw(counts) for key in review} | {("reconsideration", "upheld"): 1 + draw(counts)}
    return report.evolve(
        proactive=proactive.with_cells(figures),
        requests=draw(requests(edition)),
        review_litigation=review.with_cells(remedies).filled().table,
        other_matters="依规定发出信息处理费收费通知。",
    )


def sums_of(address: str) -> set[tuple[str, str]]:
    """Tell by the address of a cell alone which sums it takes part in: rule and first cell of each."""
    table, row, column = address.split(".")
    if table == "proactive":
        return set()
    if table == "review_litigation":
        return {("review_litigation_total", f"{table}.{row}.total")}
    found = {("applicant_total", f"{table}.{row}.total")}
    if row in {"received", "carried_in", "concluded", "carried_out"}:
        found.add(("request_balance", f"{table}.received.{column}"))
    if row not in {"received", "carried_in", "carried_out"}:
        found.add(("concluded_total", f"{table}.concluded.{column}"))
    return found


def addresses(report: Report) -> list[str]:
    """Give every cell of the report's form by its address."""
    return list(report.form.places)


@given(valid_reports())
@FEW
def test_a_careful_report_has_no_findings(report: Report) -> None:
    """Whatever the figures are, right sums raise no alarm."""
    findings = report.validate()

    assert () == findings.items
    assert due(report.edition) == set(findings.passed)


@given(valid_reports(), st.data())
@FEW
def test_one_spoilt_cell_fails_exactly_the_sums_that_it_takes_part_in(report: Report, data: st.DataObject) -> None:
    """Every sum with the cell fails, and no other."""
    address = data.draw(st.sampled_from(addresses(report)))
    place = report.form.places[address]
    table = next(table for table in report.tables if table.section == address.partition(".")[0])
    figure = table[place.row.key, place.column.key]

    findings = report.with_cells({address: figure + data.draw(st.integers(1, 1000))}).validate()

    sums = findings.of(Severity.ERROR)
    assert sums_of(address) == {(finding.rule, finding.where[0]) for finding in sums}
    assert all(address in finding.where for finding in sums)


@given(valid_reports(), st.data(), st.sampled_from([None, Mark("/"), Mark("无")]))
@FEW
def test_a_cell_without_a_number_never_makes_a_pass(report: Report, data: st.DataObject, value: CellValue) -> None:
    """The sums with the cell are neither passed nor failed, and the doubt names the cell."""
    address = data.draw(st.sampled_from(addresses(report)))

    findings = report.with_cells({address: value}).validate()

    rules = {rule for rule, _ in sums_of(address)}
    assert rules == {doubt.rule for doubt in findings.not_assessable if doubt.rule in SUM_RULES}
    assert all((address,) == doubt.where for doubt in findings.not_assessable)
    assert set() == rules & set(findings.passed)
    assert ["cells_filled" if value is None else "cells_are_numbers"] == [finding.rule for finding in findings]


def year_before(report: Report) -> Report:
    """Make the report that a valid one follows from: it carried out what is carried in, and had the documents."""
    assert report.year is not None
    before = clean_report(report.year - 1, report.edition)
    cells: dict[str, object] = {
        f"requests.carried_out.{column}": number for column, number in report.requests.matrix.row("carried_in").items()
    }
    table = report.proactive.table
    if ("normative_documents", "in_force") in table:
        issued, repealed, in_force = (table["normative_documents", name] for name in ("issued", "repealed", "in_force"))
        cells["proactive.normative_documents.in_force"] = in_force - issued + repealed
    return before.with_cells(cells).evolve(overview="前一年另有许多工作，所写的与本年没有一句相同。")


@given(valid_reports())
@FEW
def test_a_year_that_follows_from_the_last_raises_no_alarm(report: Report) -> None:
    """That figures leap is a notice; what the other form does not have is no fault."""
    before = year_before(report)

    findings = report.validate(before)

    assert {Severity.NOTICE} >= {finding.severity for finding in findings}
    assert {"carry_over", "previous_report_fits"} <= set(findings.passed)
    assert report.edition == 2019 or "stock_and_flow" in findings.passed


@given(valid_reports(), st.data())
@FEW
def test_what_does_not_arrive_is_told_in_its_column_alone(report: Report, data: st.DataObject) -> None:
    """One figure of the year before is spoilt; the report itself stays right."""
    column = data.draw(st.sampled_from(sorted(report.requests.matrix.row("carried_out"))))
    before = year_before(report)
    number = before.requests.matrix["carried_out", column]
    spoilt = before.with_cells({f"requests.carried_out.{column}": number + data.draw(st.integers(1, 99))})

    found = report.validate(spoilt).filter(rule="carry_over")

    assert [(f"requests.carried_in.{column}",)] == [finding.where for finding in found]
    assert [column == "total"] == [finding.severity is Severity.ERROR for finding in found]


@pytest.mark.parametrize("edition", FORMS)
def test_an_untouched_report_passes_no_sum(edition: int) -> None:
    """The empty form is not right, it is empty."""
    findings = Report.blank(organization="青禾县水利局", year=YEARS[edition], edition=edition).validate()

    assert set() == SUM_RULES & set(findings.passed)
    assert SUM_RULES <= {doubt.rule for doubt in findings.not_assessable}
    assert set() == SUM_RULES & set(findings.rules)


texts = st.text(st.sampled_from("0123456789.,，．-－—+/无元万十（） 件x{}"), min_size=1, max_size=12)


@given(editions, st.data())
@FEW
def test_every_mark_is_told_exactly_once(edition: int, data: st.DataObject) -> None:
    """Whatever stands in a cell, one rule speaks of it."""
    report = clean_report(YEARS[edition])
    chosen = data.draw(st.dictionaries(st.sampled_from(addresses(report)), texts, max_size=8))
    report = report.with_cells({address: Mark(text) for address, text in chosen.items()})

    told = [address for finding in report.validate() if finding.rule in MARK_RULES for address in finding.where]

    assert sorted(address for table in report.tables for address in table.marks) == sorted(told)


# ---- reports of any kind

odd_texts = st.text(
    st.sampled_from(
        "一二三四五六七、.（）() 总体情况主动公开依申请信息年度工作报告"
        "青禾县水利局政府办2023国〔1〕60号,;×xX无\u2f00{}\n"
    ),
    max_size=40,
)
any_texts = st.one_of(odd_texts, st.text(max_size=20))
foreign_tables = st.builds(ForeignTable, st.lists(st.lists(any_texts, max_size=2), max_size=2))
any_items = st.lists(st.one_of(any_texts, foreign_tables, st.just(Picture("a.png"))), max_size=4)


M = TypeVar("M", bound=Matrix)


@st.composite
def any_cells(draw: st.DrawFn, kind: type[M], edition: int) -> M:
    """Draw a table with anything in its cells: figures, blanks, marks."""
    places = form_of(edition).by_table[kind.section].places
    some = draw(
        st.lists(st.one_of(st.none(), counts, st.decimals(0, 9, places=2), st.builds(Mark, any_texts)), min_size=1)
    )
    cells: dict[Any, CellValue] = {}
    for place in places:
        value = some[place.index % len(some)]
        if isinstance(value, Mark) or value is None or (place.kind is Kind.MONEY) is not isinstance(value, int):
            cells[place.row.key, place.column.key] = value
    return kind.blank(edition).with_cells(cells)


@st.composite
def any_reports(draw: st.DrawFn) -> Report:
    """Draw any report that can be constructed."""
    edition = draw(editions)
    report = Report(
        organization=draw(any_texts),
        year=draw(st.one_of(st.none(), st.integers(-1, 3000))),
        edition=edition,
        title=draw(any_texts),
        preamble=draw(any_items),
        proactive=draw(any_cells(ProactiveTable, edition)),
        requests=draw(any_cells(RequestMatrix, edition)),
        review_litigation=draw(any_cells(ReviewLitigationTable, edition)),
        leftovers=draw(any_items),
    )
    headings = st.one_of(st.none(), any_texts)
    parts = [attrs.evolve(part, text=draw(any_items), heading=draw(headings)) for part in report.sections]
    return report.evolve(**{part.section.value: part for part in parts})


@given(any_reports())
@settings(max_examples=80, deadline=None)
def test_no_report_breaks_the_check(report: Report) -> None:
    """Every rule is passed, failed or doubted, and all of it can be printed."""
    findings = report.validate()

    failed, doubted = set(findings.rules), {doubt.rule for doubt in findings.not_assessable}
    assert due(report.edition) == set(findings.passed) | failed | doubted
    assert set() == set(findings.passed) & (failed | doubted)
    assert () == findings.filter(origin="rule").not_assessable
    for lang in ("zh", "en"):
        assert all(
            (findings.to_text(lang), findings.to_markdown(lang), findings.to_html(lang), findings.to_table(lang))
        )


@given(any_reports(), any_reports(), st.none() | st.lists(any_texts, max_size=3))
@settings(max_examples=40, deadline=None)
def test_no_reports_beside_each_other_break_the_check(one: Report, other: Report, expected: list[str] | None) -> None:
    """Two years, a series, a government and its units: whatever they are, no rule breaks off."""
    for findings in (
        one.validate(other, published=date(2024, 1, 24)),
        validate_series([one, other, one]),
        validate_rollup(one, [other, one], expected),
    ):
        assert () == findings.filter(origin="rule").not_assessable
        assert findings.to_text("en")


@given(any_reports())
@FEW
def test_a_part_and_a_table_are_checked_as_in_the_report(report: Report) -> None:
    """What is found in a part by itself is what is found in it as part of the report."""
    whole = report.validate()
    for part in report.sections:
        alone = part.validate()

        assert alone.items == alone.filter(at=part.section).items
        assert set(alone.items) <= set(whole.items)
        assert set(alone.not_assessable) <= set(whole.not_assessable)
    alone = Findings()
    for table in report.tables:
        alone += table.validate()

    tables = [finding for finding in whole if issubclass(RULES[finding.rule].on, Matrix)]
    assert set(tables) == set(alone.items)
