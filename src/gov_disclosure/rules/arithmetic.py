"""The sums of the form. They follow from its declaration alone: what totals what, and what balances.

An equation is two sets of cells whose sums must be equal. It is picked out of the flat tuple of
cells in one go; words are made only where it fails. A blank or a mark cannot be added, so an
equation with one is not assessable: it has neither passed nor failed, unless what is printed beside
the blanks is too much already.
"""

from collections.abc import Callable, Iterator
from functools import cache
from operator import itemgetter

from attrs import Factory, field, frozen

from ..findings import Severity
from ..forms import Table
from ..matrix import Matrix
from ..tables import RequestMatrix, ReviewLitigationTable
from ..words import Words
from ._blanks import no_number
from ._engine import Fault, Outcome, Unassessable, rule
from ._places import addresses, count_cells, name_column, name_row

Cells = tuple[int, ...]

_DERIVED = "国办公开办函〔2019〕60号、〔2021〕30号所附格式中的“总计”"


@frozen
class Equation:
    """Cells whose sum must be that of other cells; a total stands alone on the left."""

    left: Cells
    right: Cells
    place: Words
    """The column or the row that they stand in."""
    pick: Callable[[tuple[object, ...]], tuple[int, ...]] = field(
        init=False, default=Factory(lambda self: itemgetter(*self.left, *self.right), takes_self=True)
    )
    """Take the figures of both sides out of a table at once; what is no figure will not add up."""


@cache
def balances(table: Table) -> tuple[Equation, ...]:
    """The declared balances, column by column."""
    return tuple(
        Equation(equation.left, equation.right, name_column(table, table.places[equation.left[0]].column))
        for equation in table.equations
    )


@cache
def column_totals(table: Table) -> tuple[Equation, ...]:
    """The totals that stand under the figures of a column."""
    return tuple(
        Equation((total.target,), total.parts, name_column(table, table.places[total.target].column))
        for total in table.sums
        if total.column
    )


@cache
def row_totals(table: Table) -> tuple[Equation, ...]:
    """The totals that stand at the end of a row."""
    return tuple(
        Equation((total.target,), total.parts, name_row(table, table.places[total.target].row))
        for total in table.sums
        if not total.column
    )


def side(figures: tuple[int | None, ...]) -> str:
    """Spell a sum: "12 + 1 = 13"; with blanks it is the least: "12 + 1 ≥ 13". Of many figures zeros are left out."""
    printed = [figure for figure in figures if figure is not None]
    terms = [figure for figure in printed if figure or len(figures) < 7]
    terms += [0] * (2 - len(terms))
    return f"{' + '.join(map(str, terms))} {'=' if len(printed) == len(figures) else '≥'} {sum(printed)}"


def spelled(equation: Equation, figures: tuple[int | None, ...]) -> str:
    """Spell both sides of an equation, and by how much they differ if that is known."""
    left, right = figures[: len(equation.left)], figures[len(equation.left) :]
    sides = f"{side(right)}，填报 {left[0]}" if len(left) == 1 else f"{side(left)}，{side(right)}"
    if None in figures:
        return sides
    return f"{sides}，差 {abs(sum(filter(None, left)) - sum(filter(None, right)))}"


def holds(equation: Equation, cells: tuple[object, ...]) -> bool | None:
    """Tell whether both sides are equal; `None` where a blank or a mark keeps that from being told.

    No count is negative, so what is printed on a side with blanks is the least that it can be: if that
    is more than the whole other side, no figure in the blanks makes them equal.
    """
    figures = equation.pick(cells)
    left, right = figures[: len(equation.left)], figures[len(equation.left) :]
    try:
        return sum(left) == sum(right)
    except TypeError:
        if any(figure is not None and type(figure) is not int for figure in figures):
            return None
    least, other = sum(filter(None, left)), sum(filter(None, right))
    known = (None not in left and other > least) or (None not in right and least > other)
    return False if known else None


_WHATEVER = Words("{said}空白处不论填多少，都不会相等。", "{said} No figure in the blanks can make them equal.")


def unequal(matrix: Matrix, equations: tuple[Equation, ...], message: Words, advice: Words) -> Iterator[Outcome]:
    """Yield a fault for each equation that does not hold, and one doubt for all that cannot be assessed."""
    unknown: list[Equation] = []
    for equation in equations:
        held = holds(equation, matrix.cells)
        if held is None:
            unknown.append(equation)
        elif not held:
            figures, said = equation.pick(matrix.cells), message.format(place=equation.place)
            if None in figures:
                said = _WHATEVER.format(said=said)
            where = addresses(matrix.form, (*equation.left, *equation.right))
            yield Fault(where, said, spelled(equation, figures), advice)
    if unknown:
        yield unassessable(matrix, unknown, len(equations))


def unassessable(matrix: Matrix, unknown: list[Equation], of: int) -> Unassessable:
    """Say which cells keep equations from being assessed."""
    operands = sorted({cell for equation in unknown for cell in (*equation.left, *equation.right)})
    places = matrix.form.places
    missing = [cell for cell in operands if (places[cell].row.key, places[cell].column.key) not in matrix]
    so = Words("{of}组数中有{count}组无法核对", "{count} of {of} sums cannot be assessed")
    return no_number(matrix.form, missing, so.format(count=len(unknown), of=of), name=count_cells)


_CHECK_TOTAL = Words(
    "核对各项和总计，改正填错的一项；各项都无误时，按各项之和改总计。",
    "Compare the parts and the total and mend what is wrong; if the parts are right, the total is their sum.",
)


