"""Charts of a DOCX: native ones, drawn by the word processor from figures that can be edited there.

A chart is three things: a place in the text with its caption, a part that says how it is drawn, and
a workbook with the figures. The part repeats the figures, so that nothing needs the workbook
but "Edit Data". It names fonts and draws nothing itself: no font is needed when it is made. Series
differ in lightness, and every bar carries its figure, so that nothing depends on colour.
"""

from collections.abc import Iterable, Iterator

from ..document import Chart
from ..words import Words
from ._docx_fit import width_of
from ._docx_look import Look
from ._docx_package import PackedPart, packed
from ._docx_parts import DRAWING, OFFICE, XML, chart_identity, chart_part, escape, relationships, workbook_part
from ._docx_styles import CAPTION, CHART
from ._docx_tables import run
from ._docx_workbook import SHEET, Value, address, workbook

__all__ = ["chart_parts", "figures", "workbook_link"]

_EMU = 635  # a twip
_HEIGHTS = {False: 3400, True: 3970}  # twips: 60 mm for bars that lie, 70 mm for those that stand
_SIZE = 21  # the type size of tables, in half points
_EM = 10 * _SIZE  # in twips
_MOST_DIGITS = 12
_GAP = 60  # between groups of bars, in percent of a bar
_CATEGORY_AXIS, _VALUE_AXIS = 111111111, 222222222
_EDGE = "1F4E79"
_FILLS = ("1F4E79", "BDD7EE")  # as dark and as light as shows in grey, too

_TICKS = (
    '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
    '<c:tickLblPos val="low"/>'
)

_LABEL = Words("图", "Figure ")
_AFTER_NUMBER = Words("　", ". ")
_NOTE = Words("注：", "Note: ")
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}


def figures(charts: Iterable[Chart], numbers: Iterator[int], look: Look) -> str:
    """Write charts one under the other; those that are drawn take the next numbers."""
    return "".join(_figure(chart, next(numbers), look) if chart.series else _note(chart, look) for chart in charts)


def _run(text: str, look: Look) -> str:
    return run(text, language=look.language)


def _note(chart: Chart, look: Look) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{CAPTION}"/></w:pPr>{_run(_NOTE.say(look.language) + chart.note, look)}</w:p>'


def _figure(chart: Chart, number: int, look: Look) -> str:
    """Write a chart, its caption and its note, which stay on one page."""
    kept = '<w:keepNext/><w:spacing w:after="0"/>' if chart.note else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{CHART}"/></w:pPr><w:r>{_inline(chart, number, look)}</w:r></w:p>'
        f'<w:p><w:pPr><w:pStyle w:val="{CAPTION}"/>{kept}</w:pPr>{_caption(chart, number, look)}</w:p>'
    ) + (_note(chart, look) if chart.note else "")


