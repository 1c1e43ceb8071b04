"""Every rule by the data in ``rule_cases``: what it passes, what it fails, what it cannot assess."""

from typing import Any

import pytest

from gov_disclosure.findings import Finding, Severity, Status
from gov_disclosure.rules import RULES
from rule_examples import CASES, cases, clean_report, due, findings_of

Case = tuple[str, dict[str, Any]]


def named(case: object) -> str:
    """Name a test by its rule and what its case says."""
    return f"{case[0]}: {case[1]['says']}" if isinstance(case, tuple) else str(case)


def shown(finding: Finding, expected: dict[str, Any]) -> dict[str, Any]:
    """Show of a finding what a case expects something of."""
    whole = {**finding.to_dict(), "first": finding.where[0] if finding.where else "", "places": len(finding.where)}
    return {key: whole[key] for key in expected}


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_passing_and_a_failing_example(rule: str) -> None:
    """A rule without examples is not a rule."""
    assert any(name == rule for name, _ in cases("passing"))
    assert any(name == rule for name, _ in cases("failing"))


def test_every_case_is_about_a_rule() -> None:
    """A renamed rule takes its cases with it."""
    assert {file.stem for file in CASES.glob("*.toml")} == set(RULES)


@pytest.mark.parametrize("year", [2019, 2020, 2021, 2025])
def test_nothing_is_found_in_a_clean_report(year: int) -> None:
    """The report that the cases start from passes every rule."""
    findings = clean_report(year).validate()

    assert () == findings.items
    assert () == findings.not_assessable
    assert due(clean_report(year).edition) == set(findings.passed)


@pytest.mark.parametrize("case", cases("passing"), ids=named)
def test_passing_examples_pass(case: Case) -> None:
    """What is right is neither failed nor doubted."""
    rule, example = case

    assert rule in findings_of(rule, example).passed


@pytest.mark.parametrize("case", cases("failing"), ids=named)
def test_failing_examples_fail(case: Case) -> None:
    """What is wrong is told with its place, its weight and its sum."""
    rule, example = case

    findings = findings_of(rule, example).filter(rule=rule)

    assert example["expect"] == [shown(f, e) for f, e in zip(findings.items, example["expect"], strict=True)]
    assert () == findings.passed


@pytest.mark.parametrize("case", cases("not_assessable"), ids=named)
def test_doubtful_examples_are_neither_passed_nor_failed(case: Case) -> None:
    """What cannot be assessed is told as such, with the reason."""
    rule, example = case
    expected: dict[str, Any] = {key: example[key] for key in ("message", "where") if key in example}

    findings = findings_of(rule, example).filter(rule=rule)

    assert [expected] == [shown(doubt, expected) for doubt in findings.not_assessable]
    assert Status.NOT_ASSESSABLE is findings.not_assessable[0].status
    assert ((), ()) == (findings.items, findings.passed)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_a_rule_says_what_must_hold_in_two_languages(rule: Any) -> None:
    """The statement is a sentence in Chinese and in English, and the generator is documented."""
    assert rule.statement.zh.endswith("。")
    assert rule.statement.en.endswith(".")
    assert rule.check.__doc__
    assert isinstance(rule.severity, Severity)


@pytest.mark.parametrize("case", cases("failing"), ids=named)
def test_findings_speak_two_languages_and_say_what_to_do(case: Case) -> None:
    """No gap of a sentence is left open, and every finding has advice."""
    for finding in findings_of(*case).filter(rule=case[0]):
        assert finding.advice is not None
        for words in (finding.message, finding.advice):
            assert words.zh
            assert words.en
            assert "{" not in words.say("zh") + words.say("en") or "{text}" in words.zh
