"""How a rule is declared and run: a rule speaks of one kind of thing, the engine finds the things.

A check walks a report down to its texts and tables and runs every rule on the things it speaks
of. What a rule yields becomes findings; a rule that yields nothing anywhere has passed.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from attrs import frozen

from ..findings import Finding, Findings, Severity, Status
from ..matrix import Matrix
from ..report import Report
from ..sections import Item, ReportSection
from ..words import Words

__all__ = ["Fault", "Outcome", "Passage", "Rule", "Unassessable", "passages", "rule", "run"]


@frozen
class Passage:
    """Running text of a report, whatever it stands under: the title, the preamble or the text of a part."""

    address: str
    """``title``, ``preamble`` or the name of the part."""
    paragraphs: tuple[str, ...]


@frozen
class Fault:
    """What a rule yields where it does not hold."""

    where: tuple[str, ...]
    message: Words
    arithmetic: str = ""
    advice: Words | None = None
    severity: Severity | None = None
    """Only where one case of a rule weighs otherwise than the rule."""


@frozen
class Unassessable:
    """What a rule yields where it cannot be assessed, such as at a blank operand."""

    where: tuple[str, ...]
    message: Words


Outcome = Fault | Unassessable
Check = Callable[[Any], Iterator[Outcome]]


@frozen
class Rule:
    """One rule: its name, the kind of thing it speaks of, and what must hold by which basis.

    `check` is called with one thing of the kind and yields `Fault` and `Unassessable`, or nothing
    if the rule holds.
    """

    name: str
    """The code of the rule, which is API and is never reused for something else."""
    on: type[Any]
    """`Report`, `Passage`, `ReportSection`, `Matrix`, or a class under them."""
    statement: Words
    severity: Severity
    basis: str
    editions: tuple[int, ...] | None
    """The editions of the form that the rule is about; `None` for all."""
    check: Check


def rule(
    on: type[Any],
    statement: Words,
    severity: Severity,
    *,
    basis: str = "",
    editions: tuple[int, ...] | None = None,
) -> Callable[[Check], Rule]:
    """Make a generator of `Fault` and `Unassessable` the rule of its name."""
    return lambda check: Rule(check.__name__, on, statement, severity, basis, editions, check)


def _passage(address: str, text: Iterable[Item]) -> Passage:
    return Passage(address, tuple(item for item in text if isinstance(item, str)))


def subjects(value: object) -> Iterator[object]:
    """Walk a thing and the things in it: a report, its parts, their texts and tables."""
    yield value
    if isinstance(value, Report):
        yield Passage("title", (value.title,))
        yield _passage("preamble", value.preamble)
        for section in value.sections:
            yield from subjects(section)
    elif isinstance(value, ReportSection):
        yield _passage(value.section, value.text)
        table = getattr(value, "table", None)
        if isinstance(table, Matrix):
            yield table


def passages(report: Report) -> Iterator[Passage]:
    """Walk the running text of a report from its title on."""
    return (thing for thing in subjects(report) if isinstance(thing, Passage))


def run(value: object, rules: Iterable[Rule]) -> Findings:
    """Run rules on a thing and on what is in it; the order of the findings is that of the things."""
    things = tuple(subjects(value))
    edition = next((thing.edition for thing in things if isinstance(thing, Report | Matrix)), None)
    chosen = [rule for rule in rules if rule.editions is None or edition in rule.editions]
    found: list[Finding] = []
    assessed: dict[str, bool] = {}
    for thing in things:
        kinds = type(thing).__mro__
        for rule in chosen:
            if rule.on in kinds:
                outcomes = [finding_of(rule, outcome) for outcome in rule.check(thing)]
                assessed[rule.name] = assessed.get(rule.name, True) and not outcomes
                found += outcomes
    return Findings(
        tuple(finding for finding in found if finding.status is Status.FAILED),
        tuple(name for name, clean in assessed.items() if clean),
        tuple(finding for finding in found if finding.status is Status.NOT_ASSESSABLE),
    )


def finding_of(rule: Rule, outcome: Outcome) -> Finding:
    """Make a finding of what a rule yielded."""
    where = tuple(map(str, outcome.where))
    if isinstance(outcome, Unassessable):
        status = Status.NOT_ASSESSABLE
        return Finding(rule.name, Severity.NOTICE, where, outcome.message, basis=rule.basis, status=status)
    severity = outcome.severity or rule.severity
    return Finding(rule.name, severity, where, outcome.message, outcome.arithmetic, rule.basis, outcome.advice)
