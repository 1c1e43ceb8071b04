"""Tables of several years in one source: which year a table is of, where the source says so itself.

A year counts where it stands in a line of its own, with nothing but the words of a caption, above a
table, in the heading of its part, or over columns of it. Of tables with such years those of the year
of the title are meant, and the others are left where they stand. Nothing else tells years apart here.
"""

import re
from bisect import bisect
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from attrs import frozen

from ...diagnostics import DIAGNOSTICS
from ...document import Cell, Grid
from ...findings import Finding
from ...forms import FORMS, entries
from ...names import Section
from ...words import fold
from .._lines.lines import Line, is_figure, is_tiled
from .._parts.claims import is_brief
from .._rows.align import named
from .._rows.labels import LONGEST_LABEL, is_label
from .._rows.rows import Row
from .._rows.slots import LARGEST_TABLE, blocks

__all__ = ["OtherYears", "is_of_other_year", "other_years", "parted_by_year", "year_said", "years_below"]

_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_YEAR = r"(?P<year>(?:19|20)\d\d|二[〇○零0][一二][〇○零一二三四五六七八九])年度?"
_RELATIVE = re.compile("(?:(?P<this>本年|今年)|上年|上一年|去年)度?")
_LAST = re.compile("(?:上年|上一年|去年)度?[:：]?")
_NUMBER = (
    r"(?:(?:第?[一二三四五六七八九十\d]{1,2}[,.:]|[(][一二三四五六七八九十\d]{1,2}[)])"
    r"|附?[表件]?[一二三四五六七八九十\d]?[,.:]?|续表)"
)
_WORDS = (
    "(?:政府|信息|公开|主动|依|申请|收到|处理|办理|答复|受理|行政|复议|诉讼|机关|被|提起|因|的|和|及|与|全"
    "|工作|情况|数据|统计|汇总|一览|报告|年报|表|数|时间|期限|期间|供|对照|参考|,|:)*"
)
_PERIOD = r"(?:1月(?:1日)?(?:至|到|-)(?:20\d\d年)?12月(?:31日)?)?"
_CAPTION = re.compile(rf"{_NUMBER}{_WORDS}[(]?{_YEAR}{_PERIOD}[)]?{_WORDS}(?:[(]{_WORDS}[)])?")
_RELATED = re.compile(rf"{_NUMBER}{_WORDS}[(]?{_RELATIVE.pattern}[)]?{_WORDS}")


def year_said(text: str, year: int) -> int | None:
    """Give the year that a caption says; one that says "last year" means the year before that of the report."""
    folded = fold(text) if len(text) < LONGEST_LABEL else ""
    if found := _CAPTION.fullmatch(folded):
        return int(found["year"].translate(_DIGITS))
    if found := _RELATED.fullmatch(folded):
        return year if found["this"] else year - 1
    return None


@frozen
class OtherYears:
    """The rows of tables of other years, by their identities, the lines around them, and what is to be said."""

    rows: frozenset[int] = frozenset()
    lines: frozenset[int] = frozenset()
    findings: tuple[Finding, ...] = ()


@frozen
class _Scope:
    """The lines below a caption or the heading of a part, up to the next of these."""

    year: int | None
    start: int
    end: int
    run: int
    """The heading below which it stands."""


def other_years(
    rows: Sequence[Row], lines: Sequence[Line], stops: Mapping[int, Section | None], year: int | None
) -> OtherYears:
    """Find the rows of other years, beside tables of the year of the title or in their place."""
    scopes = [] if year is None else list(_scopes(lines, stops, year))
    if {scope.year for scope in scopes} <= {None, year}:
        return OtherYears()
    starts = [scope.start for scope in scopes]
    below = [(row, _sections(row), scopes[max(0, bisect(starts, _line(row)) - 1)]) for row in rows]
    # Where a table stands above the first year, years may stand below their tables, but for one of what is attached.
    attached = {scope.run for scope in scopes if scope.year not in (year, None) and _is_attached(lines[scope.start])}
    unsure = {scope.run for _, sections, scope in below if sections and scope.year is None} - attached
    below = [each for each in below if each[2].run not in unsure or each[2].year is None]
    years: dict[Section, set[int | None]] = {}
    for row, sections, scope in below:
        for section in sections:
            # What stands elsewhere than its part has no heading that could tell its year.
            if scope.year is not None or row.part == section:
                own = scope.year is None and scope.run in attached
                years.setdefault(section, set()).add(year if own else scope.year)
    # Nothing tells which of several other years is meant, nor whether a table without a year is.
    known = {section for section, each in years.items() if None not in each and each != {year}}
    left = {scope for _, sections, scope in below if scope.year not in (year, None) and sections and sections <= known}
    others = {id(row) for row, sections, scope in below if scope in left and sections <= known}
    around = (range(scope.start, scope.end) for scope in left)
    findings = (
        DIAGNOSTICS["other_year" if year in years[section] else "year_other"](
            section, found="、".join(map(str, sorted(years[section] - {year, None}, key=str))), year=year
        )
        for section in sorted(known)
    )
    return OtherYears(frozenset(others), frozenset(chain.from_iterable(around)), tuple(findings))


def is_of_other_year(lines: Sequence[Line], stops: Mapping[int, Section | None], year: int | None) -> bool:
    """Tell whether a caption says another year than that of the report."""
    return year is not None and any(scope.year not in (None, year) for scope in _scopes(lines, stops, year))


def _is_attached(caption: Line) -> bool:
    return caption.text.startswith("附")


def _line(row: Row) -> int:
    return row.lines[0] if row.lines else -1


