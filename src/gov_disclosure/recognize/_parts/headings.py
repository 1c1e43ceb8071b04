"""Title and headings: which lines open the six parts, who reports, and for which year."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import accumulate, islice

from attrs import frozen

from ...forms import FORMS
from ...names import Section
from ...words import clean, fold, simplified, without_pinyin
from .._lines.lines import Line, is_figure
from .._rows.chain import heaviest_chain

__all__ = [
    "Candidate",
    "Headings",
    "Identity",
    "candidates_of",
    "end_of_report",
    "find_headings",
    "find_title",
    "identity_of",
    "is_outdated",
    "year_of_period",
]

_ORDINAL = re.compile(r"第?([一二三四五六七八九十])(?:部分)?[,.:]|([1-6])[,.](?!\d)")
_SECTIONS = tuple(Section)
# The words by which a heading is known however it is turned; each set must be there in full.
_WORDS: tuple[tuple[Section, tuple[tuple[str, ...], ...]], ...] = (
    (Section.OVERVIEW, (("总体情况",), ("总体工作",), ("工作基本情况",), ("概述",))),
    (Section.REVIEW_LITIGATION, (("复议", "诉讼"),)),
    (Section.REQUESTS, (("收到", "申请"), ("依申请公开", "情况"), ("处理", "申请"))),
    (Section.PROACTIVE, (("主动公开", "情况"),)),
    (Section.PROBLEMS, (("问题", "改进"), ("问题", "整改"), ("存在", "问题"))),
    (Section.OTHER_MATTERS, (("其他", "报告"), ("其他", "事项"), ("需要", "报告", "事项"))),
)


@cache
def _accepted() -> dict[str, Section]:
    names = (
        (name, part.section) for form in FORMS.values() for part in form.parts for name in (part.heading, *part.also)
    )
    return {_bare(fold(name)): section for name, section in names}


def _bare(folded: str) -> str:
    return _ORDINAL.sub("", folded, count=1) if _ORDINAL.match(folded) else folded


@frozen
class Candidate:
    """A line that may be a part's heading, and how surely."""

    line: int
    section: Section
    score: float


def candidates_of(lines: Iterable[Line]) -> list[Candidate]:
    """Weigh lines as headings: their wording, their ordinals, and whether the source calls them so."""
    short = ((line.index, _weighed(line.text, line.level == 1)) for line in lines if 3 < len(line.text) < 48)
    return [Candidate(index, *found) for index, found in short if found]


@lru_cache(maxsize=4096)
def _weighed(text: str, of_a_part: bool) -> tuple[Section, float] | None:
    if any(mark in text for mark in "。；！？|"):
        return None
    folded = fold(text)
    number = _ORDINAL.match(folded)
    bare = folded[number.end() :] if number else folded
    exact = _accepted().get(bare)
    if exact is None and number is None and not of_a_part:
        return None
    section = exact or next((s for s, sets in _WORDS if any(all(w in bare for w in words) for words in sets)), None)
    if section is None:
        return None
    agrees = number is not None and _rank(number) == _SECTIONS.index(section)
    if exact is None and not agrees and len(bare) > 30:
        return None
    return section, 1 + 2 * (exact is not None) + agrees + 0.5 * of_a_part


def _rank(number: re.Match[str]) -> int:
    digit = number[1] or number[2]
    return "一二三四五六七八九十".find(digit) if number[1] else int(digit) - 1


@frozen
class Headings:
    """The lines that open the parts, those that repeat them, and those that stand out of order."""

    opening: dict[Section, int]
    repeated: dict[Section, tuple[int, ...]]
    misplaced: tuple[int, ...]


