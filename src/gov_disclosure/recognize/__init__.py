"""Document to report: which edition, what the tables say, which text belongs where, who reports.

What all layouts share is used, never one layout: the form's labels in the form's order, so many
figures after each, and six headings. What does not fit is said and kept.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from attrs import frozen

from ..diagnostics import DIAGNOSTICS
from ..document import Document
from ..findings import Finding
from ..names import Section
from ..report import Report
from ..sections import (
    Item,
    OtherMatters,
    Overview,
    ProactiveDisclosure,
    Problems,
    Requests,
    ReviewLitigation,
)
from ..tables import ProactiveTable, RequestMatrix, ReviewLitigationTable
from ._doubts.units import has_units
from ._doubts.years import is_of_other_year
from ._exact import Exact, exact_of
from ._lines.lines import Line, lines_of
from ._lines.parting import parted
from ._parts.chrome import chrome_after, chrome_before, published_in, title_of_page
from ._parts.headings import (
    Headings,
    Identity,
    candidates_of,
    end_of_report,
    find_headings,
    find_title,
    identity_of,
    is_outdated,
    year_of_period,
)
from ._parts.prose import Wrapping, text_of, wrapping_of
from ._placed.laid_out import goes_beyond, laid_out
from ._placed.placed import placed
from ._tables import TablesFound, find_tables

__all__ = ["Recognized", "recognize"]

_YEAR = re.compile("20[0-9]{2}")
_A_TABLE = 3
"""So many lines of the form are a table, even if all of its rows are refused."""


@frozen
class Recognized:
    """A report as it was recognized, what was wrong with its source, and how much of it was found."""

    report: Report
    findings: tuple[Finding, ...]
    located: int
    """How many cells of the form were found, blank ones included."""
    headings: int
    """How many of the six headings were found."""
    published: date | None = None
    """The day on which the page says that it was published."""
    refused: bool = False
    """Whether there is a table of the form of which all rows are refused."""
    outdated: bool = False
    """Whether there is little of the form, and the outline is that of the reports before the form of 2019."""


@frozen
class _Found:
    """The lines of one document, and what each of them was taken for."""

    document: Document
    lines: tuple[Line, ...]
    behind: tuple[Line, ...]
    """The lines of another report that follows."""
    headings: Headings
    title: tuple[int, ...]
    identity: Identity
    tables: TablesFound
    taken: frozenset[int]
    chrome: frozenset[int]
    wrapping: Wrapping

    def text(self, start: int, end: int) -> tuple[Item, ...]:
        """Give what is left as text between two lines."""
        return text_of(self.lines[start:end], self.document, self.taken | self.chrome, self.wrapping)

    def aside(self) -> tuple[Item, ...]:
        """Give what the page puts around the report, as it stands."""
        title = self.title[0] if self.title else 0
        return text_of(
            [line for line in self.lines[title:] if line.index in self.chrome], self.document, (), Wrapping()
        )

    def part(self, section: Section) -> tuple[tuple[Item, ...], str | None]:
        """Give text and heading of one part; neither if the part has no heading."""
        start = self.headings.opening.get(section)
        if start is None:
            return (), None
        end = min((line for line in self.headings.opening.values() if line > start), default=len(self.lines))
        return self.text(start + 1, end), self.lines[start].text


def recognize(document: Document, *, wrapped: bool = False) -> Recognized:
    """Find the report in a document; `wrapped` tells that its paragraphs may be broken over lines."""
    found = _find(document, wrapped, exact_of(document))
    if found.tables.located < len(found.tables.form.places) and (laid := laid_out(document)):
        # What lines do not tell, places may, if they say the same of what lines tell.
        other = _find(laid, wrapped, None)
        found = other if goes_beyond(other.tables, found.tables) else found
    report = _report(found)
    first = min(found.headings.opening.values(), default=len(found.lines))
    around = (line.text for line in found.lines if line.index < first or line.index in found.chrome)
    located = found.tables.located
    outdated = located * 2 < len(report.form.places) and is_outdated(found.lines)
    headings, refused = len(found.headings.opening), not located and len(found.tables.claimed) >= _A_TABLE
    return Recognized(
        report, tuple(_findings(found, report)), located, headings, published_in(around), refused, outdated
    )


def _find(source: Document, wrapped: bool, exact: Exact | None) -> _Found:
    whole = exact.figures if exact else {}
    document = parted(source if exact else placed(source), whole)
    every = lines_of(document, whole)
    candidates = candidates_of(every)
    lines = every[: end_of_report(every, candidates)]
    headings = find_headings(lines, candidates)
    stops: dict[int, Section | None] = {line: section for section, line in headings.opening.items()}
    stops |= {line: section for section, group in headings.repeated.items() for line in group}
    title = find_title(lines, min(stops, default=len(lines)))
    identity = identity_of(_title_text(lines, title) or title_of_page(document.property("title")))
    stops |= dict.fromkeys(title)
    if exact is None:
        tables: TablesFound | None = find_tables(lines, stops, identity.year)
    else:
        qualified = has_units(lines) or is_of_other_year(lines, stops, identity.year)
        tables = None if qualified else exact.read(lines, stops)
    if tables is None:
        return _find(source, wrapped, None)
    taken = frozenset(stops) | tables.claimed
    chrome = _chrome(lines, headings.opening.values() or tables.claimed, title) - taken
    wrapping = wrapping_of(lines, taken | chrome) if wrapped else Wrapping()
    return _Found(document, lines, every[len(lines) :], headings, title, identity, tables, taken, chrome, wrapping)


def _chrome(lines: Sequence[Line], inside: Collection[int], title: Sequence[int]) -> frozenset[int]:
    """Give what the page puts between the title and what is inside the report, and behind the last of that."""
    if not inside:
        return frozenset()
    start = title[-1] + 1 if title else 0
    return chrome_before(lines[start : min(inside)]) | chrome_after(lines[max(inside) + 1 :])


def _title_text(lines: Sequence[Line], title: Sequence[int]) -> str:
    return "".join(lines[index].text for index in title)


def _report(found: _Found) -> Report:
    lines, edition = found.lines, found.tables.form.edition
    cells = {section: tuple(values) for section, values in found.tables.cells.items()}
    first = min(found.headings.opening.values(), default=len(lines))
    start = found.title[-1] + 1 if found.title else 0
    before, preamble = found.text(0, start), found.text(start, first)
    said = found.document.property("year")
    year = found.identity.year or year_of_period(item for item in preamble if isinstance(item, str))
    return Report(
        organization=found.identity.organization or found.document.property("organization"),
        year=year or (int(said) if _YEAR.fullmatch(said) else None),
        edition=edition,
        title=_title_text(lines, found.title) or title_of_page(found.document.property("title")),
        preamble=preamble,
        overview=Overview(*found.part(Section.OVERVIEW)),
        proactive=ProactiveDisclosure(
            *found.part(Section.PROACTIVE), ProactiveTable(edition, cells[Section.PROACTIVE])
        ),
        requests=Requests(*found.part(Section.REQUESTS), RequestMatrix(edition, cells[Section.REQUESTS])),
        review_litigation=ReviewLitigation(
            *found.part(Section.REVIEW_LITIGATION), ReviewLitigationTable(edition, cells[Section.REVIEW_LITIGATION])
        ),
        problems=Problems(*found.part(Section.PROBLEMS)),
        other_matters=OtherMatters(*found.part(Section.OTHER_MATTERS)),
        leftovers=(
            *before,
            *found.aside(),
            *found.tables.leftovers,
            *text_of(found.behind, found.document, (), Wrapping()),
            *found.document.navigation,
        ),
    )


def _findings(found: _Found, report: Report) -> Iterator[Finding]:
    """Say what the source has wrong and what was done about it."""
    for section, repeats in found.headings.repeated.items():
        heading = found.lines[found.headings.opening[section]].text
        yield DIAGNOSTICS["repeated_heading"](section, heading=heading, count=len(repeats) + 1)
    for line in found.headings.misplaced:
        yield DIAGNOSTICS["heading_order"](heading=found.lines[line].text)
    if found.behind:
        yield DIAGNOSTICS["second_report"](title=found.behind[0].text)
    if not found.title:
        yield DIAGNOSTICS["title_missing"]()
    yield from found.tables.findings
    if found.wrapping.edge:
        count = sum(len(section.text) for section in report.sections)
        yield DIAGNOSTICS["wrapped_lines"](width=found.wrapping.edge, count=count)
