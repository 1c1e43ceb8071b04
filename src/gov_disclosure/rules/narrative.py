"""The text against the tables: what the narrative asserts must be what parts two to four report.

Claims are read by `gov_disclosure.claims`, which asserts nothing where a sentence can be meant in
another way. A figure that has two readings is wrong only if it fits neither.
"""

import re
from collections.abc import Iterator

from ..claims import claims_of
from ..claims.numbers import quantities
from ..findings import Severity
from ..names import Line, Section, Subject
from ..report import Report
from ..words import Words
from ._asserted import ADVICE, compared, figure_of, name_address, once
from ._engine import Fault, Outcome, rule

_ALIKE = "《条例》第五十条"
_RECEIVED = f"{Section.REQUESTS}.{Line.RECEIVED}."
_CARRIED = (f"{Section.REQUESTS}.{Line.CARRIED_IN}.", f"{Section.REQUESTS}.{Line.CARRIED_OUT}.")
_CONCLUDED = f"{Section.REQUESTS}.{Line.CONCLUDED}."
_FORWARD = f"{_CARRIED[1]}total"
_FEES = f"{Section.PROACTIVE}.{Subject.FEES}."
_DOCUMENTS = tuple(f"{Section.PROACTIVE}.{subject}." for subject in (Subject.RULES, Subject.NORMATIVE_DOCUMENTS))


@rule(
    Report,
    Words("文中收到的申请数与表三一致。", "The requests that the text says were received are those of table 3."),
    Severity.WARNING,
    basis=_ALIKE,
)
def narrative_requests_received(report: Report) -> Iterator[Outcome]:
    """“收到和处理政府信息公开申请的情况” is told once in words and once in table 3, 第一项."""
    yield from compared(report, lambda address: address.startswith(_RECEIVED))


@rule(
    Report,
    Words("文中上年结转、结转下年的申请数与表三一致。", "What the text says was carried over is what table 3 has."),
    Severity.WARNING,
    basis=_ALIKE,
)
def narrative_requests_carried(report: Report) -> Iterator[Outcome]:
    """上年结转 is 第二项 of table 3, 结转下年度继续办理 its 第四项."""
    yield from compared(report, lambda address: address.startswith(_CARRIED))


_ALL_DONE = re.compile(
    "(?:全部|均已?)(?:按[时期]|依法|按规定|按照[^，。；]{0,8}|在[^，。；]{0,10})?(?:予以|进行)?(?:办结|答复|办理完毕)"
)
_LEFT = re.compile("结转|顺延|延期|尚未|未办结|正在|在办|到期|下一?年|上一?年|去年|除|其余|余")
_NONE_LEFT = re.compile("(?:无|没有|未)(?:任何|需要?|申请|案件)?(?:结转|顺延|延期|未办结)[^，。；、]*")


@rule(
    Report,
    Words("文中办结、答复的申请数与表三一致。", "The requests that the text says were concluded are those of table 3."),
    Severity.WARNING,
    basis=_ALIKE,
)
def narrative_requests_concluded(report: Report) -> Iterator[Outcome]:
    """The total of 第三项, 本年度办理结果; “全部办结” leaves nothing for 第四项."""
    yield from compared(report, lambda address: address.startswith(_CONCLUDED))
    forward = figure_of(report, (_FORWARD,))
    if forward is None or forward.blanks or not forward.total:
        return
    told = {claim.sentence: claim for claim in claims_of(report) if claim.addresses[0].startswith(_RECEIVED)}
    for sentence, claim in told.items():
        said = _ALL_DONE.search(sentence)
        if said and claim.value and not _LEFT.search(_NONE_LEFT.sub("", sentence)):
            message = Words(
                "{part}写申请“{quote}”，表三却有{count}件结转下年度继续办理。",
                "{part} says of the requests “{quote}”, but table 3 carries {count} forward.",
            )
            values = {"part": name_address(claim.part), "quote": said[0], "count": forward.total}
            yield Fault((_FORWARD, claim.part), message.format(**values), advice=ADVICE)


