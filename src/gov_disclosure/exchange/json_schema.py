"""The JSON Schema of the shape ``gov-disclosure/1``, one for every edition; it follows from the form."""

from copy import deepcopy
from typing import Any

from ..forms import Kind, Leaf, Part, Table, Total, form_of
from ..matrix import NEWEST
from .json import SCHEMA, TABLE_KEYS

__all__ = ["json_schema"]

# What `cells.parse_value` reads as a number or as a blank, in the expressions that JSON Schema knows.
_WHOLE = "([0-9０-９]+|[0-9０-９]{1,3}([,，][0-9０-９]{3})+)"
_PLAIN = {Kind.COUNT: _WHOLE, Kind.CHANGE: f"[+＋－−-]?{_WHOLE}", Kind.MONEY: rf"{_WHOLE}([.．][0-9０-９]+)?"}
# Base64 with every group whole.
_BASE64 = "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)$"


def _mark(kind: Kind) -> dict[str, Any]:
    """Take a mark in a cell of a kind: there is one way to say each thing, so a number is no mark."""
    number = {"pattern": rf"^\s*(?=\S{{1,30}}\s*$){_PLAIN[kind]}\s*$"}
    return {"$ref": "#/$defs/mark", "properties": {"mark": {"not": number}}}


_DEFINITIONS: dict[str, Any] = {
    "mark": {
        "description": "填写的不是数字：文字照录。Text that stands where a number should.",
        "type": "object",
        "properties": {"mark": {"type": "string", "not": {"pattern": r"^\s*_*\s*$"}}},
        "required": ["mark"],
        "additionalProperties": False,
    },
    Kind.COUNT.value: {
        "description": "件数；空白为 null。A count; null for a blank.",
        "anyOf": [{"type": "integer", "minimum": 0}, {"type": "null"}, _mark(Kind.COUNT)],
    },
    Kind.CHANGE.value: {
        "description": "增减数，减少为负；空白为 null。A change, negative for a decrease; null for a blank.",
        "anyOf": [{"type": "integer"}, {"type": "null"}, _mark(Kind.CHANGE)],
    },
    Kind.MONEY.value: {
        "description": "金额，写成文本以保留原有位数；空白为 null。An amount as a string of digits; null for a blank.",
        "anyOf": [
            {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)?$"},
            {"type": "null"},
            _mark(Kind.MONEY),
        ],
    },
    "text": {
        "description": "段落、其他表格、图片，按原有顺序。Paragraphs, foreign tables and pictures, in order.",
        "type": "array",
        "items": {
            "anyOf": [
                {"type": "string"},
                {
                    "type": "object",
                    "properties": {
                        "table": {"type": "array", "items": {"type": "array", "items": {"type": "string"}}},
                    },
                    "required": ["table"],
                    "additionalProperties": False,
                },
                {
                    "type": "object",
                    "properties": {
                        "picture": {"type": "string"},
                        "data": {"type": "string", "contentEncoding": "base64", "pattern": _BASE64},
                        "description": {"type": "string"},
                    },
                    "required": ["picture"],
                    "additionalProperties": False,
                },
            ]
        },
    },
}
_TEXT = {"$ref": "#/$defs/text"}


def json_schema(edition: int = NEWEST) -> dict[str, Any]:
    """Give the JSON Schema (2020-12) that every report of an edition is valid under.

    Raises `UnknownEdition`. It takes what `Report.from_dict` takes, except that JSON Schema
    takes 1.0 for an integer.
    """
    form = form_of(edition)
    head = {
        "schema": {"const": SCHEMA},
        "edition": {"const": edition},
        "organization": {"type": "string"},
        "year": {"type": ["integer", "null"]},
        "title": {"type": "string"},
        "preamble": _TEXT,
    }
    parts = {part.section.value: _part(part) for part in form.parts}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':')}:{edition}",
        "title": form.title,
        "description": form.number,
        **_object(head | parts | {"leftovers": _TEXT}),
        "$defs": _DEFINITIONS,
    }
    return deepcopy(schema)


def _part(part: Part) -> dict[str, Any]:
    members: dict[str, Any] = {"heading": {"type": ["string", "null"]}, "text": _TEXT}
    if part.table is not None:
        members[TABLE_KEYS[part.section]] = _table(part.table)
    return {"title": part.heading, **_object(members)}


def _table(table: Table) -> dict[str, Any]:
    rows = {}
    for row, indexes in table.shape:
        places = [table.places[index] for index in indexes]
        columns = {
            place.column.key.value: {**_named(place.column), "$ref": f"#/$defs/{place.kind.value}"} for place in places
        }
        rows[str(row)] = {**_named(places[0].row), **_object(columns)}
    return _object(rows)


def _named(label: Leaf | Total) -> dict[str, str]:
    return {"title": label.label, "description": label.english}


def _object(members: dict[str, Any]) -> dict[str, Any]:

    return {"type": "object", "properties": members, "required": list(members), "additionalProperties": False}
