"""What the command line says to arguments that it does not take, in both languages; loaded only when it must."""

import re
from argparse import ArgumentTypeError
from collections.abc import Iterable

from ._hints import did_you_mean
from .words import Words

__all__ = ["no_day", "no_limit", "refusal", "unknown"]

# What argparse says in English only.
_SAID = (
    (
        r"argument (?P<option>\S+): invalid choice: (?P<found>'.*?') \(choose from (?P<known>.*)\)",
        Words("{option} 应为 {known} 之一，实际为 {found}", "{option} must be one of {known}, found {found}"),
    ),
    (
        r"argument (?P<option>\S+): expected (?:at least )?one argument",
        Words("{option} 后面缺少值", "{option} needs a value"),
    ),
    (
        r"argument (?P<option>\S+): ignored explicit argument (?P<found>'.*')",
        Words("{option} 不带值，实际为 {found}", "{option} takes no value, found {found}"),
    ),
    (r"argument (?P<option>\S+): (?P<zh>.*)\n(?P<en>.*)", Words("{option} {zh}", "{option} {en}")),
    (r"the following arguments are required: (?P<known>.*)", Words("缺少 {known}", "{known} missing")),
    (
        r"ambiguous option: (?P<found>\S+) could match (?P<known>.*)",
        Words("{found} 不明确，可能是 {known}", "{found} may be {known}"),
    ),
)
_UNKNOWN = Words("没有 {found} 这个选项。{meant}", "there is no option {found}. {meant}")
_NO_DAY = Words("应为日期，如 2025-01-24，实际为“{found}”", "must be a day, such as 2025-01-24, found “{found}”")


_NO_LIMIT = Words(
    "应为上限的名称和1以上的整数，如 pages=2000，实际为“{found}”。上限有 {known}",
    "must be the name of a limit and a number from 1 on, such as pages=2000, found “{found}”. The limits are {known}",
)


def refusal(said: str) -> Words:
    """Say what argparse found in both languages, where it is known."""
    for pattern, words in _SAID:
        found = re.fullmatch(pattern, said)
        if found is not None:
            # Some versions of Python quote what may be chosen.
            return words.format(**{name: value.replace("'", "") for name, value in found.groupdict().items()})
    return Words(said, said)


def unknown(found: Iterable[str], usage: str) -> Words:
    """Say that a command has no such options, and which one was meant."""
    given = [name for name in found if name.startswith("-")] or list(found)
    return _UNKNOWN.format(found=" ".join(given), meant=did_you_mean(given[0], re.findall(r"--?[a-z]+", usage)))


def no_day(text: str) -> ArgumentTypeError:
    """Say what a day looks like, a line for each language."""
    return _in_both(_NO_DAY.format(found=text))


def no_limit(text: str, known: Iterable[str]) -> ArgumentTypeError:
    """Say what a limit looks like, and which there are, a line for each language."""
    return _in_both(_NO_LIMIT.format(found=text, known=", ".join(known)))


def _in_both(words: Words) -> ArgumentTypeError:
    return ArgumentTypeError(f"{words.zh}\n{words.en}")
