"""A government and its units: coverage first, then sums, quickly even for a thousand units."""

from decimal import Decimal
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gov_disclosure as gd
from gov_disclosure.cells import Mark
from rule_examples import clean_report

COUNTY = "青禾县人民政府"
COVERAGE = {"units_reported", "units_reported_once", "units_of_one_year", "units_on_one_form"}


def unit(number: int, **cells: object) -> gd.Report:
    """Give the report of one unit with some cells, dots written as two underscores."""
    report = clean_report().evolve(organization=f"青禾县第{number}局")
    return report.with_cells({address.replace("__", "."): value for address, value in cells.items()})


def added(children: list[gd.Report]) -> gd.Report:
    """Give the report of the government whose units these are."""
    tables = []
    for number, table in enumerate(clean_report().tables):
        columns = zip(*(child.tables[number].cells for child in children), strict=True)
        tables.append(type(table)(table.edition, tuple(sum(column) for column in columns)))
    proactive, requests, review = tables
    return clean_report().evolve(organization=COUNTY, proactive=proactive, requests=requests, review_litigation=review)


figures = st.lists(st.integers(0, 999), min_size=1, max_size=6)


@given(figures)
def test_a_government_that_is_the_sum_of_its_units_passes(numbers: list[int]) -> None:
    """Whatever the units report."""
    children = [
        unit(i, requests__received__total=n, proactive__fees__amount=Decimal(n) / 4) for i, n in enumerate(numbers)
    ]

    findings = gd.validate_rollup(added(children), children, [child.organization for child in children])

    assert () == findings.items + findings.not_assessable
    assert {*COVERAGE, "rollup_sum"} == set(findings.passed)


@given(figures, st.data())
def test_one_more_or_less_is_told_in_its_cell_and_no_other(numbers: list[int], data: st.DataObject) -> None:
    """Every cell that does not add up is named by itself."""
    children = [unit(i, requests__received__total=n, requests__disclosed__other=n) for i, n in enumerate(numbers)]
    parent = added(children)
    address = data.draw(st.sampled_from(sorted(parent.form.places)))
    section, row, column = address.split(".")
    table = next(table for table in parent.tables if table.section == section)

    findings = gd.validate_rollup(parent.with_cells({address: table[row, column] + 1}), children)

    assert [("rollup_sum", (address,))] == [(finding.rule, finding.where) for finding in findings]


@given(st.integers(0, 5))
def test_an_absent_unit_never_passes(absent: int) -> None:
    """Even if the sums happen to agree."""
    children = [unit(number) for number in range(6)]
    names = [child.organization for child in children]
    del children[absent]

    findings = gd.validate_rollup(added(children), children, names)

    assert ("units_reported",) == findings.rules
    assert ["rollup_sum"] == [doubt.rule for doubt in findings.not_assessable]


def test_every_reason_against_adding_up_is_told() -> None:
    """Missing, doubled and of another year at once."""
    children = [unit(1), unit(1), unit(2).evolve(year=2022)]

    findings = gd.validate_rollup(added(children), children, ["青禾县第3局"])

    assert COVERAGE - {"units_on_one_form"} == set(findings.rules)
    assert ["缺", "重复", "年度不同"] == [
        word
        for doubt, word in zip(findings.not_assessable, ("缺", "重复", "年度不同"), strict=True)
        if word in str(doubt)
    ]


def test_a_unit_on_another_form_leaves_its_tables_out() -> None:
    """Table 4 is the same in both forms, and is added up."""
    old = clean_report(2020).evolve(organization="青禾县第1局", year=2023)
    old = old.with_cells({"review_litigation.reconsideration.upheld": 2})
    parent = clean_report().evolve(organization=COUNTY)

    findings = gd.validate_rollup(parent, [old, unit(2)])

    assert ["表二：青禾县第1局用的是另一种格式，不能相加。", "表三：青禾县第1局用的是另一种格式，不能相加。"] == [
        str(doubt) for doubt in findings.not_assessable
    ]
    assert [(), ("review_litigation.reconsideration.upheld",)] == [finding.where for finding in findings]


@pytest.mark.parametrize("name", ["青禾县人民政府办公室", "青禾市人民政府办公厅", "青禾县人民政府(本级)"])
def test_a_government_that_reports_for_itself_is_known_by_its_name(name: str) -> None:
    """Then its units are no part of it."""
    findings = gd.validate_rollup(clean_report().evolve(organization=name), [unit(1, requests__received__total=3)])

    assert ["rollup_sum"] == [doubt.rule for doubt in findings.not_assessable]


def test_many_units_with_a_blank_are_named_by_the_first_and_counted() -> None:
    """A finding stays readable."""
    children = [unit(number, requests__received__total=Mark("/")) for number in range(1, 9)]

    (doubt,) = gd.validate_rollup(clean_report().evolve(organization=COUNTY), children).not_assessable

    assert "青禾县第1局、青禾县第2局、青禾县第3局、青禾县第4局、青禾县第5局等8个空白" in str(doubt)
    assert "青禾县第5局 and 3 more" in doubt.say("en")


def test_the_spelled_sum_is_told_in_english() -> None:
    """The few words in it have English ones."""
    children = [unit(number, requests__received__total=number) for number in range(1, 6)]
    parent = added(children).with_cells({"requests.received.total": 16})

    (finding,) = gd.validate_rollup(parent, children)

    expected = "青禾县第5局 5 + 青禾县第4局 4 + 青禾县第3局 3 + 2 other units 3 = 15, printed 16, difference 1"
    assert expected == finding.spell("en")


def test_a_policy_judges_what_is_found() -> None:
    """Waivers are held against the report of the government."""
    policy = gd.Policy.from_dict(
        {
            "waivers": [
                {
                    "rule": "rollup_sum",
                    "where": "requests.received.total",
                    "reason": "垂直管理单位未列入",
                    "author": "张三",
                    "cells": {"requests.received.total": 9},
                }
            ]
        }
    )
    parent = clean_report().evolve(organization=COUNTY).with_cells({"requests.received.total": 9})

    findings = gd.validate_rollup(parent, [unit(1)], policy=policy)

    assert ((), 1) == (findings.items, len(findings.waived))


def test_rules_of_ones_own_run_on_a_roll_up() -> None:
    """They speak of the government and its units together."""
    rule = gd.rule(on=gd.Rollup, statement="…", severity="notice")(
        lambda rollup: iter((gd.Fault((), f"{len(rollup.children)}个单位，{rollup.edition}年格式。"),))
    )

    assert "2个单位，2021年格式。" in [
        str(finding) for finding in gd.validate_rollup(added([unit(1)]), [unit(1), unit(2)], rules=[rule])
    ]


def test_a_thousand_units_are_added_up_in_a_moment() -> None:
    """Two hundred thousand figures take a fraction of a second."""
    children = [unit(number, requests__received__total=number) for number in range(1000)]
    parent = added(children)
    names = [child.organization for child in children]

    start = perf_counter()
    findings = gd.validate_rollup(parent, children, names)

    assert perf_counter() - start < 1.0
    assert "rollup_sum" in findings.passed
