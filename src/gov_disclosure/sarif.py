"""Findings as SARIF 2.1.0 (OASIS), the format in which tools that check files hand on what they found.

Every rule that is named stands in the driver with its sentence and its basis. A finding is a result
of kind ``fail``, a doubt one of kind ``open``, a waived finding one that is suppressed with its reason.
Addresses are logical locations; a report has no lines.
"""

import json
from collections.abc import Iterable
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from .diagnostics import DIAGNOSTICS
from .findings import Finding, Findings, Severity, Status
from .rules import RULES
from .words import Language

__all__ = ["to_sarif"]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}


def to_sarif(checked: Iterable[tuple[str, Findings]], lang: Language = "zh") -> str:
    """Write one log of the findings of some sources: pairs of a file's name, which may be empty, and its findings."""
    pairs = [(source, finding) for source, findings in checked for finding in _all(findings)]
    names = list(dict.fromkeys(finding.rule for _, finding in pairs))
    driver = {
        "name": "gov-disclosure",
        "version": version("gov-disclosure"),
        "rules": [_rule(name, lang) for name in names],
    }
    run = {
        "tool": {"driver": driver},
        "language": "zh-CN" if lang == "zh" else "en-US",
        "results": [_result(source, finding, names.index(finding.rule), lang) for source, finding in pairs],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _all(findings: Findings) -> tuple[Finding, ...]:
    return (*findings.items, *findings.not_assessable, *findings.waived)


def _rule(name: str, lang: Language) -> dict[str, Any]:
    if name in RULES:
        rule = RULES[name]
        properties = {"group": rule.group, "basis": rule.basis}
        return {
            "id": name,
            "shortDescription": {"text": rule.statement.say(lang)},
            "defaultConfiguration": {"level": _LEVELS[rule.severity]},
            "properties": properties,
        }
    if name in DIAGNOSTICS:
        level = _LEVELS[DIAGNOSTICS[name].severity]
        return {"id": name, "defaultConfiguration": {"level": level}, "properties": {"group": "reading"}}
    return {"id": name}


def _result(source: str, finding: Finding, index: int, lang: Language) -> dict[str, Any]:
    doubt = finding.status is Status.NOT_ASSESSABLE
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "kind": "open" if doubt else "fail",
        "level": "none" if doubt else _LEVELS[finding.severity],
        "message": {"text": _text(finding, lang)},
        "locations": [_location(source, finding)],
        "properties": finding.to_dict(lang),
    }
    if finding.waiver is not None:
        result["suppressions"] = [{"kind": "external", "justification": finding.waiver.say(lang)}]
    return result


def _text(finding: Finding, lang: Language) -> str:
    """Say the finding, where to look first, and what to do."""
    suspect = None if finding.suspect is None else finding.suspect.message
    said = (words.say(lang) for words in (suspect, finding.advice) if words is not None)
    return ("" if lang == "zh" else " ").join((finding.say(lang), *said))


def _location(source: str, finding: Finding) -> dict[str, Any]:
    location: dict[str, Any] = {"logicalLocations": [{"fullyQualifiedName": address} for address in finding.where]}
    if source:
        location["physicalLocation"] = {"artifactLocation": {"uri": quote(source.replace("\\", "/"))}}
    return location
