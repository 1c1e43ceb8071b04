"""Rules of other packages, found by their entry points and loaded only when somebody asks for them."""

from collections.abc import Iterable, Iterator
from types import ModuleType

from ..errors import InvalidRule
from ..words import Words
from ._engine import Rule

__all__ = ["GROUP", "load_rules"]

GROUP = "gov_disclosure.rules"
"""The group of entry points: each names a rule, several in a sequence, or a module with rules in it."""


def load_rules() -> tuple[Rule, ...]:
    """Load the rules that installed packages offer, sorted by their names.

    Runs code of those packages. Raises `InvalidRule` if one offers something else, or two offer
    rules of one name.
    """
    from importlib.metadata import entry_points

    points = sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value))
    rules = [rule for point in points for rule in _offered(point.name, point.load())]
    taken: dict[str, Rule] = {}
    for rule in rules:
        if taken.setdefault(rule.name, rule) is not rule:
            raise InvalidRule(
                rule.name, Words("有两个包都提供这个名称的规则。", "two packages offer a rule of this name.")
            )
    return tuple(taken[name] for name in sorted(taken))


def _offered(name: str, offer: object) -> Iterator[Rule]:
    if isinstance(offer, Rule):
        yield offer
    elif isinstance(offer, ModuleType):
        yield from (value for value in vars(offer).values() if isinstance(value, Rule))
    elif isinstance(offer, Iterable) and not isinstance(offer, str):
        for value in offer:
            yield from _offered(name, value)
    else:
        found = type(offer).__name__
        problem = Words(
            f"应为规则、规则的序列或模块，实际为 {found}。", f"expected a rule, rules or a module, found {found}."
        )
        raise InvalidRule(name, problem)
