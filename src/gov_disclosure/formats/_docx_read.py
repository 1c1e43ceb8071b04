"""The text of a DOCX to blocks, as who reads the finished page sees them.

Insertions count, deletions do not; of a field only the result is read, of an alternative only one
branch; hidden text stays hidden. What merely wraps text (controls, links, tags) is looked through.
Wrappers are walked with a stack; only tables and text boxes in one another recurse, and the parser
refuses a file nested deeper than 256 elements. Numbers that Word counts by itself are not text.
"""

import re
from collections.abc import Iterator, Mapping

from attrs import define, field, frozen
from lxml.etree import _Element as Element

from ..columns import join_lines
from ..document import Block, Grid, Heading, Paragraph, Picture
from ..words import clean
from ._docx_grid import RowCell, grid

__all__ = ["Element", "Reader", "Styles", "W"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"

_P, _R_, _TBL, _TR, _TC = (f"{W}{name}" for name in ("p", "r", "tbl", "tr", "tc"))
_VAL, _TEXT, _BOX, _FIELD = f"{W}val", f"{W}t", f"{W}txbxContent", f"{W}fldChar"
_ALTERNATIVES = f"{_MC}AlternateContent"
_WRAPPERS = frozenset(
    f"{W}{name}"
    for name in (
        *("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"),
        *("hyperlink", "fldSimple", "dir", "bdo", "ruby", "rubyBase"),
    )
)
_SIGNS: dict[object, str] = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
}  # fmt: skip
_FIGURES = frozenset(f"{W}{name}" for name in ("drawing", "pict", "object"))


def _branch(alternatives: Element) -> Element:
    """Choose the one branch of an alternative that is read: the newest that there is."""
    found = alternatives.find(f"{_MC}Choice")
    other = alternatives.find(f"{_MC}Fallback") if found is None else found
    return alternatives if other is None else other


def _flow(parent: Element) -> Iterator[Element]:
    """Walk the children of an element, looking through what merely wraps."""
    stack = [iter(parent)]
    while stack:
        for child in stack[-1]:
            if child.tag in _WRAPPERS:
                stack.append(iter(child))
                break
            if child.tag == _ALTERNATIVES:
                stack.append(iter(_branch(child)))
                break
            yield child
        else:
            stack.pop()


def _child(parent: Element | None, name: str) -> Element | None:
    """Give the first child of a name."""
    return None if parent is None else next(parent.iterchildren(W + name), None)


def _identity(properties: Element | None, name: str) -> str:
    """Give the identity of a style that properties name, or the empty text."""
    found = _child(properties, name)
    return "" if found is None else found.get(_VAL, "")


def _is_on(properties: Element | None, name: str) -> bool:
    """Tell whether a property such as "hidden" is set."""
    found = _child(properties, name)
    return found is not None and found.get(_VAL, "1") not in {"0", "false", "off", "none"}


def _number(properties: Element | None, name: str, usual: int) -> int:
    """Read a count that a property gives; one that is none, or beyond all measure, is the usual one."""
    found = _child(properties, name)
    value = "" if found is None else found.get(_VAL, "")
    return int(value) if value.isdecimal() and len(value) < _DIGITS else usual


_DIGITS = 4
"""Word allows 63 columns; a count of four digits is a damaged one."""


@define
class _Content:
    """What a paragraph holds: pieces of text, pictures and text boxes."""

    pieces: list[str] = field(factory=list)
    pictures: list[Picture] = field(factory=list)
    boxes: list[Element] = field(factory=list)

    @property
    def lines(self) -> list[str]:
        """The text between the line breaks; a tab is kept where it parts two texts."""
        lines = "".join(self.pieces).split("\n")
        return [line for line in ("\t".join(map(clean, line.split("\t"))).strip("\t ") for line in lines) if line]


@frozen
class Styles:
    """What the styles of a file tell a reader, by their identities."""

    levels: Mapping[str, int]
    """The levels of headings, 0 being the title."""
    hidden: frozenset[str]
    pictures: frozenset[str]
    """Those of paragraphs that only name a picture."""


