"""What can be wrong with a policy whose shape is right: names of nothing, values that a rule cannot use."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from ..diagnostics import DIAGNOSTICS
from ..errors import InvalidRule
from ..findings import Severity
from ..forms import FORMS
from ..rules import RULES, Rule, Waiver
from ..words import Words

__all__ = ["READING", "problems"]

READING = "reading"
"""The group of what a reader may say about a source."""
_WORDS = ("on", "off", *Severity)

_NO_RULE = Words("没有这条规则或这一组规则。{meant}", "there is no such rule or group of rules. {meant}")
_NO_SETTING = Words("规则 {rule} 没有这个阈值；可用：{known}", "the rule {rule} has no such setting; it has {known}")
_NO_WORD = Words("应为 {known} 之一，实际为 {found}", "expected one of {known}, found {found}")
_NO_VALUE = Words("应与默认值 {default} 同类，实际为 {found}", "expected something like {default}, found {found}")
_NO_CELL = Words("没有这个单元格。{meant}", "there is no such cell. {meant}")
_MEANT = Words("是否指 {name}？", "Did you mean {name}?")
_TAKEN = Words(
    "这个名称已有规则使用；请给函数换一个名称。", "a rule has this name already; give the function another one."
)
_NO_RULE_AT_ALL = Words(
    "应为 @gd.rule(...) 声明的规则，实际为 {found}。", "expected a rule declared with @gd.rule(...), found {found}."
)

Problem = tuple[str, Words]


def problems(
    words: Mapping[str, str],
    settings: Mapping[str, object],
    waivers: tuple[Waiver, ...],
    own: tuple[object, ...],
) -> Iterator[Problem]:
    """Walk what is wrong, with its place. Raises `InvalidRule` for a rule under a name that is taken."""
    if not (words or settings or waivers or own):
        return
    rules = dict(RULES)
    for rule in own:
        if not isinstance(rule, Rule):
            name = getattr(rule, "__name__", repr(rule))
            raise InvalidRule(name, _NO_RULE_AT_ALL.format(found=type(rule).__name__))
        if rule.name in rules or rule.name in DIAGNOSTICS:
            raise InvalidRule(rule.name, _TAKEN)
        rules[rule.name] = rule
    names = (*rules, *DIAGNOSTICS)
    groups = {rule.group for rule in rules.values()} | {READING}
    yield from _of_words(words, (*names, *sorted(groups)))
    yield from _of_settings(settings, rules)
    yield from _of_waivers(waivers, names)


def _meant(name: str, known: tuple[str, ...]) -> Words:
    close = get_close_matches(name, known, 1)
    return _MEANT.format(name=close[0]) if close else Words("", "")


def _of_words(words: Mapping[str, str], known: tuple[str, ...]) -> Iterator[Problem]:
    for name, word in words.items():
        if name not in known:
            yield f"rules.{name}", _NO_RULE.format(meant=_meant(name, known))
        elif word not in _WORDS:
            yield f"rules.{name}", _NO_WORD.format(known=", ".join(_WORDS), found=repr(word))


def _of_settings(settings: Mapping[str, object], rules: Mapping[str, Rule]) -> Iterator[Problem]:
    for name, values in settings.items():
        if name not in rules:
            yield f"settings.{name}", _NO_RULE.format(meant=_meant(name, tuple(rules)))
        elif not isinstance(values, Mapping):
            yield f"settings.{name}", _NO_VALUE.format(default="{...}", found=repr(values))
        else:
            yield from _of_values(rules[name], values)


def _of_values(rule: Rule, values: Mapping[str, object]) -> Iterator[Problem]:
    for key, value in values.items():
        place = f"settings.{rule.name}.{key}"
        if key not in rule.settings:
            known = ", ".join(rule.settings) or "-"
            yield place, _NO_SETTING.format(rule=rule.name, known=known)
        elif not _alike(value, rule.settings[key]):
            yield place, _NO_VALUE.format(default=repr(rule.settings[key]), found=repr(value))


def _alike(value: object, default: object) -> bool:
    """Tell whether a value can stand for a default: its kind takes it, and takes it as it is."""
    if isinstance(value, bool) is not isinstance(default, bool) or isinstance(value, str) is not isinstance(
        default, str
    ):
        return False
    try:
        return bool(type(default)(value) == value)  # type: ignore[call-arg]  # a kind of number or text takes one value
    except (TypeError, ValueError, OverflowError):
        return False


def _of_waivers(waivers: tuple[Waiver, ...], known: tuple[str, ...]) -> Iterator[Problem]:
    cells = tuple(dict.fromkeys(address for form in FORMS.values() for address in form.places))
    for number, waiver in enumerate(waivers):
        if waiver.rule not in known:
            yield f"waivers[{number}].rule", _NO_RULE.format(meant=_meant(waiver.rule, known))
        for address, _ in waiver.cells:
            if address not in cells:
                yield f"waivers[{number}].cells.{address}", _NO_CELL.format(meant=_meant(address, cells))
