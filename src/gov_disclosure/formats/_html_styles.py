"""What styles do to the text of an element: they hide it, strike it out, raise or lower it.

An element says so itself, or is of a class of which the page says so. A block is hidden by a class that is
always hidden. Letters of a class that is hidden at times are only set apart from the number beside them: that
changes with the width of a window and with a script.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain
from types import MappingProxyType

from attrs import field, frozen

from ..words import lowered, raised, struck
from ._html_names import BLOCKS
from ._html_sheets import hides_of, is_hidden

__all__ = ["APART", "FLEETING", "HIDDEN", "RAISED", "STRUCK", "Styles", "shown"]

HIDDEN, STRUCK, RAISED, LOWERED, FLEETING = 1, 2, 4, 8, 16
"""What may be done to a text, each a bit of how it looks; a fleeting one is of a class that is hidden at times."""
_OF_LETTERS = RAISED | LOWERED | FLEETING
"""What is of single letters: a cell is only set to its top by such a style, and a pane is shown when asked for."""
APART = MappingProxyType({"s": STRUCK, "strike": STRUCK, "sup": RAISED, "sub": LOWERED})
"""The elements whose digits are of no number whatever the styles say."""

_WORDS = {
    HIDDEN: (r"display\s*:\s*none", r"visibility\s*:\s*hidden"),
    STRUCK: (r"text-decoration(?:-line)?\s*:[^;\"'>]*line-through",),
    RAISED: (r"vertical-align\s*:\s*(?:super|text-top|\d*\.?\d*[1-9])", r"mso-text-raise\s*:\s*\d*\.?\d*[1-9]"),
    LOWERED: (r"vertical-align\s*:\s*(?:sub|text-bottom)",),
}
_LOOKS = {look: re.compile("|".join(words), re.IGNORECASE) for look, words in _WORDS.items()}
_SAYS_SO = r"hidden(?<=[\s\"']hidden)[\s=/>]"
# Each begins with letters, which are found fast; together they would not be.
_ANY = [re.compile(words.encode()) for words in (*chain.from_iterable(_WORDS.values()), _SAYS_SO)]
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_CLASS = re.compile(r"\.([\w-]+)\s*(?:,|$)")


def shown(text: str, look: int) -> str:
    """Write a text as it looks: digits that are struck out, off the line or hidden at times join no number."""
    if look & HIDDEN:
        return ""
    if look & RAISED:
        text = raised(text)
    if look & LOWERED:
        text = lowered(text)
    return struck(text) if look & (STRUCK | FLEETING) else text


@frozen
class Styles:
    """Which elements of a page are hidden, struck out, raised or lowered."""

    any: bool = False
    """Whether any may be."""
    classes: Mapping[str, int] = field(factory=dict)
    """How texts look by their class in small letters."""
    hides: Mapping[str, bool] = field(factory=dict)
    """Which classes hide blocks, and which show them."""

    @classmethod
    def of(cls, said: bytes) -> "Styles":
        """Find what the styles of a page, given in small letters, do wherever they stand."""
        if not any(pattern.search(said) for pattern in _ANY):
            return cls()
        classes: dict[str, int] = {}
        sheet = "\n".join(_sheets(said))
        for names, style in _RULE.findall(sheet):
            if look := _look(style):
                if look & HIDDEN:
                    look ^= HIDDEN | FLEETING
                for name in _CLASS.findall(names):
                    classes[name] = classes.get(name, 0) | look
        return cls(True, classes, hides_of(sheet))

    def look(self, tag: str, attributes: Mapping[str, str]) -> int:
        """Tell how the text of an element looks."""
        look = HIDDEN if "hidden" in attributes else 0
        if style := attributes.get("style"):
            look |= _look(style)
        if self.classes and (names := attributes.get("class")):
            own = names.lower().split()
            for name in own:
                look |= self.classes.get(name, 0)
            if tag in BLOCKS and self.hides and is_hidden(tag, own, style or "", self.hides):
                look |= HIDDEN
        return look & ~_OF_LETTERS if tag in BLOCKS else look


@lru_cache(maxsize=1024)
def _look(style: str) -> int:
    return sum(look for look, pattern in _LOOKS.items() if pattern.search(style))


def _sheets(said: bytes) -> Iterator[str]:
    """Give the style sheets of a page; one that does not end is none."""
    for before_end in said.decode(errors="replace").split("</style")[:-1]:
        yield before_end.partition("<style")[2].partition(">")[2]
