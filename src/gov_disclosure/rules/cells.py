"""What a cell of a statistical table may say: a plain number, and 0 where there was nothing.

A blank or a mark is never read as a number; these rules only say that it is there. Every mark is
the business of exactly one of them: `rule_of` tells which.
"""

import re
from collections.abc import Iterator

from ..cells import Mark
from ..findings import Severity
from ..forms import Kind, Place, Table
from ..matrix import Matrix
from ..names import Section
from ..words import Words, fold
from ._engine import Fault, Outcome, rule
from ._places import addresses, name_cells, name_table

_NUMBER = r"\d[\d,]*"
_NEGATIVE = re.compile(rf"-{_NUMBER}(\.\d+)?")
_DECIMAL = re.compile(rf"[+-]?{_NUMBER}\.\d+")
_WHOLE = re.compile(rf"[+-]?{_NUMBER}\.0+")
_WITH_UNIT = re.compile(rf"{_NUMBER}(\.\d+)?[十百千万亿]*元")
_UNIT = re.compile(r"[\d,.]+")

# How many blanks are still an oversight; with more of them the table has not been filled in.
_MANY_BLANKS = {Section.REQUESTS: 10, Section.REVIEW_LITIGATION: 5}


def rule_of(mark: Mark, kind: Kind) -> str:
    """Tell which rule speaks of a mark in a cell of a kind: the most specific one."""
    text = fold(mark.text)
    if kind is not Kind.CHANGE and _NEGATIVE.fullmatch(text):
        return "counts_not_negative"
    if kind is not Kind.MONEY and _DECIMAL.fullmatch(text):
        return "counts_are_whole"
    if kind is Kind.MONEY and _WITH_UNIT.fullmatch(text):
        return "amount_is_plain"
    return "cells_are_numbers"


def marks(matrix: Matrix, rule: str) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """Walk the marks that a rule speaks of: each text once, with the cells that hold it."""
    if Mark not in set(map(type, matrix.cells)):
        return
    found: dict[str, list[Place]] = {}
    for place, value in zip(matrix.form.places, matrix.cells, strict=True):
        if isinstance(value, Mark) and rule_of(value, place.kind) == rule:
            found.setdefault(value.text, []).append(place)
    yield from ((text, tuple(places)) for text, places in found.items())


def fault(
    places: tuple[Place, ...],
    table: Table,
    message: Words,
    advice: Words,
    severity: Severity | None = None,
    **values: object,
) -> Fault:
    """Make the fault about some cells of a table; its message may name them, their count and other values."""
    cells = [place.index for place in places]
    named = message.format(cells=name_cells(table, cells), table=name_table(table), count=len(cells), **values)
    return Fault(addresses(table, cells), named, advice=advice, severity=severity)


@rule(
    Matrix,
    Words(
        "统计表每格都填数字，没有发生的填0。",
        "Every cell of a table holds a number, 0 where there was nothing to count.",
    ),
    Severity.WARNING,
)
def cells_filled(matrix: Matrix) -> Iterator[Outcome]:
    """A blank does not say 0: it says nothing, and no sum that needs it can be checked."""
    if None not in matrix.cells:
        return
    blank = tuple(place for place, value in zip(matrix.form.places, matrix.cells, strict=True) if value is None)
    message = Words("{cells}空白，共{count}格。", "{cells}: {count} blank.")
    if len(blank) == len(matrix.cells):
        message = Words(
            "{table}没有填写，{count}格全部空白。", "{table} has not been filled in: all {count} cells are blank."
        )
    advice = Words(
        "没有发生的填0，有数的补填；空白不等于0，相关合计无法核对。",
        "Write 0 where there was nothing, and the number where there was; a blank is not 0 and cannot be added.",
    )
    many = len(blank) > _MANY_BLANKS.get(matrix.section, len(matrix.cells) - 1)
    yield fault(blank, matrix.form, message, advice, Severity.ERROR if many else None)


@rule(
    Matrix,
    Words("统计表各格只填数字，不填“/”“—”“无”等。", "Cells hold numbers, not signs such as “/”, “—” or “无”."),
    Severity.WARNING,
)
def cells_are_numbers(matrix: Matrix) -> Iterator[Outcome]:
    """A sign in place of a figure is not 0, and cannot be added."""
    message = Words("{cells}填的是“{text}”，不是数字。", "{cells}: “{text}” is not a number.")
    advice = Words(
        "改填数字；没有发生的填0，说明文字移到正文。",
        "Write the number, 0 if there was nothing; an explanation belongs in the text.",
    )
    for text, places in marks(matrix, "cells_are_numbers"):
        yield fault(places, matrix.form, message, advice, text=text)


@rule(
    Matrix,
    Words("件数和金额不小于0（本年增/减除外）。", "Counts and amounts are 0 or more (changes excepted)."),
    Severity.ERROR,
)
def counts_not_negative(matrix: Matrix) -> Iterator[Outcome]:
    """What is counted cannot be fewer than none; only 本年增/减 of the trial form has a sign."""
    message = Words("{cells}填的是负数“{text}”。", "{cells}: “{text}” is negative.")
    advice = Words("核对原始数据后改正。", "Mend it after the original records.")
    for text, places in marks(matrix, "counts_not_negative"):
        yield fault(places, matrix.form, message, advice, text=text)


@rule(
    Matrix,
    Words("件数是整数，只有金额可以有小数。", "Counts are whole; only amounts may have decimals."),
    Severity.ERROR,
)
def counts_are_whole(matrix: Matrix) -> Iterator[Outcome]:
    """件 are whole; "12.0" is only written oddly, so it is a notice."""
    message = Words("{cells}填的是小数“{text}”，件数应为整数。", "{cells}: “{text}” is not a whole number.")
    advice = Words("核对后改为整数。", "Write a whole number.")
    for text, places in marks(matrix, "counts_are_whole"):
        odd = Severity.NOTICE if _WHOLE.fullmatch(fold(text)) else None
        yield fault(places, matrix.form, message, advice, odd, text=text)


@rule(
    Matrix,
    Words(
        "金额只填数字，表头印有单位的以其为准。", "Amounts are plain numbers, in the unit of the heading if it has one."
    ),
    Severity.WARNING,
    basis="国办公开办函〔2021〕30号、国办公开办函〔2019〕60号所附格式表二的金额栏",
)
def amount_is_plain(matrix: Matrix) -> Iterator[Outcome]:
    """“本年收费金额（单位：万元）”: a unit in the cell is one too many, or another one."""
    message = Words("{cells}填的是“{text}”，带有单位。", "{cells}: “{text}” carries a unit.")
    for text, places in marks(matrix, "amount_is_plain"):
        unit, head = _UNIT.sub("", fold(text)), places[0].column.label
        printed = "单位" in head
        another = printed and f"单位：{unit}）" not in head
        advice = _BY_HEADING if printed else _NO_UNIT
        yield fault(places, matrix.form, message, advice, None if another else Severity.NOTICE, text=text)


_BY_HEADING = Words(
    "只填数字；与表头单位不同的先换算，如251000元在“单位：万元”下填25.1。",
    "Write the number alone, converted to the unit of the heading: 251000元 is 25.1 under 万元.",
)
_NO_UNIT = Words(
    "只填数字；该栏表头没有印单位，单位写在正文里。",
    "Write the number alone; the heading prints no unit, so that the unit belongs in the text.",
)
