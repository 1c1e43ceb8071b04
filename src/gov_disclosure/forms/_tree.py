"""Rows and columns are the same thing: a tree of `Leaf`, `Total` and `Group`; it knows no statute."""

import re
from collections.abc import Iterator
from enum import Enum, StrEnum

from attrs import field, frozen

from ..words import Words

__all__ = ["Group", "Kind", "Leaf", "Node", "Total", "entries", "leaves", "numbered", "parts_of", "walk"]

_DIGITS = {digit: number for number, digit in enumerate("一二三四五六七八九", 1)}
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_NUMBER = re.compile(r"(?P<first>[一二三四五六七八九])、|（(?P<second>[一二三四五六七八九])）|(?P<third>\d+)\.")


def numbered(label: str, english: str) -> Words:
    """Give a label in both languages: the English words begin with the number that the Chinese ones have.

    The form numbers by 一、（一） and 1.; in English these are I., (1) and 1.
    """
    words = english[:1].upper() + english[1:]
    number = _NUMBER.match(label)
    if number is None:
        return Words(label, words)
    first, second, third = number.group("first", "second", "third")
    sign = f"{_ROMAN[_DIGITS[first]]}." if first else f"({_DIGITS[second]})" if second else f"{third}."
    return Words(label, f"{sign} {words}")


class Kind(Enum):
    """What a cell may hold, and in which unit."""

    COUNT = "count"
    """件, 项 or 个: an `int` of 0 or more."""
    CHANGE = "change"
    """The increase or decrease of a count: an `int`, negative allowed."""
    MONEY = "money"
    """万元 or 元, as the label says: a `Decimal` of 0 or more."""


@frozen
class _Labelled:
    """A key with its official label; a bar in `printed` marks where the printed cell may break."""

    key: StrEnum
    printed: str
    english: str = field(default="", kw_only=True)
    """The label in English, as it stands in a sentence: without its number and a capital letter."""
    short: str = field(default="", kw_only=True)
    """The English label where there is no room for its words."""
    also: tuple[str, ...] = field(default=(), kw_only=True)
    """Other wordings met in published reports that mean this label and no other."""

    @property
    def label(self) -> str:
        """The official wording on one line."""
        return self.printed.replace("|", "")

    @property
    def words(self) -> Words:
        """The label on one line as it is printed, in both languages."""
        return numbered(self.label, self.english)

    @property
    def lines(self) -> tuple[str, ...]:
        """The official wording as a narrow cell breaks it."""
        return tuple(self.printed.split("|"))


@frozen
class Leaf(_Labelled):
    """A row or column that is counted by itself."""

    kind: Kind = Kind.COUNT


@frozen
class Total(_Labelled):
    """A row or column that equals the sum of the leaves that stand beside it."""

    kind: Kind = Kind.COUNT


@frozen
class Group(_Labelled):
    """A label over rows or columns; it has no cells of its own."""

    children: "tuple[Node, ...]"


Node = Leaf | Total | Group


def entries(nodes: tuple[Node, ...]) -> Iterator[Leaf | Total]:
    """Walk the rows or columns that have cells, in printed order."""
    for node in nodes:
        if isinstance(node, Group):
            yield from entries(node.children)
        else:
            yield node


def leaves(nodes: tuple[Node, ...]) -> tuple[Leaf, ...]:
    """Give the leaves under some nodes, in printed order."""
    return tuple(entry for entry in entries(nodes) if isinstance(entry, Leaf))


def walk(nodes: tuple[Node, ...]) -> Iterator[tuple[Node, tuple[Node, ...]]]:
    """Walk every node with the nodes it stands among."""
    for node in nodes:
        yield node, nodes
        if isinstance(node, Group):
            yield from walk(node.children)


def parts_of(nodes: tuple[Node, ...]) -> dict[str, tuple[str, ...]]:
    """Tell for every node of a tree which leaves it stands for: itself, those under it, or those it totals."""
    found: dict[str, tuple[str, ...]] = {}
    for node, beside in walk(nodes):
        if isinstance(node, Leaf):
            found[node.key] = (node.key,)
        else:
            found[node.key] = tuple(leaf.key for leaf in leaves(node.children if isinstance(node, Group) else beside))
    return found
