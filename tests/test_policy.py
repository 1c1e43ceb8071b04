"""Policies: loaded or refused, which rules run, how they weigh, what is waived and what is told of it."""

import pickle
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import gov_disclosure as gd
from gov_disclosure.cells import Mark
from gov_disclosure.diagnostics import DIAGNOSTICS
from gov_disclosure.rules import check_reading
from rule_examples import ORGAN, clean_report

TOML = """
name = "青禾县2023年年报审核口径"

[rules]
no_doubled_words = "off"
wording = "error"
local = "on"

[settings.overview_length]
most = 10

[[published]]
organization = "青禾县水利局"
year = 2023
date = 2024-01-20

[[waivers]]
rule = "applicant_total"
where = ["requests.received"]
reason = "已公布更正说明"
author = "张三"
expires = 2025-12-31
cells = { "requests.received.total" = 3, "proactive.fees.amount" = "0", "requests.carried_in.total" = "" }
organization = "青禾县水利局"
year = 2023
"""
REPORT = clean_report().with_cells({"requests.received.total": 3, "requests.carried_in.total": None})
WAIVER: dict[str, Any] = {"rule": "applicant_total", "reason": "已公布更正说明", "author": "张三"}


def policy_file(tmp_path: Path, text: str | bytes) -> Path:
    """Write a policy to a file."""
    path = tmp_path / "审核.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def waived(report: gd.Report, **changes: object) -> gd.Findings:
    """Check a report under one waiver, on a day in 2025."""
    policy = gd.Policy.from_dict({"waivers": [WAIVER | changes]}, today=date(2025, 6, 1))
    return report.validate(policy=policy)


# ---- loading


def test_a_policy_is_loaded_from_a_file(tmp_path: Path) -> None:
    """Every part of it arrives."""
    policy = gd.Policy.load(policy_file(tmp_path, TOML))

    assert "青禾县2023年年报审核口径" == policy.name
    assert {"no_doubled_words": "off", "wording": "error", "local": "on"} == policy.rules
    assert {"overview_length": {"most": 10}} == policy.settings
    assert (gd.Published(organization=ORGAN, year=2023, date=date(2024, 1, 20)),) == policy.published
    assert ("requests.received.total", "3") == policy.waivers[0].cells[0]
    assert (date(2025, 12, 31), ("requests.received",)) == (policy.waivers[0].expires, policy.waivers[0].where)


def test_a_mark_at_the_beginning_of_a_file_is_left_out(tmp_path: Path) -> None:
    """Editors write one without asking."""
    assert "甲" == gd.Policy.load(policy_file(tmp_path, b'\xef\xbb\xbfname = "\xe7\x94\xb2"')).name


def test_a_day_may_be_written_as_text() -> None:
    """JSON has no dates."""
    policy = gd.Policy.from_dict({"waivers": [WAIVER | {"expires": "2025-12-31", "where": "requests"}]})

    assert (date(2025, 12, 31), ("requests",)) == (policy.waivers[0].expires, policy.waivers[0].where)


def test_a_policy_does_not_change_with_what_it_was_made_of() -> None:
    """It is a value."""
    data: dict[str, Any] = {"rules": {"wording": "off"}, "settings": {"overview_length": {"most": 10}}}
    policy = gd.Policy.from_dict(data)
    data["rules"]["wording"] = "on"
    data["settings"]["overview_length"]["most"] = 20

    assert ({"wording": "off"}, {"overview_length": {"most": 10}}) == (policy.rules, policy.settings)


def test_a_policy_travels_to_another_process() -> None:
    """For those who check many reports at once."""
    policy = gd.Policy.from_dict({"rules": {"wording": "off"}, "waivers": [WAIVER]})

    assert policy == pickle.loads(pickle.dumps(policy))  # noqa: S301  # the bytes are our own


