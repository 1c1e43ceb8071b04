"""What the text of one year has to do with the other: it is not copied, and its percentages are those of the figures.

Similarity is the share of two texts that both have (Sørensen and Dice), found by cutting the shorter
into pieces of four Chinese characters and looking for each at every place of the other, so its cost
grows with the length of the texts only. Figures, titles of laws and sentences that every report has are
left out before. A percentage is judged only where its clause names the figure that it is about, and that
figure is one of the tables.
"""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from ..cells import Number
from ..findings import Severity
from ..report import Report
from ..sections import ReportSection
from ..words import Words
from ._asserted import figure_of
from ._engine import Fault, Outcome, Unassessable, passages, rule
from ._settings import Count, Share
from ._subjects import Pair
from .headings import name_part
from .pairs import of_two_years

# What reports say because the law or the form has it so; nobody is blamed for saying it again.
_COMMON = re.compile(
    r"《[^《》]*条例》|编制本?(?:年度)?报告|本(?:年度)?报告(?:由|中|所列|的?电子版|根据|内容)|统计期限|统计数据|下载|查阅本"
    r"|信息处理费|其他(?:需要)?报告(?:的)?事项|联系(?:人|电话|地址)|邮政?编码?|电话|传真|电子邮箱|办公地址"
)
_STOPS = re.compile(r"[。；！？;!?]")
_TITLES = re.compile(r"《[^《》]*》")
_CHARACTERS = re.compile(r"[\u4e00-\u9fff]+")
_PIECE = 4


def narrative(section: ReportSection) -> str:
    """Give the Chinese characters of a part's own sentences, without figures, titles and what is common."""
    return "".join(_CHARACTERS.findall(_TITLES.sub("", "".join(map(_own, section.paragraphs)))))


def _own(text: str) -> str:
    """Leave out the sentences of a text that are common; most texts have none."""
    if not _COMMON.search(text):
        return text
    return "".join(sentence for sentence in _STOPS.split(text) if not _COMMON.search(sentence))


