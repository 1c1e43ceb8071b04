"""What lxml finds in a page, put in order while it goes through it: no tree, no recursion.

Texts gather until something that browsers show as a block begins or ends. Tables, cells and
headings open a flow of their own, and closing one puts it where it stood. Items of lists that are
nothing but a link are set apart where many follow one another: they lead to other pages.
"""

from collections.abc import Callable, Mapping
from itertools import chain

from attrs import define, field

from ..columns import join_lines
from ..document import Document, Heading, Paragraph
from ..limits import USUAL, Limits
from ..words import clean
from ._html_links import Link, without_navigation
from ._html_names import ASIDE, BLOCKS, DROPPED, FILLED_IN, HEADINGS, PROPERTIES, is_icon, picture_of
from ._html_styles import APART, HIDDEN, shown
from ._html_tables import Flow, HtmlCell, HtmlTable, spans_of, text_of

__all__ = ["PageTarget"]

_OURS = "gd-"


@define(eq=False)
class PageTarget:
    """What lxml tells about a page while it goes through it."""

    limits: Limits = USUAL
    flow: Flow = field(factory=list)
    opened: list[tuple[str, Flow, HtmlTable | None, HtmlTable | HtmlCell | None]] = field(factory=list)
    """What has a flow of its own and is open: its tag, the flow and the table around it, and what is known of it."""
    table: HtmlTable | None = None
    """The table that is open, if none of its cells is."""
    texts: list[str] = field(factory=list)
    looks: list[int] = field(factory=list)
    """How the text of each element looks that is open, from one on that does not look like all others."""
    aside: int = 0
    """How deep we are in links, lists and the like, whose pictures are icons."""
    lines: int = 0
    """How deep we are in text whose line breaks count."""
    linked: bool = False
    """Whether a link is open."""
    item: int = -1
    """How much the flow held when the item of a list began that is nothing but a link so far; -1 in no such item."""
    ours: bool = False
    properties: dict[str, str] = field(factory=dict)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        if self.looks:
            self.looks.append(self.looks[-1])
            if self.looks[-1] & HIDDEN:
                return
        if self.texts and tag in BLOCKS:
            self.flush()
        if act := _STARTS.get(tag):
            act(self, tag, attributes)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if self.looks and self.looks.pop() & HIDDEN:
            return
        if self.texts and tag in BLOCKS:
            self.flush()
        if act := _ENDS.get(tag):
            act(self, tag)

    def data(self, text: str) -> None:
        """Take text."""
        if self.looks:
            text = shown(text, self.looks[-1])
        if self.texts:
            if self.table and self.table.in_row:
                self.texts.append(" ")  # the end of a cell may stand between
        elif not text or text.isspace():
            return
        self.texts.append(text)
        if not self.linked:
            self.item = -1

    def close(self) -> Document:
        """Take the end of the page and give what was read."""
        self.flush()
        while self.opened:
            self.close_flow(self.opened[-1][0])
        flow, navigation = without_navigation(self.flow)
        blocks = tuple([Paragraph(str(item)) if isinstance(item, str) else item for item in flow])
        properties = tuple((name, text) for name, text in self.properties.items() if text)
        return Document(blocks, properties, navigation=navigation)

    def look(self, look: int) -> None:
        """Have the text of the element that has just begun look different, too."""
        if self.looks:
            self.looks[-1] |= look
        else:
            self.looks.append(look)

    def flush(self) -> None:
        """End a paragraph: where lines of the source break, they are joined as lines of text are."""
        text = "".join(self.texts)
        self.texts.clear()
        if "\n" not in text:
            self.put(text)
        elif self.lines:
            for line in text.split("\n"):
                self.put(line)
        else:
            self.put(join_lines(text.split("\n")))

    def put(self, text: str) -> None:
        """Put a paragraph where it stands."""
        if text := clean(text):
            if self.table and self.table.in_row:
                self.table.add(HtmlCell([text], 1, 1))
            else:
                self.flow.append(text)

    def open_flow(self, tag: str, _: Mapping[str, str]) -> None:
        """Begin a flow of its own."""
        self.opened.append((tag, self.flow, self.table, None))
        self.flow, self.table = [], None

    def open_cell(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin a cell."""
        cell = HtmlCell([], *spans_of(attributes))
        self.opened.append((tag, self.flow, self.table, cell))
        self.flow, self.table = cell.flow, None

    def open_table(self, tag: str, _: Mapping[str, str]) -> None:
        """Begin a table."""
        if self.opened and self.opened[-1][0] == tag:
            # The table before was never closed: what stands behind its rows is not of it.
            behind, self.flow = self.flow, []
            self.close_flow(tag)
            self.flow += behind
        table = HtmlTable(self.limits)
        self.opened.append((tag, self.flow, self.table, table))
        self.flow, self.table = [], table

    def close_flow(self, tag: str) -> None:
        """End a flow of its own and put it where it stood."""
        if not self.opened or self.opened[-1][0] != tag:
            return
        flow = self.flow
        _, self.flow, self.table, known = self.opened.pop()
        if isinstance(known, HtmlCell) and self.table:
            self.table.add(known)
        elif isinstance(known, HtmlTable):
            known.loose += flow
            self._close_table(known)
        elif tag == "caption" and self.table:
            self.table.caption = text_of(flow)
        elif tag == "title":
            # The first one counts, and one that the page gives itself before it.
            self.properties.setdefault(tag, text_of(flow))
        elif tag in HEADINGS:
            if text := text_of(flow):
                self.flow.append(Heading(HEADINGS[tag], text))
            self.flow += [item for item in flow if not isinstance(item, str | Heading)]
        else:
            self.flow += flow

    def _close_table(self, table: HtmlTable) -> None:
        """Put a table where it stood; one around it arranges the page, unless this frames a text."""
        around = next((known for *_, known in reversed(self.opened) if isinstance(known, HtmlTable)), None)
        if around and table.is_text and not self.flow:
            self.flow += next(chain.from_iterable(table.rows)).flow
            return
        self.flow += table.flow()
        if around:
            around.nested = True

    def start_row(self, _: str, __: Mapping[str, str]) -> None:
        """Begin a row."""
        if self.table:
            self.table.begin_row()

    def end_row(self, _: str) -> None:
        """End a row."""
        if self.table:
            self.table.in_row = False

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
        if 0 <= self.item == len(self.flow) - 1 and isinstance(text := self.flow[-1], str):
            self.flow[-1] = Link(text)
        self.item = -1

    def _in_cell(self) -> bool:
        return bool(self.opened) and isinstance(self.opened[-1][3], HtmlCell)

    def form_field(self, _: str, __: Mapping[str, str]) -> None:
        """Begin a field of several lines or choices: it is shown in a table only."""
        if not self._in_cell():
            self.look(HIDDEN)

    def choice(self, _: str, attributes: Mapping[str, str]) -> None:
        """Begin one of several choices: that which was taken is shown."""
        if "selected" not in attributes:
            self.look(HIDDEN)

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

    def act(target: PageTarget, *_: object) -> None:
        setattr(target, name, getattr(target, name) + step)

    return act


def _looking(look: int) -> Callable[..., None]:
    """Take the beginning of an element that looks different by itself."""

    def act(target: PageTarget, *_: object) -> None:
        target.look(look)

    return act


_FLOWS = ("caption", "title", *HEADINGS)
_STARTS: Mapping[str, Callable[[PageTarget, str, Mapping[str, str]], None]] = {
    **dict.fromkeys(DROPPED, _looking(HIDDEN)),
    **{tag: _looking(look) for tag, look in APART.items()},
    **dict.fromkeys(_FLOWS, PageTarget.open_flow),
    **dict.fromkeys(("td", "th"), PageTarget.open_cell),
    "table": PageTarget.open_table,
    **dict.fromkeys(ASIDE, _counting("aside", 1)),
    "tr": PageTarget.start_row,
    "meta": PageTarget.meta,
    "img": PageTarget.image,
    "a": PageTarget.start_link,
    "li": PageTarget.start_item,
    "pre": _counting("lines", 1),
    "input": PageTarget.fill_in,
    "textarea": PageTarget.form_field,
    "select": PageTarget.form_field,
    "option": PageTarget.choice,
    "article": PageTarget.article,
}
_ENDS: Mapping[str, Callable[[PageTarget, str], None]] = {
    **dict.fromkeys((*_FLOWS, "table", "td", "th"), PageTarget.close_flow),
    **dict.fromkeys(ASIDE, _counting("aside", -1)),
    "a": PageTarget.end_link,
    "li": PageTarget.end_item,
    "tr": PageTarget.end_row,
    "pre": _counting("lines", -1),
}
