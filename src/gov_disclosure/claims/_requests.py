"""Figures of requests for information: what was received, carried, answered, with which result, from whom."""

import re
from collections.abc import Sequence

from ..names import Applicant, Line, Section
from ._figure import Figure, Readings, State, address, joined
from ._lexer import Token
from ._scope import EITHER, Rows, has, values

__all__ = ["LEFT", "MOVED", "carried", "named", "of_requests", "rows_of", "told"]

_VERBS = ("received", "handled", "concluded")
_LABELS = ("carry", "group", "leaf", "applicant", "outcome", "publish", "open", "cohort")
_NOUNS = ("request", "ask")
_KNOWN = frozenset(
    {*_VERBS, *_LABELS, *_NOUNS, "matter", "organ", "everyone", "this", "last", "next", "othertime", "until"}
    | {"each", "part", "and", "etc", "cause", "whole", "cumulative", "sum", "decide", "except", "percent", "collect"}
    | {"rest", "kinds"}
)
# What is handled may have been carried in, and may be all that was concluded.
_ANY: Rows = (*EITHER, (Line.CONCLUDED,))
_ROWS: dict[tuple[str, object], Rows] = {
    ("received", None): ((Line.RECEIVED,),),
    ("received", "got"): ((Line.RECEIVED,),),
    ("received", "new"): ((Line.RECEIVED,),),
    ("received", "added"): ((Line.RECEIVED,),),
    ("handled", None): EITHER,
    ("handled", "due"): EITHER[1:],
    ("handled", "any"): EITHER,
    ("handled", "all"): _ANY,
    ("concluded", None): ((Line.CONCLUDED,),),
}
# What comes again, or complains, may have been answered all the same, unless it is one of several reasons.
_UNTREATED = frozenset({Line.UNPROCESSED_PETITION, Line.UNPROCESSED_REPEAT, Line.UNPROCESSED_EXCESSIVE})
_NOT_PROCESSED = _UNTREATED | {Line.UNPROCESSED_PUBLICATION, Line.UNPROCESSED_REISSUE}
_MADE = re.compile("提出|提交|递交")
_BARE = frozenset({*_VERBS, "this", "until", "organ", "sum", "cumulative", "each", "whole"})
_ORGANIZATIONS = (Applicant.COMMERCIAL, Applicant.RESEARCH, Applicant.PUBLIC_WELFARE, Applicant.LEGAL_SERVICE)
_NEW, _IN = address(Section.REQUESTS, Line.RECEIVED), address(Section.REQUESTS, Line.CARRIED_IN)
# What is left over, and what becomes of it.
LEFT = frozenset({"except", "rest", "open", "handled", "request", "ask", "matter", "until", "this", "part", "sum"})
MOVED = frozenset({"carry", "next", "this", "until", "handled", "concluded", "open", "each"})
_NO_COUNT = frozenset({"次", "个", "项"})
_THINGS = frozenset({"项", "条", "个"})


def named(tokens: Sequence[Token]) -> bool:
    """Tell whether words name requests for information, or those that were made to the organ itself."""
    if has(tokens, "request") or (has(tokens, "matter") and has(tokens, "concluded")):
        return True
    own = "new" in values(tokens, "received") or not {None, "whole"}.isdisjoint(values(tokens, "organ"))
    return has(tokens, "ask") and (has(tokens, "matter") or (own and not has(tokens, "kinds")))


def told(state: State, tokens: Sequence[Token]) -> bool:
    """Tell whether words that do not name them are about requests for information all the same."""
    # 新收 is the form's own word.
    new = state.scope.subject not in ("remedy", "other") and "new" in values(tokens, "received")
    if named(tokens) or state.scope.subject == "request" or new:
        return state.topic is not False or named(tokens) or state.scope.subject == "request"
    if state.scope.subject == "unclear" and has(tokens, "group") and any(map(_is_request, state.told)):
        return True
    if state.scope.subject:
        return bool(state.topic) and state.scope.subject == "unclear"
    own = (has(tokens, "ask") and (has(tokens, *_VERBS) or "amount" in values(tokens, "ask"))) or has(tokens, *_LABELS)
    return bool(state.topic) or (state.topic is None and own)


def _is_request(place: str) -> bool:
    return place.startswith(Section.REQUESTS)


def rows_of(tokens: Sequence[Token]) -> Rows:
    """Give the rows that the verbs may mean."""
    found: dict[tuple[str, ...], None] = {}
    for token in tokens:
        found |= dict.fromkeys(_ROWS.get((token.family, token.value), ()))
    return _ANY if {(Line.RECEIVED,), (Line.CONCLUDED,)} <= set(found) else tuple(found)


