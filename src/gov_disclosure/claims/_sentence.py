"""A sentence is read clause by clause, and a clause asserts something only if every word of it is known.

What stands before a quantity since the last comma or quantity decides what it counts, what follows
it only where nothing stands before (“3件予以公开”). What a sentence is about is carried on from
clause to clause. A figure that cannot be read narrows what follows, for it may be the part that
the rest is told of: up to the end of the sentence, until its parts make up the whole, or until a
whole is named anew.
"""

from collections.abc import Sequence
from decimal import Decimal

from attrs import Factory, define, evolve

from ..names import Applicant, Line, Section
from ._claim import Claim
from ._denials import denials, is_one
from ._figure import Figure, Readings, State, address, figures_of, things_of
from ._leads import lead, unknown
from ._lexer import Token
from ._others import FEES, MYRIAD, ending_of, foreign, of_decisions, of_documents, of_money, of_remedies
from ._requests import LEFT, MOVED, carried, named, of_requests
from ._scope import OTHER_SUBJECTS, Scope, has, values

__all__ = ["Sentence"]

_NEW, _IN = address(Section.REQUESTS, Line.RECEIVED), address(Section.REQUESTS, Line.CARRIED_IN)
_READERS = {"request": of_requests, "remedy": of_remedies, "document": of_documents}
_READERS |= {"decision": of_decisions, "money": of_money, "fee": of_money, "processing": of_money}
_KINDS = {"fee": "money", "processing": "money", "notice": "money", "remedy": "remedy", "ending": "remedy"}
_KINDS |= {"document": "document", "measure": "document", "process": "document"}
_KINDS["decision"] = "decision"
_RESULTS = {Line.DISCLOSED, Line.PARTLY_DISCLOSED, Line.REFUSED, Line.UNAVAILABLE, Line.UNPROCESSED, Line.OTHERWISE}
# A figure that stands alone, and a result that does.
_ALONE = ({"quantity"}, {"quantity", "sum"})
_RESULT = {"group", "leaf", "request", "matter", "ask"}