CELLS = "waivers[0].cells"
TOWNSHIPS = "settings.township_published_in_time.townships"
# What is refused: the policy, the place, and a part of the sentence.
REFUSED: list[tuple[dict[str, Any], str, str]] = [
    ({"rule": {}}, "rule", "name, rules, settings, waivers, published。是否指 rules？"),
    ({"name": 3}, "name", "应为文字"),
    ({"rules": ["wording"]}, "rules", "应为表"),
    ({"rules": {"request_balanse": "off"}}, "rules.request_balanse", "是否指 request_balance？"),
    ({"rules": {3: "off"}}, "rules.3", "没有这条规则或这一组规则。"),
    ({"settings": {3: {}}}, "settings.3", "没有这条规则或这一组规则。"),
    ({"rules": {"qqq": "off"}}, "rules.qqq", "没有这条规则或这一组规则。"),
    ({"rules": {"wording": "fatal"}}, "rules.wording", "on, off, error, warning, notice"),
    ({"rules": {"wording": ["off"]}}, "rules.wording", "on, off, error, warning, notice"),
    ({"settings": {"overview_lenght": {}}}, "settings.overview_lenght", "是否指 overview_length？"),
    ({"settings": {"overview_length": 5}}, "settings.overview_length", "如 { most = ... }，实际为 5"),
    ({"settings": {"overview_length": {"least": 5}}}, "settings.overview_length.least", "可用：most。"),
    ({"settings": {"request_balance": {"least": 5}}}, "settings.request_balance.least", "可用：-"),
    ({"settings": {"overview_length": {"most": "5"}}}, "settings.overview_length.most", "应为不小于0的整数（默认"),
    ({"settings": {"overview_length": {"most": 5.5}}}, "settings.overview_length.most", "5.5"),
    ({"settings": {"overview_length": {"most": True}}}, "settings.overview_length.most", "True"),
    ({"settings": {"overview_length": {"most": float("inf")}}}, "settings.overview_length.most", "inf"),
    ({"settings": {"overview_length": {"most": []}}}, "settings.overview_length.most", "[]"),
    ({"settings": {"overview_length": {"most": -5}}}, "settings.overview_length.most", "实际为 -5"),
    ({"settings": {"overview_length": {"mots": 5}}}, "settings.overview_length.mots", "是否指 most？"),
    ({"settings": {"narrative_copied": {"warning": 90}}}, "settings.narrative_copied.warning", "0到1之间的数"),
    ({"settings": {"rollup_sum": {"own_share": -0.1}}}, "settings.rollup_sum.own_share", "0到1之间的数"),
    ({"settings": {"sharp_change": {"ratio": 1}}}, "settings.sharp_change.ratio", "大于1的数（默认值 5.0），实际为 1"),
    ({"settings": {"sharp_change": {"ratio": float("nan")}}}, "settings.sharp_change.ratio", "nan"),
    ({"settings": {"township_published_in_time": {"townships": "1-28"}}}, TOWNSHIPS, "'01-31'"),
    ({"settings": {"township_published_in_time": {"townships": "02-29"}}}, TOWNSHIPS, "02-29"),
    ({"waivers": {}}, "waivers", "[[waivers]]"),
    ({"waivers": [3]}, "waivers[0]", "应为表"),
    ({"waivers": [{"rule": "wording"}]}, "waivers[0]", "缺少reason, author"),
    ({"waivers": [WAIVER | {"until": 1}]}, "waivers[0].until", "expires"),
    ({"waivers": [WAIVER | {"reason": " "}]}, "waivers[0].reason", "应为文字"),
    ({"waivers": [WAIVER | {"expires": 2025}]}, "waivers[0].expires", "日期"),
    ({"waivers": [WAIVER | {"expires": "2025-13-01"}]}, "waivers[0].expires", "2025-13-01"),
    ({"waivers": [WAIVER | {"year": "2023"}]}, "waivers[0].year", "应为整数"),
    ({"waivers": [WAIVER | {"where": [3]}]}, "waivers[0].where", "应为文字"),
    ({"waivers": [WAIVER | {"where": "requests.recieved"}]}, "waivers[0].where", "是否指 requests.received？"),
    ({"waivers": [WAIVER | {"where": "表三"}]}, "waivers[0].where", "没有“表三”这个位置。"),
    ({"waivers": [WAIVER | {"reson": "更正"}]}, "waivers[0].reson", "是否指 reason？"),
    ({"waivers": [WAIVER | {"year": 203}]}, "waivers[0].year", "2019年及以后"),
    ({"waivers": [WAIVER | {"year": 2023, "expires": "2023-12-31"}]}, "waivers[0].expires", "早于次年"),
    ({"waivers": [WAIVER | {"cells": {"proactive.fees.amount": 1.5}}]}, f"{CELLS}.proactive.fees.amount", '"1.50"'),
    ({"waivers": [WAIVER | {"cells": {"proactive.fees.amount": True}}]}, f"{CELLS}.proactive.fees.amount", "True"),
    ({"waivers": [WAIVER | {"where": 3}]}, "waivers[0].where", "应为文字"),
    ({"waivers": [WAIVER | {"cells": ["requests.received.total"]}]}, CELLS, "应为表"),
    ({"waivers": [WAIVER | {"cells": {"requests.recieved.total": 3}}]}, f"{CELLS}.requests.recieved.total", "是否指"),
    ({"waivers": [WAIVER | {"rule": "qqq"}]}, "waivers[0].rule", "没有这条规则"),
    ({"published": [{"organization": "甲", "year": 2023, "date": "?"}]}, "published[0].date", "日期"),
    ({"published": [{"organization": "甲", "year": 2023, "date": "2023-01-20"}]}, "published[0].date", "早于次年"),
    ({"published": [{"organization": "甲", "year": 1997, "date": "1998-01-20"}]}, "published[0].year", "2019年及以后"),
    (
        {"published": [{"organization": "甲", "year": 2023, "date": f"2024-01-{day}"} for day in (20, 21)]},
        "published[1].date",
        "前面已写为 2024-01-20",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("data", "place", "said"), REFUSED, ids=[f"{case[1]}: {case[2]}" for case in REFUSED])
def test_what_a_policy_cannot_say_is_refused(data: dict[str, Any], place: str, said: str) -> None:
    """With the place of the mistake and what could stand there."""
    with pytest.raises(gd.InvalidPolicy) as raised:
        gd.Policy.from_dict(data, source="审核.toml")

    assert ("审核.toml", place) == (raised.value.source, raised.value.place)
    assert said in str(raised.value)
    assert place in raised.value.say("en")


def test_a_policy_made_in_python_is_held_to_the_same() -> None:
    """A misspelt name never switches a check off unseen."""
    with pytest.raises(gd.InvalidPolicy, match=r"rules\.qqq"):
        gd.Policy(name="口径", rules={"qqq": "off"})


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ({"waivers": [WAIVER]}, "waivers[0]"),
        ({"published": ["甲"]}, "published[0]"),
        ({"today": "2024-01-01"}, "today"),
    ],
)
def test_what_python_gives_is_of_its_kind(given: dict[str, Any], place: str) -> None:
    """Dictionaries and texts are for `from_dict`."""
    with pytest.raises(gd.InvalidPolicy, match=r"Policy\.from_dict") as raised:
        gd.Policy(**given)

    assert place == raised.value.place


