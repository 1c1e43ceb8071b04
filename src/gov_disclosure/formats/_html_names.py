"""What the names of HTML mean to a reader: what is not shown, what is a block, what is beside the text."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from ..document import Picture
from ..images import of_uri

__all__ = [
    "ASIDE",
    "BLOCKS",
    "DROPPED",
    "FILLED_IN",
    "HEADINGS",
    "PROPERTIES",
    "is_icon",
    "picture_of",
]

DROPPED = frozenset(("script", "style", "noscript", "template", "del", "button", "iframe", "object", "svg", "datalist"))
HEADINGS = MappingProxyType({f"h{level + 1}": level for level in range(6)})
# What browsers show as a block by itself, or in the title of the window: text on its two sides is not one paragraph.
BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog"),
        *("dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html"),
        *("li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot"),
        *("th", "thead", "title", "tr", "ul"),
        *HEADINGS,
    )
)
ASIDE = ("a", "nav", "header", "footer", "aside", "li", "form")
FILLED_IN = frozenset(("", "text", "number", "tel"))
"""The kinds of field that show what was filled in."""
_ICON = re.compile(r"^data:|\.ico$|(?:^|[/_-])icons?(?:[/_.-]|$)", re.IGNORECASE)
_SMALL = 32
# The names under which the pages of Chinese governments say what they are (政府网站发展指引).
PROPERTIES = {
    "articletitle": "title",
    "pubdate": "published",
    "publishdate": "published",
    "contentsource": "source",
    "author": "author",
    "sitename": "site",
}


def is_icon(source: str, attributes: Mapping[str, str]) -> bool:
    """Tell whether a picture is an icon, by its name or its size."""
    sizes = (attributes.get(side, "").strip().removesuffix("px") for side in ("width", "height"))
    return _ICON.search(source) is not None or any(size.isdecimal() and int(size) <= _SMALL for size in sizes)


def picture_of(source: str, attributes: Mapping[str, str]) -> Picture:
    """Give the picture of an address, which may hold the picture itself, with what is said of it."""
    data = of_uri(source)
    reference = attributes.get("data-reference", source) if data else source
    return Picture(reference, data=data, description=attributes.get("alt", ""))
