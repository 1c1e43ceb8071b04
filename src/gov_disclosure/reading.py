"""Source to report: open it, read its format, recognize the report, and say what was found."""

import os
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING

from attrs import evolve, frozen

from .document import Document, Grid, Heading, Paragraph
from .errors import NotAReport, UnreadableSource
from .findings import Findings
from .formats import FORMATS, READERS, format_of_suffix
from .forms import FORMS as FORMS_OF_LAW
from .limits import USUAL, Limits
from .report import Report
from .sections import Item
from .words import Language, Words

if TYPE_CHECKING:
    from .policy import Policy
    from .rules import Rule

__all__ = ["Reading", "Source", "examine", "read"]

Source = str | bytes | bytearray | memoryview | os.PathLike[str] | IO[bytes] | IO[str]
"""A path, the bytes themselves, or an open file."""

_SOURCE = Words("来源", "the source")


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
    name, data = _open(source, limits)
    chosen = format or _format_of(name, data)
    if chosen == "json":
        from .exchange import json

        try:
            return Reading(json.read(data, limits), Findings(), 1.0, name)
        except (UnreadableSource, NotAReport) as error:
            raise evolve(error, source=name or _SOURCE) from None
    if chosen not in FORMATS:
        known, listed = "、".join((*FORMATS, "json")), ", ".join((*FORMATS, "json"))
        raise UnreadableSource(
            name or _SOURCE,
            Words(f"没有“{chosen}”这种格式", f"there is no format {chosen!r}"),
            Words(f"可用：{known}。", f"Use one of {listed}."),
        )
    try:
        document = READERS[chosen](data, limits)
        _check_size(document, limits)
    except UnreadableSource as error:
        # The reader of a format knows only the format; the caller knows his source.
        raise evolve(error, source=name or _SOURCE) from None
    return _recognized(document, name, wrapped=chosen in _WRAPPED)


_WRAPPED = frozenset({"text", "pdf"})
"""The formats that may break a paragraph over lines."""


def _check_size(document: Document, limits: Limits) -> None:
    """Refuse with `UnreadableSource` more paragraphs and cells than are allowed, and a table that is too large."""
    frames = [block.frame for block in document.blocks if isinstance(block, Grid)]
    if len(document.blocks) - len(frames) + sum(len(frame.cells) for frame in frames) > limits.pieces:
        raise limits.exceeded("pieces", _SOURCE)
    if any(frame.rows * frame.columns > limits.table_places for frame in frames):
        raise limits.exceeded("table_places", _SOURCE)


def _open(source: Source, limits: Limits) -> tuple[str, bytes]:
    """Give a name for messages and the bytes of a source, no more than are allowed."""
    if isinstance(source, bytes | bytearray | memoryview):
        return "", _bounded("", bytes(source), limits)
    refuse_no_file(source)
    if isinstance(source, str | os.PathLike):
        name = os.fspath(source)
        with Path(name).open("rb") as file:
            return Path(name).name, _bounded(name, file.read(limits.source_bytes + 1), limits)
    data = source.read(limits.source_bytes + 1)
    name = Path(str(getattr(source, "name", ""))).name
    return name, _bounded(name, data.encode() if isinstance(data, str) else data, limits)


def refuse_no_file(source: object) -> None:
    """Refuse with `UnreadableSource` what is neither the path of a file, nor bytes, nor an open file."""
    if isinstance(source, bytes | bytearray | memoryview):
        return
    if not source or not (isinstance(source, str | os.PathLike) or hasattr(source, "read")):
        found = Words(f"它是 {source!r}", f"it is {source!r}")
        advice = Words("请传入文件的路径、字节或打开的文件。", "Give the path of a file, bytes or an open file.")
        raise UnreadableSource(_SOURCE, found, advice)
    if isinstance(source, str) and "\n" in source:
        raise UnreadableSource(
            Words("字符串", "the string"),
            Words("它是报告的文字，不是文件的路径", "it is the text of a report, not the path of a file"),
            Words("请传入 io.StringIO(文字) 或字节。", "Give io.StringIO(text) or bytes."),
        )
    if isinstance(source, str) and source.lower().startswith(("http://", "https://")):
        raise UnreadableSource(source, _ADDRESS, _FETCH)


_ADDRESS = Words("它是网址，本工具不连接网络", "it is an address of the network, to which nothing here connects")
_FETCH = Words("请先下载，再传入文件或字节。", "Download it, and give the file or the bytes.")


def _bounded(name: str, data: bytes, limits: Limits) -> bytes:
    if len(data) > limits.source_bytes:
        raise limits.exceeded("source_bytes", name or _SOURCE)
    return data


def _format_of(name: str, data: bytes) -> str:
    """Tell the format: what the bytes plainly are goes before what the name says."""
    said = _beginning(data).lower()
    start = said[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        return "docx"
    if start.startswith(b"%pdf-"):
        return "pdf"
    if _MESSAGE.match(said[:_HEAD]):
        return "mhtml"
    suffix = Path(name).suffix.lower()
    by_name = format_of_suffix(suffix)
    if suffix == ".json" or (by_name is None and start.startswith((b"{", b"["))):
        return "json"
    if by_name is not None:
        return by_name.name
    if start.startswith(b"<") or all(tag in said for tag in (b"<table", b"<tr", b"</table")):
        return "html"
    return "markdown" if start.startswith(b"# ") or _MARKDOWN.search(said) else "text"


def _beginning(data: bytes) -> bytes:
    """Give as much of the bytes as tells their format, those of UTF-16 as UTF-8."""
    most = 200_000
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data[: 2 * most].decode("utf-16", "ignore").encode("utf-8", "ignore")
    return data[:most]


_HEAD = 2048
_MESSAGE = re.compile(rb"(?i)\s*(?:[a-z-]+:.*\n(?:[ \t].*\n)*)*?(?:mime-version:|content-type:\s*multipart/)")
"""Lines as of mail with what says that it has parts: so begins a page that was saved with its pictures."""
_MARKDOWN = re.compile(rb"^\|? *:?-{3,}:? *(?:\| *:?-{3,}:? *)+\|? *$", re.MULTILINE)
"""The line below the header of a table, which no other format has."""


_LOOKED_FOR = Words("标题、六个部分的标题和三张表", "a title, the six headings and the three tables")


def _recognized(document: Document, name: str, *, wrapped: bool) -> Reading:
    from .recognize import recognize

    found = recognize(document, wrapped=wrapped)
    report = found.report
    if found.located * 2 < len(report.form.places) and (_before(report.year) or found.outdated):
        raise NotAReport(name or _SOURCE, _LOOKED_FOR, _of_old(report.year))
    if not found.located and found.headings < 3 and not (found.refused and report.title):
        what = _ENGLISH if _is_english(document) else _what(found.headings, report.title)
        raise NotAReport(name or _SOURCE, _LOOKED_FOR, what)
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
