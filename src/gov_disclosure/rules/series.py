"""From one year to the next: what was carried over arrives, what is in force follows, nothing leaps unseen.

A pair of years is compared cell by cell, each cell with the one of the same address. What the other
year's form does not have, and what is blank in either, is not assessable.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from ..cells import Number, print_value
from ..findings import Severity
from ..forms import Kind, Place, Table
from ..matrix import Matrix
from ..names import Applicant, Line, Measure, Section, Subject
from ..words import Words
from ._addition import is_number
from ._blanks import no_number
from ._engine import Fault, Outcome, Unassessable, rule
from ._places import addresses, name_cells, name_column, name_row, name_table
from ._settings import Count, Ratio
from ._subjects import Pair, Series, label_of
from .pairs import of_two_years

_FORM = "国办公开办函〔2019〕60号、〔2021〕30号所附格式"

_IN_REPORT = Words("在{whose}年的报告中", " in the report for {whose}")
_NO_COMPARISON = Words("无法与{other}年比较", "it cannot be compared with that for {other}")
_NO_REPORT = Words("没有给出报告，无从检查。", "No report was given, so there is nothing to check.")


def blank(pair: Pair, matrix: Matrix, cells: list[int], *, earlier: bool = False) -> Iterator[Outcome]:
    """Yield the doubt that cells of one of the two reports hold no number, if there are any."""
    if cells:
        whose, other = (pair.previous, pair.report) if earlier else (pair.report, pair.previous)
        where, so = _IN_REPORT.format(whose=whose.year), _NO_COMPARISON.format(other=other.year)
        yield no_number(matrix.form, cells, so, where)


@rule(
    Pair,
    Words(
        "本年报告的“上年结转”等于上年报告的“结转下年度继续办理”，七列都相等。",
        "What was carried in equals what the report of the year before carried out, in all seven columns.",
    ),
    Severity.WARNING,
    basis=f"{_FORM}表三第二项、第四项",
)
@of_two_years
def carry_over(pair: Pair) -> Iterator[Outcome]:
    """“上年结转政府信息公开申请数量” is what the year before named “结转下年度继续办理”."""
    now, before = pair.report.requests.matrix, pair.previous.requests.matrix
    missing: tuple[list[int], list[int]] = ([], [])
    for column in dict.fromkeys(place.column for place in now.form.places):
        arrived, left = now.get((Line.CARRIED_IN, column.key)), before.get((Line.CARRIED_OUT, column.key))
        if arrived is None:
            missing[0].append(now.form.index[Line.CARRIED_IN, column.key])
        if left is None:
            missing[1].append(before.form.index[Line.CARRIED_OUT, column.key])
        if arrived is not None and left is not None and arrived != left:
            yield _not_carried(pair, now.form.places[now.form.index[Line.CARRIED_IN, column.key]], arrived, left)
    yield from blank(pair, now, missing[0])
    yield from blank(pair, before, missing[1], earlier=True)


def _not_carried(pair: Pair, place: Place, arrived: Number, left: Number) -> Fault:
    message = Words(
        "{column}：{year}年的上年结转{arrived}件，与{earlier}年报告的结转下年度{left}件不一致。",
        "{column}: {arrived} carried in in {year}, but {left} carried out in {earlier}.",
    )
    advice = Words(
        "核对两年的台账；上年报告公布后有更正、机构合并分立、统计范围或申请人归类有变的，在报告中说明。",
        "Compare the records of both years; if the earlier report was corrected, or the organ, the scope or the "
        "kinds of applicants changed, say so in the report.",
    )
    named = message.format(
        column=name_column(pair.report.requests.matrix.form, place.column),
        year=pair.report.year,
        earlier=pair.previous.year,
        arrived=arrived,
        left=left,
    )
    # A request may be put into another column; that the total of one organ changes cannot be.
    grave = place.column.key == Applicant.TOTAL and pair.same_organ
    difference = f"{left} → {arrived}，差 {abs(arrived - left)}"
    return Fault(place.address, named, difference, advice, Severity.ERROR if grave else None)


@rule(
    Pair,
    Words(
        "现行有效件数等于上年现行有效件数加本年制发件数减本年废止件数。",
        "What is in force is what was in force the year before, plus what was issued, minus what was repealed.",
    ),
    Severity.WARNING,
    basis="国办公开办函〔2021〕30号所附格式表二“本年制发件数”“本年废止件数”“现行有效件数”",
)
@of_two_years
def stock_and_flow(pair: Pair) -> Iterator[Outcome]:
    """“现行有效件数” is a stock, “本年制发件数” and “本年废止件数” are what flows in and out."""
    for report in (pair.report, pair.previous):
        if Measure.IN_FORCE not in report.proactive.table.form.column_parts:
            message = Words(
                "{year}年的报告用{edition}年格式，没有“现行有效件数”，无法核对。",
                "The report for {year} uses the form of {edition}, which has no documents in force to compare with.",
            )
            yield Unassessable((Section.PROACTIVE,), message.format(year=report.year, edition=report.edition))
            return
    for subject in (Subject.RULES, Subject.NORMATIVE_DOCUMENTS):
        yield from _flow(pair, subject)


def _flow(pair: Pair, subject: Subject) -> Iterator[Outcome]:
    now, before = pair.report.proactive.table, pair.previous.proactive.table
    measures = (Measure.ISSUED, Measure.REPEALED, Measure.IN_FORCE)
    stock = before.get((subject, Measure.IN_FORCE))
    if stock is None:
        yield from blank(pair, before, [before.form.index[subject, Measure.IN_FORCE]], earlier=True)
    missing = [now.form.index[subject, measure] for measure in measures if (subject, measure) not in now]
    yield from blank(pair, now, missing)
    if stock is None or missing:
        return
    issued, repealed, in_force = (now[subject, measure] for measure in measures)
    due = stock + issued - repealed
    if due != in_force:
        message = Words(
            "{row}：{year}年现行有效{in_force}件，与{earlier}年现行有效件数加制发、减废止所得的{due}件不一致。",
            "{row}: {in_force} in force in {year}, but those of {earlier} plus issued minus repealed are {due}.",
        )
        advice = Words(
            "核对清理结果；宣布失效、到期失效、修改后继续有效或因机构改革承接的文件，在报告中说明。",
            "Compare the review of documents; tell of those that expired, were amended or taken over from others.",
        )
        cells = [now.form.index[subject, measure] for measure in measures]
        row = name_row(now.form, now.form.places[cells[0]].row)
        values = {"row": row, "in_force": in_force, "due": due, "year": pair.report.year}
        spelled = f"{stock} + {issued} - {repealed} = {due}，填报 {in_force}，差 {abs(due - in_force)}"
        yield Fault(addresses(now.form, cells), message.format(**values, earlier=pair.previous.year), spelled, advice)


@rule(
    Pair,
    Words(
        "各项数字与上年相比没有成倍的变化；有的，看一看是否填错。",
        "No figure is many times that of the year before; where one is, it is worth a look.",
    ),
    Severity.NOTICE,
)
@of_two_years
def sharp_change(pair: Pair, *, ratio: float = Ratio(5), difference: int = Count(10)) -> Iterator[Outcome]:
    """A slipped digit or a wrong unit shows as a leap; small numbers leap by themselves."""
    for now, before in zip(pair.report.tables, pair.previous.tables, strict=True):
        yield from _leaps(pair, now, before, Decimal(str(ratio)), difference)


@cache
def _counterparts(now: Table, before: Table) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """Which cells of a table can be compared with which of another's; and those that it has not."""
    found = {p.index: before.index.get((p.row.key, p.column.key)) for p in now.places if p.kind is not Kind.CHANGE}
    pairs = {here: there for here, there in found.items() if there is not None}
    return tuple(pairs), tuple(pairs.values()), tuple(here for here, there in found.items() if there is None)


