"""What clauses without figures say of those that follow: what they are about, and whether they are a part."""

import re
from collections.abc import Sequence

from ._figure import State
from ._lexer import Token
from ._requests import named, rows_of
from ._scope import OTHER_SUBJECTS, SUBJECTS, has, values

__all__ = ["lead", "unknown"]

# A clause of unknown words that begins or ends like this narrows what follows it.
_NARROWING = re.compile(r"(?:其中)?(?:通过|针对|涉及|关于|就|由|在).*(?<!下)$|.*(?:中|方面|领域|类|的|外)$")
# What requests are mostly about narrows nothing.
_ASIDE = re.compile(
    "[、等]|(?:申请)?的?(?:内容|主题|事项|领域|信息)?(?:主要|大多|多)|申请内容|内容涉及|涉及.*等.{0,4}$"
)
# With these a sentence comes to another thing.
_HEADING = re.compile(".*(?:方面|情况|工作)$")
_CLAUSE = re.compile("[^，；：,;:（）()]*")


def unknown(state: State, words: Sequence[Token], begin: int) -> None:
    """Note what a clause leaves unclear that nobody can read; `begin` is where it begins."""
    scope, said = state.scope, _said(state, begin)
    scope.times(words)
    if _ASIDE.match(said):
        return
    about = named(words) and not has(words, *OTHER_SUBJECTS) and state.topic is not False
    # Before its first figure a sentence may say much about the thing that it will count.
    goes_on = scope.subject == "request" and not any(
        one.family == "quantity" for one in state.tokens if one.start < begin
    )
    scope.subject = "request" if about or goes_on else "other" if has(words, "remedy") else "unclear"
    if has(words, "document") and not named(words) and not has(state.tokens, "quantity"):
        scope.speak_of(words)
    first = next((place for place, token in enumerate(words) if token.family == "unknown"), 0)
    begins = named(words[:first])
    scope.blocked |= bool(_NARROWING.match(said)) and not begins


def lead(state: State, words: Sequence[Token], begin: int) -> None:
    """Note what a clause of known words says."""
    scope = state.scope
    scope.times(words)
    scope.parted |= has(words, "part")
    scope.unended *= not has(words, "ending")
    if has(words, "whole"):
        # 上年结转的申请中, 自然人申请中: what follows is told of these alone.
        scope.blocked |= has(words, "carry", "open", "applicant")
        if "new" in values(words, "received"):
            scope.totals, scope.cohort = rows_of(words) or scope.totals, True
    scope.speak_of(words)
    if (named(words) and has(words, "received")) or "amount" in values(words, "ask"):
        scope.whole = scope.whole or 0
    if has(words, *SUBJECTS) and _HEADING.match(_said(state, begin)):
        scope.narrowed = scope.parted = False


def _said(state: State, begin: int) -> str:
    clause = _CLAUSE.match(state.text, begin)
    return clause[0] if clause else ""
