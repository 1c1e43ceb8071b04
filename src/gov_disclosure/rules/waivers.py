"""What a policy waives: a finding that was looked at and accepted, by whom, why, until when.

A waiver holds only while the cells that it names keep their values. One that has run out, or that
fits nothing any more, is told, so that no list of waivers outlives its reasons.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import field, frozen

from ..cells import CellValue, Mark, print_value
from ..findings import Finding, Severity
from ..report import Report
from ..words import Words, listing
from ._engine import Fault, Outcome, rule
from ._subjects import same_organ

__all__ = ["AppliedWaiver", "Waiver", "waiver_fits", "waiver_in_force"]


def _where(addresses: Iterable[str] | str) -> tuple[str, ...]:
    return (str(addresses),) if isinstance(addresses, str) else tuple(map(str, addresses))


def _cells(cells: "Mapping[str, object] | Iterable[tuple[str, object]]") -> tuple[tuple[str, str], ...]:
    """Take values as cells print them; "" is a blank."""
    return tuple((address, str(value)) for address, value in dict(cells).items())


@frozen(kw_only=True)
class Waiver:
    """One finding of a rule, or several, that are accepted."""

    rule: str
    reason: str
    author: str
    where: tuple[str, ...] = field(default=(), converter=_where)
    """Addresses, or the beginning of some; empty for every place."""
    expires: date | None = None
    """The last day on which it holds; `None` if it holds as long as its cells."""
    cells: tuple[tuple[str, str], ...] = field(default=(), converter=_cells)
    """Address and printed value of cells that must still say the same."""
    organization: str = ""
    """Whose reports it is about; empty for all."""
    year: int | None = None

    def is_about(self, report: Report) -> bool:
        """Tell whether it speaks of a report at all."""
        organ = not self.organization or same_organ(self.organization, report.organization)
        return organ and (self.year is None or self.year == report.year)

    def covers(self, finding: Finding) -> bool:
        """Tell whether it speaks of a finding."""
        if finding.rule != self.rule:
            return False
        places = finding.where
        return not self.where or any(
            place == address or place.startswith(f"{address}.") for address in self.where for place in places
        )

    def changed(self, report: Report) -> tuple[str, ...]:
        """Give the addresses whose cells no longer say what they did."""
        return tuple(address for address, value in self.cells if _printed(report, address) != value)

    def words(self) -> Words:
        """Tell why, by whom and until when."""
        until = "" if self.expires is None else f"，有效期至{self.expires.isoformat()}"
        until_en = "" if self.expires is None else f", until {self.expires.isoformat()}"
        return Words(f"{self.reason}（{self.author}{until}）", f"{self.reason} ({self.author}{until_en})")


def _printed(report: Report, address: str) -> str | None:
    section, _, rest = address.partition(".")
    row, _, column = rest.partition(".")
    for table in report.tables:
        if table.section == section and (row, column) in table.form.index:
            return _plain(table.cell(row, column))
    return None


def _plain(value: CellValue) -> str:
    return value.text if isinstance(value, Mark) else print_value(value)


@frozen
class AppliedWaiver:
    """A waiver and what came of it in a check."""

    waiver: Waiver
    today: date
    held: bool
    """Whether it covered a finding."""
    changed: tuple[str, ...] = ()
    """The cells that it names and that say something else now."""

    @property
    def expired(self) -> bool:
        """Whether its last day is past."""
        return self.waiver.expires is not None and self.today > self.waiver.expires


@rule(
    AppliedWaiver,
    Words("豁免没有过期。", "No waiver has run out."),
    Severity.NOTICE,
)
def waiver_in_force(applied: AppliedWaiver) -> Iterator[Outcome]:
    """A waiver is for a time; what it covered is told again after its last day."""
    waiver = applied.waiver
    if applied.expired:
        message = Words(
            "对{rule}的豁免（{reason}）已于{expires}到期。", "The waiver for {rule} ({reason}) ran out on {expires}."
        )
        advice = Words("重新核准，或从审核口径中删去。", "Renew it, or take it out of the policy.")
        values = {"rule": waiver.rule, "reason": waiver.reason, "expires": waiver.expires}
        yield Fault(waiver.where, message.format(**values), advice=advice)


@rule(
    AppliedWaiver,
    Words("豁免与检查结果相符。", "Every waiver still fits what is found."),
    Severity.NOTICE,
)
def waiver_fits(applied: AppliedWaiver) -> Iterator[Outcome]:
    """A waiver was given for figures that were seen; other figures are another matter."""
    waiver = applied.waiver
    if applied.expired or applied.held:
        return
    values = {"rule": waiver.rule, "reason": waiver.reason, "cells": listing(applied.changed)}
    if applied.changed:
        message = Words(
            "对{rule}的豁免（{reason}）不再适用：{cells}的数已经改变。",
            "The waiver for {rule} ({reason}) no longer applies: {cells} say something else now.",
        )
    else:
        message = Words(
            "对{rule}的豁免（{reason}）没有对应的问题。",
            "The waiver for {rule} ({reason}) covers nothing that was found.",
        )
    advice = Words("重新核准，或从审核口径中删去。", "Renew it, or take it out of the policy.")
    yield Fault(waiver.where, message.format(**values), advice=advice)
