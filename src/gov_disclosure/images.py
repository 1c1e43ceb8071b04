"""What the bytes of a picture say of it: its kind and its size; nothing is decoded.

A picture is of the kind that its first bytes name, whatever its file is called. The kinds are those
that every word processor and every browser draws.
"""

import base64
import binascii
import re
import struct
from collections.abc import Callable, Mapping
from types import MappingProxyType

from attrs import frozen

__all__ = ["KINDS", "Image", "image_of", "of_text", "of_uri", "to_text", "to_uri"]

_INCH = 25.4
_USUAL, _LEAST, _MOST = 96.0, 36.0, 2400.0
"""Dots per inch: what is taken where a picture says nothing, or nothing that can be true."""


@frozen
class Image:
    """The kind of a picture, one of `KINDS`, and its width and height in millimetres."""

    kind: str
    width: float
    height: float


_Found = tuple[int, int, float, float]
"""Width and height in dots, and the dots per inch in both directions, 0 where they are not said."""

# PNG, second edition, 5.2 and 11.2.2: the signature, then the chunk that tells the size.
_PNG = b"\x89PNG\r\n\x1a\n"
# ISO/IEC 10918-1, B.1.1.3: the frames, one of which tells the size; what has no length; where the scan begins.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset((0x01, *range(0xD0, 0xDA)))
_SCAN, _APPLICATION, _FILL = 0xDA, 0xE0, 0xFF
# The lengths of the headers that a bitmap may have after its first 14 bytes.
_BITMAP_HEADERS = frozenset({40, 52, 56, 64, 108, 124})


def _png(data: bytes) -> _Found:
    width, height = struct.unpack_from(">II", data, 16)
    if data[12:16] != b"IHDR":
        return 0, 0, 0, 0
    place = 8
    while place + 8 <= len(data):
        length, name = struct.unpack_from(">I4s", data, place)
        if name == b"pHYs":
            across, down, unit = struct.unpack_from(">IIB", data, place + 8)
            return (width, height, across * _INCH / 1000, down * _INCH / 1000) if unit == 1 else (width, height, 0, 0)
        if name == b"IDAT":
            break
        place += 12 + length
    return width, height, 0, 0


def _jpeg(data: bytes) -> _Found:
    place, across, down = 2, 0.0, 0.0
    while data[place] == _FILL:
        marker = data[place + 1]
        if marker == _SCAN:
            break
        if marker == _FILL:
            place += 1
            continue
        if marker in _ALONE:
            place += 2
            continue
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, place + 5)
            return width, height, across, down
        if marker == _APPLICATION and data[place + 4 : place + 9] == b"JFIF\0":
            unit, *dots = struct.unpack_from(">BHH", data, place + 11)
            across, down = (dot * {1: 1.0, 2: _INCH / 10}.get(unit, 0.0) for dot in dots)
        place += 2 + int(struct.unpack_from(">H", data, place + 2)[0])
    return 0, 0, 0, 0


def _gif(data: bytes) -> _Found:
    width, height = struct.unpack_from("<HH", data, 6)
    return width, height, 0, 0


def _bitmap(data: bytes) -> _Found:
    length, width, height = struct.unpack_from("<Iii", data, 14)
    across, down = struct.unpack_from("<ii", data, 38)
    if length not in _BITMAP_HEADERS:
        return 0, 0, 0, 0
    # A height below 0 says that the rows begin at the top.
    return width, abs(height), across * _INCH / 1000, down * _INCH / 1000


_READERS: tuple[tuple[bytes, str, Callable[[bytes], _Found]], ...] = (
    (_PNG, "png", _png),
    (b"\xff\xd8\xff", "jpeg", _jpeg),
    (b"GIF87a", "gif", _gif),
    (b"GIF89a", "gif", _gif),
    (b"BM", "bmp", _bitmap),
)
KINDS: Mapping[str, str] = MappingProxyType({kind: f"image/{kind}" for _, kind, _ in _READERS})
"""The kinds of pictures and their media types."""


def image_of(data: bytes) -> Image | None:
    """Tell what kind of picture bytes are, and how large it is; `None` if they are none of `KINDS`."""
    for signature, kind, read in _READERS:
        if data.startswith(signature):
            try:
                width, height, across, down = read(data)
            except (struct.error, IndexError):
                return None
            known = width > 0 and height > 0
            return Image(kind, _length(width, across), _length(height, down)) if known else None
    return None


def _length(dots: int, resolution: float) -> float:
    return dots * _INCH / (resolution if _LEAST <= resolution <= _MOST else _USUAL)


def to_text(data: bytes) -> str:
    """Write bytes as text (base64)."""
    return base64.b64encode(data).decode("ascii")


def of_text(text: str) -> bytes:
    """Read the bytes of a picture that are written as text; empty if they are none of `KINDS`."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
    return data if image_of(data) else b""


_URI = re.compile(r"data:image/[\w.+-]+;base64,")


def to_uri(data: bytes, kind: str) -> str:
    """Write a picture as an address that holds it."""
    return f"data:{KINDS[kind]};base64,{to_text(data)}"


def of_uri(uri: str) -> bytes:
    """Read the bytes of a picture from an address that holds it; empty for every other address."""
    found = _URI.match(uri)
    return of_text(uri[found.end() :]) if found else b""
