"""The package around a DOCX: a zip archive, written by its bytes alone and read within limits.

Writing knows no clock and no machine: every entry has the same time and the same order, so equal
parts give equal bytes. Reading trusts nothing that an archive says of itself: every part is
inflated only up to a limit, whatever size the archive declares.
"""

import io
import struct
import zlib
from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from zipfile import ZipFile, ZipInfo

from attrs import frozen

from ..errors import UnreadableSource
from ..limits import USUAL, Limits
from ..words import Words
from ._zips import DAMAGE, SMALL, inflated

__all__ = [
    "SAVE",
    "Package",
    "PackedPart",
    "archive",
    "packed",
    "refuse",
    "stored",
]

# The layout of APPNOTE.TXT, the specification of the format: a header before each entry, the
# directory of all of them, and what ends it.
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _DEFLATED, _TIME, _DATE = 20, 8, 0, 0x21  # 0x21 is 1 January 1980, where the times begin
_LEVEL = 3  # a quarter of the time of 6 for tables; a report becomes a twentieth larger


@frozen
class PackedPart:
    """One part of an archive: packed when it is first placed, and placed as often as it is needed."""

    name: str
    data: bytes
    level: int = _LEVEL

    @cached_property
    def packed(self) -> tuple[bytes, tuple[int, int, int]]:
        """The packed bytes; check sum, packed size, size."""
        deflater = zlib.compressobj(self.level, zlib.DEFLATED, -15)
        stream = deflater.compress(self.data) + deflater.flush()
        return stream, (zlib.crc32(self.data), len(stream), len(self.data))


def packed(name: str, data: bytes) -> PackedPart:
    """Give a part that is to be packed."""
    return PackedPart(name, data)


def stored(name: str, data: bytes) -> PackedPart:
    """Give a part that is kept as it is, such as a picture, which is packed already."""
    return PackedPart(name, data, 0)


def archive(parts: Iterable[PackedPart]) -> bytes:
    """Put parts into one archive, in their order."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for part in parts:
        name, (stream, sizes) = part.name.encode(), part.packed
        fixed = (0, _DEFLATED, _TIME, _DATE, *sizes, len(name), 0)
        head = _LOCAL.pack(b"PK\3\4", _VERSION, *fixed) + name
        directory += (_CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, *fixed, 0, 0, 0, 0, offset), name)
        pieces += (head, stream)
        offset += len(head) + len(stream)
    count = len(directory) // 2
    central = b"".join(directory)
    return b"".join((*pieces, central, _END.pack(b"PK\5\6", 0, 0, count, count, len(central), offset, 0)))


_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SOURCE = "DOCX"
SAVE = Words("请用 Word 或 WPS 打开，另存为 .docx 后再读。", "Open it in Word or WPS and save it as .docx.")
_ASK = Words("请检查文件，或向发布单位索取原件。", "Check the file, or ask its publisher for the original.")


def refuse(found: Words, advice: Words = _ASK) -> UnreadableSource:
    """Say why a file cannot be read, and what to do."""
    return UnreadableSource(_SOURCE, found, advice)


def _damaged(error: Exception) -> UnreadableSource:
    return refuse(Words(f"压缩包已损坏（{error}）", f"the archive is damaged ({error})"))


def _open(data: bytes, limits: Limits) -> Mapping[str, ZipInfo]:
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise refuse(Words("文件有密码保护", "it is protected by a password"), SAVE)
        raise refuse(Words("它是旧版 .doc 或 .wps 文件", "it is an old .doc or .wps file"), SAVE)
    if not data.startswith(b"PK"):
        found = Words("它不是 DOCX 文件", "it is no DOCX file") if data else Words("文件是空的", "it is empty")
        raise refuse(found, SAVE)
    try:
        entries = ZipFile(io.BytesIO(data)).infolist()
    except DAMAGE as error:
        raise _damaged(error) from error
    if len(entries) > limits.parts:
        raise limits.exceeded("parts", _SOURCE)
    return MappingProxyType({entry.filename: entry for entry in entries})


@frozen
class Package:
    """The parts of a DOCX by their names.

    Raises `UnreadableSource` when it is made of bytes that are no zip archive (an old .doc or .wps
    file among them), and when a part is damaged or inflates beyond its limits.
    """

    data: bytes
    entries: Mapping[str, ZipInfo]
    """What the archive says of each part."""
    limits: Limits = USUAL

    @classmethod
    def of(cls, data: bytes, limits: Limits = USUAL) -> "Package":
        """Open the bytes of a package."""
        return cls(data, _open(data, limits), limits)

    @property
    def names(self) -> list[str]:
        """The names of all parts, in their order."""
        return [name for name, entry in self.entries.items() if not entry.is_dir()]

    def part(self, name: str) -> bytes | None:
        """Give the bytes of one part, or `None` if there is none of that name."""
        entry = self.entries.get(name)
        if entry is None:
            return None
        try:
            data = inflated(self.data, entry, self.limits.part_bytes)
        except DAMAGE as error:
            raise _damaged(error) from error
        if len(data) > self.limits.part_bytes:
            raise self.limits.exceeded("part_bytes", _SOURCE)
        if len(data) > self.limits.ratio * max(entry.compress_size, SMALL):
            raise self.limits.exceeded("ratio", _SOURCE)
        return data
