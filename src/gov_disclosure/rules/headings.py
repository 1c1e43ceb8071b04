"""The six parts: that they are there, numbered as in the form, under the names that the form or the law gives them.

Two official sets of names are in use, that printed in the form and that of 条例 art. 50 and of the
notice; both are accepted, whatever brackets, quotes and spaces they are written with.
"""

import re
from collections.abc import Iterator
from functools import cache

from ..findings import Severity
from ..forms import FORMS
from ..names import Section
from ..sections import OtherMatters, Overview, Problems, ReportSection, part_of
from ..words import Words, fold
from ._engine import Fault, Outcome, rule

_FORM = "国办公开办函〔2021〕30号所附格式"
_ORDINALS = dict(zip(Section, "一二三四五六", strict=True))
_DIGITS = dict(zip("123456", "一二三四五六", strict=True))
# An ordinal before a heading: the numeral, and what sets it off; applied to folded text.
_NUMBER = re.compile(r"(?P<open>\(?)(?P<numeral>[一二三四五六七八九十]{1,3}|\d{1,2})(?P<close>\)?[,.]?)")
_END = ".,:;"
# No heading is longer, spaces and all; longer paragraphs need not be compared.
_LONGEST = 80


@cache
def names_of(section: str) -> frozenset[str]:
    """The accepted names of a part, folded and without ordinals, in whatever edition."""
    parts = [form.by_section[section] for form in FORMS.values()]
    return frozenset(_bare(fold(name)) for part in parts for name in (part.heading, *part.also))


def _bare(folded: str) -> str:
    return _NUMBER.sub("", folded, count=1).strip(_END) if _NUMBER.match(folded) else folded.strip(_END)


@cache
def headings() -> frozenset[str]:
    """The accepted headings of all parts, folded, with their ordinals."""
    return frozenset(f"{ordinal},{name}" for section, ordinal in _ORDINALS.items() for name in names_of(section))


def name_part(section: ReportSection) -> Words:
    """Name a part as people do: 第五部分."""
    return Words(f"第{_ORDINALS[section.section]}部分", f"Part {list(Section).index(section.section) + 1}")


@rule(
    ReportSection,
    Words("年度报告六个部分齐全，叙述部分有内容。", "All six parts are there, and the narrative parts say something."),
    Severity.ERROR,
    basis="《条例》第五十条；国办公开办函〔2021〕30号",
)
def six_parts_present(section: ReportSection) -> Iterator[Outcome]:
    """“要严格按照《条例》第五十条的规定确定，不能遗漏，也不宜泛化”, says the notice of the contents."""
    where = (section.section,)
    official = part_of(section).heading
    if section.heading is None:
        message = Words("缺少“{heading}”这一部分的标题。", "The heading of {part}, “{heading}”, is missing.")
        advice = Words(
            "补上标题；该部分没有内容的也要列出并说明。", "Add the heading, even over a part with nothing to tell."
        )
        yield Fault(where, message.format(heading=official, part=name_part(section)), advice=advice)
    elif not section.text and isinstance(section, Overview | Problems | OtherMatters):
        message = Words("“{heading}”没有内容。", "“{heading}” has no text.")
        advice = Words("补写这一部分。", "Write this part.")
        if isinstance(section, OtherMatters):
            advice = Words("没有其他事项的，写明“无”。", "If there is nothing to report, say so: “无”.")
        yield Fault(where, message.format(heading=official), advice=advice, severity=_EMPTY[section.section])


_EMPTY = {
    Section.OVERVIEW: Severity.WARNING,
    Section.PROBLEMS: Severity.ERROR,
    Section.OTHER_MATTERS: Severity.NOTICE,
}


@rule(
    Problems,
    Words("第五部分写明存在的主要问题和改进情况。", "Part 5 names the main problems and the improvements."),
    Severity.ERROR,
    basis="《条例》第五十条第（四）项",
)
def problems_stated(section: Problems) -> Iterator[Outcome]:
    """“政府信息公开工作存在的主要问题及改进情况”: “无” or a few characters tell of neither."""
    # Folding takes away spaces and the readings of characters at most; a long text stays long enough.
    text = fold("".join(section.paragraphs)[:_LONGEST]).strip(_END)
    advice = Words("分别写明存在的问题和改进措施。", "Name the problems, and what is done about them.")
    if text in {"无", "没有", "暂无"}:
        message = Words("第五部分只写了“{text}”。", "Part 5 says only “{text}”.")
        yield Fault((section.section,), message.format(text=text), advice=advice)
    elif 0 < len(text) < 10:
        message = Words("第五部分只有{count}个字。", "Part 5 has only {count} characters.")
        yield Fault((section.section,), message.format(count=len(text)), advice=advice, severity=Severity.WARNING)


