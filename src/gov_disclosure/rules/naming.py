"""What a report calls itself: its title, its organ, its edition of the form and the notice that it cites."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from ..errors import UnknownEdition
from ..findings import Severity
from ..forms import FORMS, Form, form_for
from ..report import Report
from ..words import Words, fold, listing
from ._engine import Fault, Outcome, Passage, Unassessable, passages, rule

_NOTICES = "国办公开办函〔2019〕60号、〔2021〕30号"


@rule(
    Report,
    Words(
        "2021年及以后的年度报告用2021年格式，2019年、2020年的用试行格式。",
        "Reports for 2021 and later use the form of 2021, those for 2019 and 2020 the trial form.",
    ),
    Severity.ERROR,
    basis=_NOTICES,
)
def edition_fits_year(report: Report) -> Iterator[Outcome]:
    """The notice of 2021 put its form in the place of the trial form of 2019."""
    if report.year is None:
        message = Words(
            "不知道报告的年份，无法判断该用哪一年格式。", "The year is unknown, and so is the form that is due."
        )
        yield Unassessable((), message)
        return
    try:
        due = form_for(report.year)
    except UnknownEdition as error:
        yield Unassessable((), Words(error.say("zh"), error.say("en")))
        return
    if due is not report.form:
        message = Words(
            "{year}年的年度报告应当用{due}年格式，本报告用的是{used}年格式。",
            "The report for {year} must use the form of {due}; it uses that of {used}.",
        )
        advice = Words("按“{title}”（{number}）重新填报。", "Fill in “{title}” ({number}).")
        yield Fault(
            tuple(table.section for table in report.tables),
            message.format(year=report.year, due=due.edition, used=report.edition),
            advice=advice.format(title=due.title, number=due.number),
        )


_NAME = "政府信息公开工作年度报告"
_TITLE = re.compile(rf"(?P<organ>.+?)?\d{{4}}年(?(organ)|.+){_NAME}")
_NUMERALS = "[〇○零一二三四五六七八九]{4}"
_ORGAN = re.compile(rf"(?:\d{{4}}年度?)?(.*?)(?:\d{{4}}年|{_NUMERALS}年|政府信息公开).*")
# What gives a defect away in a folded title, and what it is called.
_DEFECTS = (
    (r"(?P<year>\d{4})年度", Words("“{year}年度”应写作“{year}年”", "“{year}年度” should be “{year}年”")),
    (r"政府信息公开(年度)?报告", Words("缺“工作”", "“工作” is missing")),
    (r"政府信息公开(工作)?报告", Words("缺“年度”", "“年度” is missing")),
    (rf"(?P<year>{_NUMERALS})年", Words("“{year}年”应写作阿拉伯数字", "“{year}年” should be in Arabic digits")),
    (rf"^(?!.*(?:\d{{4}}|{_NUMERALS})年)", Words("没有写明年份", "the year is missing")),
    (r"^(?!.*政府信息公开)", Words("没有写“政府信息公开”", "“政府信息公开” is missing")),
    (r"^(\d{4}年度?)?政府信息公开", Words("没有写明行政机关", "the organ is missing")),
)


def organ_of(title: str) -> str:
    """Give the organ that a folded title names, or the empty text."""
    found = _ORGAN.fullmatch(title)
    return found[1] if found else ""


_MORE = Words("多了{words}", "{words} is too much")
_LESS = Words("缺{words}", "{words} is missing")


def _differences(title: str) -> Iterator[Words]:
    """Quote what a title has more and less, its organ left out, than its year and the name of the report."""
    plain, printed = fold(title), "".join(title.split())
    organ, year = organ_of(plain), re.search(r"\d{4}年", plain)
    printed = (printed if organ in printed else plain).replace(organ, "", 1)
    proper = f"{year[0] if year else ''}{_NAME}"
    steps = SequenceMatcher(None, proper, printed, autojunk=False).get_opcodes()
    apart = [(proper[a:b], printed[c:d]) for step, a, b, c, d in steps if step != "equal"]
    apart = [(due, said) for due, said in apart if fold(said) != fold(due)]
    for template, words in ((_MORE, [said for _, said in apart if said]), (_LESS, [due for due, _ in apart if due])):
        if words:
            yield template.format(words=listing(f"“{word}”" for word in words))


def title_defects(printed: str, year: int | None) -> Iterator[Words]:
    """Name what is wrong with a title."""
    title = fold(printed)
    known = [defect.format(**found.groupdict()) for pattern, defect in _DEFECTS if (found := re.search(pattern, title))]
    yield from known
    if not known and not _TITLE.fullmatch(title):
        yield from _differences(printed)
    found = re.search(r"(\d{4})年", title)
    if year is not None and found and int(found[1]) != year:
        yield Words(f"年份与报告年度{year}年不一致", f"the year is not {year}, that of the report")


@rule(
    Report,
    Words(
        "标题写作“{行政机关名称}{年份}年政府信息公开工作年度报告”。",
        "The title is the organ, the year and “政府信息公开工作年度报告”.",
    ),
    Severity.WARNING,
    basis="《条例》第四十九条、第五十条",
)
def title_worded(report: Report) -> Iterator[Outcome]:
    """“政府信息公开工作年度报告” is what the law calls it; organ and year tell whose and which."""
    defects = tuple(title_defects(report.title, report.year))
    if defects:
        message = Words("标题“{title}”不规范：{listed}。", "The title “{title}” is not as it should be: {listed}.")
        organ = organ_of(fold(report.title)) or report.organization or "××局"
        proper = f"{organ}{report.year or '××××'}年{_NAME}"
        advice = Words("写作“{title}”。", "Write “{title}”.").format(title=proper)
        yield Fault(("title",), message.format(title=report.title, listed=listing(defects)), advice=advice)


# An organ is named by its place and its kind; abbreviations stand for the kind written in full.
_PLACE = re.compile(r".{1,8}?(?:省|市|自治区|自治州|州|盟|县|旗|区|镇|乡|街道)")
_KINDS = ("委员会", "办公室", "办事处", "政府", "中心", "局", "厅", "院")
_SHORT = {"委": "委员会", "办": "办公室"}


def divided(organ: str) -> tuple[str, str, str] | None:
    """Divide the name of an organ into place, own name and kind: 青禾县, 水利, 局."""
    place = _PLACE.match(organ)
    kind = next((kind for kind in (*_KINDS, *_SHORT) if organ.endswith(kind)), None)
    if place is None or kind is None or place.end() > len(organ) - len(kind):
        return None
    return place[0], organ[place.end() : len(organ) - len(kind)], _SHORT.get(kind, kind)


def alike(one: str, other: str) -> bool:
    """Tell whether one own name is most likely the other, shortened or mistyped.

    A short form begins as the long one and leaves characters out all along it (科技工信,
    科技和工业信息化). A name that only goes on (公安, 公安消防) is most likely another organ, unless
    hardly anything is added.
    """
    shorter, longer = sorted((one, other), key=len)
    if not shorter or shorter == longer:
        return False
    if shorter in longer:
        return len(shorter) >= 0.75 * len(longer)
    rest = iter(longer)
    shortened = all(character in rest for character in shorter) and shorter[0] == longer[0]
    mistyped = SequenceMatcher(None, one, other, autojunk=False).ratio() >= 0.85
    return mistyped or (shortened and len(shorter) >= 0.2 * len(longer))


# No name is longer; as much of a text is folded behind each mention of the place, and nothing else of it.
_LONGEST_NAME = 32


def other_names(organ: str, text: str) -> Iterator[str]:
    """Find in a text other names that most likely mean the same organ."""
    parts = divided(organ)
    if parts is None:
        return
    place, own, kind = parts
    name = re.compile(rf"{re.escape(place)}([\u4e00-\u9fff]{{0,16}}?){kind}")
    plain = text.replace(" ", "")
    start = plain.find(place)
    while start >= 0:
        found = name.match(fold(plain[start : start + _LONGEST_NAME]))
        # 县政府 is how everybody says 县人民政府.
        if found is not None and alike(found[1].replace("人民", ""), own.replace("人民", "")):
            yield found[0]
        start = plain.find(place, start + 1)


@rule(
    Report,
    Words("标题与正文中本机关的名称一致。", "The organ bears the same name in the title and in the text."),
    Severity.NOTICE,
)
def organization_named_alike(report: Report) -> Iterator[Outcome]:
    """A title that shortens or mistypes the name of its organ leaves in doubt whose report it is."""
    organ = organ_of(fold(report.title)) or fold(report.organization)
    named = (*passages(report), Passage("organization", (report.organization,)))
    found: dict[str, list[str]] = {}
    for passage in named:
        for name in (name for paragraph in passage.paragraphs for name in other_names(organ, paragraph)):
            found.setdefault(name, []).append(passage.address)
    for name, where in found.items():
        message = Words("标题中是“{organ}”，文中又作“{name}”。", "The title has “{organ}”, the text “{name}”.")
        advice = Words("统一用全称。", "Use the full name throughout.")
        yield Fault(tuple(dict.fromkeys(where)), message.format(organ=organ, name=name), advice=advice)


# Applied to folded text: 〔2021〕, [2021] and （2021） are one there.
_CITATION = re.compile(r"(国办[\u4e00-\u9fff]{0,8})\((\d{4})\)(\d+)号")


def form_due(report: Report) -> Form:
    """Give the form that the report should follow, or the one it does follow if that is unknown."""
    try:
        return report.form if report.year is None else form_for(report.year)
    except UnknownEdition:
        return report.form


@rule(
    Report,
    Words("引用的格式文件及文号正确。", "The notice on the form is the right one, by its right number."),
    Severity.NOTICE,
    basis=_NOTICES,
)
def basis_cited_rightly(report: Report) -> Iterator[Outcome]:
    """国办公开办函〔2019〕60号 issued the form for 2019 and 2020, 国办公开办函〔2021〕30号 the one after it."""
    due = form_due(report)
    cited = {
        "{}〔{}〕{}号".format(*found.groups()): passage.address
        for passage in reversed(tuple(passages(report)))
        for paragraph in passage.paragraphs
        if "国办" in paragraph
        for found in _CITATION.finditer(fold(paragraph))
    }
    if due.number in cited:
        return
    tails = {form.number.partition("〔")[2] for form in FORMS.values()}
    for number, address in cited.items():
        if number.partition("〔")[2] in tails:
            message = Words("引用的是“{number}”，应为“{due}”。", "“{number}” is cited; it should be “{due}”.")
            advice = Words("改为“{due}”。", "Cite “{due}”.").format(due=due.number)
            yield Fault((address,), message.format(number=number, due=due.number), advice=advice)
