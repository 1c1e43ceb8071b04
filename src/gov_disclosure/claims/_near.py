"""What stands around a quantity, and what a sentence has said before it."""

from collections.abc import Iterable, Sequence

from attrs import Factory, define, frozen

from ..names import Line, Section
from ._claim import Reading
from ._lexicon import Token

__all__ = ["SUBJECTS", "Near", "Readings", "State", "address", "has", "joined", "values"]

Readings = tuple[Reading, ...]

SUBJECTS = frozenset({"request", "ask", "other", "remedy", "document", "decision", "fee", "processing"})
"""The families of words that say what is counted."""


def address(section: Section, row: object, column: object = "total") -> str:
    """Give the address of a cell or a group."""
    return f"{section}.{row}.{column}"


def has(tokens: Iterable[Token], *families: str) -> bool:
    """Tell whether a word of some families is among tokens."""
    for token in tokens:  # noqa: SIM110  # asked some hundred times a report, and twice as fast as any()
        if token.family in families:
            return True
    return False


def values(tokens: Iterable[Token], *families: str) -> list[object]:
    """Give the values of the tokens of some families, each once."""
    return list(dict.fromkeys(token.value for token in tokens if token.family in families))


@define
class State:
    """What a sentence has said so far."""

    text: str
    tokens: Sequence[Token]
    places: Sequence[int]
    """Where each character of the sentence stands in its paragraph."""
    year: int | None
    part: str
    paragraph: int
    topic: bool
    """Whether the text before it is about requests for information."""
    subject: str = ""
    rows: list[object] = Factory(list)
    """The rows of the last subject: remedies, documents or decisions."""
    measure: object = None
    """What the last figure of documents counted."""
    totals: tuple[tuple[str, ...], ...] = ((Line.RECEIVED,), (Line.RECEIVED, Line.CARRIED_IN))
    """The rows that the last total of requests was of; its applicants are of the same."""
    listed: tuple[tuple[str, ...], ...] = ()
    """The rows that the last verb of the clause may mean; they hold for what is listed after it."""
    timely: bool = True
    """Whether it speaks of the year of the report."""
    parted: bool = False
    """Whether it has come to the parts of a whole."""
    mixed: bool = False
    """Whether it has counted something else, of which what follows may be a part."""

    spoilt: set[Readings] = Factory(set)
    """What several bodies are counted under one by one, so that no figure of it is that of the whole."""

    @property
    def anchored(self) -> bool:
        """Whether it is about requests for information at all."""
        return self.topic or has(self.tokens, "request", "group", "leaf", "carry", "carry_year")

    def of_disclosure(self, *, none: bool) -> bool:
        """Tell whether remedies in it are those about the disclosure of information.

        Where there was none of them in general, there was none about disclosure.
        """
        if none and not has(self.tokens, "decision", "other", "void"):
            return True
        named = "信息公开" in self.text or has(self.tokens, "request")
        return named or self.topic or self.part == Section.REVIEW_LITIGATION


@frozen
class Near:
    """The words before a quantity, back to the last comma or quantity, and those after it."""

    before: Sequence[Token]
    after: Sequence[Token]
    unit: str
    zero: bool
    """Whether the figure is 0: none of several things is none of each."""
    inside: bool
    """Whether it stands in brackets."""


def joined(addresses: Sequence[str], near: Near) -> list[Readings]:
    """Take one figure under several addresses as the figure of each, or of all together."""
    if near.zero or has(near.before, "each", "respectively"):
        return [((one,),) for one in addresses]
    return [(tuple(addresses),)] if addresses else []
