"""From a text to its sentences: which of them can assert anything, and what they stand under."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..names import Section
from ..report import Report
from ._claim import Claim
from ._lexicon import tokens
from ._near import State, has
from ._sentence import Sentence

__all__ = ["claims_in", "claims_of", "sentences"]

_SENTENCE = re.compile(r"[^。！？!?\n]+")
# A sentence asserts something by a figure or by denying.
_ASSERTING = re.compile("[0-9０-９未没无零]|[〇一二两三四五六七八九十百千][件条起宗例份个元]")
_ABOUT = re.compile(
    "申请|复议|诉讼|规范性文件|规章|行政许可|行政处罚|行政强制|收费|处理费|结转|公开件|予以公开|不予公开|无法提供|不予处理"
)
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十]{1,2}[）)、.](?!是)|\d{1,2}[、.．]|[（(]\d{1,2}[）)]")
_HEADED = ("方面", "情况", "主动公开", "平台", "监督", "管理", "保障")
_HEADING = 24
"""No heading has more characters."""


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Walk the sentences of a paragraph and where they begin."""
    return ((found.start(), found[0]) for found in _SENTENCE.finditer(text))


def claims_in(text: str, *, part: str = "overview", year: int | None = None) -> tuple[Claim, ...]:
    """Give what a text asserts about the tables of a report.

    `part` is where the text stands: the name of a part of the report, or ``preamble``; `year` is
    the year of the report, whose figures alone are claims. A line break ends a paragraph.
    """
    return _claims(((part, tuple(text.splitlines())),), year)


def claims_of(report: Report) -> tuple[Claim, ...]:
    """Give what the text of a report asserts about its tables, in the order of the text."""
    texts = [(section.section.value, section.paragraphs) for section in report.sections]
    return _claims(tuple(texts), report.year)


@lru_cache(maxsize=64)
def _claims(texts: tuple[tuple[str, tuple[str, ...]], ...], year: int | None) -> tuple[Claim, ...]:
    # Several rules ask for the claims of the same report one after the other.
    return tuple(claim for part, paragraphs in texts for claim in _part(part, paragraphs, year))


def _part(part: str, paragraphs: tuple[str, ...], year: int | None) -> Iterator[Claim]:
    topic = part == Section.REQUESTS
    for number, paragraph in enumerate(paragraphs):
        if not topic and not _ABOUT.search(paragraph):
            continue
        for start, sentence in sentences(paragraph):
            topic = _topic(sentence, topic, part)
            if (topic or _ABOUT.search(sentence)) and _ASSERTING.search(sentence):
                yield from _sentence(sentence, start, year, part, topic=topic, paragraph=number)


_FIGURES_APART = re.compile(r"\d\s+\d")


def _topic(sentence: str, topic: bool, part: str) -> bool:
    """Tell whether a sentence is about requests: it says so, or stands under a heading that does."""
    numbered = _NUMBERED.match(sentence)
    if part == Section.REQUESTS or (not numbered and len(sentence) > _HEADING):
        return topic
    head = sentence[: _HEADING if numbered else None]
    if "依申请" in head:
        return True
    if numbered or any(word in head for word in _HEADED):
        return False
    return topic


def _sentence(sentence: str, start: int, year: int | None, part: str, *, topic: bool, paragraph: int) -> list[Claim]:
    """Read one sentence; spaces within it make no difference, except between figures: those are no sentence."""
    if _FIGURES_APART.search(sentence):
        return []
    bare = "".join(sentence.split())
    words = tokens(bare)
    if not has(words, "quantity", "negation", "zero"):
        return []
    places: Sequence[int] = range(start, start + len(bare))
    if len(bare) < len(sentence):
        places = [place for place, character in enumerate(sentence, start) if not character.isspace()]
    return Sentence(State(bare, words, places, year, part, paragraph, topic)).read()
