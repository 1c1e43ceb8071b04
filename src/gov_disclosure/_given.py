"""What the attributes of a report take; each refuses something else by its own name, with `InvalidReport`."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from .errors import InvalidReport
from .matrix import Matrix
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
from .words import Words, clean

__all__ = [
    "edition", "leftovers", "organization", "other_matters", "overview", "preamble",
    "proactive", "problems", "requests", "review_litigation", "title", "year",
]  # fmt: skip

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


def _line(path: str, value: str) -> str:
    if not isinstance(value, str):
        raise _invalid(path, _LINE, value)
    return clean(value)


def organization(value: str) -> str:
    """Take the name of the organ."""
    return _line("organization", value)


def title(value: str) -> str:
    """Take a title."""
    return _line("title", value)


def year(value: int | None) -> int | None:
    """Take a year, or none."""
    if value is not None and type(value) is not int:
        raise _invalid("year", _YEAR, value)
    return value


def edition(value: int) -> int:
    """Take the year of a form."""
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


def preamble(value: Text) -> tuple[Item, ...]:
    """Take what stands before the first part."""
    return _items("preamble", value)


def leftovers(value: Text) -> tuple[Item, ...]:
    """Take what stood outside of the report."""
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


def overview(value: Overview | Text) -> Overview:
    """Take part one, or its text."""
    return _written(Overview, value)


def proactive(value: ProactiveDisclosure | ProactiveTable) -> ProactiveDisclosure:
    """Take part two, or its table."""
    given = ProactiveDisclosure(table=value) if isinstance(value, ProactiveTable) else value
    return _tabled(ProactiveDisclosure, ProactiveTable, given)


def requests(value: Requests | RequestMatrix) -> Requests:
    """Take part three, or its table."""
    given = Requests(matrix=value) if isinstance(value, RequestMatrix) else value
    return _tabled(Requests, RequestMatrix, given)


def review_litigation(value: ReviewLitigation | ReviewLitigationTable) -> ReviewLitigation:
    """Take part four, or its table."""
    given = ReviewLitigation(table=value) if isinstance(value, ReviewLitigationTable) else value
    return _tabled(ReviewLitigation, ReviewLitigationTable, given)


def problems(value: Problems | Text) -> Problems:
    """Take part five, or its text."""
    return _written(Problems, value)


def other_matters(value: OtherMatters | Text) -> OtherMatters:
    """Take part six, or its text."""
    return _written(OtherMatters, value)
