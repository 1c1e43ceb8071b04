"""Figures of what is no request: remedies, documents, decisions and money."""

from collections.abc import Sequence
from decimal import Decimal

from ..names import Measure, Outcome, Procedure, Section, Subject
from ._claim import Claim
from ._figure import Figure, Readings, State, address, joined
from ._lexer import Token
from ._scope import has, values

__all__ = [
    "AMOUNT",
    "CASES",
    "FEES",
    "MYRIAD",
    "ending_of",
    "foreign",
    "of_decisions",
    "of_documents",
    "of_money",
    "of_remedies",
]

AMOUNT = "other_matters.processing_fee.amount"
CASES = "other_matters.processing_fee.cases"
FEES = address(Section.PROACTIVE, Subject.FEES, Measure.AMOUNT)
MYRIAD = Decimal(10000)

_ALWAYS = {"this", "until", "organ", "each", "part", "and", "sum", "cumulative", "percent"}
_REMEDIES = frozenset({*_ALWAYS, "remedy", "ending", "cause", "arise", "matter", "request", "ask", "everyone"})
_REMEDIES |= {"whole", "except", "outcome", "rest", "publish"}
_ENDED = frozenset({"remedy", "ending", "each", "arise", "this", "until", "matter", "decide"})
_DOCUMENTS = frozenset({*_ALWAYS, "document", "measure", "process", "publish", "site", "whole"})
_DECISIONS = frozenset({*_ALWAYS, "decision", "decide", "kinds"})
_DIRECTLY = frozenset({Procedure.LITIGATION_DIRECT, Procedure.LITIGATION_AFTER_RECONSIDERATION})
# 行政许可事项120项 are kinds of licences, and not decisions.
_THINGS = frozenset({"项", "条"})
_MONEY = frozenset({*_ALWAYS, "fee", "processing", "collect", "matter", "request", "ask", "notice", "handled"})


def foreign(tokens: Sequence[Token], known: frozenset[str]) -> bool:
    """Tell whether a word is among tokens that has no place beside such figures."""
    return any(token.family not in known for token in tokens)


def of_remedies(state: State, figure: Figure) -> list[Readings] | None:
    """Give what a quantity of reconsiderations or lawsuits about disclosure is about."""
    scope, words = state.scope, figure.words
    fresh = values(words, "remedy")
    if len(fresh) > 1 and not _DIRECTLY.isdisjoint(fresh):
        # 诉讼未经复议直接起诉的1件: which of the lawsuits they are.
        fresh = [row for row in fresh if row != Procedure.LITIGATION]
    # 因政府信息公开申请答复被申请行政复议: what was answered is the cause.
    known = _REMEDIES | {"concluded", "applicant"} if has(words, "cause", "arise") else _REMEDIES
    known = known | {"received"} if values(words, "received") == ["got"] else known
    none = figure.zero and not has(words, "ending")
    anew = fresh and (none or has(words, "matter"))
    if scope.blocked or (scope.narrowed and not anew) or foreign(words, known):
        return None
    if has(words, "outcome"):
        return []
    own = figure.before if has(figure.before, "remedy", "ending") else words
    endings = values(own, "ending")
    if has(words, "rest"):
        # 维持5件、其他1件: the other endings.
        return _others(state, figure)
    if not fresh and not _goes_on(state, figure, endings):
        return []
    if not state.of_disclosure(figure):
        return None
    if not endings:
        scope.unended += 1
        scope.narrowed = False
        scope.whole, scope.parts = int(figure.amount.value), 0
    else:
        scope.unended = 0
    column = endings[-1] if endings else Outcome.TOTAL
    return joined([address(Section.REVIEW_LITIGATION, row, column) for row in fresh or scope.rows], figure)


def _goes_on(state: State, figure: Figure, endings: Sequence[object]) -> bool:
    """Tell whether a figure without a remedy of its own is about the one that was told of."""
    scope = state.scope
    # 行政复议较上年增加。全年共19件。
    counted = has(figure.before, "sum") and not scope.unended and len(scope.rows) == 1
    return scope.subject == "remedy" and bool(endings or counted) and (scope.unended < 2 or figure.inside)


