"""What is in a zip archive that is held whole, and what Python's library raises of one that is damaged.

The library opens each file as a stream, which costs more than inflating a small one. It has no one error
for what is damaged or packed in a way that it does not know: a wrong check sum, a stream that ends too
early, an impossible offset and an unknown method of packing are each told by another.
"""

import zlib
from importlib import import_module
from struct import Struct
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipInfo

__all__ = ["DAMAGE", "LOCKED", "SMALL", "inflated"]


def _of_lzma() -> tuple[type[Exception], ...]:
    """Give what the packing raises that some builds of Python have not."""
    try:
        return (import_module("lzma").LZMAError,)
    except ImportError:
        return ()


DAMAGE: tuple[type[Exception], ...] = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, *_of_lzma())
"""A kind of `RuntimeError` tells of an unknown method of packing."""
SMALL = 1024
"""Fewer packed bytes than this count as so many: of a file that small no ratio tells anything."""
LOCKED = 1
"""The flag of a file that needs a password."""

_HEADER = Struct("<4s22x2H")
_RAW = -zlib.MAX_WBITS


def inflated(archive: bytes, entry: ZipInfo, most: int) -> bytes:
    """Give a file of an archive, or one byte more than `most` of one that is larger. Raises one of `DAMAGE`."""
    header = archive[entry.header_offset : entry.header_offset + _HEADER.size]
    if len(header) < _HEADER.size or not header.startswith(b"PK\3\4"):
        raise BadZipFile("no header")
    if entry.flag_bits & LOCKED or entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise BadZipFile("encrypted, or packed in another way")
    _, name, extra = _HEADER.unpack(header)
    start = entry.header_offset + _HEADER.size + name + extra
    packed = memoryview(archive)[start : start + entry.compress_size]
    if entry.compress_type == ZIP_STORED:
        data = bytes(packed[: most + 1])
    else:
        data = zlib.decompressobj(_RAW).decompress(packed, most + 1)
    if len(data) <= most and (len(data), zlib.crc32(data)) != (entry.file_size, entry.CRC):
        raise BadZipFile("wrong check sum")
    return data
