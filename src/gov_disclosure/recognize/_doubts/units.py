"""The unit of the figures: what a table says about it, and what its cells print behind them.

The form counts 件 and takes money in 万元. A table that says another unit above or below it has other figures:
each is kept with its unit, as text. A table that prints 件 behind all of its counts has just those.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache

from attrs import frozen

from ...cells import Mark, parse_value
from ...diagnostics import DIAGNOSTICS
from ...findings import Finding
from ...forms import Kind, Place
from ...words import fold
from .._cells.sums import adds_up, held
from .._lines.lines import Line, Shape, is_figure
from .._rows.align import Match
from .._rows.slots import Slot

__all__ = ["PIECES", "Units", "has_units", "said_of_units", "units_around", "units_of", "without_units"]

_PIECES = "[件个項项条宗起份次例]"
PIECES = re.compile(rf" ?{_PIECES}$")
"""What is counted, as a list or a cell says it behind a figure; no part of the number."""
_COUNT = re.compile(rf"[+-]?[\d,，]+(?: ?{_PIECES})?")
_MANY = "[十百千万亿]"
_SAID = re.compile(rf"单位:((?:{_MANY}*(?:元|人次|[件个项条宗起份次例人])[,/和及]?)+)(?![\u4e00-\u9fff])")
_ONE = re.compile(rf"({_MANY}*)(元|人次|[件个项条宗起份次例人])")
_IN_HEADER = re.compile(rf"单位:?({_MANY}*元)\)")
_ABOVE = 15
"""So many lines above a table what is said may be of it, if no figures stand between."""
_BELOW = 3
_SOME = 3
"""So many figures with what is counted behind them are printed like that on purpose."""
_FORM, _PIECE = "万元", "件"


@frozen
class Units:
    """The units that a table says its figures are in, where they are not those of the form."""

    counts: str = ""
    money: str = ""


@lru_cache(maxsize=1024)
def _said(text: str) -> Units:
    """Give the other units that a text says."""
    found = [one for units in _SAID.findall(fold(text)) for one in _ONE.findall(units)]
    counts = [many + unit for many, unit in found if unit != "元" and many]
    money = [many + unit for many, unit in found if unit == "元"]
    return Units("".join(counts[:1]), "".join(money[:1]) if _FORM not in money else "")


def _is_said(line: Line) -> bool:
    return "单位" in line.text and _said(line.text) != Units()


def has_units(lines: Sequence[Line]) -> bool:
    """Tell whether tables that stand as the form prints them say units, above them or behind their figures."""
    tables = (line.cells for line in lines if line.shape is Shape.TABLE)
    return any(map(_is_said, lines)) or any(sum(map(_is_in_pieces, cells)) >= _SOME for cells in tables)


def units_around(rows: Collection[int], lines: Sequence[Line], stops: Collection[int]) -> Units:
    """Give the other units that the lines around the rows of a table say, and those between."""
    start, end = min(rows), max(rows) + 1
    first, last = start - _ABOVE, end + _BELOW
    while start > max(first, 0) and start - 1 not in stops and not _has_figures(lines[start - 1]):
        start -= 1
    while end < min(last, len(lines)) and end not in stops and not _has_figures(lines[end]):
        end += 1
    found = [_said(line.text) for line in lines[start:end] if "单位" in line.text]
    counts, money = ([getattr(units, name) for units in found] for name in ("counts", "money"))
    return Units(next(filter(None, counts), ""), next(filter(None, money), ""))


def _has_figures(line: Line) -> bool:
    return any(map(is_figure, line.cells))


def units_of(places: Sequence[Place], texts: Sequence[str], around: Units, header: str = "") -> tuple[str, ...]:
    """Give the unit of each figure of a row that has another one than the form: what is no number has none, nor has 0.

    `header` is what stands above the row.
    """
    said = _IN_HEADER.findall(fold(header)) if "元" in header else []
    money = around.money or "".join(said[-1:])
    money = money if money != _FORM else ""
    if not around.counts and not money:
        return ("",) * len(texts)
    values = [parse_value(text, place.kind) for place, text in zip(places, texts, strict=True)]
    numbers = [bool(value) and not isinstance(value, Mark) for value in values]
    return tuple(
        (money if place.kind is Kind.MONEY else around.counts) if number else ""
        for place, number in zip(places, numbers, strict=True)
    )


def said_of_units(places: Sequence[Place], units: Sequence[str]) -> Iterator[Finding]:
    """Say which figures of a row are kept with another unit than the form's."""
    for unit in dict.fromkeys(filter(None, units)):
        own = [place for place, other in zip(places, units, strict=True) if other == unit]
        label = own[0].column.label if own[0].kind is Kind.MONEY else _PIECE
        yield DIAGNOSTICS["unit_other"](*(place.address for place in own), label=label, found=unit)


def without_units(matches: Sequence[Match]) -> None:
    """Leave out what is counted behind the figures of a source that prints it behind all of them but 0, if they add up.

    Marks that an office put in a few cells stay what they are.
    """
    counts = [match for match in matches if _is_of_counts(match.slot)]
    # Most sources print a number alone, which says as much as all of them.
    if any(figure.text.isdecimal() and figure.text != "0" for match in counts for figure in match.row.printed):
        return
    texts = [figure.text for match in counts for figure in match.row.printed]
    # A change with its sign may stand without.
    behind = [_is_in_pieces(text) for text in texts if text != "0" and text[0] not in "+-" and _COUNT.fullmatch(text)]
    if len(behind) < _SOME or not all(behind):
        return
    rows = [(match, [_without(figure.text) for figure in match.row.figures]) for match in counts]
    rows = [(match, bare) for match, bare in rows if len(bare) == len(match.slot.cells) and any(map(_is_some, bare))]
    hold, fail = (sum(map(test, rows)) for test in (_holds, _fails))
    if hold >= _SOME and hold > fail and 2 * hold >= len(rows):
        for match in matches:
            for figure in match.row.figures:
                figure.text = _without(figure.text)


@cache
def _is_of_counts(slot: Slot) -> bool:
    return all(slot.table.places[cell].kind is not Kind.MONEY for cell in slot.cells)


def _is_some(text: str) -> bool:
    return bool(text.strip("0"))


def _holds(row: tuple[Match, Sequence[str]]) -> bool:
    return bool(held(row[0].slot, row[1]))


def _fails(row: tuple[Match, Sequence[str]]) -> bool:
    """Tell whether a row does not add up although no figure is missing."""
    return adds_up(*row) is False


def _is_in_pieces(text: str) -> bool:
    return text[-1:].isalpha() and PIECES.search(text) is not None


def _without(text: str) -> str:
    return PIECES.sub("", text) if _COUNT.fullmatch(text) else text
