"""The report as JSON, in the shape ``gov-disclosure/1``; loading is strict and names the path of a mistake.

A count is an integer, money a string of digits, a blank ``null``, a mark ``{"mark": "/"}``; every
cell of the edition is always there. Nothing is taken for something else: no float for money, no
boolean for a count, no missing key, no key that the shape does not have.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any, NoReturn

from ..cells import CellValue, Mark, parse_value
from ..document import Picture
from ..errors import DisclosureError, InvalidReport, NotAReport, UnreadableSource
from ..forms import FORMS, Kind, Table, form_of
from ..images import of_text, to_text
from ..limits import USUAL, Limits
from ..matrix import Matrix
from ..names import Section
from ..report import Report
from ..sections import (
    ForeignTable,
    Item,
    OtherMatters,
    Overview,
    ProactiveDisclosure,
    Problems,
    ReportSection,
    Requests,
    ReviewLitigation,
)
from ..tables import ProactiveTable, RequestMatrix, ReviewLitigationTable
from ..words import Words
from ._strict import fields, invalid, items, shown_as, string, strings

__all__ = ["SCHEMA", "TABLE_KEYS", "from_dict", "read", "to_dict", "write"]

SCHEMA = "gov-disclosure/1"
"""The name of the shape; a shape that reads otherwise gets another name."""

TABLE_KEYS: Mapping[str, str] = {
    Section.PROACTIVE: "table",
    Section.REQUESTS: "matrix",
    Section.REVIEW_LITIGATION: "table",
}
"""Under which key a part has its table."""

_PARTS: tuple[tuple[type[ReportSection], type[Matrix] | None], ...] = (
    (Overview, None),
    (ProactiveDisclosure, ProactiveTable),
    (Requests, RequestMatrix),
    (ReviewLitigation, ReviewLitigationTable),
    (Problems, None),
    (OtherMatters, None),
)
_HEAD = ("schema", "edition", "organization", "year", "title", "preamble")
_KEYS = (*_HEAD, *(part.section for part, _ in _PARTS), "leftovers")

_MONEY = re.compile(r"\d+(\.\d+)?", re.ASCII)

_CELL = {
    Kind.COUNT: Words(
        '不小于0的整数，空白写 null，其他文字写 {"mark": "…"}',
        'a whole number of 0 or more, null for a blank, {"mark": "…"} for other text',
    ),
    Kind.CHANGE: Words(
        '整数，空白写 null，其他文字写 {"mark": "…"}',
        'a whole number, null for a blank, {"mark": "…"} for other text',
    ),
    Kind.MONEY: Words(
        '用文本写的金额，如 "4068.208"，空白写 null，其他文字写 {"mark": "…"}',
        'an amount as a string such as "4068.208", null for a blank, {"mark": "…"} for other text',
    ),
}
_ITEM = Words(
    '一段文字，或 {"table": [["…"]]}，或 {"picture": "…"}，图片可另有 data 和 description',
    'a paragraph as a string, or {"table": [["…"]]}, or {"picture": "…"}, which may have data and description',
)
_PICTURE = frozenset({"picture", "data", "description"})
_BYTES = Words(
    "用 base64 写成文字的图片（PNG、JPEG、GIF、BMP）", "a picture (PNG, JPEG, GIF, BMP) written as text in base64"
)
_STRING_OR_NULL = Words("一段文字或 null", "a string or null")
_YEAR = Words("整数年份或 null", "a year as a whole number, or null")
_AS_TEXT = Words("请确认文件完整，并以 UTF-8 编码保存。", "Make sure that the file is whole and saved as UTF-8.")


# ---- a report as data


def to_dict(report: Report) -> dict[str, Any]:
    """Give a report as data of the shape; `from_dict` gives an equal report back."""
    head = (SCHEMA, report.edition, report.organization, report.year, report.title, _plain(report.preamble))
    parts = {section.section.value: section_to_dict(section) for section in report.sections}
    return dict(zip(_HEAD, head, strict=True)) | parts | {"leftovers": _plain(report.leftovers)}


def write(report: Report, indent: int | None = 2) -> str:
    """Write a report as JSON text, Chinese as it is."""
    return json.dumps(to_dict(report), ensure_ascii=False, indent=indent)


def section_to_dict(section: ReportSection) -> dict[str, object]:
    """Give one part as it stands in the data of a report."""
    plain: dict[str, object] = {"heading": section.heading, "text": _plain(section.text)}
    key = TABLE_KEYS.get(section.section)
    return plain if key is None else plain | {key: getattr(section, key).to_dict()}


def _plain(text: tuple[Item, ...]) -> list[object]:
    return [_plain_item(item) for item in text]


def _plain_item(item: Item) -> object:
    if isinstance(item, ForeignTable):
        return {"table": [list(row) for row in item.rows]}
    if isinstance(item, Picture):
        known = {"data": to_text(item.data), "description": item.description}
        return {"picture": item.reference} | {key: text for key, text in known.items() if text}
    return item


# ---- data as a report


def read(data: bytes | str, limits: Limits = USUAL) -> Report:
    """Load a report from JSON text.

    Raises `UnreadableSource` for what is no JSON, `NotAReport` for JSON of something else, and
    `InvalidReport`, with the path, for a mistake in a report.
    """
    if len(data) > limits.source_bytes:
        raise limits.exceeded("source_bytes", "JSON")
    try:
        text = data.decode(json.detect_encoding(data)) if isinstance(data, bytes) else data
        value = json.loads(text.lstrip("\ufeff"), object_pairs_hook=_once, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        line, column = error.lineno, error.colno
        found = Words(f"第{line}行第{column}列起不是有效的 JSON", f"no valid JSON from line {line}, column {column}")
        raise _unreadable(found) from None
    except UnicodeDecodeError as error:
        found = Words(f"第{error.start}字节起不是 UTF-8 编码", f"not UTF-8 from byte {error.start}")
        raise _unreadable(found) from None
    except RecursionError:
        raise _unreadable(Words("嵌套过深", "nested too deeply")) from None
    except DisclosureError:
        raise
    except ValueError:
        raise _unreadable(Words("有过长的数字", "a number is too long")) from None
    if not isinstance(value, dict) or "schema" not in value:
        looked_for = Words(f'"schema": "{SCHEMA}"', f'"schema": "{SCHEMA}"')
        shown = shown_as(list(value) if isinstance(value, dict) else value)
        raise NotAReport("JSON", looked_for, Words(shown, shown))
    return from_dict(value)


def from_dict(data: Mapping[str, Any]) -> Report:
    """Load what `to_dict` gave. Raises `InvalidReport` with the path of the first mistake."""
    if isinstance(data, Mapping) and data.get("schema", SCHEMA) != SCHEMA:
        raise invalid("schema", Words(f'"{SCHEMA}"', f'"{SCHEMA}"'), data["schema"])
    given = fields(data, "$", _KEYS)
    edition, year = given["edition"], given["year"]
    if type(edition) is not int or edition not in FORMS:
        known = " / ".join(map(str, FORMS))
        raise invalid("edition", Words(f"已有的格式：{known}", f"an edition that exists: {known}"), edition)
    if year is not None and type(year) is not int:
        raise invalid("year", _YEAR, year)
    parts: dict[str, Any] = {
        part.section: _section(part, table, given[part.section], edition) for part, table in _PARTS
    }
    return Report(
        organization=string(given["organization"], "organization"),
        year=year,
        edition=edition,
        title=string(given["title"], "title"),
        preamble=_text(given["preamble"], "preamble"),
        leftovers=_text(given["leftovers"], "leftovers"),
        **parts,
    )


def _section(part: type[ReportSection], table: type[Matrix] | None, value: object, edition: int) -> ReportSection:
    path = part.section
    key = TABLE_KEYS.get(path)
    plain = fields(value, path, ("heading", "text") if key is None else ("heading", "text", key))
    heading = plain["heading"]
    if heading is not None and not isinstance(heading, str):
        raise invalid(f"{path}.heading", _STRING_OR_NULL, heading)
    given: dict[str, Any] = {"heading": heading, "text": _text(plain["text"], f"{path}.text")}
    if key is not None and table is not None:
        given[key] = _table(table, plain[key], f"{path}.{key}", edition)
    return part(**given)


def _table(table: type[Matrix], value: object, path: str, edition: int) -> Matrix:
    shape = _kinds(form_of(edition).by_table[table.section])
    rows = fields(value, path, shape)
    cells: list[CellValue] = []
    for row, kinds in shape.items():
        columns = fields(rows[row], f"{path}.{row}", kinds)
        cells += [_cell(columns[column], kind, path, row, column) for column, kind in kinds.items()]
    return table(edition, tuple(cells))


@cache
def _kinds(table: Table) -> Mapping[str, Mapping[str, Kind]]:
    """Give the rows of a table, each with its columns and what they may hold."""
    return {row: {table.places[i].column.key: table.places[i].kind for i in cells} for row, cells in table.shape}


def _cell(value: object, kind: Kind, *path: str) -> CellValue:
    if value is None:
        return None
    if type(value) is int and kind is not Kind.MONEY and (value >= 0 or kind is Kind.CHANGE):
        return value
    if kind is Kind.MONEY and isinstance(value, str) and _MONEY.fullmatch(value):
        return Decimal(value)
    if isinstance(value, Mapping) and tuple(value) == ("mark",) and isinstance(value["mark"], str):
        mark = parse_value(value["mark"], kind)
        # There is one way to say each thing: a number is no mark, and neither is a blank.
        if isinstance(mark, Mark):
            return mark
    raise invalid(".".join(path), _CELL[kind], value)


def _text(value: object, path: str) -> list[Item]:
    return [_item(item, f"{path}[{i}]") for i, item in enumerate(items(value, path))]


def _item(value: object, path: str) -> Item:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping) and tuple(value) == ("table",):
        rows = enumerate(items(value["table"], f"{path}.table"))
        return ForeignTable([strings(row, f"{path}.table[{i}]") for i, row in rows])
    if isinstance(value, Mapping) and "picture" in value and _PICTURE.issuperset(value):
        return _picture({key: string(text, f"{path}.{key}") for key, text in value.items()}, path)
    raise invalid(path, _ITEM, value)


def _picture(told: Mapping[str, str], path: str) -> Picture:
    data = of_text(told.get("data", ""))
    if "data" in told and not data:
        raise invalid(f"{path}.data", _BYTES, told["data"])
    return Picture(told["picture"], data=data, description=told.get("description", ""))


# ---- what is said of mistakes


def _unreadable(found: Words) -> UnreadableSource:
    return UnreadableSource("JSON", found, _AS_TEXT)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object, if it has no key twice: of two values neither may win."""
    found = dict(pairs)
    if len(found) < len(pairs):
        twice, times = Counter(key for key, _ in pairs).most_common(1)[0]
        raise InvalidReport(twice, Words("只出现一次的键", "a key that stands once"), Words(f"{times}次", f"{times}"))
    return found


def _no_constant(name: str) -> NoReturn:
    raise _unreadable(Words(f"JSON 没有 {name}", f"JSON has no {name}"))
