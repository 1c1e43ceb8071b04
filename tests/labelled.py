"""The labelled sentences of ``tests/claims``: what each asserts, as a person reads it."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from attrs import frozen

from gov_disclosure.claims import Claim, claims_in

SENTENCES = Path(__file__).parent / "claims"
SETS = tuple(sorted(path.stem for path in SENTENCES.glob("*.toml")))
"""The names of the files; each says at its head what it holds, and how it was first measured."""

Assertion = tuple[frozenset[tuple[str, ...]], Decimal]
"""The readings that a figure has, each the addresses that are added, and the figure."""


@frozen
class Score:
    """How many assertions were found rightly, found though nobody made them, and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what is asserted that was found."""
        return self.right / (self.right + self.missed)


def labelled(name: str) -> list[dict[str, Any]]:
    """Give the sentences of one file: text, what it asserts, and its part and year where they matter."""
    sentences: list[dict[str, Any]] = tomllib.loads((SENTENCES / f"{name}.toml").read_text("utf-8"))["sentence"]
    return sentences


def expected(sentence: dict[str, Any], key: str = "claims") -> set[Assertion]:
    """Give what a sentence asserts; ``a | b + c`` is one of two readings, the second a sum.

    What it has under ``maybe`` can be read so, and need not be: to find it is neither right nor wrong.
    """
    return {
        (frozenset(tuple(sorted(reading.split(" + "))) for reading in readings.split(" | ")), Decimal(value))
        for readings, value in sentence.get(key, {}).items()
    }


def found(sentence: dict[str, Any]) -> set[Assertion]:
    """Give what the grammar reads in a sentence."""
    claims = claims_in(sentence["text"], part=sentence.get("part", "overview"), year=sentence.get("year", 2023))
    return {assertion(claim) for claim in claims}


def assertion(claim: Claim) -> Assertion:
    """Give a claim as the labels have it."""
    return frozenset(tuple(sorted(reading)) for reading in claim.readings), Decimal(claim.value)


def allowed(claim: Assertion, maybe: set[Assertion]) -> bool:
    """Tell whether a claim is one of those that may be made, in one of its readings."""
    return any(claim[1] == figure and claim[0] & readings for readings, figure in maybe)


def score(*names: str) -> Score:
    """Score the grammar on some files."""
    right = wrong = missed = 0
    for sentence in (sentence for name in names for sentence in labelled(name)):
        ours, theirs, maybe = found(sentence), expected(sentence), expected(sentence, "maybe")
        right += len(ours & theirs)
        wrong += sum(not allowed(claim, maybe) for claim in ours - theirs)
        missed += len(theirs - ours)
    return Score(right, wrong, missed)
