"""Words in two languages, and the one way in which two wordings are compared."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, TypeVar

from attrs import frozen

from .kept import kept

__all__ = [
    "LANGUAGES",
    "SIMPLIFIED",
    "Language",
    "Words",
    "a_language",
    "by_language",
    "clean",
    "fold",
    "for_short",
    "listing",
    "paragraphs",
    "simplified",
    "without_pinyin",
]

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
"""The languages that there are words in."""


def a_language(lang: Language) -> Language:
    """Take a language that there are words in. Raises `InvalidChoice` for anything else."""
    if lang not in LANGUAGES:
        from .errors import InvalidChoice

        raise InvalidChoice("lang", listing(LANGUAGES), str(lang))
    return lang


@frozen
class Words:
    """One sentence in Chinese and in English; printed in Chinese."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.zh

    def say(self, lang: Language = "zh") -> str:
        """Give the sentence in the language asked for. Raises `InvalidChoice` for one that there are no words in."""
        if lang == "zh":
            return self.zh
        a_language(lang)
        return self.en

    def format(self, **values: object) -> "Words":
        """Fill the same values into both sentences; a `Words` value goes in by language."""

        def chosen(lang: Language) -> dict[str, object]:
            return {k: v.say(lang) if isinstance(v, Words) else v for k, v in values.items()}

        return Words(self.zh.format(**chosen("zh")), self.en.format(**chosen("en")))


# Chinese characters and their punctuation; quotes and dashes are in the language of what is around them.
_CHINESE = re.compile("[\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]+")


def by_language(text: str, language: Language) -> Iterator[tuple[Language, str]]:
    """Part a text in a language at the Chinese that stands in it; a Chinese text is Chinese as a whole."""
    if language == "zh" or text.isascii():
        yield language, text
        return
    end = 0
    for found in _CHINESE.finditer(text):
        if found.start() > end:
            yield language, text[end : found.start()]
        yield "zh", found[0]
        end = found.end()
    if end < len(text):
        yield language, text[end:]


def listing(names: Iterable[object]) -> Words:
    """List names or `Words` one after the other, as each language separates them."""
    listed = [name if isinstance(name, Words) else Words(str(name), str(name)) for name in names]
    return Words("、".join(name.zh for name in listed), ", ".join(name.en for name in listed))


# What no document may carry: control characters, lone surrogates and non-characters, which XML
# forbids, and the marks that only tell a browser or an editor how to break or order a line. U+FFFD
# stays: it says that something stood there which could not be read, so what is left is no number.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ud800-\udfff\ufeff\ufff0-\ufffc\ufffe\uffff]"
)
# What Python would print although it is among them: the sign for an object.
_OBJECT = "\ufffc"


def clean(text: str) -> str:
    """Put a text on one line: runs of space become one, unprintable characters go.

    Non-breaking and ideographic spaces count as space. Letters, digits and punctuation stay as
    they were written, full width or half.
    """
    if text.isalnum():
        return text
    return " ".join(_printable(text).split())


def _printable(text: str) -> str:
    return text if text.isprintable() and _OBJECT not in text else _UNPRINTABLE.sub("", text)


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(text: str) -> str:
    """Write digits that stand above the line, such as the number of a note, so that they join no number."""
    return text.translate(_RAISED)


_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def lowered(text: str) -> str:
    """Write digits that stand below the line so that they join no number."""
    return text.translate(_LOWERED)


_STROKE = "\u0336"
_DIGIT = re.compile(r"\d")


def struck(text: str) -> str:
    """Write digits that are struck out with a stroke through each, so that they are of no number."""
    return _DIGIT.sub(rf"\g<0>{_STROKE}", text)


def paragraphs(text: str) -> tuple[str, ...]:
    """Split a text at its line breaks into cleaned paragraphs, leaving out empty ones."""
    if text.isprintable():
        return (text,) if (text := clean(text)) else ()
    return tuple(filter(None, map(clean, text.splitlines())))


Answer = TypeVar("Answer")
_SHORT = 48
_KEPT = 4096


def for_short(function: Callable[[str], Answer]) -> Callable[[str], Answer]:
    """Keep what a function says of short texts: labels, figures and links come again in every report."""
    return kept(function, largest=_SHORT, most=_KEPT, sized=str)


# Brackets, quotes, stops and dashes that typists use for one another.
_FOLDED = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "＂": '"', "「": '"', "」": '"', "『": '"', "』": '"',
        "‘": '"', "’": '"', "'": '"', "〝": '"', "〞": '"',
        "（": "(", "）": ")", "【": "(", "】": ")", "[": "(", "]": ")", "〔": "(", "〕": ")",
        "，": ",", "、": ",", "；": ";", "：": ":", "。": ".", "．": ".", "·": ".", "﹒": ".",
        "—": "-", "–": "-", "－": "-", "―": "-", "−": "-",
    }
)  # fmt: skip

# The traditional characters of the form, its headings and its title, and what converters put in their
# place by mistake (製 for 制, 隻 for 只): a table of the form's own words, no converter.
SIMPLIFIED: Mapping[int, int] = str.maketrans(
    "規範製發廢現數開總對內許務項處罰強決費額單萬採購請況組織業機構會計結轉辦區別隻這屬於國穩護權類過"
    "執詢無關沒補後確訪舉報訴復複當認獲繳納繼續議訟維糾審經問題進減據為爲係體統條廳歷檔縂時間號網頁個",
    "规范制发废现数开总对内许务项处罚强决费额单万采购请况组织业机构会计结转办区别只这属于国稳护权类过"
    "执询无关没补后确访举报诉复复当认获缴纳继续议讼维纠审经问题进减据为为系体统条厅历档总时间号网页个",
)
_PLAIN: dict[int, int | str | None] = {**_FOLDED, **SIMPLIFIED}
# Some converters print how a character is read behind it: 制發(fā)件數(shù).
_PINYIN = re.compile(r"(?<=[\u4e00-\u9fff])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}[)）]")


def simplified(text: str) -> str:
    """Put the traditional characters of the form's words into simplified ones, each in its place."""
    return text.translate(SIMPLIFIED)


def without_pinyin(text: str) -> str:
    """Leave out the readings that stand in brackets behind characters."""
    return _PINYIN.sub("", text) if "(" in text or "（" in text else text


@for_short
def fold(text: str) -> str:
    """Give a text the form in which wordings are compared.

    Full-width letters and digits, compatibility characters (among them the Kangxi radicals),
    kinds of bracket, quote and dash, all spaces, traditional characters of the form's words, the
    readings of characters in brackets and what parts a number from the words that it counts make no
    difference afterwards.
    """
    plain = "".join(unicodedata.normalize("NFKC", _printable(text)).translate(_PLAIN).split())
    if plain[1:2] == "," and plain[0].isdecimal() and plain[2:3].isalpha():
        plain = f"{plain[0]}.{plain[2:]}"
    return without_pinyin(plain)
