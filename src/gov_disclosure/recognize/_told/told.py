"""Tables told as lists: a figure that names its row and its column in the form's words has one place.

A label stands before the figures that it is of; a row that was named holds for the columns that follow,
or a column for the rows, until another line breaks the list or a column comes again. Nothing is counted
and nothing is completed: a figure that names less is left where it stands, and said.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain

from attrs import Factory, define

from ...diagnostics import DIAGNOSTICS
from ...findings import Finding
from ...forms import Form, Kind, Table
from ...names import Section
from .._doubts.units import PIECES
from .._doubts.years import years_below
from .._lines.lines import Line
from .._rows.align import Match, has_all
from .lines import TEXT, is_record, logical
from .words import Names, Said, begins_with_digits, is_reversed, names_of_places, says_name

__all__ = ["Told", "told_of"]

_ENOUGH = 3
"""So many figures of a table that name their cells are a list; fewer may be a sentence."""
_MOST = 6
"""A figure has no more labels: its row and its column, and the groups of both."""

Labels = tuple[str, ...]


@define(eq=False)
class Told:
    """What lists in words say of the tables of one edition."""

    cells: dict[Table, dict[int, str]] = Factory(dict)
    """The texts of the cells of each table, by their places."""
    lines: dict[Table, set[int]] = Factory(dict)
    """The lines in which they stand."""
    unclear: set[tuple[Table, str]] = Factory(set)
    """The rows of which a cell was told twice with other figures."""
    left: list[Line] = Factory(list)
    """The lines with figures that name less than their cells."""
    labels: set[int] = Factory(set)
    """The lines that are made of labels alone."""
    year: int = 0
    """The year of the title; none is 0."""
    others: list[tuple[int, Line]] = Factory(list)
    """The lines below a caption of another year, with that."""

    def taken(self, matches: Sequence[Match]) -> frozenset[int]:
        """Leave out tables of which a row that is told also stands elsewhere; give the lines of the others."""
        every = frozenset(chain.from_iterable(self.lines.values()))
        for match in matches:
            table, cells = match.slot.table, match.slot.cells
            elsewhere = not every.issuperset(match.row.lines) and match.by == "label" and has_all(match.row, match.slot)
            if elsewhere and not self.cells.get(table, {}).keys().isdisjoint(cells):
                del self.cells[table]
        return frozenset(chain.from_iterable(self.lines[table] for table in self.cells))

    def of(self, table: Table) -> Mapping[int, str]:
        """Give the cells of a table that may be taken: none of those rows that say two things."""
        rows = {key for other, key in self.unclear if other is table}
        return {index: text for index, text in self.cells[table].items() if table.places[index].row.key not in rows}

    def findings(self, table: Table) -> Iterator[Finding]:
        """Say which rows say two things, which cells of a row are not told, and which lines name less."""
        cells = self.cells[table]
        for key, places in table.shape:
            where, label = f"{table.section}.{key}", table.labels[key].label
            missing = [place for place in places if place not in cells]
            if (table, key) in self.unclear:
                yield DIAGNOSTICS["row_repeated"](where, label=label)
            elif missing and len(missing) < len(places):
                addresses = [table.places[place].address for place in missing]
                names = "、".join(table.places[place].column.label for place in missing)
                yield DIAGNOSTICS["cells_untold"](*addresses, label=label, found=names)
        if years := {year for year, line in self.others if says_name(line.text, table)}:
            found = "、".join(map(str, sorted(years)))
            yield DIAGNOSTICS["other_year"](table.section, found=found, year=self.year or "")
        first, last = min(self.lines[table]), max(self.lines[table])
        for line in self.left:
            if first <= line.index <= last + 1 and any(map(str.isdecimal, line.text)) and says_name(line.text, table):
                yield DIAGNOSTICS["figure_unnamed"](table.section, found=line.text)


@cache
def _by_label(form: Form) -> Mapping[str, frozenset[Names]]:
    """Give the cells that each label may name, alone or with others."""
    found: dict[str, set[Names]] = {}
    for each in names_of_places(form):
        for label in each.row | each.short | each.column | each.groups:
            found.setdefault(label, set()).add(each)
    return {label: frozenset(names) for label, names in found.items()}


@lru_cache(maxsize=4096)
def _named(labels: Labels, form: Form) -> tuple[Names, ...]:
    """Give the cells that some labels name."""
    first, *others = (_by_label(form).get(label, frozenset[Names]()) for label in labels)
    return tuple(each for each in first.intersection(*others) if each.fit(labels))


@define(eq=False)
class _Context:
    """What was named before and holds for what follows: the row of a list, or its column."""

    labels: Labels = ()
    told: set[int] = Factory(set)
    """The identities of the cells that were told below these."""
    lasting: bool = False
    """Whether it holds in the next line, too: it stood in a line of its own, or for several figures."""


@define(eq=False)
class _Teller:
    """Goes through lines and gathers what they tell."""

    form: Form
    sections: frozenset[Section] = frozenset()
    """The tables of which a line may tell where it stands."""
    told: Told = Factory(Told)
    context: _Context = Factory(_Context)
    group: Labels = ()
    """The groups that the last line without a cell has named."""
    last: dict[Table, int] = Factory(dict)
    """The last cell that was told of each table."""

    def line(self, lines: Sequence[Line], said: Sequence[Said], *, alone: bool) -> None:
        """Take one line that is made of labels and figures, or several that it was broken over."""
        if alone or not self.context.lasting:
            self.context = _Context()
        if not any(each.figure for each in said):
            self.heading(tuple(each.text for each in said))
            if not self.told.left or self.told.left[-1] is not lines[0]:
                self.told.labels.update(line.index for line in lines)
            return
        if is_reversed(said, self.form):
            self.interrupted()
            self.told.left.append(lines[0])
            return
        named: Labels = ()
        complete = True
        for each in said:
            if not each.figure:
                named = (*named, each.text)
                continue
            if not self.figure(each.text, named, lines):
                self.context, complete = self.after_unnamed(named), complete and not each.text
            named = ()
        if not complete:
            self.told.left.append(lines[0])

    def heading(self, labels: Labels) -> None:
        """Take a line of labels: one that names a row holds for the lines below."""
        rows = [label for label in labels if self.names_a_row(label)]
        self.context = _Context(labels, lasting=True) if len(rows) == 1 and rows[0] == labels[-1] else _Context()
        self.group = () if rows else labels

    def interrupted(self) -> None:
        """Forget what was named: something else stands here."""
        self.context, self.group = _Context(), ()

    def names_a_row(self, label: str) -> bool:
        return any(label in each.row for each in _by_label(self.form).get(label, ()))

    def figure(self, text: str, named: Labels, lines: Sequence[Line]) -> bool:
        """Place a figure by the labels before it; tell whether it has one place."""
        whole = self.place(named)
        below = None if whole or not named or not self.context.labels else self.place((*self.context.labels, *named))
        cell = whole or below
        if cell is None or (below and id(below) in self.context.told):
            return False
        if whole:
            self.context = _Context(_outer(named, whole))
        self.context.told.add(id(cell))
        self.context.lasting = self.context.lasting or len(self.context.told) > 1
        self.put(cell, text, lines)
        return True

    def after_unnamed(self, named: Labels) -> _Context:
        """Give what holds behind a figure that has no place: the row if it is all that was named."""
        if named and self.names_a_row(named[-1]):
            return _Context(named)
        columns = (each for label in named for each in _by_label(self.form).get(label, ()))
        return self.context if named and all(set(named) <= each.groups for each in columns) else _Context()

    def place(self, labels: Labels) -> Names | None:
        """Give the one cell that labels name."""
        if not 2 <= len(labels) <= _MOST:
            return None
        own = (each for each in _named(labels, self.form) if each.table.section in self.sections)
        found = [each for each in own if self.is_told(each, labels)]
        return found[0] if len(found) == 1 else None

    def is_told(self, cell: Names, labels: Labels) -> bool:
        """Tell whether the row of a cell is named well enough: a short name needs its group, or the row before it."""
        if not cell.row.isdisjoint(labels) or not cell.within.isdisjoint((*labels, *self.group)):
            return True
        if labels[-1] in cell.short:
            # Behind a column without a figure it is the next column.
            return False
        rows = [key for key, _ in cell.table.shape]
        last = self.last.get(cell.table)
        before = rows.index(cell.table.places[last].row.key) if last is not None else -1
        return rows.index(cell.place.row.key) - before in (0, 1)

    def put(self, cell: Names, text: str, lines: Sequence[Line]) -> None:
        cells = self.told.cells.setdefault(cell.table, {})
        if cell.place.kind is not Kind.MONEY and not text[-1:].isdecimal():
            text = PIECES.sub("", text)
        if cells.setdefault(cell.place.index, text) != text:
            self.told.unclear.add((cell.table, cell.place.row.key))
        self.told.lines.setdefault(cell.table, set()).update(line.index for line in lines)
        self.last[cell.table] = cell.place.index


def _outer(labels: Labels, cell: Names) -> Labels:
    """Give the labels that hold for what follows: up to the first of row and column."""
    first = next(at for at, label in enumerate(labels) if label in cell.row | cell.short | cell.column)
    return labels[: first + 1]


def told_of(
    lines: Sequence[Line],
    stops: Mapping[int, Section | None],
    form: Form,
    tables: Collection[Table],
    year: int | None,
) -> Told:
    """Read what lists in words tell of some tables, each below the heading of its part if there is one.

    `stops` are the lines that are headings or of the title, with the part that begins there.
    """
    if not tables:
        return Told()
    own_parts = frozenset(table.section for table in tables)
    loose = own_parts.difference(filter(None, stops.values()))
    captions, others = years_below(lines, stops, year or 0)
    told = Told(year=year or 0, others=[(others[line.index], line) for line in lines if line.index in others])
    teller = _Teller(form, loose, told)
    breaks = {*stops, *captions}
    at = 0
    while at < len(lines):
        at, line = at + 1, lines[at]
        if line.index in breaks:
            if line.index in stops:
                teller.sections = loose | own_parts.intersection((stops[line.index],))
            teller.interrupted()
        elif not line.empty and line.index not in others:
            own, said = logical(lines, line.index, breaks, form) if teller.sections else ([line], None)
            if said is None or (line.shape not in TEXT and not is_record(line, said)):
                teller.interrupted()
                told.left += [each for each in own if each.shape in TEXT]
                # The line at which a broken one does not go on may begin another.
                at = max(at, own[-1].index)
                continue
            at = own[-1].index + 1
            if said and said[-1].figure and own[-1].text.endswith(said[-1].text) and _may_go_on(lines, at, breaks):
                said.pop()
                told.left.append(line)
            teller.line(own, said, alone=line.shape not in TEXT)
    return _sure(told, lines)


def _may_go_on(lines: Sequence[Line], at: int, breaks: Collection[int]) -> bool:
    """Tell whether a figure may be cut: the source breaks off, or the next line begins with more of it."""
    if all(lines[place].empty for place in range(at, len(lines))):
        return True
    return lines[at].index not in breaks and begins_with_digits(lines[at].text)


def _sure(told: Told, lines: Sequence[Line]) -> Told:
    """Leave out what is too little to be a list, and take the labels that stand in a list and right beside it."""
    told.cells = {table: cells for table, cells in told.cells.items() if len(cells) >= _ENOUGH}
    for table in told.cells:
        taken = told.lines[table]
        first, last = min(taken), max(taken)
        while first and (first - 1 in told.labels or lines[first - 1].empty):
            first -= 1
        while last + 1 < len(lines) and (last + 1 in told.labels or lines[last + 1].empty):
            last += 1
        taken |= {index for index in told.labels if first <= index <= last}
    return told