def of_requests(state: State, figure: Figure) -> list[Readings] | None:
    """Give what a quantity of requests is about: nothing that the tables have, or `None` if that cannot be told."""
    scope, words = state.scope, figure.words
    tokens = figure.before if has(figure.before, *_VERBS, *_LABELS, *_NOUNS) else figure.after
    verbs = has(tokens, *_VERBS) and not has(tokens, *_LABELS)
    anew = named(words) and verbs and not has(figure.before, "part")
    if scope.blocked or (scope.narrowed and not anew) or any(token.family not in _KNOWN for token in words):
        return None
    if not told(state, words) or (has(words, "kinds") and not named(words)):
        return [] if _of_whatever(state, words) else None
    lead = has(figure.after, "whole") and not has(figure.before, *_VERBS, *_LABELS)
    # 申请20件，予以公开25条: what was asked for is counted.
    things = scope.whole and figure.amount.unit and scope.things != (figure.amount.unit in _THINGS)
    if lead or (things and not anew):
        return []
    if anew:
        scope.narrowed = scope.parted = scope.cohort = False
        scope.applicant = None
    return _told(state, figure, tokens)


def _of_whatever(state: State, words: Sequence[Token]) -> bool:
    """Tell whether a figure is of no part of the requests, whatever it is of: 共办结12件, 7件申请中."""
    families = {token.family for token in words}
    bare = not state.scope.subject and state.topic is None and families <= _BARE
    return bare or {"ask", "whole"} <= families


def _told(state: State, figure: Figure, tokens: Sequence[Token]) -> list[Readings] | None:
    """Read what is told of requests: carried, a result, from whom, or how many in all."""
    scope, words = state.scope, figure.words
    going = has(words, "next") and has(words, "handled", "concluded")
    if going or has(words, "carry") or (has(words, "next", "last") and has(words, "open")):
        scope.cohort |= has(figure.after, "whole")
        return _carried(state, figure, words)
    if has(words, "cohort", "open") or (has(words, "outcome", "publish") and not has(words, "etc")):
        # What was withdrawn may be among what was concluded, and may not.
        scope.cohort |= has(words, "outcome")
        return []
    if has(words, "group", "leaf"):
        return _results(state, figure, tokens)
    if has(words, "applicant"):
        return _applicants(state, figure, words)
    if has(words, "rest"):
        return None if has(words, *_VERBS) else _rest(state)
    return _total(state, figure, tokens)


def _rest(state: State) -> list[Readings] | None:
    """Read what is told last of a list: the last column of organizations, or the last of the results."""
    if any(place.endswith(_ORGANIZATIONS) for place in state.told):
        return [_readings(state.scope.totals, Applicant.OTHER)]
    # 其他处理8件，其中逾期不补正6件、其他2件.
    reasons = {address(Section.REQUESTS, row) for row in (Line.OTHERWISE, Line.OTHERWISE_NOT_SUPPLEMENTED)}
    return [((address(Section.REQUESTS, Line.OTHERWISE_OTHER),),)] if reasons <= state.told else None


def carried(tokens: Sequence[Token]) -> Line | None:
    """Tell from where to where requests were carried, if the words say so."""
    last = has(tokens, "last")
    places = {token.family: place for place, token in enumerate(tokens)}
    if "next" in places:
        # 2024年结转 may be from it or to it.
        return None if last or places["next"] < places.get("carry", -1) else Line.CARRIED_OUT
    return Line.CARRIED_IN if last or places.get("this", -1) > places.get("carry", len(tokens)) else None


def _carried(state: State, figure: Figure, words: Sequence[Token]) -> list[Readings]:
    """Read what was carried; how many of them were answered is no figure of the tables."""
    row = carried(words)
    families = [token.family for token in figure.before]
    answered = "concluded" in families and "last" in families and families.index("concluded") < families.index("last")
    columns = values(words, "applicant")
    if "carry" in families and "and" in families and "received" in families:
        # 上年结转和本年新收共19件.
        if row != Line.CARRIED_IN:
            return []
        state.scope.totals, state.scope.whole = EITHER[1:], int(figure.amount.value)
        return [_readings(EITHER[1:], Applicant.TOTAL)]
    if row is None or answered or len(columns) > 1:
        return []
    return [((address(Section.REQUESTS, row, columns[0] if columns else Applicant.TOTAL),),)]


def _results(state: State, figure: Figure, tokens: Sequence[Token]) -> list[Readings] | None:
    """Read results; a reason that is one of several stands for its group."""
    if not has(tokens, "group", "leaf"):
        if has(figure.before, *_VERBS, *_NOUNS) and not has(figure.before, "whole"):
            return []
        tokens = figure.after
    if (has(tokens, "each") and not figure.zero) or has(tokens, "received", "applicant") or _of_carried(state):
        return []
    if state.scope.applicant is not None:
        return None
    groups, leaves = values(tokens, "group"), values(tokens, "leaf")
    if not groups and _UNTREATED.intersection(leaves) and not _unprocessed(state):
        return []
    if not groups and state.scope.of_group in (Line.DISCLOSED, Line.PARTLY_DISCLOSED):
        return []
    results = groups if not leaves or (groups and has(tokens, "etc")) else leaves
    return joined([address(Section.REQUESTS, row) for row in results], figure)


def _unprocessed(state: State) -> bool:
    """Tell whether a sentence tells of requests that were not processed."""
    reasons = _NOT_PROCESSED.intersection(values(state.tokens, "leaf"))
    return len(reasons) > 1 or Line.UNPROCESSED in values(state.tokens, "group")


