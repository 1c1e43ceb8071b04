"""What a rule yields is made a finding; what it should not have done is said, with its name, as a doubt.

A rule of somebody's own may raise, return where it should yield, or point at a cell that there is
not. None of that is the fault of the report, so it is told as what could not be assessed, of the
origin `Origin.RULE`, and never ends a check of many reports.
"""

import traceback
from collections.abc import Iterator
from functools import cache
from inspect import unwrap
from pathlib import Path

from .._hints import did_you_mean
from ..errors import InvalidRule
from ..findings import Finding, Origin, Severity, Status
from ..forms import FORMS, walk
from ..names import Section
from ..words import Words, listing
from ._rule import Fault, Outcome, Rule, Unassessable

__all__ = ["crashed", "findings_of", "known_addresses"]

_BROKE_OFF = Words(
    "规则 {rule} 运行出错，没有判断：{reason}（{place}）。",
    "The rule {rule} broke off, so it could not be assessed: {reason} ({place}).",
)
_MEND = Words(
    "这不是报告的问题：请改正规则，或告诉规则的作者；其他规则不受影响。",
    "This is no fault of the report: mend the rule or tell its author; the other rules were run.",
)
_NO_RESULTS = Words(
    "函数应逐个 yield gd.Fault 或 gd.Unassessable，没有问题时什么也不给出；实际：{found}",
    "its function must yield gd.Fault or gd.Unassessable, or nothing: {found}",
)
_NO_OUTCOME = Words(
    "函数应给出 gd.Fault 或 gd.Unassessable，实际给出 {found}",
    "its function must yield gd.Fault or gd.Unassessable; it yielded {found}",
)
_NOWHERE = Words(
    "规则 {rule} 指向格式中没有的位置：{places}。{meant}",
    "The rule {rule} points at places that no form has: {places}. {meant}",
)


def findings_of(rule: Rule, outcome: Outcome, about: str = "") -> tuple[Finding, ...]:
    """Make a finding of what a rule yielded, and a doubt where it points at no place of the form."""
    if not isinstance(outcome, Fault | Unassessable):
        raise InvalidRule(rule.name, _NO_OUTCOME.format(found=_kind(outcome)))
    known = known_addresses()
    nowhere = [address for address in outcome.where if address not in known]
    if not nowhere:
        return (_finding(rule, outcome, outcome.where, about),)
    where = tuple(address for address in outcome.where if address in known)
    message = _NOWHERE.format(rule=rule.name, places=listing(nowhere), meant=did_you_mean(nowhere[0], known))
    return _finding(rule, outcome, where, about), _doubt(rule, message, about)


def _finding(rule: Rule, outcome: Outcome, where: tuple[str, ...], about: str) -> Finding:
    if isinstance(outcome, Unassessable):
        status = Status.NOT_ASSESSABLE
        return Finding(
            rule.name, Severity.NOTICE, where, outcome.message, basis=rule.basis, status=status, report=about
        )
    severity = outcome.severity or rule.severity
    sum_and_advice = outcome.arithmetic, rule.basis, outcome.advice
    return Finding(rule.name, severity, where, outcome.message, *sum_and_advice, report=about)


def crashed(rule: Rule, error: Exception, about: str = "") -> Finding:
    """Tell that a rule broke off: what was raised and at which line, or what its function should have given."""
    frames = traceback.extract_tb(error.__traceback__)
    code = getattr(unwrap(rule.check), "__code__", None)
    # What is written in another language has no lines of its own.
    file, line = (code.co_filename, code.co_firstlineno) if code else (rule.check.__module__, 0)
    place, reason = f"{Path(file).name}:{line}", f"{type(error).__name__}: {error}"
    if isinstance(error, InvalidRule):
        return _doubt(rule, _BROKE_OFF.format(rule=rule.name, reason=error.problem, place=place), about)
    if len(frames) == 1:
        # Nothing of the rule was running: what its function gave could not even be walked.
        return _doubt(
            rule, _BROKE_OFF.format(rule=rule.name, reason=_NO_RESULTS.format(found=error), place=place), about
        )
    # Where the rule itself was; what it called is further down.
    last = next((frame for frame in reversed(frames) if frame.filename == file), frames[-1])
    place = f"{Path(last.filename).name}:{last.lineno}"
    return _doubt(rule, _BROKE_OFF.format(rule=rule.name, reason=reason, place=place), about)


def _doubt(rule: Rule, message: Words, about: str) -> Finding:
    return Finding(
        rule.name,
        Severity.NOTICE,
        (),
        message,
        advice=_MEND,
        origin=Origin.RULE,
        status=Status.NOT_ASSESSABLE,
        report=about,
    )


def _kind(value: object) -> str:
    return "None" if value is None else type(value).__name__


# ---- addresses


@cache
def known_addresses() -> frozenset[str]:
    """Every address that something may be said of: a text, a part, a row or a group, a cell or the sum of some."""
    return frozenset(("title", "preamble", "organization", "year", "leftovers", *Section, *_in_tables()))


def _in_tables() -> Iterator[str]:
    for form in FORMS.values():
        for table in form.tables:
            for block in table.blocks:
                columns = [column.key for column, _ in walk(block.columns)]
                for row, _ in walk(block.rows):
                    yield f"{table.section}.{row.key}"
                    yield from (f"{table.section}.{row.key}.{column}" for column in columns)
