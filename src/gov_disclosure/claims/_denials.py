"""What is denied: 未收到申请, 没有发生行政复议, 无结转 say 0."""

from collections.abc import Iterator, Sequence

from ..names import Applicant, Line, Section
from ._lexicon import Token
from ._near import SUBJECTS, State, address, has, values
from ._others import AMOUNT, FEES
from ._requests import carried

__all__ = ["denied"]

_DECISIVE = SUBJECTS | {"carry", "carry_year", "group", "leaf", "measure"}
# Words by which something else is denied than that there was any: no loss, no complaint, no delay, nothing left open.
_ELSE = ("bad", "negation", "quantity", "ending", "level", "aside")
_OTHER_REQUESTS = ("concluded", "kind", "channel", "publish", "process")
_OTHER_DOCUMENTS = ("publish", "process")


def denied(state: State, scope: Sequence[Token]) -> Iterator[str]:
    """Walk the addresses whose figure a denial makes 0; its scope is the rest of its clause."""
    if has(scope, *_ELSE):
        return
    for element in _elements(scope):
        last = next((token for token in reversed(element) if token.family in _DECISIVE), None)
        if last is not None and last.family == "ask":
            # 行政复议申请 asks for a reconsideration.
            last = next((token for token in reversed(element) if token.family == "remedy"), last)
        if last is not None:
            yield from _addresses(state, last, element, scope)


def _elements(scope: Sequence[Token]) -> Iterator[list[Token]]:
    """Divide a list: 申请、复议和诉讼."""
    element: list[Token] = []
    for token in scope:
        if token.family == "and":
            yield element
            element = []
        else:
            element.append(token)
    yield element


def _addresses(state: State, last: Token, element: Sequence[Token], scope: Sequence[Token]) -> Iterator[str]:
    carry = carried(element, state.year)
    if carry is not None:
        yield address(Section.REQUESTS, carry)
    elif last.family in ("request", "ask"):
        told = last.family == "request" or (state.anchored and not has(scope, "handled"))
        if told and not has(scope, *_OTHER_REQUESTS):
            # 没有公民申请 says that nobody asked.
            columns = values(scope, "applicant")
            one = len(columns) == 1 and not any(state.text.startswith("公民", token.start) for token in scope)
            yield address(Section.REQUESTS, Line.RECEIVED, columns[0] if one else Applicant.TOTAL)
    elif last.family in ("group", "leaf") and state.anchored:
        yield address(Section.REQUESTS, last.value)
    elif last.family == "remedy" and state.of_disclosure(none=True) and not has(state.tokens, "void"):
        yield from (address(Section.REVIEW_LITIGATION, row) for row in values(element, "remedy"))
    elif last.family in ("document", "measure") and not has(scope, *_OTHER_DOCUMENTS):
        yield from (
            address(Section.PROACTIVE, row, measure)
            for row in values(element, "document")
            for measure in values(scope, "measure")[-1:]
        )
    elif last.family in ("fee", "processing"):
        yield FEES if last.family == "fee" else AMOUNT
