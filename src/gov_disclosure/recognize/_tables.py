"""The three tables: the edition by its columns, the cells by its rows, and what was wrong on the way."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain, groupby
from operator import itemgetter

from attrs import Factory, define

from ..cells import CellValue, parse_value
from ..diagnostics import DIAGNOSTICS
from ..findings import Finding
from ..forms import FORMS, Form, Table
from ..names import Section
from ..words import clean, fold
from ._cells.bind import bind, whole_shapes
from ._cells.broken import mended, said_of
from ._cells.columns import by_columns
from ._cells.glued import is_glued, part_glued
from ._cells.header import by_names, header_columns, with_others
from ._cells.lacking import below_names
from ._cells.spread import part_spread
from ._doubts.copies import copies_of
from ._doubts.doubts import unsure_of
from ._doubts.regular import irregular_of
from ._doubts.units import Units, said_of_units, units_around, units_of, without_units
from ._doubts.vouch import cut_off, reordered, repeated
from ._doubts.years import other_years
from ._lines.lines import SEVERAL, Line, Shape
from ._parts.claims import region_of
from ._rows.align import Match, align, below_header, has_all, in_form, named
from ._rows.heads import Heads
from ._rows.labels import LONGEST_LABEL, vocabulary
from ._rows.rows import Row, rows_of
from ._rows.slots import Slot, slots_of
from ._told.told import Told, told_of
from ._wording import wording_of

__all__ = ["TablesFound", "find_tables"]


@define(eq=False)
class TablesFound:
    """What the tables of a source say, and which lines they took."""

    form: Form
    cells: dict[Section, list[CellValue]]
    located: int = 0
    """How many cells were found, blank ones included."""
    claimed: set[int] = Factory(set)
    """The lines that belong to a table."""
    leftovers: list[str] = Factory(list)
    """The rows in the tables that the form has not, verbatim."""
    findings: list[Finding] = Factory(list)


def find_tables(lines: Sequence[Line], stops: Mapping[int, Section | None], year: int | None) -> TablesFound:
    """Read the tables in the edition that accounts for most of the source.

    `stops` are the lines that are headings or of the title, with the part that begins there.
    """
    rows = rows_of(lines, stops)
    others = other_years(rows, lines, stops, year)
    rows = [row for row in rows if id(row) not in others.rows]
    form, own, matches = _edition_of(rows, [line for line in lines if line.index not in others.lines], year)
    copies = copies_of(own, matches, form)
    if copies.others:
        own = [row for row in own if id(row) not in copies.others]
        matches = align(own, form)
    told = told_of(lines, stops, form, _wanting(matches, form), year)
    if lists := told.taken(matches):
        own = [row for row in own if not lists.intersection(row.lines)]
        matches = align(own, form)
    found = _read(own, matches, lines, stops, form, copies.unclear)
    found.findings.extend(others.findings)
    _put_lists(found, told, lines, stops)
    found.findings.extend(_absences(found, told, matches, own))
    return found


def _wanting(matches: Sequence[Match], form: Form) -> list[Table]:
    """Give the tables of which less than half was found, if only in runs of digits: they may be told as lists."""
    found = [match for match in matches if is_glued(match) or has_all(match.row, match.slot)]
    counts: Counter[Table] = Counter()
    for match in found:
        counts[match.slot.table] += len(match.slot.cells)
    return [table for table in form.tables if 2 * counts[table] < len(table.places)]


def _put_lists(found: TablesFound, told: Told, lines: Sequence[Line], stops: Collection[int]) -> None:
    """Put in what lists tell."""
    for table in told.cells:
        cells = told.of(table)
        places = [table.places[index] for index in cells]
        found.located += len(cells)
        units = units_of(places, list(cells.values()), units_around(told.lines[table], lines, stops))
        for place, unit in zip(places, units, strict=True):
            found.cells[table.section][place.index] = parse_value(cells[place.index] + unit, place.kind)
        found.findings.extend(said_of_units(places, units))
        found.claimed |= told.lines[table]
        found.findings.extend(told.findings(table))


def _edition_of(rows: Sequence[Row], lines: Sequence[Line], year: int | None) -> tuple[Form, list[Row], list[Match]]:
    """Choose the edition that explains most: figures, and labels that only it has; give the rows as it has them."""
    cells = set(chain.from_iterable([line.cells for line in lines]))
    printed = {fold(cell) for cell in cells if len(cell) < LONGEST_LABEL}
    labels = {form: 5 * len(printed & own_labels(form)) for form in FORMS.values()}
    if not any(labels.values()):
        labels = _told_by("".join(row.label for row in rows))
    if not any(labels.values()):
        labels = _told_by(fold("".join(line.text for line in lines)))
    found: list[tuple[tuple[int, bool, int], Form, list[Row], list[Match]]] = []
    for form in sorted(FORMS.values(), key=lambda form: -labels[form]):
        # An edition that could not outweigh another by all of its figures need not be tried.
        if not found or found[0][0][0] <= labels[form] + _most_figures(form):
            own = [in_form(row, form) for row in rows]
            matches = align(own, form)
            weight = _figures_in(matches) + labels[form]
            found.append(((weight, _fits(form, year), form.edition), form, own, matches))
    _, form, own, matches = max(found, key=itemgetter(0))
    return form, own, matches


def _told_by(text: str) -> dict[Form, int]:
    """Weigh the editions by their labels in a folded text."""
    return {form: 5 * sum(label in text for label in telling_labels(form)) for form in FORMS.values()}


def _fits(form: Form, year: int | None) -> bool:
    return year is not None and form.first_year <= year and (form.last_year is None or year <= form.last_year)


def _figures_in(matches: Sequence[Match]) -> int:
    """Count the figures that an edition explains."""
    return sum(len(match.slot.cells) for match in matches if has_all(match.row, match.slot))


@cache
def _most_figures(form: Form) -> int:
    return sum(len(slot.cells) for slot in slots_of(form))


@cache
def own_labels(form: Form) -> frozenset[str]:
    """Give the labels that no other edition has."""
    others = (vocabulary(other) for other in FORMS.values() if other is not form)
    return frozenset(vocabulary(form)).difference(*others)


@cache
def telling_labels(form: Form) -> frozenset[str]:
    """Give those of its own labels that are no piece of another edition's: they tell wherever they stand in a text."""
    others = [label for other in FORMS.values() if other is not form for label in vocabulary(other)]
    return frozenset(label for label in own_labels(form) if not any(label in other for other in others))


