"""The heaviest chain of pairs that goes down two lists at once: labels in order, headings in order.

For every place of the second list only the best chain that ends there or before is kept, so the
work grows with the pairs and not with their square.
"""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from attrs import Factory, define

__all__ = ["heaviest_chain"]

Link = tuple[float, int, "Link | None"]
"""The end of a chain: its weight, which pair it ends with, and the chain before that."""
_FIRST = itemgetter(0)
_NO_CHAIN: Link = (float("-inf"), -1, None)


@define
class _Best:
    """The places at which chains end, in order, and the best chain that ends at each or before."""

    places: list[int] = Factory(list)
    links: list[Link] = Factory(list)

    def before(self, place: int) -> Link | None:
        """Give the best chain that ends before a place."""
        at = bisect_left(self.places, place)
        return self.links[at - 1] if at else None

    def keep(self, place: int, link: Link) -> None:
        """Keep a chain for the places from its end on at which no better one has come."""
        at = bisect_left(self.places, place)
        if at == len(self.places) or self.places[at] != place:
            self.places.insert(at, place)
            self.links.insert(at, self.links[at - 1] if at else _NO_CHAIN)
        while at < len(self.links) and self.links[at] < link:
            self.links[at] = link
            at += 1


def heaviest_chain(pairs: Iterable[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """Choose pairs that grow in both places, with the greatest sum of weights.

    A pair is its places in the two lists and its weight; pairs come in the order of the first list.
    """
    best = _Best()
    taken: list[tuple[int, int]] = []
    end: Link | None = None
    for _, group in groupby(pairs, key=_FIRST):
        found: list[tuple[int, Link]] = []
        for one, other, weight in group:
            before = best.before(other)
            found.append((other, ((before[0] if before else 0.0) + weight, len(taken), before)))
            taken.append((one, other))
        for other, link in found:
            best.keep(other, link)
            if end is None or link[0] > end[0]:
                end = link
    chain: list[tuple[int, int]] = []
    while end is not None:
        chain.append(taken[end[1]])
        end = end[2]
    return chain[::-1]
