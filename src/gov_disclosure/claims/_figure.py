"""A figure with the words around it, and the sentence that it stands in."""

from collections.abc import Iterator, Sequence

from attrs import Factory, define, frozen

from ..names import Section
from ._claim import Reading
from ._lexer import Token
from ._scope import Scope, has
from .numbers import Quantity

__all__ = ["Figure", "Readings", "State", "address", "figures_of", "joined", "things_of", "without_and"]

Readings = tuple[Reading, ...]

_HEAD = frozenset({"this", "until", "organ", "part", "sum", "cumulative"})
_NOUN_PHRASE = frozenset({"request", "ask", "matter", "applicant", "everyone"})


def address(section: Section, row: object, column: object = "total") -> str:
    """Give the address of a cell or a group."""
    return f"{section}.{row}.{column}"


@define
class State:
    """A sentence, and how far it has been understood."""

    text: str
    tokens: Sequence[Token]
    places: Sequence[int]
    """Where each character of the sentence stands in its paragraph."""
    part: str
    paragraph: int
    topic: bool | None
    """Whether the text before it is about requests for information; `None` if it is about nothing yet."""
    scope: Scope = Factory(Scope)
    told: set[str] = Factory(set)
    """The addresses that were claimed."""
    spoilt: bool = False
    """Whether no figure of it is that of the organ that reports."""

    def clause(self, place: int) -> int:
        """Tell where the clause begins that holds a place."""
        return max(self.text.rfind(sign, 0, place) for sign in "，；,;（(：:") + 1

    def of_disclosure(self, figure: "Figure") -> bool:
        """Tell whether remedies are those about the disclosure of information.

        Where there was none of them in general, there was none about disclosure. Parts that are about
        disclosure say that the whole is not.
        """
        if has(self.tokens, "unrelated"):
            return False
        if figure.zero or self.topic or self.scope.disclosure or self.part == Section.REVIEW_LITIGATION:
            return True
        part = each = False
        for token in self.tokens:
            if token.family in ("matter", "request") and (each or not part):
                return True
            part |= token.family in ("part", "open_bracket") and token.start > figure.start
            # 均为政府信息公开案件 says it of all.
            each |= token.family == "each"
        return False


@frozen
class Figure:
    """A quantity with the words of its clause: those before it, and those after it up to the next one."""

    token: Token
    before: Sequence[Token]
    after: Sequence[Token]
    inside: bool = False
    """Whether it stands in brackets."""

    @property
    def amount(self) -> Quantity:
        """How much it is."""
        value: Quantity = self.token.value
        return value

    @property
    def start(self) -> int:
        """Where it stands."""
        return self.token.start

    @property
    def words(self) -> list[Token]:
        """All the words."""
        return [*self.before, *self.after]

    @property
    def zero(self) -> bool:
        """Whether it is 0: none of several things is none of each."""
        return self.amount.value == 0


def joined(addresses: Sequence[str], figure: Figure) -> list[Readings]:
    """Take one figure under several addresses as the figure of each, or of all together."""
    if figure.zero or has(figure.before, "each"):
        return [((one,),) for one in addresses]
    return [(tuple(addresses),)] if addresses else []


def figures_of(words: Sequence[Token], *, inside: bool) -> Iterator[Figure]:
    """Walk the figures of a clause with what stands before each since the last one, and after it up to the next.

    What stands between two of them is before the second, and after the first only if nothing stands
    before that one (“对5件申请收取信息处理费690元”), or if it is the noun that is counted.
    """
    places = [place for place, token in enumerate(words) if token.family == "quantity"]
    start = index = 0
    while index < len(places):
        before = without_and([token for token in words[start : places[index]] if token.family != "quantity"])
        # Who or what a clause begins with is the same for all of its figures.
        before = [*[token for token in words[:start] if token.family == "unknown"][:1], *before]
        run = _run(words, places[index:]) if has(before, "respectively") else places[index : index + 1]
        index += len(run)
        end = places[index] if index < len(places) else len(words)
        after = list(words[run[-1] + 1 : end])
        cut = next((place for place, token in enumerate(after) if token.family == "and"), len(after))
        start = run[-1] + 1 + (cut if cut < len(after) else 0)
        if cut < len(after):
            after = after if end == len(words) and has(after, "unknown") else after[:cut]
        elif end < len(words) and not has(after, "unknown") and any(token.family not in _HEAD for token in before):
            after = _noun_phrase(after)
        things = things_of(before) if len(run) > 1 else [before]
        if has(before, "unknown"):
            # Whatever it is, it may go with each of them.
            things = [before] * len(run)
        if len(things) == len(run):
            for place, thing in zip(run, things, strict=True):
                plain = [token for token in thing if token.family != "respectively"]
                yield Figure(words[place], plain, after, inside)


def _run(words: Sequence[Token], places: Sequence[int]) -> list[int]:
    """Give the figures at the beginning that only conjunctions part: 分别为2件、1件."""
    found = [places[0]]
    for place in places[1:]:
        if any(token.family != "and" for token in words[found[-1] + 1 : place]):
            break
        found.append(place)
    return found


def things_of(words: Sequence[Token]) -> list[Sequence[Token]]:
    """Divide a list of things: 行政复议、行政诉讼."""
    found: list[list[Token]] = [[]]
    for token in words:
        if token.family == "and":
            found.append([])
        else:
            found[-1].append(token)
    return [thing for thing in found if thing]


def without_and(words: Sequence[Token]) -> Sequence[Token]:
    """Leave out the conjunctions at both ends."""
    start, end = 0, len(words)
    while start < end and words[start].family == "and":
        start += 1
    while start < end and words[end - 1].family == "and":
        end -= 1
    return words[start:end]


def _noun_phrase(words: Sequence[Token]) -> list[Token]:
    """Give the nouns that follow a quantity at once: 12件政府信息公开申请."""
    end = next((place for place, token in enumerate(words) if token.family not in _NOUN_PHRASE), len(words))
    return list(words[:end])
