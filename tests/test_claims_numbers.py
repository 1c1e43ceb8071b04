"""Quantities: digits, Chinese numerals, units, and how exactly they are said."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.claims.numbers import chinese_number, quantities


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("收到12件", 12, "件"),
        ("收到３２件", 32, "件"),
        ("收到1,204件", 1204, "件"),
        ("收到1，204件", 1204, "件"),
        ("收到十二件", 12, "件"),
        ("收到两件", 2, "件"),
        ("收到一百零三件", 103, "件"),
        ("收到一千二百件", 1200, "件"),
        ("收到二〇件", 20, "件"),
        ("收到廿三件", 23, "件"),
        ("收到卅件", 30, "件"),
        ("收到十二万件", 120000, "件"),
        ("复议零发生", 0, ""),
        ("收到三万五千件", 35000, "件"),
        ("收到万件", 10000, "件"),
        ("收到1.2万件", 12000, "件"),
        ("数量为0。", 0, ""),
        ("均为零。", 0, ""),
        ("发生一起行政复议", 1, "起"),
        ("收取2.5亿元", Decimal(250000000), "元"),
        ("收取47.10万元", Decimal(471000), "元"),
        ("收取两百元", Decimal(200), "元"),
        ("收取三百一十二点五万元", Decimal(3125000), "元"),
    ],
)
def test_a_quantity_is_read(text: str, value: object, unit: str) -> None:
    """Whatever digits it is written with."""
    (found,) = quantities(text)

    assert (value, unit, False) == (found.value, found.unit, found.approximate)


@pytest.mark.parametrize(
    "text",
    ["近百件", "约20件", "20余件", "18万余条", "30件以上", "3至5件", "3-5件", "几十件", "上百件", "超过9件", "1.5件"],
)
def test_a_round_number_is_approximate(text: str) -> None:
    """It asserts nothing exact."""
    (found,) = quantities(text)

    assert found.approximate


@pytest.mark.parametrize(
    "text",
    ["第20条", "第三十六条", "2023年", "3人次", "12%", "一起推进", "每一件小事", "〔2021〕30号", "3次数"],
)
def test_what_is_no_quantity_is_none(text: str) -> None:
    """Articles, years, persons, percentages and words that only look like numbers."""
    assert () == quantities(text)


@pytest.mark.parametrize(
    ("text", "step"),
    [("12件", 0), ("1.2万件", 1000), ("3万件", 10000), ("十二万件", 10000), ("47.10万元", 100), ("5元", 0)],
)
def test_a_rounded_number_says_how_exact_it_is(text: str, step: int) -> None:
    """The last digit given stands for so much."""
    assert step == quantities(text)[0].step


def test_a_quantity_says_where_it_stands_and_whether_it_is_money() -> None:
    """Span and kind."""
    things, money = quantities("收到12件，收取30元")

    assert ((2, 5), False) == (things.span, things.money)
    assert ((8, 11), True) == (money.span, money.money)


def test_the_figures_of_a_list_need_one_unit() -> None:
    """分别为18、4、9件: the last has it."""
    assert [18, 4, 9] == [found.value for found in quantities("分别为18、4、9件")]


DIGITS = "零一二三四五六七八九"


def spelled(number: int) -> str:
    """Spell a number below 10,000 in Chinese, place by place."""
    text, zero = "", False
    for place, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            text += ("零" if zero and text else "") + DIGITS[digit] + sign
        zero = not digit if text else False
    return text or "零"


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_chinese_numerals_are_read_as_they_are_spelled(myriads: int, rest: int) -> None:
    """Also with 万 in them."""
    gap = "零" if rest < 1000 else ""
    text = f"{spelled(myriads)}万{gap}{spelled(rest)}" if myriads else spelled(rest)

    assert myriads * 10000 + rest == chinese_number(text)


@given(st.integers(0, 10**9))
def test_separators_make_no_difference(number: int) -> None:
    """1,204 is 1204."""
    assert (number, number) == tuple(found.value for found in quantities(f"{number}件、{number:,}件"))


@given(st.text(st.sampled_from("0123456789,，.一二十百千万亿零余约近第件条元起年（）。"), max_size=30))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Whatever is matched is read."""
    for found in quantities(text):
        assert found.value >= 0
