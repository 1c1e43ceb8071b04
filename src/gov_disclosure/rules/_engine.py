"""How a rule is declared and run: a rule speaks of one kind of thing, the engine finds the things.

A check walks a report down to its texts and tables and runs every rule on the things it speaks
of. What a rule yields becomes findings; a rule that yields nothing anywhere has passed. Things that
stand beside a report, such as the one of last year, are given to the check with it.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from inspect import signature
from types import MappingProxyType
from typing import Any

from attrs import field, frozen

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


def _words(text: Words | str) -> Words:
    """Take a sentence in one language for both."""
    return Words(text, text) if isinstance(text, str) else text


def _addresses(where: Iterable[str] | str) -> tuple[str, ...]:
    return (str(where),) if isinstance(where, str) else tuple(map(str, where))


@frozen
class Fault:
    """What a rule yields where it does not hold."""

    where: tuple[str, ...] = field(converter=_addresses)
    message: Words = field(converter=_words)
    arithmetic: str = ""
    advice: Words | None = None
    severity: Severity | None = None
    """Only where one case of a rule weighs otherwise than the rule."""


@frozen
class Unassessable:
    """What a rule yields where it cannot be assessed, such as at a blank operand."""

    where: tuple[str, ...] = field(converter=_addresses)
    message: Words = field(converter=_words)


Outcome = Fault | Unassessable
Check = Callable[..., Iterator[Outcome]]


@frozen(slots=False)
class Rule:
    """One rule: its name, the kind of thing it speaks of, and what must hold by which basis.

    `check` is called with one thing of the kind and yields `Fault` and `Unassessable`, or nothing
    if the rule holds. Its keyword-only arguments are the settings that a policy may change.
    """

    name: str
    """The code of the rule, which is API and is never reused for something else."""
    on: type[Any]
    """`Report`, `Passage`, `ReportSection`, `Matrix`, `Pair` or another kind of thing, or a class under them."""
    statement: Words = field(converter=_words)
    severity: Severity = field(converter=Severity)
    basis: str
    editions: tuple[int, ...] | None
    """The editions of the form that the rule is about; `None` for all."""
    check: Check
    optional: bool = False
    """Whether it runs only where a policy switches it on: local practice, no law."""
    passing: tuple[object, ...] = ()
    """Things in which the rule holds; `gov_disclosure.testing.check_rule` tries them."""
    failing: tuple[object, ...] = ()
    """Things in which it does not."""

    @property
    def group(self) -> str:
        """The module that the rule stands in, by whose name a policy may speak of all its rules."""
        return self.check.__module__.rpartition(".")[2]

    @cached_property
    def settings(self) -> Mapping[str, object]:
        """What a policy may set for the rule, and what it is otherwise."""
        parameters = signature(self.check).parameters.values()
        return MappingProxyType({p.name: p.default for p in parameters if p.kind is p.KEYWORD_ONLY})

    def __reduce__(self) -> tuple[Callable[[str, str], object], tuple[str, str]]:
        """Send a rule to another process by the place where it is declared."""
        return _declared, (self.check.__module__, self.check.__name__)


def _declared(module: str, name: str) -> object:
    __import__(module)
    return getattr(sys.modules[module], name)


def rule(
    on: type[Any],
    statement: Words | str,
    severity: Severity | str,
    *,
    basis: str = "",
    editions: tuple[int, ...] | None = None,
    optional: bool = False,
    passing: Iterable[object] = (),
    failing: Iterable[object] = (),
) -> Callable[[Check], Rule]:
    """Make a generator of `Fault` and `Unassessable` the rule of its name."""
    examples = tuple(passing), tuple(failing)
    return lambda check: Rule(check.__name__, on, statement, severity, basis, editions, check, optional, *examples)


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


Settings = Mapping[str, Mapping[str, object]]
"""By the name of a rule: what its check is called with besides the thing."""


def run(
    value: object,
    rules: Iterable[Rule],
    *,
    beside: Iterable[object] = (),
    settings: Settings = MappingProxyType({}),
    about: str = "",
) -> Findings:
    """Run rules on a thing, on what is in it and on what stands beside it.

    The order of the findings is that of the things. `about` tells of which report they are, where
    a check is about several.
    """
    things = (*subjects(value), *beside)
    editions = (getattr(thing, "edition", None) for thing in things)
    edition = next((edition for edition in editions if edition is not None), None)
    chosen = [
        (rule, partial(rule.check, **settings[rule.name]) if rule.name in settings else rule.check)
        for rule in rules
        if rule.editions is None or edition in rule.editions
    ]
    found: list[Finding] = []
    assessed: dict[str, bool] = {}
    for thing in things:
        kinds = type(thing).__mro__
        for rule, check in chosen:
            if rule.on in kinds:
                outcomes = [finding_of(rule, outcome, about) for outcome in check(thing)]
                assessed[rule.name] = assessed.get(rule.name, True) and not outcomes
                found += outcomes
    return Findings(
        tuple(finding for finding in found if finding.status is Status.FAILED),
        tuple(name for name, clean in assessed.items() if clean),
        tuple(finding for finding in found if finding.status is Status.NOT_ASSESSABLE),
    )


def finding_of(rule: Rule, outcome: Outcome, about: str = "") -> Finding:
    """Make a finding of what a rule yielded."""
    where, message = outcome.where, outcome.message
    if isinstance(outcome, Unassessable):
        status = Status.NOT_ASSESSABLE
        return Finding(rule.name, Severity.NOTICE, where, message, basis=rule.basis, status=status, report=about)
    severity = outcome.severity or rule.severity
    sum_and_advice = outcome.arithmetic, rule.basis, outcome.advice
    return Finding(rule.name, severity, where, message, *sum_and_advice, report=about)
