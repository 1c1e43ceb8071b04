"""Whether units can be added up to their government, and what their sums are.

The tables of a thousand units are added up column by column of tuples; what is no number makes its
cell's sum unknown, and nothing else.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeGuard

from ..cells import CellValue, Mark, Number
from ..matrix import Matrix
from ..report import Report
from ..words import Words, fold
from ._subjects import Rollup

_LISTED = 5
_OWN_ONLY = re.compile(r".*(?:办公[室厅]|\((?:本级|机关|本机关)\))")


def listed(names: Iterable[str]) -> Words:
    """List the first names and count the others."""
    known = list(names)
    shown = known[:_LISTED]
    if len(known) == len(shown):
        return Words("、".join(shown), ", ".join(shown))
    return Words(f"{'、'.join(shown)}等{len(known)}个", f"{', '.join(shown)} and {len(known) - len(shown)} more")


def missing(rollup: Rollup) -> list[str]:
    """The organs that must report and have not."""
    reported = {fold(child.organization) for child in rollup.children}
    return [name for name in rollup.expected or () if fold(name) not in reported]


def repeated(rollup: Rollup) -> list[str]:
    """The organs that have more than one report."""
    counts = Counter(fold(child.organization) for child in rollup.children if child.organization)
    names = {fold(child.organization): child.organization for child in reversed(rollup.children)}
    return [names[name] for name, count in counts.items() if count > 1]


def of_other_years(rollup: Rollup) -> list[Report]:
    """The units whose report is for another year, or for none that is known."""
    year = rollup.parent.year
    return [child for child in rollup.children if child.year is None or child.year != year]


def organ(report: Report) -> str:
    """What a unit is called in a finding."""
    return report.organization or report.title


def obstacles(rollup: Rollup, own_share: float) -> Iterator[Words]:
    """Tell why the units cannot be added up at all, or not to the figures of the government."""
    absent, doubled, others = missing(rollup), repeated(rollup), of_other_years(rollup)
    if not rollup.children:
        yield Words("没有单位的报告，无法汇总。", "No unit has reported, so there is nothing to add up.")
    if absent:
        yield Words(
            "单位不全，无法核对合计：缺{names}。", "Units are missing, so no sum can be judged: {names}."
        ).format(names=listed(absent))
    if doubled:
        yield Words(
            "单位有重复，无法核对合计：{names}。", "Units are doubled, so no sum can be judged: {names}."
        ).format(names=listed(doubled))
    if others:
        message = Words(
            "年度不同，无法核对合计：{names}。", "Units are of other years, so no sum can be judged: {names}."
        )
        yield message.format(names=listed(map(organ, others)))
    if rollup.children and not (absent or doubled or others):
        yield from own_only(rollup, own_share)


def own_only(rollup: Rollup, own_share: float) -> Iterator[Words]:
    """Tell by what a government seems to report for itself and not for its area."""
    name = rollup.parent.organization
    if _OWN_ONLY.fullmatch(fold(name)):
        message = Words("“{name}”只报告本级，不是各单位之和。", "“{name}” reports for itself, not for its units.")
        yield message.format(name=name)
        return
    cells = [(value, total) for value, total in _paired(rollup) if value is not None and total]
    less = sum(value < total for value, total in cells)
    if cells and less > own_share * len(cells):
        message = Words(
            "上级报告有{less}格小于各单位合计（有数的共{count}格），应是只报告本级，不与单位合计比较。",
            "{less} of {count} figures of the government are below its units' sum: it seems to report for itself.",
        )
        yield message.format(less=less, count=len(cells))


def _paired(rollup: Rollup) -> Iterator[tuple[Number | None, Number | None]]:
    """Walk the cells that all reports have: the figure of the government, the sum of the units."""
    for number, parent in enumerate(rollup.parent.tables):
        tables = [child.tables[number] for child in rollup.children]
        if all(table.edition == parent.edition for table in tables):
            figures = (parent.get((place.row.key, place.column.key)) for place in parent.form.places)
            yield from zip(figures, sums(tables), strict=True)


def sums(tables: Sequence[Matrix]) -> list[Number | None]:
    """Add tables of one form up cell by cell; a cell that is no number in one of them has no sum."""
    return [_sum(column) for column in zip(*(table.cells for table in tables), strict=True)]


def _sum(values: tuple[CellValue, ...]) -> Number | None:
    try:
        return sum(values)  # type: ignore[arg-type]  # what is no number raises, and that is the point
    except TypeError:
        return None


def alike(table: Matrix, parent: Matrix) -> bool:
    """Tell whether two tables have the same cells, whatever their editions."""
    return table.edition == parent.edition or table.form.index == parent.form.index


def is_number(value: CellValue) -> TypeGuard[Number]:
    """Tell a number from a blank and a mark."""
    return value is not None and not isinstance(value, Mark)
