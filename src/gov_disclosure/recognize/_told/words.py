"""A line of a list in words: labels of the form, figures, and what stands between them, or no such line.

A line counts only if nothing else is in it, so no sentence does. Where a digit may be a figure or the
number of a label, or a dash a sign or a mark between words, the line is none either.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, product

from attrs import define, frozen

from ...forms import FORMS, Form, Node, Place, Table, entries, walk
from ...words import SIMPLIFIED, fold
from .._rows.labels import vocabulary
from .._rows.slots import NUMBERED, names_of

__all__ = ["Names", "Said", "begins_with_digits", "goes_on", "is_reversed", "names_of_places", "said_in", "says_name"]

_BEGINNING = 120
"""More characters than the longest label has."""
_LEAST = 4
"""A label without its number is known by as many characters; a shorter one may be another's."""


# Not frozen: a list has hundreds of labels, and freezing one costs more than reading it.
@define(eq=False)
class Said:
    """One label or one figure of a line."""

    text: str
    """The label folded, or the figure as it stands; empty where a colon has none behind it."""
    figure: bool
    start: int = 0
    """Where it begins in the line."""
    closed: bool = False
    """Whether a clause ends behind the label."""


@frozen(eq=False)
class Names:
    """What a cell of the form is called by: its row, its column, and the groups that these are in."""

    place: Place
    table: Table
    row: frozenset[str]
    short: frozenset[str]
    """The names of the row that are too short to tell without its group or the row before it."""
    column: frozenset[str]
    groups: frozenset[str]
    within: frozenset[str]
    """The names of the innermost group of the row."""

    def fit(self, labels: tuple[str, ...]) -> bool:
        """Tell whether labels name the cell: one its row, one its column, the others groups of these."""
        rows = [place for place, label in enumerate(labels) if label in self.row or label in self.short]
        columns = [place for place, label in enumerate(labels) if label in self.column]
        return any(
            self.groups.issuperset(label for place, label in enumerate(labels) if place not in (one, two))
            for one, two in product(rows, columns)
            if one != two
        )


@cache
def names_of_places(form: Form) -> tuple[Names, ...]:
    """Give what each cell of an edition is called by."""
    return tuple(chain.from_iterable(map(_names_in, form.tables)))


def _names_in(table: Table) -> Iterator[Names]:
    above: dict[str, list[frozenset[str]]] = {}
    for block in table.blocks:
        for node, _ in chain(walk(block.rows), walk(block.columns)):
            for leaf in entries((node,)):
                if leaf is not node:
                    above.setdefault(leaf.key, []).append(frozenset(_all_names(node)))
    for place in table.places:
        rows, columns = above.get(place.row.key, []), above.get(place.column.key, [])
        own = frozenset(_all_names(place.row))
        short = frozenset(name for name in own if len(name) < _LEAST) - frozenset(names_of(place.row))
        groups = frozenset(chain.from_iterable((*rows, *columns)))
        within = rows[-1] if rows else frozenset[str]()
        yield Names(place, table, own - short, short, frozenset(names_of(place.column)), groups, within)


def _all_names(node: Node) -> Iterator[str]:
    """Give the wordings of a label, with and without its number."""
    for name in names_of(node):
        yield name
        yield NUMBERED.sub("", name)


@cache
def _labels(form: Form) -> frozenset[str]:
    names = names_of_places(form)
    return frozenset(chain.from_iterable((*each.row, *each.short, *each.column, *each.groups) for each in names))


@cache
def _idle(form: Form) -> frozenset[str]:
    """Give the words of the printed tables that name no cell: captions, corners and titles."""
    return frozenset(vocabulary(form)) - _labels(form)


_FIGURE = (
    r"(?:(?<=[ :])[+-]|[增减] ?)?\d+(?:,\d{3})*(?:\.\d+)?(?: ?(?:万?元|[件个项条宗起份次例]))?"
    r"(?:\((?:其中|含|包括|均|注)[^()]*\))?(?=[ 、。;,:()\"<>]|$)"
)
_MARK = r"(?<=[ :])(?:/|-{1,4}|_+|无|不适用|[Nn]/?[Aa])(?= ?(?:[、。;,)]|$))"
_NOTHING = ": ?(?=[、。;])"
_NOTE = re.compile(r"(?<=\() ?[\d,.]+ ?(?=\))")
"""A number in brackets by itself is that of a note or an item."""
_CLOSED = re.compile(r"[ \")>]*(?:[,、。;]|$)")
_BETWEEN = r"[ 、。;,)\"→=]+|[:(]|[<>×*](?! ?\d)|/|-(?! ?\d)|-(?= ?\d\.\D)|行|列|其中"


