"""What the styles of a DOCX tell a reader: which paragraphs are headings, and what else a style says of its text.

A style says what it says itself and, where it is silent, what the style says that it is based on. Files of
one program or template have the same styles, byte by byte: what small ones say is kept.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType

from attrs import define, evolve, field, frozen

from ..document import Block, Paragraph, Picture
from ..kept import kept
from ._docx_signs import HIDES, Element, Moves, W, Way, way
from ._docx_styles import CAPTION_NAME, PICTURE_NAME
from ._docx_xml import KEPT, SMALL, parse

__all__ = ["NO_STYLES", "PLAIN", "Meaning", "Sheet", "Style", "named_picture", "sheet_of"]

_STYLE, _NAME, _BASE, _OUTLINE = (f"{W}{name}" for name in ("style", "name", "basedOn", "outlineLvl"))
_PROPERTIES, _OF_PARAGRAPH, _VAL = f"{W}pPr", f"{W}pStyle", f"{W}val"
_WAYS = tuple(W + name for name in (HIDES, "vertAlign", "strike", "dstrike"))
_HEADING = re.compile(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_TITLES = {"title", "标题"}
_PICTURE = re.compile("［图片：(.*)］")
_UNDER_CHART = re.compile(r"图\d+ |Figure \d+\. |注：|Note: ")
_LEVELS = frozenset("012345678")
_LONGEST = 64
"""So many styles may be based on one another; no program makes so many, and each is followed."""

Meaning = Callable[[str], Block | None]
"""What a line of a paragraph is."""


def named_picture(line: str) -> Block:
    """Take a line that says that a picture stands here for the picture."""
    named = _PICTURE.fullmatch(line)
    return Picture(named[1]) if named else Paragraph(line)


def _under_chart(line: str) -> Block | None:
    """Take the caption and the note of a chart for nothing: they say what the tables say."""
    return None if _UNDER_CHART.match(line) else Paragraph(line)


_MEANINGS: Mapping[str, Meaning] = MappingProxyType({PICTURE_NAME: named_picture, CAPTION_NAME: _under_chart})
"""What a line of a paragraph is that has a style of our own, by the name of the style."""


@frozen
class Style:
    """What a style tells a reader of its paragraphs or texts."""

    level: int | None = None
    """How deep a heading it is, 0 being the title."""
    meaning: Meaning = Paragraph
    ways: Mapping[str, Way] = field(factory=lambda: MappingProxyType({}))
    """How its text is written, by what says so."""


PLAIN = Style()


@frozen
class Sheet:
    """The styles of a file that tell a reader anything, by their identities."""

    styles: Mapping[str, Style]
    writes: bool
    """Whether any of them says how text is written."""

    def style(self, identity: str) -> Style:
        """Give a style; one that is not known tells nothing."""
        return self.styles.get(identity, PLAIN)

    def style_of(self, paragraph: Element) -> Style:
        """Give the style of a paragraph with what the paragraph says of its level itself; the title stays the title."""
        style, outline = PLAIN, None
        for properties in paragraph.iterchildren(_PROPERTIES):
            for said in properties.iterchildren(_OF_PARAGRAPH, _OUTLINE):
                if said.tag == _OUTLINE:
                    outline = said.get(_VAL, "")
                else:
                    style = self.styles.get(said.get(_VAL, ""), style)
        return style if outline is None or style.level == 0 else evolve(style, level=_outlined(outline))


@define
class _Said:
    """What one style says that matters to a reader."""

    name: str = ""
    base: str = ""
    outline: str = ""
    ways: dict[str, Way] = field(factory=dict)


def _read(content: bytes) -> dict[str, _Said]:
    """Read the styles of a file by their identities, in one pass over what matters of them."""
    found: dict[str, _Said] = {}
    open_style, style = None, _Said()
    for element in parse(content).iter(_STYLE, _NAME, _BASE, _OUTLINE, *_WAYS):
        value = element.get(_VAL, "")
        parent = element.getparent()
        if element.tag == _STYLE:
            open_style, style = element, _Said()
            found[element.get(f"{W}styleId", "")] = style
        elif parent is open_style and element.tag == _NAME:
            style.name = value
        elif parent is open_style and element.tag == _BASE:
            style.base = value
        elif parent is None or parent.getparent() is not open_style:
            continue  # It is said of a part of a table only, or of no style.
        elif element.tag == _OUTLINE:
            style.outline = value
        elif element.tag in _WAYS:
            style.ways[str(element.tag)] = way(element, Moves())
    return found


def _sheet(content: bytes) -> Sheet:
    found = _read(content)
    styles = {identity: _style(list(islice(_bases(found, identity), _LONGEST))) for identity in found}
    telling = {identity: style for identity, style in styles.items() if style != PLAIN}
    return Sheet(MappingProxyType(telling), any(style.ways for style in telling.values()))


NO_STYLES = Sheet(MappingProxyType({}), writes=False)
sheet_of = kept(_sheet, largest=SMALL, most=KEPT, sized=bytes)


def _bases(found: Mapping[str, _Said], identity: str) -> Iterator[_Said]:
    """Follow a style to those that it is based on, itself first; a circle of styles ends where it began."""
    seen: set[str] = set()
    while identity in found and identity not in seen:
        seen.add(identity)
        yield found[identity]
        identity = found[identity].base


def _style(said: list[_Said]) -> Style:
    ways = {kind: way for style in reversed(said) for kind, way in style.ways.items()}
    return Style(_level(said), _MEANINGS.get(said[0].name, Paragraph), MappingProxyType(ways))


def _level(said: list[_Said]) -> int | None:
    """Find the style that says how deep a heading it is."""
    for style in said:
        if style.name.lower() in _TITLES:
            return 0
        heading = _HEADING.fullmatch(style.name)
        if heading:
            return int(heading[1])
        if style.outline:
            return _outlined(style.outline)
    return None


def _outlined(level: str) -> int | None:
    """Give how deep a heading an outline level makes, which begins at 0; other values are of no heading."""
    return int(level) + 1 if level in _LEVELS else None
