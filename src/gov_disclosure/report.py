"""The report: six parts, what a reader could not place, and the ways to check, write and load it."""

import os
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from attrs import Factory, evolve, field, frozen

from . import _given, _hints
from .errors import InvalidReport, NoSuchCell
from .forms import Form, form_for, form_of, usual_title
from .matrix import NEWEST
from .rendering import Renderable, write_atomically
from .sections import (
    Item,
    OtherMatters,
    Overview,
    ProactiveDisclosure,
    Problems,
    ReportSection,
    Requests,
    ReviewLitigation,
)
from .tables import ProactiveTable, RequestMatrix, ReviewLitigationTable
from .words import Language, Words

if TYPE_CHECKING:
    from .findings import Findings
    from .policy import Policy
    from .rules import Rule

__all__ = ["Report"]

_TABLES = {"proactive": "table", "requests": "matrix", "review_litigation": "table"}
"""What the table of a part is called."""

# Defaults are given by `Factory` and not by decorators, because pyright knows only the former.


def _edition_of_the_year(report: "Report") -> int:
    return NEWEST if report.year is None else form_for(report.year).edition


def _usual_title(report: "Report") -> str:
    return usual_title(report.organization, report.year).zh


@frozen(kw_only=True, repr=False)
class Report(Renderable):
    """One annual report (政府信息公开工作年度报告).

    Texts may be given as strings (a line break ends a paragraph), tables as tables. The edition
    is that of the year unless it is given; all three tables must be of it. `InvalidReport` names the
    attribute that is given something else. Everything is frozen: ``attrs.evolve(report, ...)`` or
    `evolve` gives a changed report.
    """

    organization: str = field(default="", converter=_given.organization)
    """The organ that reports, as the title names it; empty if it is not known."""
    year: int | None = field(default=None, converter=_given.year)
    """The year that the report is about; `None` if it is not known."""
    edition: int = field(default=Factory(_edition_of_the_year, takes_self=True), converter=_given.edition)
    """The form that the tables follow: 2019 or 2021."""
    title: str = field(default=Factory(_usual_title, takes_self=True), converter=_given.title)
    preamble: tuple[Item, ...] = field(default=(), converter=_given.preamble)
    """What stands between the title and the first part."""
    overview: Overview = field(factory=Overview, converter=_given.overview)
    proactive: ProactiveDisclosure = field(
        default=Factory(lambda report: _given.proactive(ProactiveTable.blank(report.edition)), takes_self=True),
        converter=_given.proactive,
    )
    requests: Requests = field(
        default=Factory(lambda report: _given.requests(RequestMatrix.blank(report.edition)), takes_self=True),
        converter=_given.requests,
    )
    review_litigation: ReviewLitigation = field(
        default=Factory(
            lambda report: _given.review_litigation(ReviewLitigationTable.blank(report.edition)), takes_self=True
        ),
        converter=_given.review_litigation,
    )
    problems: Problems = field(factory=Problems, converter=_given.problems)
    other_matters: OtherMatters = field(factory=OtherMatters, converter=_given.other_matters)
    leftovers: tuple[Item, ...] = field(default=(), converter=_given.leftovers)
    """What stood in a source outside of the report, kept as it was."""

    def __attrs_post_init__(self) -> None:
        form_of(self.edition)
        for table in self.tables:
            if table.edition != self.edition:
                expected = Words(
                    f"{self.edition}年格式的表（edition={self.edition}）",
                    f"a table of the {self.edition} form (edition={self.edition})",
                )
                raise InvalidReport(table.section, expected, str(table.edition))

    @classmethod
    def blank(cls, *, organization: str = "", year: int | None = None, edition: int | None = None) -> Self:
        """Give the empty form of the year's edition: official headings, no text, every cell blank."""
        if edition is None:
            return cls(organization=organization, year=year)
        return cls(organization=organization, year=year, edition=edition)

    @property
    def form(self) -> Form:
        """The edition of the form as data."""
        return form_of(self.edition)

    @property
    def sections(self) -> tuple[ReportSection, ...]:
        """The six parts in their order."""
        return (self.overview, self.proactive, self.requests, self.review_litigation, self.problems, self.other_matters)

    @property
    def tables(self) -> tuple[ProactiveTable, RequestMatrix, ReviewLitigationTable]:
        """The three tables in their order."""
        return (self.proactive.table, self.requests.matrix, self.review_litigation.table)

    def evolve(self, **changes: Any) -> Self:
        """Give a report with some attributes set anew, as the constructor takes them.

        The usual title goes on naming the organ and the year; another one stays as it is. A table given
        for a part leaves the heading and the text of the part as they are.
        """
        for part, table in _TABLES.items():
            if isinstance(changes.get(part), type(getattr(self, part).table)):
                changes[part] = evolve(getattr(self, part), **{table: changes[part]})
        new = evolve(self, **changes)
        usual = "title" not in changes and self.title == _usual_title(self)
        return evolve(new, title=_usual_title(new)) if usual else new

    def with_cells(self, cells: Mapping[str, object]) -> Self:
        """Give a report with some cells set anew, each by its address such as ``requests.received.total``."""
        by_table: dict[str, dict[str, object]] = {table.section: {} for table in self.tables}
        for address, value in cells.items():
            section = address.partition(".")[0] if isinstance(address, str) else None
            if section not in by_table:
                raise NoSuchCell(self.edition, Words("报告", "report"), str(address), _hints.an_address(by_table))
            by_table[section][address] = value
        return self.evolve(**{table.section.value: table.with_cells(by_table[table.section]) for table in self.tables})

    def validate(
        self,
        previous: "Report | None" = None,
        policy: "Policy | None" = None,
        published: date | None = None,
        *,
        rules: "Iterable[Rule]" = (),
    ) -> "Findings":
        """Check the whole report; all findings at once, none cut off.

        With the report of last year in `previous` what must agree between the years is checked, too,
        and with the day on which it was `published` the deadline. `policy` says which rules run and
        how they weigh; `rules` are your own, besides the library's.
        """
        from .rules import check_report

        return check_report(self, previous, policy, published, rules)

    def to_dict(self) -> dict[str, Any]:
        """Give the report as JSON has it, in the shape ``gov-disclosure/1``."""
        from .exchange import json

        return json.to_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Report":
        """Load what `to_dict` gave. Raises `InvalidReport` with the path of the first mistake."""
        from .exchange import json

        return json.from_dict(data)

    def to_json(self, *, indent: int | None = 2) -> str:
        """Write `to_dict` as JSON text, Chinese as it is."""
        from .exchange import json

        return json.write(self, indent=indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> "Report":
        """Load what `to_json` gave.

        Raises `InvalidReport` with the path of the first mistake, `UnreadableSource` for what is no
        JSON, and `NotAReport` for JSON of something else.
        """
        from .exchange import json

        return json.read(text)

    def records(self, lang: Language = "zh") -> list[dict[str, Any]]:
        """Give a flat row for every cell, with whose it is and where it stands; a blank has the value `None`.

        The columns are always the same, so that the rows of many reports make one frame. Totals are
        told by `is_total`; text where a number should stand is in `mark`; labels are in `lang`.
        """
        from .exchange.records import records_of

        return records_of(self, lang)

    def write(self, path: "str | os.PathLike[str]", *, lang: Language = "zh") -> None:
        """Write a file in the format that its suffix names; an interrupted write leaves the old file.

        `lang` is the language of what the form prints; JSON has none. Raises `CannotWrite` for a suffix
        that no format has, and for another language.
        """
        from .formats import bytes_for

        write_atomically(path, bytes_for(self, Path(path).suffix, lang))

    def __repr__(self) -> str:
        year = "" if self.year is None else f" {self.year}"
        numbers, blanks = sum(map(len, self.tables)), sum(len(table.blanks) for table in self.tables)
        return f"<Report {self.organization!r}{year}, edition {self.edition}: {numbers} numbers, {blanks} blank>"