def _read(
    rows: Sequence[Row],
    matches: list[Match],
    lines: Sequence[Line],
    stops: Collection[int],
    form: Form,
    unclear: frozenset[Section],
) -> TablesFound:
    found = TablesFound(form, {table.section: [None] * len(table.places) for table in form.tables})
    matches, heads = _complete(matches, form), Heads(lines)
    without_units(matches)
    others = with_others(matches, heads)
    lacking = below_names(matches, heads, others)
    unsure = part_spread(matches) | part_glued(matches)
    unsure |= unsure_of(matches, rows, lines) | irregular_of(matches, lines, form) | others - lacking.keys()
    names = [(row, named(row, form)) for row in rows if row.printed or row.shape is Shape.GRID]
    whole = whole_shapes(matches)
    for table in form.tables:
        own = [match for match in matches if match.slot.table is table]
        if own:
            region = region_of(own, lines, stops, form)
            refused = {match.slot.index: finding for match, finding in reordered(table, own, heads)}
            ordered = by_names([match for match in own if match.slot.index in refused], heads)
            if ordered:
                refused = {index: finding for index, finding in refused.items() if index not in ordered}
                found.findings.append(DIAGNOSTICS["columns_by_name"](table.section))
            for match in own if table.section in unclear else repeated(names, own, region.lines):
                refused[match.slot.index] = DIAGNOSTICS["row_repeated"](_where(match), label=match.slot.name)
            for match in cut_off(own, lines):
                refused[match.slot.index] = DIAGNOSTICS["row_cut"](_where(match), label=match.slot.name)
            placed, around = by_columns(own, lines), units_around(_lines_of(own), lines, stops)
            for match, texts in bind(own, partial(header_columns, heads), whole):
                known = lacking.get(match.slot.index) or ordered.get(match.slot.index) or texts
                known = known or placed.get(match.slot.index)
                read = None if match.slot.index in unsure else known
                _set(found, match, read, refused.get(match.slot.index), around)
            found.claimed |= region.lines
            found.leftovers.extend(clean(line.text.replace(SEVERAL, " ")) for line in region.unknown)
            found.findings.extend(wording_of(table, own, region, lines, form))
    return found


