"""Reports for the tests of the rules: a clean one, and others that differ from it as a case says."""

import tomllib
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import attrs

from gov_disclosure.cells import Mark
from gov_disclosure.findings import Findings
from gov_disclosure.forms import Form, form_for, form_of
from gov_disclosure.matrix import Matrix
from gov_disclosure.policy import Policy
from gov_disclosure.report import Report
from gov_disclosure.rules import RULES, Passage, check_reading, validate_rollup, validate_series
from gov_disclosure.sections import ReportSection
from gov_disclosure.tables import ProactiveTable, RequestMatrix, ReviewLitigationTable

CASES = Path(__file__).parent / "rule_cases"

ORGAN = "青禾县水利局"
TEXTS = {
    "overview": ("本局主动公开水利信息二十条，依申请公开渠道畅通，信息管理有专人负责，网站运行正常，监督保障到位。",),
    "proactive": (),
    "requests": (),
    "review_litigation": (),
    "problems": ("部分信息更新不够及时。下一步每月核对发布情况，逐条整改。",),
    "other_matters": ("无。",),
}


def clean_report(year: int | None = 2023, edition: int | None = None) -> Report:
    """Give a report that no rule objects to, all figures 0, unless its year and edition do not fit."""
    form = form_of(edition) if edition is not None else form_for(year or 2023)
    return Report(
        organization=ORGAN,
        year=year,
        edition=form.edition,
        title=f"{ORGAN}{year or 2023}年政府信息公开工作年度报告",
        preamble=("根据《中华人民共和国政府信息公开条例》编制本报告。",),
        overview=TEXTS["overview"],
        proactive=ProactiveTable.of(edition=form.edition),
        requests=RequestMatrix.of(edition=form.edition),
        review_litigation=ReviewLitigationTable.of(edition=form.edition),
        problems=TEXTS["problems"],
        other_matters=TEXTS["other_matters"],
    )


def matching(form: Form, cells: Mapping[str, object]) -> dict[str, object]:
    """Spread values over the cells whose addresses match: ``requests.*.total``; "" is a blank, other text a mark."""
    found: dict[str, object] = {}
    for pattern, value in cells.items():
        addresses = [address for address in form.places if fnmatchcase(address, pattern)]
        assert addresses, f"{pattern} is no address of the {form.edition} form"
        given = (Mark(value) if value else None) if isinstance(value, str) else value
        found |= dict.fromkeys(addresses, given)
    return found


def report_of(case: Mapping[str, Any]) -> Report:
    """Build the report of a case: the clean one with other cells, headings, texts, title or year (0 for none)."""
    report = clean_report(case.get("year", 2023) or None, case.get("edition"))
    report = report.with_cells(matching(report.form, case.get("cells", {})))
    for section in report.sections:
        heading = case.get("headings", {}).get(section.section, section.heading)
        text = case.get("text", {}).get(section.section, section.text)
        report = report.evolve(**{section.section: attrs.evolve(section, heading=heading, text=text)})
    organization = case.get("organization", ORGAN)
    title = case.get("title", report.title.replace(ORGAN, organization))
    preamble = case.get("preamble", report.preamble)
    return report.evolve(organization=organization, title=title, preamble=preamble)


def due(edition: int) -> set[str]:
    """Name the rules that run on any report of an edition, without a policy and with nothing beside it."""
    things = (Report, Passage, ReportSection, Matrix)
    rules = (rule for rule in RULES.values() if issubclass(rule.on, things) and not rule.optional)
    return {rule.name for rule in rules if edition in (rule.editions or (edition,))}


def findings_of(rule: str, case: Mapping[str, Any]) -> Findings:
    """Check what a case describes, under its policy; the rule itself is switched on.

    A case with `reports` is a series, one with `children` a government and its units; any other is
    one report, with `previous`, the day it was `published` or that was `found` on its page. The
    other reports are cases themselves.
    """
    given = dict(case.get("policy", {}))
    policy = Policy.from_dict(given | {"rules": {rule: "on", **given.get("rules", {})}}, today=case.get("today"))
    if "reports" in case:
        return validate_series(map(report_of, case["reports"]), policy)
    if "children" in case:
        return validate_rollup(report_of(case), map(report_of, case["children"]), case.get("expected"), policy)
    previous = report_of(case["previous"]) if "previous" in case else None
    found = case.get("found")
    return check_reading(report_of(case), Findings(), found, previous, policy, case.get("published"))


def cases(kind: str) -> list[tuple[str, dict[str, Any]]]:
    """Give all cases of a kind with the rule that they are about."""
    files = sorted(CASES.glob("*.toml"))
    return [(file.stem, case) for file in files for case in tomllib.loads(file.read_text("utf-8")).get(kind, ())]
