"""A government and its units: coverage first, then sums, quickly even for a thousand units."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gov_disclosure as gd
from counted import calls_of
from gov_disclosure.cells import Mark
from rule_examples import clean_report

COUNTY = "青禾县人民政府"
OFFICE = f"{COUNTY}办公室"
COVERAGE = {
    "own_organ_included",
    "units_not_copied",
    "units_reported",
    "units_reported_once",
    "units_of_one_year",
    "units_on_one_form",
}


def unit(number: int, **cells: object) -> gd.Report:
    """Give the report of one unit with some cells, dots written as two underscores."""
    report = clean_report().evolve(organization=f"青禾县第{number}局")
    return report.with_cells({address.replace("__", "."): value for address, value in cells.items()})


def office(**cells: object) -> gd.Report:
    """Give the report of the government's own office."""
    return unit(0, **cells).evolve(organization=OFFICE)


def names(children: list[gd.Report]) -> list[str]:
    """Name the organs that have reported."""
    return [child.organization for child in children]


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
    children.append(office(requests__received__total=1))

    findings = gd.validate_rollup(added(children), children, names(children))

    assert () == findings.items + findings.not_assessable
    assert {*COVERAGE, "rollup_sum"} == set(findings.passed)


@given(figures, st.data())
def test_one_more_or_less_is_told_in_its_cell_and_no_other(numbers: list[int], data: st.DataObject) -> None:
    """Every cell that does not add up is named by itself."""
    children = [unit(i, requests__received__total=n, requests__disclosed__other=n) for i, n in enumerate(numbers)]
    children.append(office())
    parent = added(children)
    address = data.draw(st.sampled_from(sorted(parent.form.places)))
    section, row, column = address.split(".")
    table = next(table for table in parent.tables if table.section == section)

    findings = gd.validate_rollup(parent.with_cells({address: table[row, column] + 1}), children)

    assert [("rollup_sum", (address,))] == [(finding.rule, finding.where) for finding in findings]


@given(st.integers(0, 6))
def test_an_absent_unit_never_passes(absent: int) -> None:
    """Even if the sums happen to agree; the government's own office is a unit as any other."""
    children = [*(unit(number) for number in range(6)), office()]
    expected = names(children)
    del children[absent]

    findings = gd.validate_rollup(added(children), children, expected)

    assert "units_reported" in findings.rules
    assert ["rollup_sum"] == [doubt.rule for doubt in findings.not_assessable]


def test_without_a_list_of_units_nothing_is_known_of_coverage() -> None:
    """Sums that agree are no pass either: a unit may be missing."""
    children = [unit(1, requests__received__total=3), office()]

    findings = gd.validate_rollup(added(children), children)

    assert ["units_reported", "rollup_sum"] == [doubt.rule for doubt in findings.not_assessable]
    assert () == findings.items
    assert {"units_reported", "rollup_sum"}.isdisjoint(findings.passed)


@pytest.mark.parametrize(
    ("parent", "own"),
    [
        (COUNTY, "青禾县人民政府办公室"),
        (COUNTY, "青禾县政府办公室"),
        (COUNTY, "青禾县政府办"),
        (COUNTY, "青禾县府办"),
        (COUNTY, "青禾县人民政府办公室（县外事办公室）"),
        ("青禾市", "青禾市人民政府办公室"),
        ("青禾县青山镇", "青禾县青山镇人民政府"),
        (COUNTY, "青禾县人民政府（本级）"),
        (COUNTY, COUNTY),
        ("青禾省人民政府", "青禾省人民政府办公厅"),
        ("青禾市水利局", "青禾市水利局（本级）"),
        ("青禾市水利局", "青禾市水利局机关"),
        ("青禾市水利局", "青禾市水利局办公室"),
    ],
)
def test_the_own_organ_is_known_by_its_names(parent: str, own: str) -> None:
    """As a list may call it by one of them, and its report by another."""
    children = [unit(1, requests__received__total=1), office(requests__received__total=2).evolve(organization=own)]
    whole = added(children).evolve(organization=parent)

    findings = gd.validate_rollup(whole, children, [unit(1).organization, parent])

    assert () == findings.items + findings.not_assessable


@pytest.mark.parametrize(
    "name", ["青禾县发展改革局", "青禾县青山镇人民政府", "青禾县民政局", "青禾市人民政府办公室", ""]
)
def test_another_organ_is_not_the_own_one(name: str) -> None:
    """It is told that the own one is not among the units."""
    children = [unit(1), unit(2).evolve(organization=name)]

    (finding,) = gd.validate_rollup(added(children), children, names(children)).filter(rule="own_organ_included")

    assert f"（如“{OFFICE}”）" in str(finding)


def test_the_advice_names_the_own_organ_where_it_is_lacking() -> None:
    """Its figures are most likely the difference."""
    parent = added([unit(1)]).with_cells({"requests.received.total": 4})

    (finding,) = gd.validate_rollup(parent, [unit(1)]).filter(rule="rollup_sum")

    assert str(finding.advice).startswith("单位中没有本级机关自己的报告")


def test_the_report_of_the_government_is_none_of_its_units() -> None:
    """A folder may have both; it would count everything twice."""
    children = [unit(1, requests__received__total=3), office()]
    parent = added(children)

    findings = gd.validate_rollup(parent, [*children, parent], [*names(children), COUNTY])

    assert ["单位中有上级报告本身，无法核对合计；请换成本级机关自己的报告。"] == list(map(str, findings.not_assessable))