def pieces_of(text: str, start: int = 0) -> memoryview:
    """Cut a text into pieces of four characters, each one number of 64 bits, which is how it lies in memory."""
    units = text[start:].encode("utf-16-le")
    return memoryview(units[: len(units) // 8 * 8]).cast("Q")


def similarity(one: str, other: str) -> float:
    """Tell how much two texts of Chinese characters have in common: 0 nothing, 1 everything."""
    shorter, longer = sorted((one, other), key=lambda text: (len(text), text))
    pieces = set(pieces_of(shorter))
    if not pieces:
        return 0.0
    found = set[int]().union(*(pieces.intersection(pieces_of(longer, start)) for start in range(_PIECE)))
    return len(found) / len(pieces) * (2 * len(shorter) / (len(one) + len(other)))


@rule(
    Pair,
    Words("文字不照抄上年。", "The text is not copied from the year before."),
    Severity.WARNING,
    basis="国办公开办函〔2021〕30号",
)
@of_two_years
def narrative_copied(
    pair: Pair, *, warning: float = Share(0.9), notice: float = Share(0.6), shortest: int = Count(50)
) -> Iterator[Outcome]:
    """“内容雷同、敷衍塞责” is what the notice blames; tables and what the law says are the same every year."""
    for section, earlier in zip(pair.report.sections, pair.previous.sections, strict=True):
        text, other = narrative(section), narrative(earlier)
        if min(len(text), len(other)) < shortest:
            continue
        share = similarity(text, other)
        if share >= notice:
            message = Words("{part}的文字与{year}年报告重复{share}。", "{part}: {share} of the text is that of {year}.")
            advice = Words("按本年的实际工作改写。", "Write of the work of this year.")
            # Cut, not rounded: 89.9 % must not be printed as the 90 % that weighs more.
            named = message.format(part=name_part(section), year=pair.previous.year, share=f"{int(share * 100)}%")
            severity = None if share >= warning else Severity.NOTICE
            yield Fault(section.section, named, advice=advice, severity=severity)


# What a clause may be about, and the figures of the tables that it then may mean; a row may be a group.
_FIGURES: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = (
    (
        "申请",
        (
            ("requests.received.total",),
            ("requests.received.total", "requests.carried_in.total"),
            ("requests.concluded.total",),
        ),
    ),
    ("予以公开", (("requests.disclosed.total",),)),
    ("部分公开", (("requests.partly_disclosed.total",),)),
    ("不予公开", (("requests.refused.total",),)),
    ("无法提供", (("requests.unavailable.total",),)),
    ("不予处理", (("requests.unprocessed.total",),)),
    ("结转", (("requests.carried_in.total",), ("requests.carried_out.total",))),
    ("行政许可", (("proactive.licenses.decisions",),)),
    ("行政处罚", (("proactive.penalties.decisions",),)),
    ("行政强制", (("proactive.compulsory_measures.decisions",),)),
    ("收费", (("proactive.fees.amount",),)),
    ("规章", (("proactive.rules.issued",), ("proactive.rules.repealed",), ("proactive.rules.in_force",))),
    (
        "规范性文件",
        tuple((f"proactive.normative_documents.{measure}",) for measure in ("issued", "repealed", "in_force")),
    ),
    ("复议", (("review_litigation.reconsideration.total",),)),
    ("诉讼", (("review_litigation.litigation.total",),)),
)
# Applied to NFKC text: brackets, commas and signs are half width there, while 。 stays.
_CLAIM = re.compile(
    r"(?:同比|[比较]上一?年(?:度|同期)?|[比较]去年(?:同期)?|与(?:上|去)年(?:同期)?相比,?)(?:约)?"
    r"(?P<way>增长|增加|上升|提高|上涨|下降|减少|降低|回落)(?:了|约|近)*(?P<value>\d+(?:\.\d+)?)%"
)
_BRACKETED = re.compile(r"\([^()]*\)")
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?(?=余?(?:件|万元|部|份|次|宗|起|个))")
# The percentage is that of the figure only if it follows at once: "12件，网站访问量同比增长35%" has another subject.
_BEHIND = re.compile(r"\d余?(?:件|万元|部|份|次|宗|起|个),?$")
_DOWN = frozenset(("下降", "减少", "降低", "回落"))
_CLOSE = Decimal("0.05")


@frozen
class Claim:
    """What a clause says: what it is about, the figure of this year, and by how much it changed in per cent."""

    address: str
    words: str
    about: str
    figure: Decimal
    change: Decimal

    @property
    def places(self) -> int:
        """How many decimals the percentage is printed with."""
        return -int(self.change.as_tuple().exponent)


def claims(report: Report) -> Iterator[Claim]:
    """Find the percentages of change whose clause has a figure."""
    for passage in passages(report):
        for text in passage.paragraphs:
            for sentence in _STOPS.split(text) if "%" in text or "％" in text else ():
                if "%" in sentence or "％" in sentence:
                    yield from _claims(passage.address, unicodedata.normalize("NFKC", sentence))


def _claims(address: str, sentence: str) -> Iterator[Claim]:
    start = 0
    for found in _CLAIM.finditer(sentence):
        about = _BRACKETED.sub("", sentence[start : found.start()])
        figures = _FIGURE.findall(about)
        if figures and _BEHIND.search(about):
            value = Decimal(found["value"])
            change = value.copy_negate() if found["way"] in _DOWN else value
            yield Claim(address, found[0], about, Decimal(figures[-1].replace(",", "")), change)
        start = found.end()


def _total(report: Report, cells: tuple[str, ...]) -> Number | None:
    """Give what the cells add up to; nothing if the edition lacks one, or one is blank."""
    figure = figure_of(report, cells)
    return None if figure is None or figure.blanks else figure.total


def _options(about: str) -> tuple[tuple[str, ...], ...]:
    return tuple(cells for word, options in _FIGURES if word in about for cells in options)


@rule(
    Pair,
    Words("“同比增长x%”与两年的数字相符。", "“Up by x % on last year” is what the figures of both years give."),
    Severity.WARNING,
)
@of_two_years
def percentage_change(pair: Pair) -> Iterator[Outcome]:
    """A percentage that was not worked out again, or from another base, misleads; one off in rounding is a slip."""
    for claim in claims(pair.report):
        meant = [cells for cells in _options(claim.about) if _total(pair.report, cells) == claim.figure]
        bases = [base for base in (_total(pair.previous, cells) for cells in meant) if base]
        if bases:
            yield from _judged(claim, bases, pair)
        elif meant:
            message = Words(
                "“{words}”：{year}年的报告中相应的数是0或空白，算不出百分比。",
                "“{words}”: the figure of {year} is 0 or blank, so no percentage can be worked out.",
            )
            yield Unassessable(claim.address, message.format(words=claim.words, year=pair.previous.year))


def _judged(claim: Claim, bases: list[Number], pair: Pair) -> Iterator[Outcome]:
    """Compare a claim with the change from the base that suits it best."""
    half = Decimal(5).scaleb(-claim.places - 1)
    changes = [((claim.figure - base) / base * 100, base) for base in bases]
    change, base = min(changes, key=lambda pair: abs(pair[0] - claim.change))
    off = abs(change - claim.change)
    if off <= half:
        return
    printed = f"{change:.{max(2, claim.places)}f}"
    message = Words(
        "“{words}”与数字不符：{earlier}年{base}，{year}年{figure}，变化为{change}%。",
        "“{words}” is not what the figures give: {base} in {earlier}, {figure} in {year}, a change of {change}%.",
    )
    values = {"earlier": pair.previous.year, "year": pair.report.year, "base": base, "figure": claim.figure}
    advice = Words("按两年的数字重算。", "Work it out again from the figures of both years.")
    yield Fault(
        claim.address,
        message.format(words=claim.words, change=printed, **values),
        f"({claim.figure} - {base}) ÷ {base} = {printed}%，填报 {claim.change}%",
        advice,
        Severity.NOTICE if off <= _CLOSE else None,
    )
