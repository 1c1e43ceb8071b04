"""Charts of a report: what came of the requests of its year, and how many there were in each year.

A chart shows what the column 总计 of table 3 prints; nothing is computed but the sums of the groups
of results, which the form does not print. A blank or a mark is no 0: its place stays empty, and a note
says so. Where there is nothing to draw the note stands alone. Both editions have the same groups, so
years of both stand side by side.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve

from .document import Block, Chart, Document, Grid, Series
from .errors import CannotWrite
from .names import Applicant, Line, Section
from .rendering import Renderable
from .report import Report
from .sections import Requests
from .tables import RequestMatrix
from .words import Language, Words, fold

__all__ = ["charted"]

_OUTCOMES = {
    Line.DISCLOSED: Words("予以公开", "Disclosed"),
    Line.PARTLY_DISCLOSED: Words("部分公开", "Partly disclosed"),
    Line.REFUSED: Words("不予公开", "Refused"),
    Line.UNAVAILABLE: Words("无法提供", "Unavailable"),
    Line.UNPROCESSED: Words("不予处理", "Not processed"),
    Line.OTHERWISE: Words("其他处理", "Otherwise handled"),
}
_COUNTS = {Line.RECEIVED: Words("新收", "Received"), Line.CONCLUDED: Words("办结", "Concluded")}
_MOST_YEARS = 12
"""So many groups of bars fit the width of a page with their figures."""

_YEAR = Words("{year}年", "{year}")
_CAPTION = Words("政府信息公开申请办理结果（单位：件）", "Outcomes of information requests (number)")
_CAPTION_OF_YEAR = Words(
    "{year}年政府信息公开申请办理结果（单位：件）", "Outcomes of information requests in {year} (number)"
)
_CAPTION_OF_YEARS = Words(
    "{first}—{last}年新收和办结政府信息公开申请（单位：件）",
    "Information requests received and concluded, {first}–{last} (number)",
)
_SERIES = Words("件数", "Number")
_DESCRIPTION = Words("条形图。{caption}：{figures}。", "Bar chart. {caption}: {figures}.")
_FIGURE = Words("{name}{value}", "{name} {value}")
_BETWEEN = Words("、", ", ")
_BETWEEN_SENTENCES = Words("", " ")
_UNKNOWN = Words("未知", "not known")
_BLANK = Words("{names}空白或不是数字，图中留空。", "{names}: blank or no number, so left out of the chart.")
_NO_REPORT = Words("没有{names}的报告，图中留空。", "{names}: no report, so left out of the chart.")
_NO_OUTCOMES = Words(
    "本年度没有办结的政府信息公开申请，不作办理结果图。",
    "No information request was concluded this year, so there is no chart of outcomes.",
)
_NO_REQUESTS = Words(
    "各年均没有新收和办结的政府信息公开申请，不作逐年图。",
    "No information request was received or concluded in these years, so there is no chart of them.",
)
_NOT_KNOWN = Words(
    "上表“总计”列没有填写齐全，已填写的办理结果均为0，不作图。",
    "The outcomes in the column “total” above are blank or 0, so there is no chart of them.",
)
_YEARS_NOT_KNOWN = Words(
    "各年新收和办结的件数没有填写齐全，已填写的均为0，不作逐年图。",
    "The requests received and concluded are blank or 0 in these years, so there is no chart of them.",
)

_EXPECTED = Words("charts 写 True，或写以前年度的报告", "charts is True, or the reports of earlier years")
_NO_TABLE = Words(
    "图表画的是表三，只有报告、第三部分和表三有", "charts show table 3: a report, part three and the table have them"
)
_NO_YEARS = Words("只有整份报告有逐年图，这里写 True", "only a whole report has a chart of years; say True here")
_NO_YEAR = Words("逐年图的每份报告都要有年份", "every report in a chart of years needs a year")
_ORDER = Words(
    "以前年度的报告应早于{year}年且年份各不相同，给出的是{found}",
    "the reports must be of different years before {year}; these are of {found}",
)
_TOO_MANY = Words("逐年图最多{most}年，{first}年太早", "a chart of years has {most} at most; {first} is too early")
_OTHER_ORGAN = Words(
    "{year}年的报告属于“{found}”，不是“{own}”；如系同一机关更名，先用 evolve(organization=...) 改为现名",
    "the report of {year} is that of {found}, not of {own}; if it was renamed, evolve(organization=...) it first",
)


def charted(document: Document, value: Renderable, charts: "bool | Report | Iterable[Report]") -> Document:
    """Give a document whose request table has charts under it: of the outcomes, and of the years if there are more.

    Raises `CannotWrite` for what has no request table, and for reports that cannot stand in one chart.
    """
    earlier = _earlier(charts)
    drawn = tuple(_charts(value, earlier, document.language))
    return evolve(document, blocks=tuple(_with(block, drawn) for block in document.blocks))


def _with(block: Block, charts: tuple[Chart, ...]) -> Block:
    if isinstance(block, Grid) and any(c.address.startswith(f"{Section.REQUESTS}.") for c in block.frame.cells):
        return evolve(block, charts=charts)
    return block


def _refused(expected: Words) -> CannotWrite:
    return CannotWrite("charts", expected)


def _earlier(charts: object) -> tuple[Report, ...]:
    """Take the reports of earlier years, one or many."""
    if isinstance(charts, bool):
        return ()
    given = tuple(charts) if isinstance(charts, Iterable) and not isinstance(charts, str | Mapping) else (charts,)
    reports = tuple(report for report in given if isinstance(report, Report))
    if len(reports) < len(given):
        raise _refused(_EXPECTED)
    return reports


def _charts(value: Renderable, earlier: Sequence[Report], lang: Language) -> Iterator[Chart]:
    if isinstance(value, Report):
        yield _outcomes(value.requests.matrix, value.year, lang)
        if earlier:
            yield _years(_in_order(value, earlier), lang)
    elif earlier:
        raise _refused(_NO_YEARS)
    elif isinstance(value, Requests):
        yield _outcomes(value.matrix, None, lang)
    elif isinstance(value, RequestMatrix):
        yield _outcomes(value, None, lang)
    else:
        raise _refused(_NO_TABLE)


def _in_order(report: Report, earlier: Sequence[Report]) -> dict[int, RequestMatrix]:
    """Give the request tables of one organ by their years, the report's own last."""
    tables: dict[int, RequestMatrix] = {}
    for other in (*earlier, report):
        if other.year is None:
            raise _refused(_NO_YEAR)
        if report.organization and other.organization and fold(report.organization) != fold(other.organization):
            found = _OTHER_ORGAN.format(year=other.year, found=other.organization, own=report.organization)
            raise _refused(found)
        tables[other.year] = other.requests.matrix
    years = sorted(tables)
    if len(tables) <= len(earlier) or years[-1] != report.year:
        given = _listed(_YEAR.format(year=other.year) for other in earlier)
        raise _refused(_ORDER.format(year=report.year, found=given))
    if years[-1] - years[0] >= _MOST_YEARS:
        raise _refused(_TOO_MANY.format(most=_MOST_YEARS, first=years[0]))
    return {year: tables[year] for year in years}


