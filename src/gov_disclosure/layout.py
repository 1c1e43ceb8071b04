"""Report to document: title, headings, paragraphs and the printed grids, in the order of the form."""

import re
from collections.abc import Iterable, Iterator

from .document import Block, Document, Grid, Heading, Paragraph
from .matrix import Matrix
from .printed import grid_of
from .rendering import Renderable
from .report import Report
from .sections import ForeignTable, Item, ProactiveDisclosure, ReportSection, Requests, ReviewLitigation

__all__ = ["lay_out"]

_NUMBER = r"(?:（[一二三四五六七八九十]+）|\([一二三四五六七八九十]+\))"
# "（一）主动公开情况" alone is a heading; "（一）主动公开情况。全年…" has one that runs into the text.
_SUBHEADING = re.compile(rf"{_NUMBER}[^。；：！？]{{1,28}}")
_RUN_IN = re.compile(rf"{_NUMBER}[^。；：！？]{{1,28}}。(?=.)")


def lay_out(value: Renderable) -> Document:
    """Lay out a report, one of its parts or one of its tables."""
    if isinstance(value, Report):
        return Document(tuple(_report(value)), _properties(value))
    if isinstance(value, ReportSection):
        return Document(tuple(_section(value)))
    if isinstance(value, Matrix):
        return Document((grid_of(value),))
    raise TypeError(f"{type(value).__name__} has no layout")


def _properties(report: Report) -> tuple[tuple[str, str], ...]:
    year = "" if report.year is None else str(report.year)
    pairs = (
        ("title", report.title),
        ("organization", report.organization),
        ("year", year),
        ("edition", str(report.edition)),
    )
    return tuple((name, text) for name, text in pairs if text)


def _report(report: Report) -> Iterator[Block]:
    yield Heading(0, report.title)
    yield from _text(report.preamble)
    for section in report.sections:
        yield from _section(section)


def _section(section: ReportSection) -> Iterator[Block]:
    if section.heading is not None:
        yield Heading(1, section.heading)
    yield from _text(section.text)
    if isinstance(section, ProactiveDisclosure | Requests | ReviewLitigation):
        yield grid_of(section.table)


def _text(text: Iterable[Item]) -> Iterator[Block]:
    for item in text:
        if isinstance(item, ForeignTable):
            yield Grid.of_rows(item.rows)
        elif isinstance(item, str):
            yield _paragraph(item)
        else:
            yield item


def _paragraph(text: str) -> Heading | Paragraph:
    if _SUBHEADING.fullmatch(text):
        return Heading(2, text)
    run_in = _RUN_IN.match(text)
    return Paragraph(text, run_in.end() if run_in else 0)
