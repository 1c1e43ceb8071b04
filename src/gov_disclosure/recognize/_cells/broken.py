"""Figures that a narrow cell has broken over its lines, and those of which a part cannot be read: never unsaid.

"1 9625" may be a number in two lines or two numbers. It is one where a sum in which it stands holds
with it; otherwise what is printed is kept, and a finding says that it is no number.
"""

import re
from collections.abc import Iterator, Sequence

from ...diagnostics import DIAGNOSTICS
from ...findings import Finding
from .._rows.slots import Slot
from .sums import held

__all__ = ["mended", "said_of"]

_BROKEN = re.compile(r"\d+(?: \d+)+")
_TORN = "\ufffd"


def mended(slot: Slot, texts: Sequence[str]) -> tuple[str, ...]:
    """Put the numbers together that are broken by a space, where the sums of their row say so."""
    if " " not in "".join(texts):
        return tuple(texts)
    whole = tuple(text.replace(" ", "") if _BROKEN.fullmatch(text) else text for text in texts)
    known = held(slot, whole)
    return tuple(one if place in known else text for place, (one, text) in enumerate(zip(whole, texts, strict=True)))


def said_of(slot: Slot, texts: Sequence[str], read: Sequence[str]) -> Iterator[Finding]:
    """Say which figures were put together, and which are kept as they stand because they may be no numbers."""
    printed = "".join(texts)
    if " " not in printed and _TORN not in printed:
        return
    for cell, text, whole in zip(slot.cells, texts, read, strict=True):
        address = slot.table.places[cell].address
        if text != whole:
            yield DIAGNOSTICS["figure_joined"](address, found=text, value=whole)
        elif _BROKEN.fullmatch(text) or _TORN in text:
            yield DIAGNOSTICS["figure_broken"](address, found=text)
