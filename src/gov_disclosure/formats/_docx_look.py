"""What an office may choose of the look of a DOCX: style, fonts, margins. Everything else follows from these.

``official`` is GB/T 9704-2012; ``plain`` is the everyday page of a word processor: small type, lines of
one and a half, no fonts that must be bought. Lengths are kept in twips, twentieths of a point.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from attrs import frozen

from ..errors import CannotWrite
from ..words import Language, Words, clean

__all__ = ["LATIN", "OFFICIAL", "ROLES", "Look", "look_of"]

_MM = 1440 / 25.4
_LEAST_MARGIN, _MOST_MARGIN = 12.5, 50.0
_FOOTER, _HEADER = 12.0, 15.0  # mm: how far the page number stands under the type area, and a header from the edge

ROLES = ("title", "body", "heading", "subheading", "table", "latin")
"""What has a font of its own."""

_FANG, _HEI, _KAI, _XIAO_BIAO, _SONG = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "宋体"
LATIN = "Times New Roman"
_FONTS = MappingProxyType(
    {
        "official": (_XIAO_BIAO, _FANG, _HEI, _KAI, _SONG, LATIN),
        "plain": (_HEI, _SONG, _HEI, _HEI, _SONG, LATIN),
    }
)


def _twips(millimetres: float) -> int:
    return round(millimetres * _MM)


@frozen(cache_hash=True)
class Look:
    """The look of a document: the names of its fonts by `ROLES`, its page and its margins in millimetres.

    Margins are top, right, bottom, left; those of GB/T 9704-2012 leave 156 x 225 mm.
    """

    style: str = "official"
    fonts: tuple[str, ...] = _FONTS["official"]
    margins: tuple[float, float, float, float] = (37.0, 26.0, 35.0, 28.0)
    page: tuple[float, float] = (210.0, 297.0)
    """The width and the height of the paper: A4."""
    language: Language = "zh"
    """The language of titles and headings: those in English are set in the Latin font."""

    @property
    def official(self) -> bool:
        """Whether type sizes and lines are those of official documents."""
        return self.style == "official"

    def font(self, role: str) -> str:
        """Give the font of one of `ROLES`."""
        return self.fonts[ROLES.index(role)]

    @property
    def body_size(self) -> int:
        """The type size of the text in half points: 三号, or 小四."""
        return 32 if self.official else 24

    @property
    def title_size(self) -> int:
        """The type size of the title in half points: 二号, or 小二."""
        return 44 if self.official else 36

    @property
    def line(self) -> int:
        """The distance of lines in twips: 22 lines on the page of an official document."""
        return 560 if self.official else 400

    @property
    def width(self) -> int:
        """The width of the type area in twips; tables are as wide."""
        _, right, _, left = self.margins
        return _twips(self.page[0] - right - left)

    @property
    def height(self) -> int:
        """The height of the type area in twips."""
        top, _, bottom, _ = self.margins
        return _twips(self.page[1]) - _twips(top) - _twips(bottom)

    @property
    def title_width(self) -> float:
        """How many characters of the title stand on a line."""
        return float(self.width // (self.title_size * 10))

    def section(self) -> str:
        """Give the size and margins of the page."""
        top, right, bottom, _ = map(_twips, self.margins)
        wide, high = map(_twips, self.page)
        left = wide - right - self.width
        footer, header = max(_twips(self.margins[2] - _FOOTER), 0), min(_twips(_HEADER), top)
        return (
            f'<w:pgSz w:w="{wide}" w:h="{high}"/><w:pgMar w:top="{top}" w:right="{right}" '
            f'w:bottom="{bottom}" w:left="{left}" w:header="{header}" w:footer="{footer}" w:gutter="0"/>'
            f'<w:docGrid w:type="lines" w:linePitch="{self.line}"/>'
        )


OFFICIAL = Look()
"""The look of official documents."""


def look_of(
    style: str = "official", fonts: Mapping[str, str] | None = None, margins: Sequence[float] | None = None
) -> Look:
    """Make the look that an office asks for. Raises `CannotWrite` for what no document can have."""
    if style not in _FONTS:
        raise CannotWrite(str(style), Words(f"style 可用 {' '.join(_FONTS)}", f"style is one of {', '.join(_FONTS)}"))
    chosen = dict(zip(ROLES, _FONTS[style], strict=True))
    for role, name in (fonts or {}).items():
        if role not in chosen or not clean(name):
            known = " ".join(ROLES)
            said = Words(f"字体的用途有 {known}，名称不能为空", f"fonts are for {known}, and have a name")
            raise CannotWrite(f"{role}={name}", said)
        chosen[role] = clean(name)
    sides = tuple(map(float, OFFICIAL.margins if margins is None else margins))
    if len(sides) != len(OFFICIAL.margins) or not all(_LEAST_MARGIN <= side <= _MOST_MARGIN for side in sides):
        expected = Words(
            f"页边距依次为上、右、下、左，各{_LEAST_MARGIN:g}至{_MOST_MARGIN:g}毫米",
            f"margins are top, right, bottom, left, each of {_LEAST_MARGIN:g} to {_MOST_MARGIN:g} mm",
        )
        raise CannotWrite("margins", expected)
    top, right, bottom, left = sides
    return Look(style, tuple(chosen.values()), (top, right, bottom, left))
