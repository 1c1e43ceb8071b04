"""Makes `docs/rules/`: a page for each group of rules, from the rules and from the cases that they are held to.

``UPDATE_DOCS=1 pytest tests/test_rule_pages.py`` puts the pages in place.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from gov_disclosure.diagnostics import DIAGNOSTICS, Diagnostic
from gov_disclosure.policy._problems import READING
from gov_disclosure.rules import RULES, Rule
from rule_examples import cases, findings_of

FOLDER = Path(__file__).parents[1] / "docs" / "rules"

INDEX = """\
# The rules, one by one

These pages are made from the rules and from the cases in `tests/rule_cases`; a test holds them up to date
(`UPDATE_DOCS=1 pytest tests/test_rule_pages.py` rewrites them).

A policy may switch, weigh and waive every name here, and a group as a whole: see [policy.md](../policy.md).
Rules marked *optional* are local practice and run only where a policy switches them on.
"""
CASES = {kind: cases(kind) for kind in ("passing", "failing", "not_assessable")}


def pages() -> dict[str, str]:
    """Give every page by the name of its file."""
    groups: dict[str, list[Rule]] = {}
    for rule in RULES.values():
        groups.setdefault(rule.group, []).append(rule)
    texts = {f"{group}.md": "\n".join(page(group, rules)) for group, rules in groups.items()}
    texts[f"{READING}.md"] = "\n".join(reading())
    return texts | {"README.md": "\n".join(index(groups))}


def index(groups: Mapping[str, list[Rule]]) -> Iterator[str]:
    """The list of all names."""
    yield INDEX
    yield "| name | severity | what must hold |\n| --- | --- | --- |"
    for group, rules in groups.items():
        for rule in rules:
            weight = f"{rule.severity}, *optional*" if rule.optional else rule.severity
            yield f"| [`{rule.name}`]({group}.md#{rule.name}) | {weight} | {rule.statement.zh} |"
    yield f"\nWhat reading a source may tell is in [{READING}.md]({READING}.md).\n"


def page(group: str, rules: list[Rule]) -> Iterator[str]:
    """The rules of one group, under what its module says of itself."""
    said = (sys.modules[rules[0].check.__module__].__doc__ or "").partition("\n")[0]
    yield f"# `{group}`\n\n{said}\n"
    for rule in rules:
        yield from section(rule)


def section(rule: Rule) -> Iterator[str]:
    """One rule: what it demands, an example of each outcome, how to waive it."""
    yield f"## `{rule.name}`\n\n{rule.statement.zh}\n\n{rule.statement.en}\n"
    for label, value in facts(rule):
        yield f"- {label}: {value}"
    for kind, title in (("passing", "Passes"), ("failing", "Fails"), ("not_assessable", "Not assessable")):
        said = [case["says"] for name, case in CASES[kind] if name == rule.name]
        if said:
            yield f"\n{title}:\n"
            yield from (f"- {sentence}" for sentence in said)
    example = next(case for name, case in CASES["failing"] if name == rule.name)
    yield from shown(rule, example)


def facts(rule: Rule) -> Iterator[tuple[str, str]]:
    """What there is to say of a rule in a line each."""
    yield "severity", rule.severity.value
    yield "speaks of", f"`{rule.on.__name__}`"
    if rule.basis:
        yield "basis", rule.basis
    if rule.editions:
        yield "editions", ", ".join(map(str, rule.editions))
    if rule.optional:
        yield "runs", "only where a policy switches it on"
    if rule.settings:
        yield "settings", ", ".join(f"`{key} = {json.dumps(value)}`" for key, value in rule.settings.items())


def shown(rule: Rule, case: Mapping[str, Any]) -> Iterator[str]:
    """What a failing case gives, and the waiver for it."""
    given = {key: value for key, value in case.items() if key not in ("says", "expect")}
    finding = findings_of(rule.name, case).filter(rule=rule.name)[0]
    yield f"\nFor example, `{json.dumps(given, ensure_ascii=False, default=str)}` gives:\n"
    sentence = f"{finding.severity}: {finding.message.zh}"
    lines = [sentence, finding.arithmetic, "" if finding.advice is None else finding.advice.zh]
    yield "```text\n" + "\n".join(line for line in lines if line) + "\n```\n"
    where = f"where = {json.dumps(list(finding.where[:1]))}\n" if finding.where else ""
    yield f'To waive it:\n\n```toml\n[[waivers]]\nrule = "{rule.name}"\n{where}reason = "…"\nauthor = "…"\n```\n'


def reading() -> Iterator[str]:
    """What a reader may say of a source."""
    yield f"# `{READING}`\n\nWhat reading a source may tell: each repair that was made and each doubt, by its name.\n"
    for diagnostic in DIAGNOSTICS.values():
        yield from told(diagnostic)


def told(diagnostic: Diagnostic) -> Iterator[str]:
    """One thing that a reader can say."""
    yield f"## `{diagnostic.name}`\n\n`{diagnostic.message.zh}`\n\n`{diagnostic.message.en}`\n"
    yield f"- severity: {diagnostic.severity.value}\n- origin: {diagnostic.origin.value}"
    yield f"- what to do: {diagnostic.advice.zh}\n"
