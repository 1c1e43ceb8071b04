"""What a check is called with, each of its kind or refused: a slip of the caller is no finding about a report."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from ..errors import InvalidReport, InvalidRule
from ..report import Report
from ..words import Words
from ._rule import Rule

__all__ = ["a_day", "a_report", "names", "reports", "rules_of"]

_REPORT = Words("一份报告（Report，可用 gd.read() 读取）", "a Report, such as gd.read() gives")
_REPORTS = Words("一组报告（Report）", "several Reports")
_NAMES = Words('一组机关名称，如 ["青禾县水利局"]', 'several names of organs, such as ["青禾县水利局"]')
_DAY = Words("日期，如 date(2025, 1, 24)", "a day, such as date(2025, 1, 24)")
_RULES = Words(
    "rules 应为一组规则，写作 rules=[...]，实际为 {found}。", "rules must be several rules, rules=[...], found {found}."
)


def _found(value: object) -> str:
    return type(value).__name__ if value is None or not isinstance(value, str) else repr(value)


def a_report(name: str, value: Any) -> Report:
    """Take a report. Raises `InvalidReport` for anything else, such as the name of a file."""
    if not isinstance(value, Report):
        raise InvalidReport(name, _REPORT, _found(value))
    return value


def reports(name: str, values: Any) -> tuple[Report, ...]:
    """Take several reports. Raises `InvalidReport` for anything else."""
    if isinstance(values, str | Report) or not isinstance(values, Iterable):
        raise InvalidReport(name, _REPORTS, _found(values))
    return tuple(a_report(f"{name}[{number}]", value) for number, value in enumerate(values))


def names(name: str, values: Any) -> tuple[str, ...] | None:
    """Take names of organs, or nothing. Raises `InvalidReport` for anything else."""
    if values is None:
        return None
    listed = () if isinstance(values, str) or not isinstance(values, Iterable) else tuple(values)
    if not isinstance(values, Iterable) or isinstance(values, str) or not all(isinstance(one, str) for one in listed):
        raise InvalidReport(name, _NAMES, _found(values))
    return listed


def a_day(name: str, value: Any) -> date | None:
    """Take a day, that of a moment too, or nothing. Raises `InvalidReport` for anything else."""
    if isinstance(value, datetime):
        return value.date()
    if value is not None and not isinstance(value, date):
        raise InvalidReport(name, _DAY, _found(value))
    return value


def rules_of(value: Any) -> tuple[Rule, ...]:
    """Take rules of one's own; each of them is looked at by the policy. Raises `InvalidRule` for a single one."""
    if isinstance(value, Rule) or not isinstance(value, Iterable):
        name = getattr(value, "name", _found(value))
        raise InvalidRule(name, _RULES.format(found=_found(value)))
    return tuple(value)
