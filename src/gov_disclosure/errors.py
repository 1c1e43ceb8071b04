"""The errors: each names the place, what was found, what was expected and what to do.

An error prints its sentence in Chinese; ``error.say("en")`` gives it in English. Every error is
a `DisclosureError` and also the builtin kind that a caller would expect.
"""

from typing import Any, ClassVar

import attrs
from attrs import frozen

from .words import Language, Words

__all__ = [
    "BlankCell",
    "CannotRead",
    "CannotWrite",
    "DisclosureError",
    "FindingsPresent",
    "InvalidCell",
    "InvalidChoice",
    "InvalidPolicy",
    "InvalidReport",
    "InvalidRule",
    "NoSuchCell",
    "NotAReport",
    "UnknownEdition",
    "UnreadableSource",
]


@frozen(str=False)
class DisclosureError(Exception):
    """The root of all errors that the library raises on purpose."""

    template: ClassVar[Words] = Words("政府信息公开年度报告处理出错。", "Something is wrong with a disclosure report.")

    def say(self, lang: Language = "zh") -> str:
        """Give the sentence in the language asked for."""
        values = {a.name: getattr(self, a.name) for a in attrs.fields(type(self))}
        return self.template.format(**values).say(lang)

    def __str__(self) -> str:
        return self.say()

    def __reduce__(self) -> str | tuple[Any, ...]:
        """Send an error as its kind and what it is made of, as every exception is sent.

        It is said here because libraries for clusters (tblib) take a class that does not say it for
        one that cannot be made again, and set attributes one by one, which frozen errors refuse.
        """
        return super().__reduce__()


@frozen(str=False)
class BlankCell(DisclosureError, KeyError):
    """A number was asked for where the report has none: the cell is blank or holds a mark."""

    template = Words(
        "{where}没有数字（{found}）。空白不等于0；可用 get() 取得 None，或先用 with_cells() 填写。",
        "{where} holds no number ({found}). A blank is not 0; use get() for None, or fill it with with_cells() first.",
    )
    where: Words
    found: Words


@frozen(str=False)
class NoSuchCell(DisclosureError, KeyError):
    """The edition has no such row, column or cell."""

    template = Words(
        "{edition}年格式的{table}没有“{found}”。{meant}",
        "The {table} table of the {edition} form has no {found!r}. {meant}",
    )
    edition: int
    table: Words
    found: str
    meant: Words


@frozen(str=False)
class InvalidCell(DisclosureError, ValueError):
    """A value cannot stand in a cell."""

    template = Words("{where}不能填“{found}”：{expected}", "{where} cannot hold {found!r}: {expected}")
    where: Words
    found: str
    expected: Words


@frozen(str=False)
class InvalidChoice(DisclosureError, ValueError):
    """Something is asked for by a word that is none of those that there are."""

    template = Words("{name} 应为 {known} 之一，实际为“{found}”。", "{name} must be one of {known}, found {found!r}.")
    name: str
    known: Words
    found: str


@frozen(str=False)
class InvalidReport(DisclosureError, ValueError):
    """Data are not a report in the shape that was promised, such as JSON of something else."""

    template = Words("{path} 处应为{expected}，实际为 {found}。", "At {path}: expected {expected}, found {found}.")
    path: str
    expected: Words
    found: str | Words

    def __str__(self) -> str:
        return f"{self.say('zh')} {self.say('en')}"


@frozen(str=False)
class InvalidPolicy(DisclosureError, ValueError):
    """A policy says something that no policy can say, such as the name of a rule that there is not."""

    template = Words("审核口径{source}的 {place} 有误：{problem}", "The policy {source} is wrong at {place}: {problem}")
    source: str
    place: str
    problem: Words


@frozen(str=False)
class InvalidRule(DisclosureError, TypeError, ValueError):
    """Something is offered as a rule that is none, or under a name that is taken, or with a value that no rule has."""

    template = Words("“{name}”不能作为规则：{problem}", "{name!r} cannot be a rule: {problem}")
    name: str
    problem: Words


@frozen(str=False)
class UnknownEdition(DisclosureError, LookupError):
    """There is no form of that edition or for that year."""

    template = Words(
        "没有“{found}”对应的格式：已有 {known} 年格式，适用于2019年及以后的年度报告。",
        "There is no form for {found!r}: the editions are {known}, for the reports of 2019 and later.",
    )
    found: str
    known: Words


@frozen(str=False)
class CannotRead(DisclosureError, ValueError):
    """A source could not be read as a report."""


@frozen(str=False)
class UnreadableSource(CannotRead):
    """The bytes are not what any reader understands: empty, a picture, damaged, too large."""

    template = Words("无法读取{source}：{found}。{advice}", "Cannot read {source}: {found}. {advice}")
    source: str | Words
    found: Words
    advice: Words


@frozen(str=False)
class NotAReport(CannotRead):
    """The source was read, but it holds no annual report."""

    template = Words(
        "{source}不是政府信息公开工作年度报告：查找了{looked_for}，找到的是{found}。",
        "{source} is not a government information disclosure annual report: looked for {looked_for}, found {found}.",
    )
    source: str | Words
    looked_for: Words
    found: Words


@frozen(str=False)
class CannotWrite(DisclosureError, ValueError):
    """A report cannot be written the way that was asked for."""

    template = Words("无法写出“{target}”：{expected}", "Cannot write {target!r}: {expected}")
    target: str
    expected: Words


@frozen(str=False)
class FindingsPresent(DisclosureError, ValueError):
    """A check found errors; `findings` has them all."""

    template = Words("检查发现{count}处错误：\n{listing}", "The check found {count} error(s):\n{listing}")
    count: int
    listing: Words
    findings: object
