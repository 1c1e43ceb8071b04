"""The JSON exchange: what is written loads as an equal report, and nothing else loads."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gov_disclosure import (
    ForeignTable,
    InvalidReport,
    Mark,
    NotAReport,
    Picture,
    Report,
    RequestMatrix,
    UnreadableSource,
)
from gov_disclosure.cells import CellValue, parse_value
from gov_disclosure.exchange.json import SCHEMA, from_dict, read, to_dict, write
from gov_disclosure.forms import FORMS, Kind, Table
from gov_disclosure.sections import Item
from gov_disclosure.tables import ProactiveTable, ReviewLitigationTable

TEXT = st.text(st.sampled_from("青禾县林业局公开申请0159（一）。，/\n\t\u3000\ud800\x00"), max_size=12)
ITEMS: st.SearchStrategy[list[Item]] = st.lists(
    st.one_of(
        TEXT, st.builds(ForeignTable, st.lists(st.lists(TEXT, max_size=3), max_size=3)), st.builds(Picture, TEXT)
    ),
    max_size=3,
)
NUMBERS: dict[Kind, st.SearchStrategy[CellValue]] = {
    Kind.COUNT: st.integers(0, 10**12),
    Kind.CHANGE: st.integers(-(10**6), 10**6),
    Kind.MONEY: st.decimals(0, 10**9, places=4),
}


def cells(table: Table) -> st.SearchStrategy[tuple[CellValue, ...]]:
    """Every cell of a table: a number of its kind, a blank or a mark."""
    marks = st.sampled_from(["/", "—", "251000元", "22（其中修订16件）"]).map(Mark)
    return st.builds(
        lambda start, changes: tuple(changes.get(place.index, start) for place in table.places),
        st.sampled_from([None, Mark("/")]),
        st.fixed_dictionaries(
            {}, optional={p.index: st.one_of(NUMBERS[p.kind], st.none(), marks) for p in table.places[::7]}
        ),
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report of either edition, with blanks, marks, foreign tables and pictures."""
    edition = draw(st.sampled_from(tuple(FORMS)))
    proactive, requests, review = FORMS[edition].tables
    return Report(
        organization=draw(TEXT),
        year=draw(st.none() | st.integers(2019, 2030)),
        edition=edition,
        title=draw(TEXT),
        preamble=draw(ITEMS),
        overview=draw(ITEMS),
        proactive=ProactiveTable(edition, draw(cells(proactive))),
        requests=RequestMatrix(edition, draw(cells(requests))),
        review_litigation=ReviewLitigationTable(edition, draw(cells(review))),
        problems=draw(ITEMS),
        other_matters=draw(ITEMS),
        leftovers=draw(ITEMS),
    )


@pytest.fixture
def plain() -> dict[str, Any]:
    """A small report as data, to be spoiled."""
    return to_dict(
        Report(organization="青禾县林业局", year=2023, requests=RequestMatrix.of(received={"natural_person": 5}))
    )


def spoil(plain: dict[str, Any], path: str, value: object) -> None:
    """Put another value at a path such as ``requests.matrix``."""
    *parents, last = path.split(".")
    target: Any = plain
    for key in parents:
        target = target[key]
    target[last] = value


@settings(max_examples=40, deadline=None)
@given(reports())
def test_what_is_written_loads_as_an_equal_report(report: Report) -> None:
    """Writing and loading give the same report, blanks, marks and money digits included."""
    assert report == from_dict(to_dict(report))


@settings(max_examples=25, deadline=None)
@given(reports(), st.sampled_from([None, 2]))
def test_the_text_loads_as_an_equal_report(report: Report, indent: int | None) -> None:
    """The JSON text gives the same report, as `str` and as bytes, indented or not."""
    text = write(report, indent)
    assert (report, report) == (read(text), read(text.encode()))


