"""The rules: each a short generator named for what must hold, under the sentence that it implements."""

from ._engine import RULES, Fault, Rule, Unassessable, check, rule

__all__ = ["RULES", "Fault", "Rule", "Unassessable", "check", "rule"]