def test_a_policy_is_a_table() -> None:
    """Nothing else can be read as one."""
    untyped: Any = []
    with pytest.raises(gd.InvalidPolicy, match="应为表"):
        gd.Policy.from_dict(untyped)


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("name = '甲'\n[rules]\nwording = off\n", "3:11", "不是合法的 TOML：Invalid value"),
        ("name = '甲'\nname = '乙'\n", "2:11", "不是合法的 TOML：Cannot overwrite"),
        ('name = """', "TOML", "不是合法的 TOML："),
        (b"name = '\xc7\xe0'", "byte 8", "UTF-8"),
    ],
)
def test_a_file_that_is_no_toml_is_refused(tmp_path: Path, text: str | bytes, place: str, said: str) -> None:
    """With the name of the file, the line and the column."""
    with pytest.raises(gd.InvalidPolicy) as raised:
        gd.Policy.load(policy_file(tmp_path, text))

    assert ("审核.toml", place) == (raised.value.source, raised.value.place)
    assert said in str(raised.value)


# ---- before the check


def test_without_a_policy_the_rules_are_those_of_the_law() -> None:
    """What is only local practice is not run, and nothing is said of a policy."""
    findings = clean_report().validate(published=date(2024, 1, 30))

    assert set() == set(findings.passed) & {rule.name for rule in gd.RULES.values() if rule.optional}
    assert findings.policy is None
    assert gd.Policy().summary() is None


def test_a_rule_is_switched_off() -> None:
    """It is neither passed nor failed."""
    report = clean_report().evolve(problems="工作工作。下一步整改。")
    findings = report.validate(policy=gd.Policy(rules={"no_doubled_words": "off"}))

    assert "no_doubled_words" not in {*findings.passed, *findings.rules}


