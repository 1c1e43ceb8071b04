"""Files of pictures, made byte by byte: of each kind, of any size, with or without the dots per inch."""

import struct
import zlib

__all__ = ["bmp", "gif", "jpeg", "png"]


def png(width: int = 4, height: int = 3, inch: int = 0, shade: int = 200) -> bytes:
    """Make a PNG of one shade of grey."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    dots = round(inch / 0.0254)
    size = chunk(b"pHYs", struct.pack(">IIB", dots, dots, 1)) if inch else b""
    rows = zlib.compress((b"\0" + bytes([shade]) * width) * height)
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + size + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width: int = 4, height: int = 3, dots: int = 0, unit: int = 1, frame: int = 0xC0) -> bytes:
    """Make the beginning of a JPEG, up to the frame that tells its size."""
    head = b"\xff\xe0" + struct.pack(">H5sHBHHBB", 16, b"JFIF\0", 0x102, unit, dots, dots, 0, 0)
    table = b"\xff\xc4" + struct.pack(">H", 4) + b"\0\0"
    size = b"\xff" + bytes([0xFF, frame]) + struct.pack(">HBHHB", 8, 8, height, width, 0)
    return b"\xff\xd8" + head + b"\xff\x01" + table + size + b"\xff\xd9"


def gif(width: int = 4, height: int = 3, version: bytes = b"GIF89a") -> bytes:
    """Make the beginning of a GIF."""
    return version + struct.pack("<HH", width, height) + b"\0\0\0;"


def bmp(width: int = 4, height: int = 3, inch: int = 0, header: int = 40) -> bytes:
    """Make the headers of a bitmap."""
    dots = round(inch / 0.0254)
    return b"BM" + bytes(12) + struct.pack("<IiiHHIIii", header, width, height, 1, 24, 0, 0, dots, dots) + bytes(8)
