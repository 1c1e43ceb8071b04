"""The kinds of settings that a rule may have, each with the values that it takes.

A setting is declared by its default, and the kind of the default tells what a policy may put in its
place: ``most: int = Count(1000)``. A setting of one's own may have any plain default instead.
"""

import re
from datetime import date
from typing import ClassVar, Self

from ..words import Words

__all__ = ["Count", "Day", "Ratio", "Share"]


class Count(int):
    """A number of things: 0 or more. Raises `ValueError` for anything else."""

    __slots__ = ()
    expected: ClassVar[Words] = Words("不小于0的整数", "a whole number of 0 or more")

    def __new__(cls, value: int) -> Self:
        """Take the number, if something can be counted by it."""
        if value < 0:
            raise ValueError(f"{value!r} counts nothing")
        return super().__new__(cls, value)


class Share(float):
    """A part of a whole, from 0 to 1. Raises `ValueError` for anything else."""

    __slots__ = ()
    expected: ClassVar[Words] = Words("0到1之间的数", "a number from 0 to 1")

    def __new__(cls, value: float) -> Self:
        """Take the number, if it can be a part of a whole."""
        if not 0 <= value <= 1:
            raise ValueError(f"{value!r} is no part of a whole")
        return super().__new__(cls, value)


class Ratio(float):
    """How many times one figure is another: more than 1. Raises `ValueError` for anything else."""

    __slots__ = ()
    expected: ClassVar[Words] = Words("大于1的数", "a number greater than 1")

    def __new__(cls, value: float) -> Self:
        """Take the number, if something can be that many times as great."""
        if not 1 < value < float("inf"):
            raise ValueError(f"{value!r} makes nothing greater")
        return super().__new__(cls, value)


# 29 February is no day of every year.
_EVERY_YEAR = re.compile(
    r"02-(?:0[1-9]|1\d|2[0-8])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])"
)


class Day(str):
    """A day of any year, written as month and day: 01-31. Raises `ValueError` for anything else."""

    __slots__ = ()
    expected: ClassVar[Words] = Words("每年都有的月和日，如 01-31", "month and day of any year, such as 01-31")

    def __new__(cls, text: str) -> Self:
        """Take the text, if it is a day of every year."""
        if not _EVERY_YEAR.fullmatch(text):
            raise ValueError(f"{text!r} is no day of every year, such as 01-31")
        return super().__new__(cls, text)

    def of(self, year: int) -> date:
        """Give the day in one year."""
        return date.fromisoformat(f"{year:04}-{self}")