def _sections(row: Row) -> frozenset[Section]:
    """Give the tables of which a row may be, by its label; none for a row without figures."""
    found = (slot.table.section for form in FORMS.values() for slot in named(row, form)) if row.printed else ()
    return frozenset(found)


def _scopes(
    lines: Sequence[Line], stops: Mapping[int, Section | None], year: int, *, strict: bool = False
) -> Iterator[_Scope]:
    """Give what stands below each caption that says a year, up to the next, or to the next heading of a part.

    If strict, also a lone "上年" is one, although it may be a piece of a label.
    """
    start = run = 0
    current: int | None = None
    headings = {index for index, part in stops.items() if part is not None}
    for line in lines:
        heading = line.index in headings
        if not heading and "年" not in line.text:
            continue
        said = year - 1 if strict and _LAST.fullmatch(line.text) else _year_of(line, stops, year)
        if not heading and said is None:
            continue
        yield _Scope(current, start, line.index, run)
        start, current, run = line.index, said, line.index if heading else run
    yield _Scope(current, start, len(lines), run)


def years_below(
    lines: Sequence[Line], stops: Mapping[int, Section | None], year: int
) -> tuple[frozenset[int], dict[int, int]]:
    """Give the captions that say a year, and the lines below those of another year than the report's, with that."""
    captions: set[int] = set()
    others: dict[int, int] = {}
    for scope in _scopes(lines, stops, year, strict=True):
        captions.update([scope.start] if scope.year is not None else [])
        if scope.year is not None and scope.year != year:
            others.update(dict.fromkeys(range(scope.start + 1, scope.end), scope.year))
    return frozenset(captions), others


def _year_of(line: Line, stops: Mapping[int, Section | None], year: int) -> int | None:
    """Give the year that a line says if it is a caption or the heading of a part."""
    if "年" not in line.text or not (stops.get(line.index) is not None or _may_be_caption(line, stops)):
        return None
    return year_said(line.text, year)


def _may_be_caption(line: Line, stops: Mapping[int, Section | None]) -> bool:
    """Tell whether a line has one short text, and none that is a piece of a label, unless it stands over a table."""
    alone = line.index not in stops and sum(map(bool, line.cells)) == 1 and is_brief(line)
    return alone and (not is_label(line.text) or max(line.spans) > 1)


# ---- years beside each other

_IN_HEADER = re.compile(rf"[(]?(?:{_YEAR}|{_RELATIVE.pattern})[)]?")


def parted_by_year(grid: Grid) -> tuple[Grid, ...]:
    """Give a table of the form for each year that stands over columns of a grid, under its caption, if that is so."""
    if len(grid.frame.cells) > LARGEST_TABLE:
        return ()
    for line in grid.frame.lines:
        texts = [(cell, fold(text)) for cell in line if "年" in (text := grid.text_of(cell))]
        over = [(cell, text) for cell, text in texts if _IN_HEADER.fullmatch(text)]
        if len(over) > 1 and len({text for _, text in over}) > 1:
            return _by_year(grid, over)
    return ()


def _by_year(grid: Grid, over: Sequence[tuple[Cell, str]]) -> tuple[Grid, ...]:
    labels = list(range(min(cell.column for cell, _ in over)))
    columns: dict[str, list[int]] = {}
    for cell, text in over:
        columns.setdefault(text, []).extend(_columns_of(cell))
    whole = sorted(chain(labels, *columns.values())) == list(range(grid.frame.columns))
    alike = len({len(each) for each in columns.values()}) == 1
    if not (whole and alike and is_tiled(grid) and all(_is_of_form(grid, [*labels, *own]) for own in columns.values())):
        return ()
    if any(_is_shared(cell, columns) and is_figure(grid.text_of(cell)) for cell in grid.frame.cells):
        return ()
    heads = [cell for cell, _ in over]
    return tuple(_captioned(grid, text, [*labels, *own], heads) for text, own in columns.items())


def _columns_of(cell: Cell) -> range:
    return range(cell.column, cell.column + cell.colspan)


def _is_shared(cell: Cell, columns: Mapping[str, Sequence[int]]) -> bool:
    """Tell whether a cell stands in the columns of several years."""
    return sum(any(column in own for column in _columns_of(cell)) for own in columns.values()) > 1


def _is_of_form(grid: Grid, columns: Collection[int]) -> bool:
    """Tell whether some columns have the labels of a table of the form: all of its columns, and one of its rows."""
    own = frozenset(columns)
    texts = {fold(grid.text_of(cell)) for cell in grid.frame.cells if not own.isdisjoint(_columns_of(cell))}
    return any(
        texts.issuperset(fold(column.label) for column in entries(block.columns))
        and not texts.isdisjoint(fold(row.label) for row in entries(block.rows))
        for block in blocks()
    )


def _captioned(grid: Grid, caption: str, columns: Sequence[int], without: Collection[Cell]) -> Grid:
    """Take some columns of a grid below a row that says their year, which is left out where it stood."""
    places = {column: place for place, column in enumerate(columns)}
    gone = {cell.row for cell in without if all(other in without for other in grid.frame.lines[cell.row])}
    cells = [Cell(0, 0, caption, colspan=len(columns))]
    for cell in grid.frame.cells:
        own = [places[column] for column in _columns_of(cell) if column in places]
        left = [row for row in range(cell.row, cell.row + cell.rowspan) if row not in gone]
        if own and left:
            above = sum(row < left[0] for row in gone)
            text = "" if cell in without else grid.text_of(cell)
            cells.append(Cell(left[0] - above + 1, own[0], text, len(left), len(own)))
    return Grid.of_cells(cells)
