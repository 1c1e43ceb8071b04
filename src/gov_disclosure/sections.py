"""The six parts of a report as typed classes: a heading as printed, text, and three of them a table."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from attrs import Factory, field, frozen

from .document import Picture
from .forms import Part, form_of
from .matrix import NEWEST
from .names import Section
from .rendering import Renderable
from .tables import ProactiveTable, RequestMatrix, ReviewLitigationTable
from .words import clean, paragraphs

if TYPE_CHECKING:
    from .findings import Findings

__all__ = [
    "ForeignTable",
    "Item",
    "OtherMatters",
    "Overview",
    "ProactiveDisclosure",
    "Problems",
    "ReportSection",
    "Requests",
    "ReviewLitigation",
    "items",
    "part_of",
]  # fmt: skip


def _rectangle(rows: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    lines = [tuple(map(clean, row)) for row in rows]
    width = max(map(len, lines), default=0)
    return tuple(line + ("",) * (width - len(line)) for line in lines)


@frozen
class ForeignTable:
    """A table that is not one of the form's, kept where it stands: rows of texts, all of one length."""

    rows: tuple[tuple[str, ...], ...] = field(converter=_rectangle)


Item = str | ForeignTable | Picture
"""What the text of a part is made of: a paragraph, a foreign table, a reference to a picture."""


def items(text: "str | Iterable[Item]") -> tuple[Item, ...]:
    """Take a text as written: a string is split into paragraphs, every paragraph is put on one line."""
    found: list[Item] = []
    for item in (text,) if isinstance(text, str) else text:
        found.extend(paragraphs(item) if isinstance(item, str) else (item,))
    return tuple(found)


def _heading(text: str | None) -> str | None:
    return text if text is None else clean(text) or None


def part_of(section: "ReportSection") -> Part:
    """Give the part of the form that a part of a report is; the editions have the same six."""
    return form_of(NEWEST).by_section[section.section]


def _official_heading(section: "ReportSection") -> str:
    return part_of(section).heading


@frozen
class ReportSection(Renderable):
    """What every part has: its text, and its heading as printed (`None` if the report has no such heading)."""

    section: ClassVar[Section]
    text: tuple[Item, ...] = field(default=(), converter=items)
    heading: str | None = field(default=Factory(_official_heading, takes_self=True), converter=_heading)

    def validate(self) -> "Findings":
        """Check this part by itself; all findings at once."""
        from .rules import check

        return check(self)

    def to_dict(self) -> dict[str, object]:
        """Give this part as JSON has it: heading, text, and its table if it has one."""
        from .exchange import json

        return json.section_to_dict(self)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of the text, without tables and pictures."""
        return tuple(item for item in self.text if isinstance(item, str))


@frozen
class Overview(ReportSection):
    """Part one, 总体情况."""

    section: ClassVar[Section] = Section.OVERVIEW


@frozen
class ProactiveDisclosure(ReportSection):
    """Part two, 主动公开政府信息情况, with its table."""

    section: ClassVar[Section] = Section.PROACTIVE
    table: ProactiveTable = field(factory=ProactiveTable.blank)


@frozen
class Requests(ReportSection):
    """Part three, 收到和处理政府信息公开申请情况, with the request matrix."""

    section: ClassVar[Section] = Section.REQUESTS
    matrix: RequestMatrix = field(factory=RequestMatrix.blank)

    @property
    def table(self) -> RequestMatrix:
        """The matrix, under the name that the tables of the other parts have."""
        return self.matrix


@frozen
class ReviewLitigation(ReportSection):
    """Part four, 政府信息公开行政复议、行政诉讼情况, with its table."""

    section: ClassVar[Section] = Section.REVIEW_LITIGATION
    table: ReviewLitigationTable = field(factory=ReviewLitigationTable.blank)


@frozen
class Problems(ReportSection):
    """Part five, 存在的主要问题及改进情况."""

    section: ClassVar[Section] = Section.PROBLEMS


@frozen
class OtherMatters(ReportSection):
    """Part six, 其他需要报告的事项."""

    section: ClassVar[Section] = Section.OTHER_MATTERS
