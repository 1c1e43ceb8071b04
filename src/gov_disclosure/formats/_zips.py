"""What Python's library raises of a zip archive that is damaged or packed in a way that it does not know.

It has no one error for them: a wrong check sum, a stream that ends too early, an impossible offset and
an unknown method of packing are each told by another.
"""

import zlib
from zipfile import BadZipFile

__all__ = ["DAMAGE", "SMALL"]

DAMAGE = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
"""A kind of `RuntimeError` tells of an unknown method of packing."""
SMALL = 1024
"""Fewer packed bytes than this count as so many: of a file that small no ratio tells anything."""
