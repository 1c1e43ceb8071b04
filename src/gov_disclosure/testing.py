"""For the tests of rules of one's own: try a rule on the examples that it was declared with."""

from .findings import Findings, Origin
from .rules import Rule
from .rules._engine import run

__all__ = ["check_rule"]


def check_rule(rule: Rule) -> None:
    """Try a rule on its examples: it must hold in every passing one and fail in every failing one.

    An example is anything that the rule speaks of, or something with such things in it, such as a
    whole report. Raises `AssertionError` with the first example that went otherwise, or if there are
    no examples of one kind, and whatever the rule itself raises; to be called in a test.
    """
    for kind, examples in (("passing", rule.passing), ("failing", rule.failing)):
        if not examples:
            raise AssertionError(f"{rule.name} has no {kind} example")
        for number, example in enumerate(examples, 1):
            found = run(example, (rule,), strict=True)
            if not _as_expected(found, rule, passing=kind == "passing"):
                raise AssertionError(f"{rule.name}: {kind} example {number} {_said(found)}")


def _as_expected(found: Findings, rule: Rule, *, passing: bool) -> bool:
    if passing:
        return rule.name in found.passed
    return bool(found.items) and all(doubt.origin is not Origin.RULE for doubt in found.not_assessable)


def _said(found: Findings) -> str:
    """Tell what came of an example: what was found, or that the rule was never run on it."""
    if found.passed:
        return "passes"
    said = [*map(str, found.items), *(f"not assessable: {doubt}" for doubt in found.not_assessable)]
    return f"gives: {'; '.join(said)}" if said else "has nothing in it that the rule speaks of"
