"""Reports of several years: pairs, gaps, copied text, percentages."""

import random
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gov_disclosure as gd
from counted import calls_of
from gov_disclosure.rules._settings import Day
from gov_disclosure.rules.deadlines import Organ, organ_of
from gov_disclosure.rules.series_text import claims, narrative, similarity
from rule_examples import clean_report

SAMPLES = Path(__file__).parents[2] / "shared" / "samples"
CARRIED = {"requests.carried_in.total": 3, "requests.carried_in.natural_person": 3}


def test_a_clean_series_passes_everything_about_years() -> None:
    """Whatever the order in which its reports are given."""
    reports = [clean_report(year) for year in (2023, 2021, 2022)]

    findings = gd.validate_series(reports)

    assert () == findings.items
    assert {rule.name for rule in gd.RULES.values() if rule.on in (gd.Pair, gd.Series)} == set(findings.passed)


def test_a_finding_names_its_report() -> None:
    """Organ and year, in every output."""
    findings = gd.validate_series([clean_report(2022), clean_report(2023).with_cells(CARRIED)])

    assert {"青禾县水利局2023年"} == {finding.report for finding in findings}
    assert "    报告：青禾县水利局2023年\n" in findings.to_text()
    assert "青禾县水利局2023年" == findings.to_dict()["findings"][0]["report"]


def test_each_organ_is_a_series_of_its_own() -> None:
    """Reports of other organs are never compared."""
    other = clean_report(2023).evolve(organization="青禾县林业局").with_cells(CARRIED)

    findings = gd.validate_series([clean_report(2022), clean_report(2023), other])

    assert {"previous_report_missing"} == set(findings.rules)


def test_reports_given_without_a_year_are_told() -> None:
    """They have no neighbours, and are never lost unseen."""
    findings = gd.validate_series([clean_report(None, 2021)])

    assert ["previous_report_missing"] == [doubt.rule for doubt in findings.not_assessable]


def test_an_empty_series_is_no_failure() -> None:
    """There is nothing to say of it."""
    assert () == gd.validate_series([]).items


def test_the_first_of_two_reports_of_a_year_is_compared() -> None:
    """The other one is told of, and nothing is said twice."""
    findings = gd.validate_series([clean_report(2022), clean_report(2023), clean_report(2023).with_cells(CARRIED)])

    assert ("one_report_a_year",) == findings.rules


def test_a_waiver_in_a_series_holds_for_its_report_only() -> None:
    """Each finding is judged by the report that it is about."""
    reports = [clean_report(2021), clean_report(2022).with_cells(CARRIED), clean_report(2023).with_cells(CARRIED)]
    waiver = gd.Waiver(rule="carry_over", reason="更正", author="张三", year=2022)

    findings = gd.validate_series(reports, gd.Policy(waivers=[waiver]))

    assert {"青禾县水利局2022年"} == {finding.report for finding in findings.waived}
    assert {"青禾县水利局2023年"} == {finding.report for finding in findings if finding.rule == "carry_over"}


def test_rules_of_ones_own_run_on_a_series() -> None:
    """As they do on one report."""
    rule = gd.rule(on=gd.Pair, statement="…", severity="notice")(lambda _pair: iter((gd.Fault((), "有一对。"),)))

    assert 1 == len(gd.validate_series([clean_report(2022), clean_report(2023)], rules=[rule]))


def test_one_report_is_checked_with_the_one_before() -> None:
    """The rules about years run beside the others."""
    findings = clean_report(2023).with_cells(CARRIED).validate(previous=clean_report(2022))

    assert {"carry_over", "request_balance"} <= set(findings.rules)
    assert "stock_and_flow" in findings.passed


def test_one_report_alone_has_no_years_to_compare() -> None:
    """What was not checked has not passed."""
    assert "carry_over" not in clean_report(2023).validate().passed


def test_an_unknown_organ_is_no_other_organ() -> None:
    """A report that names nobody is taken for the one that it is given with."""
    pair = gd.Pair(clean_report(2023), clean_report(2022).evolve(organization=""))

    assert (True, True, 2021) == (pair.same_organ, pair.consecutive, pair.edition)


