"""A waiver: a finding that was looked at and accepted, by whom, why, until when; and what came of it in a check."""

from collections.abc import Iterable, Mapping
from datetime import date

from attrs import field, frozen

from ..cells import CellValue, Mark, print_value
from ..findings import Finding
from ..report import Report
from ..words import Words
from ._subjects import same_organ

__all__ = ["AppliedWaiver", "Waiver"]


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