@cache
def _patterns(form: Form) -> Mapping[str, re.Pattern[str]]:
    """Give what may stand where a label begins, by the letter with which one begins; the empty text is for others."""
    found: dict[str, list[str]] = {"": []}
    for label in sorted(_labels(form) | _idle(form), key=len, reverse=True):
        for first in _LETTERS.get(label[0], label[0]):
            found.setdefault(first, []).append(" ?".join(map(_letter, label)))
    others = f"(?P<figure>{_MARK}|{_FIGURE})|(?P<nothing>{_NOTHING})|(?:{_BETWEEN})"
    return {first: re.compile(f"(?P<label>{'|'.join(labels) or _NEVER})|{others}") for first, labels in found.items()}


_LETTERS = {",": ",、", ".": ".·"}
"""The letters of a text that stand for one of a label."""
_NEVER = "(?!)"


def _letter(letter: str) -> str:
    return f"[{_LETTERS[letter]}]" if letter in _LETTERS else re.escape(letter)


_WIDE = (range(0x2F00, 0x2FD6), range(0xF900, 0xFB00), range(0xFF01, 0xFF5F))
"""Radicals, compatibility characters and full-width ones: each stands for one other character."""


@cache
def _alike() -> dict[int, int]:
    """Give the letters in which labels are compared, one for one; a wide comma is no part of a number."""
    wide = {code: unicodedata.normalize("NFKC", chr(code)) for code in chain.from_iterable(_WIDE)}
    signs = zip("“”„＂「」『』‘’〝〞【】〔〕—–―−，", '""""""""""""()()----、', strict=True)
    # To look for a letter that is not there takes as long as for ten that are.
    same = {ord(letter): ord(letter) for form in FORMS.values() for letter in chain.from_iterable(_labels(form))}
    ones = {code: SIMPLIFIED.get(ord(one), ord(one)) for code, one in wide.items() if len(one) == 1}
    return {**same, **SIMPLIFIED, **ones, **{ord(sign): ord(one) for sign, one in signs}}


def _plain(text: str) -> str:
    """Put a text into the letters of labels, each in its place."""
    return text.translate(_alike())


def said_in(text: str, form: Form, before: str = "") -> tuple[tuple[Said, ...], int]:
    """Give the labels and figures of a cleaned line, and how far it is made of these alone.

    `before` is what was said before it, if the line goes on with that.
    """
    patterns, idle, columns, place = _patterns(form), _idle(form), _columns(form), 0
    # Most lines are prose, and begin with something else.
    plain = _plain(text[:_BEGINNING])
    if not _match(patterns, plain, 0):
        return (), 0
    plain += _plain(text[_BEGINNING:])
    found: list[Said] = []
    while match := _match(patterns, plain, place):
        kind = match.lastgroup
        if kind == "label":
            label = fold(match[0])
            if before in columns and _may_be_a_figure(label, form):
                break
            if label not in idle:
                found.append(Said(label, False, place, _CLOSED.match(plain, match.end()) is not None))
            before = label
        elif plain.endswith("(", 0, place) and _NOTE.match(plain, place):
            break
        elif kind:
            before = ""
            found.append(Said(text[place : match.end()] if kind == "figure" else before, True, place))
        place = match.end()
    return tuple(found), place


def _match(patterns: Mapping[str, re.Pattern[str]], plain: str, place: int) -> re.Match[str] | None:
    """Match what stands in a text at a place; nothing at its end."""
    letter = plain[place : place + 1]
    return (patterns.get(letter) or patterns[""]).match(plain, place) if letter else None


def is_reversed(said: Sequence[Said], form: Form) -> bool:
    """Tell whether figures may stand before their columns: one has none, and a column behind it ends a clause."""
    unnamed, column = False, False
    for each in said:
        if each.figure:
            unnamed, column = unnamed or bool(each.text and not column), False
        elif each.text in _columns(form):
            column = True
            if unnamed and each.closed:
                return True
    return False


def _may_be_a_figure(label: str, form: Form) -> bool:
    """Tell whether the number of a label may be a figure before another label: "3.其他" behind a column."""
    bare = NUMBERED.sub("", label)
    return label[0].isdigit() and bare in _columns(form)


@cache
def _columns(form: Form) -> frozenset[str]:
    return frozenset(chain.from_iterable(each.column for each in names_of_places(form)))


_DIGITS = re.compile(r"\d+(?!\d|[.．]\D)|[.,]\d")


def begins_with_digits(text: str) -> bool:
    """Tell whether a line begins with digits that are no number of a label."""
    return _DIGITS.match(text) is not None


def goes_on(text: str, form: Form) -> bool:
    """Tell whether a text may be a label that is broken off."""
    folded = fold(text)
    return not folded.isascii() and any(label.startswith(folded) for label in _labels(form) | _idle(form))


def says_name(text: str, table: Table) -> bool:
    """Tell whether a label of a row or a column of a table stands anywhere in a text."""
    folded = fold(text)
    return any(label in folded for label in _labels_in(table))


@cache
def _labels_in(table: Table) -> frozenset[str]:
    return frozenset(chain.from_iterable(each.row | each.column for each in _names_in(table)))
