"""How a rule is declared and run: a rule speaks of one kind of thing, the engine finds the things."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from attrs import frozen

from ..findings import Finding, Findings, Origin, Severity, Status
from ..matrix import Matrix
from ..report import Report
from ..sections import ReportSection
from ..words import Words

__all__ = ["RULES", "Fault", "Rule", "Unassessable", "check", "rule"]

Subject = Report | ReportSection | Matrix


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


Check = Callable[..., Iterator[Fault | Unassessable]]


@frozen
class Rule:
    """One rule: its name, the kind of thing it speaks of, and what must hold by which basis."""

    name: str
    on: type[Report] | type[ReportSection] | type[Matrix]
    statement: Words
    severity: Severity
    basis: str
    editions: tuple[int, ...] | None
    check: Check

    def applies(self, subject: Subject, edition: int | None) -> bool:
        """Tell whether the rule speaks of a thing of an edition."""
        return isinstance(subject, self.on) and (self.editions is None or edition in self.editions)


_rules: dict[str, Rule] = {}
RULES: Mapping[str, Rule] = MappingProxyType(_rules)
"""Every rule of the library by its name."""


def rule(
    on: type[Report] | type[ReportSection] | type[Matrix],
    statement: Words,
    severity: Severity,
    *,
    basis: str = "",
    editions: tuple[int, ...] | None = None,
) -> Callable[[Check], Check]:
    """Register a generator of `Fault` and `Unassessable` as the rule of its name."""

    def register(check: Check) -> Check:
        name = check.__name__
        if name in _rules:
            raise ValueError(f"rule {name} is there already")
        _rules[name] = Rule(name, on, statement, severity, basis, editions, check)
        return check

    return register


def subjects(value: Subject) -> Iterator[Subject]:
    """Walk a thing and the things in it: a report, its parts, their tables."""
    yield value
    if isinstance(value, Report):
        for section in value.sections:
            yield from subjects(section)
    elif isinstance(value, ReportSection):
        table = getattr(value, "table", None)
        if isinstance(table, Matrix):
            yield table


def check(value: Subject) -> Findings:
    """Run every rule on a report, a part or a table and on what is in it."""
    failed: list[Finding] = []
    doubts: list[Finding] = []
    assessed: dict[str, bool] = {}
    edition = value.edition if isinstance(value, Report | Matrix) else None
    for subject in subjects(value):
        edition = subject.edition if isinstance(subject, Matrix) else edition
        for rule in RULES.values():
            if rule.applies(subject, edition):
                outcomes = [finding_of(rule, outcome) for outcome in rule.check(subject)]
                failed.extend(f for f in outcomes if f.status is Status.FAILED)
                doubts.extend(f for f in outcomes if f.status is Status.NOT_ASSESSABLE)
                assessed[rule.name] = assessed.get(rule.name, True) and not outcomes
    return Findings(tuple(failed), tuple(name for name, clean in assessed.items() if clean), tuple(doubts))


def finding_of(rule: Rule, outcome: Fault | Unassessable) -> Finding:
    """Make a finding of what a rule yielded."""
    if isinstance(outcome, Unassessable):
        return Finding(
            rule.name, Severity.NOTICE, outcome.where, outcome.message, basis=rule.basis, status=Status.NOT_ASSESSABLE
        )
    return Finding(
        rule.name,
        outcome.severity or rule.severity,
        outcome.where,
        outcome.message,
        outcome.arithmetic,
        rule.basis,
        outcome.advice,
        Origin.DOCUMENT,
    )
