"""Source to report: open it, read its format, recognize the report, and say what was found."""

import re
from collections.abc import Iterable
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from .document import Document, Grid, Heading, Paragraph
from .errors import NotAReport, UnreadableSource
from .findings import Findings
from .formats import FORMATS, READERS
from .forms import FORMS as FORMS_OF_LAW
from .limits import USUAL, Limits
from .opening import JSON, SOURCE, Opened, Source, opened
from .report import Report
from .sections import Item
from .words import Language, Words

if TYPE_CHECKING:
    from .policy import Policy
    from .rules import Rule

__all__ = ["Reading", "Source", "examine", "examine_opened", "load", "read"]


@frozen
class Reading:
    """What came of reading one source.

    `findings` are about the source: each repair that was made and each row that was refused.
    """

    report: Report
    findings: Findings
    coverage: float
    """The share of the form's cells that were found, blank ones included: 0 to 1."""
    source: str = ""
    """What the source is called, for messages."""
    published: date | None = None
    """The day of publication that the source gives, which may be that of a later upload; `None` if it gives none."""

    @property
    def leftovers(self) -> tuple[Item, ...]:
        """What stood in the source outside of the report, verbatim."""
        return self.report.leftovers

    def validate(
        self,
        previous: Report | None = None,
        policy: "Policy | None" = None,
        published: date | None = None,
        *,
        rules: "Iterable[Rule]" = (),
    ) -> Findings:
        """Give what is wrong with the source and what is wrong with the report, together.

        The arguments are those of `Report.validate`. A day of publication that was only found in the
        source weighs less than one that is given.
        """
        from .rules import check_reading

        return check_reading(self.report, self.findings, self.published, previous, policy, published, rules)

    def to_text(self, lang: Language = "zh") -> str:
        """Tell in plain text what was read and what was found about the source."""
        return f"{self._headline(lang)}\n{self.findings.to_text(lang)}"

    def to_markdown(self, lang: Language = "zh") -> str:
        """Tell in Markdown what was read and what was found about the source."""
        return f"{self._headline(lang)}\n\n{self.findings.to_markdown(lang)}"

    def to_html(self, lang: Language = "zh") -> str:
        """Tell in an HTML fragment what was read and what was found about the source."""
        from html import escape

        return f"<p>{escape(self._headline(lang))}</p>{self.findings.to_html(lang)}"

    def _headline(self, lang: Language) -> str:
        total = len(self.report.form.places)
        found = round(self.coverage * total)
        said = Words(
            "{title}：{edition}年格式，{total}个单元格读到{found}个",
            "{title}: {edition} form, {found} of {total} cells read",
        )
        return said.format(title=self.report.title, edition=self.report.edition, total=total, found=found).say(lang)

    def _repr_html_(self) -> str:
        return self.to_html()

    def _repr_markdown_(self) -> str:
        return self.to_markdown()


def read(source: Source, *, format: str | None = None, limits: Limits = USUAL) -> Report:
    """Read a report.

    A string is the path of a file; text itself is given as bytes or an open file, such as
    ``io.StringIO(text)``. The format comes from suffix and content, or from `format`: ``text``,
    ``markdown``, ``html``, ``mhtml``, ``docx``, ``pdf`` or ``json``; `limits` bound what the source may hold. Raises
    `NotAReport` if there is no report in the source, `UnreadableSource` if it cannot be read at all,
    `OSError` if it cannot be opened.
    """
    return examine(source, format=format, limits=limits).report


def examine(source: Source, *, format: str | None = None, limits: Limits = USUAL) -> Reading:
    """Read a report and tell how: findings about the source, coverage, leftovers. Raises as `read`."""
    return examine_opened(opened(source, format=format, limits=limits), limits)


def examine_opened(source: Opened, limits: Limits) -> Reading:
    """Read a report from a source that is open already. Raises `NotAReport` and `UnreadableSource`, as `read`."""
    name = source.name or SOURCE
    try:
        if source.format == JSON:
            from .exchange import json

            return Reading(json.read(source.data, limits), Findings(), 1.0, source.name)
        document = READERS[source.format](source.data, limits)
        _check_size(document, limits)
    except (UnreadableSource, NotAReport) as error:
        # The reader of a format knows only the format; the caller knows his source.
        raise evolve(error, source=name) from None
    return _recognized(document, source.name, wrapped=source.format in _WRAPPED)


def load(format: str) -> None:
    """Import what reading a format needs: it is imported when it is first used, which takes longer than a report."""
    import_module(f"{__package__}.recognize")
    if format == JSON:
        import_module(f"{__package__}.exchange.json")
    else:
        FORMATS[format].load()


_WRAPPED = frozenset({"text", "pdf"})
"""The formats that may break a paragraph over lines."""


def _check_size(document: Document, limits: Limits) -> None:
    """Refuse with `UnreadableSource` more paragraphs and cells than are allowed, and a table that is too large."""
    frames = [block.frame for block in document.blocks if isinstance(block, Grid)]
    if len(document.blocks) - len(frames) + sum(len(frame.cells) for frame in frames) > limits.pieces:
        raise limits.exceeded("pieces", SOURCE)
    if any(frame.rows * frame.columns > limits.table_places for frame in frames):
        raise limits.exceeded("table_places", SOURCE)


_LOOKED_FOR = Words("标题、六个部分的标题和三张表", "a title, the six headings and the three tables")


def _recognized(document: Document, name: str, *, wrapped: bool) -> Reading:
    from .recognize import recognize

    found = recognize(document, wrapped=wrapped)
    report = found.report
    if found.located * 2 < len(report.form.places) and (_before(report.year) or found.outdated):
        raise NotAReport(name or SOURCE, _LOOKED_FOR, _of_old(report.year))
    if not found.located and found.headings < 3 and not (found.refused and report.title):
        what = _ENGLISH if _is_english(document) else _what(found.headings, report.title)
        raise NotAReport(name or SOURCE, _LOOKED_FOR, what)
    published = found.published or _day(document.property("published"))
    return Reading(report, Findings(found.findings), found.located / len(report.form.places), name, published)


_ENGLISH = Words(
    "英文格式的报告（只能读中文格式，请读中文版或 JSON）",
    "the form in English, which is only written; read the report in Chinese, or as JSON",
)


def _is_english(document: Document) -> bool:
    """Tell whether a document has a heading of the form in English."""
    headings = {part.words.en for form in FORMS_OF_LAW.values() for part in form.parts}
    texts = (block.text for block in document.blocks if isinstance(block, Heading | Paragraph))
    return any(text.strip() in headings for text in texts)


_FIRST_YEAR = min(form.first_year for form in FORMS_OF_LAW.values())


def _before(year: int | None) -> bool:
    return year is not None and year < _FIRST_YEAR


def _of_old(year: int | None) -> Words:
    """Name a report of the outline that was in use before the forms there are."""
    whose = Words(f"{year}年报告", f"a report for {year}") if _before(year) else Words("报告", "a report")
    said = Words("{whose}，采用{first}年格式之前的提纲", "{whose} after the outline from before the form of {first}")
    return said.format(whose=whose, first=_FIRST_YEAR)


_DAY = re.compile(r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})(?!\d)")


def _day(text: str) -> date | None:
    """Read a day, however its year, month and day are set apart."""
    found = _DAY.search(text)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _what(headings: int, title: str) -> Words:
    if title:
        return Words(
            f"标题“{title}”、{headings}个部分的标题，没有表格", f"the title {title!r}, {headings} headings and no table"
        )
    return Words(f"{headings}个部分的标题，没有表格", f"{headings} headings and no table")