def find_headings(lines: Sequence[Line], candidates: Iterable[Candidate]) -> Headings:
    """Choose the best chain of headings in the order of the form, from what may be one in a source."""
    found = [c for c in candidates if c.line < len(lines)]
    heads = {c.line for c in found}
    found = [Candidate(c.line, c.section, c.score + 0.5 * (_below(lines, c.line) not in heads)) for c in found]
    chain = heaviest_chain([(c.line, _SECTIONS.index(c.section), c.score) for c in found])
    opening = {_SECTIONS[place]: line for line, place in chain}
    if len(found) == len(opening):
        return Headings(opening, {}, ())
    # How much text there is before each line that is no heading: none between two is none at all.
    text = list(accumulate((not (line.empty or line.index in heads) for line in lines), initial=0))
    repeated: dict[Section, list[int]] = {}
    misplaced: list[int] = []
    for c in found:
        opened = opening.get(c.section)
        if c.line == opened:
            continue
        if opened is not None and text[c.line] == text[opened] and _same(lines[c.line], lines[opened]):
            repeated.setdefault(c.section, []).append(c.line)
        elif opened is None and c.score >= 3:
            misplaced.append(c.line)
    return Headings(opening, {section: tuple(group) for section, group in repeated.items()}, tuple(misplaced))


def _below(lines: Sequence[Line], index: int) -> int | None:
    """Give the next line in which anything is printed."""
    return next((below for below in range(index + 1, len(lines)) if not lines[below].empty), None)


def _same(one: Line, other: Line) -> bool:
    return fold(one.text) == fold(other.text)


def end_of_report(lines: Sequence[Line], candidates: Iterable[Candidate]) -> int:
    """Tell where another report begins: a title and a first heading behind the last part of this one.

    A list of the parts before the report has no figures in it and ends nothing.
    """
    found = [c for c in candidates if c.score >= _SURE]
    last = next((c.line for c in found if c.section is Section.OTHER_MATTERS and _has_figures(lines[: c.line])), None)
    again = next((c.line for c in found if last is not None and c.line > last and c.section is Section.OVERVIEW), None)
    if last is None or again is None:
        return len(lines)
    titles = [line for line in lines[last:again] if is_title(line.text) and identity_of(line.text).year is not None]
    return titles[0].index if titles else len(lines)


_SURE = 3
_FEW = 10


def _has_figures(lines: Sequence[Line]) -> bool:
    figures = (cell for line in lines for cell in line.cells if is_figure(cell))
    return next(islice(figures, _FEW, None), None) is not None


# ---- the title, the organ and the year

_TITLE = re.compile(r"政[府务]信息公开(?:工作)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:年度)?报告|信息公开工作?年报")
_IN_ALL = "信"
"""No title is without it; a line that has not got it needs no closer look."""
_LONGEST_TITLE = 96
_YEAR = r"(?P<year>(?:19|20)\d{2}|二[〇○零O0][一二][〇○零一二三四五六七八九])"
_NAMED = (
    re.compile(rf"(?P<organization>.*?)关?于?{_YEAR}年?度?的?(?:政[府务])?信息公开"),
    re.compile(rf"{_YEAR}年?度?(?P<organization>.+?)(?:政[府务])信息公开"),
    re.compile(r"(?P<organization>.+?)(?P<year>)政[府务]信息公开"),
)
_DIGITS = str.maketrans("〇○零O一二三四五六七八九", "0000123456789")


_FULL_LINE = 36
"""In characters: a line of 80 columns holds 40, and no name of a website is as long."""
_OPENS, _CLOSES = re.compile(r"[（(][^）)]*$"), re.compile(r"[^（(]*[）)]")


@frozen
class Identity:
    """Who reports, and for which year; empty and `None` where the source does not say."""

    organization: str
    year: int | None


def is_title(text: str) -> bool:
    """Tell whether a line can be the title of a report, or its last part."""
    return (
        _IN_ALL in text
        and len(text) < _LONGEST_TITLE
        and not any(mark in text for mark in "。；，")
        and _TITLE.search(fold(text)) is not None
    )