@frozen
class Reader:
    """Reads blocks, knowing the styles of a file and what its pictures refer to."""

    styles: Styles
    targets: Mapping[str, str]

    def blocks(self, parent: Element) -> Iterator[Block]:
        """Read what stands in a body, a cell or a text box. Raises `TooLarge` for a table."""
        for element in _flow(parent):
            if element.tag == _P:
                yield from self._paragraph(element)
            elif element.tag == _TBL:
                yield from self._table(element)

    def _paragraph(self, element: Element) -> Iterator[Block]:
        properties = _child(element, "pPr")
        content = self._content(element)
        lines = content.lines
        level = self._level(properties)
        if level is not None and lines:
            yield Heading(level, clean(join_lines(lines)))
        else:
            named = _identity(properties, "pStyle") in self.styles.pictures
            yield from (_named_picture(line) if named else Paragraph(line) for line in lines)
        yield from content.pictures
        for box in content.boxes:
            yield from self.blocks(box)

    def _level(self, properties: Element | None) -> int | None:
        """Tell how deep a heading is, by its style or by itself; the title stays the title."""
        level = self.styles.levels.get(_identity(properties, "pStyle"))
        if level == 0 or _child(properties, "outlineLvl") is None:
            return level
        own = _number(properties, "outlineLvl", 9)
        return own + 1 if own < 9 else None

    def _content(self, paragraph: Element) -> _Content:
        content = _Content()
        # Of each field that is open: whether its instruction is over. An instruction never
        # reaches into another paragraph, so what is left unfinished hides nothing further on.
        fields: list[bool] = []
        for element in _flow(paragraph):
            if element.tag == _R_ and not self._is_hidden(element):
                for child in _flow(element):
                    if child.tag == _FIELD:
                        _turn(fields, child.get(f"{W}fldCharType"))
                    elif all(fields):
                        self._take(child, content)
        return content

    def _is_hidden(self, run: Element) -> bool:
        properties = _child(run, "rPr")
        return _is_on(properties, "vanish") or _identity(properties, "rStyle") in self.styles.hidden

    def _take(self, child: Element, content: _Content) -> None:
        if child.tag == _TEXT:
            content.pieces.append(child.text or "")
        elif child.tag in _SIGNS:
            content.pieces.append(_SIGNS[child.tag])
        elif child.tag in _FIGURES:
            for part in _parts(child):
                if part.tag == _BOX:
                    content.boxes.append(part)
                else:
                    content.pictures += self._picture(part)

    def _picture(self, image: Element) -> Iterator[Picture]:
        for name in (f"{_R}embed", f"{_R}link", f"{_R}id"):
            target = self.targets.get(image.get(name, ""))
            if target:
                yield Picture(target)
                return

    def _table(self, table: Element) -> Iterator[Block]:
        """Read a table; one whose cells hold tables only arranges them and is read cell by cell."""
        rows: list[list[RowCell]] = []
        inside: list[Block] = []
        for element in _flow(table):
            properties = _child(element, "trPr")
            if element.tag == _TR and not any(_is_on(properties, name) for name in ("del", "hidden")):
                rows.append(list(self._row(element, _number(properties, "gridBefore", 0), inside)))
        if any(isinstance(block, Grid) for block in inside):
            yield from inside
            return
        found = grid(rows)
        if found.frame.cells:
            yield found
        yield from (block for block in inside if isinstance(block, Picture))

    def _row(self, row: Element, gap: int, inside: list[Block]) -> Iterator[RowCell]:
        for element in _flow(row):
            if element.tag == _TC:
                blocks = list(self.blocks(element))
                inside += blocks
                properties = _child(element, "tcPr")
                merge = _child(properties, "vMerge")
                text = join_lines(clean(block.text) for block in blocks if isinstance(block, Heading | Paragraph))
                continues = merge is not None and merge.get(_VAL, "continue") != "restart"
                yield RowCell(text, max(1, _number(properties, "gridSpan", 1)), continues, gap)
                gap = 0


_PICTURE = re.compile("［图片：(.*)］")


def _named_picture(line: str) -> Block:
    """Take a line that says that a picture stands here for the picture."""
    named = _PICTURE.fullmatch(line)
    return Picture(named[1]) if named else Paragraph(line)


def _turn(fields: list[bool], kind: str | None) -> None:
    """Follow a field: it begins with an instruction, which its result follows."""
    if kind == "begin":
        fields.append(False)
    elif fields and kind == "separate":
        fields[-1] = True
    elif fields and kind == "end":
        fields.pop()


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
