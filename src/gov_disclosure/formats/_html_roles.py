"""Tables made of other elements: what says that it is a table, a row or a cell is read as one.

An element says so by its role, as screen readers have it (https://www.w3.org/TR/wai-aria-1.2/#table), or by
its style, as browsers show it. Between the beginning and the end of such a table every element is followed,
because an end does not say what began.
"""

import re
from collections.abc import Mapping

from attrs import define, field

from ..document import Document
from ._html_target import PageTarget

__all__ = ["Roles", "has_roles"]

_ROLES = {
    **dict.fromkeys(("table", "grid"), "table"),
    "row": "tr",
    **dict.fromkeys(("cell", "gridcell", "columnheader", "rowheader"), "td"),
}
_DISPLAYS = {"table": "table", "table-row": "tr", "table-cell": "td"}
_DISPLAY = re.compile(r"(?:^|;)\s*display\s*:\s*(table(?:-row|-cell)?)\s*(?:;|$)", re.IGNORECASE)
_SAYS_SO = (re.compile(rb"role\s*=\s*[\"']?(?:table|grid)\b"), re.compile(rb"display\s*:\s*table\s*[;\"']"))
_OWN = frozenset(("table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"))


def has_roles(said: bytes) -> bool:
    """Tell whether a page, in small letters, has the words by which an element says that it is a table."""
    return any(pattern.search(said) for pattern in _SAYS_SO)


@define(eq=False)
class Roles:
    """Tells what is read as which element to what reads them."""

    target: PageTarget
    opened: list[str] = field(factory=list)
    """As what each element is read that is open, from a table on that is made of others."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        read_as = tag if tag in _OWN else _said(attributes)
        if read_as == "table" != tag or self.opened:
            read_as = read_as or tag
            self.opened.append(read_as)
            if read_as == "td":
                spans = {
                    name: attributes[f"aria-{name}"] for name in ("rowspan", "colspan") if f"aria-{name}" in attributes
                }
                attributes = {**attributes, **spans}
            self.target.start(read_as, attributes)
        else:
            self.target.start(tag, attributes)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        self.target.end(self.opened.pop() if self.opened else tag)

    def data(self, text: str) -> None:
        """Take text."""
        self.target.data(text)

    def close(self) -> Document:
        """Take the end of the page and give what was read."""
        return self.target.close()


def _said(attributes: Mapping[str, str]) -> str:
    role = _ROLES.get(attributes.get("role", "").strip().lower(), "")
    if role or "display" not in attributes.get("style", ""):
        return role
    shown = _DISPLAY.search(attributes["style"])
    return _DISPLAYS[shown[1].lower()] if shown else ""
