"""What the narrative must tell, and what it must not: topics, problems, assessment, years, private data."""

import re
from collections.abc import Iterator

from ..findings import Severity
from ..names import Section
from ..report import Report
from ..sections import Overview, Problems
from ..words import Words, listing
from ._engine import Fault, Outcome, Passage, Unassessable, passages, rule
from ._organs import is_government

_NOTICE = "国办公开办函〔2021〕30号"
_YEAR = re.compile(r"(?:^|[。；])\s*(?:[（(][一二三四五六七八九十]+[）)])?\s*(20\d\d)年(?:度)?[，,]?(?P<rest>[^。；]*)")
_OWN = re.compile(r"^(?:我|本|全|各|共|新?收到|收办|受理|办理|答复|制定|制发|主动公开|未收到|没有收到|累计)")
# A year in these is no slip: what is carried over or compared with, accounts, reports; and plans, of the next year.
_LOOKING_BACK = re.compile("结转|同比|相比|较|以来|决算|预算|年报|年度报告|上年|去年|20[0-9]{2}年")
_PLANNED = re.compile("计划|将|拟|继续|进一步|力争|下一步|要")
_PERIOD = re.compile(r"(20\d\d)年1月1日[^。]{0,6}[至到止—-][^。]{0,3}?(?:(20\d\d)年)?12月31日")


@rule(
    Report,
    Words("叙述本机关工作所写的年份是报告年度。", "The text tells of the organ's own work in the year of the report."),
    Severity.WARNING,
    basis="《条例》第四十九条",
)
def narrative_year(report: Report) -> Iterator[Outcome]:
    """“上一年度政府信息公开工作年度报告” is about one year, from 1 January to 31 December."""
    if report.year is None:
        message = Words("不知道报告的年份，无法判断。", "The year of the report is unknown, so that cannot be told.")
        yield Unassessable((), message)
        return
    for passage in passages(report):
        for paragraph in passage.paragraphs if passage.address != "title" else ():
            for quote, year in _years(paragraph, report.year):
                if abs(year - report.year) == 1:
                    message = Words(
                        "“{quote}”写的是{year}年，报告年度是{due}年。",
                        "“{quote}” is about {year}; the report is about {due}.",
                    )
                    advice = Words(
                        "核对是否沿用了其他年度的文字。", "Check whether it was taken over from another year."
                    )
                    named = message.format(quote=quote, year=year, due=report.year)
                    yield Fault((passage.address,), named, advice=advice)


def _years(paragraph: str, due: int) -> Iterator[tuple[str, int]]:
    """Find statements of own work and of the period reported, with the year that they name."""
    if "年" not in paragraph or "20" not in paragraph:
        return
    text = "".join(paragraph.split())
    for found in _YEAR.finditer(text) if f"{due}年" not in text else ():
        year, rest = int(found[1]), found["rest"]
        if _OWN.match(rest) and not _LOOKING_BACK.search(rest) and not (year > due and _PLANNED.search(rest)):
            yield found[0].lstrip("。；")[:30], year
    for found in _PERIOD.finditer(text):
        for year in {int(found[1]), int(found[2] or found[1])}:
            yield found[0], year


_LISTING = re.compile("报告由|全文包括|全文由|主要包括|内容包括|报告包括|分为|由.{0,80}(?:组成|构成)")
_OLD = re.compile("概述|收费及减免|收费和减免|收费、减免|附表|咨询处理|申诉")


@rule(
    Report,
    Words("引言列举的是现行格式的六个部分。", "The introduction lists the six parts of the form in force."),
    Severity.NOTICE,
    basis="《条例》第五十条",
)
def old_outline_listed(report: Report) -> Iterator[Outcome]:
    """The outline from before 2019 (概述, 收费及减免情况, 附表) went out of use with the law of 2019."""
    for address, paragraphs in ((one.address, one.paragraphs) for one in passages(report)):
        if address not in ("preamble", Section.OVERVIEW):
            continue
        for paragraph in paragraphs:
            old = dict.fromkeys(_OLD.findall(paragraph))
            if old and _LISTING.search(paragraph):
                message = Words(
                    "引言列举了2019年以前的提纲：{parts}。", "The outline listed is that from before 2019: {parts}."
                )
                advice = Words("按现行六个部分改写，或删去列举。", "List the six parts of today, or none.")
                yield Fault((address,), message.format(parts=listing(old)), advice=advice)


# The five aspects of part one, in the order of the notice, and how reports speak of them.
_ASPECTS = (
    (Words("主动公开", "proactive disclosure"), re.compile("主动公开|公开.{0,8}信息|发布.{0,8}信息|信息.{0,8}发布")),
    (Words("依申请公开", "disclosure on request"), re.compile("依申请|公开.{0,10}申请|申请.{0,6}公开")),
    (
        Words("政府信息管理", "information management"),
        re.compile(
            "信息管理|信息.{0,6}(?:审核|审查|管理)|公开属性|保密|三审|规范性文件|发布.{0,4}(?:审核|审查)|动态调整"
        ),
    ),
    (
        Words("政府信息公开平台建设", "platform building"),
        re.compile("平台|网站|新媒体|公众号|公开栏|宣传栏|专栏|专区|公报|微博|客户端"),
    ),
    (
        Words("监督保障", "supervision and safeguards"),
        re.compile("监督|保障|考核|评议|培训|追究|追责|问责|督查|检查|组织领导|领导小组"),
    ),
)


