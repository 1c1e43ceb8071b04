"""The engine: which rules run on what, and what it makes of what they yield."""

from collections.abc import Iterator

import pytest

from gov_disclosure.findings import Severity, Status
from gov_disclosure.matrix import Matrix
from gov_disclosure.report import Report
from gov_disclosure.rules import (
    RULES,
    Fault,
    Outcome,
    Pair,
    Passage,
    Publication,
    Rollup,
    Series,
    Unassessable,
    check,
    rule,
)
from gov_disclosure.rules._engine import passages
from gov_disclosure.rules._waiver import AppliedWaiver
from gov_disclosure.sections import ReportSection
from gov_disclosure.tables import RequestMatrix, ReviewLitigationTable
from gov_disclosure.words import Words
from rule_examples import ORGAN, TEXTS, clean_report

SAID = Words("应当如此。", "So it must be.")


@rule(Passage, SAID, Severity.WARNING, basis="某办法第一条")
def no_tigers(passage: Passage) -> Iterator[Outcome]:
    """A rule of someone else, on running text."""
    for paragraph in passage.paragraphs:
        if "虎" in paragraph:
            grave = Severity.ERROR if "大虎" in paragraph else None
            yield Fault((passage.address,), Words("有虎。", "A tiger."), severity=grave)
        if "猫" in paragraph:
            yield Unassessable((passage.address,), Words("有猫。", "A cat."))


@rule(Matrix, SAID, Severity.NOTICE, editions=(2019,))
def never_on_the_trial_form(_matrix: Matrix) -> Iterator[Outcome]:
    """A rule about one edition."""
    yield Fault((), SAID)


def test_the_names_of_the_rules_are_api() -> None:
    """A name is never taken away or given to something else; new ones are added to this list."""
    expected = (
        "six_parts_present problems_stated part_headings_numbered part_headings_worded part_heading_repeated "
        "subheadings_bracketed request_balance concluded_total applicant_total review_litigation_total cells_filled "
        "cells_are_numbers counts_not_negative counts_are_whole amount_is_plain edition_fits_year title_worded "
        "organization_named_alike basis_cited_rightly no_template_leftovers no_doubled_words half_width_punctuation"
    )

    assert set(expected.split()) <= set(RULES)
    assert list(RULES) == [rule.name for rule in RULES.values()]


def test_a_fault_becomes_a_finding_of_its_rule() -> None:
    """Severity and basis are those of the rule unless the case has its own."""
    report = clean_report().evolve(overview="小虎。\n大虎。")

    findings = check(report, [no_tigers])

    assert [(Severity.ERROR, "no_tigers"), (Severity.WARNING, "no_tigers")] == [(f.severity, f.rule) for f in findings]
    assert {("overview",)} == {finding.where for finding in findings}
    assert {"某办法第一条"} == {finding.basis for finding in findings}
    assert () == findings.passed


def test_a_doubt_is_neither_passed_nor_failed() -> None:
    """It stands apart, with its reason."""
    findings = check(clean_report().evolve(problems="猫。"), [no_tigers])

    assert ((), ()) == (findings.items, findings.passed)
    assert ["有猫。"] == [str(doubt) for doubt in findings.not_assessable]
    assert Status.NOT_ASSESSABLE is findings.not_assessable[0].status


def test_a_rule_that_yields_nothing_has_passed() -> None:
    """It is named among those that passed."""
    assert ("no_tigers",) == check(clean_report(), [no_tigers]).passed


@pytest.mark.parametrize(("year", "expected"), [(2020, 3), (2023, 0)])
def test_a_rule_about_an_edition_runs_on_that_edition(year: int, expected: int) -> None:
    """It has not passed where it was not run."""
    findings = check(clean_report(year), [never_on_the_trial_form])

    assert expected == len(findings)
    assert () == findings.passed


def test_a_table_is_checked_by_the_rules_about_it() -> None:
    """No rule about texts or other tables is run, passed or failed."""
    table = ReviewLitigationTable.of(reconsideration={"upheld": 1})

    expected = {"review_litigation_total", "cells_filled", "cells_are_numbers", "counts_not_negative"}
    assert expected | {"counts_are_whole", "amount_is_plain", "reconsideration_before_litigation"} == set(
        table.validate().passed
    )


def test_a_part_is_checked_with_its_text_and_its_table() -> None:
    """The report around it is not needed."""
    section = clean_report().requests

    passed = set(section.validate().passed)

    assert {"request_balance", "no_doubled_words", "part_headings_worded", "cells_filled"} <= passed
    assert set() == passed & {"edition_fits_year", "title_worded", "problems_stated"}


def test_a_part_without_a_table_has_its_text_checked() -> None:
    """Rules about tables have nothing to say of it."""
    findings = clean_report().evolve(overview="一主动公开情况。公开信息公开栏栏目。").overview.validate()

    assert ("subheadings_bracketed", "five_aspects_covered") == findings.rules
    assert "request_balance" not in findings.passed


def test_the_running_text_of_a_report_has_addresses() -> None:
    """Title, preamble, then the six parts; tables and pictures are no text."""
    addresses = [passage.address for passage in passages(clean_report())]

    assert ["title", "preamble", *TEXTS] == addresses


def test_findings_stand_in_the_order_of_the_report() -> None:
    """Among findings of one severity the first place comes first."""
    report = clean_report().evolve(title="工作工作", preamble="工作工作", overview="工作工作", other_matters="工作工作")

    found = report.validate().filter(rule="no_doubled_words")

    assert ["title", "preamble", "overview", "other_matters"] == [finding.where[0] for finding in found]


def test_a_subclass_is_checked_as_its_class() -> None:
    """Tools may add to the classes of the library."""

    class Own(RequestMatrix):
        pass

    assert "request_balance" in Own.of().validate().passed


def test_rules_speak_of_things_in_a_report() -> None:
    """Every rule is declared on something that the engine walks over."""
    things = (Report, Passage, ReportSection, Matrix, Pair, Series, Publication, Rollup, AppliedWaiver)

    assert all(issubclass(rule.on, things) for rule in RULES.values())


def test_reports_without_a_year_are_checked_all_the_same() -> None:
    """Only what needs the year is left open."""
    findings = clean_report(None, 2021).validate()

    assert ("edition_fits_year", "narrative_year") == tuple(doubt.rule for doubt in findings.not_assessable)
    assert () == findings.items
    assert ORGAN in clean_report(None, 2021).title
