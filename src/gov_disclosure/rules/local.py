"""What some places ask beyond the law. These rules run only where a policy switches them on.

Their days and lengths are settings: ``[settings.published_by_local_date]`` in a policy.
"""

import re
from collections.abc import Iterator

from ..findings import Severity
from ..sections import Overview
from ..words import Words
from ._engine import Fault, Outcome, rule
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
