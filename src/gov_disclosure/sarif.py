"""Findings as SARIF 2.1.0 (OASIS), the format in which tools that check files hand on what they found.

Every rule that is named stands in the driver with its sentence and its basis. A finding is a result
of kind ``fail``, a doubt one of kind ``open``, a waived finding one that is suppressed with its reason.
Addresses are logical locations; a report has no lines. The policy of a check is a property of the run.
What could not be read, and rules that broke off, are notifications of a run that has not done everything.
"""

import json
import re
from collections.abc import Iterable
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from .diagnostics import DIAGNOSTICS
from .findings import Finding, Findings, Origin, Severity, Status
from .rules import RULES
from .words import Language, Words, a_language

__all__ = ["to_sarif"]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}


def to_sarif(
    checked: Iterable[tuple[str, Findings]], lang: Language = "zh", unread: Iterable[tuple[str, Words]] = ()
) -> str:
    """Write one log of the findings of some sources: pairs of a file's name, which may be empty, and its findings.

    `unread` are the sources that could not be read, with the reason.
    """
    checks = list(checked)
    pairs = [(source, finding) for source, findings in checks for finding in _all(findings)]
    names = list(dict.fromkeys(finding.rule for _, finding in pairs))
    driver = {
        "name": "gov-disclosure",
        "version": version("gov-disclosure"),
        "rules": [_rule(name, lang) for name in names],
    }
    run = {
        "tool": {"driver": driver},
        "invocations": [_invocation(pairs, unread, lang)],
        "language": "zh-CN" if a_language(lang) == "zh" else "en-US",
        "results": [_result(source, finding, names.index(finding.rule), lang) for source, finding in pairs],
        "properties": {"policies": _policies((findings for _, findings in checks), lang)},
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _policies(checks: Iterable[Findings], lang: Language) -> list[str]:
    """Name the policies of the checks, each once; none for the library's own."""
    return list(dict.fromkeys(findings.policy.say(lang) for findings in checks if findings.policy is not None))


def _invocation(
    pairs: Iterable[tuple[str, Finding]], unread: Iterable[tuple[str, Words]], lang: Language
) -> dict[str, Any]:
    """Tell whether everything was read and every rule was run."""
    notes = [_note(source, reason.say(lang)) for source, reason in unread]
    notes += [_note(source, finding.say(lang)) for source, finding in pairs if finding.origin is Origin.RULE]
    return {"executionSuccessful": not notes, "toolExecutionNotifications": notes}


def _note(source: str, said: str) -> dict[str, Any]:
    note: dict[str, Any] = {"level": "error", "message": {"text": said}}
    return note | ({"locations": [{"physicalLocation": _physical(source)}]} if source else {})


def _physical(source: str) -> dict[str, Any]:
    return {"artifactLocation": {"uri": quote(source.replace("\\", "/"))}}


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
        diagnostic = DIAGNOSTICS[name]
        return {
            "id": name,
            # The sentence has places for what is found; here nothing was.
            "shortDescription": {"text": re.sub(r"\{[^}]*\}", "…", diagnostic.message.say(lang))},
            "defaultConfiguration": {"level": _LEVELS[diagnostic.severity]},
            "properties": {"group": "reading"},
        }
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
        location["physicalLocation"] = _physical(source)
    return location
