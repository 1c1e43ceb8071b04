"""Which classes a style sheet hides whatever the window is, and which it shows somewhere.

A rule of nothing but a class hides its elements, unless it holds for some windows or printers only, or any rule
shows that class: then a script, the window or another class decides, and nothing is known.
"""

import re
from collections.abc import Collection, Mapping

__all__ = ["hides_of", "is_hidden"]

_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_CONDITION = re.compile(r"@[^@{};]*\{(?:[^{}]*\{[^{}]*\})*+[^{}]*\}")
_HIDES = re.compile(r"(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*hidden)")
_SHOWS = re.compile(r"(?<![\w-])(?:display\s*:\s*(?!none)[a-z]|visibility\s*:\s*visible)")
_ALONE = re.compile(r"\w*\.[\w-]+")
_CLASS = re.compile(r"\.[\w-]+")


def hides_of(sheet: str) -> dict[str, bool]:
    """Tell of the classes in a sheet, given in small letters, whether it hides them (`.a`, `tr.a`) or shows them."""
    first, *others = sheet.replace("<!--", "").split("/*")
    sheet = first + "".join([text.partition("*/")[2] for text in others])
    hides: dict[str, bool] = {}
    for names, style in _RULE.findall(_CONDITION.sub("", sheet)):
        if _HIDES.search(style):
            each = map(str.strip, names.rpartition(";")[2].split(","))
            hides.update((name, True) for name in each if _ALONE.fullmatch(name))
    if hides:
        shown = (names for names, style in _RULE.findall(sheet) if _SHOWS.search(style))
        hides.update((name, False) for names in shown for name in _CLASS.findall(names))
    return hides


def is_hidden(tag: str, names: Collection[str], style: str, hides: Mapping[str, bool]) -> bool:
    """Tell whether an element is hidden by its classes, given in small letters, and shown by nothing."""
    known = [hides[key] for name in names for key in (f".{name}", f"{tag}.{name}") if key in hides]
    return bool(known) and all(known) and not _SHOWS.search(style.lower())
