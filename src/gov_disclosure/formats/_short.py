"""Short words where long ones do not fit: a table with the abbreviations that its cells declare, and what they mean."""

from functools import lru_cache

from attrs import evolve

from ..columns import wrap
from ..document import Frame

__all__ = ["explained", "shortened", "shorts"]


@lru_cache(maxsize=32)
def shorts(frame: Frame) -> dict[str, str]:
    """Give the abbreviations of a frame by the texts that they stand for."""
    return {cell.text: cell.short for cell in frame.cells if cell.short}


@lru_cache(maxsize=32)
def shortened(frame: Frame) -> Frame:
    """Give a frame whose cells say what is short, a word on each line."""
    cells = (evolve(c, text=c.short, lines=tuple(c.short.split())) if c.short else c for c in frame.cells)
    return evolve(frame, cells=tuple(cells))


def explained(frame: Frame, width: int) -> list[str]:
    """Tell below a table what its abbreviations mean, in lines of a width."""
    return wrap("; ".join(f"{short} = {text}" for text, short in shorts(frame).items()), width)
