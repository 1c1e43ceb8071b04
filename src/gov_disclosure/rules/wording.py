"""Slips of the pen in running text: template left in, words doubled, half-width punctuation."""

import re
from collections.abc import Iterator

from ..findings import Severity
from ..words import Words, listing
from ._engine import Fault, Outcome, Passage, rule

_HAN = r"\u4e00-\u9fff"

# What only a template says, and places in it that wait to be filled in.
_LEFTOVER = re.compile(
    r"该部分以表格形式报告|填报说明|此处填写|[×╳✕]{2,}|(?<![A-Za-z0-9./])[xX]{2,}(?![A-Za-z0-9])|[（(](?:单位|机关)名称[）)]"
)
_HINTS = ("形式报告", "填报", "此处", "×", "╳", "✕", "x", "X", "名称")
# Two to eight characters twice. Doubling for effect (一个一个、逐条逐条) is Chinese, not a slip, and so is a word
# before a longer one that begins with it: 信息公开公开栏, 规范规范性文件, 服务服务对象.
_LONGER = "(?<=公开)公开[栏目专平指查年日承]|(?<=规范)规范性|(?<=服务)服务对象|(?<=解读)解读材料|(?<=信息)信息化"
_DOUBLED = re.compile(rf"(?![一逐某])([{_HAN}]{{2,8}})(?!{_LONGER})\1")
_HALF_WIDTH = re.compile(rf"(?<=[{_HAN}])[,;:!?.](?=[{_HAN}]|$)|\((?=[^()]*[{_HAN}][^()]*\))")


def slips(
    passage: Passage, pattern: re.Pattern[str], message: Words, advice: Words, hints: tuple[str, ...] = ()
) -> Iterator[Outcome]:
    """Yield one fault for all places of a passage that a pattern finds, each quoted with what stands around it.

    A text without any of the `hints`, if there are some, holds nothing that the pattern finds.
    """
    texts = passage.paragraphs
    if hints:
        texts = tuple(text for text in texts if any(hint in text for hint in hints))
    places = [(text, found.span()) for text in texts for found in pattern.finditer(text)]
    if places:
        quotes = dict.fromkeys(f"“{text[max(0, start - 6) : end + 6]}”" for text, (start, end) in places)
        listed = listing(quotes)
        values = {"count": len(places), "first": next(iter(quotes)), "listed": listed}
        yield Fault((passage.address,), message.format(**values), advice=advice)


@rule(
    Passage,
    Words("正文中没有留下模板文字和待填的空位。", "No words of a template are left in, nor places to be filled in."),
    Severity.WARNING,
)
def no_template_leftovers(passage: Passage) -> Iterator[Outcome]:
    """“该部分以表格形式报告” and “××年” are said to the writer, not to the reader."""
    message = Words("留有模板文字：{listed}。", "Words of a template are left: {listed}.")
    advice = Words("删去，或换成实际内容。", "Delete them, or write what is meant.")
    yield from slips(passage, _LEFTOVER, message, advice, _HINTS)


def may_repeat(text: str) -> bool:
    """Tell whether two to eight characters may stand twice in a row; where this says no, it is so.

    A text and itself moved by as many are alike there. All characters are compared at once, as the bits of a number.
    """
    units = text.encode("utf-16-le")
    whole = int.from_bytes(units, "little")
    for count in range(2, 9):
        differences = (whole ^ whole >> 16 * count).to_bytes(len(units), "little")
        if bytes(2 * count) in differences[: max(0, len(units) - 2 * count)]:
            return True
    return False


@rule(Passage, Words("没有重复录入的词语。", "No word is typed twice."), Severity.NOTICE)
def no_doubled_words(passage: Passage) -> Iterator[Outcome]:
    """“工作工作” is a slip of the keyboard."""
    if not may_repeat("\n".join(passage.paragraphs)):
        return
    message = Words("词语重复：{listed}。", "A word is doubled: {listed}.")
    advice = Words("删去多出的词语。", "Delete the second one.")
    yield from slips(passage, _DOUBLED, message, advice)


@rule(
    Passage,
    Words("汉字之间用全角标点。", "Punctuation between Chinese characters is full width."),
    Severity.NOTICE,
    basis="GB/T 15834—2011",
)
def half_width_punctuation(passage: Passage) -> Iterator[Outcome]:
    """标点符号用法: the marks of a Chinese text take the room of a character."""
    message = Words("有{count}处半角标点，如{first}。", "Half-width marks: {count}, such as in {first}.")
    advice = Words("改为全角标点。", "Use full-width marks.")
    yield from slips(passage, _HALF_WIDTH, message, advice, tuple(",;:!?.("))
