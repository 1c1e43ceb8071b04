"""The report: six parts, what a reader could not place, and the ways to check, write and load it."""

import os
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import Factory, evolve, field, frozen

from .errors import InvalidReport, NoSuchCell
from .forms import Form, form_for, form_of, usual_title
from .matrix import NEWEST, Matrix
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
    items,
)
from .tables import ProactiveTable, RequestMatrix, ReviewLitigationTable
from .words import Language, Words, clean, listing

if TYPE_CHECKING:
    from .findings import Findings
    from .policy import Policy
    from .rules import Rule

__all__ = ["Report"]

Text = str | Iterable[Item]


_LINE = Words("文字", "a text")
_YEAR = Words("整数年份或 None", "a year as an int, or None")
_EDITION = Words("格式的年份（整数）", "the year of a form as an int")
_TEXT = Words("文字，或由文字、ForeignTable、Picture 组成的序列", "a text, or texts, ForeignTable and Picture in order")
_PART = Words("{kind} 或 {content}", "{kind} or {content}")
_LONGEST_SHOWN = 60


def _invalid(path: str, expected: Words, found: object) -> InvalidReport:
    shown = repr(found)
    return InvalidReport(path, expected, shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}…")


# ---- what the attributes take: each is refused by its own name


def _line(path: str, value: str) -> str:
    if not isinstance(value, str):
        raise _invalid(path, _LINE, value)
    return clean(value)


def _organization(value: str) -> str:
    return _line("organization", value)


def _title(value: str) -> str:
    return _line("title", value)


def _year(value: int | None) -> int | None:
    if value is not None and type(value) is not int:
        raise _invalid("year", _YEAR, value)
    return value


def _edition(value: int) -> int:
    if type(value) is not int:
        raise _invalid("edition", _EDITION, value)
    return value


def _items(path: str, value: Text, expected: Words = _TEXT) -> tuple[Item, ...]:
    """Take a text; what only happens to be iterable, such as bytes or a table, is none."""
    if isinstance(value, str):
        return items(value)
    if not isinstance(value, Iterable) or isinstance(value, bytes | bytearray | Mapping):
        raise _invalid(path, expected, value)
    given = tuple(value)
    for item in given:
        if not isinstance(item, Item):
            raise _invalid(path, expected, item)
    return items(given)


def _preamble(value: Text) -> tuple[Item, ...]:
    return _items("preamble", value)


def _leftovers(value: Text) -> tuple[Item, ...]:
    return _items("leftovers", value)


S = TypeVar("S", bound=ReportSection)


def _written(kind: type[S], value: S | Text) -> S:
    """Take a part that is only text, or its text."""
    if isinstance(value, kind):
        return value
    expected = _PART.format(kind=kind.__name__, content=_TEXT)
    return kind(_items(kind.section, value, expected))  # type: ignore[arg-type]  # no other kind is left


def _tabled(kind: type[S], table: type[Matrix], value: object) -> S:
    """Take a part that has a table; its table alone was taken before."""
    if isinstance(value, kind):
        return value
    raise _invalid(kind.section, _PART.format(kind=kind.__name__, content=table.__name__), value)


def _overview(value: Overview | Text) -> Overview:
    return _written(Overview, value)


def _proactive(value: ProactiveDisclosure | ProactiveTable) -> ProactiveDisclosure:
    given = ProactiveDisclosure(table=value) if isinstance(value, ProactiveTable) else value
    return _tabled(ProactiveDisclosure, ProactiveTable, given)


def _requests(value: Requests | RequestMatrix) -> Requests:
    given = Requests(matrix=value) if isinstance(value, RequestMatrix) else value
    return _tabled(Requests, RequestMatrix, given)


def _review(value: ReviewLitigation | ReviewLitigationTable) -> ReviewLitigation:
    given = ReviewLitigation(table=value) if isinstance(value, ReviewLitigationTable) else value
    return _tabled(ReviewLitigation, ReviewLitigationTable, given)


def _problems(value: Problems | Text) -> Problems:
    return _written(Problems, value)


