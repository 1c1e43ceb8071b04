"""Quantities in running text: digits, full-width digits, separators, Chinese numerals, 万 and 亿, and their units.

What is said loosely (约20件, 百余件, 3至5件, 30件以上) is a quantity too, but marked as approximate:
nothing exact is asserted by it. A number in 万 is exact only to its last digit.
"""

import re
from decimal import Decimal

from attrs import frozen

__all__ = ["BEGINNINGS", "QUANTITY", "Quantity", "chinese_number", "quantities", "quantity"]


@frozen
class Quantity:
    """How much of what a text says: 12件, 1.2万件, 47.10万元."""

    value: int | Decimal
    """Things as `int`; money as `Decimal`, in 元."""
    unit: str
    """The unit as written, without 万 and 亿; empty where a figure stands alone."""
    step: Decimal
    """What the last digit given stands for, where the number is rounded to it; 0 where it is exact."""
    approximate: bool
    span: tuple[int, int]

    @property
    def money(self) -> bool:
        """Whether it is an amount of money."""
        return self.unit == "元"


_DIGITS = dict(zip("〇零一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，", "0123456789.,")

_FIGURE = r"(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?"
_HAN_FIGURE = r"[〇零一二两三四五六七八九十廿卅百千万亿]+(?:点[〇零一二三四五六七八九]+)?"
_BREAK = r"[，,。；;、:：（）()\s]|$"
_UNITS = r"件次?|条(?!例)|起(?!草|诉|来)|宗|例(?!如)|份(?!额)|次(?!数)|个(?!月|人|工作|部门|单位)|项(?!目)|部(?!门)|元"
# With a numeral, 一起 and 一份 are more often other words; what follows tells.
_NAMED = rf"{_BREAK}|行政|政府|信息|因|依申请|申请|复议|诉讼"
_HAN_UNITS = rf"件(?!套)次?|[起例条份个](?={_NAMED})|宗|元"
_LOOSE = r"近|大?约|超过?|逾|不足|不到|至少"
_LOOSELY = "以上|左右|上下|以内|以下"

QUANTITY = (
    rf"(?:{_LOOSE})?(?<![第\d.A-Za-z〔])(?:{_FIGURE}(?:[-—~～至到]+{_FIGURE})?)[十百千]?[余多几]?[万亿]?[余多几]?(?:{_UNITS})(?:{_LOOSELY})?"
    rf"|(?:{_LOOSE}|[上数几])?(?<![第每同另任逐某这那哪之〇零一二两三四五六七八九十廿卅百千]){_HAN_FIGURE}[余多几]?[万亿]?(?:{_HAN_UNITS})(?:{_LOOSELY})?"
    rf"|(?<=[为是数量计:：])(?:{_FIGURE}|零)(?={_BREAK})"
    rf"|(?<![第\d.A-Za-z〔])\d+(?=(?:[、和]\d+)+(?:{_UNITS}))"
    "|零(?=发生|出现)"
)
"""A quantity as a regular expression without groups; it matches things that are then read by `quantity`."""

BEGINNINGS = "0123456789０１２３４５６７８９〇零一二两三四五六七八九十廿卅百千万亿近大约超逾不至上数几"
"""What a quantity can begin with."""

_PARTS = re.compile(rf"(?P<loose>{_LOOSE}|[上数几])?(?P<number>{_FIGURE}|{_HAN_FIGURE})(?P<rest>.*)")
_PATTERN = re.compile(QUANTITY)


_PLAIN = frozenset({"", "件", "条", "起", "宗", "份"})
_EXACT = Decimal(0)


def chinese_number(text: str) -> int:
    """Read a Chinese numeral: 十二, 一千二百, 二〇, 一百零三, 三万五千, 廿三."""
    text = text.replace("廿", "二十").replace("卅", "三十")
    if all(character in _DIGITS for character in text):
        return int("".join(str(_DIGITS[character]) for character in text))
    whole = section = digit = 0
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _TENS:
            section += (digit or 1) * _TENS[character]
            digit = 0
        else:
            whole = (whole + section + digit or 1) * _MYRIADS[character]
            section = digit = 0
    return whole + section + digit


def quantity(found: "re.Match[str]") -> Quantity:
    """Read what `QUANTITY` has matched."""
    text = found[0]
    prefix, number, rest = _PARTS.findall(text)[0]
    if number.isdecimal() and rest in _PLAIN:
        return Quantity(int(number), rest, _EXACT, bool(prefix), found.span())
    number = number.translate(_FULL_WIDTH).replace(",", "")
    if "点" in number:
        # 三百一十二点五 is 312.5.
        whole, _, places = number.partition("点")
        number = f"{chinese_number(whole)}.{''.join(str(_DIGITS[place]) for place in places)}"
    scale = next((_MYRIADS[character] for character in rest if character in _MYRIADS), 1)
    unit = rest.strip("万亿余多几十百千")[:1]
    loose = bool(prefix) or any(mark in rest for mark in "余多几上左以十百千-—~～至到")
    exact = Decimal(number) if number[0].isdecimal() else Decimal(chinese_number(number))
    step = Decimal(scale).scaleb(int(exact.as_tuple().exponent)) if scale > 1 or "." in number else _EXACT
    value = exact * scale
    step = step or Decimal(_MYRIADS.get(number[-1], 0))
    return Quantity(
        value if unit == "元" else int(value), unit, step, loose or (unit != "元" and value % 1 != 0), found.span()
    )


def quantities(text: str) -> tuple[Quantity, ...]:
    """Find every quantity of a text in order."""
    return tuple(map(quantity, _PATTERN.finditer(text)))