@rule(
    Overview,
    Words("第一部分写到主动公开等五个方面。", "Part 1 tells of all five aspects."),
    Severity.WARNING,
    basis=_NOTICE,
)
def five_aspects_covered(section: Overview) -> Iterator[Outcome]:
    """“主要包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障”."""
    text = "".join(section.paragraphs)
    missing = [name for name, pattern in _ASPECTS if not pattern.search(text)]
    if text and missing:
        listed = listing(missing)
        message = Words("第一部分没有写到{missing}。", "Part 1 tells nothing of {missing}.").format(missing=listed)
        advice = Words("补写；没有开展的，写明没有。", "Tell of it; where nothing was done, say so.")
        yield Fault((section.section,), message, advice=advice)


_PROBLEM = re.compile(
    "问题|不足|不够|不高|不强|不及时|不到位|不充分|不规范|不全|不多|不平衡|不熟|单一|滞后|欠缺|薄弱|差距|短板|缺乏|偏少|偏低|困难|有待|仍需|尚需|需要?(?:进一步)?(?:加强|提高|提升|完善)"
)
_WANTED = re.compile(
    "(?:有待|仍需|尚需|还需|需要?|须)(?:进一步)?(?:加强|提高|提升|完善|强化|改进|规范|健全|加大|丰富|拓展)"
)
_IMPROVED = re.compile(
    "下一步|下步|今后|改进|整改|措施|针对|采取|加强|提高|提升|完善|强化|规范|健全|加大|推进|落实|组织|开展|优化|丰富|拓展|核对"
)


@rule(
    Problems,
    Words("第五部分既写问题，也写改进。", "Part 5 tells of problems and of improvements."),
    Severity.WARNING,
    basis="《条例》第五十条第（四）项",
)
def problems_both_halves(section: Problems) -> Iterator[Outcome]:
    """“政府信息公开工作存在的主要问题及改进情况”: two halves."""
    text = "".join(section.paragraphs)
    if len(text) < 10:
        return
    halves = (
        (_PROBLEM.search(text), Words("存在的主要问题", "problems")),
        (_IMPROVED.search(_WANTED.sub("", text)), Words("改进情况", "improvements")),
    )
    for found, half in halves:
        if not found:
            message = Words("第五部分没有写{half}。", "Part 5 tells of no {half}.").format(half=half)
            yield Fault((section.section,), message, advice=Words("补写{half}。", "Add the {half}.").format(half=half))


_ASSESSED = (
    (Words("工作考核", "assessment"), re.compile("考核|考评|评估")),
    (Words("社会评议", "public appraisal"), re.compile("评议|评估|评价|满意度")),
    (Words("责任追究", "accountability"), re.compile("追究|追责|问责")),
)


@rule(
    Report,
    Words(
        "各级人民政府报告工作考核、社会评议和责任追究结果。",
        "Governments report assessment, appraisal and accountability.",
    ),
    Severity.WARNING,
    basis="《条例》第五十条第（四）项",
)
def assessment_reported(report: Report) -> Iterator[Outcome]:
    """“各级人民政府的政府信息公开工作年度报告还应当包括工作考核、社会评议和责任追究结果情况”."""
    text = "".join(text for section in report.sections for text in section.paragraphs)
    if not text or not is_government(report.organization):
        return
    missing = [name for name, pattern in _ASSESSED if not pattern.search(text)]
    if missing:
        listed = listing(missing)
        message = Words("没有写到{missing}结果情况。", "Nothing is told of {missing}.").format(missing=listed)
        advice = Words("在“监督保障”中补写；没有的写明没有。", "Add it to 监督保障; where there was none, say so.")
        severity = None if len(missing) == len(_ASSESSED) else Severity.NOTICE
        yield Fault((Section.OVERVIEW,), message, advice=advice, severity=severity)


_PHONE = re.compile(r"(?<![\d.])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")
_IDENTITY = re.compile(r"(?<!\d)[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?!\d)")
_LONG = re.compile("[0-9][0-9 -]{9}")
_CONTACT = re.compile("电话|热线|联系|咨询|传真")


@rule(
    Passage,
    Words("正文中没有个人手机号码和身份证号码。", "The text has no mobile numbers and identity numbers of persons."),
    Severity.WARNING,
    basis="《条例》第十五条",
)
def private_data(passage: Passage) -> Iterator[Outcome]:
    """“涉及商业秘密、个人隐私等公开会对第三方合法权益造成损害的政府信息，行政机关不得公开”."""
    advice = Words("删去，或只保留办公电话。", "Delete it, or give the telephone of the office only.")
    for paragraph in filter(_LONG.search, passage.paragraphs):
        for kind, pattern in (
            (Words("手机号码", "mobile number"), _PHONE),
            (Words("身份证号码", "identity number"), _IDENTITY),
        ):
            for found in pattern.finditer(paragraph):
                near = paragraph[max(0, found.start() - 12) : found.start()]
                if pattern is _PHONE and _CONTACT.search(near):
                    continue
                if pattern is _IDENTITY and not _valid(found[0]):
                    continue
                shown = f"{found[0][:3]}…{found[0][-2:]}"
                message = Words("出现{kind}“{shown}”。", "There is a {kind}, “{shown}”.").format(kind=kind, shown=shown)
                yield Fault((passage.address,), message, advice=advice)


def _valid(number: str) -> bool:
    """Check the last digit of an identity number by GB 11643—1999."""
    weighted = sum(int(digit) * (2 ** (17 - place) % 11) for place, digit in enumerate(number[:17]))
    return "10X98765432"[weighted % 11] == number[17].upper()
