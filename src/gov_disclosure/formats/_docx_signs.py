"""What the text of a DOCX says by other means than letters: signs of their own, and how the text of a run stands.

Nothing that a reader of the page sees may vanish: a sign that is not known is the one for what could not
be read, so that the figure around it is no number. Fractions are read as one writes them in a line.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from lxml.etree import _Element as Element

from ..words import lowered, raised, struck

__all__ = [
    "FRACTION",
    "HIDES",
    "MATH",
    "SIGNS",
    "WAYS",
    "Element",
    "Moves",
    "W",
    "Way",
    "has_own_mark",
    "hidden",
    "is_on",
    "sign",
    "way",
]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_OFF = frozenset({"0", "false", "off", "none"})
"""The values with which a property such as "hidden" is not set; without a value it is."""

_VAL, _SYMBOL = f"{W}val", f"{W}sym"
_UNREAD = "\ufffd"
FRACTION = tuple(MATH + name for name in ("f", "num", "den"))
"""A fraction and what stands above and below its line."""
_FORMULAS = (
    "sSup", "sSub", "sSubSup", "sPre", "rad", "d", "nary", "func", "m", "eqArr", "acc", "bar", "box", "borderBox",
    "groupChr", "limLow", "limUpp", "phant",
)  # fmt: skip
_SAID = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
    f"{MATH}num": " ", f"{MATH}den": "/", **{MATH + name: _UNREAD for name in _FORMULAS},
}  # fmt: skip
SIGNS = (*_SAID, _SYMBOL)
"""The elements that stand for a sign."""
HIDES = "vanish"
WAYS = (HIDES, "vertAlign", "position", "strike", "dstrike")
"""The properties that say how the text of a run is written."""
Way = Callable[[str], str]
"""How a text is written; `str` is as it is."""

# Fonts of signs have their own sign at each code; Word adds F000 to the code.
_FONTS = {
    "symbol": {0x2B: "+", 0x2D: "−", 0xB1: "±", 0xB4: "×", 0xB7: "•", 0xB8: "÷"},
    "wingdings": {0x6C: "●", 0x6E: "■", 0x75: "◆", 0xA8: "□", 0xD8: "➢", 0xFC: "✓", 0xFE: "☑", 0x52: "☑"},
}
_CODE = re.compile(r"(?:[Ff]0|00)([0-9A-Fa-f]{2})")
_NOT_ZERO = re.compile(r"[1-9]")


def is_on(element: Element) -> bool:
    """Tell whether a property such as "hidden" is set."""
    return element.get(_VAL) not in _OFF


def sign(element: Element) -> str:
    """Give the sign that an element stands for."""
    if element.tag != _SYMBOL:
        return _SAID[str(element.tag)]
    code = _CODE.fullmatch(element.get(f"{W}char", ""))
    known = _FONTS.get(element.get(f"{W}font", "").lower(), {})
    return known.get(int(code[1], 16), _UNREAD) if code else _UNREAD


def has_own_mark(note: Element) -> bool:
    """Tell whether the mark of a note is written behind it, where Word does not count by itself."""
    return note.get(f"{W}customMarkFollows", "0") not in _OFF


def hidden(_text: str) -> str:
    """Write nothing of a text that no reader of the page sees."""
    return ""


_HEIGHTS: Mapping[str, Way] = MappingProxyType({"superscript": raised, "subscript": lowered})


class Moves(dict[Element, bool]):
    """Whether texts of a paragraph are moved beside others; converters move whole lines, and mean nothing.

    A paragraph is looked at once, however many of its texts are moved.
    """

    def __missing__(self, paragraph: Element) -> bool:
        runs = (run for run in paragraph.iter(f"{W}r") if run.find(f"{W}t") is not None)
        moves = (run.find(f"{W}rPr/{W}position") for run in runs)
        self[paragraph] = len({"0" if move is None else move.get(_VAL, "0") for move in moves}) > 1
        return self[paragraph]


def way(element: Element, moves: Moves) -> Way:
    """Give how the text of a run is written by one of its properties.

    A text moved off the line is raised, down too: it joins no number on the line.
    """
    if element.tag == f"{W}vertAlign":
        return _HEIGHTS.get(element.get(_VAL, ""), str)
    if element.tag == f"{W}position":
        paragraph = next(element.iterancestors(f"{W}p"), None)
        moved = paragraph is not None and _NOT_ZERO.search(element.get(_VAL, "")) and moves[paragraph]
        return raised if moved else str
    if not is_on(element):
        return str
    return hidden if element.tag == f"{W}{HIDES}" else struck
