"""The policy of a check: which rules run, how they weigh, what a place has set, what is waived."""

from ._policy import Policy, Published

__all__ = ["Policy", "Published"]
