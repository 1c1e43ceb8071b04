"""Pictures of a DOCX as they are read: the file of each, as far as there is room for it, and what it is said to show.

A file that is damaged, beyond all measure or of a kind that is not drawn everywhere is left: the report
is worth reading without it, and its reference says that there was a picture.
"""

from collections.abc import Mapping

from attrs import Factory, define, field
from lxml.etree import _Element as Element

from ..document import Picture
from ..errors import UnreadableSource
from ..images import image_of
from ._docx_package import Package
from ._docx_parts import DRAWING, OFFICE

__all__ = ["Media"]

_R = f"{{{OFFICE}/relationships}}"
_NAMES = (f"{_R}embed", f"{_R}link", f"{_R}id")
_INLINE, _ANCHOR, _PROPERTIES = (f"{{{DRAWING}/wordprocessingDrawing}}{name}" for name in ("inline", "anchor", "docPr"))
_SHAPE = "{urn:schemas-microsoft-com:vml}shape"


@define
class Media:
    """The pictures that the text of a package refers to; those that it has are kept up to the limit of a part."""

    package: Package
    targets: Mapping[str, str]
    """What the text refers to, by identity."""
    _files: dict[str, bytes] = field(init=False, factory=dict)
    _room: int = Factory(lambda media: media.package.limits.part_bytes, takes_self=True)

    def picture(self, image: Element, *, named: bool) -> Picture | None:
        """Give the picture of an image in a drawing, under the name of its drawing if it is `named` by that."""
        target = next((self.targets[n] for name in _NAMES if self.targets.get(n := image.get(name, ""))), None)
        if target is None:
            return None
        told = next(image.iterancestors(_INLINE, _ANCHOR, _SHAPE), image)
        properties = told.find(_PROPERTIES)
        told = told if properties is None else properties
        reference = told.get("name", "") if named else ""
        said = told.get("descr") or told.get("alt") or ""
        return Picture(reference or target, data=self._file(target), description=said)

    def _file(self, name: str) -> bytes:
        if name not in self._files:
            try:
                data = self.package.part(name) or b""
            except UnreadableSource:
                data = b""
            self._files[name] = data if len(data) <= self._room and image_of(data) else b""
            self._room -= len(self._files[name])
        return self._files[name]
