"""Figures that are possible but hardly right: what an organ has no power to do, what does not go together."""

from collections.abc import Iterator

from ..findings import Severity
from ..matrix import Matrix
from ..names import Measure, Procedure, Subject
from ..names import Outcome as End
from ..report import Report
from ..tables import ProactiveTable, ReviewLitigationTable
from ..words import Words
from ._blanks import no_number
from ._engine import Fault, Outcome, rule
from ._organs import Level, level_of
from ._places import addresses, name_cells


def cells_of(table: Matrix, row: str, columns: tuple[str, ...]) -> tuple[int, ...]:
    """Give the places of some cells of a row."""
    return tuple(table.form.index[row, column] for column in columns)


def unknown(table: Matrix, cells: tuple[int, ...]) -> Iterator[Outcome]:
    """Say which cells without a number keep a rule from being assessed."""
    yield no_number(table.form, [cell for cell in cells if not isinstance(table.cells[cell], int)])


_SEVERITIES = {
    Level.TOWNSHIP: Severity.ERROR,
    Level.COUNTY: Severity.WARNING,
    Level.DEPARTMENT: Severity.WARNING,
}


@rule(
    Report,
    Words("没有规章制定权的机关，表二“规章”行填0。", "An organ without power to make rules has 0 in the row of rules."),
    Severity.ERROR,
    basis="《中华人民共和国立法法》关于规章的规定",
)
def rules_of_townships(report: Report) -> Iterator[Outcome]:
    """国务院部门, 省级政府 and 设区的市、自治州的人民政府 make rules; nobody below them does, nor their departments."""
    severity = _SEVERITIES.get(level_of(report.organization))
    if severity is None:
        return
    table = report.proactive.table
    row = table.row(Subject.RULES)
    filled = tuple(
        table.form.index[Subject.RULES, column] for column, value in row.items() if isinstance(value, int) and value
    )
    if filled:
        message = Words(
            "“{organ}”没有规章制定权，{cells}却不是0。", "“{organ}” has no power to make rules, but {cells} is not 0."
        )
        advice = Words(
            "改填0；本机关制定的文件计入“行政规范性文件”，执行上级规章不计。",
            "Write 0; own documents count as normative documents, and rules of others do not count.",
        )
        named = message.format(organ=report.organization, cells=name_cells(table.form, filled))
        yield Fault(addresses(table.form, filled), named, advice=advice, severity=severity)
    elif any(not isinstance(value, int) for value in row.values()):
        yield from unknown(table, cells_of(table, Subject.RULES, tuple(row)))


@rule(
    ProactiveTable,
    Words(
        "现行有效件数与本年废止件数之和不少于本年制发件数。",
        "What is in force and what was repealed are together no less than what was issued.",
    ),
    Severity.WARNING,
    basis="《条例》第二十条第（一）项",
    editions=(2021,),
)
def in_force_covers_issued(table: ProactiveTable) -> Iterator[Outcome]:
    """A document issued this year is in force at its end, or was repealed in it."""
    for subject in (Subject.RULES, Subject.NORMATIVE_DOCUMENTS):
        cells = cells_of(table, subject, (Measure.ISSUED, Measure.REPEALED, Measure.IN_FORCE))
        figures = [value for cell in cells if isinstance(value := table.cells[cell], int)]
        if len(figures) < len(cells):
            yield from unknown(table, cells)
            continue
        issued, repealed, in_force = figures
        if in_force + repealed < issued:
            message = Words(
                "{cells}：现行有效件数与本年废止件数之和少于本年制发件数。",
                "{cells}: fewer are in force or were repealed than were issued this year.",
            )
            named = message.format(cells=name_cells(table.form, cells))
            arithmetic = (
                f"{in_force} + {repealed} = {in_force + repealed} < {issued}，差 {issued - in_force - repealed}"
            )
            advice = Words(
                "现行有效件数含以前年度制发、仍然有效的文件。",
                "Documents of earlier years that still hold count as in force.",
            )
            yield Fault(addresses(table.form, cells), named, arithmetic, advice)


@rule(
    ReviewLitigationTable,
    Words(
        "有复议后起诉的，一般有行政复议。",
        "Where cases went on to court after reconsideration, there was reconsideration.",
    ),
    Severity.NOTICE,
)
def reconsideration_before_litigation(table: ReviewLitigationTable) -> Iterator[Outcome]:
    """复议后起诉 comes after 行政复议, in the same year or in one before it."""
    row = table.form.index[Procedure.RECONSIDERATION, End.TOTAL]
    after = table.form.index[Procedure.LITIGATION_AFTER_RECONSIDERATION, End.TOTAL]
    first, then = table.cells[row], table.cells[after]
    if not isinstance(first, int) or not isinstance(then, int):
        yield from unknown(table, (row, after))
    elif then and not first:
        message = Words(
            "复议后起诉{count}件，行政复议却是0件。", "{count} cases after reconsideration, but no reconsideration."
        )
        advice = Words(
            "核对：复议在以前年度或计在其他机关的，可以不改。",
            "Check; it may stand if the reconsideration was in an earlier year or is counted elsewhere.",
        )
        yield Fault(addresses(table.form, (after, row)), message.format(count=then), advice=advice)
