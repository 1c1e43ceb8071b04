"""HTML pages to documents: one pass over what lxml finds, no tree, no recursion, no network.

Texts gather until something that browsers show as a block begins or ends. Tables, cells and
headings open a flow of their own, and closing one puts it where it stood.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import cast

from attrs import define, field
from lxml import etree

from ..columns import join_lines
from ..document import Document, Heading, Paragraph, Picture
from ..words import clean, raised
from ._encoding import decode
from ._html_tables import Flow, HtmlCell, HtmlTable, spans_of, text_of

__all__ = ["read_page", "read_text"]

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DECLARED_WITHIN = 4096

_DROPPED = frozenset(
    ("script", "style", "noscript", "template", "select", "button", "iframe", "object", "svg", "datalist")
)
_HEADINGS = MappingProxyType({f"h{level + 1}": level for level in range(6)})
# What browsers show as a block by itself: text on its two sides is not one paragraph.
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog"),
        *("dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html"),
        *("li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot"),
        *("th", "thead", "tr", "ul"),
        *_HEADINGS,
    )
)
_ASIDE = ("a", "nav", "header", "footer", "aside", "li", "form")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FILLED_IN = frozenset(("", "text", "number", "tel"))
"""The kinds of field that show what was filled in."""
_ICON = re.compile(r"^data:|\.ico$|(?:^|[/_-])icons?(?:[/_.-]|$)", re.IGNORECASE)
_SMALL = 32
# The names under which the pages of Chinese governments say what they are (政府网站发展指引).
_PROPERTIES = {
    "articletitle": "title",
    "pubdate": "published",
    "publishdate": "published",
    "contentsource": "source",
    "author": "author",
    "sitename": "site",
}
_OURS = "gd-"


def read_page(data: bytes) -> Document:
    """Read the bytes of a page. Raises `UnreadableSource` for bytes that are no text."""
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    return read_text(decode(data, "html", declared[1].decode() if declared else ""))


def read_text(text: str) -> Document:
    """Read a page, or a piece of one, that is text already."""
    # lxml asks a target only for the methods that it has.
    target = cast("etree.ParserTarget[Document]", _Target())
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=False, no_network=True)
    return etree.fromstring(text.encode(), parser)


@define(eq=False)
class _Target:
    """What lxml tells about a page while it goes through it."""

    flow: Flow = field(factory=list)
    opened: list[tuple[str, Flow, HtmlTable | tuple[int, int] | None]] = field(factory=list)
    """What has a flow of its own and is open: its tag, the flow around it, and what is known of it."""
    texts: list[str] = field(factory=list)
    dropped: int = 0
    """How deep we are in something that is not shown."""
    aside: int = 0
    """How deep we are in links, lists and the like, whose pictures are icons."""
    lines: int = 0
    """How deep we are in text whose line breaks count."""
    above: int = 0
    """How deep we are in text above the line."""
    ours: bool = False
    title: list[str] | None = None
    """The texts of the title while it is open."""
    properties: dict[str, str] = field(factory=dict)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        style = attributes.get("style", "")
        hidden = tag in _DROPPED or "hidden" in attributes or (style and _HIDDEN.search(style))
        if self.dropped or hidden or (tag == "textarea" and not self._in_cell()):
            self.dropped += 1
            return
        if self.texts and tag in _BLOCKS:
            self.flush()
        if act := _STARTS.get(tag):
            act(self, tag, attributes)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if self.dropped:
            self.dropped -= 1
            return
        if self.texts and tag in _BLOCKS:
            self.flush()
        if act := _ENDS.get(tag):
            act(self, tag)

    def data(self, text: str) -> None:
        """Take text."""
        if self.dropped:
            return
        if self.above:
            text = raised(text)
        if self.title is not None:
            self.title.append(text)
        elif self.lines and "\n" in text:
            for line in text.split("\n"):
                self.texts.append(line)
                self.flush()
        elif self.texts or not text.isspace():
            self.texts.append(text)

    def close(self) -> Document:
        """Take the end of the page and give what was read."""
        self.flush()
        while self.opened:
            self.close_flow(self.opened[-1][0])
        blocks = (Paragraph(item) if isinstance(item, str) else item for item in self.flow)
        return Document(tuple(blocks), tuple((name, text) for name, text in self.properties.items() if text))

    def flush(self) -> None:
        """End a paragraph: where lines of the source break, they are joined as lines of text are."""
        text = "".join(self.texts)
        self.texts.clear()
        if "\n" in text:
            text = join_lines(text.split("\n"))
        if text := clean(text):
            self.flow.append(text)

    def open_flow(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin a flow of its own."""
        known = HtmlTable() if tag == "table" else spans_of(attributes) if tag in ("td", "th") else None
        self.opened.append((tag, self.flow, known))
        self.flow = []

    def close_flow(self, tag: str) -> None:
        """End a flow of its own and put it where it stood."""
        if not self.opened or self.opened[-1][0] != tag:
            return
        _, around, known = self.opened.pop()
        flow, self.flow = self.flow, around
        table = self.opened[-1][2] if self.opened else None
        if isinstance(known, HtmlTable):
            known.loose += flow
            self.flow += known.flow()
            self._mark_nested()
        elif isinstance(known, tuple) and isinstance(table, HtmlTable):
            if not table.rows:
                table.rows.append([])
            table.rows[-1].append(HtmlCell(flow, *known))
        elif tag == "caption" and isinstance(table, HtmlTable):
            table.caption = text_of(flow)
        elif tag in _HEADINGS:
            if text := text_of(flow):
                self.flow.append(Heading(_HEADINGS[tag], text))
            self.flow += [item for item in flow if not isinstance(item, str | Heading)]
        else:
            self.flow += flow

    def _mark_nested(self) -> None:
        """Tell the table around a table that it is there for the layout."""
        for _, _, known in reversed(self.opened):
            if isinstance(known, HtmlTable):
                known.nested = True
                return

    def start_row(self, _: str, __: Mapping[str, str]) -> None:
        """Begin a row."""
        known = self.opened[-1][2] if self.opened else None
        if isinstance(known, HtmlTable):
            known.rows.append([])

    def start_title(self, _: str, __: Mapping[str, str]) -> None:
        """Begin the title of the window."""
        self.title = []

    def end_title(self, _: str) -> None:
        """End the title of the window; the first one counts, and one that the page gives itself before it."""
        self.properties.setdefault("title", clean("".join(self.title or ())))
        self.title = None

    def start_aside(self, _: str, __: Mapping[str, str]) -> None:
        """Begin something beside the text."""
        self.aside += 1

    def end_aside(self, _: str) -> None:
        """End something beside the text."""
        self.aside -= 1

    def start_lines(self, _: str, __: Mapping[str, str]) -> None:
        """Begin text whose line breaks count."""
        self.lines += 1

    def end_lines(self, _: str) -> None:
        """End text whose line breaks count."""
        self.lines -= 1

    def start_raised(self, _: str, __: Mapping[str, str]) -> None:
        """Begin text above the line."""
        self.above += 1

    def end_raised(self, _: str) -> None:
        """End text above the line."""
        self.above -= 1

    def _in_cell(self) -> bool:
        return bool(self.opened) and isinstance(self.opened[-1][2], tuple)

    def fill_in(self, _: str, attributes: Mapping[str, str]) -> None:
        """Take what is filled in a field of a table; elsewhere fields are for searching and the like."""
        if self._in_cell() and attributes.get("type", "").lower() in _FILLED_IN:
            self.texts.append(attributes.get("value", ""))

    def article(self, _: str, attributes: Mapping[str, str]) -> None:
        """Recognize what this library wrote."""
        self.ours = self.ours or "gd" in attributes.get("class", "").split()

    def meta(self, _: str, attributes: Mapping[str, str]) -> None:
        """Take what a page says about itself; a title there is better than that of the window."""
        name = attributes.get("name", "").lower()
        known = name.removeprefix(_OURS) if name.startswith(_OURS) else _PROPERTIES.get(name)
        if known and (text := clean(attributes.get("content", ""))):
            if known == "title":
                self.properties[known] = text
            self.properties.setdefault(known, text)

    def image(self, _: str, attributes: Mapping[str, str]) -> None:
        """Take a picture, if it is part of the text."""
        source = attributes.get("src", "").strip()
        if source and (self.ours or not (self.aside or _ICON.search(source) or _is_small(attributes))):
            self.flush()
            self.flow.append(Picture(source))


_FLOWS = ("table", "td", "th", "caption", *_HEADINGS)
_STARTS: Mapping[str, Callable[[_Target, str, Mapping[str, str]], None]] = {
    **dict.fromkeys(_FLOWS, _Target.open_flow),
    **dict.fromkeys(_ASIDE, _Target.start_aside),
    "tr": _Target.start_row,
    "title": _Target.start_title,
    "meta": _Target.meta,
    "img": _Target.image,
    "pre": _Target.start_lines,
    "sup": _Target.start_raised,
    "input": _Target.fill_in,
    "article": _Target.article,
}
_ENDS: Mapping[str, Callable[[_Target, str], None]] = {
    **dict.fromkeys(_FLOWS, _Target.close_flow),
    **dict.fromkeys(_ASIDE, _Target.end_aside),
    "title": _Target.end_title,
    "pre": _Target.end_lines,
    "sup": _Target.end_raised,
}


def _is_small(attributes: Mapping[str, str]) -> bool:
    sizes = (attributes.get(side, "").strip().removesuffix("px") for side in ("width", "height"))
    return any(size.isdecimal() and int(size) <= _SMALL for size in sizes)
