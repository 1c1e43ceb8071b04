"""Report to document: title, headings, paragraphs and the printed grids, in the order of the form.

In English everything that the form prints is English. What an office wrote stays as it is: its name,
its texts, and a title other than the usual one.
"""

import re
from collections.abc import Iterable, Iterator

from .document import Block, Document, Grid, Heading, Paragraph
from .forms import usual_title
from .matrix import Matrix
from .printed import grid_of
from .rendering import Renderable
from .report import Report
from .sections import ForeignTable, Item, ProactiveDisclosure, ReportSection, Requests, ReviewLitigation, part_of
from .words import Language, a_language

__all__ = ["lay_out"]

_NUMBER = r"(?:（[一二三四五六七八九十]+）|\([一二三四五六七八九十]+\))"
# "（一）主动公开情况" alone is a heading; "（一）主动公开情况。全年…" has one that runs into the text.
_SUBHEADING = re.compile(rf"{_NUMBER}[^。；：！？]{{1,28}}")
_RUN_IN = re.compile(rf"{_NUMBER}[^。；：！？]{{1,28}}。(?=.)")


def lay_out(value: Renderable, lang: Language = "zh") -> Document:
    """Lay out a report, one of its parts or one of its tables. Raises `InvalidChoice` for an unknown language."""
    a_language(lang)
    if isinstance(value, Report):
        return Document(tuple(_report(value, lang)), _properties(value, lang), lang)
    if isinstance(value, ReportSection):
        return Document(tuple(_section(value, lang)), language=lang)
    if isinstance(value, Matrix):
        return Document((grid_of(value, lang),), language=lang)
    raise TypeError(f"{type(value).__name__} has no layout")


def _title(report: Report, lang: Language) -> Heading:
    if lang == "zh":
        return Heading(0, report.title, address="title")
    usual = usual_title(report.organization, report.year)
    if report.title != usual.zh:
        return Heading(0, report.title, address="title")
    return Heading(0, usual.say(lang), lang, address="title")


def _properties(report: Report, lang: Language) -> tuple[tuple[str, str], ...]:
    year = "" if report.year is None else str(report.year)
    pairs = (
        ("title", _title(report, lang).text),
        ("organization", report.organization),
        ("year", year),
        ("edition", str(report.edition)),
    )
    return tuple((name, text) for name, text in pairs if text)


def _report(report: Report, lang: Language) -> Iterator[Block]:
    yield _title(report, lang)
    yield from _text(report.preamble)
    for section in report.sections:
        yield from _section(section, lang)


def _section(section: ReportSection, lang: Language) -> Iterator[Block]:
    if section.heading is not None:
        heading = section.heading if lang == "zh" else part_of(section).words.say(lang)
        yield Heading(1, heading, lang, address=section.section)
    yield from _text(section.text)
    if isinstance(section, ProactiveDisclosure | Requests | ReviewLitigation):
        yield grid_of(section.table, lang)


def _text(text: Iterable[Item]) -> Iterator[Block]:
    for item in text:
        if isinstance(item, ForeignTable):
            yield Grid.of_rows(item.rows, headed=True)
        elif isinstance(item, str):
            yield _paragraph(item)
        else:
            yield item


def _paragraph(text: str) -> Heading | Paragraph:
    if _SUBHEADING.fullmatch(text):
        return Heading(2, text)
    run_in = _RUN_IN.match(text)
    return Paragraph(text, run_in.end() if run_in else 0)
