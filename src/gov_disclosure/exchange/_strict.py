"""Data of the type that is expected at a path, or `InvalidReport` with the path."""

import json
from collections.abc import Collection, Mapping

from ..errors import InvalidReport
from ..words import Words

__all__ = ["fields", "invalid", "items", "shown_as", "string", "strings"]

_OBJECT = Words("一个对象 {…}", "an object {…}")
_LIST = Words("一个列表 […]", "a list […]")
_STRING = Words("一段文字", "a string")
_ABSENT = Words("没有这个键", "no such key")


def strings(value: object, path: str) -> list[str]:
    """Give a list of texts."""
    return [string(item, f"{path}[{i}]") for i, item in enumerate(items(value, path))]


def string(value: object, path: str) -> str:
    """Give a text."""
    if not isinstance(value, str):
        raise invalid(path, _STRING, value)
    return value


def items(value: object, path: str) -> list[object] | tuple[object, ...]:
    """Give a list."""
    if not isinstance(value, list | tuple):
        raise invalid(path, _LIST, value)
    return value


def fields(value: object, path: str, keys: Collection[str]) -> Mapping[str, object]:
    """Give an object that has exactly these keys."""
    if not isinstance(value, Mapping):
        raise invalid(path, _OBJECT, value)
    if len(value) == len(keys) and all(map(value.__contains__, keys)):
        return value
    under = "" if path == "$" else f"{path}."
    for key in keys:
        if key not in value:
            raise InvalidReport(f"{under}{key}", Words("一个值：这个键必须有", "a value: the key is required"), _ABSENT)
    unknown = next(key for key in value if key not in keys)
    known = ", ".join(keys)
    expected = Words(f"空：只有这些键：{known}", f"nothing: the keys are {known}")
    raise invalid(f"{under}{unknown}", expected, value[unknown])


def invalid(path: str, expected: Words, value: object) -> InvalidReport:
    """Say what was expected at a path, and what stands there."""
    return InvalidReport(path, expected, shown_as(value))


def shown_as(value: object, longest: int = 60) -> str:
    """Show a value as JSON has it, shortened; nested or strange ones by their outside."""
    if isinstance(value, Mapping):
        return "{…}"
    if isinstance(value, list | tuple) and not all(isinstance(item, str) for item in value):
        return "[…]"
    try:
        shown = json.dumps(value[:longest] if isinstance(value, str) else value, ensure_ascii=False)
    except (TypeError, ValueError):
        return type(value).__name__
    return shown if len(shown) <= longest else f"{shown[:longest]}…"
