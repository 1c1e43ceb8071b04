"""How a rule is declared, and what it yields; what cannot be a rule is refused where it is declared.

A rule that is refused says its name, what was found and what was expected, so that a mistake is
known before the first report is checked and no rule is ever silently without effect.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from inspect import Parameter, signature
from types import MappingProxyType
from typing import Any

from attrs import field, frozen
from attrs.converters import optional as optional_of

from ..errors import InvalidRule
from ..findings import Severity
from ..forms import FORMS
from ..matrix import Matrix
from ..report import Report
from ..sections import ReportSection
from ..words import Words, listing
from ._subjects import Pair, Passage, Publication, Rollup, Series
from ._waiver import AppliedWaiver, addresses_of

__all__ = ["KINDS", "Fault", "Outcome", "Rule", "Unassessable", "rule"]

KINDS = (Report, Passage, ReportSection, Matrix, Pair, Publication, Series, Rollup, AppliedWaiver)
"""What a rule may speak of: these, and the classes under them."""


def _words(text: Words | str) -> Words:
    """Take a sentence in one language for both. Raises `TypeError` for what is no sentence."""
    if isinstance(text, Words):
        return text
    if isinstance(text, str):
        return Words(text, text)
    raise TypeError(f"expected a text or Words, found {type(text).__name__}")


def _text(value: object) -> str:
    """Take a text as it is. Raises `TypeError` for anything else."""
    if isinstance(value, str):
        return value
    raise TypeError(f"expected a text, found {type(value).__name__}")


@frozen
class Fault:
    """What a rule yields where it does not hold."""

    where: tuple[str, ...] = field(converter=addresses_of)
    message: Words = field(converter=_words)
    arithmetic: str = field(default="", converter=_text)
    advice: Words | None = field(default=None, converter=optional_of(_words))
    severity: Severity | None = field(default=None, converter=optional_of(Severity))
    """Only where one case of a rule weighs otherwise than the rule."""


@frozen
class Unassessable:
    """What a rule yields where it cannot be assessed, such as at a blank operand."""

    where: tuple[str, ...] = field(converter=addresses_of)
    message: Words = field(converter=_words)


Outcome = Fault | Unassessable
Check = Callable[..., Iterator[Outcome]]


@frozen(slots=False)
class Rule:
    """One rule: its name, the kind of thing it speaks of, and what must hold by which basis.

    `check` is called with one thing of the kind and yields `Fault` and `Unassessable`, or nothing
    if the rule holds. Its keyword-only arguments are the settings that a policy may change. Raises
    `InvalidRule` for what cannot be run.
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

    def __attrs_post_init__(self) -> None:
        for problem in _problems(self):
            raise InvalidRule(self.name, problem)

    @property
    def group(self) -> str:
        """What a policy calls all rules of a module: the library's by its name, any other ``own.`` and its full name.

        No module of somebody's own is taken for one of the library that way.
        """
        module = self.check.__module__
        name = module.removeprefix(f"{__package__}.")
        return f"own.{module}" if name == module else name

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
    """Make a generator of `Fault` and `Unassessable` the rule of its name.

    The decorated function raises `InvalidRule` if it cannot be a rule: it speaks of something that
    no check walks over, or its severity, its editions or its arguments are none.
    """
    examples = tuple(passing), tuple(failing)

    def declared(check: Check) -> Rule:
        name = getattr(check, "__name__", repr(check))
        if not callable(check) or not hasattr(check, "__name__"):
            raise InvalidRule(name, _NO_FUNCTION)
        if not isinstance(statement, Words | str):
            raise InvalidRule(name, _NO_STATEMENT.format(found=repr(statement)))
        if not isinstance(basis, str):
            raise InvalidRule(name, _NO_BASIS.format(found=repr(basis)))
        if severity not in tuple(Severity):
            raise InvalidRule(name, _NO_SEVERITY.format(known=listing(Severity), found=repr(severity)))
        return Rule(name, on, statement, severity, basis, editions, check, optional, *examples)

    return declared


_NO_FUNCTION = Words(
    "应为用 def 定义、以 yield 给出结果的函数。", "expected a function, made with def, that yields what it finds."
)
_NO_STATEMENT = Words(
    "statement 应为一句话（文字或 Words），实际为 {found}。",
    "its statement must be a sentence (a text or Words), found {found}.",
)
_NO_BASIS = Words(
    "basis 应为文字，没有依据的不写，实际为 {found}。", "its basis must be a text, or left out, found {found}."
)
_NO_SEVERITY = Words(
    "severity 应为 {known} 之一，实际为 {found}。", "its severity must be one of {known}, found {found}."
)
_NO_KIND = Words(
    "on 应为 {known} 或其子类，实际为 {found}；检查时不会遇到它，规则永远不会运行。",
    "on= must be one of {known} or a class under them, found {found}; no check meets it, so the rule would never run.",
)
_NO_EDITION = Words(
    "editions 应为已有格式的年份组成的元组，如 ({known},)，或 None，实际为 {found}。",
    "its editions must be a tuple of years of forms, such as ({known},), or None, found {found}.",
)
_NO_ARGUMENT = Words(
    "函数应有一个参数接收所检查的对象，其余参数写在 * 之后并有默认值，实际为 {found}。",
    "its function must take one argument, the thing checked, and others only behind * with defaults, found {found}.",
)


def _problems(rule: Rule) -> Iterator[Words]:
    """Walk what keeps a rule from being run."""
    if not isinstance(rule.on, type) or not issubclass(rule.on, KINDS):
        found = rule.on.__name__ if isinstance(rule.on, type) else repr(rule.on)
        yield _NO_KIND.format(known=listing(kind.__name__ for kind in KINDS[:-1]), found=found)
    known = tuple(FORMS)
    if rule.editions is not None and not (
        isinstance(rule.editions, tuple) and rule.editions and all(edition in known for edition in rule.editions)
    ):
        yield _NO_EDITION.format(known=known[-1], found=repr(rule.editions))
    parameters = signature(rule.check).parameters.values()
    taken = [p for p in parameters if p.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)]
    settings = [p for p in parameters if p.kind is Parameter.KEYWORD_ONLY]
    if len(taken) != 1 or any(p.default is Parameter.empty for p in settings):
        yield _NO_ARGUMENT.format(found=f"{rule.name}{signature(rule.check)}")
