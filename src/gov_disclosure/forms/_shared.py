"""What both editions print alike: the applicants, the results (一) to (五), and the table of remedies."""

from ..names import Applicant as A
from ..names import Line as L
from ..names import Outcome as O
from ..names import Procedure as P
from ..names import Section
from ..words import Words
from ._schema import Balance, Block, Part, Table
from ._tree import Group, Leaf, Node, Total

APPLICANTS: tuple[Node, ...] = (
    Leaf(A.NATURAL_PERSON, "自然人", english="natural persons", short="Nat. pers.", also=("公民",)),
    Group(
        A.ORGANIZATION,
        "法人或其他组织",
        (
            Leaf(A.COMMERCIAL, "商业|企业", english="commercial enterprises", short="Com. ent."),
            Leaf(A.RESEARCH, "科研|机构", english="research institutions", short="Res. inst."),
            Leaf(A.PUBLIC_WELFARE, "社会|公益|组织", english="public welfare organizations", short="Pub. welf. org."),
            Leaf(A.LEGAL_SERVICE, "法律|服务|机构", english="legal service institutions", short="Leg. serv. inst."),
            Leaf(A.OTHER, "其他", english="other"),
        ),
        english="legal persons and other organizations",
    ),
    Total(A.TOTAL, "总计", english="total", also=("合计",)),
)

CORNER = Words("信息内容", "Information")
APPLICANTS_TITLE = Words("申请人情况", "Applicants")
BALANCE_NOTE = Words(
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
    "(In every column, the sum of items I and II equals the sum of items III and IV.)",
)
REQUEST_BALANCE = Balance(left=(L.RECEIVED, L.CARRIED_IN), right=(L.CONCLUDED, L.CARRIED_OUT))

RECEIVED = Leaf(L.RECEIVED, "一、本年新收政府信息公开申请数量", english="requests received this year")
CARRIED_IN = Leaf(L.CARRIED_IN, "二、上年结转政府信息公开申请数量", english="requests carried over from last year")
CARRIED_OUT = Leaf(L.CARRIED_OUT, "四、结转下年度继续办理", english="requests carried forward to next year")

RESULTS_ONE_TO_FIVE: tuple[Node, ...] = (
    Leaf(L.DISCLOSED, "（一）予以公开", english="disclosed"),
    Leaf(
        L.PARTLY_DISCLOSED,
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        english="partly disclosed (separable treatment; counted here only)",
        also=("（二）部分公开",),
    ),
    Group(
        L.REFUSED,
        "（三）|不予公开",
        (
            Leaf(L.REFUSED_STATE_SECRET, "1.属于国家秘密", english="state secret"),
            Leaf(
                L.REFUSED_PROHIBITED_BY_LAW,
                "2.其他法律行政法规禁止公开",
                english="prohibited by other laws or administrative regulations",
            ),
            Leaf(
                L.REFUSED_SECURITY_STABILITY,
                "3.危及“三安全一稳定”",
                english="endangers national, public or economic security or social stability",
            ),
            Leaf(L.REFUSED_THIRD_PARTY, "4.保护第三方合法权益", english="protects lawful rights of third parties"),
            Leaf(L.REFUSED_INTERNAL_AFFAIRS, "5.属于三类内部事务信息", english="internal affairs (three kinds)"),
            Leaf(L.REFUSED_PROCESS, "6.属于四类过程性信息", english="process information (four kinds)"),
            Leaf(L.REFUSED_ENFORCEMENT_FILE, "7.属于行政执法案卷", english="administrative enforcement case file"),
            Leaf(L.REFUSED_ENQUIRY, "8.属于行政查询事项", english="administrative enquiry"),
        ),
        english="refused",
    ),
    Group(
        L.UNAVAILABLE,
        "（四）|无法提供",
        (
            Leaf(L.UNAVAILABLE_NOT_HELD, "1.本机关不掌握相关政府信息", english="not held by this organ"),
            Leaf(
                L.UNAVAILABLE_NEEDS_CREATION,
                "2.没有现成信息需要另行制作",
                english="no existing information, would have to be created",
            ),
            Leaf(L.UNAVAILABLE_UNCLEAR, "3.补正后申请内容仍不明确", english="still unclear after correction"),
        ),
        english="unavailable",
    ),
    Group(
        L.UNPROCESSED,
        "（五）|不予处理",
        (
            Leaf(L.UNPROCESSED_PETITION, "1.信访举报投诉类申请", english="petition, report or complaint"),
            Leaf(L.UNPROCESSED_REPEAT, "2.重复申请", english="repeated request"),
            Leaf(L.UNPROCESSED_PUBLICATION, "3.要求提供公开出版物", english="asks for a public publication"),
            Leaf(
                L.UNPROCESSED_EXCESSIVE,
                "4.无正当理由大量反复申请",
                english="excessive repeated requests without good reason",
            ),
            Leaf(
                L.UNPROCESSED_REISSUE,
                "5.要求行政机关确认或重新出具已获取信息",
                english="asks to confirm or reissue information already obtained",
            ),
        ),
        english="not processed",
    ),
)

