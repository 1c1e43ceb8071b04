"""The trial form of the reports for 2019 and 2020.

《中华人民共和国政府信息公开工作年度报告格式（试行）》, 国办公开办函〔2019〕60号.
22 + 161 + 15 cells.
"""

from ..names import Line as L
from ..names import Measure as M
from ..names import Section
from ..names import Subject as S
from ..words import Words
from ._schema import Block, Form, Table
from ._shared import (
    CARRIED_IN,
    CARRIED_OUT,
    CONCLUDED,
    CORNER,
    RECEIVED,
    RESULTS_LABEL,
    RESULTS_ONE_TO_FIVE,
    parts,
    requests_table,
    review_litigation_table,
)
from ._tree import Group, Kind, Leaf, Node

ITEMS: tuple[Node, ...] = (
    Leaf(M.ITEMS_LAST_YEAR, "上一年项目数量", english="items last year"),
    Leaf(M.CHANGE, "本年增/减", Kind.CHANGE, english="increase or decrease"),
)
DECISIONS: tuple[Node, ...] = (*ITEMS, Leaf(M.DECISIONS, "处理决定数量", english="decisions"))

PROACTIVE = Table(
    Section.PROACTIVE,
    (
        Block(
            caption=Words("第二十条第（一）项", "Article 20, item (1)"),
            corner=CORNER,
            columns=(
                Leaf(M.NEWLY_PRODUCED, "本年新|制作数量", english="newly produced this year"),
                Leaf(M.NEWLY_DISCLOSED, "本年新|公开数量", english="newly disclosed this year"),
                Leaf(M.TOTAL_DISCLOSED, "对外公开总数量", english="disclosed in total"),
            ),
            rows=(
                Leaf(S.RULES, "规章", english="rules"),
                Leaf(S.NORMATIVE_DOCUMENTS, "规范性文件", english="normative documents", also=("行政规范性文件",)),
            ),
        ),
        Block(
            caption=Words("第二十条第（五）项", "Article 20, item (5)"),
            corner=CORNER,
            columns=DECISIONS,
            rows=(
                Leaf(S.LICENSES, "行政许可", english="administrative licenses"),
                Leaf(S.OTHER_SERVICES, "其他对外管理服务事项", english="other administration and service matters"),
            ),
        ),
        Block(
            caption=Words("第二十条第（六）项", "Article 20, item (6)"),
            corner=CORNER,
            columns=DECISIONS,
            rows=(
                Leaf(S.PENALTIES, "行政处罚", english="administrative penalties"),
                Leaf(S.COMPULSORY_MEASURES, "行政强制", english="administrative compulsory measures"),
            ),
        ),
        Block(
            caption=Words("第二十条第（八）项", "Article 20, item (8)"),
            corner=CORNER,
            columns=ITEMS,
            rows=(Leaf(S.FEES, "行政事业性收费", english="administrative fees"),),
        ),
        Block(
            caption=Words("第二十条第（九）项", "Article 20, item (9)"),
            corner=CORNER,
            columns=(
                Leaf(M.PROJECTS, "采购项目数量", english="procurement projects"),
                Leaf(M.TOTAL_VALUE, "采购总金额", Kind.MONEY, english="total value of procurement"),
            ),
            rows=(Leaf(S.PROCUREMENT, "政府集中采购", english="centralized government procurement"),),
        ),
    ),
)

REQUESTS = requests_table(
    RECEIVED,
    CARRIED_IN,
    Group(
        L.RESULTS,
        RESULTS_LABEL,
        (*RESULTS_ONE_TO_FIVE, Leaf(L.OTHERWISE, "（六）其他处理", english="otherwise handled"), CONCLUDED),
        english="results of this year",
    ),
    CARRIED_OUT,
)

FORM = Form(
    edition=2019,
    title="中华人民共和国政府信息公开工作年度报告格式（试行）",
    number="国办公开办函〔2019〕60号",
    first_year=2019,
    last_year=2020,
    parts=parts(PROACTIVE, REQUESTS, review_litigation_table()),
)
