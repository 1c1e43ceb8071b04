"""What a website puts around a report: navigation, metadata, dates of publication, footers.

Only what says by its words that it is of the page and not of the report is set aside, verbatim:
before the first part the lines that are such words as a whole, behind the last sentence everything
from the first such line on. Whatever is in doubt stays text.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from ...words import clean, fold
from .._lines.lines import Line

__all__ = ["chrome_after", "chrome_before", "published_in", "title_of_page"]

_LONGEST = 120
"""Longer lines are text, whatever words are in them."""
_DAY = r":?(20\d\d[-年/.]\d{1,2}[-月/.]\d{1,2})"
# Days that are said to be of publication go before days that are not said to be of anything else.
_OF_PUBLICATION = (
    re.compile(rf"(?:发布(?:日期|时间)|发文日期|公开日期){_DAY}"),
    re.compile(rf"(?<![\u4e00-\u9fff])(?:时间|日期){_DAY}"),
)
# The names under which pages give the metadata of what they show (政府网站发展指引, 附件 4).
_METADATA = re.compile(
    r"(?:索引号|信息索引号?|发布(?:日期|时间|机构|单位)|发文(?:日期|机关|字号)|公开(?:日期|方式|时限)|生成日期|成文日期"
    r"|信息(?:来源|分类|类别|名称)|主题(?:分类|词)|体裁分类|文号|名称|有效性|来源|时间|日期|作者|责任编辑"
    r"|(?:浏览|阅读|点击)(?:次数|量|数)?|字体|字号)(?:[:(]|$|20\d\d)"
)
_TOOLS = re.compile(
    r"^(?:您?(?:所在|现在|当前)(?:的)?位置|当前位置|首页(?:$|[>»/-])|网站首页|(?:【|\()?(?:打印|关闭)|分享(?:到|至|:|$)|收藏"
    r"|登录|注册|无障碍|长者|适老|智能问答|返回|上一[篇条]|下一[篇条]|扫一扫|相关(?:链接|文档|附件|信息)|大中小|\(?大\)?\(?中\)?"
    r"\(?小\)?|(?:朗读|语音播报)|政府网站|网站地图|联系我们|关于我们|版权|主办|承办|技术支持|网站标识码|备案|"
    r"Copyright|copyright|友情链接)"
)
_ANYWHERE = re.compile(
    r"ICP备|网安备|网站标识码|版权所有|(?:打印|关闭)(?:本页|窗口|此页)|上一[篇条]:|下一[篇条]:|>>|首页>"
)
_END_OF_SENTENCE = ("。", "；", "！", "？")


def is_chrome(line: Line) -> bool:
    """Tell whether a line says by its words that it is of the page."""
    text = line.text
    if len(text) > _LONGEST or text.endswith(_END_OF_SENTENCE):
        return False
    words = fold(text)
    return any(pattern.search(words) for pattern in (_TOOLS, _ANYWHERE)) or _METADATA.match(words) is not None


def chrome_before(lines: Iterable[Line]) -> frozenset[int]:
    """Give the lines before the first part that are of the page."""
    return frozenset(line.index for line in lines if not line.empty and is_chrome(line))


def chrome_after(lines: Sequence[Line]) -> frozenset[int]:
    """Give the lines at the end of the last part that are of the page: none of them is a sentence."""
    start = len(lines)
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place]
        if line.text.endswith(_END_OF_SENTENCE) or len(line.text) > _LONGEST:
            break
        if not line.empty and is_chrome(line):
            start = place
    return frozenset(line.index for line in lines[start:] if not line.empty)


def date_in(text: str) -> date | None:
    """Give the date that a text is, if it is one of the calendar."""
    try:
        return date(*map(int, re.split("[-年/.月]", text)))
    except ValueError:
        return None


def published_in(texts: Iterable[str]) -> date | None:
    """Give the day of publication that a page prints."""
    folded = [fold(text) for text in texts]
    found = (match[1] for pattern in _OF_PUBLICATION for match in map(pattern.search, folded) if match)
    return next(filter(None, map(date_in, found)), None)


_SITE = re.compile(r"\s*[_|｜]\s*|\s+[-–—]+\s+|--+")
_OF_REPORT = re.compile(r"报告|年报|20\d\d年.*信息公开")


def title_of_page(text: str) -> str:
    """Give the title that a page states about itself without the name of its site, if it is that of a report."""
    return next((piece for piece in _SITE.split(clean(text)) if _OF_REPORT.search(fold(piece))), "")
