"""From a text to its sentences: which of them can assert anything, and what they stand under.

What a figure counts may hang on any other word of its sentence, so reading one takes the square of its
length. What is longer than any sentence that somebody writes is not read, and `unread` tells of it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..names import Section
from ..report import Report
from ._claim import Claim
from ._figure import Readings, State
from ._lexer import tokens
from ._scope import Scope
from ._sentence import Sentence

__all__ = ["LONGEST", "claims_in", "claims_of", "sentences", "unread"]

LONGEST = 2000
"""No sentence with more characters is read; the longest that reports have are some hundreds long."""
_BRACKETS = 100
"""Nor one with more brackets."""

# A sentence that begins with 其中 goes on from the one before it.
_SENTENCE = re.compile(r"[^。！？!?\n]+(?:。\s*其中[^。！？!?\n]*)*")
# A sentence asserts something by a figure or by denying.
_ASSERTING = re.compile(
    "[0-9０-９未没无零]|[〇壹贰叁肆伍陆柒捌玖拾一二两三四五六七八九十廿卅百千万亿][件条起宗例份个元]"
)
_ABOUT = re.compile(
    "申请|新收|转[入至到]|复议|诉讼|规范性文件|规章|行政许可|行政处罚|行政强制|收费|处理费|结转|公开件|予以公开|部分公开|区分处理|不予公开|禁止公开|无法提供|不予处理"
)
_NUMBERED = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,2}[）)、.](?!是)|(?:\d{1,2}[、.．]|[（(]\d{1,2}[）)])(?=[^，。0-9]{2,20}$)"
)
# What is no heading: it has a comma, or a figure.
_COUNTED = re.compile(r"[，,]|\d.*[件条起宗份]")
_ASKED = re.compile("(?<!许可)申请(?:的?(?:办理|处理|答复|受理))?情况$")
# Figures that only spaces part are no sentence.
_APART = re.compile(r"\d\s+\d")
# Other shapes of digits; each stands for one sign, so that places stay what they are.
_FOLDED = str.maketrans("０１２３４５６７８９．壹贰叁肆伍陆柒捌玖拾佰仟", "0123456789.一二三四五六七八九十百千")
_HEADED = ("方面", "情况", "主动公开", "平台", "监督", "管理", "保障")
_HEADING = 24
"""No heading has more characters."""
_LEAD = 40
"""No sentence that only says what the next ones are about has more."""


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Walk the sentences of a paragraph and where they begin."""
    return ((found.start(), found[0]) for found in _SENTENCE.finditer(text))


def claims_in(
    text: str, *, part: str = "overview", year: int | None = None, organization: str | None = None
) -> tuple[Claim, ...]:
    """Give what a text asserts about the tables of a report.

    `part` is where the text stands: the name of a part of the report, or ``preamble``; `year` is
    the year of the report, whose figures alone are claims, and `organization` the organ that reports:
    where it is given, figures of organs with other names are no claims. A line break ends a paragraph.
    A sentence of more than 2,000 characters or 100 brackets claims nothing.
    """
    return _claims(((part, tuple(text.splitlines())),), year, organization)


def claims_of(report: Report) -> tuple[Claim, ...]:
    """Give what the text of a report asserts about its tables, in the order of the text."""
    texts = [(section.section.value, section.paragraphs) for section in report.sections]
    return _claims(tuple(texts), report.year, report.organization or None)


def unread(report: Report) -> tuple[str, ...]:
    """Give the parts of a report that have a sentence with figures which is too long to be read."""
    return tuple(section.section.value for section in report.sections if any(map(_has_endless, section.paragraphs)))


def _has_endless(paragraph: str) -> bool:
    bares = (_bare(sentence) for _, sentence in sentences(paragraph))
    return _is_endless(paragraph) and any(_is_endless(bare) and _ASSERTING.search(bare) for bare in bares)


def _is_endless(text: str) -> bool:
    return len(text) > _BRACKETS and (len(text) > LONGEST or text.count("（") + text.count("(") > _BRACKETS)


@lru_cache(maxsize=64)
def _claims(
    texts: tuple[tuple[str, tuple[str, ...]], ...], year: int | None, organization: str | None
) -> tuple[Claim, ...]:
    # Several rules ask for the claims of the same report one after the other.
    return tuple(claim for part, paragraphs in texts for claim in _part(part, paragraphs, year, organization))


def _part(part: str, paragraphs: tuple[str, ...], year: int | None, organization: str | None) -> list[Claim]:
    """Read one part; where several organs are told of one by one, none of them is the one that reports."""
    topic = {str(Section.REQUESTS): True, str(Section.OVERVIEW): None}.get(part, False)
    found: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        if not topic and not _ABOUT.search(_bare(paragraph)):
            continue
        scope = Scope()
        for start, sentence in sentences(paragraph):
            topic = _topic(sentence, topic, part)
            bare = _bare(sentence)
            if not _telling(sentence, bare, known=bool(topic or scope.subject)):
                scope = Scope()
                continue
            words = tokens(bare.translate(_FOLDED), year, organization)
            found.append(Sentence(State(bare, words, _places(sentence, bare, start), part, number, topic, scope)))
            found[-1].read()
            scope = found[-1].state.scope.onward()
    return _agreed(found)


def _telling(sentence: str, bare: str, *, known: bool) -> bool:
    """Tell whether a sentence may assert something, or say what the next ones are about."""
    if _is_endless(bare) or _APART.search(sentence):
        return False
    about = _ABOUT.search(bare)
    return bool((known or about) and _ASSERTING.search(bare)) or bool(about and len(bare) <= _LEAD)


def _agreed(found: list[Sentence]) -> list[Claim]:
    """Give the claims without those that are told in two ways, or of organs that are told of one by one."""
    telling = [one for one in found if one.claims]
    organs = {one.organ for one in telling if one.organ}
    several = len(organs) > 1 or any(one.whole for one in telling)
    claims = [claim for one in telling if not (one.organ and several) for claim in one.claims]
    said: dict[tuple[int, Readings], set[object]] = {}
    for claim in claims:
        said.setdefault((claim.paragraph, claim.readings), set()).add(claim.value)
    return [claim for claim in claims if len(said[claim.paragraph, claim.readings]) == 1]


def _topic(sentence: str, topic: bool | None, part: str) -> bool | None:
    """Tell whether a sentence is about requests: it says so, or stands under a heading that does."""
    numbered = _NUMBERED.match(sentence)
    if part == Section.REQUESTS or (not numbered and (len(sentence) > _HEADING or _COUNTED.search(sentence))):
        return topic
    head = sentence[: _HEADING if numbered else None]
    if "依申请" in head or _ASKED.search(head):
        return True
    if numbered or any(word in head for word in _HEADED):
        return False
    return topic


def _bare(text: str) -> str:
    return "".join(text.split())


def _places(sentence: str, bare: str, start: int) -> Sequence[int]:
    """Tell where the characters of a sentence stand that are no spaces."""
    if len(bare) == len(sentence):
        return range(start, start + len(bare))
    return [place for place, character in enumerate(sentence, start) if not character.isspace()]
