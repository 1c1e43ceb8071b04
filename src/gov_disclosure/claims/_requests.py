"""Figures of requests for information: what was received, carried, answered, with which result, from whom."""

from collections.abc import Sequence

from ..names import Applicant, Line, Section
from ._lexicon import Token
from ._near import Near, Readings, State, address, has, joined, values

__all__ = ["carried", "of_requests", "verbs_of"]

_LABELS = ("carry", "carry_year", "group", "leaf", "applicant")
_VERBS = ("received", "handled", "concluded")
_NARROWING = ("kind", "aside")

Rows = tuple[tuple[str, ...], ...]

# The rows whose totals a verb may mean: what is handled may have been carried in, and may be all that was concluded.
_ROWS: dict[str, Rows] = {
    "received": ((Line.RECEIVED,),),
    "handled": ((Line.RECEIVED,), (Line.RECEIVED, Line.CARRIED_IN)),
    "办理": ((Line.RECEIVED,), (Line.RECEIVED, Line.CARRIED_IN), (Line.CONCLUDED,)),
    "concluded": ((Line.CONCLUDED,),),
}


def of_requests(state: State, near: Near) -> list[Readings]:
    """Give what a quantity of requests is about; nothing if that cannot be told."""
    if not state.anchored or has(near.before, "zero"):
        return []
    tokens = near.before
    if not has(tokens, *_LABELS, *_VERBS, "request", "ask"):
        tokens = near.after
        if has(tokens, "year", "time") or (has(tokens, *_VERBS) and not _answered(tokens)):
            return []
    if has(tokens, "carry", "carry_year"):
        row = carried(tokens, state.year)
        return [((address(Section.REQUESTS, row, _column(tokens)),),)] if row else []
    if results := _results(tokens):
        if state.mixed and state.parted:
            return []
        return joined([address(Section.REQUESTS, row) for row in results], near)
    verbs = verbs_of(state, tokens)
    if _column(tokens) != Applicant.TOTAL:
        state.totals = verbs if has(tokens, "received", "concluded") else state.totals
        return _readings(state.totals, _column(tokens))
    return _total(state, near, tokens, verbs)


def _answered(tokens: Sequence[Token]) -> bool:
    """Tell whether what follows a quantity says of it alone what became of it: 11件已办结."""
    return has(tokens, "concluded", *_LABELS) and not has(tokens, "each")


def carried(tokens: Sequence[Token], year: int | None) -> Line | None:
    """Tell from where to where requests were carried, if the words say so."""
    for place, token in enumerate(tokens):
        if token.family == "carry":
            before = tokens[place - 1] if place else None
            last = before is not None and before.family == "year" and year is not None and before.value == year - 1
            return {"in": Line.CARRIED_IN, "out": Line.CARRIED_OUT}.get(
                str(token.value), Line.CARRIED_IN if last else None
            )
        if token.family == "carry_year" and year is not None:
            return {year + 1: Line.CARRIED_OUT, year: Line.CARRIED_IN, year - 1: Line.CARRIED_IN}.get(token.value)
    return None


def _results(tokens: Sequence[Token]) -> list[object]:
    """Give the results that are named; a reason that is one of several stands for its group."""
    groups, leaves = values(tokens, "group"), values(tokens, "leaf")
    return groups if not leaves or (groups and has(tokens, "etc")) else leaves


def _column(tokens: Sequence[Token]) -> object:
    """Give the applicant that is named; natural persons and organizations together are all."""
    columns = values(tokens, "applicant")
    return columns[0] if len(columns) == 1 else Applicant.TOTAL


def verbs_of(state: State, tokens: Sequence[Token]) -> Rows:
    """Give the rows that the verbs may mean."""
    found: dict[tuple[str, ...], None] = {}
    for token in tokens:
        if token.family in _VERBS:
            verb = state.text[token.start : token.end]
            found |= dict.fromkeys(_ROWS.get(verb) or _ROWS[token.family])
    if set(found) == {(Line.RECEIVED,), (Line.CONCLUDED,)}:
        found |= dict.fromkeys(_ROWS["办理"])
    return tuple(found)


def _readings(rows: Rows, column: object) -> list[Readings]:
    return [tuple(tuple(address(Section.REQUESTS, row, column) for row in reading) for reading in rows)]


def _total(state: State, near: Near, tokens: Sequence[Token], verbs: Rows) -> list[Readings]:
    """Read a total; figures that are narrowed down, or are parts of a whole, are none."""
    new = "new" in values(tokens, "received")
    narrowed = has(tokens, *_NARROWING) or (has(tokens, "channel") and not _every_way(tokens))
    partial = (near.inside or state.parted) and not new
    if has(tokens, "concluded") and not has(tokens, "received", "handled"):
        partial = near.inside or has(state.tokens, "aside")
    if narrowed or partial:
        return []
    if not verbs and has(near.before[:1], "and") and has(near.before, "request"):
        verbs = state.listed
    if not verbs:
        named = has(near.before, "request", "ask") and not has(near.before, "cause")
        bare = (
            named
            and "disclosed" not in values(near.before, "request")
            and not state.mixed
            and near.unit not in ("次", "个", "项")
        )
        verbs = _ROWS["handled"] if bare else ()
    elif has(tokens, "handled") and state.subject not in ("request", "ask"):
        return []
    if not verbs:
        return []
    readings = _readings(verbs, Applicant.TOTAL)
    if has(tokens, "level"):
        state.spoilt.update(readings)
    state.totals, state.mixed = verbs, False
    return readings


def _every_way(tokens: Sequence[Token]) -> bool:
    """Tell whether several channels are named, so that none is left out."""
    return has(tokens, "ways") and (has(tokens, "etc") or sum(token.family == "channel" for token in tokens) > 1)
