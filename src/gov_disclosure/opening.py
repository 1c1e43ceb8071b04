"""Source to bytes: open it, bound it, and tell its format, before anything of it is read.

What bytes plainly are goes before what the name says: files of offices are often renamed.
"""

import os
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path
from typing import IO

from attrs import frozen

from .errors import UnreadableSource
from .formats import FORMATS, format_of_suffix
from .limits import USUAL, Limits, check_limits
from .words import Words

__all__ = ["JSON", "SOURCE", "Opened", "Source", "bytes_from", "opened", "refuse_no_file"]

Source = str | bytes | bytearray | memoryview | os.PathLike[str] | IO[bytes] | IO[str]
"""A path, the bytes themselves, or an open file."""

SOURCE = Words("来源", "the source")
"""How a source is called that has no name."""
JSON = "json"
"""The format that is read without a document between."""


@frozen
class Opened:
    """A source that is open: what it is called, its bytes, and their format."""

    name: str
    """Empty if it has none."""
    data: bytes
    format: str


def opened(source: Source, *, format: str | None = None, limits: Limits = USUAL) -> Opened:
    """Open a source, and tell its format if that is not given.

    Raises `UnreadableSource` for what is no source or larger than allowed, and for a format that there is not,
    `OSError` for what cannot be opened, and `InvalidChoice` for limits that are none.
    """
    check_limits(limits)
    name, data = _open(source, limits)
    chosen = format or _format_of(name, data)
    if chosen != JSON and chosen not in FORMATS:
        known, listed = "、".join((*FORMATS, JSON)), ", ".join((*FORMATS, JSON))
        raise UnreadableSource(
            name or SOURCE,
            Words(f"没有“{chosen}”这种格式", f"there is no format {chosen!r}"),
            Words(f"可用：{known}。", f"Use one of {listed}."),
        )
    return Opened(name, data, chosen)


def _open(source: Source, limits: Limits) -> tuple[str, bytes]:
    """Give a name for messages and the bytes of a source, no more than are allowed."""
    if isinstance(source, bytes | bytearray | memoryview):
        return "", _bounded("", bytes(source), limits)
    refuse_no_file(source)
    if isinstance(source, str | os.PathLike):
        name = os.fspath(source)
        with Path(name).open("rb") as file:
            return Path(name).name, _bounded(name, bytes_from(file, name, limits), limits)
    name = Path(str(getattr(source, "name", ""))).name
    return name, _bounded(name, bytes_from(source, name, limits), limits)


def bytes_from(file: IO[bytes] | IO[str], name: str, limits: Limits) -> bytes:
    """Read from an open file what is allowed, and one byte or letter more.

    Raises `UnreadableSource` if it gives neither bytes nor text.
    """
    data: object = file.read(limits.source_bytes + 1)
    if isinstance(data, str):
        # Half of a pair that stands alone is no text; it is read as a character that cannot be.
        return data.encode(errors="surrogatepass")
    if not isinstance(data, bytes | bytearray | memoryview):
        found = Words(f"它的 read() 给出 {data!r}", f"its read() gives {data!r}")
        raise UnreadableSource(name or SOURCE, found, _GIVE)
    return bytes(data)


_GIVE = Words("请传入文件的路径、字节或打开的文件。", "Give the path of a file, bytes or an open file.")


def refuse_no_file(source: object) -> None:
    """Refuse with `UnreadableSource` what is neither the path of a file, nor bytes, nor an open file."""
    if isinstance(source, bytes | bytearray | memoryview):
        return
    if not source or not (isinstance(source, str | os.PathLike) or hasattr(source, "read")):
        raise UnreadableSource(SOURCE, Words(f"它是 {source!r}", f"it is {source!r}"), _GIVE)
    if isinstance(source, str) and ("\n" in source or "\0" in source):
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
        raise limits.exceeded("source_bytes", name or SOURCE)
    return data


def _format_of(name: str, data: bytes) -> str:
    """Tell the format: by what the bytes plainly are, by the suffix, and by what is in the text."""
    said = _beginning(data)
    start = said[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if plain := next((format for format in FORMATS.values() if start.startswith(format.begins)), None):
        return plain.name
    said = said.lower()
    if _MESSAGE.match(said):
        return "mhtml"
    suffix = Path(name).suffix.lower()
    by_name = format_of_suffix(suffix)
    if suffix == ".json" or ((by_name is None or by_name.begins) and start.startswith((b"{", b"["))):
        return JSON
    if by_name is not None and not by_name.begins:
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
"""Lines as of mail with what says that it has parts, however many servers wrote theirs before."""
_MARKDOWN = re.compile(rb"^\|? *:?-{3,}:? *(?:\| *:?-{3,}:? *)+\|? *$", re.MULTILINE)
"""The line below the header of a table, which no other format has."""
