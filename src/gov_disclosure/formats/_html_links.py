"""What in a page only leads to other pages: many items of a list one after another that are nothing but links."""

from itertools import groupby

from ._html_tables import Flow

__all__ = ["Link", "without_navigation"]

_MANY = 5
"""So many items of a list that are nothing but links lead to other pages."""


class Link(str):
    """The text of an item of a list that is nothing but a link."""

    __slots__ = ()


def without_navigation(found: Flow) -> tuple[Flow, tuple[str, ...]]:
    """Part what stands in a page from the links that lead to other pages."""
    flow: Flow = []
    navigation: list[str] = []
    for linked, group in groupby(found, lambda item: isinstance(item, Link)):
        items = list(group)
        if linked and len(items) >= _MANY:
            navigation += map(str, items)
        else:
            flow += items
    return flow, tuple(navigation)