@pytest.mark.parametrize("name", ["rules", "settings", "waivers", "published", "own_rules"])
@pytest.mark.parametrize("value", [None, 5, "off"])
def test_what_is_no_table_or_list_is_refused_by_its_name(name: str, value: Any) -> None:
    """A policy made in Python is held to its shape as a file is."""
    with pytest.raises(gd.InvalidPolicy, match=rf"{name} 有误：应为(字典|列表)，实际为 {value!r}"):
        gd.Policy(**{name: value})


def test_a_group_is_switched_and_the_name_of_a_rule_goes_before_it() -> None:
    """The group is the module of the rules."""
    findings = clean_report().validate(policy=gd.Policy(rules={"wording": "off", "half_width_punctuation": "on"}))

    wording = {rule.name for rule in gd.RULES.values() if rule.group == "wording"}
    assert {"half_width_punctuation"} == wording & set(findings.passed)


def test_a_severity_switches_an_optional_rule_on() -> None:
    """Whoever weighs a rule wants it."""
    policy = gd.Policy(rules={"local": "error"}, settings={"overview_length": {"most": 1}})

    found = clean_report().validate(policy=policy).filter(rule="overview_length")

    assert [gd.Severity.ERROR] == [finding.severity for finding in found]


def test_a_rule_weighs_what_the_policy_says() -> None:
    """Even where one case of it has its own weight."""
    report = clean_report().with_cells({"requests.received.total": 3})

    findings = report.validate(policy=gd.Policy(rules={"arithmetic": "notice"}))

    assert {gd.Severity.NOTICE} == {finding.severity for finding in findings if finding.rule == "request_balance"}
    assert not findings.errors


def test_the_policy_knows_the_day_of_publication() -> None:
    """A day that the caller gives goes before it, for other reports it says nothing."""
    known = gd.Published(organization=ORGAN, year=2023, date=date(2024, 2, 20))
    policy = gd.Policy(published=[known])

    assert "published_in_time" in clean_report().validate(policy=policy).rules
    assert "published_in_time" in clean_report().validate(policy=policy, published=date(2024, 1, 20)).passed
    assert "published_in_time" not in clean_report(2022).validate(policy=policy).rules


# ---- after the check


def test_a_waived_finding_is_kept_and_told_apart() -> None:
    """With why, by whom and until when."""
    findings = waived(REPORT, where=["requests.received.total"], expires=date(2025, 12, 31))

    (kept,) = findings.waived
    assert ("applicant_total", gd.Status.WAIVED) == (kept.rule, kept.status)
    assert "已公布更正说明（张三，有效期至2025-12-31）" == str(kept.waiver)
    assert "applicant_total" not in {*findings.rules, *findings.passed}
    assert "waiver_fits" in findings.passed


def test_waived_findings_are_shown_with_the_policy() -> None:
    """In every format."""
    findings = waived(REPORT)

    assert "；豁免 1 处" in findings.summary()
    for text in (findings.to_text(), findings.to_markdown(), findings.to_html()):
        assert "审核口径（豁免1条）" in text
        assert "豁免：已公布更正说明（张三）" in text
    data = findings.to_dict("en")
    assert (1, "Policy (1 waiver(s))") == (data["counts"]["waived"], data["policy"])
    assert ["已公布更正说明 (张三)"] == [finding["waiver"] for finding in data["waived"]]
    assert "waived" in {record["status"] for record in findings.records()}


def test_a_report_with_nothing_but_waived_findings_is_not_called_clean() -> None:
    """Something was found in it."""
    waiver = gd.Waiver(rule="no_doubled_words", reason="引文", author="张三")

    findings = clean_report().evolve(other_matters="工作工作。").validate(policy=gd.Policy(waivers=[waiver]))

    assert ((), 1) == (findings.items, len(findings.waived))
    assert "没有发现问题" not in findings.to_text()


@pytest.mark.parametrize(
    "changes",
    [
        {"where": ["requests.carried_out"]},
        {"organization": "青禾县林业局"},
        {"year": 2022},
        {"cells": {"requests.received.total": 4}},
        {"cells": {"requests.carried_in.total": 0}},
        {"cells": {"proactive.licenses.change": ""}},
        {"expires": date(2025, 5, 31)},
    ],
)
def test_a_waiver_for_something_else_waives_nothing(changes: dict[str, object]) -> None:
    """Another place, another organ, another year, other figures, another time."""
    findings = waived(REPORT, **changes)

    assert () == findings.waived
    assert "applicant_total" in findings.rules


