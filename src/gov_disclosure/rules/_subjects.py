"""What rules speak of besides the classes of a report: its running text, and things that stand beside it.

A pair of years, the reports of several years, a day of publication, a government with its units.
"""

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from ..report import Report
from ..words import fold

__all__ = ["Pair", "Passage", "Publication", "Rollup", "Series", "label_of", "same_organ"]


def same_organ(one: str, other: str) -> bool:
    """Tell whether two names of organs are one, whatever brackets and spaces they are written with."""
    return fold(one) == fold(other)


def label_of(report: Report) -> str:
    """Name a report among others: 青禾县水利局2023年; by its title where the organ is not known."""
    year = "" if report.year is None else f"{report.year}年"
    return f"{report.organization}{year}" if report.organization else report.title or year


@frozen
class Passage:
    """Running text of a report, whatever it stands under: the title, the preamble or the text of a part."""

    address: str
    """``title``, ``preamble`` or the name of the part."""
    paragraphs: tuple[str, ...]


@frozen
class Pair:
    """A report and the one of the year before it."""

    report: Report
    previous: Report

    @property
    def edition(self) -> int:
        """The edition of the later report."""
        return self.report.edition

    @property
    def same_organ(self) -> bool:
        """Whether both name the same organ; a name that is not known is no other name."""
        one, other = self.report.organization, self.previous.organization
        return not one or not other or same_organ(one, other)

    @property
    def consecutive(self) -> bool:
        """Whether the earlier report is that of the year before."""
        return self.report.year is not None and self.previous.year == self.report.year - 1


@frozen
class Series:
    """Reports of several years, in any order, of one organ or of several."""

    reports: tuple[Report, ...] = field(converter=tuple[Report, ...])

    @property
    def placed(self) -> dict[tuple[str, int], list[Report]]:
        """The reports by organ and year, in the order given; those of an unknown one have no place."""
        found: dict[tuple[str, int], list[Report]] = {}
        for report in self.reports:
            if report.organization and report.year is not None:
                found.setdefault((fold(report.organization), report.year), []).append(report)
        return found


@frozen
class Publication:
    """A report and the day on which it was published."""

    report: Report
    published: date
    given: bool = True
    """Whether the day is known; a day that only stands on the page may be that of a later upload."""

    @property
    def edition(self) -> int:
        """The edition of the report."""
        return self.report.edition


def _names(names: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if names is None else tuple(names)


@frozen
class Rollup:
    """The report of a government for its whole area, and those of its units, its own office among them."""

    parent: Report
    children: tuple[Report, ...] = field(converter=tuple[Report, ...])
    expected: tuple[str, ...] | None = field(default=None, converter=_names)
    """The names of the organs that must report; `None` if they are not known."""

    @property
    def edition(self) -> int:
        """The edition of the parent's report."""
        return self.parent.edition