@rule(
    ReportSection,
    Words("六个部分依次编号“一、”至“六、”。", "The six parts are numbered 一、 to 六、 in order."),
    Severity.ERROR,
    basis=_FORM,
)
def part_headings_numbered(section: ReportSection) -> Iterator[Outcome]:
    """The form numbers its parts 一、 to 六、; a number that restarts or shifts names another part."""
    if section.heading is None:
        return
    expected, folded = _ORDINALS[section.section], fold(section.heading)
    found = _NUMBER.match(folded)
    if found and found["numeral"] == expected and not found["open"] and found["close"] in {",", "."}:
        return
    advice = Words("标题改为“{heading}”。", "Write “{heading}”.").format(heading=part_of(section).heading)
    if found and found["close"] and _DIGITS.get(found["numeral"], found["numeral"]) != expected:
        message = Words(
            "{part}的标题“{heading}”编号应为“{expected}、”。", "{part}: “{heading}” should be number {expected}."
        )
        severity = None
    else:
        message = Words(
            "{part}的标题“{heading}”没有写成“{expected}、”的编号。",
            "{part}: “{heading}” does not begin with “{expected}、”.",
        )
        severity = Severity.WARNING
    named = message.format(part=name_part(section), heading=section.heading, expected=expected)
    yield Fault((section.section,), named, advice=advice, severity=severity)


@rule(
    ReportSection,
    Words("各部分标题使用统一格式或《条例》的名称。", "The parts bear the names of the form or of the law."),
    Severity.WARNING,
    basis=f"《条例》第五十条；{_FORM}",
)
def part_headings_worded(section: ReportSection) -> Iterator[Outcome]:
    """“应当公布政府信息公开工作年度报告统一格式”: the headings of the form are the names of its parts."""
    if section.heading is None or _bare(fold(section.heading)) in names_of(section.section):
        return
    message = Words(
        "{part}的标题是“{heading}”，格式规定为“{official}”。",
        "{part} is headed “{heading}”; the form has “{official}”.",
    )
    official = part_of(section).heading
    named = message.format(part=name_part(section), heading=section.heading, official=official)
    advice = Words("标题改为“{heading}”。", "Write “{heading}”.").format(heading=official)
    yield Fault((section.section,), named, advice=advice)


@rule(
    ReportSection,
    Words("部分标题不在正文中重复出现。", "No heading of a part is printed again as text."),
    Severity.WARNING,
    basis=_FORM,
)
def part_heading_repeated(section: ReportSection) -> Iterator[Outcome]:
    """The form prints each of its six headings once."""
    own = {fold(section.heading).strip(_END)} if section.heading else set()
    known = headings() | own
    repeated = [text for text in section.paragraphs if len(text) < _LONGEST and fold(text).strip(_END) in known]
    for text in dict.fromkeys(repeated):
        message = Words(
            "{part}的正文中重复出现标题“{text}”。", "{part}: the heading “{text}” stands in the text again."
        )
        advice = Words("删去重复的标题。", "Delete the repeated heading.")
        yield Fault((section.section,), message.format(part=name_part(section), text=text), advice=advice)


# What part one is about, by 国办公开办函〔2021〕30号: a paragraph that begins with a bare numeral and one
# of these is a sub-topic, while “一是…” and “一年来…” are running text.
_TOPICS = (
    "主动公开|依申请公开|政府信息管理|信息管理|政府信息公开平台|平台建设|监督保障"
    "|强化|加强|规范|完善|健全|推进|严格|做好"
)
# The radicals of the Kangxi dictionary stand for some of them in documents of converters.
_NUMERALS = frozenset("一二三四五六七八九十⼀⼆⼋⼗")
_TOP_LEVEL = re.compile(rf"[一二三四五六七八九十]{{1,2}}(?:[,.](?![一二三四五六七八九十])|(?={_TOPICS}))")


@rule(
    Overview,
    Words(
        "第一部分的小标题用“（一）”编号，不用部分一级的“一、”。",
        "Sub-headings of part 1 are numbered （一）, not 一、.",
    ),
    Severity.WARNING,
    basis=_FORM,
)
def subheadings_bracketed(section: Overview) -> Iterator[Outcome]:
    """The form numbers its six parts 一、 to 六、; “主动公开、依申请公开…” are topics within part one."""
    folded = ((text, fold(text[:_LONGEST])) for text in section.paragraphs if text[:1] in _NUMERALS)
    found = [text for text, plain in folded if _TOP_LEVEL.match(plain) and plain.strip(_END) not in headings()]
    if found:
        heads = [_quoted(text) for text in found]
        message = Words(
            "第一部分的小标题编号没有用括号：{listed}。",
            "Part 1: sub-headings are numbered without brackets: {listed}.",
        )
        listed = Words("".join(f"“{head}”" for head in heads), ", ".join(f"“{head}”" for head in heads))
        advice = Words("改为“（一）”“（二）”等编号。", "Number them （一）, （二） and so on.")
        yield Fault((section.section,), message.format(listed=listed), advice=advice)


_LONGEST_QUOTE = 30


def _quoted(text: str) -> str:
    """Quote a sub-heading up to its stop, and a long one up to a comma in it, so that no word is cut."""
    head = re.split("[。：；]", text)[0]
    if len(head) <= _LONGEST_QUOTE:
        return head
    # The numeral is set off by a sign of its own, which is no place to cut.
    whole = re.match(r"(?:.{4,29})(?=[，,、 ])", head)
    return f"{whole[0] if whole else head[:_LONGEST_QUOTE]}…"