def test_a_government_with_the_figures_of_its_office_reports_for_itself() -> None:
    """Then its units are no part of it, however small they are."""
    own = office(requests__received__total=30, requests__disclosed__total=30)
    parent = own.evolve(organization=COUNTY, title="青禾县人民政府2023年政府信息公开工作年度报告")
    children = [own, unit(1, requests__carried_in__total=1)]

    findings = gd.validate_rollup(parent, children, names(children))

    assert () == findings.items
    assert ["上级报告的数字与“青禾县人民政府办公室”的完全相同，只报告本级，不是各单位之和。"] == list(
        map(str, findings.not_assessable)
    )


@pytest.mark.parametrize("listed", [True, False])
def test_units_that_are_plainly_missing_are_told_once(listed: bool) -> None:
    """A hundred figures above the sum say one thing; only a list that has them all makes them faults of the figures."""
    rows = [line for line, _ in clean_report().requests.matrix.form.shape]
    cells = {f"requests.{row}.{column}": 9 for row in rows for column in ("natural_person", "total")}
    children = [unit(1, requests__received__total=1), office()]
    parent = added(children).with_cells(cells)

    findings = gd.validate_rollup(parent, children, names(children) if listed else None).filter(rule="rollup_sum")

    assert (50 if listed else 0) == len(findings)
    assert listed or "单位没有给全" in str(findings.not_assessable[0])


def test_a_unit_that_nobody_expects_is_told() -> None:
    """Its name may be mistyped, or it belongs elsewhere."""
    children = [unit(1), unit(2), office()]

    (finding,) = gd.validate_rollup(added(children), children, [unit(1).organization, OFFICE])

    assert ("units_reported", "有1个单位不在应报告单位的名单中：青禾县第2局。") == (finding.rule, str(finding))


def test_every_reason_against_adding_up_is_told() -> None:
    """Missing, doubled and of another year at once."""
    children = [unit(1), unit(1), unit(2).evolve(year=2022)]

    findings = gd.validate_rollup(added(children), children, ["青禾县第3局"])

    assert COVERAGE - {"units_on_one_form", "units_not_copied"} == set(findings.rules)
    findings = findings.filter(rule="rollup_sum")
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

    findings = gd.validate_rollup(parent, [old, unit(2), office()])
    findings = findings.filter(rule="rollup_sum") + findings.filter(rule="units_on_one_form")

    assert ["表二：青禾县第1局用的是另一种格式，不能相加。", "表三：青禾县第1局用的是另一种格式，不能相加。"] == [
        str(doubt) for doubt in findings.not_assessable
    ]
    assert [("review_litigation.reconsideration.upheld",), ()] == [finding.where for finding in findings]


@pytest.mark.parametrize(
    "name",
    ["青禾县人民政府办公室", "青禾市人民政府办公厅", "青禾县人民政府(本级)", "青禾县人民政府（青禾县人民政府办公室）"],
)
def test_a_government_that_reports_for_itself_is_known_by_its_name(name: str) -> None:
    """Then its units are no part of it."""
    findings = gd.validate_rollup(clean_report().evolve(organization=name), [unit(1, requests__received__total=3)])

    assert ["units_reported", "rollup_sum"] == [doubt.rule for doubt in findings.not_assessable]
    assert () == findings.items


def test_many_units_with_a_blank_are_named_by_the_first_and_counted() -> None:
    """A finding stays readable."""
    children = [unit(number, requests__received__total=Mark("/")) for number in range(1, 9)]

    found = gd.validate_rollup(clean_report().evolve(organization=COUNTY), children).filter(rule="rollup_sum")
    (doubt,) = found.not_assessable

    assert "青禾县第1局、青禾县第2局、青禾县第3局、青禾县第4局、青禾县第5局等8个空白" in str(doubt)
    assert "青禾县第5局 and 3 more" in doubt.say("en")


def test_the_spelled_sum_is_told_in_english() -> None:
    """The few words in it have English ones."""
    children = [unit(number, requests__received__total=number) for number in range(1, 6)]
    parent = added(children).with_cells({"requests.received.total": 16})

    (finding,) = gd.validate_rollup(parent, children).filter(rule="rollup_sum")

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

    assert (("own_organ_included",), 1) == (findings.rules, len(findings.waived))


def test_rules_of_ones_own_run_on_a_roll_up() -> None:
    """They speak of the government and its units together."""
    rule = gd.rule(on=gd.Rollup, statement="…", severity="notice")(
        lambda rollup: iter((gd.Fault((), f"{len(rollup.children)}个单位，{rollup.edition}年格式。"),))
    )

    assert "2个单位，2021年格式。" in [
        str(finding) for finding in gd.validate_rollup(added([unit(1)]), [unit(1), unit(2)], rules=[rule])
    ]


def test_many_units_are_added_up_in_proportion() -> None:
    """Four times the units take about four times the calls."""

    def calls(count: int) -> int:
        children = [*(unit(number, requests__received__total=number) for number in range(count)), office()]
        parent = added(children)
        assert "rollup_sum" in gd.validate_rollup(parent, children, names(children)).passed
        return calls_of(lambda: gd.validate_rollup(parent, children, names(children)))

    assert calls(400) < 5 * calls(100)
