"""The face that reports, sections and tables share: text, Markdown, HTML, DOCX and the notebook.

Everything here goes the same way: the value is laid out as a document, a format writes it.
"""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack

from ._hints import did_you_mean
from .errors import CannotWrite
from .words import Language, Words, listing

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from .document import Document
    from .findings import Findings
    from .report import Report

__all__ = ["DocxOptions", "Renderable", "write_atomically"]


class DocxOptions(TypedDict, total=False):
    """What may be chosen for a Word document; everything that is left out is as official documents are."""

    style: Literal["official", "plain"]
    """``official`` is GB/T 9704-2012, ``plain`` the everyday page with small type."""
    fonts: Mapping[str, str]
    """Names of fonts for title, body, heading, subheading, table and latin."""
    margins: Sequence[float]
    """Top, right, bottom and left in millimetres; tables are as wide as they leave room for."""
    document_number: str
    """The number of the document (文号), a line under the title."""
    signature: tuple[str, date | str]
    """The organ and the day at the end, at the right."""
    base: str | os.PathLike[str]
    """A template of your own, a DOCX: its styles, page and everything else stay."""
    place: str
    """The name of the bookmark, or the tag of the content control, that the report takes the place of.

    What the template names besides (title, organization, year, document_number, signature, the parts) goes there.
    """


class Renderable:
    """Something that can be laid out as a document and so be written in every format.

    `lang` is the language of what the form prints, ``zh`` or ``en``; names and texts of an office stay as
    they are. `CannotWrite` is raised for another.
    """

    __slots__ = ()

    def _document(
        self,
        lang: Language,
        findings: "Findings | None" = None,
        charts: "bool | Report | Sequence[Report]" = False,
    ) -> "Document":
        from .layout import lay_out

        document = lay_out(self, lang)
        if charts is not False:
            from .charting import charted

            document = charted(document, self, charts)
        if findings is None:
            return document
        from .marking import marked

        return marked(document, findings)

    def to_text(
        self,
        *,
        width: int = 80,
        frame: Literal["list", "ascii", "unicode"] = "list",
        findings: "Findings | None" = None,
        lang: Language = "zh",
    ) -> str:
        """Write plain text of at most `width` columns, a Chinese character taking two.

        Tables are indented lists without a frame, or framed with ASCII or Unicode lines. With
        `findings` it is a draft: flagged cells carry numbers, the numbered findings follow.
        """
        from .formats import text

        return text.write(self._document(lang, findings), width=width, frame=frame)

    def to_markdown(
        self,
        *,
        tables: Literal["pipe", "html"] = "pipe",
        findings: "Findings | None" = None,
        lang: Language = "zh",
    ) -> str:
        """Write Markdown: pipe tables without merged cells, or faithful HTML tables; with `findings` a draft."""
        from .formats import markdown

        return markdown.write(self._document(lang, findings), tables=tables)

    def to_html(self, *, fragment: bool = False, findings: "Findings | None" = None, lang: Language = "zh") -> str:
        """Write an HTML page, or a fragment that carries its look inline; with `findings` a draft."""
        from .formats import html

        return html.write(self._document(lang, findings), fragment=fragment)

    def to_docx(
        self,
        path: "str | os.PathLike[str] | None" = None,
        *,
        findings: "Findings | None" = None,
        charts: "bool | Report | Sequence[Report]" = False,
        lang: Language = "zh",
        **options: "Unpack[DocxOptions]",
    ) -> bytes:
        """Write a Word document; give its bytes, and put them in `path` if one is given.

        What may be chosen is `style`, `fonts`, `margins`, `document_number`, `signature`, `base` and
        `place`, as `DocxOptions` tells; with `findings` it is a draft whose flagged cells carry
        the numbers of the findings that follow. `charts` puts a chart of the outcomes under table 3,
        drawn by Word and edited there; reports of earlier years add one of the requests of all years.
        Raises `CannotWrite` for what no document can have.
        """
        from .formats import docx
        from .formats._docx_package import archive

        data = archive(docx.parts_with(self._document(lang, findings, charts), **_known(options)))
        if path is not None:
            write_atomically(path, data)
        return data

    def to_document(
        self,
        *,
        findings: "Findings | None" = None,
        charts: "bool | Report | Sequence[Report]" = False,
        lang: Language = "zh",
        **options: "Unpack[DocxOptions]",
    ) -> "WordDocument":
        """Give the Word document as python-docx has it, to be changed and saved by your own code.

        With `findings` it is a draft.
        """
        from .formats import docx
        from .formats._docx_document import opened

        return opened(docx.parts_with(self._document(lang, findings, charts), **_known(options)))

    def to_pdf(
        self,
        path: "str | os.PathLike[str] | None" = None,
        *,
        timeout: float = 120.0,
        findings: "Findings | None" = None,
        charts: "bool | Report | Sequence[Report]" = False,
        lang: Language = "zh",
        **options: "Unpack[DocxOptions]",
    ) -> bytes:
        """Write the Word document as PDF by LibreOffice; give its bytes, and put them in `path` if one is given.

        With `findings` it is a draft. Raises `CannotWrite` where LibreOffice is not installed or is not
        done within `timeout` seconds.
        """
        from .formats._pdf_office import pdf_of

        data = pdf_of(self.to_docx(findings=findings, charts=charts, lang=lang, **options), timeout=timeout)
        if path is not None:
            write_atomically(path, data)
        return data

    def _repr_html_(self) -> str:
        return self.to_html(fragment=True)

    def _repr_markdown_(self) -> str:
        return self.to_markdown()


_CHOICES = Words("可选的有 {known}。{meant}", "the choices are {known}. {meant}")


def _known(options: DocxOptions) -> DocxOptions:
    """Let only choices pass that there are. Raises `CannotWrite` with the one that was meant."""
    known = DocxOptions.__annotations__
    for name in options:
        if name not in known:
            raise CannotWrite(name, _CHOICES.format(known=listing(known), meant=did_you_mean(name, known)))
    return options


def write_atomically(path: "str | os.PathLike[str]", data: bytes) -> None:
    """Put bytes in a file so that it holds either all of them or what it held before."""
    target = Path(path)
    temporary = target.with_name(f".{os.urandom(8).hex()}.tmp")
    try:
        temporary.write_bytes(data)
        if target.exists():
            temporary.chmod(target.stat().st_mode & 0o777)
        temporary.replace(target)
    except BaseException as error:
        temporary.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename == str(temporary) and error.filename2 is None:
            error.filename = os.fspath(path)  # the other name tells the caller nothing
        raise
