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
from ..words import Words, fold, listing
from ._organs import is_government
from ._subjects import Rollup

_LISTED = 5
_MORE = Words("{shown}等{count}个", "{shown} and {more} more")
# What the name of a government's or a department's own organ has behind that of its place or of itself.
# An office may bear a second sign in brackets: 青禾县政府办公室（县外事办公室）.
_ITSELF = r"(?:(?:办公[室厅]|办)(?:\([^()]*\))?|(?:机关|本级)?(?:\((?:本级|[局委厅办本]?机关|办公[室厅])\))?)"
_OWN_ONLY = re.compile(r".*(?:办公[室厅]|\([^()]*(?:本级|机关|办公[室厅])\))")
# With so many figures above the sum of the units, and most of all that there are, it is not the figures that are wrong.
_MANY = 20
_GOVERNMENT = re.compile(r"(?:人民)?政府$")


def listed(names: Iterable[str]) -> Words:
    """List the first names and count the others."""
    known = list(names)
    shown = listing(known[:_LISTED])
    more = len(known) - _LISTED
    return shown if more <= 0 else _MORE.format(shown=shown, count=len(known), more=more)


def _place(parent: Report) -> str | None:
    """Give the place of a government, without the word itself; nothing for a department."""
    name = fold(parent.organization)
    return _GOVERNMENT.sub("", name) if is_government(name) else None


def is_itself(parent: Report, name: str) -> bool:
    """Tell whether a name is that of the parent's own organ: 青禾县政府办 for 青禾县人民政府, and for 青禾县."""
    own, place = fold(parent.organization), _place(parent)
    head = re.escape(own) if place is None else rf"{re.escape(place)}(?:(?:人民)?(?:政府|府))?"
    return bool(own) and re.fullmatch(head + _ITSELF, fold(name)) is not None


def is_own_only(name: str) -> bool:
    """Tell by the name of an organ that it reports for itself: 青禾县人民政府办公室, 青禾县人民政府（本级）."""
    return _OWN_ONLY.fullmatch(fold(name)) is not None


def own_report(rollup: Rollup) -> Report | None:
    """Give the report of the parent's own organ, which is one more unit; nothing if it is not among them."""
    units = (child for child in rollup.children if child != rollup.parent)
    return next((child for child in units if is_itself(rollup.parent, child.organization)), None)


def own_name(parent: Report) -> str:
    """Give the name that the parent's own organ most likely has."""
    place = _place(parent)
    return f"{parent.organization}（本级）" if place is None else f"{place}人民政府办公室"


def missing(rollup: Rollup) -> list[str]:
    """The organs that must report and have not; the parent's own may be called by any of its names."""
    reported = {fold(child.organization) for child in rollup.children if child != rollup.parent}
    absent = [name for name in rollup.expected or () if fold(name) not in reported]
    if absent and own_report(rollup) is not None:
        return [name for name in absent if not is_itself(rollup.parent, name)]
    return absent


def uncalled(rollup: Rollup) -> list[str]:
    """The units that nobody has on the list of those that must report."""
    if not rollup.expected:
        return []
    called = {fold(name) for name in rollup.expected}
    own = any(is_itself(rollup.parent, name) for name in rollup.expected)
    return [
        organ(child)
        for child in rollup.children
        if fold(child.organization) not in called and not (own and is_itself(rollup.parent, child.organization))
    ]


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
    itself = rollup.parent in rollup.children
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
    if itself:
        yield Words(
            "单位中有上级报告本身，无法核对合计；请换成本级机关自己的报告。",
            "The report of the government stands among its units, so no sum can be judged; its own office has another.",
        )
    if rollup.children and not (absent or doubled or others or itself):
        yield from own_only(rollup, own_share)
        yield from incomplete(rollup)


def own_only(rollup: Rollup, own_share: float) -> Iterator[Words]:
    """Tell by what a government seems to report for itself and not for its area."""
    name = rollup.parent.organization
    if is_own_only(name):
        message = Words("“{name}”只报告本级，不是各单位之和。", "“{name}” reports for itself, not for its units.")
        yield message.format(name=name)
        return
    own = own_report(rollup)
    pairs = list(_paired(rollup))
    if own is not None and own.tables == rollup.parent.tables and any(value != total for value, total in pairs):
        message = Words(
            "上级报告的数字与“{name}”的完全相同，只报告本级，不是各单位之和。",
            "The figures are those of “{name}”: the government reports for itself, not for its units.",
        )
        yield message.format(name=organ(own))
        return
    cells = [(value, total) for value, total in pairs if value is not None and total]
    less = sum(value < total for value, total in cells)
    if cells and less > own_share * len(cells):
        message = Words(
            "上级报告有{less}格小于各单位合计（有数的共{count}格），应是只报告本级，不与单位合计比较。",
            "{less} of {count} figures of the government are below its units' sum: it seems to report for itself.",
        )
        yield message.format(less=less, count=len(cells))


def incomplete(rollup: Rollup) -> Iterator[Words]:
    """Tell by what figures units seem to be missing, where no list says that they are all there."""
    if rollup.expected and own_report(rollup) is not None:
        return
    cells = [(value, total) for value, total in _paired(rollup) if value and total is not None]
    more = sum(value > total for value, total in cells)
    if more >= _MANY and 2 * more > len(cells):
        message = Words(
            "上级报告有{more}格大于所给单位合计（有数的共{count}格），应是单位没有给全，不逐格比较。",
            "{more} of {count} figures of the government exceed its units' sum: units seem to be missing, so cells are "
            "not compared one by one.",
        )
        yield message.format(more=more, count=len(cells))


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
