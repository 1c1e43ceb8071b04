"""What a check is called with: a slip of the caller is refused and is no finding about a report."""

from datetime import datetime
from typing import Any

import pytest

import gov_disclosure as gd
from rule_examples import clean_report

REPORT = clean_report()
RULE = gd.rule(on=gd.Report, statement="…", severity="notice")(lambda _report: iter(()))
GIVEN: list[tuple[dict[str, Any], type[Exception], str]] = [
    (
        {"previous": "2022.docx"},
        gd.InvalidReport,
        "previous 处应为一份报告（Report，可用 gd.read() 读取），实际为 '2022.docx'",
    ),
    ({"previous": 5}, gd.InvalidReport, "found int"),
    ({"published": "2024-01-24"}, gd.InvalidReport, "published 处应为日期，如 date(2025, 1, 24)，实际为 '2024-01-24'"),
    ({"policy": "policy.toml"}, gd.InvalidPolicy, "gd.Policy.load() 或 from_dict()，实际为 str"),
    ({"rules": RULE}, gd.InvalidRule, "rules 应为一组规则，写作 rules=[...]，实际为 Rule"),
    ({"rules": 5}, gd.InvalidRule, "实际为 int"),
]


@pytest.mark.parametrize(("given", "kind", "said"), GIVEN, ids=[case[2] for case in GIVEN])
def test_a_report_is_checked_with_things_of_their_kinds(
    given: dict[str, Any], kind: type[Exception], said: str
) -> None:
    """Each is refused with its name, what was found and what was expected."""
    with pytest.raises(kind) as raised:
        REPORT.validate(**given)

    assert said in str(raised.value)


def test_a_moment_is_its_day() -> None:
    """Whoever has the hour need not cut it off."""
    findings = REPORT.validate(published=datetime(2024, 2, 5, 9, 30))  # noqa: DTZ001  # a day of the office's calendar

    assert "2024-02-05公布，政府部门应在2024-01-31前公布，晚5天。" in map(str, findings)


@pytest.mark.parametrize("units", ["青禾县水利局", None, REPORT, ["a.docx"], [REPORT, None]])
def test_units_and_years_are_reports(units: Any) -> None:
    """Names of files are no reports, and one report is not several."""
    with pytest.raises(gd.InvalidReport, match="children"):
        gd.validate_rollup(REPORT, units)
    with pytest.raises(gd.InvalidReport, match="reports"):
        gd.validate_series(units)


def test_a_government_is_a_report() -> None:
    """The name of its file is not."""
    untyped: Any = "county.docx"
    with pytest.raises(gd.InvalidReport, match="parent 处应为一份报告"):
        gd.validate_rollup(untyped, [])


@pytest.mark.parametrize("expected", ["青禾县水利局", 5, [REPORT]])
def test_those_who_must_report_are_named_in_a_list(expected: Any) -> None:
    """One name alone would be taken for its characters."""
    with pytest.raises(gd.InvalidReport, match="expected 处应为一组机关名称"):
        gd.validate_rollup(REPORT, [], expected)
