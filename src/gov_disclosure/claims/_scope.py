"""What a sentence has said so far, as far as it tells what its next figure counts."""

from collections.abc import Iterable, Sequence

from attrs import Factory, define, evolve

from ..names import Line
from ._lexer import Token
from .numbers import Quantity

__all__ = ["EITHER", "OTHER_SUBJECTS", "SUBJECTS", "Rows", "Scope", "has", "values"]

Rows = tuple[tuple[str, ...], ...]
"""The rows of table 3 that a total may be of: each is one way to read it, as a sum of rows."""

EITHER: Rows = ((Line.RECEIVED,), (Line.RECEIVED, Line.CARRIED_IN))

OTHER_SUBJECTS = ("remedy", "document", "decision", "fee", "processing")
SUBJECTS = {"request": "request", "ask": "request", **dict(zip(OTHER_SUBJECTS, OTHER_SUBJECTS, strict=True))}
"""What is counted, by the families of the words that say so."""


def has(tokens: Iterable[Token], *families: str) -> bool:
    """Tell whether a word of some families is among tokens."""
    for token in tokens:  # noqa: SIM110  # asked some hundred times a report, and twice as fast as any()
        if token.family in families:
            return True
    return False


def values(tokens: Iterable[Token], family: str) -> list[object]:
    """Give the values of the tokens of a family, each once."""
    return list(dict.fromkeys(token.value for token in tokens if token.family == family))


@define
class Scope:
    """What is spoken of; a bracket has a scope of its own."""

    subject: str = ""
    """What is counted; ``unclear`` after words that nobody knows, ``other`` where remedies are among them."""
    rows: list[object] = Factory(list)
    """The rows of the last remedies, documents or decisions."""
    measure: object = None
    """What the last figure of documents counted."""
    unended: int = 0
    """How many figures of remedies stand before since it was told how they ended."""
    disclosure: bool = False
    """Whether requests for information, or remedies about them, were spoken of."""
    results: int = 0
    """What the results that were told come to."""
    timely: bool = True
    """Whether it is the year of the report that is spoken of."""
    blocked: bool = False
    """Whether words that nobody knows stand before all that follows: 在征地领域."""
    narrowed: bool = False
    """Whether what follows may be a part that the tables do not tell: a topic, a channel, another body."""
    parted: bool = False
    """Whether the parts of a whole are told: 其中."""
    aside: bool = False
    """Whether it is a bracket."""
    cohort: bool = False
    """Whether it is the year's own requests only, or those that were carried in."""
    totals: Rows = ((Line.RECEIVED,),)
    """What the last total of requests may be; its applicants are of the same."""
    total: int | None = None
    """Which claim is the last total of what was received."""
    things: bool = False
    """Whether that total is of 项, 条 or 个: things that were asked for, and not requests."""
    whole: int | None = None
    """The last total of requests, and what its parts have come to; when they make it up, it is spoken of again."""
    parts: int = 0
    group: object = None
    """The group of results that the last figure was about."""
    of_group: object = None
    """The group of results whose parts are told."""
    applicant: object = None
    """The applicants of the last figure, of whom results may be told."""

    def times(self, words: Sequence[Token]) -> None:
        """Note which year is spoken of; one that is compared with, or carried from or to, does not count."""
        compared, moved = has(words, "compare"), has(words, "carry", "open")
        # 将于2024年答复 carries over.
        moved_on = has(words, "concluded", "handled")
        this = other = False
        for token in words:
            if token.family == "this":
                this = True
            elif token.family == "othertime":
                # What was carried in may well be answered in January.
                other |= not (moved and token.value is None)
            elif token.family in ("last", "next"):
                other |= not moved and not (token.family == "next" and moved_on)
        if this or (other and not compared):
            # 2022年和2023年共收到: two years together are not this one.
            self.timely = not other or compared

    def speak_of(self, words: Sequence[Token]) -> None:
        """Carry what a clause is about on to the next one."""
        last = next((token.family for token in reversed(words) if token.family in SUBJECTS), None)
        last = next((family for family in ("remedy", "processing") if has(words, family)), last)
        if last is not None:
            self.subject, self.rows = SUBJECTS[last], values(words, last)

    def count(self, amount: Quantity, *, unread: bool) -> None:
        """Note a part of the whole; one that cannot be read narrows what follows until the parts make it up."""
        self.narrowed |= unread
        if not amount.money:
            self.parts += int(amount.value)
        if self.whole is not None and self.parts == self.whole:
            self.narrowed = self.parted = False
            self.applicant, self.parts = None, 0

    def bracket(self, row: str | None) -> "Scope":
        """Give what a bracket begins with that stands behind a result, or behind anything else."""
        totals: Rows = ((row,),) if row else self.totals
        scope = evolve(self, parted=True, aside=True, rows=list(self.rows), totals=totals)
        scope.whole, scope.of_group = 0 if row else self.whole, self.group
        return scope

    def onward(self) -> "Scope":
        """Give what the next sentence of the paragraph begins with."""
        scope = Scope(results=self.results, whole=self.whole, totals=self.totals, timely=self.timely)
        scope.applicant, scope.subject = self.applicant, self.subject
        if self.narrowed:
            scope.subject = "unclear"
        elif self.subject not in ("unclear", "other"):
            scope.rows, scope.measure, scope.unended = list(self.rows), self.measure, self.unended
            scope.disclosure = self.disclosure and self.subject == "remedy"
        else:
            scope.subject = ""
        return scope
