"""From a sentence to its words: longest first, numbers and dates by pattern, and what is left is unknown."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from ._patterns import NAMED, NO_NAME, PATTERNS
from ._vocabulary import VOCABULARY
from .numbers import quantity

__all__ = ["Token", "is_same_organ", "tokens"]


class Token(NamedTuple):
    """One word of a sentence and where it stands."""

    family: str
    """What part it plays; ``unknown`` if nobody knows."""
    value: Any
    """Which word of the family: a name, a `Quantity`, or nothing."""
    start: int
    end: int


_NAMED, _NO_NAME = re.compile(NAMED), re.compile(NO_NAME)
_BODY = re.compile("及其?|代表")
# 收到申请（0件）: the bracket is but a way to write it.
_BARE = re.compile(r"[（(](?=\d+[件起宗份][）)])")
# 县城市管理局（综合行政执法局）: another name of the same organ.
_ALIAS = re.compile("[（(](?!不?包?[含括]|除)[^（()）0-9，。]{2,14}[局委办厅部处站所队心会][）)]")
_COUNTED = frozenset({"request", "ask", "received", "concluded", "group", "remedy", "measure", "decision"})
_GOVERNED = "省市县区州旗镇乡"
_BEFORE_AN_ORGAN = frozenset({"stop", "item", "year", "this", "until", "open_bracket"})
Match = Callable[[str, int], "re.Match[str] | None"]
Words = tuple[tuple[str, str, str | None], ...]
Patterns = tuple[tuple[Match, str], ...]


@cache
def _words() -> dict[str, Words]:
    """The words by the character that they begin with, longest first."""
    found: dict[str, dict[str, tuple[str, str | None]]] = {}
    family: str = ""
    value: str | None = None
    for line in VOCABULARY.splitlines():
        head, _, words = line.rpartition(":")
        if head:
            family, _, name = head.partition(" ")
            value = name or None
        for word in words.split() if not line.startswith("#") else ():
            found.setdefault(word[0], {})[word] = family, value
    return {
        first: tuple((word, *words[word]) for word in sorted(words, key=len, reverse=True))
        for first, words in found.items()
    }


@cache
def _patterns() -> dict[str, Patterns]:
    """The patterns by the characters that they begin with."""
    found: dict[str, list[tuple[Match, str]]] = {}
    for family, beginnings, pattern in PATTERNS:
        match = re.compile(pattern).match
        for character in dict.fromkeys(beginnings):
            found.setdefault(character, []).append((match, family))
    return {character: tuple(entries) for character, entries in found.items()}


def tokens(sentence: str, year: int | None, organization: str | None = None) -> list[Token]:
    """Read a sentence; neutral words are left out, and neighbouring unknown characters are one word."""
    found: list[Token] = []
    words, patterns = _words(), _patterns()
    place, end = 0, len(sentence)
    while place < end:
        token = _beginning(sentence, place, found, organization)
        if token is None:
            character = sentence[place]
            token = _longest(sentence, place, words.get(character, ()), patterns.get(character, ()), year)
        place = token.end
        if token.family == "organ" and token.value is not None and organization:
            token = _own(token, sentence, organization)
        if token.family == "unknown" and found and found[-1].family == "unknown" and found[-1].end == token.start:
            found[-1] = found[-1]._replace(end=token.end)
        elif token.family != "neutral":
            found.append(token)
    return found


def _beginning(sentence: str, place: int, before: list[Token], organization: str | None) -> Token | None:
    """Read what only stands at the beginning of a clause, an organ, or behind what is counted, a bracket."""
    last = before[-1] if before else None
    if last is None or last.family in _BEFORE_AN_ORGAN:
        return _organ(sentence, place, organization)
    if last.end == place and sentence[place] in "（(" and last.family in _COUNTED:
        hit = _BARE.match(sentence, place)
        return Token("neutral", None, place, hit.end()) if hit else None
    if last.end == place and last.family == "organ":
        hit = _ALIAS.match(sentence, place)
        return Token("neutral", None, place, hit.end()) if hit else None
    return None


def _longest(sentence: str, place: int, words: Words, patterns: Patterns, year: int | None) -> Token:
    """Read the longest word, or what a pattern matches if that is longer."""
    family: str = "unknown"
    value: str | None = None
    end = place + 1
    for word, name, which in words:
        if sentence.startswith(word, place):
            family, value, end = name, which, place + len(word)
            break
    matched = None
    for match, name in patterns:
        hit = match(sentence, place)
        if hit and (hit.end() > end or (family == "unknown" and hit.end() == end)):
            family, end, matched = name, hit.end(), hit
    return Token(family, value, place, end) if matched is None else _matched(matched, family, year)


def _own(token: Token, sentence: str, organization: str) -> Token:
    """Leave out what a department tells of its county: 全县, 我市, 各级行政机关 are those of a government alone."""
    place = sentence[token.start + 1]
    whole = organization.removesuffix("政府").removesuffix("人民")
    own = whole[-1] in _GOVERNED if place == "级" else place not in _GOVERNED or whole.endswith(place)
    return token if own else token._replace(family="unknown")


def _matched(hit: "re.Match[str]", family: str, year: int | None) -> Token:
    """Make a token of what a pattern has matched."""
    if family == "quantity":
        return Token(family, quantity(hit), *hit.span())
    if family in ("year", "month") and hit[0].startswith("20"):
        away = 0 if year is None else int(hit[0][:4]) - year
        if away or family == "year":
            return Token({-1: "last", 0: "this", 1: "next"}.get(away, "othertime"), "year", *hit.span())
    if family == "month":
        family = "othertime"
    if family == "organ":
        whole = hit[0][0] in "全各" or hit[0][1] in _GOVERNED
        return Token(family, "whole" if whole else None, *hit.span())
    if family == "years":
        family = "this" if hit[0][:4] == hit[0].rstrip("年度")[-4:] else "othertime"
    return Token(family, None, *hit.span())


def _organ(sentence: str, place: int, organization: str | None) -> Token | None:
    """Read the name of an organ; another than the one that reports is unknown."""
    hit = _NAMED.match(sentence, place)
    if hit is None or _NO_NAME.search(_BODY.split(hit[0])[0]):
        return None
    # A government reports by its office; that of another organ is a part of it.
    own = not hit["office"] or "政府" in hit[0]
    known = own if organization is None else is_same_organ(hit[0], organization)
    # Who it is that reports is nothing to ask where it is known.
    return Token("organ" if known else "unknown", hit[0] if organization is None else None, *hit.span())


def is_same_organ(name: str, organization: str) -> bool:
    """Tell whether two names may be of one organ: 县住建局 and 青禾县住房和城乡建设局, 市政府 and 青禾市."""
    body = _BODY.split(name)[0]
    if organization[-1] in _GOVERNED:
        body = body.removesuffix("政府").removesuffix("人民")
    return _shortens(body, organization) or (body[-1:] == organization[-1] and _shortens(organization, body))


def _shortens(short: str, long: str) -> bool:
    """Tell whether all characters of a name stand in another one in their order."""
    rest = iter(long)
    return all(character in rest for character in short)