def _of_carried(state: State) -> bool:
    """Tell whether parts are told of what was carried in alone."""
    only = _IN in state.told and _NEW not in state.told
    return only and (state.scope.parted or state.scope.cohort)


def _applicants(state: State, figure: Figure, words: Sequence[Token]) -> list[Readings]:
    """Read how many requests came from whom."""
    columns = values(words, "applicant")
    scope = state.scope
    if figure.zero and not has(words, *_VERBS):
        columns += [Applicant.OTHER] if has(words, "rest") else []
        return [_readings(scope.totals, column) for column in columns]
    if _is_vague(state, words):
        return []
    if len(columns) > 1 or has(figure.after, "whole") or (scope.parted and scope.whole is None):
        return []
    if has(figure.after, "concluded") and not has(figure.before, *_VERBS):
        return []
    rows = rows_of(words) if has(words, "received", "concluded") else scope.totals
    if not scope.parted:
        scope.totals = rows
    return [_readings(rows, columns[0])]


def _is_vague(state: State, words: Sequence[Token]) -> bool:
    """Tell whether 公民 are all who asked, or 法人 not all organizations."""
    told = {state.text[token.start : token.end] for token in words if token.family == "applicant"}
    others = {token.value for token in state.tokens if token.family == "applicant"} - set(values(words, "applicant"))
    rest = has(state.tokens, "rest")
    everyone = told <= {"公民", "公民个人"} and not others and not rest and not state.scope.parted
    return everyone or (told == {"法人"} and rest)


def _readings(rows: Rows, column: object) -> Readings:
    return tuple(tuple(address(Section.REQUESTS, row, column) for row in reading) for reading in rows)


def _total(state: State, figure: Figure, tokens: Sequence[Token]) -> list[Readings] | None:
    """Read a total; the parts of a whole are none, but for what is new among what was handled."""
    scope, rows = state.scope, rows_of(tokens)
    if scope.applicant is not None and has(figure.before, "sum") and scope.whole is None and not named(figure.words):
        # 自然人申请30件，法人申请4件，共34件.
        return [_readings(scope.totals, Applicant.TOTAL)] if scope.parts == figure.amount.value else None
    if (scope.parted or figure.inside) and "new" not in values(tokens, "received"):
        if has(tokens, "received", "handled"):
            return None
        # 受理申请58件，其中政府信息公开申请12件: the whole was of other requests, too.
        state.spoilt |= named(figure.words) and not rows
    if scope.applicant is not None and not named(figure.words):
        return None
    if has(figure.before, "each") and has(tokens, "received") and has(tokens, "concluded"):
        return [((address(Section.REQUESTS, row),),) for row in (Line.RECEIVED, Line.CONCLUDED)]
    if _of_part(state, figure, tokens):
        return []
    if not rows and has(figure.before, "sum") and not has(figure.words, *_NOUNS):
        return _sum(state, figure)
    disclosed = "disclosed" in values(tokens, "request") and not has(tokens, "received", "handled")
    rows = rows or _bare(state, figure)
    if disclosed or not rows:
        return []
    if not scope.parted:
        scope.totals, scope.whole, scope.parts = rows, int(figure.amount.value), 0
        scope.things = figure.amount.unit in _THINGS
        scope.cohort = has(figure.after, "whole") and has(tokens, "received")
    return [_readings(rows, Applicant.TOTAL)]


def _of_part(state: State, figure: Figure, tokens: Sequence[Token]) -> bool:
    """Tell whether a total counts a part only of the requests that were concluded, or concludes a part only."""
    scope = state.scope
    if "new" in values(tokens, "received"):
        return scope.parted and scope.totals == ((Line.CONCLUDED,),)
    both = {_NEW, _IN} <= state.told
    if figure.inside or (scope.parted and scope.totals == EITHER[:1] and not both):
        return True
    cohort = scope.cohort or has(tokens, "each") or _of_carried(state) or has(state.tokens, "cohort")
    return has(tokens, "concluded") and cohort and not figure.zero


def _sum(state: State, figure: Figure) -> list[Readings]:
    """Read what figures come to that were told before: results, or what was new and what was carried in."""
    scope = state.scope
    if scope.results and scope.results == figure.amount.value:
        return [_readings(((Line.CONCLUDED,),), Applicant.TOTAL)]
    if {_NEW, _IN} <= state.told:
        scope.totals, scope.parted = EITHER[1:], False
        return [_readings(scope.totals, Applicant.TOTAL)]
    return []


def _bare(state: State, figure: Figure) -> Rows:
    """Give the rows of a figure that stands beside its noun without a verb: 政府信息公开申请12件."""
    counted = has(figure.before, *_NOUNS) or (has(figure.before, "sum") and named(figure.after))
    if not counted or figure.amount.unit in _NO_COUNT or has(figure.words, "whole"):
        return ()
    if has(figure.after, "concluded"):
        return _ANY
    # What was made to the organ is what it received.
    return EITHER[:1] if _MADE.search(state.text, state.clause(figure.start), figure.words[-1].end) else EITHER