def _leaps(pair: Pair, now: Matrix, before: Matrix, ratio: Decimal, least: int) -> Iterator[Outcome]:
    here, there, without = _counterparts(now.form, before.form)
    missing = [cell for cell in here if not is_number(now.cells[cell])]
    earlier = [cell for cell in there if not is_number(before.cells[cell])]
    found: list[tuple[int, str]] = []
    for cell, other in zip(here, there, strict=True):
        new, old = now.cells[cell], before.cells[other]
        if new != old and is_number(new) and is_number(old) and _leapt(new, old, ratio, least):
            found.append((cell, f"{print_value(old)} → {print_value(new)}"))
    if found:
        yield _leap(pair, now, found)
    yield from blank(pair, now, missing)
    yield from blank(pair, before, earlier, earlier=True)
    if without:
        yield _incomparable(pair, now, list(without))


def _leapt(new: Number, old: Number, ratio: Decimal, least: int) -> bool:
    low, high = sorted((new, old))
    return high >= low + least and high > low * ratio


def _leap(pair: Pair, now: Matrix, found: list[tuple[int, str]]) -> Fault:
    message = Words(
        "{cells}与{earlier}年相比变化很大，共{count}格。",
        "{cells}: far from the figures of {earlier}, {count} in all.",
    )
    advice = Words(
        "核对是否填错位数、行列或单位；确有其事的可在总体情况中说明。",
        "See whether a digit, a row or a unit is wrong; if it is so, the overview may say why.",
    )
    cells = [cell for cell, _ in found]
    named = message.format(cells=name_cells(now.form, cells), earlier=pair.previous.year, count=len(cells))
    return Fault(addresses(now.form, cells), named, "，".join(change for _, change in found), advice)


