"""What styles do to the text of an element: they hide it, strike it out or raise it above the line.

An element says so itself, or is of a class of which the page says so. By a class only digits are set apart
from the number beside them: which classes are hidden changes with the width of a window and with a script.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain
from types import MappingProxyType

from attrs import field, frozen

from ..words import raised, struck
from ._html_names import BLOCKS

__all__ = ["APART", "HIDDEN", "RAISED", "STRUCK", "Styles", "shown"]

HIDDEN, STRUCK, RAISED = 1, 2, 4
"""What may be done to a text, each a bit of how it looks."""
APART = MappingProxyType({"s": STRUCK, "strike": STRUCK, "sup": RAISED})
"""The elements whose digits are of no number whatever the styles say."""

_WORDS = {
    HIDDEN: (r"display\s*:\s*none", r"visibility\s*:\s*hidden"),
    STRUCK: (r"text-decoration(?:-line)?\s*:[^;\"'>]*line-through",),
    RAISED: (r"vertical-align\s*:\s*(?:super|text-top|\d*\.?\d*[1-9])", r"mso-text-raise\s*:\s*\d*\.?\d*[1-9]"),
}
_LOOKS = {look: re.compile("|".join(words), re.IGNORECASE) for look, words in _WORDS.items()}
_SAYS_SO = r"hidden(?<=[\s\"']hidden)[\s=/>]"
# Each begins with letters, which are found fast; together they would not be.
_ANY = [re.compile(words.encode()) for words in (*chain.from_iterable(_WORDS.values()), _SAYS_SO)]
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_CLASS = re.compile(r"\.([\w-]+)\s*(?:,|$)")


def shown(text: str, look: int) -> str:
    """Write a text as it looks: digits that are struck out or raised join no number."""
    if look & HIDDEN:
        return ""
    if look & RAISED:
        text = raised(text)
    return struck(text) if look & STRUCK else text


@frozen
class Styles:
    """Which elements of a page are hidden, struck out or raised."""

    any: bool = False
    """Whether any may be."""
    classes: Mapping[str, int] = field(factory=dict)
    """How texts look by their class in small letters."""

    @classmethod
    def of(cls, said: bytes) -> "Styles":
        """Find what the styles of a page, given in small letters, do wherever they stand."""
        if not any(pattern.search(said) for pattern in _ANY):
            return cls()
        classes: dict[str, int] = {}
        for names, style in chain.from_iterable(map(_RULE.findall, _sheets(said))):
            if look := _look(style) & ~HIDDEN:
                for name in _CLASS.findall(names):
                    classes[name] = classes.get(name, 0) | look
        return cls(True, classes)

    def look(self, tag: str, attributes: Mapping[str, str]) -> int:
        """Tell how the text of an element looks; cells and the like are not raised but only set to their top."""
        look = HIDDEN if "hidden" in attributes else 0
        if style := attributes.get("style"):
            look |= _look(style)
        if self.classes and (names := attributes.get("class")):
            for name in names.lower().split():
                look |= self.classes.get(name, 0)
        return look & ~RAISED if tag in BLOCKS else look


@lru_cache(maxsize=1024)
def _look(style: str) -> int:
    return sum(look for look, pattern in _LOOKS.items() if pattern.search(style))


def _sheets(said: bytes) -> Iterator[str]:
    """Give the style sheets of a page; one that does not end is none."""
    for before_end in said.decode(errors="replace").split("</style")[:-1]:
        yield before_end.partition("<style")[2].partition(">")[2]