def test_a_waiver_holds_while_its_cells_keep_their_values() -> None:
    """Blanks and marks have values, too."""
    report = REPORT.with_cells({"requests.carried_out.total": Mark("/")})
    cells = {"requests.received.total": 3, "requests.carried_in.total": "", "requests.carried_out.total": "/"}

    assert 1 == len(waived(report, cells=cells).waived)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"organization": "青禾县林业局"}, set[str]()),
        ({"expires": date(2025, 5, 31)}, {"waiver_in_force"}),
        ({"cells": {"requests.received.total": 4}}, {"waiver_fits"}),
        ({"rule": "review_litigation_total"}, {"waiver_fits"}),
        ({"rule": "carry_over"}, set[str]()),
    ],
)
def test_a_waiver_that_holds_no_longer_is_told(changes: dict[str, object], expected: set[str]) -> None:
    """If it is about what was checked; other reports and rules that were not run say nothing of it."""
    findings = waived(REPORT, **changes)

    assert expected == set(findings.rules) & {"waiver_in_force", "waiver_fits"}


def test_the_rules_about_waivers_are_rules() -> None:
    """They can be switched off and weighed."""
    waiver = gd.Waiver(rule="review_litigation_total", reason="…", author="张三")
    off = gd.Policy(waivers=[waiver], rules={"waivers": "off"})
    grave = gd.Policy(waivers=[waiver], rules={"waiver_fits": "error"})

    assert "waiver_fits" not in clean_report().validate(policy=off).rules
    assert ("waiver_fits",) == tuple(finding.rule for finding in clean_report().validate(policy=grave).errors)


def test_without_a_day_waivers_run_out_today() -> None:
    """The day of the check is that of its machine."""
    waiver = gd.Waiver(rule="applicant_total", reason="…", author="张三", expires=date(2020, 1, 1))

    assert "waiver_in_force" in REPORT.validate(policy=gd.Policy(waivers=[waiver])).rules


def test_each_of_several_equal_findings_is_kept() -> None:
    """What is found twice is counted twice."""
    finding = DIAGNOSTICS["row_unknown"](found="甲")
    waiver = gd.Waiver(rule="row_unknown", reason="…", author="张三")

    judged = gd.Policy(waivers=[waiver]).judged(gd.Findings((finding, finding)), {"": REPORT})

    assert 2 == len(judged.waived)


# ---- what a reader says


def test_a_policy_judges_what_the_reader_says() -> None:
    """Its names are switched, weighed and waived as those of rules."""
    split = DIAGNOSTICS["split_table"]("requests", table="表三", count=2, part=2, label="乙")
    read = gd.Findings((DIAGNOSTICS["row_unknown"](found="甲"), split))
    off = gd.Policy(rules={"reading": "off"})
    policy = gd.Policy.from_dict({"rules": {"reading": "notice"}, "waivers": [WAIVER | {"rule": "split_table"}]})

    assert () == check_reading(clean_report(), read, None, policy=off).items
    judged = check_reading(clean_report(), read, None, policy=policy)
    assert [("row_unknown", "notice")] == [(finding.rule, finding.severity) for finding in judged]
    assert ["split_table"] == [finding.rule for finding in judged.waived]


def test_a_waiver_of_what_the_reader_no_longer_says_is_told() -> None:
    """Only where a source was read."""
    policy = gd.Policy.from_dict({"waivers": [WAIVER | {"rule": "split_table"}]})

    assert ("waiver_fits",) == check_reading(clean_report(), gd.Findings(), None, policy=policy).rules
    assert () == clean_report().validate(policy=policy).rules


def test_a_policy_is_summed_up_in_a_line(tmp_path: Path) -> None:
    """By its name or its file, with what it sets."""
    assert "审核口径：青禾县2023年年报审核口径（规则3条，阈值1条，豁免1条）" == str(
        gd.Policy.load(policy_file(tmp_path, TOML)).summary()
    )
    unnamed = gd.Policy.load(policy_file(tmp_path, "[rules]\nwording = 'off'"))
    assert "审核口径：审核.toml（规则1条）" == str(unnamed.summary())
    assert gd.Words("审核口径：甲", "Policy: 甲") == gd.Policy(name="甲").summary()


def test_checks_under_a_policy_can_be_put_together() -> None:
    """The policy is that of the first which has one."""
    findings = gd.Findings() + waived(REPORT)

    assert (1, "审核口径（豁免1条）") == (len(findings.waived), str(findings.policy))
    assert findings.filter(rule="applicant_total").waived == findings.waived
