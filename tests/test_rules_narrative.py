"""The rules about the narrative on published reports, and what they cost by the side of each other."""

from pathlib import Path

import pytest

from gov_disclosure.findings import Findings, Severity
from gov_disclosure.reading import examine
from gov_disclosure.rules import RULES, check
from gov_disclosure.rules._organs import Level, is_government, level_of
from rule_examples import clean_report

SAMPLES = Path(__file__).parents[2] / "shared" / "samples"
needs_samples = pytest.mark.skipif(not SAMPLES.exists(), reason="published reports are not part of the project")
NARRATIVE = [rule for rule in RULES.values() if rule.group in ("narrative", "amounts", "plausible", "content")]


def findings_in(start: str) -> Findings:
    """Read a published report and run the rules about its narrative."""
    (path,) = (path for path in SAMPLES.iterdir() if path.name.startswith(start) and path.suffix in (".txt", ".html"))
    return check(examine(path).report, NARRATIVE)


@needs_samples
@pytest.mark.parametrize("start", ["000", "009", "010"])
def test_reports_whose_text_fits_their_tables_raise_no_alarm(start: str) -> None:
    """Cases filed in a year are not those of table 4, and what was handled holds what was carried in."""
    findings = findings_in(start)

    assert () == findings.of(Severity.ERROR, Severity.WARNING)
    assert () == findings.not_assessable
    assert {"assessment_reported"} >= set(findings.rules)


@needs_samples
def test_results_that_differ_are_found_among_blanks() -> None:
    """What is printed is the least that a sum can be; where the blanks could hold the rest, nothing is said."""
    findings = findings_in("004").filter(rule="narrative_outcomes")

    assert [
        "表中 272 + 3 = 275，文中 258，差 17",
        "表中 265 + 47 + 25 = 337，文中 265，差 72",
    ] == [finding.arithmetic for finding in findings]
    assert ["不予公开35件", "不予处理158件", "其他处理0件"] == [
        doubt.message.zh.rpartition("“")[2].split("”")[0] for doubt in findings.not_assessable
    ]


@pytest.mark.parametrize(
    ("organization", "level", "government"),
    [
        ("青禾县青山镇人民政府", Level.TOWNSHIP, True),
        ("青禾市河东街道办事处", Level.TOWNSHIP, False),
        ("青禾县水利局", Level.COUNTY, False),
        ("青禾市河东区人民政府", Level.COUNTY, True),
        ("青禾自治区财政厅", Level.DEPARTMENT, False),
        ("青禾市", Level.UNKNOWN, True),
        ("青禾省发展和改革委员会", Level.DEPARTMENT, False),
        ("青禾市人民政府办公厅", Level.UNKNOWN, False),
        ("国家税务总局青禾市税务局", Level.UNKNOWN, False),
        ("国家青禾总局", Level.UNKNOWN, False),
        ("青禾市河东街道", Level.TOWNSHIP, False),
        ("青禾经济技术开发区", Level.COUNTY, False),
        ("", Level.UNKNOWN, False),
    ],
)
def test_a_name_tells_what_kind_of_organ_it_is(organization: str, level: Level, government: bool) -> None:
    """As far as a name can."""
    assert (level, government) == (level_of(organization), is_government(organization))


def test_arithmetic_is_told_in_english_too() -> None:
    """文中 and 表中 are among the few words that a sum may have."""
    report = clean_report().evolve(overview=["收到政府信息公开申请3件。"])
    (finding,) = check(report, [RULES["narrative_requests_received"]])

    assert "table 0, text 3, difference 3" == finding.spell("en")


def test_a_sentence_too_long_to_be_read_is_a_doubt() -> None:
    """What was joined into one sentence of thousands of characters is not read, and that is said."""
    report = clean_report().evolve(overview=["收到政府信息公开申请3件，" * 200])
    findings = check(report, [RULES["narrative_requests_received"]])

    assert ((), ("overview",)) == (findings.items, *(doubt.where for doubt in findings.not_assessable))


def test_a_long_sentence_without_figures_asserts_nothing() -> None:
    """There is nothing in it that could be held against the tables."""
    report = clean_report().evolve(overview=["加强政府信息公开申请的办理，" * 200])

    assert () == check(report, [RULES["narrative_requests_received"]]).not_assessable
