"""The heaviest chain of pairs that goes down two lists at once: labels in order, headings in order.

For every place of the second list only the best chain that ends there is kept, so the work grows
with the pairs and not with their square.
"""

from collections.abc import Iterable
from itertools import groupby

__all__ = ["heaviest_chain"]

Link = tuple[float, int, "Link | None"]
"""The end of a chain: its weight, which pair it ends with, and the chain before that."""


def heaviest_chain(pairs: Iterable[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """Choose pairs that grow in both places, with the greatest sum of weights.

    A pair is its places in the two lists and its weight; pairs come in the order of the first list.
    """
    best: dict[int, Link] = {}
    taken: list[tuple[int, int]] = []
    end: Link | None = None
    for _, group in groupby(pairs, key=lambda pair: pair[0]):
        found: list[tuple[int, Link]] = []
        for one, other, weight in group:
            before = max((link for place, link in best.items() if place < other), default=None, key=_order)
            found.append((other, ((before[0] if before else 0.0) + weight, len(taken), before)))
            taken.append((one, other))
        for other, link in found:
            if other not in best or _order(link) > _order(best[other]):
                best[other] = link
            if end is None or link[0] > end[0]:
                end = link
    chain: list[tuple[int, int]] = []
    while end is not None:
        chain.append(taken[end[1]])
        end = end[2]
    return chain[::-1]


def _order(link: Link) -> tuple[float, int]:
    return link[0], link[1]
