"""The text of a DOCX to blocks, as who reads the finished page sees them.

Insertions count, deletions do not; of a field only the result is read, of an alternative only one
branch; hidden text stays hidden. What merely wraps text (controls, links, tags) is looked through.
One pass over the elements that count puts each where its parent stands; what stands nowhere, such
as deleted text, is passed over. Numbers that Word counts by itself are not text.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from attrs import Factory, define, field, frozen
from lxml.etree import _Element as Element

from ..document import Block
from ..words import raised
from ._docx_media import Media
from ._docx_tree import Holder, Meaning, Row, Table, Text

__all__ = ["OFF", "Element", "Reader", "Styles", "W"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"

_RUN, _BOX, _VAL = f"{W}r", f"{W}txbxContent", f"{W}val"
_TEXT_PROPERTIES, _RUN_PROPERTIES = f"{W}pPr", f"{W}rPr"
_ROW_PROPERTIES, _CELL_PROPERTIES = f"{W}trPr", f"{W}tcPr"
_ALTERNATIVES = f"{_MC}AlternateContent"
_SIGNS: dict[Any, str] = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
}  # fmt: skip
_WRAPPERS = (
    *("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"),
    *("hyperlink", "fldSimple", "dir", "bdo", "ruby", "rubyBase"),
)
OFF = frozenset({"0", "false", "off", "none"})
"""The values with which a property such as "hidden" is not set; without a value it is."""
_FIGURES = ("drawing", "pict", "object")


def _branch(alternatives: Element) -> Element:
    """Choose the one branch of an alternative that is read: the newest that there is."""
    found = alternatives.find(f"{_MC}Choice")
    other = alternatives.find(f"{_MC}Fallback") if found is None else found
    return alternatives if other is None else other


def _is_on(element: Element) -> bool:
    """Tell whether a property such as "hidden" is set."""
    return element.get(_VAL) not in OFF


def _number(element: Element, usual: int) -> int:
    """Read the count of a property; one that is none, or beyond all measure, is the usual one."""
    value = element.get(_VAL, "")
    return int(value) if value.isdecimal() and len(value) < _DIGITS else usual


_DIGITS = 4
"""Word allows 63 columns; a count of four digits is a damaged one."""


@frozen
class Styles:
    """What the styles of a file tell a reader, by their identities."""

    levels: Mapping[str, int]
    """The levels of headings, 0 being the title."""
    hidden: frozenset[str]
    meanings: Mapping[str, Meaning]
    """What the lines of paragraphs are that have a style of our own."""


_MANY = 1000
"""With so many elements in hand those that are over are let go: a text of millions must not fill the memory."""

Place = Holder | Table | Row | Text
K = TypeVar("K", bound=Place)


@define(eq=False)
class Reader:
    """Reads one text, knowing the styles and the pictures of its file."""

    styles: Styles
    media: Media
    _open: dict[Element | None, Place] = field(init=False, factory=dict)
    """What the elements are that others may stand in: those before in the text come first."""
    _known: frozenset[str] = Factory(
        lambda reader: frozenset((*reader.styles.meanings, *reader.styles.levels)), takes_self=True
    )
    """The styles that make something of a paragraph."""
    _raised: set[Element | None] = field(init=False, factory=set)
    """The runs whose text stands above the line."""
    _boxes: dict[Element, Holder] = field(init=False, factory=dict)
    """The text boxes of the figures that were met."""

    def blocks(self, body: Element) -> Iterator[Block]:
        """Read what stands in a body. Raises `TooLarge` for a table."""
        top = self._open[body] = Holder()
        steps = self._steps()
        for element in body.iter(*steps):
            steps[element.tag](element)
        return top.read()

    def _steps(self) -> dict[Any, Callable[[Element], None]]:
        """Give what is done with each kind of element."""
        steps = {
            "t": self._text, "p": self._paragraph, "r": self._run, "tc": self._cell, "tr": self._row,
            "tbl": self._table, "pStyle": self._style, "outlineLvl": self._outline, "fldChar": self._field,
            "gridSpan": self._span, "vMerge": self._merge, "gridBefore": self._gap, "del": self._gone,
            "hidden": self._gone, "vanish": self._vanish, "rStyle": self._run_style, "txbxContent": self._box,
            "vertAlign": self._raise,
            **dict.fromkeys(_WRAPPERS, self._wrapper),
            **dict.fromkeys(_FIGURES, self._figure),
        }  # fmt: skip
        named: dict[Any, Callable[[Element], None]] = {W + name: step for name, step in steps.items()}
        return named | dict.fromkeys(_SIGNS, self._sign) | {_ALTERNATIVES: self._choice}

    # ---- what holds something

    def _within(self, element: Element, kind: type[K]) -> K | None:
        """Give what an element stands in, if that is of a kind."""
        parent = element.getparent()
        place = self._open.get(parent)
        if not isinstance(place, kind):
            return None
        if len(self._open) > _MANY:
            # Whatever came before the element in its parent is over.
            while next(reversed(self._open)) is not parent:
                self._open.popitem()
        return place

    def _paragraph(self, element: Element) -> None:
        if holder := self._within(element, Holder):
            text = self._open[element] = Text(holder)
            if holder.blocks and holder.blocks[-1].is_empty:
                holder.blocks.pop()
            holder.blocks.append(text)

    def _table(self, element: Element) -> None:
        if holder := self._within(element, Holder):
            table = self._open[element] = Table()
            holder.blocks.append(table)
            holder.is_plain = False

    def _row(self, element: Element) -> None:
        if table := self._within(element, Table):
            row = self._open[element] = Row()
            table.rows.append(row)

    def _cell(self, element: Element) -> None:
        if row := self._within(element, Row):
            cell = self._open[element] = Holder()
            row.cells.append(cell)

    def _run(self, element: Element) -> None:
        if text := self._within(element, Text):
            self._open[element] = text

    def _wrapper(self, element: Element) -> None:
        """Look through what merely wraps."""
        place = self._open.get(element.getparent())
        if place is not None:
            self._open[element] = place

    def _choice(self, element: Element) -> None:
        """Look through the branch of an alternative that is read."""
        place = self._open.get(element.getparent())
        if place is not None:
            self._open[_branch(element)] = place

    def _box(self, element: Element) -> None:
        if element in self._boxes:
            self._open[element] = self._boxes.pop(element)

    # ---- what stands in a paragraph

    def _text(self, element: Element) -> None:
        place = self._open.get(element.getparent())
        if isinstance(place, Text):
            text = element.text or ""
            place.put(raised(text) if element.getparent() in self._raised else text)

    def _sign(self, element: Element) -> None:
        place = self._open.get(element.getparent())
        if isinstance(place, Text):
            place.put(_SIGNS[element.tag])

    def _field(self, element: Element) -> None:
        """Follow a field: it begins with an instruction, which its result follows.

        An instruction never reaches into another paragraph, so what is left unfinished hides nothing further on.
        """
        place = self._open.get(element.getparent())
        if isinstance(place, Text):
            kind = element.get(f"{W}fldCharType")
            if kind == "begin":
                place.fields += (False,)
            elif place.fields and kind in {"separate", "end"}:
                place.fields = (*place.fields[:-1], *((True,) if kind == "separate" else ()))

    def _figure(self, element: Element) -> None:
        place = self._open.get(element.getparent())
        if isinstance(place, Text) and all(place.fields):
            for part in _parts(element):
                if part.tag == _BOX:
                    self._boxes[part] = Holder()
                    place.add(self._boxes[part])
                elif picture := self.media.picture(part, named=place.names_pictures):
                    place.add(picture)

    # ---- what is said of a paragraph, a run, a row or a cell

    def _said_of(self, element: Element, properties: str, kind: type[K]) -> K | None:
        """Give what a property is said of: where the properties of that name stand."""
        parent = element.getparent()
        if parent is None or parent.tag != properties:
            return None
        place = self._open.get(parent.getparent())
        return place if isinstance(place, kind) else None

    def _style(self, element: Element) -> None:
        identity = element.get(_VAL, "")
        if identity in self._known and (text := self._said_of(element, _TEXT_PROPERTIES, Text)):
            text.level = self.styles.levels.get(identity)
            if identity in self.styles.meanings:
                text.meaning, text.holder.is_plain = self.styles.meanings[identity], False

    def _outline(self, element: Element) -> None:
        if text := self._said_of(element, _TEXT_PROPERTIES, Text):
            text.outline = _number(element, 9)

    def _span(self, element: Element) -> None:
        if cell := self._said_of(element, _CELL_PROPERTIES, Holder):
            cell.span = max(1, _number(element, 1))

    def _merge(self, element: Element) -> None:
        if cell := self._said_of(element, _CELL_PROPERTIES, Holder):
            cell.continues = element.get(_VAL, "continue") != "restart"

    def _gap(self, element: Element) -> None:
        if row := self._said_of(element, _ROW_PROPERTIES, Row):
            row.gap = _number(element, 0)

    def _gone(self, element: Element) -> None:
        if (row := self._said_of(element, _ROW_PROPERTIES, Row)) and _is_on(element):
            row.is_gone = True

    def _raise(self, element: Element) -> None:
        properties = element.getparent()
        if properties is not None and element.get(_VAL) == "superscript":
            self._raised.add(properties.getparent())

    def _vanish(self, element: Element) -> None:
        if _is_on(element):
            self._hide(element)

    def _run_style(self, element: Element) -> None:
        if element.get(_VAL) in self.styles.hidden:
            self._hide(element)

    def _hide(self, element: Element) -> None:
        """Let nothing stand in a run any more."""
        properties = element.getparent()
        run = None if properties is None else properties.getparent()
        if run is not None and run.tag == _RUN and self._said_of(element, _RUN_PROPERTIES, Text):
            del self._open[run]


def _parts(figure: Element) -> Iterator[Element]:
    """Walk a drawing to its pictures and text boxes; what is in a text box is read with the box."""
    stack = [figure]
    while stack:
        element = stack.pop()
        if element.tag in {_BOX, _BLIP, _IMAGE}:
            yield element
        else:
            branch = _branch(element) if element.tag == _ALTERNATIVES else element
            stack.extend(reversed(branch))