# ---- deadlines


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("青禾县水利局", Organ.DEPARTMENT),
        ("青禾县人民政府办公室", Organ.DEPARTMENT),
        ("青禾县人民政府", Organ.GOVERNMENT),
        ("青禾市", Organ.GOVERNMENT),
        ("青禾自治州人民政府", Organ.GOVERNMENT),
        ("青禾县青山镇人民政府", Organ.TOWNSHIP),
        ("青禾市河西街道办事处", Organ.TOWNSHIP),
        ("青禾经济开发区管理委员会", Organ.TOWNSHIP),
        ("青禾县公安局青山派出所", Organ.TOWNSHIP),
        ("", Organ.UNKNOWN),
    ],
)
def test_the_kind_of_an_organ_is_told_by_its_name(name: str, expected: Organ) -> None:
    """The law has a day for two kinds only."""
    assert expected is organ_of(name)


@pytest.mark.parametrize("text", ["", "1-31", "13-01", "02-29", "W01-1", "2024-01-31"])
def test_a_day_is_a_day_of_every_year(text: str) -> None:
    """Nothing else can be a deadline."""
    with pytest.raises(ValueError, match=f"{text!r} is no day"):
        Day(text)


def test_a_day_falls_into_a_year() -> None:
    """Written as people write it."""
    assert date(2024, 1, 31) == Day("01-31").of(2024)


@given(st.integers(-5, 10_000) | st.none(), st.dates())
def test_no_year_and_no_day_break_the_check(year: int | None, day: date) -> None:
    """The rule is passed, failed or doubted."""
    report = clean_report(2023).evolve(year=year)

    found = report.validate(published=day).filter(rule="published_in_time")

    assert 1 == len(found.passed) + len(found) + len(found.not_assessable)
    assert () == found.filter(origin="rule").not_assessable


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2024-02-05 10:32", date(2024, 2, 5)),
        ("2024年2月5日", date(2024, 2, 5)),
        ("2024-13-05", None),
        ("昨天", None),
    ],
)
def test_the_day_on_a_page_is_found(printed: str, expected: date | None) -> None:
    """However it is written; what is no day is none."""
    page = f'<html><head><meta name="PubDate" content="{printed}"></head><body>{clean_report().to_html()}</body></html>'

    reading = gd.examine(page.encode())

    assert expected == reading.published
    weights = [finding.severity for finding in reading.validate().filter(rule="published_in_time")]
    assert ([gd.Severity.WARNING] if expected else []) == weights


def test_reports_of_no_known_organ_are_not_taken_for_one_organ() -> None:
    """Their figures have nothing to do with each other."""
    before = clean_report(2022).with_cells({"requests.carried_out.total": 3})
    found = gd.validate_series([each.evolve(organization="") for each in (before, clean_report(2023))])

    assert not found
    assert "carry_over" not in found.passed


# ---- text

LONG = "".join(chr(0x4E00 + number) for number in random.Random(3).choices(range(3000), k=20_000))  # noqa: S311  # no secret


@given(st.text("甲乙丙丁", max_size=40), st.text("甲乙丙丁", max_size=40))
def test_similarity_is_a_share_and_has_no_sides(one: str, other: str) -> None:
    """Between nothing and everything, the same from both sides, everything for equal texts."""
    share = similarity(one, other)

    assert 0 <= share <= 1
    assert similarity(other, one) == share
    assert (1.0 if len(one) > 3 else 0.0) == similarity(one, one)


def test_similarity_costs_little_for_long_texts() -> None:
    """Twenty thousand characters take about four times the calls of five thousand."""
    few, many = (calls_of(partial(similarity, LONG[:end], LONG[:end][::-1])) for end in (5_000, 20_000))

    assert many < 5 * few
    assert 0.4 < similarity(LONG, LONG[:10_000] + LONG[:10_000][::-1]) < 0.6


def test_a_text_in_another_of_twice_its_length_is_two_thirds_of_both() -> None:
    """What both have is counted in each of them, wherever it stands."""
    text, before = LONG[:2000], "甲" * 1001

    assert 2 / 3 == pytest.approx(similarity(text, f"{before}{text}{'乙' * 999}"))