def _other(value: OtherMatters | Text) -> OtherMatters:
    return _written(OtherMatters, value)


# Defaults are given by `Factory` and not by decorators, because pyright knows only the former.


def _edition_of_the_year(report: "Report") -> int:
    return NEWEST if report.year is None else form_for(report.year).edition


def _usual_title(report: "Report") -> str:
    return usual_title(report.organization, report.year).zh


@frozen(kw_only=True)
class Report(Renderable):
    """One annual report (政府信息公开工作年度报告).

    Texts may be given as strings (a line break ends a paragraph), tables as tables. The edition
    is that of the year unless it is given; all three tables must be of it. `InvalidReport` names the
    attribute that is given something else. Everything is frozen: ``attrs.evolve(report, ...)`` or
    `evolve` gives a changed report.
    """

    organization: str = field(default="", converter=_organization)
    """The organ that reports, as the title names it; empty if it is not known."""
    year: int | None = field(default=None, converter=_year)
    """The year that the report is about; `None` if it is not known."""
    edition: int = field(default=Factory(_edition_of_the_year, takes_self=True), converter=_edition)
    """The form that the tables follow: 2019 or 2021."""
    title: str = field(default=Factory(_usual_title, takes_self=True), converter=_title)
    preamble: tuple[Item, ...] = field(default=(), converter=_preamble)
    """What stands between the title and the first part."""
    overview: Overview = field(factory=Overview, converter=_overview)
    proactive: ProactiveDisclosure = field(
        default=Factory(lambda report: _proactive(ProactiveTable.blank(report.edition)), takes_self=True),
        converter=_proactive,
    )
    requests: Requests = field(
        default=Factory(lambda report: _requests(RequestMatrix.blank(report.edition)), takes_self=True),
        converter=_requests,
    )
    review_litigation: ReviewLitigation = field(
        default=Factory(lambda report: _review(ReviewLitigationTable.blank(report.edition)), takes_self=True),
        converter=_review,
    )
    problems: Problems = field(factory=Problems, converter=_problems)
    other_matters: OtherMatters = field(factory=OtherMatters, converter=_other)
    leftovers: tuple[Item, ...] = field(default=(), converter=_leftovers)
    """What stood in a source outside of the report, kept as it was."""

    def __attrs_post_init__(self) -> None:
        form_of(self.edition)
        for table in self.tables:
            if table.edition != self.edition:
                expected = Words(f"{self.edition}年格式的表", f"a table of the {self.edition} form")
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
        """Give a report with some attributes set anew, as the constructor takes them."""
        return evolve(self, **changes)

    def with_cells(self, cells: Mapping[str, object]) -> Self:
        """Give a report with some cells set anew, each by its address such as ``requests.received.total``."""
        by_table: dict[str, dict[str, object]] = {table.section: {} for table in self.tables}
        for address, value in cells.items():
            section = address.partition(".")[0] if isinstance(address, str) else None
            if section not in by_table:
                meant = Words(
                    "一格写成“表.行.列”，如“requests.received.total”；表有：{tables}。",
                    "A cell is written table.row.column, such as requests.received.total; the tables are: {tables}.",
                ).format(tables=listing(by_table))
                raise NoSuchCell(self.edition, Words("报告", "report"), str(address), meant)
            by_table[section][address] = value
        proactive, requests, review = self.tables
        return self.evolve(
            proactive=evolve(self.proactive, table=proactive.with_cells(by_table[proactive.section])),
            requests=evolve(self.requests, matrix=requests.with_cells(by_table[requests.section])),
            review_litigation=evolve(self.review_litigation, table=review.with_cells(by_table[review.section])),
        )

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

    def write(self, path: "str | os.PathLike[str]", *, lang: Language = "zh") -> None:
        """Write a file in the format that its suffix names; an interrupted write leaves the old file.

        `lang` is the language of what the form prints; JSON has none. Raises `CannotWrite` for a suffix
        that no format has, and for another language.
        """
        from .formats import bytes_for

        write_atomically(path, bytes_for(self, Path(path).suffix, lang))
