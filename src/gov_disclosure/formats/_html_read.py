"""HTML pages to documents: one pass over what lxml finds, no tree, no recursion, no network.

Texts gather until something that browsers show as a block begins or ends. Tables, cells and
headings open a flow of their own, and closing one puts it where it stood. Items of lists that are
nothing but a link are set apart where many follow one another: they lead to other pages.
"""

import re
from collections.abc import Callable, Mapping
from itertools import groupby
from typing import cast

from attrs import define, field
from lxml import etree

from ..columns import join_lines
from ..document import Document, Heading, Paragraph
from ..errors import UnreadableSource
from ..words import Words, clean, raised
from ._encoding import decode
from ._html_lean import lean, may_hide
from ._html_names import ASIDE, BLOCKS, DROPPED, FILLED_IN, HEADINGS, PROPERTIES, hides, is_icon, picture_of
from ._html_tables import Flow, HtmlCell, HtmlTable, spans_of, text_of

__all__ = ["read_page", "read_text"]

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DECLARED_WITHIN = 4096

_OURS = "gd-"
_MANY_LINKS = 5
"""So many items of a list that are nothing but links lead to other pages."""

MOST_TAGS = 500_000
"""How many tags a page may have; one with more is refused before it is looked at."""


def read_page(data: bytes) -> Document:
    """Read the bytes of a page. Raises `UnreadableSource` for bytes that are no text."""
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    return read_text(decode(data, "html", declared[1].decode() if declared else ""))


def read_text(text: str) -> Document:
    """Read a page, or a piece of one, that is text already. Raises `UnreadableSource` for more than `MOST_TAGS`."""
    source = text.encode()
    if source.count(b"<") > MOST_TAGS:
        found = Words(f"它有超过{MOST_TAGS}个标签", f"it has more than {MOST_TAGS} tags")
        raise UnreadableSource("HTML", found, Words("请只传入报告所在的网页。", "Give the page of the report alone."))
    hiding = may_hide(source)
    # lxml asks a target only for the methods that it has.
    target = cast("etree.ParserTarget[Document]", _Target(hiding))
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=False, no_network=True)
    return etree.fromstring(source if hiding else lean(source), parser)


class _Link(str):
    """The text of an item of a list that is nothing but a link."""

    __slots__ = ()


