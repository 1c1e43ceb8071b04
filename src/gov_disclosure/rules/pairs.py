"""Whether a report and the one given for the year before can be compared at all.

Reports of two years that do not follow each other are not compared: every rule about pairs says so
as a doubt. Those of two organs are, because organs are renamed and merged, but it is told.
"""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Concatenate, ParamSpec

from ..findings import Severity
from ..words import Words
from ._engine import Fault, Outcome, Unassessable, rule
from ._subjects import Pair

_NOT_CONSECUTIVE = Words(
    "一份是{year}年的报告，另一份是{earlier}年的，不是相邻的两年，无法比较。",
    "One report is for {year}, the other for {earlier}: not two years in a row, so they cannot be compared.",
)
_UNKNOWN = Words("未知", "an unknown year")


def apart(pair: Pair) -> Unassessable:
    """Doubt what is said of two reports that are not of two years in a row."""
    years = [_UNKNOWN if report.year is None else report.year for report in (pair.report, pair.previous)]
    return Unassessable((), _NOT_CONSECUTIVE.format(year=years[0], earlier=years[1]))


Arguments = ParamSpec("Arguments")


def of_two_years(
    check: Callable[Concatenate[Pair, Arguments], Iterator[Outcome]],
) -> Callable[Concatenate[Pair, Arguments], Iterator[Outcome]]:
    """Let a rule compare two years in a row only, and be in doubt of any others."""

    @wraps(check)
    def compared(pair: Pair, /, *arguments: Arguments.args, **settings: Arguments.kwargs) -> Iterator[Outcome]:
        return check(pair, *arguments, **settings) if pair.consecutive else iter((apart(pair),))

    return compared


@rule(
    Pair,
    Words(
        "给出的上年报告是同一机关上一年度的报告。",
        "The report given for the year before is that of the same organ for that year.",
    ),
    Severity.WARNING,
    basis="《条例》第四十九条",
)
def previous_report_fits(pair: Pair) -> Iterator[Outcome]:
    """“上一年度政府信息公开工作年度报告”: of this organ, and of the year before this one."""
    year, earlier = pair.report.year, pair.previous.year
    if year is None or earlier is None:
        yield apart(pair)
    elif not pair.consecutive:
        message = Words(
            "给出的上年报告是{earlier}年的，应为{due}年的；没有比较。",
            "The report given for the year before is for {earlier}, not for {due}; nothing was compared.",
        )
        advice = Words("换成{due}年的报告。", "Give the one for {due}.").format(due=year - 1)
        yield Fault((), message.format(earlier=earlier, due=year - 1), advice=advice)
    if not pair.same_organ:
        message = Words(
            "给出的上年报告是“{other}”的，本报告是“{organ}”的。",
            "The report given for the year before is that of “{other}”, this one is that of “{organ}”.",
        )
        advice = Words(
            "机关更名或合并的，可以不理会；否则换成本机关上年的报告。",
            "It may stand if the organ was renamed or merged; otherwise give its own report of last year.",
        )
        names = {"other": pair.previous.organization, "organ": pair.report.organization}
        yield Fault((), message.format(**names), advice=advice)
