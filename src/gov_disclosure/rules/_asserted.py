"""How a claim of the text is held against the tables.

The figure of an address is what is printed, or the sum of the printed figures of the rows and
columns that it stands for. A blank is not 0, but no count is negative: what is printed is the least
that a sum can be, so a claim below it is wrong whatever the blanks hold, and any other claim cannot
be assessed.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache

from attrs import frozen

from ..claims import LONGEST, Claim, Reading, claims_of, unread
from ..findings import Severity
from ..forms import Table
from ..names import Section
from ..report import Report
from ..words import Words
from ._blanks import no_number
from ._engine import Fault, Outcome, Unassessable
from ._places import addresses, name_cells

__all__ = ["Figure", "compared", "figure_of", "name_address", "once"]

ADVICE = Words("核对文字与表格，改正不一致的一处。", "Compare text and table, and mend the one that is wrong.")
_PLACES = list(Section)
_ENDLESS = Words(
    "{part}有一句太长（超过{most}字，或括号过多），其中的数没有与表格核对。",
    "{part} has a sentence too long to be read (over {most} characters, or too many brackets): its figures were not "
    "held against the tables.",
)


@frozen
class Figure:
    """What a table says at the addresses of a reading."""

    table: Table
    cells: tuple[int, ...]
    terms: tuple[int | Decimal, ...]
    """The figures that are printed there."""
    blanks: tuple[int, ...]
    """The cells without a figure that keep the sum from being known."""

    @property
    def total(self) -> int | Decimal:
        """The sum of the figures: the whole one, or the least that it can be."""
        return sum(self.terms)

    def may_be(self, claim: Claim) -> bool:
        """Tell whether the claim is right, or could be if the blanks were filled in."""
        return claim.agrees(self.total) or (bool(self.blanks) and claim.value > self.total)


@cache
def cells_of(table: Table, row: str, column: str) -> tuple[int, ...]:
    """Give the cells that an address stands for; none if the edition has no such row or column."""
    index = table.index
    if (row, column) in index:
        return (index[row, column],)
    rows = table.row_parts.get(row, ())
    if rows and all((one, column) in index for one in rows):
        return tuple(index[one, column] for one in rows)
    columns = table.column_parts.get(column, ())
    return tuple(index[one, other] for one in rows for other in columns if (one, other) in index)


@cache
def row_sums(table: Table) -> dict[int, tuple[int, ...]]:
    """Give the cells that a total at the end of a row is the sum of."""
    return {total.target: total.parts for total in table.sums if not total.column}


def figure_of(report: Report, reading: Reading) -> Figure | None:
    """Look up what the tables say at some addresses of one table; `None` if the edition has no such cells."""
    section = reading[0].partition(".")[0]
    matrix = next((table for table in report.tables if table.section == section), None)
    if matrix is None:
        return None
    table = matrix.form
    found: list[int] = []
    for address in reading:
        _, row, column = address.split(".")
        cells = cells_of(table, row, column)
        if not cells:
            return None
        found += cells
    terms: list[int | Decimal] = []
    blanks: list[int] = []
    for cell in found:
        value = matrix.cells[cell]
        parts = (cell,) if isinstance(value, int | Decimal) else row_sums(table).get(cell, (cell,))
        figures = [figure for figure in (matrix.cells[part] for part in parts) if isinstance(figure, int | Decimal)]
        terms.append(sum(figures)) if figures else None
        blanks += [cell] if len(figures) < len(parts) else []
    return Figure(table, tuple(found), tuple(terms), tuple(blanks))


def name_address(address: str) -> Words:
    """Name where a text stands: 第一部分."""
    number = _PLACES.index(Section(address))
    return Words(f"第{'一二三四五六'[number]}部分", f"Part {number + 1}")


def once(claims: Iterator[Claim]) -> list[Claim]:
    """Leave out what is claimed again."""
    return list({(claim.readings, claim.value): claim for claim in reversed(list(claims))}.values())[::-1]


def compared(
    report: Report, wanted: Callable[[str], bool], weigh: Callable[[str], Severity | None] = lambda _: None
) -> Iterator[Outcome]:
    """Hold the claims about some addresses against the tables; `weigh` gives the severity of some."""
    yield from (Unassessable(part, _ENDLESS.format(part=name_address(part), most=LONGEST)) for part in unread(report))
    for claim in once(claim for claim in claims_of(report) if wanted(claim.addresses[0])):
        figures = [figure for reading in claim.readings if (figure := figure_of(report, reading))]
        if any(not figure.blanks and claim.agrees(figure.total) for figure in figures) or not figures:
            continue
        open_ones = [figure for figure in figures if figure.may_be(claim)]
        if open_ones:
            yield _doubt(claim, open_ones[0])
        else:
            yield _fault(claim, figures, weigh(claim.addresses[0]))


def _doubt(claim: Claim, figure: Figure) -> Unassessable:
    so = Words("无法核对{part}写的“{quote}”", "“{quote}” of {part} cannot be checked")
    return no_number(figure.table, figure.blanks, so.format(part=name_address(claim.part), quote=claim.quote))


def _fault(claim: Claim, figures: list[Figure], severity: Severity | None) -> Fault:
    message = Words("{part}写“{quote}”，与表格不一致：{figures}。", "{part} says “{quote}”, but {figures}.")
    said = [_said(figure) for figure in figures]
    listed = Words("，".join(one.zh for one in said), ", ".join(one.en for one in said))
    places = dict.fromkeys(place for figure in figures for place in addresses(figure.table, figure.cells))
    return Fault(
        (*places, claim.part),
        message.format(part=name_address(claim.part), quote=claim.quote, figures=listed),
        spelled(claim, figures),
        ADVICE,
        severity,
    )


def _said(figure: Figure) -> Words:
    """Say what a table has: 表三…为 12, or together, or at least."""
    least = Words("至少", "at least ") if figure.blanks else Words("", "")
    template = Words("{cells}为{least}{total}", "{cells} has {least}{total}")
    if len(figure.cells) > 1:
        template = Words("{cells}合计{least}{total}", "{cells} add up to {least}{total}")
    return template.format(cells=name_cells(figure.table, figure.cells), least=least, total=figure.total)


def spelled(claim: Claim, figures: list[Figure]) -> str:
    """Spell what the table and the text have, and by how much they differ."""
    figure = min(figures, key=lambda one: abs(Decimal(one.total) - claim.value))
    terms = [term for term in figure.terms if term]
    total = f"{' + '.join(map(str, terms))} = {figure.total}" if len(terms) > 1 else str(figure.total)
    return f"表中 {total}，文中 {claim.value}，差 {abs(Decimal(figure.total) - claim.value)}"
