"""What stands in the margins of pages: their numbers, and lines that head or foot every page.

A margin is where nothing else stands on any page. So the head of a table that begins anew on the next
page is none: on another page other text stands as high.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

__all__ = ["Standing", "margins_of", "said_of"]

_BAND = 0.2
"""The share of a page at its top and at its foot that may be margin."""
_NUMBERED = re.compile(r"[-—–－·\s]*(?:第\s*)?(\d{1,4})(?:\s*页)?(?:\s*[/／,，共]+\s*\d{1,4}\s*页?)?[-—–－·\s]*")
_DIGITS = re.compile(r"\d+")
_GAP = re.compile(r"\s{2,}")
_SEVERAL = 3
"""On so many pages a line is the same whatever its digits are."""
_SAME = 3.0
"""So many points may two lines stand apart that are at the same place of their pages."""


@frozen(eq=False)
class Standing:
    """What stands somewhere on a page: on which, how far from its edge it begins and ends, and what it says."""

    page: int
    place: int
    """Its place among what stands on the page."""
    top: float
    bottom: float
    height: float
    """The height of the page."""
    text: str
    """What it says; empty for a table."""

    @property
    def number(self) -> int | None:
        """The number of the page that it may be."""
        found = _NUMBERED.fullmatch(self.text)
        return int(found[1]) if found else None

    @property
    def said(self) -> str:
        """What it says without what stands apart and may be the number of the page; empty if there are no words."""
        said = "  ".join(part for part in _GAP.split(self.text.strip()) if not _NUMBERED.fullmatch(part))
        return said if any(map(str.isalpha, said)) else ""

    def span(self, foot: bool) -> tuple[float, float]:
        """Tell how far from the edge of the page it begins and ends."""
        return (self.height - self.bottom, self.height - self.top) if foot else (self.top, self.bottom)


def margins_of(pages: Sequence[Sequence[Standing]]) -> tuple[frozenset[Standing], frozenset[Standing]]:
    """Give what numbers the pages, and what heads or foots them."""
    numbers: set[Standing] = set()
    running: set[Standing] = set()
    for foot in (True, False):
        rest = [sorted(page, key=lambda each: each.span(foot)) for page in pages]
        while any(found := _outermost([page[0] for page in rest if page], foot, len(pages))):
            numbers |= found[0]
            running |= found[1]
            rest = [page[1:] if page and page[0] in found[0] | found[1] else page for page in rest]
    return frozenset(numbers), frozenset(running)


def said_of(running: Iterable[Standing]) -> Iterable[str]:
    """Give what heads or foots the pages, each line once, without their numbers."""
    first: dict[str, str] = {}
    for each in sorted(running, key=lambda each: (each.page, each.place)):
        first.setdefault(_DIGITS.sub("", each.said), each.said)
    return first.values()


def _outermost(outer: Sequence[Standing], foot: bool, count: int) -> tuple[set[Standing], set[Standing]]:
    """Give the numbers and the running lines of what is outermost, unless something else stands as near to an edge."""
    edge = [each for each in outer if each.text and sum(each.span(foot)) / 2 <= _BAND * each.height]
    numbers, running = set(_numbers(edge)), {each for group in _alike(edge, foot, count) for each in group}
    others = [each.span(foot)[0] for each in outer if each not in numbers | running]
    inside = min(others, default=float("inf"))
    return {each for each in numbers if not _reaches(each, inside, foot)}, {
        each for each in running if not _reaches(each, inside, foot)
    }


def _reaches(each: Standing, inside: float, foot: bool) -> bool:
    """Tell whether a line reaches as far from the edge as other things of the pages."""
    return each.span(foot)[1] > inside + 1


def _numbers(outer: Sequence[Standing]) -> Iterator[Standing]:
    """Give the lines that count the pages, two of them at least."""
    found = [each for each in outer if each.number is not None]
    if len(found) > 1 and len({(each.number or 0) - each.page for each in found}) == 1:
        yield from found


def _alike(outer: Sequence[Standing], foot: bool, count: int) -> Iterator[list[Standing]]:
    """Give the lines that say the same at the same place of several pages."""
    words = [each for each in outer if each.said]
    for one in words:
        near = [each for each in words if abs(each.span(foot)[0] - one.span(foot)[0]) <= _SAME]
        same = [each for each in near if each.said == one.said]
        like = [each for each in near if _DIGITS.sub("", each.said) == _DIGITS.sub("", one.said)]
        if len(same) > 1:
            yield same
        if len(like) >= max(_SEVERAL, count / 2):
            yield like