@rule(
    Report,
    Words("文中各类办理结果的件数与表三一致。", "The results that the text counts are those of table 3."),
    Severity.WARNING,
    basis=_ALIKE,
)
def narrative_outcomes(report: Report) -> Iterator[Outcome]:
    """予以公开, 部分公开, 不予公开, 无法提供, 不予处理, 其他处理: the groups of 第三项, and their rows."""
    others = (_RECEIVED, *_CARRIED, _CONCLUDED)
    yield from compared(report, lambda one: one.startswith(f"{Section.REQUESTS}.") and not one.startswith(others))


_CHANNEL = re.compile(
    "(?:网上|网络|在线|互联网|线上|平台|信函|来函|邮寄|邮政|邮件|当面|现场|窗口|传真|书面|线下|其[他它](?:方式|渠道|途径|形式))"
    "(?:(?!办结|答复|回复|公开|发布|推送|咨询|留言|来信|信件|投诉)[^，。；、（）0-9]){0,12}[0-9]+[件条宗起份次例]"
)
# A list that leaves something out.
_OPEN = re.compile("等|主要|多为")


@rule(
    Report,
    Words("文中按渠道计的申请数之和等于收到数。", "The requests by channel add up to those received."),
    Severity.NOTICE,
    basis=_ALIKE,
)
def narrative_channels_sum(report: Report) -> Iterator[Outcome]:
    """Every request comes by one channel: 网上、信函、当面、传真 and others."""
    for claim in once(claim for claim in claims_of(report) if claim.addresses[0] == f"{_RECEIVED}total"):
        figures = [amount for found in _CHANNEL.findall(claim.sentence) for amount in quantities(found)]
        total = sum(int(amount.value) for amount in figures)
        if len(figures) < 2 or total == claim.value or any(amount.approximate for amount in figures):
            continue
        if total > claim.value or not _OPEN.search(claim.sentence):
            message = Words(
                "{part}写“{quote}”，按渠道计的件数之和却是{total}。",
                "{part} says “{quote}”, but by channel there are {total}.",
            )
            terms = " + ".join(str(amount.value) for amount in figures)
            difference = abs(total - claim.value)
            yield Fault(
                (claim.part,),
                message.format(part=name_address(claim.part), quote=claim.quote, total=total),
                f"{terms} = {total}，文中 {claim.value}，差 {difference}",
                Words("核对各渠道的件数。", "Check the figures by channel."),
            )


@rule(
    Report,
    Words("文中行政复议、行政诉讼的件数与表四一致。", "The remedies that the text counts are those of table 4."),
    Severity.NOTICE,
    basis=_ALIKE,
)
def narrative_remedies(report: Report) -> Iterator[Outcome]:
    """“因政府信息公开工作被申请行政复议、提起行政诉讼的情况”; what was filed or closed may be other cases."""
    yield from compared(report, lambda address: address.startswith(f"{Section.REVIEW_LITIGATION}."))


@rule(
    Report,
    Words(
        "文中规范性文件、行政执法决定的件数与表二一致。",
        "Documents and decisions that the text counts are those of table 2.",
    ),
    Severity.WARNING,
    basis="《条例》第二十条第（一）、（五）、（六）项",
)
def narrative_documents(report: Report) -> Iterator[Outcome]:
    """Part one may tell how many documents were issued, repealed and are in force; table 2 must have the same."""

    def weigh(address: str) -> Severity | None:
        return None if address.startswith(_DOCUMENTS) else Severity.NOTICE

    wanted = f"{Section.PROACTIVE}."
    yield from compared(report, lambda one: one.startswith(wanted) and not one.startswith(_FEES), weigh)


@rule(
    Report,
    Words("文中行政事业性收费的金额与表二一致。", "The fees that the text tells are those of table 2."),
    Severity.WARNING,
    basis="《条例》第二十条第（八）项",
)
def narrative_fees(report: Report) -> Iterator[Outcome]:
    """The table has 本年收费金额（单位：万元）; a text may have yuan, and is held against it in 万元."""
    yield from compared(report, lambda address: address.startswith(_FEES))
