"""What can be wrong with a policy whose shape is right: names of nothing, values that a rule cannot use."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from .._hints import did_you_mean
from ..diagnostics import DIAGNOSTICS
from ..errors import InvalidRule, UnknownEdition
from ..findings import Severity
from ..forms import FORMS, form_for
from ..rules import RULES, Rule, Waiver
from ..rules._outcomes import known_addresses
from ..words import Words, fold
from ._data import KINDS, WRONG

if TYPE_CHECKING:
    from ._policy import Policy, Published

__all__ = ["READING", "problems"]

READING = "reading"
"""The group of what a reader may say about a source."""
_WORDS = ("on", "off", *Severity)

_NO_RULE = Words("没有这条规则或这一组规则。{meant}", "there is no such rule or group of rules. {meant}")
_NO_SETTING = Words(
    "规则 {rule} 没有这个阈值；可用：{known}。{meant}", "the rule {rule} has no such setting; it has {known}. {meant}"
)
_NO_WORD = Words("应为 {known} 之一，实际为 {found}", "expected one of {known}, found {found}")
_NO_VALUE = Words(
    "应为{expected}（默认值 {default}），实际为 {found}", "expected {expected} (by default {default}), found {found}"
)
_NO_TABLE = Words("应为阈值的表，如 {example}，实际为 {found}", "expected a table, such as {example}, found {found}")
_NO_PLACE = Words("格式中没有“{found}”这个位置。{meant}", "no form has the place {found!r}. {meant}")
_NO_CELL = Words("没有这个单元格。{meant}", "there is no such cell. {meant}")
_TOO_EARLY = Words(
    "{year}年的年度报告在次年公布，{date}早于次年；请核对日期和年度",
    "a report for {year} is published in the year after, and {date} is before it; check day and year",
)
_TWICE = Words(
    "这个机关{year}年的公布日期前面已写为 {date}", "the day of this organ for {year} was given before: {date}"
)
_TAKEN = Words(
    "这个名称已有规则使用；请给函数换一个名称。", "a rule has this name already; give the function another one."
)
_NO_OBJECT = Words(
    "应为 {kind}，实际为 {found}；字典和文字用 Policy.from_dict",
    "expected {kind}, found {found}; Policy.from_dict takes dictionaries",
)
_NO_RULE_AT_ALL = Words(
    "应为 @gd.rule(...) 声明的规则，实际为 {found}。", "expected a rule declared with @gd.rule(...), found {found}."
)
_TABLES, _LISTS = ("rules", "settings"), ("waivers", "published", "own_rules")
_A_TABLE, _A_LIST = Words("字典", "a dictionary"), Words("列表", "a list")

Problem = tuple[str, Words]


def problems(policy: "Policy") -> Iterator[Problem]:
    """Walk what is wrong, with its place. Raises `InvalidRule` for a rule under a name that is taken."""
    yield from _of_shapes(policy)
    yield from _of_kinds(policy)
    if not (policy.rules or policy.settings or policy.waivers or policy.own_rules or policy.published):
        return
    rules = _known(policy.own_rules)
    names = (*rules, *DIAGNOSTICS)
    groups = {rule.group for rule in rules.values()} | {READING}
    yield from _of_words(policy.rules, (*names, *sorted(groups)))
    yield from _of_settings(policy.settings, rules)
    yield from _of_waivers(policy.waivers, names)
    yield from _of_published(policy.published)


def _of_shapes(policy: Any) -> Iterator[Problem]:
    """Look whether tables are tables and lists are lists."""
    for names, kind, expected in ((_TABLES, Mapping, _A_TABLE), (_LISTS, tuple, _A_LIST)):
        for name in names:
            if not isinstance(getattr(policy, name), kind):
                yield name, WRONG.format(expected=expected, found=repr(getattr(policy, name)))


def _of_kinds(policy: Any) -> Iterator[Problem]:
    """Look at what was given in Python, where no file has been held to its shape."""
    from ._policy import Published

    for name, kind in (("waivers", Waiver), ("published", Published)):
        for number, value in enumerate(getattr(policy, name)):
            if not isinstance(value, kind):
                found = type(value).__name__
                yield f"{name}[{number}]", _NO_OBJECT.format(kind=f"gd.{kind.__name__}(...)", found=found)
    if policy.today is not None and not isinstance(policy.today, date):
        yield "today", _NO_OBJECT.format(kind="datetime.date(...)", found=repr(policy.today))


def _known(own: tuple[object, ...]) -> dict[str, Rule]:
    """Give all rules by their names, one's own among them."""
    rules = dict(RULES)
    for rule in own:
        if not isinstance(rule, Rule):
            name = getattr(rule, "__name__", repr(rule))
            raise InvalidRule(name, _NO_RULE_AT_ALL.format(found=type(rule).__name__))
        if rule.name in rules or rule.name in DIAGNOSTICS:
            raise InvalidRule(rule.name, _TAKEN)
        rules[rule.name] = rule
    return rules