@rule(
    RequestMatrix,
    Words(
        "表三每一列：第一项加第二项之和，等于第三项加第四项之和。",
        "Table 3, every column: the first item plus the second equals the third plus the fourth.",
    ),
    Severity.ERROR,
    basis="国办公开办函〔2019〕60号、〔2021〕30号所附格式表三注",
)
def request_balance(matrix: RequestMatrix) -> Iterator[Outcome]:
    """“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”, says the corner of the table."""
    message = Words(
        "{place}：第一项加第二项之和不等于第三项加第四项之和。",
        "{place}: the first item plus the second is not the third plus the fourth.",
    )
    advice = Words(
        "核对本列的本年新收、上年结转、办理结果总计和结转下年度四项，改正填错的一项。",
        "Compare the four items of the column (received, carried in, concluded, carried out) and mend what is wrong.",
    )
    yield from unequal(matrix, balances(matrix.form), message, advice)


@rule(
    RequestMatrix,
    Words(
        "表三每一列：（一）至（六）各项之和等于“（七）总计”。",
        "Table 3, every column: items (1) to (6) add up to (7), the total concluded.",
    ),
    Severity.ERROR,
    basis=_DERIVED,
)
def concluded_total(matrix: RequestMatrix) -> Iterator[Outcome]:
    """“（七）总计” stands under the results （一） to （六） of the form and totals them."""
    message = Words(
        "{place}：（一）至（六）各项之和不等于“（七）总计”。",
        "{place}: items (1) to (6) do not add up to (7), the total.",
    )
    yield from unequal(matrix, column_totals(matrix.form), message, _CHECK_TOTAL)


@rule(
    RequestMatrix,
    Words(
        "表三每一行：“自然人”与“法人或其他组织”各列之和等于“总计”。",
        "Table 3, every row: natural persons and the five kinds of organizations add up to the total.",
    ),
    Severity.ERROR,
    basis=_DERIVED,
)
def applicant_total(matrix: RequestMatrix) -> Iterator[Outcome]:
    """“总计” stands beside “自然人” and “法人或其他组织” in the form and totals them."""
    message = Words(
        "{place}：“自然人”与“法人或其他组织”各列之和不等于“总计”。",
        "{place}: natural persons and organizations do not add up to the total.",
    )
    yield from unequal(matrix, row_totals(matrix.form), message, _CHECK_TOTAL)


@cache
def columns_of(
    table: Table,
) -> tuple[tuple[Cells, Callable[[tuple[object, ...]], tuple[object, ...]], Equation, Equation], ...]:
    """Each column: where its requests stand, its results, and the two sums that bind them together."""
    totals = column_totals(table)
    return tuple(
        (balance.left, itemgetter(*total.right, *balance.right), balance, total)
        for balance, total in zip(balances(table), totals, strict=True)
    )


@rule(
    RequestMatrix,
    Words(
        "表三每一列：没有本年新收和上年结转的申请，就没有办理结果和结转下年度的申请。",
        "Table 3, every column: without requests received or carried in there are no results, and none carried out.",
    ),
    Severity.ERROR,
    basis="国办公开办函〔2019〕60号、〔2021〕30号所附格式表三注",
)
def results_have_requests(matrix: RequestMatrix) -> Iterator[Outcome]:
    """What is in neither 第一项 nor 第二项 is in no 第三项 or 第四项; told where a blank keeps the sums from it."""
    cells = matrix.cells
    for requests, results, balance, total in columns_of(matrix.form):
        known = {cells[cell] for cell in requests}
        filled = [value for value in set(results(cells)) if type(value) is int and value]
        if not filled or any(type(value) is int and value for value in known):
            continue
        blank = [cell for cell in requests if type(cells[cell]) is not int]
        if blank:
            yield no_number(matrix.form, blank)
        elif all(holds(equation, cells) is not False for equation in (balance, total)):
            message = Words(
                "{place}：本年新收和上年结转都是0，却有办理结果或结转下年度的申请。",
                "{place}: nothing was received or carried in, but there are results or requests carried out.",
            )
            advice = Words(
                "补填本年新收或上年结转的件数，或改正填错列的结果。",
                "Fill in what was received or carried in, or move the results to their column.",
            )
            where = addresses(
                matrix.form, (*requests, *(c for c in (*total.right, *balance.right) if is_more(cells[c])))
            )
            yield Fault(where, message.format(place=balance.place), advice=advice)


def is_more(value: object) -> bool:
    """Tell whether a cell says more than 0."""
    return type(value) is int and value > 0


@rule(
    ReviewLitigationTable,
    Words(
        "表四每一组：结果维持、结果纠正、其他结果、尚未审结之和等于“总计”。",
        "Table 4, every procedure: upheld, corrected, other outcome and pending add up to the total.",
    ),
    Severity.ERROR,
    basis=_DERIVED,
)
def review_litigation_total(matrix: ReviewLitigationTable) -> Iterator[Outcome]:
    """“总计” stands beside “结果维持”“结果纠正”“其他结果”“尚未审结” in the form and totals them."""
    message = Words(
        "{place}：结果维持、结果纠正、其他结果、尚未审结之和不等于“总计”。",
        "{place}: upheld, corrected, other outcome and pending do not add up to the total.",
    )
    yield from unequal(matrix, row_totals(matrix.form), message, _CHECK_TOTAL)
