"""Rows that look whole and may not be: what a layout that lost something cannot vouch for."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from ...forms import FORMS, Table, entries
from ...words import fold, for_short
from .._cells.sums import adds_up, proved
from .._lines.lines import Line, Shape, is_figure
from .._rows.align import Match, has_all, named
from .._rows.labels import is_label, meant
from .._rows.rows import Row
from .shifted import shifted_of

__all__ = ["unsure_of"]

_CELL = Shape.CELL
_ENOUGH = 8
_TAIL = 20
_PIECE = re.compile(r"\d+[.,]|[.,]\d+")
_DIGITS = re.compile(r"^[\d.,]+(?=[^\d.,])|[\d.,]+$")


def unsure_of(matches: Sequence[Match], rows: Sequence[Row], lines: Sequence[Line]) -> frozenset[int]:
    """Give the slots of the rows that must be refused although they have as many figures as they should."""
    unsure = {
        match.slot.index
        for match in matches
        # A line without a bar among cells that all have one is no cell, but the number of a page or the like.
        if any(says_label(figure.text) for figure in match.row.printed)
        or _doubled(match)
        or len(match.row.closings) > 1
    }
    unsure |= (
        shifted_of(matches, rows, lines)
        | _followed(matches, rows)
        | _led_by_figures(matches, rows)
        | _whole_by_chance(matches)
    )
    if is_led(matches, lines):
        unsure |= {match.slot.index for match in matches if _may_begin_with_a_bar(match)}
    for table in {match.slot.table for match in matches}:
        own = [match for match in matches if match.slot.table is table and match.row.shape is Shape.CELL]
        own = [match for match in own if not match.row.glued]
        if own and is_deduplicated(own, lines):
            unsure |= {match.slot.index for match in own}
    return frozenset(unsure)


def _followed(matches: Sequence[Match], rows: Sequence[Row]) -> set[int]:
    """Give the rows right behind which others follow without a label: either may be what the label means."""
    by_row = {id(match.row): match for match in matches}
    pairs = [(match, two) for one, two in pairwise(rows) if (match := by_row.get(id(one))) and id(two) not in by_row]
    bare = {
        match.slot.index
        for match, row in pairs
        if (not row.parts and (len(row.printed) > 1 or has_all(row, match.slot) or _is_short_of(match, row)))
        or _may_go_on(match, row)
    }
    # So may a whole row beside pieces of the labels of groups be.
    beside = ((match, row) for match, row in pairs if row.shape is Shape.SPACES and has_all(row, match.slot))
    return bare | {match.slot.index for match, row in beside if all(is_label(text) for _, text in row.parts)}


def _may_go_on(match: Match, row: Row) -> bool:
    """Tell whether a line of bars may hold the rest of numbers that narrow cells have broken.

    It has figures below some of the row only, and no label but the rest of the label of the row or a piece of a
    number, such as "17.".
    """
    if row.shape is not Shape.BARS:
        return False
    columns, label = {figure.column for figure in match.row.printed}, fold(match.slot.name)
    rest = all(_PIECE.fullmatch(text) or fold(text) in label for _, text in row.parts)
    return rest and columns.issuperset(figure.column for figure in row.printed)


def _is_short_of(match: Match, row: Row) -> bool:
    """Tell whether a row would add up if a figure by itself below it were the end of its last number."""
    texts = match.row.texts
    if len(texts) < len(match.slot.cells) or adds_up(match, texts) is not False:
        return False
    return adds_up(match, [*texts[:-1], texts[-1] + "".join(row.texts)]) is True


def _whole_by_chance(matches: Sequence[Match]) -> set[int]:
    """Give lines below headers that do not add up, among single cells that lost some: they may have taken others."""
    cells = [match for match in matches if match.row.shape is Shape.CELL and not match.row.glued]
    if not any(0 < len(match.row.printed) < len(match.slot.cells) for match in cells):
        return set()
    lines = (match for match in cells if any(block.across for block in match.slot.table.blocks))
    return {match.slot.index for match in lines if adds_up(match, match.row.texts) is False}


def _led_by_figures(matches: Sequence[Match], rows: Sequence[Row]) -> set[int]:
    """Give the rows of tables in which figures stand between header and first label: they go before their labels."""
    taken = {id(match.row) for match in matches}
    ended = {(match.slot.table, match.slot.cells[-1]) for match in matches if match.row.printed}
    led = {
        table
        for row in rows
        if row.shape is Shape.CELL and row.printed and id(row) not in taken
        for table, names, count in _columns()
        if row.label.endswith(names)
        and not _is_row(row)
        # Either all figures of the first row stand there, or none behind the last label.
        and (len(row.printed) == count or (table, len(table.places) - 1) not in ended)
    }
    return {match.slot.index for match in matches if match.row.shape is Shape.CELL and match.slot.table in led}


@cache
def _columns() -> tuple[tuple[Table, tuple[str, ...], int], ...]:
    """Give the columns of each block that has row labels, and how many there are."""
    blocks = [(table, block) for form in FORMS.values() for table in form.tables for block in table.blocks]
    columns = [(table, tuple(entries(block.columns))) for table, block in blocks if not block.across]
    return tuple((table, tuple(fold(column.label) for column in each), len(each)) for table, each in columns)


def _is_row(row: Row) -> bool:
    return any(named(row, form) for form in FORMS.values())


@for_short
def says_label(figure: str) -> bool:
    """Tell whether a label stands where a figure should, alone or beside digits: the row is a header or torn."""
    if is_figure(figure):
        return False
    text = _DIGITS.sub("", fold(figure))
    return len(text) > 1 and (is_label(text) or any(meant(text, form) for form in FORMS.values()))


def _doubled(match: Match) -> bool:
    """Tell whether rows have run together, so that every cell holds several figures, or two cells beside a blank."""
    if " " not in "".join(match.row.texts):
        return False
    cells = [figure.text.split() for figure in match.row.figures]
    several = [len(words) > 1 and all(map(is_figure, words)) for words in cells]
    doubled = any(several) and (not all(cells) or all(several))
    # Numbers that narrow cells have broken over their lines add up when they are put together.
    return doubled and not (len(cells) == len(match.slot.cells) and proved(match.slot, list(map("".join, cells))))


def is_led(matches: Sequence[Match], lines: Sequence[Line]) -> bool:
    """Tell whether a lone bar stands before every row, where it looks like a blank cell."""
    firsts = [match.row.parts[0][0] for match in matches if match.row.parts and match.slot.row is not None]
    return bool(firsts) and all(first > 0 and lines[first - 1].shape is Shape.BAR for first in firsts)


def _may_begin_with_a_bar(match: Match) -> bool:
    """Tell whether the first blank cell of a line of all figures may be the bar before it, and one was lost."""
    figures = match.row.figures
    return match.slot.row is None and not figures[0].text and len(figures) <= len(match.slot.cells)


def is_deduplicated(matches: Sequence[Match], lines: Sequence[Line]) -> bool:
    """Tell whether every line that was there before has been dropped: then figures are missing unseen.

    A table of the form repeats its labels and its zeros, so single cells among which nothing at
    all occurs twice have lost the repetitions.
    """
    first = min(line for match in matches for line, _ in match.row.parts[-_TAIL:] or [(match.row.lines[0], "")])
    last = max(match.row.lines[-1] for match in matches)
    texts: set[str] = set()
    for line in lines[first : last + 1]:
        if line.shape is _CELL:
            if line.text in texts:
                return False
            texts.add(line.text)
    return len(texts) >= _ENOUGH
