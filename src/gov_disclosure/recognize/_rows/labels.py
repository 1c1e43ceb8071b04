"""The words of the printed tables: which texts are labels, pieces of one, or one misspelt."""

import re
from difflib import get_close_matches
from functools import cache, lru_cache
from itertools import chain

from ...forms import FORMS, Form, walk
from ...words import fold, for_short

__all__ = ["LONGEST_LABEL", "is_label", "is_whole_label", "meant", "vocabulary", "without_note"]

_NOTE = re.compile(r"(?:\((?![一二三四五六七八九十]\))[^()]*\)|注?\d{1,2}|[*※#]+|注)$")
"""What an office adds behind a folded label: how to fill it in or why there is nothing, or the sign of a note.

A number such as (六) is none: it begins the label of the next row.
"""


LONGEST_LABEL = 48
"""No label of the form is longer; no cell that is longer is looked at as one."""


def without_note(folded: str) -> str:
    """Give a folded label without what an office adds behind it."""
    last = folded[-1:]
    return _NOTE.sub("", folded) if last in ")*※#注" or last.isdecimal() else folded


@cache
def vocabulary(form: Form) -> dict[str, str]:
    """Give every text that the printed tables of an edition have: folded, and as it is printed."""
    texts: list[str] = []
    for block in chain.from_iterable(table.blocks for table in form.tables):
        texts += [words.zh for words in (block.caption, block.corner, block.title) if words]
        texts += [name for node, _ in chain(walk(block.rows), walk(block.columns)) for name in (node.label, *node.also)]
    return {fold(text): text for text in texts if text}


@cache
def _all_labels() -> str:
    return "\n".join(text for form in FORMS.values() for text in vocabulary(form))


@for_short
def is_label(text: str) -> bool:
    """Tell whether a cell is a label of the form, or a piece of one."""
    return len(text) <= LONGEST_LABEL and fold(text) in _all_labels()


def is_whole_label(text: str) -> bool:
    """Tell whether a text is a label of the form word for word."""
    return any(fold(text) in vocabulary(form) for form in FORMS.values())


@lru_cache(maxsize=4096)
def meant(cell: str, form: Form) -> str:
    """Give the label that a cell stands for, perhaps misspelt, or the empty text."""
    known = vocabulary(form)
    folded = fold(cell)
    for label in (folded, without_note(folded)):
        if label in known:
            return known[label]
    if not 2 < len(cell) <= LONGEST_LABEL or any(mark in cell for mark in "。；|"):
        return ""
    close = get_close_matches(folded, known, 1, 0.65)
    return known[close[0]] if close else ""
