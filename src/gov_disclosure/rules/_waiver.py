"""A waiver: a finding that was looked at and accepted, by whom, why, until when; and what came of it in a check."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import field, frozen

from ..cells import CellValue, Mark, print_value
from ..findings import Finding
from ..forms import FORMS, Table
from ..report import Report
from ..words import Words
from ._places import name_cells
from ._subjects import same_organ

__all__ = ["AppliedWaiver", "Waiver", "addresses_of"]

_CHANGED = Words("{cell}由{before}改为{now}", "{cell} ({before} before, {now} now)")
_BLANK = Words("空白", "blank")
_NO_CELL = Words("没有这一格", "no cell of the form")


def addresses_of(where: Iterable[str] | str) -> tuple[str, ...]:
    """Take one address, or several."""
    return (str(where),) if isinstance(where, str) else tuple(map(str, where))


def _cells(cells: "Mapping[str, object] | Iterable[tuple[str, object]]") -> tuple[tuple[str, str], ...]:
    """Take values as cells print them; "" is a blank."""
    return tuple((address, str(value)) for address, value in dict(cells).items())


@frozen(kw_only=True)
class Waiver:
    """One finding of a rule, or several, that are accepted."""

    rule: str
    reason: str
    author: str
    where: tuple[str, ...] = field(default=(), converter=addresses_of)
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

    def changed(self, report: Report) -> tuple[Words, ...]:
        """Name the cells that no longer say what they did, with both values."""
        pairs = ((address, value, _printed(report, address)) for address, value in self.cells)
        return tuple(_change(report, address, value, now) for address, value, now in pairs if now != value)

    def words(self) -> Words:
        """Tell why, by whom and until when."""
        until = "" if self.expires is None else f"，有效期至{self.expires.isoformat()}"
        until_en = "" if self.expires is None else f", until {self.expires.isoformat()}"
        return Words(f"{self.reason}（{self.author}{until}）", f"{self.reason} ({self.author}{until_en})")


def _printed(report: Report, address: str) -> str | None:
    section, row, column = address.split(".")
    for table in report.tables:
        if table.section == section and (row, column) in table.form.index:
            return _plain(table.cell(row, column))
    return None


def _change(report: Report, address: str, before: str, now: str | None) -> Words:
    """Tell what a cell said and says; one that the form of the report lacks is named as another form has it."""
    table, cell = next(_cells_at(report, address))
    said = _NO_CELL if now is None else now or _BLANK
    return _CHANGED.format(cell=name_cells(table, (cell,)), before=before or _BLANK, now=said)


def _cells_at(report: Report, address: str) -> Iterator[tuple[Table, int]]:
    section, row, column = address.split(".")
    for form in (report.form, *FORMS.values()):
        for table in form.tables:
            if table.section == section and (row, column) in table.index:
                yield table, table.index[row, column]


def _plain(value: CellValue) -> str:
    return value.text if isinstance(value, Mark) else print_value(value)


@frozen
class AppliedWaiver:
    """A waiver and what came of it in a check."""

    waiver: Waiver
    today: date
    held: bool
    """Whether it covered a finding."""
    changed: tuple[Words, ...] = ()
    """The cells that it names and that say something else now, each with what it said and says."""

    @property
    def expired(self) -> bool:
        """Whether its last day is past."""
        return self.waiver.expires is not None and self.today > self.waiver.expires
