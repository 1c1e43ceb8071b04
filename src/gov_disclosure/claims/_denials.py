"""What is denied: 未收到申请, 没有发生行政复议, 无结转, 零诉讼 say 0."""

import re
from collections.abc import Iterator, Sequence

from ..names import Applicant, Line, Measure, Outcome, Section
from ._figure import State, address, without_and
from ._lexer import Token
from ._others import AMOUNT, FEES
from ._requests import carried, named, told
from ._scope import OTHER_SUBJECTS, has, values
from .numbers import Quantity

__all__ = ["denials", "is_one"]

_ALWAYS = frozenset({"this", "until", "organ", "and", "sum", "cumulative", "arise", "each", "matter", "whole", "thus"})
_REQUESTS = _ALWAYS | {"request", "ask", "received", "applicant", "everyone"}
_CARRIED = _ALWAYS | {"request", "ask", "carry", "last", "next", "handled", "open"}
_RESULTS = _ALWAYS | {"request", "ask", "group", "leaf", "decide"}
_REMEDIES = _ALWAYS | {"remedy", "ending", "cause", "request", "ask", "everyone", "received", "concluded"}
_DOCUMENTS = _ALWAYS | {"document", "measure"}
_DECISIONS = _ALWAYS | {"decision", "decide"}
_MONEY = _ALWAYS | {"fee", "processing", "collect", "request", "ask"}
_DECISIVE = frozenset({*OTHER_SUBJECTS, "request", "ask", "carry", "group", "leaf", "measure"})
_HEAD = frozenset({*OTHER_SUBJECTS, *_ALWAYS, "everyone", "request", "ask", "cause", "measure", "thus", "last", "next"})

# 未及时废止 denies how it was done, and not that it was.
_MANNER = re.compile(
    "依法|依规|按期|按时|及时|如期|准时|限时|认真|严格|规范|妥善|高效|顺利|积极|全面|切实|稳妥|有序|逐|准确|公正|如实"
    "|合法|合规|统一|主动|详细|正式|完成|实现|做到|落实|充分|按规定|要求|按程序|正常|良好|到位"
)


def denials(state: State, head: Sequence[Token], rest: Sequence[Token]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Walk what a clause denies, and where: `rest` begins with the first word that denies, `head` stands before it."""
    clause = [*head, *rest]
    # What is told of a part is not denied of the whole.
    part = has(clause, "thus") or not (named(rest) or has(rest, *OTHER_SUBJECTS))
    if not {token.family for token in head} <= _HEAD or (state.scope.narrowed and part):
        return
    starts = [place for place, token in enumerate(rest) if token.family == "negation"]
    for start, end in zip(starts, [*starts[1:], len(rest)], strict=True):
        held = rest[start + 1 : end]
        ahead = _ahead(held) if end < len(rest) else []
        nouns, head = head, ahead or head
        held = list(without_and(held[: len(held) - len(ahead)]))
        span = rest[start].start, (held or rest[start:end])[-1].end
        if held and _MANNER.search(state.text[rest[start].end : held[0].start]):
            continue
        if not any(token.family in _DECISIVE for token in held) or (has(held, "carry") and has(nouns, "last", "next")):
            held = [*nouns, *held]
        for one in _denied(state, held, clause):
            yield one, span


def _ahead(words: Sequence[Token]) -> Sequence[Token]:
    """Give what the next denial is about: 复议零纠错、诉讼零败诉."""
    places = [place for place, token in enumerate(words) if token.family == "and"]
    return words[places[-1] + 1 :] if places else []


def _denied(state: State, scope: Sequence[Token], clause: Sequence[Token]) -> Iterator[str]:
    """Walk the addresses whose figure a denial makes 0: what is denied is its scope within its clause."""
    families = {token.family for token in scope}
    if "measure" in families or "document" in families:
        if families <= _DOCUMENTS:
            yield from _documents(scope, clause)
        return
    if "decision" in families:
        if families <= _DECISIONS:
            yield from (address(Section.PROACTIVE, row, Measure.DECISIONS) for row in values(scope, "decision"))
        return
    for element, families in _parts(scope):
        decisive = [token for token in element if token.family in _DECISIVE]
        # 行政复议申请 asks for a reconsideration.
        first = ("remedy", "carry", "leaf", "group")
        last = next((token for family in first for token in decisive if token.family == family), None)
        last = last or (decisive[-1] if decisive else None)
        if last is not None:
            yield from _addresses(state, last, element, families, scope, clause)


def _parts(scope: Sequence[Token]) -> Iterator[tuple[list[Token], set[str]]]:
    """Divide what is denied into its things, each with the families of its words and of those that tell its cause.

    没有结转、收费、复议 are things of their own; 没有因结转、收费引发的复议 is one, of a cause that is not all of them.
    """
    begin = next((place for place, token in enumerate(scope) if token.family == "cause"), len(scope))
    end = begin
    while end < len(scope) and scope[end].family not in ("arise", "remedy"):
        end += 1
    why = {token.family for token in scope[begin:end]}
    # 复议和诉讼败诉案件: both were lost.
    why |= {
        token.family for one in _elements(scope) if has(one, "remedy") for token in one if token.family == "outcome"
    }
    for element in (*_elements(scope[:begin]), *_elements(scope[end:])):
        yield element, why | {token.family for token in element}


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


def _addresses(
    state: State,
    last: Token,
    element: Sequence[Token],
    families: set[str],
    scope: Sequence[Token],
    clause: Sequence[Token],
) -> Iterator[str]:
    """Walk the addresses that one member of the list denies."""
    if last.family == "carry":
        row = carried(element)
        if row is not None and families <= _CARRIED:
            yield address(Section.REQUESTS, row)
    elif last.family in ("request", "ask"):
        known = _REQUESTS | _REMEDIES if "remedy" in families else _REQUESTS
        if (told(state, clause) or has(clause, "remedy")) and families <= known:
            yield from _requests(state, scope)
    elif last.family in ("group", "leaf"):
        if families <= _RESULTS:
            yield address(Section.REQUESTS, last.value)
    elif last.family == "remedy":
        if families <= _REMEDIES:
            # 复议、诉讼和被纠错案件: what ended so is a thing of its own.
            ended = [one for one in _elements(scope) if has(one, "remedy")]
            column = next((value for one in ended for value in values(one, "ending")), Outcome.TOTAL)
            yield from (address(Section.REVIEW_LITIGATION, row, column) for row in values(element, "remedy"))
    elif last.family in ("fee", "processing") and families <= _MONEY:
        yield FEES if last.family == "fee" else AMOUNT


def _requests(state: State, scope: Sequence[Token]) -> Iterator[str]:
    """没有公民申请 says that nobody asked; 没有商业企业申请 that none of these did."""
    columns = values(scope, "applicant")
    if any(state.text.startswith("公民", token.start) for token in scope) or has(scope, "everyone"):
        columns = []
    for column in columns or [Applicant.TOTAL]:
        yield address(Section.REQUESTS, Line.RECEIVED, column)


def _documents(scope: Sequence[Token], clause: Sequence[Token]) -> Iterator[str]:
    """未制发规章和规范性文件; 未制定、未废止规范性文件."""
    for row in values(scope, "document") or values(clause, "document"):
        for measure in values(scope, "measure"):
            yield address(Section.PROACTIVE, row, measure)


def is_one(token: Token) -> bool:
    """未发生一起, 无一例: none at all."""
    return isinstance(token.value, Quantity) and token.value.value == 1
