"""The three tables: the edition by its columns, the cells by its rows, and what was wrong on the way."""

from collections.abc import Iterator, Sequence

from attrs import Factory, define

from ..cells import CellValue, parse_value
from ..diagnostics import DIAGNOSTICS
from ..findings import Finding
from ..forms import FORMS, Form
from ..names import Section
from ..words import fold
from ._align import Match, align, labels_of, slots_of
from ._bind import fit, patterns_of
from ._claims import region_of, vocabulary, wording_of
from ._lines import Line
from ._rows import Row, rows_of

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
    first: dict[Section, int] = Factory(dict)
    """The first line of each table that was found."""
    leftovers: list[str] = Factory(list)
    """The rows in the tables that the form has not, verbatim."""
    findings: list[Finding] = Factory(list)


def find_tables(lines: Sequence[Line], ends: Sequence[int], year: int | None) -> TablesFound:
    """Read the tables in the edition that accounts for most of the source."""
    labels = {label for form in FORMS.values() for label, slots in labels_of(form).items() if any(s.row for s in slots)}
    rows = rows_of(lines, ends, labels)
    stops = frozenset(ends)
    readings = [_read(rows, lines, stops, form) for form in FORMS.values()]
    return max(readings, key=lambda found: (_weight(found, lines), _fits(found.form, year)))


def _fits(form: Form, year: int | None) -> bool:
    return year is None or (form.first_year <= year and (form.last_year is None or year <= form.last_year))


def _weight(found: TablesFound, lines: Sequence[Line]) -> int:
    """Weigh an edition by the cells that it explains and by the labels that only it has."""
    own = own_labels(found.form)
    return found.located + 5 * sum(1 for line in lines for cell in line.cells if cell and fold(cell) in own)


def own_labels(form: Form) -> frozenset[str]:
    """Give the labels that no other edition has."""
    others = (vocabulary(other) for other in FORMS.values() if other is not form)
    return frozenset(vocabulary(form)).difference(*others)


def _read(rows: Sequence[Row], lines: Sequence[Line], stops: frozenset[int], form: Form) -> TablesFound:
    found = TablesFound(form, {table.section: [None] * len(table.places) for table in form.tables})
    matches = _complete(align(rows, form))
    patterns = patterns_of(matches)
    for match in matches:
        _bind(found, match, patterns)
    for table in form.tables:
        own = [match for match in matches if match.slot.table is table]
        if own:
            region = region_of(own, lines, stops, form)
            found.claimed |= region.lines
            found.first[table.section] = region.first
            found.leftovers.extend(line.text for line in region.unknown)
            found.findings.extend(wording_of(table, own, region, lines, form))
    found.findings.extend(_absences(form, matches))
    return found


def _complete(matches: list[Match]) -> list[Match]:
    """Drop rows that say again what the one line of figures of the same table says."""
    whole = {match.slot.table for match in matches if match.slot.row is None}
    return [match for match in matches if match.slot.row is None or match.slot.table not in whole]


def _bind(found: TablesFound, match: Match, patterns: dict[tuple[int, int], tuple[int, ...]]) -> None:
    slot, row = match.slot, match.row
    texts = fit(row, len(slot.cells), patterns)
    where = f"{slot.table.section}.{slot.row.key}" if slot.row else slot.table.section.value
    if texts is None:
        printed = [figure.text for figure in row.figures if figure.text]
        values = {"label": slot.name, "expected": len(slot.cells), "count": len(printed), "found": "、".join(printed)}
        found.findings.append(DIAGNOSTICS["row_refused"](where, **values))
        return
    found.located += len(texts)
    for cell, text in zip(slot.cells, texts, strict=True):
        found.cells[slot.table.section][cell] = parse_value(text, slot.table.places[cell].kind)
    found.findings.extend(_about_label(match, where))


def _about_label(match: Match, where: str) -> Iterator[Finding]:
    """Compare the label as printed with the official one."""
    slot, row = match.slot, match.row
    if slot.row is None:
        return
    official = fold(slot.row.label)
    if match.by == "place":
        yield DIAGNOSTICS["label_missing"](where, expected=slot.row.label)
    elif not row.label.endswith(official):
        short = any(row.label.endswith(fold(name)) for name in slot.row.also)
        name = "label_shortened" if short else "label_wording"
        if short or not (official.startswith(fold(row.own)) or _contains(row.label, official)):
            yield DIAGNOSTICS[name](where, found=row.own, expected=slot.row.label)


def _contains(text: str, label: str) -> bool:
    """Tell whether a label stands in a text with other pieces between: a label broken over lines beside another."""
    letters = iter(text)
    return all(letter in letters for letter in label)


def _absences(form: Form, matches: Sequence[Match]) -> Iterator[Finding]:
    """Name the tables and rows that were not found."""
    seen = {match.slot.index for match in matches}
    for table in form.tables:
        slots = [slot for slot in slots_of(form) if slot.table is table]
        if not any(slot.index in seen for slot in slots):
            yield DIAGNOSTICS["table_missing"](table.section, table=table.title)
        elif not any(slot.row is None and slot.index in seen for slot in slots):
            for slot in slots:
                if slot.row is not None and slot.index not in seen:
                    yield DIAGNOSTICS["row_missing"](f"{table.section}.{slot.row.key}", label=slot.row.label)
