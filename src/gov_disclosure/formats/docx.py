"""DOCX: a document as an office issues it, and what any office's file says.

Both directions work on the XML of the package itself; nothing here knows the statute. Writing
needs no library but the standard one and costs little more than packing the finished parts; the
same document gives the same bytes in every locale, time zone and process. lxml is imported when
something is read.
"""

import os
from collections.abc import Mapping, Sequence
from datetime import date

from attrs import evolve

from ..document import Document
from ..errors import CannotWrite
from ..limits import USUAL, Limits
from ..words import Language, Words, clean
from ._docx_look import OFFICIAL, Look, look_of
from ._docx_package import PackedPart, archive, packed
from ._docx_parts import core_part, static_parts
from ._docx_pictures import media_of
from ._docx_write import text_part

__all__ = ["parts_with", "read", "write"]


def write(document: Document, look: Look = OFFICIAL, *, number: str = "", signature: Sequence[str] = ()) -> bytes:
    """Write a document as the bytes of a DOCX file, in the look of GB/T 9704-2012 or another.

    `number` is printed under the title, the lines of `signature` at the end at the right.

    A title that names an organ (the property ``organization``) and is longer than a line is broken
    after that name. The file's own time is the day of the property ``published``, else the last
    day of the property ``year``: it never depends on when it is written.
    """
    return _written(document, look, number, signature)


def _parts(document: Document, look: Look, number: str, signature: Sequence[str]) -> tuple[PackedPart, ...]:
    look = look if look.language == document.language else evolve(look, language=document.language)
    text = text_part(document, look, number, signature)
    pictures = media_of(document)
    media = tuple((part.name, kind) for kind, part in pictures)
    own = (
        packed("docProps/core.xml", core_part(document)),
        packed("word/document.xml", text),
        *(part for _, part in pictures),
    )
    charts = document.charts
    if not charts:
        return (*static_parts(look, None, media), *own)
    from ._docx_charts import chart_parts

    drawn = [chart for chart in charts if chart.series]
    return (*static_parts(look, len(drawn), media), *own, *chart_parts(drawn, look))


def parts_with(
    document: Document,
    *,
    style: str = "official",
    fonts: Mapping[str, str] | None = None,
    margins: Sequence[float] | None = None,
    document_number: str = "",
    signature: Sequence[str | date] = (),
    base: "str | os.PathLike[str] | None" = None,
    place: str = "report",
) -> tuple[PackedPart, ...]:
    """Write the parts of a document with what was chosen. Raises `CannotWrite` for what no document can have."""
    for name, value, kind in (
        ("fonts", fonts, Mapping),
        ("margins", margins, Sequence),
        ("signature", signature, Sequence),
    ):
        if isinstance(value, str) or not (value is None or isinstance(value, kind)):
            raise CannotWrite(f"{name}={value!r}", _WRITTEN[name])
    lines = tuple(filter(None, (_signed(line, document.language) for line in signature)))
    number = clean(document_number)
    if base is None:
        return _parts(document, look_of(style, fonts, margins), number, lines)
    from ._docx_places import placed

    look, given = look_of(style, fonts, margins), margins is not None
    return placed(_written, document, look, base, place, number=number, signature=lines, margins_given=given)


def _written(document: Document, look: Look, number: str, signature: Sequence[str]) -> bytes:
    return archive(_parts(document, look, number, signature))


_WRITTEN = {
    "fonts": Words("字体写成 {用途: 名称}", "fonts are {use: name}"),
    "margins": Words("页边距写成（上, 右, 下, 左），单位毫米", "margins are (top, right, bottom, left) in millimetres"),
    "signature": Words("署名写成（机关名称, 日期）", "a signature is (organ, day)"),
}
"""How what has several parts is given."""
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def _signed(line: str | date, lang: Language) -> str:
    """Write a line of a signature; GB/T 9704-2012, 7.3.5.4: the day in Arabic figures without zeros before them."""
    if not isinstance(line, date):
        return clean(line)
    english = f"{line.day} {_MONTHS[line.month - 1]} {line.year}"
    return Words(f"{line.year}年{line.month}月{line.day}日", english).say(lang)


def read(data: bytes, limits: Limits = USUAL) -> Document:
    """Read the headings, paragraphs, tables and pictures of a DOCX file in order.

    Headings are the paragraphs whose style, or a style it is based on, is the title (level 0) or a
    heading or has an outline level. Line breaks part paragraphs, but not headings and cells, whose
    lines are joined. Headers, footers, notes, comments and numbers that Word counts are left out.
    A file that `write` made says its title, organization and day of publication too.

    Raises `UnreadableSource` for what is no DOCX, is damaged, or is beyond the limits.
    """
    from ._docx_open import read_package

    return read_package(data, limits)