def test_the_shape_is_the_documented_one(plain: dict[str, Any]) -> None:
    """The top of the shape has the documented keys in their order."""
    expected = [
        "schema", "edition", "organization", "year", "title", "preamble", "overview", "proactive", "requests",
        "review_litigation", "problems", "other_matters", "leftovers",
    ]  # fmt: skip
    assert expected == list(plain)


def test_a_part_without_table_has_heading_and_text() -> None:
    """A part is its heading as printed and its paragraphs."""
    expected = {"heading": "一、总体情况", "text": ["全年平稳。", "没有申请。"]}
    assert expected == to_dict(Report(overview="全年平稳。\n没有申请。"))["overview"]


def test_an_absent_heading_is_null() -> None:
    """A part whose heading the report lacks has null there, and gets it back."""
    report = from_dict(to_dict(Report()) | {"problems": {"heading": None, "text": []}})
    assert (None, None) == (report.problems.heading, to_dict(report)["problems"]["heading"])


def test_an_unknown_year_is_null() -> None:
    """A report whose year is not known has null for it."""
    assert None is to_dict(Report())["year"]


def test_every_cell_is_there() -> None:
    """The empty form has all 175 request cells, each null."""
    matrix = to_dict(Report.blank(year=2023))["requests"]["matrix"]
    assert [None] * 175 == [cell for row in matrix.values() for cell in row.values()]


def test_money_is_a_string_with_its_digits() -> None:
    """Money keeps the digits that were given: 4068.2080 stays 4068.2080."""
    table = ProactiveTable.of(fees=Decimal("4068.2080"))
    assert {"amount": "4068.2080"} == to_dict(Report(proactive=table))["proactive"]["table"]["fees"]


def test_a_mark_is_an_object() -> None:
    """Text in a figure cell is told apart from a number and from a paragraph."""
    report = Report(requests=RequestMatrix.of(received={"research": Mark("/")}))
    assert {"mark": "/"} == to_dict(report)["requests"]["matrix"]["received"]["research"]


def test_tables_and_pictures_stand_in_the_text() -> None:
    """Foreign tables and pictures keep their place among the paragraphs."""
    report = Report(overview=["前文", ForeignTable([["甲", "乙"], ["1"]]), Picture("图1.png")])
    expected = ["前文", {"table": [["甲", "乙"], ["1", ""]]}, {"picture": "图1.png"}]
    assert expected == to_dict(report)["overview"]["text"]


def test_plain_keys_only(plain: dict[str, Any]) -> None:
    """Keys are plain strings, so that other writers of JSON and YAML take them."""

    def keys(value: object) -> set[type]:
        if not isinstance(value, dict):
            return set()
        return {type(key) for key in value} | {kind for inner in value.values() for kind in keys(inner)}

    assert {str} == keys(plain)