def _inline(chart: Chart, number: int, look: Look) -> str:
    name = escape(f"{_LABEL.say(look.language)}{number}")
    return (
        f'<w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{look.width * _EMU}" cy="{_HEIGHTS[chart.upright] * _EMU}"/>'
        f'<wp:docPr id="{number}" name="{name}" descr="{escape(chart.description)}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{DRAWING}/chart">'
        f'<c:chart xmlns:c="{DRAWING}/chart" r:id="{chart_identity(number)}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def _caption(chart: Chart, number: int, look: Look) -> str:
    """Write a caption whose number Word counts, so that figures may be added before it."""
    label = _LABEL.say(look.language)
    pieces = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> SEQ {label.strip()} \\* ARABIC </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{number}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    field = "".join(f"<w:r>{piece}</w:r>" for piece in pieces)
    return _run(label, look) + field + _run(_AFTER_NUMBER.say(look.language) + chart.caption, look)


def chart_parts(charts: Iterable[Chart], look: Look) -> Iterator[PackedPart]:
    """Write the parts of charts that are drawn: how each looks, and its figures."""
    for number, chart in enumerate(charts, 1):
        name = chart_part(number)
        yield packed(name, (XML + _space(chart, look)).encode())
        yield packed(*workbook_link(number))
        yield packed(workbook_part(number), workbook(list(_table(chart))))


def workbook_link(number: int) -> tuple[str, bytes]:
    """Give the name and the bytes of the part that leads from a chart to its figures."""
    folder, _, name = chart_part(number).rpartition("/")
    target = workbook_part(number).replace("word/", "../")
    return f"{folder}/_rels/{name}.rels", (XML + relationships((f"{OFFICE}/relationships/package", target))).encode()


def _table(chart: Chart) -> Iterator[list[Value]]:
    yield [None, *(series.name for series in chart.series)]
    for place, category in enumerate(chart.categories):
        yield [category, *(series.values[place] for series in chart.series)]


# ---- how a chart is drawn


def _space(chart: Chart, look: Look) -> str:
    bars = "".join(_series(chart, place, look) for place in range(len(chart.series)))
    upright = chart.upright
    legend = '<c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend>' if len(chart.series) > 1 else ""
    return (
        f'<c:chartSpace xmlns:c="{DRAWING}/chart" xmlns:a="{DRAWING}/main" xmlns:r="{OFFICE}/relationships">'
        f'<c:date1904 val="0"/><c:lang val="{_LANGUAGES[look.language]}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_layout(chart, look)}'
        f'<c:barChart><c:barDir val="{"col" if upright else "bar"}"/><c:grouping val="clustered"/>'
        f'<c:varyColors val="0"/>{bars}<c:gapWidth val="{_GAP}"/>'
        f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/></c:barChart>{_axes(upright)}'
        f'</c:plotArea>{legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_type(look)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _series(chart: Chart, place: int, look: Look) -> str:
    series = chart.series[place]
    fill = f'<a:solidFill><a:srgbClr val="{_FILLS[place % len(_FILLS)]}"/></a:solidFill>'
    edge = f'<a:ln w="9525"><a:solidFill><a:srgbClr val="{_EDGE}"/></a:solidFill></a:ln>'
    count = len(chart.categories)
    names = "".join(_point(i, text) for i, text in enumerate(chart.categories))
    known = "".join(_point(i, str(value)) for i, value in enumerate(series.values) if value is not None)
    column = place + 1
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/><c:tx><c:strRef>'
        f'<c:f>{_range(0, 0, column)}</c:f><c:strCache><c:ptCount val="1"/>{_point(0, series.name)}</c:strCache>'
        f'</c:strRef></c:tx><c:spPr>{fill}{edge}</c:spPr><c:invertIfNegative val="0"/>{_labels(chart, look)}'
        f'<c:cat><c:strRef><c:f>{_range(1, count, 0)}</c:f><c:strCache><c:ptCount val="{count}"/>{names}'
        f"</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>{_range(1, count, column)}</c:f><c:numCache>"
        f'<c:formatCode>General</c:formatCode><c:ptCount val="{count}"/>{known}</c:numCache></c:numRef></c:val></c:ser>'
    )


def _point(place: int, text: str) -> str:
    return f'<c:pt idx="{place}"><c:v>{escape(text)}</c:v></c:pt>'


def _range(first: int, last: int, column: int) -> str:
    """Name cells of one column of the sheet, from the first row to the last."""
    cells = [f"${place[0]}${place[1:]}" for place in (address(first, column), address(last, column))]
    return f"{SHEET}!{':'.join(dict.fromkeys(cells))}"


def _digits(chart: Chart) -> int:
    """Tell for how many digits there must be room: those of the longest figure, unless it is beyond all measure."""
    longest = max(len(str(value)) for series in chart.series for value in series.values if value is not None)
    return min(longest, _MOST_DIGITS)


def _turned(chart: Chart, look: Look) -> bool:
    """Tell whether figures are broader than their bars, so that they have to stand on their side."""
    room = look.width / len(chart.categories) / (len(chart.series) + _GAP / 100)
    return chart.upright and (_digits(chart) + 1) * _EM / 2 > room


def _layout(chart: Chart, look: Look) -> str:
    """Leave room for names and figures, whatever the word processor would leave: bars reach the edge otherwise."""
    width, height, digits = look.width, _HEIGHTS[chart.upright], (_digits(chart) / 2 + 1) * _EM
    if chart.upright:
        legend = 2.0 * _EM if len(chart.series) > 1 else 0.0
        top, bottom, left, right = legend + (digits if _turned(chart, look) else 1.5 * _EM), 2.0 * _EM, 0.0, 0.0
    else:
        top, bottom, left, right = 0.0, 0.0, (max(map(width_of, chart.categories)) + 1) * _EM, digits
    shares = {"x": left / width, "y": top / height, "w": 1 - (left + right) / width, "h": 1 - (top + bottom) / height}
    values = "".join(f'<c:{name} val="{share:.4f}"/>' for name, share in shares.items())
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{values}</c:manualLayout></c:layout>"
    )


def _labels(chart: Chart, look: Look) -> str:
    """Put its figure at the end of every bar."""
    turned = ' rot="-5400000" vert="horz"' if _turned(chart, look) else ""
    return (
        '<c:dLbls><c:numFmt formatCode="0" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{_type(look, turned)}<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def _type(look: Look, turned: str = "") -> str:
    """Name the fonts of a chart: those of the tables."""
    return (
        f'<c:txPr><a:bodyPr{turned}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{_SIZE * 50}" b="0">'
        '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
        f'<a:latin typeface="{escape(look.font("latin"))}"/><a:ea typeface="{escape(look.font("table"))}"/>'
        f'</a:defRPr></a:pPr><a:endParaRPr lang="{_LANGUAGES[look.language]}"/></a:p></c:txPr>'
    )


def _axes(upright: bool) -> str:
    """Draw the axis of the categories, the first at the top where bars lie; that of the figures is not shown."""
    order, across, along = ("minMax", "b", "l") if upright else ("maxMin", "l", "t")
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{across}"/>{_TICKS}'
        f'<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="404040"/></a:solidFill></a:ln></c:spPr>'
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        f'<c:delete val="1"/><c:axPos val="{along}"/>{_TICKS}<c:crossAx val="{_CATEGORY_AXIS}"/>'
        '<c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )
