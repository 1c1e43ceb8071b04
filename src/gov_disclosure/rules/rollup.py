"""A government for its whole area and its units: all of them report, and what they report adds up.

Coverage goes first: while a unit is missing, doubled, of another year or on another form, a sum
says nothing and is not assessable. The government's own office is one more unit. A government that
reports for itself only cannot be the sum of others; it is recognised by its name or its figures.
Without a list of those that must report nobody knows that all units are there, so nothing passes.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import evolve

from ..cells import CellValue, Number, print_value
from ..findings import Severity
from ..matrix import Matrix
from ..words import Words, listing
from ._addition import (
    alike,
    is_itself,
    is_number,
    is_own_only,
    listed,
    missing,
    obstacles,
    of_other_years,
    organ,
    own_name,
    own_report,
    repeated,
    sums,
    uncalled,
)
from ._blanks import no_number
from ._engine import Fault, Outcome, Unassessable, rule
from ._places import addresses, name_cells, name_table
from ._settings import Share
from ._subjects import Rollup

# As many contributions are spelled; the others are added up.
_SPELLED = 3
_UNCHECKED = Words("无法核对合计", "it cannot be held against the sum")
_UNADDED = Words("无法相加", "it cannot be added up")
_ADVICE = Words(
    "核对是否漏加本级机关（办公室）或某个单位、转办申请是否重复计算、共同被告案件由谁统计。",
    "See whether the government's own office or a unit was left out, a transferred request counted twice, or a case "
    "of several defendants counted by more than one.",
)
_ADVICE_WITHOUT_OWN = Words(
    "单位中没有本级机关自己的报告，先补上再核对；仍不一致的，核对转办申请、共同被告案件是否重复计算。",
    "The government's own office is not among the units: add its report first; then see whether a transferred request "
    "or a case of several defendants was counted twice.",
)


def _of_units(
    names: Sequence[str], message: Words, advice: Words, severity: Severity | None = None, **values: object
) -> Fault:
    """Make the fault of some units; its message counts and names them."""
    named = message.format(count=len(names), names=listed(names), **values)
    return Fault((), named, advice=advice, severity=severity)


@rule(
    Rollup,
    Words("应报告的单位都有报告。", "Every organ that must report has reported."),
    Severity.WARNING,
    basis="《条例》第四十九条",
)
def units_reported(rollup: Rollup) -> Iterator[Outcome]:
    """“县级以上人民政府部门应当…提交本行政机关上一年度政府信息公开工作年度报告”: all of them."""
    if not rollup.children:
        yield Unassessable(
            (), Words("没有单位的报告，无法汇总核对。", "No unit has reported, so nothing can be added up.")
        )
    elif not rollup.expected:
        message = Words(
            "没有给出应报告单位的名单（expected），不能判断单位是否齐全。",
            "Who must report was not given (expected), so it cannot be told whether all units are there.",
        )
        yield Unassessable((), message)
    absent = missing(rollup)
    if absent:
        message = Words("缺{count}个单位的报告：{names}。", "{count} report(s) are missing: {names}.")
        advice = Words("补收报告后再汇总。", "Ask for them before adding up.")
        yield Fault((), message.format(count=len(absent), names=listing(absent)), advice=advice)
    others = uncalled(rollup)
    if others:
        message = Words(
            "有{count}个单位不在应报告单位的名单中：{names}。", "{count} unit(s) are not among those expected: {names}."
        )
        advice = Words(
            "核对名称；不属于上级统计范围的，不要汇总。", "Check the names; leave out what does not belong to it."
        )
        yield _of_units(others, message, advice, Severity.NOTICE)


@rule(
    Rollup,
    Words("本级机关自己的报告也在单位中。", "The government's own organ is one of the units."),
    Severity.NOTICE,
    basis="《条例》第四十九条",
)
def own_organ_included(rollup: Rollup) -> Iterator[Outcome]:
    """The requests that the government's own office received are one more addend of “本级政府” as a whole."""
    parent = rollup.parent
    if not parent.organization:
        message = Words("不知道是哪个机关的汇总报告。", "It is not known whose report for the whole area it is.")
        yield Unassessable((), message)
    elif not is_own_only(parent.organization) and _lacks_own(rollup):
        message = Words(
            "单位中没有本级机关自己的报告（如“{name}”），上级的数字含本级的，合计会少这一份。",
            "The government's own organ, such as “{name}”, is not among the units; its figures will be lacking.",
        )
        advice = Words(
            "补上本级机关的报告；由其他单位代报的，可以不理会。",
            "Add its report; it may stand if another unit reports for it.",
        )
        yield Fault((), message.format(name=own_name(parent)), advice=advice)


def _lacks_own(rollup: Rollup) -> bool:
    """Tell whether the own organ is neither among the units nor told to be missing."""
    told = any(is_itself(rollup.parent, name) for name in missing(rollup))
    return bool(rollup.children) and not told and own_report(rollup) is None


@rule(
    Rollup,
    Words("一个单位只有一份报告。", "A unit has one report."),
    Severity.WARNING,
)
def units_reported_once(rollup: Rollup) -> Iterator[Outcome]:
    """A report that is added twice counts twice."""
    doubled = repeated(rollup)
    if doubled:
        message = Words(
            "有{count}个单位的报告不止一份：{names}。", "{count} unit(s) have more than one report: {names}."
        )
        advice = Words("只留正式公布的一份。", "Keep the one that was published.")
        yield _of_units(doubled, message, advice)