def _outcomes(matrix: RequestMatrix, year: int | None, lang: Language) -> Chart:
    """Chart what came of the requests of a year, in the groups of the form."""
    counts = [_sum(matrix, line) for line in _OUTCOMES]
    if not any(counts):
        return Chart(note=(_NOT_KNOWN if None in counts else _NO_OUTCOMES).say(lang))
    caption = _CAPTION if year is None else _CAPTION_OF_YEAR.format(year=year)
    names = tuple(_OUTCOMES.values())
    blank = [name for name, count in zip(names, counts, strict=True) if count is None]
    return Chart(
        caption.say(lang),
        tuple(name.say(lang) for name in names),
        (Series(_SERIES.say(lang), tuple(counts)),),
        description=_described(caption, zip(names, counts, strict=True)).say(lang),
        note=_BLANK.format(names=_listed(blank)).say(lang) if blank else "",
    )


def _years(tables: Mapping[int, RequestMatrix], lang: Language) -> Chart:
    """Chart how many requests came and were concluded in each year; a year without a report keeps its place."""
    first, last = min(tables), max(tables)
    names = {year: _YEAR.format(year=year) for year in range(first, last + 1)}
    counts = {(y, line): _count(tables[y], line) if y in tables else None for y in names for line in _COUNTS}
    if not any(counts.values()):
        known = None not in (counts[cell] for cell in counts if cell[0] in tables)
        return Chart(note=(_NO_REQUESTS if known else _YEARS_NOT_KNOWN).say(lang))
    caption = _CAPTION_OF_YEARS.format(first=first, last=last)
    labels = {(y, line): _FIGURE.format(name=names[y], value=_COUNTS[line]) for y, line in counts}
    notes = {
        _NO_REPORT: [names[year] for year in names if year not in tables],
        _BLANK: [labels[cell] for cell, count in counts.items() if count is None and cell[0] in tables],
    }
    said = [note.format(names=_listed(missing)).say(lang) for note, missing in notes.items() if missing]
    return Chart(
        caption.say(lang),
        tuple(name.say(lang) for name in names.values()),
        tuple(Series(name.say(lang), tuple(counts[y, line] for y in names)) for line, name in _COUNTS.items()),
        upright=True,
        description=_described(caption, ((labels[cell], count) for cell, count in counts.items())).say(lang),
        note=_BETWEEN_SENTENCES.say(lang).join(said),
    )


def _count(matrix: RequestMatrix, line: str) -> int | None:
    """Give what the column 总计 prints; `None` for what is no number."""
    count = matrix.get((line, Applicant.TOTAL))
    return None if count is None else int(count)


def _sum(matrix: RequestMatrix, group: str) -> int | None:
    """Add up what the column 总计 prints in the rows of a group; `None` if one of them has no number."""
    counts = [_count(matrix, row) for row in matrix.form.row_parts[group]]
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def _described(caption: Words, figures: Iterable[tuple[Words, int | None]]) -> Words:
    texts = [_FIGURE.format(name=name, value=_UNKNOWN if count is None else count) for name, count in figures]
    return _DESCRIPTION.format(caption=caption, figures=_listed(texts))


def _listed(names: Iterable[Words]) -> Words:
    given = tuple(names)
    return Words(_BETWEEN.zh.join(name.zh for name in given), _BETWEEN.en.join(name.en for name in given))