CELL = "requests.matrix.received.natural_person"
COUNT_ZH = '不小于0的整数，空白写 null，其他文字写 {"mark": "…"}'
MISTAKES = [
    ("schema", "gov-disclosure/2", "schema", '"gov-disclosure/2"'),
    ("edition", 2020, "edition", "2020"),
    ("edition", "2021", "edition", '"2021"'),
    ("edition", True, "edition", "true"),
    ("year", "2023", "year", '"2023"'),
    ("year", True, "year", "true"),
    ("year", 2023.0, "year", "2023.0"),
    ("organization", None, "organization", "null"),
    ("title", ["甲"], "title", '["甲"]'),
    ("preamble", "一段", "preamble", '"一段"'),
    ("preamble", [1], "preamble[0]", "1"),
    ("overview", [], "overview", "[]"),
    ("overview.heading", 1, "overview.heading", "1"),
    ("overview.text", ["甲", None], "overview.text[1]", "null"),
    ("overview.text", [{"table": [["甲"], "乙"]}], "overview.text[0].table[1]", '"乙"'),
    ("overview.text", [{"table": [["甲", 1]]}], "overview.text[0].table[0][1]", "1"),
    ("overview.text", [{"table": {}}], "overview.text[0].table", "{…}"),
    ("overview.text", [{"picture": 1}], "overview.text[0].picture", "1"),
    ("overview.text", [{"chart": "甲"}], "overview.text[0]", "{…}"),
    ("overview.table", {}, "overview.table", "{…}"),
    ("requests.matrix", [[1, 2]], "requests.matrix", "[…]"),
    ("requests.matrix.received", 5, "requests.matrix.received", "5"),
    ("requests.matrix.guessed", {}, "requests.matrix.guessed", "{…}"),
    ("requests.matrix.received.child", 1, "requests.matrix.received.child", "1"),
    (CELL, 1.0, CELL, "1.0"),
    (CELL, -1, CELL, "-1"),
    (CELL, True, CELL, "true"),
    (CELL, "5", CELL, '"5"'),
    (CELL, {"mark": "5"}, CELL, "{…}"),
    (CELL, {"mark": ""}, CELL, "{…}"),
    (CELL, {"mark": 5}, CELL, "{…}"),
    (CELL, {"mark": "/", "note": "甲"}, CELL, "{…}"),
    (CELL, Decimal(5), CELL, "Decimal"),
    ("proactive.table.fees.amount", 4068.208, "proactive.table.fees.amount", "4068.208"),
    ("proactive.table.fees.amount", 4068, "proactive.table.fees.amount", "4068"),
    ("proactive.table.fees.amount", "4,068", "proactive.table.fees.amount", '"4,068"'),
    ("proactive.table.fees.amount", "-1", "proactive.table.fees.amount", '"-1"'),
    ("proactive.table.fees.amount", "５", "proactive.table.fees.amount", '"５"'),
    ("proactive.table.fees.amount", "1\n", "proactive.table.fees.amount", '"1\\n"'),
    ("leftovers", {}, "leftovers", "{…}"),
    ("extra", 1, "extra", "1"),
]


@pytest.mark.parametrize(("path", "value", "where", "found"), MISTAKES)
def test_a_mistake_is_named_by_its_path(
    plain: dict[str, Any], path: str, value: object, where: str, found: str
) -> None:
    """Every wrong value is refused, with its path and what stands there."""
    spoil(plain, path, value)
    with pytest.raises(InvalidReport) as caught:
        from_dict(plain)
    assert (where, found) == (caught.value.path, caught.value.found)


@pytest.mark.parametrize("path", ["schema", "edition", "leftovers", "overview.text", "requests.matrix", CELL])
def test_a_missing_key_is_named_by_its_path(plain: dict[str, Any], path: str) -> None:
    """Every key is required, wherever it stands."""
    *parents, last = path.split(".")
    target: Any = plain
    for key in parents:
        target = target[key]
    del target[last]
    with pytest.raises(InvalidReport) as caught:
        from_dict(plain)
    assert path == caught.value.path


def test_a_mistake_is_told_in_both_languages(plain: dict[str, Any]) -> None:
    """The error says in Chinese and in English where, what was expected and what was found."""
    spoil(plain, CELL, 1.5)
    with pytest.raises(InvalidReport) as caught:
        from_dict(plain)
    expected = (
        f"{CELL} 处应为{COUNT_ZH}，实际为 1.5。 At {CELL}: expected a whole number of 0 or more, null for a blank, "
        '{"mark": "…"} for other text, found 1.5.'
    )
    assert expected == str(caught.value)


@pytest.mark.parametrize("data", [[], "报告", 5, None])
def test_data_must_be_an_object(data: Any) -> None:
    """What is no mapping is refused at the root."""
    with pytest.raises(InvalidReport) as caught:
        from_dict(data)
    assert "$" == caught.value.path


