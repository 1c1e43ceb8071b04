"""What some places ask beyond the law. These rules run only where a policy switches them on.

Their days and lengths are settings: ``[settings.published_by_local_date]`` in a policy.
"""

import re
from collections.abc import Iterator

from ..findings import Severity
from ..report import Report
from ..sections import Overview
from ..words import Words, fold
from ._engine import Fault, Outcome, Unassessable, passages, rule
from ._settings import Count, Day
from ._subjects import Publication
from .deadlines import Organ, late, organ_of

_SPACE = re.compile(r"\s")


@rule(
    Publication,
    Words(
        "部门和政府在当地规定的日期前公布年度报告。",
        "Departments and governments publish by the day that their place has set.",
    ),
    Severity.WARNING,
    basis="当地编制年度报告的通知",
    optional=True,
)
def published_by_local_date(
    publication: Publication, *, departments: str = Day("01-28"), governments: str = Day("03-31")
) -> Iterator[Outcome]:
    """Some cities have their departments publish on 28 January, some counties their government in February."""
    organ = organ_of(publication.report.organization)
    if organ in (Organ.DEPARTMENT, Organ.GOVERNMENT):
        yield from late(publication, {Organ.DEPARTMENT: Day(departments), Organ.GOVERNMENT: Day(governments)}, organ)


@rule(
    Publication,
    Words(
        "乡镇、街道和派出机构在当地规定的日期前公布年度报告。",
        "Townships, sub-districts and branch offices publish by the day that their place has set.",
    ),
    Severity.WARNING,
    basis="当地编制年度报告的通知",
    optional=True,
)
def township_published_in_time(publication: Publication, *, townships: str = Day("01-31")) -> Iterator[Outcome]:
    """The law does not name townships; most places give them the day of the departments."""
    if organ_of(publication.report.organization) is Organ.TOWNSHIP:
        yield from late(publication, {Organ.TOWNSHIP: Day(townships)}, Organ.TOWNSHIP)


_STATED = re.compile(r"(20\d\d)年(\d{1,2})月(\d{1,2})日起?[,]?(?:至|到|止|-|~)+(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日")
_ABOUT = re.compile("统计|期限|时限|数据|报告期|本报告|年度报告")
_WHOLE_YEAR = "{0}年1月1日至12月31日"


@rule(
    Report,
    Words(
        "写明统计期限是报告年度的1月1日至12月31日。",
        "The period told is that from 1 January to 31 December of the year of the report.",
    ),
    Severity.WARNING,
    basis="DB51/T 2660—2019；当地编制年度报告的通知",
    optional=True,
)
def period_stated(report: Report) -> Iterator[Outcome]:
    """“数据统计期限为××年1月1日至12月31日” stands in nearly every introduction; no notice of the State asks for it."""
    if report.year is None:
        yield Unassessable((), Words("不知道报告的年份，无法判断。", "The year of the report is unknown."))
        return
    due = (report.year, 1, 1, report.year, 12, 31)
    advice = Words("在引言中写明：统计期限为{due}。", "Say so in the introduction: 统计期限为{due}.")
    advice = advice.format(due=_WHOLE_YEAR.format(report.year))
    told = False
    for passage in passages(report):
        for sentence in "。".join(map(fold, passage.paragraphs)).split("."):
            for found in _STATED.finditer(sentence) if _ABOUT.search(sentence) else ():
                told = True
                first, last = found.group(1, 2, 3), found.group(4, 5, 6)
                if (*map(int, first), int(last[0] or first[0]), *map(int, last[1:])) != due:
                    message = Words(
                        "统计期限写的是“{quote}”，应为{due}。", "The period told is “{quote}”; it should be {due}."
                    )
                    named = message.format(quote=found[0], due=_WHOLE_YEAR.format(report.year))
                    yield Fault((passage.address,), named, advice=advice)
    if not told:
        yield Fault(("preamble",), Words("没有写明统计期限。", "The period of the figures is not told."), advice=advice)


@rule(
    Overview,
    Words("总体情况篇幅不超过规定的字数。", "The overview is no longer than its place allows."),
    Severity.NOTICE,
    basis="当地编制年度报告的通知",
    optional=True,
)
def overview_length(section: Overview, *, most: int = Count(1000)) -> Iterator[Outcome]:
    """“篇幅原则上不超过一千字”, says more than one notice."""
    length = sum(len(_SPACE.sub("", paragraph)) for paragraph in section.paragraphs)
    if length > most:
        message = Words("总体情况{length}字，超过{most}字。", "The overview has {length} characters, more than {most}.")
        advice = Words("聚焦主题，删去与信息公开无关的内容。", "Keep to the subject.")
        yield Fault(
            section.section, message.format(length=length, most=most), f"{length} - {most} = {length - most}", advice
        )
