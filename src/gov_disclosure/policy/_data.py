"""A policy as a file has it: tables and lists of plain values, each in its place or refused.

The shape is that of the classes: the keys of a waiver are the attributes of `Waiver`.
"""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs

from .._hints import did_you_mean
from ..errors import InvalidPolicy
from ..words import Words

__all__ = ["KINDS", "WRONG", "arguments", "load"]

_TABLE = Words("应为表（键 = 值）", "expected a table of keys and values")
_LIST = Words("应为表的数组，如 [[{key}]]", "expected an array of tables, such as [[{key}]]")
_UNKNOWN = Words("没有这一项；可用：{known}。{meant}", "there is no such key; use one of {known}. {meant}")
_MISSING = Words("缺少{keys}", "{keys} missing")
WRONG = Words("应为{expected}，实际为 {found}", "expected {expected}, found {found}")
_NO_TOML = Words(
    "不是合法的 TOML：{reason}；一行写一项，键 = 值，文字加引号",
    "it is no TOML: {reason}; write one item a line, key = value, texts in quotes",
)
_LINE = re.compile(r"(.*) \(at line (\d+), column (\d+)\)")
_VALUE = Words(
    '应为该格填报的数或文字，空白写 ""；小数写成文字，如 "1.50"；实际为 {found}',
    'expected what the cell says, "" for a blank; write decimals as texts, such as "1.50"; found {found}',
)
KINDS: Mapping[type, Words] = {
    str: Words("文字", "a text"),
    bool: Words("true 或 false", "true or false"),
    int: Words("整数", "a whole number"),
    float: Words("数", "a number"),
    date: Words("日期，如 2025-12-31", "a date, such as 2025-12-31"),
}
"""What a policy calls the kinds of values that may stand in it."""
_TABLES = ("rules", "settings")


def load(path: Path) -> dict[str, Any]:
    """Load a TOML file. Raises `InvalidPolicy` with the line where it is none."""
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        problem = Words("不是 UTF-8 文字", "it is not UTF-8 text")
        raise InvalidPolicy(path.name, f"byte {error.start}", problem) from error
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(path.name, str(error)) from error


def _no_toml(source: str, said: str) -> InvalidPolicy:
    """Tell in which line a file is no TOML, as far as the parser knows."""
    found = _LINE.fullmatch(said)
    reason, place = (found[1], f"{found[2]}:{found[3]}") if found else (said, "TOML")
    return InvalidPolicy(source, place, _NO_TOML.format(reason=reason))


def arguments(data: Mapping[str, Any], kinds: Mapping[str, type], source: str) -> dict[str, Any]:
    """Give the arguments of a policy: tables as they are, lists of tables as objects of their kinds."""
    _table(source, "policy", data)
    known = ("name", *_TABLES, *kinds)
    for key, value in data.items():
        if key not in known:
            raise InvalidPolicy(source, key, _UNKNOWN.format(known=", ".join(known), meant=did_you_mean(key, known)))
        if key in _TABLES:
            _table(source, key, value)
    return {
        key: _objects(source, key, value, kinds[key]) if key in kinds else value for key, value in _named(source, data)
    }


def _named(source: str, data: Mapping[str, Any]) -> list[tuple[str, Any]]:
    name = data.get("name", "")
    if not isinstance(name, str):
        raise InvalidPolicy(source, "name", WRONG.format(expected=KINDS[str], found=repr(name)))
    return list(data.items())


def _table(source: str, place: str, value: object) -> None:
    if not isinstance(value, Mapping):
        raise InvalidPolicy(source, place, _TABLE)


def _objects(source: str, key: str, value: object, kind: type[Any]) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple):
        raise InvalidPolicy(source, key, _LIST.format(key=key))
    return tuple(_object(source, f"{key}[{number}]", entry, kind) for number, entry in enumerate(value))


def _object(source: str, place: str, entry: object, kind: type[Any]) -> Any:
    if not isinstance(entry, Mapping):
        raise InvalidPolicy(source, place, _TABLE)
    fields = attrs.fields_dict(kind)
    for key in entry:
        if key not in fields:
            raise InvalidPolicy(
                source, f"{place}.{key}", _UNKNOWN.format(known=", ".join(fields), meant=did_you_mean(key, fields))
            )
    missing = [key for key, field in fields.items() if field.default is attrs.NOTHING and key not in entry]
    if missing:
        raise InvalidPolicy(source, place, _MISSING.format(keys=", ".join(missing)))
    return kind(**{key: _value(source, f"{place}.{key}", value, fields[key].type) for key, value in entry.items()})


def _value(source: str, place: str, value: object, wanted: object) -> object:
    """Take a plain value as an attribute wants it; a date may be written as text."""
    if wanted in (date, date | None):
        return _date(source, place, value)
    if wanted in (int, int | None) and type(value) is not int:
        raise InvalidPolicy(source, place, WRONG.format(expected=KINDS[int], found=repr(value)))
    if wanted is str and (not isinstance(value, str) or not value.strip()):
        raise InvalidPolicy(source, place, WRONG.format(expected=KINDS[str], found=repr(value)))
    if wanted == tuple[str, ...]:
        return _addresses(source, place, value)
    if wanted == tuple[tuple[str, str], ...]:
        _table(source, place, value)
        _printed(source, place, value)
    return value


def _printed(source: str, place: str, values: Any) -> None:
    """Refuse what no cell prints; a float has lost the zeros that the cell may have."""
    for address, value in values.items():
        if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
            raise InvalidPolicy(source, f"{place}.{address}", _VALUE.format(found=repr(value)))


def _date(source: str, place: str, value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise InvalidPolicy(source, place, WRONG.format(expected=KINDS[date], found=str(value))) from None


def _addresses(source: str, place: str, value: object) -> tuple[str, ...]:
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list | tuple) or not all(isinstance(address, str) for address in listed):
        raise InvalidPolicy(source, place, WRONG.format(expected=KINDS[str], found=repr(value)))
    return tuple(listed)
