"""Files that stand in a DOCX in the place of text (``w:altChunk``): pages, texts and documents that Word takes in.

Each is read by the reader of its format, which its suffix tells. All of them together may hold what one part
and one source may, and documents in documents lie no deeper than archives in archives do.
"""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from attrs import Factory, define, evolve, field, frozen

from ..document import Block, Grid
from ..words import Words
from . import READERS, format_of_suffix
from ._docx_package import SAVE, Package, refuse
from ._docx_parts import OFFICE
from ._docx_signs import Element

__all__ = ["Chunk", "Chunks"]

_IDENTITY = f"{{{OFFICE}/relationships}}id"
_SOURCE = Words("DOCX 中嵌入的文件", "a file in the DOCX")


@frozen(eq=False)
class Chunk:
    """What stands in such a file."""

    blocks: tuple[Block, ...]

    def read(self) -> Iterator[Block]:
        """Give what stands in it, in order."""
        yield from self.blocks


@define
class Chunks:
    """The files of a package that its text takes in."""

    package: Package
    targets: Mapping[str, str]
    """What the text refers to, by identity."""
    _chunks: dict[str, Chunk] = field(init=False, factory=dict)
    _room: int = Factory(lambda chunks: chunks.package.limits.part_bytes, takes_self=True)
    _pieces: int = field(init=False, default=0)

    def chunk(self, element: Element) -> Chunk:
        """Read the file that an element takes in. Raises `UnreadableSource` as its reader does."""
        name = self.targets.get(element.get(_IDENTITY, ""), "")
        if name not in self._chunks:
            self._chunks[name] = Chunk(self._read(name))
        chunk, limits = self._chunks[name], self.package.limits
        self._pieces += 1 + sum(len(block.frame.cells) if isinstance(block, Grid) else 1 for block in chunk.blocks)
        if self._pieces > limits.pieces:
            raise limits.exceeded("pieces", _SOURCE)
        return chunk

    def _read(self, name: str) -> tuple[Block, ...]:
        format, data, limits = (
            format_of_suffix(PurePosixPath(name).suffix),
            self.package.part(name),
            self.package.limits,
        )
        if format is None or data is None:
            raise refuse(
                Words(f"其中嵌入的文件“{name}”不能读取", f"the file {name!r} that stands in its text cannot be read"),
                SAVE,
            )
        self._room -= len(data)
        if self._room < 0:
            raise limits.exceeded("part_bytes", _SOURCE)
        if limits.archive_depth == 1:
            raise limits.exceeded("archive_depth", _SOURCE)
        return READERS[format.name](data, evolve(limits, archive_depth=limits.archive_depth - 1)).blocks
