"""Which single cell the failing sums of a table point at.

A cell is a suspect if every sum that it has a part in fails, two of them at least, and all by the
same amount: then one change of that cell settles them all and disturbs none that holds. It is named
in a finding only if no other cell could be meant there. Sums that cannot be assessed say nothing.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from attrs import evolve

from ..findings import Finding, Findings, Suspect
from ..forms import Kind, Table
from ..matrix import Matrix
from ..words import Words
from ._places import addresses, name_cells
from .arithmetic import (
    Equation,
    applicant_total,
    balances,
    column_totals,
    concluded_total,
    request_balance,
    review_litigation_total,
    row_totals,
)

SUMS = frozenset(rule.name for rule in (request_balance, concluded_total, applicant_total, review_litigation_total))
"""The rules whose findings may point at a cell."""


@cache
def equations(table: Table) -> tuple[Equation, ...]:
    """All sums of a table, of whatever rule."""
    return (*balances(table), *column_totals(table), *row_totals(table))


@cache
def parts_in(table: Table) -> tuple[tuple[tuple[int, int], ...], ...]:
    """For each cell, the sums that it has a part in, with the sign of its part."""
    found: list[list[tuple[int, int]]] = [[] for _ in table.places]
    for number, equation in enumerate(equations(table)):
        for sign, side in ((1, equation.left), (-1, equation.right)):
            for cell in side:
                found[cell].append((number, sign))
    return tuple(map(tuple, found))


def differences(matrix: Matrix) -> dict[int, int]:
    """By how much the left side of each sum is too great; what cannot be assessed is left out."""
    found: dict[int, int] = {}
    for number, equation in enumerate(equations(matrix.form)):
        figures = equation.pick(matrix.cells)
        middle = len(equation.left)
        try:
            found[number] = sum(figures[:middle]) - sum(figures[middle:])
        except TypeError:
            continue
    return found


def candidates(matrix: Matrix) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Walk the cells that one change would mend: the cell, what it would say, and the sums that this settles."""
    off = differences(matrix)
    for cell, parts in enumerate(parts_in(matrix.form)):
        value = matrix.cells[cell]
        if type(value) is not int or matrix.form.places[cell].kind is not Kind.COUNT:
            continue
        known = [(number, sign * off[number]) for number, sign in parts if number in off]
        excess = {amount for _, amount in known}
        if len(known) > 1 and len(excess) == 1 and 0 not in excess:
            proposed = value - excess.pop()
            if proposed >= 0:
                yield cell, proposed, tuple(number for number, _ in known)


def suspects(matrix: Matrix) -> dict[tuple[str, ...], Suspect]:
    """Name the suspect of each failing sum that has exactly one, by the addresses of the sum."""
    by_sum: dict[int, list[Suspect]] = {}
    for cell, proposed, settled in candidates(matrix):
        suspect = _suspect(matrix, cell, proposed, len(settled))
        for number in settled:
            by_sum.setdefault(number, []).append(suspect)
    table = matrix.form
    sums = equations(table)
    return {
        addresses(table, (*sums[number].left, *sums[number].right)): found[0]
        for number, found in by_sum.items()
        if len(found) == 1
    }


def _suspect(matrix: Matrix, cell: int, proposed: int, count: int) -> Suspect:
    message = Words(
        "若{cell}应为{proposed}（填报{printed}），这里的{count}处不符就都消除，请先核对这一格。",
        "If {cell} should say {proposed} (it says {printed}), all {count} differences go; look at it first.",
    )
    values = {"proposed": proposed, "printed": matrix.cells[cell], "count": count}
    named = message.format(cell=name_cells(matrix.form, [cell]), **values)
    return Suspect(matrix.form.places[cell].address, proposed, named)


def with_suspects(findings: Findings, things: Iterable[object]) -> Findings:
    """Let the findings about sums name the cell that they point at; a clean check costs nothing."""
    failing = {finding.where[0].partition(".")[0] for finding in findings if finding.rule in SUMS}
    if not failing:
        return findings
    named: dict[tuple[str, ...], Suspect] = {}
    for thing in things:
        if isinstance(thing, Matrix) and thing.section in failing:
            named |= suspects(thing)

    def pointed(finding: Finding) -> Finding:
        suspect = named.get(finding.where) if finding.rule in SUMS else None
        return finding if suspect is None else evolve(finding, suspect=suspect)

    return evolve(findings, items=tuple(map(pointed, findings.items)))
