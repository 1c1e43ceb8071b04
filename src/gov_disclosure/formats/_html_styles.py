"""What styles do to the text of an element: they hide it, strike it out or raise it above the line.

An element says so itself, or is of a class of which the page says so. By a class only digits are set apart
from the number beside them: which classes are hidden changes with the width of a window and with a script.
"""

import re
from collections.abc import Mapping, Sequence

from attrs import frozen

from ._html_names import BLOCKS, STRUCK

__all__ = ["APART", "Styles"]

APART = frozenset((*STRUCK, "sup"))
"""The elements whose digits are of no number whatever the styles say."""

_NO_DISPLAY = r"display\s*:\s*none"
_NOT_VISIBLE = r"visibility\s*:\s*hidden"
_STRIKES = r"text-decoration(?:-line)?\s*:[^;\"'>]*line-through"
_RAISES = (r"vertical-align\s*:\s*(?:super|text-top|\d*\.?\d*[1-9])", r"mso-text-raise\s*:\s*\d*\.?\d*[1-9]")
_HIDDEN = re.compile(f"{_NO_DISPLAY}|{_NOT_VISIBLE}", re.IGNORECASE)
_STRUCK = re.compile(_STRIKES, re.IGNORECASE)
_RAISED = re.compile("|".join(_RAISES), re.IGNORECASE)
_SAYS_SO = r"hidden(?<=[\s\"']hidden)[\s=/>]"
# Each begins with letters, which are found fast; together they would not be.
_ANY = [re.compile(words.encode()) for words in (_NO_DISPLAY, _NOT_VISIBLE, _STRIKES, *_RAISES, _SAYS_SO)]
_SHEET = re.compile("<style[^>]*>(.*?)</style", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_CLASS = re.compile(r"\.([\w-]+)\s*(?:,|$)")


@frozen
class Styles:
    """Which elements of a page are hidden, struck out or raised."""

    any: bool = False
    """Whether any may be."""
    struck: frozenset[str] = frozenset()
    """The classes in small letters whose text is struck out."""
    raised: frozenset[str] = frozenset()
    """The classes in small letters whose text is raised."""

    @classmethod
    def of(cls, said: bytes) -> "Styles":
        """Find what the styles of a page, given in small letters, do wherever they stand."""
        if not any(pattern.search(said) for pattern in _ANY):
            return cls()
        sheets = _SHEET.findall(said.decode(errors="replace"))
        rules = [rule for sheet in sheets for rule in _RULE.findall(sheet)]
        return cls(True, _classes(rules, _STRUCK), _classes(rules, _RAISED))

    def hides(self, attributes: Mapping[str, str]) -> bool:
        """Tell whether an element is not shown, by its style or because it says so."""
        return "hidden" in attributes or _HIDDEN.search(attributes.get("style", "")) is not None

    def strikes(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Tell whether the text of an element is struck out."""
        return tag in STRUCK or _does(attributes, _STRUCK, self.struck)

    def raises(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Tell whether the text of an element stands above the line; cells and the like are only set to their top."""
        return tag == "sup" or (tag not in BLOCKS and _does(attributes, _RAISED, self.raised))


def _does(attributes: Mapping[str, str], pattern: re.Pattern[str], classes: frozenset[str]) -> bool:
    if pattern.search(attributes.get("style", "")):
        return True
    return bool(classes) and not classes.isdisjoint(attributes.get("class", "").lower().split())


def _classes(rules: Sequence[tuple[str, str]], pattern: re.Pattern[str]) -> frozenset[str]:
    return frozenset(name for names, style in rules if pattern.search(style) for name in _CLASS.findall(names))