def _complete(matches: list[Match], form: Form) -> list[Match]:
    """Drop rows that say again what a longer line of figures of the same table says."""
    found = {match.slot.index for match in matches}
    return [match for match in matches if found.isdisjoint(_longer(form)[match.slot.index])]


@cache
def _longer(form: Form) -> tuple[frozenset[int], ...]:
    """Give for each row of figures the longer ones of its table that hold its cells, too."""
    cells = [(slot.table, frozenset(slot.cells)) for slot in slots_of(form)]
    return tuple(
        frozenset(i for i, (other, longer) in enumerate(cells) if other is table and longer > own)
        for table, own in cells
    )


def _lines_of(matches: Sequence[Match]) -> frozenset[int]:
    return frozenset(index for match in matches for index in match.row.lines)


def _where(match: Match) -> str:
    slot = match.slot
    return f"{slot.table.section}.{slot.row.key}" if slot.row else slot.table.section.value


def _set(
    found: TablesFound, match: Match, read: Sequence[str | None] | None, refused: Finding | None, around: Units
) -> None:
    slot, row = match.slot, match.row
    where = _where(match)
    if refused is not None:
        found.findings.append(refused)
        return
    if read is None or SEVERAL in "".join(filter(None, read)):
        found.findings.append(_refused(where, slot, row))
        return
    texts = tuple([text or "" for text in read])
    found.located += len(texts) - read.count(None)
    places, cells = slot.table.places, found.cells[slot.table.section]
    whole = mended(slot, texts)
    found.findings.extend(said_of(slot, texts, whole))
    own = [places[cell] for cell in slot.cells]
    units = units_of(own, whole, around, "".join([text for _, text in row.parts]))
    for place, text, unit in zip(own, whole, units, strict=True):
        cells[place.index] = parse_value(text + unit, place.kind)
    found.findings.extend(said_of_units(own, units))
    if untold := [place for place, text in zip(own, read, strict=True) if text is None]:
        names = "、".join([place.column.label for place in untold])
        addresses = [place.address for place in untold]
        found.findings.append(DIAGNOSTICS["cells_untold"](*addresses, label=slot.name, found=names))
    found.findings.extend(_about_label(match, where))


def _refused(where: str, slot: Slot, row: Row) -> Finding:
    """Say which figures a row has that is refused."""
    printed = [figure for text in row.texts for figure in text.split(SEVERAL) if figure]
    values = {"label": slot.name, "expected": len(slot.cells), "count": len(printed), "found": "、".join(printed)}
    return DIAGNOSTICS["row_refused"](where, **values)


def _about_label(match: Match, where: str) -> Iterator[Finding]:
    """Compare the label as printed with the official one."""
    slot, row = match.slot, match.row
    if slot.row is None:
        return
    official = slot.labels[0]
    if match.by == "place":
        yield DIAGNOSTICS["label_missing"](where, expected=slot.row.label)
    elif match.by == "order":
        yield DIAGNOSTICS["row_order"](where, label=slot.row.label)
    elif not row.label.endswith(official):
        short = any(row.label.endswith(fold(name)) for name in slot.row.also)
        name = "label_shortened" if short else "label_wording"
        if short or not (official.startswith(fold(row.own)) or _contains(row.label, official)):
            yield DIAGNOSTICS[name](where, found=row.own, expected=slot.row.label)


def _contains(text: str, label: str) -> bool:
    """Tell whether a label stands in a text with other pieces between: a label broken over lines beside another."""
    letters = iter(text)
    return all(letter in letters for letter in label)


def _absences(found: TablesFound, told: Told, matches: Sequence[Match], rows: Sequence[Row]) -> Iterator[Finding]:
    """Name the tables that were not found, and the rows, those that follow one another together."""
    present = {table: set(told.cells.get(table, ())) for table in found.form.tables}
    for match in matches:
        present[match.slot.table].update(match.slot.cells)
    for table, cells in present.items():
        if not cells:
            short = below_header(rows, table, found.form)
            missing = DIAGNOSTICS["table_missing"](table.section, table=table.title)
            yield _refused(table.section, *short) if short else missing
            continue
        runs = groupby(((key, not set(row).isdisjoint(cells)) for key, row in table.shape), itemgetter(1))
        for is_found, run in runs:
            keys = [key for key, _ in run]
            if not is_found:
                where = (f"{table.section}.{key}" for key in keys)
                yield DIAGNOSTICS["row_missing"](*where, label=table.labels[keys[0]].label, count=len(keys))
