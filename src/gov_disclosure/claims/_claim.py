"""A claim: what a sentence says about which cells."""

from decimal import Decimal

from attrs import frozen

__all__ = ["Claim", "Reading"]

Reading = tuple[str, ...]
"""The addresses whose figures make up a claim when they are added."""


@frozen
class Claim:
    """One figure that a text asserts.

    An address is that of a cell (``requests.received.total``), of a group of rows or columns, whose
    figure is the sum of its members (``requests.refused.total``, ``requests.received.organization``,
    ``review_litigation.litigation.total``), or one of ``other_matters.processing_fee.amount`` (元) and
    ``other_matters.processing_fee.cases`` (件), for which the form has no cell.
    """

    readings: tuple[Reading, ...]
    """The ways in which the figure can be meant, the likeliest first."""
    value: int | Decimal
    """件 as `int`; money as `Decimal`: 万元 for ``proactive.fees.amount``, 元 for the processing fee."""
    sentence: str
    """The sentence, without spaces."""
    quote: str
    """The clause up to the figure, as far as it takes to understand it."""
    span: tuple[int, int]
    """Where the figure stands in its paragraph, or the words that deny, or tell it of the figure before."""
    part: str = "overview"
    """The address of the text: the name of the part, or ``preamble``."""
    paragraph: int = 0
    """Which paragraph of the part it is, from 0 on."""
    step: Decimal = Decimal(0)
    """By how much a figure may differ because this one is rounded; 0 if it is exact."""

    @property
    def addresses(self) -> Reading:
        """Every address that any reading names, each once."""
        return tuple(dict.fromkeys(address for reading in self.readings for address in reading))

    def agrees(self, figure: int | Decimal) -> bool:
        """Tell whether a figure of a table is what the text says, as exactly as it says it."""
        return self.value == figure or abs(Decimal(self.value) - figure) < self.step
