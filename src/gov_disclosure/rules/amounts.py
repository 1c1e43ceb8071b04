"""Sums within the text: the fee for processing requests, and wholes with their parts.

The fee of part six is that of 国办函〔2020〕109号, in 元; the fees of table 2 are all administrative
fees, in 万元. They are not held against each other.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ..claims import claims_of
from ..claims.numbers import Quantity, quantities
from ..findings import Severity
from ..names import Line, Measure, Section, Subject
from ..report import Report
from ..sections import OtherMatters
from ..words import Words, listing
from ._blanks import no_number
from ._engine import Fault, Outcome, Passage, rule
from ._organs import Level, level_of

_MEASURES = "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）"
_UNPAID = f"{Section.REQUESTS}.{Line.OTHERWISE_FEE_UNPAID}.total"
_FEES = f"{Section.PROACTIVE}.{Subject.FEES}.{Measure.AMOUNT}"


@rule(
    Report,
    Words(
        "有申请因未缴费不再处理的，第六部分报告信息处理费情况。",
        "Where fees went unpaid, part 6 tells of the fee for processing.",
    ),
    Severity.WARNING,
    basis=_MEASURES,
    editions=(2021,),
)
def processing_fee_reported(report: Report) -> Iterator[Outcome]:
    """“申请人逾期未按收费通知要求缴纳费用” can only happen after a notice of the fee was given."""
    unpaid = report.requests.matrix.get((Line.OTHERWISE_FEE_UNPAID, "total"))
    if unpaid is None:
        table = report.requests.matrix.form
        yield no_number(table, (table.index[Line.OTHERWISE_FEE_UNPAID, "total"],))
    elif unpaid and not re.search("处理费|收费", "".join(report.other_matters.paragraphs)):
        message = Words(
            "表三有{count}件申请因逾期未缴费不再处理，第六部分没有说明信息处理费情况。",
            "Table 3 has {count} requests given up for unpaid fees; part 6 tells nothing of the fee.",
        )
        advice = Words(
            "在第六部分写明发出收费通知的件数和实际收取的金额，未收到的写“0元”。",
            "Tell in part 6 how many notices of the fee were given and how much was received, 0 included.",
        )
        yield Fault((_UNPAID, Section.OTHER_MATTERS), message.format(count=unpaid), advice=advice)


# Cases stand beside their amount in its clause, in the clause before it if the amount does not say anew what was taken,
# or behind it in brackets: 对4件申请收取690元; 县公安局3件，收取590元; 690元（4件）.
_BEFORE = re.compile("[^，,；;、。]*|[，,、](?:(?!处理费)[^，,；;、。])*")
_BEHIND = re.compile("[（(]共?")
_NOTICE = re.compile("通知[^，,；;、。]*$")
_CLAUSE = 40
"""As far back is it looked for what a figure counts."""


def money_of(figures: tuple[Quantity, ...]) -> list[Decimal]:
    """Give the exact amounts of money among figures, in 元."""
    return [Decimal(one.value) for one in figures if one.money and not one.approximate]


def cases_of(text: str, figures: tuple[Quantity, ...]) -> list[Decimal]:
    """Give how many cases stand beside the amounts of a text; notices of a fee, and requests, are others."""
    found: list[Quantity] = []
    for one, other in pairwise(figures):
        between = text[one.span[1] : other.span[0]]
        if not one.money and other.money and _BEFORE.fullmatch(between):
            found.append(one)
        elif one.money and not other.money and _BEHIND.fullmatch(between):
            found.append(other)
    before = ((one, text[max(0, one.span[0] - _CLAUSE) : one.span[0]]) for one in found if not one.approximate)
    return [Decimal(one.value) for one, words in before if not _NOTICE.search(words)]


@rule(
    OtherMatters,
    Words(
        "信息处理费分项之和等于总数，金额合乎收费标准。",
        "The fees for processing add up, and are such as the rates allow.",
    ),
    Severity.WARNING,
    basis=_MEASURES,
)
def processing_fee_adds_up(section: OtherMatters) -> Iterator[Outcome]:
    """Rates are 100元/件 and more by the piece, 10, 20 or 40元/页 by the page: every fee is whole tens of yuan."""
    for sentence in _sentences(section.paragraphs, "处理费"):
        pairs = [(text, quantities(text)) for text in sentence.partition("其中")]
        amounts, cases = [money_of(figures) for _, figures in pairs], [cases_of(*pair) for pair in pairs]
        for (total, _, items), kind in ((amounts, Words("金额", "amounts")), (cases, Words("件数", "cases"))):
            if len(total) == 1 and len(items) > 1 and total[0] != sum(items):
                message = Words(
                    "信息处理费各项{kind}之和不等于总数。", "The {kind} of the fee for processing do not add up."
                )
                yield Fault((section.section,), message.format(kind=kind), _spelled(items, total[0]), _CHECK)
        odd = [amount for some in amounts for amount in some if amount % 10]
        if odd:
            message = Words(
                "信息处理费{amounts}元不是10元的整数倍。", "A fee of {amounts} yuan is no multiple of 10 yuan."
            )
            advice = Words(
                "核对金额：按件、按量计收的标准都是10元的倍数。", "Check it: all rates are multiples of 10 yuan."
            )
            named = message.format(amounts=listing(format(amount, "f") for amount in odd))
            yield Fault((section.section,), named, advice=advice, severity=Severity.NOTICE)


_CHECK = Words("核对总数与各项数字。", "Check the whole and its parts.")


def _spelled(items: list[Decimal], total: Decimal) -> str:
    terms = " + ".join(format(item, "f") for item in items)
    return f"{terms} = {sum(items):f}，文中 {total:f}，差 {abs(sum(items) - total):f}"


def _sentences(paragraphs: tuple[str, ...], *words: str) -> Iterator[str]:
    """Walk the sentences that have some words; a sentence that begins with 其中 goes on from the one before."""
    for paragraph in paragraphs:
        if all(word in paragraph for word in words):
            for sentence in paragraph.replace("。其中", "，其中").split("。"):
                if all(word in sentence for word in words):
                    yield sentence


def _list(rest: str) -> str:
    """Give what follows 其中 as far as it is one list."""
    aside = _ASIDE.search(rest)
    return rest[: max(rest.rfind(sign, 0, aside.start()) for sign in "，、,") + 1] if aside else rest


_UNIT = "[件条期次篇场个份项起宗人家]"
# What is told by the side of a list is no part of it: what was done with all of them, and how that compares.
_ASIDE = re.compile("办结|答复|回复|办理完|采纳|整改|主动公开|结转|撤回|含|包括|同时|均|都|全部|较|同比|增|减")
# One thing may be published by several media.
_MEDIA = re.compile("微信|微博|网站|公众号|新媒体|客户端|抖音|视频号|头条|平台|公报|电视|广播|报纸|栏")
# Who asked, how, and with which result: each divides the whole anew.
_DIVISIONS = tuple(
    map(re.compile, ("自然人|法人|企业|公民", "网上|网络|信函|当面|邮寄|邮政|传真", "予以|不予|公开|提供"))
)
_WHOLE = re.compile(rf"(?P<total>[0-9][0-9,]*)(?P<unit>{_UNIT})[，,]?(?:[（(])?其中[，,:：]?(?P<rest>[^。；;（）()]*)")


@rule(
    Passage,
    Words(
        "“共N条，其中……”的各项之和不超过N；列全的等于N。",
        "Parts of a whole do not exceed it; where all are listed, they make it up.",
    ),
    Severity.NOTICE,
)
def narrative_items_sum(passage: Passage) -> Iterator[Outcome]:
    """A list with “其他” or “其余” is complete; any other may leave something out, but not have too much."""
    for sentence in _sentences(passage.paragraphs, "其中"):
        found = _WHOLE.search("".join(sentence.split()))
        if found is None:
            continue
        total, unit, rest = Decimal(found["total"].replace(",", "")), found["unit"], _list(found["rest"])
        amounts = [amount for amount in quantities(rest) if amount.unit == unit]
        items = [Decimal(amount.value) for amount in amounts]
        divided = sum(bool(division.search(rest)) for division in _DIVISIONS)
        loose = divided > 1 or bool(_MEDIA.search(rest)) or any(amount.approximate for amount in amounts)
        complete = re.search(rf"其[他它余][^，、；]*[0-9]+{unit}", rest)
        if len(items) > 1 and not loose and (sum(items) > total or (complete and sum(items) != total)):
            message = Words("“{quote}”的各项之和是{sum}。", "The parts of “{quote}” add up to {sum}.")
            quote = found[0] if len(found[0]) <= 60 else f"{found[0][:60]}…"
            named = message.format(quote=quote, sum=format(sum(items), "f"))
            yield Fault((passage.address,), named, _spelled(items, total), _CHECK)


# A township or a department of a county that takes in more than 1 billion yuan has most likely written yuan. Land and
# taxes bring in as much.
_LARGEST = Decimal(100000)
_RICH = re.compile("自然资源|国土|规划|税务|财政|交通")


@rule(
    Report,
    Words("表二收费金额的单位是万元。", "The fees of table 2 are in 万元."),
    Severity.NOTICE,
    basis="国办公开办函〔2021〕30号所附格式：本年收费金额（单位：万元）",
    editions=(2021,),
)
def fee_in_wan_yuan(report: Report) -> Iterator[Outcome]:
    """“本年收费金额（单位：万元）” stands in the head of the column."""
    fee = report.proactive.table.get((Subject.FEES, Measure.AMOUNT))
    if fee is None:
        table = report.proactive.table.form
        yield no_number(table, (table.index[Subject.FEES, Measure.AMOUNT],))
        return
    told = [claim.value for claim in claims_of(report) if claim.addresses == (_FEES,)]
    in_yuan = next((value for value in told if value and value * 10000 == fee), None)
    small = level_of(report.organization) in (Level.TOWNSHIP, Level.COUNTY) and not _RICH.search(report.organization)
    advice = Words("核对单位：1万元写“1”，不写“10000”。", "Check the unit: 10,000 yuan is 1, not 10000.")
    if in_yuan is not None:
        message = Words(
            "表二的收费金额{fee}是文中{told}万元的一万倍。",
            "The fees of table 2, {fee}, are 10,000 times those told, {told}.",
        )
        yield Fault((_FEES,), message.format(fee=format(fee, "f"), told=format(Decimal(in_yuan), "f")), advice=advice)
    elif small and fee > _LARGEST:
        message = Words(
            "表二的收费金额{fee}万元过大，可能是以元为单位填写。",
            "Fees of {fee} 万元 are too much; they may be in yuan.",
        )
        yield Fault((_FEES,), message.format(fee=format(fee, "f")), advice=advice)