def test_a_long_value_is_shown_short(plain: dict[str, Any]) -> None:
    """An error stays readable, whatever stands at the place."""
    spoil(plain, "year", "长" * 10_000)
    with pytest.raises(InvalidReport) as caught:
        from_dict(plain)
    assert len(str(caught.value.found)) < 70


def test_a_change_may_be_negative() -> None:
    """The increases and decreases of the 2019 form load with their sign."""
    plain = to_dict(Report.blank(year=2019))
    spoil(plain, "proactive.table.licenses.change", -3)
    assert -3 == from_dict(plain).proactive.table["licenses", "change"]


def test_tuples_do_as_lists(plain: dict[str, Any]) -> None:
    """Data built in Python may have tuples where JSON has lists."""
    spoil(plain, "overview.text", ("甲", "乙"))
    assert ("甲", "乙") == from_dict(plain).overview.text


@pytest.mark.parametrize(
    ("text", "found_zh", "found_en"),
    [
        ('{"schema": \n }', "第2行第2列起不是有效的 JSON", "no valid JSON from line 2, column 2"),
        ("", "第1行第1列起不是有效的 JSON", "no valid JSON from line 1, column 1"),
        ('{"schema": NaN}', "JSON 没有 NaN", "JSON has no NaN"),
        ('{"schema": -Infinity}', "JSON 没有 -Infinity", "JSON has no -Infinity"),
        ("[" * 200_000, "嵌套过深", "nested too deeply"),
        ("9" * 5_000, "有过长的数字", "a number is too long"),
        ("青禾".encode("gb18030"), "第0字节起不是 UTF-8 编码", "not UTF-8 from byte 0"),
    ],
)
def test_what_is_no_json_is_unreadable(text: str | bytes, found_zh: str, found_en: str) -> None:
    """Text that is no JSON is refused with the place, in both languages."""
    with pytest.raises(UnreadableSource) as caught:
        read(text)
    assert (found_zh, found_en) == (caught.value.found.zh, caught.value.found.en)


@pytest.mark.parametrize(
    ("text", "found"), [("[1, 2]", "[…]"), ('{"a": 1, "b": 2}', '["a", "b"]'), ('"报告"', '"报告"'), ("null", "null")]
)
def test_json_of_something_else_is_no_report(text: str, found: str) -> None:
    """JSON that does not claim to be ours is no report, and the error says what it is."""
    with pytest.raises(NotAReport) as caught:
        read(text)
    assert (f'"schema": "{SCHEMA}"', found) == (caught.value.looked_for.zh, caught.value.found.zh)


def test_a_key_that_stands_twice_is_refused() -> None:
    """Of two values for one key neither may win."""
    with pytest.raises(InvalidReport) as caught:
        read('{"schema": 1, "year": 2022, "year": 2023}')
    assert ("year", "2次") == (caught.value.path, str(caught.value.found))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32-le"])
def test_unicode_encodings_are_told_apart(encoding: str) -> None:
    """A byte order mark or UTF-16 do not hinder the reading."""
    report = Report(organization="青禾县林业局", year=2023)
    assert report == read(write(report).encode(encoding))


def test_a_byte_order_mark_in_text_is_ignored() -> None:
    """Text that was decoded with its byte order mark left in loads all the same."""
    assert Report() == read("\ufeff" + write(Report()))


def test_chinese_is_written_as_it_is() -> None:
    """The JSON text can be read by people."""
    assert '"organization": "青禾县林业局"' in write(Report(organization="青禾县林业局"))


@given(st.text(max_size=12))
def test_what_reads_as_a_number_never_loads_as_a_mark(text: str) -> None:
    """A mark in JSON stays a mark exactly if the text is no plain number and no blank."""
    plain = to_dict(Report())
    spoil(plain, CELL, {"mark": text})
    value = parse_value(text, Kind.COUNT)
    if isinstance(value, Mark):
        assert value == from_dict(plain).requests.matrix.cell("received", "natural_person")
    else:
        with pytest.raises(InvalidReport):
            from_dict(plain)