CONCLUDED = Total(L.CONCLUDED, "（七）总计", english="total concluded", also=("（七）合计",))

RESULTS_LABEL = "三、|本年度|办理|结果"

OUTCOMES: tuple[Node, ...] = (
    Leaf(O.UPHELD, "结果|维持", english="upheld", short="Uph."),
    Leaf(O.CORRECTED, "结果|纠正", english="corrected", short="Cor."),
    Leaf(O.OTHER_OUTCOME, "其他|结果", english="other outcome", short="Oth."),
    Leaf(O.PENDING, "尚未|审结", english="pending", short="Pnd."),
    Total(O.TOTAL, "总计", english="total", short="Tot.", also=("合计",)),
)

PROCEDURES: tuple[Node, ...] = (
    Leaf(P.RECONSIDERATION, "行政复议", english="administrative reconsideration"),
    Group(
        P.LITIGATION,
        "行政诉讼",
        (
            Leaf(P.LITIGATION_DIRECT, "未经复议直接起诉", english="sued directly"),
            Leaf(P.LITIGATION_AFTER_RECONSIDERATION, "复议后起诉", english="sued after reconsideration"),
        ),
        english="administrative litigation",
    ),
)


def requests_table(*rows: Node) -> Table:
    """The request table with an edition's own rows."""
    return Table(
        Section.REQUESTS,
        (Block(rows, APPLICANTS, corner=BALANCE_NOTE, title=APPLICANTS_TITLE),),
        (REQUEST_BALANCE,),
    )


def review_litigation_table() -> Table:
    """The table of remedies: printed as one line of fifteen figures under the procedures."""
    return Table(Section.REVIEW_LITIGATION, (Block(PROCEDURES, OUTCOMES, across=True),))


def parts(proactive: Table, requests: Table, review_litigation: Table) -> tuple[Part, ...]:
    """The six parts; the headings are those printed in the form, then those of 条例 art. 50 and of the notice."""
    return (
        Part(Section.OVERVIEW, "一、总体情况", "overview"),
        Part(
            Section.PROACTIVE,
            "二、主动公开政府信息情况",
            "proactive disclosure",
            ("行政机关主动公开政府信息情况",),
            proactive,
        ),
        Part(
            Section.REQUESTS,
            "三、收到和处理政府信息公开申请情况",
            "requests received and processed",
            ("行政机关收到和处理政府信息公开申请情况",),
            requests,
        ),
        Part(
            Section.REVIEW_LITIGATION,
            "四、政府信息公开行政复议、行政诉讼情况",
            "administrative reconsideration and litigation",
            (
                "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
                "因政府信息公开工作被申请行政复议和提起行政诉讼情况",
            ),
            review_litigation,
        ),
        Part(
            Section.PROBLEMS,
            "五、存在的主要问题及改进情况",
            "main problems and improvements",
            ("政府信息公开工作存在的主要问题及改进情况", "存在的主要问题和改进情况"),
        ),
        Part(Section.OTHER_MATTERS, "六、其他需要报告的事项", "other matters to be reported"),
    )
