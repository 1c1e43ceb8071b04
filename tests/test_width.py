"""How wide texts are, where their lines break, and how lines are joined again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.columns import align, join_lines, unbreakable, width_of, wrap
from strategies import texts


@pytest.mark.parametrize(
    ("width", "text"),
    [
        (0, ""),
        (3, "abc"),
        (4, "规章"),
        (5, "规章a"),
        (2, "，"),
        (2, "Ａ"),
        (1, "“"),
        (1, "e\u0301"),
        (2, "😀"),
        (1, "é"),
    ],
)
def test_a_chinese_character_takes_two_columns(width: int, text: str) -> None:
    """Wide and full-width characters take two columns, combining ones none, all others one."""
    assert width == width_of(text)


@pytest.mark.parametrize(("side", "aligned"), [("<", "规章   "), (">", "   规章"), ("^", " 规章  ")])
def test_a_text_is_aligned_by_its_columns(side: str, aligned: str) -> None:
    """A text is filled up on the side that is asked for."""
    assert aligned == align("规章", 7, side)


def test_a_text_that_is_too_wide_stays_whole() -> None:
    """Aligning cuts nothing off."""
    assert "规章" == align("规章", 3)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["公开政府信息3条，", "其中规章1件"], "公开政府信息3条，其中规章1件"),
        (["Qinghe County", "Open Data"], "Qinghe County Open Data"),
        (["共18", "件"], "共18件"),
        (["", "  规章 ", "", "2件"], "规章2件"),
        ([], ""),
    ],
)
def test_lines_are_joined_with_a_space_between_ascii_only(lines: list[str], text: str) -> None:
    """Chinese is joined with nothing, Latin words with a space."""
    assert text == join_lines(lines)


@pytest.mark.parametrize(
    ("lines", "text", "width"),
    [
        (["依法公开", "规章。"], "依法公开规章。", 8),
        (["依法公", "开。规章"], "依法公开。规章", 8),
        (["公布", "（规", "章）"], "公布（规章）", 6),
        (["共有", "12345件"], "共有12345件", 8),
        (["Open", "Data"], "Open Data", 8),
        (["编号", "18 000"], "编号18 000", 8),
        (["全年2023 年", "报告"], "全年2023 年报告", 11),
        (["https://a.cn/long", "下载"], "https://a.cn/long下载", 8),
        (["。。", "。。"], "。。。。", 4),
    ],
)
def test_lines_break_as_chinese_print_does(lines: list[str], text: str, width: int) -> None:
    """Stops do not begin a line, brackets do not end one, words and numbers stay whole."""
    assert lines == wrap(text, width)


def test_the_first_line_may_have_another_width() -> None:
    """A paragraph is indented, so its first line has less room."""
    assert ["公", "开规章"] == wrap("公开规章", 6, 2)


def test_what_no_line_can_break_has_a_width() -> None:
    """The longest word decides how narrow a column can be."""
    assert 7 == unbreakable("公布于example网站")


def test_a_space_beside_chinese_is_kept_inside_of_a_line() -> None:
    """Lines are joined without a space there, so none may end there."""
    assert ["于 a 网", "站"] == wrap("于 a 网站", 4)


@given(texts(40), st.integers(1, 60))
def test_joining_gives_back_what_was_wrapped(text: str, width: int) -> None:
    """A line is only broken where the rule for joining restores the text exactly."""
    assert text == join_lines(wrap(text, width))


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1), st.integers(2, 60))
def test_chinese_lines_keep_to_the_width(text: str, width: int) -> None:
    """Where a line can break anywhere, none is too long."""
    assert all(width_of(line) <= width for line in wrap(text, width))


@given(texts(40), st.integers(1, 60))
def test_only_what_cannot_be_broken_is_longer(text: str, width: int) -> None:
    """A line that is longer than the width is one piece."""
    assert all(width_of(line) <= max(width, unbreakable(text)) for line in wrap(text, width))
