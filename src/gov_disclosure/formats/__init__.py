"""The file formats: one syntax a module, read and written side by side; none knows the statute."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING

from attrs import frozen

from ..errors import CannotWrite
from ..words import Language, Words

if TYPE_CHECKING:
    from ..document import Document
    from ..limits import Limits
    from ..report import Report

__all__ = ["FORMATS", "READERS", "WRITERS", "Format", "bytes_for", "format_of_suffix"]


@frozen
class Format:
    """One file format: its name, its usual suffix first, and the module that reads and writes it.

    Such a module has ``read(data: bytes, limits: Limits) -> Document`` and, if the format is written,
    ``write(document) -> str | bytes``; it is imported when it is first used, because it may be heavy.
    """

    name: str
    suffixes: tuple[str, ...]
    written: bool = True
    """Whether reports are written in it too."""
    needs: tuple[str, ...] = ()
    """The modules that reading imports beside the module of the format."""
    begins: tuple[bytes, ...] = ()
    """How every file of the format begins, and those that only it can refuse by name; empty if that is not told."""

    @property
    def module(self) -> ModuleType:
        """The module of the format."""
        return import_module(f"{__name__}.{self.name}")

    def load(self) -> None:
        """Import all that reading needs and that is installed."""
        for name in (f".{self.name}", *self.needs):
            with suppress(ImportError):
                import_module(name, __name__)


_PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"{\\rtf")
"""A zip archive, an old document of Word or WPS, RTF: what is called .docx or was saved instead of it."""
FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        format.name: format
        for format in (
            Format("text", (".txt", ".text")),
            Format("markdown", (".md", ".markdown"), needs=("._html_read",)),
            Format("html", (".html", ".htm", ".shtml", ".xhtml"), needs=("._html_read",)),
            Format("mhtml", (".mht", ".mhtml", ".eml"), written=False, needs=("._html_read",)),
            Format("docx", (".docx",), needs=("._docx_open", "._html_read"), begins=_PACKED),
            Format("pdf", (".pdf",), written=False, needs=("pdfplumber",), begins=(b"%PDF-",)),
        )
    }
)


def _reader(format: Format) -> "Callable[[bytes, Limits], Document]":
    return lambda data, limits: format.module.read(data, limits)


def _writer(format: Format) -> "Callable[[Document], str | bytes]":
    return lambda document: format.module.write(document)


READERS: "Mapping[str, Callable[[bytes, Limits], Document]]" = MappingProxyType(
    {name: _reader(format) for name, format in FORMATS.items()}
)
"""From the bytes of a file to a document, within limits, by the name of the format."""
WRITERS: "Mapping[str, Callable[[Document], str | bytes]]" = MappingProxyType(
    {name: _writer(format) for name, format in FORMATS.items() if format.written}
)
"""From a document to a text or the bytes of a file, by the name of each format that is written."""


def format_of_suffix(suffix: str) -> Format | None:
    """Give the format that a suffix such as ``.docx`` names, or `None`."""
    return next((format for format in FORMATS.values() if suffix.lower() in format.suffixes), None)


def bytes_for(report: "Report", suffix: str, lang: Language = "zh") -> bytes:
    """Write a report in the format of a suffix. Raises `CannotWrite` for one that no format has."""
    from ..layout import lay_out

    if suffix.lower() == ".json":
        return report.to_json().encode()
    format = format_of_suffix(suffix)
    if format is None or not format.written:
        known = " ".join([*(s for name in WRITERS for s in FORMATS[name].suffixes), ".json"])
        raise CannotWrite(
            suffix, Words(f"可用的后缀有 {known}；PDF 用 to_pdf()", f"the suffixes are {known}; for PDF use to_pdf()")
        )
    written = WRITERS[format.name](lay_out(report, lang))
    return written.encode() if isinstance(written, str) else written
