"""A sentence is walked once from left to right; what it has said so far tells what a quantity is about.

What stands before a quantity since the last comma or quantity decides first, what follows it only
where nothing stands before ("3件予以公开"). The subject is carried on from clause to clause. What is
in brackets is an aside to what it stands behind.
"""

from collections.abc import Sequence
from decimal import Decimal

from attrs import Factory, define, evolve

from ..names import Line, Procedure, Section
from ._claim import Claim
from ._denials import denied
from ._lexicon import Token
from ._near import SUBJECTS, Near, Readings, State, address, has, values
from ._others import CASES, FEES, MYRIAD, of_decisions, of_documents, of_money, of_remedies
from ._requests import of_requests, verbs_of
from .numbers import Quantity

__all__ = ["Sentence"]

_STOPS = frozenset({"stop"})
_ENDS = frozenset({"stop", "and", "quantity"})
_NEW, _IN = address(Section.REQUESTS, Line.RECEIVED), address(Section.REQUESTS, Line.CARRIED_IN)
_DONE = address(Section.REQUESTS, Line.CONCLUDED)
_OF = {
    "": of_requests,
    "request": of_requests,
    "ask": of_requests,
    "remedy": of_remedies,
    "document": of_documents,
    "decision": of_decisions,
}


@define
class Sentence:
    """A sentence being read, and what was found in it so far."""

    state: State
    claims: list[Claim] = Factory(list)

    @property
    def tokens(self) -> Sequence[Token]:
        """The words of the sentence."""
        return self.state.tokens

    def read(self) -> list[Claim]:
        """Walk the sentence and give what it asserts, without what it says in two ways."""
        if not has(self.tokens, "plan"):
            self._walk(0, inside=False)
        said: dict[Readings, set[object]] = {}
        for claim in self.claims:
            said.setdefault(claim.readings, set()).add(claim.value)
        return [one for one in self.claims if len(said[one.readings]) == 1 and one.readings not in self.state.spoilt]

    def _walk(self, place: int, *, inside: bool) -> int:
        """Read up to the end of the sentence or of the bracket; give the place behind it."""
        before: list[Token] = []
        while place < len(self.tokens):
            token = self.tokens[place]
            place += 1
            if token.family == "open":
                place = self._aside(place)
            elif token.family == "close":
                if inside:
                    break
            elif token.family == "quantity":
                place = self._counted(place - 1, before, inside=inside)
                before = []
            elif token.family == "negation":
                self._times(before)
                place = self._denied(token, place)
            elif token.family == "zero":
                self._nothing(token)
            elif token.family == "stop":
                self._follow(before)
                before = []
            else:
                before.append(token)
        self._follow(before)
        return place

    def _aside(self, place: int) -> int:
        """Read a bracket; what was carried in may be within the total that it stands behind."""
        state, first = self.state, len(self.claims)
        kept = state.subject, state.rows, state.measure, state.parted
        end = self._walk(place, inside=True)
        state.subject, state.rows, state.measure, state.parted = kept
        held = self.tokens[place:end]
        if "in" in values(held, "carry") and not has(held, "except"):
            self._include(first, 1, sure=has(held, "part"))
        return end

    def _include(self, before: int, back: int, *, sure: bool) -> None:
        """Let the total that stands at most so far back hold what was carried in, surely or perhaps."""
        totals = [
            place
            for place in range(max(0, before - back), before)
            if self.claims[place].readings[0][0] in (_NEW, _DONE)
        ]
        if totals and self.claims[totals[-1]].readings[0][0] == _NEW:
            both = ((_NEW, _IN),) if sure else ((_NEW,), (_NEW, _IN))
            self.claims[totals[-1]] = evolve(self.claims[totals[-1]], readings=both)
            self.state.totals = tuple((Line.RECEIVED, Line.CARRIED_IN)[: len(reading)] for reading in both)

    def _span(self, place: int, breaks: frozenset[str]) -> list[Token]:
        """Give the tokens from a place up to a break, without what is in brackets."""
        found: list[Token] = []
        depth = 0
        for token in self.tokens[place:]:
            depth += (token.family == "open") - (token.family == "close")
            if depth < 0 or (not depth and token.family in breaks):
                break
            if not depth and token.family != "close":
                found.append(token)
        return found

    # ---- what the words so far have set

    def _times(self, before: Sequence[Token]) -> None:
        """Note which year is spoken of; a year that is only compared with, or carried from, does not count."""
        state = self.state
        for token, behind in zip(before, (*before[1:], None), strict=False):
            if token.family == "compare":
                return
            carried = behind is not None and behind.family == "carry"
            if token.family == "time" and not carried:
                state.timely = token.value == "this"
            elif token.family == "year" and not carried:
                state.timely = state.year is None or token.value == state.year
            elif token.family == "part":
                state.parted = True

    def _follow(self, before: Sequence[Token]) -> None:
        """Carry the subject of a clause on to the next one."""
        self._times(before)
        last = next((token.family for token in reversed(before) if token.family in SUBJECTS), None)
        if last is not None:
            self._speak_of(last, values(before, last))

    def _speak_of(self, subject: str, rows: list[object]) -> None:
        if subject != self.state.subject:
            self.state.measure = None
        self.state.subject, self.state.rows = subject, rows

    # ---- quantities

    def _counted(self, place: int, before: list[Token], *, inside: bool) -> int:
        """Read a quantity, or several that belong to a list of things; give the place behind."""
        state = self.state
        run = self._run(place) if has(before, "respectively") else [self.tokens[place]]
        after = self._span(place + 1, _ENDS)
        owed = state.subject == "processing"
        self._follow(before)
        if has(before, "remedy"):
            self._speak_of("remedy", values(before, "remedy"))
        if not has(before, *SUBJECTS):
            self._follow([token for token in after if token.family in SUBJECTS][:1])
        amount: Quantity = run[0].value
        spoilt = has(before, "compare") or (has(before, "bad") and not has(before, "group", "carry"))
        if state.timely and not spoilt:
            near = Near(before, after, amount.unit, amount.value == 0, inside)
            self._emit(run, self._readings(near, amount, owed=owed))
        state.mixed |= state.subject == "other"
        state.listed = verbs_of(state, before) or (state.listed if has(before[:1], "and") else ())
        return self.tokens.index(run[-1], place) + 1

    def _run(self, place: int) -> list[Token]:
        """Give the quantities from a place on that only commas and conjunctions stand between."""
        found = [self.tokens[place]]
        for token in self.tokens[place + 1 :]:
            if token.family == "quantity":
                found.append(token)
            elif token.family not in ("stop", "and"):
                break
        return found

    def _readings(self, near: Near, amount: Quantity, *, owed: bool) -> list[Readings]:
        if amount.money:
            return of_money(self.state, near)
        if has(near.before, "processing") or has(near.after, "processing"):
            return [] if self.state.parted or has(near.before, "notice") else [((CASES,),)]
        asked = owed and has((*near.before, *near.after), "request", "ask")
        if (asked or self.state.subject == "processing") and not self.state.parted:
            return [((CASES,),)]
        # Only requests are carried from year to year, whatever was spoken of before.
        reader = of_requests if has(near.before, "carry") else _OF.get(self.state.subject)
        return reader(self.state, near) if reader else []

    def _emit(self, run: list[Token], readings: list[Readings]) -> None:
        """Put figures under readings: one under each of them, or several one by one."""
        if len(run) > 1 and len(run) != len(readings):
            return
        pairs = zip(run, readings, strict=True) if len(run) > 1 else ((run[0], each) for each in readings)
        for token, reading in pairs:
            amount: Quantity = token.value
            if not amount.approximate:
                self._assert(reading, amount.value, amount.step, (token.start, token.end))

    def _assert(self, readings: Readings, value: int | Decimal, step: Decimal, span: tuple[int, int]) -> None:
        if readings == ((FEES,),):
            value, step = Decimal(value) / MYRIAD, step / MYRIAD
        if readings == ((_IN,),) and self.state.parted:
            self._include(len(self.claims), len(self.claims), sure=True)
        state = self.state
        begin = max(state.text.rfind(sign, 0, span[0]) for sign in "，；,;（(：:") + 1
        quote = state.text[begin : span[1]]
        place = state.places[span[0]], state.places[span[1] - 1] + 1
        self.claims.append(Claim(readings, value, state.text, quote, place, state.part, state.paragraph, step))

    # ---- what is denied

    def _denied(self, negation: Token, place: int) -> int:
        """Read the rest of the clause as denied."""
        scope = self._span(place, _STOPS)
        behind = self.tokens.index(scope[-1], place) + 1 if scope else place
        if [token.family for token in scope if token.family in SUBJECTS | {"quantity"}][:1] == ["quantity"]:
            # 未发生一起, 无一例: none at all.
            scope = [token for token in scope if not _single(token)]
        if self.state.timely and not has(scope, "compare"):
            end = scope[-1].end if scope else negation.end
            for one in denied(self.state, scope):
                self._assert(((one,),), 0, Decimal(0), (negation.start, end))
        if has(scope, "quantity"):
            return place
        self._follow(scope)
        return behind

    def _nothing(self, token: Token) -> None:
        """Read 零申请, 零复议, 零诉讼."""
        if token.value == Line.RECEIVED and self.state.anchored:
            self._assert(((_NEW,),), 0, Decimal(0), (token.start, token.end))
        elif isinstance(token.value, Procedure) and self.state.of_disclosure(none=True):
            self._assert(((address(Section.REVIEW_LITIGATION, token.value),),), 0, Decimal(0), (token.start, token.end))


def _single(token: Token) -> bool:
    return isinstance(token.value, Quantity) and token.value.value == 1