@define
class Sentence:
    """A sentence being read, and what was found in it so far."""

    state: State
    claims: list[Claim] = Factory(list)
    begin: int = 0
    """Where the clause begins."""
    organ: str | None = None
    """The organ that is named first."""
    whole: bool = False
    """Whether it speaks of all that a government has under it."""
    counted: bool = False
    """Whether a figure was met."""
    alone: Sequence[Token] = ()
    """What the last clause named, if its figure may follow: 申请量较上年增加32件，达到211件."""
    open: Figure | None = None
    """The last figure, if nothing has been said of it yet but that it is left: 其余2件."""

    @property
    def tokens(self) -> Sequence[Token]:
        """The words of the sentence."""
        return self.state.tokens

    def read(self) -> None:
        """Walk the sentence and find what it asserts."""
        if not has(self.tokens, "plan"):
            self._walk(0, inside=False)
        if self.state.spoilt:
            self.claims = []

    def _walk(self, place: int, *, inside: bool) -> int:
        """Read up to the end of the sentence or of the bracket; give the place behind it."""
        words: list[Token] = []
        while place < len(self.tokens):
            token = self.tokens[place]
            place += 1
            if token.family == "close_bracket":
                if inside:
                    break
            elif token.family == "open_bracket":
                place = self._bracket(place, words)
            elif token.family == "colon" and not has(words, "quantity"):
                # 收到申请：9件.
                continue
            elif token.family in ("stop", "item", "colon"):
                self._clause(words, inside=inside)
                words, self.begin = [], token.end
                if token.family == "item":
                    scope = self.state.scope
                    self.state.scope = Scope(timely=scope.timely, disclosure=scope.disclosure)
            else:
                words.append(token)
        self._clause(words, inside=inside)
        return place

    # ---- brackets

    def _bracket(self, place: int, words: list[Token]) -> int:
        """Read a bracket: an aside to the figure that it stands behind, or part of a name."""
        depth, end = 1, place
        while end < len(self.tokens) and depth:
            depth += {"open_bracket": 1, "close_bracket": -1}.get(self.tokens[end].family, 0)
            end += 1
        held = self.tokens[place:end]
        if not has(held, "quantity", "negation"):
            if has(held, "unknown") and not has(held[:1], "part", "except"):
                words.append(next(token for token in held if token.family == "unknown"))
            return end
        self._clause(words, inside=False)
        words.clear()
        kept, first = self.state.scope, len(self.claims)
        self.begin, self.state.scope = self.tokens[place - 1].end, self._aside()
        self._walk(place, inside=True)
        self.begin, self.state.scope = self.tokens[end - 1].end, kept
        told = {claim.readings for claim in self.claims[first:]}
        if ((_IN,),) in told and kept.total == first - 1 and not has(held, "except"):
            self._include(sure=has(held, "part") or ((_NEW,),) in told)
        return end

    def _aside(self) -> Scope:
        """Give the scope of a bracket: parts are told in it, and behind a result those who asked for it."""
        kept = self.state.scope
        before = self.claims[-1].readings if self.claims else ()
        _, row, column = before[0][0].split(".") if before else ("", "", "")
        one = len(before) == 1 and len(before[0]) == 1 and column == Applicant.TOTAL and row in _RESULTS
        return kept.bracket(row if one else None)

    def _include(self, *, sure: bool) -> None:
        """Let the last total of what was received hold what was carried in, surely or perhaps."""
        scope = self.state.scope
        if scope.total is not None:
            both = ((_NEW, _IN),) if sure else ((_NEW,), (_NEW, _IN))
            self.claims[scope.total] = evolve(self.claims[scope.total], readings=both)
            scope.totals = tuple((Line.RECEIVED, Line.CARRIED_IN)[: len(reading)] for reading in both)

    # ---- clauses

    def _clause(self, words: list[Token], *, inside: bool) -> None:
        """Read a clause: a denial, figures, or words that only say what is spoken of."""
        alone, self.alone = self.alone, ()
        if alone and {token.family for token in words} in _ALONE:
            words = [*alone, *words]
        if has(words, "negation"):
            self._denial(words, inside=inside)
        elif has(words, "quantity"):
            for figure in figures_of(words, inside=inside):
                for one in _each(figure):
                    self._figure(one)
        elif has(words, "unknown"):
            unknown(self.state, words, self.begin)
        elif words:
            self._another_organ(words, counted=self.counted)
            self._behind(words)
            self._name(words)
            lead(self.state, words, self.begin)

    def _behind(self, words: list[Token]) -> None:
        """Read what a clause says of the figure before it: 行政诉讼1件，尚未审结; 其余2件，结转下年度."""
        span = words[0].start, words[-1].end
        last = self.claims[-1] if self.claims else None
        ended = ending_of(self.state, last, words) if last is not None else None
        if last is not None and ended is not None:
            self._assert(((ended,),), last.value, last.step, span)
        elif self.open is not None and carried(words) == Line.CARRIED_OUT and not foreign(words, MOVED):
            self._figure(evolve(self.open, after=words))

    def _name(self, words: Sequence[Token]) -> None:
        """Note which total is compared with that of another year, or which result has a clause of its own."""
        if (
            not self.state.scope.results
            and {token.family for token in words} <= _RESULT
            and len(values(words, "leaf")) == 1
        ):
            self.alone = words
        asked = named(words) or "amount" in values(words, "ask")
        if asked and has(words, "compare") and not has(words, "unknown", *OTHER_SUBJECTS):
            self.alone = [token for token in words if token.family in ("this", "received", "request", "matter", "ask")]

    # ---- figures

    def _figure(self, figure: Figure) -> None:
        """Read a figure."""
        scope = self.state.scope
        if has(figure.after, "compare"):
            compared = [token.family for token in figure.after].index("compare")
            figure = evolve(figure, after=figure.after[:compared])
        scope.times(figure.words)
        if has(figure.before, "part"):
            scope.parted, scope.of_group = True, scope.group
        if has(figure.before, "compare"):
            scope.speak_of(figure.before)
            self._name(figure.before)
            return
        counted, self.counted = self.counted, True
        if not scope.timely:
            scope.speak_of(figure.words)
            return
        readings, self.open = None, None
        if not has(figure.words, "unknown") and not self._another_organ(figure.before, counted=counted):
            readings = self._readings(figure)
        if readings is None:
            self._unread(figure)
            return
        if not readings and not foreign(figure.words, LEFT):
            self.open = figure
        for reading in readings if not figure.amount.approximate else ():
            self._assert(reading, figure.amount.value, figure.amount.step, figure.token[2:])
        scope.group = next(iter(values(figure.words, "group")), None)
        scope.results += int(figure.amount.value) if scope.group and readings and not figure.inside else 0
        if has(figure.words, "applicant"):
            scope.applicant = values(figure.words, "applicant")[0]
            scope.count(figure.amount, unread=False)

    def _unread(self, figure: Figure) -> None:
        """Note what a figure leaves unclear that nobody can read."""
        scope = self.state.scope
        if has(figure.before, "last") and scope.parted:
            self._include(sure=False)
        # 县水利局收到12件，各站所收到30件.
        self.state.spoilt |= self.organ is not None and has(figure.before, "received") and not scope.parted
        # 主动沟通25次: times are no part of what is counted in pieces.
        times = figure.amount.unit == "次" and not named(figure.words)
        scope.count(figure.amount, unread=scope.parted or not times)

    def _another_organ(self, words: Sequence[Token], *, counted: bool) -> bool:
        """Tell whether another organ is spoken of than at first."""
        self.whole |= "whole" in values(words, "organ")
        organs = [token for token in words if token.family == "organ" and token.value not in (None, "whole")]
        if not organs or self.state.scope.parted:
            return bool(organs)
        if not counted:
            self.organ = self.organ or organs[0].value
            return False
        self.state.spoilt |= self.organ is not None
        return True

    def _readings(self, figure: Figure) -> list[Readings] | None:
        """Give what a quantity is about."""
        words, scope = figure.words, self.state.scope
        kind = next((_KINDS[token.family] for token in words if token.family in _KINDS), "")
        if figure.amount.money or has(words, "processing"):
            kind = "money"
        elif has(words, "remedy"):
            kind = "remedy"
        elif has(words, "group", "leaf", "carry", "applicant", "concluded"):
            kind = kind if kind == "document" else ""
        elif not kind and (scope.subject == "processing" or not has(words, "request", "ask")):
            kind = scope.subject
        readings = _READERS.get(kind, of_requests)(self.state, figure)
        if readings is not None:
            scope.speak_of(words)
        return readings

    def _assert(self, readings: Readings, value: int | Decimal, step: Decimal, span: tuple[int, int]) -> None:
        state, scope = self.state, self.state.scope
        if readings == ((FEES,),):
            value, step = Decimal(value) / MYRIAD, step / MYRIAD
        new = readings == ((_NEW,),) and scope.whole not in (None, value)
        if scope.parted and not scope.aside and (new or readings == ((_IN,),)):
            self._include(sure=True)
        elif not scope.parted and readings[0] == (_NEW,):
            scope.total = len(self.claims)
        state.told.add(readings[0][0])
        asked = readings[0][0].startswith(Section.REQUESTS)
        scope.subject = "request" if asked else scope.subject
        scope.disclosure |= asked or readings[0][0].startswith(Section.REVIEW_LITIGATION)
        quote = state.text[state.clause(span[0]) : span[1]]
        place = state.places[span[0]], state.places[span[1] - 1] + 1
        self.claims.append(Claim(readings, value, state.text, quote, place, state.part, state.paragraph, step))

    # ---- what is denied

    def _denial(self, words: list[Token], *, inside: bool) -> None:
        """Read what is denied: every word of the clause must be known."""
        scope = self.state.scope
        first = next(place for place, token in enumerate(words) if token.family == "negation")
        head, rest = words[:first], [token for token in words[first:] if not is_one(token)]
        if has(head, "quantity"):
            self._clause(head, inside=inside)
            head = []
        another = self._another_organ(head, counted=self.counted)
        scope.times([*head, *rest])
        if another or has([*head, *rest], "unknown", "compare"):
            unknown(self.state, words, self.begin)
        elif has(rest, "quantity"):
            scope.narrowed = True
        else:
            if scope.timely and not scope.blocked:
                for place, span in denials(self.state, head, rest):
                    self._assert(((place,),), 0, Decimal(0), span)
            scope.speak_of(words)


def _each(figure: Figure) -> list[Figure]:
    """申请、行政复议均为0: requests and remedies are read one by one."""
    things = things_of(figure.before)
    mixed = any(has(one, "remedy") for one in things) and any(named(one) and not has(one, "remedy") for one in things)
    mixed = mixed and figure.zero and not has(figure.before, "unknown")
    return [evolve(figure, before=one) for one in things] if mixed else [figure]
