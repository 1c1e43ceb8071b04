"""The text of a DOCX to blocks, as who reads the finished page sees them.

Insertions count, deletions do not; of a field only the result is read, of an alternative only one
branch; hidden text stays hidden. What merely wraps text (controls, links, tags) is looked through.
One pass over the elements that say something puts each where it stands, by what is around it; what
stands nowhere, such as deleted text, is passed over. Numbers that Word counts by itself are not text.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from attrs import Factory, define, field

from ..document import Block
from ..words import raised
from ._docx_chunks import Chunks
from ._docx_media import Media
from ._docx_sheet import Sheet, named_picture
from ._docx_signs import FRACTION, MATH, SIGNS, WAYS, Element, Moves, W, Way, has_own_mark, is_on, sign, way
from ._docx_tree import Holder, Row, Run, Table, Text

__all__ = ["Reader"]

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"

_PARAGRAPH, _RUNS, _BOX, _VAL = f"{W}p", (f"{W}r", f"{MATH}r"), f"{W}txbxContent", f"{W}val"
_CONTROL = f"{W}sdt"
_RUN_PROPERTIES, _ROW_PROPERTIES, _CELL_PROPERTIES = f"{W}rPr", f"{W}trPr", f"{W}tcPr"
_ALTERNATIVES, _BRANCHES = f"{_MC}AlternateContent", (f"{_MC}Choice", f"{_MC}Fallback")
_WRAPPERS = frozenset({
    *(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")),
    *(W + name for name in ("hyperlink", "fldSimple", "dir", "bdo", "ruby", "rubyBase")),
    *(MATH + name for name in ("oMathPara", "oMath")), *FRACTION,
})  # fmt: skip
_FIGURES = ("drawing", "pict", "object")


def _branch(alternatives: Element) -> Element:
    """Choose the one branch of an alternative that is read: the newest that there is."""
    branches = (alternatives.find(branch) for branch in _BRANCHES)
    return next((branch for branch in branches if branch is not None), alternatives)


def _number(element: Element, usual: int) -> int:
    """Read the count of a property; one that is none, or beyond all measure, is the usual one."""
    value = element.get(_VAL, "")
    return int(value) if value.isdecimal() and len(value) < _DIGITS else usual


_DIGITS = 4
"""Word allows 63 columns; a count of four digits is a damaged one."""


_MANY = 1000
"""With so many elements more in hand those that are over are let go: a text of millions must not fill the memory."""

Place = Holder | Table | Row | Text | Run
K = TypeVar("K", bound=Place)
_TAKES_TEXT = (Text, Run)


class Places(dict[Element | None, Place | None]):
    """What the elements are that were met, each after the one around it: what others stand in, or nothing.

    What no step has put anywhere is found by what is around it, when it is first asked for.
    """

    def __init__(self, sheet: Sheet) -> None:
        super().__init__({None: None})
        self._sheet = sheet
        self._boxes: dict[Element, Holder] = {}
        self.prompts: set[Element] = set()
        """The controls that are not filled in: what stands in them asks for a text and is none."""

    def __missing__(self, element: Element) -> Place | None:
        parent = element.getparent()
        around = self[parent]
        tag = element.tag
        place: Place | None = None
        if tag in _RUNS:
            # Most hold one text: what they are is sooner found again than kept.
            if self.prompts and not self.prompts.isdisjoint(element.iterancestors(_CONTROL)):
                return None
            if isinstance(around, Text):
                return around.written(around.style.ways) if self._sheet.writes else around
            return around if isinstance(around, Run) else None
        if tag == _PARAGRAPH:
            if isinstance(around, Holder):
                place = Text(element, self._sheet)
                around.blocks.append(place)
        elif tag == _BOX:
            place = self._boxes.pop(element, None)
        elif tag in _BRANCHES and parent is not None and parent.tag == _ALTERNATIVES:
            place = self[parent.getparent()] if element is _branch(parent) else None
        elif tag in _WRAPPERS or (tag == _ALTERNATIVES and element is _branch(element)):
            place = around
        self.keep(element, place)
        return place

    def keep(self, element: Element, place: Place | None) -> None:
        """Keep what an element is, and no more of what is over than there is room for."""
        if len(self) > _MANY:
            self.let_go(element)
        self[element] = place

    def box(self, element: Element) -> Holder:
        """Make a text box of an element that is met later."""
        box = self._boxes[element] = Holder()
        return box

    def let_go(self, element: Element) -> None:
        """Forget what is over when an element is met: all but what is around it."""
        around = [None, *element.iterancestors(), element]
        kept = {one: self[one] for one in around if one in self}
        self.clear()
        self.update(kept)
        self.prompts.intersection_update(around)


@define(eq=False)
class Reader:
    """Reads one text, knowing the styles and the pictures of its file."""

    sheet: Sheet
    media: Media
    chunks: Chunks
    _places: Places = Factory(lambda reader: Places(reader.sheet), takes_self=True)
    _moves: Moves = field(init=False, factory=Moves)

    def blocks(self, body: Element) -> Iterator[Block]:
        """Read what stands in a body."""
        top = self._places[body] = Holder()
        steps = _STEPS
        for element in body.iter(*steps):
            steps[element.tag](self, element)
        return top.read()

    # ---- what holds something

    def _table(self, element: Element) -> None:
        holder = self._places[element.getparent()]
        if isinstance(holder, Holder):
            self._places[element] = table = Table()
            holder.blocks.append(table)

    def _row(self, element: Element) -> None:
        table = self._places[element.getparent()]
        if isinstance(table, Table):
            row = Row()
            self._places.keep(element, row)
            table.rows.append(row)

    def _cell(self, element: Element) -> None:
        row = self._places[element.getparent()]
        if isinstance(row, Row):
            self._places[element] = cell = Holder()
            row.cells.append(cell)

    def _chunk(self, element: Element) -> None:
        holder = self._places[element.getparent()]
        if isinstance(holder, Holder):
            holder.blocks.append(self.chunks.chunk(element))

    # ---- what stands in a paragraph

    def _text(self, element: Element) -> None:
        place = self._places[element.getparent()]
        if isinstance(place, _TAKES_TEXT) and (text := element.text):
            place.put(text)

    def _sign(self, element: Element) -> None:
        place = self._places[element.getparent()]
        if isinstance(place, _TAKES_TEXT):
            place.put(sign(element))

    def _field(self, element: Element) -> None:
        """Follow a field: it begins with an instruction, which its result follows.

        An instruction never reaches into another paragraph, so what is left unfinished hides nothing further on.
        """
        place = self._places[element.getparent()]
        text = place.text if isinstance(place, Run) else place
        if isinstance(text, Text):
            kind = element.get(f"{W}fldCharType")
            if kind == "begin":
                text.fields += (False,)
            elif text.fields and kind in {"separate", "end"}:
                text.fields = (*text.fields[:-1], *((True,) if kind == "separate" else ()))

    def _figure(self, element: Element) -> None:
        place = self._places[element.getparent()]
        text = place.text if isinstance(place, Run) and not place.is_hidden else place
        if isinstance(text, Text) and all(text.fields):
            named = text.style.meaning is named_picture
            for part in _parts(element):
                other = self._places.box(part) if part.tag == _BOX else self.media.picture(part, named=named)
                text.others += (other,) if other else ()

    def _prompt(self, element: Element) -> None:
        properties = element.getparent()
        control = None if properties is None else properties.getparent()
        if control is not None and control.tag == _CONTROL and is_on(element):
            self._places.prompts.add(control)

    # ---- what is said of a paragraph, a run, a row or a cell

    def _said_of(self, element: Element, properties: str, kind: type[K]) -> K | None:
        """Give what a property is said of: where the properties of that name stand."""
        parent = element.getparent()
        if parent is None or parent.tag != properties:
            return None
        place = self._places[parent.getparent()]
        return place if isinstance(place, kind) else None

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
        if (row := self._said_of(element, _ROW_PROPERTIES, Row)) and is_on(element):
            row.is_gone = True

    def _write(self, element: Element) -> None:
        properties = element.getparent()
        if properties is not None and properties.tag == _RUN_PROPERTIES:
            self._say(properties.getparent(), {str(element.tag): way(element, self._moves)})

    def _run_style(self, element: Element) -> None:
        properties, style = element.getparent(), self.sheet.style(element.get(_VAL, ""))
        if style.ways and properties is not None and properties.tag == _RUN_PROPERTIES:
            self._say(properties.getparent(), style.ways)

    def _note(self, element: Element) -> None:
        if has_own_mark(element):
            self._say(element.getparent(), {str(element.tag): raised})

    def _say(self, run: Element | None, ways: Mapping[str, Way]) -> None:
        """Let the text of a run be written in ways of its own from here on."""
        place = self._places[run]
        if run is not None and run.tag in _RUNS and isinstance(place, _TAKES_TEXT):
            self._places.keep(run, place.written(ways))


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


_STEPS: Mapping[Any, Callable[[Reader, Element], None]] = MappingProxyType({
    W + name: step for name, step in {
        "t": Reader._text, "tc": Reader._cell, "tr": Reader._row, "tbl": Reader._table, "altChunk": Reader._chunk,
        "fldChar": Reader._field, "gridSpan": Reader._span, "vMerge": Reader._merge,
        "gridBefore": Reader._gap, "del": Reader._gone, "hidden": Reader._gone, "showingPlcHdr": Reader._prompt,
        "rStyle": Reader._run_style, "footnoteReference": Reader._note, "endnoteReference": Reader._note,
        **dict.fromkeys(WAYS, Reader._write), **dict.fromkeys(_FIGURES, Reader._figure),
    }.items()
} | dict.fromkeys(SIGNS, Reader._sign) | {f"{MATH}t": Reader._text})  # fmt: skip
"""What is done with each kind of element that says something."""