@define(eq=False)
class _Target:
    """What lxml tells about a page while it goes through it."""

    hiding: bool = True
    """Whether anything in the page may have a style that hides it."""
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
    linked: bool = False
    """Whether a link is open."""
    item: int = -1
    """How much the flow held when the item of a list began that is nothing but a link so far; -1 in no such item."""
    ours: bool = False
    title: list[str] | None = None
    """The texts of the title while it is open."""
    properties: dict[str, str] = field(factory=dict)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        if self.dropped or tag in DROPPED or (self.hiding and hides(attributes)):
            self.dropped += 1
            return
        if self.texts and tag in BLOCKS:
            self.flush()
        if act := _STARTS.get(tag):
            act(self, tag, attributes)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if self.dropped:
            self.dropped -= 1
            return
        if self.texts and tag in BLOCKS:
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
            if not self.linked:
                self.item = -1

    def close(self) -> Document:
        """Take the end of the page and give what was read."""
        self.flush()
        while self.opened:
            self.close_flow(self.opened[-1][0])
        flow: Flow = []
        navigation: list[str] = []
        for linked, group in groupby(self.flow, lambda item: isinstance(item, _Link)):
            items = list(group)
            if linked and len(items) >= _MANY_LINKS:
                navigation += map(str, items)
            else:
                flow += items
        blocks = tuple(Paragraph(str(item)) if isinstance(item, str) else item for item in flow)
        properties = tuple((name, text) for name, text in self.properties.items() if text)
        return Document(blocks, properties, navigation=tuple(navigation))

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
        if tag == "table" and self.opened and self.opened[-1][0] == tag:
            # The table before was never closed: what stands behind its rows is not of it.
            behind, self.flow = self.flow, []
            self.close_flow(tag)
            self.flow += behind
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
            table.add(HtmlCell(flow, *known))
        elif tag == "caption" and isinstance(table, HtmlTable):
            table.caption = text_of(flow)
        elif tag in HEADINGS:
            if text := text_of(flow):
                self.flow.append(Heading(HEADINGS[tag], text))
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

    def start_link(self, _: str, attributes: Mapping[str, str]) -> None:
        """Begin a link."""
        self.aside += 1
        self.linked = "href" in attributes

    def end_link(self, _: str) -> None:
        """End a link."""
        self.aside -= 1
        self.linked = False

    def start_item(self, _: str, __: Mapping[str, str]) -> None:
        """Begin an item of a list."""
        self.aside += 1
        self.item = len(self.flow)

    def end_item(self, _: str) -> None:
        """End an item of a list: one paragraph that is wholly within links may lead to other pages."""
        self.aside -= 1
        if self.item == len(self.flow) - 1 and isinstance(text := self.flow[-1], str):
            self.flow[-1] = _Link(text)
        self.item = -1

    def _in_cell(self) -> bool:
        return bool(self.opened) and isinstance(self.opened[-1][2], tuple)

    def text_area(self, _: str, __: Mapping[str, str]) -> None:
        """Begin a field of several lines: it is shown in a table only."""
        self.dropped += not self._in_cell()

    def fill_in(self, _: str, attributes: Mapping[str, str]) -> None:
        """Take what is filled in a field of a table; elsewhere fields are for searching and the like."""
        if self._in_cell() and attributes.get("type", "").lower() in FILLED_IN:
            self.texts.append(attributes.get("value", ""))

    def article(self, _: str, attributes: Mapping[str, str]) -> None:
        """Recognize what this library wrote."""
        self.ours = self.ours or "gd" in attributes.get("class", "").split()

    def meta(self, _: str, attributes: Mapping[str, str]) -> None:
        """Take what a page says about itself; a title there is better than that of the window."""
        name = attributes.get("name", "").lower()
        known = name.removeprefix(_OURS) if name.startswith(_OURS) else PROPERTIES.get(name)
        if known and (text := clean(attributes.get("content", ""))):
            if known == "title":
                self.properties[known] = text
            self.properties.setdefault(known, text)

    def image(self, _: str, attributes: Mapping[str, str]) -> None:
        """Take a picture, if it is part of the text."""
        source = attributes.get("src", "").strip()
        if source and (self.ours or not (self.aside or is_icon(source, attributes))):
            self.flush()
            self.flow.append(picture_of(source, attributes))


def _counting(name: str, step: int) -> Callable[..., None]:
    """Follow how deep we are in something."""

    def act(target: _Target, *_: object) -> None:
        setattr(target, name, getattr(target, name) + step)

    return act


_FLOWS = ("table", "td", "th", "caption", *HEADINGS)
_STARTS: Mapping[str, Callable[[_Target, str, Mapping[str, str]], None]] = {
    **dict.fromkeys(_FLOWS, _Target.open_flow),
    **dict.fromkeys(ASIDE, _counting("aside", 1)),
    "tr": _Target.start_row,
    "title": _Target.start_title,
    "meta": _Target.meta,
    "img": _Target.image,
    "a": _Target.start_link,
    "li": _Target.start_item,
    "pre": _counting("lines", 1),
    "sup": _counting("above", 1),
    "input": _Target.fill_in,
    "textarea": _Target.text_area,
    "article": _Target.article,
}
_ENDS: Mapping[str, Callable[[_Target, str], None]] = {
    **dict.fromkeys(_FLOWS, _Target.close_flow),
    **dict.fromkeys(ASIDE, _counting("aside", -1)),
    "a": _Target.end_link,
    "li": _Target.end_item,
    "title": _Target.end_title,
    "pre": _counting("lines", -1),
    "sup": _counting("above", -1),
}