def ending_of(state: State, claim: Claim, words: Sequence[Token]) -> str | None:
    """Give the address of what a clause says of all the remedies that the last claim has counted: 均予以维持."""
    row = claim.readings[0][0].split(".")[-2]
    figures = [token.start for token in state.tokens if token.family == "quantity" and token.start < words[0].start]
    counted = claim.readings == ((address(Section.REVIEW_LITIGATION, row),),) and claim.sentence is state.text
    # 行政复议1件，因行政许可引发的诉讼1件，尚未审结 is told of the lawsuit.
    counted = counted and bool(figures) and state.places[figures[-1]] == claim.span[0]
    endings, remedies = values(words, "ending"), values(words, "remedy")
    all_of_them = claim.value == 1 or (claim.value and has(words, "each"))
    if not counted or not all_of_them or len(endings) != 1 or foreign(words, _ENDED) or not {*remedies} <= {row}:
        return None
    return address(Section.REVIEW_LITIGATION, row, endings[0]) if state.scope.unended == 1 else None


def _others(state: State, figure: Figure) -> list[Readings] | None:
    """Read what is told last of a list of endings."""
    ended = state.scope.subject == "remedy" and any(".total" not in place for place in state.told)
    if not ended or has(figure.words, "remedy", "ending"):
        return None
    return joined([address(Section.REVIEW_LITIGATION, row, Outcome.OTHER_OUTCOME) for row in state.scope.rows], figure)


def of_documents(state: State, figure: Figure) -> list[Readings] | None:
    """Give what a quantity of rules or normative documents is about: issued, repealed or in force."""
    scope, words = state.scope, figure.words
    anew = has(words, "document") and has(words, "measure") and not scope.parted
    if scope.blocked or (scope.narrowed and not anew):
        return None
    added = values(words, "received") == ["added"]
    if foreign(words, _DOCUMENTS | {"received"} if added else _DOCUMENTS):
        return None
    if anew:
        scope.narrowed = False
    if has(words, "cumulative") and _of_years(words):
        return None
    # What was published, or came to be in whatever way, need not have been issued.
    vague = added or has(figure.before, "publish")
    if scope.subject != "document" or vague:
        scope.measure = None
    if vague:
        return []
    own = figure.before if has(figure.before, "measure", "process") else figure.after
    measures = [*values(own, "measure"), *values(own, "process")]
    if measures:
        scope.measure = measures[0] if len(measures) == 1 else None
    if scope.measure is None and not (figure.zero and measures):
        return []
    rows = values(figure.before, "document") or values(figure.after, "document") or scope.rows
    if not scope.parted:
        scope.whole, scope.parts = int(figure.amount.value), 0
    places = [address(Section.PROACTIVE, row, one) for row in rows for one in measures or [scope.measure] if one]
    return joined(places, figure)


def _of_years(words: Sequence[Token]) -> bool:
    """Tell whether 累计 counts what was issued or repealed in many years."""
    return Measure.IN_FORCE not in values(words, "measure") and (has(words, "until") or not has(words, "this"))


def of_decisions(state: State, figure: Figure) -> list[Readings] | None:
    """Give what a quantity of licences, penalties or compulsory measures is about."""
    scope = state.scope
    anew = has(figure.words, "decision") and "done" in values(figure.words, "decide")
    if scope.blocked or ((scope.parted or scope.narrowed) and not anew) or foreign(figure.words, _DECISIONS):
        return None
    if anew:
        scope.narrowed = False
    if figure.amount.unit in _THINGS:
        return []
    own = figure.before if has(figure.before, "decision") else figure.after
    rows = values(own, "decision") or (scope.rows if has(figure.before, "decide") else [])
    return joined([address(Section.PROACTIVE, row, Measure.DECISIONS) for row in rows], figure)


def of_money(state: State, figure: Figure) -> list[Readings] | None:
    """Give what an amount, or a number of cases, is about: the fees of the year, or the fee for processing requests."""
    scope = state.scope
    anew = has(figure.words, "fee", "processing")
    if scope.blocked or scope.parted or (scope.narrowed and not anew) or foreign(figure.words, _MONEY):
        return None
    about = _kind(figure.before) or _kind(figure.after) or scope.subject
    if figure.amount.money or (figure.zero and not figure.amount.unit):
        return [((FEES,),)] if about == "fee" else [((AMOUNT,),)] if about == "processing" else []
    if about != "processing" or (has(figure.before, "notice") and not has(figure.before, "collect")):
        return []
    return [((CASES,),)]


def _kind(tokens: Sequence[Token]) -> str:
    return next((token.family for token in tokens if token.family in ("fee", "processing")), "")