@rule(
    Rollup,
    Words("各单位的报告与上级报告年度相同。", "The units report on the same year as the government."),
    Severity.WARNING,
)
def units_of_one_year(rollup: Rollup) -> Iterator[Outcome]:
    """The figures of another year are no part of this one."""
    others = of_other_years(rollup)
    if others:
        message = Words(
            "有{count}个单位的报告不是{year}年的：{names}。", "{count} report(s) are not for {year}: {names}."
        )
        advice = Words("换成同一年度的报告。", "Take the reports of the same year.")
        year = rollup.parent.year or Words("已知", "a known year")
        yield _of_units(list(map(organ, others)), message, advice, year=year)


@rule(
    Rollup,
    Words("各单位与上级使用同一格式。", "The units use the form that the government uses."),
    Severity.WARNING,
    basis="国办公开办函〔2019〕60号、〔2021〕30号",
)
def units_on_one_form(rollup: Rollup) -> Iterator[Outcome]:
    """The columns of one form are not those of another, and cannot be added to them."""
    others = [child for child in rollup.children if child.edition != rollup.parent.edition]
    if others:
        message = Words(
            "有{count}个单位没有使用{edition}年格式：{names}。",
            "{count} unit(s) do not use the form of {edition}: {names}.",
        )
        advice = Words("按同一格式重新填报。", "Fill in the same form.")
        yield _of_units(list(map(organ, others)), message, advice, edition=rollup.parent.edition)


@rule(
    Rollup,
    Words("上级报告的各项数字等于各单位之和。", "The figures of the government are the sums of its units."),
    Severity.WARNING,
    basis="《条例》第四十九条、第五十条",
)
def rollup_sum(rollup: Rollup, *, own_share: float = Share(0.5)) -> Iterator[Outcome]:
    """“本级政府上一年度政府信息公开工作年度报告” is about the government and all that belong to it."""
    reasons = list(obstacles(rollup, own_share))
    yield from (Unassessable((), reason) for reason in reasons)
    if reasons:
        return
    agreed, advice = True, _ADVICE_WITHOUT_OWN if own_report(rollup) is None else _ADVICE
    for number, parent in enumerate(rollup.parent.tables):
        tables = [child.tables[number] for child in rollup.children]
        for outcome in _compared(rollup, parent, tables, advice):
            agreed = False
            yield outcome
    if agreed and not rollup.expected:
        message = Words(
            "各单位合计与上级一致；没有给出应报告单位的名单（expected），不能断定没有漏加单位。",
            "The units add up to the government; who must report was not given (expected), so one may be missing.",
        )
        yield Unassessable((), message)


def _compared(rollup: Rollup, parent: Matrix, tables: Sequence[Matrix], advice: Words) -> Iterator[Outcome]:
    other = [child for child, table in zip(rollup.children, tables, strict=True) if not alike(table, parent)]
    if other:
        message = Words(
            "{table}：{names}用的是另一种格式，不能相加。",
            "{table}: {names} use another form, so it cannot be added up.",
        )
        named = message.format(table=name_table(parent.form), names=listed(map(organ, other)))
        yield Unassessable(parent.section, named)
        return
    totals = sums(tables)
    blank = [cell for cell, value in enumerate(parent.cells) if not is_number(value)]
    if blank:
        yield no_number(parent.form, blank, _UNCHECKED, Words("在上级报告中", " in the report of the government"))
    unknown = [cell for cell, total in enumerate(totals) if total is None]
    if unknown:
        yield _unknown(rollup, parent, tables, unknown)
    for cell, (value, total) in enumerate(zip(parent.cells, totals, strict=True)):
        if total is not None and is_number(value) and value != total:
            yield evolve(_unequal(rollup, parent, cell, value, total), advice=advice)


def _unknown(rollup: Rollup, parent: Matrix, tables: Sequence[Matrix], cells: list[int]) -> Unassessable:
    """Say which units keep cells from being added up."""
    chosen = set(cells)
    units = [
        organ(child)
        for child, table in zip(rollup.children, tables, strict=True)
        if any(not is_number(table.cells[cell]) for cell in chosen)
    ]
    where = Words("：{names}", " in the report of {names}").format(names=listed(units))
    return no_number(parent.form, cells, _UNADDED, where)


def _unequal(rollup: Rollup, parent: Matrix, cell: int, printed: Number, total: Number) -> Fault:
    """Spell a sum by its greatest contributions."""
    difference = abs(Decimal(total) - Decimal(printed))
    message = Words(
        "{cell}：各单位合计{total}，上级填报{printed}，差{difference}。",
        "{cell}: the units add up to {total}, the government has {printed}, a difference of {difference}.",
    )
    figures: dict[str, CellValue] = {"total": total, "printed": printed, "difference": difference}
    words = {name: print_value(value) for name, value in figures.items()}
    named = message.format(cell=name_cells(parent.form, [cell]), **words)
    spelled = f"{_terms(rollup, parent, cell)} = {words['total']}，填报 {words['printed']}，差 {words['difference']}"
    return Fault(addresses(parent.form, [cell]), named, spelled)


def _terms(rollup: Rollup, parent: Matrix, cell: int) -> str:
    number = [table.section for table in rollup.parent.tables].index(parent.section)
    values = ((child.tables[number].cells[cell], organ(child)) for child in rollup.children)
    shares = sorted(((value, name) for value, name in values if is_number(value) and value), reverse=True)
    terms = [f"{name} {print_value(value)}" for value, name in shares[:_SPELLED]]
    rest = [value for value, _ in shares[_SPELLED:]]
    if rest:
        terms.append(f"其余{len(rest)}个单位 {print_value(sum(rest))}")
    return " + ".join(terms) or "0"