def find_title(lines: Sequence[Line], end: int) -> tuple[int, ...]:
    """Give the lines of the title: the best one before line `end`, and one it was broken off from."""
    candidates = [line for line in lines[:end] if sum(map(bool, line.cells)) == 1 and is_title(line.text)]
    if not candidates:
        return _broken_title(lines[:end])
    title = max(candidates, key=lambda line: (line.level == 0, bool(identity_of(line.text).organization), line.index))
    before = next((line for line in reversed(lines[: title.index]) if not line.empty), None)
    if before and title.level is None and not identity_of(title.text).organization and _broken(before.text):
        return before.index, title.index
    if before and before.index == title.index - 1 and (_tells_year(before, title) or _runs_on(before, title)):
        return (*_full_above(lines, before.index, (before,)), before.index, title.index)
    return (title.index,)


def _tells_year(above: Line, title: Line) -> bool:
    """Tell whether the year is known only by both lines: "…中心2024" above "年政府信息公开工作年度报告"."""
    return identity_of(title.text).year is None and identity_of(above.text + title.text).year is not None


def _runs_on(above: Line, title: Line) -> bool:
    """Tell whether a title began in the line above: a bracket is open, or the line is as long as no name by itself."""
    if title.level is not None or any(mark in above.text for mark in "。；，：:|>›»/ ") or is_title(above.text):
        return False
    return len(above.text) >= _FULL_LINE or bool(_CLOSES.match(title.text) and _OPENS.search(above.text))


def _broken_title(lines: Sequence[Line]) -> tuple[int, ...]:
    """Give the lines of a title that is broken inside a word: a few right below one another."""
    near = [place for place, line in enumerate(lines) if _IN_ALL in line.text]
    for count in (2, 3, 4):
        starts = {place - before for place in near for before in range(count)}
        for start in sorted(start for start in starts if 0 <= start <= len(lines) - count):
            part = lines[start : start + count]
            if all(sum(map(bool, line.cells)) == 1 for line in part) and is_title("".join(line.text for line in part)):
                return (*_full_above(lines, start, part), *(line.index for line in part))
    return ()


def _full_above(lines: Sequence[Line], start: int, part: Sequence[Line]) -> tuple[int, ...]:
    """Give the lines right above a broken title that are as long as its lines: the title began there."""
    first, longest = start, max(len(line.text) for line in part)
    while (
        first and longest - 2 <= len(lines[first - 1].text) and not any(m in lines[first - 1].text for m in "。；：|")
    ):
        first -= 1
    return tuple(line.index for line in lines[first:start])


def _broken(text: str) -> bool:
    return len(text) < 40 and not any(mark in text for mark in "。；，：:|") and not is_title(text)


def identity_of(title: str) -> Identity:
    """Take organ and year out of a title."""
    text = without_pinyin(clean(title).replace(" ", ""))
    for pattern in _NAMED:
        match = pattern.match(simplified(text))
        if match:
            year = match["year"].translate(_DIGITS)
            organization = text[match.start("organization") : match.end("organization")]
            return Identity(organization.removeprefix("关于").strip("《》“”\"'"), int(year) if year else None)
    return Identity("", None)


_PERIOD = re.compile(r"((?:19|20)\d{2})年?1月1日")


# The parts that a report had before the form of 2019 and has no more (条例 of 2007, art. 32).
_OUTDATED = ("概述", "收费及减免", "收费和减免", "费用减免", "依申请公开政府信息情况", "依申请公开政府信息的情况")
_OUTLINE = 2
"""So many of the old parts make the old outline."""


def is_outdated(lines: Iterable[Line]) -> bool:
    """Tell whether the numbered headings are those of the reports before the form of 2019."""
    headings = (fold(line.text) for line in lines if 3 < len(line.text) < 40)
    numbered = [text for text in headings if _ORDINAL.match(text)]
    return sum(any(words in text for text in numbered) for words in _OUTDATED) >= _OUTLINE


def year_of_period(texts: Iterable[str]) -> int | None:
    """Give the year of the statistical period, if the texts name exactly one."""
    years = {int(match[1]) for text in texts for match in _PERIOD.finditer(fold(text))}
    return years.pop() if len(years) == 1 else None
