"""Short texts in an office's template, such as the title or the year: each goes where the template names it.

A place is a bookmark within a paragraph or a content control with a tag, in the text or in a table; what
stood there gives the text its look. Several controls may have one tag. Headers are left as they are.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy

from lxml import etree

from ..errors import CannotWrite
from ..words import Words
from ._docx_signs import Element, W

__all__ = ["fill", "named"]

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# What would keep a content control from showing the text: a hint, a binding to data, one line only.
_RESTRAINTS = (f"{W}showingPlcHdr", f"{W}dataBinding", f"{W}text", f"{W}date", f"{W}dropDownList", f"{W}comboBox")
_ACROSS = Words(
    "该书签跨越了几个段落，请只标出一个段落里的文字",
    "its bookmark reaches over several paragraphs; mark the text of one",
)


def named(body: Element) -> frozenset[str]:
    """Give the names of all places, whatever fits in there."""
    marks = [mark.get(f"{W}name", "") for mark in body.iter(f"{W}bookmarkStart")]
    return frozenset((*marks, *(tag.get(f"{W}val", "") for tag in body.iter(f"{W}tag"))))


def fill(body: Element, texts: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Put texts, given by their lines, in the places of their names; give the names that have a place.

    Raises `CannotWrite` for a bookmark of more than one paragraph.
    """
    found = set()
    for control in list(body.iter(f"{W}sdt")):
        tag = control.find(f"{W}sdtPr/{W}tag")
        name = "" if tag is None else tag.get(f"{W}val", "")
        if name in texts:
            _fill_control(control, texts[name])
            found.add(name)
    for mark in list(body.iter(f"{W}bookmarkStart")):
        name = mark.get(f"{W}name", "")
        if name in texts:
            _fill_mark(body, mark, name, texts[name])
            found.add(name)
    return frozenset(found)


def _fill_control(control: Element, lines: Sequence[str]) -> None:
    """Put a text in the first paragraph of a control, or in the control itself if it stands in a paragraph."""
    hinted = control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
    for properties in control.findall(f"{W}sdtPr"):
        properties[:] = [entry for entry in properties if entry.tag not in _RESTRAINTS]
    content = control.find(f"{W}sdtContent")
    content = etree.SubElement(control, f"{W}sdtContent") if content is None else content
    paragraphs = list(content.iter(f"{W}p"))
    parent = control.getparent()
    if not paragraphs and parent is not None and parent.tag != f"{W}p":
        paragraphs = [etree.SubElement(content, f"{W}p")]
    place = paragraphs[0] if paragraphs else content
    for other in paragraphs[1:]:
        _remove(other)
    old = [element for element in place if element.tag != f"{W}pPr"]
    place.append(_run(lines, None if hinted else _look(old)))
    for element in old:
        place.remove(element)


def _fill_mark(body: Element, mark: Element, name: str, lines: Sequence[str]) -> None:
    """Put a text in place of what a bookmark marks in its paragraph."""
    ends = [end for end in body.iter(f"{W}bookmarkEnd") if end.get(f"{W}id") == mark.get(f"{W}id")]
    parent = mark.getparent()
    inside = ends and any(end.getparent() is parent for end in ends)
    if parent is None or parent.tag != f"{W}p" or (ends and not inside and not _over(mark, ends[0])):
        raise CannotWrite(name, _ACROSS)
    old = []
    for element in mark.itersiblings():
        if element in ends:
            break
        old.append(element)
    # A bookmark without an end marks a place and no text.
    old = old if ends else []
    mark.addnext(_run(lines, _look(old or list(mark.itersiblings(preceding=True)))))
    for element in old:
        _remove(element)


def _over(mark: Element, end: Element) -> bool:
    """Tell whether nothing is said between the paragraph of a mark and its end: Word ends a whole one in the next."""
    within, own = False, mark.getparent()
    for element in mark.getroottree().iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}t", f"{W}tbl"):
        if element is end:
            return within
        if element is mark:
            within = True
        elif within and element.tag in (f"{W}t", f"{W}tbl") and own not in list(element.iterancestors()):
            return False
    return False


def _look(elements: Sequence[Element]) -> Element | None:
    """Give the properties of the first run among elements."""
    return next(_properties(elements), None)


def _properties(elements: Sequence[Element]) -> Iterator[Element]:
    for element in elements:
        for run in element.iter(f"{W}r"):
            properties = run.find(f"{W}rPr")
            if properties is not None:
                yield properties


def _run(lines: Sequence[str], look: Element | None) -> Element:
    run = etree.Element(f"{W}r")
    if look is not None:
        run.append(deepcopy(look))
    for place, line in enumerate(lines):
        if place:
            etree.SubElement(run, f"{W}br")
        text = etree.SubElement(run, f"{W}t")
        text.text = line
        text.set(_XML_SPACE, "preserve")
    return run


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
