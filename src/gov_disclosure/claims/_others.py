"""Figures of what is no request: remedies, documents, decisions and money."""

from collections.abc import Sequence
from decimal import Decimal

from ..names import Measure, Outcome, Section, Subject
from ._lexicon import Token
from ._near import Near, Readings, State, address, has, joined, values

__all__ = ["AMOUNT", "CASES", "FEES", "of_decisions", "of_documents", "of_money", "of_remedies"]

AMOUNT = "other_matters.processing_fee.amount"
CASES = "other_matters.processing_fee.cases"
FEES = address(Section.PROACTIVE, Subject.FEES, Measure.AMOUNT)

# An organ of reconsideration tells with these verbs of its own work; that others went to it is told otherwise.
_OWN_WORK = {"受理", "审理", "办理", "处理", "承办", "接办"}
_DECIDING = {"作出", "做出", "实施", "下达"}
MYRIAD = Decimal(10000)


def of_remedies(state: State, near: Near) -> list[Readings]:
    """Give what a quantity of reconsiderations or lawsuits about disclosure is about."""
    if not state.of_disclosure(none=near.zero) or has(state.tokens, "void") or has(near.before, "level"):
        return []
    own = {state.text[token.start : token.end] for token in near.before} & _OWN_WORK
    if own and not has(state.tokens, "cause") and state.part != Section.REVIEW_LITIGATION:
        return []
    named = values(near.before, "remedy") or values(near.after, "remedy")
    endings = values(near.before, "ending")
    if not values(near.before, "remedy"):
        endings = endings or values(near.after, "ending")
    if not named and not endings:
        return []
    column = endings[-1] if endings else Outcome.TOTAL
    return joined([address(Section.REVIEW_LITIGATION, row, column) for row in named or state.rows], near)


def of_documents(state: State, near: Near) -> list[Readings]:
    """Give what a quantity of rules or normative documents is about: issued, repealed or in force."""
    words = [token for token in near.before if token.family in ("measure", "publish", "process")]
    if not words:
        words = [token for token in near.after if token.family in ("measure", "publish", "process")]
    measures = [state.measure]
    families = [token.family for token in words]
    if "process" in families or (families and families[0] == "publish") or has(near.before, "level"):
        state.measure = None
    elif "measure" in families:
        state.measure = values(words, "measure")[-1]
        measures = values(words, "measure") if near.zero else [state.measure]
    elif not values(near.before, "document"):
        return []
    if state.measure is None:
        return []
    if has(near.before, "cumulative") and not has(near.before, "year", "time"):
        return []
    rows = values(near.before, "document") or values(near.after, "document") or state.rows
    return joined([address(Section.PROACTIVE, row, one) for row in rows for one in measures], near)


def of_decisions(state: State, near: Near) -> list[Readings]:
    """Give what a quantity of licences, penalties or compulsory measures is about."""
    around = (*near.before, *near.after)
    blocked = has(around, "concluded", "publish", "process") or has(near.before, "received", "level")
    rows = values(near.before, "decision") or values(near.after, "decision")
    if not rows and has(near.before, "decide"):
        rows = state.rows
    verbs = {state.text[token.start : token.end] for token in near.before}
    earlier = [token for token in state.tokens if near.before and token.start < near.before[0].start]
    if blocked or not rows or (has(earlier, "publish", "process") and not verbs & _DECIDING):
        return []
    return joined([address(Section.PROACTIVE, row, Measure.DECISIONS) for row in rows], near)


def of_money(state: State, near: Near) -> list[Readings]:
    """Give what an amount is about: the fees of the year, or the fee for processing requests."""
    about = _money_subject(near.before) or _money_subject(near.after) or state.subject
    if state.parted:
        return []
    return [((FEES,),)] if about == "fee" else [((AMOUNT,),)] if about == "processing" else []


def _money_subject(tokens: Sequence[Token]) -> str:
    return next((token.family for token in tokens if token.family in ("fee", "processing")), "")