def _incomparable(pair: Pair, now: Matrix, cells: list[int]) -> Unassessable:
    message = Words(
        "{table}：{earlier}年的报告用{edition}年格式，有{count}格没有可比的项目。",
        "{table}: the report for {earlier} uses the form of {edition}, which lacks {count} of its cells.",
    )
    values = {"earlier": pair.previous.year, "edition": pair.previous.edition, "count": len(cells)}
    return Unassessable(addresses(now.form, cells), message.format(table=name_table(now.form), **values))


_NO_PLACE = Words(
    "{report}：不知道年份或机关，无法排入各年。",
    "{report}: of an unknown year or organ, so it has no place in the series.",
)
_ONE_YEAR = Words(
    "报告都是{year}年的，没有相邻两年可以比较。",
    "All reports are for {year}: there are no two years in a row to compare.",
)


@rule(
    Series,
    Words("每年的报告都在，前后相接。", "There is a report for every year."),
    Severity.NOTICE,
    basis="《条例》第四十九条",
)
def previous_report_missing(series: Series) -> Iterator[Outcome]:
    """“于每年1月31日前…公布上一年度政府信息公开工作年度报告”: every year has one."""
    if not series.reports:
        yield Unassessable((), _NO_REPORT)
    placed = series.placed
    first = min((year for _, year in placed), default=None)
    unplaced = [report for report in series.reports if report.year is None or not report.organization]
    yield from (Unassessable((), _NO_PLACE.format(report=label_of(report))) for report in unplaced)
    for (organ, year), (report, *_) in placed.items():
        if year != first and (organ, year - 1) not in placed:
            message = Words(
                "没有{organ}{earlier}年的报告，{year}年的无从与上年比较。",
                "There is no report of {organ} for {earlier}, so that for {year} cannot be compared.",
            )
            advice = Words(
                "补上所缺的报告；机构新设、更名或合并的，说明情况。",
                "Add the missing report; tell if the organ is new, renamed or merged.",
            )
            values = {"organ": report.organization, "earlier": year - 1, "year": year}
            yield Fault((), message.format(**values), advice=advice)
    if not unplaced and {year for _, year in placed} == {first}:
        yield Unassessable((), _ONE_YEAR.format(year=first))


@rule(
    Series,
    Words("一个机关一年只有一份报告。", "An organ has one report a year."),
    Severity.WARNING,
    basis="《条例》第四十九条",
)
def one_report_a_year(series: Series) -> Iterator[Outcome]:
    """What was published is one authoritative copy; of several, it is in doubt which one holds."""
    if not series.reports:
        yield Unassessable((), _NO_REPORT)
    for reports in series.placed.values():
        if len(reports) > 1:
            message = Words(
                "{report}的报告有{count}份，只用先给出的一份与前后年比较。",
                "{report}: {count} reports; only the first one given is compared with other years.",
            )
            advice = Words("只留正式公布的一份。", "Keep the one that was published.")
            yield Fault((), message.format(report=label_of(reports[0]), count=len(reports)), advice=advice)
