"""A report as flat rows, one a cell: the rows of many reports make one frame.

A row says whose figure it is, where it stands and what is printed there. A blank and a mark have no
value, and only the mark has a text; a row of a total says so, because who adds up a column must leave
the totals out.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..cells import Mark
from ..forms import Total
from ..words import Language

if TYPE_CHECKING:
    from ..matrix import Matrix
    from ..report import Report

__all__ = ["records_of"]


def records_of(report: "Report", lang: Language = "zh") -> list[dict[str, Any]]:
    """Give a row for every cell of the three tables, in printed order; labels are in the language asked for."""
    whose = {"organization": report.organization, "year": report.year, "edition": report.edition}
    return [whose | row for table in report.tables for row in _rows(table, lang)]


def _rows(table: "Matrix", lang: Language) -> Iterator[dict[str, Any]]:
    for place, value in zip(table.form.places, table.cells, strict=True):
        number, mark = (None, value.text) if isinstance(value, Mark) else (value, "")
        yield {
            "address": place.address,
            "table": table.section.value,
            "row": place.row.key.value,
            "column": place.column.key.value,
            "row_label": place.row.words.say(lang),
            "column_label": place.column.words.say(lang),
            "is_total": isinstance(place.row, Total) or isinstance(place.column, Total),
            "value": number,
            "mark": mark,
        }
