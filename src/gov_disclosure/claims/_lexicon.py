"""The words of the grammar: what a text about the form is made of, as one literal, and the lexer over it.

A token has a family (what part it plays) and a value (which one). Where two entries begin at the
same place the earlier entry wins, so longer words stand before the words that they begin with.
Words that are in no entry are passed over: the grammar reads what it knows and leaves the rest.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

from ..names import Applicant, Line, Measure, Outcome, Procedure, Subject
from .numbers import BEGINNINGS, QUANTITY, quantity

__all__ = ["Token", "tokens"]


class Token(NamedTuple):
    """One word that the grammar knows, where it stands in the sentence."""

    family: str
    value: Any
    """Which word of the family: a name, a year as `int`, a `Quantity`, or nothing."""
    start: int
    end: int


_ALSO = r"(?:或者?|和|及|以及|、|与)"
_LAST = r"(?:上一?个?年度?|去年|往年)"
_NEXT = r"(?:下一?个?年度?|次年|明年|来年)"
_THIS = r"(?:本年度?|今年|当年)"
_ON = r"(?:结转|转接|转结|顺延|延续|延期|转)"
_ONWARDS = "结转|转接|转结|顺延|延续|延期|转"
_UNFINISHED = (
    r"(?:度|末|底)?(?:的|未办结|尚未办结|遗留)*(?:申请|案件)?(?:结转|转入|转来|接转|遗留|延续|顺延|转结|未办结)"
)
_IN = rf"{_UNFINISHED}(?!{_ON}?[至到入]?{_NEXT})(?:[至到入]?{_THIS})?"


def _each(begin: str, rest: str) -> str:
    """Put the same rest behind every one of some beginnings."""
    return "|".join(f"{one}{rest}" for one in begin.split("|"))


_CARRYING = (
    ("carry", "in", _each("上一?个?年度?|去年|往年", _IN)),
    ("carry", "out", _each(_ONWARDS, rf"[至到入]?{_NEXT}")),
    ("carry", "in", _each(_ONWARDS, rf"[至到入]{_THIS}") + rf"|结转自?{_LAST}"),
    ("carry_year", None, _each(_ONWARDS, r"[至到入]?20\d\d年度?")),
    ("carry", None, "结转"),
)
_TIMES = (
    ("compare", None, "同比|环比|" + _each("与|同|和", r"(?:上年|去年|上一年|20\d\d年)[^，。；]{0,6}相?比")),
    ("compare", None, r"较|比(?!例|如|对|武|赛)|增加|减少|增长|下降|上升|回落|降低|上涨|[多少](?=\d)"),
    ("year", None, r"20\d\d年"),
    ("time", "this", "今年以来|本年以来"),
    ("time", "other", _each("近|过去|前", r"[一二三四五六七八九十\d两几]+年") + "|以来|前年|历年|同期|上半年|下半年"),
    ("time", "other", r"[前一二三四第][一二三四]?个?季度|1-12月|1至12月|[0123456789]\d?[-至—~～]\d{1,2}月"),
    ("time", "other", r"上一?个?年度?|去年|往年"),
    ("time", "this", r"本年度?|今年|当年|全年|年内"),
    ("plan", None, r"计划|预计|拟(?=制|出|废|修|新)|力争|争取|下一步|下步|今后"),
)
_RESULTS: tuple[tuple[str, object, str], ...] = (
    ("leaf", Line.REFUSED_STATE_SECRET, "国家秘密"),
    ("leaf", Line.REFUSED_PROHIBITED_BY_LAW, "法律、?行政法规(?:规定)?禁止公开"),
    ("leaf", Line.REFUSED_SECURITY_STABILITY, "三安全一稳定"),
    ("leaf", Line.REFUSED_THIRD_PARTY, "第三方(?:合法)?权益"),
    ("leaf", Line.REFUSED_INTERNAL_AFFAIRS, "内部事务(?:性)?信息"),
    ("leaf", Line.REFUSED_PROCESS, "过程性信息"),
    ("leaf", Line.REFUSED_ENFORCEMENT_FILE, "行政执法案卷(?:信息)?"),
    ("leaf", Line.REFUSED_ENQUIRY, "行政查询事项"),
    ("leaf", Line.UNAVAILABLE_NOT_HELD, "不掌握(?:相关|有关)?(?:政府)?(?:信息)?"),
    ("leaf", Line.UNAVAILABLE_NEEDS_CREATION, "没有现成信息[，、]?(?:需要?另行制作)?|需要?另行制作"),
    ("leaf", Line.UNAVAILABLE_UNCLEAR, "补正后(?:申请)?(?:内容)?仍(?:然)?不明确"),
    ("leaf", Line.UNPROCESSED_PETITION, "信访、?举报、?投诉类?(?:的?申请)?"),
    ("leaf", Line.UNPROCESSED_REPEAT, "重复申请"),
    ("leaf", Line.UNPROCESSED_PUBLICATION, "公开出版物"),
    ("leaf", Line.UNPROCESSED_EXCESSIVE, "大量反复申请"),
    ("leaf", Line.UNPROCESSED_REISSUE, "重新出具(?:已获取信息)?"),
    ("leaf", Line.OTHERWISE_NOT_SUPPLEMENTED, "逾期[未不](?:按要求|作)?补正"),
    ("leaf", Line.OTHERWISE_FEE_UNPAID, "逾期[未不](?:按收费通知要求|按要求)?(?:缴纳费用|缴费|交费)"),
    ("group", Line.PARTLY_DISCLOSED, "予以部分公开|部分公开|区分处理"),
    ("group", Line.DISCLOSED, "予以公开"),
    ("group", Line.REFUSED, "不予公开"),
    ("group", Line.UNAVAILABLE, "无法提供"),
    ("group", Line.UNPROCESSED, "不予处理"),
    ("group", Line.OTHERWISE, "其[他它]处理"),
)
_REMEDIES = (
    ("void", None, "备案|新发生|本级|应诉|代理"),
    ("remedy", Procedure.LITIGATION_DIRECT, "未经复议直接(?:起诉|提起(?:行政)?诉讼)|直接起诉"),
    ("remedy", Procedure.LITIGATION_AFTER_RECONSIDERATION, "复议后(?:再?起诉|提起(?:行政)?诉讼|诉讼)"),
    ("bad", None, "行政复议机[关构]|复议机[关构]"),
    ("remedy", Procedure.RECONSIDERATION, _each("行政复议|复议", "(?!决定|答复|委|局|体)")),
    ("remedy", Procedure.LITIGATION, _each("行政诉讼|诉讼", "(?!费|法)")),
    ("ending", Outcome.UPHELD, "结果维持|维持"),
    ("ending", Outcome.CORRECTED, "结果纠正|纠正"),
    ("ending", Outcome.OTHER_OUTCOME, "其[他它]结果"),
    ("ending", Outcome.PENDING, "尚未审结|还未审结|未审结|尚在审理|正在审理"),
    ("void", None, "审结"),
    ("cause", None, "因公开|因|被|引发|引起|产生|针对"),
)
_PROACTIVE = (
    (
        "other",
        None,
        "党[内组委][^，。；]{0,6}规范性文件|" + _each("规范性文件|行政规范性文件", "(?:备案|清理|解读|管理|审查|数据)"),
    ),
    ("other", None, "规章(?:制度|草案|备案|库)"),
    ("document", Subject.NORMATIVE_DOCUMENTS, "行政规范性文件|规范性文件"),
    ("document", Subject.RULES, "规章"),
    ("measure", Measure.ISSUED, "制发|制定|制订|出台|印发"),
    ("measure", Measure.REPEALED, "废止"),
    ("measure", Measure.IN_FORCE, "现行有效"),
    (
        "other",
        None,
        "行政许可(?:信息|公示|证|结果|法|项目|清单)|行政处罚(?:信息|公示|裁量|法|决定书|结果|案件信息)|行政强制法",
    ),
    ("decision", Subject.LICENSES, "行政许可"),
    ("decision", Subject.PENALTIES, "行政处罚"),
    ("decision", Subject.COMPULSORY_MEASURES, "行政强制(?:措施|执行)?"),
    ("decide", None, "作出|做出|实施|下达|处理决定|决定"),
    ("fee", None, "行政事业性收费(?!项目|目录|清单|标准|政策)"),
    ("notice", None, "收费通知"),
    ("other", None, _each("信息处理费|处理费", "(?:管理|收取标准)")),
    ("processing", None, "政府信息公开信息处理费|信息处理费|信息公开处理费|处(?<![水圾物泥气]处)理费"),
)
_REQUESTS = (
    ("request", "disclosed", "依申请公开了?(?:政府|政务)?信息(?=共?计?[0-9０-９一二三四五六七八九十])"),
    ("other", None, "属性|案例|案卷"),
    ("other", None, "主动公开(?![、和与]依申请)"),
    (
        "request",
        None,
        _each("政府信息|政务信息|信息", "(?:依申请公开|公开(?:类|方面)?的?(?:申请(?!人|表|书|渠道|平台)|[办案]件|件))"),
    ),
    ("request", None, "依申请公开(?:政府|政务)?(?:信息)?的?(?:申请(?!人))?|依申请(?=[办案]?件|事项)"),
    ("request", None, "公开(?:政府|政务|相关|有关|本机关|上述|的)*信息的?申请(?!人)|公开申请(?!人)|申请公开"),
    ("zero", Line.RECEIVED, "零申请"),
    ("zero", Procedure.RECONSIDERATION, "零复议|零行政复议"),
    ("zero", Procedure.LITIGATION, "零诉讼|零行政诉讼"),
    ("matter", None, "申请人|“[^”]{0,40}[件个][^”]{0,40}”"),
    ("other", None, "申请[书表]|补正(?!后)|材料"),
    ("ask", None, "申请(?!材料|渠道|系统|平台|条件|指南|流程|内容|信息|行政|办理|途径|方式)"),
    ("applicant", Applicant.NATURAL_PERSON, "自然人|公民(?:个人)?"),
    ("applicant", Applicant.ORGANIZATION, rf"法人(?:{_ALSO}其[他它]组织)?|其[他它]组织"),
    ("applicant", Applicant.COMMERCIAL, "商业企业"),
    ("applicant", Applicant.RESEARCH, "科研机构"),
    ("applicant", Applicant.PUBLIC_WELFARE, "社会公益组织"),
    ("applicant", Applicant.LEGAL_SERVICE, "法律服务机构"),
    ("matter", None, _each("办理|处理|答复|受理", "(?:结果|情况)")),
    (
        "aside",
        None,
        _each(
            "当场|当面|现场|电话|口头|书面|网上|即时|延期|延长", "(?:答复)?(?:期限)?后?(?:予以|进行)?(?:答复|办结|回复)"
        ),
    ),
    ("concluded", None, _each("答复|回复", "(?!书|文|口|期|质|函|率|意|时|环|规|模|内|稿|工)")),
    ("concluded", None, "办结(?!率)|办[理复](?:完毕|完成|完结)|处理完毕|办毕"),
    ("received", "new", "新收"),
    ("received", None, "收到|受理(?!点|窗口|渠道|平台|机关|机构|单位|范围)|接收|接到|收件|新增|接受"),
    ("handled", None, "收办|承办|接办|办理|审理|处理|共有|提交|提出"),
    (
        "channel",
        None,
        "网上|网络|在线|线上|线下|互联网|信函|来函|邮寄|邮政|电子邮件|邮件|当面|现场|窗口|书面|口头|传真|平台|系统|微信|网站",
    ),
    ("ways", None, "方式|渠道|途径|形式"),
    ("whole", None, "及其?(?:各|所属|下属)?(?:部门|单位|机构)"),
    ("whole", None, "全(?:省|市|县|区|镇|州|旗|乡|街道|局|系统)(?:各级|各地|各部门|各单位|行政机关|政府|机关|及|、)*"),
    ("level", None, _each("市|县|区|省|镇", "(?<!我.)(?<!本.)(?:级(?!以上|各)|直)")),
    ("level", None, "各(?:县|区|市|镇|乡|街|单位|局|委|部门|有关部门)|部门"),
    (
        "kind",
        None,
        _each("涉及|关于|有关", "(?!政府信息公开|信息公开|依申请|的)")
        + "|类(?<!各类)(?=政府信息|信息公开|申请|依申请)",
    ),
)
_OTHER = (
    (
        "bad",
        None,
        "未答复|未按期|答复书|答复函|文书|规程|制度|办法|方案|指引|指南|手册|告知书|通知书|通知|台账|办件|普通程序|简易程序|每件|每页|每份|不存在|不属于|非本机关|撤回|撤销|终止|撤诉|驳回|胜诉|败诉|转办|移送|征求|告知|减免|违法|纠错|超期|一审|二审",
    ),
    ("matter", None, "政府信息公开|政务信息公开|信息公开|政务公开"),
    ("publish", None, "公开|公布|发布|公示"),
    ("process", None, "失效|修改|修订|审查|审核|清理|报备|起草|转发|上传|归集|保留|报送|立案|梳理|录入|解读|评估"),
    (
        "other",
        None,
        "咨询|留言|来信|来电|信件|信访|投诉|举报|热线|工单|建议|提案|议案|意见|提问|问题|网民|诉求|培训|公文|文件|政策",
    ),
    (
        "other",
        None,
        "清单|目录|简报|发布会|新媒体|专栏|栏目|公报|通报|会议|活动|监督|信息管理|人次|来访|公共服务|异议|泄密",
    ),
    ("matter", None, "未办结|尚未办结"),
    ("cumulative", None, "累计"),
    ("except", None, "不含|不包括|不包含|另有|另外"),
    ("part", None, "其中|包括|包含|含"),
    ("each", None, "均|都|各(?=[0-9])|全部"),
    ("respectively", None, "分别"),
    ("etc", None, "等"),
    (
        "negation",
        None,
        "未(?:曾|有|再|能)?(?=收到|接到|接收|受理|收取|发生|出现|产生|涉及|新收|制发|制定|制订|出台|印发|废止|引发|因|被|结转|作出|向)",
    ),
    ("negation", None, "没有|无(?!正当|偿|障|理|误|缝|关|数|论|需|法)|尚无|暂无|没(?=收到|接到|发生)"),
    ("and", None, "[、和及与或]|以及|或者"),
    ("stop", None, "[，,；;]"),
    ("open", None, "[（(]"),
    ("close", None, "[）)]"),
)

LEXICON: tuple[tuple[str, object, str], ...] = (
    *_CARRYING,
    *_TIMES,
    *_RESULTS,
    *_REMEDIES,
    *_PROACTIVE,
    *_REQUESTS,
    *_OTHER,
)
"""Family, value and pattern of every entry; each alternative of a pattern begins with a character or a class."""

Entry = tuple[Callable[[str, int], "re.Match[str] | None"], str, object]


def _beginnings(pattern: str) -> Iterator[str]:
    """Walk the characters that the alternatives of a pattern begin with."""
    depth, fresh = 0, True
    for place, sign in enumerate(pattern):
        if fresh:
            yield from pattern[place + 1 : pattern.index("]", place)] if sign == "[" else sign
        depth += (sign in "([") - (sign in ")]")
        fresh = sign == "|" and not depth


@cache
def _table() -> dict[str, tuple[Entry, ...]]:
    """The entries by the character that they begin with, made when they are first needed."""
    found: dict[str, list[Entry]] = {}
    for character in BEGINNINGS:
        found.setdefault(character, []).append((re.compile(QUANTITY).match, "quantity", None))
    for family, value, pattern in LEXICON:
        match = re.compile(pattern).match
        for character in dict.fromkeys(_beginnings(pattern)):
            found.setdefault(character, []).append((match, family, value))
    return {character: tuple(entries) for character, entries in found.items()}


def tokens(sentence: str) -> list[Token]:
    """Read the words of a sentence that the grammar knows, in order."""
    table = _table()
    found = []
    place, end = 0, len(sentence)
    while place < end:
        for match, family, value in table.get(sentence[place], ()):
            if hit := match(sentence, place):
                found.append(Token(family, _value(family, value, hit), place, hit.end()))
                place = hit.end()
                break
        else:
            place += 1
    return found


def _value(family: str, value: object, hit: "re.Match[str]") -> object:
    if family == "quantity":
        return quantity(hit)
    return int(hit[0].rstrip("年度")[-4:]) if family in ("year", "carry_year") else value
