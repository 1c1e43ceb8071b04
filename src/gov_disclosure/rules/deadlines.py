"""The days by which the law has a report published, judged by the kind of organ that its name tells.

条例 art. 49 speaks of 县级以上人民政府部门 and 县级以上地方人民政府 and of nobody else: townships,
sub-districts and branch offices have a local day, which a policy may set (`local`).
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from ..findings import Severity
from ..words import Words, fold
from ._engine import Fault, Outcome, Unassessable, rule
from ._organs import Level, is_government, is_zone, level_of
from ._settings import Day
from ._subjects import Publication


class Organ(StrEnum):
    """The kinds of organ that have a day of their own."""

    DEPARTMENT = "department"
    GOVERNMENT = "government"
    TOWNSHIP = "township"
    UNKNOWN = "unknown"


# Offices that act for another organ in a part of its area, or for its place.
_BRANCH = re.compile(r"(?:管理委员会|管委会|派出机构|派出所|分局|公署|所|队|街道办)$")
_SCOPE = re.compile(r"\([^()]*\)$")


def organ_of(name: str) -> Organ:
    """Tell the kind of an organ by its name; 某县人民政府办公室 is a department."""
    folded = _SCOPE.sub("", fold(name))
    if not folded:
        return Organ.UNKNOWN
    if level_of(folded) is Level.TOWNSHIP or is_zone(folded) or _BRANCH.search(folded):
        return Organ.TOWNSHIP
    return Organ.GOVERNMENT if is_government(folded) else Organ.DEPARTMENT


_BY_LAW = {Organ.DEPARTMENT: Day("01-31"), Organ.GOVERNMENT: Day("03-31")}
_OF = {
    Organ.DEPARTMENT: Words("政府部门", "a department"),
    Organ.GOVERNMENT: Words("本级政府", "a government"),
    Organ.TOWNSHIP: Words("乡镇、街道和派出机构", "a township, sub-district or branch office"),
}


def late(publication: Publication, days: dict[Organ, Day], organ: Organ) -> Iterator[Outcome]:
    """Yield a fault if a report was published after its day, or the doubt why that cannot be told."""
    report, published = publication.report, publication.published
    if report.year is None or not 0 <= report.year < published.year:
        message = Words(
            "报告年度{year}，公布日期{date}，不能判断是否按时公布。",
            "A report for {year}, published on {date}: whether that is in time cannot be told.",
        )
        year = Words("未知", "an unknown year") if report.year is None else report.year
        yield Unassessable((), message.format(year=year, date=published.isoformat()))
        return
    due = days[organ].of(report.year + 1)
    if published > due:
        message = Words(
            "{published}公布，{kind}应在{due}前公布，晚{days}天。",
            "Published on {published}; {kind} is to publish by {due}, {days} day(s) earlier.",
        )
        if not publication.given:
            message = Words(f"网页所载日期：{message.zh}", f"By the date on the page: {message.en}")
        advice = Words(
            "按时公布；网页日期是重新上传或迁移的日期的，保留原公布日期。",
            "Publish in time; where the date on the page is that of a later upload, keep the first one.",
        )
        values = {"published": published.isoformat(), "due": due.isoformat(), "days": (published - due).days}
        severity = None if publication.given else Severity.WARNING
        yield Fault((), message.format(kind=_OF[organ], **values), advice=advice, severity=severity)


@rule(
    Publication,
    Words(
        "县级以上政府部门在次年1月31日前、县级以上地方政府在次年3月31日前公布年度报告。",
        "Departments publish by 31 January of the next year, governments by 31 March.",
    ),
    Severity.ERROR,
    basis="《条例》第四十九条",
)
def published_in_time(publication: Publication) -> Iterator[Outcome]:
    """“…应当在每年1月31日前…并向社会公布。…应当在每年3月31日前向社会公布本级政府上一年度政府信息公开工作年度报告”."""
    organ = organ_of(publication.report.organization)
    if organ in _BY_LAW:
        yield from late(publication, _BY_LAW, organ)
    elif organ is Organ.TOWNSHIP:
        message = Words(
            "《条例》没有规定乡镇、街道和派出机构公布的日期，按当地规定（规则 township_published_in_time）。",
            "The law sets no day for townships, sub-districts and branch offices; the place may "
            "(rule township_published_in_time).",
        )
        yield Unassessable((), message)
    else:
        yield Unassessable((), Words("不知道是哪个机关的报告。", "It is not known whose report it is."))
