"""Pictures of a DOCX as they are written: each file is kept once, and drawn no larger than the page has room.

A picture is as large as it says, and made smaller where the type area is narrower or lower; it stands
in the text like a letter, so that it is never over anything. Its reference is the name of the drawing,
by which it is known when the file is read again.
"""

from collections.abc import Iterator, Mapping
from itertools import count

from attrs import define, field, frozen

from ..document import Document, Picture
from ..images import KINDS, Image, image_of
from ._docx_look import Look
from ._docx_package import PackedPart, stored
from ._docx_parts import DRAWING, escape, medium_identity, medium_part

__all__ = ["Drawings", "media_of"]

_EMU_OF_TWIP, _EMU_OF_MM = 635, 36000
_RESERVE = 1800  # twips: a heading over a picture, and the room around both
_PICTURE = f"{DRAWING}/picture"


@frozen
class _Medium:
    """The file of a picture: its place among those of the document, and by what the text refers to it."""

    number: int
    identity: str
    image: Image


def _media(document: Document) -> Mapping[bytes, _Medium]:
    files = dict.fromkeys(block.data for block in document.blocks if isinstance(block, Picture))
    charts = sum(bool(chart.series) for chart in document.charts)
    images = [(data, image) for data in files if (image := image_of(data))]
    return {data: _Medium(n, medium_identity(n, charts), image) for n, (data, image) in enumerate(images, 1)}


def media_of(document: Document) -> tuple[tuple[str, PackedPart], ...]:
    """Give the media type and the part of every file that the pictures of a document have, each once."""
    return tuple(
        (KINDS[medium.image.kind], stored(medium_part(medium.number, medium.image.kind), data))
        for data, medium in _media(document).items()
    )


@define
class Drawings:
    """Draws the pictures of one document, each under a number of its own."""

    document: Document
    look: Look
    _known: Mapping[bytes, _Medium] = field(init=False)
    _numbers: Iterator[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._known = _media(self.document)
        self._numbers = count(1 + len(self.document.charts))

    def draw(self, picture: Picture) -> str:
        """Write a picture as a run; nothing at all for one of which only the reference is known."""
        medium = self._known.get(picture.data)
        if medium is None:
            return ""
        width, height = self._size(medium.image)
        name = f'id="{next(self._numbers)}" name="{escape(picture.reference)}" descr="{escape(picture.description)}"'
        size = f'cx="{width}" cy="{height}"'
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" '
            f'distR="0"><wp:extent {size}/><wp:docPr {name}/><wp:cNvGraphicFramePr>'
            f'<a:graphicFrameLocks xmlns:a="{DRAWING}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            f'<a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{_PICTURE}"><pic:pic xmlns:pic="{_PICTURE}">'
            f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
            f'<a:blip r:embed="{medium.identity}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
            f'<a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def _size(self, image: Image) -> tuple[int, int]:
        """Give width and height in the unit of drawings, 36,000 to the millimetre."""
        wide, high = image.width * _EMU_OF_MM, image.height * _EMU_OF_MM
        room = self.look.width * _EMU_OF_TWIP, (self.look.height - _RESERVE) * _EMU_OF_TWIP
        scale = min(1.0, room[0] / wide, room[1] / high)
        return max(1, round(wide * scale)), max(1, round(high * scale))
