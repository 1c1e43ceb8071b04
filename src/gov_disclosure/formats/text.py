"""Plain text: headings and paragraphs wrapped to a width, tables as indented lists or in frames.

Blocks are parted by an empty line. A paragraph begins with two ideographic spaces and a heading
does not, so a reader can put the lines of either together. This file knows no statute.
"""

from collections.abc import Iterable
from typing import Literal

from ..document import Block, Document, Grid, Heading, Paragraph
from ..errors import CannotWrite
from ..words import Words, clean
from ._boxes import STYLES, draw
from ._lists import list_of
from ._width import align, wrap

__all__ = ["write"]

_INDENT = "　　"
_INDENT_WIDTH = 4


def write(document: Document, *, width: int = 80, frame: Literal["list", "ascii", "unicode"] = "list") -> str:
    """Write plain text of `width` columns, a Chinese character taking two.

    Statutory tables are indented lists, or all tables are drawn with merged cells in a frame of
    ASCII or Unicode lines. A line is longer only where a word or the figures of a row are. Raises
    `CannotWrite` for another kind of frame.
    """
    if frame not in ("list", *STYLES):
        known = " ".join(("list", *STYLES))
        raise CannotWrite(str(frame), Words(f"frame 可用 {known}", f"frame is one of {known}"))
    blocks = ("\n".join(_block(block, width, frame)) for block in document.blocks)
    return "\n\n".join(filter(None, blocks)) + "\n"


def _block(block: Block, width: int, frame: str) -> Iterable[str]:
    if isinstance(block, Paragraph):
        text = clean(block.text)
        first, *rest = wrap(text, width, width - _INDENT_WIDTH)
        return [_INDENT + first, *rest] if text else []
    if isinstance(block, Heading):
        lines = wrap(clean(block.text), width)
        return lines if block.level else [align(line, width, "^").rstrip() for line in lines]
    if isinstance(block, Grid):
        if block.frame.outlines and frame == "list":
            return list_of(block, width)
        return draw(block, width, STYLES.get(frame, STYLES["ascii"]))
    return [f"［图片：{clean(block.reference)}］"]