def test_a_character_that_is_changed_costs_its_piece_alone() -> None:
    """One character in a hundred, and a twenty-fifth of the text."""
    text = LONG[:2000]
    changed = "".join("甲" if place % 100 == 50 else character for place, character in enumerate(text))

    assert 0.96 == pytest.approx(similarity(text, changed))


def test_titles_that_are_never_closed_cost_little() -> None:
    """Each opens one title at most: four times as many take about four times the calls."""
    few, many = (calls_of(partial(narrative, gd.Overview(["《公开" * count]))) for count in (5_000, 20_000))

    assert many < 5 * few


def test_the_narrative_is_what_a_report_says_itself() -> None:
    """Figures, punctuation, titles of laws, foreign tables and common sentences are left out."""
    text = ["2023年办件12件。", "根据《中华人民共和国政府信息公开条例》编制本报告。", "落实《某某办法》。"]
    section = gd.Overview([*text, gd.ForeignTable([["甲", "乙"]])])

    assert "年办件件落实" == narrative(section)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到申请12件，同比增长5%。", [(Decimal(12), Decimal(5))]),
        ("收到申请12件，比上年同期减少约5.5％。", [(Decimal(12), Decimal("-5.5"))]),
        ("行政许可1,200件，较去年下降5%；行政处罚3件，较2022年下降9%。", [(Decimal(1200), Decimal(-5))]),
        ("收到申请１２件，与去年相比，上升５%。", [(Decimal(12), Decimal(5))]),
        ("收到申请同比增长5%。", []),
        ("收到申请12件。同比增长5%。", []),
        ("收到申请（共12件），同比增长5%。", []),
        ("收费3.5万元，同比增长一倍。", []),
    ],
)
def test_a_claim_is_a_percentage_with_a_figure_in_its_clause(
    text: str, expected: list[tuple[Decimal, Decimal]]
) -> None:
    """What is about no figure is no claim."""
    report = clean_report().evolve(overview=text)

    assert expected == [(claim.figure, claim.change) for claim in claims(report)]


# ---- two real years

samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the real reports are not beside the project")


@samples
def test_two_real_years_of_a_city_agree_but_for_a_percentage() -> None:
    """Carry-over and documents in force hold; 1.05 % is told as 1.08 %."""
    before, now = (gd.read(SAMPLES / name) for name in ("009_suqian_2023.txt", "010_suqian_2024.txt"))

    findings = gd.validate_series([before, now])

    assert {"carry_over", "stock_and_flow", "previous_report_missing", "one_report_a_year"} <= set(findings.passed)
    (claim,) = findings.filter(rule="percentage_change")
    assert (gd.Severity.NOTICE, "(3646 - 3607) ÷ 3607 = 1.08%，填报 1.05%") == (claim.severity, claim.arithmetic)
    assert () == findings.filter(severity="warning").items


@pytest.mark.parametrize(
    "clause",
    ["网站访问量同比增长35%", "政务公开平台浏览量较上年增长120%", "主动公开信息同比增长35%", "复议案件同比下降30%"],
)
def test_a_percentage_of_something_else_is_not_compared(clause: str) -> None:
    """A clause with a subject of its own speaks of that, whatever figure went before."""
    text = f"收到政府信息公开申请12件，{clause}。"
    this = gd.Report(
        organization="青禾县水务局", year=2024, overview=text, requests=gd.RequestMatrix.of(received={"other": 12})
    )
    last = gd.Report(organization="青禾县水务局", year=2023, requests=gd.RequestMatrix.of(received={"other": 10}))
    assert "percentage_change" not in this.validate(previous=last).rules
    moved = this.evolve(overview="收到政府信息公开申请12件，同比增长35%。")
    assert "percentage_change" in moved.validate(previous=last).rules


def test_a_series_of_nothing_passes_nothing() -> None:
    """That all is well can only be said of reports."""
    findings = gd.validate_series([])

    assert ((), ()) == (findings.items, findings.passed)
    assert {"没有给出报告，无从检查。"} == {str(doubt) for doubt in findings.not_assessable}
