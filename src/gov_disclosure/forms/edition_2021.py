"""The form in force since the reports for 2021.

《中华人民共和国政府信息公开工作年度报告格式》, 国办公开办函〔2021〕30号, 2021-09-26.
10 + 175 + 15 cells.
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

DECISIONS: tuple[Node, ...] = (Leaf(M.DECISIONS, "本年处理决定数量", english="decisions this year"),)

PROACTIVE = Table(
    Section.PROACTIVE,
    (
        Block(
            caption=Words("第二十条第（一）项", "Article 20, item (1)"),
            corner=CORNER,
            columns=(
                Leaf(M.ISSUED, "本年制发件数", english="issued this year"),
                Leaf(M.REPEALED, "本年废止件数", english="repealed this year"),
                Leaf(M.IN_FORCE, "现行有效件数", english="in force"),
            ),
            rows=(
                Leaf(S.RULES, "规章", english="rules"),
                Leaf(
                    S.NORMATIVE_DOCUMENTS,
                    "行政规范性文件",
                    english="administrative normative documents",
                    also=("规范性文件",),
                ),
            ),
        ),
        Block(
            caption=Words("第二十条第（五）项", "Article 20, item (5)"),
            corner=CORNER,
            columns=DECISIONS,
            rows=(Leaf(S.LICENSES, "行政许可", english="administrative licenses"),),
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
            columns=(
                Leaf(
                    M.AMOUNT,
                    "本年收费金额（单位：万元）",
                    Kind.MONEY,
                    english="fees charged this year (unit: 10,000 yuan)",
                ),
            ),
            rows=(Leaf(S.FEES, "行政事业性收费", english="administrative fees"),),
        ),
    ),
)

REQUESTS = requests_table(
    RECEIVED,
    CARRIED_IN,
    Group(
        L.RESULTS,
        RESULTS_LABEL,
        (
            *RESULTS_ONE_TO_FIVE,
            Group(
                L.OTHERWISE,
                "（六）|其他处理",
                (
                    Leaf(
                        L.OTHERWISE_NOT_SUPPLEMENTED,
                        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
                        english="not corrected in time without good reason, no longer processed",
                        also=("1.逾期不补正",),
                    ),
                    Leaf(
                        L.OTHERWISE_FEE_UNPAID,
                        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
                        english="fee not paid in time as notified, no longer processed",
                        also=("2.逾期不缴费",),
                    ),
                    Leaf(L.OTHERWISE_OTHER, "3.其他", english="other"),
                ),
                english="otherwise handled",
            ),
            CONCLUDED,
        ),
        english="results of this year",
    ),
    CARRIED_OUT,
)

FORM = Form(
    edition=2021,
    title="中华人民共和国政府信息公开工作年度报告格式",
    number="国办公开办函〔2021〕30号",
    first_year=2021,
    last_year=None,
    parts=parts(PROACTIVE, REQUESTS, review_litigation_table()),
)
