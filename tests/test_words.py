"""Words in two languages, and when two wordings are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.words import Words, clean, fold, for_short, listing, paragraphs


def test_words_print_in_chinese() -> None:
    """The usual language is Chinese; English is given on demand."""
    words = Words("总计", "total")
    assert ("总计", "总计", "total") == (str(words), words.say(), words.say("en"))


def test_names_are_listed_as_each_language_does() -> None:
    """Chinese sets names apart by 、 and English by commas."""
    assert Words("2019、2021", "2019, 2021") == listing((2019, 2021))


def test_words_are_listed_each_in_its_language() -> None:
    """What is listed may have words of its own in both."""
    assert Words("总计、2021", "total, 2021") == listing((Words("总计", "total"), 2021))


def test_values_go_into_both_sentences() -> None:
    """The same number stands in both languages."""
    assert Words("差2", "off by 2") == Words("差{n}", "off by {n}").format(n=2)


def test_words_go_in_by_language() -> None:
    """A value that has two languages is put in by the language of the sentence."""
    assert Words("空白单元格", "a blank cell") == Words("{a}单元格", "a {a} cell").format(a=Words("空白", "blank"))


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  甲 \n 乙\t丙 ", "甲 乙 丙"),
        ("甲\u3000乙\xa0丙", "甲 乙 丙"),
        ("\ufeff甲\u200b乙\u202e", "甲乙"),
        ("甲\x00\ud800\uffff乙", "甲乙"),
        ("（一）　Ａ１", "（一） Ａ１"),
        ("abc1", "abc1"),
        ("\x85甲", "甲"),
        ("", ""),
    ],
)
def test_a_text_is_put_on_one_line(text: str, cleaned: str) -> None:
    """Space of all kinds becomes one space, unprintable characters go, the rest stays."""
    assert cleaned == clean(text)


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """A cleaned text is clean."""
    assert clean(text) == clean(clean(text))


@given(st.text())
def test_a_cleaned_text_can_be_encoded(text: str) -> None:
    """No lone surrogate is left, so every file can hold the text."""
    assert clean(text) == clean(text).encode().decode()


@pytest.mark.parametrize(
    ("text", "parts"),
    [("甲\n\n 乙 \r\n", ("甲", "乙")), ("", ()), (" \n\t", ()), ("甲\u2028乙", ("甲", "乙")), ("甲", ("甲",))],
)
def test_a_line_break_ends_a_paragraph(text: str, parts: tuple[str, ...]) -> None:
    """Paragraphs are the lines of a text that say something."""
    assert parts == paragraphs(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("（一）予以公开", "(一) 予以公开"),
        ("危及“三安全一稳定”", "危及'三安全一稳定'"),
        ("1.属于国家秘密", "１．属于国家秘密"),
        ("1.属于国家秘密", "1、属于国家秘密".replace("、", "。")),
        ("复议、诉讼", "复议，诉讼"),
        ("本年增/减", "本年增／减"),
        ("增—减", "增-减"),
        ("⾏政", "行政"),
        ("商业\n企业", "商业企业"),
        ("本年製發件數", "本年制发件数"),
        ("行政強製", "行政强制"),
        ("行政複議、行政訴訟", "行政复议、行政诉讼"),
        ("隻計這一情形", "只计这一情形"),
        ("本年制發(fā)件數（shù）", "本年制发件数"),
    ],
)
def test_typists_variants_are_one_wording(one: str, other: str) -> None:
    """Widths, brackets, quotes, dashes and spaces make no difference."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("公开", "不公开"), ("（一）", "（二）"), ("制发", "废止"), ("1.", "1")])
def test_other_wordings_differ(one: str, other: str) -> None:
    """Folding loses no letter, no digit and no stop."""
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_ignores_cleaning(text: str) -> None:
    """What cleaning does to a text makes no difference to its wording."""
    assert fold(text) == fold(clean(text))


def test_what_is_said_of_a_short_text_is_kept() -> None:
    """A function is asked once about a short text, and each time about a long one."""
    asked: list[str] = []

    @for_short
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    assert (2, 2, 100, 100) == (length("总计"), length("总计"), length("总" * 100), length("总" * 100))
    assert ["总计", "总" * 100, "总" * 100] == asked


def test_no_more_is_kept_than_there_is_room_for() -> None:
    """Of any number of texts only so many are kept, and each gets its own answer."""
    asked: list[str] = []

    @for_short
    def said(text: str) -> str:
        asked.append(text)
        return f"{text}!"

    texts = [str(number) for number in range(5000)]
    assert [f"{text}!" for text in texts] == list(map(said, texts))
    assert "0!" == said("0")
    assert [*texts, "0"] == asked