def _of_words(words: Mapping[str, str], known: tuple[str, ...]) -> Iterator[Problem]:
    for name, word in words.items():
        if name not in known:
            yield f"rules.{name}", _NO_RULE.format(meant=did_you_mean(str(name), known))
        elif word not in _WORDS:
            yield f"rules.{name}", _NO_WORD.format(known=", ".join(_WORDS), found=repr(word))


def _of_settings(settings: Mapping[str, object], rules: Mapping[str, Rule]) -> Iterator[Problem]:
    for name, values in settings.items():
        if name not in rules:
            yield f"settings.{name}", _NO_RULE.format(meant=did_you_mean(str(name), rules))
        elif not isinstance(values, Mapping):
            example = next(iter(rules[name].settings), "-")
            yield f"settings.{name}", _NO_TABLE.format(example=f"{{ {example} = ... }}", found=repr(values))
        else:
            yield from _of_values(rules[name], values)


def _of_values(rule: Rule, values: Mapping[str, object]) -> Iterator[Problem]:
    for key, value in values.items():
        place = f"settings.{rule.name}.{key}"
        if key not in rule.settings:
            known = ", ".join(rule.settings) or "-"
            yield place, _NO_SETTING.format(rule=rule.name, known=known, meant=did_you_mean(str(key), rule.settings))
            continue
        default = rule.settings[key]
        if not _alike(value, default):
            yield place, _NO_VALUE.format(expected=_expected(default), default=repr(default), found=repr(value))


def _expected(default: object) -> Words:
    """Say what may stand in the place of a default."""
    kind = type(default)
    own = getattr(kind, "expected", None)
    return own if isinstance(own, Words) else KINDS.get(kind, Words(kind.__name__, kind.__name__))


def _alike(value: object, default: object) -> bool:
    """Tell whether a value can stand for a default: its kind takes it, and takes it as it is."""
    if any(isinstance(value, kind) is not isinstance(default, kind) for kind in (bool, str)):
        return False
    try:
        return bool(type(default)(value) == value)  # type: ignore[call-arg]  # a kind of number or text takes one value
    except (TypeError, ValueError, OverflowError):
        return False


def _of_waivers(waivers: tuple[Waiver, ...], known: tuple[str, ...]) -> Iterator[Problem]:
    cells = frozenset(address for form in FORMS.values() for address in form.places)
    places = known_addresses()
    for number, waiver in enumerate(waivers):
        here = f"waivers[{number}]"
        if waiver.rule not in known:
            yield f"{here}.rule", _NO_RULE.format(meant=did_you_mean(waiver.rule, known))
        for address in waiver.where:
            if address not in places:
                yield f"{here}.where", _NO_PLACE.format(found=address, meant=did_you_mean(address, places))
        for address, _ in waiver.cells:
            if address not in cells:
                yield f"{here}.cells.{address}", _NO_CELL.format(meant=did_you_mean(address, cells))
        yield from _of_year(here, waiver.year)
        if waiver.year is not None and waiver.expires is not None:
            yield from _too_early(f"{here}.expires", waiver.year, waiver.expires)


def _of_published(published: "tuple[Published, ...]") -> Iterator[Problem]:
    known: dict[tuple[str, int], date] = {}
    for number, entry in enumerate(published):
        here = f"published[{number}]"
        yield from _of_year(here, entry.year)
        yield from _too_early(f"{here}.date", entry.year, entry.date)
        before = known.setdefault((fold(entry.organization), entry.year), entry.date)
        if before != entry.date:
            yield f"{here}.date", _TWICE.format(year=entry.year, date=before.isoformat())


def _of_year(here: str, year: int | None) -> Iterator[Problem]:
    if year is not None:
        try:
            form_for(year)
        except UnknownEdition as error:
            yield f"{here}.year", Words(error.say("zh"), error.say("en"))


def _too_early(place: str, year: int, day: date) -> Iterator[Problem]:
    if day.year <= year:
        yield place, _TOO_EARLY.format(year=year, date=day.isoformat())
